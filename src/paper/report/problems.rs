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

    /// What the lines under one item say; nothing where none of them says that something is wanting.
    fn problem(&self, meeting: &Meeting, item: Option<&ItemId>, lines: &[&Line]) -> Option<Problem> {
        let Source { words, council, .. } = self.source;
        let wanting =
            |line: &&Line| matches!(line.kind, LineKind::Issue | LineKind::Proposal | LineKind::Deferred);
        if !lines.iter().any(wanting) {
            return None;
        }
        let of = |wanted: fn(LineKind) -> bool| lines.iter().filter(move |line| wanted(line.kind));
        let marked = |line: &&Line| words.marked(words.line_kind(line.kind), &self.discreet.text(&line.text));
        let item = item.and_then(|id| council.body(&meeting.id)?.items.get(id));
        let at_meeting = words.in_brackets(&words.meeting_short(meeting));
        let issues = of(|kind| kind == LineKind::Issue);
        let mut what: Vec<String> = issues.map(|line| self.discreet.text(&line.text) + &at_meeting).collect();
        if what.is_empty() {
            let title = item.map(|item| self.discreet.text(&item.title));
            what.push(title.unwrap_or_else(|| words.section_outside().to_owned()) + &at_meeting);
        }
        let mut plan: Vec<String> =
            of(|kind| matches!(kind, LineKind::Proposal | LineKind::Deferred)).map(marked).collect();
        let mut result: Vec<String> = of(|kind| matches!(kind, LineKind::Decision(_))).map(marked).collect();
        if item.is_some_and(|item| item.state == ItemState::Deferred) {
            plan.push(words.report_put_off().to_owned());
        }
        for action in self.given(meeting, item.map(|item| &item.id)) {
            let said = self.action(action);
            if action.state.is_open() { plan.push(said) } else { result.push(said) }
        }
        Some(Problem { what, plan, result })
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
