//! What a key costs on each pane of an old council: `cargo bench --bench screen`. The figures of one run are in docs/benchmarks.md.
//!
//! One measure is a key taken in and the whole screen drawn anew, at 160 columns and 45 rows, where lists and details stand side by side.

#[path = "../tests/support/mod.rs"]
mod support;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use norishiro::{
    app::Msg,
    domain::Council,
    knowledge::grown::{Size, grown},
    words::Lang,
};
use std::sync::LazyLock;
use support::{Desk, key};

fn main() {
    divan::main();
}

static L: LazyLock<Council> =
    LazyLock::new(|| grown(Size::L, 1, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()));

/// A place on the screen: how to get there, and the keys then pressed in turn.
struct Place {
    name: &'static str,
    to: &'static str,
    typed: &'static str,
    keys: [&'static str; 2],
}

const fn at(name: &'static str, to: &'static str) -> Place {
    Place { name, to, typed: "", keys: ["Down", "Up"] }
}

const fn typing(name: &'static str, to: &'static str, typed: &'static str) -> Place {
    Place { name, to, typed, keys: ["か", "Backspace"] }
}

const PLACES: &[Place] = &[
    at("agenda, items", "1"),
    at("agenda, meetings", "1 Esc"),
    typing("agenda, search in the meetings", "1 Esc /", "保健"),
    at("roster, members", "2"),
    typing("roster, search", "2 /", "保健"),
    at("roster, organisations", "2 o"),
    typing("check-in", "2 F5", "ほけ"),
    at("roles", "3"),
    at("actions, open", "4"),
    at("actions, by owner", "4 v v v"),
    at("actions, all", "4 V"),
    typing("actions, search in all", "4 V /", "保健"),
    typing("actions, picking an owner", "4 h", "ほけ"),
    at("board", "5"),
    at("board, a point opened", "5 Enter"),
    at("record of a held meeting", "1 Esc Down Down Enter 6"),
    typing("record, a line being typed", "F12 6", "決定：来年度も"),
    typing("palette", "1 Ctrl-P", "しゅ"),
    typing("search over everything", "1 Ctrl-F", "ほけん"),
    typing("search over everything, two words and a filter", "1 Ctrl-F", "担当:農務課 保健 is:open "),
    at("search over everything, moving in what was found", "1 Ctrl-F の"),
];

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

#[divan::bench(args = PLACES)]
fn press(bencher: Bencher, place: &Place) {
    let mut desk = Desk::new(L.clone(), Lang::Ja, 160, 45);
    desk.press(place.to).type_text(place.typed);
    let keys = place.keys.map(|name| {
        if name.chars().count() == 1 {
            norishiro::app::Key::char(name.chars().next().unwrap())
        } else {
            key(name)
        }
    });
    let mut turn = 0;
    bencher.bench_local(move || {
        desk.send(Msg::Key(keys[turn % 2]));
        turn += 1;
        black_box(desk.buffer())
    });
}
