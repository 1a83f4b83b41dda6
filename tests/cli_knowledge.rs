//! What the built program tells of points, cases, models, templates and forms, to a person and to another program.

#[path = "support/user.rs"]
mod user;

use norishiro::{
    knowledge::{cases::cases, forms::forms, templates::templates},
    text::ruler::Ruler,
};
use serde_json::Value;
use user::{User, assert_says, keys, text};

/// What is printed where rows have so many columns.
fn at_width(user: &User, cols: &str, line: &str) -> String {
    let output = user.command().env("COLUMNS", cols).args(line.split(' ')).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
    text(&output.stdout)
}

#[test]
fn the_points_are_listed_by_phase_and_told_one_by_one() {
    let user = User::new();
    assert_says(
        &user.ok("points"),
        &["フェイズ0\n1   位置について ヨーイ\n", "土台\n9   俯瞰的立場の職員\n"],
    );
    let told = user.ok("points 5");
    assert_eq!(told, user.ok("points council"));
    assert_says(
        &told,
        &[
            "5 協議組織をつくる  フェイズ2\n",
            "部屋への問い\n・",
            "根づいたしるし\n・",
            "議題になること\n・",
            "つまずきやすいところ\n・",
            "湯沢町：",
            "連携体制の七段階：",
            "出典\n・連携ヒント集 2章",
        ],
    );
    assert_says(
        &user.ok("--lang en points 5"),
        &["5 Form the council  Phase 2\n", "Yuzawa: ", "For the agenda\n"],
    );
    assert_says(&user.no(2, "points 11"), &["「11」というポイントはありません", "1 ready, 2 wind"]);
}

#[test]
fn a_program_reads_the_points_in_both_languages() {
    let user = User::new();
    let all = user.json("points");
    assert_eq!(all.as_array().unwrap().len(), 10);
    let one = user.json("points 3");
    assert_eq!(one, Value::Array(vec![all[2].clone()]));
    assert_eq!((&one[0]["point"], &one[0]["phase"]), (&Value::from("evidence"), &Value::from("phase-1")));
    assert_eq!(keys(&one[0]["name"]), ["en", "ja"]);
    assert_eq!(one[0]["signs"][0]["id"], "evidence-one-chart");
}

#[test]
fn cases_are_found_by_point_and_place() {
    let user = User::new();
    assert_eq!(user.json("cases").as_array().unwrap().len(), cases().len());
    assert_says(&user.ok("cases"), &["toyokawa       豊川市：糖尿病対策プロジェクト\n", "kissa-laundry"]);
    assert_says(&user.ok("cases --place 愛知"), &["豊川市", "東海市", "豊明市"]);
    let both = user.ok("cases --place asahi --point 6");
    assert_says(&both, &["若い人に伝える物", "健康啓発階段"]);
    assert!(!both.contains("豊川市"));
    assert_says(&user.ok("cases --place 月"), &["当てはまる事例はありません"]);
    assert_eq!(user.json("cases --place 月"), Value::Array(vec![]));
    assert_says(&user.no(2, "cases --point 0"), &["「0」というポイントはありません"]);
    assert_says(&user.no(2, "cases toyokawa --point 1"), &["一緒に使えません"]);
}

#[test]
fn a_case_is_told_with_its_figures_and_source() {
    let user = User::new();
    let told = user.ok("cases rikuzentakata");
    assert_eq!(told, user.ok("cases 陸前高田"));
    assert_says(
        &told,
        &[
            "陸前高田市（岩手県）",
            "居場所など  322か所",
            "心の不調のある男性  2011年 35.4% → 2017年 20.5%",
            "8評価\n・",
            "学べること\n・",
            "出典\n・連携ヒント集 3章 はまってけらいん、かだってけらいん",
        ],
    );
    assert_says(
        &user.ok("--lang en cases tokai"),
        &["Healthy life expectancy, men  FY2012 78.55 years → FY2017 79.78 years"],
    );
    assert_says(&user.ok("cases yabu"), &["経緯\n・令和4年度  ", "地域への働きかけ\n", "これから\n"]);
    assert_says(&user.ok("cases 旭区"), &["asahi-friends", "asahi-places"]);
    assert_says(&user.no(2, "cases atlantis"), &["「atlantis」という事例はありません", "toyokawa, takahama"]);
    let figure = &user.json("cases okayama")[0]["figures"][1]["readings"][0];
    assert_eq!(*figure, serde_json::json!({ "when": { "fiscal": 2018 }, "value": { "part": [1, 3] } }));
}

#[test]
fn models_say_whose_words_their_marks_are() {
    let user = User::new();
    assert_says(&user.ok("models"), &["stages      連携体制の七段階\n", "efforts"]);
    let continuum = user.ok("models continuum");
    assert_says(
        &continuum,
        &["しるし  つながりはゆるい", "関わるポイント（norishiroの読み）  1ヨーイ、4仲間"],
    );
    assert_says(&user.ok("models 七段階"), &["7 制度化", "しるし（norishiroの言葉）"]);
    assert_says(&user.ok("models two-ways"), &["個別支援を起点に\n", "地域そのものへ\n"]);
    assert_says(&user.no(2, "models none"), &["「none」という見方はありません", "stages, continuum"]);
    let json = user.json("models who");
    assert_eq!(
        (json[0]["items"].as_array().unwrap().len(), &json[0]["marks_by"]),
        (10, &Value::from("ours"))
    );
}

