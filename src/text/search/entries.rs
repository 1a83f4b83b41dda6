//! What can be found in a council, a record at a time: where it stands, what it is, and the folded text it is found by. Never keeps how
//! to reach somebody: addresses are not searched.

use crate::{
    domain::{
        Action, ActionState, Body, Council, Item, Line, LineKind, Meeting, Member, Organisation, Point,
        PointRecord, Who,
        id::{ActionId, ItemId, LineId, MeetingId, MemberId, OrganisationId},
    },
    text::{
        dates::{era_day, era_fiscal_year, iso},
        fold::fold,
    },
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What a record is to somebody who searches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Meeting,
    Item,
    Note,
    Speech,
    Decision,
    /// An action, its line in the record, or a note on it.
    Action,
    Deferred,
    Proposal,
    Issue,
    /// A person or an organisation.
    Roster,
    /// What the council says about one of the ten points, or what shows it.
    Point,
}

impl Kind {
    /// The name in what other programs read.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Item => "item",
            Self::Note => "note",
            Self::Speech => "speech",
            Self::Decision => "decision",
            Self::Action => "action",
            Self::Deferred => "deferred",
            Self::Proposal => "proposal",
            Self::Issue => "issue",
            Self::Roster => "roster",
            Self::Point => "point",
        }
    }
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Meeting(MeetingId),
    Item(MeetingId, ItemId),
    Line(MeetingId, LineId),
    Action(ActionId),
    /// The n-th note on an action, from 0.
    ActionNote(ActionId, usize),
    Member(MemberId),
    Organisation(OrganisationId),
    Point(Point),
    /// The n-th evidence of a point, from 0.
    Evidence(Point, usize),
}

/// One record that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub place: Place,
    pub kind: Kind,
    /// The meeting it belongs to.
    pub meeting: Option<MeetingId>,
    /// Off the record.
    pub private: bool,
    /// The line of the record that an action was given by.
    pub given_by: Option<LineId>,
    pub(super) when: When,
    pub(super) people: Vec<Who>,
    pub(super) points: Vec<Point>,
    /// Of an action, whether it is open or done; neither where it was dropped.
    pub(super) open: Option<bool>,
    pub(super) due: Option<NaiveDate>,
    /// Its texts, folded, each on a line of its own.
    pub(super) key: String,
}

/// Where in time something stands: the moment of its meeting or its day, and its place among what stands there too.
pub(super) type When = (NaiveDateTime, u32);

/// The roster is how things are today.
const TODAY: When = (NaiveDateTime::MAX, 0);
/// In a meeting, lines stand behind its items, and the actions it gave behind its lines, by their number.
const LINES: u32 = 10_000;
const ACTIONS: u32 = 1_000_000;

impl Entry {
    fn new(place: Place, kind: Kind, when: When, texts: &[&str]) -> Self {
        let folded = texts.iter().map(|text| fold(text)).filter(|text| !text.is_empty());
        Self {
            place,
            kind,
            meeting: None,
            private: false,
            given_by: None,
            when,
            people: Vec::new(),
            points: Vec::new(),
            open: None,
            due: None,
            key: folded.collect::<Vec<_>>().join("\n"),
        }
    }

    /// Is it off the record, or an action that was given so? Not known while the record that gave it was not read.
    pub fn off_record(&self, council: &Council) -> Option<bool> {
        let (Some(meeting), Some(line)) = (&self.meeting, &self.given_by) else { return Some(self.private) };
        let line = council.body(meeting)?.lines.get(line);
        Some(line.is_some_and(|line| line.private))
    }

    /// The day it belongs to; none for the roster, and for what has no day yet.
    pub fn day(&self) -> Option<NaiveDate> {
        let (at, _) = self.when;
        (at != TODAY.0 && at != NaiveDateTime::MIN).then(|| at.date())
    }
}

