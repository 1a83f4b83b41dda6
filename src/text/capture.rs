//! The capture language: what is typed into the record's input line, and what it means. Never refuses and never loses a letter:
//! what it cannot read stays text, with a [`Doubt`] that says why.
//!
//! | typed | read as |
//! | --- | --- |
//! | `様式の話に移る` | a note, to the letter |
//! | `農務課：…` `（委員）…` `○事務局 …` `○会長（山田）…` | a speech, when the roster, a seat or an office goes by that name |
//! | `<nick> …` `15:03 <nick> …` | the same from a chat log; nobody need know the nick, and the time goes |
//! | `決定：…` `保留：…` `提案：…` `論点：…` `宿題：…` `メモ：…` | what the mark says; `提案（農務課）：…` and `農務課：提案：…` keep the speaker |
//! | `！…` `？…` | a decision, an issue |
//! | `宿題：農務課、保育課 〜 原稿 期限12/20` | an action with its owners and its due; also `@農務課 ^12/20` anywhere in it |
//! | `……続き` `...more` | more of the line above |
//! | `［オフ］…` `オフレコ：…` | the rest of the line, off the record |
//! | `… #6` `… ＃ツール` | points, at the end of any line |
//! | `議題：…` `次へ` `議題3` `出席＋…` `退席 …` `欠席＋…` `…の代理 …` `挙手＋…` `取下げ …` `指名 …` `挙手？` `資料：…` | what [`Said`] names |
//! | `s/old/new/` | a correction |
//! | `＼決定：…` | a note to the letter |
//! | `…＼`, `＼@…` | what looks like a point or a token there is text |
//!
//! A backslash goes only where it makes a difference, so a path stays a path.

mod answers;
mod commands;
mod completing;
mod correction;
mod due;
mod log;
mod marks;
mod names;
mod offices;
mod owners;
mod points;
mod prefix;
mod speakers;
#[cfg(test)]
mod tests;
mod tokens;
mod writing;

pub use answers::{Answer, Candidate, Choice, Doubt};
pub use completing::{Completion, completions};
pub use due::read as read_due;
pub use marks::{Mark, mark};
pub use names::{Resolution, resolve};
pub use owners::Named;
pub use points::point;
pub use prefix::{opening, prefix};
pub use writing::write;

use crate::domain::{
    Action, Council, Due, Line, Meeting, Point, Who,
    decide::{
        record::{NewKind, NewLine},
        said::Said,
    },
};
use chrono::NaiveDate;
use due::{Dated, Dues};
use names::Names;

/// A line as it was understood, and what was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Captured {
    pub said: Said,
    pub doubts: Vec<Doubt>,
}

impl Captured {
    /// The line of the record it is; what asks for something else is a note of what was `typed`, to the letter.
    pub fn into_line(self, typed: &str) -> NewLine {
        match self.said {
            Said::Line(line) => line,
            _ => NewLine { text: typed.to_owned(), ..NewLine::default() },
        }
    }
}

/// Reads one line. `None` when there is nothing on it.
///
/// A known name is stored as the room calls its bearer today, not as it was typed; people whose term does not cover `today`
/// are meant only where nobody present is.
pub fn read(council: &Council, today: NaiveDate, line: &str) -> Option<Captured> {
    Reader::of(council, today).read(line)
}

/// No meeting has more lines: whoever reads a text into a record stops there.
pub const MOST_LINES: usize = 10_000;

/// Reads several lines, each as [`read`] would.
pub fn read_all<'l>(
    council: &Council,
    today: NaiveDate,
    lines: impl IntoIterator<Item = &'l str>,
) -> Vec<Option<Captured>> {
    let reader = Reader::of(council, today);
    lines.into_iter().map(|line| reader.read(line)).collect()
}

/// Reads a line that was written by [`write`](fn@write) and edited. Whoever stood on it before is known by the name on it,
/// transferred or not.
pub fn read_again(
    council: &Council,
    today: NaiveDate,
    line: &str,
    was: &Line,
    action: Option<&Action>,
) -> Option<Captured> {
    Reader::of(council, today).again(was, action).read(line)
}

