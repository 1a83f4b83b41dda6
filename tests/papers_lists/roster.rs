//! Rosters: who stands where, what is on the page and what is not, and that one written is read in again without a change.

use crate::{assert_looks, made, named, now, paragraphs, rows, sheets, toyokawa};
use calamine::Data;
use norishiro::{
    domain::{
        Class, Council, Head, Member, Mode, Office, Organisation, Party, Role, Term, Who, minutes::Final,
    },
    knowledge::samples,
    paper::{Arrange, Kind, Order},
    store::Home,
    words::Lang,
};
use std::process::Command;

fn roster(arrange: Arrange) -> Order {
    Order { arrange, ..Order::new(Kind::Roster) }
}

fn attendance() -> Order {
    Order { meeting: Some("fy2026-3".into()), ..roster(Arrange::Office) }
}

#[test]
fn every_arrangement_looks_as_an_office_has_it() {
    let council = toyokawa();
    for (name, order, lang) in [
        ("roster_office_ja", roster(Arrange::Office), Lang::Ja),
        ("roster_office_en", roster(Arrange::Office), Lang::En),
        ("roster_class_ja", roster(Arrange::Class), Lang::Ja),
        ("roster_class_en", roster(Arrange::Class), Lang::En),
        ("roster_organisation_ja", roster(Arrange::Organisation), Lang::Ja),
        ("attendance_ja", attendance(), Lang::Ja),
        ("attendance_en", attendance(), Lang::En),
    ] {
        assert_looks(name, &made(&council, &order, lang));
    }
}

fn member(id: &str, name: &str, kana: &str, organisation: &str) -> Member {
    Member {
        kana: kana.to_owned(),
        organisation: Some(organisation.into()),
        email: format!("{id}@town.example"),
        ..Member::new(id.into(), name)
    }
}

/// Members out of order, one of whom would be a formula.
fn town() -> Council {
    let mut council = Council::new(Head::new("町の協議会"));
    let classes =
        [("o1", Class::Occupational), ("o2", Class::Community), ("o3", Class::Custom("住民".into()))];
    let organisations = classes
        .map(|(id, class)| Organisation { class, ..Organisation::new(id.into(), format!("団体{id}")) });
    council.organisations = organisations.to_vec().into();
    council.members = vec![
        member("m1", "ワ", "ワダ", "o1"),
        member("m2", "ア", "アオキ", "o2"),
        member("m3", "読みなし", "", "o2"),
        member("m4", "=1+1", "かとう", "o3"),
        member("m5", "チ", "ちば", "o1"),
        Member { non_voting: true, ..member("m6", "記録の人", "あい", "o2") },
    ]
    .into();
    let seat = |id: &str, title: &str, office, holder: &str| Role {
        id: id.into(),
        title: title.into(),
        office,
        holder: Some(Party::Member(holder.into())),
        term: Term::default(),
    };
    council.roles = vec![
        seat("r1", "副会長", Office::ViceChair, "m5"),
        seat("r2", "会長", Office::Chair, "m1"),
        seat("r3", "事務局", Office::Secretariat, "m6"),
    ]
    .into();
    council
}

fn names(council: &Council, arrange: Arrange) -> Vec<String> {
    rows(council, &roster(arrange), Lang::Ja).into_iter().skip(1).map(|row| row[2].clone()).collect()
}

#[test]
fn members_stand_by_office_then_kana_and_without_a_vote_last() {
    let council = town();
    assert_eq!(names(&council, Arrange::Office), ["ワ", "チ", "ア", "'=1+1", "読みなし", "記録の人"]);
    assert_eq!(names(&council, Arrange::Class), ["ア", "読みなし", "ワ", "チ", "'=1+1", "記録の人"]);
    assert_eq!(names(&council, Arrange::Organisation), ["ワ", "チ", "ア", "読みなし", "'=1+1", "記録の人"]);
}

