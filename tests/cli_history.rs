//! The past of a council from the command line: its changes, an earlier state, going back to a backup, and what `check` mends.

use norishiro::{knowledge::samples, store::Home};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder for one test"));
        Home::at(desk.home()).plant("toyokawa", samples::toyokawa()).expect("a sound sample");
        desk
    }

    fn home(&self) -> &Path {
        self.0.path()
    }

    fn dir(&self) -> PathBuf {
        self.home().join("councils/toyokawa")
    }

    fn call(&self, now: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_norishiro"));
        command.args(["--lang", "en", "--now", now, "--home"]).arg(self.home()).args(arguments);
        command.output().expect("the program runs")
    }

    /// What a call that succeeds prints.
    fn says(&self, now: &str, arguments: &[&str]) -> String {
        let answer = self.call(now, arguments);
        assert!(answer.status.success(), "{arguments:?}: {answer:?}");
        String::from_utf8(answer.stdout).expect("UTF-8")
    }

    fn plan(&self, now: &str, date: &str) {
        let place = format!("room of {date}");
        let asked = ["--date", date, "--start", "14:00", "--end", "15:30", "--place", &place];
        self.says(now, &[&["meeting", "toyokawa", "add"][..], &asked].concat());
    }

    fn meetings(&self) -> String {
        self.says("2026-11-25T09:00", &["meeting", "toyokawa", "list"])
    }
}

/// One meeting planned on each of two days.
fn with_two_changes() -> Desk {
    let desk = Desk::new();
    desk.plan("2026-11-20T10:00", "2027-01-22");
    desk.plan("2026-11-21T10:00", "2027-03-12");
    desk
}

