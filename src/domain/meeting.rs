//! One meeting: its head (known for every meeting) and its body (agenda, record, attendance, the run of the hour).

use super::{
    agenda::Item,
    attendance::Attendance,
    bounds::bounded,
    council::Council,
    id::{ItemId, MeetingId, TurnId},
    is_default,
    list::{List, Record},
    minutes::Minutes,
    openness::Openness,
    point::Point,
    queue::Waiting,
    record::Line,
    who::Who,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum MeetingState {
    #[default]
    Planned,
    Running,
    Held,
}

impl MeetingState {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Held => "held",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum MeetingRoleKind {
    Facilitator,
    Recorder,
    Timekeeper,
}

impl MeetingRoleKind {
    pub const ALL: [Self; 3] = [Self::Facilitator, Self::Recorder, Self::Timekeeper];
}

/// A role for this meeting only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingRole {
    pub kind: MeetingRoleKind,
    pub holder: Who,
}

/// What every list of meetings shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub id: MeetingId,
    pub fiscal_year: i32,
    /// 第n回 within the fiscal year.
    pub ordinal: u32,
    #[serde(deserialize_with = "bounded")]
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    /// A room, オンライン or 書面.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: String,
    /// May the public listen, and why not?
    #[serde(default, skip_serializing_if = "is_default")]
    pub openness: Openness,
    #[serde(default)]
    pub state: MeetingState,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub opened: Option<NaiveDateTime>,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub closed: Option<NaiveDateTime>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub roles: Vec<MeetingRole>,
    /// People listening without a seat (傍聴).
    #[serde(default, skip_serializing_if = "is_default")]
    pub observers: u32,
    /// Who was meant by a name that several bear, as it was answered in this meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub called: Vec<Called>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: Minutes,
}

/// A name as the room uses it at one meeting. Where the link leads nowhere any more, the name is read as anybody's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Called {
    pub name: String,
    pub who: Who,
}

/// From this moment the meeting was on this item and this point, until the next turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    pub id: TurnId,
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub point: Option<Point>,
}

/// What is read only when the meeting is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: List<Item>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub attendance: List<Attendance>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub lines: List<Line>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub turns: List<Turn>,
    /// Who wants to speak, first come first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub queue: List<Waiting>,
}

impl Body {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Record for Meeting {
    type Id = MeetingId;
    fn id(&self) -> &MeetingId {
        &self.id
    }
}

impl Record for Turn {
    type Id = TurnId;
    fn id(&self) -> &TurnId {
        &self.id
    }
}

/// A meeting opened earlier than this before its start is not yet the one that was booked.
const EARLY: TimeDelta = TimeDelta::hours(1);

impl Meeting {
    /// Minutes between start and end; zero when the end is not after the start.
    pub fn slot_minutes(&self) -> u32 {
        u32::try_from((self.end - self.start).num_minutes()).unwrap_or(0)
    }

    /// From when to when the meeting has its room. A meeting opened on another day, or outside its hours (a rehearsal, a demonstration),
    /// has as long from its opening.
    pub fn booked(&self) -> (NaiveDateTime, NaiveDateTime) {
        let (start, end) = (self.date.and_time(self.start), self.date.and_time(self.end));
        match self.opened {
            Some(opened) if opened < start - EARLY || opened >= end => {
                (opened, opened + TimeDelta::minutes(i64::from(self.slot_minutes())))
            }
            _ => (start, end),
        }
    }

    pub fn role(&self, kind: MeetingRoleKind) -> Option<&Who> {
        self.roles.iter().find(|role| role.kind == kind).map(|role| &role.holder)
    }

    const fn when(&self) -> (NaiveDate, NaiveTime) {
        (self.date, self.start)
    }
}

impl Council {
    pub fn body(&self, meeting: &MeetingId) -> Option<&Body> {
        self.bodies.get(meeting)
    }

    /// Every meeting by date, oldest first.
    pub fn meetings_by_date(&self) -> Vec<&Meeting> {
        let mut meetings: Vec<&Meeting> = self.meetings.iter().collect();
        meetings.sort_by_key(|meeting| meeting.when());
        meetings
    }

    pub fn running(&self) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.state == MeetingState::Running)
    }

    pub fn last_held(&self) -> Option<&Meeting> {
        self.meetings.iter().filter(|it| it.state == MeetingState::Held).max_by_key(|it| it.when())
    }

    /// The planned meeting with the earliest date; one that was never held counts only until a later one has been.
    pub fn next_planned(&self) -> Option<&Meeting> {
        let last = self.last_held().map(Meeting::when);
        let planned = self.meetings.iter().filter(|it| it.state == MeetingState::Planned);
        planned.min_by_key(|it| (Some(it.when()) < last, it.when()))
    }

    /// The meeting that follows this one by date.
    pub fn meeting_after(&self, meeting: &Meeting) -> Option<&Meeting> {
        self.meetings
            .iter()
            .filter(|it| it.id != meeting.id && it.when() > meeting.when())
            .min_by_key(|it| it.when())
    }

    /// The one a person most likely means on a day: running, else planned for then or the next after, else planned and never held,
    /// else the last held.
    pub fn meeting_at_hand(&self, today: NaiveDate) -> Option<&Meeting> {
        let ahead = |it: &&Meeting| it.state == MeetingState::Planned && it.date >= today;
        self.running()
            .or_else(|| self.meetings_by_date().into_iter().find(ahead))
            .or_else(|| self.next_planned())
            .or_else(|| self.last_held())
    }

    /// Finds a meeting by id, by `2026-3` (fiscal year and number) or by its ISO date.
    pub fn find_meeting(&self, text: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|it| {
            it.id.as_str() == text
                || format!("{}-{}", it.fiscal_year, it.ordinal) == text
                || it.date.to_string() == text
        })
    }
}
