//! The built program at a real terminal: it opens, answers keys and sizes, and leaves the terminal as it found it.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use pty::Terminal;
use std::{fs, path::Path, process::Command};
use tempfile::TempDir;

const NOW: &str = "2026-11-20T13:50";

fn demo(folder: &Path) -> Terminal {
    Terminal::start((100, 30), &["demo", "--now", NOW, "--lang", "ja"], &[], folder)
}

/// Runs a command to its end in a home.
fn run(home: &str, args: &str) {
    let done = Command::new(env!("CARGO_BIN_EXE_norishiro"))
        .args(["--home", home, "--lang", "ja", "--now", NOW])
        .args(args.split(' '))
        .output()
        .unwrap();
    assert!(done.status.success(), "{args}: {done:?}");
}

/// A council whose first meeting is running, opened on the screen, with one line written down.
fn running_meeting(folder: &Path) -> Terminal {
    let home = folder.to_str().unwrap();
    run(home, "new trial --name 試しの会");
    run(home, "meeting trial add --date 2026-11-20 --start 13:30 --end 15:00");
    run(home, "meeting trial start fy2026-1");
    let args = ["--home", home, "--lang", "ja", "--now", NOW, "open", "trial"];
    let terminal = Terminal::start((100, 30), &args, &[], folder);
    terminal.wait_for("試しの会");
    terminal.enter("決定：様式を一つにする");
    terminal.wait_for("様式を一つにする");
    terminal.press("Enter");
    terminal.wait_gone("まだ何も書かれていません");
    terminal
}

#[test]
fn the_demo_opens_and_leaves_the_terminal_as_it_was() {
    let folder = TempDir::new().unwrap();
    let mut terminal = demo(folder.path());
    let screen = terminal.wait_for("糖尿病対策プロジェクト");
    assert!(terminal.is_in_alternate_screen());
    assert!(screen.contains("次第") && screen.contains("議事録"), "{screen}");
    terminal.press("Ctrl-Q");
    assert!(terminal.wait_exit().success());
    assert!(terminal.is_restored());
    let screen = terminal.screen();
    assert!(screen.contains("見本を閉じました"), "{screen}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "the demo leaves nothing behind");
}

#[test]
fn it_lives_through_any_size() {
    let folder = TempDir::new().unwrap();
    let mut terminal = demo(folder.path());
    terminal.wait_for("糖尿病対策プロジェクト");
    for (columns, rows) in [(10, 5), (1, 1), (60, 18), (200, 60), (39, 11)] {
        terminal.resize(columns, rows);
    }
    terminal.resize(10, 5);
    terminal.wait_gone("糖尿病");
    terminal.resize(100, 30);
    terminal.wait_for("糖尿病対策プロジェクト");
    terminal.press("Ctrl-Q");
    assert!(terminal.wait_exit().success());
    assert!(terminal.is_restored());
}

#[test]
fn being_told_to_go_saves_and_restores() {
    for signal in ["TERM", "HUP"] {
        let folder = TempDir::new().unwrap();
        let mut terminal = running_meeting(folder.path());
        terminal.signal(signal);
        let status = terminal.wait_exit();
        assert!(status.success(), "{signal}: {status}");
        assert!(terminal.is_restored(), "{signal}");
        let screen = terminal.screen();
        assert!(screen.contains("変更1件を保存しました"), "{signal}:\n{screen}");
    }
}

#[test]
fn a_closed_window_loses_nothing() {
    let folder = TempDir::new().unwrap();
    running_meeting(folder.path()).hang_up();
    let meeting = fs::read_to_string(folder.path().join("councils/trial/meetings/fy2026-1.ron")).unwrap();
    assert!(meeting.contains("様式を一つにする"), "{meeting}");
}

#[test]
fn what_arrives_at_once_without_brackets_is_taken_to_the_last_letter() {
    let folder = TempDir::new().unwrap();
    let terminal = running_meeting(folder.path());
    let lines = (1..=150)
        .map(|n| format!("給食便りの欄を使える件について。次は{n}月号。負担は増えないと思います。\r"));
    terminal.send(lines.collect::<String>().as_bytes());
    terminal.wait_for("次は150月");
}

#[test]
fn a_meeting_is_led_from_the_capture_line() {
    let folder = TempDir::new().unwrap();
    let mut terminal = demo(folder.path());
    terminal.wait_for("糖尿病対策プロジェクト");
    terminal.press("F12");
    terminal.wait_for("まだ何も書かれていません");
    terminal.enter("課長：始めます。");
    terminal.press("Enter");
    terminal.wait_for("「課長」はどなたですか");
    terminal.press("3");
    terminal.wait_until("the speech stands", |screen| {
        !screen.contains("どなたですか") && screen.contains("始めます。")
    });
    terminal.enter("挙手＋ 所長 to 予算");
    terminal.press("Enter");
    terminal.wait_for("挙手 1人");
    terminal.press("F3");
    terminal.wait_for("発言者を選んで");
    terminal.press("Enter");
    terminal.wait_gone("挙手 1人");
    terminal.enter("予算が足りない。");
    terminal.press("Enter");
    terminal.wait_for("予算が足りない。");
    terminal.press("Up Up");
    terminal.wait_until("an earlier line is back", |screen| screen.contains(" 挙手＋ 所長 to 予算"));
    terminal.press("Ctrl-Q");
    assert!(terminal.wait_exit().success());
    assert!(terminal.is_restored());
}

#[test]
fn a_roster_is_taken_in_from_a_file_and_back_out() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("list.csv"), "氏名,所属\n丁野,農務課\n").unwrap();
    let mut terminal = demo(folder.path());
    terminal.wait_for("糖尿病対策プロジェクト");
    terminal.press("Alt-2");
    terminal.press("Ctrl-E");
    terminal.wait_for("ファイル");
    terminal.enter("'list.csv'");
    terminal.wait_for("list.csv");
    terminal.press("F2");
    terminal.wait_for("2行目  丁野");
    terminal.press("Enter");
    terminal.wait_for("取り込みました");
    terminal.press("Ctrl-Z");
    terminal.wait_for("取り消しました");
    terminal.press("Ctrl-Q");
    assert!(terminal.wait_exit().success());
}
