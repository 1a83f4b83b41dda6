//! What a record says, thing by thing, as a label and a value: for laying two versions of it side by side. Never compares them.

mod kept;

use super::{Words, catalogue};
use crate::domain::{
    Action, Attendance, Council, Edit, Head, Indicator, Item, Line, Meeting, MeetingState, Member, Mode,
    Organisation, Party, Point, PointRecord, Reading, Resolution, Role, Term, Turn, Waiting, Who,
    council::DateStyle,
    id::{ItemId, MeetingId},
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

catalogue! {
    fact_fiscal_month => "年度の初めの月", "Fiscal year begins in month";
    fact_standing => "初めの議題", "First agenda";
    fact_next_action => "次の宿題の番号", "Next action number";
    fact_state => "状態", "State";
    fact_number => "回", "Meeting";
    fact_opened => "開会", "Opened";
    fact_closed => "閉会", "Closed";
    fact_put_off => "持ち越した回数", "Times put off";
    fact_speaker => "発言者", "Speaker";
    fact_text => "内容", "Text";
    fact_at => "時刻", "Time";
    fact_item => "議題", "Item";
    fact_mode => "出欠", "Attendance";
    fact_parent => "親会議", "Parent council";
    fact_active => "取り組み", "Worked on";
}

/// One thing a record says; nothing where the value is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: &'static str,
    pub value: String,
    /// How to reach somebody: not for a screen that a room looks at.
    pub private: bool,
}

fn fact(label: &'static str, value: impl Into<String>) -> Fact {
    Fact { label, value: value.into(), private: false }
}

fn private(label: &'static str, value: &str) -> Fact {
    Fact { private: true, ..fact(label, value) }
}

impl Words {
    /// What the edit is about; people and attendance as this council calls them.
    pub fn record_in(self, council: &Council, edit: &Edit) -> String {
        match edit {
            Edit::Member(edit) => self.change_member(&council.member_label(edit.record())),
            Edit::Attendance(_, attendance) => {
                let member = Party::Member(attendance.record().member.clone());
                let name = council.party_label(&member).unwrap_or_default();
                format!("{} {name}", self.change_attendance())
            }
            edit => self.record(edit),
        }
    }

    /// What the record of an edit says, always in the same order: as the edit leaves it, or as it was before it went.
    pub fn facts(self, council: &Council, edit: &Edit) -> Vec<Fact> {
        let teller = Teller { words: self, council };
        match edit {
            Edit::Head { new, .. } => teller.head(new),
            Edit::Organisation(edit) => teller.organisation(edit.record()),
            Edit::Member(edit) => teller.member(edit.record()),
            Edit::Role(edit) => teller.role(edit.record()),
            Edit::Action(edit) | Edit::Shelf(_, edit) => teller.action(edit.record()),
            Edit::Point(edit) => teller.point(edit.record()),
            Edit::Indicator(edit) => teller.indicator(edit.record()),
            Edit::Assessment(edit) => teller.assessment(edit.record()),
            Edit::SheetRow(edit) => teller.sheet_row(edit.record()),
            Edit::Escalation(edit) => teller.escalation(edit.record()),
            Edit::Meeting(edit) => teller.meeting(edit.record()),
            Edit::Item(_, edit) => teller.item(edit.record()),
            Edit::Attendance(_, edit) => teller.attendance(edit.record()),
            Edit::Line(id, edit) => teller.line(id, edit.record()),
            Edit::Turn(id, edit) => teller.turn(id, edit.record()),
            Edit::Waiting(_, edit) => teller.waiting(edit.record()),
        }
    }
}

/// The language, and the council that links lead into.
struct Teller<'a> {
    words: Words,
    council: &'a Council,
}

