//! What the room itself says about the signs of the ten points: by show of hands or organisation by organisation, kept with its day.
//! Never says which of the voices is right.

use super::{
    bounds::bounded,
    id::{AssessmentId, MeetingId},
    is_default,
    list::Record,
    who::Who,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a voice says of a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Voice {
    /// できている
    InPlace,
    /// 一部
    Partly,
    /// まだ
    #[default]
    NotYet,
}

impl Voice {
    pub const ALL: [Self; 3] = [Self::InPlace, Self::Partly, Self::NotYet];

    pub const fn key(self) -> &'static str {
        match self {
            Self::InPlace => "in-place",
            Self::Partly => "partly",
            Self::NotYet => "not-yet",
        }
    }
}

/// One party's voice on a sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voiced {
    pub who: Who,
    pub voice: Voice,
}

/// How many said what. With hands nobody is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tally {
    Hands {
        #[serde(default)]
        in_place: u32,
        #[serde(default)]
        partly: u32,
        #[serde(default)]
        not_yet: u32,
    },
    Voices(Vec<Voiced>),
}

/// What the room said of one sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The id of the sign, as the points name it; one of a newer or older version stays as it is.
    pub sign: String,
    pub tally: Tally,
}

/// One asking of the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub id: AssessmentId,
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    /// The meeting it was asked in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub meeting: Option<MeetingId>,
    /// At most one for a sign, in the order of the map.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answers: Vec<Answer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Assessment {
    pub const fn new(id: AssessmentId, on: NaiveDate) -> Self {
        Self { id, on, meeting: None, answers: Vec::new(), note: String::new() }
    }
}

impl Record for Assessment {
    type Id = AssessmentId;
    fn id(&self) -> &AssessmentId {
        &self.id
    }
}
