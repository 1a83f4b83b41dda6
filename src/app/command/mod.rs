//! The table of commands. Dispatch, footer, help, palette and the key sheets read it; nothing else binds a key.
//!
//! To add a command, add one row to the file of its place. A test forbids two rows with one key in one scope.

mod actions;
mod agenda;
mod assessments;
mod board;
mod capture;
mod cases;
mod escalations;
mod field;
mod footings;
mod indicators;
mod intake;
mod lens;
mod lobby;
mod minutes;
mod outside;
mod page;
mod papers;
mod partners;
mod popup;
mod record;
mod roles;
mod roster;
mod search;
mod sheet;
mod shell;
mod strengths;
mod suggestions;
mod trail;

use super::{
    key::Key,
    model::Model,
    scope::{self, Scope},
};
use crate::words::Words;

/// Can a command be given now?
#[derive(Clone, Copy)]
pub enum Ready {
    Yes,
    /// Not now, and why: shown when the key is pressed all the same.
    Off(fn(Words) -> &'static str),
}

type Said = fn(Words) -> &'static str;

/// One command: what it is called, where it can be given, by which keys, and what it does.
pub struct Command {
    /// Stable name for configuration and search: `agenda.next`.
    pub id: &'static str,
    pub scope: Scope,
    pub keys: &'static [Key],
    /// In the footer: a word or two.
    pub label: Said,
    /// In help: what it does.
    pub help: Said,
    /// How the Japanese label is read, for the palette; motions have none and are not listed there.
    pub kana: &'static str,
    /// Place in the footer, smallest first; 0 keeps it out.
    pub rank: u8,
    /// Is it worth its place in the footer now?
    pub foot: fn(&Model) -> bool,
    /// It changes the council, or asks for what is to be changed: nothing for those who only watch.
    pub writes: bool,
    pub when: fn(&Model) -> Ready,
    pub act: fn(&mut Model),
}

impl Command {
    const fn new(
        id: &'static str,
        scope: Scope,
        keys: &'static [Key],
        (label, help): (Said, Said),
        act: fn(&mut Model),
    ) -> Self {
        Self {
            id,
            scope,
            keys,
            label,
            help,
            kana: "",
            rank: 0,
            foot: |_| true,
            writes: false,
            when: |_| Ready::Yes,
            act,
        }
    }

    const fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }

    const fn foot(self, foot: fn(&Model) -> bool) -> Self {
        Self { foot, ..self }
    }

    const fn kana(self, kana: &'static str) -> Self {
        Self { kana, ..self }
    }

    const fn writes(self) -> Self {
        Self { writes: true, ..self }
    }

    const fn when(self, when: fn(&Model) -> Ready) -> Self {
        Self { when, ..self }
    }

    /// Does it do something when it is given now?
    pub fn is_ready(&self, model: &Model) -> bool {
        (!self.writes || model.may_write()) && matches!((self.when)(model), Ready::Yes)
    }
}

static TABLE: [&[Command]; 28] = [
    capture::ROWS,
    record::ROWS,
    agenda::ROWS,
    roster::ROWS,
    roles::ROWS,
    actions::ROWS,
    page::ROWS,
    board::ROWS,
    cases::ROWS,
    indicators::ROWS,
    footings::ROWS,
    suggestions::ROWS,
    lens::ROWS,
    strengths::ROWS,
    trail::ROWS,
    sheet::ROWS,
    escalations::ROWS,
    assessments::ROWS,
    partners::ROWS,
    minutes::ROWS,
    papers::ROWS,
    intake::ROWS,
    shell::ROWS,
    field::ROWS,
    popup::ROWS,
    lobby::ROWS,
    search::ROWS,
    outside::ROWS,
];

/// Every row, in the order of help.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLE.iter().copied().flatten()
}

/// The rows that can be heard in these scopes, innermost first.
pub fn heard(scopes: &[Scope]) -> impl Iterator<Item = &'static Command> {
    scopes.iter().flat_map(|scope| all().filter(move |row| row.scope == *scope))
}

