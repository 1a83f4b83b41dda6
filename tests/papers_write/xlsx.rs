//! Workbooks by calamine, and by what stands in their XML.

use crate::sample::{HARMLESS, book, bytes, day, part, s};
use calamine::{Data, Range, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use norishiro::{
    paper::{
        Content, Format,
        book::{Book, Cell, Column, Sheet},
        document::Page,
    },
    words::Lang,
};
use std::io::Cursor;

pub fn xlsx(book: &Book) -> Vec<u8> {
    bytes(Content::Book(book.clone()), Format::Xlsx)
}

fn open(xlsx: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(xlsx.to_vec())).unwrap()
}

pub fn first_sheet(xlsx: &[u8]) -> Range<Data> {
    open(xlsx).worksheet_range_at(0).unwrap().unwrap()
}

fn text(range: &Range<Data>, row: u32, column: u32) -> String {
    range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn cells_come_back_as_what_they_are() {
    let read = first_sheet(&xlsx(&book(Lang::Ja)));
    assert_eq!((text(&read, 0, 0), text(&read, 1, 0)), (s("宿題一覧"), s("令和8年11月21日現在")));
    let head: Vec<String> = (0..7).map(|column| text(&read, 3, column)).collect();
    assert_eq!(head, ["番号", "内容", "期限", "件数", "評価", "所見", "符号"]);
    assert_eq!(read.get_value((4, 3)), Some(&Data::Float(-3.0)));
    let Some(Data::DateTime(read_day)) = read.get_value((4, 2)) else { panic!("no day") };
    assert_eq!(
        read_day.as_f64(),
        f64::from((day() - chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days() as i32)
    );
    assert_eq!(read.get_value((4, 4)), Some(&Data::String(s("○"))));
    assert_eq!(text(&read, 4, 5), "");
    assert_eq!(text(&read, 8, 0), "評価は選んでください。");
}

#[test]
fn no_text_is_a_formula_and_what_is_hidden_is_a_mark() {
    let xlsx = xlsx(&book(Lang::Ja));
    let read = first_sheet(&xlsx);
    assert_eq!(read.get_value((5, 1)), Some(&Data::String(s("=HYPERLINK(\"http://a\")"))));
    assert_eq!(text(&read, 6, 1), HARMLESS);
    let sheet = part(&xlsx, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && sheet.contains("<c "), "no formula");
    assert!(part(&xlsx, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn sheets_have_legal_names_and_long_lists_are_out_of_sight() {
    let workbook = open(&xlsx(&book(Lang::Ja)));
    let sheets: Vec<(&str, SheetVisible)> =
        workbook.sheets_metadata().iter().map(|sheet| (&sheet.name[..], sheet.visible)).collect();
    assert_eq!(
        sheets,
        [
            ("宿題一覧", SheetVisible::Visible),
            ("宿題一覧 (2)", SheetVisible::Visible),
            ("選択肢", SheetVisible::Hidden)
        ]
    );
    let second = part(&xlsx(&book(Lang::Ja)), "xl/worksheets/sheet2.xml");
    assert!(second.contains("<formula1>'選択肢'!$A$1:$A$60</formula1>"), "{second}");
}

#[test]
fn a_sheet_says_how_it_is_filled_in() {
    let sheet = part(&xlsx(&book(Lang::Ja)), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<formula1>\"○,△\"</formula1>"));
    assert!(sheet.contains("prompt=\"選んでください。\"") && sheet.contains("prompt=\"書いてください。\""));
    assert!(sheet.contains("sqref=\"E5:E7\""), "the rows under the head");
    assert!(sheet.contains("type=\"containsBlanks\""), "empty cells wait");
    let hidden = sheet.split("<col ").find(|column| column.contains("hidden=\"1\"")).unwrap();
    assert!(hidden.contains("min=\"7\" max=\"7\""), "{hidden}");
}

#[test]
fn a_sheet_prints_on_a4_and_its_head_stays() {
    let xlsx = xlsx(&book(Lang::Ja));
    let sheet = part(&xlsx, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""));
    assert!(sheet.contains("fitToHeight=\"0\""), "one page wide, as many long as it takes");
    assert!(sheet.contains("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"));
    assert!(sheet.contains("topLeftCell=\"A5\"") && sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("<autoFilter ref=\"A4:G7\"/>"));
    let workbook = part(&xlsx, "xl/workbook.xml");
    assert!(workbook.contains("'宿題一覧'!$4:$4") || workbook.contains("宿題一覧!$4:$4"), "{workbook}");
    let portrait = Book { page: Page::Portrait, ..book(Lang::Ja) };
    assert!(!part(&self::xlsx(&portrait), "xl/worksheets/sheet1.xml").contains("orientation=\"landscape\""));
}

#[test]
fn rows_are_as_high_as_what_is_wrapped_in_them() {
    let sheet = part(&xlsx(&book(Lang::Ja)), "xl/worksheets/sheet1.xml");
    let height = |row: u32| {
        let tag = sheet.split(&format!("<row r=\"{row}\"")).nth(1).unwrap().split('>').next().unwrap();
        tag.split("ht=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap()
    };
    // 26 letters four times, in 20 columns; and room to write a sentence.
    assert!(height(5) > 80.0 && (56.0..58.0).contains(&height(6)) && height(4) < 30.0, "{sheet}");
}

#[test]
fn fonts_and_days_are_japanese_and_nobody_is_named() {
    let ja = xlsx(&book(Lang::Ja));
    let styles = part(&ja, "xl/styles.xml");
    assert!(styles.contains("游ゴシック") && !styles.contains("Calibri"), "{styles}");
    assert!(styles.contains("[$-411]ge.m.d(aaa)"));
    assert!(part(&xlsx(&book(Lang::En)), "xl/styles.xml").contains("[$-409]d mmm yyyy (ddd)"));
    let core = part(&ja, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>宿題一覧</dc:title>") && core.contains("<dc:creator></dc:creator>"),
        "{core}"
    );
    assert!(core.contains("1980-01-01") && !core.contains("202"), "{core}");
    assert!(ja == xlsx(&book(Lang::Ja)), "the same bytes");
}

#[test]
fn what_excel_cannot_hold_is_cut_and_nothing_fails() {
    let column = Column {
        choices: vec![s("一, 二"), s("=三")],
        hint: "長".repeat(400),
        width: 0,
        ..Column::new("列".repeat(300), 0)
    };
    let sheet = |columns: Vec<Column>, rows| Sheet {
        name: s(""),
        above: vec![s("=1")],
        columns,
        rows,
        below: Vec::new(),
    };
    let ancient = chrono::NaiveDate::from_ymd_opt(1603, 3, 24).unwrap();
    let book = Book {
        sheets: vec![
            sheet(vec![column], vec![vec![Cell::text("長".repeat(40_000))], vec![Cell::Day(ancient)]]),
            sheet(Vec::new(), Vec::new()),
        ],
        ..book(Lang::En)
    };
    let read = first_sheet(&xlsx(&book));
    assert_eq!(text(&read, 4, 0).chars().count(), 32_767);
    assert_eq!(text(&read, 5, 0), "1603-03-24");
    let none = Book { sheets: Vec::new(), ..book };
    assert!(first_sheet(&xlsx(&none)).is_empty());
}
