//! Commands that finish the minutes of a held meeting, and the form of a decision.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{minutes, resolution, shell, summary},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "minutes.open",
        Scope::Council,
        &[Key::alt('m')],
        (W::cmd_minutes_open, W::cmd_minutes_open_help),
        minutes::open,
    )
    .kana("ぎじろくのしあげ")
    .rank(32)
    .foot(minutes::is_wanted)
    .when(minutes::can_open),
    Command::new(
        "line.resolve",
        Scope::Lines,
        &[Key::char('b')],
        (W::cmd_line_resolve, W::cmd_line_resolve_help),
        resolution::edit,
    )
    .writes()
    .kana("さいけつ")
    .rank(22)
    .when(resolution::on_decision),
    Command::new(
        "agenda.summary",
        Scope::Items,
        &[Key::char('y')],
        (W::cmd_item_summary, W::cmd_item_summary_help),
        summary::edit_chosen,
    )
    .writes()
    .kana("ようてん")
    .rank(26)
    .foot(minutes::is_wanted)
    .when(summary::can_edit),
    Command::new(
        "minutes.go",
        Scope::Minutes,
        &[Key::plain(Code::Enter)],
        (W::cmd_minutes_go, W::cmd_minutes_go_help),
        minutes::go,
    )
    .rank(10)
    .when(minutes::has_finding),
    Command::new(
        "minutes.check",
        Scope::Minutes,
        &[Key::char('c')],
        (W::cmd_minutes_check, W::cmd_minutes_check_help),
        minutes::check,
    )
    .writes()
    .rank(20)
    .when(minutes::is_open),
    Command::new(
        "minutes.finalise",
        Scope::Minutes,
        &[Key::char('f')],
        (W::cmd_minutes_finalise, W::cmd_minutes_finalise_help),
        minutes::finalise,
    )
    .writes()
    .rank(25)
    .when(minutes::is_open),
    Command::new(
        "minutes.reopen",
        Scope::Minutes,
        &[Key::char('r')],
        (W::cmd_minutes_reopen, W::cmd_minutes_reopen_help),
        minutes::reopen,
    )
    .writes()
    .rank(30)
    .when(minutes::is_final),
    Command::new(
        "minutes.summary",
        Scope::Minutes,
        &[Key::char('s')],
        (W::cmd_minutes_summary, W::cmd_minutes_summary_help),
        summary::pick,
    )
    .writes()
    .rank(35)
    .when(minutes::is_open),
    Command::new(
        "minutes.signatories",
        Scope::Minutes,
        &[Key::char('g')],
        (W::cmd_minutes_signatories, W::cmd_minutes_signatories_help),
        minutes::edit_signatories,
    )
    .writes()
    .rank(40)
    .when(minutes::is_open),
    Command::new(
        "minutes.sent",
        Scope::Minutes,
        &[Key::char('p')],
        (W::cmd_minutes_sent, W::cmd_minutes_sent_help),
        minutes::edit_sent,
    )
    .writes()
    .rank(45),
    Command::new(
        "minutes.up",
        Scope::Minutes,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| minutes::step(m, -1),
    ),
    Command::new(
        "minutes.down",
        Scope::Minutes,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| minutes::step(m, 1),
    ),
    Command::new(
        "minutes.page-up",
        Scope::Minutes,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| minutes::step(m, -5),
    ),
    Command::new(
        "minutes.page-down",
        Scope::Minutes,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| minutes::step(m, 5),
    ),
    Command::new(
        "minutes.back",
        Scope::Minutes,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_minutes_back_help),
        shell::close_overlay,
    )
    .rank(50),
];
