//! The screen program: a model, a pure update, a view that only reads. No disk, no clock, no terminal, no locale.
//!
//! A key goes: [`msg::Msg`] → [`update::update`] (an open text field or popup first, else [`scope`] and [`command`] find the row) →
//! the row's action, which moves the screen or asks `domain::decide` for edits and commits them → [`effect::Effect`]s, which the
//! command line's shell carries out, and whose answers come back as messages. Then [`view::view`] draws.

pub mod access;
pub mod asking;
pub mod assessing;
pub mod capture;
pub mod clip;
pub mod command;
pub mod cursor;
pub mod effect;
pub mod folded;
pub mod form;
pub mod intake;
pub mod key;
pub mod layout;
pub mod loading;
pub mod look;
pub mod mending;
pub mod model;
pub mod msg;
pub mod notice;
pub mod outside;
pub mod overlay;
pub mod papers;
pub mod pen;
pub mod picker;
pub mod row;
pub mod save;
pub mod scope;
pub mod search;
pub mod sheet;
pub mod update;
pub mod view;

pub use effect::Effect;
pub use key::Key;
pub use model::{Model, Pane};
pub use msg::Msg;
