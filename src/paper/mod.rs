//! What leaves the program to be read elsewhere: a council made into a [`Document`], and one writer for each format.
//!
//! Never opens a file and never changes what was typed: a writer escapes, it does not rephrase.

pub mod document;
pub mod markdown;
pub mod minutes;
pub mod plain;

pub use document::{Block, Document, Fact, Table};
pub use minutes::{Names, Options, minutes};
