//! Commands of the actions pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::actions},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "actions.done",
        Scope::Actions,
        &[Key::char(' '), Key::f(5)],
        (W::cmd_actions_done, W::cmd_actions_done_help),
        actions::toggle_done,
    )
    .writes()
    .kana("かんりょう")
    .rank(10)
    .when(actions::on_action),
    Command::new(
        "actions.state",
        Scope::Actions,
        &[Key::char('s'), Key::f(3)],
        (W::cmd_actions_state, W::cmd_actions_state_help),
        actions::pick_state,
    )
    .writes()
    .kana("じょうたい")
    .rank(15)
    .when(actions::on_action),
    Command::new(
        "actions.view",
        Scope::Actions,
        &[Key::char('v'), Key::plain(Code::Right)],
        (W::cmd_actions_view, W::cmd_actions_view_help),
        |m| actions::turn_view(m, 1),
    )
    .kana("みかた")
    .rank(20),
    Command::new(
        "actions.view-back",
        Scope::Actions,
        &[Key::char('V'), Key::plain(Code::Left)],
        (W::cmd_actions_view_back, W::cmd_actions_view_back_help),
        |m| actions::turn_view(m, -1),
    )
    .kana("まえのみかた"),
    Command::new(
        "actions.add",
        Scope::Actions,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_actions_add, W::cmd_actions_add_help),
        actions::add,
    )
    .writes()
    .kana("しゅくだいをくわえる")
    .rank(25),
    Command::new(
        "actions.owner",
        Scope::Actions,
        &[Key::char('h')],
        (W::cmd_actions_owner, W::cmd_actions_owner_help),
        actions::pick_owner,
    )
    .writes()
    .kana("たんとう")
    .rank(30)
    .when(actions::on_action),
    Command::new(
        "actions.edit",
        Scope::Actions,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_actions_edit, W::cmd_actions_edit_help),
        actions::edit,
    )
    .writes()
    .kana("なおす")
    .rank(35)
    .when(actions::on_action),
    Command::new(
        "actions.note",
        Scope::Actions,
        &[Key::char('n'), Key::ctrl('n')],
        (W::cmd_actions_note, W::cmd_actions_note_help),
        actions::note,
    )
    .writes()
    .kana("けいか")
    .rank(40)
    .when(actions::on_action),
    Command::new(
        "actions.delete",
        Scope::Actions,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_actions_delete, W::cmd_actions_delete_help),
        actions::delete,
    )
    .writes()
    .kana("けす")
    .rank(50)
    .when(actions::can_delete),
];
