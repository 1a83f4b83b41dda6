//! Commands of the record pane: the lines above the capture line, the read-back.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{clipboard, record},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "mend.keep",
        Scope::Mending,
        &[Key::plain(Code::Enter)],
        (W::cmd_mend_keep, W::cmd_mend_keep_help),
        record::keep,
    )
    .writes()
    .rank(10),
    Command::new(
        "mend.give-up",
        Scope::Mending,
        &[Key::plain(Code::Esc)],
        (W::cmd_mend_give_up, W::cmd_mend_give_up_help),
        record::give_up,
    )
    .rank(15),
    Command::new(
        "mend.up",
        Scope::Mending,
        &[Key::plain(Code::Up)],
        (W::cmd_mend_up, W::cmd_mend_up_help),
        |m| record::step(m, false),
    ),
    Command::new(
        "mend.down",
        Scope::Mending,
        &[Key::plain(Code::Down)],
        (W::cmd_mend_down, W::cmd_mend_down_help),
        |m| record::step(m, true),
    ),
    Command::new(
        "mend.select-up",
        Scope::Mending,
        &[Key::with_shift(Code::Up)],
        (W::cmd_mend_select_up, W::cmd_mend_select_up_help),
        |m| record::select_rows(m, false),
    ),
    Command::new(
        "mend.select-down",
        Scope::Mending,
        &[Key::with_shift(Code::Down)],
        (W::cmd_mend_select_down, W::cmd_mend_select_down_help),
        |m| record::select_rows(m, true),
    ),
    Command::new(
        "mend.split",
        Scope::Mending,
        &[Key::with_alt(Code::Enter), Key::ctrl('j')],
        (W::cmd_mend_split, W::cmd_mend_split_help),
        record::split,
    )
    .writes()
    .rank(20),
    Command::new(
        "mend.join-above",
        Scope::Mending,
        &[Key::plain(Code::Backspace), Key::ctrl('h')],
        (W::cmd_backspace, W::cmd_mend_join_above_help),
        record::backspace,
    )
    .writes(),
    Command::new(
        "mend.join-below",
        Scope::Mending,
        &[Key::plain(Code::Delete)],
        (W::cmd_delete_char, W::cmd_mend_join_below_help),
        record::delete_ahead,
    )
    .writes(),
    Command::new(
        "mend.complete",
        Scope::Mending,
        &[Key::plain(Code::Tab)],
        (W::cmd_capture_complete, W::cmd_mend_complete_help),
        record::complete,
    )
    .rank(35),
    Command::new(
        "mend.complete-back",
        Scope::Mending,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_capture_complete, W::cmd_mend_complete_back_help),
        record::complete_back,
    ),
    Command::new(
        "mend.decision",
        Scope::Mending,
        &[Key::f(4)],
        (W::cmd_capture_decision, W::cmd_capture_decision_help),
        record::mark_decision,
    )
    .rank(25),
    Command::new(
        "mend.action",
        Scope::Mending,
        &[Key::f(5)],
        (W::cmd_capture_action, W::cmd_capture_action_help),
        record::mark_action,
    )
    .rank(26),
    Command::new(
        "line.capture",
        Scope::Lines,
        &[Key::char('i'), Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_line_capture, W::cmd_line_capture_help),
        record::start_typing,
    )
    .writes()
    .kana("にゅうりょく")
    .when(record::can_write)
    .rank(10),
    Command::new(
        "line.edit",
        Scope::Lines,
        &[Key::plain(Code::Enter), Key::char('e'), Key::f(4)],
        (W::cmd_line_edit, W::cmd_line_edit_help),
        record::edit,
    )
    .writes()
    .kana("なおす")
    .when(record::on_line)
    .rank(20),
    Command::new(
        "line.retype",
        Scope::Lines,
        &[Key::char('s'), Key::f(5)],
        (W::cmd_line_retype, W::cmd_line_retype_help),
        record::retype,
    )
    .writes()
    .kana("しゅるい")
    .when(record::on_line)
    .rank(25),
    Command::new(
        "line.move",
        Scope::Lines,
        &[Key::char('m')],
        (W::cmd_line_move, W::cmd_line_move_help),
        record::move_line,
    )
    .writes()
    .kana("べつのぎだいへ")
    .when(record::on_line)
    .rank(30),
    Command::new(
        "line.range",
        Scope::Lines,
        &[Key::char('V')],
        (W::cmd_line_range, W::cmd_line_range_help),
        record::range,
    )
    .kana("はんい")
    .when(record::on_line),
    Command::new(
        "line.extend-up",
        Scope::Lines,
        &[Key::with_shift(Code::Up)],
        (W::cmd_line_extend_up, W::cmd_line_extend_up_help),
        |m| record::extend(m, false),
    )
    .when(record::on_line),
    Command::new(
        "line.extend-down",
        Scope::Lines,
        &[Key::with_shift(Code::Down)],
        (W::cmd_line_extend_down, W::cmd_line_extend_down_help),
        |m| record::extend(m, true),
    )
    .when(record::on_line),
    Command::new(
        "line.delete",
        Scope::Lines,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_line_delete, W::cmd_line_delete_help),
        record::delete,
    )
    .writes()
    .kana("けす")
    .when(record::on_lines)
    .rank(35),
    Command::new(
        "line.cut",
        Scope::Lines,
        &[Key::char('x'), Key::alt('x')],
        (W::cmd_clip_cut, W::cmd_line_cut_help),
        record::cut,
    )
    .writes()
    .kana("きりとり")
    .when(record::on_lines)
    .rank(40),
    Command::new(
        "line.copy",
        Scope::Lines,
        &[Key::char('y'), Key::ctrl('c'), Key::alt('c')],
        (W::cmd_clip_copy, W::cmd_line_copy_help),
        record::copy,
    )
    .kana("うつし")
    .when(record::on_readable_lines)
    .rank(41),
    Command::new(
        "line.paste",
        Scope::Lines,
        &[Key::char('p'), Key::ctrl('v'), Key::alt('v')],
        (W::cmd_clip_paste, W::cmd_line_paste_help),
        |m| record::paste_lines(m, true),
    )
    .writes()
    .kana("はりつけ")
    .when(clipboard::can_paste)
    .foot(|m| m.clip.is_some())
    .rank(42),
    Command::new(
        "line.paste-before",
        Scope::Lines,
        &[Key::char('P')],
        (W::cmd_clip_paste, W::cmd_line_paste_before_help),
        |m| record::paste_lines(m, false),
    )
    .writes()
    .kana("まえにはりつけ")
    .when(clipboard::can_paste),
    Command::new(
        "line.join",
        Scope::Lines,
        &[Key::char('J')],
        (W::cmd_line_join, W::cmd_line_join_help),
        record::join,
    )
    .writes()
    .kana("つなぐ")
    .when(record::on_lines)
    .rank(45),
    Command::new(
        "line.raise",
        Scope::Lines,
        &[Key::with_alt(Code::Up)],
        (W::cmd_line_raise, W::cmd_line_raise_help),
        |m| record::reorder(m, false),
    )
    .writes()
    .kana("あげる")
    .when(record::on_line),
    Command::new(
        "line.lower",
        Scope::Lines,
        &[Key::with_alt(Code::Down)],
        (W::cmd_line_lower, W::cmd_line_lower_help),
        |m| record::reorder(m, true),
    )
    .writes()
    .kana("さげる")
    .when(record::on_line),
    Command::new(
        "line.reveal",
        Scope::Lines,
        &[Key::char('v')],
        (W::cmd_line_reveal, W::cmd_line_reveal_help),
        record::reveal,
    )
    .writes()
    .kana("おふれこのぎょうをみる")
    .when(record::has_private),
    Command::new(
        "read-back.close",
        Scope::ReadBack,
        &[Key::f(12)],
        (W::cmd_read_back_close, W::cmd_read_back_close_help),
        record::close_meeting,
    )
    .writes()
    .kana("へいかい")
    .rank(10),
    Command::new(
        "read-back.edit",
        Scope::ReadBack,
        &[Key::plain(Code::Enter), Key::char('e'), Key::f(4)],
        (W::cmd_line_edit, W::cmd_read_back_edit_help),
        record::edit_read_back,
    )
    .writes()
    .rank(20),
    Command::new(
        "read-back.next-meeting",
        Scope::ReadBack,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_read_back_plan, W::cmd_read_back_plan_help),
        record::plan_next,
    )
    .writes()
    .kana("じかいのにちじ")
    .rank(30),
    Command::new(
        "read-back.up",
        Scope::ReadBack,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| record::read_back_step(m, -1),
    ),
    Command::new(
        "read-back.down",
        Scope::ReadBack,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| record::read_back_step(m, 1),
    ),
    Command::new(
        "read-back.page-up",
        Scope::ReadBack,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| record::read_back_step(m, -5),
    ),
    Command::new(
        "read-back.page-down",
        Scope::ReadBack,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| record::read_back_step(m, 5),
    ),
    Command::new(
        "read-back.back",
        Scope::ReadBack,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_read_back_back_help),
        crate::app::update::shell::close_overlay,
    )
    .rank(40),
];
