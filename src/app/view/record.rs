//! The record pane: the running record under its items, the line being typed and what it will become; the read-back.

mod areas;
mod blocks;
mod capture;
mod places;
mod read_back;
mod sidebar;

pub use areas::{Areas, areas};
pub use places::{chosen, place_at, place_of, places, top_showing};
pub use read_back::{draw as draw_read_back, lines as read_back_lines};

use super::Caret;
use crate::{
    app::{look::Tone, model::Model, pen::Pen},
    text::wrap::wrap_lines,
};

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    let areas = areas(model);
    if let Some(side) = areas.side {
        sidebar::draw(model, side, pen);
        pen.bar(side.right(), side.y, side.bottom(), Tone::Dim);
    }
    let y = areas.title.y;
    let (left, right) = blocks::title(model);
    let from = pen.spans_right(areas.title.x, y, areas.title.right().saturating_sub(1), &right);
    pen.spans(areas.title.x + 1, y, from.saturating_sub(1), &left);
    if blocks::draw(model, areas.lines, pen) == 0 {
        let width = usize::from(areas.lines.width.saturating_sub(2));
        for (y, line) in
            (areas.lines.y..areas.lines.bottom()).zip(wrap_lines(model.look.ruler, empty(model), width))
        {
            pen.text(areas.lines.x + 1, y, areas.lines.right(), line, Tone::Dim);
        }
    }
    if areas.input.height == 0 { None } else { capture::draw(model, &areas, pen) }
}

fn empty(model: &Model) -> &'static str {
    use crate::{app::command::Ready, app::update::record::can_write};
    match can_write(model) {
        Ready::Yes => model.words.no_lines(),
        Ready::Off(why) => why(model.words),
    }
}