#[test]
fn addresses_are_in_tables_and_never_on_the_page() {
    let council = town();
    let page = paragraphs(&council, &roster(Arrange::Office), Lang::Ja).join("\n");
    assert!(page.contains("会長") && page.contains("=1+1") && page.contains("事務局"));
    assert!(!page.contains('@'));
    assert!(rows(&council, &roster(Arrange::Office), Lang::Ja)[1].contains(&"m1@town.example".to_owned()));
    let workbook = sheets(&council, &roster(Arrange::Office), Lang::Ja);
    let has = |text: &str| workbook[0].1.cells().any(|(_, _, cell)| *cell == Data::String(text.into()));
    assert!(has("m1@town.example") && has("=1+1"), "text as it was typed, and no formula");
}

#[test]
fn who_came_is_said_with_who_came_instead() {
    let council = toyokawa();
    let table = rows(&council, &attendance(), Lang::Ja);
    let column = |head: &str| table[0].iter().position(|it| it == head).unwrap();
    let instead: Vec<&Vec<String>> = table.iter().filter(|row| row[column("出欠")] == "代理").collect();
    let body = council.body(&"fy2026-3".into()).unwrap();
    let proxies: Vec<&Who> = body
        .attendance
        .iter()
        .filter_map(|it| match &it.mode {
            Mode::Proxy(who) => Some(who),
            _ => None,
        })
        .collect();
    assert!(!proxies.is_empty() && instead.len() == proxies.len());
    assert_eq!(instead[0][column("代理出席者")], proxies[0].label);
    let page = paragraphs(&council, &attendance(), Lang::Ja);
    let meeting = council.meetings.get(&"fy2026-3".into()).unwrap();
    let quorum = norishiro::words::Words::new(Lang::Ja).quorum(council.headcount(meeting));
    assert!(page.contains(&quorum), "{quorum} stands at the end of {page:?}");
}

#[test]
fn a_roster_that_was_written_is_read_in_again_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    Home::at(folder.path()).plant("toyokawa", samples::toyokawa()).unwrap();
    Home::at(folder.path()).create("town", &town()).unwrap();
    let call = |lang: &str, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_norishiro"));
        command
            .args(["--now", "2026-11-20T14:00", "--lang", lang, "--home"])
            .arg(folder.path())
            .args(arguments);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        output.stdout
    };
    let asked = |council: &str, lang: &str, by: &str, format: &str| {
        let file = folder.path().join(format!("{council}-{by}-{lang}.{format}")).display().to_string();
        call(lang, &["paper", "roster", council, "--format", format, "--by", by, "-o", &file]);
        let answer = call("en", &["import", "roster", council, &file, "--dry-run", "--json"]);
        let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap();
        ["added", "changed", "unchanged"].map(|key| answer[key].as_u64().unwrap())
    };
    for lang in ["ja", "en"] {
        for by in ["office", "class", "organisation"] {
            for format in ["csv", "xlsx"] {
                assert_eq!(asked("toyokawa", lang, by, format), [0, 0, 15], "{by} {lang} {format}");
                assert_eq!(asked("town", lang, by, format), [0, 0, 6], "{by} {lang} {format}");
            }
        }
    }
}

#[test]
fn the_files_are_called_as_people_call_them() {
    let mut council = toyokawa();
    let mut meetings = council.meetings.to_vec();
    meetings[2].minutes.finals = vec![Final {
        version: 1,
        at: now(),
        by: String::new(),
        signatories: Vec::new(),
        hash: String::new(),
        left: Vec::new(),
        reopened: None,
    }];
    council.meetings = meetings.into();
    for (order, ja, en) in [
        (roster(Arrange::Office), "名簿_令和8年11月20日.docx", "roster_2026-11-20.docx"),
        (roster(Arrange::Class), "名簿_令和8年11月20日_区分別.docx", "roster_2026-11-20_by-class.docx"),
        (attendance(), "令和8年度第3回_出席者名簿.docx", "FY2026-No.3_attendance.docx"),
        (
            Order { kind: Kind::Minutes, ..attendance() },
            "令和8年度第3回_議事録_確定v1.docx",
            "FY2026-No.3_minutes_final-v1.docx",
        ),
        (Order::new(Kind::Report), "令和8年度_事業実施報告書.docx", "FY2026_yearly-report.docx"),
    ] {
        assert_eq!(
            (named(&council, &order, Lang::Ja), named(&council, &order, Lang::En)),
            (ja.into(), en.into())
        );
    }
}
