//! What a council counts to see what its work does: indicators, a reading for each fiscal year, and how these lie to base and target.
//! Never rounds a figure, and never says one in words.

use super::{bounds::bounded, council::Council, id::IndicatorId, is_default, list::Record, point::Point};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an indicator looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum IndicatorKind {
    /// 活動: what was done, how often, with how many.
    #[default]
    Activity,
    /// 過程: how the working together went.
    Process,
    /// 成果: what became of it in people's lives.
    Outcome,
}

impl IndicatorKind {
    pub const ALL: [Self; 3] = [Self::Activity, Self::Process, Self::Outcome];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Process => "process",
            Self::Outcome => "outcome",
        }
    }
}

/// Where the figure should go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Wanted {
    #[default]
    Up,
    Down,
    /// It should stay as it is.
    Keep,
}

impl Wanted {
    pub const ALL: [Self; 3] = [Self::Up, Self::Down, Self::Keep];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Keep => "keep",
        }
    }

    /// Is `value` there or beyond?
    fn reaches(self, value: Decimal, target: Decimal) -> bool {
        match self {
            Self::Up => value >= target,
            Self::Down => value <= target,
            Self::Keep => value == target,
        }
    }
}

/// A figure of one fiscal year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The calendar year the fiscal year began in.
    #[serde(deserialize_with = "bounded")]
    pub year: i32,
    /// With every digit that was given: 12.30 stays 12.30.
    pub value: Decimal,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// Where this figure is from, where that is not the indicator's usual source.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
}

impl Reading {
    pub const fn new(year: i32, value: Decimal) -> Self {
        Self { year, value, note: String::new(), source: String::new() }
    }
}

/// Something the council counts year by year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: IndicatorId,
    pub name: String,
    #[serde(default)]
    pub kind: IndicatorKind,
    /// 人, 回, ％ …
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: String,
    #[serde(default)]
    pub wanted: Wanted,
    /// What the work began from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub base: Option<Reading>,
    /// At most one for a year; oldest first where this program wrote them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Vec<Reading>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub target: Option<Reading>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Record for Indicator {
    type Id = IndicatorId;
    fn id(&self) -> &IndicatorId {
        &self.id
    }
}

/// Which way a figure went from its base, against what is wanted of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    AsWanted,
    /// No change where one is wanted.
    Still,
    Against,
}

impl Course {
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsWanted => "as-wanted",
            Self::Still => "still",
            Self::Against => "against",
        }
    }
}

/// How far the last reading is from the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The last reading less the base.
    pub by: Decimal,
    pub course: Course,
}

/// How far the last reading is from the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The target less the last reading.
    pub left: Decimal,
    pub reached: bool,
}

impl Indicator {
    pub fn new(id: IndicatorId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kind: IndicatorKind::default(),
            unit: String::new(),
            wanted: Wanted::default(),
            base: None,
            readings: Vec::new(),
            target: None,
            source: String::new(),
            points: Vec::new(),
            note: String::new(),
        }
    }

    pub fn reading(&self, year: i32) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.year == year)
    }

    /// The reading of the latest year.
    pub fn last(&self) -> Option<&Reading> {
        self.readings.iter().max_by_key(|reading| reading.year)
    }

    /// From the base to the last reading. `None` without either, or where the two are too far apart to be counted.
    pub fn shift(&self) -> Option<Shift> {
        let (base, last) = (self.base.as_ref()?.value, self.last()?.value);
        let by = last.checked_sub(base)?;
        let course = match self.wanted {
            Wanted::Keep if by.is_zero() => Course::AsWanted,
            Wanted::Keep => Course::Against,
            _ if by.is_zero() => Course::Still,
            Wanted::Up if last > base => Course::AsWanted,
            Wanted::Down if last < base => Course::AsWanted,
            Wanted::Up | Wanted::Down => Course::Against,
        };
        Some(Shift { by, course })
    }

    /// From the last reading to the target. `None` as for [`Indicator::shift`].
    pub fn distance(&self) -> Option<Distance> {
        let (target, last) = (self.target.as_ref()?.value, self.last()?.value);
        let left = target.checked_sub(last)?;
        Some(Distance { left, reached: self.wanted.reaches(last, target) })
    }

    /// Does it lack the reading of this year? Not when it began later.
    fn is_due_for(&self, year: i32) -> bool {
        let known = self.base.iter().chain(&self.readings).map(|reading| reading.year);
        let began = known.clone().min().is_none_or(|first| first <= year);
        began && known.into_iter().all(|it| it != year)
    }
}

impl Council {
    /// The last fiscal year that is over on a day.
    pub fn last_finished_year(&self, today: NaiveDate) -> i32 {
        self.fiscal_year(today) - 1
    }

    /// Does an indicator lack its reading for the last fiscal year that is over?
    pub fn is_reading_due(&self, indicator: &Indicator, today: NaiveDate) -> bool {
        indicator.is_due_for(self.last_finished_year(today))
    }

    /// Indicators without a reading for the last fiscal year that is over, in the council's order.
    pub fn readings_due(&self, today: NaiveDate) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |it| self.is_reading_due(it, today))
    }

    /// Indicators that tell of a point, in the council's order.
    pub fn indicators_on(&self, point: Point) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |it| it.points.contains(&point))
    }
}
