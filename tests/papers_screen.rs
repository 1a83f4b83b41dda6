//! The list of papers at the desk: what is near, how a paper is wanted, what it will look like, and where it went.

mod support;

use norishiro::{
    app::{Effect, Msg},
    paper::{Encoding, Format, Kind, Names},
    words::Lang,
};
use support::{Desk, SIZES};

const LANGS: [(Lang, &str); 2] = [(Lang::Ja, "ja"), (Lang::En, "en")];

/// The sample council with its last held meeting on the panes.
fn held(lang: Lang, (width, height): (u16, u16)) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.model.meeting = Some(desk.council().last_held().expect("a held meeting").id.clone());
    desk
}

fn exports(desk: &Desk) -> Vec<(&str, Format, Encoding)> {
    let exported = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Export { file, format, encoding, .. } => Some((file.as_str(), *format, *encoding)),
        _ => None,
    });
    exported.collect()
}

#[test]
fn the_list_at_every_size() {
    for size in SIZES {
        for (lang, name) in LANGS {
            let (width, height) = size;
            let mut desk = held(lang, size);
            desk.press("Alt-6 Ctrl-S Tab");
            insta::assert_snapshot!(format!("minutes_{width}x{height}_{name}"), desk.screen());
            desk.press("Esc Alt-4 Ctrl-S Tab Right");
            insta::assert_snapshot!(format!("actions_{width}x{height}_{name}"), desk.screen());
        }
    }
}

#[test]
fn what_is_in_view_comes_first_and_every_paper_is_there() {
    for (keys, first) in [
        ("Alt-1", Kind::Minutes),
        ("Alt-2", Kind::Roster),
        ("Alt-4", Kind::Actions),
        ("Alt-5", Kind::Board),
        ("Alt-5 f", Kind::Evaluation),
        ("Alt-5 i", Kind::Report),
        ("Alt-6 Esc", Kind::Minutes),
    ] {
        let mut desk = held(Lang::Ja, (100, 30));
        desk.press(keys).press("Ctrl-S");
        let Some(norishiro::app::overlay::Overlay::Papers(papers)) = desk.model.overlays.last() else {
            panic!("{keys}: no papers");
        };
        assert_eq!(papers.orders[0].kind, first, "{keys}");
        let mut kinds: Vec<&str> = papers.orders.iter().map(|order| order.kind.key()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), Kind::ALL.len(), "{keys}");
    }
}

#[test]
fn a_paper_is_written_as_it_was_set_and_the_list_says_where() {
    let mut desk = held(Lang::Ja, (100, 30));
    desk.press("Alt-6 Ctrl-S");
    // Word, web page, Markdown; then the names, to letters.
    desk.press("Right Right Tab Right Right Enter");
    assert_eq!(exports(&desk), [("令和8年度第3回_議事録_案_公開用.md", Format::Md, Encoding::Utf8)]);
    let content = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Export { content, .. } => Some(content.preview()),
        _ => None,
    });
    assert_eq!(content.expect("a paper"), made(&desk, Names::Letters));
    desk.send(Msg::Exported("/papers/令和8年度第3回_議事録_案_公開用.md".to_owned()));
    assert!(
        desk.screen().contains("書き出し  /papers/令和8年度第3回_議事録_案_公開用.md"),
        "{}",
        desk.screen()
    );
    desk.press("Down");
    assert!(!desk.screen().contains("書き出し  /papers"), "{}", desk.screen());
}

fn made(desk: &Desk, names: Names) -> String {
    use norishiro::paper::{Options, Source, markdown, minutes, plain};
    let meeting = desk.model.meeting().expect("a meeting");
    let options = Options { names, ..Options::default() };
    let (words, now, wording) = (desk.model.words, desk.model.now, &desk.model.wording);
    let source = Source { council: desk.council(), words, now, wording };
    let document = minutes(source, meeting, options).expect("it is read");
    assert!(!markdown::write(&document).is_empty());
    plain::write(&document)
}

#[test]
fn what_cannot_be_made_says_why_and_is_not_written() {
    let mut desk = Desk::toyokawa(Lang::En, 100, 30);
    let edits: Vec<_> = desk.council().sheet.iter().cloned().collect();
    assert!(!edits.is_empty());
    desk.press("Alt-5 f PgUp PgUp PgUp Ctrl-S Tab Tab Left Enter");
    let screen = desk.screen();
    let written = exports(&desk).len();
    assert!(written == 1 || screen.contains("nothing yet"), "{screen}");
}

#[test]
fn the_paper_follows_the_council() {
    let mut desk = held(Lang::Ja, (160, 45));
    desk.press("Alt-4 Ctrl-S");
    let before = desk.screen();
    let edits =
        norishiro::domain::decide::save_head(desk.council(), |head| head.name = "別の名の会".to_owned());
    desk.model.history.push(desk.now, edits.expect("a name")).expect("it fits");
    desk.press("Esc Alt-6 Ctrl-S");
    assert!(desk.screen().contains("別の名の会"), "{}", desk.screen());
    assert_ne!(before, desk.screen());
}

#[test]
fn a_drawing_is_cut_and_not_wrapped() {
    let mut desk = held(Lang::Ja, (100, 30));
    desk.press("Alt-5 Ctrl-S");
    let screen = desk.screen();
    let columns = screen.lines().find(|line| line.contains("フェイズ0")).expect("the head of the map");
    assert!(columns.contains("フェイズ2") && !columns.contains("フェイズ3 =="), "{screen}");
}
