//! The set phrases of papers: greetings, how a meeting is opened and closed, how the chair gives the floor. Templates that an office can
//! make its own.

use crate::words::Lang;

/// The phrases in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    lang: Lang,
}

/// A template that does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingError {
    /// The phrase it is of.
    pub phrase: String,
    /// Counted from 1, within the template.
    pub line: Option<usize>,
    pub why: String,
}

impl Wording {
    /// The phrases that come with the program.
    pub const fn built_in(lang: Lang) -> Self {
        Self { lang }
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }
}
