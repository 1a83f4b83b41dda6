//! The set phrases of papers as they come with the program, and the values their templates may use. Never fills one in.

use super::both::Both;
use serde::Deserialize;
use std::sync::LazyLock;

/// A greeting, an opening, a formula: `text` is a template in each language.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseData {
    /// Stable: offices name it in their own files.
    pub key: &'static str,
    /// What it is for.
    pub about: Both,
    /// What its template may use, by [`ValueData::name`].
    pub values: Vec<&'static str>,
    pub text: Both,
}

/// Something a template may name.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueData {
    pub name: &'static str,
    pub about: Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    values: Vec<ValueData>,
    phrases: Vec<PhraseData>,
}

fn file() -> &'static File {
    static FILE: LazyLock<File> =
        LazyLock::new(|| super::read("data/wording.ron", include_str!("../../data/wording.ron")));
    &FILE
}

/// Every phrase, in the order of the papers.
pub fn phrases() -> &'static [PhraseData] {
    &file().phrases
}

/// Every value a phrase may use.
pub fn values() -> &'static [ValueData] {
    &file().values
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_phrase_is_told_once_and_uses_what_is_told() {
        let keys: HashSet<&str> = phrases().iter().map(|it| it.key).collect();
        assert_eq!(keys.len(), phrases().len());
        for phrase in phrases() {
            phrase.about.assert_sound(phrase.key);
            let known = |name: &&str| values().iter().any(|it| it.name == *name);
            assert!(phrase.values.iter().all(known), "{}", phrase.key);
            assert_eq!(phrase.text.ja.is_empty(), phrase.text.en.is_empty(), "{}", phrase.key);
        }
        for value in values() {
            value.about.assert_sound(value.name);
            assert!(phrases().iter().any(|it| it.values.contains(&value.name)), "{}", value.name);
        }
    }
}
