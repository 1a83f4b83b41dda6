//! Commands of the list of papers: opening it on what is in view, choosing a paper and how it is wanted, having it written.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{papers, shell},
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "papers.open",
        Scope::Council,
        &[Key::ctrl('s')],
        (W::cmd_papers, W::cmd_papers_help),
        papers::open,
    )
    .kana("しょるいをかきだす"),
    Command::new(
        "papers.write",
        Scope::Papers,
        &[Key::plain(Code::Enter)],
        (W::cmd_papers_write, W::cmd_papers_write_help),
        papers::write,
    )
    .rank(10)
    .when(papers::can_write),
    Command::new(
        "papers.next-choice",
        Scope::Papers,
        &[Key::plain(Code::Right)],
        (W::cmd_papers_choice, W::cmd_papers_choice_help),
        |m| papers::turn(m, 1),
    )
    .rank(20),
    Command::new(
        "papers.last-choice",
        Scope::Papers,
        &[Key::plain(Code::Left)],
        (W::cmd_papers_choice, W::cmd_papers_choice_back_help),
        |m| papers::turn(m, -1),
    ),
    Command::new(
        "papers.next-setting",
        Scope::Papers,
        &[Key::plain(Code::Tab)],
        (W::cmd_papers_setting, W::cmd_papers_setting_help),
        |m| papers::next_setting(m, 1),
    )
    .rank(30)
    .foot(papers::has_settings),
    Command::new(
        "papers.last-setting",
        Scope::Papers,
        &[Key::with_shift(Code::Tab)],
        (W::cmd_papers_setting, W::cmd_papers_setting_back_help),
        |m| papers::next_setting(m, -1),
    ),
    Command::new(
        "papers.up",
        Scope::Papers,
        &[Key::plain(Code::Up), Key::char('k')],
        (W::cmd_up, W::cmd_up_help),
        |m| papers::step(m, -1),
    ),
    Command::new(
        "papers.down",
        Scope::Papers,
        &[Key::plain(Code::Down), Key::char('j')],
        (W::cmd_down, W::cmd_down_help),
        |m| papers::step(m, 1),
    ),
    Command::new(
        "papers.page-down",
        Scope::Papers,
        &[Key::plain(Code::PageDown)],
        (W::cmd_papers_on, W::cmd_papers_on_help),
        |m| papers::turn_page(m, 1),
    )
    .rank(40),
    Command::new(
        "papers.page-up",
        Scope::Papers,
        &[Key::plain(Code::PageUp)],
        (W::cmd_papers_on, W::cmd_papers_back_help),
        |m| papers::turn_page(m, -1),
    ),
    Command::new(
        "papers.close",
        Scope::Papers,
        &[Key::plain(Code::Esc), Key::ctrl('s')],
        (W::cmd_back, W::cmd_papers_close_help),
        shell::close_overlay,
    )
    .rank(50),
];
