//! Commands of an opened text, a point or a case: moving in it, and to the one beside it.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{list, page},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "page.next-part",
        Scope::Page,
        &[Key::plain(Code::Tab)],
        (W::cmd_page_next_part, W::cmd_page_next_part_help),
        |m| page::go_to_part(m, 1),
    )
    .kana("つぎのみだし")
    .rank(12),
    Command::new(
        "page.last-part",
        Scope::Page,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_page_last_part, W::cmd_page_last_part_help),
        |m| page::go_to_part(m, -1),
    )
    .kana("まえのみだし"),
    Command::new(
        "page.up",
        Scope::Page,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_page_row_up_help),
        |m| list::scroll_detail(m, -1),
    ),
    Command::new(
        "page.down",
        Scope::Page,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_page_row_down_help),
        |m| list::scroll_detail(m, 1),
    ),
    Command::new(
        "page.page-up",
        Scope::Page,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_here_help),
        |m| page::turn(m, -1),
    ),
    Command::new(
        "page.page-down",
        Scope::Page,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_here_help),
        |m| page::turn(m, 1),
    ),
    Command::new(
        "page.left",
        Scope::Page,
        &[Key::plain(Code::Left)],
        (W::cmd_page_left, W::cmd_page_left_help),
        |m| list::step(m, -1),
    ),
    Command::new(
        "page.right",
        Scope::Page,
        &[Key::plain(Code::Right)],
        (W::cmd_page_right, W::cmd_page_right_help),
        |m| list::step(m, 1),
    ),
];
