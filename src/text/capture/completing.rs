//! Names for the word being typed. Offers nothing inside a text.

use super::{Reader, marks, owners};
use crate::domain::{Council, Party, Who, decide::record::NewKind};
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

/// Names that the word before the cursor begins: at the start of a line, behind `提案（`, and among the owners of an action.
///
/// Those present come first; seats before people before organisations.
pub fn completions(council: &Council, today: NaiveDate, before_cursor: &str) -> Vec<Completion> {
    Reader::of(council, today).completions(before_cursor).collect()
}

/// What comes after a name.
#[derive(Clone, Copy)]
enum Ending {
    Colon,
    BracketAndColon,
    Nothing,
}

impl Ending {
    const fn after(self, name: &str) -> &'static str {
        match (self, name.is_ascii()) {
            (Self::Colon, false) => "：",
            (Self::Colon, true) => ": ",
            (Self::BracketAndColon, false) => "）：",
            (Self::BracketAndColon, true) => "): ",
            (Self::Nothing, _) => "",
        }
    }
}

impl Reader<'_> {
    /// As [`completions`](fn@completions), each made when it is asked for.
    pub fn completions(&self, before_cursor: &str) -> impl Iterator<Item = Completion> {
        let (found, start, ending) = match self.word(before_cursor) {
            Some((word, ending)) => (self.names.beginning(word), before_cursor.len() - word.len(), ending),
            None => (Vec::new(), 0, Ending::Nothing),
        };
        found.into_iter().map(move |who| {
            let name = self.names.spelling(&who);
            let insert = format!("{name}{}", ending.after(&name));
            Completion { start, insert, label: label(self.names.council, &who) }
        })
    }

    /// The word being typed, where it can be a name.
    fn word<'l>(&self, typed: &'l str) -> Option<(&'l str, Ending)> {
        let Some((_, rest)) = marks::split_head(typed) else {
            let bracket = typed.char_indices().find(|(_, c)| matches!(c, '(' | '（'));
            return Some(match bracket {
                Some((at, open)) if marks::kind_of(&typed[..at]).is_some() => {
                    (typed[at + open.len_utf8()..].trim_start(), Ending::BracketAndColon)
                }
                _ => (typed.trim_start(), Ending::Colon),
            });
        };
        let marked = marks::split_mark(typed).or_else(|| marks::split_mark(rest));
        let (_, body) = marked.filter(|(kind, _)| *kind == NewKind::Action)?;
        self.owner_being_typed(body).map(|word| (word, Ending::Nothing))
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
