//! The handover (引継書) to whoever runs the council next: who leads what, what is open, whom to greet, what the year brings, and how it came
//! here. Nothing that is off the record is in it, and it never says where a file lies.

mod coming;
mod open;

use super::{
    Content, Names, Order, PaperError, Source,
    board::title_of,
    discreet::{Discreet, is_off_record},
    document::{Block, Document, Fact, Table},
    wording::Phrase,
};
use crate::{
    domain::{
        Action, ActionState, Contact, LineKind, Office, Organisation, Party, Point, PointRecord, Role, Term,
        Through, Trail, Who,
    },
    knowledge::points::card,
    words::terms::stage_mark,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The history has a page: so many meetings and steps, the last ones.
const MEETINGS: usize = 16;
const STEPS: usize = 12;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    if !source.council.is_whole() {
        return Err(PaperError::NotLoaded);
    }
    let discreet = (order.names != Names::Full).then(|| Discreet::new(source));
    Handover { source, discreet }.document().map(Content::Document)
}

/// What every part of the handover is made from.
struct Handover<'a> {
    source: Source<'a>,
    /// Where people are not to be named.
    discreet: Option<Discreet<'a>>,
}

impl<'a> Handover<'a> {
    fn document(&self) -> Result<Document, PaperError> {
        let Source { words, council, .. } = self.source;
        let mut paper = Document::new(words.lang, words.handover_title(&self.text(&council.head.name)));
        paper.running = self.text(&council.head.name);
        let day = words.date(self.source.today(), council.head.dates);
        let values = [("council", council.head.name.as_str()), ("day", &day)];
        let opening = self.text(&self.source.wording.say(Phrase::HandoverOpening, &values)?);
        if !opening.is_empty() {
            paper.paragraph(opening);
        }
        paper.blocks.push(Block::Facts(self.facts()));
        self.leads(&mut paper);
        self.open_matters(&mut paper);
        self.people(&mut paper);
        self.coming_year(&mut paper);
        self.history(&mut paper);
        Ok(paper)
    }

    fn called(&self, who: &Who) -> String {
        self.discreet.as_ref().map_or_else(|| who.label.clone(), |discreet| discreet.called(who))
    }

    fn text(&self, text: &str) -> String {
        self.discreet.as_ref().map_or_else(|| text.to_owned(), |discreet| discreet.text(text))
    }

    fn day(&self, day: NaiveDate) -> String {
        self.source.words.day(day, self.source.council.head.dates)
    }

    fn facts(&self) -> Vec<Fact> {
        let Source { words, council, .. } = self.source;
        let facts = [
            (words.fact_aim(), self.text(&council.head.aim)),
            (words.handover_kind(), words.council_kind(council.head.kind).to_owned()),
            (words.fact_quorum(), words.quorum_measure(council.head.quorum.measure)),
            (words.fact_made_on(), words.date(self.source.today(), council.head.dates)),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        facts.map(|(label, value)| Fact { label: label.to_owned(), values: vec![value] }).collect()
    }

    fn table<const N: usize>(
        paper: &mut Document,
        head: [&str; N],
        widths: [u16; N],
        rows: Vec<Vec<String>>,
    ) -> bool {
        if rows.is_empty() {
            return false;
        }
        let head = head.map(str::to_owned).to_vec();
        paper.blocks.push(Block::Table(Table { head, rows, widths: widths.to_vec() }));
        true
    }

    /// Seats with their holders and terms, then who leads which point.
    fn leads(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        paper.section(words.handover_leads());
        let seats = council.roles.iter().map(|role| self.seat(role)).collect();
        let head = [words.roster_office(), words.roles_holder(), words.roles_term()];
        Self::table(paper, head, [4, 6, 8], seats);
        let led: Vec<Vec<String>> = council.points.iter().filter_map(|record| self.led(record)).collect();
        let head = [words.handover_point(), words.fact_state(), words.board_lead()];
        Self::table(paper, head, [6, 7, 5], led);
        let without = council.points.iter().filter(|record| record.lead.is_none());
        let without: Vec<String> = without.map(|record| title_of(words, record.point)).collect();
        if !without.is_empty() {
            paper.paragraph(words.handover_without_lead(&without.join(words.pick("、", ", "))));
        }
    }

    fn seat(&self, role: &Role) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let holder = role.holder.clone().map(|party| self.called(&council.who(party)));
        let ends = council.seat_ends_this_year(role, self.source.today()).map(|end| {
            let is_of_holder = role.term.to != Some(end);
            let said =
                if is_of_holder { words.handover_ends(&self.day(end)) } else { self.ending(end).to_owned() };
            words.in_brackets(&said)
        });
        vec![
            self.text(&role.title),
            holder.unwrap_or_else(|| words.vacant().to_owned()),
            self.term(role.term) + &ends.unwrap_or_default(),
        ]
    }

