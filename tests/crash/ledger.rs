//! What a council says as far as the rounds write to it, and the edits of one round with what stands there after each.

use fastrand::Rng;
use norishiro::domain::{Council, decide::record::NewKind};
use std::fmt;

/// The record of every meeting, in their order, and what hangs on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub meetings: Vec<Vec<Entry>>,
    /// The place on its agenda of the item the running meeting is on.
    item: Option<usize>,
    /// How many items that agenda has.
    items: usize,
    actions: Vec<String>,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    kind: NewKind,
    item: Option<usize>,
}

impl fmt::Debug for Entry {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, kind, item } = self;
        write!(
            to,
            "{} {kind:?} {}",
            name_of(text),
            item.map_or_else(|| "-".to_owned(), |item| item.to_string())
        )
    }
}

impl Ledger {
    pub fn of(council: &Council) -> Self {
        let bodies = || council.meetings_by_date().into_iter().filter_map(|it| council.body(&it.id));
        let meetings = bodies().map(|body| {
            let entry = |line: &norishiro::domain::Line| Entry {
                text: line.text.clone(),
                kind: line.kind.plain(),
                item: line.item.as_ref().and_then(|id| body.items.position(id)),
            };
            body.lines.iter().map(entry).collect()
        });
        let running = council.running().and_then(|it| council.body(&it.id));
        let item = running.and_then(|body| body.items.position(&body.current_item()?.id));
        let items = running.map_or(0, |body| body.items.len());
        let actions = council.actions.iter().map(|action| action.text.clone()).collect();
        Self { meetings: meetings.collect(), item, items, actions }
    }

    /// The name of every line, in the order the screen shows them in.
    pub fn names(&self) -> Vec<&str> {
        self.meetings.iter().flatten().map(|entry| name_of(&entry.text)).collect()
    }

    /// What is otherwise than it was, for people to read.
    pub fn since(&self, was: &Self) -> String {
        let none = Vec::new();
        let before = was.meetings.iter().chain(std::iter::repeat(&none));
        let mut said: Vec<String> = Vec::new();
        for ((place, now), before) in self.meetings.iter().enumerate().zip(before) {
            let same = now.iter().zip(before).take_while(|(now, before)| now == before).count();
            let gone = before.len() - same;
            if gone > 0 || now.len() > same {
                said.push(format!("meeting {place}: after {same} lines {:?} for {gone}", &now[same..]));
            }
        }
        let named: Vec<&str> = self.actions.iter().map(|text| name_of(text)).collect();
        said.push(format!("on item {:?} of {}, {} actions", self.item, self.items, named.len()));
        said.push(format!("the last {:?}", &named[named.len().saturating_sub(5)..]));
        said.join("; ")
    }

    fn write(&mut self, kind: NewKind, text: &str) {
        let item = self.item;
        if kind == NewKind::Action {
            self.actions.push(text.to_owned());
        }
        let running = self.meetings.last_mut().expect("a meeting is running");
        running.push(Entry { text: text.to_owned(), kind, item });
    }
}

/// A line begins with its name, `r00012-034`: the round and the line in it.
pub fn name(round: u32, line: u32) -> String {
    format!("r{round:05}-{line:03}")
}

pub const NAME: usize = 10;

fn name_of(text: &str) -> &str {
    text.get(..NAME).unwrap_or(text)
}

/// Keys that are sent together, and what the council says once each change they make is made.
#[derive(Debug)]
pub struct Step {
    pub keys: String,
    /// They are sent once one of these lines shows.
    pub at: Option<Vec<String>>,
    pub after: Vec<Ledger>,
}

/// Makes up what is typed in a round.
pub struct Author<'a> {
    rng: &'a mut Rng,
    round: u32,
    lines: u32,
    now: Ledger,
    /// Before and after each change of this round that can be taken back, newest last.
    done: Vec<(Ledger, Ledger)>,
    undone: Vec<(Ledger, Ledger)>,
    turned: bool,
}

const ENTER: &str = "\r";
const UNDO: &str = "\x1a";
const REDO: &str = "\x19";
const NEXT_ITEM: &str = "\x1bOQ";
/// The board, and back to the record.
const ROUND_TRIP: &str = "\x1b5\x1b6";
/// From the record to the agenda, to the list of meetings, where the newest come first, to the next, and to its record.
const TO_THE_MEETING_BEFORE: &str = "\x1b1o\x1b[B\r\x1b6";
const TO_THE_MEETING_AFTER: &str = "\x1b1o\x1b[A\r\x1b6";

impl<'a> Author<'a> {
    pub fn new(rng: &'a mut Rng, round: u32, now: Ledger) -> Self {
        Self { rng, round, lines: 0, now, done: Vec::new(), undone: Vec::new(), turned: false }
    }

