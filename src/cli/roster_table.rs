//! A table of members as spreadsheets save it (CSV): which column says what, and which lines cannot be taken. Never looks at a roster.

use crate::{
    domain::decide::import::{Refused, Row, WhyNot},
    text::{clean::clean_line, fold::fold},
};
use csv::{ReaderBuilder, StringRecord};

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

impl Column {
    fn headed(heading: &str) -> Option<Self> {
        let named = |names: &str| names.split(' ').any(|name| fold(name) == fold(heading));
        [
            (Self::Name, "氏名 名前 委員名 name"),
            (Self::Kana, "ふりがな かな よみ よみがな kana reading"),
            (Self::Organisation, "所属 所属団体 団体 団体名 組織 機関 organisation organization"),
            (Self::Post, "職 職名 肩書 肩書き post title position"),
            (Self::Office, "役職 役割 役 office role"),
            (Self::Class, "区分 分類 class"),
            (Self::Email, "メール メールアドレス email e-mail mail"),
        ]
        .into_iter()
        .find_map(|(column, names)| named(names).then_some(column))
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
    for record in records.filter(|record| record.iter().any(|cell| !cell.trim().is_empty())) {
        let line = line_of(&text, &record);
        match row(&columns, &record, line) {
            Ok(row) => table.rows.push(row),
            Err(why) => table.refused.push(Refused { line, why }),
        }
    }
    Some(table)
}

/// The line a record begins on, counted from 1. The reader counts empty lines before it as part of it.
fn line_of(text: &str, record: &StringRecord) -> usize {
    let read_from = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
    let empty = text[read_from..].bytes().take_while(|byte| *byte == b'\n').count();
    1 + text[..read_from + empty].matches('\n').count()
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
        if cell.trim().lines().count() > 2 {
            return Err(WhyNot::SeveralLines);
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
