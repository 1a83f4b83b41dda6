//! What the record lists, in its order, and how it scrolls. Only lines near the screen are laid out, however long the record is.

use super::{areas, blocks};
use crate::{
    app::{
        model::{ListId, Model},
        update::list::matching_by,
    },
    domain::{
        Body, Item, ItemState, Line, Meeting,
        id::{ItemId, LineId},
    },
};

/// One thing in the record: what the arrows move over.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// An item with its number, over the lines written under it.
    Heading(usize, &'a Item),
    Line(&'a Line),
}

impl Place<'_> {
    /// The line that can be chosen here; none on a heading.
    pub fn line(&self) -> Option<&LineId> {
        match self {
            Self::Heading(..) => None,
            Self::Line(line) => Some(&line.id),
        }
    }
}

/// The meeting on screen with its record.
pub fn open(model: &Model) -> Option<(&Meeting, &Body)> {
    let meeting = model.meeting()?;
    Some((meeting, model.council().body(&meeting.id)?))
}

/// Lines and headings in the order of the record, as far as they match the search: outside any item first, then item by item.
pub fn places(model: &Model) -> Vec<Place<'_>> {
    let Some((meeting, body)) = open(model) else { return Vec::new() };
    let mut places: Vec<Place<'_>> = under(body, None).map(Place::Line).collect();
    for (number, item) in (1..).zip(&body.items) {
        let mut lines = under(body, Some(&item.id)).map(Place::Line).peekable();
        // The title row already names the current item.
        let named = places.is_empty() && item.state == ItemState::Current;
        if lines.peek().is_some() && !named {
            places.push(Place::Heading(number, item));
        }
        places.extend(lines);
    }
    let id = |place: &Place<'_>| place.line().cloned();
    matching_by(model, ListId::Lines, places, id, |place| match place {
        Place::Heading(_, item) => item.title.clone(),
        Place::Line(line) => blocks::plain_text(model, meeting, line),
    })
}

fn under<'a>(body: &'a Body, item: Option<&'a ItemId>) -> impl Iterator<Item = &'a Line> {
    body.lines.iter().filter(move |line| line.item.as_ref() == item)
}

/// Where the screen begins: a place, and how many of its rows are above. In the order of the rows.
pub type Top = (usize, usize);

/// The scroll that shows the chosen line whole, moved no more than it must be.
pub fn top_showing(model: &Model) -> Top {
    let places = places(model);
    let Some((last, (meeting, _))) = places.len().checked_sub(1).zip(open(model)) else { return (0, 0) };
    let area = areas(model).lines;
    let height = usize::from(area.height).max(1);
    let rows = |at: usize| blocks::rows(model, meeting, &places[at], area.width).len();
    let cursor = model.list_of(ListId::Lines).cursor;
    let at = cursor.at.min(last);
    // The heading above the first line of an item comes into sight with it.
    let headed = at > 0 && places[at - 1].line().is_none();
    let highest = (at - usize::from(headed), 0);
    let now = (cursor.offset, cursor.hidden);
    let (lowest, highest) = match blocks::cursor_row(model, meeting, area.width) {
        // Of a line longer than the screen, the row that is typed in.
        Some(row) if rows(at) > height => ((at, (row + 1).saturating_sub(height)), (at, row)),
        _ => (top_ending(rows, at, height), highest),
    };
    now.max(lowest).min(highest).min(top_ending(rows, last, height))
}

/// The scroll with which a screen of `height` rows ends with the last row of a place.
fn top_ending(rows: impl Fn(usize) -> usize, place: usize, height: usize) -> Top {
    let mut room = height;
    for at in (0..=place).rev() {
        let rows = rows(at);
        if rows >= room {
            return (at, rows - room);
        }
        room -= rows;
    }
    (0, 0)
}

/// The chosen line.
pub fn chosen(model: &Model) -> Option<LineId> {
    places(model).get(model.list_of(ListId::Lines).cursor.at)?.line().cloned()
}

/// The chosen lines, in the order they show: from where the range begins, or the one alone.
pub fn chosen_lines(model: &Model) -> Vec<LineId> {
    let places = places(model);
    let at = model.list_of(ListId::Lines).cursor.at;
    let from = model.capture.range.as_ref();
    let from = from.and_then(|id| places.iter().position(|place| place.line() == Some(id))).unwrap_or(at);
    let shown = places.iter().skip(at.min(from)).take(at.abs_diff(from) + 1);
    shown.filter_map(|place| place.line().cloned()).collect()
}

/// The place of a line, where it shows.
pub fn place_of(model: &Model, id: &LineId) -> Option<usize> {
    places(model).iter().position(|place| place.line() == Some(id))
}

/// The row of the screen where a line begins, counted from the top of the lines; below 0 where its first rows are above.
pub fn row_of(model: &Model, id: &LineId) -> Option<isize> {
    let (meeting, _) = open(model)?;
    let cursor = model.list_of(ListId::Lines).cursor;
    let width = areas(model).lines.width;
    let places = places(model);
    let above = places.iter().skip(cursor.offset).take_while(|place| place.line() != Some(id));
    let rows: usize = above.map(|place| blocks::rows(model, meeting, place, width).len()).sum();
    Some(isize::try_from(rows).ok()? - isize::try_from(cursor.hidden).ok()?)
}

/// The place of the line that is drawn in a row of the screen, and which of its rows that is.
pub fn place_at(model: &Model, y: u16) -> Option<(usize, usize)> {
    let area = areas(model).lines;
    let row = usize::from(y.checked_sub(area.y)?);
    let (meeting, _) = open(model)?;
    let places = places(model);
    let cursor = model.list_of(ListId::Lines).cursor;
    let rows = (cursor.offset..places.len()).flat_map(|at| {
        let rows = blocks::rows(model, meeting, &places[at], area.width).len();
        (0..rows).map(move |row| (at, row))
    });
    rows.skip(cursor.hidden).nth(row).filter(|(at, _)| places[*at].line().is_some())
}
