//! A table of members as spreadsheets save it (CSV): which column says what, and which lines cannot be taken. Never looks at a roster.

use crate::{
    domain::decide::import::{Refused, Row, WhyNot},
    text::{clean::clean_line, fold::fold},
};
use csv::{ReaderBuilder, StringRecord};

/// No council has more members: a longer table is something else.
pub const MOST_ROWS: usize = 2_000;

/// What a file says, before anyone on the roster is thought of.
pub struct Table {
    pub rows: Vec<Row>,
    pub refused: Vec<Refused>,
    /// Headings of columns that say nothing to us.
    pub unknown: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Kana,
    Organisation,
    Post,
    Office,
    Class,
    Email,
}

/// What the columns are called, as [`fold`] leaves it.
const HEADINGS: [(Column, &[&str]); 7] = [
    (Column::Name, &["氏名", "名前", "委員名", "name"]),
    (Column::Kana, &["ふりがな", "かな", "よみ", "よみがな", "kana", "reading"]),
    (
        Column::Organisation,
        &["所属", "所属団体", "団体", "団体名", "組織", "機関", "organisation", "organization"],
    ),
    (Column::Post, &["職", "職名", "肩書", "肩書き", "post", "title", "position"]),
    (Column::Office, &["役職", "役割", "役", "office", "role"]),
    (Column::Class, &["区分", "分類", "class"]),
    (Column::Email, &["めーる", "めーるあどれす", "email", "e-mail", "mail"]),
];

/// No cell about a person says more, in bytes.
const LONGEST_CELL: usize = 3_000;
/// No heading is longer, in bytes.
const LONGEST_HEADING: usize = 100;

impl Column {
    fn headed(heading: &str) -> Option<Self> {
        let key = fold(Some(heading).filter(|it| it.len() <= LONGEST_HEADING)?);
        HEADINGS.into_iter().find_map(|(column, names)| names.contains(&key.as_str()).then_some(column))
    }

    fn of(self, row: &mut Row) -> &mut String {
        match self {
            Self::Name => &mut row.name,
            Self::Kana => &mut row.kana,
            Self::Organisation => &mut row.organisation,
            Self::Post => &mut row.post,
            Self::Office => &mut row.office,
            Self::Class => &mut row.class,
            Self::Email => &mut row.email,
        }
    }
}

/// Reads the table. Lines above the headings, such as a title, are passed over. `None` when no line names a person's name or post.
pub fn read(text: &str) -> Option<Table> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    // Text is always UTF-8 and rows may be of any length, so that every record can be read.
    let mut records = reader.records().filter_map(Result::ok);
    let headings = records.find(is_headings)?;
    let columns: Vec<Option<Column>> = headings.iter().map(Column::headed).collect();
    let unknown = headings
        .iter()
        .zip(&columns)
        .filter(|(heading, column)| column.is_none() && !heading.trim().is_empty());
    let unknown = unknown.map(|(heading, _)| clean_line(heading)).collect();
    let mut table = Table { rows: Vec::new(), refused: Vec::new(), unknown };
    let mut reached = (0, 1);
    for record in records.filter(|record| record.iter().any(|cell| !cell.trim().is_empty())) {
        let line = line_of(&text, &record, &mut reached);
        match row(&columns, &record, line) {
            Ok(row) => table.rows.push(row),
            Err(why) => table.refused.push(Refused { line, why }),
        }
    }
    Some(table)
}

/// The line a record begins on, counted from 1. The reader counts empty lines before it as part of it. Counting goes on from where it
/// was with the record before, a byte and its line.
fn line_of(text: &str, record: &StringRecord, (byte, line): &mut (usize, usize)) -> usize {
    let read_from = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
    let begins = read_from + text[read_from..].bytes().take_while(|byte| *byte == b'\n').count();
    *line += text[*byte..begins].matches('\n').count();
    *byte = begins;
    *line
}

fn is_headings(record: &StringRecord) -> bool {
    let columns: Vec<Column> = record.iter().filter_map(Column::headed).collect();
    columns.contains(&Column::Name) || columns.contains(&Column::Post)
}

fn row(columns: &[Option<Column>], record: &StringRecord, line: usize) -> Result<Row, WhyNot> {
    if record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(WhyNot::TooManyCells);
    }
    let mut row = Row { line, ..Row::default() };
    for (column, cell) in columns.iter().zip(record) {
        let Some(column) = column else { continue };
        // A cell of two lines is a name with its reading or a long title; more are rows that ran together.
        if cell.trim().lines().nth(2).is_some() {
            return Err(WhyNot::SeveralLines);
        }
        if cell.len() > LONGEST_CELL {
            return Err(WhyNot::TooLong);
        }
        clean_line(cell).trim().clone_into(column.of(&mut row));
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_any_order_script_and_width() {
        let table = read(
            "委員名簿,,\r\n\r\nフリガナ,氏　名,Ｅ-ｍａｉｌ,備考\r\nこう,甲\t一,a@b.example,x\r\n,,,\r\n",
        )
        .unwrap();
        assert_eq!(table.unknown, ["備考"]);
        let expected = Row {
            line: 4,
            name: "甲 一".into(),
            kana: "こう".into(),
            email: "a@b.example".into(),
            ..Row::default()
        };
        assert_eq!(table.rows, [expected]);
        assert!(read("a,b\n1,2\n").is_none() && read("").is_none());
    }

    #[test]
    fn rows_that_ran_apart_or_together_are_refused() {
        let table = read("氏名,職\n甲,課長,東,x\n乙,\"課長\n丙,係長\n丁,係長\n").unwrap();
        let why: Vec<_> = table.refused.into_iter().map(|it| (it.line, it.why)).collect();
        assert_eq!(why, [(2, WhyNot::TooManyCells), (3, WhyNot::SeveralLines)]);
        assert_eq!(table.rows, []);
    }

    #[test]
    fn a_short_row_leaves_the_rest_empty() {
        let table = read("氏名,職,所属\n甲\n").unwrap();
        assert_eq!(table.rows, [Row { line: 2, name: "甲".into(), ..Row::default() }]);
    }
}
