//! Commands of the list of cases, which the board pane shows for a point.

use super::{Command, Key, Scope};
use crate::{app::update::cases, words::Words as W};

pub(super) const ROWS: &[Command] = &[Command::new(
    "cases.board",
    Scope::Cases,
    &[Key::char('c'), Key::alt('c')],
    (W::cmd_cases_back, W::cmd_cases_back_help),
    cases::back,
)
.kana("ぼーどにもどる")
.rank(30)];
