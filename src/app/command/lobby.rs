//! Commands where a council is chosen or made.

use super::{Command, Key, Scope};
use crate::{
    app::{key::Code, update::lobby},
    words::Words as W,
};

pub(super) const ROWS: &[Command] = &[
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
