//! What is the same on every pane: tabs, undo, help, palette, small screens, the IME hint.

mod support;

use norishiro::{
    domain::{Council, Head},
    words::Lang,
};
use support::Desk;

fn desk(width: u16, height: u16) -> Desk {
    Desk::new(Council::new(Head::new("糖尿病対策プロジェクトチーム")), Lang::Ja, width, height)
}

#[test]
fn the_panes_are_reached_by_alt_and_by_bare_digits() {
    let mut desk = desk(80, 24);
    desk.press("Alt-5");
    assert_eq!(desk.model.pane, norishiro::app::Pane::Board);
    desk.type_text("２");
    assert_eq!(desk.model.pane, norishiro::app::Pane::Roster, "full-width digits are digits");
}

#[test]
fn a_kana_outside_a_text_field_says_that_the_ime_is_on() {
    let mut desk = desk(80, 24);
    desk.type_text("か");
    assert!(desk.screen().contains("IMEがオン"), "{}", desk.screen());
}

#[test]
fn below_the_smallest_size_a_plain_message_shows() {
    let mut desk = desk(39, 11);
    assert!(desk.screen().contains("画面が小さすぎます"));
    desk.resize(40, 12);
    assert!(desk.screen().contains("次第"));
}

#[test]
fn the_palette_finds_a_command_by_kana_and_by_english() {
    for typed in ["ぎじろく", "record"] {
        let mut desk = desk(80, 24);
        desk.press("Ctrl-P").type_text(typed).press("Enter");
        assert_eq!(desk.model.pane, norishiro::app::Pane::Record, "{typed}");
    }
}
