//! Agenda items (次第), and the timetable they make: planned ends before a meeting, actual minutes and the projected end during it.

use super::{
    id::{ItemId, MeetingId},
    is_default,
    list::Record,
    meeting::{Body, Meeting, MeetingState, Turn},
    point::Point,
    suggestion::Reason,
    who::Who,
};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum ItemKind {
    /// 審議
    Deliberation,
    /// 協議
    #[default]
    Discussion,
    /// 報告
    Report,
    /// その他
    Other,
}

impl ItemKind {
    pub const ALL: [Self; 4] = [Self::Deliberation, Self::Discussion, Self::Report, Self::Other];
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum ItemState {
    #[default]
    Open,
    Current,
    Discussed,
    /// Put off to a later meeting (持ち越し).
    Deferred,
    /// Finished for good; it does not come back unless it is recurring.
    Closed,
    /// Left out this time only.
    Skipped,
}

impl ItemState {
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Current, Self::Discussed, Self::Deferred, Self::Closed, Self::Skipped];

    /// Still to come in this meeting.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Open)
    }

    /// Not talked about when the meeting ended.
    pub const fn is_undiscussed(self) -> bool {
        matches!(self, Self::Open | Self::Deferred | Self::Skipped)
    }
}

/// Why an item stands on this agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Why {
    #[default]
    Added,
    /// Put in while the meeting ran.
    AdHoc,
    /// From the council's template.
    Standing,
    /// The earlier meeting did not get to it.
    NotDiscussed(MeetingId),
    /// It is on every agenda.
    Recurring(MeetingId),
    /// Actions given under it are still open.
    OpenActions(MeetingId, Vec<u32>),
    /// To approve the minutes of that meeting.
    Approval(MeetingId),
    /// To go through the actions due since that meeting.
    Due(MeetingId),
    /// It was suggested for this, with the facts of that day.
    Suggested(Box<Reason>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: ItemId,
    pub title: String,
    #[serde(default)]
    pub kind: ItemKind,
    /// Planned minutes.
    #[serde(default)]
    pub minutes: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub presenter: Option<Who>,
    /// 資料1, 資料1-1 … with or without a title.
    #[serde(default, skip_serializing_if = "is_default")]
    pub materials: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// What came of it, written for the minutes (要点筆記) beside the lines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: ItemState,
    #[serde(default, skip_serializing_if = "is_default")]
    pub recurring: bool,
    /// How many meetings have put it off so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deferred: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: Why,
}

impl Item {
    pub fn new(id: ItemId, title: impl Into<String>, minutes: u32) -> Self {
        Self {
            id,
            title: title.into(),
            kind: ItemKind::Discussion,
            minutes,
            presenter: None,
            materials: Vec::new(),
            points: Vec::new(),
            note: String::new(),
            summary: String::new(),
            state: ItemState::Open,
            recurring: false,
            deferred: 0,
            why: Why::Added,
        }
    }
}

impl Record for Item {
    type Id = ItemId;
    fn id(&self) -> &ItemId {
        &self.id
    }
}

impl Body {
    pub fn current_item(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.state == ItemState::Current)
    }

    /// The item the next-key would take up: the first open one after the current, else the first open one.
    pub fn upcoming_item(&self) -> Option<&Item> {
        let after =
            self.items.iter().position(|item| item.state == ItemState::Current).map_or(0, |at| at + 1);
        let (before, behind) = self.items.split_at(after);
        behind.iter().chain(before).find(|item| item.state.is_ahead())
    }

    /// Each turn with its seconds, up to `now` for the one still open.
    pub(super) fn turns_with_seconds(&self, now: NaiveDateTime) -> impl Iterator<Item = (&Turn, i64)> {
        let ends = self.turns.iter().skip(1).map(|turn| turn.at).chain([now]);
        self.turns.iter().zip(ends).map(|(turn, end)| (turn, (end - turn.at).num_seconds().max(0)))
    }

    /// Seconds spent so far on each item that was up.
    fn seconds_by_item(&self, now: NaiveDateTime) -> HashMap<&ItemId, i64> {
        let mut spent = HashMap::new();
        for (turn, seconds) in self.turns_with_seconds(now) {
            if let Some(item) = &turn.item {
                *spent.entry(item).or_default() += seconds;
            }
        }
        spent
    }

    /// Seconds spent on one item so far.
    pub fn item_seconds(&self, item: &ItemId, now: NaiveDateTime) -> i64 {
        self.seconds_by_item(now).get(item).copied().unwrap_or(0)
    }

    /// Seconds spent on one point so far.
    pub fn point_seconds(&self, point: Point, now: NaiveDateTime) -> i64 {
        let turns = self.turns_with_seconds(now).filter(|(turn, _)| turn.point == Some(point));
        turns.map(|(_, seconds)| seconds).sum()
    }
}

