//! The line of the record being typed, and what the keys remember of the lines before it. Never changes the record.

use super::mending::Mending;
use crate::{
    domain::id::{ItemId, LineId, MeetingId},
    text::{capture::Completion, editor::Editor},
};

/// The capture line.
#[derive(Clone, Debug)]
pub struct Capture {
    pub editor: Editor,
    /// The typing is in the capture line, not in the list of lines above it.
    pub focused: bool,
    /// The earlier line being edited where it stands.
    pub mending: Option<Mending>,
    /// The last one given up half way: it goes on from there when it is taken up again.
    pub given_up: Option<Mending>,
    /// Where the chosen range of lines begins; it ends at the chosen one.
    pub range: Option<LineId>,
    /// Lines off the record show what they say; asked for by hand, never so at the start.
    pub revealed: bool,
    /// What was typed since the council was opened, oldest first.
    pub typed: Vec<Typed>,
    pub recall: Option<Recall>,
    pub cycle: Option<Cycle>,
    /// Where the lines of a meeting that is not running go, when it was said.
    pub item: Option<(MeetingId, ItemId)>,
}

/// A line as it was typed.
#[derive(Clone, Debug)]
pub struct Typed {
    pub meeting: MeetingId,
    /// The line of the record it became; none for what asked for something else.
    pub line: Option<LineId>,
    pub text: String,
}

/// Going back through what was typed.
#[derive(Clone, Debug)]
pub struct Recall {
    /// How far back: 1 is the last line.
    pub back: usize,
    /// What was being typed when it began.
    pub kept: String,
    /// What was brought back. Once it is edited, going back begins anew.
    pub shown: String,
}

/// Going through the names that complete a word.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// The text and the cursor before the first name was put in.
    pub before: String,
    pub cursor: usize,
    pub found: Vec<Completion>,
    pub at: usize,
    /// The text with the name put in. Once it is edited, the next key begins anew.
    pub after: String,
}

impl Default for Capture {
    fn default() -> Self {
        Self {
            // A note, so that a draft of several lines keeps its line ends.
            editor: Editor::note(),
            focused: false,
            mending: None,
            given_up: None,
            range: None,
            revealed: false,
            typed: Vec::new(),
            recall: None,
            cycle: None,
            item: None,
        }
    }
}
