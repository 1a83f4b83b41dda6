//! What each subcommand of the built program prints, leaves on disk, and refuses.

#[path = "support/user.rs"]
mod user;

use norishiro::{knowledge::samples, store::Home};
use serde_json::{Value, json};
use std::fs;
use user::{User, assert_says, keys, text};

#[test]
fn a_council_is_made_and_listed() {
    let user = User::new();
    assert_eq!(user.json("list"), Value::Array(vec![]));
    assert_says(&user.ok("list"), &["norishiro new"]);
    assert_says(
        &user.ok("new trial --name 試しの会 --template area"),
        &["councils/trial", "norishiro open trial"],
    );
    let list = user.json("list");
    assert_eq!(
        list,
        serde_json::json!([
            { "slug": "trial", "name": "試しの会", "kind": "area", "meetings": 0, "open_actions": 0 }
        ])
    );
    assert_says(&user.ok("list"), &["trial", "試しの会", "圏域協議会"]);
}

#[test]
fn a_council_is_not_made_by_mistake() {
    let user = User::with_meeting();
    assert_says(&user.no(1, "new trial --name もう一つ"), &["「trial」はもう使われています", "次に"]);
    assert_says(&user.no(1, "new Trial! --name 試し"), &["名前に使えません", "toyokawa-dm"]);
    assert_says(&user.no(2, "new other --name 試し --template are"), &["「are」", "area", "blank"]);
    assert_says(&user.no(2, "new other"), &["--name <NAME>", "norishiro new --help"]);
    let blank = user.command().args(["new", "other", "--name", "　 "]).output().unwrap();
    assert_eq!(blank.status.code(), Some(1));
    assert_eq!(user.json("list").as_array().unwrap().len(), 1);
}

#[test]
fn an_unknown_council_is_answered_with_the_nearest() {
    let user = User::with_meeting();
    for line in
        ["record trail", "meeting trail list", "actions trail", "board trail", "minutes trail", "check trail"]
    {
        assert_says(
            &user.no(1, line),
            &["「trail」という会議体はありません", "「trial」のことではありませんか"],
        );
    }
    assert_says(&user.no(1, "record something"), &["norishiro list"]);
}

#[test]
fn a_meeting_goes_from_planned_to_held() {
    let user = User::with_meeting();
    let list = user.json("meeting trial list");
    let row = &list[0];
    for key in ["id", "fiscal_year", "ordinal", "date", "state"] {
        assert!(keys(row).contains(&key), "{key} in {row}");
    }
    assert_eq!((row["id"].as_str(), row["fiscal_year"].as_i64()), (Some("fy2026-1"), Some(2026)));
    assert_eq!((row["date"].as_str(), row["state"].as_str()), (Some("2026-11-20"), Some("planned")));
    assert_says(
        &user.ok("meeting trial list"),
        &["令和8年度 第1回", "令和8年11月20日（金）", "予定", "第1会議室"],
    );
    assert_eq!(user.json("meeting trial start fy2026-1")[0]["state"], "running");
    assert_says(&user.no(1, "meeting trial start fy2026-1"), &["開催中"]);
    assert_says(&user.ok("meeting trial close 2026-1"), &["閉じました", "決定0件"]);
    assert_eq!(user.json("meeting trial list")[0]["state"], "held");
    assert_says(&user.no(1, "meeting trial close fy2026-1"), &["終わっています"]);
}

#[test]
fn what_is_saved_is_done_though_the_files_lag_behind() {
    let user = User::with_meeting();
    let backups = user.home().join("backups");
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, "").unwrap();
    let started = user.run("meeting trial start fy2026-1");
    assert!(started.status.success());
    assert_says(&text(&started.stderr), &["変更は保存しました", "理由：", "次に保存するとき"]);
    assert_eq!(user.json("meeting trial list")[0]["state"], "running");
    fs::remove_file(&backups).unwrap();
    let closed = user.run("meeting trial close fy2026-1");
    assert_eq!((closed.status.success(), text(&closed.stderr)), (true, String::new()));
    let journal = user.home().join("councils/trial/journal.ron");
    assert_eq!(fs::read(journal).unwrap(), b"");
}

