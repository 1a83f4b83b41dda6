//! What the next agenda could take up, on the screen: from anywhere, at each size, and from one meeting's end to the next agenda.

mod support;

use norishiro::{
    app::model::{ActionView, BoardView, Pane},
    domain::{Reason, Why, decide},
    words::Lang,
};
use support::{Desk, SIZES, at};

/// The sample as it stands two months after its fourth meeting was to be.
fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.now = at("2027-01-20T10:00:00");
    desk.press("Alt-o");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 100, 30)
}

#[test]
fn the_list_is_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            insta::assert_snapshot!(format!("list_{name}_{width}x{height}"), desk.screen());
            desk.press("Down Space");
            insta::assert_snapshot!(format!("detail_{name}_{width}x{height}"), desk.screen());
        }
        let mut desk = desk(lang, 80, 24);
        desk.press("e");
        insta::assert_snapshot!(format!("thresholds_{name}"), desk.screen());
    }
}

/// Puts the choice on the first whose title has this in it.
fn go_to(desk: &mut Desk, part: &str) -> usize {
    let at = titles(desk).iter().position(|it| it.contains(part)).expect("it is there");
    desk.press("Home").press(&"Down ".repeat(at));
    at
}

fn titles(desk: &Desk) -> Vec<String> {
    let model = &desk.model;
    norishiro::app::update::suggestions::all(model).into_iter().map(|it| it.title).collect()
}

#[test]
fn two_keys_from_anywhere_answer_what_next() {
    for keys in ["Alt-1", "Alt-2", "Alt-3", "Alt-4", "Alt-5", "Alt-5 i", "Alt-5 g", "Alt-6"] {
        let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
        desk.press(keys).press("Alt-o");
        assert_eq!((desk.model.pane, desk.model.board_view), (Pane::Board, BoardView::Suggestions), "{keys}");
    }
    let mut typing = Desk::new(support::running(), Lang::Ja, 100, 30);
    typing.press("Alt-6").type_text("いま").press("Alt-o");
    assert_eq!(typing.model.board_view, BoardView::Suggestions);
    typing.press("o");
    assert_eq!(typing.model.board_view, BoardView::Points);
    typing.press("o Esc");
    assert_eq!(typing.model.board_view, BoardView::Points);
    typing.press("Alt-1 n");
    assert_eq!(typing.model.board_view, BoardView::Suggestions);
}

