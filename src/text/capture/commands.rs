//! Lines that ask for something else than a line: agenda, attendance, the queue of speakers, material. What makes no sense as one
//! stays text; does nothing itself.

use super::{
    Doubt, Reader, Resolution,
    marks::{self, is_colon, without_space},
    owners::{distinct, is_separator, is_wave},
};
use crate::{
    domain::{Who, decide::said::Said},
    text::fold::fold,
};

/// What was asked for, or what about it is doubtful.
type Asked = Result<Said, Vec<Doubt>>;

/// A word that opens a command without a colon.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Word {
    Next,
    Take,
    Present,
    Left,
    Regrets,
    Proxy,
    Queue,
    Unqueue,
    Acknowledge,
    ShowQueue,
}

/// As [`fold`] leaves them.
const WORDS: &[(Word, &[&str])] = &[
    (Word::Next, &["next", "次へ"]),
    (Word::Take, &["take", "議題"]),
    (Word::Present, &["present+", "出席+"]),
    (Word::Left, &["present-", "退席-", "退席+", "退席"]),
    (Word::Regrets, &["regrets+", "欠席+"]),
    (Word::Proxy, &["proxy", "proxy+", "代理", "代理+", "代理出席"]),
    (Word::Queue, &["q+", "挙手+"]),
    (Word::Unqueue, &["q-", "挙手-", "取下げ", "取り下げ"]),
    (Word::Acknowledge, &["ack", "指名"]),
    (Word::ShowQueue, &["q?", "挙手?"]),
];

/// No such word is longer, in characters, spaces within it included.
const LONGEST_WORD: usize = 10;
/// Names before a note have no more words.
const MOST_WORDS: usize = 6;
/// Somebody who sits in has no longer name, in characters.
const LONGEST_STAND_IN: usize = 30;

/// A command and what follows it.
struct Command<'l> {
    word: Word,
    /// It ends in a sign that no sentence has: what follows is meant for it.
    is_sure: bool,
    rest: &'l str,
}

impl Reader<'_> {
    /// What a line asks for. `None` when it is no command. `nick` wrote it, and is meant where nobody is named.
    pub(super) fn command(&self, line: &str, nick: Option<&Who>) -> Option<Asked> {
        if let Some(asked) = with_colon(line) {
            return Some(asked);
        }
        let Some(Command { word, is_sure, rest }) = command(line) else {
            return self.stand_in_first(line).map(Ok);
        };
        let nonsense = || Err(vec![Doubt::NoCommand(line.trim_end().to_owned())]);
        let blank = rest.trim().is_empty();
        match word {
            Word::Next => blank.then_some(Ok(Said::Next)),
            Word::ShowQueue => blank.then_some(Ok(Said::ShowQueue)),
            Word::Take => {
                let number = fold(rest).parse().ok().filter(|number| *number > 0);
                let one_word = !blank && rest.split_whitespace().count() == 1;
                number.map(|number| Ok(Said::Take(number))).or_else(|| one_word.then(nonsense))
            }
            Word::Proxy => self.stand_in(rest),
            Word::Queue => Some(self.queue(rest, nick).unwrap_or_else(nonsense)),
            _ if blank && nick.is_none() => is_sure.then(nonsense),
            _ => {
                let who = self.people(rest, nick, is_sure)?;
                Some(who.and_then(|who| said_of(word, who).map_or_else(nonsense, Ok)))
            }
        }
    }

    /// Those named, or whoever wrote the line where nobody is; `None` when the words are a sentence.
    fn people(&self, list: &str, nick: Option<&Who>, is_sure: bool) -> Option<Result<Vec<Who>, Vec<Doubt>>> {
        if list.trim().is_empty() {
            return nick.map(|who| Ok(vec![who.clone()]));
        }
        let named = self.list(list)?;
        let mut who = Vec::new();
        let mut doubts = Vec::new();
        for name in named {
            if !is_sure && name.found == Resolution::Unknown && !self.is_stranger(name.typed) {
                return None;
            }
            match name.found {
                Resolution::One(one) => who.push(one),
                found => doubts.extend(self.names.doubt(name.typed, found)),
            }
        }
        Some(if doubts.is_empty() && !who.is_empty() { Ok(distinct(who)) } else { Err(doubts) })
    }

    /// `q+ 農務課 to …`, `挙手＋ 農務課 〜 …`, `挙手＋ 農務課：…`, `挙手＋ 農務課 …`, and of a nick `q+ to …`.
    fn queue(&self, rest: &str, nick: Option<&Who>) -> Option<Asked> {
        let rest = rest.trim();
        let (own_note, is_own) =
            rest.strip_prefix("to ").map_or((rest, rest.is_empty()), |note| (note, true));
        if is_own {
            let who = vec![nick?.clone()];
            return Some(Ok(Said::Queue { who, note: own_note.to_owned() }));
        }
        let queued = splits(rest)
            .find_map(|(list, note)| Some((self.known_owners(list)?, note)))
            .map(|(who, note)| Said::Queue { who, note: note.trim().to_owned() });
        Some(queued.ok_or_else(|| {
            let (list, _) = splits(rest).nth(1).unwrap_or((rest, ""));
            match self.people(list, None, true) {
                Some(Err(doubts)) if !doubts.is_empty() => doubts,
                _ => vec![Doubt::NoCommand(rest.to_owned())],
            }
        }))
    }

    /// `x（y）`, `x → y`, `x for y`: x sits in for y.
    fn stand_in(&self, rest: &str) -> Option<Asked> {
        let rest = rest.trim();
        let bracketed = || marks::bracketed(rest).map(|(stand_in, _, absent)| (stand_in, absent));
        let arrowed = || ["→", "⇒", "->", "=>", " for "].iter().find_map(|arrow| rest.split_once(arrow));
        let (stand_in, absent) = arrowed().or_else(bracketed)?;
        let absent = match self.names.resolve(absent.trim()) {
            Resolution::One(who) => who,
            found => return Some(Err(self.names.doubt(absent.trim(), found).into_iter().collect())),
        };
        let stand_in = self.guest(stand_in.trim())?;
        Some(stand_in.map(|stand_in| Said::Proxy { stand_in, absent }))
    }

    /// `yの代理 x`, `yの代理：x`
    fn stand_in_first(&self, line: &str) -> Option<Said> {
        let (absent, rest) = line.split_once("の代理")?;
        let rest = rest.strip_prefix("出席").unwrap_or(rest);
        let apart = rest.starts_with(char::is_whitespace) || rest.starts_with(is_colon);
        let Resolution::One(absent) = self.names.resolve(absent.trim()) else { return None };
        let stand_in = rest.trim_start().trim_start_matches(is_colon).trim();
        let stand_in = apart.then(|| self.guest(stand_in)).flatten()?.ok()?;
        Some(Said::Proxy { stand_in, absent })
    }

    /// Somebody who need not be on the roster. `None` when it is no name.
    fn guest(&self, name: &str) -> Option<Result<Who, Vec<Doubt>>> {
        match self.names.resolve(name) {
            Resolution::One(who) => Some(Ok(who)),
            Resolution::Unknown => {
                let particle = name.starts_with(['が', 'は', 'を', 'に', 'で', 'の', 'へ', 'と', 'も']);
                let is_name = name.chars().count() <= LONGEST_STAND_IN
                    && name.contains(char::is_alphabetic)
                    && !name.contains(['。', '、', '，', ','])
                    && !particle;
                is_name.then(|| Ok(Who::new(name, None)))
            }
            several => Some(Err(self.names.doubt(name, several).into_iter().collect())),
        }
    }
}

