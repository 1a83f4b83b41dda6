//! A picker: a short list in a popup, narrowed by typing. Also the command palette.

use super::{cursor::Cursor, model::Model};
use crate::text::{editor::Editor, fold::fold, wrap::opening};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

/// No search looks further into a choice, in characters.
const LONGEST: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the picker's taker gets.
    pub key: String,
    pub label: String,
    /// Shown at the right edge: a key, a count.
    pub note: String,
    /// What typing is matched against besides the label: the other language, kana, ids.
    pub also: String,
}

impl Choice {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), note: String::new(), also: String::new() }
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    #[must_use]
    pub fn also(mut self, also: impl Into<String>) -> Self {
        self.also = also.into();
        self
    }
}

/// Does something with the key of what was picked. The picker has closed by then.
pub type Take = fn(&mut Model, about: &str, key: &str);

#[derive(Clone, Debug)]
pub struct Picker {
    pub title: String,
    /// The id of the record it is about.
    pub about: String,
    pub query: Editor,
    pub choices: Vec<Choice>,
    pub cursor: Cursor,
    pub take: Take,
}

impl Picker {
    pub fn new(title: impl Into<String>, about: impl Into<String>, choices: Vec<Choice>, take: Take) -> Self {
        Self {
            title: title.into(),
            about: about.into(),
            query: Editor::default(),
            choices,
            cursor: Cursor::default(),
            take,
        }
    }

    /// Starts at the choice with this key.
    #[must_use]
    pub fn at(mut self, key: &str) -> Self {
        self.cursor.at = self.choices.iter().position(|choice| choice.key == key).unwrap_or(0);
        self
    }

    /// The choices that match what was typed, best first; all of them, in order, while nothing is typed.
    pub fn matching(&self) -> Vec<&Choice> {
        matching(self.query.text(), &self.choices, |choice| {
            format!("{} {} {}", choice.label, choice.also, choice.key)
        })
    }

    /// The choice Enter would take.
    pub fn chosen(&self) -> Option<&Choice> {
        self.matching().get(self.cursor.at).copied()
    }
}

/// Fuzzy search with kana, width and case folded: the matching things, best first; all in order for an empty query.
pub fn matching<'a, T>(query: &str, things: &'a [T], text: impl Fn(&T) -> String) -> Vec<&'a T> {
    let query = fold(query);
    if query.is_empty() {
        return things.iter().collect();
    }
    let pattern = Pattern::parse(&query, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, &T)> = things
        .iter()
        .filter_map(|thing| {
            let hay = fold(opening(&text(thing), LONGEST));
            Some((pattern.score(Utf32Str::new(&hay, &mut buffer), &mut matcher)?, thing))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, thing)| thing).collect()
}
