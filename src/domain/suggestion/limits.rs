//! From when on something is suggested. Never says what a council should be like: each may set its own.

use crate::domain::{Burden, Silence};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The council's own thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// Days without a word on a point. 180: half a fiscal year.
    pub untouched_days: u32,
    /// Days a sign may be claimed without anything that shows it. 30.
    pub unproven_days: u32,
    /// Days after the end of a fiscal year when its figures can be expected. 60.
    pub reading_days: u32,
    /// Days before the end of a term when a successor is to be thought of. 90.
    pub term_days: u32,
    /// How many times what the others carry on average is too much for one partner. 3.
    pub burden_times: u32,
    /// Fewer duties are never too much. 4.
    pub burden_least: u32,
    /// Days without a partner at a meeting or in touch. 180.
    pub silent_days: u32,
    /// Days an action may be past its day before the room speaks of it. 14.
    pub overdue_days: u32,
    /// How often an item is put off before it is called up again. 1.
    pub deferred_times: u32,
    /// Days before the end of the fiscal year when evaluation begins. 90: from the turn of the year, where it begins in April.
    pub evaluation_days: u32,
    /// Days the answer of the council above may take. 90.
    pub answer_days: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            untouched_days: 180,
            unproven_days: 30,
            reading_days: 60,
            term_days: 90,
            burden_times: 3,
            burden_least: 4,
            silent_days: 180,
            overdue_days: 14,
            deferred_times: 1,
            evaluation_days: 90,
            answer_days: 90,
        }
    }
}

impl Thresholds {
    /// When a partner carries too much.
    pub fn burden(self) -> Burden {
        let [least, times] =
            [self.burden_least, self.burden_times].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
        Burden { least, times }
    }

    /// When a partner has been silent for too long.
    pub const fn silence(self) -> Silence {
        Silence { days: self.silent_days }
    }
}
