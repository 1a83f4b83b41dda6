//! Tables to be filled in, sorted and counted, before they have a format. Knows no council.

use super::document::{Block, Document, Page, Table};
use crate::{text::dates, words::Lang};
use chrono::{Datelike, NaiveDate};

/// A workbook. The first sheet is what a format of one table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    pub lang: Lang,
    pub title: String,
    pub page: Page,
    pub sheets: Vec<Sheet>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// On the tab; at most 31 characters get there.
    pub name: String,
    /// Lines over the table: what it is, of when.
    pub above: Vec<String>,
    pub columns: Vec<Column>,
    /// Every row has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Lines under the table: how to fill it in.
    pub below: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub head: String,
    /// In half-width characters.
    pub width: u16,
    /// What may stand in a cell, where only these may.
    pub choices: Vec<String>,
    /// What to write there, shown as the cell is entered.
    pub hint: String,
    /// Empty cells wait to be written in, and are drawn so.
    pub to_fill: bool,
    /// Kept out of sight: what is needed to read the sheet in again.
    pub hidden: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(i64),
    Day(NaiveDate),
}

impl Column {
    pub fn new(head: impl Into<String>, width: u16) -> Self {
        Self { head: head.into(), width, ..Self::default() }
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// As plain text; a day as 2026-11-21.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => dates::iso(*day),
        }
    }

    /// As it is read on paper: a day as R8.11.21(土), or as 21 Nov 2026 (Sat).
    pub fn printed(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Day(day), Lang::Ja) => {
                format!("{}.{}({})", dates::era_month(*day), day.day(), dates::weekday_ja(day.weekday()))
            }
            (Self::Day(day), Lang::En) => dates::english(*day),
            _ => self.shown(),
        }
    }
}

impl Book {
    /// The same as a document: every sheet a table, without what is out of sight.
    pub fn to_document(&self) -> Document {
        let mut document = Document { page: self.page, ..Document::new(self.lang, self.title.clone()) };
        for sheet in &self.sheets {
            if self.sheets.len() > 1 {
                document.section(&sheet.name);
            }
            sheet.above.iter().for_each(|line| document.paragraph(line));
            document.blocks.push(Block::Table(sheet.table(self.lang)));
            sheet.below.iter().for_each(|line| document.paragraph(line));
        }
        document
    }
}

impl Sheet {
    fn table(&self, lang: Lang) -> Table {
        let seen = || self.columns.iter().filter(|column| !column.hidden);
        let cells = |row: &Vec<Cell>| {
            let pairs = self.columns.iter().zip(row).filter(|(column, _)| !column.hidden);
            pairs.map(|(_, cell)| cell.printed(lang)).collect()
        };
        Table {
            head: seen().map(|column| column.head.clone()).collect(),
            rows: self.rows.iter().map(cells).collect(),
            widths: seen().map(|column| column.width).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_printed_as_it_is_read_and_hidden_columns_are_not() {
        let day = Cell::Day(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        let book = |lang| Book {
            lang,
            title: String::new(),
            page: Page::Portrait,
            sheets: vec![Sheet {
                name: String::new(),
                above: Vec::new(),
                columns: vec![Column::new("期限", 12), Column { hidden: true, ..Column::new("符号", 9) }],
                rows: vec![vec![day.clone(), Cell::text("R8-1")]],
                below: Vec::new(),
            }],
        };
        for (lang, printed) in [(Lang::Ja, "R8.11.21(土)"), (Lang::En, "21 Nov 2026 (Sat)")] {
            let document = book(lang).to_document();
            let [Block::Table(table)] = &document.blocks[..] else { panic!("{document:?}") };
            assert_eq!(
                (&table.head[..], &table.rows[..]),
                (&["期限".to_owned()][..], &[vec![printed.to_owned()]][..])
            );
        }
        assert_eq!(day.shown(), "2026-11-21");
    }
}
