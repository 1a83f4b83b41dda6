//! Commands of the trail: points by meetings.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::trail},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "board.trail",
        Scope::Board,
        &[Key::char('h')],
        (W::cmd_trail, W::cmd_trail_help),
        trail::show,
    )
    .kana("あしあと")
    .rank(66),
    Command::new(
        "trail.older",
        Scope::Trail,
        &[Key::plain(Code::Left)],
        (W::cmd_trail_older, W::cmd_trail_older_help),
        |m| trail::go_back(m, 1),
    )
    .kana("まえのかいぎ")
    .rank(10),
    Command::new(
        "trail.newer",
        Scope::Trail,
        &[Key::plain(Code::Right)],
        (W::cmd_trail_newer, W::cmd_trail_newer_help),
        |m| trail::go_back(m, -1),
    )
    .kana("つぎのかいぎ")
    .rank(15),
    Command::new(
        "trail.far-older",
        Scope::Trail,
        &[Key::plain(Code::PageUp)],
        (W::cmd_trail_older, W::cmd_trail_far_older_help),
        |m| trail::turn(m, 1),
    ),
    Command::new(
        "trail.far-newer",
        Scope::Trail,
        &[Key::plain(Code::PageDown)],
        (W::cmd_trail_newer, W::cmd_trail_far_newer_help),
        |m| trail::turn(m, -1),
    ),
    Command::new(
        "trail.open",
        Scope::Trail,
        &[Key::plain(Code::Enter)],
        (W::cmd_open, W::cmd_trail_open_help),
        trail::open,
    )
    .kana("ひらく")
    .rank(20)
    .when(trail::on_point),
    Command::new(
        "trail.board",
        Scope::Trail,
        &[Key::char('h')],
        (W::cmd_trail_back, W::cmd_trail_back_help),
        trail::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