impl Teller<'_> {
    fn head(&self, head: &Head) -> Vec<Fact> {
        let words = self.words;
        let dates = match head.dates {
            DateStyle::Era => words.dates_era(),
            DateStyle::Iso => words.dates_iso(),
        };
        let standing: Vec<&str> = head.standing.iter().map(|item| item.title.as_str()).collect();
        let focus: Vec<Point> = head.focus.into_iter().collect();
        let footings: Vec<String> = head.footings.iter().map(|it| words.footing(it, head.dates)).collect();
        vec![
            fact(words.field_name(), &head.name),
            fact(words.field_short(), &head.short),
            fact(words.field_kind(), words.council_kind(head.kind)),
            fact(words.field_aim(), &head.aim),
            fact(words.field_quorum(), words.quorum_measure(head.quorum.measure)),
            fact(words.head_majority(), words.majority(head.voting.majority)),
            fact(words.head_tie(), self.yes_no(head.voting.tie_to_chair)),
            fact(words.head_summary_days(), days(head.deadlines.summary_days)),
            fact(words.head_minutes_days(), days(head.deadlines.minutes_days)),
            private(words.head_private_names(), &head.private_names.join("\n")),
            fact(words.field_proxies(), self.yes_no(head.quorum.proxies)),
            fact(words.field_online(), self.yes_no(head.quorum.online)),
            fact(words.field_dates(), dates),
            fact(words.fact_fiscal_month(), head.fiscal_month.to_string()),
            fact(words.fact_standing(), self.list(&standing)),
            fact(words.fact_next_action(), head.next_action.to_string()),
            fact(words.change_focus(), self.points(&focus)),
            fact(words.footings_title(), footings.join("\n")),
            fact(words.fact_parent(), head.parent.as_deref().unwrap_or_default()),
            fact(words.form_thresholds(), self.thresholds(&head.thresholds)),
            fact(words.change_declined(), self.declined(&head.declined)),
        ]
    }

    fn organisation(&self, it: &Organisation) -> Vec<Fact> {
        let words = self.words;
        vec![
            fact(words.roster_organisation_name(), &it.name),
            fact(words.roster_short(), &it.short),
            fact(words.roster_kana(), &it.kana),
            fact(words.roster_class(), words.class(&it.class)),
            fact(words.roster_brings(), &it.brings),
            fact(words.roster_needs(), &it.needs),
            private(words.roster_contact(), &it.contact),
        ]
        .into_iter()
        .chain(self.partner(&it.partner))
        .collect()
    }

    fn member(&self, member: &Member) -> Vec<Fact> {
        let words = self.words;
        let sender = member.organisation.clone().map(|id| self.party(&Party::Organisation(id)));
        let vote = if member.non_voting { words.roster_vote_no() } else { words.roster_vote_yes() };
        vec![
            fact(words.roster_name(), &member.name),
            fact(words.roster_kana(), &member.kana),
            fact(words.roster_organisation(), sender.unwrap_or_default()),
            fact(words.roster_post(), &member.post),
            fact(words.roster_term(), self.term(member.term)),
            fact(words.roster_code(), &member.code),
            fact(words.roster_vote(), vote),
            private(words.roster_email(), &member.email),
        ]
    }

    fn role(&self, role: &Role) -> Vec<Fact> {
        let words = self.words;
        let holder = role.holder.as_ref().map_or_else(|| words.vacant().to_owned(), |it| self.party(it));
        vec![
            fact(words.roles_field_title(), &role.title),
            fact(words.roles_office(), words.office(role.office)),
            fact(words.roles_holder(), holder),
            fact(words.roles_term(), self.term(role.term)),
        ]
    }

    fn action(&self, action: &Action) -> Vec<Fact> {
        let words = self.words;
        let notes: Vec<String> =
            action.notes.iter().map(|note| format!("{} {}", self.day(note.on), note.text)).collect();
        vec![
            fact(words.actions_field_text(), &action.text),
            fact(words.actions_owners(), words.owners(action)),
            fact(words.actions_due(), words.due(self.council, action)),
            fact(words.fact_state(), words.action_state(action.state)),
            fact(words.actions_reason(), &action.reason),
            fact(words.actions_ended(), action.ended.map(|day| self.day(day)).unwrap_or_default()),
            fact(words.actions_points(), self.points(&action.points)),
            fact(words.actions_notes(), notes.join("\n")),
        ]
    }

    fn point(&self, record: &PointRecord) -> Vec<Fact> {
        let words = self.words;
        let evidence: Vec<String> =
            record.evidence.iter().map(|it| format!("{} {}", self.day(it.on), it.text)).collect();
        vec![
            fact(words.roles_stage(), words.stage(record.stage)),
            fact(words.fact_active(), self.yes_no(record.active)),
            fact(words.board_lead(), label(record.lead.as_ref())),
            fact(words.board_note(), &record.note),
            fact(words.board_evidence(), evidence.join("\n")),
            fact(words.board_touched(), record.touched.map(|day| self.day(day)).unwrap_or_default()),
            fact(words.fact_steps(), self.steps(&record.steps)),
            fact(words.fact_ticks(), self.ticks(&record.ticks)),
        ]
    }

    fn indicator(&self, it: &Indicator) -> Vec<Fact> {
        let words = self.words;
        let said = |reading: &Reading| words.figure_in_year(reading, &it.unit);
        let readings: Vec<String> = it.readings.iter().map(said).collect();
        vec![
            fact(words.indicator_name(), &it.name),
            fact(words.indicator_kind_label(), words.indicator_kind(it.kind)),
            fact(words.indicator_unit(), &it.unit),
            fact(words.indicator_wanted(), words.wanted(it.wanted)),
            fact(words.indicator_base(), it.base.as_ref().map(said).unwrap_or_default()),
            fact(words.indicator_readings(), readings.join("\n")),
            fact(words.indicator_target(), it.target.as_ref().map(said).unwrap_or_default()),
            fact(words.indicator_source(), &it.source),
            fact(words.indicator_points(), self.points(&it.points)),
            fact(words.indicator_note(), &it.note),
        ]
    }

    fn meeting(&self, meeting: &Meeting) -> Vec<Fact> {
        let words = self.words;
        let hours = words.agenda_hours(&words.time(meeting.start), &words.time(meeting.end));
        let roles: Vec<String> = meeting
            .roles
            .iter()
            .map(|role| words.group_of(words.meeting_role(role.kind), &role.holder.label))
            .collect();
        vec![
            fact(words.fact_number(), words.meeting_label(meeting)),
            fact(words.agenda_when(), format!("{} {hours}", self.day(meeting.date))),
            fact(words.agenda_place(), &meeting.place),
            fact(words.fact_openness(), words.openness(&meeting.openness)),
            fact(words.fact_state(), words.meeting_state(meeting.state)),
            fact(words.fact_opened(), self.moment(meeting.opened)),
            fact(words.fact_closed(), self.moment(meeting.closed)),
            fact(words.fact_roles(), roles.join("\n")),
            fact(words.agenda_observers(), words.people_count(meeting.observers)),
            fact(words.minutes_state(), self.minutes(meeting)),
        ]
    }

    fn item(&self, item: &Item) -> Vec<Fact> {
        let words = self.words;
        let materials: Vec<&str> = item.materials.iter().map(String::as_str).collect();
        vec![
            fact(words.agenda_field_title(), &item.title),
            fact(words.agenda_kind(), words.item_kind(item.kind)),
            fact(words.agenda_field_minutes(), item.minutes.to_string()),
            fact(words.agenda_presenter(), label(item.presenter.as_ref())),
            fact(words.agenda_materials(), self.list(&materials)),
            fact(words.agenda_points(), self.points(&item.points)),
            fact(words.agenda_note(), &item.note),
            fact(words.item_summary(), &item.summary),
            fact(words.fact_state(), words.item_state(item.state)),
            fact(words.agenda_field_recurring(), self.yes_no(item.recurring)),
            fact(words.fact_put_off(), item.deferred.to_string()),
            fact(words.agenda_why(), words.why(self.council, &item.why)),
        ]
    }

    fn attendance(&self, attendance: &Attendance) -> Vec<Fact> {
        let words = self.words;
        let mode = match &attendance.mode {
            Mode::Proxy(who) => words.roster_by(&who.label),
            mode => words.attendance(mode).to_owned(),
        };
        vec![
            fact(words.roster_name(), self.party(&Party::Member(attendance.member.clone()))),
            fact(words.fact_mode(), mode),
            fact(words.roster_arrived(), self.time(attendance.from)),
            fact(words.roster_went(), self.time(attendance.to)),
        ]
    }

    fn line(&self, meeting: &MeetingId, line: &Line) -> Vec<Fact> {
        let words = self.words;
        vec![
            fact(words.agenda_kind(), words.line_kind(line.kind)),
            fact(words.fact_speaker(), label(line.speaker.as_ref())),
            fact(words.fact_text(), if line.private { words.record_private_mark() } else { &line.text }),
            fact(words.decision_how(), self.resolution(line.resolution.as_deref())),
            fact(words.fact_item(), self.title(meeting, line.item.as_ref())),
            fact(words.agenda_points(), self.points(&line.points)),
            fact(words.fact_at(), self.time(line.at)),
        ]
    }

    fn turn(&self, meeting: &MeetingId, turn: &Turn) -> Vec<Fact> {
        let words = self.words;
        let points: Vec<Point> = turn.point.into_iter().collect();
        vec![
            fact(words.fact_at(), self.moment(Some(turn.at))),
            fact(words.fact_item(), self.title(meeting, turn.item.as_ref())),
            fact(words.agenda_points(), self.points(&points)),
        ]
    }

    fn waiting(&self, waiting: &Waiting) -> Vec<Fact> {
        let words = self.words;
        vec![
            fact(words.fact_speaker(), &waiting.who.label),
            fact(words.fact_text(), &waiting.note),
            fact(words.fact_at(), self.moment(Some(waiting.at))),
        ]
    }

    /// How a decision was taken; empty where nothing is known.
    fn resolution(&self, resolution: Option<&Resolution>) -> String {
        let names = |who: &[Who]| self.list(&who.iter().map(|who| who.label.as_str()).collect::<Vec<_>>());
        let said = resolution.map(|it| self.words.resolution(it, names, |day| self.day(day)));
        said.unwrap_or_default().join("\n")
    }

    /// How far the minutes have come; empty for a meeting that was not held.
    fn minutes(&self, meeting: &Meeting) -> String {
        let held = meeting.state == MeetingState::Held;
        if held { self.words.minutes_standing(meeting) } else { String::new() }
    }

    fn yes_no(&self, yes: bool) -> &'static str {
        if yes { self.words.yes() } else { self.words.no() }
    }

    fn list(&self, parts: &[&str]) -> String {
        parts.join(self.words.pick("、", ", "))
    }

    fn points(&self, points: &[Point]) -> String {
        let numbers: Vec<String> = points.iter().map(|point| point.number().to_string()).collect();
        numbers.join(self.words.pick("、", ", "))
    }

    /// As it is called here; its id where it is not known here.
    fn party(&self, party: &Party) -> String {
        let id = match party {
            Party::Member(id) => id.as_str(),
            Party::Organisation(id) => id.as_str(),
            Party::Role(id) => id.as_str(),
        };
        self.council.party_label(party).unwrap_or_else(|| id.to_owned())
    }

    fn title(&self, meeting: &MeetingId, item: Option<&ItemId>) -> String {
        let body = self.council.body(meeting);
        let found = item.and_then(|id| body?.items.get(id)).map(|item| item.title.clone());
        found.or_else(|| item.map(|id| id.to_string())).unwrap_or_default()
    }

    fn day(&self, day: NaiveDate) -> String {
        self.words.date(day, self.council.head.dates)
    }

    fn time(&self, time: Option<NaiveTime>) -> String {
        time.map(|time| self.words.time(time)).unwrap_or_default()
    }

    fn moment(&self, at: Option<NaiveDateTime>) -> String {
        at.map(|at| format!("{} {}", self.day(at.date()), self.words.time(at.time()))).unwrap_or_default()
    }

    fn term(&self, term: Term) -> String {
        self.words.term(term, |day| self.day(day))
    }
}

fn days(days: Option<u32>) -> String {
    days.map(|days| days.to_string()).unwrap_or_default()
}

fn label(who: Option<&Who>) -> String {
    who.map(|who| who.label.clone()).unwrap_or_default()
}
