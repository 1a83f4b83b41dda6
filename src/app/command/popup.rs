//! Commands of what lies over the panes: forms, pickers, help, notices.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{editing, form, help, notice, picker, shell},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    // forms
    Command::new(
        "form.next",
        Scope::Form,
        &[Key::plain(Code::Enter)],
        (W::cmd_form_next, W::cmd_form_next_help),
        form::enter,
    )
    .rank(20),
    Command::new(
        "form.save",
        Scope::Form,
        &[Key::f(2), Key::ctrl('s')],
        (W::cmd_form_save, W::cmd_form_save_help),
        form::save,
    )
    .rank(10),
    Command::new(
        "form.newline",
        Scope::Form,
        &[Key::with_alt(Code::Enter)],
        (W::cmd_form_newline, W::cmd_form_newline_help),
        |m| editing::type_in(m, "\n"),
    )
    .rank(25)
    .when(form::on_note),
    Command::new(
        "form.down",
        Scope::Form,
        &[Key::plain(Code::Down)],
        (W::cmd_form_down, W::cmd_form_down_help),
        |m| {
            form::row(m, 1);
        },
    ),
    Command::new(
        "form.up",
        Scope::Form,
        &[Key::plain(Code::Up), Key::with_shift(Code::Tab)],
        (W::cmd_form_up, W::cmd_form_up_help),
        |m| form::row(m, -1),
    ),
    Command::new(
        "form.tab",
        Scope::Form,
        &[Key::plain(Code::Tab)],
        (W::cmd_form_tab, W::cmd_form_tab_help),
        form::tab,
    )
    .rank(40),
    Command::new(
        "form.choose",
        Scope::Form,
        &[Key::plain(Code::Right), Key::char(' ')],
        (W::cmd_form_choose, W::cmd_form_choose_help),
        |m| form::choose(m, 1),
    )
    .when(form::on_choice)
    .rank(30),
    Command::new(
        "form.choose-back",
        Scope::Form,
        &[Key::plain(Code::Left)],
        (W::cmd_form_choose_back, W::cmd_form_choose_back_help),
        |m| form::choose(m, -1),
    )
    .when(form::on_choice),
    Command::new(
        "form.cancel",
        Scope::Form,
        &[Key::plain(Code::Esc)],
        (W::cmd_cancel, W::cmd_cancel_help),
        shell::close_overlay,
    )
    .rank(50),
    // pickers
    Command::new(
        "picker.take",
        Scope::Picker,
        &[Key::plain(Code::Enter)],
        (W::cmd_take, W::cmd_take_help),
        picker::take,
    )
    .rank(10),
    Command::new("picker.up", Scope::Picker, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        picker::step(m, -1);
    }),
    Command::new(
        "picker.down",
        Scope::Picker,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_down_help),
        |m| {
            picker::step(m, 1);
        },
    ),
    Command::new(
        "picker.page-up",
        Scope::Picker,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| {
            picker::step(m, -10);
        },
    ),
    Command::new(
        "picker.page-down",
        Scope::Picker,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| picker::step(m, 10),
    ),
    Command::new(
        "picker.cancel",
        Scope::Picker,
        &[Key::plain(Code::Esc)],
        (W::cmd_cancel, W::cmd_cancel_help),
        shell::close_overlay,
    )
    .rank(20),
    // help
    Command::new(
        "help.up",
        Scope::Help,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| {
            help::scroll(m, -1);
        },
    )
    .rank(20),
    Command::new(
        "help.down",
        Scope::Help,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| {
            help::scroll(m, 1);
        },
    )
    .rank(21),
    Command::new(
        "help.page-up",
        Scope::Help,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| {
            help::page(m, -1);
        },
    )
    .rank(22),
    Command::new(
        "help.page-down",
        Scope::Help,
        &[Key::plain(Code::PageDown), Key::char(' ')],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| help::page(m, 1),
    )
    .rank(23),
    Command::new(
        "help.close",
        Scope::Help,
        &[Key::plain(Code::Esc), Key::plain(Code::Enter), Key::char('q')],
        (W::cmd_close, W::cmd_close_help),
        shell::close_overlay,
    )
    .rank(10),
    // notices
    Command::new(
        "notice.yes",
        Scope::Notice,
        &[Key::f(2)],
        (W::cmd_notice_yes, W::cmd_notice_yes_help),
        notice::yes,
    )
    .rank(10)
    .when(notice::is_question),
    Command::new(
        "notice.read",
        Scope::Notice,
        &[Key::plain(Code::Enter)],
        (W::cmd_close, W::cmd_notice_read_help),
        shell::close_overlay,
    )
    .rank(15)
    .when(notice::only_tells),
    Command::new(
        "notice.close",
        Scope::Notice,
        &[Key::plain(Code::Esc)],
        (W::cmd_cancel, W::cmd_notice_close_help),
        shell::close_overlay,
    ),
    Command::new(
        "notice.up",
        Scope::Notice,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| notice::scroll(m, -1),
    ),
    Command::new(
        "notice.down",
        Scope::Notice,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| notice::scroll(m, 1),
    ),
    Command::new(
        "notice.page-up",
        Scope::Notice,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| notice::scroll(m, -10),
    ),
    Command::new(
        "notice.page-down",
        Scope::Notice,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| notice::scroll(m, 10),
    ),
];
