//! Pages by a parser of HTML.

use crate::sample::{HARMLESS, HOSTILE, bytes, document, only, s, texts};
use norishiro::{
    paper::{
        Content, Format,
        document::{Block, Document, Page, Table},
    },
    words::Lang,
};
use scraper::{ElementRef, Html, Node, Selector};

pub fn page(document: &Document) -> Html {
    let text = String::from_utf8(bytes(Content::Document(document.clone()), Format::Html)).unwrap();
    Html::parse_document(&text)
}

pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The text of an element, with its breaks as line feeds.
pub fn read(element: ElementRef<'_>) -> String {
    let piece = |node: &Node| match node {
        Node::Text(text) => text.to_string(),
        Node::Element(tag) if tag.name() == "br" => s("\n"),
        _ => String::new(),
    };
    element.descendants().map(|node| piece(node.value())).collect()
}

fn reads(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).into_iter().map(read).collect()
}

#[test]
fn every_block_is_what_it_means() {
    let page = page(&document(Lang::Ja));
    assert_eq!(reads(&page, "h1"), ["会議録\n（案）"]);
    assert_eq!(reads(&page, "title"), ["会議録 （案）"]);
    assert_eq!(reads(&page, "h2"), ["次第"]);
    assert_eq!(reads(&page, "h3"), ["資料"]);
    assert_eq!(reads(&page, ".running"), ["協議会　会議録（案）"]);
    assert_eq!(reads(&page, "p.right"), ["令和8年11月21日"]);
    assert_eq!(reads(&page, "p.centred"), ["記"]);
    assert_eq!(reads(&page, "dt"), ["日時", "出席者", "傍聴"]);
    assert_eq!(reads(&page, "dd"), ["14:00", "会長", "副会長"]);
    assert_eq!(all(&page, "ol").len(), 2);
    assert_eq!(reads(&page, "ol li"), ["開会", "移動支援", "別の一覧"]);
    assert_eq!(reads(&page, "ul:not(.signatures) li"), ["資料1", "資料2\n二行目"]);
    assert_eq!(reads(&page, ".speech b"), ["会長", ""]);
    assert_eq!(reads(&page, ".speech p"), ["質問はありますか。", "（異議なし）"]);
    assert_eq!(reads(&page, "thead th[scope=col]"), ["番号", "内容", "件数"]);
    assert_eq!(reads(&page, "tbody td.number:last-child"), ["1,240", "3"]);
    assert_eq!(reads(&page, ".bars caption"), ["登録率"]);
    assert_eq!(reads(&page, ".bars th[scope=row]"), ["7年度", "目標", "なし"]);
    let bars = all(&page, ".bars span");
    assert_eq!(
        bars.iter().filter_map(|bar| bar.attr("style")).collect::<Vec<_>>(),
        ["width:43%", "width:100%", "width:0%"]
    );
    assert_eq!(all(&page, ".bars span.light").len(), 1);
    assert_eq!(reads(&page, ".signatures li"), ["会長", "署名人"]);
}

#[test]
fn a_page_stands_alone_and_says_its_language() {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let page = page(&document(lang));
        assert_eq!(page.root_element().attr("lang"), Some(code));
        assert!(all(&page, "script, link, img, iframe, [src], [href], [onclick]").is_empty());
        assert_eq!(all(&page, "meta[name=viewport]").len(), 1);
        let style = reads(&page, "style").concat();
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(style.contains("size: A4 portrait") && style.contains("counter(page)"), "{style}");
    }
    let wide = Document { page: Page::Landscape, ..document(Lang::Ja) };
    assert!(reads(&page(&wide), "style").concat().contains("size: A4 landscape"));
}

#[test]
fn hostile_text_is_text() {
    let table = Table { head: texts(&[HOSTILE]), rows: vec![texts(&[HOSTILE])], widths: Vec::new() };
    let document = Document { title: s(HOSTILE), running: s(HOSTILE), ..only(Block::Table(table)) };
    let page = page(&document);
    for selector in ["title", "h1", ".running", "th", "td"] {
        assert_eq!(reads(&page, selector), [HARMLESS], "{selector}");
    }
    assert!(all(&page, "b").is_empty());
}
