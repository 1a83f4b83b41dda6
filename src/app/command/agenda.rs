//! Commands of the agenda pane, and those that take a meeting from its start to its close.

use super::{Command, Key, Scope};
use crate::{
    app::{
        key::Code,
        update::{
            agenda::{self, items, meetings, running, topics},
            list,
        },
    },
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    // the meetings
    Command::new(
        "agenda.open",
        Scope::Meetings,
        &[Key::plain(Code::Enter), Key::char('o')],
        (W::cmd_agenda_open, W::cmd_agenda_open_help),
        meetings::open,
    )
    .kana("しだいをひらく")
    .rank(10)
    .when(meetings::can_act),
    Command::new(
        "agenda.meeting-detail",
        Scope::Meetings,
        &[Key::char(' ')],
        (W::cmd_open, W::cmd_open_help),
        list::toggle_detail,
    )
    .kana("ひらく")
    .rank(29)
    .when(list::can_open),
    Command::new(
        "agenda.plan",
        Scope::Meetings,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_agenda_plan, W::cmd_agenda_plan_help),
        meetings::plan,
    )
    .writes()
    .kana("かいぎをよてい")
    .rank(12),
    Command::new(
        "agenda.edit-meeting",
        Scope::Meetings,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_agenda_edit_meeting, W::cmd_agenda_edit_meeting_help),
        meetings::edit,
    )
    .writes()
    .kana("かいぎをなおす")
    .rank(24)
    .when(meetings::can_act),
    Command::new(
        "agenda.delete-meeting",
        Scope::Meetings,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_agenda_delete_meeting, W::cmd_agenda_delete_meeting_help),
        meetings::delete,
    )
    .writes()
    .kana("かいぎをけす")
    .rank(28)
    .when(meetings::can_act),
    Command::new(
        "agenda.take-over-meeting",
        Scope::Meetings,
        &[Key::char('c')],
        (W::cmd_agenda_take_over, W::cmd_agenda_take_over_help),
        agenda::take_over,
    )
    .writes()
    .kana("ひきつぐ")
    .rank(20)
    .when(agenda::can_take_over),
    // the items
    Command::new(
        "agenda.add",
        Scope::Items,
        &[Key::char('a'), Key::plain(Code::Insert)],
        (W::cmd_agenda_add, W::cmd_agenda_add_help),
        items::add,
    )
    .writes()
    .kana("ぎだいをたす")
    .rank(14),
    Command::new(
        "agenda.topics",
        Scope::Items,
        &[Key::char('w')],
        (W::cmd_agenda_topics, W::cmd_agenda_topics_help),
        topics::pick,
    )
    .writes()
    .kana("わだいをえらぶ")
    .when(topics::has_topics),
    Command::new(
        "agenda.take-up",
        Scope::Items,
        &[Key::char('t'), Key::f(5)],
        (W::cmd_agenda_take_up, W::cmd_agenda_take_up_help),
        items::take_up,
    )
    .writes()
    .kana("このぎだいへ")
    .rank(13)
    .when(items::can_take_up),
    Command::new(
        "agenda.state",
        Scope::Items,
        &[Key::char('s'), Key::f(3)],
        (W::cmd_agenda_state, W::cmd_agenda_state_help),
        items::pick_state,
    )
    .writes()
    .kana("じょうたい")
    .rank(18)
    .when(items::can_act),
    Command::new(
        "agenda.edit",
        Scope::Items,
        &[Key::char('e'), Key::f(4)],
        (W::cmd_agenda_edit, W::cmd_agenda_edit_help),
        items::edit,
    )
    .writes()
    .kana("ぎだいをなおす")
    .rank(16)
    .when(items::can_act),
    Command::new(
        "agenda.delete",
        Scope::Items,
        &[Key::char('d'), Key::plain(Code::Delete)],
        (W::cmd_agenda_delete, W::cmd_agenda_delete_help),
        items::delete,
    )
    .writes()
    .kana("ぎだいをけす")
    .rank(28)
    .when(items::can_delete),
    Command::new(
        "agenda.move-up",
        Scope::Items,
        &[Key::with_alt(Code::Up)],
        (W::cmd_agenda_up, W::cmd_agenda_up_help),
        |m| items::reorder(m, -1),
    )
    .writes()
    .kana("うえへうつす")
    .when(items::can_act),
    Command::new(
        "agenda.move-down",
        Scope::Items,
        &[Key::with_alt(Code::Down)],
        (W::cmd_agenda_down, W::cmd_agenda_down_help),
        |m| items::reorder(m, 1),
    )
    .writes()
    .kana("したへうつす")
    .when(items::can_act),
    Command::new(
        "agenda.recurring",
        Scope::Items,
        &[Key::char('r')],
        (W::cmd_agenda_recurring, W::cmd_agenda_recurring_help),
        items::toggle_recurring,
    )
    .writes()
    .kana("まいかい")
    .when(items::can_act),
    Command::new(
        "agenda.take-over",
        Scope::Items,
        &[Key::char('c')],
        (W::cmd_agenda_take_over, W::cmd_agenda_take_over_help),
        agenda::take_over,
    )
    .writes()
    .kana("ひきつぐ")
    .rank(20)
    .when(agenda::can_take_over),
    Command::new(
        "agenda.meetings",
        Scope::Items,
        &[Key::char('o')],
        (W::cmd_agenda_meetings, W::cmd_agenda_meetings_help),
        agenda::show_meetings,
    )
    .kana("かいぎのいちらん")
    .rank(30),
    // the running meeting, from any pane
    Command::new(
        "agenda.next",
        Scope::Running,
        &[Key::f(2)],
        (W::cmd_agenda_next, W::cmd_agenda_next_help),
        running::next,
    )
    .writes()
    .kana("つぎのぎだい")
    .rank(11),
    Command::new(
        "agenda.ad-hoc",
        Scope::Running,
        &[Key::ctrl('n')],
        (W::cmd_agenda_ad_hoc, W::cmd_agenda_ad_hoc_help),
        running::ad_hoc,
    )
    .writes()
    .kana("きゅうなぎだい")
    .rank(44),
    Command::new(
        "agenda.defer",
        Scope::Running,
        &[Key::ctrl('d')],
        (W::cmd_agenda_defer, W::cmd_agenda_defer_help),
        running::defer,
    )
    .writes()
    .kana("もちこす")
    .rank(46)
    .when(running::on_an_item),
    Command::new(
        "agenda.skip",
        Scope::Running,
        &[Key::ctrl('t')],
        (W::cmd_agenda_skip, W::cmd_agenda_skip_help),
        running::skip,
    )
    .writes()
    .kana("こんかいははぶく")
    .rank(48)
    .when(running::on_an_item),
    Command::new(
        "agenda.close",
        Scope::Running,
        &[Key::f(12)],
        (W::cmd_agenda_close, W::cmd_agenda_close_help),
        running::close,
    )
    .writes()
    .kana("かいぎをとじる")
    .rank(42),
    Command::new(
        "agenda.start",
        Scope::Council,
        &[Key::f(12)],
        (W::cmd_agenda_start, W::cmd_agenda_start_help),
        running::start,
    )
    .writes()
    .kana("かいぎをはじめる")
    .rank(27)
    .when(running::can_start),
];
