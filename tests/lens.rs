//! Lenses, strengths and the trail on the screen: every key, and what shows at each size.

mod support;

use norishiro::{
    app::{model::BoardView, view::board},
    domain::{Council, Head, Point, Stage, decide},
    knowledge::{
        grown::{Size, grown},
        models::models,
    },
    text::ruler::Ruler,
    words::Lang,
};
use support::{Desk, SIZES};

/// The sample with a list of the board opened by its key.
fn desk(lang: Lang, width: u16, height: u16, key: &str) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5").press(key);
    desk
}

fn each(shows: impl Fn(Lang, &str, u16, u16)) {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            shows(lang, name, width, height);
        }
    }
}

#[test]
fn a_lens_is_straight_at_every_size_in_both_languages() {
    each(|lang, name, width, height| {
        let mut desk = desk(lang, width, height, "v");
        insta::assert_snapshot!(format!("stages_{name}_{width}x{height}"), desk.screen());
        desk.press("Left");
        insta::assert_snapshot!(format!("efforts_{name}_{width}x{height}"), desk.screen());
        desk.press("Down Enter");
        insta::assert_snapshot!(format!("item_{name}_{width}x{height}"), desk.screen());
    });
}

#[test]
fn the_strengths_are_straight_at_every_size_in_both_languages() {
    each(|lang, name, width, height| {
        let mut desk = desk(lang, width, height, "y");
        insta::assert_snapshot!(format!("strengths_{name}_{width}x{height}"), desk.screen());
        desk.press("Down");
        insta::assert_snapshot!(format!("opening_{name}_{width}x{height}"), desk.screen());
    });
}

#[test]
fn the_trail_is_straight_at_every_size_in_both_languages() {
    each(|lang, name, width, height| {
        let mut desk = desk(lang, width, height, "h");
        desk.press("Down Down Down Down Down Left");
        insta::assert_snapshot!(format!("trail_{name}_{width}x{height}"), desk.screen());
    });
}

#[test]
fn arrows_turn_through_every_model_and_around_the_end() {
    let mut desk = desk(Lang::Ja, 100, 30, "v");
    for model in models() {
        let seen = desk.screen();
        assert!(
            seen.contains(model.name.ja) && seen.contains(model.items[0].name.ja),
            "{}\n{seen}",
            model.key
        );
        desk.press("Right");
    }
    assert_eq!(desk.model.board_view, BoardView::Lens(0));
    desk.press("Left");
    assert_eq!(desk.model.board_view, BoardView::Lens(models().len() - 1));
    desk.press("v");
    assert!(desk.screen().contains("フェイズ0"));
    desk.press("v Enter Esc");
    assert_eq!(desk.model.board_view, BoardView::Lens(0), "one level out");
    desk.press("Esc");
    assert_eq!(desk.model.board_view, BoardView::Points);
    assert_eq!(desk.disk, [], "looking changes nothing");
}

#[test]
fn a_lens_opens_at_the_present_stage_and_follows_the_board() {
    let mut desk = desk(Lang::Ja, 80, 24, "v");
    assert!(desk.screen().contains("いまここ  3 行動能力の構築"), "{}", desk.screen());
    desk.press("Enter");
    assert!(desk.screen().contains("・6 ツールをつくる  ↻ 見直し"), "{}", desk.screen());
    for point in [Point::Tools, Point::Overview] {
        let today = desk.now.date();
        let decision = decide::board::set_stage(desk.model.council(), point, Stage::Established, today);
        assert!(desk.model.commit(decision));
    }
    desk.press("Esc Esc v");
    let seen = desk.screen();
    assert!(seen.contains("いまここ  5 実行") && seen.contains("4 行動計画"), "{seen}");
}

#[test]
fn a_new_council_is_told_where_to_begin() {
    let mut desk = Desk::new(Council::new(Head::new("協議会")), Lang::Ja, 80, 24);
    desk.press("Alt-5 v");
    let seen = desk.screen();
    assert!(seen.contains("まだどこも始まっていません") && seen.contains("次に来ること  1 初動"), "{seen}");
    desk.press("v y");
    assert!(desk.screen().contains("強みと言えるポイントはまだありません"), "{}", desk.screen());
    desk.press("y h");
    assert!(desk.screen().contains("開いた会議がまだありません"), "{}", desk.screen());
}