#[test]
fn changes_are_told_with_time_and_author_and_by_record() {
    let desk = with_two_changes();
    let all = desk.says("2026-11-22T10:00", &["history", "toyokawa"]);
    assert_eq!(all.lines().count(), 3, "{all}");
    assert!(all.contains("2026-11-20 10:00:0") && all.contains("2026-11-21 10:00:0"), "{all}");
    let json = desk.says("2026-11-22T10:00", &["history", "toyokawa", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&json).expect("one document");
    assert_eq!(rows.as_array().map(Vec::len), Some(2), "{json}");
    assert!(rows[1]["seq"].as_u64() > rows[0]["seq"].as_u64());
    let nothing = desk.says("2026-11-22T10:00", &["history", "toyokawa", "--record", "no such record"]);
    assert_eq!(nothing, "There is no such change.\n");
    let meetings = desk.says("2026-11-22T10:00", &["meeting", "toyokawa", "list", "--json"]);
    let meetings: serde_json::Value = serde_json::from_str(&meetings).expect("one document");
    let newest =
        meetings.as_array().and_then(|it| it.last()).expect("a meeting")["id"].as_str().expect("an id");
    let one = desk.says("2026-11-22T10:00", &["history", "toyokawa", "--record", newest]);
    assert_eq!(one.lines().count(), 2, "{one}");
}

#[test]
fn what_was_done_by_hand_between_two_calls_is_in_the_history_before_the_second() {
    let desk = with_two_changes();
    let file = desk.dir().join("council.ron");
    let text = fs::read_to_string(&file).expect("it is read");
    fs::write(&file, text.replacen("fiscal_month: 4", "fiscal_month: 10", 1)).expect("it is written");
    desk.plan("2026-11-23T10:00", "2027-03-26");
    let json = desk.says("2026-11-23T10:00", &["history", "toyokawa", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&json).expect("one document");
    let what: Vec<_> =
        rows.as_array().expect("a list").iter().filter_map(|row| row["what"].as_str()).collect();
    assert_eq!((what.len(), what[2]), (4, "changes made in the files themselves"), "{json}");
    let shown = desk.says("2026-11-23T10:00", &["history", "toyokawa", "--at", "2026-11-22T10:00"]);
    assert_eq!(desk.says("2026-11-23T10:00", &["history", "toyokawa", "--at", "2026-11-22 10:00"]), shown);
    assert_eq!(desk.says("2026-11-23T10:00", &["check", "toyokawa"]).lines().count(), 1);
}

#[test]
fn an_earlier_state_is_shown_and_written_elsewhere_and_the_council_stays() {
    let desk = with_two_changes();
    let now = desk.meetings();
    let lines = |text: &str| text.lines().count();
    let day = |at: &str| desk.says("2026-11-22T10:00", &["history", "toyokawa", "--at", at]);
    let states = [day("2026-11-19"), day("2026-11-20T10:30"), day("2026-11-21")].map(|it| lines(&it));
    assert_eq!([states[1] - states[0], states[2] - states[1]], [1, 1]);

    let before = desk.home().join("before");
    let to = before.display().to_string();
    desk.says("2026-11-22T10:00", &["history", "toyokawa", "--at", "2026-11-19", "-o", &to]);
    let earlier = Home::at(&before).open("toyokawa").expect("a council").council().meetings.len();
    assert_eq!(lines(&now) - 1 - earlier, 2);
    let again = desk.call("2026-11-22T10:00", &["history", "toyokawa", "--at", "2026-11-19", "-o", &to]);
    assert_eq!(again.status.code(), Some(1), "a council that is there is left as it is");
    assert_eq!(desk.meetings(), now);
}

#[test]
fn going_back_keeps_what_was_there_and_the_history() {
    let desk = Desk::new();
    let first = desk.meetings();
    desk.plan("2026-11-20T10:00", "2027-01-22");
    let second = desk.meetings();
    desk.plan("2026-11-21T10:00", "2027-03-12");
    let third = desk.meetings();

    let listed = desk.says("2026-11-22T10:00", &["restore", "toyokawa", "--list"]);
    let stamps: Vec<&str> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(stamps.len() >= 2 && stamps.is_sorted_by(|one, other| one > other), "{listed}");
    let oldest = stamps.last().expect("a backup");
    desk.says("2026-11-22T10:00", &["restore", "toyokawa", "--from", oldest]);
    assert_ne!(desk.meetings(), third);
    let history = desk.says("2026-11-22T11:00", &["history", "toyokawa"]);
    assert_eq!(history.lines().count(), 4, "{history}");
    assert!(history.contains("going back to an earlier state"), "{history}");
    let at = |time: &str| desk.says("2026-11-22T11:00", &["history", "toyokawa", "--at", time]);
    assert_eq!(at("2026-11-21").lines().count() - at("2026-11-19").lines().count(), 2);

    let listed = desk.says("2026-11-22T12:00", &["restore", "toyokawa"]);
    let newest = listed.split(' ').next().expect("a backup");
    desk.says("2026-11-22T12:00", &["restore", "toyokawa", "--from", newest]);
    assert_eq!(desk.meetings(), third, "the state before going back is a backup");
    desk.plan("2026-11-23T10:00", "2027-05-14");
    assert!(![&first, &second, &third].contains(&&desk.meetings()), "it can be written to");
    assert_eq!(desk.says("2026-11-24T10:00", &["check", "toyokawa"]), "Nothing wrong was found.\n");
}

#[test]
fn a_damaged_council_and_one_that_is_gone_come_back() {
    let desk = with_two_changes();
    let listed = desk.says("2026-11-22T10:00", &["restore", "toyokawa"]);
    let newest = listed.split(' ').next().expect("a backup").to_owned();
    fs::write(desk.dir().join("members.ron"), "Members(").expect("a file");
    let restored = desk.call("2026-11-22T10:00", &["restore", "toyokawa", "--from", &newest]);
    assert!(restored.status.success(), "{restored:?}");
    assert!(String::from_utf8_lossy(&restored.stderr).contains("gap"), "{restored:?}");
    let kept = desk.home().join("backups/toyokawa/20261122-100000/members.ron");
    assert_eq!(fs::read_to_string(kept).expect("the damaged file"), "Members(");
    let meetings = desk.meetings();
    desk.plan("2026-11-23T10:00", "2027-05-14");
    let history = desk.call("2026-11-23T11:00", &["history", "toyokawa"]);
    assert!(String::from_utf8_lossy(&history.stderr).contains("lacks"), "{history:?}");

    fs::remove_dir_all(desk.dir()).expect("the council goes");
    desk.says("2026-11-24T10:00", &["restore", "toyokawa", "--from", &newest]);
    assert_eq!(desk.meetings(), meetings);
}

#[test]
fn nothing_is_restored_while_another_program_writes() {
    let desk = with_two_changes();
    let listed = desk.says("2026-11-22T10:00", &["restore", "toyokawa"]);
    let newest = listed.split(' ').next().expect("a backup");
    let lock = fs::File::create(desk.dir().join(".lock")).expect("a lock");
    lock.lock().expect("nobody else has it");
    let answer = desk.call("2026-11-22T10:00", &["restore", "toyokawa", "--from", newest]);
    assert_eq!(answer.status.code(), Some(1), "{answer:?}");
    assert_eq!(desk.says("2026-11-22T11:00", &["restore", "toyokawa"]), listed);
    drop(lock);
    let unknown = desk.call("2026-11-22T10:00", &["restore", "toyokawa", "--from", "20200101-000000"]);
    assert_eq!(unknown.status.code(), Some(1), "{unknown:?}");
}

/// The exit code of `check --repair`, what was mended and what is left.
fn repaired(desk: &Desk) -> (Option<i32>, String, String) {
    let answer = desk.call("2026-11-24T10:00", &["check", "toyokawa", "--repair"]);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (answer.status.code(), text(answer.stderr), text(answer.stdout))
}

const BACKUP: &str = "backups/toyokawa/20261124-100000";

#[test]
fn a_sound_council_is_only_backed_up_and_cleared_of_caches() {
    let desk = with_two_changes();
    let meetings = desk.meetings();
    let (code, _, left) = repaired(&desk);
    assert_eq!((code, left.as_str()), (Some(0), "Nothing wrong was found.\n"));
    assert!(desk.home().join(BACKUP).join("council.ron").exists());
    assert_eq!(desk.meetings(), meetings);
    let without = desk.call("2026-11-24T10:00", &["check", "--repair"]);
    assert_eq!(without.status.code(), Some(2), "which council is to be mended is said");
}

#[test]
fn a_file_that_cannot_be_read_is_told_again_by_backup_and_history() {
    let desk = with_two_changes();
    let meetings = desk.meetings();
    let path = desk.dir().join("council.ron");
    let whole = fs::read_to_string(&path).expect("a file");
    let damaged = whole.replacen("head:", "head", 1);
    fs::write(&path, &damaged).expect("a file");
    let (code, done, left) = repaired(&desk);
    assert_eq!(code, Some(0), "{done}{left}");
    assert!(done.contains("council.ron anew"), "{done}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), whole);
    assert_eq!(desk.meetings(), meetings);
    for old in
        [desk.dir().join("kept/council-20261124-100000.ron"), desk.home().join(BACKUP).join("council.ron")]
    {
        assert_eq!(fs::read_to_string(old).expect("the old file"), damaged);
    }
}

#[test]
fn what_nothing_tells_is_left_as_it_is() {
    let desk = with_two_changes();
    let path = desk.dir().join("members.ron");
    let damaged = fs::read_to_string(&path).expect("a file").replacen("members:", "members", 1);
    fs::write(&path, &damaged).expect("a file");
    fs::remove_dir_all(desk.home().join("backups")).expect("no backup is left");
    let (code, _, left) = repaired(&desk);
    assert_eq!(code, Some(1));
    assert!(left.contains("members.ron"), "{left}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), damaged);
}

#[test]
fn a_torn_journal_and_a_number_already_given_are_mended() {
    let desk = with_two_changes();
    fs::write(desk.dir().join("journal.ron"), "(\"0000").expect("a file");
    let path = desk.dir().join("council.ron");
    let text = fs::read_to_string(&path).expect("a file");
    let (before, after) = text.split_once("next_action: ").expect("the number");
    let (number, rest) = after.split_once(',').expect("its end");
    fs::write(&path, format!("{before}next_action: 1,{rest}")).expect("a file");
    let found = desk.call("2026-11-24T10:00", &["check", "toyokawa"]);
    assert_eq!(found.status.code(), Some(1));
    let (code, done, left) = repaired(&desk);
    assert_eq!(code, Some(0), "{done}{left}");
    assert!(done.contains("(6 bytes)") && done.contains(&format!("the number {number}.")), "{done}");
    assert_eq!(fs::read(desk.dir().join("journal.ron")).expect("a file"), b"");
}

#[test]
fn two_meetings_of_one_number_are_found() {
    let desk = with_two_changes();
    let meetings = desk.dir().join("meetings");
    let files = || fs::read_dir(&meetings).expect("a folder").filter_map(Result::ok).map(|it| it.path());
    let mut planned: Vec<PathBuf> =
        files().filter(|it| it.extension().is_some_and(|it| it == "ron")).collect();
    planned.sort();
    let newest = planned.last().expect("a meeting");
    let text = fs::read_to_string(newest).expect("a file");
    let (before, after) = text.split_once("ordinal: ").expect("its number");
    let (number, rest) = after.split_once(',').expect("its end");
    let other: u32 = number.parse::<u32>().expect("a number") - 1;
    fs::write(newest, format!("{before}ordinal: {other},{rest}")).expect("a file");
    let found = desk.call("2026-11-24T10:00", &["check", "toyokawa"]);
    let said = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(said.contains(&format!("has two meetings {other}.")), "{said}");
}
