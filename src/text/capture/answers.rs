//! What in a line is doubtful, what may be answered, and what an answer means for the line. Never asks, and never answers itself.

use crate::{
    domain::{Due, Who},
    text::dates::{self, DateRefusal},
};
use chrono::NaiveDate;

/// Something in the line that looked like it meant more. The letters stay where they were.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// Nobody on the roster, no seat and no organisation goes by it.
    UnknownName(String),
    /// Several do.
    AmbiguousName {
        typed: String,
        candidates: Vec<Candidate>,
    },
    UnreadableDue {
        typed: String,
        why: DateRefusal,
    },
    /// A day that has been. The due is not taken until it is answered.
    PastDue {
        typed: String,
        day: NaiveDate,
    },
    /// The line begins as a command, and what follows makes no sense for it.
    NoCommand(String),
}

/// Somebody who bears a name that others bear too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub who: Who,
    /// Typed in the place of the name, it means nobody else where that is possible.
    pub spelling: String,
}

/// One way to settle a doubt.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Bearer(Candidate),
    /// Somebody who is not on the roster, by the name as typed.
    Guest(String),
    Due(Due),
}

/// What settles a doubt, as the reader takes it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// This name, in whatever kana, width or courtesy, is this one's.
    Name { typed: String, who: Who },
    /// These words for a due mean this one.
    Due { typed: String, due: Due },
}

impl Doubt {
    /// The words it is about, as they stand in the line.
    pub fn typed(&self) -> &str {
        match self {
            Self::UnknownName(typed)
            | Self::AmbiguousName { typed, .. }
            | Self::UnreadableDue { typed, .. }
            | Self::PastDue { typed, .. }
            | Self::NoCommand(typed) => typed,
        }
    }

    /// What it may be settled by, likeliest first. To leave it open is to take the line as it was read; a command that makes no sense
    /// can only be typed again.
    pub fn choices(&self, today: NaiveDate) -> Vec<Choice> {
        match self {
            Self::UnknownName(typed) => vec![Choice::Guest(typed.clone())],
            Self::AmbiguousName { typed, candidates } => {
                let bearers = candidates.iter().cloned().map(Choice::Bearer);
                bearers.chain([Choice::Guest(typed.clone())]).collect()
            }
            Self::UnreadableDue { .. } => [Due::NextMeeting, Due::Open].map(Choice::Due).to_vec(),
            Self::PastDue { day, .. } => {
                let again = dates::next_anniversary(*day, today).map(Due::On);
                let dues = again.into_iter().chain([Due::On(*day), Due::NextMeeting, Due::Open]);
                dues.map(Choice::Due).collect()
            }
            Self::NoCommand(_) => Vec::new(),
        }
    }

    /// What a choice says to the reader.
    pub fn answer(&self, choice: &Choice) -> Answer {
        let typed = self.typed().to_owned();
        match choice {
            Choice::Bearer(Candidate { who, .. }) => Answer::Name { typed, who: who.clone() },
            Choice::Guest(name) => Answer::Name { typed, who: Who::new(name, None) },
            Choice::Due(due) => Answer::Due { typed, due: *due },
        }
    }
}
