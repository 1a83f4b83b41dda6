//! Commands for lists and minutes kept elsewhere: choosing a file, and what lies before it is taken in.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::intake},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
    Command::new(
        "intake.open",
        Scope::Council,
        &[Key::ctrl('e')],
        (W::cmd_intake, W::cmd_intake_help),
        intake::open,
    )
    .writes()
    .kana("とりこみ"),
    Command::new(
        "intake.take",
        Scope::Intake,
        &[Key::plain(Code::Enter)],
        (W::cmd_intake_take, W::cmd_intake_take_help),
        intake::take,
    )
    .writes()
    .rank(10)
    .when(intake::can_take),
    Command::new(
        "intake.leave",
        Scope::Intake,
        &[Key::plain(Code::Esc)],
        (W::cmd_intake_leave, W::cmd_intake_leave_help),
        intake::leave,
    )
    .rank(20),
    Command::new(
        "intake.map",
        Scope::Intake,
        &[Key::f(3)],
        (W::cmd_intake_map, W::cmd_intake_map_help),
        intake::pick_column,
    )
    .rank(30)
    .when(intake::has_columns),
    Command::new(
        "intake.headed",
        Scope::Intake,
        &[Key::f(4)],
        (W::cmd_intake_headed, W::cmd_intake_headed_help),
        intake::turn_headed,
    )
    .rank(40)
    .when(intake::has_first_line),
    Command::new(
        "intake.empties",
        Scope::Intake,
        &[Key::f(5)],
        (W::cmd_intake_empties, W::cmd_intake_empties_help),
        intake::turn_empties,
    )
    .rank(50)
    .when(intake::is_sheet),
    Command::new("intake.up", Scope::Intake, &[Key::plain(Code::Up)], (W::cmd_up, W::cmd_up_help), |m| {
        intake::scroll(m, -1)
    }),
    Command::new(
        "intake.down",
        Scope::Intake,
        &[Key::plain(Code::Down)],
        (W::cmd_down, W::cmd_down_help),
        |m| intake::scroll(m, 1),
    ),
    Command::new(
        "intake.scroll-up",
        Scope::Intake,
        &[Key::plain(Code::PageUp)],
        (W::cmd_detail_up, W::cmd_detail_up_help),
        |m| intake::scroll(m, -10),
    ),
    Command::new(
        "intake.scroll-down",
        Scope::Intake,
        &[Key::plain(Code::PageDown)],
        (W::cmd_papers_on, W::cmd_detail_down_help),
        |m| intake::scroll(m, 10),
    )
    .rank(25)
    .foot(intake::goes_on),
];
