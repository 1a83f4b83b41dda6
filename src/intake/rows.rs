//! The lines of a table as rows of a list: cells cleaned, names looked up, days and states read. What cannot be read is refused with its
//! line, never guessed.

use super::{Headings, Table, table::Line};
use crate::{
    domain::{
        ActionState, Council, Due, Who,
        decide::import::{Field, Refused, WhyNot, actions, roster, sheet},
        sheet::RowCode,
    },
    text::{
        capture::{Named, Resolution, read_due, resolve, resolve_list},
        clean::{clean_line, clean_text},
        dates::parse_fiscal_year,
        fold::fold,
    },
};
use chrono::NaiveDate;

/// No cell about a person says more, in bytes.
const LONGEST_CELL: usize = 3_000;

/// The rows of one kind, and the lines that are none.
pub struct Rows<T> {
    pub rows: Vec<T>,
    pub refused: Vec<Refused>,
}

pub fn roster(table: &Table, headings: &Headings) -> Rows<roster::Row> {
    rows(table, headings, |line| {
        let mut row = roster::Row { line: line.number(), ..roster::Row::default() };
        for (field, cell) in line.cells() {
            let place = match field {
                Field::Name => &mut row.name,
                Field::Kana => &mut row.kana,
                Field::Organisation => &mut row.organisation,
                Field::Post => &mut row.post,
                Field::Office => &mut row.office,
                Field::Class => &mut row.class,
                Field::Email => &mut row.email,
                _ => continue,
            };
            *place = short(cell)?;
        }
        Ok(row)
    })
}

pub fn actions(
    table: &Table,
    headings: &Headings,
    council: &Council,
    today: NaiveDate,
) -> Rows<actions::Row> {
    rows(table, headings, |line| {
        let mut row = actions::Row { line: line.number(), ..actions::Row::default() };
        for (field, cell) in line.cells().filter(|(_, cell)| !cell.trim().is_empty()) {
            match field {
                Field::Number => row.number = Some(number(cell)?),
                Field::Text => row.text = clean_text(cell).trim().to_owned(),
                Field::Owners => row.owners = owners(council, today, cell)?,
                Field::Due => row.due = due(cell, today)?,
                Field::State => row.state = Some(state(cell)?),
                Field::Note => row.note = clean_text(cell).trim().to_owned(),
                _ => {}
            }
        }
        Ok(row)
    })
}

pub fn sheet(table: &Table, headings: &Headings, council: &Council, today: NaiveDate) -> Rows<sheet::Row> {
    let mut rows = rows(table, headings, |line| {
        let mut row = sheet::Row { line: line.number(), ..sheet::Row::default() };
        for (field, cell) in line.cells() {
            match field {
                Field::Id => match RowCode::read(cell) {
                    Some(RowCode { year, row: id }) => {
                        row.year = Some(year);
                        row.id = id.map(|id| id.to_string()).unwrap_or_default();
                    }
                    None => row.id = clean_line(cell).trim().to_owned(),
                },
                Field::Whose => row.who = whose(council, today, &short(cell)?)?,
                Field::Year => row.year = year(cell)?.or(row.year),
                _ => {
                    let text = clean_text(cell).trim().to_owned();
                    row.cells.extend(field.cell().map(|column| (column, text)));
                }
            }
        }
        Ok(row)
    });
    // A row nobody filled in, or a remark under the table.
    let is_empty = |row: &sheet::Row| row.id.is_empty() && row.cells.iter().all(|(_, text)| text.is_empty());
    rows.rows.retain(|row| !is_empty(row));
    rows
}

/// A line with the fields of its cells.
struct Cells<'a> {
    line: &'a Line,
    headings: &'a Headings,
}

impl<'a> Cells<'a> {
    const fn number(&self) -> usize {
        self.line.number
    }

    fn cells(&self) -> impl Iterator<Item = (Field, &'a str)> {
        let cells = self.headings.columns.iter().zip(&self.line.cells);
        cells.filter_map(|(column, cell)| Some((column.field?, cell.as_str())))
    }
}

fn rows<T>(table: &Table, headings: &Headings, read: impl Fn(&Cells<'_>) -> Result<T, WhyNot>) -> Rows<T> {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let is_heading = |line: &Line| {
        // A table of several pages repeats its headings.
        let mut pairs = headings.columns.iter().zip(&line.cells);
        headings.first > 0 && pairs.all(|(column, cell)| column.text == clean_line(cell).trim())
    };
    for line in table.lines.iter().skip(headings.first) {
        let known = Cells { line, headings };
        if line.is_empty() || is_heading(line) {
            continue;
        }
        let too_many = line.cells.iter().skip(headings.columns.len()).any(|cell| !cell.trim().is_empty());
        let row = if too_many { Err(WhyNot::TooManyCells) } else { read(&known) };
        match row {
            Ok(row) => rows.push(row),
            Err(why) => refused.push(Refused { line: line.number, why }),
        }
    }
    Rows { rows, refused }
}

