//! Opening and scrolling the help.

use crate::app::{model::Model, overlay::Overlay, view};

pub fn open(model: &mut Model) {
    if !matches!(model.overlays.last(), Some(Overlay::Help { .. })) {
        model.overlays.push(Overlay::Help { offset: 0 });
    }
}

pub fn scroll(model: &mut Model, steps: isize) {
    let most = view::help::height(model).saturating_sub(view::help::room(model));
    if let Some(Overlay::Help { offset }) = model.overlays.last_mut() {
        *offset = offset.saturating_add_signed(steps).min(most);
    }
}

pub fn page(model: &mut Model, pages: isize) {
    let page = isize::try_from(view::help::room(model)).unwrap_or(1);
    scroll(model, pages * page.max(1));
}
