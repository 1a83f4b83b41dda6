//! Organisations as partners, on the screen: the table behind `p`, the page of one, and every key of it on the board and on the roster.

mod support;

use chrono::NaiveDate;
use norishiro::{
    app::{
        model::{BoardView, ListId},
        overlay::Overlay,
    },
    domain::{
        Aspect, Council, Exchange, ExchangeWay, ListEdit, Organisation, Part, Partner, Point, Tie,
        partner::Finding,
    },
    words::{Lang, Words},
};
use support::{Desk, SIZES};

/// At the table of the sample.
fn table(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 p");
    desk
}

/// On the organisation of the sample that was looked at in four aspects, in the table.
fn sports() -> Desk {
    let mut desk = table(Lang::Ja, 100, 30);
    desk.press("Down Down Down Down Down");
    desk
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn partner(desk: &Desk) -> &Partner {
    let organisation = &desk.council().organisations[5];
    assert_eq!(organisation.name, "スポーツ課");
    &organisation.partner
}

/// The sample where the first organisation carries much, and the others of the roster are as they are.
fn changed(change: impl FnOnce(&mut Council)) -> Council {
    let mut council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    change(&mut council);
    council
}

fn replace(council: &mut Council, at: usize, change: impl FnOnce(&mut Organisation)) {
    let old = council.organisations[at].clone();
    let mut new = old.clone();
    change(&mut new);
    council.organisations.apply(&ListEdit::Replace { old, new }).unwrap();
}

#[test]
fn table_page_and_checks_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = table(lang, width, height);
            insta::assert_snapshot!(format!("table_{name}_{width}x{height}"), desk.screen());
            desk.press("Down Down Down Down Down Enter");
            insta::assert_snapshot!(format!("page_{name}_{width}x{height}"), desk.screen());
            desk.press("c");
            insta::assert_snapshot!(format!("checks_{name}_{width}x{height}"), desk.screen());
            desk.press("Esc t");
            insta::assert_snapshot!(format!("tie_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn p_opens_the_table_and_p_or_escape_goes_back() {
    let mut desk = table(Lang::Ja, 80, 24);
    assert_eq!((desk.model.board_view, desk.model.list_id()), (BoardView::Partners, ListId::Partners));
    desk.press("p");
    assert_eq!(desk.model.board_view, BoardView::Points);
    desk.press("p Enter Esc");
    assert_eq!(desk.model.board_view, BoardView::Partners, "Esc closes the page first");
    desk.press("Esc");
    assert_eq!(desk.model.board_view, BoardView::Points);
}

#[test]
fn every_row_says_what_binds_the_organisation_to_each_point() {
    let desk = table(Lang::En, 160, 45);
    let (words, council, screen) = (Words::new(Lang::En), desk.council(), desk.screen());
    let carried = council.carried();
    for (organisation, carried) in council.organisations.iter().zip(&carried) {
        let mark = |part: Option<Part>| part.map_or(".", |part| words.part_mark(part));
        let marks: Vec<&str> = Point::ALL.map(|point| mark(organisation.part(carried, point))).to_vec();
        let row = screen.lines().find(|row| row.trim_start().starts_with(organisation.called()));
        let row = row.expect("a row of the organisation").replacen(organisation.called(), "", 1);
        let cells: Vec<&str> = row.split_whitespace().take(10).collect();
        assert_eq!(cells, marks, "{}", organisation.name);
    }
    assert!(Part::ALL.into_iter().all(|part| screen.contains(words.part(part))), "{screen}");
}

#[test]
fn the_heavy_and_the_silent_are_marked_with_a_word() {
    let council = changed(|council| {
        let quiet = Organisation::new("quiet".into(), "商工会議所");
        let insert = council.organisations.appending(quiet);
        council.organisations.apply(&insert).unwrap();
    });
    for (width, height) in SIZES {
        let mut desk = Desk::new(council.clone(), Lang::Ja, width, height);
        desk.press("Alt-5 p");
        let screen = desk.screen();
        let row =
            |name: &str| screen.lines().find(|row| row.trim_start().starts_with(name)).unwrap_or_default();
        assert!(row("保健").contains("!集中"), "{screen}");
        assert!(row("商工").contains("!なし"), "{screen}");
        desk.press("End Enter");
        assert!(desk.screen().contains("まだ一度も連絡がありません"), "{}", desk.screen());
    }
}

#[test]
fn a_last_contact_long_ago_is_marked_and_told() {
    let council = changed(|council| {
        let met = |organisation: &mut Organisation| {
            organisation.partner.exchanges =
                vec![Exchange {
                    on: day(3, 2), way: ExchangeWay::Contact, text: "年度末のあいさつ".into()
                }];
        };
        let insert = council.organisations.appending(Organisation::new("quiet".into(), "商工会議所"));
        council.organisations.apply(&insert).unwrap();
        replace(council, 7, met);
    });
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.press("Alt-5 p End");
    assert!(desk.screen().contains("!8か月前"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("最後の連絡は8か月前です"), "{}", desk.screen());
}

#[test]
fn until_every_meeting_is_read_no_last_contact_is_told() {
    let council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    let mut desk = Desk::partly_read_slowly(council, Lang::Ja, 80, 24);
    desk.press("Alt-5 p");
    assert!(!desk.screen().contains("週前"), "{}", desk.screen());
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert!(desk.screen().contains("週前"), "{}", desk.screen());
}

#[test]
fn how_close_now_and_aimed_for_are_picked_with_their_marks() {
    let mut desk = sports();
    desk.press("t");
    assert!(desk.screen().contains("提携：非公式に結びつく"), "{}", desk.screen());
    desk.press("Down Enter");
    assert_eq!(partner(&desk).tie, Some(Tie::Partnership));
    desk.press("g Down Enter");
    assert_eq!(partner(&desk).aim, Some(Tie::Coalition));
    desk.press("F3 Down Down Down Down Down Enter");
    assert_eq!(partner(&desk).tie, None);
    desk.press("Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!((partner(&desk).tie, partner(&desk).aim), (Some(Tie::Alliance), Some(Tie::Partnership)));
}

#[test]
fn six_keys_go_through_the_six_aspects() {
    let mut desk = table(Lang::Ja, 80, 24);
    desk.press("c 1 2 3 F3 F4 F5");
    let found: Vec<_> =
        desk.council().organisations[0].partner.checks.iter().map(|it| (it.aspect, it.finding)).collect();
    let found_of = [Finding::Ready, Finding::Unsure, Finding::NotYet];
    let expected: Vec<_> = Aspect::ALL.into_iter().zip(found_of.into_iter().cycle()).collect();
    assert_eq!(found, expected);
    assert!(desk.model.overlays.is_empty(), "it closes after the last");
    assert!(
        desk.screen().contains("六つを見ました：整っている 2、わからない 2、まだ 2"),
        "{}",
        desk.screen()
    );
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().organisations[0].partner.checks.len(), 5, "each answer is a step of its own");
}

#[test]
fn a_walk_begins_where_nobody_looked_and_takes_a_note() {
    let mut desk = sports();
    desk.press("F5");
    let screen = desk.screen();
    assert!(screen.contains("計画して動き、確かめることを約束できるか"), "the fifth aspect: {screen}");
    desk.press("n").type_text("何を見るかは次回").press("Enter");
    let check = partner(&desk).check(Aspect::Evaluation).unwrap().clone();
    assert_eq!(
        (check.finding, check.note.as_str(), check.on),
        (Finding::Unsure, "何を見るかは次回", day(11, 20))
    );
    desk.press("1");
    let check = partner(&desk).check(Aspect::Evaluation).unwrap().clone();
    assert_eq!((check.finding, check.note.as_str()), (Finding::Ready, "何を見るかは次回"));
    desk.press("Up Up Up Enter Esc");
    assert!(desk.model.overlays.is_empty());
    assert_eq!(partner(&desk).check(Aspect::Capacity).unwrap().finding, Finding::NotYet, "looked at only");
}

#[test]
fn what_went_to_and_fro_is_logged_mended_and_dropped() {
    let mut desk = sports();
    let before = partner(&desk).exchanges.len();
    desk.press("l Right Enter").type_text("販売の日に棚を借りた").press("Enter Enter");
    let logged = partner(&desk).exchanges.last().unwrap().clone();
    assert_eq!(
        (logged.way, logged.text.as_str(), logged.on),
        (ExchangeWay::Received, "販売の日に棚を借りた", day(11, 20))
    );
    desk.press("l Right Right Enter Enter").type_text("11/1").press("Ctrl-S");
    assert!(desk.screen().contains("何をしたか、してもらったかを入れてください"), "{}", desk.screen());
    desk.type_text("講師を出した").press("Ctrl-S");
    let texts: Vec<&str> = partner(&desk).exchanges.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(&texts[before..], ["講師を出した", "販売の日に棚を借りた"], "by their days");
    assert_eq!(partner(&desk).exchanges[before].on, day(11, 1));
    desk.press("m Enter Enter").type_text("（午前）").press("Ctrl-S");
    assert_eq!(partner(&desk).exchanges[before + 1].text, "販売の日に棚を借りた（午前）");
    desk.press("x Down Enter");
    assert_eq!(partner(&desk).exchanges.len(), before + 1);
    assert_eq!(partner(&desk).exchanges[before].text, "販売の日に棚を借りた（午前）");
    desk.press("Ctrl-Z");
    assert_eq!(partner(&desk).exchanges.len(), before + 2);
}

#[test]
fn a_contact_goes_without_words_and_an_organisation_without_a_log_says_so() {
    let mut desk = table(Lang::Ja, 80, 24);
    desk.press("m");
    assert!(desk.screen().contains("やりとりはまだありません"), "{}", desk.screen());
    desk.press("l Ctrl-S");
    let exchanges = &desk.council().organisations[0].partner.exchanges;
    assert_eq!((exchanges.len(), exchanges[0].way), (1, ExchangeWay::Contact));
}

#[test]
fn points_are_entered_by_number_and_marked_in_the_table() {
    let mut desk = sports();
    desk.press("w Ctrl-U").type_text("８、2 育てる").press("Enter");
    assert_eq!(partner(&desk).points, [Point::Wind, Point::Grow, Point::Feedback]);
    let screen = desk.screen();
    let row = screen.lines().find(|row| row.trim_start().starts_with("スポーツ課")).unwrap();
    assert!(row.contains('参'), "{screen}");
    desk.press("w").type_text("、11").press("Enter");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Form(_))), "{}", desk.screen());
}

