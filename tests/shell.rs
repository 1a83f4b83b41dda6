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

#[test]
fn a_click_on_a_tab_and_a_point_goes_there() {
    let mut desk = desk(100, 30);
    let (buffer, _) = desk.buffer();
    let row = support::screen_text(&buffer).lines().nth(2).expect("the tabs").to_owned();
    let before: String = row.chars().take_while(|c| *c != '4').collect();
    let column = norishiro::text::ruler::Ruler::default().width(&before) as u16;
    desk.click(column, 2);
    assert_eq!(desk.model.pane, norishiro::app::Pane::Actions);
    desk.click(3, 1);
    assert_eq!(desk.model.pane, norishiro::app::Pane::Board);
}

#[test]
fn a_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let mut desk = desk(80, 24);
    desk.press("F11 Ctrl-U").press("F2");
    let screen = desk.screen();
    assert!(screen.contains("会の設定"), "the form stays open: {screen}");
    desk.type_text("新しい名前").press("F2");
    assert_eq!(desk.council().head.name, "新しい名前");
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().head.name, "糖尿病対策プロジェクトチーム");
}

#[test]
fn escape_steps_out_of_everything_and_never_quits() {
    let mut desk = desk(80, 24);
    for keys in ["F1", "Ctrl-P", "F11", "/", "Alt-6", "Alt-5"] {
        desk.press(keys).press("Esc Esc Esc Esc");
    }
    assert!(desk.model.overlays.is_empty() && desk.effects.is_empty());
}

#[test]
fn a_failed_save_is_said_tried_again_and_asked_about_before_leaving() {
    let mut desk = desk(100, 30);
    desk.broken_disk = true;
    desk.press("F11").type_text("2").press("F2");
    assert!(desk.screen().contains("未保存"), "{}", desk.screen());
    desk.press("Ctrl-Q");
    assert!(desk.effects.is_empty() && desk.screen().contains("もう一度 Ctrl-Q"), "{}", desk.screen());
    desk.broken_disk = false;
    desk.wait(4);
    assert_eq!(desk.disk.len(), 1, "the next try carried everything");
    assert!(desk.screen().contains("保存済"), "{}", desk.screen());
    desk.press("Ctrl-Q");
    assert!(matches!(desk.effects[..], [norishiro::app::Effect::Quit]));
}

#[test]
fn help_palette_form_and_the_first_screen_are_right_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in [(60, 18), (80, 24), (100, 30), (160, 45)] {
            let shots: [(&str, &str); 3] = [("help", "F1"), ("palette", "Ctrl-P"), ("council", "F11")];
            for (what, keys) in shots {
                let council = Council::new(Head::new("糖尿病対策プロジェクトチーム"));
                let mut desk = Desk::new(council, lang, width, height);
                desk.press(keys);
                insta::assert_snapshot!(format!("{what}_{name}_{width}x{height}"), desk.screen());
            }
        }
    }
}

#[test]
fn the_first_letter_takes_the_place_of_a_suggestion_and_a_moved_cursor_keeps_it() {
    let mut desk = desk(80, 24);
    desk.press("1 a").type_text("12/18").press("F2");
    let dates: Vec<_> = desk.council().meetings.iter().map(|meeting| meeting.date.to_string()).collect();
    assert_eq!(dates, ["2026-12-18"], "{}", desk.screen());
    desk.press("Esc a Home").type_text("2");
    let Some(norishiro::app::overlay::Overlay::Form(form)) = desk.model.overlays.last() else {
        panic!("{}", desk.screen())
    };
    assert!(form.text(0).starts_with("22027-"), "{}", form.text(0));
}