#[test]
fn meetings_take_days_as_people_write_them() {
    let user = User::with_meeting();
    user.ok("meeting trial add --date 令和8年12月4日（金） --start 午後2時 --end 15時半");
    let added = user.json("meeting trial list");
    assert_eq!((added[1]["date"].as_str(), added[1]["id"].as_str()), (Some("2026-12-04"), Some("fy2026-2")));
    assert_eq!(added[1]["end"], "15:30");
}

#[test]
fn wrong_days_times_and_meetings_change_nothing() {
    let user = User::with_meeting();
    let before = user.on_disk("council.ron");
    let add = "meeting trial add --start 14:00 --end 15:30 --date";
    assert_says(&user.no(2, &format!("{add} 2027-02-29")), &["2027年2月に29日はありません"]);
    assert_says(&user.no(2, &format!("{add} 11/20(月)")), &["金曜日"]);
    assert_says(&user.no(2, &format!("{add} いつか")), &["「いつか」", "2026-11-20"]);
    let hours =
        |start: &str, end: &str| format!("meeting trial add --date 2026-12-01 --start {start} --end {end}");
    assert_says(&user.no(1, &hours("15:30", "14:00")), &["終了が開始より前"]);
    assert_says(&user.no(2, &hours("25:00", "26:00")), &["「25:00」"]);
    assert_says(&user.no(1, "meeting trial start fy2026-9"), &["「fy2026-9」", "fy2026-1"]);
    assert_says(&user.no(1, "record trial --meeting 第3回"), &["「第3回」", "fy2026-1"]);
    assert_says(&user.no(1, "meeting trial close fy2026-1"), &["開催中の会議がありません"]);
    assert_eq!(user.on_disk("council.ron"), before);
}

const NOTES: &str = "開会のあいさつ\n医師会：様式を一つにしたい\n決定：様式を一つにする\n……来年度から\n\n\
    ACTION: 医師会 to 原稿 - due 12/20\n山田：はい\n宿題：原稿の確認 期限13/40\n";

#[test]
fn lines_are_captured_with_their_kinds_and_numbers() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let output = user.run_with("capture trial --json", NOTES);
    assert_eq!(output.status.code(), Some(0));
    assert_says(&text(&output.stderr), &["7行目：", "山田", "8行目："]);
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = rows.as_array().unwrap();
    for row in rows {
        assert_eq!(keys(row), ["kind", "line", "number", "speaker", "text"]);
    }
    let brief: Vec<(u64, &str)> =
        rows.iter().map(|row| (row["line"].as_u64().unwrap(), row["kind"].as_str().unwrap())).collect();
    let expected = [
        (1, "note"),
        (2, "speech"),
        (3, "decision"),
        (4, "continuation"),
        (6, "action"),
        (7, "note"),
        (8, "action"),
    ];
    assert_eq!(brief, expected);
    assert_eq!(
        (&rows[1]["speaker"], &rows[1]["text"]),
        (&Value::from("医師会"), &Value::from("様式を一つにしたい"))
    );
    assert_eq!((&rows[2]["number"], &rows[4]["number"]), (&Value::from("1-1"), &Value::from(1)));
    assert_eq!((&rows[0]["number"], &rows[3]["number"]), (&Value::Null, &Value::Null));

    let record = user.json("record trial");
    let record = record.as_array().unwrap();
    assert_eq!(record.len(), 6);
    for row in record {
        for key in ["id", "item", "kind", "speaker", "text"] {
            assert!(keys(row).contains(&key), "{key} in {row}");
        }
    }
    assert_eq!(record[2]["text"], "様式を一つにする\n来年度から");
    assert!(record[0]["item"].is_string(), "a running meeting is on an item");
    assert_says(&user.ok("record trial"), &["第1回-決定1", "宿題 1", "様式を一つにしたい"]);
}

#[test]
fn nothing_is_captured_when_a_line_cannot_be() {
    let user = User::with_meeting();
    let output = user.run_with("capture trial", &format!("決定：残らない\n{}\n", "長い話。".repeat(10_000)));
    assert_eq!(output.status.code(), Some(1));
    assert_says(&text(&output.stderr), &["2行目", "1万字ほど", "まだ何も書き込んでいません"]);
    assert_eq!(user.json("record trial"), Value::Array(vec![]));
    assert_says(&user.no(1, "capture trial nowhere.txt"), &["nowhere.txt", "ファイルがありません"]);
    let noise = user.file("noise.bin", [0x89, b'P', 0xff, 0xfe, 0xff]);
    assert_says(&user.no(1, &format!("capture trial {noise}")), &["noise.bin", "UTF-8"]);
    let empty = User::new();
    empty.ok("new trial --name 試しの会");
    assert_says(&empty.no(1, "capture trial"), &["会議がまだありません"]);
}

