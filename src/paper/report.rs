//! The yearly report (事業実施報告書) to whoever pays: the four headings of the programme rules, filled from what the council knows of the
//! fiscal year.
//!
//! Nobody is named but organisations and offices. Never says more than was written down: a heading about which nothing is known says so.

mod problems;
mod running;

use super::{
    Content, Order, PaperError, Source,
    board::title_of,
    discreet::Discreet,
    document::{Block, Document, Fact, Table},
    figures,
    wording::Phrase,
};
use crate::{
    domain::{Assessment, Evidence, Indicator, Meeting, MeetingState, Point, Step, council::DateStyle},
    knowledge::{
        forms::{self, Form},
        points,
    },
};
use chrono::NaiveDate;

/// The last readings in the picture of an indicator.
const READINGS: usize = 5;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let form = forms::form("report").ok_or(PaperError::Nothing(order.kind))?;
    if !source.council.is_whole() {
        return Err(PaperError::NotLoaded);
    }
    let year = source.year(order);
    Year { source, form, year, discreet: Discreet::new(source) }.document().map(Content::Document)
}

/// What every part of the report is made from.
struct Year<'a> {
    source: Source<'a>,
    form: &'static Form,
    /// The calendar year the fiscal year began in.
    year: i32,
    discreet: Discreet<'a>,
}

impl<'a> Year<'a> {
    fn document(&self) -> Result<Document, PaperError> {
        let Source { words, council, .. } = self.source;
        let name = self.discreet.text(&council.head.name);
        let mut paper = Document::new(words.lang, words.report_title(&words.fiscal_year(self.year)));
        paper.running.clone_from(&name);
        let made = words.date(self.source.today(), council.head.dates);
        let facts = [
            (words.fact_council(), name),
            (words.fact_aim(), self.discreet.text(&council.head.aim)),
            (words.fact_made_on(), made),
        ];
        let values = [("council", council.head.name.as_str()), ("year", &words.fiscal_year(self.year))];
        let opening = self.discreet.text(&self.source.wording.say(Phrase::ReportOpening, &values)?);
        if !opening.is_empty() {
            paper.paragraph(opening);
        }
        let fact = |(label, value): (&str, String)| {
            (!value.is_empty()).then(|| Fact { label: label.to_owned(), values: vec![value] })
        };
        paper.blocks.push(Block::Facts(facts.into_iter().filter_map(fact).collect()));
        for (number, part) in (1..).zip(&self.form.parts) {
            paper.section(&words.report_heading(number, part.name.pick(words.lang)));
            let before = paper.blocks.len();
            match part.key {
                "running" => self.running(&mut paper),
                "problems" => self.problems(part, &mut paper),
                "effects" => self.effects(&mut paper),
                _ => self.other(&mut paper),
            }
            if paper.blocks.len() == before {
                paper.paragraph(words.report_nothing());
            }
        }
        paper.paragraph(words.report_nobody_named());
        Ok(paper)
    }

