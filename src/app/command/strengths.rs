//! Commands of the strengths, a list of the board pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::strengths},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "board.strengths",
        Scope::Board,
        &[Key::char('y')],
        (W::cmd_strengths, W::cmd_strengths_help),
        strengths::show,
    )
    .kana("つよみ")
    .rank(65),
    Command::new(
        "strengths.open",
        Scope::Strengths,
        &[Key::plain(Code::Enter)],
        (W::cmd_open, W::cmd_strengths_open_help),
        strengths::open,
    )
    .kana("ひらく")
    .rank(10)
    .when(strengths::on_strength),
    Command::new(
        "strengths.board",
        Scope::Strengths,
        &[Key::char('y')],
        (W::cmd_strengths_back, W::cmd_strengths_back_help),
        strengths::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
