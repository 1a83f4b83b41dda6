//! The plan-and-evaluation sheet on the screen: every key, what is typed is never lost, and what shows at each size.

mod support;

use norishiro::{
    app::{
        Effect, Msg,
        access::{Access, Holder, Life},
        model::BoardView,
    },
    domain::{Column, SheetRow, decide},
    words::Lang,
};
use support::{Desk, SIZES};

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 f");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 160, 45)
}

fn rows(desk: &Desk, year: i32) -> Vec<&SheetRow> {
    desk.council().sheet_of(year).collect()
}

fn whose(desk: &Desk, year: i32) -> Vec<&str> {
    rows(desk, year).into_iter().map(|row| row.who.label.as_str()).collect()
}

fn cell(desk: &Desk, nth: usize, column: Column) -> &str {
    rows(desk, 2026)[nth].cell(column)
}

#[test]
fn the_sheet_is_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            desk.press("Tab Tab Tab Tab");
            insta::assert_snapshot!(format!("sheet_{name}_{width}x{height}"), desk.screen());
            desk.press("F3 Enter").type_text("11月に農務課と合わせて展示");
            insta::assert_snapshot!(format!("writing_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn an_empty_year_says_how_to_begin() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let mut desk = desk(lang, 80, 24);
        desk.press("PgDn");
        insta::assert_snapshot!(format!("empty_{name}"), desk.screen());
    }
}

#[test]
fn f_opens_the_sheet_of_this_year_and_f_or_escape_goes_back() {
    let mut desk = ja();
    assert_eq!(desk.model.board_view, BoardView::Sheet(2026));
    desk.press("f");
    assert_eq!(desk.model.board_view, BoardView::Points);
    desk.press("f Esc");
    assert_eq!(desk.model.board_view, BoardView::Points);
}

#[test]
fn enter_writes_in_the_cell_and_enter_again_goes_on_to_the_next() {
    let mut desk = ja();
    desk.press("Right Right Enter Ctrl-U")
        .type_text("自分の値を")
        .press("Alt-Enter")
        .type_text("言える")
        .press("Enter");
    assert_eq!(cell(&desk, 0, Column::Aim), "自分の値を\n言える");
    assert_eq!(rows(&desk, 2026)[0].touched, Some(desk.now.date()));
    assert_eq!(desk.model.sheet.column, Column::Problems);
    assert!(desk.model.writing().is_none());
    desk.press("Ctrl-Z");
    assert_ne!(cell(&desk, 0, Column::Aim), "自分の値を\n言える");
    assert_eq!(desk.disk.len(), 2, "one change, taken back in one");
}

#[test]
fn tab_goes_on_writing_over_the_end_of_a_row() {
    let mut desk = ja();
    desk.press("Right Right Right Right Right Enter")
        .type_text("一")
        .press("Tab")
        .type_text("二")
        .press("Shift-Tab");
    assert!(cell(&desk, 0, Column::Evaluation).ends_with('一'));
    assert!(cell(&desk, 1, Column::Programme).ends_with('二'));
    desk.type_text("三").press("Enter");
    assert!(cell(&desk, 0, Column::Evaluation).ends_with("一三"));
    desk.press("Tab Tab Shift-Tab");
    assert_eq!(desk.model.sheet.column, Column::Viewpoint);
}

#[test]
fn the_last_cell_is_kept_and_stays_in_hand() {
    let mut desk = ja();
    desk.press("End Right Right Right Right Right Enter").type_text("終").press("Tab");
    assert!(cell(&desk, 6, Column::Evaluation).ends_with('終'));
    assert!(desk.model.writing().is_none());
    assert_eq!(desk.model.sheet.column, Column::Evaluation);
}