const COMMANDS: &str = "……続き\n議題：様式\n出席＋ だれでもない\n配った\ns/配った/配りました/\n資料：資料1\n\
    ［オフ］医師会：内々の話\n議題：予算\n決定：\n足りない\n議題1\n挙手？\n";

#[test]
fn commands_are_carried_out_and_what_cannot_be_done_stays_as_a_note() {
    let user = User::with_meeting();
    let output = user.run_with("capture trial --json", COMMANDS);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_says(&text(&output.stderr), &["1行目：", "続ける行がありません", "9行目："]);
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    let kinds: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    let expected = [
        "note",
        "topic",
        "note",
        "note",
        "correction",
        "material",
        "speech",
        "topic",
        "note",
        "note",
        "item",
        "queue",
    ];
    assert_eq!(kinds, expected);
    let record = user.json("record trial");
    let said: Vec<(Option<&str>, &str)> = record
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["item"].as_str(), row["text"].as_str().unwrap()))
        .collect();
    let form = Some("様式");
    assert_eq!(
        said,
        [
            (None, "……続き"),
            (form, "出席＋ だれでもない"),
            (form, "配りました"),
            (form, "［オフ］"),
            (Some("予算"), "決定："),
            (Some("予算"), "足りない"),
        ]
    );
}

#[test]
fn what_is_off_the_record_is_in_no_output() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let said = user.run_with("capture trial", "［オフ］医師会：内々の話\n決定：様式を一つにする\n");
    let asked = [
        "record trial",
        "record trial --json",
        "minutes trial",
        "minutes trial --format txt",
        "history trial",
        "history trial --json",
        "history trial --at 2026-12-01 --json",
        "search trial 内々",
        "actions trial --json",
        "list --json",
    ];
    let outputs = asked.iter().map(|asked| user.run_with(asked, ""));
    for (asked, output) in ["capture"].iter().chain(&asked).zip(std::iter::once(said).chain(outputs)) {
        let told = text(&output.stdout) + &text(&output.stderr);
        assert!(!told.contains("内々の話"), "{asked}: {told}");
    }
    assert_says(&user.ok("record trial"), &["［オフ］", "様式を一つにする"]);
    assert!(user.ok("history trial --at 2026-12-01 --json").contains("様式を一つにする"));
}

#[test]
fn what_is_captured_comes_from_files_of_windows_too() {
    let user = User::with_meeting();
    let sjis = encoding_rs::SHIFT_JIS.encode("決定：①を髙くする\r\n……～まで\r\n").0.into_owned();
    let file = user.file("notes.txt", sjis);
    user.ok(&format!("capture trial --meeting 2026-11-20 {file}"));
    assert_eq!(user.json("record trial")[0]["text"], "①を髙くする\n～まで");
}

#[test]
fn minutes_are_printed_or_written() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    user.run_with("capture trial", NOTES);
    let printed = user.ok("minutes trial");
    assert_says(&printed, &["# ", "試しの会", "様式を一つにする", "来年度から", "開会のあいさつ"]);
    let plain = user.ok("minutes trial --format txt");
    assert!(plain != printed && !plain.starts_with("# "));
    let path = user.folder.path().join("minutes.md");
    assert_says(&user.ok(&format!("minutes trial -o {}", path.display())), &["書き出しました"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), printed);
    assert_says(&user.no(1, "minutes trial -o no/such/folder.md"), &["no/such/folder.md"]);
    assert_says(&user.no(2, "minutes trial --format pdf"), &["「pdf」", "md, txt"]);
    assert_says(&user.ok("minutes trial --lang en"), &["Decision"]);
}

