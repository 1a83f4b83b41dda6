//! The rule under the header, with the six panes in it.

use crate::{
    app::{
        look::Tone,
        model::{Model, Pane},
        pen::Pen,
    },
    words::Words,
};
use ratatui::layout::Rect;

struct Tab {
    pane: Pane,
    text: String,
    x: u16,
    width: u16,
}

pub fn draw(model: &Model, area: Rect, pen: &mut Pen) {
    pen.rule(area.x, area.y, area.right(), Tone::Dim);
    for tab in tabs(model) {
        let tone = if tab.pane == model.pane { Tone::Chosen } else { Tone::Plain };
        pen.text(tab.x, area.y, area.right(), &tab.text, tone);
    }
}

/// The pane whose tab is under a column.
pub fn at(model: &Model, x: u16) -> Option<Pane> {
    tabs(model).into_iter().find(|tab| (tab.x..tab.x + tab.width).contains(&x)).map(|tab| tab.pane)
}

fn tabs(model: &Model) -> Vec<Tab> {
    let mut x = 1;
    (1..)
        .zip(Pane::ALL)
        .map(|(number, pane)| {
            let text = format!(" {number} {} ", name(model.words, pane));
            let width = u16::try_from(model.look.ruler.width(&text)).unwrap_or(u16::MAX);
            let tab = Tab { pane, text, x, width };
            x += width;
            tab
        })
        .collect()
}

fn name(words: Words, pane: Pane) -> &'static str {
    match pane {
        Pane::Agenda => words.pane_agenda(),
        Pane::Roster => words.pane_roster(),
        Pane::Roles => words.pane_roles(),
        Pane::Actions => words.pane_actions(),
        Pane::Board => words.pane_board(),
        Pane::Record => words.pane_record(),
    }
}
