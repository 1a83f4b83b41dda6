//! What a person does at one point: ticking its signs, and adding what is linked to it.

mod support;

use norishiro::{
    domain::{Council, Head, Party, Point, SignState, Who, decide},
    knowledge::points::card,
    words::Lang,
};
use support::{Desk, SIZES};

fn ja(point: Point) -> Desk {
    Desk::at_point(point, Lang::Ja, (100, 30))
}

fn start_the_planned_meeting(desk: &mut Desk) {
    let id = desk.council().next_planned().expect("a planned meeting").id.clone();
    let decision = decide::meeting::start(desk.model.council(), &id, desk.now, &mut desk.model.mint.clone());
    assert!(desk.model.commit(decision));
}

fn sign<'a>(desk: &'a Desk, id: &str) -> SignState<'a> {
    let point = Point::ALL.into_iter().find(|point| id.starts_with(point.key())).expect("its point");
    desk.council().point(point).sign(id)
}

#[test]
fn signs_and_what_is_asked_of_them_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for size @ (width, height) in SIZES {
            let mut desk = Desk::at_point(Point::Tools, lang, size);
            desk.press("x");
            insta::assert_snapshot!(format!("signs_{name}_{width}x{height}"), desk.screen());
            desk.press("Enter");
            insta::assert_snapshot!(format!("tick_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn a_sign_is_ticked_with_what_shows_it_who_said_so_and_the_day() {
    let mut desk = ja(Point::Tools);
    desk.press("x Enter");
    desk.line("レシピカードを窓口に置いた").line("農務課 主査").press("Enter");
    let SignState::Seen(tick) = sign(&desk, "tools-materials") else { panic!("{}", desk.screen()) };
    assert_eq!((tick.on, tick.evidence.as_str()), (desk.now.date(), "レシピカードを窓口に置いた"));
    assert!(matches!(tick.said_by, Some(Who { party: Some(Party::Member(_)), .. })), "{tick:?}");
    assert_eq!(tick.meeting, None);
    assert!(desk.screen().contains("しるしを付けました"), "{}", desk.screen());
    desk.press("Enter");
    let seen = desk.screen();
    assert!(seen.contains("✓ 誰でもすぐ使える") && seen.contains("（農務課 主査）"), "{seen}");
    desk.press("Ctrl-Z");
    assert_eq!(sign(&desk, "tools-materials"), SignState::NotYet, "one step back undoes it");
}

#[test]
fn in_a_running_meeting_a_tick_is_of_that_meeting() {
    let mut desk = ja(Point::Tools);
    start_the_planned_meeting(&mut desk);
    desk.press("x Enter").line("資料3").press("Enter Enter");
    let tick = sign(&desk, "tools-materials").tick().expect("a tick");
    assert_eq!(tick.meeting, desk.council().running().map(|meeting| meeting.id.clone()));
}

#[test]
fn nothing_typed_is_lost_where_a_day_or_a_name_is_wrong() {
    let mut desk = ja(Point::Tools);
    desk.press("x Enter").line("窓口の声").line("通りがかりの人").type_text("2027-01-01").press("Enter");
    let seen = desk.screen();
    for said in ["まだ来ていない日", "窓口の声", "通りがかりの人", "2027-01-01"] {
        assert!(seen.contains(said), "{said}\n{seen}");
    }
    desk.press("Ctrl-U").type_text("昨日").press("Enter");
    let tick = sign(&desk, "tools-materials").tick().expect("a tick");
    assert_eq!(tick.on, desk.now.date().pred_opt().unwrap());
    assert_eq!(tick.said_by, Some(Who::new("通りがかりの人", None)), "not on the roster, and kept as typed");
}

#[test]
fn a_ticked_sign_is_mended_or_seen_no_more_and_stays_in_the_story() {
    let mut desk = ja(Point::Wind);
    desk.press("x").type_text("公募").press("Enter");
    assert!(desk.screen().contains("書き直す"), "{}", desk.screen());
    desk.press("Enter").type_text("年間予定表 資料1").press("F2");
    assert!(matches!(sign(&desk, "wind-calendar"), SignState::Seen(_)), "{}", desk.screen());
    let on = sign(&desk, "wind-calendar").tick().map(|tick| tick.on);
    desk.press("x").type_text("公募").press("Enter Down Enter");
    let SignState::Gone(tick) = sign(&desk, "wind-calendar") else { panic!("{}", desk.screen()) };
    assert_eq!((Some(tick.on), tick.until), (on, Some(desk.now.date())));
    desk.press("Enter");
    desk.resize(160, 45);
    let seen = desk.screen();
    assert!(seen.contains("✗ 公募や計画改定の日程") && seen.contains("✗ 見えなくなった：公募"), "{seen}");
}

#[test]
fn a_claim_without_anything_to_show_it_says_so() {
    let mut desk = ja(Point::Tools);
    desk.press("x Enter F2");
    assert!(matches!(sign(&desk, "tools-materials"), SignState::Claimed(_)));
    desk.press("Enter");
    assert!(desk.screen().contains("? 誰でもすぐ使える"), "{}", desk.screen());
}

#[test]
fn an_action_added_at_a_point_serves_it() {
    let mut desk = ja(Point::Feedback);
    desk.press("a Down Enter").type_text("結果を各課に返す").press("F2");
    let action = desk.council().actions.iter().last().expect("an action");
    assert_eq!((action.text.as_str(), &action.points[..]), ("結果を各課に返す", &[Point::Feedback][..]));
    assert!(desk.screen().contains("フェイズ0"), "still at the board:\n{}", desk.screen());
}

#[test]
fn an_agenda_item_added_at_a_point_is_on_the_meeting_at_hand_under_a_usual_title() {
    let mut desk = ja(Point::Feedback);
    let meeting = desk.council().next_planned().expect("a planned meeting").id.clone();
    desk.press("a Down Down Enter");
    let title = card(Point::Feedback).agenda_items[1].ja;
    assert!(desk.screen().contains(title), "{}", desk.screen());
    desk.press("Down Enter F2");
    let body = desk.council().body(&meeting).expect("its body");
    let item = body.items.iter().find(|item| item.title == title).expect("the item");
    assert_eq!(item.points, [Point::Feedback]);
    assert!(desk.screen().contains("次第に加えました"), "{}", desk.screen());
    desk.press("a Down Down Enter");
    assert!(desk.screen().contains("次第にあり"), "{}", desk.screen());
    desk.press("End Enter");
    assert!(desk.screen().contains("F2"), "a title of one's own opens the form:\n{}", desk.screen());
}

#[test]
fn an_indicator_and_evidence_added_at_a_point_are_of_it() {
    let mut desk = ja(Point::Allies);
    desk.press("Ins Up Down Down Down Enter").type_text("声をかけた機関").press("F2");
    let indicator = desk.council().indicators.iter().last().expect("an indicator");
    assert_eq!((indicator.name.as_str(), &indicator.points[..]), ("声をかけた機関", &[Point::Allies][..]));
    desk.press("a Enter").line("二か所から返事");
    let newest = desk.council().point(Point::Allies).evidence.last().expect("evidence");
    assert_eq!(newest.text, "二か所から返事");
}

#[test]
fn without_a_meeting_ahead_an_item_says_where_to_plan_one() {
    let mut desk = Desk::new(Council::new(Head::new("協議会")), Lang::Ja, 80, 24);
    desk.press("Alt-5 a Down Down Enter");
    assert!(desk.screen().contains("会議を計画してください"), "{}", desk.screen());
}
