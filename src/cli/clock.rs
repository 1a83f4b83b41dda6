//! The local time, or the time it is said to be.

use chrono::{Local, NaiveDateTime, TimeDelta, Timelike};
use std::time::{Duration, Instant};

/// Where the time comes from. A set clock starts at a given moment and runs on from there.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    Set { start: NaiveDateTime, since: Instant },
}

impl Clock {
    /// A clock set to `start` now, or the system's.
    pub fn new(start: Option<NaiveDateTime>) -> Self {
        start.map_or(Self::System, |start| Self::Set { start, since: Instant::now() })
    }

    /// The local time in whole seconds, which is all a record is worth.
    pub fn now(self) -> NaiveDateTime {
        let exact = self.exact();
        exact.with_nanosecond(0).unwrap_or(exact)
    }

    /// How far the second has run.
    pub fn into_second(self) -> Duration {
        Duration::from_nanos(u64::from(self.exact().nanosecond() % 1_000_000_000))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system for the time")]
    fn exact(self) -> NaiveDateTime {
        match self {
            Self::System => Local::now().naive_local(),
            Self::Set { start, since } => {
                start + TimeDelta::from_std(since.elapsed()).unwrap_or_else(|_| TimeDelta::zero())
            }
        }
    }
}
