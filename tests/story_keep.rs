//! Saving that fails and a program that is killed, with the real files: what was shown as saved is there, what was not is in the copy
//! or is saved when there is room again, and the line that was being typed comes back.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/story.rs"]
mod story;

use pty::Terminal;
use std::{
    fs,
    path::{Path, PathBuf},
};
use story::{get_up, json, run, wait_file, wait_saved};
use tempfile::TempDir;

const SIZE: (u16, u16) = (100, 30);
const NOW: &str = "2026-11-20T13:50";

/// 32 KiB: more than any file of this council, less than the journal after a few times of taking back and bringing back.
const BLOCKS: u32 = 64;
const PASTED: usize = 40;

/// A council whose first meeting is running, in `home` in this folder.
fn running_meeting(folder: &Path) -> PathBuf {
    let home = folder.join("home");
    fs::create_dir(&home).unwrap();
    run(&home, NOW, &["new", "trial", "--name", "試しの会"]);
    run(
        &home,
        NOW,
        &["meeting", "trial", "add", "--date", "2026-11-20", "--start", "13:30", "--end", "15:00"],
    );
    run(&home, NOW, &["meeting", "trial", "start", "fy2026-1"]);
    home
}

fn open(home: &Path, start: impl FnOnce(&[&str]) -> Terminal) -> Terminal {
    let home = home.to_str().unwrap();
    let terminal = start(&["--home", home, "--lang", "ja", "--now", NOW, "open", "trial"]);
    terminal.wait_for("試しの会");
    terminal
}

fn header(screen: &str) -> &str {
    screen.lines().next().unwrap_or_default()
}

/// Takes the pasted lines back and brings them back until there is no room for it. Returns whether they are in the record on disk.
fn fill_up(terminal: &Terminal) -> bool {
    let mut there = true;
    loop {
        terminal.press(if there { "Ctrl-Z" } else { "Ctrl-Y" });
        let word = if there { "取り消しました" } else { "元に戻しました" };
        let screen = terminal.wait_until("an answer of the disk", |screen| {
            let answered = header(screen).ends_with('済') && screen.contains(word);
            answered || header(screen).contains("未保存")
        });
        if header(&screen).contains("未保存") {
            break;
        }
        there = !there;
    }
    if there {
        // On the screen they are gone: they come back, also without being saved.
        terminal.press("Ctrl-Y");
        terminal.wait_for("元に戻しました");
    }
    there
}

/// The running meeting with [`PASTED`] lines, then with the disk full, then one line more.
fn fails_at_last(home: &Path, folder: &Path) -> (Terminal, bool) {
    let terminal = open(home, |args| Terminal::start_within(BLOCKS, SIZE, args, folder));
    let lines = (1..=PASTED).map(|n| format!("給食便りの欄を使える件について。次は{n}月号。\n"));
    terminal.paste(&lines.collect::<String>());
    terminal.wait_until("the pasted lines to be saved", |screen| {
        screen.contains("次は40月") && header(screen).ends_with('済')
    });
    let there = fill_up(&terminal);
    terminal.enter("これは控えにある");
    terminal.press("Enter");
    terminal.wait_until("the reason why it is not saved", |screen| {
        screen.contains("これは控えにある") && header(screen).contains("未保存：大きさの上限")
    });
    (terminal, there)
}

