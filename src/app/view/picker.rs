//! A picker in a popup: what was typed, and the choices that match.

use super::Caret;
use crate::app::{layout::popup, look::Tone, model::Model, pen::Pen, picker::Picker, row::Row};
use ratatui::layout::{Position, Rect};

const WIDTH: u16 = 72;

/// How many choices show at once on a screen of this size.
pub fn room(width: u16, height: u16) -> u16 {
    area(width, height, u16::MAX).height.saturating_sub(3).max(1)
}

fn area(width: u16, height: u16, choices: u16) -> Rect {
    popup(width, height.saturating_sub(1), WIDTH, choices.saturating_add(3).min(height * 3 / 4))
}

pub fn draw(model: &Model, picker: &Picker, pen: &mut Pen) -> Caret {
    let choices = picker.matching();
    let area =
        area(model.width, model.height, u16::try_from(picker.choices.len().max(1)).unwrap_or(u16::MAX));
    pen.clear(area);
    pen.frame(area, Tone::Accent);
    pen.text(area.x + 2, area.y, area.right() - 1, &format!(" {} ", picker.title), Tone::Strong);
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
    let x = pen.text(inner.x + 1, inner.y, inner.right(), "> ", Tone::Accent);
    let (shown, column) = picker.query.window(model.look.ruler, usize::from(inner.right() - x));
    pen.text(x, inner.y, inner.right(), &shown, Tone::Strong);
    if choices.is_empty() {
        pen.text(inner.x + 1, inner.y + 1, inner.right(), model.words.no_match(), Tone::Dim);
    }
    let visible = choices.iter().enumerate().skip(picker.cursor.offset);
    for (y, (at, choice)) in (inner.y + 1..inner.bottom()).zip(visible) {
        let row = Row::titled(choice.label.clone()).right(choice.note.clone(), Tone::Dim);
        super::list::draw_row(&row, Rect { y, height: 1, ..inner }, at == picker.cursor.at, pen);
    }
    Some(Position { x: x + u16::try_from(column).unwrap_or(0), y: inner.y })
}
