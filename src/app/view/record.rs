//! The record pane: the running record under its items, the line being typed and what it will become; the read-back.

mod areas;
mod asking;
mod blocks;
mod capture;
mod places;
mod read_back;
mod sidebar;

pub use areas::{Areas, areas, columns};
pub use asking::draw as draw_asking;
pub use blocks::{Columns, copied_text, text_columns, typed_spans};
pub use places::{Place, chosen, chosen_lines, open, place_at, place_of, places, top_showing};
pub use read_back::{draw as draw_read_back, lines as read_back_lines};

use super::Caret;
use crate::app::{command::Ready, look::Tone, model::Model, pen::Pen, row::Para, update::record::can_write};
use ratatui::layout::Rect;

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
    let (drawn, caret) = blocks::draw(model, areas.lines, pen);
    if drawn == 0 {
        let area = Rect { x: areas.lines.x + 1, width: areas.lines.width.saturating_sub(2), ..areas.lines };
        super::list::draw_paras(&[empty(model)], 0, area, pen);
    }
    if areas.rule.height == 0 { None } else { capture::draw(model, &areas, pen).or(caret) }
}

fn empty(model: &Model) -> Para {
    let lacks = model.list_lacks();
    match can_write(model) {
        _ if !lacks.is_empty() => model.reading(&lacks),
        Ready::Yes => Para::new(model.words.no_lines(), Tone::Dim),
        Ready::Off(why) => Para::new(why(model.words), Tone::Dim),
    }
}
