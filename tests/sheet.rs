//! The plan-and-evaluation sheet outside the screen: written by hand, looked over, and told on the command line.

use norishiro::{
    domain::*,
    store::{FindingKind, Home, check},
    words::{Lang, Words},
};
use std::fs;

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
