//! Freezes format 2: the files in `tests/format/v2` are what this council has always been written as, to the byte. Those in
//! `tests/format/v1` are of the format before, and are read and brought up to the present one.
//!
//! When this fails, a field was renamed, added or reordered. Files like these are on people's machines: keep reading them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use norishiro::{
    domain::{
        action::{ActionNote, Origin},
        council::{DateStyle, StandingItem},
        partner::{AspectCheck, Finding},
        *,
    },
    store::{Home, Notice, Problem, Workspace, Writer},
};
use std::{collections::BTreeMap, fs, path::Path};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day(7, 31).and_time(time(hour, minute))
}

fn office() -> Who {
    Who::new("保健センター", Some(Party::Organisation("health-centre".into())))
}

fn chair() -> Who {
    Who::new("保険年金課 課長", Some(Party::Member("insurance-head".into())))
}

fn head() -> Head {
    Head {
        short: "糖尿病PT".into(),
        kind: CouncilKind::InHouse,
        aim: "未受診者を減らし、\n重症化を防ぐ。".into(),
        quorum: QuorumRule { measure: QuorumMeasure::Count(4), proxies: true, online: false },
        dates: DateStyle::Iso,
        standing: vec![StandingItem {
            title: "前回の宿題".into(),
            kind: ItemKind::Report,
            minutes: 10,
            points: vec![Point::Feedback],
            recurring: true,
        }],
        next_action: 3,
        focus: Some(Point::Evidence),
        ..Head::new("糖尿病対策プロジェクトチーム")
    }
}

fn roster(council: &mut Council) {
    let class = |class, mut it: Organisation| {
        it.class = class;
        it
    };
    council.organisations = vec![
        Organisation {
            kana: "ほけんせんたー".into(),
            short: "保セ".into(),
            contact: "内線 120".into(),
            brings: "特定健診の結果".into(),
            needs: "医療費の見通し".into(),
            ..class(Class::Community, Organisation::new("health-centre".into(), "保健センター"))
        },
        class(Class::Occupational, Organisation::new("chamber".into(), "商工会議所")),
        class(Class::Custom("住民".into()), Organisation::new("ward".into(), "自治会")),
    ]
    .into();
    council.members = vec![
        Member {
            kana: "ほけんねんきんか".into(),
            organisation: Some("health-centre".into()),
            post: "課長".into(),
            code: "保".into(),
            email: "hoken@example.jp".into(),
            term: Term { from: Some(day(4, 1)), to: None },
            ..Member::new("insurance-head".into(), "")
        },
        Member { non_voting: true, ..Member::new("observer".into(), "県保健所") },
    ]
    .into();
    let role = |id: &str, title: &str, office, holder| Role {
        id: id.into(),
        title: title.into(),
        office,
        holder,
        term: Term { from: Some(day(4, 1)), to: NaiveDate::from_ymd_opt(2028, 3, 31) },
    };
    council.roles = vec![
        role("chair", "座長", Office::Chair, Some(Party::Member("insurance-head".into()))),
        role("secretariat", "事務局", Office::Secretariat, Some(Party::Organisation("health-centre".into()))),
        Role { term: Term::default(), ..role("signatory", "署名人", Office::Signatory, None) },
    ]
    .into();
}

fn actions(council: &mut Council) {
    council.actions = vec![
        Action {
            owners: vec![office(), Who::new("医師会", None)],
            due: Due::On(day(12, 20)),
            state: ActionState::Dropped,
            reason: "予算が付かなかった".into(),
            ended: Some(day(10, 1)),
            notes: vec![
                ActionNote { on: day(9, 1), text: "見積りを取った".into() },
                ActionNote { on: day(10, 1), text: "来年度に回す".into() },
            ],
            points: vec![Point::Evidence, Point::Tools],
            origin: Some(Origin {
                meeting: "fy2026-1".into(),
                item: Some("item-1".into()),
                line: Some("line-3".into()),
            }),
            ..Action::new("action-1".into(), 1, "未受診者の一覧を作る")
        },
        Action::new("action-2".into(), 2, "次回の日程を決める"),
    ]
    .into();
}

