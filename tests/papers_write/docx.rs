//! Word documents by a reader of archives and one of XML.

use crate::sample::{HARMLESS, HOSTILE, bytes, document, only, part, parts, s};
use norishiro::{
    paper::{
        Content, Format,
        document::{Block, Document, Page, Table},
    },
    words::Lang,
};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::collections::BTreeSet;

/// What Word would show as a paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Read {
    pub style: String,
    pub text: String,
    list: String,
}

pub fn docx(document: &Document) -> Vec<u8> {
    bytes(Content::Document(document.clone()), Format::Docx)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|it| it.key.as_ref() == name)?;
    Some(quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
}

/// Every event of a part, which has to be XML to its end.
fn walk(xml: &str, mut take: impl FnMut(&Event<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return,
            event => take(&event),
        }
    }
}

/// The value of an attribute wherever a tag stands.
fn values(xml: &str, tag: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(xml, |event| {
        if let Event::Start(it) | Event::Empty(it) = event
            && it.name().as_ref() == tag
        {
            found.extend(attribute(it, name));
        }
    });
    found
}

pub fn paragraphs(xml: &str) -> Vec<Read> {
    let mut read: Vec<Read> = Vec::new();
    let mut in_text = false;
    walk(xml, |event| match event {
        Event::Start(it) | Event::Empty(it) if it.name().as_ref() == "w:p" => read.push(Read::default()),
        Event::Start(it) | Event::Empty(it) => match (it.name().as_ref(), read.last_mut()) {
            ("w:t", _) => in_text = true,
            ("w:br", Some(last)) => last.text.push('\n'),
            ("w:tab", Some(last)) => last.text.push('\t'),
            ("w:pStyle", Some(last)) => last.style = attribute(it, "w:val").unwrap(),
            ("w:numId", Some(last)) => last.list = attribute(it, "w:val").unwrap(),
            _ => {}
        },
        Event::End(it) if it.name().as_ref() == "w:t" => in_text = false,
        Event::Text(text) if in_text => read.last_mut().unwrap().text.push_str(&text.xml10_content()),
        Event::GeneralRef(it) if in_text => {
            let text = format!("&{};", it.xml10_content());
            read.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&text).unwrap());
        }
        _ => {}
    });
    read
}

fn shape(read: &[Read]) -> Vec<(&str, &str)> {
    read.iter().map(|it| (&it.style[..], &it.text[..])).collect()
}

#[test]
fn every_block_comes_back_in_its_style() {
    let read = paragraphs(&part(&docx(&document(Lang::Ja)), "word/document.xml"));
    assert_eq!(
        shape(&read),
        [
            ("Title", "会議録\n（案）"),
            ("Closing", "令和8年11月21日"),
            ("NoteHeading", "記"),
            ("FactLabel", "日時"),
            ("FactText", "14:00"),
            ("FactLabel", "出席者"),
            ("FactText", "会長"),
            ("FactText", "副会長"),
            ("FactLabel", "傍聴"),
            ("FactText", ""),
            ("BesideTable", ""),
            ("Heading1", "次第"),
            ("ListNumber", "開会"),
            ("ListNumber", "移動支援"),
            ("Heading2", "資料"),
            ("ListBullet", "資料1"),
            ("ListBullet", "資料2\n二行目"),
            ("ListNumber", "別の一覧"),
            ("BodyText", "事務局から説明があった。\n\t二行目"),
            ("Speech", "会長\t質問はありますか。"),
            ("Speech", "\t（異議なし）"),
            ("BesideTable", ""),
            ("TableHead", "番号"),
            ("TableHead", "内容"),
            ("TableHead", "件数"),
            ("TableText", "A-1"),
            ("TableText", "様式を作る"),
            ("TableText", "1,240"),
            ("TableText", "A-2"),
            ("TableText", "=1+1"),
            ("TableText", "3"),
            ("BesideTable", ""),
            ("Caption", "登録率"),
            ("TableText", "7年度"),
            ("TableText", "43.0%"),
            ("TableText", ""),
            ("TableText", ""),
            ("TableText", "目標"),
            ("TableText", "100%"),
            ("TableText", ""),
            ("TableText", "なし"),
            ("TableText", "0%"),
            ("TableText", ""),
            ("BesideTable", ""),
            ("Signature", ""),
            ("Signature", "会長"),
            ("Signature", ""),
            ("Signature", ""),
            ("Signature", "署名人"),
            ("Signature", ""),
            ("BesideTable", ""),
        ]
    );
}