#[test]
fn both_doors_lead_to_one_page_with_the_same_keys() {
    let mut desk = sports();
    desk.press("Enter");
    let page = |desk: &Desk| norishiro::app::view::detail(&desk.model);
    let behind_the_table = page(&desk);
    desk.press("Alt-2 o /").type_text("スポーツ課").press("Enter");
    assert_eq!(page(&desk), behind_the_table);
    desk.press("l").type_text("").press("Ctrl-S t Down Down Down Down Enter");
    assert_eq!((partner(&desk).exchanges.len(), partner(&desk).tie), (2, None));
    desk.press("Alt-5 e").press("Ctrl-U").type_text("スポーツ課の教室係").press("Ctrl-S");
    assert_eq!(desk.council().organisations[5].name, "スポーツ課の教室係", "the choice of the table stayed");
}

#[test]
fn contact_data_is_not_shown_while_a_meeting_runs() {
    let mut desk = sports();
    desk.press("Enter");
    let told = |desk: &Desk| {
        norishiro::app::view::detail(&desk.model).iter().any(|it| it.text.contains("市民スポーツの係"))
    };
    assert!(told(&desk));
    desk.press("F12 Alt-5");
    assert!(desk.model.is_running() && !told(&desk), "{}", desk.screen());
}

#[test]
fn what_nobody_would_type_stays_in_its_columns() {
    let poison = "毒\u{1b}[2J\u{9b}\r\n\t\u{202e}ＡＢＣ🇯🇵👩‍👩‍👧".repeat(40);
    let council = changed(|council| {
        replace(council, 5, |it| {
            it.name.clone_from(&poison);
            it.short.clone_from(&poison);
            it.partner.exchanges.iter_mut().for_each(|it| it.text.clone_from(&poison));
            it.partner.checks.iter_mut().for_each(|it| it.note.clone_from(&poison));
        });
    });
    for (width, height) in [(40, 12), (60, 18), (160, 45)] {
        let mut desk = Desk::new(council.clone(), Lang::Ja, width, height);
        for keys in [
            "Alt-5 p",
            "Down Down Down Down Down",
            "Enter",
            "c",
            "Esc m",
            "Esc l",
            "Esc Alt-2 o",
            "End Enter",
        ] {
            desk.press(keys);
            let screen = desk.screen();
            assert!(!screen.chars().any(|c| c.is_control() && c != '\n'), "{screen:?}");
            let rows = screen.lines().filter(|row| !row.starts_with("(caret")).count();
            assert_eq!(rows, usize::from(height), "{screen}");
        }
    }
}
