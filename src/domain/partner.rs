//! An organisation as a partner: how closely the council works with it and wants to, what to check before asking something of it, and what
//! went to and fro. Never rates an organisation.

use super::{
    bounds::bounded,
    is_default,
    point::Point,
    roster::{Carried, Organisation},
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A step on the continuum of working together (after Nutbeam & Harris 2004, in S0), loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Tie {
    /// ネットワーク
    Network,
    /// 提携
    Alliance,
    /// パートナーシップ
    Partnership,
    /// 連携
    Coalition,
    /// 全面的協力
    Full,
}

impl Tie {
    pub const ALL: [Self; 5] =
        [Self::Network, Self::Alliance, Self::Partnership, Self::Coalition, Self::Full];

    /// The name in the model of the continuum.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Alliance => "alliance",
            Self::Partnership => "partnership",
            Self::Coalition => "coalition",
            Self::Full => "full",
        }
    }
}

/// The six aspects of intersectoral action (S0): what to look at before approaching a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Aspect {
    /// 必要性
    Necessity,
    /// 機会
    Opportunity,
    /// 能力
    Capacity,
    /// 関係
    Relationship,
    /// 評価
    Evaluation,
    /// 持続性
    Sustainability,
}

impl Aspect {
    pub const ALL: [Self; 6] = [
        Self::Necessity,
        Self::Opportunity,
        Self::Capacity,
        Self::Relationship,
        Self::Evaluation,
        Self::Sustainability,
    ];

    /// The name in the model of the six aspects.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Necessity => "necessity",
            Self::Opportunity => "opportunity",
            Self::Capacity => "capacity",
            Self::Relationship => "relationship",
            Self::Evaluation => "evaluation",
            Self::Sustainability => "sustainability",
        }
    }
}

/// What a look at one aspect said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Finding {
    /// 整っている
    Ready,
    /// まだわからない
    #[default]
    Unsure,
    /// まだ
    NotYet,
}

impl Finding {
    pub const ALL: [Self; 3] = [Self::Ready, Self::Unsure, Self::NotYet];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Unsure => "unsure",
            Self::NotYet => "not-yet",
        }
    }
}

/// One aspect as it was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AspectCheck {
    pub aspect: Aspect,
    #[serde(default)]
    pub finding: Finding,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
}

/// Which way something went between the council and a partner.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum ExchangeWay {
    /// 連絡・訪問: nothing but words.
    #[default]
    Contact,
    /// してもらった
    Received,
    /// してあげた
    Gave,
}

impl ExchangeWay {
    pub const ALL: [Self; 3] = [Self::Contact, Self::Received, Self::Gave];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Received => "received",
            Self::Gave => "gave",
        }
    }
}

/// One entry in the log of give and take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    #[serde(default)]
    pub way: ExchangeWay,
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
}

/// What the council keeps of an organisation as its partner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Where the two are on the continuum.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tie: Option<Tie>,
    /// Where the council wants to be with it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aim: Option<Tie>,
    /// At most one for an aspect.
    #[serde(default, skip_serializing_if = "is_default")]
    pub checks: Vec<AspectCheck>,
    /// Oldest first where this program wrote them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exchanges: Vec<Exchange>,
    /// The points it takes part in, beside those it leads or has actions on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
}

/// How often each side did something for the other. Never weighed against each other here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// By the partner.
    pub received: usize,
    /// By the council.
    pub gave: usize,
}

impl Partner {
    /// The latest look at an aspect.
    pub fn check(&self, aspect: Aspect) -> Option<&AspectCheck> {
        self.checks.iter().filter(|it| it.aspect == aspect).max_by_key(|it| it.on)
    }

    pub fn balance(&self) -> Balance {
        let count = |way| self.exchanges.iter().filter(|it| it.way == way).count();
        Balance { received: count(ExchangeWay::Received), gave: count(ExchangeWay::Gave) }
    }
}

/// What an organisation has to do with a point, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It leads it.
    Leads,
    /// It has an open action on it.
    Acts,
    /// It takes part in it.
    TakesPart,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Leads, Self::Acts, Self::TakesPart];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Acts => "acts",
            Self::TakesPart => "takes-part",
        }
    }
}

impl Organisation {
    /// The most it has to do with a point, given what it carries.
    pub fn part(&self, carried: &Carried, point: Point) -> Option<Part> {
        if carried.points.contains(&point) {
            Some(Part::Leads)
        } else if carried.open_actions.iter().any(|action| action.points.contains(&point)) {
            Some(Part::Acts)
        } else {
            self.partner.points.contains(&point).then_some(Part::TakesPart)
        }
    }
}
