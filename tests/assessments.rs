//! Self-assessment on the screen: every key, and what shows at each size.

mod support;
#[path = "support/user.rs"]
mod user;

use norishiro::{
    app::{Model, assessing::Way, model::BoardView},
    domain::{Assessment, Count, Party, Point, Tally, Voice, Who},
    words::Lang,
};
use support::{Desk, SIZES};
use user::{User, assert_says, keys};

/// The self-assessments of the sample.
fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 m");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 100, 30)
}

/// A council without any, about to count hands for the first sign of the map.
fn begun() -> Desk {
    let mut council = Desk::toyokawa(Lang::Ja, 100, 30).council().clone();
    council.assessments = Vec::new().into();
    council.head.focus = None;
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.press("Alt-5 m a");
    desk
}

fn newest(desk: &Desk) -> &Assessment {
    desk.council().assessments.last().unwrap()
}

fn count(desk: &Desk, sign: &str) -> Option<[u32; 3]> {
    let Count { in_place, partly, not_yet } = newest(desk).answer(sign)?.tally.count();
    Some([in_place, partly, not_yet])
}

fn way(desk: &Desk) -> Way {
    Model::way(&desk.model)
}

#[test]
fn list_signs_and_both_ways_of_asking_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            insta::assert_snapshot!(format!("list_{name}_{width}x{height}"), desk.screen());
            desk.press("Enter");
            insta::assert_snapshot!(format!("signs_{name}_{width}x{height}"), desk.screen());
            desk.press("F5");
            insta::assert_snapshot!(format!("voices_{name}_{width}x{height}"), desk.screen());
            desk.press("Shift-Tab").type_text("9 3 1");
            insta::assert_snapshot!(format!("hands_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn ten_signs_are_counted_with_nothing_but_numbers_and_enter() {
    let mut desk = begun();
    assert_eq!(way(&desk), Way::Hands);
    for counted in ["12 3 1", "１２　３　１", "12、3、1", "8 8", "16"] {
        desk.type_text(counted).press("Enter");
    }
    desk.type_text("4")
        .press("Tab")
        .type_text("6")
        .press("Tab")
        .type_text("6")
        .press("Enter Enter")
        .type_text("1 2 3")
        .press("Enter");
    let counts: Vec<Option<[u32; 3]>> = [
        "ready-one-sheet",
        "ready-contacts",
        "ready-news",
        "ready-draft",
        "wind-why-now",
        "wind-calendar",
        "wind-answered",
    ]
    .map(|sign| count(&desk, sign))
    .to_vec();
    let same = Some([12, 3, 1]);
    assert_eq!(counts, [same, same, same, Some([8, 8, 0]), Some([16, 0, 0]), Some([4, 6, 6]), None]);
    assert_eq!(newest(&desk).answers.len(), 7, "one was passed over");
    desk.press("Ctrl-Z");
    assert_eq!(newest(&desk).answers.len(), 6, "undo takes back one sign");
}

#[test]
fn what_is_being_typed_shows_as_it_stands_and_what_is_no_count_is_not_kept() {
    let mut desk = begun();
    desk.type_text("12 3");
    let seen = desk.screen();
    assert!(seen.contains("Enterで記録：できている 12、一部 3、まだ 0"), "{seen}");
    desk.type_text("人").press("Enter");
    assert!(desk.screen().contains("「12 3人」は数として読めません"), "{}", desk.screen());
    desk.press("Ctrl-U").type_text("0 0 0").press("Enter");
    assert!(desk.screen().contains("手が一つも挙がっていません"), "{}", desk.screen());
    assert_eq!(newest(&desk).answers, []);
    desk.press("Esc");
    assert_eq!(
        (desk.model.assessing.hands.text(), way(&desk)),
        ("", Way::Hands),
        "what was typed goes first"
    );
    desk.type_text("5").press("Down");
    assert_eq!(desk.model.assessing.hands.text(), "", "hands are counted for one sign");
    desk.press("Esc");
    assert_eq!(way(&desk), Way::Look);
}

#[test]
fn each_organisation_is_heard_with_one_key_and_the_next_sign_comes_by_itself() {
    let mut desk = begun();
    desk.press("Shift-Tab");
    assert_eq!(way(&desk), Way::Voices);
    let organisations = desk.council().organisations.len();
    desk.press("1 F4 3");
    assert_eq!(count(&desk, "ready-one-sheet"), Some([1, 1, 1]));
    assert!(desk.screen().contains("見方が分かれる"), "{}", desk.screen());
    desk.type_text("１").press("Left 0");
    assert_eq!(count(&desk, "ready-one-sheet"), Some([1, 1, 1]), "taken back");
    let rest = "2 ".repeat(organisations - 3);
    desk.press(rest.trim());
    assert_eq!(count(&desk, "ready-one-sheet"), Some([1, organisations as u32 - 2, 1]));
    desk.press("3");
    assert_eq!(count(&desk, "ready-contacts"), Some([0, 0, 1]), "the next sign came by itself");
    desk.press("Up Left F3");
    let first = &newest(&desk).answer("ready-one-sheet").unwrap().tally;
    assert_eq!(first.voices().len(), organisations, "said again, not twice");
    desk.press("Space Enter Esc");
    assert_eq!(way(&desk), Way::Look);
}

#[test]
fn in_a_meeting_only_those_who_came_are_heard_and_the_meeting_is_noted() {
    let mut council = support::running();
    council.assessments = Vec::new().into();
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.press("Alt-5 m a");
    assert_eq!(newest(&desk).meeting, Some(support::meeting()));
    let there = |desk: &Desk| -> Vec<String> {
        let council = desk.council();
        council.organisations_at(council.running().unwrap()).iter().map(|it| it.called().to_owned()).collect()
    };
    let heard = norishiro::app::update::assessments::voices::parties(&desk.model);
    let heard: Vec<String> = heard.into_iter().map(|who| who.label).collect();
    match there(&desk) {
        none if none.is_empty() => assert_eq!(heard.len(), desk.council().organisations.len()),
        some => assert_eq!(heard, some),
    }
}

#[test]
fn hands_and_voices_give_way_to_each_other_and_say_so() {
    let mut desk = begun();
    desk.type_text("3 2 1").press("Enter Up Shift-Tab 2");
    assert!(desk.screen().contains("手の数に替えて"), "{}", desk.screen());
    assert_eq!(count(&desk, "ready-one-sheet"), Some([0, 1, 0]));
    desk.press("Shift-Tab").type_text("4 4 4").press("Enter");
    assert!(desk.screen().contains("組織ごとの声に替えて"), "{}", desk.screen());
    assert_eq!(count(&desk, "ready-one-sheet"), Some([4, 4, 4]));
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(count(&desk, "ready-one-sheet"), Some([3, 2, 1]));
}

#[test]
fn a_begins_at_the_point_chosen_on_the_board_and_goes_on_with_an_empty_one() {
    let mut desk = begun();
    desk.press("Esc m");
    assert_eq!(desk.model.board_view, BoardView::Points);
    desk.press("Right Right m a");
    assert_eq!(desk.council().assessments.len(), 1, "the one without an answer is gone on with");
    let sign = norishiro::app::update::assessments::sign(&desk.model).unwrap();
    assert!(!sign.starts_with("ready-"), "{sign}");
    desk.type_text("1").press("Enter Esc Esc a");
    assert_eq!(desk.council().assessments.len(), 2);
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().assessments.len(), 1);
    assert_eq!(desk.model.board_view, BoardView::Assessments, "what was undone is not asked any further");
}

