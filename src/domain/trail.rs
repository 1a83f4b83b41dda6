//! Where the meetings went: each point at each meeting, how long the room was on it and what came of that. Made in one pass over
//! everything that was read; never reads, never counts what is off the record.

use super::{
    action::ActionState,
    council::Council,
    id::MeetingId,
    meeting::{Body, Meeting, MeetingState},
    point::Point,
    record::{Line, LineKind},
};
use chrono::NaiveDateTime;
use std::collections::HashMap;

/// What one meeting gave to one point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spell {
    /// How long the room was on it.
    pub seconds: i64,
    pub decisions: usize,
    /// Actions given at the meeting.
    pub given: usize,
    /// Of these, how many are done by now.
    pub done: usize,
}

impl Spell {
    /// The meeting did nothing about the point: no word, no decision, no action.
    pub const fn is_empty(&self) -> bool {
        self.seconds == 0 && self.decisions == 0 && self.given == 0
    }

    /// Minutes, a begun one counted whole.
    pub const fn minutes(&self) -> i64 {
        (self.seconds + 59) / 60
    }
}

/// Points by meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail<'a> {
    /// The meetings that were opened and are read, oldest first.
    pub meetings: Vec<&'a Meeting>,
    spells: Vec<[Spell; 10]>,
}

impl Trail<'_> {
    /// What the meeting in this place gave to a point; nothing beyond the last.
    pub fn at(&self, meeting: usize, point: Point) -> Spell {
        self.spells.get(meeting).map_or(Spell::default(), |spells| spells[place(point)])
    }

    /// The place of the last meeting that did something about a point.
    pub fn last(&self, point: Point) -> Option<usize> {
        self.spells.iter().rposition(|spells| !spells[place(point)].is_empty())
    }
}

const fn place(point: Point) -> usize {
    point as usize
}

impl Council {
    /// Where the meetings went so far; one that runs counts until `now`.
    pub fn trail(&self, now: NaiveDateTime) -> Trail<'_> {
        let opened = self.meetings_by_date().into_iter().filter(|it| it.state != MeetingState::Planned);
        let (meetings, mut spells): (Vec<&Meeting>, Vec<[Spell; 10]>) = opened
            .filter_map(|it| Some((it, spells_of(self.body(&it.id)?, it.closed.unwrap_or(now)))))
            .unzip();
        let places: HashMap<&MeetingId, usize> =
            meetings.iter().enumerate().map(|(at, meeting)| (&meeting.id, at)).collect();
        for action in self.every_action() {
            let origin = action.origin.as_ref().and_then(|origin| places.get(&origin.meeting));
            let Some(spells) = origin.and_then(|at| spells.get_mut(*at)) else { continue };
            for point in &action.points {
                let spell = &mut spells[place(*point)];
                spell.given += 1;
                spell.done += usize::from(action.state == ActionState::Done);
            }
        }
        Trail { meetings, spells }
    }
}

/// What one meeting's record says, without the actions it gave.
fn spells_of(body: &Body, until: NaiveDateTime) -> [Spell; 10] {
    let mut spells = [Spell::default(); 10];
    for (turn, seconds) in body.turns_with_seconds(until) {
        if let Some(point) = turn.point {
            spells[place(point)].seconds += seconds;
        }
    }
    let decided = |line: &&Line| matches!(line.kind, LineKind::Decision(_)) && !line.private;
    for point in body.lines.iter().filter(decided).flat_map(|line| &line.points) {
        spells[place(*point)].decisions += 1;
    }
    spells
}