/// The row a key means now.
pub fn resolve(model: &Model, key: Key) -> Option<&'static Command> {
    heard(&scope::live(model)).find(|row| row.keys.contains(&key))
}

/// Is a text field taking the letters?
pub fn typing(model: &Model) -> bool {
    scope::live(model).contains(&Scope::Field)
}

/// The rows worth a place in the footer now, in order. An outer row whose key an inner one takes is left out.
pub fn footer(model: &Model) -> Vec<(&'static Command, Key)> {
    let typing = typing(model);
    let mut taken: Vec<Key> = Vec::new();
    let mut shown: Vec<(&Command, Key)> = Vec::new();
    for row in heard(&scope::live(model)) {
        let hidden = |key: &Key| taken.contains(key) || (typing && key.typed().is_some());
        let free = row.keys.iter().find(|key| !hidden(key));
        taken.extend(row.keys);
        if let (Some(key), 1.., true) = (free, row.rank, (row.foot)(model) && row.is_ready(model)) {
            shown.push((row, *key));
        }
    }
    shown.sort_by_key(|(row, _)| row.rank);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in Scope::ALL {
            let mut keys = Vec::new();
            for row in heard(&[scope]) {
                for key in row.keys {
                    assert!(!keys.contains(key), "{} in {scope:?} ({})", key.name(), row.id);
                    keys.push(*key);
                }
            }
        }
    }

    #[test]
    fn every_row_has_a_name_of_its_own_and_says_what_it_does() {
        let ids: BTreeSet<_> = all().map(|row| row.id).collect();
        assert_eq!(ids.len(), all().count());
        for row in all() {
            for words in [Words::new(Lang::Ja), Words::new(Lang::En)] {
                assert!(!(row.label)(words).is_empty() && !(row.help)(words).is_empty(), "{}", row.id);
            }
            assert!(Scope::ALL.contains(&row.scope), "{}", row.id);
        }
    }

    /// What the footer offers and what changes something, where the palette opens.
    #[test]
    fn every_command_but_a_bare_motion_is_in_the_palette_by_its_reading() {
        let closed = [
            Scope::Asking,
            Scope::Aspects,
            Scope::CheckIn,
            Scope::Field,
            Scope::Form,
            Scope::Help,
            Scope::Lobby,
            Scope::Mending,
            Scope::Cell,
            Scope::Notice,
            Scope::Minutes,
            Scope::Papers,
            Scope::Intake,
            Scope::Picker,
            Scope::ReadBack,
            Scope::Clashes,
            Scope::Search,
            Scope::Find,
        ];
        for row in all().filter(|row| !closed.contains(&row.scope)) {
            let motion = row.rank == 0 && row.keys.iter().all(|key| is_motion(*key));
            assert_eq!(row.kana.is_empty(), motion, "{}", row.id);
            let hiragana = |c| matches!(c, 'ぁ'..='ゖ' | 'ー' | ' ');
            assert!(row.kana.chars().all(hiragana), "{} {}", row.id, row.kana);
        }
    }

    fn is_motion(key: Key) -> bool {
        use crate::app::key::Code::{Char, Down, End, Esc, Home, Left, PageDown, PageUp, Right, Up};
        let motion = [Up, Down, Left, Right, PageUp, PageDown, Home, End, Esc, Char('j'), Char('k')];
        !key.alt && (motion.contains(&key.code) || [Key::char('J'), Key::char('K')].contains(&key))
    }

    /// While composing, an IME takes these; a terminal cannot tell the others from editing keys.
    #[test]
    fn every_row_has_a_key_that_arrives() {
        let lost = [Key::f(6), Key::f(7), Key::f(8), Key::f(9), Key::f(10), Key::ctrl(' '), Key::ctrl('j')];
        for row in all() {
            assert!(row.keys.iter().any(|key| !lost.contains(key)), "{}", row.id);
        }
    }
}
