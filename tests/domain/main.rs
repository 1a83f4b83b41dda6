//! The rules of the house, seen from outside: what each decision changes, refuses and leaves alone.

mod actions;
mod agenda;
mod board;
mod meetings;
mod properties;
mod quorum;
mod record;
mod room;
mod roster;
