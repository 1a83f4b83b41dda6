//! Commands of the table of partners, of an organisation wherever one is chosen, and of the six checks before asking.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{aspects, organisations, partners, shell},
    },
    domain::partner::Finding,
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "partners.board",
        Scope::Partners,
        &[Key::char('p')],
        (W::cmd_partners_back, W::cmd_partners_back_help),
        partners::back,
    )
    .kana("ぼーどにもどる")
    .rank(45),
    // of an organisation, here and on the roster
    Command::new(
        "partner.tie",
        Scope::Partner,
        &[Key::char('t'), Key::f(3)],
        (W::cmd_partner_tie, W::cmd_partner_tie_help),
        partners::pick_tie,
    )
    .writes()
    .kana("まがら れんけいのだんかい")
    .rank(16)
    .when(organisations::on_organisation),
    Command::new(
        "partner.aim",
        Scope::Partner,
        &[Key::char('g')],
        (W::cmd_partner_aim, W::cmd_partner_aim_help),
        partners::pick_aim,
    )
    .writes()
    .kana("めざすまがら")
    .rank(26)
    .when(organisations::on_organisation),
    Command::new(
        "partner.check",
        Scope::Partner,
        &[Key::char('c'), Key::f(5)],
        (W::cmd_partner_check, W::cmd_partner_check_help),
        aspects::open,
    )
    .writes()
    .kana("かくにん")
    .rank(18)
    .when(organisations::on_organisation),
    Command::new(
        "partner.log",
        Scope::Partner,
        &[Key::char('l')],
        (W::cmd_partner_log, W::cmd_partner_log_help),
        partners::log,
    )
    .writes()
    .kana("やりとり")
    .rank(12)
    .when(organisations::on_organisation),
    Command::new(
        "partner.mend",
        Scope::Partner,
        &[Key::char('m')],
        (W::cmd_partner_mend, W::cmd_partner_mend_help),
        partners::pick_to_mend,
    )
    .writes()
    .kana("やりとりをなおす")
    .when(partners::has_log),
    Command::new(
        "partner.drop",
        Scope::Partner,
        &[Key::char('x')],
        (W::cmd_partner_drop, W::cmd_partner_drop_help),
        partners::pick_to_drop,
    )
    .writes()
    .kana("やりとりをけす")
    .when(partners::has_log),
    Command::new(
        "partner.points",
        Scope::Partner,
        &[Key::char('w')],
        (W::cmd_partner_points, W::cmd_partner_points_help),
        partners::edit_points,
    )
    .writes()
    .kana("かかわるぽいんと")
    .rank(24)
    .when(organisations::on_organisation),
    Command::new(
        "organisation.add",
        Scope::Partner,
        &[Key::plain(Code::Insert), Key::char('a')],
        (W::cmd_roster_add, W::cmd_organisation_add_help),
        organisations::add,
    )
    .writes()
    .kana("だんたいのついか")
    .rank(10),
    Command::new(
        "organisation.edit",
        Scope::Partner,
        &[Key::f(4), Key::char('e')],
        (W::cmd_roster_edit, W::cmd_organisation_edit_help),
        organisations::edit,
    )
    .writes()
    .kana("だんたいのへんこう")
    .rank(15)
    .when(organisations::on_organisation),
    Command::new(
        "organisation.delete",
        Scope::Partner,
        &[Key::plain(Code::Delete), Key::char('d')],
        (W::cmd_roster_delete, W::cmd_organisation_delete_help),
        organisations::delete,
    )
    .writes()
    .kana("だんたいのさくじょ")
    .rank(30)
    .when(organisations::on_organisation),
    // the six checks
    Command::new(
        "aspects.ready",
        Scope::Aspects,
        &[Key::char('1'), Key::f(3)],
        (W::cmd_aspects_ready, W::cmd_aspects_ready_help),
        |m| aspects::find(m, Finding::Ready),
    )
    .writes()
    .rank(10),
    Command::new(
        "aspects.unsure",
        Scope::Aspects,
        &[Key::char('2'), Key::f(4)],
        (W::cmd_aspects_unsure, W::cmd_aspects_unsure_help),
        |m| aspects::find(m, Finding::Unsure),
    )
    .writes()
    .rank(20),
    Command::new(
        "aspects.not-yet",
        Scope::Aspects,
        &[Key::char('3'), Key::f(5)],
        (W::cmd_aspects_not_yet, W::cmd_aspects_not_yet_help),
        |m| aspects::find(m, Finding::NotYet),
    )
    .writes()
    .rank(30),
    Command::new(
        "aspects.note",
        Scope::Aspects,
        &[Key::char('n'), Key::f(2)],
        (W::cmd_aspects_note, W::cmd_aspects_note_help),
        aspects::write_note,
    )
    .writes()
    .rank(40),
    Command::new(
        "aspects.next",
        Scope::Aspects,
        &[Key::plain(Code::Enter)],
        (W::cmd_aspects_next, W::cmd_aspects_next_help),
        aspects::next,
    )
    .rank(50),
    Command::new(
        "aspects.up",
        Scope::Aspects,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| aspects::step(m, -1),
    ),
    Command::new(
        "aspects.down",
        Scope::Aspects,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| aspects::step(m, 1),
    ),
    Command::new(
        "aspects.close",
        Scope::Aspects,
        &[Key::plain(Code::Esc)],
        (W::cmd_close, W::cmd_close_help),
        shell::close_overlay,
    )
    .rank(60),
];
