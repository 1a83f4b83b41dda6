//! Every key that works, from the table: the live scopes first, then the others.

use super::Caret;
use crate::{
    app::{
        command::{self, Command},
        layout::inside,
        look::Tone,
        model::Model,
        overlay::Overlay,
        pen::Pen,
        row::{Row, Span},
        scope::{self, Scope},
    },
    text::wrap::wrap_lines,
};
use ratatui::layout::Rect;

fn area(model: &Model) -> Rect {
    model.popup(92, u16::MAX)
}

/// How many rows of help show at once.
pub fn room(model: &Model) -> usize {
    usize::from(inside(area(model)).height)
}

/// How many rows the whole help has.
pub fn height(model: &Model) -> usize {
    rows(model).len()
}

pub fn draw(model: &Model, offset: usize, pen: &mut Pen) -> Caret {
    let inner = pen.popup(area(model), model.words.cmd_help());
    for (y, row) in (inner.y..inner.bottom()).zip(rows(model).iter().skip(offset)) {
        super::list::draw_row(row, Rect { y, height: 1, ..inner }, false, pen);
    }
    None
}

/// The scopes below the help come first, then every other, each with its title.
fn rows(model: &Model) -> Vec<Row> {
    let below = model.overlays.iter().rev().find(|overlay| !matches!(overlay, Overlay::Help { .. }));
    let live = scope::live_under(model, below);
    let others = Scope::ALL.into_iter().filter(|scope| !live.contains(scope));
    live.iter().copied().chain(others).flat_map(|scope| section(model, scope)).collect()
}

fn section(model: &Model, scope: Scope) -> Vec<Row> {
    let commands: Vec<_> = command::heard(&[scope]).collect();
    if commands.is_empty() {
        return Vec::new();
    }
    let title = Row::heading(scope.title(model.words));
    let lines = commands.into_iter().flat_map(|row| entry(model, row));
    std::iter::once(title).chain(lines).chain([Row::default()]).collect()
}

/// Columns of the keys.
const KEYS: usize = 18;

/// The keys, and what they do, wrapped beside them.
fn entry(model: &Model, row: &Command) -> Vec<Row> {
    let ruler = model.look.ruler;
    let keys = row.keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ");
    let room = usize::from(area(model).width).saturating_sub(KEYS + 5);
    let texts = wrap_lines(ruler, (row.help)(model.words), room);
    let leads = std::iter::once(keys.as_str()).chain(std::iter::repeat(""));
    texts
        .into_iter()
        .zip(leads)
        .map(|(text, lead)| Row {
            lead: vec![Span::new(ruler.fit(lead, KEYS), Tone::Strong)],
            title: vec![Span::plain(text)],
            ..Row::default()
        })
        .collect()
}
