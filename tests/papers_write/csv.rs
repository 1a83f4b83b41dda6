//! CSV by a reader of CSV, in both encodings.

use crate::sample::{HARMLESS, book, s};
use encoding_rs::SHIFT_JIS;
use norishiro::{
    paper::{Content, Encoding, Format, PaperError, book::Book, book::Cell},
    text::guard::unguarded,
    words::Lang,
};

pub fn csv(book: &Book, encoding: Encoding) -> Result<Vec<u8>, PaperError> {
    Content::Book(book.clone()).bytes(Format::Csv, encoding)
}

pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_first_table_comes_back_and_nothing_else() {
    let written = String::from_utf8(csv(&book(Lang::Ja), Encoding::Utf8).unwrap()).unwrap();
    let rows = rows(written.strip_prefix('\u{FEFF}').expect("the mark Excel knows UTF-8 by"));
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0], ["番号", "内容", "期限", "件数", "評価", "所見", "符号"]);
    assert_eq!(rows[2], ["A-2", "'=HYPERLINK(\"http://a\")", "2026-12-18", "-3", "", "", "R8-1"]);
    assert_eq!(unguarded(&rows[2][1]), "=HYPERLINK(\"http://a\")");
    assert_eq!(rows[3][1], HARMLESS);
    assert!(written.ends_with("\r\n"));
}

#[test]
fn both_encodings_read_the_same() {
    let mut book = book(Lang::Ja);
    book.sheets[0].rows[2][1] = Cell::text("髙﨑①㈱Ⅲ～－ﾊﾞｽ、「」\nand English");
    let utf8 = String::from_utf8(csv(&book, Encoding::Utf8).unwrap()).unwrap();
    let cp932 = csv(&book, Encoding::Cp932).unwrap();
    let (read, _, broken) = SHIFT_JIS.decode(&cp932);
    assert!(!broken && !cp932.starts_with(b"\xEF\xBB\xBF"));
    assert_eq!(rows(&read), rows(utf8.trim_start_matches('\u{FEFF}')));
}

#[test]
fn what_does_not_fit_is_listed() {
    let mut book = book(Lang::Ja);
    book.sheets[0].rows[2][1] = Cell::Empty;
    assert!(csv(&book, Encoding::Cp932).is_ok());
    book.sheets[0].rows[0][1] = Cell::text("𠮷野家の𩸽を𠮷日に");
    assert_eq!(csv(&book, Encoding::Cp932), Err(PaperError::DoesNotFit { characters: vec!['𠮷', '𩸽'] }));
    let error = csv(&book, Encoding::Cp932).unwrap_err().said(norishiro::words::Words::new(Lang::Ja));
    assert!(error.contains(&s("𠮷𩸽")), "{error}");
}
