//! What the commands of the board do.

use crate::{
    app::model::{ListId, Model, Pane},
    domain::Point,
};

/// Goes to the board with this point chosen.
pub fn look_at(model: &mut Model, point: Point) {
    model.show(Pane::Board);
    model.list_of_mut(ListId::Points).cursor.at = usize::from(point.number()) - 1;
}

pub fn click(_model: &mut Model, _x: u16, _y: u16) {}
