//! The plan-and-evaluation sheet as a form, read back from a workbook and from a Word document: every cell is where its heading and its code
//! say, to the letter.

mod support;

use norishiro::{
    domain::{Column, Council, sheet::RowCode},
    paper::{
        Content, Encoding, Format, Kind, Order, Source, Which, compose,
        evaluation::{Heading, heading},
        wording::Wording,
    },
    words::{Lang, Words},
};
use quick_xml::{Reader, events::Event};
use std::collections::BTreeMap;
use support::{Desk, at};

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

fn sample() -> Council {
    Desk::toyokawa(Lang::Ja, 80, 24).council().clone()
}

fn made(council: &Council, lang: Lang, order: &Order) -> Content {
    let wording = Wording::built_in(lang);
    let now = at("2026-11-21T09:00:00");
    compose(order, Source { council, words: Words::new(lang), now, wording: &wording }).expect("a form")
}

/// What stands under a code, by its headings.
type Form = BTreeMap<String, String>;

fn forms_of_book(rows: &[Vec<String>]) -> Vec<(RowCode, Form)> {
    let at = rows.iter().position(|row| row.iter().filter(|it| heading(it).is_some()).count() == 8);
    let (head, rows) = rows[at.expect("the headings")..].split_first().expect("the headings");
    let code = head.iter().position(|it| heading(it) == Some(Heading::Code)).expect("the codes");
    let form = |row: &Vec<String>| {
        let cells = head.iter().cloned().zip(row.iter().cloned());
        Some((RowCode::read(row.get(code)?)?, cells.collect()))
    };
    rows.iter().filter_map(form).collect()
}

/// Every cell of the year is in the forms, and there is one empty form besides.
fn assert_holds(council: &Council, words: Words, forms: &[(RowCode, Form)], empty: usize) {
    for row in council.sheet_of(2026) {
        let code = RowCode { year: 2026, row: Some(row.id.clone()) };
        let (_, form) =
            forms.iter().find(|it| it.0 == code).unwrap_or_else(|| panic!("{code} is none of {forms:?}"));
        assert_eq!(form[words.sheet_whose()], row.who.label);
        for column in Column::ALL {
            assert_eq!(form[words.sheet_column(column)], row.cell(column), "{} {column:?}", row.who.label);
        }
    }
    let new = RowCode { year: 2026, row: None };
    assert_eq!(forms.iter().filter(|it| it.0 == new).count(), empty);
    assert_eq!(forms.len(), council.sheet_of(2026).count() + empty);
}

#[test]
fn the_sheet_comes_back_from_a_workbook_cell_by_cell() {
    use calamine::{Reader as _, Xlsx};
    let mut council = sample();
    let mut rows = council.sheet.to_vec();
    let last = rows.last_mut().expect("the sample has a sheet");
    last.aim = "=1+1".to_owned();
    last.problems = "一行目\n二行目".to_owned();
    council.sheet = rows.into();
    for lang in LANGS {
        let content = made(&council, lang, &Order::new(Kind::Evaluation));
        let bytes = content.bytes(Format::Xlsx, Encoding::Utf8).expect("it is written");
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).expect("its sheet");
        let rows: Vec<Vec<String>> =
            range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_holds(&council, Words::new(lang), &forms_of_book(&rows), 1);
        assert!(book.worksheet_formula(&name).expect("its formulas").is_empty());
    }
}

#[test]
fn the_sheet_comes_back_from_a_document_cell_by_cell() {
    let mut council = sample();
    let mut rows = council.sheet.to_vec();
    rows.last_mut().expect("the sample has a sheet").problems = "一行目\n二行目".to_owned();
    council.sheet = rows.into();
    for lang in LANGS {
        let words = Words::new(lang);
        let order = Order { format: Format::Docx, ..Order::new(Kind::Evaluation) };
        let bytes = made(&council, lang, &order).bytes(Format::Docx, Encoding::Utf8).expect("it is written");
        let forms: Vec<(RowCode, Form)> = word_tables(&bytes)
            .into_iter()
            .map(|table| {
                let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
                let form: Form = table.iter().map(|row| (first(&row[0]), row[1].clone())).collect();
                (RowCode::read(&form[words.sheet_code()]).expect("a code"), form)
            })
            .collect();
        assert_holds(&council, words, &forms, 0);
    }
}

/// The tables of a Word document as texts; paragraphs and breaks of a cell are lines.
fn word_tables(bytes: &[u8]) -> Vec<Vec<Vec<String>>> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("the text").read_to_string(&mut xml).expect("UTF-8");
    let mut reader = Reader::from_str(&xml);
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let (mut in_cell, mut in_text) = (false, false);
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:tbl" => tables.push(Vec::new()),
                "w:tr" => tables.last_mut().expect("in a table").push(Vec::new()),
                "w:tc" => {
                    in_cell = true;
                    last_row(&mut tables).expect("in a row").push(String::new());
                }
                "w:t" => in_text = in_cell,
                _ => {}
            },
            Event::Empty(tag) if in_cell && tag.name().as_ref() == "w:br" => add(&mut tables, "\n"),
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:p" if in_cell => add(&mut tables, "\n"),
                "w:tc" => {
                    in_cell = false;
                    if let Some(cell) = last_row(&mut tables).and_then(|row| row.last_mut()) {
                        cell.truncate(cell.trim_end().len());
                    }
                }
                _ => {}
            },
            Event::Text(text) if in_text => add(&mut tables, &text),
            Event::GeneralRef(name) if in_text => {
                add(&mut tables, quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("?"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    tables
}

fn last_row(tables: &mut [Vec<Vec<String>>]) -> Option<&mut Vec<String>> {
    tables.last_mut()?.last_mut()
}

fn add(tables: &mut [Vec<Vec<String>>], text: &str) {
    if let Some(cell) = last_row(tables).and_then(|row| row.last_mut()) {
        cell.push_str(text);
    }
}

#[test]
fn one_department_gets_its_own_row_and_a_new_one_an_empty_form() {
    let council = sample();
    let codes = |name: &str| -> Vec<String> {
        let order = Order { which: Which::With(name.to_owned()), ..Order::new(Kind::Evaluation) };
        let Content::Book(book) = made(&council, Lang::Ja, &order) else { panic!("a workbook") };
        book.sheets[0].rows.iter().map(|row| format!("{} {}", row[0].shown(), row[7].shown())).collect()
    };
    assert_eq!(codes("農務課"), ["農務課 NS1-2026-noumus26"]);
    assert_eq!(codes("商工観光課"), ["商工観光課 NS1-2026-"]);
}
