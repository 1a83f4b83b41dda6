//! Commands of the roles pane.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::roles},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "roles.assign",
        Scope::Roles,
        &[Key::char('h'), Key::f(5)],
        (W::cmd_roles_assign, W::cmd_roles_assign_help),
        roles::assign,
    )
    .writes()
    .kana("にないてをえらぶ")
    .rank(10)
    .when(roles::can_assign),
    Command::new(
        "roles.enter",
        Scope::Roles,
        &[Key::plain(Code::Enter)],
        (W::cmd_roles_enter, W::cmd_roles_enter_help),
        roles::enter,
    )
    .kana("ひらく にないて"),
    Command::new(
        "roles.vacate",
        Scope::Roles,
        &[Key::char('x'), Key::f(3)],
        (W::cmd_roles_vacate, W::cmd_roles_vacate_help),
        roles::vacate,
    )
    .writes()
    .kana("くうせきにする")
    .rank(20)
    .when(roles::on_held),
    Command::new(
        "roles.add",
        Scope::Roles,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_roles_add, W::cmd_roles_add_help),
        roles::add,
    )
    .writes()
    .kana("せきをくわえる")
    .rank(30),
    Command::new(
        "roles.edit",
        Scope::Roles,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_roles_edit, W::cmd_roles_edit_help),
        roles::edit,
    )
    .writes()
    .kana("なおす")
    .rank(40)
    .when(roles::on_duty),
    Command::new(
        "roles.delete",
        Scope::Roles,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_roles_delete, W::cmd_roles_delete_help),
        roles::delete,
    )
    .writes()
    .kana("けす")
    .rank(50)
    .when(roles::on_seat),
    Command::new(
        "roles.up",
        Scope::Roles,
        &[Key::with_alt(Code::Up)],
        (W::cmd_roles_up, W::cmd_roles_up_help),
        |m| roles::reorder(m, -1),
    )
    .writes()
    .kana("せきをうえへ")
    .when(roles::on_seat),
    Command::new(
        "roles.down",
        Scope::Roles,
        &[Key::with_alt(Code::Down)],
        (W::cmd_roles_down, W::cmd_roles_down_help),
        |m| roles::reorder(m, 1),
    )
    .writes()
    .kana("せきをしたへ")
    .when(roles::on_seat),
];