#[test]
fn escape_leaves_the_cell_as_it_was_and_enter_goes_on_with_what_was_typed() {
    let mut desk = ja();
    let before = cell(&desk, 0, Column::Programme).to_owned();
    desk.press("Enter").type_text("書きかけ").press("Esc");
    assert_eq!(cell(&desk, 0, Column::Programme), before);
    assert!(desk.screen().contains("書きかけは残してあり"), "{}", desk.screen());
    desk.press("Right Enter Esc Left Enter");
    assert!(desk.screen().contains("書きかけの続きです"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(cell(&desk, 0, Column::Programme), format!("{before}書きかけ"));
}

#[test]
fn leaving_the_sheet_keeps_what_is_typed() {
    for keys in ["Alt-1", "Alt-6", "Ctrl-Q", "Ctrl-O"] {
        let mut desk = ja();
        desk.press("Enter").type_text("ここまで").press(keys);
        assert!(cell(&desk, 0, Column::Programme).ends_with("ここまで"), "{keys}");
        assert_eq!(desk.disk.len(), 1, "{keys}");
        assert_eq!(desk.effects.iter().any(|it| matches!(it, Effect::Quit)), keys == "Ctrl-Q");
    }
}

#[test]
fn a_row_that_goes_away_leaves_what_was_typed_to_be_pasted() {
    let mut desk = ja();
    desk.press("Down Enter").type_text("朝市");
    let id = rows(&desk, 2026)[1].id.clone();
    let edits = decide::sheet::remove(desk.council(), &id).expect("it is there");
    desk.model.history.push(desk.now, edits).expect("they fit");
    desk.wait(1);
    assert!(desk.model.writing().is_none());
    assert!(desk.screen().contains("この行は消されました"), "{}", desk.screen());
    desk.press("Enter Ctrl-V Enter");
    assert!(cell(&desk, 1, Column::Programme).ends_with("朝市"));
}

#[test]
fn an_undo_beneath_an_untouched_cell_shows_in_it() {
    let mut desk = ja();
    let before = cell(&desk, 0, Column::Programme).to_owned();
    desk.press("Enter").type_text("朝市").press("Enter Left Enter Ctrl-Z");
    let shown = desk.model.writing().map(|it| it.editor.text());
    assert_eq!((shown, cell(&desk, 0, Column::Programme)), (Some(before.as_str()), before.as_str()));
}

#[test]
fn whose_row_it_is_can_be_mended() {
    let mut desk = ja();
    desk.press("w Ctrl-U").type_text("商工会").press("Enter");
    assert_eq!(whose(&desk, 2026)[0], "商工会");
    assert_eq!(rows(&desk, 2026)[0].who.party, None);
}

#[test]
fn rows_are_added_one_organisation_after_the_other() {
    let mut desk = ja();
    desk.press("PgDn a");
    assert!(desk.screen().contains("保健センター"), "{}", desk.screen());
    desk.press("Enter a Enter a").type_text("自治会").press("Enter");
    assert_eq!(whose(&desk, 2027), ["保健センター", "保険年金課", "自治会"]);
    assert!(rows(&desk, 2027)[0].who.party.is_some() && rows(&desk, 2027)[2].who.party.is_none());
    desk.press("a Ctrl-U Enter");
    assert!(desk.screen().contains("課・連携先の名前を入れてください"), "{}", desk.screen());
}

#[test]
fn c_carries_the_year_over_once_and_undo_takes_it_back() {
    let mut desk = ja();
    desk.press("Down Down c");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2027));
    assert_eq!(whose(&desk, 2027), whose(&desk, 2026));
    let third = rows(&desk, 2027)[2];
    assert_eq!(third.programme, cell(&desk, 2, Column::Programme));
    assert_eq!((third.problems.as_str(), third.evaluation.as_str()), ("", ""));
    assert_eq!(desk.model.list().cursor.at, 2, "whoever was in hand stays in hand");
    desk.press("PgUp c");
    assert!(desk.screen().contains("引き継ぐ行は残っていません"), "{}", desk.screen());
    assert_eq!(desk.disk.len(), 1);
    desk.press("Ctrl-Z PgDn");
    assert_eq!(rows(&desk, 2027).len(), 0);
    desk.press("F5");
    assert_eq!(rows(&desk, 2027).len(), 7, "an empty year takes over the one before");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2027));
}

#[test]
fn the_years_turn_with_whoever_is_in_hand() {
    let mut desk = ja();
    desk.press("Down Down Down PgUp");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2025));
    assert_eq!(desk.model.list().cursor.at, 3);
    desk.press("] ] ] ]");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2027), "one year beyond the last sheet");
    desk.press("[ [ [ [ [");
    assert_eq!(desk.model.board_view, BoardView::Sheet(2024));
}

#[test]
fn last_years_text_shows_beside_the_present_one() {
    let mut desk = desk(Lang::Ja, 80, 24);
    let before = "保健センターの予防教室、健診結果の説明会";
    let shows = |desk: &Desk| desk.screen().contains("│ 令和7年度");
    assert!(!shows(&desk));
    desk.press("v");
    assert!(shows(&desk), "{}", desk.screen());
    assert_eq!(rows(&desk, 2025)[0].programme, before);
    desk.press("F3");
    assert!(!shows(&desk));
    desk.resize(100, 30);
    assert!(shows(&desk));
    desk.press("v");
    assert!(desk.screen().contains("前の年度は並んで表示されています"), "{}", desk.screen());
    desk.press("PgUp");
    assert!(desk.screen().contains("前の年度の行はありません"), "{}", desk.screen());
}

