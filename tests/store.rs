//! Councils on a real disk: made, listed, opened and changed; files with mistakes are named to the character and left alone.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use norishiro::{
    domain::{council::is_slug, *},
    store::{Fault, Finding, FindingKind, Home, Mistake, Problem, Workspace, Writer, check},
    text::ruler::Ruler,
    words::{Lang, Words},
};
use std::{fmt::Write, fs, path::PathBuf};
use tempfile::TempDir;

/// A home with the council of `tests/format/v2` in it.
struct Desk {
    home: Home,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let frozen = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/format/v2");
        let names = ["council", "organisations", "members", "roles", "actions", "points"];
        let names = names.into_iter().chain(["meetings/fy2026-1", "meetings/fy2026-2"]);
        let files: Vec<(String, String)> = names
            .map(|name| format!("{name}.ron"))
            .map(|name| (name.clone(), fs::read_to_string(frozen.join(name)).unwrap()))
            .collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        home.plant("pt", &files).unwrap();
        Self { home, folder }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.home.dir_of("pt").join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Changes the first `from` in a file, as a person with an editor does.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    fn problem(&self) -> Problem {
        self.home.open("pt").unwrap_err()
    }

    fn findings(&self) -> Vec<Finding> {
        check(&self.home, Some("pt"))
    }

    fn shown(&self, path: &str) -> String {
        path.replace(self.folder.path().to_str().unwrap(), "HOME").replace('\\', "/")
    }
}

fn writer() -> Writer {
    Writer { by: "事務局".into(), host: "host".into(), process: 1, token: 1, now: noon() }
}

fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 7, 31).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

/// With the pen.
fn held(mut workspace: Workspace) -> Workspace {
    workspace.take_pen(&writer(), false).unwrap();
    workspace
}

fn rename(name: &str, council: &Council) -> Vec<Edit> {
    let new = Head { name: name.into(), ..council.head.clone() };
    vec![Edit::Head { old: Box::new(council.head.clone()), new: Box::new(new) }]
}

fn change(seq: u64, edits: Vec<Edit>) -> Change {
    let at = NaiveDate::from_ymd_opt(2026, 7, 31).unwrap().and_time(NaiveTime::MIN);
    Change { seq, at, by: String::new(), kind: ChangeKind::Work, edits }
}

#[test]
fn slugs_are_names_that_every_system_takes() {
    for good in ["a", "toyokawa-dm", "2026", "com", "console", "a-very-long-name-that-is-just-forty-lett"] {
        assert!(is_slug(good), "{good}");
    }
    for bad in ["", "Toyokawa", "豊川", "a b", "../x", "con", "nul", "com1", "lpt9", ".a", &"a".repeat(41)]
    {
        assert!(!is_slug(bad), "{bad}");
    }
}

#[test]
fn a_new_home_is_empty_and_a_made_council_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("not/yet/there"));
    assert_eq!(home.list(), Ok(Vec::new()));
    home.create("b", &Council::new(Head::new("二"))).unwrap();
    home.create("a", &Council::new(Head::new("一"))).unwrap();
    fs::write(home.root().join("councils/notes.txt"), "").unwrap();
    let names: Vec<(String, String)> =
        home.list().unwrap().into_iter().map(|it| (it.slug, it.summary.unwrap().name)).collect();
    assert_eq!(names, [("a".into(), "一".into()), ("b".into(), "二".into())]);
}

#[test]
fn the_list_counts_meetings_and_open_actions() {
    let desk = Desk::new();
    let listed = desk.home.list().unwrap().remove(0);
    let summary = listed.summary.unwrap();
    assert_eq!((listed.slug.as_str(), summary.kind), ("pt", CouncilKind::InHouse));
    assert_eq!((summary.meetings, summary.open_actions), (2, 1));
}

#[test]
fn a_council_that_cannot_be_read_is_still_listed() {
    let desk = Desk::new();
    desk.home.create("other", &Council::new(Head::new("別"))).unwrap();
    desk.edit("council.ron", "Head(", "Head");
    let listed = desk.home.list().unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed[0].summary.is_ok());
    assert!(matches!(listed[1].summary, Err(Problem::Unreadable(_))));
}

