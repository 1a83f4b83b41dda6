//! Commands of the list of issues raised to the parent council and to us, a list of the board pane; and raising one from any pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::escalations},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "escalations.answer",
        Scope::Escalations,
        &[Key::char('r'), Key::f(5)],
        (W::cmd_escalations_answer, W::cmd_escalations_answer_help),
        escalations::answer,
    )
    .writes()
    .kana("かいとう")
    .rank(10)
    .when(escalations::may_answer),
    Command::new(
        "escalations.state",
        Scope::Escalations,
        &[Key::char('s'), Key::f(3)],
        (W::cmd_escalations_state, W::cmd_escalations_state_help),
        escalations::pick_state,
    )
    .writes()
    .kana("じょうたい")
    .rank(15)
    .when(escalations::on_escalation),
    Command::new(
        "escalations.add",
        Scope::Escalations,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_escalations_add, W::cmd_escalations_add_help),
        escalations::add,
    )
    .writes()
    .kana("あげる")
    .rank(20),
    Command::new(
        "escalations.edit",
        Scope::Escalations,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_escalations_edit, W::cmd_escalations_edit_help),
        escalations::edit,
    )
    .writes()
    .kana("かえる")
    .rank(25)
    .when(escalations::may_word),
    Command::new(
        "escalations.report",
        Scope::Escalations,
        &[Key::char('t')],
        (W::cmd_escalations_report, W::cmd_escalations_report_help),
        escalations::toggle_report,
    )
    .writes()
    .kana("ほうこく")
    .rank(5)
    .when(escalations::may_report),
    Command::new(
        "escalations.delete",
        Scope::Escalations,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_escalations_delete, W::cmd_escalations_delete_help),
        escalations::delete,
    )
    .writes()
    .kana("けす")
    .when(escalations::on_escalation),
    Command::new(
        "escalations.board",
        Scope::Escalations,
        &[Key::char('u')],
        (W::cmd_escalations_back, W::cmd_escalations_back_help),
        escalations::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
    Command::new(
        "escalations.raise-this",
        Scope::Council,
        &[Key::alt('u')],
        (W::cmd_raise_here, W::cmd_raise_here_help),
        escalations::raise_this,
    )
    .writes()
    .kana("おやかいぎへあげる"),
];
