//! Issues raised to the parent council and to this one, on the screen: every key, what the other councils say, and what shows at each size.

mod support;

use norishiro::{
    app::{Msg, model::BoardView},
    domain::{
        Council, Escalation, EscalationState, Head, List, Neighbour, Side,
        decide::escalations::{self, Issue, To},
        id::EscalationId,
    },
    words::Lang,
};
use support::{Desk, SIZES};

/// The issues of the sample: one raised to it, two it raised itself; every other council is kept elsewhere.
fn sample(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 u");
    desk
}

fn neighbour(slug: &str, name: &str, parent: Option<&str>) -> Neighbour {
    let parent = parent.map(str::to_owned);
    Neighbour { parent, ..Neighbour::of(slug, &Council::new(Head::new(name))) }
}

/// A working group in a home with a board above it and a team below it.
fn group() -> Desk {
    let mut desk = Desk::new(Council::new(Head::new("作業部会")), Lang::Ja, 100, 30);
    desk.neighbours = vec![neighbour("board", "推進協議会", None), neighbour("team", "現場班", Some("test"))];
    desk.press("Alt-5 u");
    desk
}

fn only(desk: &Desk) -> &Escalation {
    let [it] = &desk.council().escalations[..] else { panic!("{:?}", desk.council().escalations) };
    it
}

/// With one issue raised to the board.
fn raised() -> Desk {
    let mut desk = group();
    desk.press("a").type_text("夜間の窓口がない").press("Down").type_text("県の予算が要る").press("Ctrl-S");
    desk
}

/// What the board says of it after somebody there did something.
fn there(desk: &Desk, at: EscalationState) -> Neighbour {
    let us = Neighbour::of("test", desk.council());
    let mut board = Council::new(Head::new("推進協議会"));
    let id = only(desk).id.clone();
    let (home, today) = ([us], desk.now.date());
    let received = escalations::receive(&board, "board", &home, today).expect("it fits");
    board.apply_all(&received).expect("it fits");
    let edits = match at {
        EscalationState::Answered => escalations::answer(&board, &id, "来年度に試行する", today),
        state => escalations::set_state(&board, &id, state, today),
    };
    board.apply_all(&edits.expect("it may")).expect("it fits");
    Neighbour::of("board", &board)
}

