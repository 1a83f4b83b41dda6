//! The roles pane: seats, roles of the meeting, leads, loads; giving and taking them.

mod support;

use norishiro::{
    domain::{Council, Head, MeetingRoleKind, Office, Party, Point, Role},
    words::Lang,
};
use support::{Desk, SIZES};

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-3");
    desk
}

#[test]
fn the_pane_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            insta::assert_snapshot!(
                format!("roles_{width}x{height}_{name}"),
                desk(lang, width, height).screen()
            );
        }
    }
}

fn seat<'a>(desk: &'a Desk, id: &str) -> &'a Role {
    desk.council().roles.get(&id.into()).expect("a seat of the sample")
}

#[test]
fn a_holder_is_picked_by_kana_and_taken_off_again() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("Down Down h").type_text("すぽーつか しゅさ").press("Enter");
    assert_eq!(seat(&desk, "fukuza02").holder, Some(Party::Member("sposhusa".into())));
    desk.press("x");
    assert_eq!(seat(&desk, "fukuza02").holder, None);
    assert!(desk.screen().contains("Ctrl-Zで戻せます"), "{}", desk.screen());
    desk.press("x");
    assert!(desk.screen().contains("もう空いています"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert_eq!(seat(&desk, "fukuza02").holder, Some(Party::Member("sposhusa".into())));
}

#[test]
fn a_seat_is_added_edited_moved_and_deleted() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.press("a").line("監事").press("Enter").line("農務課").line("R8.4.1").line("令和10年3月31日");
    let added = desk.council().roles.last().expect("the new seat").clone();
    assert_eq!((added.title.as_str(), added.office), ("監事", Office::Other));
    assert_eq!(added.holder, Some(Party::Organisation("noumusec".into())));
    assert_eq!(added.term.to.map(|day| day.to_string()).as_deref(), Some("2028-03-31"));
    desk.press("Alt-Up");
    let titles = |desk: &Desk| desk.council().roles.iter().map(|it| it.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&desk)[6..], ["監事", "事務局"]);
    desk.press("e").type_text("役").press("F2");
    assert_eq!(titles(&desk)[6], "監事役", "the choice went with the seat that moved");
    desk.press("d");
    assert!(!titles(&desk).contains(&"監事役".to_owned()));
    desk.press("Ctrl-Z");
    assert!(titles(&desk).contains(&"監事役".to_owned()));
}

#[test]
fn a_new_seat_takes_its_kind_from_its_title() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("Ins").line("署名人").press("Down Down Down Enter");
    let added = desk.council().roles.last().expect("the new seat");
    assert_eq!((added.office, &added.holder), (Office::Signatory, &None));
}

#[test]
fn what_is_wrong_in_a_seat_is_said_and_nothing_typed_is_lost() {
    for (holder, from, to, said) in [
        ("北山事務所", "", "", "「北山事務所」は名簿にありません"),
        ("座長", "", "", "「座長」は席の名前です"),
        ("農務課", "2026-13-01", "", "2026年13月"),
        ("農務課", "2026-04-01", "2026-03-31", "終わりが始まりより前"),
    ] {
        let mut desk = desk(Lang::Ja, 80, 24);
        let seats = desk.council().roles.len();
        desk.press("a").line("監事").press("Enter").line(holder).line(from).line(to);
        let screen = desk.screen();
        assert!(screen.contains(said) && screen.contains("監事") && screen.contains(holder), "{screen}");
        assert_eq!(desk.council().roles.len(), seats);
    }
}

#[test]
fn a_seat_in_use_stays_and_says_so() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("d");
    assert!(seat(&desk, "zachosek").holder.is_some());
    assert!(desk.screen().contains("使われているので消せません"), "{}", desk.screen());
}

#[test]
fn roles_of_the_meeting_and_leads_are_given_by_the_same_keys() {
    let mut desk = desk(Lang::Ja, 160, 45);
    desk.press("/").type_text("タイムキーパー").press("Enter F5").type_text("保育課 課長").press("Enter");
    let meeting = desk.model.meeting().expect("the planned meeting");
    let keeper = meeting.role(MeetingRoleKind::Timekeeper).expect("a timekeeper");
    assert_eq!(
        (keeper.label.as_str(), &keeper.party),
        ("保育課 課長", &Some(Party::Member("hoikacho".into())))
    );
    desk.press("Esc /").type_text("俯瞰").press("Enter e").line("企画政策課");
    let lead = desk.council().point(Point::Overview).lead.clone().expect("a lead");
    assert_eq!(
        (lead.label.as_str(), lead.party),
        ("企画政策課", None),
        "somebody from outside the roster will do"
    );
    desk.press("x");
    assert_eq!(desk.council().point(Point::Overview).lead, None);
}

#[test]
fn rows_of_loads_only_count() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.press("End h");
    assert!(desk.screen().contains("受け持ちの行には担い手を置けません"), "{}", desk.screen());
    desk.press("d");
    assert!(desk.screen().contains("会の席の行で使えます"), "{}", desk.screen());
}

#[test]
fn the_heaviest_load_stands_out_and_says_what_it_is() {
    let mut desk = desk(Lang::Ja, 160, 45);
    desk.press("/").type_text("集中").press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("保健センター  ▮▮▮▮▮▮▮▮▮▮ 10件"), "{screen}");
    assert!(screen.contains("☐ 宿題 15  事業所の総務に渡せる一枚ものの説明を作る"), "{screen}");
}

#[test]
fn enter_opens_the_detail_where_it_is_hidden_and_then_picks() {
    let mut desk = desk(Lang::Ja, 60, 18);
    desk.press("Down Down Enter");
    assert!(desk.screen().contains("h で担い手を選びます"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("副座長の担い手"), "{}", desk.screen());
    desk.press("Esc Esc");
    assert!(desk.screen().contains("会の席"), "{}", desk.screen());
}

#[test]
fn an_empty_council_says_what_to_do() {
    let mut desk = Desk::new(Council::new(Head::new("新しい会")), Lang::Ja, 80, 24);
    desk.press("3 h");
    assert!(desk.screen().contains("名簿にまだ誰もいません"), "{}", desk.screen());
}

#[test]
fn terms_are_warned_of_with_every_holder_however_long() {
    for width in [60, 100] {
        let mut desk = desk(Lang::Ja, width, 30);
        desk.press("Down Down h").type_text("管理栄養士").press("Enter");
        let warned =
            desk.screen().lines().filter(|line| line.contains("満了") && !line.contains("今年度")).count();
        assert!(warned >= 5, "{}", desk.screen());
    }
}

#[test]
fn the_form_and_the_picker_on_a_small_screen() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let mut desk = desk(lang, 60, 18);
        desk.press("Down Down e Down Down Down Down");
        insta::assert_snapshot!(format!("roles_form_{name}"), desk.screen());
        desk.press("Esc h").type_text("かちょう");
        insta::assert_snapshot!(format!("roles_picker_{name}"), desk.screen());
        desk.press("Esc Enter");
        insta::assert_snapshot!(format!("roles_vacant_{name}"), desk.screen());
    }
}
