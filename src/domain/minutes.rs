//! The life of a meeting's minutes once it was held: draft, checked, final with a version. A version in force locks the meeting
//! (see `decide`); only the latest can be reopened, and only with a reason. Never prints anything.

use super::{
    bounds::bounded,
    council::Council,
    is_default,
    meeting::{Body, Meeting, MeetingState},
    quality::Left,
    who::Who,
};
use chrono::{Days, NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How far the minutes of one meeting have come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    #[serde(default, skip_serializing_if = "is_default")]
    pub checked: Option<Checked>,
    /// Every version that was ever final, oldest first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub finals: Vec<Final>,
    /// Who is to sign the next version, where it is not whoever holds a signatory's seat.
    #[serde(default, skip_serializing_if = "is_default")]
    pub signatories: Vec<Who>,
    /// The day the summary (概要) went out.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub summary_sent: Option<NaiveDate>,
}

/// Somebody read the minutes through against the quality list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
    pub by: String,
    /// Of what was read; minutes with another were changed since.
    pub hash: String,
}

/// One version that was in force, or still is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Final {
    /// Counts from 1.
    pub version: u32,
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
    pub by: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub signatories: Vec<Who>,
    /// See [`content_hash`].
    pub hash: String,
    /// What the quality list still held when it was made final all the same.
    #[serde(default, skip_serializing_if = "is_default")]
    pub left: Vec<Left>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub reopened: Option<Reopened>,
}

/// A version went out of force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
    pub by: String,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Draft,
    Checked,
    Final,
}

impl Minutes {
    /// The version in force.
    pub fn in_force(&self) -> Option<&Final> {
        self.finals.last().filter(|last| last.reopened.is_none())
    }

    pub fn standing(&self) -> Standing {
        match (self.in_force(), &self.checked) {
            (Some(_), _) => Standing::Final,
            (None, Some(_)) => Standing::Checked,
            (None, None) => Standing::Draft,
        }
    }

    /// The number of the version in force, or of the one in work.
    pub fn version(&self) -> u32 {
        let last = self.finals.last().map_or(0, |last| last.version);
        if self.in_force().is_some() { last } else { last.saturating_add(1) }
    }
}

/// SHA-256, in hexadecimal, of what a meeting says: its head without the state of the minutes, and its body, as one line of RON.
pub fn content_hash(meeting: &Meeting, body: &Body) -> String {
    let bare = Meeting { minutes: Minutes::default(), ..meeting.clone() };
    let text = ron::to_string(&(bare, body)).expect("domain types always have a RON form");
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes everything");
        hex
    })
}

/// The body's own rules of how soon its papers are out, in days after the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary_days: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes_days: Option<u32>,
}

/// What has to be out by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 概要
    Summary,
    /// 議事録
    Minutes,
}

/// A paper of a held meeting that the body set itself a day for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub paper: Paper,
    pub due: NaiveDate,
    /// The day it was out.
    pub met: Option<NaiveDate>,
}

impl Deadline {
    /// Days still to go, negative once it is over; `None` once the paper is out.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.met.is_none().then(|| (self.due - today).num_days())
    }
}

impl Council {
    /// The deadlines of a held meeting, by the rules in the council's head.
    pub fn deadlines(&self, meeting: &Meeting) -> Vec<Deadline> {
        if meeting.state != MeetingState::Held {
            return Vec::new();
        }
        let held = meeting.opened.map_or(meeting.date, |opened| opened.date());
        let (rules, minutes) = (self.head.deadlines, &meeting.minutes);
        let of = |paper, days: Option<u32>, met| {
            let due = held.checked_add_days(Days::new(days?.into()))?;
            Some(Deadline { paper, due, met })
        };
        // The first version met it; reopening one later does not make it late again.
        let out = minutes.finals.first().map(|first| first.at.date());
        [
            of(Paper::Summary, rules.summary_days, minutes.summary_sent),
            of(Paper::Minutes, rules.minutes_days, out),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