fn lines(home: &Path, slug: &str) -> Vec<String> {
    let record = json(home, NOW, &["record", slug]);
    record.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_home_without_room_leaves_the_copy_and_everything_that_was_saved() {
    let folder = TempDir::new().unwrap();
    let home = running_meeting(folder.path());
    let (mut terminal, there) = fails_at_last(&home, folder.path());

    let usb = folder.path().join("usb");
    terminal.press("Ctrl-B");
    terminal.wait_for("控えを別の場所に保存");
    terminal.press("Ctrl-U");
    terminal.enter(usb.to_str().unwrap());
    terminal.press("Enter");
    terminal.wait_until("the copy", |screen| {
        screen.contains("控えを保存しました") && header(screen).contains("未保存：控えは")
    });
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_exit().exit_code(), 1, "something was not saved");
    let said = terminal.screen();
    assert!(said.contains("保存できませんでした") && said.contains("すべて控えにあります"), "{said}");

    let copied = lines(&usb, "trial");
    assert_eq!((copied.len(), copied.last().map(String::as_str)), (PASTED + 1, Some("これは控えにある")));
    assert_eq!(json(&usb, NOW, &["check", "trial"]), serde_json::json!([]));

    assert_eq!(lines(&home, "trial").len(), if there { PASTED } else { 0 }, "what was shown as saved");
    let terminal = open(&home, |args| Terminal::start(SIZE, args, &[], folder.path()));
    // The write that failed left a part of a line.
    terminal.wait_for("書きかけで終わった最後の記録");
    terminal.press("Enter");
    terminal.wait_gone("書きかけで終わった最後の記録");
    terminal.enter("また書ける");
    terminal.press("Enter");
    wait_saved(&terminal, "また書ける");
    get_up(terminal);
    assert_eq!(lines(&home, "trial").last().map(String::as_str), Some("また書ける"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_waited_in_memory_is_saved_once_there_is_room() {
    let folder = TempDir::new().unwrap();
    let home = running_meeting(folder.path());
    let (terminal, _) = fails_at_last(&home, folder.path());
    terminal.limit_files(None);
    terminal.wait_until("the next try", |screen| header(screen).ends_with("保存済"));
    terminal.signal("KILL");
    drop(terminal);
    let lines = lines(&home, "trial");
    assert_eq!((lines.len(), lines.last().map(String::as_str)), (PASTED + 1, Some("これは控えにある")));
}

#[test]
fn a_line_half_typed_survives_the_kill() {
    let folder = TempDir::new().unwrap();
    let home = running_meeting(folder.path());
    let start = || open(&home, |args| Terminal::start(SIZE, args, &[], folder.path()));
    let mut terminal = start();
    terminal.enter("様式は一枚に");
    wait_file(&home.join("councils/trial/draft.ron"), "様式は一枚に");
    terminal.signal("KILL");
    terminal.wait_exit();

    let mut terminal = start();
    let screen = terminal.wait_for("書きかけの行を戻しました");
    assert!(screen.contains("様式は一枚に"), "{screen}");
    terminal.enter("まとめる");
    terminal.wait_for("様式は一枚にまとめる");
    terminal.press("Enter");
    terminal.wait_until("the line to be written and saved", |screen| {
        !screen.contains("まだ何も書かれていません") && header(screen).ends_with('済')
    });
    terminal.signal("KILL");
    terminal.wait_exit();

    assert_eq!(lines(&home, "trial"), ["様式は一枚にまとめる"]);
    let terminal = start();
    let screen = terminal.wait_for("様式は一枚にまとめる");
    assert!(!screen.contains("書きかけ"), "{screen}");
    get_up(terminal);
}

#[cfg(target_os = "linux")]
mod flushes {
    use super::*;
    use notify::{
        Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
        event::{AccessKind, AccessMode},
    };
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
        time::{Duration, Instant},
    };

    /// Counts how often a file was closed after being written to, as long as what it gives back first lives. The journal is opened,
    /// written, flushed and closed each time.
    fn count_writes(file: &Path) -> (RecommendedWatcher, Arc<AtomicUsize>) {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if matches!(event.unwrap().kind, EventKind::Access(AccessKind::Close(AccessMode::Write))) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        })
        .unwrap();
        watcher.watch(file, RecursiveMode::NonRecursive).unwrap();
        (watcher, count)
    }

    #[test]
    fn a_burst_of_lines_is_flushed_together() {
        let folder = TempDir::new().unwrap();
        let home = running_meeting(folder.path());
        let terminal = open(&home, |args| Terminal::start(SIZE, args, &[], folder.path()));
        let journal = home.join("councils/trial/journal.ron");
        for (way, end) in [("貼り付け", "\n"), ("打鍵", "\r")] {
            let text: String = (1..=PASTED).map(|n| format!("{way}の{n}行目。{end}")).collect();
            let (_watcher, writes) = count_writes(&journal);
            let sent = Instant::now();
            if end == "\n" {
                terminal.paste(&text)
            } else {
                terminal.enter(&text)
            }
            wait_file(&journal, &format!("{way}の1行目。"));
            let first = sent.elapsed();
            wait_file(&journal, &format!("{way}の{PASTED}行目。"));
            let all = sent.elapsed();
            wait_saved(&terminal, &format!("{way}の{PASTED}行目。"));
            let writes = writes.load(Ordering::Relaxed);
            eprintln!(
                "{way}: {PASTED} lines, the first saved in {first:.0?}, the last in {all:.0?}, by {writes} flushes"
            );
            // One as often as lines are taken in together, and some for the pieces they arrive in.
            let most = PASTED / 4 + usize::try_from(all.as_millis() / 25).unwrap();
            assert!(writes <= most, "{way}: {writes} flushes in {all:?}");
            assert!(first < Duration::from_secs(5), "{way}: {first:?}");
        }
        get_up(terminal);
        assert_eq!(lines(&home, "trial").len(), 2 * PASTED);
    }
}
