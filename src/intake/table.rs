//! Tables in text: CSV, cells parted by tabs as they are pasted from a spreadsheet, or by semicolons. Never asks what a column means.

use super::Unread;
use crate::text::guard::unguarded;
use csv::{ReaderBuilder, StringRecord};

/// No council has more members or actions: a longer table is something else.
pub const MOST_ROWS: usize = 2_000;
/// More cells than a table of that many rows has.
pub(super) const MOST_CELLS: usize = 400_000;

/// Lines as they stand in a file or on a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the sheet is called; empty for a text.
    pub name: String,
    pub lines: Vec<Line>,
}

/// One row. Rows may have different numbers of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the file, counted from 1.
    pub number: usize,
    pub cells: Vec<String>,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The table in a text, without its empty rows.
///
/// # Errors
/// [`Unread::TooLarge`].
pub fn tables_of_text(text: &str) -> Result<Vec<Table>, Unread> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut reached = (0, 1);
    let (mut lines, mut cells) = (Vec::new(), 0);
    // Text is always UTF-8 and rows may be of any length, so that every record can be read.
    for record in reader.records().filter_map(Result::ok) {
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(Unread::TooLarge);
        }
        let number = line_of(&text, &record, &mut reached);
        let line = Line { number, cells: record.iter().map(|cell| unguarded(cell).to_owned()).collect() };
        if !line.is_empty() {
            lines.push(line);
        }
    }
    Ok(vec![Table { name: String::new(), lines }])
}

/// What parts the cells: whichever there is most of near the top.
fn separator(text: &str) -> u8 {
    let count = |sign: u8| text.lines().take(20).flat_map(str::bytes).filter(|it| *it == sign).count();
    // Of those that come up equally often, the last is taken.
    [b';', b'\t', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let tables = tables_of_text(text).unwrap();
        tables[0].lines.iter().map(|line| (line.number, line.cells.clone())).collect()
    }

    #[test]
    fn commas_tabs_and_semicolons_part_the_same_cells() {
        let expected = [(1, vec!["氏名".to_owned(), "職".into()]), (3, vec!["甲".into(), "課長".into()])];
        for text in ["氏名,職\r\n\r\n甲,課長\r\n", "氏名\t職\n\n甲\t課長", "氏名;職\r\r甲;課長"]
        {
            assert_eq!(cells(text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_paper_kept_from_being_a_formula_is_as_it_was() {
        assert_eq!(cells("a,b\n'+81 12,'90年代\n")[1].1, ["+81 12", "'90年代"]);
    }

    #[test]
    fn a_cell_may_run_over_lines_and_hold_the_sign() {
        assert_eq!(
            cells("a\tb\n\"一\n二, 三\"\tc\nd\te"),
            [
                (1, vec!["a".to_owned(), "b".into()]),
                (2, vec!["一\n二, 三".into(), "c".into()]),
                (4, vec!["d".into(), "e".into()]),
            ]
        );
    }
}
