//! The line of the record that is edited where it stands, and where a line is being typed at all. Never changes the record.

use super::{
    capture::Cycle,
    model::{Model, Pane},
};
use crate::{domain::id::LineId, text::editor::Editor};

/// A line of the record being edited in its place, in the capture language.
#[derive(Clone, Debug)]
pub struct Mending {
    pub line: LineId,
    pub editor: Editor,
    /// The line above it, to go on in if this one goes: what is typed next must not be taken for commands.
    pub above: Option<LineId>,
    /// The last change of the council when the line was written into the editor.
    pub seq: u64,
}

impl Mending {
    pub fn of(line: LineId) -> Self {
        Self { line, editor: Editor::note(), above: None, seq: 0 }
    }
}

impl Model {
    /// The line edited in its place, while the record shows.
    pub fn mending(&self) -> Option<&Mending> {
        self.capture.mending.as_ref().filter(|_| self.pane == Pane::Record)
    }

    /// The names Tab goes through, as long as nothing else was typed.
    pub fn cycle(&self) -> Option<&Cycle> {
        self.capture.cycle.as_ref().filter(|cycle| cycle.after == self.line_editor().text())
    }

    /// Where a line of the record is typed now: in its place, or in the capture line.
    pub fn line_editor(&self) -> &Editor {
        self.mending().map_or(&self.capture.editor, |mending| &mending.editor)
    }

    pub fn line_editor_mut(&mut self) -> &mut Editor {
        match &mut self.capture.mending {
            Some(mending) if self.pane == Pane::Record => &mut mending.editor,
            _ => &mut self.capture.editor,
        }
    }
}
