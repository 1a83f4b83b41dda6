//! Two programs at one council: one writes, the other shows it; the writer is killed, and the other goes on where it stopped.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/story.rs"]
mod story;

use pty::Terminal;
use std::{fs, path::Path, time::Instant};
use story::{get_up, json, run, sit_down, wait_file, wait_saved};
use tempfile::TempDir;

const NOW: &str = "2026-11-20T13:50";
const SIZE: (u16, u16) = (100, 30);

/// A home with one council, whose first meeting is planned for now; its user has a name.
fn home() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("config.ron"), "(name: \"記録係\")").unwrap();
    run(folder.path(), NOW, &["new", "trial", "--name", "試しの会"]);
    run(
        folder.path(),
        NOW,
        &["meeting", "trial", "add", "--date", "2026-11-20", "--start", "13:30", "--end", "15:00"],
    );
    folder
}

/// The lines of the record on disk.
fn record(home: &Path) -> Vec<String> {
    let lines = json(home, NOW, &["record", "trial"]);
    let text = |line: &serde_json::Value| line["text"].as_str().unwrap().to_owned();
    lines.as_array().unwrap().iter().map(text).collect()
}

/// Writes a line down, and waits until it is on the disk.
fn write(terminal: &Terminal, line: &str) {
    terminal.enter(line);
    terminal.press("Enter");
    wait_saved(terminal, line);
}

#[test]
fn what_one_writes_the_other_shows_and_takes_over_when_the_writer_is_killed() {
    let home = home();
    let writer = sit_down(SIZE, home.path(), NOW);
    writer.wait_for("試しの会");
    writer.press("F12");
    writer.wait_for("まだ何も書かれていません");
    let watcher = sit_down(SIZE, home.path(), NOW);
    watcher.wait_for("閲覧のみ・書き手 記録係");
    watcher.press("x");
    watcher.wait_for("書き手は記録係");

    let mut slowest = 0;
    for n in 1..=20 {
        let line = format!("{n}番目の発言");
        write(&writer, &line);
        let saved = Instant::now();
        watcher.wait_for(&line);
        slowest = slowest.max(saved.elapsed().as_millis());
    }
    eprintln!("the watcher shows a line at most {slowest} ms after the writer shows it as saved");

    let said = story::refused(home.path(), NOW, &["capture", "trial"]);
    assert!(said.contains("記録係"), "{said}");

    writer.enter("書きかけの一");
    let draft = home.path().join("councils/trial/draft.ron");
    wait_file(&draft, "書きかけの一");
    writer.signal("KILL");
    watcher.wait_for("終了しました");
    watcher.press("Ctrl-G");
    watcher.wait_for("書きかけの一");
    watcher.enter("行を引き継いだ。");
    watcher.press("Enter");
    wait_saved(&watcher, "書きかけの一行を引き継いだ。");
    assert!(get_up(watcher).contains("変更1件を保存しました"));

    let lines = record(home.path());
    assert_eq!(lines.len(), 21, "{lines:?}");
    assert_eq!(lines[19], "20番目の発言");
    assert_eq!(lines[20], "書きかけの一行を引き継いだ。");
    run(home.path(), NOW, &["check"]);
}

#[test]
fn the_pen_goes_from_hand_to_hand() {
    let home = home();
    let first = sit_down(SIZE, home.path(), NOW);
    first.wait_for("試しの会");
    first.press("F12");
    first.wait_for("まだ何も書かれていません");
    let second = sit_down(SIZE, home.path(), NOW);
    second.wait_for("閲覧のみ・書き手 記録係");
    write(&first, "はじめの一行");
    get_up(first);
    second.wait_for("終了しました");
    second.press("Ctrl-G");
    second.wait_for("書き手になりました");
    write(&second, "次の一行");
    let third = sit_down(SIZE, home.path(), NOW);
    third.wait_for("閲覧のみ・書き手 記録係");
    third.wait_for("次の一行");
    get_up(second);
    third.wait_for("終了しました");
    third.press("Ctrl-G");
    third.wait_for("書き手になりました");
    third.press("Ctrl-Z");
    third.wait_for("取り消しました：記録「次の一行」の追加");
    get_up(third);
    assert_eq!(record(home.path()), ["はじめの一行"]);
}

/// The name that somebody on another machine leaves while they write.
fn name_elsewhere(home: &Path) {
    let name = "(by:\"保健センター\",host:\"hoken-pc\",process:1,since:\"2026-11-20T13:40:00\",token:5)";
    fs::write(home.join("councils/trial/.pen.ron"), name).unwrap();
}

#[test]
fn a_pen_on_another_machine_is_taken_only_on_purpose() {
    let home = home();
    name_elsewhere(home.path());
    let said = story::refused(home.path(), NOW, &["meeting", "trial", "start", "fy2026-1"]);
    assert!(said.contains("保健センター（hoken-pc）"), "{said}");
    let screen = sit_down(SIZE, home.path(), NOW);
    screen.wait_for("閲覧のみ・書き手 保健センター");
    screen.press("Ctrl-G");
    let question = screen.wait_for("書き手の引き継ぎ");
    assert!(question.contains("hoken-pc") && question.contains("13:40"), "{question}");
    screen.press("Enter");
    screen.wait_for("F2 か Esc で");
    screen.press("F2");
    screen.wait_for("書き手になりました");
    screen.press("F12");
    write(&screen, "ここから書きます。");
    get_up(screen);
    assert_eq!(record(home.path()), ["ここから書きます。"]);
}

#[test]
fn who_loses_the_pen_keeps_what_could_not_be_saved() {
    let home = home();
    let writer = sit_down(SIZE, home.path(), NOW);
    writer.wait_for("試しの会");
    writer.press("F12");
    write(&writer, "保存された一行");
    name_elsewhere(home.path());
    writer.enter("取り残された一行");
    writer.press("Enter");
    let screen = writer.wait_for("書き手が保健センター（hoken-pc）に替わりました");
    assert!(screen.contains("取り残された一行") && screen.contains("未保存"), "{screen}");
    // The other lays the pen down; taken back, what was left is saved.
    fs::remove_file(home.path().join("councils/trial/.pen.ron")).unwrap();
    writer.wait_for("終了しました");
    writer.press("Ctrl-G");
    wait_saved(&writer, "取り残された一行");
    get_up(writer);
    assert_eq!(record(home.path()), ["保存された一行", "取り残された一行"]);
}

#[test]
fn a_mistake_in_a_file_is_shown_until_it_is_mended() {
    let home = home();
    let members = home.path().join("councils/trial/members.ron");
    let sound = fs::read_to_string(&members).unwrap();
    fs::write(&members, sound.replace("members:", "members：")).unwrap();
    let screen = sit_down(SIZE, home.path(), NOW);
    let told = screen.wait_for("ファイルに誤りがあります");
    assert!(told.contains("members.ron の") && told.contains('^') && told.contains("全角の「：」"), "{told}");
    screen.press("Enter");
    screen.wait_for("閲覧のみ・ファイルに誤り");
    fs::write(&members, sound).unwrap();
    screen.wait_for("書き手になりました");
    screen.press("F12");
    write(&screen, "直りました。");
    get_up(screen);
}