fn points(council: &mut Council) {
    let mut points = council.points.to_vec();
    points[2] = PointRecord {
        stage: Stage::UnderWay,
        active: true,
        lead: Some(office()),
        note: "国保と協会けんぽを並べる".into(),
        evidence: vec![
            Evidence { on: day(7, 31), text: "健診データを突き合わせた".into() },
            Evidence { on: day(9, 1), text: "グラフ1枚にまとめた".into() },
        ],
        touched: Some(day(9, 1)),
        ..PointRecord::untouched(Point::Evidence)
    };
    council.points = points.into();
}

fn body() -> Body {
    let line = |id: &str, minute, kind, text: &str| Line {
        at: Some(time(14, minute)),
        item: Some("item-1".into()),
        ..Line::new(id.into(), kind, text)
    };
    let attends = |member: &str, mode| Attendance { member: member.into(), mode, from: None, to: None };
    Body {
        items: vec![
            Item {
                kind: ItemKind::Deliberation,
                presenter: Some(chair()),
                materials: vec!["資料1".into(), "資料1-1 医療費の推移".into()],
                points: vec![Point::Evidence, Point::Allies],
                note: "数字は\"速報\"".into(),
                state: ItemState::Closed,
                recurring: true,
                deferred: 1,
                why: Why::OpenActions("fy2026-1".into(), vec![1, 2]),
                ..Item::new("item-1".into(), "現状の共有", 25)
            },
            Item::new("item-2".into(), "その他", 5),
        ]
        .into(),
        attendance: vec![
            Attendance {
                from: Some(time(14, 5)),
                to: Some(time(15, 0)),
                ..attends("insurance-head", Mode::Proxy(Who::new("課長補佐", None)))
            },
            attends("observer", Mode::Online),
        ]
        .into(),
        lines: vec![
            Line {
                speaker: Some(chair()),
                ..line("line-1", 3, LineKind::Speech, "始めます。\n資料1をご覧ください。")
            },
            Line {
                points: vec![Point::Allies],
                ..line("line-2", 9, LineKind::Decision(1), "「一覧」を作る。")
            },
            line("line-3", 11, LineKind::Action(1), "未受診者の一覧を作る"),
            Line::new("line-4".into(), LineKind::Note, "雑談"),
        ]
        .into(),
        turns: vec![
            Turn {
                id: "turn-1".into(),
                at: at(14, 2),
                item: Some("item-1".into()),
                point: Some(Point::Evidence),
            },
            Turn { id: "turn-2".into(), at: at(14, 40), item: None, point: None },
        ]
        .into(),
        queue: List::default(),
    }
}

fn meetings(council: &mut Council) {
    let meeting = |ordinal: u32, date| Meeting {
        id: format!("fy2026-{ordinal}").into(),
        fiscal_year: 2026,
        ordinal,
        date,
        start: time(14, 0),
        end: time(15, 30),
        place: String::new(),
        state: MeetingState::Planned,
        opened: None,
        closed: None,
        roles: Vec::new(),
        observers: 0,
        called: Vec::new(),
        openness: Default::default(),
        minutes: Minutes::default(),
    };
    let held = Meeting {
        place: "本庁舎 302会議室".into(),
        state: MeetingState::Held,
        opened: Some(at(14, 2)),
        closed: Some(at(15, 20)),
        roles: vec![MeetingRole { kind: MeetingRoleKind::Recorder, holder: office() }],
        observers: 3,
        ..meeting(1, day(7, 31))
    };
    council.meetings = vec![meeting(2, day(11, 20)), held].into();
    council.bodies = [("fy2026-1".into(), body()), ("fy2026-2".into(), Body::default())].into();
}

fn council() -> Council {
    let mut council = Council::new(head());
    roster(&mut council);
    actions(&mut council);
    points(&mut council);
    meetings(&mut council);
    council
}

/// Path within the council and content of every file under a folder.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn frozen(format: &str) -> BTreeMap<String, String> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format").join(format))
}

/// A home with a council of these files.
fn planted(home: &Home, files: &BTreeMap<String, String>) -> Workspace {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    home.plant("pt", &files).unwrap()
}

#[test]
fn the_council_is_written_as_it_always_was() {
    let home = tempfile::tempdir().unwrap();
    let workspace = Home::at(home.path()).create("pt", &council()).unwrap();
    let (written, frozen) = (files(workspace.dir()), frozen("v2"));
    assert_eq!(written.keys().collect::<Vec<_>>(), frozen.keys().collect::<Vec<_>>());
    for (name, text) in written {
        assert_eq!(text, frozen[&name], "{name}");
    }
}

