//! How the record pane is shared: the agenda at the side where there is room, the lines, and the input at the bottom.

use crate::{
    app::{command::Ready, model::Model, update::record::can_write},
    text::wrap::wrap_lines,
};
use ratatui::layout::Rect;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The agenda with its times; only on a wide screen.
    pub side: Option<Rect>,
    pub title: Rect,
    pub lines: Rect,
    /// The rule above the input; of no height where nothing can be written. Who only watches a running meeting reads there why.
    pub rule: Rect,
    pub input: Rect,
    /// What the typed line will become.
    pub preview: Rect,
}

const WIDE: u16 = 96;
const SIDE: u16 = 32;
/// The input grows with what is typed, up to this many rows.
const MOST_ROWS: usize = 4;

pub fn areas(model: &Model) -> Areas {
    let body = model.frame().body;
    let writing = model.capture.focused || (model.is_running() && matches!(can_write(model), Ready::Yes));
    let rows = if writing { input_rows(model, body) } else { 0 };
    // A line edited above shows there what it will become.
    let previewing = writing || model.mending().is_some();
    let below = if previewing { rows + 2 } else { 0 };
    let upper = Rect { height: body.height.saturating_sub(below), ..body };
    let side = (body.width >= WIDE).then_some(Rect { width: SIDE, ..upper });
    let left = side.map_or(0, |side| side.width + 1);
    let main = Rect { x: body.x + left, width: body.width - left, ..upper };
    let row = |y: u16, height: u16| Rect { y, height, ..body };
    Areas {
        side,
        title: Rect { height: 1.min(main.height), ..main },
        lines: Rect { y: main.y + 1, height: main.height.saturating_sub(1), ..main },
        rule: row(upper.bottom(), u16::from(previewing)),
        input: row(upper.bottom() + u16::from(previewing), rows),
        preview: row(body.bottom().saturating_sub(1), u16::from(previewing)),
    }
}

fn input_rows(model: &Model, body: Rect) -> u16 {
    let most = MOST_ROWS.min(usize::from(body.height) / 3).max(1);
    let rows = if model.may_write() {
        model.capture.editor.layout(model.look.ruler, columns(body)).rows.len()
    } else {
        // The last of them takes the place of the preview.
        wrap_lines(model.look.ruler, &model.read_only(), columns(body)).len() - 1
    };
    u16::try_from(rows.clamp(1, most)).unwrap_or(1)
}

/// The columns of the input, between a margin at each side.
pub fn columns(body: Rect) -> usize {
    usize::from(body.width.saturating_sub(2)).max(2)
}
