//! What others did: each case with its place, its facts, what was done at which point, the tools made, the figures and what to learn.
//! Never tells more than its document does, and never judges a council by it.

pub mod told;

use super::both::Both;
use crate::domain::point::Point;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One case of the library.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The name on the command line.
    pub key: &'static str,
    pub place: Both,
    pub prefecture: Both,
    /// Who tells of it, as the document names them.
    pub body: Both,
    pub led_by: Led,
    /// As the document names it.
    pub title: Both,
    /// The whole in two sentences.
    pub about: Both,
    pub facts: Vec<Both>,
    #[serde(default)]
    pub history: Vec<Event>,
    /// How they went about the community: from one person's support, and into the community itself.
    #[serde(default)]
    pub community: Vec<Both>,
    /// In the order of the map; a point at most once. Empty where the document does not tell.
    #[serde(default)]
    pub done: Vec<Deed>,
    #[serde(default)]
    pub features: Vec<Both>,
    #[serde(default)]
    pub outlook: Vec<Both>,
    #[serde(default)]
    pub tools: Vec<Both>,
    #[serde(default)]
    pub figures: Vec<Figure>,
    #[serde(default)]
    pub learn: Vec<Both>,
    pub source: &'static str,
}

/// What kind of body leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Led {
    Health,
    Welfare,
    /// 市民協働
    Citizens,
    Private,
}

/// What was done at one point.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Deed {
    pub point: Point,
    /// In one line, for the board.
    pub line: Both,
    #[serde(default)]
    pub more: Vec<Both>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Event {
    pub when: When,
    pub what: Both,
}

/// A measure with its readings, oldest first: one where the document gives a state, several where it tells of a change.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Figure {
    pub what: Both,
    /// What follows the number; empty for a share such as 1/3.
    pub unit: Both,
    pub readings: Vec<Reading>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Reading {
    /// Only where the document says when.
    #[serde(default)]
    pub when: Option<When>,
    pub value: Value,
}

/// A year as the document counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum When {
    /// April of this year to the next March.
    Fiscal(i32),
    Year(i32),
}

/// A number with the digits of the document, so that 43.0 keeps its nought: no thousands separator, a point for decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Value {
    Just(&'static str),
    About(&'static str),
    /// From the least to the most.
    Span(&'static str, &'static str),
    /// One part of so many: `Part(1, 3)` is a third.
    Part(u32, u32),
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$((concat!("data/cases/", $name, ".ron"), include_str!(concat!("../../data/cases/", $name, ".ron")))),*]
    };
}

/// In the order of the documents.
static FILES: [(&str, &str); 21] = files![
    "toyokawa",
    "takahama",
    "sagamihara",
    "okayama",
    "ageo",
    "chugei",
    "rikuzentakata",
    "asahi-friends",
    "asahi-places",
    "yuzawa",
    "nabari",
    "sakyo",
    "tokai",
    "edogawa",
    "yabu",
    "mimata",
    "toyoake",
    "akashi",
    "nikko",
    "tsunaguba",
    "kissa-laundry",
];

/// Every case, in the order of the documents.
pub fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| FILES.map(|it| super::read(it.0, it.1)).into());
    &CASES
}

/// The case of this key.
pub fn case(key: &str) -> Option<&'static Case> {
    cases().iter().find(|case| case.key == key)
}

impl Case {
    /// What was done at this point, if the document tells.
    pub fn at(&self, point: Point) -> Option<&Deed> {
        self.done.iter().find(|deed| deed.point == point)
    }
}

impl Led {
    pub const fn name(self) -> Both {
        match self {
            Self::Health => Both::new("保健部門", "health sector"),
            Self::Welfare => Both::new("福祉部門", "welfare sector"),
            Self::Citizens => Both::new("市民協働部門", "citizens' sector"),
            Self::Private => Both::new("民間", "private sector"),
        }
    }
}

#[cfg(test)]
mod tests;
