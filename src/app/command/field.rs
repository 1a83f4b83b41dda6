//! Commands of every text field: moving, erasing, choosing, copying.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{clipboard, editing},
    },
    text::editor::Editor,
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "field.backspace",
        Scope::Field,
        &[Key::plain(Code::Backspace), Key::ctrl('h')],
        (W::cmd_backspace, W::cmd_backspace_help),
        |m| editing::with(m, |e| e.backspace()),
    ),
    Command::new(
        "field.delete",
        Scope::Field,
        &[Key::plain(Code::Delete)],
        (W::cmd_delete_char, W::cmd_delete_char_help),
        |m| {
            editing::with(m, |e| e.delete());
        },
    ),
    Command::new(
        "field.left",
        Scope::Field,
        &[Key::plain(Code::Left)],
        (W::cmd_left, W::cmd_left_help),
        |m| {
            editing::with(m, |e| e.left());
        },
    ),
    Command::new(
        "field.right",
        Scope::Field,
        &[Key::plain(Code::Right)],
        (W::cmd_right, W::cmd_right_help),
        |m| {
            editing::with(m, |e| e.right());
        },
    ),
    Command::new(
        "field.word-left",
        Scope::Field,
        &[Key::with_ctrl(Code::Left)],
        (W::cmd_word_left, W::cmd_word_left_help),
        |m| editing::with(m, |e| e.word_left()),
    ),
    Command::new(
        "field.word-right",
        Scope::Field,
        &[Key::with_ctrl(Code::Right)],
        (W::cmd_word_right, W::cmd_word_right_help),
        |m| editing::with(m, |e| e.word_right()),
    ),
    Command::new(
        "field.home",
        Scope::Field,
        &[Key::plain(Code::Home), Key::ctrl('a')],
        (W::cmd_home, W::cmd_home_help),
        |m| editing::with(m, |e| e.home()),
    ),
    Command::new(
        "field.end",
        Scope::Field,
        &[Key::plain(Code::End), Key::ctrl('e')],
        (W::cmd_end, W::cmd_end_help),
        |m| editing::with(m, |e| e.end()),
    ),
    Command::new(
        "field.kill-end",
        Scope::Field,
        &[Key::ctrl('k')],
        (W::cmd_kill_end, W::cmd_kill_end_help),
        |m| {
            editing::with(m, |e| e.kill_to_end());
        },
    ),
    Command::new(
        "field.kill-start",
        Scope::Field,
        &[Key::ctrl('u')],
        (W::cmd_kill_start, W::cmd_kill_start_help),
        |m| {
            editing::with(m, |e| e.kill_to_start());
        },
    )
    .rank(88),
    Command::new(
        "field.kill-word",
        Scope::Field,
        &[Key::ctrl('w')],
        (W::cmd_kill_word, W::cmd_kill_word_help),
        |m| {
            editing::with(m, |e| e.kill_word());
        },
    ),
    Command::new(
        "field.select-left",
        Scope::Field,
        &[Key::with_shift(Code::Left)],
        (W::cmd_select_left, W::cmd_select_left_help),
        |m| editing::with(m, |e| e.extend(Editor::left)),
    ),
    Command::new(
        "field.select-right",
        Scope::Field,
        &[Key::with_shift(Code::Right)],
        (W::cmd_select_right, W::cmd_select_right_help),
        |m| editing::with(m, |e| e.extend(Editor::right)),
    ),
    Command::new(
        "field.select-word-left",
        Scope::Field,
        &[Key::with_ctrl(Code::Left).shifted()],
        (W::cmd_select_word_left, W::cmd_select_word_left_help),
        |m| editing::with(m, |e| e.extend(Editor::word_left)),
    ),
    Command::new(
        "field.select-word-right",
        Scope::Field,
        &[Key::with_ctrl(Code::Right).shifted()],
        (W::cmd_select_word_right, W::cmd_select_word_right_help),
        |m| editing::with(m, |e| e.extend(Editor::word_right)),
    ),
    Command::new(
        "field.select-home",
        Scope::Field,
        &[Key::with_shift(Code::Home)],
        (W::cmd_select_home, W::cmd_select_home_help),
        |m| editing::with(m, |e| e.extend(Editor::home)),
    ),
    Command::new(
        "field.select-end",
        Scope::Field,
        &[Key::with_shift(Code::End)],
        (W::cmd_select_end, W::cmd_select_end_help),
        |m| editing::with(m, |e| e.extend(Editor::end)),
    ),
    Command::new(
        "field.select-all",
        Scope::Field,
        &[Key::alt('a')],
        (W::cmd_select_all, W::cmd_select_all_help),
        |m| editing::with(m, Editor::select_all),
    ),
    Command::new(
        "field.copy",
        Scope::Field,
        &[Key::ctrl('c'), Key::alt('c')],
        (W::cmd_clip_copy, W::cmd_clip_copy_help),
        clipboard::copy,
    ),
    Command::new(
        "field.cut",
        Scope::Field,
        &[Key::alt('x')],
        (W::cmd_clip_cut, W::cmd_clip_cut_help),
        clipboard::cut,
    ),
    Command::new(
        "field.paste",
        Scope::Field,
        &[Key::ctrl('v'), Key::alt('v')],
        (W::cmd_clip_paste, W::cmd_clip_paste_help),
        clipboard::paste,
    )
    .when(clipboard::can_paste),
    Command::new(
        "field.undo",
        Scope::Field,
        &[Key::ctrl('z')],
        (W::cmd_field_undo, W::cmd_field_undo_help),
        editing::undo,
    ),
    Command::new(
        "field.redo",
        Scope::Field,
        &[Key::ctrl('y')],
        (W::cmd_field_redo, W::cmd_field_redo_help),
        editing::redo,
    ),
];
