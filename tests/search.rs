//! The search over the whole council at the desk: open it anywhere, type, narrow, go there, come back.

mod support;

use norishiro::{
    app::{Pane, access::Access, model::ListId},
    domain::{Council, Line, LineKind, id::MeetingId},
    words::Lang,
};
use support::{Desk, SIZES, screen_text};

fn desk() -> Desk {
    Desk::toyokawa(Lang::Ja, 100, 30)
}

fn searching(desk: &Desk) -> bool {
    desk.model.searches_all()
}

#[test]
fn it_looks_right_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = Desk::toyokawa(lang, width, height);
            desk.press("Ctrl-F");
            insta::assert_snapshot!(format!("search_empty_{name}_{width}x{height}"), desk.screen());
            desk.type_text("けんしん 保健").press("Down Down");
            insta::assert_snapshot!(format!("search_found_{name}_{width}x{height}"), desk.screen());
            desk.press("Ctrl-U").type_text("is:open due:<12/20 種目:x @だれか");
            insta::assert_snapshot!(format!("search_doubts_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn the_line_being_typed_stays() {
    let mut desk = desk();
    desk.press("F12").type_text("決定：来年度").press("Ctrl-F");
    assert!(searching(&desk));
    desk.type_text("ちらし").press("Esc");
    assert!(!searching(&desk));
    assert_eq!(desk.model.capture.editor.text(), "決定：来年度");
    desk.type_text("も").press("Ctrl-F Enter");
    assert_eq!(desk.model.capture.editor.text(), "決定：来年度も");
    desk.press("Ctrl-F");
    assert_eq!(desk.model.search.query.text(), "ちらし");
    assert!(!desk.model.search.found.is_empty());
}

#[test]
fn every_letter_narrows() {
    let mut desk = desk();
    desk.press("Ctrl-F");
    let mut before = usize::MAX;
    for letter in ["給", "食", "便", "り"] {
        desk.type_text(letter);
        let found = desk.model.search.found.len();
        assert!(found > 0 && found <= before, "{letter}: {found} of {before}");
        before = found;
    }
    desk.type_text("そんなもの");
    assert!(desk.model.search.found.is_empty());
    assert!(desk.screen().contains("当てはまるものがありません"));
}

#[test]
fn what_was_found_stands_out() {
    let mut desk = desk();
    desk.press("Ctrl-F").type_text("is:speech ちらし");
    let (buffer, _) = desk.buffer();
    let accent = desk.model.look.style(norishiro::app::look::Tone::Accent).fg;
    let is_marked = |y: u16| {
        (0..buffer.area.width).any(|x| buffer[(x, y)].symbol() == "ち" && buffer[(x, y)].style().fg == accent)
    };
    // Below the query and the filters: the found, and the chosen in full.
    let rows: Vec<u16> = (0..30).filter(|y| is_marked(*y)).collect();
    assert_eq!(rows, [5, 22], "{}", desk.screen());
}

#[test]
fn enter_goes_to_where_it_stands() {
    let mut desk = desk();
    let mut go = |typed: &str| {
        desk.press("Ctrl-F Ctrl-U").type_text(typed).press("Enter");
        assert!(!desk.model.searches_all(), "{typed}");
        let model = &desk.model;
        (model.pane, model.list_id(), model.meeting.clone(), desk.screen())
    };
    let third = Some(MeetingId::from("fy2026-3"));
    let (pane, _, meeting, screen) = go("is:speech 図書館のパネルは取りやめ");
    assert_eq!((pane, &meeting), (Pane::Record, &third));
    assert!(screen.contains("図書館のパネルは取りやめ"), "{screen}");
    let (pane, list, meeting, screen) = go("is:item in:2026-2 食堂");
    assert_eq!((pane, list), (Pane::Agenda, ListId::Items));
    assert_eq!(meeting, Some("fy2026-2".into()));
    assert!(screen.contains("市役所食堂での啓発"), "{screen}");
    assert_eq!(go("is:meeting in:2026-1").1, ListId::Meetings);
    let (pane, _, _, screen) = go("is:open 認知度");
    assert_eq!(pane, Pane::Actions);
    assert!(screen.contains("簡易アンケート"), "{screen}");
    let (_, _, _, screen) = go("is:action 図書館の特産品展示");
    assert!(screen.contains("│ 図書館の特産品展示に"), "{screen}");
    assert_eq!(go("のうむか is:名簿 とよかわ汁").1, ListId::Organisations);
    let (_, list, _, screen) = go("is:roster のうむかしゅさ");
    assert_eq!(list, ListId::Members);
    assert!(screen.contains("農務課 主査"), "{screen}");
    assert_eq!(go("is:point ３３.９％").0, Pane::Board);
}

#[test]
fn what_enter_goes_to_is_under_the_cursor() {
    let mut desk = desk();
    desk.press("Ctrl-F").type_text("is:speech パネルは取りやめ").press("Enter");
    let chosen = norishiro::app::view::record::chosen(&desk.model).expect("a line");
    let body = &desk.council().bodies[&MeetingId::from("fy2026-3")];
    assert!(body.lines.get(&chosen).expect("the line").text.contains("パネルは取りやめ"));
    assert!(!desk.model.capture.focused);
}

/// The sample council with a line off the record in the meeting before.
fn with_secret() -> Council {
    let mut council = desk().council().clone();
    let body = council.bodies.get_mut(&MeetingId::from("fy2026-3")).expect("a record");
    let mut lines = body.lines.to_vec();
    lines.push(Line {
        private: true, ..Line::new("secret".into(), LineKind::Note, "ここだけのはなし")
    });
    body.lines = lines.into();
    council
}

#[test]
fn what_is_off_the_record_shows_only_that_it_is() {
    let mut desk = Desk::new(with_secret(), Lang::Ja, 100, 30);
    desk.press("Ctrl-F").type_text("ここだけ");
    assert_eq!(desk.model.search.found.len(), 1);
    let screen = desk.screen();
    assert!(screen.contains("［オフ］ ……") && !screen.contains("はなし"), "{screen}");
    desk.model.capture.revealed = true;
    assert!(desk.screen().contains("ここだけのはなし"));
}

#[test]
fn who_only_watches_finds_nothing_off_the_record() {
    let mut desk = Desk::new(with_secret(), Lang::Ja, 100, 30);
    desk.model.access = Access::Free;
    desk.press("Ctrl-F").type_text("ここだけ");
    assert!(desk.model.search.found.is_empty());
    assert!(!desk.screen().contains("はなし"));
    desk.press("Ctrl-U").type_text("is:note in:2026-3");
    assert!(desk.model.search.found.iter().all(|entry| !entry.private));
}

#[test]
fn what_was_not_read_comes_in_as_it_is_read() {
    let whole = desk().council().clone();
    let mut desk = Desk::partly_read_slowly(whole, Lang::Ja, 100, 30);
    desk.press("Ctrl-F").type_text("is:speech 健診");
    assert!(desk.screen().contains("まだ読み込み中"), "{}", desk.screen());
    let before = desk.model.search.found.len();
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert!(!desk.screen().contains("まだ読み込み中"));
    assert!(desk.model.search.found.len() > before);
    let mut all = self::desk();
    all.press("Ctrl-F").type_text("is:speech 健診");
    assert_eq!(desk.model.search.found, all.model.search.found);
}

#[test]
fn a_change_is_found_at_once() {
    let mut desk = desk();
    desk.press("F12").line("めずらしい言葉").press("Ctrl-F").type_text("めずらしい");
    assert_eq!(desk.model.search.found.len(), 1);
    desk.press("Esc Ctrl-Z Ctrl-F");
    assert_eq!(desk.model.search.found.len(), 0);
}

#[test]
fn over_another_popup_it_says_what_to_do() {
    let mut desk = desk();
    desk.press("Ctrl-P Ctrl-F");
    assert!(!searching(&desk));
    assert!(desk.screen().contains("Esc で閉じてから"));
    desk.press("Esc / Ctrl-F");
    assert!(searching(&desk));
}

#[test]
fn hostile_texts_and_queries_are_safe() {
    let mut council = with_secret();
    let body = council.bodies.get_mut(&MeetingId::from("fy2026-3")).expect("a record");
    let mut lines = body.lines.to_vec();
    let text = format!("怪しい\u{1b}]52;c;\u{7}\u{202e}行\n二行目\u{0}{}", "長".repeat(30_000));
    lines.push(Line::new("hostile".into(), LineKind::Note, text));
    body.lines = lines.into();
    for (width, height) in [(40, 12), (60, 18), (160, 45)] {
        let mut desk = Desk::new(council.clone(), Lang::En, width, height);
        for typed in
            ["怪しい", "二行目", "\"", "is:", "長", "@\u{1b}[2J", "\u{3099}", "#", "due:<9999-99-99", "in:第"]
        {
            desk.press("Ctrl-F Ctrl-U").paste(typed);
            let screen = screen_text(&desk.buffer().0);
            assert!(!screen.contains(|c: char| c.is_control() && c != '\n'), "{typed:?}: {screen:?}");
            desk.press("Enter Esc Esc");
        }
    }
}
