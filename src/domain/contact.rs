//! When the council and an organisation last had to do with each other. Tells days, never whose turn it is.

use super::{Action, Council, Exchange, Meeting, MeetingState, Organisation};
use chrono::{NaiveDate, TimeDelta};

/// The latest contact with an organisation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact<'a> {
    pub on: NaiveDate,
    pub through: Through<'a>,
}

/// What a contact was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Through<'a> {
    /// An entry in the log of give and take.
    Exchange(&'a Exchange),
    /// Somebody of theirs, or a proxy, was at a meeting.
    Meeting(&'a Meeting),
    /// A meeting gave them an action.
    Given(&'a Action),
    /// An action of theirs was done or dropped.
    Ended(&'a Action),
}

impl Through<'_> {
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Exchange(_) => "exchange",
            Self::Meeting(_) => "meeting",
            Self::Given(_) => "given",
            Self::Ended(_) => "ended",
        }
    }
}

/// How long without contact is too long. See [`Thresholds::silence`](super::suggestion::Thresholds::silence).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// From this many days on.
    pub days: u32,
}

impl Council {
    /// The latest contact with each organisation up to `today`, in the order of the roster, as far as the council was read.
    /// Of one day, what was logged comes before meetings, and these before actions.
    pub fn contacts(&self, today: NaiveDate) -> Vec<Option<Contact<'_>>> {
        let mut latest: Vec<Option<Contact>> = vec![None; self.organisations.len()];
        let mut hear = |at: usize, on: NaiveDate, through| {
            if on <= today && latest[at].is_none_or(|known| known.on < on) {
                latest[at] = Some(Contact { on, through });
            }
        };
        for (at, organisation) in self.organisations.iter().enumerate() {
            for exchange in organisation.partner.exchanges.iter().rev() {
                hear(at, exchange.on, Through::Exchange(exchange));
            }
        }
        for (meeting, at) in self.seen_at_meetings() {
            hear(at, meeting.date, Through::Meeting(meeting));
        }
        for action in self.every_action() {
            let origin = action.origin.as_ref().and_then(|origin| self.meetings.get(&origin.meeting));
            let given = origin.filter(|meeting| meeting.state != MeetingState::Planned);
            for owner in action.owners.iter().filter_map(|who| who.party.as_ref()) {
                let organisation = self.organisation_behind(owner);
                let Some(at) = organisation.and_then(|it| self.organisations.position(&it.id)) else {
                    continue;
                };
                given.iter().for_each(|meeting| hear(at, meeting.date, Through::Given(action)));
                action.ended.iter().for_each(|on| hear(at, *on, Through::Ended(action)));
            }
        }
        latest
    }

    /// Meetings that were held or run, each with the places on the roster of the organisations that were there.
    fn seen_at_meetings(&self) -> impl Iterator<Item = (&Meeting, usize)> {
        let begun = self.meetings.iter().filter(|it| it.state != MeetingState::Planned);
        begun.flat_map(move |meeting| {
            let attendance = self.body(&meeting.id).into_iter().flat_map(|body| &body.attendance);
            let there = attendance.filter(|it| it.mode.is_attending());
            let sender = |member| self.members.get(member).and_then(|it| it.organisation.as_ref());
            there.filter_map(move |it| Some((meeting, self.organisations.position(sender(&it.member)?)?)))
        })
    }

    /// The latest contact with one organisation.
    pub fn contact(&self, organisation: &Organisation, today: NaiveDate) -> Option<Contact<'_>> {
        let at = self.organisations.position(&organisation.id)?;
        self.contacts(today).swap_remove(at)
    }

    /// Since when an organisation has been silent for too long, given its latest contact; one that never had any, since the first
    /// meeting that was held. Nothing is said before everything is read.
    pub fn silent_since(
        &self,
        latest: Option<Contact>,
        today: NaiveDate,
        silence: Silence,
    ) -> Option<NaiveDate> {
        let held = self.meetings.iter().filter(|it| it.state == MeetingState::Held).map(|it| it.date);
        let since = latest.map(|contact| contact.on).or_else(|| held.min())?;
        let too_long = today - since >= TimeDelta::days(silence.days.into());
        (too_long && self.is_whole()).then_some(since)
    }
}
