//! A working group and its parent in one home: an issue and its answer reach the other side whatever stands in the way, and neither side
//! is ever written by two.

#[path = "support/memory_disk.rs"]
mod memory_disk;
#[path = "support/user.rs"]
mod user;

use chrono::{NaiveDate, NaiveDateTime};
use memory_disk::{Answer, Done, Fault, MemoryDisk};
use norishiro::{
    domain::{
        Change, ChangeKind, Council, Edit, Escalation, EscalationState, Head, Mint, Neighbour, Side,
        decide::escalations::{self, Issue, To},
        id::EscalationId,
    },
    store::{self, FindingKind, Home, Problem, Workspace, Writer},
};
use std::{fs, path::Path, sync::Arc};
use user::{User, assert_says, text};

const GROUP: &str = "group";
const BOARD: &str = "board";

fn today() -> NaiveDate {
    now().date()
}

fn now() -> NaiveDateTime {
    "2026-11-20T14:00:00".parse().unwrap()
}

fn writer() -> Writer {
    Writer { by: "事務局".into(), host: "host".into(), process: 1, token: 1, now: now() }
}

/// A home with the two of them, and nothing between them yet.
fn home(on: Arc<MemoryDisk>) -> Home {
    let home = Home::on("/home", on);
    home.create(GROUP, &Council::new(Head::new("作業部会"))).unwrap();
    home.create(BOARD, &Council::new(Head::new("推進協議会"))).unwrap();
    home
}

fn open(home: &Home, slug: &str) -> Workspace {
    let mut workspace = home.open(slug).unwrap();
    workspace.take_pen(&writer(), false).unwrap();
    workspace
}

fn commit(workspace: &mut Workspace, edits: Vec<Edit>) {
    let change =
        Change { seq: workspace.seq() + 1, at: now(), by: "事務局".into(), kind: ChangeKind::Work, edits };
    workspace.commit(&[change]).unwrap();
}

/// Raises an issue in the group, and ends without telling the board.
fn raise(home: &Home) -> EscalationId {
    let mut group = open(home, GROUP);
    let neighbours = home.neighbours(GROUP).unwrap();
    let issue = Issue { text: "夜間の窓口がない".into(), ..Issue::default() };
    let to = To::Parent(neighbours.iter().find(|it| it.slug == BOARD).unwrap());
    let mut mint = Mint::seeded(3);
    let raised = escalations::raise(group.council(), GROUP, issue, to, &neighbours, today(), &mut mint);
    let (id, edits) = raised.unwrap();
    commit(&mut group, edits);
    group.close(now()).unwrap();
    id
}

fn said(home: &Home, slug: &str) -> Neighbour {
    Neighbour::of(slug, home.open(slug).unwrap().council())
}

fn give(home: &Home, from: &str, to: &str) -> Result<bool, Problem> {
    home.hand_over(&said(home, from), to, &writer())
}

fn of(home: &Home, slug: &str) -> Vec<Escalation> {
    home.open(slug).unwrap().council().escalations.to_vec()
}

#[test]
fn what_was_raised_is_handed_over_once_and_the_answer_comes_back() {
    let home = home(Arc::default());
    let id = raise(&home);
    assert_eq!(give(&home, GROUP, BOARD), Ok(true));
    assert_eq!(give(&home, GROUP, BOARD), Ok(false), "nothing is new");
    let [there] = &of(&home, BOARD)[..] else { panic!("one") };
    assert_eq!((&there.id, there.side, there.other.as_str()), (&id, Side::Received, GROUP));
    let mut board = open(&home, BOARD);
    let answer = escalations::answer(board.council(), &id, "来年度に試行する", today());
    commit(&mut board, answer.unwrap());
    board.close(now()).unwrap();
    assert_eq!(give(&home, BOARD, GROUP), Ok(true));
    assert_eq!(of(&home, GROUP)[0].answer, "来年度に試行する");
}

#[test]
fn nobody_writes_where_somebody_writes_and_the_next_who_opens_takes_it_in() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    home.create(GROUP, &Council::new(Head::new("作業部会"))).unwrap();
    let mut board = home.create(BOARD, &Council::new(Head::new("推進協議会"))).unwrap();
    raise(&home);
    board.take_pen(&writer(), false).unwrap();
    assert!(matches!(give(&home, GROUP, BOARD), Err(Problem::HeldElsewhere { .. })));
    // Who has it open takes it in all the same.
    let edits = escalations::receive(board.council(), BOARD, &home.neighbours(BOARD).unwrap(), today());
    commit(&mut board, edits.unwrap());
    board.close(now()).unwrap();
    assert_eq!(give(&home, GROUP, BOARD), Ok(false));
    assert_eq!(of(&home, BOARD).len(), 1);
}

