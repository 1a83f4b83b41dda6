//! What nobody would write, through the real readers, the screens and the built program: shown safely, or refused with a reason and a
//! place. Nothing a terminal obeys gets out, nothing panics, nothing hangs.

mod support;
#[path = "support/user.rs"]
mod user;

use norishiro::{
    app::view::view,
    domain::{Action, ActionState, Change, ChangeKind, Council, Edit, Head, List, ListEdit, Record, Who},
    store::{Home, Problem, Workspace, Writer, check},
    text::{clean::is_hidden, ruler::Ruler},
    words::{Lang, Words},
};
use ratatui::{Frame, Terminal, backend::TestBackend};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};
use support::{Desk, at};
use user::{User, text};

/// What a terminal obeys, what turns the text around, and what nobody sees.
const POISON: &str = "毒\u{1b}[2J\u{1b}[31m\u{1b}]52;c;cm0gLXJm\u{7}\u{1b}]0;t\u{1b}\\\u{1b}P+q544e\u{1b}\\\
     \u{9b}2J\u{9d}52;c;eA==\u{9c}\u{90}\u{85}\0\u{1}\u{8}\r\u{7f}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}\u{200b}\u{feff}\n\t終";

/// No command takes longer, on any machine; one that works never comes near.
const LIMIT: Duration = Duration::from_secs(600);

/// Runs a command to its end, and looks at every byte it wrote.
fn run(mut command: Command) -> Output {
    let shown = format!("{command:?}").chars().take(300).collect::<String>();
    let (done, answer) = mpsc::channel();
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    thread::spawn(move || done.send(child.wait_with_output()));
    let output = answer.recv_timeout(LIMIT).unwrap_or_else(|_| panic!("hangs: {shown}")).unwrap();
    assert!(matches!(output.status.code(), Some(0..=2)), "{shown}: {output:?}");
    for said in [&output.stdout, &output.stderr] {
        assert_safe(&text(said), &shown);
    }
    assert!(!text(&output.stderr).contains("panicked"), "{shown}: {}", text(&output.stderr));
    output
}

fn assert_safe(said: &str, by: &str) {
    let hidden = said.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'));
    assert_eq!(hidden, None, "{by} said {said:?}");
}

fn ask(user: &User, args: &[&str]) -> Output {
    let mut command = user.command();
    command.args(args);
    run(command)
}

/// Refused, with a message that has these parts.
fn refused(user: &User, args: &[&str], parts: &[&str]) {
    let output = ask(user, args);
    assert_ne!(output.status.code(), Some(0), "{args:?}");
    user::assert_says(&(text(&output.stdout) + &text(&output.stderr)), parts);
}

/// Draws through the backend that the screen program has, and looks at every cell.
fn draw(desk: &Desk) {
    let backend = TestBackend::new(desk.model.width, desk.model.height);
    let mut terminal = Terminal::new(backend).unwrap();
    let draw = |frame: &mut Frame| {
        view(&desk.model, frame.buffer_mut());
    };
    terminal.draw(draw).unwrap();
    for cell in terminal.backend().buffer().content() {
        assert!(!cell.symbol().contains(is_hidden), "{:?}", cell.symbol());
    }
}

/// Every pane with its detail, its form and its search, and what lies over them.
const WALK: &str = "Esc Alt-1 Down Enter Down Esc Esc / Esc Esc e Esc Alt-2 Down Enter Esc o Enter e Esc Esc \
     Alt-3 Down e Esc Esc Alt-4 v v v v v v Down e Esc Esc Alt-5 Down Enter e Esc Esc Alt-6 Tab Up Up Enter Esc Esc \
     Alt-1 F11 Esc Ctrl-R Esc Ctrl-P Esc Ctrl-Z Ctrl-Y F1 Esc Ctrl-G Esc";

fn walk(council: &Council, lang: Lang, size: (u16, u16)) {
    let mut desk = Desk::new(council.clone(), lang, size.0, size.1);
    for key in WALK.split(' ') {
        desk.press(key);
        draw(&desk);
    }
}

/// The same records, each changed.
fn each<T: Record>(list: &List<T>, change: impl Fn(&mut T)) -> List<T> {
    let mut records = list.to_vec();
    records.iter_mut().for_each(change);
    records.into()
}

