//! The words that made-up councils are made of, from `data/growing.ron`. Knows no council.

use crate::domain::{Class, ItemKind, Point};
use fastrand::Rng;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    pub aim: &'static str,
    /// Bodies there is one of.
    pub bodies: Vec<Body>,
    /// Bodies there is one of in each part of the town: `{番}` is the part, `{ばん}` its reading.
    pub numbered: Vec<Body>,
    /// How the parts of the town are read, from 1.
    pub readings: Vec<&'static str>,
    pub rooms: Vec<&'static str>,
    pub topics: Vec<Topic>,
    /// Fit any topic.
    pub remarks: Vec<&'static str>,
    pub notes: Vec<&'static str>,
    pub proposals: Vec<&'static str>,
    /// What is said when the actions of last time are gone through.
    pub checked: Vec<&'static str>,
    pub closing: Vec<&'static str>,
    pub put_off: Vec<&'static str>,
    /// Why actions were dropped.
    pub dropped: Vec<&'static str>,
    /// Remarks on actions.
    pub followed: Vec<&'static str>,
    /// Evidence on points.
    pub seen: Vec<&'static str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub name: &'static str,
    pub kana: &'static str,
    #[serde(default)]
    pub short: &'static str,
    pub class: Class,
    /// As many people can speak for the body at a time.
    pub posts: Vec<&'static str>,
    pub brings: &'static str,
    pub needs: &'static str,
}

/// What an agenda item is about, and what is said, decided and given out under it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub title: &'static str,
    /// Who explains it.
    pub by: &'static str,
    pub kind: ItemKind,
    pub points: Vec<Point>,
    pub materials: Vec<&'static str>,
    pub said: Vec<&'static str>,
    pub decided: Vec<&'static str>,
    pub given: Vec<&'static str>,
    pub asked: Vec<&'static str>,
}

pub fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        crate::knowledge::read("data/growing.ron", include_str!("../../../data/growing.ron"))
    });
    &PHRASES
}

/// One of them, whichever comes up.
pub fn any<T: Copy>(of: &[T], rng: &mut Rng) -> T {
    of[rng.usize(..of.len())]
}

/// The phrase with its gaps filled in, each time differently. `body` is whom `{団体}` names.
pub fn filled(phrase: &str, body: &str, rng: &mut Rng) -> String {
    phrase
        .replace("{団体}", body)
        .replace("{数}", &rng.u32(2..=60).to_string())
        .replace("{割}", &format!("{}.{}", rng.u32(12..=88), rng.u32(..10)))
        .replace("{月}", &rng.u32(1..=12).to_string())
}
