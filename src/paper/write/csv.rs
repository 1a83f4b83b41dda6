//! Comma-separated values that Excel opens by a double click: the first sheet's table, all columns, with nothing over or under it.
//!
//! A text that a spreadsheet would take for a formula is [`guarded`] by an apostrophe; a number is never. What is hidden comes as a
//! mark. Lines end in CRLF, those inside a cell in LF.

use crate::{
    paper::{Encoding, PaperError, book::Book, book::Cell},
    text::{
        clean::{composed, shown},
        guard::guarded,
    },
};
use csv::{Terminator, WriterBuilder};
use encoding_rs::SHIFT_JIS;

/// # Errors
/// [`PaperError::DoesNotFit`]: what CP932 has no characters for. Nothing is written then.
pub fn write(book: &Book, encoding: Encoding) -> Result<Vec<u8>, PaperError> {
    let table = table(book).map_err(|error| PaperError::Writer(error.to_string()))?;
    match encoding {
        Encoding::Utf8 => Ok(format!("\u{FEFF}{table}").into_bytes()),
        Encoding::Cp932 => cp932(&table),
    }
}

fn table(book: &Book) -> Result<String, csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    if let Some(sheet) = book.sheets.first() {
        writer.write_record(sheet.columns.iter().map(|column| text(&column.head)))?;
        for row in &sheet.rows {
            writer.write_record(row.iter().map(cell))?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(typed) => text(typed),
        Cell::Empty | Cell::Number(_) | Cell::Day(_) => cell.shown(),
    }
}

fn text(text: &str) -> String {
    guarded(&shown(text)).into_owned()
}

/// Shift_JIS as Windows has it, which all of a table fits or none.
fn cp932(table: &str) -> Result<Vec<u8>, PaperError> {
    let fitting: String = composed(table).chars().map(as_windows_has_it).collect();
    let (bytes, _, lossy) = SHIFT_JIS.encode(&fitting);
    if !lossy {
        return Ok(bytes.into_owned());
    }
    let mut characters: Vec<char> = Vec::new();
    for c in fitting.chars() {
        if !characters.contains(&c) && SHIFT_JIS.encode(c.encode_utf8(&mut [0; 4])).2 {
            characters.push(c);
        }
    }
    Err(PaperError::DoesNotFit { characters })
}

/// The characters that Windows knows under another number than everybody else, and two that would come back as `\` and `~`.
const fn as_windows_has_it(c: char) -> char {
    match c {
        '〜' => '～',
        '—' => '―',
        '‖' => '∥',
        '−' => '－',
        '¢' => '￠',
        '£' => '￡',
        '¬' => '￢',
        '¥' => '￥',
        '‾' => '￣',
        // The mark of what is hidden.
        '▯' => '□',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        paper::{
            book::{Column, Sheet},
            document::Page,
        },
        text::clean::MARK,
        words::Lang,
    };
    use chrono::NaiveDate;

    fn book(rows: Vec<Vec<Cell>>) -> Book {
        let width = rows.first().map_or(1, Vec::len);
        let columns = (1..=width).map(|number| Column::new(format!("列{number}"), 10)).collect();
        let sheet =
            Sheet {
                name: String::new(), above: vec!["上".into()], columns, rows, below: vec!["下".into()]
            };
        Book { lang: Lang::Ja, title: String::new(), page: Page::Portrait, sheets: vec![sheet] }
    }

    #[test]
    fn excel_knows_the_encoding_and_takes_no_text_for_a_formula() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let row =
            vec![Cell::text("=1+1"), Cell::Number(-3), Cell::Day(day), Cell::Empty, Cell::text("a,\"b\"\nc")];
        let written = String::from_utf8(write(&book(vec![row]), Encoding::Utf8).unwrap()).unwrap();
        assert_eq!(written, "\u{FEFF}列1,列2,列3,列4,列5\r\n'=1+1,-3,2026-11-21,,\"a,\"\"b\"\"\nc\"\r\n");
    }

    #[test]
    fn cp932_takes_what_windows_names_otherwise() {
        let typed = "〜—‖−¢£¬¥か\u{3099}﨑髙①㈱\u{FA19}";
        let written = write(&book(vec![vec![Cell::text(typed)]]), Encoding::Cp932).unwrap();
        let (read, _, broken) = SHIFT_JIS.decode(&written);
        assert_eq!((&*read, broken), ("列1\r\n～―∥－￠￡￢￥が﨑髙①㈱\u{FA19}\r\n", false));
    }

    #[test]
    fn what_cp932_lacks_is_named_and_nothing_is_written() {
        let written = write(&book(vec![vec![Cell::text("𠮷田と👪と𠮷野")]]), Encoding::Cp932);
        assert_eq!(written, Err(PaperError::DoesNotFit { characters: vec!['𠮷', '👪'] }));
    }

    #[test]
    fn what_is_hidden_comes_as_a_mark_in_both() {
        let book = book(vec![vec![Cell::text("a\u{1b}b")]]);
        assert!(
            String::from_utf8(write(&book, Encoding::Utf8).unwrap()).unwrap().contains(&format!("a{MARK}b"))
        );
        assert!(SHIFT_JIS.decode(&write(&book, Encoding::Cp932).unwrap()).0.contains("a□b"));
    }
}
