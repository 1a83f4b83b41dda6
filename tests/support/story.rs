//! What the stories of the built program share: filling in forms at its terminal, and its answers in a pipe.

#![allow(dead_code, reason = "each story uses its own part")]

use crate::pty::{LIMIT, Terminal};
use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What to do with one field of a form. After each, Enter goes to the next.
pub enum Fill<'a> {
    Leave,
    /// In the place of whatever stands there.
    Write(&'a str),
    /// The beginning of a name, completed by Tab.
    Complete(&'a str),
    /// Turns a choice so many times; backwards when negative.
    Turn(i8),
}

/// Fills in the form on the screen and saves it.
pub fn fill(terminal: &Terminal, fields: &[Fill<'_>]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            terminal.press("Enter");
        }
        match *field {
            Fill::Leave => {}
            Fill::Write(text) => {
                terminal.press("Ctrl-U");
                terminal.enter(text);
            }
            Fill::Complete(begun) => {
                terminal.press("Ctrl-U");
                terminal.enter(begun);
                terminal.press("Tab");
            }
            Fill::Turn(times) => {
                let key = if times < 0 { "Left" } else { "Right" };
                (0..times.unsigned_abs()).for_each(|_| terminal.press(key));
            }
        }
    }
    terminal.press("F2");
}

/// The program at a terminal, in Japanese, on the workspace under `home`, with its clock set to `now`.
pub fn sit_down(size: (u16, u16), home: &Path, now: &str) -> Terminal {
    let home_arg = home.to_str().expect("a plain path");
    Terminal::start(size, &["--home", home_arg, "--lang", "ja", "--now", now], &[], home)
}

/// Quits, and returns what the program said after its screen was gone.
pub fn get_up(mut terminal: Terminal) -> String {
    terminal.press("Ctrl-Q");
    let status = terminal.wait_exit();
    let said = terminal.screen();
    assert!(status.success() && terminal.is_restored(), "{status}\n{said}");
    said
}

fn called(home: &Path, now: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_norishiro"))
        .args(["--lang", "ja", "--now", now, "--home"])
        .arg(home)
        .args(args)
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// What a command that cannot do as it is asked says, in Japanese.
pub fn refused(home: &Path, now: &str, args: &[&str]) -> String {
    let output = called(home, now, args);
    assert!(!output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// What a command prints in a pipe, in Japanese.
pub fn run(home: &Path, now: &str, args: &[&str]) -> String {
    let output = called(home, now, args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The same with `--json`, read.
pub fn json(home: &Path, now: &str, args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&run(home, now, &[args, &["--json"]].concat())).unwrap()
}

/// Waits until a file says something.
pub fn wait_file(path: &Path, wanted: &str) {
    let end = Instant::now() + LIMIT;
    while !fs::read_to_string(path).is_ok_and(|text| text.contains(wanted)) {
        assert!(Instant::now() < end, "{} does not say {wanted:?}", path.display());
        thread::sleep(Duration::from_millis(5));
    }
}

/// The terminal's saved state and something just done, in one frame.
pub fn wait_saved(terminal: &Terminal, wanted: &str) -> String {
    terminal.wait_until(&format!("{wanted:?} to show as saved"), |screen| {
        let header = screen.lines().next().unwrap_or_default();
        screen.contains(wanted) && header.ends_with('済')
    })
}
