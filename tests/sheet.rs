//! The plan-and-evaluation sheet outside the screen: written by hand, looked over, and told on the command line.

#[path = "support/user.rs"]
mod user;

use norishiro::{
    domain::*,
    knowledge::samples,
    store::{FindingKind, Home, check},
    words::{Lang, Words},
};
use std::fs;
use user::{User, assert_says};

fn council() -> Council {
    let row = |id: &str, year, who| SheetRow::new(id.into(), year, who);
    let mut council = Council::new(Head::new("庁内PT"));
    council.organisations = vec![Organisation::new("farm".into(), "農務課")].into();
    let farm = || Who::new("農務課", Some(Party::Organisation("farm".into())));
    council.sheet = vec![
        row("old", 2025, farm()),
        SheetRow { from: Some("old".into()), ..row("new", 2026, farm()) },
        row("ward", 2026, Who::new("自治会", None)),
    ]
    .into();
    council
}

#[test]
fn a_sheet_mended_by_hand_is_read_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let path = home.create("pt", &council()).unwrap().dir().join("sheet.ron");
    let by_hand =
        "(format: 2, rows: [(id: \"x\", year: 2026, who: (label: \"商工会\"), aim: \"一行目\n二行目\")])";
    fs::write(&path, by_hand).unwrap();
    let workspace = home.open("pt").unwrap();
    let row = &workspace.council().sheet[0];
    assert_eq!((row.who.label.as_str(), row.cell(Column::Aim)), ("商工会", "一行目\n二行目"));
    fs::remove_file(&path).unwrap();
    assert!(home.open("pt").unwrap().council().sheet.is_empty());
}

#[test]
fn check_names_whose_row_it_cannot_be_and_what_a_row_cannot_go_on_from() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let path = home.create("pt", &council()).unwrap().dir().join("sheet.ron");
    assert_eq!(check(&home, Some("pt")), []);
    let text = fs::read_to_string(&path).unwrap();
    let slips: [(&str, &str, FindingKind, usize); 3] = [
        ("from: \"old\"", "from: \"odl\"", FindingKind::NoSuchRow("odl".into()), 11),
        ("from: \"old\"", "from: \"ward\"", FindingKind::NoSuchRow("ward".into()), 11),
        (
            "label: \"自治会\"",
            "label: \"自治会\", party: Organisation(\"ward\")",
            FindingKind::NoSuchParty(Who::new("自治会", Some(Party::Organisation("ward".into())))),
            17,
        ),
    ];
    for (from, to, kind, line) in slips {
        assert!(text.contains(from), "{text}");
        fs::write(&path, text.replace(from, to)).unwrap();
        let findings = check(&home, Some("pt"));
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!((&finding.kind, &finding.file, finding.line), (&kind, &path, line));
        for lang in [Lang::Ja, Lang::En] {
            let said = Words::new(lang).finding(finding);
            assert!(!said.problem.is_empty() && !said.hint.is_empty(), "{said:?}");
        }
    }
}

/// At the sample, which has two years of the sheet.
fn user() -> User {
    let user = User::new();
    Home::at(user.home()).plant("toyokawa", samples::toyokawa()).unwrap();
    user
}

#[test]
fn the_command_tells_this_year_or_the_one_asked_for() {
    let user = user();
    let told = user.ok("sheet toyokawa");
    assert_says(&told, &["計画・評価表  令和8年度\n", "\n保健センター\nいまある事業", "評価            -\n"]);
    assert_eq!(told, user.ok("sheet toyokawa --year 2026"));
    let before = user.ok("sheet toyokawa --year R7");
    assert!(before.contains("令和7年度") && !before.contains("評価            -\n"), "{before}");
    assert_says(
        &user.ok("--lang en sheet toyokawa"),
        &["Plan-and-evaluation sheet  FY2026\n", "Picture aimed for"],
    );
    assert_says(
        &user.ok("sheet toyokawa --year 2030"),
        &["令和12年度の計画・評価表はありません。あるのは令和7年度、令和8年度です。"],
    );
    assert_says(&user.no(2, "sheet toyokawa --year いつか"), &["「いつか」は年度として読めません"]);
    user.ok("new trial --name 試しの会");
    assert_says(&user.ok("sheet trial"), &["まだありません"]);
}

#[test]
fn a_program_reads_the_sheet_with_what_each_row_goes_on_from() {
    let user = user();
    let [now, before] = ["2026", "2025"].map(|year| user.json(&format!("sheet toyokawa --year {year}")));
    let (now, before) = (now.as_array().unwrap(), before.as_array().unwrap());
    assert_eq!((now.len(), before.len()), (7, 7));
    for (row, last) in now.iter().zip(before) {
        assert_eq!((&row["before"], &row["whose"]), (&last["id"], &last["whose"]));
        assert_eq!(row["empty"][0], "evaluation");
        assert!(last["before"].is_null() && last["empty"].as_array().unwrap().is_empty());
    }
    assert_eq!(now[0]["touched"], "2026-09-25");
}