/// Every text of a council is this one; what names and counts its records stays.
fn filled(council: &Council, with: &str) -> Council {
    let fill = |text: &mut String| with.clone_into(text);
    let name = |who: &mut Who| fill(&mut who.label);
    let mut filled = council.clone();
    filled.head = Head { name: with.into(), short: with.into(), aim: with.into(), ..council.head.clone() };
    filled.head.standing.iter_mut().for_each(|it| fill(&mut it.title));
    filled.organisations = each(&council.organisations, |it| {
        [&mut it.name, &mut it.kana, &mut it.short, &mut it.contact, &mut it.brings, &mut it.needs]
            .into_iter()
            .for_each(fill);
    });
    filled.members = each(&council.members, |it| {
        [&mut it.name, &mut it.kana, &mut it.post, &mut it.email].into_iter().for_each(fill);
    });
    filled.roles = each(&council.roles, |it| fill(&mut it.title));
    filled.actions = each(&council.actions, |it| {
        [&mut it.text, &mut it.reason].into_iter().for_each(fill);
        it.notes.iter_mut().for_each(|note| fill(&mut note.text));
        it.owners.iter_mut().for_each(name);
    });
    filled.points = each(&council.points, |it| {
        fill(&mut it.note);
        it.evidence.iter_mut().for_each(|it| fill(&mut it.text));
        it.lead.iter_mut().for_each(name);
    });
    filled.meetings = each(&council.meetings, |it| {
        fill(&mut it.place);
        it.roles.iter_mut().for_each(|role| name(&mut role.holder));
    });
    for body in filled.bodies.values_mut() {
        body.items = each(&body.items, |it| {
            fill(&mut it.title);
            it.presenter.iter_mut().for_each(name);
        });
        body.lines = each(&body.lines, |it| {
            fill(&mut it.text);
            it.speaker.iter_mut().for_each(name);
        });
    }
    filled
}

fn sample() -> Council {
    Desk::toyokawa(Lang::Ja, 80, 24).council().clone()
}

fn writer(by: &str) -> Writer {
    let now = at("2026-11-20T13:45:00");
    Writer { by: by.to_owned(), host: by.to_owned(), process: 1, token: 3, now }
}

/// A user whose council is this one, with a change in its history.
fn user_with(council: &Council) -> User {
    let user = User::new();
    let mut workspace = Home::at(user.home()).create("trial", council).unwrap();
    workspace.take_pen(&writer(""), true).unwrap();
    workspace.commit(&[changed(workspace.council())]).unwrap();
    workspace.fold(at("2026-11-20T13:45:00")).unwrap();
    workspace.close(at("2026-11-20T13:45:00")).unwrap();
    user
}

/// A change by somebody of a hostile name.
fn changed(council: &Council) -> Change {
    let old = council.actions[0].clone();
    let new = Action { state: ActionState::Done, ..old.clone() };
    let edits = vec![Edit::Action(ListEdit::Replace { old, new })];
    Change { seq: 1, at: at("2026-11-20T13:40:00"), by: POISON.to_owned(), kind: ChangeKind::Work, edits }
}

fn dir(user: &User) -> PathBuf {
    user.home().join("councils/trial")
}

fn open(user: &User) -> Result<Workspace, Problem> {
    let mut workspace = Home::at(user.home()).open("trial")?;
    workspace.read_all().map(|()| workspace)
}

/// Everything that says what a council holds.
const QUESTIONS: [&[&str]; 12] = [
    &["list"],
    &["meeting", "trial", "list"],
    &["record", "trial"],
    &["minutes", "trial"],
    &["minutes", "trial", "--format", "txt"],
    &["actions", "trial"],
    &["actions", "trial", "--owner", "毒"],
    &["board", "trial"],
    &["history", "trial"],
    &["history", "trial", "--at", "2026-11-20T13:39"],
    &["restore", "trial", "--list"],
    &["check", "trial"],
];

fn question(user: &User) {
    for asked in QUESTIONS {
        for more in [&[][..], &["--json"], &["--lang", "en"]] {
            ask(user, &[asked, more].concat());
        }
    }
}

#[test]
fn every_text_of_a_council_is_shown_safely_wherever_it_comes_out() {
    let council = filled(&sample(), POISON);
    let user = user_with(&council);
    assert_eq!(open(&user).unwrap().council().members, council.members, "kept as it is in the file");
    question(&user);
    for format in ["md", "txt"] {
        let paper = user.folder.path().join(format);
        ask(&user, &["minutes", "trial", "--format", format, "-o", paper.to_str().unwrap()]);
        assert_safe(&fs::read_to_string(paper).unwrap(), format);
    }
    for (lang, size) in [(Lang::Ja, (80, 24)), (Lang::En, (120, 40)), (Lang::Ja, (60, 18))] {
        walk(&council, lang, size);
    }
}

