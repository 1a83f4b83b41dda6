//! The sheets of a workbook as tables of text: what a person would read in each cell. Never computes a formula.

use super::{
    Unread, package,
    table::{Line, MOST_CELLS, Table},
};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// More columns than any list has.
const MOST_COLUMNS: u32 = 500;
/// More sheets than anybody pages through.
const MOST_SHEETS: usize = 100;

/// Every sheet with something on it, in order.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, Unread> {
    package::open(bytes)?;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    let names: Vec<String> = book.sheet_names().into_iter().take(MOST_SHEETS).collect();
    let mut tables = Vec::new();
    let mut cells_left = MOST_CELLS;
    for name in names {
        let lines = sheet(&mut book, &name, &mut cells_left)?;
        if !lines.is_empty() {
            tables.push(Table { name, lines });
        }
    }
    Ok(tables)
}

/// The rows of one sheet, cell by cell: what stands far out takes no more room than what stands near. A chart has none.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, cells_left: &mut usize) -> Result<Vec<Line>, Unread> {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Vec::new()) };
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Unread::Damaged)? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value());
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        *cells_left = cells_left.checked_sub(1).ok_or(Unread::TooLarge)?;
        let number = row as usize + 1;
        if lines.last().is_none_or(|line| line.number != number) {
            lines.push(Line { number, cells: Vec::new() });
        }
        if let Some(line) = lines.last_mut() {
            let column = column as usize;
            line.cells.resize(line.cells.len().max(column + 1), String::new());
            line.cells[column] = text;
        }
    }
    lines.sort_by_key(|line| line.number);
    Ok(lines)
}

/// What a cell shows: a day as 2026-11-21, a whole number without a point.
fn shown(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => shown_moment(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn shown_moment(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    // Excel knows the days up to the end of the year 9999.
    if !moment.is_datetime() || !(0.0..2_958_466.0).contains(&days) {
        return days.to_string();
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    match (days < 1.0, hour, minute) {
        (true, ..) => time,
        (false, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        (false, ..) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}
