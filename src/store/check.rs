//! Looks a council over and says what is not right: files that cannot be read, then links and numbers that do not hold.
//! Never repairs anything.

use super::{
    folder::FileName,
    home::Home,
    journal::{Damage, Lines},
    problem::{Fields, Problem},
    reading::{self, Extent, Reading, journal_path},
    replay::replay,
};
use crate::domain::{
    Action, Aspect, Body, Line, LineKind, Meeting, Mode, Party, PointRecord, Side, Voiced, Who, Why,
    decide::escalations::may_report_to,
    id::{ItemId, LineId, MeetingId, MemberId, OrganisationId, RowId},
    minutes::content_hash,
};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::{Path, PathBuf},
};

/// Something wrong, and the place of the record it is about. A file that is not there has line 1, column 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub file: PathBuf,
    pub line: usize,
    pub column: usize,
    pub kind: FindingKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    Problem(Problem),
    /// The journal is not whole from this line on.
    Journal(Damage),
    NoSuchOrganisation(OrganisationId),
    NoSuchMember(MemberId),
    NoSuchMeeting(MeetingId),
    /// What a meeting says is not what was made final.
    FinalChanged {
        version: u32,
    },
    NoSuchItem(ItemId),
    NoSuchLine(LineId),
    /// A line of the record gives out an action that the council does not have.
    NoSuchAction(u32),
    /// The label is what the party was called when it was written down.
    NoSuchParty(Who),
    /// A seat is held by a person or an organisation, never by a seat.
    SeatHoldsSeat,
    ActionNumberTwice(u32),
    DecisionNumberTwice(u32),
    /// One aspect of an organisation was looked at twice, where the latest look alone is kept.
    AspectTwice(Aspect),
    /// An indicator has two readings for this fiscal year.
    ReadingTwice(i32),
    /// A row of the sheet goes on from one that is not there, or not of an earlier year.
    NoSuchRow(RowId),
    /// A sign of a point is ticked twice at a time.
    SignTwice(String),
    /// An assessment has two answers for this sign.
    AnswerTwice(String),
    /// An assessment has two voices of this party on one sign.
    VoiceTwice(Who),
    MeetingNumberTwice {
        fiscal_year: i32,
        ordinal: u32,
    },
    /// A council that this one reports to or shares an issue with is not in its home. A warning: it may be kept elsewhere by now.
    NoSuchCouncil(String),
    /// The council that this one reports to reports to it, directly or by others.
    OwnParent(String),
    /// The next action would take a number already given.
    NextActionTooLow {
        next: u32,
        highest: u32,
    },
}

impl FindingKind {
    /// Worth a look, and no mistake in the files.
    pub const fn is_warning(&self) -> bool {
        matches!(self, Self::NoSuchCouncil(_))
    }
}

/// What is wrong in one council, or with `None` in all of them. Links are looked at once every file of a council can be read.
pub fn check(home: &Home, slug: Option<&str>) -> Vec<Finding> {
    let slugs = match slug {
        Some(slug) => Ok(vec![slug.to_owned()]),
        None => home.slugs(),
    };
    match slugs {
        Ok(slugs) => slugs.iter().flat_map(|slug| check_one(home, slug)).collect(),
        Err(problem) => vec![Finding::of(home.root(), problem)],
    }
}

