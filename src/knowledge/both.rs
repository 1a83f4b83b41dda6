//! One sentence in both languages, as the data files carry it. Never formats, never falls back to the other language.

use crate::words::{Lang, Words};
use serde::{Deserialize, Serialize};

/// A sentence in Japanese and English, borrowed from the program itself; in a data file `(ja: "風", en: "Wind")`, without escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    pub ja: &'static str,
    pub en: &'static str,
}

impl Both {
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    pub fn pick(self, lang: Lang) -> &'static str {
        Words::new(lang).pick(self.ja, self.en)
    }
}

#[cfg(test)]
impl Both {
    /// Both halves are there, each in its own language.
    ///
    /// # Panics
    /// With `of` and the sentence, where one is not.
    pub fn assert_sound(self, of: &str) {
        let is_japanese = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        let Self { ja, en } = self;
        assert!(ja.chars().any(is_japanese) && ja == ja.trim(), "{of}: {ja:?}");
        assert!(en.chars().any(|c| c.is_ascii_alphabetic()) && en == en.trim(), "{of}: {en:?}");
        assert!(!en.chars().any(is_japanese), "{of}: {en:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_reads_its_half() {
        let wind = Both::new("風", "Wind");
        assert_eq!(wind.pick(Lang::Ja), "風");
        assert_eq!(wind.pick(Lang::En), "Wind");
    }
}
