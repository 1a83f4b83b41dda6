//! The indicators and the list of what the council stands on, on the screen: every key, and what shows at each size.

mod support;

use norishiro::{
    app::{model::BoardView, view::board},
    domain::{FootingKind, FootingState, Indicator, IndicatorKind, Point, Wanted},
    words::Lang,
};
use support::{Desk, SIZES};

/// The indicators of the sample, all of them.
fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 i");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 100, 30)
}

/// At the page of a point.
fn opened(point: Point, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(Lang::Ja, width, height);
    desk.press("Alt-5");
    let (_, cell) = board::map(&desk.model).cells[usize::from(point.number()) - 1];
    desk.click(cell.x + 1, cell.y).press("Enter");
    desk
}

fn names(desk: &Desk) -> Vec<&str> {
    desk.council().indicators.iter().map(|it| it.name.as_str()).collect()
}

fn first(desk: &Desk) -> &Indicator {
    &desk.council().indicators[0]
}

#[test]
fn list_and_chart_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            insta::assert_snapshot!(format!("list_{name}_{width}x{height}"), desk.screen());
            desk.press("Down Enter");
            insta::assert_snapshot!(format!("detail_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn what_the_council_stands_on_shows_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = Desk::toyokawa(lang, width, height);
            desk.press("Alt-5 g Down");
            insta::assert_snapshot!(format!("footings_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn i_opens_the_indicators_and_i_or_escape_goes_back() {
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    desk.press("Alt-5 i");
    assert_eq!(desk.model.board_view, BoardView::Indicators(None));
    assert!(desk.screen().contains("出前教室の開催"));
    desk.press("i");
    assert_eq!(desk.model.board_view, BoardView::Points);
    desk.press("i Esc");
    assert!(desk.screen().contains("フェイズ0"), "{}", desk.screen());
}

#[test]
fn an_opened_point_shows_its_own_and_v_turns_to_all() {
    let mut desk = opened(Point::Allies, 160, 45);
    assert!(!desk.screen().contains("％（令和"), "{}", desk.screen());
    desk = opened(Point::Feedback, 160, 45);
    let page = desk.screen();
    assert!(page.contains("計画・評価表を期日までに出した課  85.7％（令和7年度） ↑"), "{page}");
    desk.press("i");
    assert_eq!(desk.model.board_view, BoardView::Indicators(Some(Point::Feedback)));
    let of_point = desk.screen();
    assert!(of_point.contains("指標：8") && !of_point.contains("出前教室の開催"), "{of_point}");
    desk.press("v");
    assert!(desk.screen().contains("出前教室の開催"));
    desk.press("F3");
    assert!(!desk.screen().contains("出前教室の開催"));
}

#[test]
fn a_point_without_indicators_says_which_keys_help() {
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    desk.press("Alt-5 Enter i");
    assert!(desk.screen().contains("このポイントの指標はありません"), "{}", desk.screen());
    desk.press("a").type_text("新しい指標").press("Ctrl-S");
    assert_eq!(desk.council().indicators[3].points, [Point::Ready]);
}

#[test]
fn an_indicator_is_added_with_base_and_target() {
    let mut desk = ja();
    desk.press("a")
        .type_text("歩数計を使う人")
        .press("Enter Right Right Enter")
        .type_text("人")
        .press("Enter Enter");
    desk.type_text("R4")
        .press("Enter")
        .type_text("１，２００人")
        .press("Enter")
        .type_text("2027年度")
        .press("Enter");
    desk.type_text("1500.0").press("Enter").type_text("アプリの登録数").press("Enter").type_text("7、8");
    desk.press("Enter").type_text("毎年3月末").press("Enter");
    let added = desk.council().indicators.last().expect("the new one").clone();
    assert_eq!((added.name.as_str(), added.kind), ("歩数計を使う人", IndicatorKind::Outcome));
    assert_eq!((added.unit.as_str(), added.wanted), ("人", Wanted::Up));
    let figure = |it: Option<norishiro::domain::Reading>| it.map(|it| (it.year, it.value.to_string()));
    assert_eq!(figure(added.base), Some((2022, "1200".to_owned())));
    assert_eq!(figure(added.target), Some((2027, "1500.0".to_owned())));
    assert_eq!(added.points, [Point::Grow, Point::Feedback]);
    assert_eq!((added.source.as_str(), added.note.as_str()), ("アプリの登録数", "毎年3月末"));
    assert!(desk.screen().contains("令和7年度の数値がまだです"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert_eq!(names(&desk).len(), 3);
}

#[test]
fn a_form_says_what_is_wrong_with_a_year_or_a_figure() {
    let mut desk = ja();
    desk.press("r").type_text("約10").press("Ctrl-S");
    assert!(desk.screen().contains("「約10」は数値として読めません"), "{}", desk.screen());
    desk.press("Esc e").press("Down Down Down Down").press("Ctrl-U").type_text("いつか").press("Ctrl-S");
    assert!(desk.screen().contains("「いつか」は年度として読めません"), "{}", desk.screen());
    desk.press("Ctrl-U Ctrl-S");
    assert!(desk.screen().contains("年度も入れてください"), "{}", desk.screen());
    desk.press("Esc a Ctrl-S");
    assert!(desk.screen().contains("指標の名前を入れてください"), "{}", desk.screen());
    assert_eq!(desk.disk, [], "nothing was changed");
}

#[test]
fn r_enters_the_missing_year_and_the_change_is_said() {
    let mut desk = ja();
    desk.press("Down Down");
    assert!(desk.screen().contains("令和7年度の数値がまだです"), "{}", desk.screen());
    desk.press("r").type_text("14.10").press("Ctrl-S");
    let last = desk.council().indicators[2].last().expect("a reading").clone();
    assert_eq!((last.year, last.value.to_string()), (2025, "14.10".to_owned()));
    let seen = desk.screen();
    assert!(seen.contains("R7(2025)：14.10％") && seen.contains("基準から-4.30ポイント、望む向き"), "{seen}");
    assert!(!seen.contains("記入待ち"), "{seen}");
    desk.press("F5");
    assert!(desk.screen().contains("令和8年度"), "the present year comes next");
}

#[test]
fn m_mends_a_reading_and_its_year() {
    let mut desk = ja();
    desk.press("m Enter").press("Ctrl-U").type_text("10").press("Up Ctrl-U").type_text("R8").press("Ctrl-S");
    let years: Vec<(i32, String)> =
        first(&desk).readings.iter().map(|it| (it.year, it.value.to_string())).collect();
    let wanted = [(2022, "4"), (2023, "4"), (2024, "7"), (2026, "10")];
    assert_eq!(years, wanted.map(|(year, value)| (year, value.to_owned())));
}

#[test]
fn x_drops_a_reading_and_d_the_indicator() {
    let mut desk = ja();
    desk.press("x Enter");
    assert_eq!(first(&desk).last().map(|it| it.year), Some(2024));
    assert!(desk.screen().contains("令和7年度の数値を消しました"), "{}", desk.screen());
    desk.press("d");
    assert_eq!(names(&desk).len(), 2);
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(first(&desk).last().map(|it| it.year), Some(2025));
    desk.press("Del Del Del");
    assert!(desk.screen().contains("指標がまだありません"), "{}", desk.screen());
    desk.press("r x");
    assert!(desk.screen().contains("先に指標を選んでください"), "{}", desk.screen());
}

#[test]
fn p_links_a_point_and_unlinks_it() {
    let mut desk = ja();
    desk.press("p").type_text("根拠").press("Enter");
    assert_eq!(first(&desk).points, [Point::Evidence, Point::Grow]);
    desk.press("p").type_text("根拠").press("Enter");
    assert_eq!(first(&desk).points, [Point::Grow]);
}

#[test]
fn indicators_move_with_the_choice() {
    let mut desk = ja();
    let before: Vec<String> = names(&desk).iter().map(|it| (*it).to_owned()).collect();
    desk.press("Alt-Down Alt-Down Alt-Down");
    assert_eq!(names(&desk), [&before[1], &before[2], &before[0]]);
    desk.press("Alt-Up");
    assert_eq!(names(&desk), [&before[1], &before[0], &before[2]]);
}

#[test]
fn searching_finds_an_indicator_by_its_note() {
    let mut desk = ja();
    desk.press("/").type_text("七者").press("Enter");
    let seen = desk.screen();
    assert!(seen.contains("計画・評価表を期日") && !seen.contains("出前教室の開催"), "{seen}");
}

#[test]
fn the_state_of_a_footing_is_chosen_written_and_deleted() {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("Alt-5 g Down Down s Down Down Enter");
    let plan = desk.council().footings()[2].clone();
    assert_eq!((plan.kind, plan.state), (FootingKind::Plan, FootingState::InPlace));
    assert_eq!(plan.since, Some(desk.now.date()));
    desk.press("e Down Ctrl-U")
        .type_text("R6.4.1")
        .press("Down")
        .type_text("健康増進計画 第4章")
        .press("Ctrl-S");
    let seen = desk.screen();
    assert!(seen.contains("令和6年4月1日から") && seen.contains("健康増進計画 第4章"), "{seen}");
    desk.press("d");
    assert_eq!(desk.council().head.footings.len(), 2);
    desk.press("d");
    assert!(desk.screen().contains("まだ何も書かれていません"), "{}", desk.screen());
    desk.press("Ctrl-Z g Alt-5");
    assert!(desk.screen().contains("フェイズ0"), "{}", desk.screen());
}

#[test]
fn a_council_adds_what_only_it_stands_on() {
    let mut desk = Desk::toyokawa(Lang::En, 100, 30);
    desk.press("Alt-5 g a").type_text("agreement of the seven").press("Ctrl-S");
    assert_eq!(desk.council().footings()[4].kind, FootingKind::Own("agreement of the seven".to_owned()));
    desk.press("a").type_text("budget").press("Ctrl-S");
    assert!(desk.screen().contains("on the list already"), "{}", desk.screen());
    desk.press("Esc Del");
    assert_eq!(desk.council().footings().len(), 4);
}

#[test]
fn the_point_of_the_council_says_what_it_stands_on() {
    let desk = opened(Point::Council, 160, 45);
    let seen = desk.screen();
    assert!(seen.contains("要綱 ある（令和4年4月1日から）、予算 検討中、"), "{seen}");
}

#[test]
fn every_row_stays_in_its_columns_however_wide_and_ambiguous_the_terminal() {
    for (width, height) in [(40, 12), (60, 18), (97, 20), (160, 45)] {
        for wide in [false, true] {
            let mut desk = desk(Lang::Ja, width, height);
            desk.model.look.ruler.wide = wide;
            for keys in ["", "Enter", "Esc g"] {
                desk.press(keys);
                for row in desk.screen().lines() {
                    assert!(desk.model.look.ruler.width(row) <= usize::from(width), "{width} {wide} {row}");
                }
            }
        }
    }
}
