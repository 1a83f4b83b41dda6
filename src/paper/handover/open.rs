//! The part of the handover about what is not finished: actions, issues between councils, what was put off, minutes, and what presses.

use super::Handover;
use crate::{
    domain::{Action, Escalation, Item, ItemState, LineKind, MeetingState, Side},
    paper::{
        Source,
        board::title_of,
        discreet::is_off_record,
        document::{Block, Document},
    },
};

impl Handover<'_> {
    pub(super) fn open_matters(&self, paper: &mut Document) {
        let Source { words, council, .. } = self.source;
        paper.section(words.handover_open());
        let before = paper.blocks.len();
        let open = council.open_actions().filter(|action| !is_off_record(council, action));
        let rows: Vec<Vec<String>> = council.by_due(open).into_iter().map(|it| self.action(it)).collect();
        if !rows.is_empty() {
            paper.subsection(words.section_actions().to_owned());
            let head = [
                words.column_number(),
                words.column_text(),
                words.column_owners(),
                words.column_due(),
                words.fact_state(),
            ];
            Self::table(paper, head, [2, 9, 5, 5, 3], rows);
        }
        let escalations = council.escalations.iter().filter(|it| it.state().is_open() || it.waits_for_us());
        let suggestions = words.suggestions(council, self.source.today(), |point| title_of(words, point));
        let suggestions = suggestions.into_iter().map(|it| {
            let why = words.reason(council, &it.reason);
            self.text(&it.title) + &words.in_brackets(&self.text(&why))
        });
        let lists = [
            (words.escalations_title(), escalations.map(|it| self.escalation(it)).collect()),
            (words.section_carried(), self.put_off()),
            (words.handover_minutes(), self.drafts()),
            (words.handover_suggestions(), suggestions.collect::<Vec<_>>()),
        ];
        for (heading, lines) in lists {
            if !lines.is_empty() {
                paper.subsection(heading.to_owned());
                paper.blocks.push(Block::Bullets(lines));
            }
        }
        if paper.blocks.len() == before {
            paper.paragraph(words.handover_nothing_open());
        }
    }

    fn action(&self, action: &Action) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let owners = match &self.discreet {
            Some(discreet) => discreet.owners(action),
            None => words.owners(action),
        };
        let late = council.days_overdue(action, self.source.today());
        let late = late.map(|days| format!("\n{}", words.handover_late(days))).unwrap_or_default();
        vec![
            action.number.to_string(),
            self.text(&action.text),
            owners,
            words.due(council, action) + &late,
            words.action_state(action.state).to_owned(),
        ]
    }

    fn escalation(&self, it: &Escalation) -> String {
        let words = self.source.words;
        let with = match it.side {
            Side::Raised => words.report_raised_to(&it.other_name, &self.day(it.raised)),
            Side::Received => words.report_raised_by(&it.other_name, &self.day(it.raised)),
        };
        let state = match it.answered {
            Some(day) => words.handover_untold(&self.day(day), &self.text(&it.answer)),
            None => words.escalation_state(it.state()).to_owned(),
        };
        words.group_of(&self.text(&it.text), &[with, state].join(words.pick("、", "; ")))
    }

    /// What the last meeting did not get to, and what it left open.
    fn put_off(&self) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let Some(meeting) = council.last_held() else { return Vec::new() };
        let Some(body) = council.body(&meeting.id) else { return Vec::new() };
        let is_left = |item: &&Item| matches!(item.state, ItemState::Deferred | ItemState::Open);
        let items = body.items.iter().filter(is_left).map(|item| {
            let times = words.agenda_put_off(item.deferred.saturating_add(1));
            self.text(&item.title) + &words.in_brackets(&times)
        });
        let matters = body.lines.iter().filter(|line| line.kind == LineKind::Deferred && !line.private);
        items
            .chain(matters.map(|line| words.marked(words.line_kind(line.kind), &self.text(&line.text))))
            .collect()
    }

    /// Meetings whose minutes are not final.
    fn drafts(&self) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let held = council.meetings_by_date().into_iter().filter(|it| it.state == MeetingState::Held);
        let drafts = held.filter(|it| it.minutes.in_force().is_none());
        drafts.map(|it| words.meeting_label(it) + &words.in_brackets(&self.day(it.date))).collect()
    }
}