/// The name being typed behind a command. `None` when a line is no command, or a note has begun.
pub(super) fn name_being_typed(line: &str) -> Option<&str> {
    let Command { word, rest, .. } = command(line)?;
    match word {
        Word::Next | Word::Take | Word::ShowQueue => None,
        Word::Proxy => {
            let parts =
                [" for ", "→", "⇒", "（", "("].iter().filter_map(|part| Some(rest.rsplit_once(part)?.1));
            Some(parts.min_by_key(|part| part.len()).unwrap_or(rest).trim_start())
        }
        Word::Queue if rest.contains(" to ") || rest.contains(|c| is_wave(c) || is_colon(c)) => None,
        _ => Some(rest.rsplit(is_separator).next().unwrap_or(rest).trim_start()),
    }
}

/// `議題：…`, `資料：…`
fn with_colon(line: &str) -> Option<Asked> {
    let (word, rest) = marks::split_head(line)?;
    let said = match fold(word).as_str() {
        "topic" | "議題" => Said::Topic,
        "material" | "資料" => Said::Material,
        _ => return None,
    };
    let nonsense = || Err(vec![Doubt::NoCommand(line.trim_end().to_owned())]);
    Some(if rest.trim().is_empty() { nonsense() } else { Ok(said(rest.to_owned())) })
}

/// The longest command word at the start of a line, and what follows it. Behind a word without a sign stands a space, a colon, or nothing.
fn command(line: &str) -> Option<Command<'_>> {
    let ends = line.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_WORD);
    let found = ends.filter_map(|end| {
        let key = fold(&line[..end]);
        let (word, _) = WORDS.iter().find(|(_, words)| words.contains(&key.as_str()))?;
        let (is_sure, rest) = (key.ends_with(['+', '-', '?']), &line[end..]);
        let counts = *word == Word::Take && rest.starts_with(char::is_numeric);
        let apart = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || is_colon(c));
        (is_sure || counts || apart).then_some((key.len(), Command { word: *word, is_sure, rest }))
    });
    // Of equal words the first leaves the space behind it to the rest.
    let (_, Command { word, is_sure, rest }) =
        found.reduce(|one, next| if next.0 > one.0 { next } else { one })?;
    let rest = rest.trim_start();
    let rest =
        if word == Word::Take { rest } else { rest.strip_prefix(is_colon).map_or(rest, without_space) };
    Some(Command { word, is_sure, rest })
}

fn said_of(word: Word, mut who: Vec<Who>) -> Option<Said> {
    Some(match word {
        Word::Present => Said::Present(who),
        Word::Left => Said::Left(who),
        Word::Regrets => Said::Regrets(who),
        Word::Unqueue => Said::Unqueue(who),
        Word::Acknowledge => Said::Acknowledge(who.pop().filter(|_| who.is_empty())?),
        _ => return None,
    })
}

/// The ways to part names from a note, surest first: none, "to", a wave, a colon, a space.
fn splits(rest: &str) -> impl Iterator<Item = (&str, &str)> {
    let at_sign = |sign: fn(char) -> bool| {
        let (at, c) = rest.char_indices().find(|(_, c)| sign(*c))?;
        Some((rest[..at].trim_end(), &rest[at + c.len_utf8()..]))
    };
    let spaces = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let spaces: Vec<usize> = spaces.take(MOST_WORDS).collect();
    std::iter::once((rest, ""))
        .chain(rest.split_once(" to "))
        .chain(at_sign(is_wave))
        .chain(at_sign(is_colon))
        .chain(spaces.into_iter().rev().map(|at| rest.split_at(at)))
}
