//! How the words of the field are read, so that kana typed in a search finds kanji. Never a person's name: those stand on the roster.

use serde::Deserialize;
use std::sync::LazyLock;

/// A reading with every spelling it stands for.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// In hiragana.
    pub reading: &'static str,
    pub spellings: Vec<&'static str>,
}

/// Every reading with its spellings.
pub fn readings() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    static READINGS: LazyLock<Vec<Reading>> =
        LazyLock::new(|| super::read("data/readings.ron", include_str!("../../data/readings.ron")));
    READINGS.iter().map(|it| (it.reading, it.spellings.as_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn readings_are_kana_and_spellings_are_not() {
        let is_kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー');
        for (reading, spellings) in readings() {
            assert!(reading.chars().count() > 1 && reading.chars().all(is_kana), "{reading}");
            assert!(!spellings.is_empty(), "{reading}");
            for spelling in spellings {
                assert!(
                    spelling.chars().any(|c| matches!(c, '々' | '〆' | '\u{4E00}'..='\u{9FFF}')),
                    "{spelling}"
                );
                assert!(!spelling.contains(char::is_whitespace), "{spelling}");
            }
        }
    }

    #[test]
    fn each_reading_and_spelling_stands_once() {
        let all: Vec<_> = readings().collect();
        assert!(all.len() > 150, "{}", all.len());
        let distinct: BTreeSet<&str> = all.iter().map(|(reading, _)| *reading).collect();
        assert_eq!(distinct.len(), all.len());
        for (reading, spellings) in all {
            assert_eq!(spellings.iter().collect::<BTreeSet<_>>().len(), spellings.len(), "{reading}");
        }
    }

    /// The kana of a spelling stand in its reading, in their order.
    #[test]
    fn the_kana_of_a_spelling_are_read_as_they_stand() {
        for (reading, spellings) in readings() {
            for spelling in spellings {
                let mut rest = reading.chars();
                let kana = spelling.chars().filter(|c| matches!(c, 'ぁ'..='ゖ'));
                kana.for_each(|c| assert!(rest.any(|it| it == c), "{reading} {spelling}"));
            }
        }
    }
}
