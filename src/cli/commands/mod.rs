//! One subcommand a file. Each takes the [`Shell`](super::shell::Shell) and its own arguments, and returns what to print.

pub mod actions;
pub mod board;
pub mod capture;
pub mod cases;
pub mod check;
pub mod completions;
pub mod demo;
pub mod forms;
pub mod grow;
pub mod history;
pub mod import;
pub mod indicators;
pub mod lens;
pub mod list;
pub mod meeting;
pub mod minutes;
pub mod models;
pub mod new;
pub mod open;
pub mod points;
pub mod record;
pub mod restore;
pub mod search;
pub mod sheet;
pub mod start;
pub mod templates;