#[test]
fn the_result_leads_to_the_point_and_to_its_evidence() {
    let mut desk = ja();
    desk.press("Enter e").type_text("二課から報告書が消えた").press("Ctrl-S");
    let evidence = &desk.council().point(Point::Allies).evidence;
    assert_eq!(evidence.last().unwrap().text, "二課から報告書が消えた");
    assert_eq!(desk.model.board_view, BoardView::Signs, "back at the signs");
    let sign = norishiro::app::update::assessments::sign(&desk.model).unwrap();
    desk.press("x Enter").type_text("議事録の写し").press("Ctrl-S");
    let tick = desk.council().point(Point::Allies).tick(&sign).unwrap();
    assert_eq!(tick.evidence, "議事録の写し", "what was only claimed is shown now");
    desk.press("F4");
    assert_eq!(desk.model.board_view, BoardView::Points);
    assert!(desk.screen().contains("仲間をつくる"), "{}", desk.screen());
}

#[test]
fn an_assessment_is_changed_cleared_and_deleted() {
    let mut desk = ja();
    desk.press("e Ctrl-U")
        .type_text("2026-09-26")
        .press("Down Ctrl-U")
        .type_text("紙で聞いた")
        .press("Ctrl-S");
    let it = newest(&desk);
    assert_eq!((it.on.to_string(), it.note.as_str()), ("2026-09-26".to_owned(), "紙で聞いた"));
    let before = it.answers.len();
    desk.press("Enter d");
    assert_eq!(newest(&desk).answers.len(), before - 1);
    desk.press("d");
    assert!(desk.screen().contains("このしるしの声はまだありません"), "{}", desk.screen());
    desk.press("Esc Del");
    assert_eq!(desk.council().assessments.len(), 1);
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().assessments.len(), 2);
}

#[test]
fn a_council_without_any_says_how_to_begin() {
    let mut desk = begun();
    desk.press("Ctrl-Z e");
    assert!(desk.screen().contains("a で始めます"), "{}", desk.screen());
    assert!(desk.screen().contains("先に自己点検を選んでください"), "{}", desk.screen());
}

