//! The keys that work right now, and above them the last word to the user.

use crate::{
    app::{command, look::Tone, model::Model, pen::Pen, row::Span},
    text::wrap::{opening, wrap_lines},
};
use ratatui::layout::Rect;

/// Three rows never show more characters.
const LONGEST_TOAST: usize = 2_000;

pub fn draw(model: &Model, pen: &mut Pen) {
    let y = model.height - 1;
    pen.clear(Rect { x: 0, y, width: model.width, height: 1 });
    keys(model, y, pen);
    if let Some(toast) = &model.toast {
        let text = opening(&toast.text, LONGEST_TOAST);
        let rows = wrap_lines(model.look.ruler, text, usize::from(model.width) - 2);
        let shown = rows.len().min(3);
        let top = y - u16::try_from(shown).unwrap_or(1);
        let area = Rect { x: 0, y: top, width: model.width, height: y - top };
        pen.clear(area);
        for (row, text) in (top..).zip(&rows[..shown]) {
            pen.text(1, row, model.width, text, toast.tone);
        }
        pen.buffer.set_style(area, ratatui::style::Modifier::REVERSED);
    }
}

/// As many commands as fit, by rank; help always keeps its place at the end.
fn keys(model: &Model, y: u16, pen: &mut Pen) {
    let ruler = model.look.ruler;
    let mut shown: Vec<[Span; 3]> = command::footer(model)
        .into_iter()
        .map(|(row, key)| {
            [
                Span::plain("  "),
                Span::new(key.name(), Tone::Accent),
                Span::plain(format!(" {}", (row.label)(model.words))),
            ]
        })
        .collect();
    let width = |spans: &[Span; 3]| spans.iter().map(|span| ruler.width(&span.text)).sum::<usize>();
    while shown.len() > 1 && shown.iter().map(&width).sum::<usize>() > usize::from(model.width) + 1 {
        shown.remove(shown.len() - 2);
    }
    if let Some([gap, ..]) = shown.first_mut() {
        " ".clone_into(&mut gap.text);
    }
    let mut x = 0;
    for spans in &shown {
        x = pen.spans(x, y, model.width, spans);
    }
}
