//! Moving in the list of the pane on screen, searching it, and its detail.

use crate::{
    app::{
        command::Ready,
        cursor::Cursor,
        layout::Split,
        model::{BoardView, ListId, Model, Pane},
        overlay::Overlay,
        row::Rows,
        view,
    },
    text::fold::fold,
    words::Words,
};
use std::hash::Hash;

/// Which rows of the pane on screen can be chosen.
fn selectable(model: &Model) -> Vec<bool> {
    match model.list_id() {
        ListId::Lines => view::record::places(model).iter().map(|place| place.line().is_some()).collect(),
        _ => rows(model).records().iter().map(Option::is_some).collect(),
    }
}

/// The rows of the list on screen, whatever they stand for. The record draws its own.
pub fn rows(model: &Model) -> Rows<'_, ()> {
    match model.list_id() {
        ListId::Meetings => view::agenda::meeting_rows(model).map(drop),
        ListId::Items => view::agenda::item_rows(model).map(drop),
        ListId::Members => view::roster::member_rows(model).map(drop),
        ListId::Organisations => view::organisations::rows(model).map(drop),
        ListId::Roles => view::roles::rows(model).map(drop),
        ListId::Actions => view::actions::listed(model).map(drop),
        ListId::Points => view::board::rows(model).map(drop),
        ListId::Indicators => view::indicators::rows(model).map(drop),
        ListId::Footings => view::footings::rows(model).map(drop),
        ListId::Suggestions => view::suggestions::rows(model).map(drop),
        ListId::Lens => view::lens::rows(model).map(drop),
        ListId::Strengths => view::strengths::rows(model).map(drop),
        ListId::Trail => view::trail::rows(model).map(drop),
        ListId::Sheet => view::sheet::rows(model).map(drop),
        ListId::Cases => view::cases::rows(model).map(drop),
        ListId::Escalations => view::escalations::rows(model).map(drop),
        ListId::Assessments => view::assessments::rows(model).map(drop),
        ListId::Signs => view::assessments::signs::rows(model).map(drop),
        ListId::Partners => view::partners::rows(model).map(drop),
        ListId::Lines => Rows::made(Vec::new()),
    }
}

/// Leaves only the rows that match what is searched for, and the headings that still have one under them.
pub fn matching<'m, T: Hash + 'm>(model: &Model, list: ListId, rows: Rows<'m, T>) -> Rows<'m, T> {
    let found = found(model, list, rows.records(), |at| rows.row(at).plain_text());
    match found {
        Some(places) => rows.only(places),
        None => rows,
    }
}

/// The same where a record says by `id` which it is, and by `text` what it is found by, faster than its row.
pub fn found_by<'m, T: 'm, I: Hash>(
    model: &Model,
    list: ListId,
    rows: Rows<'m, T>,
    id: impl Fn(&T) -> I,
    text: impl Fn(&T) -> String,
) -> Rows<'m, T> {
    let ids: Vec<Option<I>> = rows.records().iter().map(|record| record.as_ref().map(&id)).collect();
    let found = found(model, list, &ids, |at| rows.record(at).map(&text).unwrap_or_default());
    match found {
        Some(places) => rows.only(places),
        None => rows,
    }
}

/// The same for what is not made into rows yet; a heading has no id.
pub fn matching_by<P, I: Hash>(
    model: &Model,
    list: ListId,
    things: Vec<P>,
    id: impl Fn(&P) -> Option<I>,
    text: impl Fn(&P) -> String,
) -> Vec<P> {
    let ids: Vec<Option<I>> = things.iter().map(id).collect();
    let Some(places) = found(model, list, &ids, |at| text(&things[at])) else { return things };
    let mut places = places.into_iter().peekable();
    let things = things.into_iter().enumerate();
    things.filter(|(at, _)| places.next_if_eq(at).is_some()).map(|(_, thing)| thing).collect()
}

