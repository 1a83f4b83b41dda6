//! The seating plan of a meeting (座席表): whoever is expected or there, in a room laid out as a square with an open middle.
//!
//! The rule is simple enough to guess. The chair sits at the front, below the screen, with the first vice-chair at the left of the plan
//! and the second at the right. The others sit along both sides in the order of the roster, left and right by turns, so that who stands
//! higher in it sits nearer to the chair. The secretariat sits at the foot, facing the chair; whoever only observes sits behind it. Seats
//! are numbered in that order. Who takes part online or is absent has no seat, and is named below. Never decides who may come.

use super::{
    Content, Order, PaperError, Source,
    book::{Book, Cell, Column, Sheet},
    document::{Block, Document, Page, Room},
    kind::Format,
    roster::{by_office_and_kana, office, when},
};
use crate::domain::{Meeting, Member, Mode, Office};

/// How many sit side by side across the room.
const ACROSS: usize = 3;
/// More rows along the sides than this need the sheet upright.
const LOW: usize = 6;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let meeting = order.meeting(source.council)?;
    if source.council.is_unread(&meeting.id) {
        return Err(PaperError::NotLoaded);
    }
    let plan = Plan::of(source, meeting);
    if plan.seats().next().is_none() {
        return Err(PaperError::Nothing(order.kind));
    }
    Ok(match order.format {
        Format::Docx => Content::Document(plan.document()),
        Format::Csv => Content::Book(plan.book(vec![plan.list()])),
        _ => Content::Book(plan.book(vec![plan.drawn(), plan.list()])),
    })
}

/// Somebody at a place of their own.
struct Seat<'a> {
    /// From 1, from the chair on.
    number: usize,
    place: String,
    member: &'a Member,
    /// Who came instead.
    stand_in: Option<String>,
}

struct Plan<'a> {
    source: Source<'a>,
    meeting: &'a Meeting,
    chair: Option<Seat<'a>>,
    /// At most two.
    beside: Vec<Seat<'a>>,
    sides: Vec<Seat<'a>>,
    foot: Vec<Seat<'a>>,
    behind: Vec<Seat<'a>>,
    online: Vec<&'a Member>,
    absent: Vec<&'a Member>,
}

impl<'a> Plan<'a> {
    fn of(source: Source<'a>, meeting: &'a Meeting) -> Self {
        let mut plan = Self {
            source,
            meeting,
            chair: None,
            beside: Vec::new(),
            sides: Vec::new(),
            foot: Vec::new(),
            behind: Vec::new(),
            online: Vec::new(),
            absent: Vec::new(),
        };
        for member in by_office_and_kana(source, meeting.date) {
            match source.council.attendance(meeting, &member.id).mode {
                Mode::Online => plan.online.push(member),
                Mode::Excused | Mode::Absent => plan.absent.push(member),
                Mode::Proxy(who) => plan.seat(member, Some(who.label)),
                Mode::Expected | Mode::Present => plan.seat(member, None),
            }
        }
        plan.number();
        plan
    }

    fn seat(&mut self, member: &'a Member, stand_in: Option<String>) {
        let seat = Seat { number: 0, place: String::new(), member, stand_in };
        match office(self.source, member) {
            Office::Chair if self.chair.is_none() => self.chair = Some(seat),
            Office::ViceChair if self.beside.len() < 2 => self.beside.push(seat),
            Office::Secretariat => self.foot.push(seat),
            Office::Observer => self.behind.push(seat),
            _ => self.sides.push(seat),
        }
    }

    /// Numbers the seats, and says where each of them is.
    fn number(&mut self) {
        let words = self.source.words;
        let side = |at: usize| {
            let row = at / 2 + 1;
            if at.is_multiple_of(2) { words.seat_left(row) } else { words.seat_right(row) }
        };
        for (at, seat) in self.sides.iter_mut().enumerate() {
            seat.place = side(at);
        }
        let zones = [
            (self.chair.as_mut_slice(), words.seat_front()),
            (&mut self.beside[..], words.seat_front()),
            (&mut self.foot[..], words.office(Office::Secretariat)),
            (&mut self.behind[..], words.office(Office::Observer)),
        ];
        for (seats, place) in zones {
            seats.iter_mut().for_each(|seat| place.clone_into(&mut seat.place));
        }
        let all = self.chair.iter_mut().chain(&mut self.beside).chain(&mut self.sides);
        for (number, seat) in (1..).zip(all.chain(&mut self.foot).chain(&mut self.behind)) {
            seat.number = number;
        }
    }

