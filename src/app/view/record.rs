//! The record pane: the running record under its items, the line being typed and what it will become; the read-back.

use super::Caret;
use crate::{
    app::{model::Model, overlay::ReadBack, pen::Pen, row::Rows},
    domain::id::LineId,
};

pub fn rows(_model: &Model) -> Rows<LineId> {
    Vec::new()
}

pub fn draw(_model: &Model, _pen: &mut Pen) -> Caret {
    None
}

pub fn draw_read_back(_model: &Model, _read_back: &ReadBack, _pen: &mut Pen) -> Caret {
    None
}
