//! What came of the meeting: what a reader looks for first. Never says how it came about.

use super::Sitting;
use crate::{
    domain::{Action, Council, How, ItemState, Line, LineKind, MeetingState, id::LineId},
    paper::document::{Block, Table},
    words::Words,
};

impl<'a> Sitting<'a> {
    /// What was decided, with its number and how it was taken.
    pub fn decisions(&self) -> Vec<String> {
        let words = self.words;
        let decided = self.lines().filter_map(|line| match line.kind {
            LineKind::Decision(number) => Some(
                words.decided(&words.decision_number(self.meeting, number), &self.decision(line, &line.text)),
            ),
            _ => None,
        });
        decided.collect()
    }

    /// The text of a decision with how it was taken.
    pub fn decision(&self, line: &Line, text: &str) -> String {
        let words = self.words;
        let Some(resolution) = &line.resolution else { return text.to_owned() };
        let mut parts = words.resolution(resolution, |people| self.all_called(people), |day| self.day(day));
        let outcome = self.council.outcome(self.meeting, resolution).map(|outcome| words.outcome(outcome));
        let at = parts.len().min(usize::from(resolution.how != How::Unstated) + 1);
        parts.splice(at..at, outcome);
        text.to_owned() + &words.in_brackets(&parts.join(words.pick("、", ", ")))
    }

    /// The actions given out in this meeting as a table, or that there are none. `due` says until when.
    pub fn actions(&self, due: fn(Words, &Council, &Action) -> String) -> Block {
        let words = self.words;
        let row = |action: &Action| {
            vec![
                action.number.to_string(),
                action.text.clone(),
                self.owners(action),
                due(words, self.council, action),
            ]
        };
        let rows: Vec<Vec<String>> = self.given_here().into_iter().map(row).collect();
        if rows.is_empty() {
            return self.list(Vec::new());
        }
        let head = [words.column_number(), words.column_text(), words.column_owners(), words.column_due()];
        Block::Table(Table { head: head.map(str::to_owned).to_vec(), rows, widths: vec![2, 14, 7, 6] })
    }

    /// The actions given out in this meeting, by number, but for what was off the record.
    pub(super) fn given_here(&self) -> Vec<&'a Action> {
        let is_private = |line: &LineId| self.body.lines.get(line).is_some_and(|line| line.private);
        let given = |action: &&Action| {
            let origin = action.origin.as_ref().filter(|origin| origin.meeting == self.meeting.id);
            origin.is_some_and(|origin| !origin.line.as_ref().is_some_and(is_private))
        };
        let mut actions: Vec<&Action> = self.council.every_action().filter(given).collect();
        actions.sort_by_key(|action| action.number);
        actions
    }

    /// Who does an action, as this paper calls them.
    pub fn owners(&self, action: &Action) -> String {
        if action.owners.is_empty() {
            return self.words.owners(action);
        }
        let mut owners: Vec<String> = action.owners.iter().map(|who| self.answerable(who)).collect();
        owners.dedup();
        owners.join(self.words.pick("・", ", "))
    }

    /// Items the meeting did not get to, and matters it left open.
    pub fn carried(&self) -> Vec<String> {
        let words = self.words;
        let held = self.meeting.state == MeetingState::Held;
        let left = |state: ItemState| state == ItemState::Deferred || (held && state.is_undiscussed());
        let items = self.body.items.iter().filter(|item| left(item.state));
        let items = items.map(|item| self.titled(item) + &self.put_off(item.deferred.saturating_add(1)));
        let matters = self.lines().filter(|line| line.kind == LineKind::Deferred);
        items.chain(matters.map(|line| words.marked(words.line_kind(line.kind), &line.text))).collect()
    }

    /// The number, day and place of the next meeting, as far as it is fixed.
    pub fn next_meeting(&self) -> Option<String> {
        let next = self.council.meeting_after(self.meeting)?;
        let parts = [self.words.meeting_short(next), self.planned_of(next), next.place.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(parts.join(self.words.pick("　", ", ")))
    }
}
