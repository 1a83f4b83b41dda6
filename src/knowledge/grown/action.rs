//! What a made-up council gives out, and what has become of it by now.

use super::{
    Grower,
    phrases::{any, phrases},
};
use crate::domain::{
    Action, ActionState, Due, Line, Meeting, Who,
    action::{ActionNote, Origin},
};
use chrono::{NaiveDate, TimeDelta};

/// Actions of so many last meetings may still be open; of older ones, hardly any.
const YOUNG: usize = 3;

impl Grower {
    /// Gives out what a line of the record says, and returns its number.
    pub fn give_out(&mut self, place: usize, meeting: &Meeting, line: &Line) -> u32 {
        let number = self.actions.last().map_or(1, |last| last.number + 1);
        let origin =
            Origin { meeting: meeting.id.clone(), item: line.item.clone(), line: Some(line.id.clone()) };
        let mut action = Action {
            owners: self.owners(meeting.date),
            due: self.due(meeting.date),
            points: line.points.clone(),
            origin: Some(origin),
            ..Action::new(self.mint.id(), number, line.text.clone())
        };
        self.follow_up(place, meeting.date, &mut action);
        self.actions.push(action);
        number
    }

    /// One body or person, sometimes two, sometimes nobody yet.
    fn owners(&mut self, day: NaiveDate) -> Vec<Who> {
        let number = match self.rng.u32(..100) {
            ..3 => 0,
            3..88 => 1,
            _ => 2,
        };
        let mut owners: Vec<Who> = (0..number).map(|_| self.owner(day)).collect();
        owners.dedup();
        owners
    }

    fn owner(&mut self, day: NaiveDate) -> Who {
        if self.rng.bool() {
            return self.any_organisation();
        }
        let here: Vec<_> = self.council.members.iter().filter(|member| member.term.covers(day)).collect();
        let member = any(&here, &mut self.rng);
        self.who(member)
    }

    fn due(&mut self, day: NaiveDate) -> Due {
        match self.rng.u32(..100) {
            ..60 => Due::NextMeeting,
            60..95 => Due::On(day + TimeDelta::days(self.rng.i64(7..60))),
            _ => Due::Open,
        }
    }

    /// Old ones are done but for one in two hundred; young ones are on their way.
    fn follow_up(&mut self, place: usize, given: NaiveDate, action: &mut Action) {
        let chance = self.rng.u32(..1000);
        action.state = if place + YOUNG < self.held() {
            match chance {
                ..970 => ActionState::Done,
                970..995 => ActionState::Dropped,
                _ => ActionState::InProgress,
            }
        } else {
            match chance {
                ..420 => ActionState::Done,
                420..440 => ActionState::Dropped,
                440..700 => ActionState::Open,
                700..900 => ActionState::InProgress,
                _ => ActionState::Waiting,
            }
        };
        let days = (self.today - given).num_days().clamp(2, 75);
        let later = given + TimeDelta::days(self.rng.i64(1..days));
        if !action.state.is_open() {
            action.ended = Some(later);
        }
        if action.state == ActionState::Dropped {
            action.reason = any(&phrases().dropped, &mut self.rng).to_owned();
        }
        if self.rng.u32(..10) == 0 {
            let phrase = any(&phrases().followed, &mut self.rng);
            action.notes.push(ActionNote { on: later, text: self.say(phrase) });
        }
    }
}