#[test]
fn rows_move_go_and_cells_are_emptied() {
    let mut desk = ja();
    desk.press("Alt-Down");
    assert_eq!(whose(&desk, 2026)[..2], ["保険年金課", "保健センター"]);
    assert_eq!(whose(&desk, 2025)[..2], ["保健センター", "保険年金課"]);
    desk.press("Alt-Up x");
    assert_eq!(cell(&desk, 0, Column::Programme), "");
    desk.press("x");
    assert!(desk.screen().contains("この欄はまだ空です"), "{}", desk.screen());
    desk.press("d");
    assert_eq!(whose(&desk, 2026)[0], "保険年金課");
    desk.press("Ctrl-Z Ctrl-Z");
    assert!(!cell(&desk, 0, Column::Programme).is_empty());
}

#[test]
fn on_a_narrow_screen_up_and_down_are_the_cells_and_the_sides_the_rows() {
    let mut desk = desk(Lang::Ja, 60, 18);
    desk.press("Down Down Right");
    assert_eq!(desk.model.sheet.column, Column::Aim);
    assert!(desk.screen().contains("2／7"), "{}", desk.screen());
    desk.press("Left Up");
    assert_eq!((desk.model.sheet.column, desk.model.list().cursor.at), (Column::Viewpoint, 0));
}

#[test]
fn a_click_takes_a_cell_in_hand_and_a_second_one_writes() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.click(50, 7);
    assert_eq!((desk.model.sheet.column, desk.model.list().cursor.at), (Column::Viewpoint, 1));
    desk.click(50, 7).type_text("！");
    desk.click(20, 4);
    assert!(cell(&desk, 1, Column::Viewpoint).ends_with('！'));
    assert_eq!((desk.model.sheet.column, desk.model.list().cursor.at), (Column::Programme, 0));
}

#[test]
fn searching_finds_a_row_by_what_stands_in_it() {
    let mut desk = ja();
    desk.press("/").type_text("ウォーキング").press("Enter");
    let seen = desk.screen();
    assert!(seen.contains("スポーツ課") && !seen.contains("農務課"), "{seen}");
    desk.press("Enter").type_text("（合同）").press("Enter");
    assert_eq!(cell(&desk, 5, Column::Programme), "ウォーキング教室（合同）");
}

#[test]
fn a_paste_keeps_its_lines_and_who_watches_changes_nothing() {
    let mut desk = ja();
    desk.press("Enter Ctrl-U").paste("一行目\r\n二行目").press("Enter");
    assert_eq!(cell(&desk, 0, Column::Programme), "一行目\n二行目");
    let holder = Holder { by: "別の人".into(), host: "host".into(), since: None, life: Life::Running };
    desk.press("Enter").type_text("続き");
    desk.send(Msg::Pen(Access::Theirs(holder)));
    assert!(desk.model.writing().is_none());
    desk.press("a c d x");
    assert_eq!(desk.disk.len(), 1);
}

#[test]
fn every_row_stays_in_its_columns_however_wide_and_ambiguous_the_terminal() {
    for (width, height) in [(40, 12), (60, 18), (72, 12), (97, 20), (160, 45)] {
        for wide in [false, true] {
            let mut desk = desk(Lang::Ja, width, height);
            desk.model.look.ruler.wide = wide;
            for keys in ["Down", "End Right", "F3", "Enter", "Alt-Enter Up", "Esc PgDn", "c"] {
                desk.press(keys);
                let (_, caret) = desk.buffer();
                assert!(caret.is_none_or(|at| at.x < width && at.y < height), "{width}x{height} {keys}");
                for row in desk.screen().lines() {
                    assert!(desk.model.look.ruler.width(row) <= usize::from(width), "{width} {wide} {row}");
                }
            }
        }
    }
}

#[test]
fn a_cell_being_written_survives_the_end_of_the_program() {
    let mut desk = ja();
    let before = cell(&desk, 1, Column::Evaluation).to_owned();
    desk.press("Down Right Right Right Right Right Enter").type_text("半ばまで").wait(2);
    let draft = desk.drafts.last().cloned().flatten().expect("it is kept");
    assert_eq!(
        (draft.text.as_str(), draft.cell.as_ref().map(|it| it.1)),
        ("半ばまで", Some(Column::Evaluation))
    );

    let mut again = desk.reopened();
    let council = again.council().clone();
    again.open(council.clone(), 0, Some(draft.clone()));
    assert_eq!(again.model.board_view, BoardView::Sheet(2026));
    assert_eq!(again.model.writing().map(|it| it.editor.text()), Some("半ばまで"));
    assert_eq!(cell(&again, 1, Column::Evaluation), before);
    again.press("Enter").wait(2);
    assert_eq!(cell(&again, 1, Column::Evaluation), "半ばまで");
    assert_eq!(again.drafts.last(), Some(&None), "what is written down needs no draft");

    let written = again.council().clone();
    let mut third = desk.reopened();
    third.open(written, 1, Some(draft.clone()));
    assert!(third.model.writing().is_none());
    let mut gone = council;
    gone.sheet = Vec::new().into();
    third.open(gone, 0, Some(draft));
    assert!(third.screen().contains("この行は消されました"), "{}", third.screen());
}
