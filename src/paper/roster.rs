//! The roster (名簿), or with a meeting who is to come or came (出席者名簿).
//!
//! Members stand by office, then by kana, also inside the class or organisation they are put under; whoever has no vote stands after
//! them, under a heading of their own. E-mail addresses are in tables for the office, never on the printed page. The headings of the
//! tables are those by which `norishiro import roster` reads them in again.

use super::{
    Arrange, Content, Order, PaperError, Source,
    book::{Book, Cell, Column, Sheet},
    document::{Block, Document, Page, Table},
    kind::Format,
};
use crate::{
    domain::{Attendance, Class, Meeting, MeetingState, Member, Mode, Office, Organisation, Term},
    text::fold::fold,
};
use chrono::NaiveDate;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let meeting = order.meeting.is_some().then(|| order.meeting(source.council)).transpose()?;
    if meeting.is_some_and(|meeting| source.council.is_unread(&meeting.id)) {
        return Err(PaperError::NotLoaded);
    }
    let day = meeting.map_or(source.today(), |meeting| meeting.date);
    let roster = Roster { source, meeting, day, arrange: order.arrange };
    let groups = roster.groups();
    if groups.is_empty() {
        return Err(PaperError::Nothing(order.kind));
    }
    Ok(match order.format {
        Format::Docx => Content::Document(roster.document(&groups)),
        _ => Content::Book(roster.book(&groups)),
    })
}

/// Members in order: the highest office first, inside one office those with a reading by it, then the others as listed.
pub(super) fn by_office_and_kana<'a>(source: Source<'a>, day: NaiveDate) -> Vec<&'a Member> {
    let mut members = source.council.members_on(day);
    members.sort_by_cached_key(|member| {
        let reading = fold(&member.kana);
        (office(source, member), reading.is_empty(), reading)
    });
    members
}

/// The day, hours and place of a meeting as planned.
pub(super) fn when(Source { words, council, .. }: Source, meeting: &Meeting) -> String {
    let day = words.date(meeting.date, council.head.dates);
    let hours = words.time_range(&words.time(meeting.start), &words.time(meeting.end));
    match (words.on_day(&day, &hours), meeting.place.as_str()) {
        (when, "") => when,
        (when, place) => words.attendance_when(&when, place),
    }
}

/// The office somebody sits in: their own; without a vote, that of the secretariat where their organisation is it, else an observer's.
pub(super) fn office(source: Source, member: &Member) -> Office {
    let council = source.council;
    let own = council.office_of(&member.id).map(|role| role.office);
    let behind = || {
        let sender = member.organisation.as_ref()?;
        let holds = |id| council.organisation_behind(id).is_some_and(|it| it.id == *sender);
        let staff = |role: &&crate::domain::Role| role.office == Office::Secretariat;
        let is_staff = council.roles.iter().filter(staff).any(|role| role.holder.as_ref().is_some_and(holds));
        is_staff.then_some(Office::Secretariat)
    };
    match own {
        Some(office) => office,
        None if member.non_voting => behind().unwrap_or(Office::Observer),
        None => Office::Member,
    }
}

struct Roster<'a> {
    source: Source<'a>,
    meeting: Option<&'a Meeting>,
    /// Of the roster.
    day: NaiveDate,
    arrange: Arrange,
}

/// Members under one heading; without one, they are all there is or the first of them.
struct Group<'a> {
    heading: String,
    members: Vec<&'a Member>,
}

/// A place in a row about a member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Number,
    Office,
    Name,
    Kana,
    Organisation,
    Post,
    Class,
    Term,
    Vote,
    Email,
    Attendance,
    StandIn,
    Remark,
}

