//! The part of the minutes about what was said: every line under its item, in the order it was written, to the letter.

use super::{Names, Sheet};
use crate::{
    domain::{Due, ItemState, Line, LineKind, MeetingState, decide::record::action_of, id::ItemId},
    paper::document::Document,
};

impl Sheet<'_> {
    pub(super) fn record(&self, paper: &mut Document) {
        let words = self.words;
        let lines: Vec<&Line> = self.lines().collect();
        let first = lines.iter().position(|line| self.item_of(line).is_some()).unwrap_or(lines.len());
        let (opening, rest) = lines.split_at(first);
        paper.section(words.section_record());
        opening.iter().for_each(|line| paper.paragraph(self.said(line)));
        for (number, item) in (1..).zip(&self.body.items) {
            paper.subsection(words.item_heading(number, &self.titled(item)));
            let summed = !self.options.verbatim && !item.summary.trim().is_empty();
            if summed {
                paper.paragraph(item.summary.trim());
            }
            let shown = |line: &Line| !summed || is_outcome(line.kind);
            let under = || rest.iter().filter(|line| self.item_of(line) == Some(&item.id) && shown(line));
            under().for_each(|line| paper.paragraph(self.said(line)));
            if let Some(remark) = self.remark(item.state, summed || under().next().is_some()) {
                paper.paragraph(remark);
            }
        }
        let mut outside = rest.iter().filter(|line| self.item_of(line).is_none()).peekable();
        if outside.peek().is_some() {
            paper.subsection(words.section_outside().to_owned());
            outside.for_each(|line| paper.paragraph(self.said(line)));
        }
    }

    /// The item of this meeting a line stands under; a link that leads nowhere counts as none, so that no line is lost.
    fn item_of<'a>(&self, line: &'a Line) -> Option<&'a ItemId> {
        line.item.as_ref().filter(|item| self.body.items.get(item).is_some())
    }

    /// What is said about an item besides its lines.
    fn remark(&self, state: ItemState, has_lines: bool) -> Option<String> {
        match state {
            ItemState::Discussed | ItemState::Closed if has_lines => None,
            ItemState::Discussed | ItemState::Closed => Some(self.words.item_without_lines().to_owned()),
            ItemState::Open if self.meeting.state == MeetingState::Held => {
                self.remark(ItemState::Deferred, has_lines)
            }
            ItemState::Open | ItemState::Current => None,
            ItemState::Deferred | ItemState::Skipped => {
                Some(self.words.item_left(self.words.item_state(state)))
            }
        }
    }

    fn said(&self, line: &Line) -> String {
        let words = self.words;
        let said = match line.kind {
            LineKind::Note => self.spoken(line),
            LineKind::Speech => match &line.speaker {
                Some(_) if self.options.names == Names::None => words.speech_of_nobody(&line.text),
                Some(speaker) => words.speech(&self.called(speaker), &line.text),
                None => line.text.clone(),
            },
            LineKind::Decision(number) => {
                let said = self.decision(line, &self.spoken(line));
                words.marked(&words.decision_number(self.meeting, number), &said)
            }
            LineKind::Action(number) => words.marked(&words.action_number(number), &self.given(line)),
            kind => words.marked(words.line_kind(kind), &self.spoken(line)),
        };
        match line.at.filter(|_| self.options.times) {
            Some(at) => words.at_time(&words.time(at), &said),
            None => said,
        }
    }

    /// The text with whoever it came from.
    fn spoken(&self, line: &Line) -> String {
        match &line.speaker {
            Some(speaker) if self.options.names != Names::None => {
                self.words.said_by(&self.called(speaker), &line.text)
            }
            Some(_) => line.text.clone(),
            None => line.text.clone(),
        }
    }

    fn given(&self, line: &Line) -> String {
        let spoken = self.spoken(line);
        let Some(action) = action_of(self.council, line) else { return spoken };
        let words = self.words;
        let owners = if action.owners.is_empty() {
            words.no_owner().to_owned()
        } else {
            words.owned_by(&self.owners(action))
        };
        let due = if action.due == Due::Open {
            words.no_due().to_owned()
        } else {
            words.due_by(&words.due(self.council, action))
        };
        words.given_to(&spoken, &owners, &due)
    }
}

/// What stands in the minutes beside a summary too.
const fn is_outcome(kind: LineKind) -> bool {
    matches!(kind, LineKind::Decision(_) | LineKind::Action(_) | LineKind::Deferred)
}