    /// The meetings of the year that were opened, oldest first.
    fn meetings(&self) -> Vec<&'a Meeting> {
        let meetings = self.source.council.meetings_by_date().into_iter();
        meetings.filter(|it| it.fiscal_year == self.year && it.state != MeetingState::Planned).collect()
    }

    fn is_in_year(&self, day: NaiveDate) -> bool {
        self.source.council.fiscal_year(day) == self.year
    }

    /// A day of the year, without its year: 9/25.
    fn day(&self, day: NaiveDate) -> String {
        let Source { words, council, .. } = self.source;
        match council.head.dates {
            DateStyle::Era => words.month_and_day(day),
            DateStyle::Iso => words.date_short(day, DateStyle::Iso),
        }
    }

    fn bullets(paper: &mut Document, heading: &str, lines: Vec<String>) {
        if !lines.is_empty() {
            paper.subsection(heading.to_owned());
            paper.blocks.push(Block::Bullets(lines));
        }
    }

    /// Every indicator as a row, then as bars; then what was noted about the points.
    fn effects(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        let named = |it: Indicator| Indicator { name: self.discreet.text(&it.name), ..it };
        let known = council.indicators.iter().map(|it| named(figures::as_of(it, self.year)));
        let known: Vec<Indicator> = known.collect();
        if !known.is_empty() {
            paper.subsection(words.indicators_title().to_owned());
            paper.blocks.push(Block::Table(self.indicators(&known)));
            paper
                .blocks
                .extend(known.iter().filter_map(|it| figures::bars(words, it, READINGS)).map(Block::Bars));
        }
        let noted = council.points.iter().flat_map(|record| {
            let of_year = record.evidence.iter().filter(|it| self.is_in_year(it.on));
            of_year.map(|it| self.evidence(record.point, it))
        });
        Self::bullets(paper, words.report_noted(), noted.collect());
    }

    fn evidence(&self, point: Point, it: &Evidence) -> String {
        let words = self.source.words;
        words.group_of(&title_of(words, point), &self.discreet.text(&it.text))
            + &words.in_brackets(&self.day(it.on))
    }

    fn indicators(&self, known: &[Indicator]) -> Table {
        let words = self.source.words;
        let row = |it: &Indicator| {
            let figure = |year: Option<i32>, said: Option<String>| match (year, said) {
                (Some(_), Some(said)) => said,
                _ => words.report_no_figure().to_owned(),
            };
            let in_year = |reading: Option<&crate::domain::Reading>| {
                figure(
                    reading.map(|it| it.year),
                    reading.map(|reading| words.figure_in_year(reading, &it.unit)),
                )
            };
            let this_year = it.reading(self.year).map(|reading| words.figure(reading.value, &it.unit));
            let last = it.last().map(|last| words.report_last(&words.figure_in_year(last, &it.unit)));
            let moved = [words.indicator_shift(it), words.indicator_distance(it)];
            vec![
                it.name.clone(),
                words.indicator_kind(it.kind).to_owned(),
                in_year(it.base.as_ref()),
                this_year.or(last).unwrap_or_else(|| words.report_no_figure().to_owned()),
                in_year(it.target.as_ref()),
                moved.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            ]
        };
        let head = [
            words.indicator_name(),
            words.indicator_kind_label(),
            words.report_base(),
            words.report_this_year(),
            words.report_target(),
            words.report_change(),
        ];
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: known.iter().map(row).collect(),
            widths: vec![6, 2, 4, 4, 4, 6],
        }
    }

    /// What moved on the board, what the council stands on, how it sees itself.
    fn other(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        let moved = council.points.iter().flat_map(|record| {
            let of_year = record.steps.iter().filter(|step| self.is_in_year(step.on));
            of_year.map(|step| self.step(record.point, step))
        });
        Self::bullets(paper, words.report_moved(), moved.collect());
        let stands = council.footings().into_iter();
        let stands = stands.filter(|it| it.since.is_none_or(|since| council.fiscal_year(since) <= self.year));
        let stands = stands.map(|it| words.footing(&it, council.head.dates));
        Self::bullets(paper, words.footings_title(), stands.collect());
        let mut assessments = council.assessments_in_time();
        assessments.retain(|it| self.is_in_year(it.on));
        let assessed = assessments.into_iter().map(|it| self.assessed(it));
        Self::bullets(paper, words.assessments_title(), assessed.collect());
    }

    fn step(&self, point: Point, step: &Step) -> String {
        let words = self.source.words;
        let came = words.story_stage(words.stage(step.to));
        words.group_of(&title_of(words, point), &came) + &words.in_brackets(&self.day(step.on))
    }

    /// How many signs lie which way.
    fn assessed(&self, assessment: &Assessment) -> String {
        let words = self.source.words;
        let signs = points::points().iter().flat_map(|card| &card.signs).map(|sign| sign.id);
        let seen = assessment.overview(signs);
        let asked = seen.in_place + seen.partly + seen.apart + seen.not_yet;
        let said = words.report_assessed(asked, seen.in_place, seen.partly, seen.apart, seen.not_yet);
        words.group_of(&self.day(assessment.on), &said)
    }
}
