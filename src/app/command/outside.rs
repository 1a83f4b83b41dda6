//! Commands for what another program changed in the files: coming to it, and choosing between two versions of a record.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::outside},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "outside.open",
        Scope::Council,
        &[Key::ctrl('x')],
        (W::cmd_outside, W::cmd_outside_help),
        outside::open,
    )
    .kana("みくらべる")
    .rank(9)
    .when(outside::has_news),
    Command::new(
        "clash.ours",
        Scope::Clashes,
        &[Key::plain(Code::Left)],
        (W::cmd_clash_ours, W::cmd_clash_ours_help),
        |m| outside::choose(m, false),
    )
    .rank(10),
    Command::new(
        "clash.theirs",
        Scope::Clashes,
        &[Key::plain(Code::Right)],
        (W::cmd_clash_theirs, W::cmd_clash_theirs_help),
        |m| outside::choose(m, true),
    )
    .rank(20),
    Command::new(
        "clash.all-ours",
        Scope::Clashes,
        &[Key::f(3)],
        (W::cmd_clash_all_ours, W::cmd_clash_all_ours_help),
        |m| outside::choose_all(m, false),
    )
    .rank(40),
    Command::new(
        "clash.all-theirs",
        Scope::Clashes,
        &[Key::f(4)],
        (W::cmd_clash_all_theirs, W::cmd_clash_all_theirs_help),
        |m| outside::choose_all(m, true),
    )
    .rank(50),
    Command::new(
        "clash.done",
        Scope::Clashes,
        &[Key::f(2)],
        (W::cmd_clash_done, W::cmd_clash_done_help),
        outside::done,
    )
    .rank(30),
    Command::new(
        "clash.leave",
        Scope::Clashes,
        &[Key::plain(Code::Esc)],
        (W::cmd_clash_leave, W::cmd_clash_leave_help),
        outside::leave,
    )
    .rank(35),
    Command::new("clash.up", Scope::Clashes, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        outside::step(m, -1)
    }),
    Command::new(
        "clash.down",
        Scope::Clashes,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_down_help),
        |m| outside::step(m, 1),
    ),
    Command::new(
        "clash.scroll-up",
        Scope::Clashes,
        &[Key::plain(Code::PageUp)],
        (W::cmd_detail_up, W::cmd_detail_up_help),
        |m| outside::scroll(m, -5),
    ),
    Command::new(
        "clash.scroll-down",
        Scope::Clashes,
        &[Key::plain(Code::PageDown)],
        (W::cmd_detail_down, W::cmd_detail_down_help),
        |m| outside::scroll(m, 5),
    ),
];