/// One row of the timetable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub item: ItemId,
    pub planned_start: NaiveTime,
    pub planned_minutes: u32,
    /// Whole minutes spent, rounded down.
    pub actual_minutes: i64,
    /// Seconds left of the plan; negative when over. Only for the current item.
    pub left_seconds: Option<i64>,
}

impl Slot {
    pub fn planned_end(&self) -> NaiveTime {
        self.planned_start + TimeDelta::minutes(i64::from(self.planned_minutes))
    }

    /// Minutes spent beyond the plan; negative when it took less.
    pub fn minutes_over(&self) -> i64 {
        self.actual_minutes - i64::from(self.planned_minutes)
    }
}

/// When things are planned, and when they will really end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    pub slots: Vec<Slot>,
    /// Until when the room is booked (see [`Meeting::booked`]).
    pub booked_end: NaiveDateTime,
    /// Start plus every planned minute.
    pub planned_end: NaiveDateTime,
    /// Planned minutes beyond the booked end; zero when it fits.
    pub over_slot: i64,
    /// While running: now, plus what the current item still has, plus every item ahead.
    pub projected_end: Option<NaiveDateTime>,
    /// While running: seconds until the booked end; negative when over.
    pub left_seconds: Option<i64>,
}

impl Timetable {
    /// The row of one item.
    pub fn slot(&self, item: &ItemId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.item == *item)
    }
}

/// So many seconds later, or at the end of the calendar.
fn later(from: NaiveDateTime, seconds: i64) -> NaiveDateTime {
    let span = TimeDelta::try_seconds(seconds).unwrap_or(TimeDelta::MAX);
    from.checked_add_signed(span).unwrap_or(NaiveDateTime::MAX)
}

/// The timetable of a meeting as seen at `now`.
pub fn timetable(meeting: &Meeting, body: &Body, now: NaiveDateTime) -> Timetable {
    let (start, end) = meeting.booked();
    let spent_on = body.seconds_by_item(meeting.closed.unwrap_or(now));
    let mut clock = start;
    let mut slots = Vec::with_capacity(body.items.len());
    for item in &body.items {
        let spent = spent_on.get(&item.id).copied().unwrap_or(0);
        slots.push(Slot {
            item: item.id.clone(),
            planned_start: clock.time(),
            planned_minutes: item.minutes,
            actual_minutes: spent / 60,
            left_seconds: (item.state == ItemState::Current).then(|| i64::from(item.minutes) * 60 - spent),
        });
        if item.state != ItemState::Skipped {
            clock = later(clock, i64::from(item.minutes) * 60);
        }
    }
    let running = meeting.state == MeetingState::Running;
    let current_left = slots.iter().find_map(|slot| slot.left_seconds).unwrap_or(0).max(0);
    let ahead: i64 = body.items.iter().filter(|it| it.state.is_ahead()).map(|it| i64::from(it.minutes)).sum();
    Timetable {
        slots,
        booked_end: end,
        planned_end: clock,
        over_slot: (clock - end).num_minutes().max(0),
        projected_end: running.then(|| later(now, current_left + ahead * 60)),
        left_seconds: running.then(|| (end - now).num_seconds()),
    }
}
