//! Every pane and everything that lies over it, at every size a window is dragged through: nothing panics, nothing is drawn outside.

mod support;

use chrono::TimeDelta;
use norishiro::{
    app::{
        Key, Model, Msg, Pane,
        access::{Access, Holder, Life},
        command::{self, heard},
        layout::SMALLEST,
        msg::{Listed, Mouse, MouseKind},
        scope,
        update::update,
        view::view,
    },
    domain::{Council, Head},
    words::Lang,
};
use proptest::{collection::vec, prelude::*, sample::select};
use ratatui::{buffer::Buffer, layout::Rect};
use std::sync::LazyLock;
use support::Desk;

/// The sizes from the smallest that shows anything to the first roomy one, and every kind of too small.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let shown = (SMALLEST.0..=60).flat_map(|width| (SMALLEST.1..=20).map(move |height| (width, height)));
    let hidden = (0..SMALLEST.0).map(|width| (width, width % SMALLEST.1));
    shown.chain(hidden)
}

/// A few of them, with the edges.
const CORNERS: [(u16, u16); 6] = [(0, 0), (300, 1), (40, 12), (41, 16), (60, 13), (97, 12)];

/// Choosing a council, an empty one, the sample, the sample in its meeting, and one that somebody else writes to.
static DESKS: LazyLock<[Model; 5]> = LazyLock::new(|| {
    [lobby(), Desk::new(empty(), Lang::Ja, 80, 24), Desk::toyokawa(Lang::En, 80, 24), running(), watched()]
        .map(|desk| desk.model)
});

fn empty() -> Council {
    Council::new(Head::new("試しの会"))
}

fn lobby() -> Desk {
    let mut desk = Desk::new(empty(), Lang::Ja, 80, 24);
    desk.press("Ctrl-O");
    let listed = |slug: &str| Listed {
        slug: slug.to_owned(),
        name: "健康づくり推進協議会".to_owned(),
        meetings: 3,
        open_actions: 12,
        trouble: None,
    };
    desk.send(Msg::Listed(vec![listed("a"), listed("b")]));
    desk
}

/// The sample council with its planned meeting running, and a line of each kind in its record.
fn running() -> Desk {
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    desk.press("F12");
    assert!(desk.model.is_running(), "{}", desk.screen());
    desk.line("農務課：図書館展示と合わせれば負担は増えない。").line("決定：評価表は各課が年2回更新する。");
    desk.line("宿題：農務課 〜 展示の日程調整 期限12/12").line("#6 様式を配った。");
    desk
}

/// The same meeting, watched from where nobody can see whether its writer is still there.
fn watched() -> Desk {
    let mut desk = running();
    let holder = Holder {
        by: "保健センター 記録係".to_owned(),
        host: "kaigi-pc".to_owned(),
        since: Some(desk.now),
        life: Life::Unknown,
    };
    desk.send(Msg::Pen(Access::Theirs(holder)));
    desk
}

/// Each pane of an opened council, with the keys in its list; the choice of councils where none is open.
fn panes(desk: &Model) -> Vec<Model> {
    if desk.lobby.is_some() {
        return vec![desk.clone()];
    }
    let pane = |pane| {
        let mut model = desk.clone();
        model.show(pane);
        model.capture.focused = false;
        after(model, Msg::Tick)
    };
    Pane::ALL.map(pane).to_vec()
}

fn after(mut model: Model, msg: Msg) -> Model {
    let now = model.now + TimeDelta::seconds(3);
    update(&mut model, msg, now);
    model
}

/// Draws the model; the cursor it asks for is on the screen.
fn draw(model: &Model) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, model.width, model.height));
    if let Some(caret) = view(model, &mut buffer) {
        assert!(buffer.area.contains(caret), "the cursor stands at {caret} of {}", buffer.area);
    }
}

fn resized((width, height): (u16, u16)) -> Msg {
    Msg::Resize { width, height }
}

#[test]
fn every_size_shows_every_pane() {
    for mut model in [&DESKS[0], &DESKS[3]].into_iter().flat_map(panes) {
        for size in sizes() {
            model = after(model, resized(size));
            draw(&model);
        }
    }
}

#[test]
fn whatever_a_key_brings_up_is_dragged_through_the_corners() {
    for shown in DESKS.iter().flat_map(panes) {
        let live = scope::live(&shown);
        for key in heard(&live).flat_map(|row| row.keys.first()) {
            let mut model = after(shown.clone(), Msg::Key(*key));
            for size in CORNERS {
                model = after(model, resized(size));
                draw(&model);
            }
        }
    }
}

/// A key of the table, some typing, a paste, a click or the wheel, a new size.
fn message() -> impl Strategy<Value = Msg> {
    let keys: Vec<Key> = command::all().flat_map(|row| row.keys.iter().copied()).collect();
    let typed = ["決定：", "宿題：", "〜", "か", "2", "#6", " ", "期限12/12", "ｶﾞ", "e\u{301}", "👩‍👩‍👧"];
    let mouse =
        (select(vec![MouseKind::Click, MouseKind::WheelUp, MouseKind::WheelDown]), 0..170u16, 0..25u16)
            .prop_map(|(kind, column, row)| Msg::Mouse(Mouse { kind, column, row }));
    prop_oneof![
        8 => select(keys).prop_map(Msg::Key),
        3 => select(typed.to_vec()).prop_map(|text| Msg::Paste(text.to_owned())),
        1 => Just(Msg::Paste("一行目\n決定：二行目\n三行".to_owned())),
        2 => mouse,
        2 => select(CORNERS.to_vec()).prop_map(resized),
        1 => (SMALLEST.0..=60, SMALLEST.1..=20).prop_map(resized),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_at_any_size_break_it(desk in 0..5usize, msgs in vec(message(), 1..40)) {
        let mut model = DESKS[desk].clone();
        for msg in msgs {
            model = after(model, msg);
            draw(&model);
        }
    }
}
