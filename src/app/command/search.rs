//! Commands of the search over the whole council: opening it from anywhere, moving in what it found, going there.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{search, shell},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new("find.open", Scope::App, &[Key::ctrl('f')], (W::cmd_find, W::cmd_find_help), search::open)
        .kana("ぜんぶからさがす")
        .when(search::can_open),
    Command::new(
        "find.go",
        Scope::Find,
        &[Key::plain(Code::Enter)],
        (W::cmd_find_go, W::cmd_find_go_help),
        search::go,
    )
    .rank(10)
    .when(search::has_choice),
    Command::new("find.up", Scope::Find, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        search::step(m, -1);
    }),
    Command::new("find.down", Scope::Find, &[Key::plain(Code::Down)], (W::cmd_down, W::cmd_down_help), |m| {
        search::step(m, 1);
    }),
    Command::new(
        "find.page-up",
        Scope::Find,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| search::page(m, -1),
    ),
    Command::new(
        "find.page-down",
        Scope::Find,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| search::page(m, 1),
    ),
    Command::new(
        "find.close",
        Scope::Find,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_find_close_help),
        shell::close_overlay,
    )
    .rank(20),
];