    fn ending(&self, end: NaiveDate) -> &'static str {
        let words = self.source.words;
        if end < self.source.today() { words.handover_ended() } else { words.handover_ends_this_year() }
    }

    fn term(&self, term: Term) -> String {
        let words = self.source.words;
        match (term.from.map(|day| self.day(day)), term.to.map(|day| self.day(day))) {
            (Some(from), Some(to)) => words.roles_from_until(&from, &to),
            (Some(from), None) => words.roles_from(&from),
            (None, Some(to)) => words.roles_until(&to),
            (None, None) => words.roles_no_term().to_owned(),
        }
    }

    fn led(&self, record: &PointRecord) -> Option<Vec<String>> {
        let words = self.source.words;
        let lead = self.called(record.lead.as_ref()?);
        Some(vec![title_of(words, record.point), self.stage(record), lead])
    }

    /// ● 定着（令和8年5月22日から）
    fn stage(&self, record: &PointRecord) -> String {
        let words = self.source.words;
        let since = record.since().map(|day| words.in_brackets(&words.board_since(&self.day(day))));
        format!("{} {}{}", stage_mark(record.stage), words.stage(record.stage), since.unwrap_or_default())
    }

    /// The chair, then the partners, the closest first.
    fn people(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        paper.section(words.handover_people());
        let chairs =
            council.roles.iter().filter(|role| matches!(role.office, Office::Chair | Office::ViceChair));
        let chairs = chairs.filter_map(|role| {
            let holder = self.called(&council.who(role.holder.clone()?));
            Some(words.group_of(&self.text(&role.title), &holder))
        });
        let chairs: Vec<String> = chairs.collect();
        let has_chairs = !chairs.is_empty();
        if has_chairs {
            paper.blocks.push(Block::Bullets(chairs));
        }
        let contacts = council.contacts(self.source.today());
        let mut partners: Vec<(&Organisation, Option<Contact>)> =
            council.organisations.iter().zip(contacts).collect();
        let ours = council.roles.iter().filter(|role| role.office == Office::Secretariat);
        let ours: Vec<&Party> = ours.filter_map(|role| role.holder.as_ref()).collect();
        partners.retain(|(it, _)| !ours.contains(&&Party::Organisation(it.id.clone())));
        partners.sort_by_key(|(it, _)| Reverse(it.partner.tie));
        let rows = partners.into_iter().map(|(it, contact)| self.partner(it, contact)).collect();
        let head = [
            words.report_organisation(),
            words.partner_tie_heading(),
            words.roster_contact(),
            words.roster_brings(),
            words.partner_contact(),
        ];
        if !Self::table(paper, head, [4, 4, 4, 6, 5], rows) && !has_chairs {
            paper.paragraph(words.report_nothing());
        }
    }

    fn partner(&self, it: &Organisation, contact: Option<Contact>) -> Vec<String> {
        let words = self.source.words;
        let contact = contact.map(|it| {
            let through = match it.through {
                Through::Exchange(it) => words.group_of(words.exchange_way(it.way), &self.text(&it.text)),
                through => words.through(through),
            };
            format!("{}\n{}", self.day(it.on), through.trim())
        });
        vec![
            self.text(&it.name),
            words.ties(&it.partner),
            self.text(&it.contact),
            self.text(&it.brings),
            contact.unwrap_or_else(|| words.partner_no_contact().to_owned()),
        ]
    }

    /// Which meeting touched which points and what came of it, then when points moved.
    fn history(&self, paper: &mut Document) {
        let Source { words, council, now, .. } = self.source;
        let trail = council.trail(now);
        paper.section(words.handover_history());
        let first = trail.meetings.len().saturating_sub(MEETINGS);
        if first > 0 {
            paper.paragraph(words.handover_earlier(first));
        }
        let rows: Vec<Vec<String>> =
            (first..trail.meetings.len()).map(|at| self.meeting(&trail, at)).collect();
        let head = [
            words.report_number(),
            words.handover_day(),
            words.handover_touched(),
            words.section_decisions(),
            words.section_actions(),
        ];
        if !Self::table(paper, head, [5, 5, 8, 3, 4], rows) {
            paper.paragraph(words.report_nothing());
        }
        let mut steps: Vec<(NaiveDate, String)> =
            council.points.iter().flat_map(|it| self.steps(it)).collect();
        steps.sort_by_key(|(on, _)| Reverse(*on));
        let steps: Vec<String> = steps.into_iter().take(STEPS).map(|(_, said)| said).collect();
        if !steps.is_empty() {
            paper.subsection(words.handover_steps().to_owned());
            paper.blocks.push(Block::Bullets(steps));
        }
    }

    fn steps(&self, record: &PointRecord) -> Vec<(NaiveDate, String)> {
        let words = self.source.words;
        let said = |to| words.group_of(&title_of(words, record.point), &words.story_stage(words.stage(to)));
        let steps = record.steps.iter();
        steps.map(|step| (step.on, said(step.to) + &words.in_brackets(&self.day(step.on)))).collect()
    }

    fn meeting(&self, trail: &Trail, at: usize) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let meeting = trail.meetings[at];
        let touched = Point::ALL.into_iter().filter(|point| !trail.at(at, *point).is_empty());
        let touched: Vec<String> = touched.map(|point| card(point).numbered(words.lang)).collect();
        let lines = council.body(&meeting.id).into_iter().flat_map(|body| &body.lines);
        let decided =
            lines.filter(|line| !line.private && matches!(line.kind, LineKind::Decision(_))).count();
        let given = council.every_action().filter(|action| {
            let origin = action.origin.as_ref();
            origin.is_some_and(|origin| origin.meeting == meeting.id) && !is_off_record(council, action)
        });
        let given: Vec<&Action> = given.collect();
        let done = given.iter().filter(|action| action.state == ActionState::Done).count();
        let actions = match given.len() {
            0 => words.report_no_figure().to_owned(),
            given => words.handover_done_of(done, given),
        };
        vec![
            words.meeting_label(meeting),
            self.day(meeting.date),
            touched.join(words.pick("、", ", ")),
            decided.to_string(),
            actions,
        ]
    }
}
