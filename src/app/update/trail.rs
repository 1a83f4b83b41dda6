//! What the commands of the trail do.

use super::{board, list};
use crate::{
    app::{
        command::Ready,
        model::{BoardView, ListId, Model},
        view::trail::{self, rows},
    },
    domain::Point,
    words::Words,
};

/// At the newest meeting and the point chosen on the map.
pub fn show(model: &mut Model) {
    let chosen = crate::app::view::board::chosen(model);
    model.board_view = BoardView::Trail { back: 0 };
    *model.list_mut() = Default::default();
    if let Some(point) = chosen {
        list::go_to(model, ListId::Trail, rows, &point);
    }
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// To a meeting `steps` older, or newer where it is negative, as far as there are any.
pub fn go_back(model: &mut Model, steps: isize) {
    let oldest = trail::count(model).saturating_sub(1);
    let back = trail::back(model).saturating_add_signed(steps).min(oldest);
    model.board_view = BoardView::Trail { back };
}

/// The same by screens of meetings.
pub fn turn(model: &mut Model, screens: isize) {
    let shown = trail::shown(model).max(1).cast_signed();
    go_back(model, screens.saturating_mul(shown));
}

/// The point the cursor is on.
pub fn chosen(model: &Model) -> Option<Point> {
    list::chosen(model, ListId::Trail, &rows(model))
}

pub fn on_point(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::board_nothing_chosen) }
}

pub fn open(model: &mut Model) {
    if let Some(point) = chosen(model) {
        board::open(model, point);
    }
}

/// A click chooses the point and the meeting under it.
pub fn click(model: &mut Model, x: u16, y: u16) {
    let (at, back) = trail::under(model, x, y);
    if let Some(at) = at {
        model.list_mut().cursor.at = at;
    }
    if let Some(back) = back {
        model.board_view = BoardView::Trail { back };
    }
}
