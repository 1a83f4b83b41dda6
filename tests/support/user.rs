//! Somebody at a shell with the built program: their home folder, their clock, and what came of each line they typed.

#![allow(dead_code, reason = "each test file uses its own part of the user")]

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// A user with a home folder, Japanese, at a quarter to two on the day of a meeting.
pub struct User {
    pub folder: TempDir,
}

impl User {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// With the council `trial`, a meeting planned for today.
    pub fn with_meeting() -> Self {
        let user = Self::new();
        user.ok("new trial --name 試しの会 --template area");
        user.ok("meeting trial add --date 2026-11-20 --start 14:00 --end 15:30 --place 第1会議室");
        user
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn on_disk(&self, name: &str) -> String {
        fs::read_to_string(self.home().join("councils/trial").join(name)).unwrap()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_norishiro"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("NORISHIRO_HOME", self.home())
            .env("NORISHIRO_NOW", "2026-11-20T13:45")
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs a line; its words are separated by single spaces.
    pub fn run(&self, line: &str) -> Output {
        self.command().args(line.split(' ')).output().unwrap()
    }

    pub fn run_with(&self, line: &str, input: &str) -> Output {
        let mut command = self.command();
        command.args(line.split(' ')).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// Runs a line that does what it is asked, without a word on the side.
    pub fn ok(&self, line: &str) -> String {
        let output = self.run(line);
        assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
        assert_eq!(text(&output.stderr), "", "{line}");
        text(&output.stdout)
    }

    pub fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.ok(&format!("{line} --json"))).unwrap()
    }

    /// Runs a line that is answered with this exit code and nothing on standard output, and returns what it says.
    pub fn no(&self, code: i32, line: &str) -> String {
        let output = self.run(line);
        assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
        assert_eq!(text(&output.stdout), "", "{line}");
        text(&output.stderr)
    }
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

pub fn assert_says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part:?} in:\n{said}");
    }
}
