//! Backups: what is copied, what a copy costs, which are kept, and that a full disk spoils none.

#[path = "support/memory_disk.rs"]
mod memory_disk;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use memory_disk::MemoryDisk;
use norishiro::store::{self, Disk};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

const COUNCIL: &str = "/home/councils/toyokawa";
const BACKUPS: &str = "/home/backups/toyokawa";

fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day").and_hms_opt(12, 0, 0).expect("a time")
}

fn disk() -> MemoryDisk {
    let disk = MemoryDisk::default();
    let files = ["council.ron", "members.ron", "journal.ron", "meetings/a.ron", "past/fy2024/b.ron"];
    for file in files.iter().chain(&[".lock", ".pen.ron", ".seen.ron", "history/2026-11.ron", "kept/old.ron"])
    {
        disk.put(&Path::new(COUNCIL).join(file), file.as_bytes());
    }
    disk
}

fn take(disk: &MemoryDisk, stamp: NaiveDateTime) -> PathBuf {
    store::back_up(disk, Path::new(COUNCIL), Path::new(BACKUPS), stamp).expect("a backup")
}

/// The files below a folder, by their path in it.
fn below(disk: &MemoryDisk, dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let inside = |path: &Path| Some(path.strip_prefix(dir).ok()?.to_string_lossy().into_owned());
    disk.files().into_iter().filter_map(|(path, bytes)| Some((inside(&path)?, bytes))).collect()
}

fn names(disk: &MemoryDisk) -> Vec<String> {
    let backups = store::backups(disk, Path::new(BACKUPS)).expect("a list");
    backups.iter().map(store::Backup::name).collect()
}

#[test]
fn everything_of_the_council_is_copied_and_nothing_else() {
    let disk = disk();
    let path = take(&disk, noon());
    assert_eq!(path, Path::new(BACKUPS).join("20261120-120000"));
    let copied: Vec<String> = below(&disk, &path).into_keys().collect();
    assert_eq!(copied, ["council.ron", "journal.ron", "meetings/a.ron", "members.ron", "past/fy2024/b.ron"]);
}

#[test]
fn a_backup_writes_only_what_changed() {
    let disk = disk();
    take(&disk, noon());
    disk.take_touched();
    disk.put(&Path::new(COUNCIL).join("members.ron"), b"other bytes");
    let second = take(&disk, noon());
    assert_eq!(second, Path::new(BACKUPS).join("20261120-120000-2"));
    assert_eq!(disk.take_touched(), [Path::new(BACKUPS).join(".20261120-120000-2.new/members.ron")]);
    assert_eq!(below(&disk, &second)["members.ron"], b"other bytes");
    assert_eq!(names(&disk), ["20261120-120000-2", "20261120-120000"]);
}

#[cfg(unix)]
#[test]
fn what_an_editor_writes_in_place_is_not_written_into_a_backup() {
    use std::{fs, os::unix::fs::MetadataExt};
    let folder = tempfile::tempdir().expect("a folder for one test");
    let (council, backups) = (folder.path().join("councils/a"), folder.path().join("backups/a"));
    fs::create_dir_all(&council).expect("a folder");
    fs::write(council.join("council.ron"), "one").expect("a file");
    let take = |seconds| {
        let stamp = noon() + TimeDelta::seconds(seconds);
        store::back_up(&store::RealDisk, &council, &backups, stamp).expect("a backup")
    };
    let first = take(0);
    let second = take(1);
    let file = |dir: &Path| fs::metadata(dir.join("council.ron")).expect("a file");
    assert_eq!(file(&first).ino(), file(&second).ino(), "the same bytes are on the disk once");
    assert_ne!(file(&council).ino(), file(&second).ino());
    assert_eq!(file(&second).mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&second).expect("a folder").mode() & 0o777, 0o700);
    fs::write(council.join("council.ron"), "two").expect("a file");
    let third = take(2);
    let text = |dir: &Path| fs::read_to_string(dir.join("council.ron")).expect("a file");
    assert_eq!([text(&first), text(&second), text(&third)], ["one", "one", "two"]);
}

#[test]
fn the_last_ten_stay_and_one_of_every_month() {
    let disk = disk();
    for day in 0..100 {
        take(&disk, noon() + TimeDelta::days(day));
        store::rotate(&disk, Path::new(BACKUPS)).expect("room");
    }
    disk.put(&Path::new(BACKUPS).join("mine/council.ron"), b"a copy by hand");
    disk.put(&Path::new(BACKUPS).join("20261101-120000 (copy)/council.ron"), b"another");
    store::rotate(&disk, Path::new(BACKUPS)).expect("room");
    let newest = (18..28).rev().map(|day| format!("202702{day}-120000"));
    let months = ["20270131-120000", "20261231-120000", "20261130-120000"].map(str::to_owned);
    let kept = names(&disk);
    let last = noon() + TimeDelta::days(99);
    assert_eq!(last.format("%Y%m%d").to_string(), "20270227");
    assert_eq!(kept, newest.chain(months).collect::<Vec<_>>());
    assert_eq!(
        below(&disk, Path::new(BACKUPS))
            .keys()
            .filter(|name| name.contains("copy") || name.contains("mine"))
            .count(),
        2
    );
}

#[test]
fn a_full_disk_leaves_the_backups_that_were_there() {
    let whole = disk();
    take(&whole, noon());
    let expected = below(&whole, &Path::new(BACKUPS).join("20261120-120000"));
    for calls in 0.. {
        let disk = disk();
        take(&disk, noon());
        disk.put(&Path::new(COUNCIL).join("members.ron"), b"other bytes");
        disk.fail_after(calls);
        let stamp = noon() + TimeDelta::hours(1);
        let taken = store::back_up(&disk, Path::new(COUNCIL), Path::new(BACKUPS), stamp);
        disk.heal();
        assert_eq!(
            below(&disk, &Path::new(BACKUPS).join("20261120-120000")),
            expected,
            "after {calls} calls"
        );
        assert_eq!(names(&disk).len(), 1 + usize::from(taken.is_ok()), "after {calls} calls");
        if taken.is_ok() {
            return;
        }
        let again = take(&disk, stamp);
        assert_eq!(below(&disk, &again)["members.ron"], b"other bytes");
        let folders = disk.names(Path::new(BACKUPS)).expect("a folder");
        assert_eq!(folders, ["20261120-120000", "20261120-130000"], "after {calls} calls");
    }
}