#[test]
fn a_megabyte_in_one_line_is_shown_as_far_as_anybody_looks() {
    for unit in ["議長が開会を宣言した。", "\u{301}"] {
        let long = unit.repeat((1 << 20) / unit.len());
        let mut council = sample();
        let body = council.bodies.values_mut().find(|body| !body.lines.is_empty()).expect("a record");
        let mut lines = body.lines.to_vec();
        lines[0].text.clone_from(&long);
        body.lines = lines.into();
        let mut actions = council.actions.to_vec();
        actions[0].text.clone_from(&long);
        council.actions = actions.into();
        council.head.name.clone_from(&long);
        let user = user_with(&council);
        for asked in
            [&["list"][..], &["record", "trial"], &["actions", "trial", "--json"], &["check", "trial"]]
        {
            ask(&user, asked);
        }
        walk(&council, Lang::Ja, (80, 24));
    }
}

#[test]
fn a_megabyte_to_be_captured_or_imported_is_refused_with_its_line() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let long = "長い話。".repeat(100_000);
    let lines = user.file("lines.txt", format!("決定：やる\n{long}\n"));
    refused(&user, &["capture", "trial", &lines], &["2行目"]);
    let many = user.file("many.txt", "話した。\n".repeat(100_000));
    refused(&user, &["capture", "trial", &many], &["100000"]);
    let roster = user.file("long.csv", format!("氏名,職\n甲,課長\n{long},係長\n"));
    refused(&user, &["import", "roster", "trial", &roster], &["3行目"]);
    let people: String = (0..100_000).map(|n| format!("甲{n},課長\n")).collect();
    let roster = user.file("many.csv", format!("氏名,職\n{people}"));
    refused(&user, &["import", "roster", "trial", &roster], &["100000"]);
    assert_eq!(open(&user).unwrap().council().members.len(), 0, "all of it, or nothing");
}

#[test]
fn a_roster_and_lines_of_escapes_are_taken_in_clean() {
    let user = User::with_meeting();
    user.ok("meeting trial start fy2026-1");
    let cell = POISON.replace(['\n', '\r', '\u{85}', '\u{2028}'], "");
    for bytes in [
        format!("氏名,職,所属\n{cell}甲,{cell},{cell}\n").into_bytes(),
        format!("\u{feff}氏名,職\r\n乙,課長{cell}\r\n").into_bytes(),
        b"\xff\xfe\xff".to_vec(),
        "氏名,職\n\"開いたまま,課長\n".into(),
        "\0\0\0\0".into(),
        "((((".repeat(10_000).into(),
    ] {
        let roster = user.file("roster.csv", &bytes);
        ask(&user, &["import", "roster", "trial", &roster, "--rest"]);
        for kind in ["actions", "sheet", "minutes"] {
            ask(&user, &["import", kind, "trial", &roster, "--rest"]);
        }
        let lines = user.file("lines.txt", &bytes);
        ask(&user, &["capture", "trial", &lines]);
    }
    let workspace = open(&user).unwrap();
    let council = workspace.council();
    assert!(!council.members.is_empty());
    assert!(council.members.iter().all(|it| !format!("{}{}", it.name, it.post).contains(is_hidden)));
    assert!(council.bodies.values().flat_map(|it| &*it.lines).all(|it| !it.text.contains(is_hidden)));
    question(&user);
}

/// What a file may hold that is no file of ours, and whether its place is told.
fn broken() -> Vec<Vec<u8>> {
    let deep = |open: &str| format!("Council(format: 2, {}", open.repeat(100_000)).into_bytes();
    vec![
        Vec::new(),
        b"\0".repeat(1 << 16),
        b"Council(format: 2, \xff\xfe)".to_vec(),
        format!("Council(format: 2, seq: {POISON})").into_bytes(),
        format!("(format: 2,\n seq: 0,\n {POISON}: \"\u{1b}[2J\")").into_bytes(),
        "/*".repeat(100_000).into_bytes(),
        "x".repeat(1 << 20).into_bytes(),
        deep("("),
        deep("["),
        deep("{"),
        deep("Some("),
        deep("head: ("),
    ]
}

