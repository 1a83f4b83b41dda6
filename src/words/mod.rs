//! Every sentence the product says, Japanese and English side by side. Never decides anything, never reads a clock or a file.
//!
//! A sentence is a method on [`Words`]; the [`catalogue!`] macro wants both languages, so a missing one does not compile.
//! One file per room of the product, so that a translator reads a screen's words together.

pub mod actions;
pub mod agenda;
pub mod assessments;
pub mod board;
pub mod cases;
pub mod change;
pub mod cli;
pub mod commands;
pub mod entry;
pub mod escalations;
pub mod facts;
pub mod finishing;
pub mod footings;
pub mod indicators;
pub mod intake;
pub mod lens;
pub mod lists;
pub mod minutes;
pub mod notice;
pub mod outside;
pub mod papers;
pub mod partners;
pub mod pen;
pub mod record;
pub mod refusal;
pub mod roles;
pub mod roster;
pub mod saving;
pub mod saying;
pub mod screen;
pub mod search;
pub mod sheet;
pub mod strengths;
pub mod suggestions;
pub mod terms;
pub mod trail;
pub mod wording;

mod paper;
mod problem;
mod yearly;

pub use problem::{Mark, Said, SaidFinding};

/// The language of the person at the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    Ja,
    En,
}

/// The product's voice in one language. Copy it freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub lang: Lang,
}

impl Words {
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// Picks the half of a pair that this language reads.
    pub fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }
}

/// Sentences as methods: `name => "日本語", "English";` or `name(n: u32) => "残り{n}分", "{n} min left";`.
///
/// Arguments are captured by name in both format strings; one that is misspelt in either language does not compile.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident : $ty:ty),+ $(,)?))? => $ja:literal, $en:literal;)*) => {
        impl $crate::words::Words {
            $($crate::words::sentence! { $(#[$doc])* $name $(($($arg : $ty),+))? => $ja, $en; })*
        }
    };
}

macro_rules! sentence {
    ($(#[$doc:meta])* $name:ident => $ja:literal, $en:literal;) => {
        $(#[$doc])*
        pub fn $name(self) -> &'static str {
            match self.lang { $crate::words::Lang::Ja => $ja, $crate::words::Lang::En => $en }
        }
    };
    ($(#[$doc:meta])* $name:ident ($($arg:ident : $ty:ty),+) => $ja:literal, $en:literal;) => {
        $(#[$doc])*
        pub fn $name(self, $($arg: $ty),+) -> String {
            match self.lang { $crate::words::Lang::Ja => format!($ja), $crate::words::Lang::En => format!($en) }
        }
    };
}
pub(crate) use {catalogue, sentence};

#[cfg(test)]
mod tests {
    use super::*;
    catalogue! {
        plain => "保存済", "saved";
        left(minutes: u32) => "残り{minutes}分", "{minutes} min left";
    }

    #[test]
    fn a_sentence_speaks_both_languages() {
        assert_eq!(Words::new(Lang::Ja).plain(), "保存済");
        assert_eq!(Words::new(Lang::En).left(3), "3 min left");
    }
}
