//! The ten points: which one is meant, and what the council says about it. What a point teaches lives in the knowledge room.

use super::{is_default, list::Record, who::Who};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The ten points of collaboration (S0 chapter 2), in the order of the map. The order is never forced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Point {
    Ready,
    Wind,
    Evidence,
    Allies,
    Council,
    Tools,
    Grow,
    Feedback,
    Overview,
    People,
}

impl Point {
    pub const ALL: [Self; 10] = [
        Self::Ready,
        Self::Wind,
        Self::Evidence,
        Self::Allies,
        Self::Council,
        Self::Tools,
        Self::Grow,
        Self::Feedback,
        Self::Overview,
        Self::People,
    ];

    /// 1 to 10, as printed on the map.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The name in files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Wind => "wind",
            Self::Evidence => "evidence",
            Self::Allies => "allies",
            Self::Council => "council",
            Self::Tools => "tools",
            Self::Grow => "grow",
            Self::Feedback => "feedback",
            Self::Overview => "overview",
            Self::People => "people",
        }
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

/// How far a point has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// 未着手
    #[default]
    NotStarted,
    /// 着手
    Started,
    /// 進行中
    UnderWay,
    /// 定着
    Established,
    /// 見直し
    UnderReview,
}

impl Stage {
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::Started, Self::UnderWay, Self::Established, Self::UnderReview];

    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Started => "started",
            Self::UnderWay => "under-way",
            Self::Established => "established",
            Self::UnderReview => "under-review",
        }
    }
}

/// One observation that shows where a point stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub on: NaiveDate,
    pub text: String,
}

/// What the council says about one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointRecord {
    pub point: Point,
    #[serde(default)]
    pub stage: Stage,
    /// Several points can be worked on at once.
    #[serde(default, skip_serializing_if = "is_default")]
    pub active: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub lead: Option<Who>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<Evidence>,
    /// The last day someone changed this record or the meeting spoke of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub touched: Option<NaiveDate>,
}

impl PointRecord {
    pub const fn untouched(point: Point) -> Self {
        Self {
            point,
            stage: Stage::NotStarted,
            active: false,
            lead: None,
            note: String::new(),
            evidence: Vec::new(),
            touched: None,
        }
    }
}

impl Record for PointRecord {
    type Id = Point;
    fn id(&self) -> &Point {
        &self.point
    }
}
