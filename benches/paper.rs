//! What writing long papers costs: `cargo bench --bench paper`. The figures of one run are in docs/benchmarks.md.

use chrono::NaiveDate;
use divan::Bencher;
use norishiro::{
    paper::{
        Content, Document, Encoding, Format,
        book::{Book, Cell, Column, Sheet},
        document::{Block, Page},
    },
    words::Lang,
};
use std::{
    io::{Cursor, Write},
    sync::LazyLock,
};
use zip::{ZipWriter, write::SimpleFileOptions};

fn main() {
    divan::main();
}

/// Minutes of some two hundred pages: 4,000 speeches under 40 items, two to three lines each.
static MINUTES: LazyLock<Content> = LazyLock::new(|| {
    let mut paper = Document::new(Lang::Ja, "令和8年度第3回協議会 会議録".to_owned());
    for number in 0..4_000 {
        if number % 100 == 0 {
            paper.section(&format!("議題{}", number / 100 + 1));
        }
        let speaker = ["会長", "福祉課", "相談支援事業所", "地域包括支援センター"][number % 4].to_owned();
        let text = format!(
            "{number}番の様式は1枚にまとめ、相談支援事業所に見てもらったうえで次回に示します。登録が伸びない地区については、\
             町内会の集まりで説明の場をもつことを考えています。"
        );
        paper.blocks.push(Block::Speech { speaker, text });
    }
    Content::Document(paper)
});

/// A list of 5,000 actions.
static ACTIONS: LazyLock<Content> = LazyLock::new(|| {
    let choices = ["○", "△", "×"].map(str::to_owned).to_vec();
    let columns = vec![
        Column::new("番号", 8),
        Column::new("内容", 40),
        Column::new("担当", 20),
        Column::new("期限", 12),
        Column { choices, to_fill: true, ..Column::new("評価", 8) },
    ];
    let due = NaiveDate::from_ymd_opt(2026, 12, 18).expect("a day");
    let row = |number: i64| {
        vec![
            Cell::Number(number),
            Cell::text(format!("{number}番の様式を1枚にまとめ、相談支援事業所に見てもらう。")),
            Cell::text("福祉課 地域支援係"),
            Cell::Day(due),
            Cell::Empty,
        ]
    };
    let sheet = Sheet {
        name: "宿題一覧".to_owned(),
        above: Vec::new(),
        columns,
        rows: (1..=5_000).map(row).collect(),
        below: Vec::new(),
    };
    let title = "宿題一覧".to_owned();
    Content::Book(Book { lang: Lang::Ja, title, page: Page::Landscape, sheets: vec![sheet] })
});

fn written(paper: &Content, format: Format) -> Vec<u8> {
    paper.bytes(format, Encoding::Utf8).expect("text that fits")
}

/// Plain text is what the others are to be held against.
#[divan::bench(args = [Format::Txt, Format::Md, Format::Html, Format::Docx])]
fn minutes_of_200_pages(bencher: Bencher, format: Format) {
    bencher.bench(|| written(&MINUTES, format));
}

/// What pressing costs without anything else: the plain text in an archive, as a .docx is one.
#[divan::bench]
fn plain_text_packed(bencher: Bencher) {
    let text = written(&MINUTES, Format::Txt);
    bencher.bench(|| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("text", SimpleFileOptions::default()).expect("an archive in memory");
        zip.write_all(&text).expect("an archive in memory");
        zip.finish().expect("an archive in memory")
    });
}

#[divan::bench(args = [Format::Txt, Format::Csv, Format::Xlsx])]
fn list_of_5000_rows(bencher: Bencher, format: Format) {
    bencher.bench(|| written(&ACTIONS, format));
}
