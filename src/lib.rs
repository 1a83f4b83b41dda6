//! norishiro: councils in the terminal.
pub mod app;
pub mod cli;
pub mod domain;
pub mod knowledge;
pub mod paper;
pub mod store;
pub mod text;
pub mod words;
