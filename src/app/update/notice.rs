//! Reading a notice, answering it, closing it.

use crate::{
    app::{command::Ready, model::Model, notice::Notice, overlay::Overlay, view::notice::extent},
    words::Words,
};

fn top(model: &Model) -> Option<&Notice> {
    match model.overlays.last() {
        Some(Overlay::Notice(notice)) => Some(notice),
        _ => None,
    }
}

pub fn is_question(model: &Model) -> Ready {
    match top(model).and_then(|notice| notice.yes) {
        Some(_) => Ready::Yes,
        None => Ready::Off(Words::notice_only_tells),
    }
}

/// Enter closes what only wants to be read. It answers no question: somebody who types a line may press it before looking.
pub fn only_tells(model: &Model) -> Ready {
    match is_question(model) {
        Ready::Yes => Ready::Off(Words::notice_asks),
        Ready::Off(_) => Ready::Yes,
    }
}

/// Closes the question and does what it asked for.
pub fn yes(model: &mut Model) {
    if let Some(act) = top(model).and_then(|notice| notice.yes) {
        model.overlays.pop();
        act(model);
    }
}

pub fn scroll(model: &mut Model, steps: isize) {
    let Some((shown, rows)) = top(model).map(|notice| extent(model, notice)) else { return };
    if let Some(Overlay::Notice(notice)) = model.overlays.last_mut() {
        notice.offset = notice.offset.saturating_add_signed(steps).min(rows.saturating_sub(shown));
    }
}