#[test]
fn a_slug_is_taken_once_and_a_wrong_one_finds_its_neighbour() {
    let desk = Desk::new();
    let council = Council::new(Head::new("別"));
    let before = desk.read("council.ron");
    assert_eq!(desk.home.create("pt", &council).unwrap_err(), Problem::SlugTaken { slug: "pt".into() });
    assert_eq!(desk.home.create("PT", &council).unwrap_err(), Problem::BadName { name: "PT".into() });
    assert_eq!(desk.read("council.ron"), before);
    desk.home.create("toyokawa", &council).unwrap();
    let missing = |slug: &str, nearest: Option<&str>| Problem::NoSuchCouncil {
        slug: slug.into(),
        nearest: nearest.map(str::to_owned),
    };
    assert_eq!(desk.home.open("toyokwa").unwrap_err(), missing("toyokwa", Some("toyokawa")));
    assert_eq!(desk.home.open("../councils/pt").unwrap_err(), missing("../councils/pt", None));
}

#[test]
fn a_commit_is_there_when_the_council_is_opened_again() {
    let desk = Desk::new();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let edits = rename("新しい名前", workspace.council());
    assert_eq!(workspace.commit(&[change(1, edits)]), Ok(1));
    let again = desk.home.open("pt").unwrap();
    assert_eq!((again.council().head.name.as_str(), again.seq()), ("新しい名前", 1));
}

#[test]
fn one_changed_record_is_a_few_changed_lines() {
    let desk = Desk::new();
    let before = desk.read("actions.ron");
    let mut workspace = held(desk.home.open("pt").unwrap());
    let done = workspace.council().actions.changing(&"action-2".into(), |it| it.state = ActionState::Done);
    workspace.commit(&[change(1, vec![Edit::Action(done.unwrap())])]).unwrap();
    workspace.fold(noon()).unwrap();
    let after = desk.read("actions.ron");
    let changed: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    let state = ("            state: Open,", "            state: Done,");
    assert_eq!(changed, [("    seq: 0,", "    seq: 1,"), state]);
}

#[test]
fn a_removed_meeting_takes_its_file_along() {
    let desk = Desk::new();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let gone = workspace.council().meetings.removing(&"fy2026-2".into()).unwrap();
    workspace.commit(&[change(1, vec![Edit::Meeting(gone.clone())])]).unwrap();
    workspace.fold(noon()).unwrap();
    assert!(!desk.path("meetings/fy2026-2.ron").exists());
    workspace.commit(&[change(2, vec![Edit::Meeting(gone.inverse())])]).unwrap();
    assert_eq!(desk.home.open("pt").unwrap().council(), workspace.council());
}

#[test]
fn a_change_that_does_not_fit_is_refused_and_the_ones_before_it_are_kept() {
    let desk = Desk::new();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let first = rename("一", workspace.council());
    let misfit = rename("二", workspace.council());
    let answer = workspace.commit(&[change(1, first.clone()), change(2, misfit)]);
    assert_eq!(answer, Err(Problem::Conflict { record: "council".into() }));
    assert_eq!(desk.home.open("pt").unwrap().council().head.name, "一");
    let gap = workspace.commit(&[change(3, first)]);
    assert_eq!(gap, Err(Problem::Conflict { record: "#3".into() }));
}