/// Left out while nobody has said it, so the files above stand as they are.
#[test]
fn stages_and_signs_of_a_point_are_written_as_they_always_were() {
    let mut council = council();
    let mut points = council.points.to_vec();
    points[5] = PointRecord {
        stage: Stage::Established,
        touched: Some(day(9, 1)),
        steps: vec![
            Step { on: day(7, 31), meeting: Some("fy2026-1".into()), to: Stage::UnderWay },
            Step { on: day(9, 1), meeting: None, to: Stage::Established },
        ],
        ticks: vec![
            Tick {
                sign: "tools-materials".into(),
                on: day(7, 31),
                meeting: Some("fy2026-1".into()),
                evidence: "ちらしを窓口に置いた".into(),
                said_by: Some(office()),
                until: Some(day(9, 1)),
            },
            Tick {
                sign: "tools-update".into(),
                on: day(9, 1),
                meeting: None,
                evidence: String::new(),
                said_by: None,
                until: None,
            },
        ],
        ..PointRecord::untouched(Point::Tools)
    };
    council.points = points.into();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let workspace = home.create("pt", &council).unwrap();
    let written = files(workspace.dir())["points.ron"].clone();
    let frozen = include_str!("format/point.ron");
    assert!(written.contains(frozen), "{written}");
    let mut again = home.open("pt").unwrap();
    again.read_all().unwrap();
    assert_eq!(again.council(), &council);
}

#[test]
fn the_files_are_read_as_they_always_were() {
    for format in ["v1", "v2"] {
        let home = tempfile::tempdir().unwrap();
        let mut workspace = planted(&Home::at(home.path()), &frozen(format));
        workspace.read_all().unwrap();
        assert_eq!(workspace.council(), &council(), "{format}");
    }
}

#[test]
fn an_older_format_is_brought_up_with_the_files_as_they_were_beside() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let mut workspace = planted(&home, &frozen("v1"));
    let now = day(11, 21).and_time(time(9, 0));
    let writer = Writer { by: "事務局".into(), host: "host".into(), process: 1, token: 1, now };
    workspace.take_pen(&writer, false).unwrap();
    let [Notice::Migrated { from: 1, backup }] = workspace.notices() else {
        panic!("{:?}", workspace.notices())
    };
    assert_eq!(files(backup), frozen("v1"), "the files as they were");
    let written = files(workspace.dir());
    for (name, text) in frozen("v2") {
        assert_eq!(written[&name], text, "{name}");
    }
}

#[test]
fn a_newer_format_is_looked_at_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let mut newer = frozen("v2");
    newer.insert("members.ron".into(), newer["members.ron"].replace("format: 2", "format: 99"));
    let mut newer_files = Vec::new();
    for (name, text) in &newer {
        newer_files.push((name.as_str(), text.as_str()));
    }
    assert!(matches!(home.plant("pt", &newer_files), Err(Problem::OtherFormat { found: 99, .. })));
    let mut looked = home.look("pt").unwrap();
    assert_eq!(looked.council().members, council().members);
    let now = day(11, 21).and_time(time(9, 0));
    let writer = Writer { by: String::new(), host: String::new(), process: 1, token: 1, now };
    assert!(matches!(looked.take_pen(&writer, false), Err(Problem::OtherFormat { found: 99, .. })));
    assert!(files(looked.dir())["members.ron"].contains("format: 99"));
}

/// Issues between councils, as either side has always been written.
#[test]
fn raised_issues_are_written_as_they_always_were() {
    let on = |date| Some(day(11, date));
    let raised = Escalation {
        id: "issue-1".into(),
        side: Side::Raised,
        other: "board".into(),
        other_name: "推進協議会".into(),
        text: "夜間の窓口がない".into(),
        why: "県の予算が要る。\n見積りは取った。".into(),
        points: vec![Point::Wind, Point::Tools],
        raised: day(11, 2),
        raised_at: Some("fy2026-1".into()),
        withdrawn: None,
        considered: on(3),
        answer: "来年度に試行する".into(),
        answered: on(4),
        answered_at: Some("fy2026-2".into()),
        reported: on(5),
    };
    let received = Escalation {
        id: "issue-2".into(),
        side: Side::Received,
        other: String::new(),
        other_name: "現場班".into(),
        why: String::new(),
        points: Vec::new(),
        raised_at: None,
        withdrawn: on(6),
        considered: None,
        answer: String::new(),
        answered: None,
        answered_at: None,
        reported: None,
        ..raised.clone()
    };
    let mut council = Council::new(Head { parent: Some("board".into()), ..Head::new("作業部会") });
    council.escalations = vec![raised, received].into();
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let workspace = home.create("pt", &council).unwrap();
    let written = files(workspace.dir());
    assert_eq!(written["escalations.ron"], include_str!("format/escalations.ron"));
    assert!(written["council.ron"].contains("        parent: \"board\",\n"), "{}", written["council.ron"]);
    assert_eq!(home.open("pt").unwrap().council(), &council);
}

