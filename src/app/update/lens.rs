//! What the commands of the lenses do.

use super::list;
use crate::{
    app::{
        command::Ready,
        model::{BoardView, ListId, Model},
        view::lens::{self, Place, rows},
    },
    knowledge::models::models,
    words::Words,
};

/// Through the first model, which tells where the council is.
pub fn show(model: &mut Model) {
    turn_to(model, 0);
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// Through the model `steps` on, around the end.
pub fn turn(model: &mut Model, steps: isize) {
    let len = models().len();
    turn_to(model, (lens::at(model) + len).saturating_add_signed(steps) % len);
}

/// The present item is chosen, or the first.
fn turn_to(model: &mut Model, at: usize) {
    model.board_view = BoardView::Lens(at);
    *model.list_mut() = Default::default();
    if let Some(present) = lens::lens(model).present() {
        list::go_to(model, ListId::Lens, rows, &(at, present));
    }
}

/// The item the cursor is on.
pub fn chosen(model: &Model) -> Option<Place> {
    list::chosen(model, ListId::Lens, &rows(model))
}

pub fn on_item(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::lens_none) }
}
