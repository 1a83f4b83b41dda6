//! What one line of the capture language does: to the record, the agenda, the attendance, the speaker queue. What cannot be done stays in
//! the record as a note to the letter, with the reason; nothing that was typed is ever lost.

use super::{Draft, agenda, meeting, meeting_and_body, record, said::Said};
use crate::domain::{
    Attendance, Body, Council, Edit, Item, ItemState, Line, Meeting, MeetingState, Mint, Mode, Party,
    Refusal, Waiting, Who,
    decide::record::{NewKind, NewLine},
    id::{ItemId, LineId, MeetingId, MemberId},
};
use chrono::NaiveDateTime;

/// Where and when something is said.
#[derive(Clone, Copy)]
pub struct Saying<'a> {
    pub council: &'a Council,
    pub meeting: &'a MeetingId,
    /// The item that lines go under where no item is current: before the first, and in a meeting typed in afterwards.
    pub item: Option<&'a ItemId>,
    pub at: NaiveDateTime,
    /// Do two titles say the same, whatever their width, kana and case?
    pub alike: fn(&str, &str) -> bool,
}

/// What saying it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// One step of undo; nothing where the council stays as it is.
    pub edits: Vec<Edit>,
    pub done: Done,
    /// Where the lines that follow go.
    pub item: Option<ItemId>,
}

/// What saying several lines comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    /// One step of undo.
    pub edits: Vec<Edit>,
    /// What was done, line by line.
    pub done: Vec<Done>,
    /// Where the lines that follow go.
    pub item: Option<ItemId>,
}

/// What was done, for whoever said it.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// A line stands in the record.
    Written(LineId),
    /// This line goes on.
    Continued(LineId),
    /// A new item of this title is on the agenda, and is the one spoken about.
    Added(ItemId, String),
    /// An item that was there is the one spoken about, by its title.
    Taken(ItemId, String),
    /// The attendance as it is now.
    Attending(Vec<Attendance>),
    Queued(Vec<Who>),
    Unqueued(Vec<Who>),
    /// They have the floor.
    Acknowledged(Who),
    /// The queue is to be shown.
    Queue,
    /// The item of this title has this paper.
    Material(String, String),
    /// The line, and its text as it is now; none of what is off the record.
    Corrected(LineId, Option<String>),
    /// It could not be done: it stands as a note to the letter.
    Kept(LineId, Refusal),
}

/// Does what a line asks for. `typed` is the line to the letter.
///
/// # Errors
/// What [`record::write()`] refuses, and [`Refusal::NotLoaded`]: then nothing is done, and nothing written.
pub fn say(saying: &Saying<'_>, said: &Said, typed: &str, mint: &mut Mint) -> Result<Outcome, Refusal> {
    let refusal = match saying.attempt(said, mint) {
        Ok(outcome) => return Ok(outcome),
        Err(refusal @ (Refusal::NotLoaded | Refusal::Empty | Refusal::TooLong | Refusal::NotFound))
            if matches!(said, Said::Line(_)) =>
        {
            return Err(refusal);
        }
        Err(Refusal::NotLoaded) => return Err(Refusal::NotLoaded),
        Err(refusal) => refusal,
    };
    saying.keep(said, typed, refusal, mint)
}

/// The same for a line that nobody is typing just now: a mark with nothing behind it stays as a note, too.
///
/// # Errors
/// As [`say`], but for that.
pub fn take_in(saying: &Saying<'_>, said: &Said, typed: &str, mint: &mut Mint) -> Result<Outcome, Refusal> {
    match say(saying, said, typed, mint) {
        Err(Refusal::Empty) => saying.keep(said, typed, Refusal::Empty, mint),
        outcome => outcome,
    }
}

/// Does what several lines ask for, in order, as one step. Each is what was asked for and what was typed.
///
/// # Errors
/// As [`take_in`], for the first that is refused: then none is done.
pub fn say_all<'s>(
    saying: &Saying<'_>,
    lines: impl IntoIterator<Item = (&'s Said, &'s str)>,
    mint: &mut Mint,
) -> Result<Several, Refusal> {
    let mut draft = Draft::of(saying.council);
    let mut item = saying.item.cloned();
    let mut done = Vec::new();
    for (said, typed) in lines {
        let now = Saying { council: &draft.council, item: item.as_ref(), ..*saying };
        let outcome = take_in(&now, said, typed, mint)?;
        item = outcome.item;
        done.push(outcome.done);
        draft.push_all(outcome.edits)?;
    }
    Ok(Several { edits: draft.edits, done, item })
}