#[test]
fn a_raising_taken_back_is_withdrawn_on_the_other_side() {
    let home = home(Arc::default());
    let id = raise(&home);
    give(&home, GROUP, BOARD).unwrap();
    let mut group = open(&home, GROUP);
    let taken_back = group.council().escalations.removing(&id).map(Edit::Escalation);
    commit(&mut group, taken_back.into_iter().collect());
    group.close(now()).unwrap();
    assert_eq!(give(&home, GROUP, BOARD), Ok(true));
    assert_eq!(of(&home, BOARD)[0].state(), EscalationState::Withdrawn);
}

#[test]
fn a_council_that_cannot_be_read_says_nothing_and_loses_nothing() {
    let disk = Arc::new(MemoryDisk::default());
    let home = home(Arc::clone(&disk));
    raise(&home);
    give(&home, GROUP, BOARD).unwrap();
    let path = Path::new("/home/councils/group/escalations.ron");
    let good = disk.files()[path].clone();
    disk.put(path, b"Escalations(");
    assert!(home.neighbours(BOARD).unwrap().is_empty());
    let edits = escalations::receive(
        home.open(BOARD).unwrap().council(),
        BOARD,
        &home.neighbours(BOARD).unwrap(),
        today(),
    );
    assert_eq!(edits, Ok(Vec::new()), "what cannot be read was not taken back");
    disk.put(path, &good);
    assert_eq!(home.neighbours(BOARD).unwrap().len(), 1);
    // A journal that is broken in the middle says nothing either.
    disk.put(Path::new("/home/councils/group/journal.ron"), "壊れた行\n次の行\n".as_bytes());
    assert!(home.neighbours(BOARD).unwrap().is_empty());
}

/// At every call of the disk while it is handed over, the program is killed or the power cut: both councils open, neither is half
/// written, and the next try completes the pair.
#[test]
fn a_stop_at_any_point_leaves_both_readable_and_the_next_opening_completes_the_pair() {
    let begin = MemoryDisk::default();
    let begin = Arc::new(begin);
    raise(&home(Arc::clone(&begin)));
    let counted = Arc::new(begin.copy());
    counted.fail(None);
    give(&Home::on("/home", Arc::clone(&counted) as Arc<_>), GROUP, BOARD).unwrap();
    let calls = counted.calls().len();
    assert!(calls > 20, "{calls}");
    for call in 0..calls {
        for (done, power) in [(Done::Nothing, false), (Done::Part, false), (Done::Unflushed, true)] {
            let disk = Arc::new(begin.copy());
            let home = Home::on("/home", Arc::clone(&disk) as Arc<_>);
            disk.fail(Some(Fault { call, error: Answer::Broken, done, lasts: true }));
            let from = home.open(GROUP).map(|it| Neighbour::of(GROUP, it.council()));
            let _ = from.and_then(|from| home.hand_over(&from, BOARD, &writer()));
            disk.heal();
            if power {
                disk.cut_power();
            }
            assert_eq!(of(&home, GROUP).len(), 1, "{call} {done:?}");
            assert!(of(&home, BOARD).len() <= 1, "{call} {done:?}");
            give(&home, GROUP, BOARD).unwrap();
            assert_eq!(of(&home, BOARD).len(), 1, "{call} {done:?}");
            let mut board = open(&home, BOARD);
            board.close(now()).unwrap();
            assert_eq!(store::check(&home, None), [], "{call} {done:?}");
        }
    }
}

#[test]
fn check_finds_what_leads_nowhere_and_warns_of_what_may_be_elsewhere() {
    let disk = Arc::new(MemoryDisk::default());
    let home = home(Arc::clone(&disk));
    let id = raise(&home);
    give(&home, GROUP, BOARD).unwrap();
    assert_eq!(store::check(&home, None), []);
    let edit = |file: &str, from: &str, to: &str| {
        let path = Path::new("/home/councils/group").join(file);
        let text = String::from_utf8(disk.files()[&path].clone()).unwrap();
        assert!(text.contains(from), "{text}");
        disk.put(&path, text.replacen(from, to, 1).as_bytes());
    };
    edit("council.ron", "parent: \"board\"", "parent: \"nowhere\"");
    edit(
        "escalations.ron",
        "raised: \"2026-11-20\"",
        "raised: \"2026-11-20\",\n            raised_at: \"gone\"",
    );
    let found = store::check(&home, Some(GROUP));
    let kinds: Vec<(&FindingKind, bool)> = found.iter().map(|it| (&it.kind, it.kind.is_warning())).collect();
    assert_eq!(
        kinds,
        [
            (&FindingKind::NoSuchMeeting("gone".into()), false),
            (&FindingKind::NoSuchCouncil("nowhere".into()), true)
        ]
    );
    assert!(found.iter().all(|it| it.line > 1), "each is pinned: {found:?}");
    edit("council.ron", "parent: \"nowhere\"", "parent: \"group\"");
    let found = store::check(&home, Some(GROUP));
    assert!(found.iter().any(|it| it.kind == FindingKind::OwnParent("group".into())), "{found:?}");
    // One id twice.
    let path = Path::new("/home/councils/group/escalations.ron");
    let text = String::from_utf8(disk.files()[path].clone()).unwrap();
    let (head, record) = text.split_once("        Escalation(").unwrap();
    let record = record.split_once("\n    ],").unwrap().0;
    let twice = format!("{head}        Escalation({record}\n        Escalation({record}\n    ],\n)\n");
    disk.put(path, twice.as_bytes());
    let found = store::check(&home, Some(GROUP));
    let [finding] = &found[..] else { panic!("{found:?}") };
    let FindingKind::Problem(Problem::Unreadable(mistake)) = &finding.kind else { panic!("{finding:?}") };
    assert_eq!(mistake.fault, store::Fault::Repeated { id: id.to_string() });
}

