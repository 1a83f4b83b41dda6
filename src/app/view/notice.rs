//! A notice in a popup: its sentences wrapped, the lines of files in one row each with the caret under them.

use super::{Caret, list::wrapped};
use crate::app::{
    look::Tone,
    model::Model,
    notice::{Notice, Piece},
    pen::Pen,
};
use ratatui::layout::{Margin, Rect};

const WIDTH: u16 = 76;
/// The borders, and a column of air at each side.
const EDGES: u16 = 4;

fn area(model: &Model, notice: &Notice) -> Rect {
    let rows = rows(model, notice, model.popup(WIDTH, 0).width);
    model.popup(WIDTH, u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2))
}

/// How many rows show at once, and how many there are.
pub fn extent(model: &Model, notice: &Notice) -> (usize, usize) {
    let area = area(model, notice);
    (usize::from(area.height.saturating_sub(2)), rows(model, notice, area.width).len())
}

pub fn draw(model: &Model, notice: &Notice, pen: &mut Pen) -> Caret {
    let area = area(model, notice);
    let inner = pen.popup(area, &notice.title).inner(Margin::new(1, 0));
    let rows = rows(model, notice, area.width);
    let offset = notice.offset.min(rows.len().saturating_sub(usize::from(inner.height)));
    for (y, (text, tone)) in (inner.y..inner.bottom()).zip(&rows[offset..]) {
        pen.text(inner.x, y, inner.right(), text, *tone);
    }
    None
}

/// The rows in a popup of this width.
fn rows(model: &Model, notice: &Notice, width: u16) -> Vec<(String, Tone)> {
    let (ruler, cols) = (model.look.ruler, usize::from(width.saturating_sub(EDGES)).max(2));
    let rows = notice.pieces.iter().flat_map(|piece| match piece {
        Piece::Para(para) => wrapped(ruler, std::slice::from_ref(para), cols).collect(),
        Piece::Mark(mark) => mark.rows(ruler, cols).map(|row| (row, Tone::Warn)).to_vec(),
    });
    rows.collect()
}
