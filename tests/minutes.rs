//! Finishing the minutes at the desk: the list and where it leads, the form of a decision, summaries, final versions and what they lock.

mod support;

use norishiro::{
    app::Pane,
    domain::{Deadlines, LineKind, Standing, decide},
    words::Lang,
};
use support::Desk;

/// The sample council with its last held meeting on screen, in the record pane, and the body's own deadlines.
fn held(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    let held = desk.council().last_held().expect("a held meeting").id.clone();
    let rules = Deadlines { summary_days: Some(2), minutes_days: Some(150) };
    let edits = decide::save_head(desk.council(), |head| head.deadlines = rules).expect("rules");
    desk.model.history.push(desk.now, edits).expect("they fit");
    desk.model.meeting = Some(held);
    desk.press("6");
    desk
}

fn standing(desk: &Desk) -> (Standing, u32) {
    let minutes = &desk.model.meeting().expect("a meeting").minutes;
    (minutes.standing(), minutes.version())
}

/// How many decisions the meeting on screen has.
fn decisions(desk: &Desk) -> usize {
    let id = desk.model.meeting.as_ref().expect("a meeting");
    let lines = &desk.council().body(id).expect("it is read").lines;
    lines.iter().filter(|line| matches!(line.kind, LineKind::Decision(_))).count()
}

/// Puts the choice on the first decision.
fn on_decision(desk: &mut Desk) {
    desk.press("Home");
    for _ in 0..200 {
        let chosen = norishiro::app::view::record::chosen(&desk.model).expect("a line");
        let id = desk.model.meeting.clone().expect("a meeting");
        let body = desk.council().body(&id).expect("it is read");
        if matches!(body.lines.get(&chosen).expect("it is there").kind, LineKind::Decision(_)) {
            return;
        }
        desk.press("Down");
    }
    panic!("no decision");
}

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (100, 30), (160, 45)];
const LANGS: [(Lang, &str); 2] = [(Lang::Ja, "ja"), (Lang::En, "en")];

#[test]
fn every_screen_of_it_at_every_size() {
    for (width, height) in SIZES {
        for (lang, name) in LANGS {
            let mut desk = held(lang, width, height);
            insta::assert_snapshot!(format!("held_{width}x{height}_{name}"), desk.screen());
            desk.press("Alt-m");
            insta::assert_snapshot!(format!("list_{width}x{height}_{name}"), desk.screen());
            desk.press("s Enter").type_text("計画・評価表は各課が年2回書く。");
            insta::assert_snapshot!(format!("summary_{width}x{height}_{name}"), desk.screen());
            desk.press("Enter Esc");
            on_decision(&mut desk);
            desk.press("b");
            insta::assert_snapshot!(format!("vote_{width}x{height}_{name}"), desk.screen());
            desk.press("Esc Alt-m c");
            insta::assert_snapshot!(format!("anyway_{width}x{height}_{name}"), desk.screen());
        }
    }
}

#[test]
fn from_draft_to_a_second_version_by_keys() {
    let mut desk = held(Lang::Ja, 80, 24);
    assert_eq!(standing(&desk), (Standing::Draft, 1));
    desk.press("Alt-m f");
    assert!(desk.screen().contains("いまの内容は、まだ確認済みになっていません"), "{}", desk.screen());
    desk.press("c Down Enter");
    assert_eq!(standing(&desk), (Standing::Checked, 1));
    desk.press("f Down Enter");
    assert_eq!(standing(&desk), (Standing::Final, 1));
    insta::assert_snapshot!("final_80x24_ja", desk.screen());
    // What is final is locked, and says how to reopen it.
    desk.press("Esc");
    let before = decisions(&desk);
    on_decision(&mut desk);
    desk.press("d");
    assert_eq!(decisions(&desk), before);
    assert!(desk.screen().contains("確定しています"), "{}", desk.screen());
    assert!(!desk.screen().lines().last().is_some_and(|keys| keys.contains("d 消す")), "{}", desk.screen());
    desk.press("y");
    assert!(!desk.screen().contains("確定しています"), "copying changes nothing: {}", desk.screen());
    desk.press("Alt-m r Enter");
    assert!(desk.screen().contains("理由が書かれていません"), "{}", desk.screen());
    desk.type_text("人数の誤り").press("Enter");
    assert_eq!(standing(&desk), (Standing::Draft, 2));
    desk.press("c Down Enter f Down Enter");
    assert_eq!(standing(&desk), (Standing::Final, 2));
    insta::assert_snapshot!("second_80x24_ja", desk.screen());
    desk.press("Esc Ctrl-z Ctrl-z Ctrl-z");
    assert_eq!(standing(&desk), (Standing::Final, 1));
}

#[test]
fn a_finding_leads_to_its_place_and_the_list_goes_on_where_it_was() {
    let mut desk = held(Lang::Ja, 80, 24);
    desk.press("Alt-m Down");
    let finding = desk.model.finishing.at;
    assert_eq!(finding, 1);
    desk.press("Enter");
    assert!(desk.model.overlays.is_empty() && desk.model.pane != Pane::Board);
    desk.press("Alt-m");
    assert_eq!(desk.model.finishing.at, finding);
}

#[test]
fn the_form_of_a_decision_says_whether_it_carries() {
    let mut desk = held(Lang::Ja, 80, 24);
    on_decision(&mut desk);
    desk.press("b Right Right Right Right Enter").type_text("5").press("Enter").type_text("1").press("F2");
    assert!(desk.screen().contains("賛成5・反対1・棄権0："), "{}", desk.screen());
    desk.press("b Down").type_text("x").press("F2");
    assert!(desk.screen().contains("採決 第3回-決定1"), "{}", desk.screen());
    desk.press("Esc Ctrl-z");
    assert!(!desk.screen().contains("賛成5"), "{}", desk.screen());
}

#[test]
fn a_summary_has_lines_of_its_own() {
    let mut desk = held(Lang::Ja, 80, 24);
    desk.press("Alt-m s Enter").type_text("一行目").press("Alt-Enter").type_text("二行目");
    desk.press("Up").type_text("の").press("Enter");
    let id = desk.model.meeting.clone().expect("a meeting");
    let body = desk.council().body(&id).expect("it is read");
    assert_eq!(body.items[0].summary, "一行目の\n二行目");
    desk.press("s Enter").paste("\n三行目").press("Enter");
    let body = desk.council().body(&id).expect("it is read");
    assert!(body.items[0].summary.contains("二行目"), "{}", body.items[0].summary);
}

#[test]
fn a_meeting_that_was_not_held_has_nothing_to_finish() {
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    desk.press("Alt-m");
    assert!(desk.model.overlays.is_empty());
    assert!(desk.screen().contains("会議が終わってから"), "{}", desk.screen());
}

#[test]
fn the_bodys_own_rules_are_set_with_the_council() {
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    desk.press("F11 Up Up").type_text("甲野、乙山").press("Up").type_text("45").press("Up").type_text("2");
    desk.press("Up Right Up Right F2");
    let head = &desk.council().head;
    assert_eq!(head.deadlines, Deadlines { summary_days: Some(2), minutes_days: Some(45) });
    assert_eq!(head.private_names, ["甲野", "乙山"]);
    assert_eq!(head.voting.majority, norishiro::domain::Majority::OfMembers);
}
