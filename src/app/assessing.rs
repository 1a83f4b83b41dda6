//! Asking the room: which assessment is open, how voices come in, and what is being typed. Never what was said; that is the council's.

use super::model::{BoardView, ListId, Model, Pane};
use crate::{
    domain::{Assessment, id::AssessmentId},
    text::editor::Editor,
};

/// How voices come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// They do not: the result is looked at.
    #[default]
    Look,
    /// Hands are counted for each sign.
    Hands,
    /// Each organisation is heard on each sign.
    Voices,
}

#[derive(Clone, Debug, Default)]
pub struct Assessing {
    pub id: Option<AssessmentId>,
    pub way: Way,
    /// The sign that is being asked; with another one, typing and hearing begin anew.
    pub sign: Option<String>,
    /// The hands counted so far for the sign in hand.
    pub hands: Editor,
    /// The place of the party that is heard, among those of the sign in hand.
    pub party: usize,
}

impl Model {
    /// The assessment whose signs the board pane shows.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.council().assessments.get(self.assessing.id.as_ref()?)
    }

    /// How voices come in now, on the pane on screen; nobody who only watches enters any.
    pub fn way(&self) -> Way {
        let asking = self.pane == Pane::Board && self.list_id() == ListId::Signs && self.may_write();
        if asking && self.assessment().is_some() { self.assessing.way } else { Way::Look }
    }

    /// Opens the signs of an assessment.
    pub fn open_assessment(&mut self, id: AssessmentId, way: Way) {
        self.assessing = Assessing { id: Some(id), way, ..Assessing::default() };
        self.board_view = BoardView::Signs;
        *self.list_of_mut(ListId::Signs) = Default::default();
    }
}
