//! What a command has to say, and the one place that says it. A reader that went away early is no error.
//!
//! Nothing that a terminal would obey gets out of here: it comes as a mark, and in JSON as an escape.

use super::failure::Failure;
use crate::{paper::json, text::clean::shown};
use serde::Serialize;
use std::{
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

/// The result of a command that was carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// For standard output, with its last line feed.
    pub text: String,
    /// A file for standard output, as it is; in place of the text.
    pub bytes: Vec<u8>,
    /// Messages for standard error: what was done, but not quite as asked.
    pub notes: Vec<String>,
    /// Something was looked for and found, or part of it could not be done.
    pub found: bool,
}

impl Answer {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A file, for the next program.
    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }

    /// One JSON document.
    pub fn json(value: &impl Serialize) -> Self {
        Self::text(json(value))
    }

    /// The JSON document where it was asked for, else the text.
    pub fn either(json: bool, value: &impl Serialize, text: impl FnOnce() -> String) -> Self {
        if json { Self::json(value) } else { Self::text(text()) }
    }

    pub fn print(&self) -> Result<ExitCode, Failure> {
        for note in &self.notes {
            complain(note);
        }
        let mut out = io::stdout().lock();
        let said = shown(&self.text);
        let what = if self.bytes.is_empty() { said.as_bytes() } else { &self.bytes };
        let written = out.write_all(what).and_then(|()| out.flush());
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::CannotWrite { path: "stdout".to_owned(), error })
            }
            _ => Ok(ExitCode::from(u8::from(self.found))),
        }
    }
}

/// Writes a message to standard error. When that is gone too there is nobody left to tell.
pub fn complain(message: &str) {
    let _ = io::stderr().write_all(format!("{}\n", shown(message)).as_bytes());
}