#[test]
fn a_file_that_is_none_is_refused_with_its_place() {
    let user = user_with(&sample());
    let names = ["council", "organisations", "members", "roles", "actions", "points", "meetings/fy2026-1"];
    let meeting = sample().meetings.iter().last().expect("a meeting").id.to_string();
    for name in names.map(|name| name.replace("fy2026-1", &meeting)) {
        let path = dir(&user).join(format!("{name}.ron"));
        let sound = fs::read(&path).unwrap();
        for bytes in broken() {
            fs::write(&path, &bytes).unwrap();
            let problem = open(&user).unwrap_err();
            let Problem::Unreadable(mistake) = &problem else { panic!("{name}: {problem:?}") };
            assert_eq!(mistake.path, path);
            assert!(mistake.place.line > 0 && mistake.place.column > 0, "{:?}", mistake.place.line);
            for words in [Lang::Ja, Lang::En].map(Words::new) {
                let mark = words.problem(&problem).mark.expect("a place in a file is shown");
                for row in mark.rows(Ruler::default(), 72) {
                    assert_safe(&row, &name);
                }
            }
            assert!(!check(&Home::at(user.home()), Some("trial")).is_empty());
        }
        let stem = name.rsplit('/').next().unwrap();
        for (lang, place) in [("ja", "行目"), ("en", "line ")] {
            refused(&user, &["record", "trial", "--lang", lang], &[stem, place]);
            ask(&user, &["list", "--lang", lang]);
            ask(&user, &["check", "trial", "--json", "--lang", lang]);
        }
        fs::write(&path, sound).unwrap();
    }
    open(&user).unwrap();
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let user = user_with(&sample());
    let before = open(&user).unwrap().council().clone();
    let lists = ["council", "organisations", "members", "roles", "actions", "points"];
    for name in lists {
        let path = dir(&user).join(format!("{name}.ron"));
        let there = fs::read_to_string(&path).unwrap();
        fs::write(path, format!("\u{feff}{}", there.replace('\n', "\r\n"))).unwrap();
    }
    assert_eq!(open(&user).unwrap().council(), &before);
    fs::write(user.home().join("config.ron"), "\u{feff}(\r\n  lang: en,\r\n)\r\n").unwrap();
    question(&user);
}

#[test]
fn what_stands_beside_the_records_is_read_as_far_as_it_can_be_trusted() {
    let summed =
        |text: &[u8]| [format!("(\"{:08x}\",", crc32fast::hash(text)).as_bytes(), text, b")\n"].concat();
    let mut lines = broken();
    lines.push(summed(&b"(".repeat(100_000)));
    lines.push(summed(b"\xff\xfe"));
    lines.push(summed("(seq:1,at:\"2026-11-20T14:00:00\",by:\"\u{1b}[2J\",kind:Work,edits:[])".as_bytes()));
    lines.push(b"(\"00000000\",())\n".repeat(100_000));
    for bytes in lines {
        for name in ["journal.ron", "history/2026-10.ron", "draft.ron", ".pen.ron", "meetings/.heads.ron"] {
            let user = user_with(&sample());
            let path = dir(&user).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &bytes).unwrap();
            open(&user).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
            let mut workspace = Home::at(user.home()).open("trial").unwrap();
            drop((workspace.recent(), workspace.draft(), workspace.holder(), workspace.follow()));
            workspace.take_pen(&writer(""), true).unwrap();
            workspace.close(at("2026-11-20T13:50:00")).unwrap();
            assert_eq!(open(&user).unwrap().council().members, sample().members, "{name}");
        }
    }
}

#[test]
fn who_has_the_pen_and_what_is_set_is_told_safely() {
    let user = user_with(&sample());
    let name = ron::to_string(POISON).unwrap();
    let pen = format!("(by:{name},host:{name},process:1,since:\"2026-11-20T13:00:00\",token:9)");
    fs::write(dir(&user).join(".pen.ron"), pen).unwrap();
    refused(&user, &["import", "roster", "trial", &user.file("r.csv", "氏名\n甲\n")], &["毒"]);
    fs::write(dir(&user).join("draft.ron"), format!("(meeting:{name},text:{name},seq:0)")).unwrap();
    question(&user);
    for config in [
        format!("(lang: {POISON})"),
        format!("(name: {name}, lang: ja)"),
        "(".repeat(100_000),
        format!("(theme: {name})"),
    ] {
        fs::write(user.home().join("config.ron"), config).unwrap();
        question(&user);
    }
    let mut command = user.command();
    command.args(["list"]).env("NORISHIRO_NOW", POISON.replace('\0', "")).env("LANG", "\u{1b}[2J");
    run(command);
}