#[test]
fn list_and_detail_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = sample(lang, width, height);
            insta::assert_snapshot!(format!("list_{name}_{width}x{height}"), desk.screen());
            desk.press("Down Enter");
            insta::assert_snapshot!(format!("detail_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn the_form_of_the_first_issue_asks_for_the_parent_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = Desk::new(Council::new(Head::new("作業部会")), lang, width, height);
            desk.neighbours = vec![neighbour("board", "健康づくり推進協議会", None)];
            desk.press("Alt-5 u a");
            insta::assert_snapshot!(format!("form_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn u_opens_the_list_and_u_or_escape_goes_back() {
    let mut desk = group();
    assert!(desk.screen().contains("上げた課題も、上がってきた課題もありません"), "{}", desk.screen());
    desk.press("u");
    assert_eq!(desk.model.board_view, BoardView::Points);
    desk.press("u Esc");
    assert!(desk.screen().contains("フェイズ0"), "{}", desk.screen());
    desk.press("u r t e");
    assert!(desk.screen().contains("先に課題を選んでください"), "{}", desk.screen());
}

#[test]
fn the_first_issue_chooses_the_parent_and_the_next_goes_there() {
    let mut desk = group();
    desk.press("a");
    let form = desk.screen();
    assert!(form.contains("推進協議会（board）") && !form.contains("現場班"), "{form}");
    desk.type_text("夜間の窓口がない")
        .press("Down")
        .type_text("県の予算が要る")
        .press("Tab")
        .type_text("2、ツール");
    desk.press("Ctrl-S");
    let it = only(&desk);
    assert_eq!((it.side, it.other.as_str(), it.other_name.as_str()), (Side::Raised, "board", "推進協議会"));
    assert_eq!((it.why.as_str(), it.points.len(), it.raised), ("県の予算が要る", 2, desk.now.date()));
    assert_eq!(desk.council().head.parent.as_deref(), Some("board"));
    assert!(desk.screen().contains("推進協議会へ上げました"), "{}", desk.screen());
    desk.press("a");
    assert!(
        desk.screen().contains("推進協議会へ上げる") && !desk.screen().contains("会の名前"),
        "{}",
        desk.screen()
    );
    desk.press("Ctrl-S");
    assert!(desk.screen().contains("上げる課題を書いてください"), "{}", desk.screen());
    desk.press("Esc Ctrl-Z");
    assert_eq!((desk.council().escalations.len(), desk.council().head.parent.as_deref()), (0, None));
}

#[test]
fn a_council_kept_elsewhere_is_named_and_its_answer_entered_here() {
    let mut desk = Desk::new(Council::new(Head::new("作業部会")), Lang::Ja, 100, 30);
    desk.press("Alt-5 u a").type_text("夜間の窓口がない").press("Ctrl-S");
    assert!(desk.screen().contains("上げる先の会の名前を入れてください"), "{}", desk.screen());
    desk.type_text("県協議会").press("Ctrl-S");
    assert_eq!((only(&desk).other.as_str(), only(&desk).other_name.as_str()), ("", "県協議会"));
    assert!(desk.screen().contains("県協議会（ほかで管理）"), "{}", desk.screen());
    desk.press("F5").type_text("文書で回答があった").press("Ctrl-S");
    assert_eq!(only(&desk).state(), EscalationState::Answered);
    assert!(desk.screen().contains("この会の番 1件"), "{}", desk.screen());
    desk.press("t");
    assert_eq!(only(&desk).reported, Some(desk.now.date()));
    desk.press("t");
    assert_eq!(only(&desk).reported, None);
    desk.press("a");
    assert!(desk.screen().contains("県協議会"), "the name is proposed again: {}", desk.screen());
    desk.press("Esc d");
    assert!(desk.council().escalations.is_empty());
}

#[test]
fn what_comes_from_below_is_told_and_answered() {
    let mut desk = group();
    let mut team = Council::new(Head::new("現場班"));
    let issue = |text: &str| Issue { text: text.into(), ..Issue::default() };
    for text in ["車が足りない", "鍵が足りない"] {
        let us = Neighbour::of("test", desk.council());
        let (now, mint) = (desk.now.date(), &mut desk.model.mint);
        let raised = escalations::raise(&team, "team", issue(text), To::Parent(&us), &[], now, mint);
        team.apply_all(&raised.expect("it may").1).expect("it fits");
    }
    desk.send(Msg::Neighbours(vec![Neighbour::of("team", &team)]));
    assert!(desk.screen().contains("現場班から2件上がっています"), "{}", desk.screen());
    assert_eq!(desk.council().escalations_waiting().count(), 2);
    let (changes, undo) = (desk.disk.len(), desk.model.history.next_undo().is_none());
    assert_eq!((changes, undo), (1, true), "one change, and nobody's work");
    desk.send(Msg::Neighbours(vec![Neighbour::of("team", &team)]));
    assert_eq!(desk.disk.len(), 1, "it is new once");
    desk.press("s Down Enter");
    assert_eq!(desk.council().escalations[0].state(), EscalationState::Considered);
    desk.press("s Down Enter").type_text("来月から貸せる").press("Ctrl-S");
    assert_eq!(desk.council().escalations[0].answer, "来月から貸せる");
    desk.press("t");
    assert!(desk.screen().contains("報告するのは、課題を上げた会です"), "{}", desk.screen());
    desk.press("e");
    assert!(desk.screen().contains("課題の文は、上げた会が直します"), "{}", desk.screen());
    desk.press("d");
    assert!(desk.screen().contains("相手の会にも届いているので消せません"), "{}", desk.screen());
    // Taken back below, before anybody answered.
    team.escalations = List::default();
    desk.send(Msg::Neighbours(vec![Neighbour::of("team", &team)]));
    assert!(desk.screen().contains("現場班が1件取り下げました"), "{}", desk.screen());
}

#[test]
fn the_answer_from_above_is_told_and_reported() {
    let mut desk = raised();
    desk.send(Msg::Neighbours(vec![there(&desk, EscalationState::Considered)]));
    assert!(desk.screen().contains("推進協議会が1件の検討を始めました"), "{}", desk.screen());
    desk.press("r");
    assert!(desk.screen().contains("回答は、上げた先の会が書きます"), "{}", desk.screen());
    desk.press("t");
    assert!(desk.screen().contains("回答がまだありません"), "{}", desk.screen());
    desk.send(Msg::Neighbours(vec![there(&desk, EscalationState::Answered)]));
    let seen = desk.screen();
    assert!(
        seen.contains("推進協議会から1件の回答が届きました") && seen.contains("来年度に試行する"),
        "{seen}"
    );
    desk.press("t");
    assert_eq!(desk.council().escalations_waiting().count(), 0);
}

#[test]
fn it_is_worded_anew_withdrawn_and_deleted() {
    let mut desk = raised();
    desk.press("e").type_text("と休日").press("Ctrl-S");
    assert_eq!(only(&desk).text, "夜間の窓口がないと休日");
    desk.press("d");
    assert!(desk.screen().contains("相手の会にも届いているので消せません"), "{}", desk.screen());
    desk.press("s Down Enter");
    assert_eq!(only(&desk).state(), EscalationState::Withdrawn);
    desk.press("s Up Enter");
    assert_eq!(only(&desk).state(), EscalationState::Raised);
    desk.press("s Down Enter Del");
    assert!(desk.council().escalations.is_empty());
}

#[test]
fn alt_u_raises_what_is_chosen_and_never_what_is_off_the_record() {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("Alt-1 Down Alt-u");
    let title = desk.council().body(&support::meeting()).expect("read").items[1].title.clone();
    desk.press("Ctrl-S");
    assert_eq!(desk.council().escalations.last().expect("one more").text, title);
    desk.press("Alt-4 Alt-u Ctrl-S");
    let text = desk.council().escalations.last().expect("one more").text.clone();
    assert!(desk.council().actions.iter().any(|action| action.text == text), "{text}");
    let mut desk = Desk::new(support::running(), Lang::Ja, 100, 30);
    desk.press("Alt-6").line("オフレコ：内々の話").press("Esc Alt-u");
    assert!(!desk.screen().contains("内々の話"), "{}", desk.screen());
}

#[test]
fn the_councils_form_chooses_the_parent() {
    let mut desk = group();
    desk.press("F11").press(&"Down ".repeat(14));
    let form = desk.screen();
    assert!(form.contains("親会議"), "{form}");
    desk.press("Right Ctrl-S");
    assert_eq!(desk.council().head.parent.as_deref(), Some("board"));
    desk.neighbours.clear();
    desk.press("u u F11").press(&"Down ".repeat(14));
    assert!(desk.screen().contains("board（見つかりません）"), "{}", desk.screen());
    desk.press("Left Ctrl-S");
    assert_eq!(desk.council().head.parent, None);
}

#[test]
fn it_asks_again_after_a_minute_and_only_where_there_are_others() {
    let mut desk = group();
    let asked = desk.model.now;
    desk.neighbours = vec![there(&raised(), EscalationState::Raised)];
    desk.wait(30);
    assert_eq!(desk.model.neighbours.len(), 2, "asked at {asked}");
    desk.wait(40);
    assert_eq!(desk.model.neighbours.len(), 1);
}

#[test]
fn who_watches_takes_nothing_in() {
    let mut desk = raised();
    let answered = there(&desk, EscalationState::Answered);
    desk.model.access = norishiro::app::access::Access::Free;
    desk.send(Msg::Neighbours(vec![answered]));
    assert_eq!(only(&desk).answer, "");
}

#[test]
fn where_it_went_is_said() {
    let mut desk = raised();
    desk.send(Msg::HandedOver { name: "推進協議会".into(), there: true });
    assert!(desk.screen().contains("「推進協議会」に届きました"), "{}", desk.screen());
    desk.send(Msg::HandedOver { name: "推進協議会".into(), there: false });
    assert!(desk.screen().contains("開いている画面には一分ほどで"), "{}", desk.screen());
}

#[test]
fn searching_finds_an_issue_by_its_answer() {
    let mut desk = sample(Lang::Ja, 100, 30);
    desk.press("/").type_text("啓発費").press("Enter");
    let seen = desk.screen();
    assert!(seen.contains("二次元コード") && !seen.contains("給食便り"), "{seen}");
}

#[test]
fn every_row_stays_in_its_columns_however_wide_and_ambiguous_the_terminal() {
    for (width, height) in [(40, 12), (60, 18), (97, 20), (160, 45)] {
        for wide in [false, true] {
            let mut desk = sample(Lang::Ja, width, height);
            desk.model.look.ruler.wide = wide;
            for keys in ["", "Down Enter"] {
                desk.press(keys);
                for row in desk.screen().lines() {
                    assert!(desk.model.look.ruler.width(row) <= usize::from(width), "{width} {wide} {row}");
                }
            }
        }
    }
}

#[test]
fn an_id_is_the_same_on_both_sides() {
    let desk = raised();
    let board = there(&desk, EscalationState::Considered);
    let ids: Vec<&EscalationId> = board.escalations.iter().map(|it| &it.id).collect();
    assert_eq!(ids, [&only(&desk).id]);
}