#[test]
fn actions_are_chosen_by_state_and_owner() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let file = user.file("notes.txt", "宿題：医師会 〜 原稿 期限12/20\n宿題：日程の調整\n");
    user.ok(&format!("capture trial {file}"));
    let all = user.json("actions trial");
    for row in all.as_array().unwrap() {
        assert_eq!(keys(row), ["due", "meeting", "number", "owners", "points", "state", "text"]);
    }
    assert_eq!((&all[0]["due"], &all[1]["due"]), (&Value::from("2026-12-20"), &Value::Null));
    assert_eq!((&all[0]["owners"][0], &all[0]["state"]), (&Value::from("医師会"), &Value::from("open")));
    assert_eq!(all[0]["meeting"], "fy2026-1");
    assert_eq!(user.json("actions trial --open").as_array().unwrap().len(), 2);
    assert_eq!(user.json("actions trial --overdue").as_array().unwrap().len(), 0);
    assert_eq!(user.json("--now 2027-01-05T09:00 actions trial --overdue")[0]["number"], 1);
    assert_eq!(user.json("actions trial --done-since-last"), Value::Array(vec![]));
    assert_eq!(user.json("actions trial --owner 医師").as_array().unwrap().len(), 1);
    assert_says(&user.no(1, "actions trial --owner 歯科"), &["「歯科」", "医師会"]);
    assert_says(&user.no(2, "actions trial --open --overdue"), &["--open", "--overdue", "一緒に使えません"]);
    assert_says(&user.ok("actions trial"), &["担当未定", "12/20（日）", "次回まで"]);
}

#[test]
fn the_board_knows_the_ten_points() {
    let user = User::with_meeting();
    let board = user.json("board trial");
    assert_eq!(keys(&board), ["current", "points"]);
    assert_eq!(board["current"], Value::Null);
    let points = board["points"].as_array().unwrap();
    assert_eq!(points.len(), 10);
    for (number, point) in (1..).zip(points) {
        assert_eq!(
            keys(point),
            ["active", "id", "name_en", "name_ja", "number", "phase", "since", "state", "steps", "ticks"]
        );
        assert_eq!(point["number"].as_u64(), Some(number));
        assert_eq!((&point["state"], &point["active"]), (&Value::from("not-started"), &Value::from(false)));
    }
    assert_eq!(points[1]["id"], "wind");
    user.ok("meeting trial start fy2026-1");
    assert!(user.json("board trial")["current"].is_string(), "the first item lights its point");
    assert_eq!(user.ok("board trial").lines().count(), 10);
}

#[test]
fn the_board_is_read_through_a_model_and_tells_strengths_and_trail() {
    let user = User::new();
    Home::at(user.home()).plant("trial", samples::toyokawa()).unwrap();
    let lens = user.json("board trial --lens stages");
    assert_eq!((&lens["present"], &lens["next"]), (&Value::from("capacity"), &Value::from("planning")));
    let first = &lens["items"][0];
    assert_eq!(first["standing"], "in-place");
    assert_eq!(first["points"][0], json!({"id": "allies", "state": "established"}));
    assert_says(&user.ok("board trial --lens 七段階"), &["いまここ  3 行動能力の構築", "整った", "5● 6↻ 9○"]);
    assert_eq!(user.json("board trial --lens aspects")["present"], Value::Null);
    assert_says(&user.no(2, "board trial --lens none"), &["「none」という見方はありません"]);

    let strengths = user.json("board trial --strengths");
    assert_eq!(keys(&strengths[0]), ["ground", "id", "opens", "state"]);
    assert_eq!((&strengths[0]["id"], &strengths[0]["opens"][0]["town"]), (&"ready".into(), &"chugei".into()));
    assert_says(
        &user.ok("board trial --strengths"),
        &["5 協議組織をつくる  定着\n・6 ツールをつくる：", "（豊川市）"],
    );

    let trail = user.json("board trial --trail");
    let decided = json!({"meeting": "fy2026-1", "date": "2026-05-22", "point": "council", "minutes": 17,
        "decisions": 2, "given": 0, "done": 0});
    assert!(trail.as_array().unwrap().contains(&decided), "{trail}");
    assert_says(
        &user.ok("board trial --trail"),
        &["令和8年度 第3回  6 ツールをつくる", "まだ触れていない：1 位置について"],
    );
    assert_says(&user.no(2, "board trial --lens who --trail"), &["一緒に使えません"]);
}

