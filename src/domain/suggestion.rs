//! What the next agenda could take up, each with its reason: rules over what is written, ordered by what presses most.
//! Never puts anything on an agenda by itself, and never says a sentence.

mod limits;
mod rules;

pub use limits::Thresholds;

use super::{
    Council, Item, ItemKind, Meeting, MeetingState, Point, Unread, Why,
    bounds::bounded,
    id::{EscalationId, IndicatorId, ItemId, MeetingId, OrganisationId, RoleId},
    is_default,
};
use chrono::{NaiveDate, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Why something belongs on the next agenda, with the facts as they were on the day of asking. In the order of what presses most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Reason {
    /// The council above answered an issue, and no meeting was held since.
    Answered {
        escalation: EscalationId,
        #[serde(deserialize_with = "bounded")]
        on: NaiveDate,
    },
    /// A council below waits for our answer.
    Owed {
        escalation: EscalationId,
        #[serde(deserialize_with = "bounded")]
        since: NaiveDate,
    },
    /// The last meeting put it off.
    Deferred {
        item: ItemId,
        /// How many meetings have put it off.
        times: u32,
    },
    /// Actions far past their day.
    Overdue {
        /// Their numbers, the longest overdue first.
        actions: Vec<u32>,
        /// Of the first.
        days: i64,
    },
    /// Seats whose term, or whose holder's, is about to end or has ended.
    TermsEnding {
        /// The earliest first.
        seats: Vec<RoleId>,
        #[serde(deserialize_with = "bounded")]
        first: NaiveDate,
    },
    /// The fiscal year nears its end, or is over and not judged.
    Evaluation {
        #[serde(deserialize_with = "bounded")]
        year: i32,
        /// Rows of its plan-and-evaluation sheet without an evaluation.
        rows: usize,
    },
    /// Indicators without the reading of a fiscal year that is over.
    ReadingsDue {
        #[serde(deserialize_with = "bounded")]
        year: i32,
        indicators: Vec<IndicatorId>,
    },
    /// One partner carries much more than the rest.
    Overloaded {
        organisation: OrganisationId,
        carries: usize,
        /// What the others carry on average, rounded.
        others: usize,
    },
    /// Signs said to be seen, with nothing that shows it.
    Unproven { point: Point, signs: Vec<String> },
    /// Partners that neither came nor were in touch.
    Silent {
        organisations: Vec<OrganisationId>,
        /// For at least so many days.
        days: u32,
    },
    /// An issue raised long ago, and no answer.
    Awaited {
        escalation: EscalationId,
        #[serde(deserialize_with = "bounded")]
        since: NaiveDate,
    },
    /// A point nobody spoke of for long.
    Untouched {
        point: Point,
        /// `None` where it was never touched; the days count from the first meeting then.
        #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
        last: Option<NaiveDate>,
        days: i64,
    },
}

impl Reason {
    /// What it is about, whatever the facts are today: no agenda needs two items on one topic.
    pub fn topic(&self) -> String {
        match self {
            Self::Answered { escalation, .. } => format!("answered {escalation}"),
            Self::Owed { escalation, .. } => format!("owed {escalation}"),
            Self::Deferred { item, .. } => format!("deferred {item}"),
            Self::Overdue { .. } => "overdue".to_owned(),
            Self::TermsEnding { .. } => "terms".to_owned(),
            Self::Evaluation { year, .. } => format!("evaluation {year}"),
            Self::ReadingsDue { year, .. } => format!("readings {year}"),
            Self::Overloaded { organisation, .. } => format!("overloaded {organisation}"),
            Self::Unproven { point, .. } => format!("unproven {point}"),
            Self::Silent { .. } => "silent".to_owned(),
            Self::Awaited { escalation, .. } => format!("awaited {escalation}"),
            Self::Untouched { point, .. } => format!("untouched {point}"),
        }
    }

    /// The topic with the facts it rests on, but for the mere passing of time: the same as long as nothing happened.
    pub fn key(&self) -> String {
        let facts = match self {
            Self::Answered { .. } | Self::Owed { .. } | Self::Awaited { .. } => Vec::new(),
            Self::Deferred { times, .. } => vec![times.to_string()],
            Self::Overdue { actions, .. } => sorted(actions),
            Self::TermsEnding { seats, .. } => sorted(seats),
            Self::Evaluation { rows, .. } => vec![rows.to_string()],
            Self::ReadingsDue { indicators, .. } => sorted(indicators),
            Self::Overloaded { carries, .. } => vec![carries.to_string()],
            Self::Unproven { signs, .. } => sorted(signs),
            Self::Silent { organisations, .. } => sorted(organisations),
            Self::Untouched { last, .. } => last.iter().map(NaiveDate::to_string).collect(),
        };
        std::iter::once(self.topic()).chain(facts).collect::<Vec<_>>().join(" ")
    }

    /// Kinds in the order of the type; among one kind what is longer, more or sooner first.
    fn press(&self) -> (u8, Reverse<i64>) {
        let many = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let early = |day: &NaiveDate| (NaiveDate::MAX - *day).num_days();
        let (kind, amount) = match self {
            Self::Answered { on, .. } => (0, early(on)),
            Self::Owed { since, .. } => (1, early(since)),
            Self::Deferred { times, .. } => (2, i64::from(*times)),
            Self::Overdue { days, .. } => (3, *days),
            Self::TermsEnding { first, .. } => (4, early(first)),
            Self::Evaluation { year, .. } => (5, -i64::from(*year)),
            Self::ReadingsDue { indicators, .. } => (6, many(indicators.len())),
            Self::Overloaded { carries, .. } => (7, many(*carries)),
            Self::Unproven { signs, .. } => (8, many(signs.len())),
            Self::Silent { organisations, .. } => (9, many(organisations.len())),
            Self::Awaited { since, .. } => (10, early(since)),
            Self::Untouched { days, .. } => (11, *days),
        };
        (kind, Reverse(amount))
    }

    /// What kind of item it makes, and for how many minutes.
    const fn item(&self) -> (ItemKind, u32) {
        match self {
            Self::Answered { .. } | Self::ReadingsDue { .. } => (ItemKind::Report, 10),
            Self::Awaited { .. } => (ItemKind::Report, 5),
            Self::Owed { .. } => (ItemKind::Deliberation, 20),
            Self::TermsEnding { .. } => (ItemKind::Deliberation, 10),
            Self::Evaluation { .. } => (ItemKind::Discussion, 30),
            Self::Overdue { .. } | Self::Overloaded { .. } | Self::Untouched { .. } => {
                (ItemKind::Discussion, 15)
            }
            Self::Deferred { .. } | Self::Unproven { .. } | Self::Silent { .. } => (ItemKind::Discussion, 10),
        }
    }
}

fn sorted<T: Ord + ToString>(facts: &[T]) -> Vec<String> {
    let mut facts: Vec<&T> = facts.iter().collect();
    facts.sort();
    facts.into_iter().map(T::to_string).collect()
}

/// An item that the next agenda could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub reason: Reason,
    pub title: String,
    pub kind: ItemKind,
    pub minutes: u32,
    pub points: Vec<Point>,
}