#[test]
fn enter_puts_it_on_the_next_agenda_with_its_reason_and_one_undo_takes_it_off() {
    let mut desk = ja();
    let before = titles(&desk);
    let next = desk.council().next_planned().expect("one is planned").id.clone();
    let items = desk.council().body(&next).expect("it is read").items.len();
    let at = go_to(&mut desk, "任期が終わる");
    desk.press("Enter");
    let body = desk.council().body(&next).expect("it is read");
    let added = &body.items[items - 1];
    assert_eq!(body.items.last().expect("what closes it").title, "その他（次回日程）");
    assert_eq!((body.items.len(), added.title.as_str()), (items + 1, before[at].as_str()));
    assert!(matches!(&added.why, Why::Suggested(reason) if matches!(**reason, Reason::TermsEnding { .. })));
    assert!(!titles(&desk).contains(&before[at]), "the row is gone");
    assert!(desk.screen().contains("議題に加えました"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert_eq!(titles(&desk), before);
    assert_eq!(desk.council().body(&next).expect("it is read").items.len(), items);
}

#[test]
fn d_declines_and_undo_brings_it_back() {
    let mut desk = ja();
    let before = titles(&desk);
    desk.press("d");
    assert_eq!(titles(&desk), before[1..]);
    assert!(desk.screen().contains("見送りました"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert_eq!(titles(&desk), before);
    assert!(desk.screen().contains("次の一手の見送り"), "{}", desk.screen());
}

#[test]
fn g_goes_to_the_thing_itself() {
    let mut desk = ja();
    let go = |desk: &mut Desk, part: &str| {
        desk.press("Alt-o");
        go_to(desk, part);
        desk.press("g");
    };
    go(&mut desk, "遅れている宿題");
    assert_eq!((desk.model.pane, desk.model.action_view), (Pane::Actions, ActionView::Overdue));
    go(&mut desk, "任期が終わる");
    assert_eq!(desk.model.pane, Pane::Roles);
    go(&mut desk, "上がってきた課題");
    assert_eq!((desk.model.pane, desk.model.board_view), (Pane::Board, BoardView::Escalations));
    go(&mut desk, "令和8年度の評価");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2026));
    go(&mut desk, "指標の数値");
    assert_eq!(desk.model.board_view, BoardView::Indicators(None));
    go(&mut desk, "保健センター");
    assert!(desk.model.pane == Pane::Roster && desk.model.organisations);
    go(&mut desk, "「1 位置について");
    assert_eq!((desk.model.pane, desk.model.board_view), (Pane::Board, BoardView::Points));
    assert!(desk.model.list().detail, "the point is opened");
}

#[test]
fn where_no_meeting_is_planned_it_is_planned_with_the_item_in_one_step() {
    let mut council = Desk::toyokawa(Lang::Ja, 100, 30).council().clone();
    let next = council.next_planned().expect("one is planned").id.clone();
    let edits = decide::meeting::remove(&council, &next).expect("nothing is written there");
    council.apply_all(&edits).expect("the edits fit");
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.now = at("2027-01-20T10:00:00");
    desk.press("Alt-o");
    assert!(desk.screen().contains("次の会議は未定"), "{}", desk.screen());
    let chosen = titles(&desk)[0].clone();
    desk.press("Enter");
    assert!(desk.screen().contains("次の会議を予定して、議題に加える"), "{}", desk.screen());
    let held = desk.council().meetings.len();
    desk.press("F2");
    assert_eq!(desk.council().meetings.len(), held + 1);
    let planned = desk.council().next_planned().expect("just planned").id.clone();
    let has = |desk: &Desk| {
        desk.council().body(&planned).is_some_and(|it| it.items.iter().any(|it| it.title == chosen))
    };
    assert!(has(&desk), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert!(desk.council().next_planned().is_none() && !has(&desk));
}

#[test]
fn thresholds_are_set_in_a_form_and_an_empty_field_is_the_usual() {
    let mut desk = ja();
    assert!(titles(&desk).iter().any(|it| it.starts_with("「1 位置")));
    desk.press("e Ctrl-U").type_text("４００").press("F2");
    assert_eq!(desk.council().head.thresholds.untouched_days, 400);
    assert!(!titles(&desk).iter().any(|it| it.starts_with("「1 位置")));
    desk.press("F4 Ctrl-U").type_text("いつか").press("F2");
    assert!(desk.screen().contains("「いつか」"), "{}", desk.screen());
    desk.press("Ctrl-U F2");
    assert_eq!(desk.council().head.thresholds, Default::default());
}

#[test]
fn nothing_is_suggested_from_what_is_half_read() {
    let council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    let mut desk = Desk::partly_read_slowly(council, Lang::Ja, 80, 24);
    desk.now = at("2027-01-20T10:00:00");
    desk.press("Alt-o");
    assert!(titles(&desk).is_empty() && desk.screen().contains("読み込"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.disk, [], "nothing was changed");
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert!(!titles(&desk).is_empty(), "{}", desk.screen());
}

/// A meeting ends; what it left and what presses make the next agenda.
#[test]
fn from_the_end_of_a_meeting_to_the_next_agenda() {
    let mut desk = Desk::new(support::running(), Lang::Ja, 100, 30);
    desk.press("Alt-1 Ctrl-D");
    desk.press("F12 F12");
    assert!(desk.council().running().is_none(), "{}", desk.screen());
    desk.press("Alt-o");
    let offered = titles(&desk);
    assert!(offered.len() >= 2, "{offered:?}");
    desk.press("Enter").press("F2").press("Alt-o");
    let rest = titles(&desk);
    assert!(!rest.contains(&offered[0]), "{rest:?}");
    let second = rest[0].clone();
    desk.press("Enter");
    let next = desk.council().next_planned().expect("it was planned on the way");
    let agenda = &desk.council().body(&next.id).expect("it is read").items;
    for wanted in [&offered[0], &second] {
        assert!(agenda.iter().any(|item| item.title == *wanted), "{wanted}: {agenda:?}");
    }
    let mut again = desk.reopened();
    again.press("Alt-1");
    assert!(again.screen().contains(&second), "{}", again.screen());
}