#[test]
fn the_board_tells_of_one_point_what_was_seen_and_when() {
    let user = User::new();
    Home::at(user.home()).plant("trial", samples::toyokawa()).unwrap();
    let board = user.json("board trial --point 3");
    let [evidence] = board["points"].as_array().unwrap().as_slice() else { panic!("{board}") };
    assert_eq!((&evidence["id"], &evidence["since"]), (&Value::from("evidence"), &Value::from("2026-07-24")));
    assert_eq!(
        evidence["steps"][1],
        json!({"on": "2026-07-24", "meeting": "fy2026-2", "state": "under-way"})
    );
    assert_eq!(evidence["ticks"][0]["until"], "2026-07-24");
    assert_says(
        &user.ok("board trial --point evidence"),
        &["◐ 進行中  令和8年7月24日から", "✓ どの数字にも出典", "✗ 課題を図表一枚で", "☐ 数字と住民", "歩み"],
    );
    assert_says(&user.ok("board trial --point 2"), &["? 公募や計画改定", "根拠待ち"]);
    assert_says(&user.no(2, "board trial --point 11"), &["11"]);
}

#[test]
fn check_names_file_line_and_column() {
    let user = User::with_meeting();
    assert_eq!(user.json("check"), Value::Array(vec![]));
    assert_says(&user.ok("check trial"), &["見つかりませんでした"]);
    let path = user.home().join("councils/trial/members.ron");
    let broken = user.on_disk("members.ron").replacen("members", "membres", 1);
    fs::write(&path, &broken).unwrap();
    let output = user.run("check --json");
    assert_eq!(output.status.code(), Some(1));
    let findings: Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &findings[0];
    assert_eq!(keys(finding), ["column", "file", "hint", "line", "problem", "warning"]);
    assert!(finding["file"].as_str().unwrap().ends_with("members.ron"));
    assert!(finding["line"].as_u64() > Some(1) && finding["column"].as_u64() > Some(1), "{finding}");
    assert_says(&text(&user.run("check trial").stdout), &["members.ron:", "次に"]);
    assert_says(&user.no(1, "record trial"), &["members.ron", "membres", "    ", "^", "次に"]);
    assert_eq!(fs::read_to_string(path).unwrap(), broken);
}

#[test]
fn a_council_that_cannot_be_read_does_not_hide_the_others() {
    let user = User::with_meeting();
    user.ok("new other --name 別の会");
    fs::write(user.home().join("councils/other/actions.ron"), "Actions(format: 1, actions: [)").unwrap();
    let output = user.run("list --json");
    assert_eq!(output.status.code(), Some(1));
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((list.as_array().unwrap().len(), &list[0]["slug"]), (1, &Value::from("trial")));
    assert_says(&text(&output.stderr), &["actions.ron", "1行目"]);
}

#[test]
fn minutes_are_looked_over_made_final_and_reopened() {
    let user = User::with_meeting();
    user.ok("meeting trial start 2026-1");
    user.run_with("capture trial", "甲野：発言\n決定：年2回書く\n");
    user.ok("meeting trial close 2026-1");
    assert_says(&user.no(1, "minutes trial --finalise"), &["件残っています"]);
    assert_says(&user.no(1, "minutes trial --reopen 誤字"), &["いまの状態ではできません"]);
    assert_says(&user.ok("minutes trial"), &["（案）", "第1回-決定1"]);
    let listed = user.run("minutes trial --check");
    assert_eq!(listed.status.code(), Some(1));
    assert_says(&text(&listed.stdout), &["案 第1版", "定足数が成立していない"]);
    assert_says(&user.ok("minutes trial --finalise --anyway"), &["確定 第1版"]);
    assert_says(&user.ok("minutes trial --names office"), &["照合値（SHA-256）"]);
    assert_says(&user.no(1, "minutes trial --finalise --anyway"), &["第1版として確定しています"]);
    user.ok("check trial");
    let file = user.home().join("councils/trial/meetings/fy2026-1.ron");
    fs::write(&file, user.on_disk("meetings/fy2026-1.ron").replace("年2回", "年3回")).unwrap();
    let checked = user.run("check trial");
    assert_eq!(checked.status.code(), Some(1), "{checked:?}");
    assert_says(&text(&checked.stdout), &["確定した議事録（第1版）の内容が、確定したときと違います"]);
    assert_says(&user.ok("minutes trial --reopen 回数の訂正"), &["案 第2版"]);
    user.ok("check trial");
}
