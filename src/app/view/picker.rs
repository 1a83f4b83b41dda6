//! A picker in a popup: what was typed, and the choices that match.

use super::Caret;
use crate::app::{layout::inside, look::Tone, model::Model, pen::Pen, picker::Picker, row::Row};
use ratatui::layout::Rect;

const WIDTH: u16 = 72;

/// How many choices show at once on a screen of this size.
pub fn room(model: &Model) -> usize {
    usize::from(inside(area(model, usize::MAX)).height.saturating_sub(1).max(1))
}

fn area(model: &Model, choices: usize) -> Rect {
    let rows = u16::try_from(choices).unwrap_or(u16::MAX).saturating_add(3);
    model.popup(WIDTH, rows.min(model.height - model.height.div_ceil(4)))
}

pub fn draw(model: &Model, picker: &Picker, pen: &mut Pen) -> Caret {
    let choices = picker.matching();
    let inner = pen.popup(area(model, picker.choices.len().max(1)), &picker.title);
    let x = pen.text(inner.x + 1, inner.y, inner.right(), "> ", Tone::Accent);
    let caret = pen.field(x, inner.y, inner.right(), &picker.query, Tone::Strong);
    if choices.is_empty() {
        pen.text(inner.x + 1, inner.y + 1, inner.right(), model.words.no_match(), Tone::Dim);
    }
    let visible = choices.iter().enumerate().skip(picker.cursor.offset);
    for (y, (at, choice)) in (inner.y + 1..inner.bottom()).zip(visible) {
        let row = Row::titled(choice.label.clone()).right(choice.note.clone(), Tone::Dim);
        super::list::draw_row(&row, Rect { y, height: 1, ..inner }, at == picker.cursor.at, pen);
    }
    Some(caret)
}
