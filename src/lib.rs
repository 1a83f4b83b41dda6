//! norishiro: councils in the terminal.
pub mod knowledge;
pub mod text;
pub mod words;
