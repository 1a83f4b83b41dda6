//! Commands of the lenses: the board read through models.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{lens, list},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new("board.lens", Scope::Board, &[Key::char('v')], (W::cmd_lens, W::cmd_lens_help), lens::show)
        .kana("みかた")
        .rank(14),
    Command::new(
        "lens.next",
        Scope::Lens,
        &[Key::plain(Code::Right)],
        (W::cmd_lens_next, W::cmd_lens_next_help),
        |m| lens::turn(m, 1),
    )
    .kana("つぎのみかた")
    .rank(10),
    Command::new(
        "lens.previous",
        Scope::Lens,
        &[Key::plain(Code::Left)],
        (W::cmd_lens_previous, W::cmd_lens_previous_help),
        |m| lens::turn(m, -1),
    )
    .kana("まえのみかた")
    .rank(15),
    Command::new(
        "lens.open",
        Scope::Lens,
        &[Key::plain(Code::Enter)],
        (W::cmd_open, W::cmd_lens_open_help),
        list::toggle_detail,
    )
    .kana("ひらく")
    .rank(20)
    .when(lens::on_item),
    Command::new(
        "lens.board",
        Scope::Lens,
        &[Key::char('v')],
        (W::cmd_lens_back, W::cmd_lens_back_help),
        lens::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