#[test]
fn enter_on_a_strength_or_on_what_it_opens_opens_the_point() {
    let mut desk = desk(Lang::Ja, 80, 24, "y");
    desk.press("Down Enter");
    assert_eq!(board::chosen(&desk.model), Some(Point::Evidence));
    assert!(desk.screen().contains("部屋への問い"), "{}", desk.screen());
    desk.press("Esc y Enter");
    assert_eq!(board::chosen(&desk.model), Some(Point::Ready));
}

#[test]
fn the_trail_tells_the_chosen_meeting_and_enter_opens_the_point() {
    let mut desk = desk(Lang::Ja, 80, 24, "h");
    desk.press("End Up Up");
    let told = |desk: &mut Desk, what: &str| assert!(desk.screen().contains(what), "{}", desk.screen());
    told(&mut desk, "8 評価・フィードバック  令和8年度 第3回");
    desk.press("Left Left Left Left");
    told(&mut desk, "8 評価・フィードバック  令和8年度 第1回  5/22（金）  4分  宿題1（うち完了1）");
    desk.press("Right");
    told(&mut desk, "8 評価・フィードバック  令和8年度 第2回");
    desk.press("Down");
    told(&mut desk, "9 俯瞰的立場の職員  令和8年度 第2回  7/24（金）  この会議では触れていません");
    desk.press("Enter");
    assert_eq!(board::chosen(&desk.model), Some(Point::Overview));
    told(&mut desk, "ねらい");
}

#[test]
fn a_click_on_the_trail_chooses_point_and_meeting() {
    let mut desk = desk(Lang::Ja, 80, 24, "h");
    let (width, height) = (desk.model.width, desk.model.height);
    let found = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).find(|(x, y)| {
        let (row, back) = norishiro::app::view::trail::under(&desk.model, *x, *y);
        (row, back) == (Some(5), Some(1))
    });
    let (x, y) = found.expect("the cell of tools at the second meeting");
    desk.click(x, y);
    assert!(desk.screen().contains("6 ツールをつくる  令和8年度 第2回"), "{}", desk.screen());
    assert_eq!(desk.model.board_view, BoardView::Trail { back: 1 });
}

#[test]
fn ten_years_of_meetings_scroll_sideways_with_the_newest_at_the_right() {
    let council = grown(Size::M, 3, "2026-11-20".parse().expect("a day"));
    let mut desk = Desk::new(council, Lang::Ja, 60, 18);
    desk.press("Alt-5 h");
    let last = desk.council().last_held().expect("a held meeting").ordinal;
    let heads = |desk: &mut Desk| desk.screen().lines().nth(4).unwrap_or_default().to_owned();
    assert!(heads(&mut desk).trim_end().ends_with(&format!("第{last}回")), "{}", desk.screen());
    let newest = heads(&mut desk);
    desk.press("PgUp");
    assert_ne!(heads(&mut desk), newest);
    for _ in 0..40 {
        desk.press("PgUp");
    }
    assert!(heads(&mut desk).trim_start().starts_with("第1回"), "{}", desk.screen());
    for _ in 0..40 {
        desk.press("PgDn");
    }
    assert_eq!(heads(&mut desk), newest);
}

#[test]
fn nothing_sticks_out_at_any_size() {
    for key in ["v", "y", "h"] {
        let mut desk = desk(Lang::Ja, 80, 24, key);
        for width in (40..170).step_by(13) {
            for height in (12..50).step_by(6) {
                desk.resize(width, height);
                let seen = desk.press("End").screen();
                let widest = seen.lines().map(|line| Ruler::default().width(line)).max();
                assert!(widest <= Some(usize::from(width)), "{key} {width}x{height}\n{seen}");
                let seen = desk.press("Home").screen();
                assert!(seen.contains('●') || seen.contains('▒'), "{key} {width}x{height}\n{seen}");
            }
        }
    }
}