fn check_one(home: &Home, slug: &str) -> Vec<Finding> {
    let dir = match home.find(slug) {
        Ok(dir) => dir,
        Err(problem) => return vec![Finding::of(&home.dir_of(slug), problem)],
    };
    let mut reading = reading::read(home.disk(), &dir, Extent::Everything);
    let mut problems = std::mem::take(&mut reading.problems);
    let path = journal_path(&dir);
    let damage = match Lines::read(home.disk(), &path) {
        Ok(lines) => {
            let replayed = replay(&mut reading.council, &mut reading.seqs, &lines.changes);
            problems.extend(replayed.err());
            lines.damage.map(|damage| Finding::of_damage(path, lines.changes.len(), damage))
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let mut findings: Vec<Finding> =
        problems.into_iter().map(|problem| Finding::of(&dir, problem)).chain(damage).collect();
    if findings.is_empty() {
        findings = Inspection::of(&dir, &reading);
        findings.extend(relations(home, slug, &dir, &reading));
    }
    findings
}

/// What a council has to do with the others of its home, as far as it does not hold.
fn relations(home: &Home, slug: &str, dir: &Path, reading: &Reading) -> Vec<Finding> {
    let mut inspection = Inspection::new(dir, reading);
    let slugs = home.slugs().unwrap_or_default();
    let council = &reading.council;
    if let Some(parent) = &council.head.parent {
        let pin = Pin { file: FileName::Council, field: "parent", id: parent };
        let neighbours = home.neighbours(slug).unwrap_or_default();
        let may = may_report_to(slug, parent, &neighbours);
        inspection.find_unless(may, &pin, FindingKind::OwnParent(parent.clone()));
        inspection.find_unless(slugs.contains(parent), &pin, FindingKind::NoSuchCouncil(parent.clone()));
    }
    for it in &council.escalations {
        let pin = Pin { file: FileName::Escalations, field: "id", id: it.id.as_str() };
        let there = it.is_elsewhere() || slugs.contains(&it.other);
        inspection.find_unless(there, &pin, FindingKind::NoSuchCouncil(it.other.clone()));
    }
    inspection.findings
}

impl Finding {
    const fn of_damage(file: PathBuf, whole: usize, damage: Damage) -> Self {
        let line = match damage {
            Damage::Torn { .. } => whole + 1,
            Damage::Broken { line, .. } => line,
        };
        Self { file, line, column: 1, kind: FindingKind::Journal(damage) }
    }

    fn of(dir: &Path, problem: Problem) -> Self {
        let (file, line, column) = match &problem {
            Problem::Unreadable(mistake) => (mistake.path.clone(), mistake.place.line, mistake.place.column),
            Problem::CannotRead { path, .. }
            | Problem::CannotWrite { path, .. }
            | Problem::OtherFormat { path, .. } => (path.clone(), 1, 1),
            _ => (dir.to_owned(), 1, 1),
        };
        Self { file, line, column, kind: FindingKind::Problem(problem) }
    }
}

/// Where a finding is pinned: a file, and the field and value that begin the record.
#[derive(Clone)]
struct Pin<'a> {
    file: FileName,
    field: &'static str,
    id: &'a str,
}

struct Inspection<'a> {
    dir: &'a Path,
    reading: &'a Reading,
    /// Where the records of each file asked about stand, by the field that begins them.
    places: HashMap<(FileName, &'static str), Fields<'a>>,
    /// The numbers of all actions.
    actions: HashSet<u32>,
    findings: Vec<Finding>,
}

impl<'a> Inspection<'a> {
    fn new(dir: &'a Path, reading: &'a Reading) -> Self {
        Self { dir, reading, places: HashMap::new(), actions: HashSet::new(), findings: Vec::new() }
    }

    fn of(dir: &'a Path, reading: &'a Reading) -> Vec<Finding> {
        let mut inspection = Self::new(dir, reading);
        inspection.roster();
        inspection.aspects();
        inspection.readings();
        inspection.escalations();
        inspection.sheet();
        inspection.assessments();
        inspection.actions();
        let mut numbers = HashSet::new();
        for meeting in &reading.council.meetings {
            inspection.number(meeting, &mut numbers);
            if let Some(body) = reading.council.body(&meeting.id) {
                inspection.meeting(meeting, body);
            }
        }
        inspection.findings
    }

    fn find(&mut self, pin: &Pin, kind: FindingKind) {
        let reading = self.reading;
        let places = self.places.entry((pin.file.clone(), pin.field)).or_insert_with(|| {
            // A file that the journal is ahead of may not have the record yet, or not be there.
            Fields::of(reading.texts.get(&pin.file).map_or("", String::as_str), pin.field)
        });
        let (line, column) = places.place(pin.id);
        self.findings.push(Finding {
            file: pin.file.path(self.dir, &self.reading.places),
            line,
            column,
            kind,
        });
    }

    fn find_unless(&mut self, holds: bool, pin: &Pin, kind: FindingKind) {
        if !holds {
            self.find(pin, kind);
        }
    }

    fn who(&mut self, pin: &Pin, who: &Who) {
        let Some(party) = &who.party else { return };
        let known = self.reading.council.party_label(party).is_some();
        self.find_unless(known, pin, FindingKind::NoSuchParty(who.clone()));
    }

    fn roster(&mut self) {
        let council = &self.reading.council;
        for member in &council.members {
            let Some(id) = &member.organisation else { continue };
            let pin = Pin { file: FileName::Members, field: "id", id: member.id.as_str() };
            let known = council.organisations.get(id).is_some();
            self.find_unless(known, &pin, FindingKind::NoSuchOrganisation(id.clone()));
        }
        for role in &council.roles {
            let pin = Pin { file: FileName::Roles, field: "id", id: role.id.as_str() };
            match &role.holder {
                Some(Party::Role(_)) => self.find(&pin, FindingKind::SeatHoldsSeat),
                Some(party) => self.who(&pin, &Who::new(role.title.clone(), Some(party.clone()))),
                None => {}
            }
        }
        for point in &council.points {
            let pin = Pin { file: FileName::Points, field: "point", id: point.point.key() };
            point.lead.iter().for_each(|lead| self.who(&pin, lead));
            self.seen(&pin, point);
        }
    }

    /// Where it was said that a point came to a stage or shows a sign, and by whom.
    fn seen(&mut self, pin: &Pin, point: &PointRecord) {
        let meetings = point.steps.iter().map(|step| &step.meeting);
        let meetings = meetings.chain(point.ticks.iter().map(|tick| &tick.meeting)).flatten();
        for id in meetings.collect::<BTreeSet<_>>() {
            let known = self.reading.council.meetings.get(id).is_some();
            self.find_unless(known, pin, FindingKind::NoSuchMeeting(id.clone()));
        }
        point.ticks.iter().flat_map(|tick| &tick.said_by).for_each(|who| self.who(pin, who));
        let mut standing = HashSet::new();
        for tick in point.ticks.iter().filter(|tick| tick.until.is_none()) {
            let fresh = standing.insert(&tick.sign);
            self.find_unless(fresh, pin, FindingKind::SignTwice(tick.sign.clone()));
        }
    }

    fn aspects(&mut self) {
        for organisation in &self.reading.council.organisations {
            let pin = Pin { file: FileName::Organisations, field: "id", id: organisation.id.as_str() };
            let mut aspects = HashSet::new();
            for check in &organisation.partner.checks {
                self.find_unless(aspects.insert(check.aspect), &pin, FindingKind::AspectTwice(check.aspect));
            }
        }
    }

    fn readings(&mut self) {
        for indicator in &self.reading.council.indicators {
            let pin = Pin { file: FileName::Indicators, field: "id", id: indicator.id.as_str() };
            let mut years = HashSet::new();
            for reading in &indicator.readings {
                let fresh = years.insert(reading.year);
                self.find_unless(fresh, &pin, FindingKind::ReadingTwice(reading.year));
            }
        }
    }

    fn sheet(&mut self) {
        let rows = &self.reading.council.sheet;
        for row in rows {
            let pin = Pin { file: FileName::Sheet, field: "id", id: row.id.as_str() };
            self.who(&pin, &row.who);
            if let Some(from) = &row.from {
                let holds = rows.get(from).is_some_and(|before| before.year < row.year);
                self.find_unless(holds, &pin, FindingKind::NoSuchRow(from.clone()));
            }
        }
    }

    /// The meetings that an issue names on this council's side.
    fn escalations(&mut self) {
        let council = &self.reading.council;
        for it in &council.escalations {
            let pin = Pin { file: FileName::Escalations, field: "id", id: it.id.as_str() };
            let ours = match it.side {
                Side::Raised => &it.raised_at,
                Side::Received => &it.answered_at,
            };
            if let Some(id) = ours.as_ref().filter(|id| council.meetings.get(id).is_none()) {
                self.find(&pin, FindingKind::NoSuchMeeting(id.clone()));
            }
        }
    }

    fn assessments(&mut self) {
        let council = &self.reading.council;
        for assessment in &council.assessments {
            let pin = Pin { file: FileName::Assessments, field: "id", id: assessment.id.as_str() };
            if let Some(id) = assessment.meeting.as_ref().filter(|id| council.meetings.get(id).is_none()) {
                self.find(&pin, FindingKind::NoSuchMeeting(id.clone()));
            }
            let mut signs = HashSet::new();
            for answer in &assessment.answers {
                let fresh = signs.insert(&answer.sign);
                self.find_unless(fresh, &pin, FindingKind::AnswerTwice(answer.sign.clone()));
                let voices = answer.tally.voices();
                for (at, Voiced { who, .. }) in voices.iter().enumerate() {
                    self.who(&pin, who);
                    let fresh = !voices[..at].iter().any(|it| it.who.is_same_party(who));
                    self.find_unless(fresh, &pin, FindingKind::VoiceTwice(who.clone()));
                }
            }
        }
    }

    fn actions(&mut self) {
        let council = &self.reading.council;
        let listed = council.actions.iter().map(|action| (FileName::Actions, action));
        let shelved = council
            .shelves
            .iter()
            .flat_map(|(year, shelf)| shelf.iter().flatten().map(|action| (FileName::Shelf(*year), action)));
        for (file, action) in listed.chain(shelved) {
            let pin = Pin { file, field: "id", id: action.id.0.as_str() };
            let fresh = self.actions.insert(action.number);
            self.find_unless(fresh, &pin, FindingKind::ActionNumberTwice(action.number));
            action.owners.iter().for_each(|owner| self.who(&pin, owner));
            self.origin(&pin, action);
        }
        let next = council.head.next_action;
        let highest = self.actions.iter().copied().max().unwrap_or(0);
        let pin = Pin { file: FileName::Council, field: "next_action", id: &next.to_string() };
        self.find_unless(next > highest, &pin, FindingKind::NextActionTooLow { next, highest });
    }

    fn number(&mut self, meeting: &Meeting, numbers: &mut HashSet<(i32, u32)>) {
        let Meeting { fiscal_year, ordinal, .. } = *meeting;
        let pin = Pin { file: FileName::Meeting(meeting.id.clone()), field: "id", id: meeting.id.as_str() };
        let fresh = numbers.insert((fiscal_year, ordinal));
        self.find_unless(fresh, &pin, FindingKind::MeetingNumberTwice { fiscal_year, ordinal });
    }

    fn origin(&mut self, pin: &Pin, action: &Action) {
        let Some(origin) = &action.origin else { return };
        let Some(body) = self.reading.council.body(&origin.meeting) else {
            return self.find(pin, FindingKind::NoSuchMeeting(origin.meeting.clone()));
        };
        self.item(pin, body, origin.item.as_ref());
        if let Some(line) = origin.line.as_ref().filter(|line| body.lines.get(line).is_none()) {
            self.find(pin, FindingKind::NoSuchLine(line.clone()));
        }
    }

    fn item(&mut self, pin: &Pin, body: &Body, item: Option<&ItemId>) {
        if let Some(id) = item.filter(|id| body.items.get(id).is_none()) {
            self.find(pin, FindingKind::NoSuchItem(id.clone()));
        }
    }

    fn meeting(&mut self, meeting: &Meeting, body: &Body) {
        let file = FileName::Meeting(meeting.id.clone());
        let pin = |field, id| Pin { file: file.clone(), field, id };
        if let Some(version) = meeting.minutes.in_force() {
            let holds = content_hash(meeting, body) == version.hash;
            let kind = FindingKind::FinalChanged { version: version.version };
            self.find_unless(holds, &pin("id", meeting.id.as_str()), kind);
        }
        let signs = meeting.minutes.finals.iter().flat_map(|it| &it.signatories);
        for who in signs.chain(&meeting.minutes.signatories) {
            self.who(&pin("id", meeting.id.as_str()), who);
        }
        for role in &meeting.roles {
            self.who(&pin("id", meeting.id.as_str()), &role.holder);
        }
        for item in &body.items {
            let pin = pin("id", item.id.as_str());
            item.presenter.iter().for_each(|presenter| self.who(&pin, presenter));
            if let Why::NotDiscussed(id)
            | Why::Recurring(id)
            | Why::OpenActions(id, _)
            | Why::Approval(id)
            | Why::Due(id) = &item.why
            {
                let known = self.reading.council.meetings.get(id).is_some();
                self.find_unless(known, &pin, FindingKind::NoSuchMeeting(id.clone()));
            }
        }
        for attendance in &body.attendance {
            let pin = pin("member", attendance.member.as_str());
            let known = self.reading.council.members.get(&attendance.member).is_some();
            self.find_unless(known, &pin, FindingKind::NoSuchMember(attendance.member.clone()));
            if let Mode::Proxy(who) = &attendance.mode {
                self.who(&pin, who);
            }
        }
        let mut decisions = HashSet::new();
        for line in &body.lines {
            self.line(&pin("id", line.id.as_str()), body, line, &mut decisions);
        }
        for turn in &body.turns {
            self.item(&pin("id", turn.id.as_str()), body, turn.item.as_ref());
        }
        for waiting in &body.queue {
            self.who(&pin("id", waiting.id.as_str()), &waiting.who);
        }
    }

    fn line(&mut self, pin: &Pin, body: &Body, line: &Line, decisions: &mut HashSet<u32>) {
        self.item(pin, body, line.item.as_ref());
        line.speaker.iter().for_each(|speaker| self.who(pin, speaker));
        line.resolution.iter().flat_map(|it| it.named()).for_each(|who| self.who(pin, who));
        match line.kind {
            LineKind::Decision(number) => {
                let fresh = decisions.insert(number);
                self.find_unless(fresh, pin, FindingKind::DecisionNumberTwice(number));
            }
            LineKind::Action(number) => {
                let known = self.actions.contains(&number);
                self.find_unless(known, pin, FindingKind::NoSuchAction(number));
            }
            _ => {}
        }
    }
}
