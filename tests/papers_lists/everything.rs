//! The whole council as JSON: it fits the schema that is kept, comes back equal, and leaves out what is off the record.

use crate::{councils, now, text, toyokawa};
use norishiro::{
    domain::{Action, Body, Council, Head, Line, LineKind, Meeting, MeetingState, action::Origin},
    paper::{
        Kind, Order,
        everything::{self, Unexpected, Unreadable},
    },
    store::Home,
    words::Lang,
};
use proptest::prelude::*;
use std::{fs, process::Command, sync::OnceLock};

fn everything(council: &Council, off_record: bool) -> String {
    text(council, &Order { off_record, ..Order::new(Kind::Everything) }, Lang::En)
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let schema = serde_json::from_str(include_str!("../../docs/council.schema.json")).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    })
}

fn assert_valid(document: &str) {
    let document = serde_json::from_str(document).unwrap();
    let errors: Vec<String> =
        schema().iter_errors(&document).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_schema_that_is_kept_is_the_one_that_is_printed() {
    assert_eq!(
        everything::schema(),
        include_str!("../../docs/council.schema.json"),
        "norishiro schema > docs/council.schema.json"
    );
}

#[test]
fn the_sample_fits_the_schema_and_comes_back_equal() {
    let council = toyokawa();
    let document = everything(&council, true);
    assert_valid(&document);
    assert_eq!(everything::read(&document).unwrap(), council);
    let folder = tempfile::tempdir().unwrap();
    let mut workspace =
        Home::at(folder.path()).create("again", &everything::read(&document).unwrap()).unwrap();
    for id in council.meetings.iter().map(|meeting| &meeting.id) {
        workspace.read_body(id).unwrap();
    }
    assert_eq!(*workspace.council(), council);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_council_fits_the_schema_and_comes_back_equal(council in councils::council()) {
        let document = everything(&council, true);
        assert_valid(&document);
        prop_assert!(!document.contains(|c: char| c.is_control() && c != '\n'));
        prop_assert_eq!(everything::read(&document).unwrap(), council);
    }

    #[test]
    fn nothing_off_the_record_gets_out(council in councils::council()) {
        let document = everything(&council, false);
        assert_valid(&document);
        let public = everything::read(&document).unwrap();
        prop_assert!(public.bodies.values().flat_map(|it| &it.lines).all(|line| !line.private));
        prop_assert!(public.every_action().all(|it| !council.is_off_record(it)));
        prop_assert_eq!(&public.head.private_names, &Vec::<String>::new());
        let kept = council.every_action().filter(|it| !council.is_off_record(it)).count();
        prop_assert_eq!(public.every_action().count(), kept);
    }
}

/// A meeting at which one line on the record and one off it gave out an action each.
fn with_secret() -> Council {
    let mut council = Council::new(Head::new("協議会"));
    council.head.private_names = vec!["住民の名".to_owned()];
    let meeting = Meeting {
        id: "fy2026-1".into(),
        fiscal_year: 2026,
        ordinal: 1,
        date: now().date(),
        start: now().time(),
        end: now().time(),
        place: String::new(),
        state: MeetingState::Held,
        opened: None,
        closed: None,
        roles: Vec::new(),
        observers: 0,
        called: Vec::new(),
        openness: Default::default(),
        minutes: Default::default(),
    };
    let line = |id: &str, number, text: &str| Line::new(id.into(), LineKind::Action(number), text);
    let secret = Line { private: true, ..line("l2", 2, "内密の相談") };
    let body = Body { lines: vec![line("l1", 1, "表の宿題"), secret].into(), ..Body::default() };
    let given = |number: u32, text: &str| Action {
        origin: Some(Origin {
            meeting: meeting.id.clone(),
            item: None,
            line: Some(format!("l{number}").into()),
        }),
        ..Action::new(format!("a{number}").into(), number, text)
    };
    council.actions = vec![given(1, "表の宿題"), given(2, "内密の宿題")].into();
    council.bodies.insert(meeting.id.clone(), body);
    council.meetings = vec![meeting].into();
    council.head.next_action = 3;
    council
}

#[test]
fn what_hangs_on_a_line_off_the_record_stays_off_it() {
    let council = with_secret();
    let (public, whole) = (everything(&council, false), everything(&council, true));
    for secret in ["内密の相談", "内密の宿題", "住民の名"] {
        assert!(!public.contains(secret) && whole.contains(secret), "{secret}");
    }
    assert!(public.contains("表の宿題"));
}

#[test]
fn a_council_is_made_where_there_is_none_and_its_loose_links_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("council.json");
    let import = |slug: &str, document: &str| {
        fs::write(&file, document).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_norishiro"));
        command.args(["--lang", "en", "--home"]).arg(folder.path()).args(["import", "council", slug]);
        let output = command.arg(&file).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let mut council = toyokawa();
    let whole = everything(&council, true);
    assert_eq!(import("sound", &whole), (Some(0), String::new()));
    let (code, told) = import("sound", &whole);
    assert!(code == Some(1) && told.contains("already taken"), "{told}");

    let mut members = council.members.to_vec();
    members[0].organisation = Some("nowhere".into());
    council.members = members.into();
    let (code, told) = import("loose", &everything(&council, true));
    assert!(code == Some(1) && told.contains("members.ron") && told.contains("nowhere"), "{told}");
    assert!(Home::at(folder.path()).open("loose").is_ok(), "it is there as it was given");

    for (document, why) in [
        (whole.replacen("\"version\": 1", "\"version\": 7", 1), "newer version of the schema (7;"),
        (whole.replacen("\"kind\": \"InHouse\"", "\"kind\": 3", 1), "council.head.kind"),
        ("氏名,所属".to_owned(), "It is no JSON from line 1, column 1"),
    ] {
        let (code, told) = import("never", &document);
        assert!(code == Some(1) && told.contains(why), "{told}");
        assert!(Home::at(folder.path()).open("never").is_err());
    }
}

#[test]
fn what_makes_no_council_is_refused_with_its_place() {
    let refused = |text: &str| everything::read(text).unwrap_err();
    let document = |council: &str| {
        format!(
            r#"{{"schema":"norishiro-council","version":1,"written":"2026-11-20T14:00:00","off_record":false,"council":{council}}}"#
        )
    };
    let at = |council: &str| match refused(&document(council)) {
        Unreadable::Unexpected { path, what } => (path, what),
        other => panic!("{other:?}"),
    };
    let value =
        |found: &str, expected: &str| Unexpected::Value { found: found.into(), expected: expected.into() };
    assert_eq!(refused("{\n  nothing"), Unreadable::NotJson { line: 2, column: 3 });
    for other in ["[]", "{}", r#"{"schema":"other","version":1}"#, r#"{"schema":"norishiro-council"}"#] {
        assert_eq!(refused(other), Unreadable::NotOurs, "{other}");
    }
    let newer = r#"{"schema":"norishiro-council","version":2,"unheard":"of"}"#;
    assert_eq!(refused(newer), Unreadable::Newer { version: 2 });
    assert_eq!(at("{}"), ("council".into(), Unexpected::Missing("head".into())));
    let member = r#"{"head":{"name":"会"},"members":[{"id":"a"},{"id":"b","nam":""}]}"#;
    assert_eq!(at(member), ("council.members[1].nam".into(), Unexpected::Unknown("nam".into())));
    let number = r#"{"head":{"name":"会"},"actions":[{"id":"a","number":"1","text":""}]}"#;
    assert_eq!(at(number), ("council.actions[0].number".into(), value("string \"1\"", "u32")));
    let year = r#"{"head":{"name":"会"},"members":[{"id":"a","term":{"from":"99999-01-01"}}]}"#;
    assert_eq!(at(year).0, "council.members[0].term.from");
    let choice = r#"{"head":{"name":"会","kind":"Club"}}"#;
    assert!(
        matches!(at(choice), (path, Unexpected::Value { found, .. }) if path == "council.head.kind" && found == "`Club`")
    );
    let twice = r#"{"head":{"name":"会"},"members":[{"id":"a"},{"id":"a"}]}"#;
    assert_eq!(
        refused(&document(twice)),
        Unreadable::Twice { path: "council.members".into(), id: "a".into() }
    );
    let named = r#"{"head":{"name":"会"},"meetings":[{"head":{"id":"../x","fiscal_year":2026,"ordinal":1,"date":"2026-11-20","start":"14:00:00","end":"15:00:00"}}]}"#;
    assert_eq!(refused(&document(named)), Unreadable::MeetingId("../x".into()));
    let least = everything::read(&document(r#"{"head":{"name":"会"}}"#)).unwrap();
    assert_eq!(least, Council::new(Head::new("会")));
}