/// What the room said of the signs, both ways, and of one that no version knows any more.
#[test]
fn self_assessments_are_written_and_read_as_they_always_were() {
    let voiced = |who, voice| Voiced { who, voice };
    let answer = |sign: &str, tally| Answer { sign: sign.into(), tally };
    let asked = Assessment {
        meeting: Some("fy2026-1".into()),
        answers: vec![
            answer("council-terms", Tally::Hands { in_place: 12, partly: 3, not_yet: 0 }),
            answer(
                "of-another-version",
                Tally::Voices(vec![
                    voiced(office(), Voice::InPlace),
                    voiced(Who::new("医師会", None), Voice::NotYet),
                ]),
            ),
        ],
        note: "閉会前の15分で聞いた".into(),
        ..Assessment::new("asked".into(), day(7, 31))
    };
    let mut council = council();
    council.assessments = vec![asked, Assessment::new("begun".into(), day(11, 20))].into();
    let home = tempfile::tempdir().unwrap();
    let mut workspace = Home::at(home.path()).create("pt", &council).unwrap();
    let written = &files(workspace.dir())["assessments.ron"];
    assert_eq!(written, include_str!("format/assessments.ron"));
    workspace.read_all().unwrap();
    assert_eq!(workspace.council(), &council);
}

/// Final minutes on people's machines carry the hash of this form.
#[test]
fn what_final_minutes_are_hashed_in_stays_the_same() {
    let council = council();
    let meeting = council.meetings.get(&"fy2026-1".into()).unwrap();
    let hash = norishiro::domain::minutes::content_hash(meeting, &body());
    assert_eq!(hash, "21079d18918fafc446ba1c6cb06fb00c929e54422c0d215c307a22bdddc0c932");
}

/// The sheet has a file of its own, there while it has a row.
#[test]
fn a_sheet_is_written_as_it_always_was_and_read_back() {
    let mut council = council();
    council.sheet = vec![
        SheetRow {
            programme: "特産野菜の即売".into(),
            viewpoint: "野菜から食べる".into(),
            aim: "朝に野菜を食べる人が増える".into(),
            problems: "冬は品が少ない".into(),
            progress: "4月 1回\n7月 1回".into(),
            evaluation: "来年は回数を2倍に".into(),
            touched: Some(day(7, 31)),
            ..SheetRow::new("row-1".into(), 2025, office())
        },
        SheetRow {
            from: Some("row-1".into()),
            ..SheetRow::new("row-2".into(), 2026, Who::new("自治会", None))
        },
    ]
    .into();
    let home = tempfile::tempdir().unwrap();
    let workspace = Home::at(home.path()).create("pt", &council).unwrap();
    assert_eq!(files(workspace.dir())["sheet.ron"], SHEET);
    let mut again = Home::at(home.path()).open("pt").unwrap();
    again.read_all().unwrap();
    assert_eq!(again.council(), &council);
}

const SHEET: &str = r#"Sheet(
    format: 2,
    seq: 0,
    rows: [
        SheetRow(
            id: "row-1",
            year: 2025,
            who: Who(label: "保健センター", party: Organisation("health-centre")),
            programme: "特産野菜の即売",
            viewpoint: "野菜から食べる",
            aim: "朝に野菜を食べる人が増える",
            problems: "冬は品が少ない",
            progress: "4月 1回
7月 1回",
            evaluation: "来年は回数を2倍に",
            touched: "2026-07-31",
        ),
        SheetRow(
            id: "row-2",
            year: 2026,
            who: Who(label: "自治会"),
            from: "row-1",
        ),
    ],
)
"#;