const fn on(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// The head of a meeting, and as far as it was read, its items and its record.
pub(super) fn of_meeting(meeting: &Meeting, body: Option<&Body>) -> Vec<Entry> {
    let items = body.into_iter().flat_map(|body| &body.items);
    let lines = body.into_iter().flat_map(|body| &body.lines);
    let items = (1..).zip(items).map(|(nth, it)| item(meeting, nth, it));
    let lines = (LINES..).zip(lines).map(|(nth, it)| line(meeting, nth, it));
    std::iter::once(head(meeting)).chain(items).chain(lines).collect()
}

fn begins(meeting: &Meeting) -> NaiveDateTime {
    meeting.date.and_time(meeting.start)
}

fn head(meeting: &Meeting) -> Entry {
    let (year, nth) = (meeting.fiscal_year, meeting.ordinal);
    let texts = [
        meeting.place.as_str(),
        &format!("{}第{nth}回", era_fiscal_year(year)),
        &format!("FY{year} No.{nth}"),
        &iso(meeting.date),
        &era_day(meeting.date),
    ];
    let entry = Entry::new(Place::Meeting(meeting.id.clone()), Kind::Meeting, (begins(meeting), 0), &texts);
    Entry { meeting: Some(meeting.id.clone()), ..entry }
}

fn item(meeting: &Meeting, nth: u32, item: &Item) -> Entry {
    let presenter = item.presenter.as_ref().map_or("", |who| &who.label);
    let texts: Vec<&str> = [item.title.as_str(), &item.note, presenter]
        .into_iter()
        .chain(item.materials.iter().map(String::as_str))
        .collect();
    let place = Place::Item(meeting.id.clone(), item.id.clone());
    Entry {
        meeting: Some(meeting.id.clone()),
        people: item.presenter.iter().cloned().collect(),
        points: item.points.clone(),
        ..Entry::new(place, Kind::Item, (begins(meeting), nth), &texts)
    }
}

fn line(meeting: &Meeting, nth: u32, line: &Line) -> Entry {
    let (kind, number) = match line.kind {
        LineKind::Note => (Kind::Note, String::new()),
        LineKind::Speech => (Kind::Speech, String::new()),
        LineKind::Decision(number) => (Kind::Decision, decision_numbers(meeting.ordinal, number)),
        LineKind::Action(number) => (Kind::Action, action_numbers(number)),
        LineKind::Deferred => (Kind::Deferred, String::new()),
        LineKind::Proposal => (Kind::Proposal, String::new()),
        LineKind::Issue => (Kind::Issue, String::new()),
    };
    let speaker = line.speaker.as_ref().map_or("", |who| &who.label);
    let place = Place::Line(meeting.id.clone(), line.id.clone());
    Entry {
        meeting: Some(meeting.id.clone()),
        private: line.private,
        people: line.speaker.iter().cloned().collect(),
        points: line.points.clone(),
        ..Entry::new(place, kind, (begins(meeting), nth), &[&line.text, speaker, &number])
    }
}

/// How a decision is called, in either language.
fn decision_numbers(ordinal: u32, number: u32) -> String {
    format!("第{ordinal}回-決定{number} 決定{ordinal}-{number} decision{ordinal}-{number}")
}

fn action_numbers(number: u32) -> String {
    format!("宿題{number} action{number}")
}

/// An action and the notes on it. One that no meeting gave stands on the day it ended or is due.
pub(super) fn of_action(council: &Council, action: &Action) -> Vec<Entry> {
    let origin = action.origin.as_ref();
    let given = origin.and_then(|origin| council.meetings.get(&origin.meeting));
    let due = council.due_date(action);
    let at = given.map_or_else(|| action.ended.or(due).map_or(NaiveDateTime::MIN, on), begins);
    let owners: Vec<&str> = action.owners.iter().map(|who| who.label.as_str()).collect();
    let texts = [action.text.as_str(), &owners.join("\n"), &action.reason, &action_numbers(action.number)];
    let place = Place::Action(action.id.clone());
    let entry = Entry {
        meeting: given.map(|meeting| meeting.id.clone()),
        given_by: origin.and_then(|origin| origin.line.clone()),
        people: action.owners.clone(),
        points: action.points.clone(),
        open: match action.state {
            ActionState::Done => Some(false),
            ActionState::Dropped => None,
            _ => Some(true),
        },
        due,
        ..Entry::new(place, Kind::Action, (at, ACTIONS.saturating_add(action.number)), &texts)
    };
    let notes = action.notes.iter().enumerate().map(|(nth, note)| Entry {
        place: Place::ActionNote(action.id.clone(), nth),
        when: (on(note.on), u32::MAX),
        key: fold(&note.text),
        ..entry.clone()
    });
    let notes: Vec<Entry> = notes.collect();
    std::iter::once(entry).chain(notes).collect()
}

/// The people and the organisations on the roster.
pub(super) fn of_roster(council: &Council) -> Vec<Entry> {
    let members = council.members.iter().map(|it| member(council, it));
    members.chain(council.organisations.iter().map(organisation)).collect()
}

fn member(council: &Council, member: &Member) -> Entry {
    let sender = council.organisation_of(member);
    let sender = sender.map_or(["", ""], |it| [it.name.as_str(), &it.short]);
    let seats: Vec<&str> = council.seats_of(&member.id).into_iter().map(|role| role.title.as_str()).collect();
    let own = [member.name.as_str(), &member.kana, &member.post, &member.code, &seats.join("\n")];
    let texts: Vec<&str> = own.into_iter().chain(sender).collect();
    Entry::new(Place::Member(member.id.clone()), Kind::Roster, TODAY, &texts)
}

fn organisation(it: &Organisation) -> Entry {
    let texts = [it.name.as_str(), &it.kana, &it.short, &it.brings, &it.needs];
    Entry::new(Place::Organisation(it.id.clone()), Kind::Roster, TODAY, &texts)
}

/// What the council says about its points, and each evidence for it.
pub(super) fn of_points(council: &Council) -> Vec<Entry> {
    council.points.iter().flat_map(of_point).collect()
}

fn of_point(record: &PointRecord) -> Vec<Entry> {
    let lead = record.lead.as_ref().map_or("", |who| &who.label);
    let entry = |place, when: Option<NaiveDate>, texts: &[&str]| Entry {
        people: record.lead.iter().cloned().collect(),
        points: vec![record.point],
        ..Entry::new(place, Kind::Point, (when.map_or(NaiveDateTime::MIN, on), 0), texts)
    };
    let said = entry(Place::Point(record.point), record.touched, &[&record.note, lead]);
    let evidence = record.evidence.iter().enumerate();
    let shown = evidence.map(|(nth, it)| entry(Place::Evidence(record.point, nth), Some(it.on), &[&it.text]));
    let said = Some(said).filter(|said| !said.key.is_empty());
    said.into_iter().chain(shown).collect()
}