#[test]
fn a_sign_of_another_version_is_kept_by_its_id() {
    let mut council = Desk::toyokawa(Lang::Ja, 100, 30).council().clone();
    let mut it = council.assessments[1].clone();
    it.answers[0].sign = "wind-of-change".to_owned();
    council.assessments = vec![it].into();
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.press("Alt-5 m Enter End");
    let seen = desk.screen();
    assert!(seen.contains("ほかの版のしるし") && seen.contains("wind-of-change"), "{seen}");
    desk.press("e");
    assert!(desk.screen().contains("ほかの版のしるしです"), "{}", desk.screen());
    desk.press("h").type_text("2 2 2").press("Enter");
    assert_eq!(count(&desk, "wind-of-change"), Some([2, 2, 2]));
}

#[test]
fn somebody_heard_who_is_on_no_roster_is_still_shown() {
    let mut council = Desk::toyokawa(Lang::Ja, 100, 30).council().clone();
    let mut it = council.assessments[1].clone();
    let Tally::Voices(voices) = &mut it.answers[0].tally else { panic!("the sample heard voices") };
    voices[0].who = Who::new("商工会", Some(Party::Organisation("gone".into())));
    voices[0].voice = Voice::NotYet;
    council.assessments = vec![it].into();
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.press("Alt-5 m Enter");
    assert!(desk.screen().contains("商工会"), "{}", desk.screen());
    desk.press("o");
    assert!(desk.screen().contains("商工会"), "{}", desk.screen());
}

#[test]
fn every_row_stays_in_its_columns_however_wide_and_ambiguous_the_terminal() {
    for (width, height) in [(40, 12), (60, 18), (97, 20), (160, 45)] {
        for wide in [false, true] {
            let mut desk = desk(Lang::Ja, width, height);
            desk.model.look.ruler.wide = wide;
            for keys in ["", "Enter", "o", "Esc h", "PgDn End"] {
                desk.press(keys);
                for row in desk.screen().lines() {
                    assert!(desk.model.look.ruler.width(row) <= usize::from(width), "{width} {wide} {row}");
                }
            }
        }
    }
}

/// At a shell, with the sample planted.
fn shell() -> User {
    let user = User::new();
    norishiro::store::Home::at(user.home())
        .plant("toyokawa", norishiro::knowledge::samples::toyokawa())
        .expect("a sound sample");
    user
}

#[test]
fn a_shell_lists_them_and_tells_one_sign_by_sign() {
    let user = shell();
    let listed = user.ok("assessments toyokawa");
    assert_says(
        &listed,
        &["令和7年11月21日       しるし7", "令和8年9月25日 第3回  しるし7", "見方が分かれる 2"],
    );
    // As one line, however it is wrapped.
    let told = user.ok("assessments toyokawa 令和8年9月25日").replace("\n  ", "");
    assert_says(
        &told,
        &[
            "令和8年9月25日 第3回の自己点検\n",
            "4仲間\n・",
            "見方が分かれる",
            "スポーツ課 まだ",
            "前回 令和7年11月21日",
            "前回より上向き",
        ],
    );
    assert!(!told.contains("1ヨーイ"), "only what was asked: {told}");
    assert_says(
        &user.ok("--lang en assessments toyokawa 2026-09-25"),
        &["Self-assessment of 25 Sep 2026 No. 3\n", "up since"],
    );
    assert_eq!(user.ok("assessments toyokawa 2026-09-24"), "当てはまる自己点検はありません。\n");
    assert_says(&user.no(2, "assessments toyokawa いつか"), &["いつか"]);
}

#[test]
fn a_program_reads_who_said_what_and_what_was_before() {
    let user = shell();
    let all = user.json("assessments toyokawa");
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(keys(&all[1]), ["answers", "id", "meeting", "note", "on"]);
    let answer = &all[1]["answers"][0];
    assert_eq!((&answer["sign"], &answer["point"]), (&"allies-own-words".into(), &"allies".into()));
    assert_eq!(
        (&answer["in_place"], &answer["partly"], &answer["not_yet"]),
        (&4.into(), &3.into(), &0.into())
    );
    assert_eq!((&answer["accord"], &answer["drift"]), (&"partly".into(), &"up".into()));
    assert_eq!((&answer["before"]["on"], &answer["before"]["partly"]), (&"2025-11-21".into(), &6.into()));
    assert_eq!(answer["voices"][0]["organisation"], "hokencen");
    assert_eq!(all[0]["answers"][0]["voices"], serde_json::json!([]));
    assert_eq!(user.json("assessments toyokawa 2025-11-21").as_array().unwrap().len(), 1);
}
