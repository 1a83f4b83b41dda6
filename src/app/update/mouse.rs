//! The mouse: a click on a tab, a row or a point; the wheel.

use super::{board, list, shell};
use crate::app::{
    model::{ListId, Model},
    msg::{Mouse, MouseKind},
    overlay::Overlay,
    view,
};

pub fn take(model: &mut Model, mouse: Mouse) {
    match mouse.kind {
        MouseKind::WheelUp => wheel(model, -1),
        MouseKind::WheelDown => wheel(model, 1),
        MouseKind::Click => click(model, mouse.column, mouse.row),
    }
}

fn wheel(model: &mut Model, steps: isize) {
    match model.overlays.last() {
        Some(Overlay::Help { .. }) => super::help::scroll(model, steps * 3),
        Some(Overlay::Picker(_)) => super::picker::step(model, steps),
        Some(Overlay::CheckIn(_)) => super::check_in::step(model, steps),
        Some(Overlay::ReadBack(_)) => super::record::read_back_step(model, steps),
        Some(Overlay::Clashes(_)) => super::outside::step(model, steps),
        Some(Overlay::Asking(_)) => super::record::asking_step(model, steps),
        Some(Overlay::Minutes) => super::minutes::step(model, steps),
        Some(Overlay::Notice(_)) => super::notice::scroll(model, steps * 3),
        Some(Overlay::Intake(_)) => super::intake::scroll(model, steps * 3),
        Some(Overlay::Papers(_)) => super::papers::scroll(model, steps * 3),
        Some(Overlay::Aspects(_)) => super::aspects::step(model, steps),
        Some(Overlay::Search) => super::search::step(model, steps),
        Some(Overlay::Form(_)) => super::form::step(model, steps),
        None if model.lobby.is_some() => super::lobby::step(model, steps),
        None if model.split().list.height == 0 => list::scroll_detail(model, steps * 3),
        None => list::step(model, steps),
    }
}

/// Clicks reach the panes only when nothing lies over them.
fn click(model: &mut Model, x: u16, y: u16) {
    if !model.overlays.is_empty() || model.lobby.is_some() {
        return;
    }
    model.go_on();
    let frame = model.frame();
    if frame.tabs.contains((x, y).into()) {
        if let Some(pane) = view::tabs::at(model, x) {
            shell::go(model, pane);
        }
    } else if frame.strip.contains((x, y).into()) {
        if let Some(point) = view::strip::at(model, x) {
            board::look_at(model, point);
        }
    } else if frame.body.contains((x, y).into()) {
        click_body(model, x, y);
    }
}

fn click_body(model: &mut Model, x: u16, y: u16) {
    match model.list_id() {
        ListId::Points => board::click(model, x, y),
        ListId::Trail => super::trail::click(model, x, y),
        ListId::Sheet => super::sheet::click(model, x, y),
        ListId::Lines => super::record::click(model, x, y),
        _ => {
            let area = model.list_area();
            if !area.contains((x, y).into()) {
                return;
            }
            let at = model.list().cursor.offset + usize::from(y - area.y);
            if list::rows(model).record(at).is_some() {
                model.list_mut().cursor.at = at;
                model.list_mut().detail_offset = 0;
            }
        }
    }
}