/// The places that a search leaves, in order; nothing where none is made.
fn found(
    model: &Model,
    list: ListId,
    ids: &[Option<impl Hash>],
    text: impl Fn(usize) -> String,
) -> Option<Vec<usize>> {
    let query = fold(model.list_of(list).search.text());
    (!query.is_empty()).then(|| model.folded.places(model, list, &query, ids, text))
}

/// The record of the chosen row.
pub fn chosen<T: Clone>(model: &Model, list: ListId, rows: &Rows<'_, T>) -> Option<T> {
    rows.record(model.list_of(list).cursor.at).cloned()
}

/// The record of the row above or below the chosen one, if there is a row; nothing where that is a heading.
pub fn beside<T: Clone>(model: &Model, list: ListId, rows: &Rows<'_, T>, up: bool) -> Option<Option<T>> {
    let at = model.list_of(list).cursor.at;
    let beside = if up { at.checked_sub(1)? } else { at + 1 };
    rows.records().get(beside).cloned()
}

/// Puts the choice on the first row of a record, if the list shows it.
pub fn go_to<T: PartialEq>(model: &mut Model, list: ListId, rows: fn(&Model) -> Rows<'_, T>, record: &T) {
    let place = rows(model).place_of(record);
    if let Some(at) = place {
        model.list_of_mut(list).cursor.at = at;
    }
}

/// Moves the choice by `steps` rows, over headings.
pub fn step(model: &mut Model, steps: isize) {
    let selectable = selectable(model);
    let places: Vec<usize> = (0..selectable.len()).filter(|at| selectable[*at]).collect();
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
    // Beside the list of cases stands only the beginning of one.
    let in_part = model.list_id() == ListId::Cases;
    if model.split().detail.is_none() || model.list().detail || in_part {
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

/// One level out: the range of lines, the detail, then the search, then what the pane lies in.
pub fn back(model: &mut Model) {
    if model.capture.range.take().is_some() {
        return;
    }
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
            ListId::Indicators
            | ListId::Sheet
            | ListId::Suggestions
            | ListId::Footings
            | ListId::Cases
            | ListId::Lens
            | ListId::Strengths
            | ListId::Trail
            | ListId::Escalations
            | ListId::Assessments
            | ListId::Partners => model.board_view = BoardView::Points,
            ListId::Lines => model.capture.focused = model.is_running(),
            _ => {}
        }
    }
}

/// Brings every cursor and scroll of the screen back into its bounds.
pub fn settle(model: &mut Model) {
    let room = view::picker::room(model);
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        let len = picker.matching().len();
        picker.cursor.settle(len, room);
    }
    super::check_in::settle(model);
    super::outside::settle_cursor(model);
    super::minutes::settle(model);
    super::lobby::settle(model);
    super::sheet::settle(model);
    if model.lobby.is_some() {
        return;
    }
    super::assessments::settle(model);
    let offset = model.list().cursor.offset;
    let selectable = selectable(model);
    let at = model.list().cursor.at.min(selectable.len().saturating_sub(1));
    let after = (at..selectable.len()).find(|at| selectable[*at]);
    let before = || (0..at).rev().find(|at| selectable[*at]);
    let height = match model.list_id() {
        ListId::Sheet => view::sheet::areas(model).table.visible(),
        _ => usize::from(model.list_area().height),
    };
    let list = model.list_mut();
    list.cursor.at = after.or_else(before).unwrap_or(0);
    // Behind an open detail the list has no height; it must come back as it was left.
    if height == 0 {
        return;
    }
    list.cursor.settle(selectable.len(), height);
    // The heading of the topmost row shows with it.
    let at_top = list.cursor.offset > 0 && list.cursor.offset == list.cursor.at && height > 1;
    if at_top && !selectable[list.cursor.at - 1] {
        list.cursor.offset -= 1;
    }
    if model.pane == Pane::Record {
        model.list_mut().cursor.offset = offset;
        super::record::settle(model);
    }
}
