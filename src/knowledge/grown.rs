//! Made-up councils of a wished age, for measuring and for trying things out: as full as real ones of that age would be, and the same
//! for the same seed. Never names a person or a real body, and never looks at the clock.

mod action;
mod meeting;
mod phrases;
mod point;
mod record;
mod roster;
mod talk;

use crate::domain::{
    Action, Council, CouncilKind, Edit, Head, ItemKind, Meeting, Mint, Point,
    council::StandingItem,
    decide::{self, meeting::Plan},
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;
use meeting::Left;
use phrases::{filled, phrases};
use std::collections::BTreeMap;

/// How old and how large a council is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A year: 6 meetings, 12 organisations, 25 members, 40 actions.
    S,
    /// Ten years: 100 meetings, 20 organisations, 60 members one after another, 800 actions.
    M,
    /// Twenty-three years: 600 meetings, 60 organisations, 500 members one after another, 10,000 actions.
    L,
}

/// The figures of a size.
struct Growth {
    name: &'static str,
    meetings: usize,
    /// From one meeting to the next.
    weeks: i64,
    organisations: usize,
    /// How many members serve at a time.
    chairs: usize,
    members: usize,
    actions: usize,
}

impl Size {
    const fn growth(self) -> Growth {
        match self {
            Self::S => Growth {
                name: "地域・職域連携推進協議会（見本・1年）",
                meetings: 6,
                weeks: 9,
                organisations: 12,
                chairs: 25,
                members: 25,
                actions: 40,
            },
            Self::M => Growth {
                name: "健康のまちづくり推進協議会（見本・10年）",
                meetings: 100,
                weeks: 5,
                organisations: 20,
                chairs: 28,
                members: 60,
                actions: 800,
            },
            Self::L => Growth {
                name: "地域福祉・健康づくり連絡協議会（見本・23年）",
                meetings: 600,
                weeks: 2,
                organisations: 60,
                chairs: 120,
                members: 500,
                actions: 10_000,
            },
        }
    }
}

/// The council as it stands on the morning of its next meeting: that one is planned for `today`, those before it are held, and what is
/// over is put away.
pub fn grown(size: Size, seed: u64, today: NaiveDate) -> Council {
    let mut grower = Grower::new(size.growth(), seed, today);
    grower.fill_roster();
    for place in 0..grower.held() {
        grower.hold(place);
    }
    grower.fill_points();
    let (mut council, mut mint) = grower.finish();
    let over = decide::tidy(&council, today).expect("every shelf is read");
    council.apply_all(&over).expect("what was just decided fits");
    let next = next_meeting(&council, today, &mut mint);
    council.apply_all(&next).expect("a meeting just planned fits");
    council
}

fn next_meeting(council: &Council, today: NaiveDate, mint: &mut Mint) -> Vec<Edit> {
    let last = council.last_held().expect("every size has held meetings");
    let plan = Plan { date: today, start: last.start, end: last.end, place: phrases().rooms[0].to_owned() };
    let (_, edits) = decide::meeting::plan(council, &plan, mint).expect("it ends after it starts");
    edits
}

/// A council on its way from its first meeting to today.
struct Grower {
    growth: Growth,
    today: NaiveDate,
    rng: Rng,
    mint: Mint,
    /// Without the two lists below until it is finished.
    council: Council,
    meetings: Vec<Meeting>,
    actions: Vec<Action>,
    /// What the last meeting put off.
    left: Vec<Left>,
    /// The last day each point was spoken of.
    touched: BTreeMap<Point, NaiveDate>,
}

impl Grower {
    fn new(growth: Growth, seed: u64, today: NaiveDate) -> Self {
        let council = Council::new(head(growth.name));
        let (rng, mint) = (Rng::with_seed(seed), Mint::seeded(seed));
        let (meetings, actions, left) = (Vec::new(), Vec::new(), Vec::new());
        Self { growth, today, rng, mint, council, meetings, actions, left, touched: BTreeMap::new() }
    }

    /// How many meetings were held before today.
    const fn held(&self) -> usize {
        self.growth.meetings - 1
    }

    /// The day of the meeting in this place, from 0.
    fn day(&self, place: usize) -> NaiveDate {
        let meetings_ago = i64::try_from(self.held() - place).unwrap_or(i64::MAX);
        self.today - TimeDelta::weeks(self.growth.weeks * meetings_ago)
    }

    /// The phrase with its gaps filled in; `{団体}` is any of the council's.
    fn say(&mut self, phrase: &str) -> String {
        let at = self.rng.usize(..self.council.organisations.len());
        filled(phrase, self.council.organisations[at].called(), &mut self.rng)
    }

    fn finish(self) -> (Council, Mint) {
        let mut council = self.council;
        council.head.next_action = self.actions.last().map_or(1, |action| action.number + 1);
        council.meetings = self.meetings.into();
        council.actions = self.actions.into();
        (council, self.mint)
    }
}

fn head(name: &str) -> Head {
    let standing = |title: &str, kind, minutes, points| {
        let title = title.to_owned();
        StandingItem { title, kind, minutes, points, recurring: true }
    };
    Head {
        kind: CouncilKind::Area,
        aim: phrases().aim.to_owned(),
        standing: vec![
            standing(meeting::CHECKING, ItemKind::Report, 10, vec![Point::Feedback]),
            standing(meeting::CLOSING, ItemKind::Other, 5, Vec::new()),
        ],
        ..Head::new(name)
    }
}

/// 13:30, when every meeting begins.
fn half_past_one() -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(13 * 60 + 30)
}
