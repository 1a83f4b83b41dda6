//! Moving in the list of the pane on screen, searching it, and its detail.

use crate::{
    app::{
        command::Ready,
        cursor::Cursor,
        layout::Split,
        model::{ListId, Model, Pane},
        overlay::Overlay,
        row::{Row, Rows},
        view,
    },
    text::fold::contains_folded,
    words::Words,
};

/// The rows the pane on screen shows: which can be chosen, and what they say.
pub fn rows(model: &Model) -> Vec<(bool, Row)> {
    fn plain<T>(rows: Rows<T>) -> Vec<(bool, Row)> {
        rows.into_iter().map(|(record, row)| (record.is_some(), row)).collect()
    }
    match model.list_id() {
        ListId::Meetings => plain(view::agenda::meeting_rows(model)),
        ListId::Items => plain(view::agenda::item_rows(model)),
        ListId::Members => plain(view::roster::member_rows(model)),
        ListId::Organisations => plain(view::organisations::rows(model)),
        ListId::Roles => plain(view::roles::rows(model)),
        ListId::Actions => plain(view::actions::rows(model)),
        ListId::Points => plain(view::board::rows(model)),
        ListId::Lines => plain(view::record::rows(model)),
    }
}

/// Leaves only the rows that match what is searched for, and the headings that still have one under them.
pub fn matching<T>(model: &Model, list: ListId, rows: Rows<T>) -> Rows<T> {
    let query = model.list_of(list).search.text();
    if query.is_empty() {
        return rows;
    }
    let mut kept: Rows<T> = Vec::new();
    for (record, row) in rows {
        let fits = record.is_none() || contains_folded(&row.plain_text(), query);
        if record.is_none() && kept.last().is_some_and(|(_, last)| last.heading) {
            kept.pop();
        }
        if fits {
            kept.push((record, row));
        }
    }
    if kept.last().is_some_and(|(_, last)| last.heading) {
        kept.pop();
    }
    kept
}

/// The record of the chosen row.
pub fn chosen<T: Clone>(model: &Model, list: ListId, rows: &Rows<T>) -> Option<T> {
    rows.get(model.list_of(list).cursor.at)?.0.clone()
}

/// Puts the choice on the first row of a record, if the list shows it.
pub fn go_to<T: PartialEq>(model: &mut Model, list: ListId, rows: &Rows<T>, record: &T) {
    if let Some(at) = rows.iter().position(|(id, _)| id.as_ref() == Some(record)) {
        model.list_of_mut(list).cursor.at = at;
    }
}

/// Moves the choice by `steps` rows, over headings.
pub fn step(model: &mut Model, steps: isize) {
    let rows = rows(model);
    let places: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].0).collect();
    let list = model.list_mut();
    let now = places.partition_point(|at| *at < list.cursor.at);
    let to = now.saturating_add_signed(steps).min(places.len().saturating_sub(1));
    list.cursor.at = places.get(to).copied().unwrap_or(0);
    list.detail_offset = 0;
}

pub fn page(model: &mut Model, pages: isize) {
    let height = isize::from(i16::try_from(model.list_area().height).unwrap_or(10));
    step(model, pages * (height - 1).max(1));
}

pub fn search(model: &mut Model) {
    model.searching = true;
}

pub fn keep_search(model: &mut Model) {
    model.searching = false;
}

pub fn clear_search(model: &mut Model) {
    model.searching = false;
    model.list_mut().search.set("");
}

/// Puts the cursor on the first row that can be chosen.
pub fn first_match(model: &mut Model) {
    model.list_mut().cursor = Cursor::default();
}

/// Enter has something to open where list and detail cannot both show.
pub fn can_open(model: &Model) -> Ready {
    if model.split().detail.is_none() || model.list().detail {
        Ready::Yes
    } else {
        Ready::Off(Words::detail_shows)
    }
}

pub fn toggle_detail(model: &mut Model) {
    let list = model.list_mut();
    list.detail = !list.detail;
    list.detail_offset = 0;
}

pub fn scroll_detail(model: &mut Model, steps: isize) {
    let most = view::detail_height(model).saturating_sub(1);
    let list = model.list_mut();
    list.detail_offset = list.detail_offset.saturating_add_signed(steps).min(most);
}

/// One level out: the detail, then the search, then what the pane lies in.
pub fn back(model: &mut Model) {
    let narrow = matches!(model.split(), Split { list, .. } if list.height == 0);
    let list = model.list_mut();
    if narrow {
        list.detail = false;
    } else if !list.search.text().is_empty() {
        list.search.set("");
    } else {
        match model.list_id() {
            ListId::Items => super::agenda::show_meetings(model),
            ListId::Organisations => model.organisations = false,
            ListId::Lines => model.capture.focused = model.is_running(),
            _ => {}
        }
    }
}

/// Brings every cursor and scroll of the screen back into its bounds.
pub fn settle(model: &mut Model) {
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        let (len, height) =
            (picker.matching().len(), usize::from(view::picker::room(model.width, model.height)));
        picker.cursor.settle(len, height);
    }
    super::check_in::settle(model);
    super::lobby::settle(model);
    if model.lobby.is_some() {
        return;
    }
    let offset = model.list().cursor.offset;
    let rows = rows(model);
    let at = model.list().cursor.at.min(rows.len().saturating_sub(1));
    let after = (at..rows.len()).find(|at| rows[*at].0);
    let before = || (0..at).rev().find(|at| rows[*at].0);
    let height = usize::from(model.list_area().height);
    let list = model.list_mut();
    list.cursor.at = after.or_else(before).unwrap_or(0);
    // Behind an open detail the list has no height; it must come back as it was left.
    if height == 0 {
        return;
    }
    list.cursor.settle(rows.len(), height);
    // The heading of the topmost row shows with it.
    let at_top = list.cursor.offset > 0 && list.cursor.offset == list.cursor.at && height > 1;
    if at_top && !rows[list.cursor.at - 1].0 {
        list.cursor.offset -= 1;
    }
    if model.pane == Pane::Record {
        model.list_mut().cursor.offset = offset;
        super::record::settle(model);
    }
}
