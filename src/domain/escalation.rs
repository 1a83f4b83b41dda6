//! An issue that one council cannot solve, raised to its parent, and the answer that comes back (S3, the three tiers). Either council keeps
//! its side, and the two are one by their id. Never reaches into another council's files.

use super::{
    bounds::bounded,
    id::{EscalationId, MeetingId},
    is_default,
    list::Record,
    point::Point,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which side of the pair this council keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// We raised it to our parent.
    #[default]
    Raised,
    /// A council below raised it to us.
    Received,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EscalationState {
    /// 上げた
    #[default]
    Raised,
    /// 検討中
    Considered,
    /// 回答済
    Answered,
    /// 取り下げ
    Withdrawn,
}

impl EscalationState {
    pub const ALL: [Self; 4] = [Self::Raised, Self::Considered, Self::Answered, Self::Withdrawn];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Considered => "considered",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Somebody still waits for an answer.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Raised | Self::Considered)
    }
}

/// One issue on its way up, or back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// The same on both sides.
    pub id: EscalationId,
    #[serde(default)]
    pub side: Side,
    /// The name of the other council's folder; empty while it is in another home.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: String,
    /// What the other council is called.
    pub other_name: String,
    /// The issue.
    pub text: String,
    /// What was tried, and why it cannot be solved here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(deserialize_with = "bounded")]
    pub raised: NaiveDate,
    /// The meeting of the council below that raised it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub raised_at: Option<MeetingId>,
    #[serde(default)]
    pub state: EscalationState,
    #[serde(default, skip_serializing_if = "is_default")]
    pub answer: String,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub answered: Option<NaiveDate>,
    /// The meeting of the council above that answered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answered_at: Option<MeetingId>,
}

impl Record for Escalation {
    type Id = EscalationId;
    fn id(&self) -> &EscalationId {
        &self.id
    }
}