impl Saying<'_> {
    /// Writes a line that could not be done as a note to the letter. What was off the record stays so.
    fn keep(&self, said: &Said, typed: &str, why: Refusal, mint: &mut Mint) -> Result<Outcome, Refusal> {
        let private = matches!(said, Said::Line(line) if line.private);
        let note = NewLine { text: typed.to_owned(), private, ..NewLine::default() };
        let (edits, id) = self.writing(note, mint)?;
        Ok(self.outcome(edits, Done::Kept(id, why)))
    }

    fn attempt(&self, said: &Said, mint: &mut Mint) -> Result<Outcome, Refusal> {
        match said {
            Said::Line(line) => self.line(line.clone(), mint),
            Said::Topic(title) => self.topic(title, mint),
            Said::Next => self.take(self.next_item()?, mint),
            Said::Take(number) => self.take(self.numbered(*number)?, mint),
            Said::Present(who) => self.attending(who, |it| self.present(it)),
            Said::Left(who) => self.attending(who, |it| self.gone(it)),
            Said::Regrets(who) => self.attending(who, |it| Ok(without_times(it, Mode::Excused))),
            Said::Proxy { stand_in, absent } => self.attending(std::slice::from_ref(absent), |it| {
                Ok(Attendance {
                    from: it.from.or_else(|| self.arrival()),
                    ..without_times(it.clone(), Mode::Proxy(stand_in.clone()))
                })
            }),
            Said::Queue { who, note } => self.queue(who, note, mint),
            Said::Unqueue(who) => self.unqueue(who),
            Said::Acknowledge(who) => self.acknowledge(who),
            Said::ShowQueue => Ok(self.outcome(Vec::new(), Done::Queue)),
            Said::Material(paper) => self.material(paper),
            Said::Correction { old, new } => self.correction(old, new),
        }
    }

    fn outcome(&self, edits: Vec<Edit>, done: Done) -> Outcome {
        Outcome { edits, done, item: self.item.cloned() }
    }

    fn place(&self) -> Result<(&Meeting, &Body), Refusal> {
        meeting_and_body(self.council, self.meeting)
    }

    fn is_running(&self) -> bool {
        self.council.meetings.get(self.meeting).is_some_and(|it| it.state == MeetingState::Running)
    }

    /// The item being spoken about.
    fn item_in_hand(&self) -> Result<Option<&Item>, Refusal> {
        let (_, body) = self.place()?;
        let current = body.current_item().filter(|_| self.is_running());
        Ok(current.or_else(|| body.items.get(self.item?)))
    }

    fn line(&self, new: NewLine, mint: &mut Mint) -> Result<Outcome, Refusal> {
        let continues = new.kind == NewKind::Continue;
        let (edits, id) = self.writing(new, mint)?;
        Ok(self.outcome(edits, if continues { Done::Continued(id) } else { Done::Written(id) }))
    }

    /// Writes a line, and returns which one it is or goes on. What is written into a meeting that is over says how its item was left.
    fn writing(&self, new: NewLine, mint: &mut Mint) -> Result<(Vec<Edit>, LineId), Refusal> {
        let mut edits = record::write(self.council, self.meeting, self.item.cloned(), new, self.at, mint)?;
        let written = edits.iter().rev().find_map(|edit| match edit {
            Edit::Line(_, edit) => Some(edit.record()),
            _ => None,
        });
        let line = written.ok_or(Refusal::NothingToContinue)?.clone();
        edits.extend(self.item_left_by(&line)?);
        Ok((edits, line.id))
    }

    fn item_left_by(&self, line: &Line) -> Result<Option<Edit>, Refusal> {
        let (head, body) = self.place()?;
        let state = meeting::left_by(line).filter(|_| head.state == MeetingState::Held);
        let edit = line.item.as_ref().zip(state).and_then(|(id, state)| {
            body.items.get(id).filter(|it| it.state.is_undiscussed() || it.state == ItemState::Discussed)?;
            body.items.changing(id, |item| item.state = state)
        });
        Ok(edit.map(|edit| Edit::Item(self.meeting.clone(), edit)))
    }

    /// An item of this title that is still open here, else a new one.
    fn topic(&self, title: &str, mint: &mut Mint) -> Result<Outcome, Refusal> {
        let (head, body) = self.place()?;
        let running = head.state == MeetingState::Running;
        let to_come = |item: &&Item| !running || matches!(item.state, ItemState::Open | ItemState::Current);
        let known = body.items.iter().filter(to_come).find(|item| (self.alike)(&item.title, title));
        if let Some(item) = known {
            return self.take(item, mint);
        }
        let state = if head.state == MeetingState::Held { ItemState::Discussed } else { ItemState::Open };
        let item = Item { state, ..Item::new(mint.id(), title, 0) };
        let id = item.id.clone();
        let mut edits = agenda::add(self.council, self.meeting, item)?;
        if running {
            let mut body = body.clone();
            for edit in &edits {
                if let Edit::Item(_, edit) = edit {
                    body.items.apply(edit)?;
                }
            }
            let item = body.items.get(&id);
            edits.extend(meeting::taking_up(self.council, self.meeting, &body, item, self.at, mint));
        }
        Ok(Outcome { edits, done: Done::Added(id.clone(), title.to_owned()), item: Some(id) })
    }

    /// While the meeting runs the item is taken up; else the lines that follow go there.
    fn take(&self, item: &Item, mint: &mut Mint) -> Result<Outcome, Refusal> {
        let edits = match self.is_running() {
            true => agenda::take_up(self.council, &item.id, self.at, mint)?,
            false => Vec::new(),
        };
        let done = Done::Taken(item.id.clone(), item.title.clone());
        Ok(Outcome { edits, done, item: Some(item.id.clone()) })
    }

    fn next_item(&self) -> Result<&Item, Refusal> {
        let (_, body) = self.place()?;
        if self.is_running() {
            return body.upcoming_item().ok_or(Refusal::NoItemAhead);
        }
        let after = self.item.and_then(|id| body.items.position(id)).map_or(0, |at| at + 1);
        body.items[..].get(after).ok_or(Refusal::NoItemAhead)
    }

    fn numbered(&self, number: u32) -> Result<&Item, Refusal> {
        let (_, body) = self.place()?;
        let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        at.and_then(|at| body.items[..].get(at)).ok_or(Refusal::NoSuchItem)
    }

    fn attending(
        &self,
        who: &[Who],
        change: impl Fn(Attendance) -> Result<Attendance, Refusal>,
    ) -> Result<Outcome, Refusal> {
        let (head, body) = self.place()?;
        let (mut list, mut edits, mut done) = (body.attendance.clone(), Vec::new(), Vec::new());
        for who in who {
            let member = self.member(head, who)?;
            let attendance = change(self.council.attendance(head, &member))?;
            let known = list.get(&member).is_some();
            let edit = if known {
                list.replacing(attendance.clone())
            } else {
                Some(list.appending(attendance.clone()))
            };
            if let Some(edit) = edit {
                list.apply(&edit)?;
                edits.push(Edit::Attendance(self.meeting.clone(), edit));
            }
            done.push(attendance);
        }
        Ok(self.outcome(edits, Done::Attending(done)))
    }

    /// The one person meant: an organisation's only member, or whoever holds a seat.
    fn member(&self, meeting: &Meeting, who: &Who) -> Result<MemberId, Refusal> {
        match &who.party {
            Some(Party::Member(id)) => Ok(id.clone()),
            Some(Party::Role(id)) => {
                let holder = self.council.roles.get(id).and_then(|role| role.holder.clone());
                let holder = holder.filter(|holder| !matches!(holder, Party::Role(_)));
                let holder = holder.ok_or_else(|| Refusal::NotOnRoster { who: who.label.clone() })?;
                self.member(meeting, &Who::new(who.label.clone(), Some(holder)))
            }
            Some(Party::Organisation(id)) => {
                let sent = self.council.members_on(meeting.date).into_iter();
                let sent: Vec<_> = sent.filter(|it| it.organisation.as_ref() == Some(id)).collect();
                match sent[..] {
                    [one] => Ok(one.id.clone()),
                    [] => Err(Refusal::NotOnRoster { who: who.label.clone() }),
                    _ => Err(Refusal::SeveralMembers { who: who.label.clone() }),
                }
            }
            None => Err(Refusal::NotOnRoster { who: who.label.clone() }),
        }
    }

    fn arrival(&self) -> Option<chrono::NaiveTime> {
        self.is_running().then(|| self.at.time())
    }

    fn present(&self, was: Attendance) -> Result<Attendance, Refusal> {
        if was.mode.is_attending() {
            return Ok(Attendance { to: None, ..was });
        }
        Ok(Attendance { from: self.arrival(), ..without_times(was, Mode::Present) })
    }

    /// When somebody left a meeting that is over, nobody knows any more.
    fn gone(&self, was: Attendance) -> Result<Attendance, Refusal> {
        if !self.is_running() {
            return Err(Refusal::NotRunning);
        }
        if !was.mode.is_attending() {
            return Err(Refusal::WrongState);
        }
        Ok(Attendance { to: was.to.or_else(|| self.arrival()), ..was })
    }

    fn queue(&self, who: &[Who], note: &str, mint: &mut Mint) -> Result<Outcome, Refusal> {
        let (_, body) = self.place()?;
        if !self.is_running() {
            return Err(Refusal::NotRunning);
        }
        let (mut queue, mut edits) = (body.queue.clone(), Vec::new());
        for who in who {
            let waiting = queue.iter().find(|it| it.who.is_same_party(who)).cloned();
            let edit = match waiting {
                Some(waiting) if note.is_empty() => queue.replacing(waiting),
                Some(waiting) => queue.replacing(Waiting { note: note.to_owned(), ..waiting }),
                None => {
                    let (id, note) = (mint.id(), note.to_owned());
                    Some(queue.appending(Waiting { id, who: who.clone(), note, at: self.at }))
                }
            };
            if let Some(edit) = edit {
                queue.apply(&edit)?;
                edits.push(Edit::Waiting(self.meeting.clone(), edit));
            }
        }
        Ok(self.outcome(edits, Done::Queued(who.to_vec())))
    }

    fn unqueue(&self, who: &[Who]) -> Result<Outcome, Refusal> {
        let edits = self.taken_off(|waiting| who.iter().any(|who| who.is_same_party(waiting)))?;
        if edits.is_empty() {
            Err(Refusal::NotWaiting)
        } else {
            Ok(self.outcome(edits, Done::Unqueued(who.to_vec())))
        }
    }

    fn acknowledge(&self, who: &Who) -> Result<Outcome, Refusal> {
        if !self.is_running() {
            return Err(Refusal::NotRunning);
        }
        let edits = self.taken_off(|waiting| who.is_same_party(waiting))?;
        Ok(self.outcome(edits, Done::Acknowledged(who.clone())))
    }

    /// The edits that take people out of the queue.
    fn taken_off(&self, is_meant: impl Fn(&Who) -> bool) -> Result<Vec<Edit>, Refusal> {
        let (_, body) = self.place()?;
        Ok(meeting::leaving_queue(self.meeting, body, |waiting| is_meant(&waiting.who)))
    }

    fn material(&self, paper: &str) -> Result<Outcome, Refusal> {
        let item = self.item_in_hand()?.ok_or(Refusal::NoItemInHand)?;
        let (_, body) = self.place()?;
        let edit = body.items.changing(&item.id, |item| {
            if !item.materials.iter().any(|it| it == paper) {
                item.materials.push(paper.to_owned());
            }
        });
        let edits = edit.map(|edit| Edit::Item(self.meeting.clone(), edit)).into_iter().collect();
        Ok(self.outcome(edits, Done::Material(item.title.clone(), paper.to_owned())))
    }

    fn correction(&self, old: &str, new: &str) -> Result<Outcome, Refusal> {
        let (_, body) = self.place()?;
        let has = |line: &&Line| {
            let action = record::action_of(self.council, line);
            line.text.contains(old) || action.is_some_and(|action| action.text.contains(old))
        };
        let line = body.lines.iter().rev().find(has).filter(|_| !old.is_empty());
        let line = line.ok_or(Refusal::NothingToCorrect)?;
        let edits = record::correct(self.council, self.meeting, &line.id, old, new)?;
        let text = edits.iter().find_map(|edit| match edit {
            Edit::Line(_, edit) if !line.private => Some(edit.record().text.clone()),
            _ => None,
        });
        Ok(self.outcome(edits, Done::Corrected(line.id.clone(), text)))
    }
}

fn without_times(was: Attendance, mode: Mode) -> Attendance {
    Attendance { mode, from: None, to: None, ..was }
}
