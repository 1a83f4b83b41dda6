//! Commands of the roster pane: members and their attendance, organisations, and the check-in, which opens on every pane.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{check_in, organisations, roster, shell},
    },
    domain::Mode,
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    // attendance
    Command::new(
        "attendance.present",
        Scope::Members,
        &[Key::char('p')],
        (W::cmd_present, W::cmd_present_help),
        |m| roster::mark(m, Mode::Present),
    )
    .writes()
    .kana("しゅっせき")
    .rank(10)
    .when(roster::at_meeting),
    Command::new(
        "attendance.online",
        Scope::Members,
        &[Key::char('n')],
        (W::cmd_online, W::cmd_online_help),
        |m| roster::mark(m, Mode::Online),
    )
    .writes()
    .kana("おんらいん")
    .rank(40)
    .when(roster::at_meeting),
    Command::new(
        "attendance.proxy",
        Scope::Members,
        &[Key::char('x')],
        (W::cmd_proxy, W::cmd_proxy_help),
        roster::ask_proxy_of_chosen,
    )
    .writes()
    .kana("だいり")
    .rank(42)
    .when(roster::at_meeting),
    Command::new(
        "attendance.excused",
        Scope::Members,
        &[Key::char('c')],
        (W::cmd_excused, W::cmd_excused_help),
        |m| roster::mark(m, Mode::Excused),
    )
    .writes()
    .kana("けっせきれんらく")
    .rank(44)
    .when(roster::at_meeting),
    Command::new(
        "attendance.absent",
        Scope::Members,
        &[Key::char('b')],
        (W::cmd_absent, W::cmd_absent_help),
        |m| roster::mark(m, Mode::Absent),
    )
    .writes()
    .kana("けっせき")
    .when(roster::at_meeting),
    Command::new(
        "attendance.leave",
        Scope::Members,
        &[Key::char('l')],
        (W::cmd_leave, W::cmd_leave_help),
        roster::leave,
    )
    .writes()
    .kana("たいせき もどる")
    .when(roster::is_here),
    Command::new(
        "attendance.times",
        Scope::Members,
        &[Key::char('t')],
        (W::cmd_times, W::cmd_times_help),
        roster::edit_times,
    )
    .writes()
    .kana("じこく")
    .when(roster::is_here),
    Command::new(
        "attendance.choose",
        Scope::Members,
        &[Key::f(3), Key::char('s')],
        (W::cmd_attendance, W::cmd_attendance_help),
        roster::choose_attendance,
    )
    .writes()
    .kana("しゅっけつ")
    .rank(12)
    .when(roster::at_meeting),
    Command::new(
        "observers.more",
        Scope::Members,
        &[Key::char('+')],
        (W::cmd_observer_more, W::cmd_observer_more_help),
        |m| roster::count_observers(m, true),
    )
    .writes()
    .kana("ぼうちょう")
    .when(shell::has_meeting),
    Command::new(
        "observers.fewer",
        Scope::Members,
        &[Key::char('-')],
        (W::cmd_observer_fewer, W::cmd_observer_fewer_help),
        |m| roster::count_observers(m, false),
    )
    .writes()
    .kana("ぼうちょうをへらす")
    .when(shell::has_meeting),
    // members
    Command::new(
        "member.add",
        Scope::Members,
        &[Key::plain(Code::Insert), Key::char('a')],
        (W::cmd_roster_add, W::cmd_roster_add_help),
        roster::add,
    )
    .writes()
    .kana("いいんのついか")
    .rank(30),
    Command::new(
        "member.edit",
        Scope::Members,
        &[Key::f(4), Key::char('e')],
        (W::cmd_roster_edit, W::cmd_roster_edit_help),
        roster::edit,
    )
    .writes()
    .kana("いいんのへんこう")
    .rank(25)
    .when(roster::on_member),
    Command::new(
        "member.delete",
        Scope::Members,
        &[Key::plain(Code::Delete), Key::char('d')],
        (W::cmd_roster_delete, W::cmd_roster_delete_help),
        roster::delete,
    )
    .writes()
    .kana("いいんのさくじょ")
    .when(roster::on_member),
    Command::new(
        "member.up",
        Scope::Members,
        &[Key::with_alt(Code::Up)],
        (W::cmd_roster_up, W::cmd_roster_up_help),
        |m| roster::reorder(m, true),
    )
    .writes()
    .kana("まえへ")
    .when(roster::on_member),
    Command::new(
        "member.down",
        Scope::Members,
        &[Key::with_alt(Code::Down)],
        (W::cmd_roster_down, W::cmd_roster_down_help),
        |m| roster::reorder(m, false),
    )
    .writes()
    .kana("あとへ")
    .when(roster::on_member),
    Command::new(
        "roster.organisations",
        Scope::Members,
        &[Key::char('o')],
        (W::cmd_organisations, W::cmd_organisations_help),
        organisations::show,
    )
    .kana("だんたい そしき")
    .rank(20),
    // organisations
    Command::new(
        "organisation.up",
        Scope::Organisations,
        &[Key::with_alt(Code::Up)],
        (W::cmd_roster_up, W::cmd_organisation_up_help),
        |m| organisations::reorder(m, true),
    )
    .writes()
    .kana("まえへ")
    .when(organisations::on_organisation),
    Command::new(
        "organisation.down",
        Scope::Organisations,
        &[Key::with_alt(Code::Down)],
        (W::cmd_roster_down, W::cmd_organisation_down_help),
        |m| organisations::reorder(m, false),
    )
    .writes()
    .kana("あとへ")
    .when(organisations::on_organisation),
    Command::new(
        "roster.members",
        Scope::Organisations,
        &[Key::char('o')],
        (W::cmd_members, W::cmd_members_help),
        organisations::back_to_members,
    )
    .kana("いいんのいちらん")
    .rank(20),
    // check-in: on the roster it has a function key too, which Ctrl-R means there as everywhere
    Command::new(
        "roster.check-in",
        Scope::Members,
        &[Key::f(5), Key::ctrl('r')],
        (W::cmd_check_in, W::cmd_check_in_help),
        check_in::open,
    )
    .writes()
    .kana("うけつけ")
    .rank(14)
    .when(shell::has_meeting),
    Command::new(
        "check-in.open",
        Scope::Council,
        &[Key::ctrl('r')],
        (W::cmd_check_in, W::cmd_check_in_help),
        check_in::open,
    )
    .writes()
    .kana("うけつけ")
    .rank(72)
    .when(shell::has_meeting),
    Command::new(
        "check-in.present",
        Scope::CheckIn,
        &[Key::plain(Code::Enter)],
        (W::cmd_check_in_take, W::cmd_check_in_take_help),
        check_in::take,
    )
    .writes()
    .rank(10),
    Command::new(
        "check-in.online",
        Scope::CheckIn,
        &[Key::f(2)],
        (W::cmd_online, W::cmd_check_in_online_help),
        check_in::online,
    )
    .writes()
    .rank(20)
    .when(check_in::has_subject),
    Command::new(
        "check-in.proxy",
        Scope::CheckIn,
        &[Key::f(4)],
        (W::cmd_proxy, W::cmd_check_in_proxy_help),
        check_in::proxy,
    )
    .writes()
    .rank(30)
    .when(check_in::has_subject),
    Command::new(
        "check-in.observer",
        Scope::CheckIn,
        &[Key::f(5)],
        (W::cmd_check_in_observer, W::cmd_check_in_observer_help),
        |m| roster::count_observers(m, true),
    )
    .writes()
    .rank(60),
    Command::new(
        "check-in.undo",
        Scope::CheckIn,
        &[Key::ctrl('z')],
        (W::cmd_undo, W::cmd_undo_help),
        shell::undo,
    )
    .writes()
    .rank(40),
    Command::new(
        "check-in.redo",
        Scope::CheckIn,
        &[Key::ctrl('y')],
        (W::cmd_redo, W::cmd_redo_help),
        shell::redo,
    )
    .writes(),
    Command::new("check-in.up", Scope::CheckIn, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        check_in::step(m, -1);
    }),
    Command::new(
        "check-in.down",
        Scope::CheckIn,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_down_help),
        |m| check_in::step(m, 1),
    ),
    Command::new(
        "check-in.page-up",
        Scope::CheckIn,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| check_in::page(m, -1),
    ),
    Command::new(
        "check-in.page-down",
        Scope::CheckIn,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| check_in::page(m, 1),
    ),
    Command::new(
        "check-in.close",
        Scope::CheckIn,
        &[Key::plain(Code::Esc), Key::ctrl('r')],
        (W::cmd_close, W::cmd_close_help),
        shell::close_overlay,
    )
    .rank(50),
];
