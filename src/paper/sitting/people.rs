//! The people of a meeting: who was there in what office and who was not, the quorum, who led it, who signs for it, and whom to ask.

use super::{Names, Sitting, fact};
use crate::{
    domain::{
        Attendance, MeetingRoleKind, MeetingState, Member, Mode, Office, Party, Role,
        decide::minutes::signatories,
    },
    paper::document::Fact,
};
use chrono::{NaiveTime, TimeDelta};

/// Names are still being called in the first minutes; nobody checked in then came late.
const ROLL_CALL: TimeDelta = TimeDelta::minutes(5);

/// Those of one office.
struct Group {
    office: Office,
    title: String,
    /// Their names, or how many they are.
    people: String,
}

impl Sitting<'_> {
    /// Those present by office, those absent, and those nobody noted anything about; then who was there without a seat.
    pub fn attendance(&self) -> Vec<Fact> {
        let words = self.words;
        let came = self.grouped(|mode| mode.is_attending(), |it| self.how_present(it));
        let absent = self.grouped(
            |mode| matches!(mode, Mode::Excused | Mode::Absent),
            |it| if it.mode == Mode::Excused { words.gave_notice().to_owned() } else { String::new() },
        );
        let open = self.grouped(|mode| *mode == Mode::Expected, |_| String::new());
        let planned = self.meeting.state == MeetingState::Planned;
        let open_label = if planned { words.fact_expected() } else { words.fact_unrecorded() };
        let line = |group: &Group| words.group_of(&group.title, &group.people);
        let (staff, members): (Vec<Group>, Vec<Group>) = came
            .into_iter()
            .partition(|group| matches!(group.office, Office::Secretariat | Office::Observer));
        let without_seat = staff.iter().map(|group| fact(&group.title, [group.people.clone()]));
        [
            fact(words.fact_present(), members.iter().map(line)),
            fact(words.fact_absent(), absent.iter().map(line)),
            fact(open_label, open.iter().map(line)),
        ]
        .into_iter()
        .chain(without_seat)
        .collect()
    }

    /// The members whose attendance is wanted, a group for each office, in roster order.
    fn grouped(&self, wanted: impl Fn(&Mode) -> bool, how: impl Fn(&Attendance) -> String) -> Vec<Group> {
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
        let group = |(office, title, people): (_, String, Vec<String>)| Group {
            office,
            title,
            people: match self.options.names {
                Names::Full => people.join(self.words.pick("、", ", ")),
                _ => self.words.people_count(u32::try_from(people.len()).unwrap_or(u32::MAX)),
            },
        };
        groups.into_iter().map(group).collect()
    }

    /// The seat a member sits on; who signs the minutes sits among the others. Staff without a vote sit with the seat their organisation holds, others of them observe.
    pub fn office(&self, member: &Member) -> (Office, String) {
        let sender = member.organisation.clone().map(Party::Organisation);
        let of_sender = || {
            let mut roles = self.council.roles.iter();
            roles.find(|role| member.non_voting && sender.is_some() && role.holder == sender)
        };
        let seats = self.council.seats_of(&member.id);
        let seat = seats.into_iter().find(|role| role.office != Office::Signatory);
        match seat.or_else(of_sender) {
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

    pub fn quorum(&self) -> Fact {
        let count = self.council.headcount(self.meeting);
        let words = self.words;
        let label = if count.needed.is_some() { words.fact_quorum() } else { words.fact_headcount() };
        fact(label, (self.meeting.state != MeetingState::Planned).then(|| words.quorum(count)))
    }

    pub fn roles(&self) -> Option<String> {
        let words = self.words;
        let said = |role: &crate::domain::MeetingRole| {
            words.group_of(words.meeting_role(role.kind), &self.answerable(&role.holder))
        };
        let roles: Vec<String> = self.meeting.roles.iter().map(said).collect();
        (!roles.is_empty()).then(|| roles.join(words.pick("、", "; ")))
    }

    /// Who signed the version in force, else who is to sign.
    pub fn signatories(&self) -> Vec<String> {
        let signed = self.meeting.minutes.in_force().map(|version| version.signatories.clone());
        let signing = signed.unwrap_or_else(|| signatories(self.council, self.meeting));
        let mut named: Vec<String> = signing.iter().map(|who| self.answerable(who)).collect();
        named.dedup();
        named
    }

    /// Who leads the meeting: the chair, in their absence whoever facilitates, else the vice-chair. Empty where nobody knows.
    pub fn presiding(&self) -> String {
        let seat = |office| {
            let held = self.council.roles.iter().filter(move |role| role.office == office);
            held.into_iter().find(|role| self.may_preside(role)).map(|role| role.title.clone())
        };
        let facilitator = || Some(self.answerable(self.meeting.role(MeetingRoleKind::Facilitator)?));
        seat(Office::Chair).or_else(facilitator).or_else(|| seat(Office::ViceChair)).unwrap_or_default()
    }

    /// Is somebody on the seat who was not away?
    fn may_preside(&self, role: &Role) -> bool {
        match &role.holder {
            Some(Party::Member(id)) => matches!(
                self.council.attendance(self.meeting, id).mode,
                Mode::Expected | Mode::Present | Mode::Online
            ),
            holder => holder.is_some(),
        }
    }

    /// The chair as one signs a letter: the office, and who holds it. `None` where there is no such seat.
    pub fn chair(&self) -> Option<String> {
        let role = self.council.roles.iter().find(|role| role.office == Office::Chair)?;
        let holder = role.holder.clone().filter(|_| self.options.names == Names::Full);
        let name = holder.and_then(|holder| self.council.party_label(&holder));
        Some(match name {
            Some(name) => self.words.group_of(&role.title, &name),
            None => role.title.clone(),
        })
    }

    /// Whom to ask: the organisation of the secretariat and how to reach it; what a member left there only where names are given.
    pub fn secretariat(&self) -> Vec<String> {
        let mut seats = self.council.roles.iter().filter(|role| role.office == Office::Secretariat);
        let Some(holder) = seats.find_map(|role| role.holder.clone()) else { return Vec::new() };
        let organisation = self.council.organisation_behind(&holder);
        let mut lines = vec![organisation.map(|it| it.name.clone()).unwrap_or_default()];
        if self.options.names == Names::Full {
            lines.push(organisation.map(|it| it.contact.clone()).unwrap_or_default());
            if let Party::Member(id) = &holder
                && let Some(member) = self.council.members.get(id)
            {
                lines.extend([self.council.member_label(member), member.email.clone()]);
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines.dedup();
        lines
    }
}
