//! What a list or minutes kept elsewhere would do, in a popup: what cannot be taken first, then what changes, comes, and stays.

use super::{
    Caret,
    list::{draw_paras, wrapped},
};
use crate::app::{intake::Intake, model::Model, pen::Pen};
use ratatui::layout::{Margin, Rect};

const WIDTH: u16 = 110;
/// The borders, and a column of air at each side.
const EDGES: u16 = 4;

/// As high as the screen, so that it does not jump where a column is explained.
fn area(model: &Model) -> Rect {
    model.popup(WIDTH, u16::MAX)
}

/// How many rows show at once, and how many there are.
pub fn extent(model: &Model, intake: &Intake) -> (usize, usize) {
    let area = area(model);
    let cols = usize::from(area.width.saturating_sub(EDGES)).max(2);
    let rows = wrapped(model.look.ruler, &intake.paras, cols).count();
    (usize::from(area.height.saturating_sub(2)), rows)
}

pub fn draw(model: &Model, intake: &Intake, pen: &mut Pen) -> Caret {
    let title = model.words.intake_title(model.words.intake_kind(intake.wanted.kind), &intake.name);
    let inner = pen.popup(area(model), &title).inner(Margin::new(1, 0));
    draw_paras(&intake.paras, intake.offset, inner, pen);
    None
}
