//! What a command has to say, and the one place that says it. A reader that went away early is no error.

use super::failure::Failure;
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
    /// Messages for standard error: what was done, but not quite as asked.
    pub notes: Vec<String>,
    /// Something was looked for and found, or part of it could not be done.
    pub found: bool,
}

impl Answer {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// One JSON document.
    pub fn json(value: &impl Serialize) -> Self {
        let text =
            serde_json::to_string_pretty(value).expect("plain values with text for keys are always JSON");
        Self::text(text + "\n")
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
        let written = out.write_all(self.text.as_bytes()).and_then(|()| out.flush());
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
    let _ = io::stderr().write_all(format!("{message}\n").as_bytes());
}