impl<'a> Roster<'a> {
    fn groups(&self) -> Vec<Group<'a>> {
        let words = self.source.words;
        let members = by_office_and_kana(self.source, self.day);
        let (aside, voting): (Vec<&Member>, Vec<&Member>) =
            members.into_iter().partition(|member| member.non_voting);
        let mut groups = match self.arrange {
            Arrange::Office => vec![Group { heading: String::new(), members: voting }],
            Arrange::Class => self.by_class(&voting),
            Arrange::Organisation => self.by_organisation(&voting),
        };
        groups.push(Group { heading: words.roster_aside().to_owned(), members: aside });
        groups.retain(|group| !group.members.is_empty());
        groups
    }

    /// The three classes of the guideline, then the council's own as they come. Whoever no organisation sends is among the others.
    fn by_class(&self, members: &[&'a Member]) -> Vec<Group<'a>> {
        let class = |member: &Member| {
            self.source.council.organisation_of(member).map_or(Class::Other, |it| it.class.clone())
        };
        let mut classes = vec![Class::Community, Class::Occupational, Class::Other];
        for member in members {
            if !classes.contains(&class(member)) {
                classes.push(class(member));
            }
        }
        let group = |wanted: Class| Group {
            heading: self.source.words.class(&wanted).to_owned(),
            members: members.iter().copied().filter(|member| class(member) == wanted).collect(),
        };
        classes.into_iter().map(group).collect()
    }

    fn by_organisation(&self, members: &[&'a Member]) -> Vec<Group<'a>> {
        let council = self.source.council;
        let sent = |by: Option<&Organisation>| -> Vec<&'a Member> {
            let sender = |member: &Member| council.organisation_of(member).map(|it| &it.id);
            members.iter().copied().filter(|member| sender(member) == by.map(|it| &it.id)).collect()
        };
        let organisations = council
            .organisations
            .iter()
            .map(|it| Group { heading: it.name.clone(), members: sent(Some(it)) });
        let alone = Group { heading: self.source.words.roster_alone().to_owned(), members: sent(None) };
        organisations.chain([alone]).collect()
    }

    fn title(&self) -> String {
        let (words, name) = (self.source.words, &self.source.council.head.name);
        match self.meeting {
            Some(meeting) => words.attendance_title(name, &words.meeting_label(meeting)),
            None => words.roster_title(name),
        }
    }

    /// Of when it is, and what holds for everybody.
    fn above(&self, groups: &[Group]) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let when = match self.meeting {
            Some(meeting) => when(self.source, meeting),
            None => words.roster_on(&words.date(self.day, council.head.dates)),
        };
        let term = self.shared_term(groups).map(|term| words.roster_shared_term(&self.term(term)));
        [when].into_iter().chain(term).collect()
    }

    /// How many there are or came, and whether that is enough.
    fn counts(&self, groups: &[Group]) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let members = || groups.iter().flat_map(|group| &group.members);
        let aside = members().filter(|member| member.non_voting).count();
        let Some(meeting) = self.meeting else {
            return vec![words.roster_counted(members().count() - aside, aside)];
        };
        let counted = |wanted: &dyn Fn(&Mode) -> bool| {
            members().filter(|member| wanted(&self.attendance(meeting, member).mode)).count()
        };
        let mut lines = vec![words.attendance_counted(
            counted(&Mode::is_attending),
            counted(&|mode| matches!(mode, Mode::Proxy(_))),
            counted(&|mode| *mode == Mode::Online),
            counted(&|mode| matches!(mode, Mode::Excused | Mode::Absent)),
        )];
        if meeting.state != MeetingState::Planned {
            lines.push(words.quorum(council.headcount(meeting)));
        }
        if meeting.observers > 0 {
            lines.push(words.roster_observers(meeting.observers));
        }
        lines
    }

    fn attendance(&self, meeting: &Meeting, member: &Member) -> Attendance {
        self.source.council.attendance(meeting, &member.id)
    }

    /// The term of everybody with a vote, where it is the same and there is one.
    fn shared_term(&self, groups: &[Group]) -> Option<Term> {
        let members = groups.iter().flat_map(|group| &group.members);
        let mut terms = members.filter(|member| !member.non_voting).map(|member| member.term);
        let first = terms.next().filter(|term| *term != Term::default())?;
        terms.all(|term| term == first).then_some(first)
    }

    fn term(&self, term: Term) -> String {
        let Source { words, council, .. } = self.source;
        words.term(term, |day| words.day(day, council.head.dates))
    }

    fn document(&self, groups: &[Group]) -> Document {
        let title = self.title();
        let parts = self.printed(groups);
        let mut paper = Document::new(self.source.words.lang, title);
        if parts.len() > 6 {
            paper.page = Page::Landscape;
        }
        self.above(groups).into_iter().for_each(|line| paper.paragraph(line));
        let mut number = 0;
        for group in groups {
            if !group.heading.is_empty() {
                paper.section(&group.heading);
            }
            let rows = group.members.iter().map(|member| {
                number += 1;
                parts.iter().map(|part| self.printed_cell(*part, member, number).shown()).collect()
            });
            paper.blocks.push(Block::Table(Table {
                rows: rows.collect(),
                head: parts.iter().map(|part| self.head(*part).to_owned()).collect(),
                widths: parts.iter().map(|part| part.width()).collect(),
            }));
        }
        self.counts(groups).into_iter().for_each(|line| paper.paragraph(line));
        paper
    }

    /// What is on the page: no addresses, nothing a heading or a line above says already, and no column that would be empty.
    fn printed(&self, groups: &[Group]) -> Vec<Part> {
        let said = |part: &Part| match part {
            Part::Number => true,
            Part::Email | Part::Vote => false,
            Part::Class => self.arrange == Arrange::Office && self.has_classes(),
            Part::Organisation => self.arrange != Arrange::Organisation,
            Part::Term => self.meeting.is_none() && self.shared_term(groups).is_none(),
            _ => true,
        };
        let members = || groups.iter().flat_map(|group| &group.members);
        let is_filled = |part: &Part| members().any(|it| self.printed_cell(*part, it, 1) != Cell::Empty);
        self.parts().into_iter().filter(|part| said(part) && is_filled(part)).collect()
    }

    /// Does the council tell its organisations by class at all?
    fn has_classes(&self) -> bool {
        self.source.council.organisations.iter().any(|it| it.class != Class::Other)
    }

    fn parts(&self) -> Vec<Part> {
        use Part::{
            Attendance, Class, Email, Kana, Name, Number, Office, Organisation, Post, Remark, StandIn, Term,
            Vote,
        };
        let person = [Number, Office, Name, Kana, Organisation, Post, Class];
        let rest: &[Part] = match self.meeting {
            Some(_) => &[Attendance, StandIn, Remark, Vote, Email],
            None => &[Term, Vote, Email],
        };
        person.into_iter().chain(rest.iter().copied()).collect()
    }

    fn book(&self, groups: &[Group]) -> Book {
        let words = self.source.words;
        let parts = self.parts();
        let members = groups.iter().flat_map(|group| &group.members);
        let rows = (1..)
            .zip(members)
            .map(|(number, member)| parts.iter().map(|part| self.cell(*part, member, number)).collect());
        let sheet = Sheet {
            name: words.kind_roster().to_owned(),
            // Under the table a line would be read in as one of its rows.
            above: self.above(groups).into_iter().chain(self.counts(groups)).collect(),
            rows: rows.collect(),
            columns: parts.iter().map(|part| Column::new(self.head(*part), part.width())).collect(),
            below: Vec::new(),
        };
        Book { lang: words.lang, title: self.title(), page: Page::Landscape, sheets: vec![sheet] }
    }

    fn head(&self, part: Part) -> &'static str {
        let words = self.source.words;
        match part {
            Part::Number => words.column_number(),
            Part::Office => words.column_office(),
            Part::Name => words.roster_name(),
            Part::Kana => words.roster_kana(),
            Part::Organisation => words.column_organisation(),
            Part::Post => words.column_post(),
            Part::Class => words.roster_class(),
            Part::Term => words.roster_term(),
            Part::Vote => words.roster_vote(),
            Part::Email => words.roster_email(),
            Part::Attendance => words.column_attendance(),
            Part::StandIn => words.column_stand_in(),
            Part::Remark => words.column_remark(),
        }
    }

    /// On the page everybody has an office, also those without a seat of their own.
    fn printed_cell(&self, part: Part, member: &Member, number: i64) -> Cell {
        match self.cell(part, member, number) {
            Cell::Empty if part == Part::Office => {
                Cell::text(self.source.words.office(office(self.source, member)))
            }
            cell => cell,
        }
    }

    fn cell(&self, part: Part, member: &Member, number: i64) -> Cell {
        let Source { words, council, .. } = self.source;
        let organisation = council.organisation_of(member);
        let attendance = || self.meeting.map(|meeting| self.attendance(meeting, member));
        match part {
            Part::Number => Cell::Number(number),
            // The highest seat alone: read in again, it is the one that is meant.
            Part::Office => Cell::text(council.office_of(&member.id).map_or("", |role| &role.title)),
            Part::Name => Cell::text(&member.name),
            Part::Kana => Cell::text(&member.kana),
            Part::Organisation => Cell::text(organisation.map_or("", |it| &it.name)),
            Part::Post => Cell::text(&member.post),
            Part::Class => Cell::text(organisation.map_or("", |it| words.class(&it.class))),
            Part::Term => Cell::text(self.term(member.term)),
            Part::Vote => Cell::text(if member.non_voting { words.roster_vote_none() } else { "" }),
            Part::Email => Cell::text(&member.email),
            Part::Attendance => Cell::text(attendance().map_or("", |it| words.attendance(&it.mode))),
            Part::StandIn => match attendance().map(|it| it.mode) {
                Some(Mode::Proxy(who)) => Cell::text(who.label),
                _ => Cell::Empty,
            },
            Part::Remark => Cell::text(attendance().map(|it| words.attended(&it)).unwrap_or_default()),
        }
    }
}

impl Part {
    /// In half-width characters.
    const fn width(self) -> u16 {
        match self {
            Self::Number => 6,
            Self::Office | Self::Class | Self::Vote | Self::Attendance => 14,
            Self::Name | Self::StandIn => 18,
            Self::Kana => 26,
            Self::Post | Self::Remark => 20,
            Self::Organisation | Self::Email => 28,
            Self::Term => 24,
        }
    }
}