    /// The steps of a round.
    pub fn write(mut self) -> Vec<Step> {
        let count = self.rng.usize(3..14);
        let mut steps = Vec::with_capacity(count + 2);
        while steps.len() < count {
            match self.rng.u32(0..100) {
                0..8 => steps.push(self.burst()),
                8..16 => steps.push(self.paste()),
                16..26 => steps.extend(self.undo()),
                26..32 => steps.extend(self.redo()),
                32..37 => steps.extend(self.next_item()),
                37..42 => steps.push(plain(ROUND_TRIP)),
                42..47 => steps.extend(self.late_line()),
                _ => steps.push(self.line()),
            }
        }
        steps
    }

    fn line(&mut self) -> Step {
        let (kind, text) = self.invent();
        let after = self.commit(|now| now.write(kind, &text));
        Step { keys: typed(kind, &text) + ENTER, at: None, after: vec![after] }
    }

    /// Several lines faster than anybody types.
    fn burst(&mut self) -> Step {
        let lines: Vec<Step> = (0..self.rng.u32(2..6)).map(|_| self.line()).collect();
        let keys = lines.iter().map(|step| step.keys.as_str()).collect();
        Step { keys, at: None, after: lines.into_iter().flat_map(|step| step.after).collect() }
    }

    /// Several lines that are one change.
    fn paste(&mut self) -> Step {
        let lines: Vec<(NewKind, String)> = (0..self.rng.u32(2..7)).map(|_| self.invent()).collect();
        let keys: String = lines.iter().map(|(kind, text)| typed(*kind, text) + "\n").collect();
        let after = self.commit(|now| lines.iter().for_each(|(kind, text)| now.write(*kind, text)));
        Step { keys: format!("\x1b[200~{keys}\x1b[201~"), at: None, after: vec![after] }
    }

    fn undo(&mut self) -> Option<Step> {
        let (before, after) = self.done.pop()?;
        self.now.clone_from(&before);
        self.undone.push((before, after));
        Some(Step { after: vec![self.now.clone()], ..plain(UNDO) })
    }

    fn redo(&mut self) -> Option<Step> {
        let (before, after) = self.undone.pop()?;
        self.now.clone_from(&after);
        self.done.push((before, after));
        Some(Step { after: vec![self.now.clone()], ..plain(REDO) })
    }

    /// Once a round: two turns within two seconds are taken for a slip of the finger.
    fn next_item(&mut self) -> Option<Step> {
        let next = self.now.item.map(|item| item + 1);
        let next = next.filter(|next| *next < self.now.items && !self.turned)?;
        self.turned = true;
        let after = self.commit(|now| now.item = Some(next));
        Some(Step { after: vec![after], ..plain(NEXT_ITEM) })
    }

    /// Goes back to the meeting before, adds a line to its record, and comes back.
    fn late_line(&mut self) -> Vec<Step> {
        let names = |meeting: &[Entry]| meeting.iter().map(|it| name_of(&it.text).to_owned()).collect();
        let [.., earlier, running] = self.now.meetings.as_slice() else { return Vec::new() };
        let (there, here): (Vec<String>, Vec<String>) = (names(earlier), names(running));
        let (at, Some(last), false) = (self.now.meetings.len() - 2, earlier.last(), here.is_empty()) else {
            return Vec::new();
        };
        let item = last.item;
        let (_, text) = self.invent();
        let after = self.commit(|now| {
            now.meetings[at].push(Entry { text: text.clone(), kind: NewKind::Note, item });
        });
        vec![
            plain(TO_THE_MEETING_BEFORE),
            Step { keys: format!("i{text}{ENTER}"), at: Some(there), after: vec![after] },
            plain(TO_THE_MEETING_AFTER),
            Step { at: Some(here), ..plain("") },
        ]
    }

    fn commit(&mut self, change: impl FnOnce(&mut Ledger)) -> Ledger {
        let before = self.now.clone();
        change(&mut self.now);
        self.done.push((before, self.now.clone()));
        self.undone.clear();
        self.now.clone()
    }

    /// What somebody says, in one row of the screen or in several.
    fn invent(&mut self) -> (NewKind, String) {
        const SAID: [&str; 4] = [
            "健診の受診率は前の年より少し上がった",
            "展示は秋の読書週間に合わせると人が集まる",
            "公民館の予約を先に取る必要がある",
            "この点は持ち帰り、課の中で話してみる",
        ];
        self.lines += 1;
        let said: String = (0..self.rng.u32(0..4)).map(|_| SAID[self.rng.usize(0..SAID.len())]).collect();
        let text = format!("{} {said}", name(self.round, self.lines)).trim_end().to_owned();
        let kind = match self.rng.u32(0..10) {
            0 => NewKind::Decision,
            1 => NewKind::Action,
            _ => NewKind::Note,
        };
        (kind, text)
    }
}

fn typed(kind: NewKind, text: &str) -> String {
    let mark = match kind {
        NewKind::Decision => "決定：",
        NewKind::Action => "宿題：",
        _ => "",
    };
    format!("{mark}{text}")
}

fn plain(keys: &str) -> Step {
    Step { keys: keys.to_owned(), at: None, after: Vec::new() }
}