#[test]
fn a_template_is_told_with_its_bodies_topics_and_first_year() {
    let user = User::new();
    assert_says(&user.ok("templates"), &["area           二次医療圏", "blank", "norishiro templates 名前"]);
    let area = user.ok("templates area");
    assert_says(
        &area,
        &[
            "保健所（地域保健）：",
            "参考にする議題（出典による）\n・互いの事業を調べ",
            "はじめの一年（norishiroの案）\n・5月：要綱",
            "出典\n・地域・職域連携推進事業実施要綱 3(3)",
        ],
    );
    assert_says(&user.ok("--lang en templates area"), &["\n・May: Terms, roles", "First agenda\n"]);
    assert!(!user.ok("templates blank").contains("はじめの一年"));
    let row = &user.json("templates area")[0];
    assert_eq!(
        (row["topics"].as_array().unwrap().len(), &row["first_year"][0]["month"]),
        (8, &Value::from(5))
    );
    assert_eq!(row["organisations"][0]["class"], "community");
    assert_eq!(user.json("templates").as_array().unwrap().len(), templates().len());
    assert_says(&user.no(2, "templates none"), &["「none」というひな形はありません", "prefectural, area"]);
}

#[test]
fn a_form_is_told_part_by_part() {
    let user = User::new();
    assert_says(&user.ok("forms"), &["evaluation  計画・評価表\n", "report"]);
    assert_says(&user.ok("forms evaluation"), &["一行ごとに\n・課・連携先", "\n2 足す健康の視点\n"]);
    assert_says(
        &user.ok("forms report"),
        &["\n2 問題点・課題等と措置状況\n", "課題／今後の予定／結果", "要綱 5(2)"],
    );
    assert_says(&user.no(2, "forms none"), &["「none」という様式はありません", "evaluation, report"]);
    assert_eq!(user.json("forms report")[0]["parts"].as_array().unwrap().len(), 4);
}

#[test]
fn everything_is_wrapped_to_the_terminal_in_both_languages() {
    let user = User::new();
    let mut lines: Vec<String> = cases().iter().map(|case| format!("cases {}", case.key)).collect();
    lines.extend(templates().iter().map(|it| format!("templates {}", it.key)));
    lines.extend(forms().iter().map(|it| format!("forms {}", it.key)));
    lines.extend(
        ["points", "points 7", "cases", "cases --point 4", "models", "models who", "templates", "forms"]
            .map(str::to_owned),
    );
    for cols in ["40", "80"] {
        for lang in ["ja", "en"] {
            for line in &lines {
                let told = at_width(&user, cols, &format!("--lang {lang} {line}"));
                let widest = told.lines().map(|row| Ruler::default().width(row)).max();
                assert!(widest.is_some_and(|it| it <= cols.parse().unwrap()), "{line}: {widest:?}");
            }
        }
    }
}

#[test]
fn what_comes_next_is_told_and_taken_up_by_number() {
    let user = User::new();
    user.ok("new pt --name 庁内PT");
    assert_says(&user.ok("next pt"), &["いま議題に勧めることはありません"]);
    let early = "--now 2026-01-10T10:00:00";
    user.ok(&format!("{early} meeting pt add --date 2026-01-10 --start 14:00 --end 15:30"));
    user.ok(&format!("{early} meeting pt start fy2025-1"));
    user.ok(&format!("{early} meeting pt close fy2025-1"));
    assert_says(
        &user.no(1, "--now 2026-11-20T10:00:00 next pt --accept 1"),
        &["次の会議が予定されていません"],
    );
    let now = "--now 2026-11-20T10:00:00";
    user.ok(&format!("{now} meeting pt add --date 2026-12-10 --start 14:00 --end 15:30"));
    assert_says(
        &user.ok(&format!("{now} next pt")),
        &["1   「1 位置について ヨーイ」のいま", "一度も触れていない"],
    );
    assert_says(&user.no(2, &format!("{now} next pt --accept 99")), &["99番の勧めはありません"]);
    let before = user.json(&format!("{now} next pt"));
    assert_eq!(keys(&before), ["meeting", "suggestions"]);
    let first = &before["suggestions"][0];
    assert_eq!(keys(first), ["minutes", "number", "points", "reason", "title", "topic"]);
    assert_eq!((&first["number"], &first["topic"]), (&Value::from(1), &Value::from("untouched ready")));
    assert_says(&user.ok(&format!("{now} next pt --accept 1")), &["令和8年度 第1回の議題に加えました"]);
    let after = user.json(&format!("{now} next pt"));
    assert_eq!(after["suggestions"][0]["topic"], "untouched wind");
}
