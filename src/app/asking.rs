//! A question about a line before it is written down: who is meant by a name, which day a due is. Never answers by itself.

use super::cursor::Cursor;
use crate::text::capture::{Answer, Choice, Doubt};

/// One doubt of a typed line, with the ways to settle it; the last row takes the line as it was read.
#[derive(Clone, Debug)]
pub struct Asking {
    pub typed: String,
    /// What was answered to the doubts before this one.
    pub answers: Vec<Answer>,
    /// The words of doubts that were left open.
    pub left_open: Vec<String>,
    pub doubt: Doubt,
    pub choices: Vec<Choice>,
    pub cursor: Cursor,
}

impl Asking {
    /// How many rows can be chosen.
    pub const fn rows(&self) -> usize {
        self.choices.len() + 1
    }
}
