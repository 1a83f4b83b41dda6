//! Long records: what a hundred and fifty lines say comes out to the letter, and nothing that was said to be saved is lost when the
//! program is killed.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/story.rs"]
mod story;

use pty::Terminal;
use std::path::Path;
use story::{get_up, json, run, sit_down, wait_saved};
use tempfile::TempDir;

const SLUG: &str = "kaigi";
const NOW: &str = "2026-11-20T14:00";

/// A home with one council, whose meeting is running.
fn meeting_running(home: &Path) {
    run(home, NOW, &["new", SLUG, "--name", "健康づくり推進協議会"]);
    let hours = ["--date", "2026-11-20", "--start", "14:00", "--end", "16:00"];
    run(home, NOW, &[&["meeting", SLUG, "add"], &hours[..]].concat());
    run(home, NOW, &["meeting", SLUG, "start", "fy2026-1"]);
}

fn at_the_record(size: (u16, u16), home: &Path) -> Terminal {
    let terminal = sit_down(size, home, NOW);
    terminal.wait_for("第1回");
    terminal.press("Alt-6");
    terminal.wait_for("Enter");
    terminal
}

/// A line as somebody types it who follows a talk: three sentences, with whatever an input method and a spreadsheet leave in them.
fn line(number: usize) -> String {
    const OPENINGS: [&str; 5] = [
        "健診の受診率は３６．５％で、前の年より少し上がりました",
        "図書館の展示は「秋の読書週間」に合わせると人が集まる",
        "保育課の給食便りは年４回で、次は１月号（１２月１０日締切）",
        "農務課からは直売所のちらし㈱ひまわりの協力①を得られるとの話",
        "ｽﾎﾟｰﾂ課のウォーキング教室と日が重なる回は、合同にしたい",
    ];
    const MIDDLES: [&str; 3] = [
        "ただし、対象を四十代に絞るか、家族ぐるみにするかで意見が分かれた",
        "𠮷田・髙橋・葛󠄀城の三地区は、公民館の予約を先に取る必要がある",
        "費用は予備費で足りるが、Ｅ－ｍａｉｌでの周知だけでは届かない",
    ];
    const ENDS: [&str; 2] = [
        "次の会議までに見本を作り、皆さんに見てもらいます",
        "この点は持ち帰って、課の中で話してみます……と結んだ",
    ];
    let pick = |of: &[&str]| of[number % of.len()].to_owned();
    format!("{number}番目。{}。{}。{}。", pick(&OPENINGS), pick(&MIDDLES), pick(&ENDS))
}

fn long_record_at(size: (u16, u16)) {
    let folder = TempDir::new().unwrap();
    let home = folder.path();
    meeting_running(home);
    let terminal = at_the_record(size, home);
    let lines: Vec<String> = (1..=150).map(line).collect();
    let (typed, pasted) = lines.split_at(75);
    for line in typed {
        terminal.enter(line);
        terminal.press("Enter");
    }
    wait_saved(&terminal, "75番目");
    for lines in pasted.chunks(25) {
        terminal.paste(&(lines.join("\r\n") + "\r\n"));
    }
    wait_saved(&terminal, "150番目");
    get_up(terminal);
    let record = json(home, NOW, &["record", SLUG]);
    let record: Vec<&str> =
        record.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(record, lines);
}

#[test]
fn a_hundred_and_fifty_lines_come_out_to_the_letter() {
    long_record_at((100, 30));
}

#[test]
fn a_hundred_and_fifty_lines_come_out_to_the_letter_on_the_smallest_projector() {
    long_record_at((60, 18));
}

#[test]
fn a_killed_program_keeps_all_it_said_was_saved_and_the_meeting_runs_on() {
    let folder = TempDir::new().unwrap();
    let home = folder.path();
    meeting_running(home);
    let mut terminal = at_the_record((80, 24), home);
    let mut lines: Vec<String> = (1..=20).map(line).collect();
    for line in &lines {
        terminal.enter(line);
        terminal.press("Enter");
    }
    terminal.enter("決定：様式は年２回、４月と１０月に更新する");
    terminal.press("Enter");
    wait_saved(&terminal, "年２回");
    terminal.signal("KILL");
    assert!(!terminal.wait_exit().success());

    let terminal = at_the_record((80, 24), home);
    terminal.wait_for("年２回");
    assert!(terminal.screen().contains("第1回-決定1"), "{}", terminal.screen());
    terminal.enter("決定：次の会議から使う");
    terminal.press("Enter");
    wait_saved(&terminal, "第1回-決定2");
    get_up(terminal);
    lines.extend(["様式は年２回、４月と１０月に更新する".to_owned(), "次の会議から使う".to_owned()]);
    let record = json(home, NOW, &["record", SLUG]);
    let record: Vec<&str> =
        record.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(record, lines);
    let meetings = json(home, NOW, &["meeting", SLUG, "list"]);
    assert_eq!(meetings[0]["state"], "running");
    assert_eq!(json(home, NOW, &["check", SLUG]), serde_json::json!([]));
}