#[test]
fn what_is_changed_by_hand_reaches_the_other_side() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    home.create(GROUP, &Council::new(Head::new("作業部会"))).unwrap();
    home.create(BOARD, &Council::new(Head::new("推進協議会"))).unwrap();
    raise(&home);
    give(&home, GROUP, BOARD).unwrap();
    let path = home.dir_of(GROUP).join("escalations.ron");
    let by_hand = fs::read_to_string(&path).unwrap().replace("夜間の窓口がない", "夜間と休日の窓口がない");
    fs::write(&path, by_hand).unwrap();
    assert_eq!(give(&home, GROUP, BOARD), Ok(true));
    assert_eq!(of(&home, BOARD)[0].text, "夜間と休日の窓口がない");
}

#[test]
fn at_the_shell_an_issue_goes_up_and_the_answer_comes_down() {
    let user = User::new();
    user.ok("new group --name 作業部会");
    user.ok("new board --name 推進協議会");
    assert_says(&user.ok("escalations group"), &["上げた課題も、上がってきた課題もありません"]);
    assert_says(&user.no(1, "raise group 夜間の窓口がない"), &["親会議が決まっていません", "board"]);
    assert_says(&user.no(1, "raise group 夜間の窓口がない --to bord"), &["bord", "board"]);
    let raised =
        user.json("raise group 夜間の窓口がない --to board --why 県の予算が要る --point 2 --point tools");
    assert_eq!((&raised[0]["state"], &raised[0]["other"]), (&"raised".into(), &"board".into()));
    assert_eq!(raised[0]["points"], serde_json::json!(["wind", "tools"]));
    let id = raised[0]["id"].as_str().unwrap().to_owned();
    let there = user.json("escalations board");
    assert_eq!((&there[0]["side"], &there[0]["why"]), (&"received".into(), &"県の予算が要る".into()));
    assert_says(&user.ok(&format!("answer board {id} --considered")), &["検討中にしました", &id]);
    assert_eq!(user.json("escalations group")[0]["state"], "considered");
    assert_says(&user.ok(&format!("answer board {} 来年度に試行する", &id[..4])), &["回答を書きました"]);
    assert_eq!(user.json("escalations group")[0]["answer"], "来年度に試行する");
    assert_says(&user.no(1, &format!("answer group {id} だめ")), &["相手の会が書くところ"]);
    assert_says(&user.no(1, &format!("withdraw group {id}")), &["いまの状態ではできません"]);
    assert_says(&user.no(1, "answer board nothing はい"), &["「nothing」がありません", &id]);
    assert_says(&user.no(2, &format!("answer board {id}")), &["TEXT"]);
    // The parent is known now, and one above cannot report to one below.
    let second = user.json("raise group 車が足りない");
    assert_says(&user.no(1, "raise board 予算がない --to group"), &["この会の下にある"]);
    let id = second[0]["id"].as_str().unwrap();
    assert_says(&user.ok(&format!("withdraw group {id}")), &["取り下げました"]);
    assert_eq!(user.json("escalations board")[1]["state"], "withdrawn");
    assert_says(&user.ok("check"), &["見つかりません"]);
    assert_says(&user.ok("raise board 予算がない --to 県協議会"), &["県協議会へ上げました"]);
    assert_says(&user.ok("escalations board"), &["県協議会", "作業部会", "返事待ち", "来年度に試行する"]);
}

#[test]
fn at_the_shell_an_issue_waits_while_the_parent_is_written_to() {
    let user = User::new();
    user.ok("new group --name 作業部会");
    user.ok("new board --name 推進協議会");
    let mut board = Home::at(user.home()).open("board").unwrap();
    board.take_pen(&writer(), false).unwrap();
    let output = user.run("raise group 夜間の窓口がない --to board");
    assert_eq!(output.status.code(), Some(0));
    assert_says(&text(&output.stderr), &["次に開かれたときに届きます"]);
    board.close(now()).unwrap();
    assert_eq!(
        user.json("escalations board")[0]["side"],
        "received",
        "seen by who looks, and kept by who writes"
    );
}
