//! Commands of the plan-and-evaluation sheet, a table of the board pane, and of a cell being written in.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::sheet},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "cell.keep",
        Scope::Cell,
        &[Key::plain(Code::Enter)],
        (W::cmd_cell_keep, W::cmd_cell_keep_help),
        sheet::keep,
    )
    .writes()
    .rank(10),
    Command::new(
        "cell.next",
        Scope::Cell,
        &[Key::plain(Code::Tab)],
        (W::cmd_cell_next, W::cmd_cell_next_help),
        sheet::write_next,
    )
    .writes()
    .rank(15),
    Command::new(
        "cell.previous",
        Scope::Cell,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_cell_previous, W::cmd_cell_previous_help),
        sheet::write_previous,
    )
    .writes(),
    Command::new(
        "cell.new-line",
        Scope::Cell,
        &[Key::with_alt(Code::Enter), Key::ctrl('j')],
        (W::cmd_form_newline, W::cmd_cell_new_line_help),
        sheet::new_line,
    )
    .rank(20),
    Command::new(
        "cell.give-up",
        Scope::Cell,
        &[Key::plain(Code::Esc)],
        (W::cmd_cell_give_up, W::cmd_cell_give_up_help),
        sheet::give_up,
    )
    .rank(25),
    Command::new(
        "cell.up",
        Scope::Cell,
        &[Key::plain(Code::Up)],
        (W::cmd_up, W::cmd_cell_up_help),
        sheet::cell_up,
    ),
    Command::new(
        "cell.down",
        Scope::Cell,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_cell_down_help),
        sheet::cell_down,
    ),
    Command::new(
        "cell.select-up",
        Scope::Cell,
        &[Key::with_shift(Code::Up)],
        (W::cmd_mend_select_up, W::cmd_mend_select_up_help),
        |m| sheet::select_rows(m, false),
    ),
    Command::new(
        "cell.select-down",
        Scope::Cell,
        &[Key::with_shift(Code::Down)],
        (W::cmd_mend_select_down, W::cmd_mend_select_down_help),
        |m| sheet::select_rows(m, true),
    ),
    Command::new(
        "sheet.write",
        Scope::Sheet,
        &[Key::plain(Code::Enter), Key::char('e'), Key::f(4)],
        (W::cmd_sheet_write, W::cmd_sheet_write_help),
        sheet::begin,
    )
    .writes()
    .kana("らんにかく")
    .rank(10)
    .when(sheet::on_row),
    Command::new(
        "sheet.carry-over",
        Scope::Sheet,
        &[Key::char('c'), Key::f(5)],
        (W::cmd_sheet_carry, W::cmd_sheet_carry_help),
        sheet::carry_over,
    )
    .writes()
    .kana("らいねんどへくりこす")
    .rank(20)
    .when(sheet::can_carry),
    Command::new(
        "sheet.year-back",
        Scope::Sheet,
        &[Key::plain(Code::PageUp), Key::char('[')],
        (W::cmd_sheet_year_back, W::cmd_sheet_year_back_help),
        |m| sheet::turn_year(m, true),
    )
    .kana("まえのねんど")
    .rank(25),
    Command::new(
        "sheet.year-on",
        Scope::Sheet,
        &[Key::plain(Code::PageDown), Key::char(']')],
        (W::cmd_sheet_year_on, W::cmd_sheet_year_on_help),
        |m| sheet::turn_year(m, false),
    )
    .kana("つぎのねんど")
    .rank(26),
    Command::new(
        "sheet.beside",
        Scope::Sheet,
        &[Key::char('v'), Key::f(3)],
        (W::cmd_sheet_beside, W::cmd_sheet_beside_help),
        sheet::turn_beside,
    )
    .kana("さくねんどとくらべる")
    .rank(22)
    .when(sheet::can_turn_beside),
    Command::new(
        "sheet.add",
        Scope::Sheet,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_sheet_add, W::cmd_sheet_add_help),
        sheet::add,
    )
    .writes()
    .kana("ぎょうをくわえる")
    .rank(15),
    Command::new(
        "sheet.whose",
        Scope::Sheet,
        &[Key::char('w')],
        (W::cmd_sheet_whose, W::cmd_sheet_whose_help),
        sheet::edit_whose,
    )
    .writes()
    .kana("どのか")
    .rank(35)
    .when(sheet::on_row),
    Command::new(
        "sheet.clear",
        Scope::Sheet,
        &[Key::char('x')],
        (W::cmd_sheet_clear, W::cmd_sheet_clear_help),
        sheet::clear,
    )
    .writes()
    .kana("らんをけす")
    .when(sheet::has_text),
    Command::new(
        "sheet.delete",
        Scope::Sheet,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_sheet_delete, W::cmd_sheet_delete_help),
        sheet::delete,
    )
    .writes()
    .kana("ぎょうをけす")
    .when(sheet::on_row),
    Command::new(
        "sheet.move-up",
        Scope::Sheet,
        &[Key::with_alt(Code::Up)],
        (W::cmd_sheet_up, W::cmd_sheet_up_help),
        |m| sheet::reorder(m, true),
    )
    .writes()
    .kana("うえへ")
    .when(sheet::on_row),
    Command::new(
        "sheet.move-down",
        Scope::Sheet,
        &[Key::with_alt(Code::Down)],
        (W::cmd_sheet_down, W::cmd_sheet_down_help),
        |m| sheet::reorder(m, false),
    )
    .writes()
    .kana("したへ")
    .when(sheet::on_row),
    Command::new(
        "sheet.next",
        Scope::Sheet,
        &[Key::plain(Code::Tab)],
        (W::cmd_sheet_next, W::cmd_sheet_next_help),
        |m| {
            sheet::go_on(m, 1);
        },
    )
    .kana("つぎのらん"),
    Command::new(
        "sheet.previous",
        Scope::Sheet,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_sheet_previous, W::cmd_sheet_previous_help),
        |m| {
            sheet::go_on(m, -1);
        },
    )
    .kana("まえのらん"),
    Command::new(
        "sheet.left",
        Scope::Sheet,
        &[Key::plain(Code::Left)],
        (W::cmd_board_left, W::cmd_sheet_left_help),
        |m| sheet::go(m, (-1, 0)),
    ),
    Command::new(
        "sheet.right",
        Scope::Sheet,
        &[Key::plain(Code::Right)],
        (W::cmd_board_right, W::cmd_sheet_right_help),
        |m| sheet::go(m, (1, 0)),
    ),
    Command::new(
        "sheet.up",
        Scope::Sheet,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_sheet_row_up_help),
        |m| sheet::go(m, (0, -1)),
    ),
    Command::new(
        "sheet.down",
        Scope::Sheet,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_sheet_row_down_help),
        |m| sheet::go(m, (0, 1)),
    ),
    Command::new(
        "sheet.board",
        Scope::Sheet,
        &[Key::char('f')],
        (W::cmd_sheet_back, W::cmd_sheet_back_help),
        sheet::back,
    )
    .kana("ぼーどにもどる")
    .rank(40),
];
