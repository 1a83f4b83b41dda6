//! `norishiro search` as the built program answers it: what it finds, in which order, and what it never tells.

#[path = "support/user.rs"]
mod user;

use std::fs;
use user::{User, assert_says, keys, text};

/// A council with a record taken today.
fn with_record() -> User {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let record = "健診の案内を配る\n決定：来年度も検診を続ける\n宿題：原稿を書く 期限12/20\n内密の話\n";
    assert_eq!(user.run_with("capture trial", record).status.code(), Some(0));
    user
}

#[test]
fn what_is_found_stands_in_the_order_of_time() {
    let user = with_record();
    let found = user.ok("search trial けんしん");
    let rows: Vec<&str> = found.lines().collect();
    assert_says(rows[0], &["2026-11-20", "令和8年度 第1回", "メモ", "健診の案内を配る"]);
    assert_says(rows[1], &["決定", "来年度も検診を続ける"]);
    assert!(rows[2..].iter().all(|row| row.contains("名簿")), "{found}");
    assert_says(&user.ok("search trial ｹﾝｼﾝ is:decision"), &["来年度も検診"]);
    assert_says(&user.ok("--lang en search trial 見つからない"), &["Nothing matches."]);
}

#[test]
fn filters_and_json_are_for_other_programs_too() {
    let user = with_record();
    let found = user.json("search trial is:open due:<=12/20");
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(keys(&found[0]), ["date", "id", "kind", "label", "meeting", "place", "text", "who"]);
    assert_eq!((&found[0]["kind"], &found[0]["meeting"]), (&"action".into(), &"fy2026-1".into()));
    assert_eq!(found[0]["text"], "原稿を書く");
    assert_eq!(user.json("search trial is:open due:<12/20"), serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_is_told() {
    let user = with_record();
    assert_says(&user.no(2, "search trial is:opened"), &["「is:opened」", "未完", "次に", "search --help"]);
    assert_says(&user.no(2, "search trial 原稿 in:第9年"), &["「第9年」という会議はありません"]);
    assert_says(&user.no(2, "search trial"), &["<WORD>"]);
    assert_says(&user.no(1, "search trail 原稿"), &["「trail」という会議体はありません"]);
    let output = user.run("search trial 種目:決定");
    assert_eq!(output.status.code(), Some(0));
    assert_says(&text(&output.stderr), &["「種目:」という絞り込みはない"]);
}

#[test]
fn what_is_off_the_record_is_not_told() {
    let user = with_record();
    assert_says(&user.ok("search trial 内密"), &["内密の話"]);
    let file = user.home().join("councils/trial/meetings/fy2026-1.ron");
    let meeting = fs::read_to_string(&file).unwrap();
    let mended = meeting.replace("text: \"内密の話\"", "text: \"内密の話\", private: true");
    assert_ne!(mended, meeting);
    fs::write(&file, mended).unwrap();
    assert_says(&user.ok("search trial 内密"), &["当てはまるものはありません"]);
    assert_eq!(user.json("search trial is:note in:第1回").as_array().map(Vec::len), Some(1));
}
