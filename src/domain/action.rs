//! Action items (宿題): who does what by when, and how far it has come.

use super::{
    bounds::bounded,
    council::Council,
    id::{ActionId, ItemId, LineId, MeetingId},
    is_default,
    list::Record,
    point::Point,
    who::Who,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// When an action is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Due {
    /// By the meeting after the one that gave it, whenever that will be.
    #[default]
    NextMeeting,
    On(#[serde(deserialize_with = "bounded")] NaiveDate),
    Open,
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum ActionState {
    #[default]
    Open,
    InProgress,
    /// Someone else has to move first.
    Waiting,
    Done,
    Dropped,
}

impl ActionState {
    pub const ALL: [Self; 5] = [Self::Open, Self::InProgress, Self::Waiting, Self::Done, Self::Dropped];

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::InProgress | Self::Waiting)
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in-progress",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

/// A dated remark on an action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionNote {
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    pub text: String,
}

/// Where an action came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub meeting: MeetingId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub line: Option<LineId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: ActionId,
    /// Never used twice in one council.
    pub number: u32,
    pub text: String,
    /// None means 担当未定.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owners: Vec<Who>,
    #[serde(default)]
    pub due: Due,
    #[serde(default)]
    pub state: ActionState,
    /// Why it was dropped.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// The day it was done or dropped.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub ended: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: Vec<ActionNote>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub origin: Option<Origin>,
}

impl Action {
    pub fn new(id: ActionId, number: u32, text: impl Into<String>) -> Self {
        Self {
            id,
            number,
            text: text.into(),
            owners: Vec::new(),
            due: Due::NextMeeting,
            state: ActionState::Open,
            reason: String::new(),
            ended: None,
            notes: Vec::new(),
            points: Vec::new(),
            origin: None,
        }
    }
}

impl Record for Action {
    type Id = ActionId;
    fn id(&self) -> &ActionId {
        &self.id
    }
}

impl Council {
    /// The day an action is due. `None` when it is open-ended or the next meeting has no date yet.
    pub fn due_date(&self, action: &Action) -> Option<NaiveDate> {
        match action.due {
            Due::On(day) => Some(day),
            Due::Open => None,
            Due::NextMeeting => {
                let given = action.origin.as_ref().and_then(|origin| self.meetings.get(&origin.meeting));
                match given {
                    Some(meeting) => self.meeting_after(meeting).map(|next| next.date),
                    None => self.next_planned().map(|next| next.date),
                }
            }
        }
    }

    /// Open and past its day.
    pub fn is_overdue(&self, action: &Action, today: NaiveDate) -> bool {
        action.state.is_open() && self.due_date(action).is_some_and(|due| due < today)
    }

    /// Open and wanted by the next planned meeting, overdue ones included.
    pub fn is_due_before_next(&self, action: &Action) -> bool {
        let Some(next) = self.next_planned() else {
            return action.state.is_open() && action.due == Due::NextMeeting;
        };
        action.state.is_open() && self.due_date(action).is_some_and(|due| due <= next.date)
    }

    /// Open actions wanted by a day, overdue ones included, the earliest first.
    pub fn due_by(&self, day: NaiveDate) -> Vec<&Action> {
        let due = self.open_actions().filter(|action| self.due_date(action).is_some_and(|due| due <= day));
        self.by_due(due)
    }

    /// Done on or after the day of the last held meeting.
    pub fn is_done_since_last(&self, action: &Action) -> bool {
        let since = self.last_held().map(|meeting| meeting.date);
        action.state == ActionState::Done
            && action.ended.is_some_and(|ended| since.is_none_or(|since| ended >= since))
    }

    pub fn open_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| action.state.is_open())
    }
}
