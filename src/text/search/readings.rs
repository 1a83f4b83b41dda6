//! How words are read: what kana typed in a query may stand for besides themselves. Invents no reading: only those it was given.

use crate::{domain::Council, text::fold::fold};
use std::collections::HashMap;

/// Spellings by their reading, both as [`fold`] leaves them.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    spellings: HashMap<String, Vec<String>>,
    /// The longest reading, in characters.
    longest: usize,
}

/// A word is searched for in no more spellings.
const MOST: usize = 16;
/// No word with a reading is longer, in bytes.
const LONGEST: usize = 256;
/// Shorter readings, in characters, stand for half the dictionary.
const SHORTEST: usize = 2;

impl Readings {
    /// The words of a dictionary, each reading with its spellings, and the names on the roster.
    pub fn of<'d>(council: &Council, dictionary: impl IntoIterator<Item = (&'d str, &'d [&'d str])>) -> Self {
        let mut readings = Self::default();
        for (reading, spellings) in dictionary {
            spellings.iter().for_each(|spelling| readings.add(reading, spelling));
        }
        for it in &council.organisations {
            readings.add(&it.kana, &it.name);
            readings.add(&it.kana, &it.short);
        }
        for member in &council.members {
            readings.add(&member.kana, &member.name);
            let parts = (member.kana.split_whitespace(), member.name.split_whitespace());
            if parts.0.clone().count() == parts.1.clone().count() {
                parts.0.zip(parts.1).for_each(|(kana, name)| readings.add(kana, name));
            }
        }
        readings
    }

    fn add(&mut self, reading: &str, spelling: &str) {
        let (reading, spelling) = (fold(reading), fold(spelling));
        let length = reading.chars().count();
        if spelling.is_empty() || spelling == reading || length < SHORTEST {
            return;
        }
        self.longest = self.longest.max(length);
        let spellings = self.spellings.entry(reading).or_default();
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }

    /// What a folded word may stand for, itself first: each part of it that is a reading, in each spelling. At most sixteen.
    pub fn spelt(&self, word: &str) -> Vec<String> {
        let mut spelt = vec![word.to_owned()];
        if word.len() <= LONGEST && word.chars().any(is_kana) {
            self.spell(word, String::new(), &mut spelt);
        }
        spelt
    }

    /// Puts every spelling of `rest` behind `done`, longest readings first.
    fn spell(&self, rest: &str, done: String, spelt: &mut Vec<String>) {
        let Some(first) = rest.chars().next() else {
            if !spelt.contains(&done) {
                spelt.push(done);
            }
            return;
        };
        let ends = rest.char_indices().skip(SHORTEST).map(|(at, _)| at).chain([rest.len()]);
        let ends: Vec<usize> = ends.take(self.longest.saturating_sub(SHORTEST) + 1).collect();
        for end in ends.into_iter().rev() {
            for spelling in self.spellings.get(&rest[..end]).into_iter().flatten() {
                if spelt.len() >= MOST {
                    return;
                }
                self.spell(&rest[end..], format!("{done}{spelling}"), spelt);
            }
        }
        if spelt.len() < MOST {
            let length = first.len_utf8();
            self.spell(&rest[length..], done + &rest[..length], spelt);
        }
    }
}

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ー')
}
