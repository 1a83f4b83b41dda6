//! Commands that are the same everywhere: panes, undo, help, lists, text fields, forms, pickers, and leaving.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{access, clipboard, editing, form, help, list, lobby, notice, picker, saving, shell},
    },
    text::editor::Editor,
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new("help", Scope::App, &[Key::f(1)], (W::cmd_help, W::cmd_help_help), help::open)
        .kana("そうさ")
        .rank(99),
    Command::new(
        "palette",
        Scope::Council,
        &[Key::ctrl('p')],
        (W::cmd_palette, W::cmd_palette_help),
        picker::palette,
    )
    .kana("こまんど")
    .rank(90),
    Command::new("undo", Scope::Council, &[Key::ctrl('z')], (W::cmd_undo, W::cmd_undo_help), shell::undo)
        .writes()
        .kana("とりけし")
        .rank(80),
    Command::new("redo", Scope::Council, &[Key::ctrl('y')], (W::cmd_redo, W::cmd_redo_help), shell::redo)
        .writes()
        .kana("やりなおし"),
    Command::new(
        "pane.agenda",
        Scope::Council,
        &[Key::alt('1'), Key::char('1')],
        (W::pane_agenda, W::pane_agenda_help),
        |m| shell::show(m, 0),
    )
    .kana("しだい"),
    Command::new(
        "pane.roster",
        Scope::Council,
        &[Key::alt('2'), Key::char('2')],
        (W::pane_roster, W::pane_roster_help),
        |m| shell::show(m, 1),
    )
    .kana("めいぼ"),
    Command::new(
        "pane.roles",
        Scope::Council,
        &[Key::alt('3'), Key::char('3')],
        (W::pane_roles, W::pane_roles_help),
        |m| shell::show(m, 2),
    )
    .kana("やくわり"),
    Command::new(
        "pane.actions",
        Scope::Council,
        &[Key::alt('4'), Key::char('4')],
        (W::pane_actions, W::pane_actions_help),
        |m| shell::show(m, 3),
    )
    .kana("しゅくだい"),
    Command::new(
        "pane.board",
        Scope::Council,
        &[Key::alt('5'), Key::char('5')],
        (W::pane_board, W::pane_board_help),
        |m| shell::show(m, 4),
    )
    .kana("ぼーど"),
    Command::new(
        "pane.record",
        Scope::Council,
        &[Key::alt('6'), Key::char('6')],
        (W::pane_record, W::pane_record_help),
        |m| shell::show(m, 5),
    )
    .kana("ぎじろく"),
    Command::new(
        "pane.next",
        Scope::Council,
        &[Key::plain(Code::Tab)],
        (W::cmd_next_pane, W::cmd_next_pane_help),
        |m| shell::turn(m, 1),
    )
    .kana("つぎのがめん")
    .rank(85),
    Command::new(
        "pane.previous",
        Scope::Council,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_previous_pane, W::cmd_previous_pane_help),
        |m| shell::turn(m, -1),
    )
    .kana("まえのがめん"),
    Command::new(
        "council.edit",
        Scope::Council,
        &[Key::f(11)],
        (W::cmd_council, W::cmd_council_help),
        shell::edit_council,
    )
    .writes()
    .kana("かいのせってい"),
    Command::new(
        "council.switch",
        Scope::Council,
        &[Key::ctrl('o')],
        (W::cmd_switch, W::cmd_switch_help),
        lobby::enter,
    )
    .kana("べつのかいをひらく")
    .when(lobby::can_switch),
    Command::new(
        "minutes.export",
        Scope::Council,
        &[Key::ctrl('s')],
        (W::cmd_export, W::cmd_export_help),
        shell::export_minutes,
    )
    .kana("ぎじろくをかきだす")
    .when(shell::has_meeting),
    Command::new(
        "council.copy",
        Scope::Council,
        &[Key::ctrl('b')],
        (W::cmd_copy, W::cmd_copy_help),
        saving::ask_for_copy,
    )
    .kana("ひかえをほぞん")
    .rank(5)
    .foot(saving::fails),
    Command::new("pen.take", Scope::Council, &[Key::ctrl('g')], (W::cmd_pen, W::cmd_pen_help), access::take)
        .kana("ひきつぐ")
        .rank(5)
        .when(access::can_take),
    Command::new("redraw", Scope::App, &[Key::ctrl('l')], (W::cmd_redraw, W::cmd_redraw_help), shell::redraw)
        .kana("さいびょうが"),
    Command::new("quit", Scope::App, &[Key::ctrl('q')], (W::cmd_quit, W::cmd_quit_help), shell::quit)
        .kana("しゅうりょう")
        .rank(95),
    // lists
    Command::new(
        "list.up",
        Scope::List,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| list::step(m, -1),
    ),
    Command::new(
        "list.down",
        Scope::List,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| list::step(m, 1),
    ),
    Command::new(
        "list.page-up",
        Scope::List,
        &[Key::plain(Code::PageUp)],
        (W::cmd_page_up, W::cmd_page_up_help),
        |m| {
            list::page(m, -1);
        },
    ),
    Command::new(
        "list.page-down",
        Scope::List,
        &[Key::plain(Code::PageDown)],
        (W::cmd_page_down, W::cmd_page_down_help),
        |m| list::page(m, 1),
    ),
    Command::new(
        "list.first",
        Scope::List,
        &[Key::plain(Code::Home)],
        (W::cmd_first, W::cmd_first_help),
        |m| {
            list::step(m, isize::MIN);
        },
    ),
    Command::new("list.last", Scope::List, &[Key::plain(Code::End)], (W::cmd_last, W::cmd_last_help), |m| {
        list::step(m, isize::MAX);
    }),
    Command::new(
        "list.search",
        Scope::List,
        &[Key::char('/')],
        (W::cmd_search, W::cmd_search_help),
        list::search,
    )
    .kana("けんさく")
    .rank(70),
    Command::new(
        "list.open",
        Scope::List,
        &[Key::plain(Code::Enter)],
        (W::cmd_open, W::cmd_open_help),
        list::toggle_detail,
    )
    .kana("ひらく")
    .rank(60)
    .when(list::can_open),
    Command::new(
        "list.back",
        Scope::List,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_back_help),
        list::back,
    ),
    Command::new(
        "detail.down",
        Scope::List,
        &[Key::with_ctrl(Code::Down), Key::char('J')],
        (W::cmd_detail_down, W::cmd_detail_down_help),
        |m| list::scroll_detail(m, 1),
    ),
    Command::new(
        "detail.up",
        Scope::List,
        &[Key::with_ctrl(Code::Up), Key::char('K')],
        (W::cmd_detail_up, W::cmd_detail_up_help),
        |m| list::scroll_detail(m, -1),
    ),
    Command::new(
        "search.keep",
        Scope::Search,
        &[Key::plain(Code::Enter), Key::plain(Code::Down)],
        (W::cmd_search_keep, W::cmd_search_keep_help),
        list::keep_search,
    )
    .rank(10),
    Command::new(
        "search.clear",
        Scope::Search,
        &[Key::plain(Code::Esc)],
        (W::cmd_search_clear, W::cmd_search_clear_help),
        list::clear_search,
    )
    .rank(20),
    // text fields
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
    // lobby
    Command::new(
        "lobby.open",
        Scope::Lobby,
        &[Key::plain(Code::Enter)],
        (W::cmd_open, W::cmd_lobby_open_help),
        lobby::open_chosen,
    )
    .rank(10),
    Command::new(
        "lobby.new",
        Scope::Lobby,
        &[Key::f(2)],
        (W::cmd_lobby_new, W::cmd_lobby_new_help),
        lobby::new_council,
    )
    .rank(20),
    Command::new("lobby.up", Scope::Lobby, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        lobby::step(m, -1)
    }),
    Command::new(
        "lobby.down",
        Scope::Lobby,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_down_help),
        |m| {
            lobby::step(m, 1);
        },
    ),
    Command::new(
        "lobby.back",
        Scope::Lobby,
        &[Key::plain(Code::Esc)],
        (W::cmd_back, W::cmd_back_help),
        lobby::leave,
    ),
];
