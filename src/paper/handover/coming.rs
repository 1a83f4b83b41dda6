//! The part of the handover about the year ahead: days that are fixed, and what a council of its kind usually takes up month by month.

use super::Handover;
use crate::{
    domain::{MeetingState, minutes::Paper},
    knowledge::templates::templates,
    paper::{
        Source,
        document::{Block, Document},
    },
};
use chrono::{NaiveDate, TimeDelta};

/// Further ahead than this nothing is told.
const YEAR: TimeDelta = TimeDelta::days(366);

impl Handover<'_> {
    pub(super) fn coming_year(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        paper.section(words.handover_coming());
        let mut days = self.days();
        days.sort();
        days.dedup();
        let days: Vec<String> =
            days.into_iter().map(|(day, what)| words.group_of(&self.day(day), &what)).collect();
        let has_days = !days.is_empty();
        if has_days {
            paper.blocks.push(Block::Bullets(days));
        }
        let template = templates().iter().find(|it| it.kind == council.head.kind);
        let months = template.into_iter().flat_map(|it| &it.first_year).map(|meeting| {
            let topics: Vec<&str> = meeting.topics.iter().map(|it| it.name.pick(words.lang)).collect();
            vec![words.know_month(meeting.month), topics.join("\n")]
        });
        let months: Vec<Vec<String>> = months.collect();
        if !months.is_empty() {
            paper.subsection(words.handover_usual_year().to_owned());
            Self::table(paper, [words.handover_when(), words.handover_topics()], [2, 9], months);
        } else if !has_days {
            paper.paragraph(words.report_nothing());
        }
    }

    /// Meetings to come or never held, what is due before them, terms that end, and the end of the year.
    fn days(&self) -> Vec<(NaiveDate, String)> {
        let Source { words, council, .. } = self.source;
        let today = self.source.today();
        let meetings = council.meetings.iter().filter(|it| it.state == MeetingState::Planned);
        let meetings = meetings.map(|it| {
            let place = self.text(&it.place);
            let place = if place.is_empty() { place } else { words.in_brackets(&place) };
            (it.date, words.meeting_label(it) + &place)
        });
        let seats = council.roles.iter().filter_map(|role| {
            let end = council.seat_ends(role).filter(|end| *end >= today && *end - today <= YEAR)?;
            Some((end, words.handover_term_ends(&self.text(&role.title))))
        });
        let called = |paper| match paper {
            Paper::Summary => words.paper_summary(),
            Paper::Minutes => words.paper_minutes(),
        };
        let deadlines = council.meetings.iter().flat_map(|meeting| {
            let open = council.deadlines(meeting).into_iter().filter(|it| it.met.is_none());
            open.map(|it| (it.due, words.handover_deadline(&words.meeting_label(meeting), called(it.paper))))
        });
        meetings.chain(seats).chain(deadlines).chain(self.end_of_year(today)).collect()
    }

    /// The last day of the fiscal year, where there is something to judge or to read then.
    fn end_of_year(&self, today: NaiveDate) -> Option<(NaiveDate, String)> {
        let Source { words, council, .. } = self.source;
        let year = council.fiscal_year(today);
        let end = NaiveDate::from_ymd_opt(year + 1, council.head.fiscal_month, 1)?.pred_opt()?;
        let rows = council.sheet_of(year).count();
        let said = words.handover_year_ends(&words.fiscal_year(year), rows, council.indicators.len());
        (rows + council.indicators.len() > 0).then_some((end, said))
    }
}
