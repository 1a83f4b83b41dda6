//! Commands of the board pane, and the keys that move the light from any pane.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{
            assessments,
            board::{self, Way},
            cases, escalations, footings, indicators, list, partners, sheet,
        },
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "board.light",
        Scope::Board,
        &[Key::char('t'), Key::f(5)],
        (W::cmd_board_light, W::cmd_board_light_help),
        board::light,
    )
    .writes()
    .kana("いまのわだい")
    .rank(10)
    .when(board::has_point),
    Command::new(
        "board.stage",
        Scope::Board,
        &[Key::char('s'), Key::f(3)],
        (W::cmd_board_stage, W::cmd_board_stage_help),
        board::pick_stage,
    )
    .writes()
    .kana("じょうたい")
    .rank(18)
    .when(board::has_point),
    Command::new(
        "board.tick",
        Scope::Board,
        &[Key::char('x'), Key::alt('x')],
        (W::cmd_board_tick, W::cmd_board_tick_help),
        board::signs::pick,
    )
    .writes()
    .kana("しるし")
    .rank(20)
    .when(board::has_point),
    Command::new(
        "board.add",
        Scope::Board,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_board_add, W::cmd_board_add_help),
        board::adding::add,
    )
    .writes()
    .kana("くわえる")
    .rank(24)
    .when(board::has_point),
    Command::new(
        "board.evidence",
        Scope::Board,
        &[Key::char('e')],
        (W::cmd_board_evidence, W::cmd_board_evidence_help),
        board::add_evidence,
    )
    .writes()
    .kana("こんきょ")
    .rank(32)
    .when(board::has_point),
    Command::new(
        "board.active",
        Scope::Board,
        &[Key::char('w'), Key::char(' ')],
        (W::cmd_board_active, W::cmd_board_active_help),
        board::toggle_active,
    )
    .writes()
    .kana("とりくみちゅう")
    .rank(26)
    .when(board::has_point),
    Command::new(
        "board.cases",
        Scope::Board,
        &[Key::char('c'), Key::alt('c')],
        (W::cmd_board_cases, W::cmd_board_cases_help),
        cases::show,
    )
    .kana("じれい")
    .rank(12)
    .when(board::has_point),
    Command::new(
        "board.note",
        Scope::Board,
        &[Key::char('n'), Key::f(4)],
        (W::cmd_board_note, W::cmd_board_note_help),
        board::write_note,
    )
    .writes()
    .kana("めも")
    .rank(35)
    .when(board::has_point),
    Command::new(
        "board.lead",
        Scope::Board,
        &[Key::char('l')],
        (W::cmd_board_lead, W::cmd_board_lead_help),
        board::pick_lead,
    )
    .writes()
    .kana("たんとう")
    .rank(40)
    .when(board::has_point),
    Command::new(
        "board.indicators",
        Scope::Board,
        &[Key::char('i')],
        (W::cmd_indicators, W::cmd_indicators_help),
        indicators::show,
    )
    .kana("しひょう")
    .rank(62),
    Command::new(
        "board.footings",
        Scope::Board,
        &[Key::char('g')],
        (W::cmd_footings, W::cmd_footings_help),
        footings::show,
    )
    .kana("せいどか")
    .rank(64),
    Command::new(
        "board.sheet",
        Scope::Board,
        &[Key::char('f')],
        (W::cmd_sheet, W::cmd_sheet_help),
        sheet::show,
    )
    .kana("けいかくひょうかひょう")
    .rank(66),
    Command::new(
        "board.escalations",
        Scope::Board,
        &[Key::char('u')],
        (W::cmd_escalations, W::cmd_escalations_help),
        escalations::show,
    )
    .kana("じょうしん")
    .rank(67),
    Command::new(
        "board.assessments",
        Scope::Board,
        &[Key::char('m')],
        (W::cmd_assessments, W::cmd_assessments_help),
        assessments::show,
    )
    .kana("じこてんけん")
    .rank(68),
    Command::new(
        "board.partners",
        Scope::Board,
        &[Key::char('p')],
        (W::cmd_partners, W::cmd_partners_help),
        partners::show,
    )
    .kana("れんけいさき")
    .rank(69),
    Command::new(
        "board.remove-evidence",
        Scope::Board,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_board_remove, W::cmd_board_remove_help),
        board::pick_evidence,
    )
    .writes()
    .kana("こんきょをけす")
    .when(board::has_evidence),
    Command::new(
        "board.left",
        Scope::Board,
        &[Key::plain(Code::Left)],
        (W::cmd_board_left, W::cmd_board_left_help),
        |m| board::go(m, Way::Left),
    ),
    Command::new(
        "board.right",
        Scope::Board,
        &[Key::plain(Code::Right)],
        (W::cmd_board_right, W::cmd_board_right_help),
        |m| board::go(m, Way::Right),
    ),
    Command::new(
        "board.up",
        Scope::Board,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_board_up_help),
        |m| board::go(m, Way::Up),
    ),
    Command::new(
        "board.down",
        Scope::Board,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_board_down_help),
        |m| board::go(m, Way::Down),
    ),
    Command::new(
        "board.page-up",
        Scope::Board,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| list::page(m, -1),
    ),
    Command::new(
        "board.page-down",
        Scope::Board,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| list::page(m, 1),
    ),
    Command::new(
        "board.light-next",
        Scope::Council,
        &[Key::with_alt(Code::Right)],
        (W::cmd_board_light_next, W::cmd_board_light_next_help),
        |m| board::light_active(m, 1),
    )
    .writes()
    .kana("つぎのわだい")
    .when(board::has_active),
    Command::new(
        "board.light-previous",
        Scope::Council,
        &[Key::with_alt(Code::Left)],
        (W::cmd_board_light_previous, W::cmd_board_light_previous_help),
        |m| board::light_active(m, -1),
    )
    .writes()
    .kana("まえのわだい")
    .when(board::has_active),
];
