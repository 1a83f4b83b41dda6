//! An issue that one council cannot solve, raised to its parent, and the answer that comes back (S3, the three tiers). Either council keeps
//! its side, and the two are one by their id. Never reaches into another council's files.

use super::{
    bounds::bounded,
    council::Council,
    id::{EscalationId, MeetingId},
    is_default,
    list::{List, Record},
    point::Point,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which side of the pair this council keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Side {
    /// We raised it to our parent.
    #[default]
    Raised,
    /// A council below raised it to us.
    Received,
}

impl Side {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Received => "received",
        }
    }
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
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

/// One issue on its way up, or back. What one council writes the other only copies, so that the two never quarrel: each field but the
/// last is of the council below, or of the one above.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// The issue, as the council below has it. So are the next five.
    pub text: String,
    /// What was tried, and why it cannot be solved there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(deserialize_with = "bounded")]
    pub raised: NaiveDate,
    /// The meeting of the council below that raised it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub raised_at: Option<MeetingId>,
    /// Nobody waits for an answer any more.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub withdrawn: Option<NaiveDate>,
    /// Since when the council above looks into it. What follows is of that council.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub considered: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub answer: String,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub answered: Option<NaiveDate>,
    /// The meeting of the council above that answered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answered_at: Option<MeetingId>,
    /// When the council below heard the answer. Stays on its side.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub reported: Option<NaiveDate>,
}

impl Record for Escalation {
    type Id = EscalationId;
    fn id(&self) -> &EscalationId {
        &self.id
    }
}

impl Escalation {
    /// How far it is. An answer that crossed a withdrawal counts.
    pub const fn state(&self) -> EscalationState {
        match (self.answered, self.withdrawn, self.considered) {
            (Some(_), _, _) => EscalationState::Answered,
            (None, Some(_), _) => EscalationState::Withdrawn,
            (None, None, Some(_)) => EscalationState::Considered,
            (None, None, None) => EscalationState::Raised,
        }
    }

    /// The day its state began.
    pub fn since(&self) -> NaiveDate {
        self.answered.or(self.withdrawn).or(self.considered).unwrap_or(self.raised)
    }

    /// The other council is not in this home, so that its part is written here too.
    pub const fn is_elsewhere(&self) -> bool {
        self.other.is_empty()
    }

    /// The issue may be worded and withdrawn here.
    pub fn is_ours_to_word(&self) -> bool {
        self.side == Side::Raised || self.is_elsewhere()
    }

    /// It may be considered and answered here.
    pub fn is_ours_to_answer(&self) -> bool {
        self.side == Side::Received || self.is_elsewhere()
    }

    /// It waits for this council: to be answered, or its answer to be told.
    pub fn waits_for_us(&self) -> bool {
        match self.side {
            Side::Received => self.state().is_open(),
            Side::Raised => self.state() == EscalationState::Answered && self.reported.is_none(),
        }
    }
}

/// Another council of the same home, as far as an issue between them concerns it.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// The name of its folder.
    pub slug: String,
    pub name: String,
    /// The folder of its own parent.
    pub parent: Option<String>,
    pub escalations: List<Escalation>,
}

impl Neighbour {
    /// A council as the others in its home see it.
    pub fn of(slug: impl Into<String>, council: &Council) -> Self {
        Self {
            slug: slug.into(),
            name: council.head.name.clone(),
            parent: council.head.parent.clone(),
            escalations: council.escalations.clone(),
        }
    }
}

impl Council {
    /// The issues that wait for this council: received ones without an answer, then answers that no meeting here has heard.
    pub fn escalations_waiting(&self) -> impl Iterator<Item = &Escalation> {
        let of = |side| self.escalations.iter().filter(move |it| it.side == side && it.waits_for_us());
        of(Side::Received).chain(of(Side::Raised))
    }
}
