//! Lists and minutes kept elsewhere, through the built program: what comes in, what is refused and why, and what stays as it was.

#[path = "support/user.rs"]
mod user;

use norishiro::{knowledge::samples, store::Home};
use serde_json::Value;
use std::fs;
use user::{User, assert_says, text};

const ROSTER: &str = "氏名,ふりがな,所属,職,役職,区分,メール\r\n\
    甲野,こうの,農務課,課長,会長,その他,kou@city.example\r\n\
    髙木,たかぎ,健康課,①係長,副会長,地域保健,taka@city.example\r\n\
    ,,商工会,事務局長,,職域保健,\r\n";

fn counts(document: &Value) -> [u64; 4] {
    let refused = document["refused"].as_array().unwrap().len() as u64;
    let [added, changed, unchanged] =
        ["added", "changed", "unchanged"].map(|it| document[it].as_u64().unwrap());
    [added, changed, unchanged, refused]
}

fn document(user: &User, line: &str, code: i32) -> Value {
    let output = user.run(&format!("{line} --json"));
    assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// With the sample council.
fn at_toyokawa() -> User {
    let user = User::new();
    fs::create_dir_all(user.home()).unwrap();
    Home::at(user.home()).plant("toyokawa", samples::toyokawa()).unwrap();
    user
}

#[test]
fn a_roster_comes_in_from_a_spreadsheet() {
    let user = User::with_meeting();
    let sjis = user.file("sjis.csv", encoding_rs::SHIFT_JIS.encode(ROSTER).0);
    let before = user.on_disk("members.ron");
    let trial = user.json(&format!("import roster trial {sjis} --dry-run"));
    assert_eq!((counts(&trial), &trial["taken"]), ([3, 0, 0, 0], &Value::Bool(false)));
    assert_eq!(user.on_disk("members.ron"), before, "a dry run writes nothing");
    let taken = user.json(&format!("import roster trial {sjis}"));
    assert_eq!((counts(&taken), &taken["taken"]), ([3, 0, 0, 0], &Value::Bool(true)));
    assert_says(&user.on_disk("members.ron"), &["髙木", "①係長", "たかぎ"]);
    assert_says(&user.on_disk("organisations.ron"), &["健康課", "商工会"]);

    let utf8 = user.file("utf8.csv", format!("\u{feff}{}", ROSTER.replace("課長", "部長")));
    let again = user.json(&format!("import roster trial {utf8}"));
    assert_eq!(counts(&again), [0, 1, 2, 0]);
    let change = &again["rows"][0]["changes"][0];
    assert_eq!((&change["before"], &change["after"]), (&Value::from("課長"), &Value::from("部長")));
    let english = user.file("en.csv", "email,name,post\nkou@city.example,甲野,部長\n");
    assert_eq!(user.json(&format!("import roster trial {english}"))["unchanged"], 1);
    assert_eq!(user.json("check"), Value::Array(vec![]));
    assert_eq!(user.json("history trial").as_array().unwrap().len(), 3, "an import is one change");
}

#[test]
fn a_line_that_cannot_be_taken_is_named_and_keeps_the_others_out_until_told() {
    let user = User::with_meeting();
    let file = user.file(
        "roster.csv",
        "氏名,所属,メール,備考\n甲野,農務課,kou@city.example,a\n,農務課,,\n乙川,農務課,なし,\n甲野,農務課,,\n丙田,農務課,,a,b\n",
    );
    let output = user.run(&format!("import roster trial {file} --json"));
    assert_eq!(output.status.code(), Some(1));
    assert_says(&text(&output.stderr), &["備考", "--rest"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((counts(&told), &told["taken"]), ([1, 0, 0, 4], &Value::Bool(false)));
    let refused = told["refused"].as_array().unwrap();
    let lines: Vec<u64> = refused.iter().map(|it| it["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [3, 4, 5, 6]);
    assert_says(refused[1]["why"].as_str().unwrap(), &["「なし」"]);
    assert_says(refused[2]["why"].as_str().unwrap(), &["2行目と同じ"]);
    assert!(!user.on_disk("members.ron").contains("甲野"), "all of it, or nothing");

    let rest = user.run(&format!("import roster trial {file} --rest"));
    assert_eq!(rest.status.code(), Some(0));
    assert_says(&text(&rest.stdout), &["甲野", "roster.csv 3行目"]);
    assert!(user.on_disk("members.ron").contains("甲野"));
    assert!(!user.on_disk("members.ron").contains("丙田"));
}

#[test]
fn columns_are_mapped_by_hand_and_a_wrong_one_says_which_there_are() {
    let user = User::with_meeting();
    let file = user.file("other.csv", "委員,課\n甲野,農務課\n");
    let said = user.no(1, &format!("import roster trial {file}"));
    assert_says(&said, &["見出し", "氏名か職", "--map", "name（氏名）"]);
    assert_says(&user.no(2, &format!("import roster trial {file} --map 委員=shoe")), &["shoe", "post"]);
    assert_says(
        &user.no(1, &format!("import roster trial {file} --map 委員=name --map 電話=email")),
        &["電話"],
    );
    let mapped = user.json(&format!("import roster trial {file} --map 委員=氏名 --map 2=所属"));
    assert_eq!(counts(&mapped), [1, 0, 0, 0]);
    assert_says(&user.on_disk("organisations.ron"), &["農務課"]);
    assert_says(&user.no(1, "import roster trial nowhere.csv"), &["nowhere.csv", "ファイルがありません"]);
    let old = user.file("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]);
    assert_says(&user.no(1, &format!("import roster trial {old}")), &[".xlsx", "保存し直し"]);
}

#[test]
fn actions_come_in_and_the_list_again_changes_nothing() {
    let user = at_toyokawa();
    let file = user.file(
        "actions.csv",
        "番号,内容,担当,期限,状態,備考\n,新しい様式を配る,農務課、保育課,令和9年1月20日,進行中,下書き済み\n,,,,,\n1,,,,完了,\n",
    );
    let trial = document(&user, &format!("import actions toyokawa {file} --dry-run"), 0);
    let [added, changed, unchanged, refused] = counts(&trial);
    assert_eq!((added, changed + unchanged, refused), (1, 1, 0));
    document(&user, &format!("import actions toyokawa {file}"), 0);
    let list = user.json("actions toyokawa");
    let new = list.as_array().unwrap().iter().find(|it| it["text"] == "新しい様式を配る").unwrap();
    assert_eq!((&new["due"], &new["state"]), (&Value::from("2027-01-20"), &Value::from("in-progress")));
    assert_eq!(new["owners"].as_array().unwrap().len(), 2);
    assert_eq!(counts(&document(&user, &format!("import actions toyokawa {file}"), 0)), [0, 0, 2, 0]);
    let wrong = user
        .file("wrong.csv", "番号,内容,期限,状態\n,会場を取る,いつか,\n9999,,,\n1,,,どこか\n1,,,取りやめ\n");
    let told = document(&user, &format!("import actions toyokawa {wrong} --dry-run"), 1);
    let why: Vec<&str> =
        told["refused"].as_array().unwrap().iter().map(|it| it["why"].as_str().unwrap()).collect();
    assert_says(why[0], &["いつか"]);
    assert_says(why[1], &["9999"]);
    assert_says(why[2], &["どこか"]);
    assert_says(why[3], &["理由"]);
}

#[test]
fn a_sheet_that_was_sent_back_is_merged_by_its_rows() {
    let user = at_toyokawa();
    let rows = user.json("sheet toyokawa");
    let (first, second) = (&rows[0], &rows[1]);
    let id = first["id"].as_str().unwrap();
    let whose = second["whose"].as_str().unwrap();
    let file = user.file(
        "sheet.csv",
        format!("様式コード,課・連携先,目指す姿,進み具合\n{id},だれか,,三園で始まった\n,{whose},,半ばまで\n"),
    );
    let told = document(&user, &format!("import sheet toyokawa {file} --year R8"), 0);
    assert_eq!(counts(&told), [0, 2, 0, 0]);
    let after = user.json("sheet toyokawa");
    assert_eq!(after[0]["progress"], "三園で始まった");
    assert_eq!(after[1]["progress"], "半ばまで");
    assert_eq!(after[0]["aim"], first["aim"], "what the sender left empty erases nothing");
    assert_eq!(counts(&document(&user, &format!("import sheet toyokawa {file}"), 0)), [0, 0, 2, 0]);
    let emptied = document(&user, &format!("import sheet toyokawa {file} --empties --dry-run"), 0);
    let gone = [first, second].iter().filter(|row| row["aim"] != "").count() as u64;
    assert_eq!(counts(&emptied), [0, gone, 2 - gone, 0]);
}

#[test]
fn minutes_typed_elsewhere_come_in_by_item_and_not_twice() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    user.ok("meeting trial close fy2026-1");
    let items = "議題1 あいさつ\n会長が開会を告げた\n\n議題2 健診の日程\n- 決定：三月に行う\n- 宿題：農務課 〜 会場を取る 期限次回\n";
    let file = user.file("minutes.txt", items);
    let trial = user.ok(&format!("import minutes trial {file} --meeting fy2026-1 --dry-run"));
    assert_says(&trial, &["議題「", "試しに読んだだけ"]);
    assert_eq!(user.json("record trial").as_array().map_or(0, Vec::len), 0);
    user.ok(&format!("import minutes trial {file} --meeting fy2026-1"));
    let record = user.ok("record trial --json");
    assert_says(&record, &["三月に行う", "会場を取る", "会長が開会を告げた"]);
    let again = document(&user, &format!("import minutes trial {file} --meeting fy2026-1"), 0);
    assert_eq!(counts(&again)[..2], [0, 0]);
    user.run("minutes trial --finalise --anyway --meeting fy2026-1");
    let more = user.file("more.txt", "遅れて届いた一行\n");
    assert_says(&user.no(1, &format!("import minutes trial {more} --meeting fy2026-1")), &["確定"]);
}
