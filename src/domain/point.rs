//! The ten points: which one is meant, and what the council says about it. What a point teaches lives in the knowledge room.

use super::{
    action::Action,
    agenda::Item,
    bounds::bounded,
    council::Council,
    id::MeetingId,
    is_default,
    list::{List, Record},
    meeting::{Body, Meeting},
    record::{Line, LineKind},
    who::Who,
};
use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ten points of collaboration (S0 chapter 2), in the order of the map. The order is never forced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.key() == key)
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
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    pub text: String,
}

/// A point came to a stage. Back and forth is normal, and kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    /// The meeting that was running.
    #[serde(default, skip_serializing_if = "is_default")]
    pub meeting: Option<MeetingId>,
    pub to: Stage,
}

/// A sign that the room has seen: that day, there, by what, as someone said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// The id of the sign, as the points name it; one of a newer or older version stays as it is.
    pub sign: String,
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    #[serde(default, skip_serializing_if = "is_default")]
    pub meeting: Option<MeetingId>,
    /// What shows it; empty where it is only claimed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub said_by: Option<Who>,
    /// The day it was seen no more.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub until: Option<NaiveDate>,
}

/// How a sign stands, with the tick that says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SignState<'a> {
    /// Nobody has spoken of it.
    NotYet,
    /// Somebody said that it is seen, without anything to show it.
    Claimed(&'a Tick),
    Seen(&'a Tick),
    /// It was seen once.
    Gone(&'a Tick),
}

impl<'a> SignState<'a> {
    pub const fn tick(self) -> Option<&'a Tick> {
        match self {
            Self::NotYet => None,
            Self::Claimed(tick) | Self::Seen(tick) | Self::Gone(tick) => Some(tick),
        }
    }

    /// Is it ticked now, with evidence or without?
    pub const fn stands(self) -> bool {
        matches!(self, Self::Claimed(_) | Self::Seen(_))
    }
}

/// What the council says about one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub touched: Option<NaiveDate>,
    /// How it came to its stage, oldest first where this program wrote them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub steps: Vec<Step>,
    /// Signs seen, also those seen no more, oldest first where this program wrote them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ticks: Vec<Tick>,
}

impl PointRecord {
    /// The ten points in order, as a file says them; a point nobody wrote about is untouched.
    pub fn all_ten(said: &List<Self>) -> List<Self> {
        let of = |point| said.get(&point).cloned();
        Point::ALL.map(|point| of(point).unwrap_or_else(|| Self::untouched(point))).to_vec().into()
    }

    pub const fn untouched(point: Point) -> Self {
        Self {
            point,
            stage: Stage::NotStarted,
            active: false,
            lead: None,
            note: String::new(),
            evidence: Vec::new(),
            touched: None,
            steps: Vec::new(),
            ticks: Vec::new(),
        }
    }

    /// The day it came to its present stage, where that was noted.
    pub fn since(&self) -> Option<NaiveDate> {
        let last = self.steps.iter().max_by_key(|step| step.on)?;
        (last.to == self.stage).then_some(last.on)
    }

    /// Its stage at the end of a day. `None` from before anything was noted.
    pub fn stage_on(&self, day: NaiveDate) -> Option<Stage> {
        self.steps.iter().filter(|step| step.on <= day).max_by_key(|step| step.on).map(|step| step.to)
    }

    /// How a sign was seen that still stands.
    pub fn tick(&self, sign: &str) -> Option<&Tick> {
        self.ticks.iter().rev().find(|tick| tick.sign == sign && tick.until.is_none())
    }

    /// How a sign stands: by the tick that still does, else by the one that was taken back last.
    pub fn sign(&self, sign: &str) -> SignState<'_> {
        match self.tick(sign) {
            Some(tick) if tick.evidence.trim().is_empty() => SignState::Claimed(tick),
            Some(tick) => SignState::Seen(tick),
            None => {
                let gone = self.ticks.iter().filter(|tick| tick.sign == sign);
                gone.max_by_key(|tick| tick.until).map_or(SignState::NotYet, SignState::Gone)
            }
        }
    }
}

impl Record for PointRecord {
    type Id = Point;
    fn id(&self) -> &Point {
        &self.point
    }
}

/// What one meeting gave to a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit<'a> {
    pub meeting: &'a Meeting,
    /// How long the room was on the point.
    pub seconds: i64,
    pub decisions: usize,
    /// Actions given at the meeting, whatever became of them.
    pub actions: usize,
}

impl Council {
    /// Actions that serve a point, in the council's order, those on shelves that are read last.
    pub fn actions_on(&self, point: Point) -> impl Iterator<Item = &Action> {
        self.every_action().filter(move |action| action.points.contains(&point))
    }

    /// Decisions of every loaded meeting on a point, oldest meeting first.
    pub fn decisions_on(&self, point: Point) -> impl Iterator<Item = (&Meeting, &Line)> {
        self.decisions().filter(move |(_, line)| line.points.contains(&point))
    }

    /// How many decisions of the loaded meetings are on each point.
    pub fn decisions_by_point(&self) -> BTreeMap<Point, usize> {
        let mut decisions = BTreeMap::new();
        for point in self.decisions().flat_map(|(_, line)| &line.points) {
            *decisions.entry(*point).or_default() += 1;
        }
        decisions
    }

    /// Agenda items of every loaded meeting that serve a point, oldest meeting first.
    pub fn items_on(&self, point: Point) -> impl Iterator<Item = (&Meeting, &Item)> {
        self.bodies_by_date()
            .flat_map(|(meeting, body)| body.items.iter().map(move |item| (meeting, item)))
            .filter(move |(_, item)| item.points.contains(&point))
    }

    /// The loaded meetings that spoke of a point, decided on it or gave out actions for it, oldest first.
    pub fn visits(&self, point: Point, now: NaiveDateTime) -> Vec<Visit<'_>> {
        let mut given: BTreeMap<&MeetingId, usize> = BTreeMap::new();
        for origin in self.actions_on(point).filter_map(|action| action.origin.as_ref()) {
            *given.entry(&origin.meeting).or_default() += 1;
        }
        let decided =
            |line: &&Line| matches!(line.kind, LineKind::Decision(_)) && line.points.contains(&point);
        let visits = self.bodies_by_date().map(|(meeting, body)| Visit {
            meeting,
            seconds: body.point_seconds(point, meeting.closed.unwrap_or(now)),
            decisions: body.lines.iter().filter(decided).count(),
            actions: given.get(&meeting.id).copied().unwrap_or(0),
        });
        visits.filter(|it| (it.seconds, it.decisions, it.actions) != (0, 0, 0)).collect()
    }

    fn bodies_by_date(&self) -> impl Iterator<Item = (&Meeting, &Body)> {
        self.meetings_by_date().into_iter().filter_map(|it| Some((it, self.body(&it.id)?)))
    }
}