#[test]
fn whatever_is_named_is_there() {
    for lang in [Lang::Ja, Lang::En] {
        let docx = docx(&document(lang));
        let names = parts(&docx);
        for name in names.iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
            walk(&part(&docx, name), |_| {});
        }
        let (body, styles) = (part(&docx, "word/document.xml"), part(&docx, "word/styles.xml"));
        let defined: BTreeSet<String> = values(&styles, "w:style", "w:styleId").into_iter().collect();
        for tag in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in values(&body, tag, "w:val") {
                assert!(defined.contains(&style), "{tag} {style}");
            }
        }
        for tag in ["w:basedOn", "w:next"] {
            values(&styles, tag, "w:val")
                .iter()
                .for_each(|style| assert!(defined.contains(style), "{style}"));
        }
        let lists = values(&part(&docx, "word/numbering.xml"), "w:num", "w:numId");
        values(&body, "w:numId", "w:val").iter().for_each(|list| assert!(lists.contains(list), "{list}"));
        for target in values(&part(&docx, "word/_rels/document.xml.rels"), "Relationship", "Target") {
            assert!(names.contains(&format!("word/{target}")), "{target}");
        }
        for name in values(&part(&docx, "[Content_Types].xml"), "Override", "PartName") {
            assert!(names.contains(&name[1..].to_owned()), "{name}");
        }
    }
}

#[test]
fn styles_are_those_word_knows_in_japanese_fonts() {
    let docx = docx(&document(Lang::Ja));
    let styles = part(&docx, "word/styles.xml");
    for name in
        ["Normal", "Title", "heading 1", "heading 2", "List Bullet", "List Number", "Table Grid", "header"]
    {
        assert!(values(&styles, "w:name", "w:val").contains(&s(name)), "{name}");
    }
    assert_eq!(values(&styles, "w:outlineLvl", "w:val"), ["0", "1"]);
    assert_eq!(values(&styles, "w:rFonts", "w:eastAsia")[..2], ["游明朝", "游ゴシック"]);
    assert_eq!(values(&styles, "w:lang", "w:eastAsia"), ["ja-JP"]);
    let fonts = part(&docx, "word/fontTable.xml");
    assert!(values(&fonts, "w:altName", "w:val")[0].contains("ＭＳ 明朝"));
    assert!(values(&fonts, "w:altName", "w:val")[1].contains("ＭＳ ゴシック"));
}

#[test]
fn each_list_begins_at_one() {
    let docx = docx(&document(Lang::Ja));
    let read = paragraphs(&part(&docx, "word/document.xml"));
    let lists: Vec<&str> = read.iter().map(|it| &it.list[..]).filter(|list| !list.is_empty()).collect();
    assert_eq!(lists, ["2", "2", "3", "3", "4"]);
    let numbering = part(&docx, "word/numbering.xml");
    assert_eq!(values(&numbering, "w:startOverride", "w:val"), ["1"; 3]);
    assert!(values(&numbering, "w:numFmt", "w:val").contains(&s("decimalFullWidth")));
}

#[test]
fn the_head_of_a_table_is_on_every_page_and_rows_stay_whole() {
    let long = "長い内容。".repeat(200);
    let table = Table {
        head: vec![s("番号"), s("内容")],
        rows: vec![vec![s("1"), s("短い")], vec![s("2"), long]],
        widths: Vec::new(),
    };
    let body = part(&docx(&only(Block::Table(table))), "word/document.xml");
    assert_eq!(body.matches("<w:tblHeader />").count(), 1);
    assert!(body.find("<w:tblHeader />") < body.find("短い"));
    assert!(!body.contains("trHeight"));
    assert_eq!(body.matches("<w:cantSplit />").count(), 2, "the head and the short row");
    let grid: Vec<usize> = values(&body, "w:gridCol", "w:w").iter().map(|it| it.parse().unwrap()).collect();
    assert_eq!(grid.iter().sum::<usize>(), 11906 - 2 * 1418);
    assert!(grid[0] < grid[1] / 4, "{grid:?}");
}

