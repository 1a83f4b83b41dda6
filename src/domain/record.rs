//! The record of a meeting (議事録): one line for one thing said, decided or given out.

use super::{
    action::Action,
    council::Council,
    id::{ItemId, LineId},
    is_default,
    list::Record,
    meeting::Meeting,
    point::Point,
    resolution::Resolution,
    who::Who,
};
use chrono::NaiveTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a line is. Decisions and actions carry the number they took when they were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum LineKind {
    #[default]
    Note,
    Speech,
    /// The n in 第3回-決定n, counted within the meeting.
    Decision(u32),
    /// The number of the action in the council.
    Action(u32),
    /// 保留
    Deferred,
    /// 提案
    Proposal,
    /// 論点
    Issue,
}

impl LineKind {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Speech => "speech",
            Self::Decision(_) => "decision",
            Self::Action(_) => "action",
            Self::Deferred => "deferred",
            Self::Proposal => "proposal",
            Self::Issue => "issue",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub id: LineId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveTime>,
    /// The agenda item it stands under; none before the first and after the last.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    #[serde(default)]
    pub kind: LineKind,
    #[serde(default, skip_serializing_if = "is_default")]
    pub speaker: Option<Who>,
    /// What was written, without its mark; continuation lines are joined with a line feed.
    pub text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub points: Vec<Point>,
    /// Off the record (［オフ］): for the recorder's screen alone, in no paper, no list and no second screen.
    #[serde(default, skip_serializing_if = "is_default")]
    pub private: bool,
    /// How a decision was taken; only decisions have one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub resolution: Option<Box<Resolution>>,
}

impl Line {
    pub fn new(id: LineId, kind: LineKind, text: impl Into<String>) -> Self {
        Self {
            id,
            at: None,
            item: None,
            kind,
            speaker: None,
            text: text.into(),
            points: Vec::new(),
            private: false,
            resolution: None,
        }
    }
}

impl Record for Line {
    type Id = LineId;
    fn id(&self) -> &LineId {
        &self.id
    }
}

impl Council {
    /// The highest decision number given so far in a meeting, plus one.
    pub fn next_decision(&self, meeting: &Meeting) -> u32 {
        let lines = self.body(&meeting.id).map(|body| &body.lines);
        let taken = lines.into_iter().flatten().filter_map(|line| match line.kind {
            LineKind::Decision(number) => Some(number),
            _ => None,
        });
        taken.max().unwrap_or(0).saturating_add(1)
    }

    /// Was an action given by a line that is off the record? Then it stays off it too. As far as the meeting is read.
    pub fn is_off_record(&self, action: &Action) -> bool {
        let origin = action.origin.as_ref();
        let given = origin.and_then(|it| self.body(&it.meeting)?.lines.get(it.line.as_ref()?));
        given.is_some_and(|line| line.private)
    }

    /// Decisions of every loaded meeting, oldest meeting first.
    pub fn decisions(&self) -> impl Iterator<Item = (&Meeting, &Line)> {
        self.meetings_by_date().into_iter().flat_map(|meeting| {
            let lines = self.body(&meeting.id).map(|body| &body.lines);
            lines
                .into_iter()
                .flatten()
                .filter(|line| matches!(line.kind, LineKind::Decision(_)))
                .map(move |line| (meeting, line))
        })
    }
}
