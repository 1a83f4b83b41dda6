//! The indicators and the list of what the council stands on, on the screen: every key, and what shows at each size.

mod support;

use norishiro::{
    app::model::BoardView,
    domain::{FootingKind, FootingState, Indicator, IndicatorKind, Point, Wanted},
    words::Lang,
};
use support::Desk;

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (100, 30), (160, 45)];

/// The indicators of the sample, all of them.
fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-5 i");
    desk
}

fn ja() -> Desk {
    desk(Lang::Ja, 100, 30)
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
