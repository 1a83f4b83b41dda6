//! A small council to try the rules on: four members of three sections, one of them without a vote, and a history to work through.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use norishiro::domain::{
    Action, Body, Council, Head, History, Item, Line, Meeting, Member, Mint, Mode, Organisation, Party,
    Refusal,
    decide::{self, Decision, meeting::Plan, record::NewLine},
    id::{ItemId, LineId, MeetingId, MemberId},
};

pub struct Room {
    pub history: History,
    pub mint: Mint,
    pub now: NaiveDateTime,
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// From 14:00 to 15:30.
pub fn plan_on(date: NaiveDate) -> Plan {
    Plan { date, start: clock(14, 0), end: clock(15, 30), place: "庁舎 第2会議室".into() }
}

pub fn member(id: &str) -> MemberId {
    id.into()
}

pub fn party(id: &str) -> Party {
    Party::Member(id.into())
}

/// Three with a vote (m1, m2, m3) and one without (m4).
pub fn council() -> Council {
    let mut council = Council::new(Head::new("健診受診率向上 庁内プロジェクトチーム"));
    let sections = [("o1", "保険年金課"), ("o2", "保育課"), ("o3", "農務課")];
    council.organisations = sections.map(|(id, name)| Organisation::new(id.into(), name)).to_vec().into();
    let seated = [("m1", "o1", "課長"), ("m2", "o2", "主任"), ("m3", "o3", "係長"), ("m4", "o1", "保健師")];
    council.members = seated
        .map(|(id, section, post)| Member {
            organisation: Some(section.into()),
            post: post.into(),
            non_voting: id == "m4",
            ..Member::new(id.into(), "")
        })
        .to_vec()
        .into();
    council
}

impl Default for Room {
    fn default() -> Self {
        Self::of(council())
    }
}

impl Room {
    pub fn of(council: Council) -> Self {
        Self {
            history: History::new(council, 0),
            mint: Mint::seeded(1),
            now: day(2026, 11, 20).and_time(clock(14, 0)),
        }
    }

    /// A room whose meeting of 20 November 2026 runs, with three items of 20, 30 and 10 minutes.
    pub fn in_session() -> (Self, MeetingId, [ItemId; 3]) {
        let mut room = Self::default();
        let meeting = room.plan(day(2026, 11, 20));
        let items = [("前回の確認", 20), ("計画・評価表の進め方", 30), ("次回日程", 10)]
            .map(|(title, minutes)| room.item(&meeting, title, minutes));
        room.start(&meeting);
        (room, meeting, items)
    }

    pub fn council(&self) -> &Council {
        self.history.council()
    }

    /// Does what was decided, or fails the test with the refusal.
    pub fn does(&mut self, decide: impl FnOnce(&Council, &mut Mint, NaiveDateTime) -> Decision) {
        let edits = decide(self.history.council(), &mut self.mint, self.now).unwrap();
        self.history.push(self.now, edits).unwrap();
    }

    /// The refusal, or a failed test when it was allowed.
    pub fn refuses(
        &mut self,
        decide: impl FnOnce(&Council, &mut Mint, NaiveDateTime) -> Decision,
    ) -> Refusal {
        decide(self.history.council(), &mut self.mint, self.now).unwrap_err()
    }

    pub fn wait(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    pub fn plan(&mut self, date: NaiveDate) -> MeetingId {
        let (id, edits) =
            decide::meeting::plan(self.history.council(), &plan_on(date), &mut self.mint).unwrap();
        self.history.push(self.now, edits).unwrap();
        id
    }

    pub fn item(&mut self, meeting: &MeetingId, title: &str, minutes: u32) -> ItemId {
        let item = Item::new(self.mint.id(), title, minutes);
        let id = item.id.clone();
        self.does(|council, _, _| decide::agenda::add(council, meeting, item));
        id
    }

    pub fn start(&mut self, meeting: &MeetingId) {
        self.does(|council, mint, now| decide::meeting::start(council, meeting, now, mint));
    }

    pub fn close(&mut self) {
        self.does(|council, mint, now| decide::meeting::close(council, now, mint));
    }

    pub fn next(&mut self) {
        self.does(|council, mint, now| decide::agenda::next(council, now, mint));
    }

    /// Holds a meeting from start to close in an hour.
    pub fn hold(&mut self, meeting: &MeetingId) {
        self.start(meeting);
        self.wait(60);
        self.close();
    }

    /// Writes a line and returns its id.
    pub fn write(&mut self, meeting: &MeetingId, item: Option<&ItemId>, new: NewLine) -> LineId {
        let item = item.cloned();
        self.does(|council, mint, now| decide::record::write(council, meeting, item, new, now, mint));
        self.body(meeting).lines.last().unwrap().id.clone()
    }

    pub fn attend(&mut self, meeting: &MeetingId, who: &str, mode: Mode) {
        self.does(|council, _, now| decide::roster::attend(council, meeting, &member(who), mode, now));
    }

    pub fn meeting(&self, id: &MeetingId) -> &Meeting {
        self.council().meetings.get(id).unwrap()
    }

    pub fn body(&self, id: &MeetingId) -> &Body {
        self.council().body(id).unwrap()
    }

    pub fn lookup(&self, meeting: &MeetingId, item: &ItemId) -> &Item {
        self.body(meeting).items.get(item).unwrap()
    }

    pub fn line(&self, meeting: &MeetingId, line: &LineId) -> &Line {
        self.body(meeting).lines.get(line).unwrap()
    }

    pub fn action(&self, number: u32) -> &Action {
        self.council().action_numbered(number).unwrap()
    }

    /// Fiscal year, number and month of every meeting, by date.
    pub fn numbers(&self) -> Vec<(i32, u32, String)> {
        let by_date = self.council().meetings_by_date();
        by_date.iter().map(|it| (it.fiscal_year, it.ordinal, it.date.format("%m").to_string())).collect()
    }
}
