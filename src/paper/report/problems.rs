//! The part of the yearly report about problems: what came up, what is planned about it, and what was done.

use super::Year;
use crate::{
    domain::{
        Action, Column, Escalation, EscalationState, ItemState, Line, LineKind, Meeting, SheetRow, Side,
        id::ItemId,
    },
    knowledge::forms::Part,
    paper::{
        Source,
        discreet::is_off_record,
        document::{Block, Document, Table},
    },
};

/// One problem with what is to be done about it and what was.
#[derive(Default)]
struct Problem {
    what: Vec<String>,
    plan: Vec<String>,
    result: Vec<String>,
}

impl<'a> Year<'a> {
    pub(super) fn problems(&self, part: &Part, paper: &mut Document) {
        let words = self.source.words;
        let talked = self.meetings().into_iter().flat_map(|meeting| self.came_up(meeting));
        let noted = self.source.council.sheet_of(self.year).filter_map(|row| self.noted(row));
        let raised = self.source.council.escalations.iter().filter_map(|it| self.raised(it));
        let none = |said: Vec<String>| match said.is_empty() {
            true => words.report_no_figure().to_owned(),
            false => said.join("\n"),
        };
        let rows: Vec<Vec<String>> = talked
            .chain(raised)
            .chain(noted)
            .map(|it| vec![it.what.join("\n"), none(it.plan), none(it.result)])
            .collect();
        if !rows.is_empty() {
            let head = part.columns.iter().map(|column| column.pick(words.lang).to_owned()).collect();
            paper.blocks.push(Block::Table(Table { head, rows, widths: vec![5, 5, 6] }));
        }
    }

    /// What a meeting found wanting, item by item: issues and what was left open, with the proposals, actions and decisions beside them.
    fn came_up(&self, meeting: &'a Meeting) -> Vec<Problem> {
        let Some(body) = self.source.council.body(&meeting.id) else { return Vec::new() };
        let known = |line: &Line| line.item.clone().filter(|item| body.items.get(item).is_some());
        let places = body.items.iter().map(|item| Some(item.id.clone())).chain([None]);
        let lines: Vec<&Line> = body.lines.iter().filter(|line| !line.private).collect();
        let problem = |place: Option<ItemId>| {
            let here: Vec<&Line> = lines.iter().copied().filter(|line| known(line) == place).collect();
            self.problem(meeting, place.as_ref(), &here)
        };
        places.filter_map(problem).collect()
    }

    fn problem(&self, meeting: &Meeting, item: Option<&ItemId>, lines: &[&Line]) -> Option<Problem> {
        let Source { words, council, .. } = self.source;
        let of = |kind: fn(&LineKind) -> bool| lines.iter().filter(move |line| kind(&line.kind));
        let texts = |kind: fn(&LineKind) -> bool| of(kind).map(|line| self.discreet.text(&line.text));
        let is_wanting =
            |kind: &LineKind| matches!(kind, LineKind::Issue | LineKind::Proposal | LineKind::Deferred);
        if !lines.iter().any(|line| is_wanting(&line.kind)) {
            return None;
        }
        let item = item.and_then(|id| council.body(&meeting.id)?.items.get(id));
        let meeting_said = words.in_brackets(&words.meeting_short(meeting));
        let mut problem = Problem::default();
        problem.what =
            texts(|kind| matches!(kind, LineKind::Issue)).map(|text| text + &meeting_said).collect();
        if problem.what.is_empty() {
            let title =
                item.map_or_else(|| words.section_outside().to_owned(), |it| self.discreet.text(&it.title));
            problem.what.push(title + &meeting_said);
        }
        let marked =
            |line: &&&Line| words.marked(words.line_kind(line.kind), &self.discreet.text(&line.text));
        let open = |kind: &LineKind| matches!(kind, LineKind::Proposal | LineKind::Deferred);
        problem.plan = of(open).map(|line| marked(&line)).collect();
        problem.result = of(|kind| matches!(kind, LineKind::Decision(_))).map(|line| marked(&line)).collect();
        if item.is_some_and(|item| item.state == ItemState::Deferred) {
            problem.plan.push(words.report_put_off().to_owned());
        }
        for action in self.given(meeting, item.map(|item| &item.id)) {
            let said = self.action(action);
            if action.state.is_open() { problem.plan.push(said) } else { problem.result.push(said) }
        }
        Some(problem)
    }

    /// The actions a meeting gave under an item, by number.
    fn given(&self, meeting: &Meeting, item: Option<&ItemId>) -> Vec<&'a Action> {
        let council = self.source.council;
        let given = |action: &&Action| {
            let origin = action.origin.as_ref().filter(|origin| origin.meeting == meeting.id);
            origin.is_some_and(|origin| origin.item.as_ref() == item) && !is_off_record(council, action)
        };
        let mut given: Vec<&Action> = council.every_action().filter(given).collect();
        given.sort_by_key(|action| action.number);
        given
    }

    /// What is done by whom until when, or how it ended.
    fn action(&self, action: &Action) -> String {
        let Source { words, council, .. } = self.source;
        let state = match action.state.is_open() {
            true => words.due_short(council, action),
            false => words.action_state(action.state).to_owned(),
        };
        words.given_to(&self.discreet.text(&action.text), &self.discreet.owners(action), &state)
    }

    /// What a department wrote on its row of the sheet.
    fn noted(&self, row: &SheetRow) -> Option<Problem> {
        let cell = |column| {
            let text = self.discreet.text(row.cell(column));
            (!text.is_empty()).then_some(text)
        };
        let what = self.source.words.group_of(&self.discreet.called(&row.who), &cell(Column::Problems)?);
        let result = [Column::Progress, Column::Evaluation].into_iter().filter_map(cell).collect();
        Some(Problem { what: vec![what], plan: Vec::new(), result })
    }

    /// An issue that went up, or came from below, this year or was answered in it.
    fn raised(&self, it: &Escalation) -> Option<Problem> {
        let words = self.source.words;
        if !self.is_in_year(it.raised) && !it.answered.is_some_and(|day| self.is_in_year(day)) {
            return None;
        }
        let said = match it.side {
            Side::Raised => words.report_raised_to(&it.other_name, &self.day(it.raised)),
            Side::Received => words.report_raised_by(&it.other_name, &self.day(it.raised)),
        };
        let what = vec![self.discreet.text(&it.text)];
        let state = words.escalation_state(it.state()).to_owned();
        Some(match (it.state(), it.answered) {
            (EscalationState::Answered, Some(day)) => {
                let answer = words.report_answered(&self.day(day), &self.discreet.text(&it.answer));
                Problem { what, plan: Vec::new(), result: vec![said, answer] }
            }
            (EscalationState::Withdrawn, _) => Problem { what, plan: Vec::new(), result: vec![said, state] },
            _ => Problem { what, plan: vec![said + &words.in_brackets(&state)], result: Vec::new() },
        })
    }
}