/// A cell about a person. Two lines are a name with its reading or a long title; more are rows that ran together.
fn short(cell: &str) -> Result<String, WhyNot> {
    if cell.trim().lines().nth(2).is_some() {
        return Err(WhyNot::SeveralLines);
    }
    if cell.len() > LONGEST_CELL {
        return Err(WhyNot::TooLong);
    }
    Ok(clean_line(cell).trim().to_owned())
}

/// 12, 宿題12, No.12
fn number(cell: &str) -> Result<u32, WhyNot> {
    let key = fold(&short(cell)?);
    let digits = key.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().map_err(|_| WhyNot::NoSuchNumber(clean_line(cell).trim().to_owned()))
}

/// Names between 、 , ; ・ or line ends. A name nobody on the roster bears stays as it is, as on the screen.
fn owners(council: &Council, today: NaiveDate, cell: &str) -> Result<Option<Vec<Who>>, WhyNot> {
    let list = clean_text(cell).trim().replace([';', '；', '\n'], "、");
    if list.len() > LONGEST_CELL {
        return Err(WhyNot::TooLong);
    }
    if NOBODY.contains(&fold(&list).as_str()) {
        return Ok(Some(Vec::new()));
    }
    let named = resolve_list(council, today, &list).ok_or(WhyNot::TooLong)?;
    let mut owners = Vec::new();
    for Named { typed, found } in named {
        let who = one(typed, found)?;
        if !owners.contains(&who) {
            owners.push(who);
        }
    }
    Ok(Some(owners))
}

/// What stands where an action has no owner yet, as [`fold`] leaves it.
const NOBODY: [&str; 6] = ["担当未定", "未定", "-", "noowner", "nobodyyet", "unassigned"];

fn one(typed: &str, found: Resolution) -> Result<Who, WhyNot> {
    match found {
        Resolution::One(who) => Ok(who),
        Resolution::Unknown => Ok(Who::new(typed, None)),
        Resolution::Many(_) => Err(WhyNot::SeveralPeople(typed.to_owned())),
    }
}

fn whose(council: &Council, today: NaiveDate, typed: &str) -> Result<Who, WhyNot> {
    if typed.is_empty() {
        return Ok(Who::default());
    }
    one(typed, resolve(council, today, typed))
}

fn due(cell: &str, today: NaiveDate) -> Result<Option<Due>, WhyNot> {
    let typed = short(cell)?;
    // A day of the sheet may carry its midnight.
    let day = typed.strip_suffix(" 00:00").unwrap_or(&typed);
    // As our own lists say it.
    if fold(day) == "noduedate" {
        return Ok(Some(Due::Open));
    }
    read_due(day, today).map(Some).map_err(|_| WhyNot::NotADay(typed))
}

/// The state by any of its names.
fn state(cell: &str) -> Result<ActionState, WhyNot> {
    let typed = short(cell)?;
    let key = fold(&typed);
    let is_meant = |state: &ActionState| {
        state.key() == key || STATES.iter().any(|(it, names)| it == state && names.contains(&key.as_str()))
    };
    ActionState::ALL.into_iter().find(is_meant).ok_or(WhyNot::NotAState(typed))
}

/// As [`fold`] leaves them.
const STATES: [(ActionState, &[&str]); 5] = [
    (ActionState::Open, &["未", "未着手", "未了", "notstarted", "todo"]),
    (
        ActionState::InProgress,
        &["中", "進行中", "着手", "対応中", "作業中", "inprogress", "doing", "started"],
    ),
    (ActionState::Waiting, &["待", "待ち", "保留", "wait", "onhold"]),
    (ActionState::Done, &["済", "済み", "完了", "終了", "対応済", "対応済み", "closed", "finished"]),
    (ActionState::Dropped, &["止", "取りやめ", "中止", "廃止", "drop", "cancelled", "canceled"]),
];

fn year(cell: &str) -> Result<Option<i32>, WhyNot> {
    let typed = short(cell)?;
    if typed.is_empty() {
        return Ok(None);
    }
    parse_fiscal_year(&typed).map(Some).ok_or(WhyNot::NotAYear(typed))
}
