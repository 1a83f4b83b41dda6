//! Commands of the list of what the council stands on, the third list of the board pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::footings},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "footings.state",
        Scope::Footings,
        &[Key::char('s'), Key::f(3)],
        (W::cmd_footings_state, W::cmd_footings_state_help),
        footings::pick_state,
    )
    .writes()
    .kana("じょうたい")
    .rank(10)
    .when(footings::on_footing),
    Command::new(
        "footings.edit",
        Scope::Footings,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_footings_edit, W::cmd_footings_edit_help),
        footings::edit,
    )
    .writes()
    .kana("かえる")
    .rank(15)
    .when(footings::on_footing),
    Command::new(
        "footings.add",
        Scope::Footings,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_footings_add, W::cmd_footings_add_help),
        footings::add,
    )
    .writes()
    .kana("くわえる")
    .rank(20),
    Command::new(
        "footings.delete",
        Scope::Footings,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_footings_delete, W::cmd_footings_delete_help),
        footings::delete,
    )
    .writes()
    .kana("けす")
    .rank(30)
    .when(footings::has_said),
    Command::new(
        "footings.board",
        Scope::Footings,
        &[Key::char('g')],
        (W::cmd_footings_back, W::cmd_footings_back_help),
        footings::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
