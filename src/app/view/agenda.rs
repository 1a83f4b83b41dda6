//! The agenda pane: the meetings of the council, and the items of the chosen one.

mod items;
mod meetings;

pub use items::{item_detail, item_rows};
pub use meetings::{meeting_detail, meeting_rows};

use crate::{
    app::{
        look::Tone,
        model::Model,
        row::{Para, Row, Span},
    },
    domain::{Meeting, Unread, decide::carry},
    words::Words,
};
use chrono::NaiveTime;

/// What stands above the list: what it is, and how it stands with time.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    if model.choosing_meeting { meetings::title(model) } else { items::title(model) }
}

/// How much the last meeting left that a planned one does not have yet.
fn waiting(model: &Model, meeting: &Meeting) -> Option<Para> {
    if let Some(source) = model.lacks_source(meeting) {
        return Some(model.reading(&Unread { meetings: vec![source.clone()], shelves: Vec::new() }));
    }
    match carry::waiting(model.council(), &meeting.id).len() {
        0 => None,
        waiting => Some(Para::new(model.words.agenda_waiting(waiting), Tone::Warn)),
    }
}

/// 14:00〜15:30
fn hours(words: Words, start: NaiveTime, end: NaiveTime) -> String {
    words.agenda_hours(&words.time(start), &words.time(end))
}

/// The cells of one column, made equally wide by the ruler; no cells where all are empty.
fn column(model: &Model, cells: Vec<Span>) -> Vec<Span> {
    let ruler = model.look.ruler;
    let width = cells.iter().map(|cell| ruler.width(&cell.text)).max().unwrap_or(0);
    if width == 0 {
        return Vec::new();
    }
    cells.into_iter().map(|cell| Span { text: ruler.fit(&cell.text, width), ..cell }).collect()
}

/// Gives each row the columns at its right, in this order, as far as every row has room for them beside its title. A column without
/// cells is left out. `wanted` says which columns go in first.
fn with_columns(model: &Model, rows: &mut [Row], columns: Vec<Vec<Span>>, wanted: &[usize]) {
    let ruler = model.look.ruler;
    let width = |spans: &[Span]| spans.iter().map(|span| ruler.width(&span.text)).sum::<usize>();
    let lead = rows.iter().map(|row| width(&row.lead)).max().unwrap_or(0);
    let room = usize::from(model.list_area().width).saturating_sub(3 + lead);
    let title = rows.iter().map(|row| width(&row.title)).max().unwrap_or(0).min(room * 3 / 5);
    let mut left = room - title;
    let mut shown = vec![false; columns.len()];
    for at in wanted {
        let Some(cell) = columns[*at].first() else { continue };
        let needed = ruler.width(&cell.text) + 2;
        if needed > left {
            break;
        }
        left -= needed;
        shown[*at] = true;
    }
    for (column, _) in columns.into_iter().zip(shown).filter(|(column, shown)| *shown && !column.is_empty()) {
        for (row, cell) in rows.iter_mut().zip(column) {
            row.right.push(cell);
        }
    }
}