#[test]
fn a_meeting_whose_id_cannot_name_a_file_is_refused() {
    let desk = Desk::new();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let council = workspace.council();
    let new = Meeting { id: "../../escaped".into(), ..council.meetings[0].clone() };
    let edit = Edit::Meeting(council.meetings.appending(new));
    let answer = workspace.commit(&[change(1, vec![edit])]);
    assert_eq!(answer, Err(Problem::BadName { name: "../../escaped".into() }));
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(desk.path("council.ron"), fs::Permissions::from_mode(0o644)).unwrap();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let edits = rename("新", workspace.council());
    workspace.commit(&[change(1, edits)]).unwrap();
    assert_eq!(mode(desk.path("journal.ron")), 0o600);
    workspace.fold(noon()).unwrap();
    for file in ["council.ron", "members.ron", "meetings/fy2026-1.ron", ".pen.ron", "history/2026-07.ron"] {
        assert_eq!(mode(desk.path(file)), 0o600, "{file}");
    }
    for folder in ["", "meetings", "..", "history", "../../backups/pt"] {
        assert_eq!(mode(desk.path(folder)), 0o700, "{folder}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_and_repaired_later() {
    let desk = Desk::new();
    let mut workspace = held(desk.home.open("pt").unwrap());
    let edits = rename("新", workspace.council());
    let hidden = desk.home.root().join("elsewhere");
    fs::rename(workspace.dir(), &hidden).unwrap();
    let answer = workspace.commit(&[change(1, edits.clone())]);
    assert!(matches!(answer, Err(Problem::CannotWrite { .. })), "{answer:?}");
    assert_eq!(workspace.seq(), 0);
    fs::rename(&hidden, workspace.dir()).unwrap();
    assert_eq!(workspace.commit(&[change(1, edits)]), Ok(1));
    assert_eq!(desk.home.open("pt").unwrap().council().head.name, "新");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let desk = Desk::new();
    let before = desk.home.open("pt").unwrap();
    for file in ["council.ron", "members.ron", "meetings/fy2026-1.ron"] {
        let text = format!("\u{feff}{}", desk.read(file).replace('\n', "\r\n"));
        fs::write(desk.path(file), text).unwrap();
    }
    assert_eq!(desk.home.open("pt").unwrap().council(), before.council());
}

#[test]
fn files_written_by_hand_may_say_little() {
    let desk = Desk::new();
    fs::write(desk.path("council.ron"), "(format: 1, head: (name: \"手書き\"))").unwrap();
    fs::write(desk.path("points.ron"), "(format:1,points:[(point:people,active:true),(point:wind)])")
        .unwrap();
    fs::write(desk.path("roles.ron"), "(format: 1) // まだ決まっていない").unwrap();
    let workspace = desk.home.open("pt").unwrap();
    let council = workspace.council();
    assert_eq!(council.points.iter().map(|it| it.point).collect::<Vec<_>>(), Point::ALL);
    assert!(council.point(Point::People).active);
    let by_date: Vec<&str> = council.meetings.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(by_date, ["fy2026-1", "fy2026-2"]);
    assert!(council.roles.is_empty());
}

#[test]
fn other_formats_are_not_touched() {
    for (found, shape) in [(3, "Members(format: 3, people: {})"), (0, "Members(format: 0, members: [])")] {
        let desk = Desk::new();
        fs::write(desk.path("members.ron"), shape).unwrap();
        assert_eq!(desk.problem(), Problem::OtherFormat { path: desk.path("members.ron"), found });
        assert_eq!(desk.read("members.ron"), shape);
    }
}

#[test]
fn a_file_that_is_gone_or_in_another_encoding_is_named() {
    let desk = Desk::new();
    let (sjis, ..) = encoding_rs::SHIFT_JIS.encode("(format: 1,\n members: [(id: \"課長\")])");
    fs::write(desk.path("members.ron"), &sjis).unwrap();
    let Problem::Unreadable(mistake) = desk.problem() else { panic!("{:?}", desk.problem()) };
    assert_eq!((mistake.fault, mistake.place.line, mistake.place.column), (Fault::NotUtf8, 2, 18));
    assert_eq!(fs::read(desk.path("members.ron")).unwrap(), sjis.as_ref());
    fs::remove_file(desk.path("members.ron")).unwrap();
    assert!(matches!(desk.problem(), Problem::CannotRead { path, .. } if path == desk.path("members.ron")));
}

/// A slip of a person's hand: the file, what is replaced and by what, and where the mistake is found.
type Slip = (&'static str, &'static str, &'static str, (usize, usize));

const SLIPS: &[Slip] = &[
    ("members.ron", "\"課長\",", "\"課長\"", (9, 23)),
    ("members.ron", "\"課長\",", "\"課長\"，", (9, 23)),
    ("members.ron", "post:", "post：", (9, 17)),
    ("members.ron", "    post:", "　　post:", (9, 9)),
    ("members.ron", "\"課長\"", "“課長”", (9, 19)),
    ("members.ron", "\"課長\"", "課長", (9, 19)),
    ("members.ron", "\"課長\"", "\"課長", (10, 20)),
    ("members.ron", "\"課長\"", "\"課\\q長\"", (9, 20)),
    ("members.ron", "post:", "pots:", (9, 13)),
    ("members.ron", "post: \"課長\"", "code: \"課\"", (10, 13)),
    ("members.ron", "            id: \"observer\",\n", "", (17, 9)),
    ("members.ron", "\"observer\"", "\"insurance-head\"", (15, 13)),
    ("members.ron", "true", "yes", (17, 25)),
    ("members.ron", "2026-04-01", "2026-13-01", (12, 31)),
    ("members.ron", "Member(\n", "Menber(\n", (5, 9)),
    ("members.ron", "Member(\n", "Member（\n", (5, 15)),
    ("members.ron", "    ],\n)", "    ],\n", (19, 7)),
    ("members.ron", "    ],\n)", "    ],\n)\n以上", (21, 1)),
    ("actions.ron", "number: 1", "number: １", (7, 21)),
    ("actions.ron", "number: 1", "number: 99999999999", (7, 21)),
    ("actions.ron", "state: Dropped", "state: Droped", (11, 20)),
    ("actions.ron", "state: Dropped", "state: \"Done\"", (11, 20)),
    ("actions.ron", "[evidence, tools]", "[evidence、tools]", (15, 30)),
    ("actions.ron", "ended: \"2026-10-01\"", "ended: \"令和8年10月1日\"", (13, 21)),
    ("points.ron", "point: wind", "point: ready", (10, 13)),
    ("meetings/fy2026-1.ron", "id: \"fy2026-1\"", "id: \"fy2026-9\"", (5, 9)),
];

#[test]
fn every_slip_is_named_by_line_and_column_and_nothing_is_touched() {
    for (file, from, to, place) in SLIPS {
        let desk = Desk::new();
        desk.edit(file, from, to);
        let before = desk.read(file);
        let Problem::Unreadable(mistake) = desk.problem() else {
            panic!("{from} → {to}: {:?}", desk.problem())
        };
        let Mistake { path, place: found, .. } = *mistake;
        assert_eq!((path, (found.line, found.column)), (desk.path(file), *place), "{from} → {to}");
        assert_eq!(desk.read(file), before);
    }
}

#[test]
fn every_slip_is_told_in_both_languages() {
    let mut told = String::new();
    for (file, from, to, _) in SLIPS {
        let desk = Desk::new();
        desk.edit(file, from, to);
        for lang in [Lang::Ja, Lang::En] {
            let said = Words::new(lang).problem(&desk.problem());
            writeln!(told, "{}\n{}\n{}", said.what, said.why, desk.shown(&said.next)).unwrap();
            if lang == Lang::Ja {
                let [line, caret] = said.mark.unwrap().rows(Ruler::default(), 60);
                writeln!(told, "  |{line}\n  |{caret}").unwrap();
            }
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_sample_of_the_format_has_nothing_wrong() {
    assert_eq!(Desk::new().findings(), []);
}

#[test]
fn check_names_every_bad_file_and_then_every_loose_link() {
    let desk = Desk::new();
    desk.edit("roles.ron", "座長", "座長\"");
    desk.edit("actions.ron", "number: 2", "number: 二");
    let files: Vec<PathBuf> = desk.findings().into_iter().map(|it| it.file).collect();
    assert_eq!(files, [desk.path("roles.ron"), desk.path("actions.ron")]);

    let desk = Desk::new();
    desk.edit("organisations.ron", "\"health-centre\"", "\"health-center\"");
    let twice = "AspectCheck(aspect: Capacity, on: \"2026-07-31\"), AspectCheck(aspect: Capacity, on: \"2026-09-01\")";
    let checked = format!("class: Occupational, partner: Partner(checks: [{twice}]),");
    desk.edit("organisations.ron", "class: Occupational,", &checked);
    desk.edit("actions.ron", "number: 2", "number: 1");
    desk.edit("council.ron", "next_action: 3", "next_action: 1");
    desk.edit("meetings/fy2026-1.ron", "member: \"observer\"", "member: \"obsever\"");
    desk.edit("meetings/fy2026-1.ron", "kind: Note", "kind: Decision(1)");
    desk.edit("meetings/fy2026-1.ron", "Action(1)", "Action(7)");
    let mut told = String::new();
    for finding in desk.findings() {
        let file = desk.shown(finding.file.to_str().unwrap());
        writeln!(told, "{file}:{}:{}", finding.line, finding.column).unwrap();
        for lang in [Lang::Ja, Lang::En] {
            let said = Words::new(lang).finding(&finding);
            writeln!(told, "  {} {}", said.problem, said.hint).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn check_finds_what_is_loose_about_the_stages_and_signs_of_a_point() {
    let desk = Desk::new();
    let seen = r#"            point: tools,
            steps: [Step(on: "2026-07-31", meeting: "fy2026-9", to: Started)],
            ticks: [
                Tick(sign: "tools-update", on: "2026-07-01", until: "2026-07-02"),
                Tick(sign: "tools-update", on: "2026-07-31", meeting: "fy2026-1", evidence: "資料1"),
                Tick(sign: "tools-update", on: "2026-08-01", said_by: Who(label: "農務課", party: Member("nobody"))),
            ],
"#;
    desk.edit("points.ron", "            point: tools,\n", seen);
    let findings = desk.findings();
    let kinds: Vec<&FindingKind> = findings.iter().map(|it| &it.kind).collect();
    let nobody = Who::new("農務課", Some(Party::Member("nobody".into())));
    assert_eq!(
        kinds,
        [
            &FindingKind::NoSuchMeeting("fy2026-9".into()),
            &FindingKind::NoSuchParty(nobody),
            &FindingKind::SignTwice("tools-update".into()),
        ]
    );
    for finding in &findings {
        assert_eq!((&finding.file, finding.column), (&desk.path("points.ron"), 13), "{finding:?}");
        assert!(desk.read("points.ron").lines().nth(finding.line - 1).unwrap().contains("tools"));
    }
}

#[test]
fn check_looks_through_the_voices_of_a_self_assessment() {
    let desk = Desk::new();
    let voiced = r#"(who: (label: "保健センター", party: Organisation("health-center")), voice: Partly)"#;
    let answer = r#"Answer(sign: "council-terms", tally: Hands(in_place: 3, partly: 1))"#;
    let text = format!(
        "Assessments(format: 2, assessments: [\n(id: \"a\", on: \"2026-07-31\", meeting: \"fy2026-9\", answers: [{answer}, {answer}, \
         (sign: \"of-another-version\", tally: Voices([{voiced}, {voiced}]))]),\n])"
    );
    fs::write(desk.path("assessments.ron"), text).unwrap();
    let who = || Who::new("保健センター", Some(Party::Organisation("health-center".into())));
    let found: Vec<(usize, FindingKind)> = desk.findings().into_iter().map(|it| (it.line, it.kind)).collect();
    let wanted = [
        FindingKind::NoSuchMeeting("fy2026-9".into()),
        FindingKind::AnswerTwice("council-terms".into()),
        FindingKind::NoSuchParty(who()),
        FindingKind::NoSuchParty(who()),
        FindingKind::VoiceTwice(who()),
    ];
    assert_eq!(found, wanted.map(|kind| (2, kind)));
    for finding in desk.findings() {
        for lang in [Lang::Ja, Lang::En] {
            let said = Words::new(lang).finding(&finding);
            assert!(!said.problem.is_empty() && !said.hint.is_empty(), "{finding:?}");
        }
    }
}

#[test]
fn check_of_a_council_that_is_not_there_says_so() {
    let desk = Desk::new();
    let kinds = |slug| check(&desk.home, Some(slug)).into_iter().map(|it| it.kind).collect::<Vec<_>>();
    let missing = Problem::NoSuchCouncil { slug: "pf".into(), nearest: Some("pt".into()) };
    assert_eq!(kinds("pf"), [FindingKind::Problem(missing)]);
    assert_eq!(check(&desk.home, None), []);
}

#[test]
fn one_program_writes_at_a_time() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let home = Home::at(folder.path());
    let mut writer =
        home.create("council", &Council::new(Head::new("健康づくり推進協議会"))).expect("it is made");
    let mut other = home.open("council").expect("it opens to be read");
    writer.take_pen(&self::writer(), false).expect("nobody else writes");
    let Err(Problem::HeldElsewhere { holder: Some(holder), .. }) = other.take_pen(&self::writer(), false)
    else {
        panic!("it is held")
    };
    assert_eq!((holder.by.as_str(), holder.host.as_str(), holder.since), ("事務局", "host", noon()));
    let change = change(1, rename("減塩", writer.council()));
    assert_eq!(writer.commit(std::slice::from_ref(&change)), Ok(1));
    assert!(matches!(other.commit(std::slice::from_ref(&change)), Err(Problem::NoPen { .. })));
    assert_eq!(other.follow(), Ok(vec![change]));
    writer.fold(noon()).unwrap();
    let second = self::change(2, rename("減塩と禁煙", writer.council()));
    assert_eq!(writer.commit(std::slice::from_ref(&second)), Ok(2));
    assert_eq!(other.follow(), Ok(vec![second]), "though the first is no longer in the journal");
    assert_eq!(other.follow(), Ok(Vec::new()));
    writer.fold(noon()).unwrap();
    assert_eq!(other.follow(), Ok(Vec::new()));
    assert_eq!(other.council(), writer.council());
    writer.close(noon()).unwrap();
    other.take_pen(&self::writer(), false).expect("the writer is gone");
    assert_eq!(other.notices(), [], "and had laid down the pen");
}
