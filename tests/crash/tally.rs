//! What the rounds came to, in numbers.

use std::{collections::BTreeMap, fmt};

#[derive(Debug, Default)]
pub struct Tally {
    /// Rounds by what the program was doing when it was killed.
    pub kills: BTreeMap<&'static str, u32>,
    /// Changes the program said were saved, those it was still saving, and how many of these were there afterwards.
    pub promised: usize,
    pub pending: usize,
    pub survived: usize,
}

impl Tally {
    pub fn and(mut self, other: Self) -> Self {
        for (what, count) in other.kills {
            *self.kills.entry(what).or_default() += count;
        }
        self.promised += other.promised;
        self.pending += other.pending;
        self.survived += other.survived;
        self
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kills: Vec<String> = self.kills.iter().map(|(what, count)| format!("{count} {what}")).collect();
        let Self { promised, pending, survived, .. } = self;
        write!(
            to,
            "killed {}; {promised} changes were said to be saved, and are; of {pending} in flight {survived} are",
            kills.join(", ")
        )
    }
}
