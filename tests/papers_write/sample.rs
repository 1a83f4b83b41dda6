//! A document with every block, and a book with every kind of column and cell.

use chrono::NaiveDate;
use norishiro::{
    paper::{
        Content, Encoding, Format,
        book::{Book, Cell, Column, Sheet},
        document::{Bar, Bars, Block, Document, Fact, Page, Table},
    },
    words::Lang,
};

/// What nobody should get past a writer: markup, what a terminal obeys, what turns the direction, what XML has no place for.
pub const HOSTILE: &str = "<b>&amp;</b> \"'\u{1b}]0;x\u{7}\u{202e}\u{0}\u{fffe}]]>&#x41;_x0041_";

/// The same as it may be read.
pub const HARMLESS: &str = "<b>&amp;</b> \"'▯]0;x▯▯▯▯]]>&#x41;_x0041_";

pub fn s(text: &str) -> String {
    text.to_owned()
}

pub fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| s(text)).collect()
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 18).unwrap()
}

pub fn document(lang: Lang) -> Document {
    let fact = |label: &str, values: &[&str]| Fact { label: s(label), values: texts(values) };
    let bar =
        |label: &str, value: &str, length, light| Bar { label: s(label), value: s(value), length, light };
    let said = |speaker: &str, text: &str| Block::Speech { speaker: s(speaker), text: s(text) };
    Document {
        running: s("協議会　会議録（案）"),
        blocks: vec![
            Block::Right(s("令和8年11月21日")),
            Block::Centred(s("記")),
            Block::Facts(vec![
                fact("日時", &["14:00"]),
                fact("出席者", &["会長", "副会長"]),
                fact("傍聴", &[]),
            ]),
            Block::Heading { level: 1, text: s("次第") },
            Block::Numbered(texts(&["開会", "移動支援"])),
            Block::Heading { level: 2, text: s("資料") },
            Block::Bullets(texts(&["資料1", "資料2\n二行目"])),
            Block::Numbered(texts(&["別の一覧"])),
            Block::Paragraph(s("事務局から説明があった。\n\t二行目")),
            said("会長", "質問はありますか。"),
            said("", "（異議なし）"),
            Block::Table(Table {
                head: texts(&["番号", "内容", "件数"]),
                rows: vec![texts(&["A-1", "様式を作る", "1,240"]), texts(&["A-2", "=1+1", "3"])],
                widths: vec![1, 3, 1],
            }),
            Block::Bars(Bars {
                title: s("登録率"),
                bars: vec![
                    bar("7年度", "43.0%", 430, false),
                    bar("目標", "100%", 1000, true),
                    bar("なし", "0%", 0, false),
                ],
            }),
            Block::Signatures(texts(&["会長", "署名人"])),
        ],
        ..Document::new(lang, s("会議録\n（案）"))
    }
}

/// A document of one paragraph.
pub fn only(block: Block) -> Document {
    Document { blocks: vec![block], ..Document::new(Lang::Ja, s("題")) }
}

pub fn book(lang: Lang) -> Book {
    let columns = vec![
        Column::new("番号", 6),
        Column::new("内容", 20),
        Column::new("期限", 5),
        Column::new("件数", 8),
        Column {
            choices: texts(&["○", "△"]),
            hint: s("選んでください。"),
            to_fill: true,
            ..Column::new("評価", 6)
        },
        Column { hint: s("書いてください。"), to_fill: true, ..Column::new("所見", 20) },
        Column { hidden: true, ..Column::new("符号", 12) },
    ];
    let row = |number: &str, text: &str, mark: Cell| {
        vec![
            Cell::text(number),
            Cell::text(text),
            Cell::Day(day()),
            Cell::Number(-3),
            mark,
            Cell::Empty,
            Cell::text("R8-1"),
        ]
    };
    Book {
        lang,
        title: s("宿題一覧"),
        page: Page::Landscape,
        sheets: vec![
            Sheet {
                name: s("宿題/一覧"),
                above: texts(&["令和8年11月21日現在"]),
                columns,
                rows: vec![
                    row("A-1", &"登録様式を1枚にまとめる。".repeat(4), Cell::text("○")),
                    row("A-2", "=HYPERLINK(\"http://a\")", Cell::Empty),
                    row("A-3", HOSTILE, Cell::Empty),
                ],
                below: texts(&["評価は選んでください。"]),
            },
            Sheet {
                name: s("宿題一覧"),
                above: Vec::new(),
                columns: vec![Column {
                    choices: (0..60).map(|it| format!("第{it}係")).collect(),
                    ..Column::new("係", 9)
                }],
                rows: Vec::new(),
                below: Vec::new(),
            },
        ],
    }
}

pub fn bytes(content: Content, format: Format) -> Vec<u8> {
    content.bytes(format, Encoding::Utf8).unwrap()
}

/// A part of an archive.
pub fn part(archive: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut part = zip.by_name(name).unwrap_or_else(|_| panic!("no {name}"));
    std::io::read_to_string(&mut part).unwrap()
}

/// The parts of an archive.
pub fn parts(archive: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    zip.file_names().map(|name| name.unwrap().into_owned()).collect()
}
