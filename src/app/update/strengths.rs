//! What the commands of the strengths do.

use super::{board, list};
use crate::{
    app::{
        command::Ready,
        model::{BoardView, ListId, Model},
        view::strengths::{Place, rows},
    },
    words::Words,
};

pub fn show(model: &mut Model) {
    model.board_view = BoardView::Strengths;
    *model.list_mut() = Default::default();
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// The strength the cursor is on, and the point it opens where the cursor is on one of these.
pub fn chosen(model: &Model) -> Option<Place> {
    list::chosen(model, ListId::Strengths, &rows(model))
}

pub fn on_strength(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::strength_chosen_none) }
}

/// Opens on the board the point that is opened, or the strength itself.
pub fn open(model: &mut Model) {
    if let Some((strength, opened)) = chosen(model) {
        board::open(model, opened.unwrap_or(strength));
    }
}
