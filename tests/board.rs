//! The board pane: the map, the arrows on it, lighting points, what the council says about each, and the opened point.

mod support;

use norishiro::{
    app::{Pane, view::board},
    domain::{Council, Head, MeetingState, Point, Stage, decide},
    text::ruler::Ruler,
    words::Lang,
};
use support::{Desk, SIZES};

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 100, 30)
}

/// Chooses a point by clicking on its cell.
fn choose(desk: &mut Desk, point: Point) {
    if board::chosen(&desk.model) != Some(point) {
        let (_, cell) = board::map(&desk.model).cells[usize::from(point.number()) - 1];
        desk.click(cell.x + 1, cell.y);
    }
    assert_eq!(board::chosen(&desk.model), Some(point));
}

fn start_the_planned_meeting(desk: &mut Desk) {
    let id = desk.council().next_planned().expect("a planned meeting").id.clone();
    let decision = decide::meeting::start(desk.model.council(), &id, desk.now, &mut desk.model.mint.clone());
    assert!(desk.model.commit(decision));
}

#[test]
fn the_map_is_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            choose(&mut desk, Point::Evidence);
            desk.press("t Right");
            desk.wait(1).press("Left Right");
            desk.model.toast = None;
            insta::assert_snapshot!(format!("map_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn the_opened_point_tells_everything_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = desk(lang, width, height);
            choose(&mut desk, Point::Tools);
            desk.press("Enter");
            insta::assert_snapshot!(format!("page_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn nothing_sticks_out_at_any_size() {
    for lang in [Lang::Ja, Lang::En] {
        let mut desk = desk(lang, 80, 24);
        for width in (40..170).step_by(7) {
            for height in (12..50).step_by(5) {
                desk.resize(width, height);
                let seen = desk.screen();
                for number in 1..=10 {
                    assert!(seen.contains(&format!("{number} ")), "{number} at {width}x{height}\n{seen}");
                }
                let opened = desk.press("Enter").screen();
                assert!(opened.contains("1 位置について") || opened.contains("1 On your"), "{opened}");
                desk.press("Esc");
            }
        }
    }
}

#[test]
fn arrows_move_on_the_map() {
    let mut desk = ja();
    let mut seen = Vec::new();
    for key in ["Right", "Down", "Right", "Down", "Left", "Up"] {
        desk.press(key);
        seen.extend(board::chosen(&desk.model));
    }
    use Point::{Evidence, Overview, People, Ready, Tools, Wind};
    assert_eq!(seen, [Wind, Evidence, Tools, People, Overview, Ready]);
}

#[test]
fn a_click_chooses_and_a_second_click_opens() {
    let mut desk = ja();
    let (_, cell) = board::map(&desk.model).cells[6];
    desk.click(cell.x + 3, cell.y + 2);
    assert_eq!(board::chosen(&desk.model), Some(Point::Grow));
    assert!(!desk.screen().contains("出典"));
    desk.click(cell.x + 3, cell.y + 2);
    assert!(desk.screen().contains("ねらい"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.screen().contains("フェイズ0"));
}

#[test]
fn t_lights_a_point_and_puts_it_out() {
    let mut desk = ja();
    choose(&mut desk, Point::Allies);
    desk.press("t");
    assert_eq!(desk.council().head.focus, Some(Point::Allies));
    assert!(desk.screen().contains("[4]") && desk.screen().contains("いまの話題：4 仲間をつくる"));
    desk.press("F5");
    assert_eq!(desk.council().head.focus, None);
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().head.focus, Some(Point::Allies));
    assert!(desk.screen().contains("いまの話題"), "{}", desk.screen());
}

#[test]
fn the_light_moves_among_active_points_from_any_pane_and_the_meeting_counts() {
    let mut desk = ja();
    start_the_planned_meeting(&mut desk);
    desk.model.show(Pane::Record);
    let active: Vec<Point> = desk.council().points.iter().filter(|it| it.active).map(|it| it.point).collect();
    assert!(active.len() > 2, "{active:?}");
    desk.press("Alt-Right");
    let first = desk.council().head.focus.expect("a lit point");
    desk.wait(600).press("Alt-Right");
    let second = desk.council().head.focus.expect("a lit point");
    assert!(active.contains(&first) && active.contains(&second) && first != second);
    desk.wait(60).press("Alt-Left");
    assert_eq!(desk.council().head.focus, Some(first));
    let running = desk.council().running().expect("a running meeting");
    let body = desk.council().body(&running.id).expect("its body");
    assert!(body.point_seconds(first, desk.now) >= 600);
    assert_eq!(body.point_seconds(second, desk.now), 63);
    let visits = desk.council().visits(second, desk.now);
    let last = visits.last().expect("today's visit");
    assert_eq!((last.meeting.state, last.seconds), (MeetingState::Running, 63));
    desk.press("Alt-5");
    assert_eq!(board::chosen(&desk.model), Some(first), "the board begins at the lit point");
}

#[test]
fn without_an_active_point_the_light_says_where_to_mark_one() {
    let mut desk = Desk::new(Council::new(Head::new("協議会")), Lang::Ja, 80, 24);
    desk.press("Alt-Right");
    assert!(desk.screen().contains("ボードの w で付けられます"), "{}", desk.screen());
}

#[test]
fn stage_active_lead_and_note_are_kept_and_shown() {
    let mut desk = ja();
    choose(&mut desk, Point::Overview);
    desk.press("s").type_text("見直し").press("Enter Space l").type_text("スポーツ課 主査").press("Enter n");
    desk.press("Ctrl-U").type_text("統括保健師に頼む。").press("Enter");
    let record = desk.council().point(Point::Overview);
    assert_eq!((record.stage, record.active), (Stage::UnderReview, true));
    assert_eq!(record.lead.as_ref().map(|who| who.label.as_str()), Some("スポーツ課 主査"));
    assert!(record.lead.as_ref().is_some_and(|who| who.party.is_some()));
    assert_eq!(record.note, "統括保健師に頼む。");
    assert_eq!(record.touched, Some(desk.now.date()));
    desk.press("Enter");
    let seen = desk.screen();
    for said in ["↻ 見直し", "»取組中", "スポーツ課 主査", "統括保健師に頼む。"] {
        assert!(seen.contains(said), "{said}\n{seen}");
    }
    desk.press("l Enter Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!(desk.council().point(Point::Overview).stage, Stage::Started);
}

#[test]
fn evidence_is_added_with_the_day_and_taken_out_again() {
    let mut desk = ja();
    choose(&mut desk, Point::Evidence);
    let before = desk.council().point(Point::Evidence).evidence.clone();
    desk.press("e Enter");
    assert!(desk.screen().contains("根拠を書き加える"), "an empty one is refused, the form stays");
    desk.line("40代の受診率は18.2％（第4回 資料2）");
    let newest = desk.council().point(Point::Evidence).evidence.last().cloned().expect("evidence");
    assert_eq!((newest.on, newest.text.as_str()), (desk.now.date(), "40代の受診率は18.2％（第4回 資料2）"));
    desk.press("Del");
    assert!(desk.screen().contains("消す根拠を選ぶ"));
    desk.press("Enter");
    assert_eq!(desk.council().point(Point::Evidence).evidence, before, "the newest stands first");
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().point(Point::Evidence).evidence.len(), before.len() + 1);
}

#[test]
fn evidence_cannot_be_removed_where_there_is_none() {
    let mut desk = Desk::new(Council::new(Head::new("協議会")), Lang::Ja, 80, 24);
    desk.press("Alt-5 d");
    assert!(desk.screen().contains("根拠はまだありません"), "{}", desk.screen());
}

#[test]
fn the_opened_point_scrolls_and_turns_and_nothing_of_it_is_out_of_reach() {
    let mut desk = desk(Lang::Ja, 60, 18);
    choose(&mut desk, Point::Tools);
    desk.press("Enter");
    let mut seen = String::new();
    for _ in 0..40 {
        seen.push_str(&desk.screen());
        desk.press("PgDn");
    }
    for said in [
        "ねらい",
        "部屋への問い",
        "根づいたしるし",
        "いまの様子",
        "根拠",
        "宿題 1",
        "第2回-決定",
        "次第に載せるなら",
        "議題",
        "歩み",
        "ほかの町では",
        "つまずきやすいところ",
        "出典",
        "担当  保健センター",
        "令和8年9月25日（金）",
    ] {
        assert!(seen.contains(said), "{said}");
    }
    desk.press("Right");
    assert!(desk.screen().contains("7 育てる・促す") && desk.screen().contains("部屋への問い"));
    desk.press("Esc");
    assert_eq!(board::chosen(&desk.model), Some(Point::Grow));
}

#[test]
fn a_search_leaves_the_points_that_say_it() {
    let mut desk = ja();
    desk.press("/").type_text("はんこ").press("Esc");
    desk.press("/").type_text("出前教室");
    assert!(desk.screen().contains("検索 / 出前教室"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(board::shown(&desk.model).collect::<Vec<_>>(), [Point::Grow]);
    desk.press("Down");
    assert_eq!(board::chosen(&desk.model), Some(Point::Grow));
    desk.press("Esc");
    assert_eq!(board::shown(&desk.model).count(), 10);
}

#[test]
fn the_strip_keeps_to_its_row_and_marks_lit_and_active_by_more_than_colour() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for width in [40, 60, 80, 100, 160] {
            let mut desk = desk(lang, width, 24);
            choose(&mut desk, Point::Tools);
            desk.press("t Alt-2");
            desk.model.toast = None;
            let screen = desk.screen();
            let strip = screen.lines().nth(1).expect("a strip");
            assert!(strip.contains("[6") && strip.contains('»') && strip.contains("10"), "{width}: {strip}");
            assert!(strip.ends_with(['◐', '●', '○', '-', '↻', '»']), "{width}: {strip}");
            insta::assert_snapshot!(format!("strip_{name}_{width}"), strip);
        }
    }
}

#[test]
fn boxes_stay_straight_where_ambiguous_characters_are_wide() {
    let mut desk = ja();
    desk.model.look.ruler = Ruler { wide: true };
    let (buffer, _) = desk.buffer();
    for (phase, area) in board::map(&desk.model).phases {
        for y in area.y + 1..area.bottom() - 1 {
            for x in [area.x, area.right() - 1] {
                assert_eq!(buffer[(x, y)].symbol(), "|", "{phase:?} at {x},{y}");
            }
        }
    }
}

#[test]
fn a_council_that_just_began_sees_what_each_point_asks() {
    let mut desk = Desk::new(Council::new(Head::new("協議会")), Lang::Ja, 160, 45);
    desk.press("Alt-5");
    insta::assert_snapshot!("map_of_a_new_council", desk.screen());
}