/// A suggestion that somebody did not want: it stays away until its facts change, or a later meeting has been held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    /// As [`Reason::key`] says it.
    pub key: String,
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
}

/// What the rules look at.
struct Look<'a> {
    council: &'a Council,
    today: NaiveDate,
    limits: &'a Thresholds,
}

impl Look<'_> {
    /// Were there so many days from `day` to today?
    fn is_past(&self, day: NaiveDate, days: u32) -> bool {
        self.days_since(day) >= i64::from(days)
    }

    fn days_since(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }
}

/// A reason, and the points it concerns.
struct Found {
    reason: Reason,
    points: Vec<Point>,
}

impl Council {
    /// What the next agenda could take up, what presses most first. Nothing that is in hand already: on the next agenda, or still to come
    /// in a running meeting. `title` is how whoever asks calls the item that a reason makes.
    ///
    /// To be asked once nothing of [`Council::unread_for_suggestions`] is left.
    pub fn suggestions(&self, today: NaiveDate, title: impl Fn(&Reason) -> String) -> Vec<Suggestion> {
        let look = Look { council: self, today, limits: &self.head.thresholds };
        let in_hand: Vec<&Item> = self.items_in_hand().collect();
        let mut found = rules::all(&look);
        found.retain(|it| !self.is_declined(&it.reason));
        found.sort_by_key(|it| it.reason.press());
        let suggested = found.into_iter().map(|it| self.suggested(it, &title));
        suggested.filter(|it| !in_hand.iter().any(|item| it.is_on(item))).collect()
    }

    /// What an item put off says of itself stays; the rest is proposed.
    fn suggested(&self, Found { reason, points }: Found, title: impl Fn(&Reason) -> String) -> Suggestion {
        if let Some(item) = self.deferred_item(&reason) {
            let (title, kind, minutes) = (item.title.clone(), item.kind, item.minutes);
            return Suggestion { reason, title, kind, minutes, points };
        }
        let (kind, minutes) = reason.item();
        Suggestion { title: title(&reason), reason, kind, minutes, points }
    }

    /// The item of an earlier meeting that a reason is about.
    pub fn deferred_item(&self, reason: &Reason) -> Option<&Item> {
        let Reason::Deferred { item, .. } = reason else { return None };
        self.bodies.values().find_map(|body| body.items.get(item))
    }

    fn items_in_hand(&self) -> impl Iterator<Item = &Item> {
        let meetings = self.running().into_iter().chain(self.next_planned());
        meetings.filter_map(|meeting| self.body(&meeting.id)).flat_map(|body| &body.items).filter(|item| {
            use super::ItemState::{Current, Open};
            matches!(item.state, Open | Current)
        })
    }

    fn is_declined(&self, reason: &Reason) -> bool {
        let key = reason.key();
        self.standing_declines().any(|it| it.key == key)
    }

    /// Those that still keep something away.
    pub(super) fn standing_declines(&self) -> impl Iterator<Item = &Declined> {
        let last = self.last_held().map(|meeting| meeting.date);
        self.head.declined.iter().filter(move |it| last.is_none_or(|last| it.on >= last))
    }

    /// What has to be read before [`Council::suggestions`] knows everything it speaks of.
    pub fn unread_for_suggestions(&self, today: NaiveDate) -> Unread {
        let near = [self.running(), self.next_planned(), self.last_held()].into_iter().flatten();
        let recent = self.held_within(today, self.head.thresholds.silent_days);
        let mut meetings: Vec<MeetingId> = Vec::new();
        for id in near.chain(recent).map(|meeting| &meeting.id).filter(|id| self.is_unread(id)) {
            if !meetings.contains(id) {
                meetings.push(id.clone());
            }
        }
        Unread { meetings, shelves: Vec::new() }
    }

    /// Meetings held in the last so many days.
    fn held_within(&self, today: NaiveDate, days: u32) -> impl Iterator<Item = &Meeting> {
        let span = TimeDelta::days(i64::from(days));
        self.meetings.iter().filter(move |it| it.state == MeetingState::Held && today - it.date < span)
    }
}

impl Suggestion {
    /// Does the item stand for it?
    fn is_on(&self, item: &Item) -> bool {
        let same_topic = matches!(&item.why, Why::Suggested(reason) if reason.topic() == self.reason.topic());
        same_topic || item.title == self.title
    }
}
