//! Choosing a council, or the first screen of all.

use super::Caret;
use crate::{
    app::{
        look::Tone,
        model::{Lobby, Model},
        pen::Pen,
        row::Row,
        update::lobby::shown,
    },
    text::wrap::wrap_lines,
};
use ratatui::layout::Rect;

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    let Some(lobby) = &model.lobby else { return None };
    let x = pen.text(1, 0, model.width, model.words.product(), Tone::Strong);
    pen.text(x + 2, 0, model.width, model.words.product_line(), Tone::Dim);
    pen.rule(0, 1, model.width, Tone::Dim);
    if !lobby.loaded {
        pen.text(2, 3, model.width, model.words.reading(), Tone::Dim);
        return None;
    }
    if lobby.councils.is_empty() { first_run(model, pen) } else { councils(model, lobby, pen) }
}

/// With no council yet: what this is, and the one key to go on.
fn first_run(model: &Model, pen: &mut Pen) -> Caret {
    let width = usize::from(model.width).saturating_sub(4).min(72);
    let mut y = 3;
    for paragraph in
        [model.words.first_run_what(), model.words.first_run_next(), model.words.first_run_demo()]
    {
        for line in wrap_lines(model.look.ruler, paragraph, width) {
            pen.text(2, y, model.width, line, Tone::Plain);
            y += 1;
        }
        y += 1;
    }
    None
}

fn councils(model: &Model, lobby: &Lobby, pen: &mut Pen) -> Caret {
    let mark = model.words.search_mark();
    let x = pen.text(1, 2, model.width, mark, Tone::Accent);
    let caret = pen.field(x, 2, model.width.saturating_sub(1), &lobby.search, Tone::Strong);
    let councils = shown(lobby);
    if councils.is_empty() {
        pen.text(2, 4, model.width, model.words.no_match(), Tone::Dim);
    }
    let rows = councils.iter().enumerate().skip(lobby.cursor.offset);
    for (y, (at, council)) in (4..model.height - 2).zip(rows) {
        let row = Row::titled(&council.name).right(&council.slug, Tone::Dim);
        let row = match &council.trouble {
            Some(_) => row.right(model.words.unreadable(), Tone::Bad),
            None => row.right(model.words.lobby_counts(council.meetings, council.open_actions), Tone::Plain),
        };
        let area = Rect { x: 0, y, width: model.width, height: 1 };
        super::list::draw_row(&row, area, at == lobby.cursor.at, pen);
    }
    Some(caret)
}
