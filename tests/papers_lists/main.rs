//! Lists and data read back by other libraries: rosters, seating plans, actions, and the whole council as JSON.

mod actions;
mod everything;
mod roster;
mod seating;

#[expect(dead_code, reason = "the histories are for other tests")]
#[path = "../support/councils.rs"]
mod councils;

use calamine::{Data, Range, Reader, Xlsx};
use chrono::NaiveDateTime;
use norishiro::{
    domain::Council,
    knowledge::samples,
    paper::{Content, Encoding, Format, Order, Source, compose, file_name, wording::Wording},
    store::Home,
    words::{Lang, Words},
};
use quick_xml::{Reader as Xml, events::Event};
use std::io::{Cursor, Read};

fn now() -> NaiveDateTime {
    "2026-11-20T14:00:00".parse().unwrap()
}

/// The sample with everything read.
fn toyokawa() -> Council {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Home::at(folder.path()).plant("toyokawa", samples::toyokawa()).unwrap();
    for id in workspace.council().unread().meetings {
        workspace.read_body(&id).unwrap();
    }
    workspace.council().clone()
}

fn of<T>(council: &Council, lang: Lang, make: impl FnOnce(Source) -> T) -> T {
    let wording = Wording::built_in(lang);
    make(Source { council, words: Words::new(lang), now: now(), wording: &wording })
}

fn made(council: &Council, order: &Order, lang: Lang) -> Content {
    of(council, lang, |source| compose(order, source)).unwrap()
}

fn named(council: &Council, order: &Order, lang: Lang) -> String {
    of(council, lang, |source| file_name(order, source))
}

fn bytes(council: &Council, order: &Order, lang: Lang) -> Vec<u8> {
    made(council, order, lang).bytes(order.format, Encoding::Utf8).unwrap()
}

fn text(council: &Council, order: &Order, lang: Lang) -> String {
    String::from_utf8(bytes(council, order, lang)).unwrap()
}

/// The rows of the one table of a CSV file.
fn rows(council: &Council, order: &Order, lang: Lang) -> Vec<Vec<String>> {
    let order = Order { format: Format::Csv, ..order.clone() };
    let text = text(council, &order, lang);
    let table = text.strip_prefix('\u{feff}').expect("Excel reads it as UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The sheets of a workbook.
fn sheets(council: &Council, order: &Order, lang: Lang) -> Vec<(String, Range<Data>)> {
    let order = Order { format: Format::Xlsx, ..order.clone() };
    let file = Cursor::new(bytes(council, &order, lang));
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} has formulas");
    }
    workbook.worksheets()
}

/// What stands in the paragraphs of a Word document.
fn paragraphs(council: &Council, order: &Order, lang: Lang) -> Vec<String> {
    let order = Order { format: Format::Docx, ..order.clone() };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes(council, &order, lang))).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let (mut reader, mut found) = (Xml::from_str(&xml), Vec::new());
    let mut paragraph = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Text(text) => paragraph += &text.xml10_content(),
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => paragraph.push('\n'),
            Event::End(tag) if tag.name().as_ref() == "w:p" => found.push(std::mem::take(&mut paragraph)),
            _ => {}
        }
    }
}

/// A snapshot among those of all papers.
fn assert_looks(name: &str, content: &Content) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("lists__{name}"), content.preview());
    });
}
