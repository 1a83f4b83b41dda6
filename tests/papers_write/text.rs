//! Any text goes in and comes back as it was but for the marks; and the formats that are text read as prose.

use crate::{
    csv::{csv, rows},
    docx::{docx, paragraphs},
    html::{all, page, read},
    sample::{document, only, part, s},
    xlsx::{first_sheet, xlsx},
};
use norishiro::{
    paper::{
        Encoding,
        book::{Book, Cell, Column, Sheet},
        document::{Block, Page},
        markdown, plain,
    },
    text::{clean::shown, guard::unguarded},
    words::Lang,
};
use proptest::prelude::*;

/// Text with more of what is special than chance would bring.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-=+@'\"<>&;,_xA0-9\\\\\\n\\t\\r　 \u{301}\u{202e}\u{fffe}あ漢𠮷👪]{0,24}",]
}

fn one_cell(text: &str) -> Book {
    let sheet = Sheet {
        name: s("一"),
        above: Vec::new(),
        columns: vec![Column::new("列", 20), Column::new("二", 4)],
        rows: vec![vec![Cell::text(text), Cell::Number(1)]],
        below: Vec::new(),
    };
    Book { lang: Lang::Ja, title: s("表"), page: Page::Portrait, sheets: vec![sheet] }
}

proptest! {
    // Each case packs a file.
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_word_document_reads_as_it_was_typed(text in any_text()) {
        let read = paragraphs(&part(&docx(&only(Block::Paragraph(text.clone()))), "word/document.xml"));
        prop_assert_eq!(&read[1].text, &*shown(&text));
    }

    #[test]
    fn a_page_reads_as_it_was_typed(text in any_text()) {
        let page = page(&only(Block::Paragraph(text.clone())));
        prop_assert_eq!(read(all(&page, "main > p")[0]), &*shown(&text));
    }

    #[test]
    fn a_cell_reads_as_it_was_typed(text in any_text()) {
        let read = first_sheet(&xlsx(&one_cell(&text)));
        let cell = read.get_value((3, 0)).map(ToString::to_string).unwrap_or_default();
        prop_assert_eq!(&cell, &*shown(&text));
    }

    #[test]
    fn a_line_of_csv_reads_as_it_was_typed(text in any_text()) {
        let written = String::from_utf8(csv(&one_cell(&text), Encoding::Utf8).unwrap()).unwrap();
        let read = rows(written.trim_start_matches('\u{FEFF}'));
        prop_assert_eq!(unguarded(&read[1][0]), &*shown(&text));
    }
}

#[test]
fn plain_text_reads_as_prose() {
    insta::assert_snapshot!(plain::write(&document(Lang::Ja)));
}

#[test]
fn markdown_reads_as_prose() {
    insta::assert_snapshot!(markdown::write(&document(Lang::Ja)));
}
