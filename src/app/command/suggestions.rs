//! Commands of what the next agenda could take up, a list of the board pane that opens from anywhere.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::suggestions},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "next.accept",
        Scope::Suggestions,
        &[Key::plain(Code::Enter), Key::plain(Code::Insert), Key::char('a')],
        (W::cmd_next_accept, W::cmd_next_accept_help),
        suggestions::accept,
    )
    .writes()
    .kana("ぎだいにする")
    .rank(10)
    .when(suggestions::on_suggestion),
    Command::new(
        "next.decline",
        Scope::Suggestions,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_next_decline, W::cmd_next_decline_help),
        suggestions::decline,
    )
    .writes()
    .kana("みおくる")
    .rank(15)
    .when(suggestions::on_suggestion),
    Command::new(
        "next.go",
        Scope::Suggestions,
        &[Key::char('g'), Key::f(5)],
        (W::cmd_next_go, W::cmd_next_go_help),
        suggestions::go,
    )
    .kana("もとをみる")
    .rank(20)
    .when(suggestions::on_suggestion),
    Command::new(
        "next.detail",
        Scope::Suggestions,
        &[Key::char(' ')],
        (W::cmd_open, W::cmd_open_help),
        crate::app::update::list::toggle_detail,
    )
    .kana("ひらく")
    .rank(25)
    .when(crate::app::update::list::can_open),
    Command::new(
        "next.thresholds",
        Scope::Suggestions,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_next_limits, W::cmd_next_limits_help),
        suggestions::edit_thresholds,
    )
    .writes()
    .kana("めやす")
    .rank(30),
    Command::new(
        "next.board",
        Scope::Suggestions,
        &[Key::char('o')],
        (W::cmd_next_back, W::cmd_next_back_help),
        suggestions::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
    Command::new(
        "next.of-meeting",
        Scope::Meetings,
        &[Key::char('n')],
        (W::cmd_next, W::cmd_next_help),
        suggestions::show,
    )
    .kana("つぎのいって")
    .rank(79),
    Command::new(
        "next.of-items",
        Scope::Items,
        &[Key::char('n')],
        (W::cmd_next, W::cmd_next_help),
        suggestions::show,
    )
    .kana("つぎのいって")
    .rank(79),
    // From any list that has no use of its own for the letter, and with Alt also while typing.
    Command::new(
        "next.show",
        Scope::Council,
        &[Key::char('o'), Key::alt('o')],
        (W::cmd_next, W::cmd_next_help),
        suggestions::show,
    )
    .kana("つぎのいって")
    .rank(16)
    .foot(suggestions::on_board),
];
