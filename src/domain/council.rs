//! The council itself: everything one workspace holds.

use super::{
    action::Action,
    assessment::Assessment,
    attendance::QuorumRule,
    edit::Edit,
    escalation::Escalation,
    footing::Footing,
    id::MeetingId,
    indicator::Indicator,
    is_default,
    list::List,
    meeting::{Body, Meeting},
    minutes::Deadlines,
    point::{Point, PointRecord},
    resolution::VotingRule,
    role::Role,
    roster::{Member, Organisation},
    sheet::SheetRow,
    suggestion::{Declined, Thresholds},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kinds of council met in the sources (see the templates for what is particular to each).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum CouncilKind {
    /// 都道府県 地域・職域連携推進協議会
    Prefectural,
    /// 二次医療圏 地域・職域連携推進協議会
    Area,
    /// 作業部会
    WorkingGroup,
    /// 庁内プロジェクトチーム
    InHouse,
    /// 協議体・校区
    Community,
    /// 事業別の運営協議会
    Programme,
    #[default]
    Other,
}

impl CouncilKind {
    pub const ALL: [Self; 7] = [
        Self::Prefectural,
        Self::Area,
        Self::WorkingGroup,
        Self::InHouse,
        Self::Community,
        Self::Programme,
        Self::Other,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Prefectural => "prefectural",
            Self::Area => "area",
            Self::WorkingGroup => "working-group",
            Self::InHouse => "in-house",
            Self::Community => "community",
            Self::Programme => "programme",
            Self::Other => "other",
        }
    }
}

/// How dates are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum DateStyle {
    /// 令和8年11月20日（金）
    #[default]
    Era,
    /// 2026-11-20
    Iso,
}

/// What the council is called and the rules it set itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub short: String,
    #[serde(default)]
    pub kind: CouncilKind,
    #[serde(default, skip_serializing_if = "is_default")]
    pub aim: String,
    #[serde(default)]
    pub quorum: QuorumRule,
    #[serde(default, skip_serializing_if = "is_default")]
    pub voting: VotingRule,
    #[serde(default, skip_serializing_if = "is_default")]
    pub deadlines: Deadlines,
    /// Names that are not to stand in minutes: residents, patients, whoever did not speak for the public.
    #[serde(default, skip_serializing_if = "is_default")]
    pub private_names: Vec<String>,
    #[serde(default)]
    pub dates: DateStyle,
    /// The month the fiscal year begins (4 in Japan).
    #[serde(default = "april")]
    pub fiscal_month: u32,
    /// Titles of the agenda items every first agenda starts from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Vec<StandingItem>,
    /// The number the next action takes. It only grows.
    #[serde(default = "one")]
    pub next_action: u32,
    /// The point being spoken about now.
    #[serde(default, skip_serializing_if = "is_default")]
    pub focus: Option<Point>,
    /// What the council stands on, as far as something was said about it; see [`Council::footings`].
    #[serde(default, skip_serializing_if = "is_default")]
    pub footings: Vec<Footing>,
    /// The name of the folder of the council that this one reports to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parent: Option<String>,
    /// From when on something is suggested for the next agenda.
    #[serde(default, skip_serializing_if = "is_default")]
    pub thresholds: Thresholds,
    /// Suggestions that were not wanted, oldest first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub declined: Vec<Declined>,
}

/// An agenda item that belongs on the council's agendas from the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingItem {
    pub title: String,
    #[serde(default)]
    pub kind: super::agenda::ItemKind,
    pub minutes: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(default)]
    pub recurring: bool,
}

const fn april() -> u32 {
    4
}

const fn one() -> u32 {
    1
}

impl Head {
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            short: String::new(),
            kind: CouncilKind::Other,
            aim: String::new(),
            quorum: QuorumRule::default(),
            voting: VotingRule::default(),
            deadlines: Deadlines::default(),
            private_names: Vec::new(),
            dates: DateStyle::Era,
            fiscal_month: april(),
            standing: Vec::new(),
            next_action: one(),
            focus: None,
            footings: Vec::new(),
            parent: None,
            thresholds: Thresholds::default(),
            declined: Vec::new(),
        }
    }
}

/// One council. Every meeting's head is here; bodies and shelves are here as far as they were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Council {
    pub head: Head,
    pub organisations: List<Organisation>,
    pub members: List<Member>,
    pub roles: List<Role>,
    pub actions: List<Action>,
    /// Always the ten, in order.
    pub points: List<PointRecord>,
    pub indicators: List<Indicator>,
    pub assessments: List<Assessment>,
    /// The plan-and-evaluation sheets of all years.
    pub sheet: List<SheetRow>,
    pub escalations: List<Escalation>,
    pub meetings: List<Meeting>,
    /// A meeting without one here has it on disk.
    pub bodies: BTreeMap<MeetingId, Body>,
    /// Ended actions put away, by the fiscal year they were given in. `None` is on disk and not read yet; none is empty.
    pub shelves: BTreeMap<i32, Option<List<Action>>>,
}

impl Council {
    pub fn new(head: Head) -> Self {
        Self {
            head,
            organisations: List::default(),
            members: List::default(),
            roles: List::default(),
            actions: List::default(),
            points: Point::ALL.map(PointRecord::untouched).to_vec().into(),
            indicators: List::default(),
            assessments: List::default(),
            sheet: List::default(),
            escalations: List::default(),
            meetings: List::default(),
            bodies: BTreeMap::new(),
            shelves: BTreeMap::new(),
        }
    }

    /// The edit that changes the head, if it makes a difference.
    pub fn changing_head(&self, change: impl FnOnce(&mut Head)) -> Option<Edit> {
        let mut new = self.head.clone();
        change(&mut new);
        (new != self.head).then(|| Edit::Head { old: Box::new(self.head.clone()), new: Box::new(new) })
    }

    /// What the council says about a point.
    pub fn point(&self, point: Point) -> &PointRecord {
        &self.points[usize::from(point.number()) - 1]
    }
}

/// Is this a name for a council's folder and for a meeting's file on every system: 1 to 40 small letters, digits and hyphens,
/// and none that Windows keeps for devices?
pub fn is_slug(name: &str) -> bool {
    let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let numbered =
        |stem| name.strip_prefix(stem).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    let reserved = ["con", "prn", "aux", "nul"].contains(&name) || numbered("com") || numbered("lpt");
    plain && (1..=40).contains(&name.len()) && !reserved
}
