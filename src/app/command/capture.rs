//! Commands of the capture line, of the questions it asks, and of the speaker queue.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::record},
    words::Words as W,
};

/// The answer of a number.
macro_rules! answer {
    ($id:literal, $number:literal, $row:literal) => {
        Command::new(
            $id,
            Scope::Asking,
            &[Key::char($number)],
            (W::cmd_asking_take, W::cmd_asking_number_help),
            |m| record::answer_nth(m, $row),
        )
        .writes()
    };
}

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "capture.enter",
        Scope::Capture,
        &[Key::plain(Code::Enter)],
        (W::cmd_capture_enter, W::cmd_capture_enter_help),
        record::enter,
    )
    .writes()
    .kana("きろく")
    .rank(10),
    Command::new(
        "capture.complete",
        Scope::Capture,
        &[Key::plain(Code::Tab)],
        (W::cmd_capture_complete, W::cmd_capture_complete_help),
        record::complete,
    )
    .kana("なまえをおぎなう")
    .rank(35),
    Command::new(
        "capture.decision",
        Scope::Capture,
        &[Key::f(4)],
        (W::cmd_capture_decision, W::cmd_capture_decision_help),
        record::mark_decision,
    )
    .kana("けってい")
    .rank(25),
    Command::new(
        "capture.action",
        Scope::Capture,
        &[Key::f(5)],
        (W::cmd_capture_action, W::cmd_capture_action_help),
        record::mark_action,
    )
    .kana("しゅくだい")
    .rank(26),
    Command::new(
        "capture.complete-back",
        Scope::Capture,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_capture_complete, W::cmd_capture_complete_back_help),
        record::complete_back,
    )
    .kana("まえのこうほ"),
    Command::new(
        "capture.speaker",
        Scope::Capture,
        &[Key::f(3)],
        (W::cmd_capture_speaker, W::cmd_capture_speaker_help),
        record::pick_speaker,
    )
    .kana("はつげんしゃ")
    .rank(24),
    Command::new(
        "capture.repeat",
        Scope::Capture,
        &[Key::alt('.'), Key::plain(Code::Insert)],
        (W::cmd_capture_repeat, W::cmd_capture_repeat_help),
        record::repeat,
    )
    .kana("まえのしるし")
    .rank(70),
    Command::new(
        "capture.earlier",
        Scope::Capture,
        &[Key::plain(Code::Up)],
        (W::cmd_capture_earlier, W::cmd_capture_earlier_help),
        record::earlier,
    )
    .kana("まえのぎょう")
    .rank(72),
    Command::new(
        "capture.later",
        Scope::Capture,
        &[Key::plain(Code::Down)],
        (W::cmd_capture_later, W::cmd_capture_later_help),
        record::later,
    ),
    Command::new(
        "capture.up",
        Scope::Capture,
        &[Key::plain(Code::Esc), Key::plain(Code::PageUp)],
        (W::cmd_capture_up, W::cmd_capture_up_help),
        record::leave,
    )
    .kana("うえのぎょう")
    .rank(75),
    Command::new(
        "queue.next",
        Scope::Running,
        &[Key::alt('q')],
        (W::cmd_next_speaker, W::cmd_next_speaker_help),
        record::next_speaker,
    )
    .writes()
    .kana("しめい")
    .when(record::somebody_waits)
    .rank(12),
    Command::new(
        "asking.take",
        Scope::Asking,
        &[Key::plain(Code::Enter)],
        (W::cmd_asking_take, W::cmd_asking_take_help),
        record::answer,
    )
    .writes()
    .rank(10),
    answer!("asking.1", '1', 0),
    answer!("asking.2", '2', 1),
    answer!("asking.3", '3', 2),
    answer!("asking.4", '4', 3),
    answer!("asking.5", '5', 4),
    answer!("asking.6", '6', 5),
    answer!("asking.7", '7', 6),
    answer!("asking.8", '8', 7),
    answer!("asking.9", '9', 8),
    Command::new(
        "asking.up",
        Scope::Asking,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| record::asking_step(m, -1),
    ),
    Command::new(
        "asking.down",
        Scope::Asking,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| record::asking_step(m, 1),
    ),
    Command::new(
        "asking.back",
        Scope::Asking,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_asking_back_help),
        crate::app::update::shell::close_overlay,
    )
    .rank(20),
];
