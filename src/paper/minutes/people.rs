//! The part of the minutes about people: who was there in what office, who was not, the quorum, and who led the meeting.

use super::{Names, Sheet, fact};
use crate::{
    domain::{Attendance, MeetingState, Member, Mode, Office, Party, decide::minutes::signatories},
    paper::document::Fact,
};
use chrono::{NaiveTime, TimeDelta};

/// Names are still being called in the first minutes; nobody checked in then came late.
const ROLL_CALL: TimeDelta = TimeDelta::minutes(5);

impl Sheet<'_> {
    /// Those present by office, those absent, and those nobody noted anything about.
    pub(super) fn attendance(&self) -> [Fact; 3] {
        let words = self.words;
        let came = self.grouped(|mode| mode.is_attending(), |it| self.how_present(it));
        let absent = self.grouped(
            |mode| matches!(mode, Mode::Excused | Mode::Absent),
            |it| if it.mode == Mode::Excused { words.gave_notice().to_owned() } else { String::new() },
        );
        let open = self.grouped(|mode| *mode == Mode::Expected, |_| String::new());
        let planned = self.meeting.state == MeetingState::Planned;
        let open_label = if planned { words.fact_expected() } else { words.fact_unrecorded() };
        [fact(words.fact_present(), came), fact(words.fact_absent(), absent), fact(open_label, open)]
    }

    /// One line for each office, in roster order, of the members whose attendance is wanted.
    fn grouped(&self, wanted: impl Fn(&Mode) -> bool, how: impl Fn(&Attendance) -> String) -> Vec<String> {
        let mut groups: Vec<(Office, String, Vec<String>)> = Vec::new();
        for member in self.council.members_on(self.meeting.date) {
            let attendance = self.council.attendance(self.meeting, &member.id);
            if !wanted(&attendance.mode) {
                continue;
            }
            let (office, title) = self.office(member);
            let label = self.in_full(member) + &how(&attendance);
            match groups.iter_mut().find(|group| group.1 == title) {
                Some(group) => group.2.push(label),
                None => groups.push((office, title, vec![label])),
            }
        }
        groups.sort_by_key(|group| group.0);
        let line = |(_, title, people): (_, String, Vec<String>)| {
            if self.options.names != Names::Full {
                let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
                return self.words.group_of(&title, &self.words.people_count(count));
            }
            self.words.group_of(&title, &people.join(self.words.pick("、", ", ")))
        };
        groups.into_iter().map(line).collect()
    }

    /// The seat a member sits on. Staff without a vote sit with the seat their organisation holds, others of them observe.
    pub(super) fn office(&self, member: &Member) -> (Office, String) {
        let sender = member.organisation.clone().map(Party::Organisation);
        let of_sender = || {
            let mut roles = self.council.roles.iter();
            roles.find(|role| member.non_voting && sender.is_some() && role.holder == sender)
        };
        match self.council.office_of(&member.id).or_else(of_sender) {
            Some(role) => (role.office, role.title.clone()),
            None if member.non_voting => (Office::Observer, self.words.office(Office::Observer).to_owned()),
            None => (Office::Member, self.words.office(Office::Member).to_owned()),
        }
    }

    /// The name with organisation and post, or these alone.
    fn in_full(&self, member: &Member) -> String {
        let post = self.council.member_label(&Member { name: String::new(), ..member.clone() });
        match (member.name.is_empty(), post.is_empty()) {
            (false, false) => self.words.named_with_post(&member.name, &post),
            (false, true) => member.name.clone(),
            (true, _) => post,
        }
    }

    fn how_present(&self, attendance: &Attendance) -> String {
        let words = self.words;
        let mode = match &attendance.mode {
            Mode::Proxy(stand_in) => words.by_proxy(&stand_in.label),
            Mode::Online => words.took_part_online().to_owned(),
            _ => String::new(),
        };
        let late = attendance.from.filter(|from| *from - self.began() > ROLL_CALL);
        let came = late.map(|from| words.arrived_at(&words.time(from)));
        let left = attendance.to.map(|to| words.left_at(&words.time(to)));
        mode + &came.unwrap_or_default() + &left.unwrap_or_default()
    }

    fn began(&self) -> NaiveTime {
        self.meeting.opened.map_or(self.meeting.start, |opened| opened.time().max(self.meeting.start))
    }

    pub(super) fn quorum(&self) -> Fact {
        let count = self.council.headcount(self.meeting);
        let words = self.words;
        let label = if count.needed.is_some() { words.fact_quorum() } else { words.fact_headcount() };
        fact(label, (self.meeting.state != MeetingState::Planned).then(|| words.quorum(count)))
    }

    pub(super) fn roles(&self) -> Option<String> {
        let words = self.words;
        let said = |role: &crate::domain::MeetingRole| {
            words.group_of(words.meeting_role(role.kind), &self.answerable(&role.holder))
        };
        let roles: Vec<String> = self.meeting.roles.iter().map(said).collect();
        (!roles.is_empty()).then(|| roles.join(words.pick("、", "; ")))
    }

    /// Who signed the version in force, else who is to sign.
    pub(super) fn signatories(&self) -> Option<String> {
        let signed = self.meeting.minutes.in_force().map(|version| version.signatories.clone());
        let signing = signed.unwrap_or_else(|| signatories(self.council, self.meeting));
        let mut named: Vec<String> = signing.iter().map(|who| self.answerable(who)).collect();
        named.dedup();
        (!named.is_empty()).then(|| named.join(self.words.pick("、", ", ")))
    }
}
