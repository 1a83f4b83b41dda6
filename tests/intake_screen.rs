//! Lists and minutes kept elsewhere on the screen: shown first, taken in with one key and taken back with another.

mod support;

use norishiro::{
    app::{Effect, Msg, Pane, overlay::Overlay},
    domain::{Council, Mint, decide::import::Fate},
    intake::{self, Kind, Plan, Wanted},
    paper::{self, Encoding, Format, Order, Source, wording::Wording},
    words::{Lang, Words},
};
use support::{Desk, SIZES, at};

/// One changes, one is new, one stays, and two cannot be taken.
const ROSTER: &str = "豊川市健康づくり協議会 委員名簿,,,,\n氏名,職,所属,メール,備考\n\
    ,園長,ひまわり保育園,himawari@city.example,新任\n,課長,保育課,hoiku@city.example,\n\
    ,保健師,介護高齢課,,\n丙田,会計,商工会,なし,\n,,保育課,,\n";

fn desk(lang: Lang, (width, height): (u16, u16)) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-2");
    desk
}

fn arrives(desk: &mut Desk, kind: Kind, bytes: &[u8]) {
    desk.send(Msg::Read { name: "名簿.csv".to_owned(), kind, bytes: bytes.to_vec() });
}

fn has_intake(desk: &Desk) -> bool {
    desk.model.overlays.iter().any(|it| matches!(it, Overlay::Intake(_)))
}

/// The council with as many changes as it had before.
fn now(desk: &Desk) -> (Council, usize) {
    (desk.council().clone(), desk.disk.len())
}

#[test]
fn a_roster_is_shown_before_it_is_taken_in() {
    for lang in [Lang::Ja, Lang::En] {
        for size in SIZES {
            let mut desk = desk(lang, size);
            let before = now(&desk);
            arrives(&mut desk, Kind::Roster, ROSTER.as_bytes());
            assert_eq!(now(&desk), before, "nothing is changed before Enter");
            insta::assert_snapshot!(
                format!("roster_{}_{}x{}", if lang == Lang::Ja { "ja" } else { "en" }, size.0, size.1),
                desk.screen()
            );
        }
    }
}

#[test]
fn refused_lines_are_asked_about_and_one_undo_takes_all_of_it_back() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let (council, changes) = now(&desk);
    arrives(&mut desk, Kind::Roster, ROSTER.as_bytes());
    desk.press("Enter");
    assert_eq!(desk.council(), &council, "two lines are refused: it is asked first");
    insta::assert_snapshot!("asking_ja_100x30", desk.screen());
    desk.press("Esc");
    assert!(has_intake(&desk));
    desk.press("Enter F2");
    assert!(!has_intake(&desk));
    assert_eq!(desk.disk.len(), changes + 1);
    assert!(desk.council().members.len() > council.members.len());
    assert!(desk.screen().contains("取り込みました"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert_eq!(desk.council(), &council);
}

#[test]
fn leaving_it_leaves_everything_as_it_was() {
    let mut desk = desk(Lang::En, (80, 24));
    let before = now(&desk);
    arrives(&mut desk, Kind::Roster, ROSTER.as_bytes());
    desk.press("Down PgDn PgDn Up Esc");
    assert!(!has_intake(&desk));
    assert_eq!(now(&desk), before);
}

#[test]
fn the_form_guesses_what_it_is_from_the_pane_and_reads_the_file_that_was_dragged_there() {
    for (pane, kind) in [("Alt-2", Kind::Roster), ("Alt-4", Kind::Actions), ("Alt-6", Kind::Minutes)] {
        let mut desk = desk(Lang::Ja, (80, 24));
        desk.press(pane).press("Ctrl-E").type_text("'/共有/委員 名簿.xlsx'").press("F2");
        match desk.effects.last() {
            Some(Effect::Read { path, kind: asked }) => {
                assert_eq!((path.as_str(), *asked), ("/共有/委員 名簿.xlsx", kind));
            }
            other => panic!("{other:?}"),
        }
    }
    let mut desk = desk(Lang::Ja, (80, 24));
    desk.press("Ctrl-E");
    insta::assert_snapshot!("form_ja_80x24", desk.screen());
    desk.press("F2");
    assert!(desk.effects.is_empty(), "it says that a file is wanted");
}

#[test]
fn pasted_cells_are_mapped_by_hand() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let count = desk.council().members.len();
    desk.send(Msg::Paste("丁野\t農務課\n戊川\t保育課\n".to_owned()));
    assert!(has_intake(&desk), "{}", desk.screen());
    insta::assert_snapshot!("unmapped_ja_100x30", desk.screen());
    desk.press("F4 F3 Enter");
    desk.type_text("氏名").press("Enter F3 Down Enter").type_text("所属").press("Enter");
    insta::assert_snapshot!("mapped_ja_100x30", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.council().members.len(), count + 2, "{}", desk.screen());
    let added = &desk.council().members[count];
    assert_eq!(added.name, "丁野");
    assert_eq!(desk.council().organisation_of(added).map(|it| it.called()), Some("農務課"));
}