    fn seats(&self) -> impl Iterator<Item = &Seat<'a>> {
        let members = self.chair.iter().chain(&self.beside).chain(&self.sides);
        members.chain(&self.foot).chain(&self.behind)
    }

    fn title(&self) -> String {
        let words = self.source.words;
        words.seating_title(&self.source.council.head.name, &words.meeting_label(self.meeting))
    }

    /// Who has no seat.
    fn below(&self) -> Vec<String> {
        let words = self.source.words;
        let named = |members: &[&Member]| {
            let names: Vec<String> = members.iter().map(|it| self.source.council.member_label(it)).collect();
            names.join(words.pick("、", ", "))
        };
        let line = |label: &str, members: &[&Member]| {
            (!members.is_empty()).then(|| words.group_of(label, &named(members)))
        };
        let listeners = (self.meeting.observers > 0).then(|| words.roster_observers(self.meeting.observers));
        let lines = [
            line(words.seating_online(), &self.online),
            line(words.seating_absent(), &self.absent),
            listeners,
        ];
        lines.into_iter().flatten().collect()
    }

    fn room(&self) -> Room {
        let shown = |seat: Option<&Seat>| seat.map(|seat| self.shown(seat)).unwrap_or_default();
        let head = [self.beside.first(), self.chair.as_ref(), self.beside.get(1)].map(shown);
        let sides = self.sides.chunks(2).map(|pair| [shown(pair.first()), String::new(), shown(pair.get(1))]);
        let across = |seats: &[Seat]| -> Vec<[String; ACROSS]> {
            let row = |row: &[Seat]| match row {
                [one] => [None, Some(one), None].map(shown),
                [one, two] => [Some(one), None, Some(two)].map(shown),
                all => [all.first(), all.get(1), all.get(2)].map(shown),
            };
            seats.chunks(ACROSS).map(row).collect()
        };
        let floor = || std::iter::once([const { String::new() }; ACROSS]);
        let mut rows: Vec<[String; ACROSS]> = std::iter::once(head).chain(floor()).chain(sides).collect();
        for zone in [across(&self.foot), across(&self.behind)] {
            if !zone.is_empty() {
                rows.extend(floor().chain(zone));
            }
        }
        Room {
            front: self.source.words.seating_front().to_owned(),
            rows: rows.into_iter().map(Vec::from).collect(),
        }
    }

    /// The number and office, where somebody is from, and who they are.
    fn shown(&self, seat: &Seat) -> String {
        let Source { words, council, .. } = self.source;
        let member = seat.member;
        let title = council.office_of(&member.id).map_or("", |role| role.title.as_str());
        let sender = council.organisation_of(member).filter(|_| !member.name.is_empty());
        let from = sender.map_or("", |it| it.called());
        let who = council.member_label(member);
        let instead = seat.stand_in.as_ref().map(|label| words.roster_by(label)).unwrap_or_default();
        let number = words.seat_number(seat.number, title);
        let lines = [number.trim_end(), from, &who, &instead];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn page(&self) -> Page {
        if self.sides.len().div_ceil(2) > LOW { Page::Portrait } else { Page::Landscape }
    }

    fn document(&self) -> Document {
        let mut paper = Document::new(self.source.words.lang, self.title());
        paper.page = self.page();
        paper.blocks.push(Block::Centred(when(self.source, self.meeting)));
        paper.blocks.push(Block::Room(self.room()));
        self.below().into_iter().for_each(|line| paper.paragraph(line));
        paper
    }

    fn book(&self, sheets: Vec<Sheet>) -> Book {
        Book { lang: self.source.words.lang, title: self.title(), page: self.page(), sheets }
    }

    /// The room as cells, its front as the head.
    fn drawn(&self) -> Sheet {
        let Room { front, rows } = self.room();
        let heads = [String::new(), front, String::new()];
        Sheet {
            name: self.source.words.kind_seating().to_owned(),
            above: vec![when(self.source, self.meeting)],
            columns: heads.into_iter().map(|head| Column::new(head, 28)).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(Cell::text).collect()).collect(),
            below: self.below(),
        }
    }

    fn list(&self) -> Sheet {
        let Source { words, council, .. } = self.source;
        let row = |seat: &Seat| {
            let organisation = council.organisation_of(seat.member).map_or("", |it| &it.name);
            vec![
                Cell::Number(i64::try_from(seat.number).unwrap_or(i64::MAX)),
                Cell::text(&seat.place),
                Cell::text(council.office_of(&seat.member.id).map_or("", |role| &role.title)),
                Cell::text(&seat.member.name),
                Cell::text(organisation),
                Cell::text(&seat.member.post),
                Cell::text(seat.stand_in.as_deref().unwrap_or_default()),
            ]
        };
        let columns = [
            (words.column_seat(), 8),
            (words.column_place(), 14),
            (words.column_office(), 14),
            (words.roster_name(), 18),
            (words.column_organisation(), 28),
            (words.column_post(), 20),
            (words.column_stand_in(), 24),
        ];
        Sheet {
            name: words.seating_list().to_owned(),
            above: vec![when(self.source, self.meeting)],
            columns: columns.into_iter().map(|(head, width)| Column::new(head, width)).collect(),
            rows: self.seats().map(row).collect(),
            below: self.below(),
        }
    }
}