/// Reads a list of names parted by 、 ・ or と, as before 〜. A known name that contains such a sign stays whole.
///
/// `None` when it is too long for a list of names.
pub fn resolve_list<'l>(council: &Council, today: NaiveDate, list: &'l str) -> Option<Vec<Named<'l>>> {
    Reader::of(council, today).list(list)
}

/// Reads lines on a day, the names of the roster at hand. Making one goes through the whole roster.
pub struct Reader<'a> {
    names: Names<'a>,
    dues: Dues,
}

/// What stands before the text of a line.
#[derive(Default)]
struct Head<'a> {
    kind: NewKind,
    speaker: Option<Who>,
    owners: Vec<Who>,
    /// The text.
    rest: &'a str,
    /// Brackets behind the mark with no name in them. They belong to the text.
    aside: &'a str,
    private: bool,
    doubt: Option<Doubt>,
}

impl<'a> Reader<'a> {
    pub fn of(council: &'a Council, today: NaiveDate) -> Self {
        Self { names: Names::of(council, today), dues: Dues::on(today) }
    }

    /// The same for lines of a meeting, where some names have been answered for.
    pub fn in_meeting(council: &'a Council, today: NaiveDate, meeting: Option<&Meeting>) -> Self {
        let on_roster = |who: &Who| who.party.as_ref().is_none_or(|it| council.party_label(it).is_some());
        let called = meeting.into_iter().flat_map(|it| &it.called).filter(|it| on_roster(&it.who));
        let mut reader = Self::of(council, today);
        called.for_each(|it| reader.names.answer(&it.name, &it.who));
        reader
    }

    /// The same with what was answered to the doubts of a line: read again, it is free of them.
    pub fn with(mut self, answers: &[Answer]) -> Self {
        for answer in answers {
            match answer {
                Answer::Name { typed, who } => self.names.answer(typed, who),
                Answer::Due { typed, due } => self.dues.answered.push((typed.clone(), *due)),
            }
        }
        self
    }

    /// The same for a line that was written by [`write`](fn@write) and edited: whoever stood on it is known by the name on it,
    /// transferred or not, and its due may have passed.
    pub fn again(mut self, was: &Line, action: Option<&Action>) -> Self {
        let before = was.speaker.iter().chain(action.into_iter().flat_map(|it| &it.owners));
        before.for_each(|who| self.names.remember(who));
        self.dues.stood = action.map(|it| it.due);
        self
    }
}

