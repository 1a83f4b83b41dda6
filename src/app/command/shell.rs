//! Commands that are the same everywhere: panes, undo, help, lists, and leaving.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{access, help, list, lobby, picker, saving, shell},
    },
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
];
