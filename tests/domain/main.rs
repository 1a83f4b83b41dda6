//! The rules of the house, seen from outside: what each decision changes, refuses and leaves alone.

mod actions;
mod agenda;
mod assessments;
mod board;
mod escalations;
mod history;
mod indicators;
mod meetings;
mod merge;
mod minutes;
mod partners;
mod pieces;
mod properties;
mod quorum;
mod record;
mod room;
mod roster;
mod saying;
mod sheet;
mod shelves;
mod suggestions;
mod tidying;
mod trail;
mod unread;