impl Reader<'_> {
    /// As [`read`](fn@read).
    pub fn read(&self, line: &str) -> Option<Captured> {
        if line.trim().is_empty() {
            return None;
        }
        let to_the_letter = marks::unescaped(line, |bare| !self.is_plain(bare));
        Some(to_the_letter.map_or_else(|| self.unescaped(line), |text| Captured::of(Head::note(text))))
    }

    /// Whether a line means no more than its letters.
    fn is_plain(&self, line: &str) -> bool {
        let read = self.unescaped(line);
        let is_note =
            |it: &NewLine| it.kind == NewKind::Note && !it.private && it.points.is_empty() && it.text == line;
        read.doubts.is_empty() && matches!(&read.said, Said::Line(line) if is_note(line))
    }

    fn unescaped(&self, line: &str) -> Captured {
        let start = line.trim_start();
        match log::entry(start) {
            Some(entry) => self.logged(&entry),
            None => {
                let unread = |doubts| Captured { doubts, ..Captured::of_ended(Head::note(line)) };
                self.meaning(log::off_after_stamp(start), None).unwrap_or_else(unread)
            }
        }
    }

    /// A line of a chat log, at the time it was written there.
    fn logged(&self, entry: &log::Entry<'_>) -> Captured {
        let mut captured = self.said_by_nick(entry);
        if let Said::Line(line) = &mut captured.said {
            line.at = entry.at;
        }
        captured
    }

    fn said_by_nick(&self, entry: &log::Entry<'_>) -> Captured {
        let nick = match self.names.speaker(entry.nick) {
            Resolution::One(who) => who,
            _ => Who::new(entry.nick, None),
        };
        let speech =
            |text| Head { kind: NewKind::Speech, speaker: Some(nick.clone()), rest: text, ..Head::default() };
        if let Some(text) = marks::unescaped(entry.said, |bare| self.meaning(bare, Some(&nick)).is_ok()) {
            return Captured::of_ended(speech(text));
        }
        let unread = |doubts| Captured { doubts, ..Captured::of_ended(speech(entry.said)) };
        self.meaning(entry.said.trim_start(), Some(&nick)).unwrap_or_else(unread)
    }

    /// What a line asks for, or is beside a note. `nick` wrote it, where that is known.
    ///
    /// # Errors
    /// It is its letters, and what of them is doubtful.
    fn meaning(&self, start: &str, nick: Option<&Who>) -> Result<Captured, Vec<Doubt>> {
        if let Some(hidden) = marks::off(start) {
            return Ok(self.hidden(hidden, nick));
        }
        if let Some(more) = marks::after_dots(start) {
            return Ok(Captured::of_ended(Head { kind: NewKind::Continue, rest: more, ..Head::default() }));
        }
        let asked = self.command(start, nick).or_else(|| correction::read(start).map(Ok));
        match asked {
            Some(said) => said.map(Captured::from),
            None => self.marked(start, nick),
        }
    }

    /// A line off the record. It asks for nothing: what is done would show.
    fn hidden(&self, line: &str, nick: Option<&Who>) -> Captured {
        let kind = if nick.is_some() { NewKind::Speech } else { NewKind::Note };
        let letters = |text| Head { kind, speaker: nick.cloned(), rest: text, ..Head::default() };
        let captured = match marks::unescaped(line, |bare| self.marked(bare.trim_start(), nick).is_ok()) {
            Some(text) if nick.is_some() => Captured::of_ended(letters(text)),
            Some(text) => Captured::of(letters(text)),
            None => self
                .marked(line.trim_start(), nick)
                .unwrap_or_else(|doubts| Captured { doubts, ..Captured::of_ended(letters(line)) }),
        };
        captured.off_the_record()
    }

    /// A line with a mark, a name, or both.
    fn marked(&self, start: &str, nick: Option<&Who>) -> Result<Captured, Vec<Doubt>> {
        let mut head = self.head(start).or_else(|doubt| self.bare_action(start, nick).ok_or(doubt)).map_err(
            |doubt| {
                // In a log, a name nobody bears is one that is spoken to.
                doubt
                    .filter(|it| nick.is_none() || !matches!(it, Doubt::UnknownName(_)))
                    .into_iter()
                    .collect::<Vec<_>>()
            },
        )?;
        head.speaker = head.speaker.or_else(|| nick.cloned());
        Ok(match head.kind {
            NewKind::Action => self.action(head),
            _ => Captured::of_ended(head),
        })
    }

    /// `ACTION Ivan to …`, and in a chat log whatever follows the word.
    fn bare_action<'l>(&self, line: &'l str, nick: Option<&Who>) -> Option<Head<'l>> {
        let rest = marks::bare_action(line, nick.is_some())?;
        let is_given = nick.is_some() || self.has_owners_before_to(rest);
        is_given.then(|| Head { kind: NewKind::Action, rest, ..Head::default() })
    }

    /// Reads the mark, the name, or both.
    fn head<'l>(&self, line: &'l str) -> Result<Head<'l>, Option<Doubt>> {
        if let Some((kind, rest)) = marks::split_sign(line).or_else(|| marks::split_mark(line)) {
            return Ok(Head { kind, rest, ..Head::default() });
        }
        let named = marks::split_head(line)
            .and_then(|(before, rest)| self.marked_for(before, rest).or_else(|| self.given_to(before, rest)));
        match named {
            Some(head) => Ok(head),
            None => self.speech(line),
        }
    }

    /// `提案（農務課）：…`: the speaker, or the owners of an action. Other words in the brackets (全会一致) are part of the text.
    fn marked_for<'l>(&self, before: &'l str, rest: &'l str) -> Option<Head<'l>> {
        let (mark, brackets, inside) = marks::bracketed(before)?;
        let head = Head { kind: marks::kind_of(mark)?, rest, ..Head::default() };
        if head.kind == NewKind::Action {
            return Some(match self.known_owners(inside) {
                Some(owners) => Head { owners, ..head },
                None => Head { aside: brackets, ..head },
            });
        }
        Some(match self.names.speaker(inside) {
            Resolution::One(speaker) => Head { speaker: Some(speaker), ..head },
            unresolved => {
                let names_expected = matches!(head.kind, NewKind::Proposal | NewKind::Issue);
                let doubt = self.names.doubt(inside, unresolved).filter(|_| names_expected);
                Head { aside: brackets, doubt, ..head }
            }
        })
    }

    /// `ACTION Ivan: …`, `宿題 農務課：…`
    fn given_to<'l>(&self, before: &'l str, rest: &'l str) -> Option<Head<'l>> {
        let (mark, list) = before.split_once(char::is_whitespace)?;
        let kind = marks::kind_of(mark).filter(|kind| *kind == NewKind::Action)?;
        let named = self.names_of_owners(list)?;
        let doubt = named.doubts.into_iter().next();
        Some(Head { kind, rest, owners: named.who, doubt, ..Head::default() })
    }

    fn action(&self, head: Head<'_>) -> Captured {
        let tokens = self.tokens(head.rest);
        let (body, points) = points::split(&tokens.text);
        let (named, body) = self.owners(body);
        let Dated { text, due, doubt } = match tokens.due {
            Some(_) => Dated { text: body, due: tokens.due, doubt: None },
            None => self.dues.split(body),
        };
        // What was typed between the text and its due.
        let (text, earlier) = if due.is_some() { points::split(text) } else { (text, Vec::new()) };
        let line = NewLine {
            kind: NewKind::Action,
            speaker: head.speaker,
            text: format!("{}{text}", head.aside),
            owners: owners::distinct(head.owners.into_iter().chain(named.who).chain(tokens.owners.who)),
            due: due.unwrap_or_default(),
            points: points::distinct(tokens.points.into_iter().chain(earlier).chain(points)),
            private: head.private,
            at: None,
        };
        let doubts = head
            .doubt
            .into_iter()
            .chain(named.doubts)
            .chain(tokens.owners.doubts)
            .chain(tokens.doubts)
            .chain(doubt);
        Captured { said: Said::Line(line), doubts: doubts.collect() }
    }
}

impl<'l> Head<'l> {
    fn note(text: &'l str) -> Self {
        Self { rest: text, ..Self::default() }
    }
}

impl From<Said> for Captured {
    fn from(said: Said) -> Self {
        Self { said, doubts: Vec::new() }
    }
}

impl Captured {
    /// A line to the letter.
    fn of(head: Head<'_>) -> Self {
        Self::with_points(head, Vec::new())
    }

    /// A line with the points at its end.
    fn of_ended(head: Head<'_>) -> Self {
        let (rest, points) = points::split(head.rest);
        Self::with_points(Head { rest, ..head }, points)
    }

    fn with_points(head: Head<'_>, points: Vec<Point>) -> Self {
        let line = NewLine {
            kind: head.kind,
            speaker: head.speaker,
            text: format!("{}{}", head.aside, head.rest),
            owners: head.owners,
            due: Due::default(),
            points,
            private: head.private,
            at: None,
        };
        Self { said: Said::Line(line), doubts: head.doubt.into_iter().collect() }
    }

    fn off_the_record(mut self) -> Self {
        if let Said::Line(line) = &mut self.said {
            line.private = true;
        }
        self
    }
}