#[test]
fn pages_are_a4_with_numbers_and_the_running_line() {
    let docx = docx(&document(Lang::Ja));
    assert!(part(&docx, "word/footer.xml").contains("<w:instrText>PAGE</w:instrText>"));
    assert_eq!(paragraphs(&part(&docx, "word/header.xml"))[0].text, "協議会　会議録（案）");
    let body = part(&docx, "word/document.xml");
    assert_eq!(
        (values(&body, "w:pgSz", "w:w"), values(&body, "w:pgSz", "w:h")),
        (vec![s("11906")], vec![s("16838")])
    );
    let wide = Document { page: Page::Landscape, running: String::new(), ..document(Lang::En) };
    let docx = self::docx(&wide);
    let body = part(&docx, "word/document.xml");
    assert_eq!(
        (values(&body, "w:pgSz", "w:w"), values(&body, "w:pgSz", "w:orient")),
        (vec![s("16838")], vec![s("landscape")])
    );
    assert!(part(&docx, "word/footer.xml").contains("NUMPAGES"));
    assert!(!parts(&docx).contains(&s("word/header.xml")));
}

#[test]
fn a_name_too_long_to_hang_behind_stands_on_a_line_of_its_own() {
    let said = |speaker: &str| Block::Speech { speaker: s(speaker), text: s("はい。") };
    let document = Document {
        blocks: vec![said("地域包括支援センター"), said("会長")],
        ..Document::new(Lang::Ja, s("題"))
    };
    let read = paragraphs(&part(&docx(&document), "word/document.xml"));
    assert_eq!(shape(&read)[1..], [("Speech", "地域包括支援センター\nはい。"), ("Speech", "会長\tはい。")]);
}

#[test]
fn bars_are_as_long_as_their_values() {
    let body = part(&docx(&document(Lang::Ja)), "word/document.xml");
    assert_eq!(values(&body, "w:gridSpan", "w:val"), ["22", "28", "50", "50"]);
    let shades = values(&body, "w:shd", "w:fill");
    assert_eq!(shades[shades.len() - 2..], ["44546A", "BFC8D6"], "measured, then a target");
}

#[test]
fn nobody_is_named_and_no_clock_is_asked() {
    let document = Document::new(Lang::Ja, s("会議録 <案>\n&"));
    let one = docx(&document);
    let core = part(&one, "docProps/core.xml");
    assert!(core.contains("<dc:title>会議録 &lt;案&gt;\n&amp;</dc:title>"), "{core}");
    for word in ["creator", "lastModifiedBy", "created", "modified", "unknown"] {
        assert!(!core.contains(word), "{word}");
    }
    docx(&self::document(Lang::En));
    let elsewhere = std::thread::spawn({
        let document = document.clone();
        move || docx(&document)
    });
    assert!(one == docx(&document) && one == elsewhere.join().unwrap());
}

#[test]
fn hostile_text_is_text_in_every_block() {
    let hostile = |text: &String| text.replace("会長", HOSTILE);
    let mut document = document(Lang::Ja);
    document.title = s(HOSTILE);
    document.running = s(HOSTILE);
    for block in &mut document.blocks {
        match block {
            Block::Speech { speaker, .. } => *speaker = hostile(speaker),
            Block::Facts(facts) => facts[1].values = facts[1].values.iter().map(hostile).collect(),
            Block::Signatures(names) => *names = names.iter().map(hostile).collect(),
            Block::Paragraph(text) => *text = s(HOSTILE),
            _ => {}
        }
    }
    let docx = docx(&document);
    let read = paragraphs(&part(&docx, "word/document.xml"));
    assert_eq!(read.iter().filter(|it| it.text.starts_with(HARMLESS)).count(), 5);
    assert_eq!(paragraphs(&part(&docx, "word/header.xml"))[0].text, HARMLESS);
    walk(&part(&docx, "docProps/core.xml"), |_| {});
}
