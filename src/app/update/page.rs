//! Moving in an opened text by its headings and by the screen.

use super::list;
use crate::app::{
    model::{ListId, Model},
    view::{board, cases, page::Page},
};

/// The text that is opened, if one is.
fn opened(model: &Model) -> Option<Page> {
    match model.list_id() {
        ListId::Points => board::page(model),
        ListId::Cases => cases::page(model),
        _ => None,
    }
}

/// To the next heading or the one before, around the end.
pub fn go_to_part(model: &mut Model, steps: isize) {
    let Some(page) = opened(model) else { return };
    let headings = page.headings(model.look.ruler);
    let at = model.list().detail_offset;
    let to = match steps {
        1.. => headings.iter().find(|row| **row > at).or(headings.first()),
        _ => headings.iter().rfind(|row| **row < at).or(headings.last()),
    };
    model.list_mut().detail_offset = to.copied().unwrap_or(at);
}

/// A screen on or back, with a row or two of what was read.
pub fn turn(model: &mut Model, pages: isize) {
    let rows = isize::from(i16::try_from(model.frame().body.height).unwrap_or(i16::MAX));
    list::scroll_detail(model, pages * (rows - 2).max(1));
}