#[test]
fn what_is_typed_at_the_shell_cannot_talk_to_the_terminal() {
    let user = user_with(&sample());
    let poison = POISON.replace('\0', "");
    let long = "長".repeat(30_000);
    let mut words: Vec<OsString> = vec![poison.clone().into(), long.into(), "../../x".into(), "".into()];
    #[cfg(unix)]
    words.push(std::os::unix::ffi::OsStringExt::from_vec(b"\xff\x1b[2J\xfe".to_vec()));
    for word in &words {
        for before in [
            &[][..],
            &["--"],
            &["open"],
            &["open", "--"],
            &["record", "--"],
            &["record", "trial", "--meeting"],
            &["search", "trial", "--"],
            &["minutes", "trial", "-o"],
            &["new", "other", "--name"],
            &["new", "other", "--name", "会", "--template"],
            &["actions", "trial", "--owner"],
            &["history", "trial", "--at"],
            &["history", "trial", "--record"],
            &["restore", "trial", "--from"],
            &["import", "roster", "trial", "--"],
            &["capture", "trial", "--"],
            &["check", "--"],
            &["list", "--lang"],
            &["list", "--now"],
            &["--home"],
            &["completions", "--"],
        ] {
            let mut command = user.command();
            command.args(before).arg(word).arg("--lang=en");
            run(command);
        }
    }
}

#[cfg(unix)]
#[test]
fn names_in_the_folder_are_told_safely_and_never_followed() {
    use std::os::unix::ffi::OsStringExt;
    let user = user_with(&sample());
    let odd: Vec<OsString> = vec![
        "\u{1b}]52;c;cm0gLXJm\u{7}.ron".into(),
        "二行\nの名.ron".into(),
        "\u{202e}nor.ron".into(),
        OsString::from_vec(b"\xff\xfe.ron".to_vec()),
        "a b.ron".into(),
        ".ron".into(),
        "fy+2024".into(),
        "fy99999999999".into(),
        "actions.ron".into(),
    ];
    for folder in [
        "councils",
        "councils/trial",
        "councils/trial/meetings",
        "councils/trial/past",
        "councils/trial/history",
        "backups/trial",
    ] {
        let folder = user.home().join(folder);
        fs::create_dir_all(&folder).unwrap();
        for name in &odd {
            for make in [as_file, as_folder] {
                let path = folder.join(name);
                if path.exists() {
                    continue;
                }
                make(&path);
                for asked in
                    [&["list"][..], &["record", "trial"], &["check"], &["restore", "trial", "--list"]]
                {
                    ask(&user, asked);
                }
                let _ = fs::remove_file(&path).or_else(|_| fs::remove_dir(&path));
            }
        }
    }
    open(&user).unwrap();
}

fn as_file(path: &Path) {
    fs::write(path, POISON).unwrap();
}

fn as_folder(path: &Path) {
    fs::create_dir(path).unwrap();
}

/// This many copies of a record, each with a number of its own.
fn many<T: Record>(record: &T, number: impl Fn(&mut T, usize)) -> List<T> {
    let copies = (0..100_000).map(|at| {
        let mut copy = record.clone();
        number(&mut copy, at);
        copy
    });
    copies.collect::<Vec<_>>().into()
}

#[test]
fn a_hundred_thousand_records_are_read_checked_and_drawn() {
    let sample = sample();
    let mut people = sample.clone();
    people.members = many(&sample.members[0], |it, at| {
        it.id = format!("m{at}").into();
        it.organisation = Some("nowhere".into());
    });
    let mut work = sample.clone();
    work.actions = many(&sample.actions[0], |it, at| {
        it.id = format!("a{at}").into();
        it.number = u32::try_from(at).unwrap() + 1;
    });
    work.head.next_action = 100_001;
    let mut talk = sample.clone();
    let (id, body) = sample.bodies.iter().find(|(_, body)| !body.lines.is_empty()).expect("a record");
    let mut body = body.clone();
    body.lines = many(&body.lines[0], |it, at| it.id = format!("l{at}").into());
    talk.bodies.insert(id.clone(), body);
    for council in [people, work, talk] {
        let user = user_with(&council);
        ask(&user, &["check", "trial"]);
        let mut desk = Desk::new(council, Lang::Ja, 80, 24);
        for key in "Esc Alt-2 End Alt-4 End Alt-6 Tab あ Enter".split(' ') {
            desk.press(key);
            draw(&desk);
        }
    }
}