#[test]
fn suggestions_are_written_as_they_always_were() {
    let mut council = council();
    council.head.thresholds.silent_days = 365;
    council.head.declined = vec![Declined { key: "overdue 3 7".into(), on: day(11, 20) }];
    let why = Reason::Untouched { point: Point::Grow, last: Some(day(4, 1)), days: 233 };
    let item = Item {
        why: Why::Suggested(Box::new(why)),
        ..Item::new("grow".into(), "「育てる・促す」のいま", 15)
    };
    council.bodies.insert("fy2026-2".into(), Body { items: vec![item].into(), ..Body::default() });
    let home = tempfile::tempdir().unwrap();
    let workspace = Home::at(home.path()).create("pt", &council).unwrap();
    let written = files(workspace.dir());
    let has = |file: &str, text: &str| assert!(written[file].contains(text), "{}", written[file]);
    has("council.ron", "silent_days: 365,");
    has("council.ron", "(key: \"overdue 3 7\", on: \"2026-11-20\")");
    has("meetings/fy2026-2.ron", "why: Suggested(Untouched(point: grow, last: \"2026-04-01\", days: 233))");
    let mut workspace = Home::at(home.path()).open("pt").unwrap();
    workspace.read_all().unwrap();
    assert_eq!(workspace.council(), &council);
}

/// What is kept of an organisation as a partner, in a list of its own so that the rest stays as it was before there was any.
#[test]
fn an_organisation_as_a_partner_is_written_as_it_always_was() {
    let check =
        |aspect, finding, note: &str| AspectCheck { aspect, finding, note: note.into(), on: day(9, 1) };
    let exchange = |month, way, text: &str| Exchange { on: day(month, 3), way, text: text.into() };
    let partner = Partner {
        tie: Some(Tie::Alliance),
        aim: Some(Tie::Full),
        checks: vec![
            check(Aspect::Necessity, Finding::Ready, ""),
            check(Aspect::Capacity, Finding::Unsure, "担当は\"一人\""),
            check(Aspect::Sustainability, Finding::NotYet, ""),
        ],
        exchanges: vec![
            exchange(6, ExchangeWay::Contact, ""),
            exchange(7, ExchangeWay::Received, "棚を借りた"),
            exchange(8, ExchangeWay::Gave, "講師を出した"),
        ],
        points: vec![Point::Wind, Point::Grow],
    };
    let mut council = Council::new(Head::new("連携先"));
    let met = Partner { tie: Some(Tie::Network), ..Partner::default() };
    let organisation =
        |id: &str, partner| Organisation { partner, ..Organisation::new(id.into(), "農務課") };
    council.organisations = vec![organisation("farm", partner), organisation("met", met)].into();
    let home = tempfile::tempdir().unwrap();
    let workspace = Home::at(home.path()).create("pt", &council).unwrap();
    let frozen = frozen("partners");
    assert_eq!(files(workspace.dir())["organisations.ron"], frozen["organisations.ron"]);
    let mut known = files(workspace.dir());
    known.extend(frozen);
    let home = tempfile::tempdir().unwrap();
    assert_eq!(planted(&Home::at(home.path()), &known).council().organisations, council.organisations);
}

/// Whether the public may listen to a meeting, in each way it can be said.
#[test]
fn whether_a_meeting_is_public_is_written_as_it_always_was() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let said = [
        (Openness::Unsaid, ""),
        (Openness::Public, "openness: Public,"),
        (
            Openness::PartlyClosed("個別の事例を扱うため".into()),
            "openness: PartlyClosed(\"個別の事例を扱うため\"),",
        ),
        (Openness::Closed(String::new()), "openness: Closed(\"\"),"),
    ];
    for (at, (openness, written)) in said.into_iter().enumerate() {
        let mut council = council();
        let id = id::MeetingId::from("fy2026-2");
        if let Some(edit) = council.meetings.changing(&id, |it| it.openness.clone_from(&openness)) {
            council.meetings.apply(&edit).unwrap();
        }
        let slug = format!("open{at}");
        let mut workspace = home.create(&slug, &council).unwrap();
        let text = fs::read_to_string(home.dir_of(&slug).join("meetings/fy2026-2.ron")).unwrap();
        let found = text.lines().map(str::trim).find(|line| line.starts_with("openness"));
        assert_eq!(found.unwrap_or_default(), written);
        workspace.read_all().unwrap();
        assert_eq!(workspace.council().meetings.get(&id).unwrap().openness, openness);
    }
}
