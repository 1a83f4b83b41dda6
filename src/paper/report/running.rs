//! The part of the yearly report about the meetings: when, where, with whom, what was decided.

use super::Year;
use crate::{
    domain::{ItemKind, LineKind, Meeting, Organisation},
    paper::{
        Source,
        document::{Block, Document, Table},
    },
};

impl<'a> Year<'a> {
    pub(super) fn running(&self, paper: &mut Document) {
        let words = self.source.words;
        let meetings = self.meetings();
        if meetings.is_empty() {
            return;
        }
        let decided: Vec<String> = meetings.iter().flat_map(|it| self.decisions(it)).collect();
        let attended: u32 = meetings.iter().map(|it| self.attended(it)).sum();
        paper.paragraph(words.report_in_short(meetings.len(), attended, decided.len()));
        paper.subsection(words.report_meetings().to_owned());
        paper.blocks.push(Block::Table(self.meeting_table(&meetings)));
        Self::bullets(paper, words.section_decisions(), decided);
        let rows = self.participation(&meetings);
        if !rows.is_empty() {
            paper.subsection(words.report_participation().to_owned());
            let head = [words.report_organisation(), words.report_class(), words.report_came()];
            let head = head.map(str::to_owned).to_vec();
            paper.blocks.push(Block::Table(Table { head, rows, widths: vec![6, 4, 3] }));
        }
    }

    fn meeting_table(&self, meetings: &[&Meeting]) -> Table {
        let Source { words, council, .. } = self.source;
        let row = |meeting: &&Meeting| {
            let day = meeting.opened.map_or(meeting.date, |opened| opened.date());
            vec![
                words.meeting_short(meeting),
                words.date(day, council.head.dates),
                self.discreet.text(&meeting.place),
                words.quorum_short(council.headcount(meeting)),
                self.topics(meeting).join("\n"),
            ]
        };
        let head = [
            words.report_number(),
            words.handover_day(),
            words.fact_place(),
            words.fact_headcount(),
            words.section_agenda(),
        ];
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: meetings.iter().map(row).collect(),
            widths: vec![3, 9, 7, 7, 12],
        }
    }

    /// What was on the agenda, but for formalities.
    fn topics(&self, meeting: &Meeting) -> Vec<String> {
        let items = self.source.council.body(&meeting.id).into_iter().flat_map(|body| &body.items);
        items
            .filter(|item| item.kind != ItemKind::Other)
            .map(|item| self.discreet.text(&item.title))
            .collect()
    }

    fn decisions(&self, meeting: &'a Meeting) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let lines = council.body(&meeting.id).into_iter().flat_map(|body| &body.lines);
        let decided = lines.filter(|line| !line.private).filter_map(|line| match line.kind {
            LineKind::Decision(number) => {
                Some(words.decided(&words.decision_number(meeting, number), &self.discreet.text(&line.text)))
            }
            _ => None,
        });
        decided.collect()
    }

    /// Everybody noted as there, with a vote or without.
    fn attended(&self, meeting: &Meeting) -> u32 {
        let attendance = self.source.council.body(&meeting.id).into_iter().flat_map(|body| &body.attendance);
        u32::try_from(attendance.filter(|it| it.mode.is_attending()).count()).unwrap_or(u32::MAX)
    }

    /// At how many of the meetings each organisation was, of those that had people on the roster then.
    fn participation(&self, meetings: &[&Meeting]) -> Vec<Vec<String>> {
        let Source { words, council, .. } = self.source;
        let row = |organisation: &Organisation| {
            let (mut came, mut asked) = (0, 0);
            for meeting in meetings {
                let theirs = council.members_on(meeting.date).into_iter();
                let mut theirs =
                    theirs.filter(|it| it.organisation.as_ref() == Some(&organisation.id)).peekable();
                asked += usize::from(theirs.peek().is_some());
                let is_there = theirs.any(|it| council.attendance(meeting, &it.id).mode.is_attending());
                came += usize::from(is_there);
            }
            (asked > 0).then(|| {
                let name = self.discreet.text(&organisation.name);
                vec![name, words.class(&organisation.class).to_owned(), words.report_came_of(came, asked)]
            })
        };
        council.organisations.iter().filter_map(row).collect()
    }
}
