//! A form in a popup: label, field, hint; the wrong field says why.

use super::Caret;
use crate::app::{
    form::{Field, Form, Input},
    look::Tone,
    model::Model,
    pen::Pen,
};
use ratatui::layout::{Margin, Rect};

const WIDTH: u16 = 76;

pub fn draw(model: &Model, form: &Form, pen: &mut Pen) -> Caret {
    let rows = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
    // Borders, the title's air, and two rows for a hint or an error.
    let area = model.popup(WIDTH, rows.saturating_add(5));
    let inner = pen.popup(area, &form.title).inner(Margin::new(1, 0));
    let visible = usize::from(inner.height.saturating_sub(2)).max(1);
    let first = (form.at + 1).saturating_sub(visible);
    let mut caret = None;
    for (y, (at, field)) in (inner.y..).zip(form.fields.iter().enumerate().skip(first).take(visible)) {
        let found = draw_field(model, form, field, at == form.at, Rect { y, height: 1, ..inner }, pen);
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
        Input::Choice { options, at } => {
            let text = format!("< {} >", options.get(*at).map_or("", String::as_str));
            pen.text(x, row.y, row.right(), &text, if focused { Tone::Chosen } else { Tone::Plain });
            None
        }
    }
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
