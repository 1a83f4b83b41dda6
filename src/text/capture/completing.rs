//! Names and points for the word being typed. Offers no name inside a text.

use super::{Reader, commands, log, marks, offices, owners, points, speakers, tokens};
use crate::{
    domain::{Council, Party, Who, decide::record::NewKind},
    text::fold::fold,
};
use chrono::NaiveDate;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The byte at which the typed word begins; it is replaced up to the cursor.
    pub start: usize,
    pub insert: String,
    /// The name with what tells it from others: 会長（保健所 所長）.
    pub label: String,
}

/// What the word before the cursor begins, in kanji, kana or Latin letters: names at the start of a line, in brackets or behind a
/// bullet, behind `提案（`, `@` and commands, and among the owners of an action; points behind `#`.
///
/// Those present come first; seats before people before organisations. Where nobody goes by such a name, an office.
pub fn completions(council: &Council, today: NaiveDate, before_cursor: &str) -> Vec<Completion> {
    Reader::of(council, today).completions(before_cursor).collect()
}

/// What comes after a name.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Colon,
    Bracket,
    BracketAndColon,
    Space,
    Nothing,
}

impl Ending {
    const fn after(self, name: &str) -> &'static str {
        match (self, name.is_ascii()) {
            (Self::Colon, false) => "：",
            (Self::Colon, true) => ": ",
            (Self::Bracket, false) => "）",
            (Self::Bracket, true) => ") ",
            (Self::BracketAndColon, false) => "）：",
            (Self::BracketAndColon, true) => "): ",
            (Self::Space, false) => "　",
            (Self::Space, true) => " ",
            (Self::Nothing, _) => "",
        }
    }

    /// Whoever is named speaks.
    const fn is_spoken(self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The word being typed, and what it can be.
enum Typed<'l> {
    Name(&'l str, Ending),
    Point(&'l str),
}

impl Reader<'_> {
    /// As [`completions`](fn@completions), each made when it is asked for.
    pub fn completions(&self, before_cursor: &str) -> impl Iterator<Item = Completion> {
        let start_of = |word: &str| before_cursor.len() - word.len();
        let (name, point) = match self.word(before_cursor) {
            Some(Typed::Name(word, ending)) => {
                (Some((self.found(word, ending), start_of(word), ending)), None)
            }
            Some(Typed::Point(word)) => (None, Some((points::beginning(word), start_of(word)))),
            None => (None, None),
        };
        let names = name.into_iter().flat_map(move |(found, start, ending)| {
            found.into_iter().map(move |who| {
                let name = self.names.spelling(&who);
                let insert = format!("{name}{}", ending.after(&name));
                Completion { start, insert, label: label(self.names.council, &who) }
            })
        });
        let points = point.into_iter().flat_map(|(found, start)| {
            found.map(move |(point, name)| {
                let insert = point.number().to_string();
                Completion { start, label: format!("{insert} {name}"), insert }
            })
        });
        names.chain(points)
    }

    fn found(&self, word: &str, ending: Ending) -> Vec<Who> {
        let mut found = self.names.beginning(word);
        if found.is_empty() && ending.is_spoken() {
            let key = fold(word);
            found.extend(offices::beginning(&key).map(|office| Who::new(office, None)));
        }
        found
    }

    fn word<'l>(&self, typed: &'l str) -> Option<Typed<'l>> {
        let start = typed.trim_start();
        let start = log::entry(start).map_or(start, |entry| entry.said);
        let start = marks::off(start).unwrap_or(start);
        if let Some(word) = points::being_typed(start) {
            return Some(Typed::Point(word));
        }
        if let Some(word) = commands::name_being_typed(start) {
            return Some(Typed::Name(word, Ending::Nothing));
        }
        match marks::split_head(start) {
            None => Some(opening_word(start)),
            Some((_, rest)) => {
                let marked = marks::split_mark(start).or_else(|| marks::split_mark(rest));
                let (_, body) = marked.filter(|(kind, _)| *kind == NewKind::Action)?;
                let word = tokens::name_being_typed(body).or_else(|| self.owner_being_typed(body))?;
                Some(Typed::Name(word, Ending::Nothing))
            }
        }
    }

    /// The last name of a list of owners; `None` where the text has begun.
    fn owner_being_typed<'l>(&self, body: &'l str) -> Option<&'l str> {
        if body.contains(owners::is_wave) {
            return None;
        }
        let word = body.rsplit(owners::is_separator).next()?;
        let mut before = body[..body.len() - word.len()].split(owners::is_separator).map(str::trim);
        let is_list =
            before.all(|name| name.is_empty() || self.names.is_known(name) || self.is_stranger(name));
        is_list.then(|| word.trim_start())
    }
}

/// The word at the start of a line, behind what may stand before a name there.
fn opening_word(start: &str) -> Typed<'_> {
    if let Some(word) = start.strip_prefix(speakers::is_bullet) {
        return Typed::Name(word.trim_start(), Ending::Space);
    }
    let bracket = start.char_indices().find(|(_, c)| matches!(c, '(' | '（'));
    match bracket.map(|(at, open)| (&start[..at], start[at + open.len_utf8()..].trim_start())) {
        Some(("", word)) => Typed::Name(word, Ending::Bracket),
        Some((mark, word)) if marks::kind_of(mark).is_some() => Typed::Name(word, Ending::BracketAndColon),
        _ => Typed::Name(start, Ending::Colon),
    }
}

fn label(council: &Council, who: &Who) -> String {
    let more = match &who.party {
        Some(Party::Role(id)) => {
            let holder = council.roles.get(id).and_then(|role| role.holder.as_ref());
            holder.and_then(|it| council.party_label(it))
        }
        Some(Party::Member(id)) => council.members.get(id).map(|member| {
            let sender = council.organisation_of(member).map_or("", |it| it.called());
            format!("{sender} {}", member.post).trim().to_owned()
        }),
        Some(Party::Organisation(id)) => council.organisations.get(id).map(|it| it.name.clone()),
        None => None,
    };
    match more.filter(|more| !more.is_empty() && *more != who.label) {
        Some(more) => format!("{}（{more}）", who.label),
        None => who.label.clone(),
    }
}
