//! A held meeting of a made-up council: its head, who came, and its agenda.

use super::{
    Grower, half_past_one,
    phrases::{Topic, any, phrases},
    record::Sitting,
    roster::SECRETARIAT,
    talk::About,
};
use crate::domain::{
    Attendance, Body, Item, ItemKind, ItemState, Meeting, MeetingRole, MeetingRoleKind, MeetingState, Member,
    Minutes, Mode, Office, Openness, Party, Point, Who, Why, id::MeetingId,
};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};

pub const CHECKING: &str = "前回からの宿題の確認";
pub const CLOSING: &str = "次回の日程と連絡";

/// An agenda item put off, and what it is about.
pub struct Left {
    pub item: Item,
    pub topic: &'static Topic,
}

/// An agenda item, and what there is to say under it.
pub struct Heard {
    pub item: Item,
    pub about: About,
}

impl Grower {
    /// Holds the meeting in this place.
    pub fn hold(&mut self, place: usize) {
        let day = after_the_holidays(self.day(place));
        let members: Vec<Member> = self.council.members_on(day).into_iter().cloned().collect();
        let meeting = self.meeting_head(day, &members);
        let before = self.meetings.last().map(|it| it.id.clone());
        let agenda = self.agenda(place, before.as_ref());
        let attendance: Vec<Attendance> = members.iter().map(|member| self.attendance(member)).collect();
        let here = attendance.iter().zip(&members).filter(|(it, _)| it.mode.is_attending());
        let here = here.map(|(_, member)| self.who(member)).collect();
        let record = self.record(Sitting::of(place, &meeting, here), agenda);
        let body = Body { attendance: attendance.into(), ..record };
        self.council.bodies.insert(meeting.id.clone(), body);
        self.meetings.push(meeting);
    }

    fn meeting_head(&mut self, date: NaiveDate, members: &[Member]) -> Meeting {
        let fiscal_year = self.fiscal_year(date);
        let before = self.meetings.last().filter(|it| it.fiscal_year == fiscal_year);
        let ordinal = before.map_or(1, |it| it.ordinal + 1);
        let start = half_past_one();
        let end = start + TimeDelta::hours(2);
        let minutes = |of: i64| TimeDelta::minutes(of);
        Meeting {
            id: format!("fy{fiscal_year}-{ordinal}").into(),
            fiscal_year,
            ordinal,
            date,
            start,
            end,
            place: any(&phrases().rooms, &mut self.rng).to_owned(),
            state: MeetingState::Held,
            opened: Some(date.and_time(start) + minutes(self.rng.i64(0..4))),
            closed: Some(date.and_time(end) + minutes(self.rng.i64(-12..8))),
            roles: self.meeting_roles(members),
            observers: self.rng.u32(0..6),
            called: Vec::new(),
            openness: Openness::default(),
            minutes: Minutes::default(),
        }
    }

    /// The chair facilitates, the secretariat does the rest.
    fn meeting_roles(&self, members: &[Member]) -> Vec<MeetingRole> {
        let chair = self.council.roles.iter().find(|role| role.office == Office::Chair);
        let chair = chair.map(|role| self.council.who(Party::Role(role.id.clone())));
        let office = &self.council.organisations[SECRETARIAT].id;
        let staff = members.iter().filter(|member| member.organisation.as_ref() == Some(office));
        let staff = staff.map(|member| self.who(member));
        let kinds = MeetingRoleKind::ALL.into_iter();
        kinds.zip(chair.into_iter().chain(staff)).map(|(kind, holder)| MeetingRole { kind, holder }).collect()
    }

    fn attendance(&mut self, member: &Member) -> Attendance {
        let mode = match self.rng.u32(..100) {
            ..78 => Mode::Present,
            78..86 => Mode::Online,
            86..89 => Mode::Proxy(self.stand_in(member)),
            89..97 => Mode::Excused,
            _ => Mode::Absent,
        };
        let late = mode == Mode::Present && self.rng.u32(..25) == 0;
        let from = late.then(|| half_past_one() + TimeDelta::minutes(self.rng.i64(5..40)));
        Attendance { member: member.id.clone(), mode, from, to: None }
    }

    /// Somebody of the same body.
    fn stand_in(&self, member: &Member) -> Who {
        let body = member.organisation.clone().map(Party::Organisation);
        let label = body.as_ref().and_then(|it| self.council.party_label(it)).unwrap_or_default();
        Who::new(format!("{label} 職員"), body)
    }

    /// What is on every agenda, what was put off, and topics in turn.
    fn agenda(&mut self, place: usize, before: Option<&MeetingId>) -> Vec<Heard> {
        let recurring = |title: &str, kind, minutes, id| Item {
            kind,
            recurring: true,
            why: before.map_or(Why::Standing, |it| Why::Recurring(it.clone())),
            ..Item::new(id, title, minutes)
        };
        let mut checking = recurring(CHECKING, ItemKind::Report, 10, self.mint.id());
        checking.points = vec![Point::Feedback];
        let closing = recurring(CLOSING, ItemKind::Other, 5, self.mint.id());
        let mut agenda = vec![Heard { item: checking, about: About::Checking }];
        let left = std::mem::take(&mut self.left);
        agenda.extend(left.into_iter().zip(before).map(|(left, before)| self.again(left, before)));
        let topics = phrases().topics.iter().cycle().skip(place * 3 % phrases().topics.len());
        for topic in topics.take(3 + place % 2) {
            if agenda.iter().all(|it| it.item.title != topic.title) {
                let materials = agenda.iter().map(|it| it.item.materials.len()).sum();
                agenda.push(self.brought_up(topic, materials));
            }
        }
        agenda.push(Heard { item: closing, about: About::Closing });
        agenda
    }

    fn again(&mut self, left: Left, before: &MeetingId) -> Heard {
        let item = Item {
            id: self.mint.id(),
            state: ItemState::Open,
            deferred: left.item.deferred + 1,
            why: Why::NotDiscussed(before.clone()),
            ..left.item
        };
        Heard { item, about: About::Topic(left.topic) }
    }

    /// A topic after so many `materials`.
    fn brought_up(&mut self, topic: &'static Topic, materials: usize) -> Heard {
        let materials = (materials + 1..).zip(&topic.materials);
        let by = self.council.organisations.iter().find(|it| it.name == topic.by);
        let item = Item {
            kind: topic.kind,
            presenter: by.map(|it| self.council.who(Party::Organisation(it.id.clone()))),
            materials: materials.map(|(number, title)| format!("資料{number} {title}")).collect(),
            points: topic.points.clone(),
            ..Item::new(self.mint.id(), topic.title, 20 + 5 * self.rng.u32(0..3))
        };
        Heard { item, about: About::Topic(topic) }
    }
}

/// A week later where nobody meets.
fn after_the_holidays(day: NaiveDate) -> NaiveDate {
    let holidays = matches!((day.month(), day.day()), (12, 29..) | (1, ..=3));
    if holidays { day + Days::new(7) } else { day }
}
