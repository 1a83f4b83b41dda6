//! Opening the cases that tell of a point, and leaving them.

use crate::app::{
    model::{BoardView, ListId, Model},
    view::board,
};

/// Those of the chosen point. Where one was on the board stays as it is.
pub fn show(model: &mut Model) {
    if let Some(point) = board::chosen(model) {
        *model.list_of_mut(ListId::Cases) = Default::default();
        model.board_view = BoardView::Cases(point);
    }
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}
