//! The part of the minutes about what was said: every line under its item, in the order it was written, to the letter.

use super::{Names, Sitting};
use crate::{
    domain::{Due, Item, ItemState, Line, LineKind, MeetingState, decide::record::action_of, id::ItemId},
    paper::{
        PaperError,
        document::{Block, Document},
        wording::Phrase,
    },
};
use chrono::NaiveDateTime;

impl Sitting<'_> {
    pub(super) fn record(&self, paper: &mut Document) -> Result<(), PaperError> {
        let words = self.words;
        let lines: Vec<&Line> = self.lines().collect();
        let first = lines.iter().position(|line| self.item_of(line).is_some()).unwrap_or(lines.len());
        let (opening, rest) = lines.split_at(first);
        let verbatim = self.options.verbatim;
        paper.section(if verbatim { words.section_verbatim() } else { words.section_record() });
        paper.blocks.extend(self.turning(Phrase::MinutesOpening, self.meeting.opened)?);
        paper.blocks.extend(opening.iter().map(|line| self.said(line)));
        for (number, item) in (1..).zip(&self.body.items) {
            paper.subsection(words.item_heading(number, &self.titled(item)));
            paper.blocks.extend(self.floor(number, item)?);
            let summed = !verbatim && !item.summary.trim().is_empty();
            if summed {
                paper.paragraph(item.summary.trim());
            }
            let shown = |line: &Line| !summed || is_outcome(line.kind);
            let under = || rest.iter().filter(|line| self.item_of(line) == Some(&item.id) && shown(line));
            paper.blocks.extend(under().map(|line| self.said(line)));
            if let Some(remark) = self.remark(item.state, summed || under().next().is_some()) {
                paper.paragraph(remark);
            }
        }
        let closing = self.turning(Phrase::MinutesClosing, self.meeting.closed)?;
        let outside: Vec<Block> =
            rest.iter().filter(|line| self.item_of(line).is_none()).map(|line| self.said(line)).collect();
        if !outside.is_empty() {
            paper.subsection(words.section_outside().to_owned());
            paper.blocks.extend(outside);
        }
        paper.blocks.extend(closing);
        Ok(())
    }

    /// That the meeting was opened or closed, at the moment it was.
    fn turning(&self, phrase: Phrase, at: Option<NaiveDateTime>) -> Result<Option<Block>, PaperError> {
        let Some(at) = at else { return Ok(None) };
        let values = [
            ("council", self.council.head.name.as_str()),
            ("meeting", &self.label()),
            ("chair", &self.presiding()),
            ("time", &self.words.time(at.time())),
        ];
        Ok(self.say(phrase, &values)?.map(Block::Paragraph))
    }

    /// How the chair comes to an item, where every line is wanted and the item was come to.
    fn floor(&self, number: usize, item: &Item) -> Result<Option<Block>, PaperError> {
        if !self.options.verbatim || !matches!(item.state, ItemState::Discussed | ItemState::Closed) {
            return Ok(None);
        }
        let chair = self.presiding();
        let presenter = item.presenter.as_ref().map(|who| self.answerable(who)).unwrap_or_default();
        let values = [
            ("chair", chair.as_str()),
            ("number", &number.to_string()),
            ("item", &item.title),
            ("presenter", &presenter),
        ];
        let said = self.say(Phrase::MinutesFloor, &values)?;
        let speaker = if self.options.names == Names::None { String::new() } else { chair };
        Ok(said.map(|text| self.speech(&speaker, &text)))
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

    fn said(&self, line: &Line) -> Block {
        let words = self.words;
        let said = match line.kind {
            LineKind::Note => self.spoken(line),
            LineKind::Speech => match &line.speaker {
                Some(speaker) => return self.timed(line, self.speech(&self.called(speaker), &line.text)),
                None => line.text.clone(),
            },
            LineKind::Decision(number) => {
                let said = self.decision(line, &self.spoken(line));
                words.marked(&words.decision_number(self.meeting, number), &said)
            }
            LineKind::Action(number) => words.marked(&words.action_number(number), &self.given(line)),
            kind => words.marked(words.line_kind(kind), &self.spoken(line)),
        };
        self.timed(line, Block::Paragraph(said))
    }

    fn speech(&self, speaker: &str, text: &str) -> Block {
        if speaker.is_empty() {
            return Block::Paragraph(self.words.speech_of_nobody(text));
        }
        Block::Speech { speaker: self.words.speaker(speaker), text: text.to_owned() }
    }

    /// With the time before it, where that is wanted.
    fn timed(&self, line: &Line, block: Block) -> Block {
        let words = self.words;
        let Some(at) = line.at.filter(|_| self.options.times).map(|at| words.time(at)) else { return block };
        match block {
            Block::Paragraph(text) => Block::Paragraph(words.at_time(&at, &text)),
            Block::Speech { speaker, text } => Block::Speech { speaker: words.at_time(&at, &speaker), text },
            other => other,
        }
    }

    /// The text with whoever it came from.
    fn spoken(&self, line: &Line) -> String {
        match &line.speaker {
            Some(speaker) if self.options.names != Names::None => {
                self.words.said_by(&self.called(speaker), &line.text)
            }
            _ => line.text.clone(),
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
