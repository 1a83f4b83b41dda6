//! A form in a popup: label, field, hint; the wrong field says why.

use super::Caret;
use crate::{
    app::{
        form::{Field, Form, Input},
        layout::inside,
        look::Tone,
        model::Model,
        overlay::Overlay,
        pen::Pen,
    },
    text::editor::Editor,
};
use ratatui::layout::{Margin, Position, Rect};

const WIDTH: u16 = 76;
/// A text of several lines shows so many rows, where there is room.
const NOTE_ROWS: u16 = 7;

pub fn draw(model: &Model, form: &Form, pen: &mut Pen) -> Caret {
    let has_note = form.fields.iter().any(|field| matches!(field.input, Input::Note(_)));
    let more = if has_note { NOTE_ROWS - 1 } else { 0 };
    let rows = u16::try_from(form.fields.len()).unwrap_or(u16::MAX).saturating_add(more);
    // Borders, the title's air, and two rows for a hint or an error.
    let area = model.popup(WIDTH, rows.saturating_add(5));
    let inner = pen.popup(area, &form.title).inner(Margin::new(1, 0));
    let visible = usize::from(inner.height.saturating_sub(2)).max(1);
    let first = (form.at + 1).saturating_sub(visible);
    let mut caret = None;
    for (y, (at, field)) in (inner.y..).zip(form.fields.iter().enumerate().skip(first).take(visible)) {
        let height = if has_note { u16::try_from(visible).unwrap_or(1) } else { 1 };
        let found = draw_field(model, form, field, at == form.at, Rect { y, height, ..inner }, pen);
        caret = caret.or(found);
    }
    draw_hint(form, Rect { y: inner.bottom() - 2, height: 2, ..inner }, pen);
    caret
}

/// As wide as the widest label, within a third of the form.
fn label_width(model: &Model, form: &Form, width: u16) -> u16 {
    let ruler = model.look.ruler;
    let widest = form.fields.iter().map(|field| ruler.width(&field.label)).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX).min(width / 3)
}

fn draw_field(model: &Model, form: &Form, field: &Field, focused: bool, row: Rect, pen: &mut Pen) -> Caret {
    let label = label_width(model, form, row.width);
    let tone = if focused { Tone::Accent } else { Tone::Plain };
    pen.text(row.x, row.y, row.x + label, &field.label, tone);
    let x = row.x + label + 2;
    match &field.input {
        Input::Text(editor) | Input::Name(editor) => {
            let tone = if field.suggested { Tone::Dim } else { Tone::Strong };
            let caret = pen.field(x, row.y, row.right(), editor, tone);
            if focused {
                pen.buffer.set_style(
                    Rect { x, width: row.right() - x, ..row },
                    ratatui::style::Modifier::UNDERLINED,
                );
            }
            focused.then_some(caret)
        }
        Input::Note(editor) => draw_note(editor, focused, Rect { x, width: row.right() - x, ..row }, pen),
        Input::Choice { options, at } => {
            let text = format!("< {} >", options.get(*at).map_or("", String::as_str));
            pen.text(x, row.y, row.right(), &text, if focused { Tone::Chosen } else { Tone::Plain });
            None
        }
    }
}

/// The columns of a text of several lines: all but the label.
pub fn note_columns(model: &Model) -> usize {
    let Some(Overlay::Form(form)) = model.overlays.last() else { return 2 };
    let inner = inside(model.popup(WIDTH, u16::MAX)).inner(Margin::new(1, 0));
    usize::from(inner.width.saturating_sub(label_width(model, form, inner.width) + 2)).max(2)
}

/// As many rows of the text as there is room for, those around the cursor.
fn draw_note(editor: &Editor, focused: bool, area: Rect, pen: &mut Pen) -> Caret {
    let layout = editor.layout(pen.look.ruler, usize::from(area.width).max(2));
    let first = (layout.cursor_row + 1).saturating_sub(usize::from(area.height));
    for (y, row) in (area.y..area.bottom()).zip(layout.rows.iter().skip(first)) {
        pen.text(area.x, y, area.right(), editor.text()[row.clone()].trim_end_matches('\n'), Tone::Strong);
    }
    let column = u16::try_from(layout.cursor_col).unwrap_or(0);
    let row = u16::try_from(layout.cursor_row - first).unwrap_or(0);
    focused.then(|| Position { x: area.x + column, y: area.y + row })
}

/// Below the fields: what is wrong, else what may stand in the field with the cursor.
fn draw_hint(form: &Form, area: Rect, pen: &mut Pen) {
    let (text, tone) = match &form.error {
        Some(error) => (error.said.as_str(), Tone::Bad),
        None => (form.fields[form.at].hint.as_str(), Tone::Dim),
    };
    let lines = crate::text::wrap::wrap_lines(pen.look.ruler, text, usize::from(area.width));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        pen.text(area.x, y, area.right(), line, tone);
    }
}