#[test]
fn a_first_line_of_unknown_headings_is_no_row_unless_told() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let count = desk.council().members.len();
    desk.send(Msg::Paste("委員\t職場\n丁野\t農務課\n".to_owned()));
    desk.press("F3 Enter").type_text("氏名").press("Enter");
    desk.press("Enter");
    assert_eq!(desk.council().members.len(), count + 1);
}

#[test]
fn one_line_or_a_text_field_takes_a_paste_as_before() {
    let mut desk = desk(Lang::Ja, (80, 24));
    desk.send(Msg::Paste("丁野\t農務課".to_owned()));
    assert!(!has_intake(&desk));
    desk.press("/");
    desk.send(Msg::Paste("丁野\t農務課\n戊川\t保育課\n".to_owned()));
    assert!(!has_intake(&desk));
}

#[test]
fn actions_wait_for_what_was_put_away_and_come_in_then() {
    let council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    let mut desk = Desk::partly_read(council, Lang::Ja, 80, 24);
    desk.press("Alt-4");
    let count = desk.council().actions.len();
    desk.send(Msg::Paste("内容\t担当\t期限\n会場を取る\t農務課\t12/20\n".to_owned()));
    assert!(has_intake(&desk));
    desk.press("Enter");
    assert_eq!(desk.council().actions.len(), count + 1, "{}", desk.screen());
}

#[test]
fn minutes_go_under_the_items_of_the_meeting_on_screen() {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("Alt-6");
    assert_eq!(desk.model.pane, Pane::Record);
    let text =
        "# 第4回協議会 議事録\n議題1 はじめに\n開会した。\n(2) 数の話だけをした\n- 決定：来年度も続ける\n";
    arrives(&mut desk, Kind::Minutes, text.as_bytes());
    insta::assert_snapshot!("minutes_ja_100x30", desk.screen());
    let id = desk.model.meeting.clone().unwrap();
    let before = desk.council().body(&id).unwrap().lines.len();
    desk.press("Enter");
    let lines = &desk.council().body(&id).unwrap().lines;
    assert_eq!(lines.len(), before + 3);
    assert!(lines.iter().rev().take(3).all(|line| line.item.is_some()));
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().body(&id).unwrap().lines.len(), before);
}

#[test]
fn a_file_that_is_none_is_refused_with_what_to_do() {
    let mut desk = desk(Lang::Ja, (80, 24));
    arrives(&mut desk, Kind::Roster, &[0xD0, 0xCF, 0x11, 0xE0]);
    assert!(desk.screen().contains(".xlsx"), "{}", desk.screen());
    assert!(!has_intake(&desk));
}

/// What a paper made of a council would do to it when it is taken in again.
fn comes_back(council: &Council, lang: Lang, paper: paper::Kind, format: Format, kind: Kind) -> Plan {
    let order = Order { format, ..Order::new(paper) };
    let (wording, now) = (Wording::built_in(lang), at("2026-11-21T10:00:00"));
    let source = Source { council, words: Words::new(lang), now, wording: &wording };
    let made = paper::compose(&order, source).unwrap().bytes(format, Encoding::Utf8).unwrap();
    let wanted = Wanted { kind, maps: Vec::new(), meeting: None, year: 2020, empties: true, now };
    let material = intake::read(kind, &made).unwrap();
    intake::plan(&material, &wanted, council, &mut Mint::seeded(1)).unwrap()
}

#[test]
fn a_sheet_that_went_out_and_came_back_untouched_changes_nothing() {
    for lang in [Lang::Ja, Lang::En] {
        let desk = Desk::toyokawa(lang, 80, 24);
        let rows = desk.council().sheet_of(2026).count();
        for format in [Format::Xlsx, Format::Docx] {
            let imported =
                comes_back(desk.council(), lang, paper::Kind::Evaluation, format, Kind::Sheet).imported;
            assert_eq!((imported.edits, imported.refused), (vec![], vec![]), "{lang:?} {format:?}");
            assert_eq!(imported.rows.iter().filter(|row| row.fate == Fate::Left).count(), rows);
        }
    }
}

#[test]
fn a_roster_and_a_list_of_actions_that_went_out_come_back_as_they_were() {
    for lang in [Lang::Ja, Lang::En] {
        let desk = Desk::toyokawa(lang, 80, 24);
        let papers = [(paper::Kind::Roster, Kind::Roster), (paper::Kind::Actions, Kind::Actions)];
        for (paper, kind) in papers {
            for format in [Format::Xlsx, Format::Csv] {
                let imported = comes_back(desk.council(), lang, paper, format, kind).imported;
                assert_eq!(
                    (imported.edits, imported.refused),
                    (vec![], vec![]),
                    "{lang:?} {kind:?} {format:?}"
                );
                assert!(imported.rows.len() > 3, "{lang:?} {kind:?} {format:?}");
            }
        }
    }
}
