//! The readers, and what holds of each whatever it reads.

use super::{
    memory_disk::MemoryDisk,
    support::{Desk, at, screen_text},
};
use chrono::{NaiveDate, NaiveDateTime};
use fastrand::Rng;
use norishiro::{
    cli::{
        input, roster_table,
        settings::{Config, moment},
    },
    domain::{Council, Mint, decide},
    knowledge::samples,
    paper,
    store::{Home, Problem, check, nearest},
    text::{
        capture,
        check_in::candidates,
        clean::{clean_text, is_hidden, shown, split_paste},
        dates,
        editor::Editor,
        fold::fold,
        ruler::Ruler,
        wrap::wrap,
    },
    words::{Lang, Words},
};
use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

/// One reader of what others wrote.
pub struct Reader {
    /// Also the folder of its corpus.
    pub name: &'static str,
    /// Files of the repository that belong to its corpus.
    pub real: &'static [&'static str],
    pub tokens: &'static [&'static str],
    /// How often it comes up.
    pub share: usize,
    /// Reads an input, thoroughly now and then, and panics when something does not hold.
    pub read: fn(&Workbench, &[u8], bool),
}

const RON: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\\u{202e}",
    "\\u{1b}",
    "\\n",
    "r#\"",
    "\"#",
    "/*",
    "*/",
    "//",
    "None",
    "Some(",
    "#![enable(unwrap_newtypes)]",
    "#![enable(explicit_struct_names)]",
    "true",
    "inf",
    "NaN",
    "'",
    "-",
    "id:",
    "format: 2",
    "seq: 1",
    "format: 1",
    "\"2026-11-20\"",
    "\"+262142-12-31\"",
    "\"-262143-01-01\"",
    "\"0000-01-01\"",
    "\"9999-12-31\"",
    "\"23:59:60\"",
    "\"24:00:00\"",
    "\"2026-11-20T14:00:00\"",
    "\"+262142-12-31T23:59:59\"",
    "\"-262143-01-01T00:00:00\"",
    "Member(\"",
    "Organisation(\"",
    "Role(\"",
    "Decision(",
    "Action(",
    "On(",
    "NextMeeting",
    "Open",
    "Current",
    "Running",
    "Held",
    "Planned",
    "Skipped",
    "OpenActions(\"fy2026-1\",[",
    "minutes: 4294967295,",
    "number: 4294967295,",
    "ordinal: 4294967295,",
    "fiscal_month: 0,",
    "fiscal_month: 99,",
    "deferred: 4294967295,",
    "next_action: 4294967295,",
    "observers: 4294967295,",
    "fiscal_year: 2147483647,",
    "fiscal_year: -2147483648,",
    "Count(4294967295)",
    "label: \"\",",
    "name: \"\",",
    "text: \"\",",
    "recurring: true,",
    "state: ",
    "kind: ",
    "points: [",
];

const CAPTURE: &[&str] = &[
    "：",
    ":",
    "〜",
    "~",
    "、",
    "・",
    " to ",
    "と",
    " and ",
    "（",
    "）",
    "(",
    ")",
    "＼",
    "\\",
    "¥",
    "……",
    "...",
    "#6",
    "＃ツール",
    "#10",
    "#11",
    "決定：",
    "宿題：",
    "提案",
    "論点：",
    "保留：",
    "メモ：",
    "RESOLVED: ",
    "ACTION: ",
    "期限",
    "12/20",
    "まで",
    "までに",
    "次回",
    "なし",
    " by ",
    " due ",
    "農務課",
    "保健センター",
    "会長",
    "課長",
    "委員",
    "さん",
    "令和8年",
    "来週金曜",
    "14:30",
    "https://",
    "C:\\",
    "\u{3000}",
    " ",
];

const DATES: &[&str] = &[
    "令和",
    "平成",
    "㋿",
    "R",
    "元",
    "年",
    "月",
    "日",
    "/",
    "-",
    ".",
    "（金）",
    "(Fri)",
    "曜日",
    "来週",
    "再来月",
    "末",
    "後",
    "+",
    "w",
    "in ",
    " days",
    "次回",
    "まで",
    "午後",
    "pm",
    "時",
    "半",
    "分",
    "時間",
    ":",
    "h",
    "T",
    "Dec",
    "20th",
    "next ",
    "今年度",
    "２０",
    "9999",
];

const SHEET: &[&str] = &[
    ",",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "氏名",
    "職",
    "所属",
    "役職",
    "区分",
    "ふりがな",
    "メール",
    "name",
    "email",
    "会長",
    "副会長",
    "事務局",
    "地域",
    "@",
    "a@b.example",
    "\u{feff}",
    "\t",
    ";",
    "農務課",
    "課長",
];

const PASTE: &[&str] = &[
    "\n",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "か\u{3099}",
    "ﾊﾞ",
    "。",
    "「",
    "ー",
    "  ",
    "\u{3000}",
    "宿題：",
    "\u{200d}",
];

const fn workspace(
    name: &'static str,
    real: &'static [&'static str],
    read: fn(&Workbench, &[u8], bool),
) -> Reader {
    Reader { name, real, tokens: RON, share: 5, read }
}

pub const READERS: &[Reader] = &[
    workspace(
        "council",
        &["tests/format/v1/council.ron", "data/samples/toyokawa/council.ron"],
        |bench, bytes, thorough| {
            bench.open("council.ron", bytes, thorough);
        },
    ),
    workspace("organisations", &["tests/format/v1/organisations.ron"], |bench, bytes, thorough| {
        bench.open("organisations.ron", bytes, thorough);
    }),
    workspace("members", &["tests/format/v1/members.ron"], |bench, bytes, thorough| {
        bench.open("members.ron", bytes, thorough);
    }),
    workspace("roles", &["tests/format/v1/roles.ron"], |bench, bytes, thorough| {
        bench.open("roles.ron", bytes, thorough);
    }),
    workspace("actions", &["tests/format/v1/actions.ron"], |bench, bytes, thorough| {
        bench.open("actions.ron", bytes, thorough);
    }),
    workspace("points", &["tests/format/v1/points.ron"], |bench, bytes, thorough| {
        bench.open("points.ron", bytes, thorough);
    }),
    workspace("meeting", &["tests/format/v1/meetings/fy2026-1.ron"], |bench, bytes, thorough| {
        bench.open("meetings/fy2026-1.ron", bytes, thorough);
    }),
    Reader {
        name: "config",
        real: &[],
        tokens: &["lang", "theme", "ambiguous", "ja", "en", "auto", "Some(", "(", ")", ",", ":"],
        share: 3,
        read: config,
    },
    Reader { name: "roster", real: &[], tokens: SHEET, share: 8, read: roster },
    Reader { name: "capture", real: &[], tokens: CAPTURE, share: 10, read: capture_lines },
    Reader { name: "check-in", real: &[], tokens: CAPTURE, share: 4, read: check_in },
    Reader { name: "entry", real: &[], tokens: DATES, share: 8, read: entry },
    Reader { name: "paste", real: &[], tokens: PASTE, share: 8, read: paste },
];

/// What the readers read into.
pub struct Workbench {
    files: BTreeMap<String, Vec<u8>>,
    /// What the files say.
    small: Council,
    /// The sample.
    council: Council,
}

const SLUG: &str = "pt";

fn today() -> NaiveDate {
    now().date()
}

fn now() -> NaiveDateTime {
    at("2026-11-20T14:00:00")
}

fn both() -> [Words; 2] {
    [Lang::Ja, Lang::En].map(Words::new)
}

/// Nothing in a text for a terminal or a file is obeyed or unseen.
fn assert_shown(text: &str) {
    let hidden = text.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'));
    assert_eq!(hidden, None, "in {text:?}");
}

/// What was taken in holds nothing that is obeyed or unseen, nor a second line.
fn assert_clean(text: &str) {
    assert!(!text.contains(is_hidden), "{text:?}");
}

fn assert_said(problem: &Problem) {
    for words in both() {
        let said = words.problem(problem);
        assert!(!said.what.is_empty() && !said.next.is_empty(), "{problem:?}");
        for row in said.mark.iter().flat_map(|mark| mark.rows(Ruler::default(), 72)) {
            assert_shown(&row);
            assert!(Ruler::default().width(&row) <= 74, "{row:?}");
        }
    }
}

impl Workbench {
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/v1");
        let names = [
            "council",
            "organisations",
            "members",
            "roles",
            "actions",
            "points",
            "meetings/fy2026-1",
            "meetings/fy2026-2",
        ];
        let files = names.map(|name| format!("{name}.ron"));
        let files: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|name| (name.clone(), fs::read(root.join(name)).unwrap())).collect();
        let home = Home::on("/home", Arc::new(MemoryDisk::default()));
        let council = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample").council().clone();
        let mut bench = Self { files, small: council.clone(), council };
        bench.small = bench.home("", b"").open(SLUG).expect("sound files").council().clone();
        bench
    }

    /// A home with the small council, one of its files being another.
    fn home(&self, name: &str, bytes: &[u8]) -> Home {
        let disk = Arc::new(MemoryDisk::default());
        let dir = Path::new("/home/councils").join(SLUG);
        for (path, content) in &self.files {
            disk.put(&dir.join(path), if path == name { bytes } else { content });
        }
        Home::on("/home", disk)
    }

    /// Opens a council with one file in the place of a sound one. One that opens says the same after it was written and read again.
    fn open(&self, name: &str, bytes: &[u8], thorough: bool) {
        let home = self.home(name, bytes);
        let council = match home.open(SLUG) {
            Ok(workspace) => workspace.council().clone(),
            Err(problem) => return assert_said(&problem),
        };
        let written = home
            .create("again", &council)
            .unwrap_or_else(|problem| panic!("written, but not read: {problem:?}"));
        assert_eq!(written.council(), &council, "another council after it was written");
        if thorough {
            inspect(&home, &council);
        }
    }
}

/// What is shown, printed and said of a council that opens.
fn inspect(home: &Home, council: &Council) {
    for finding in check(home, Some(SLUG)) {
        both().iter().for_each(|words| assert!(!words.finding(&finding).problem.is_empty()));
    }
    for meeting in &council.meetings {
        let papers = both()
            .into_iter()
            .filter_map(|words| paper::minutes(council, meeting, words, Default::default()));
        for document in papers {
            assert_shown(&paper::markdown::write(&document));
            assert_shown(&paper::plain::write(&document));
        }
    }
    look_at(council, Lang::Ja);
}

/// Every pane, drawn small, with a few steps in each.
fn look_at(council: &Council, lang: Lang) {
    let mut desk = Desk::new(council.clone(), lang, 60, 18);
    desk.press("Esc");
    for keys in [
        "1 Down Enter",
        "1 Esc Esc",
        "2 Down Enter",
        "2 o Enter",
        "3 Down Enter",
        "4 v v v Enter",
        "5 Down Enter",
        "6 Up Enter Esc",
        "F1 Esc",
        "Alt-1 F11 Esc",
    ] {
        desk.press(keys);
        let text = screen_text(&desk.buffer().0);
        assert_shown(&text);
    }
}

fn config(_: &Workbench, bytes: &[u8], _: bool) {
    let disk = Arc::new(MemoryDisk::default());
    disk.put(Path::new("/home/config.ron"), bytes);
    if let Err(problem) = Home::on("/home", disk).config::<Config>() {
        assert_said(&problem);
    }
}

fn roster(bench: &Workbench, bytes: &[u8], _: bool) {
    let Some(table) = input::text_of(bytes).as_deref().and_then(roster_table::read) else { return };
    let imported = decide::import::roster(&bench.council, &table.rows, fold, &mut Mint::seeded(1));
    let mut council = bench.council.clone();
    council.apply_all(&imported.edits).expect("an import fits the council it was made for");
    let refused = imported.refused.len() + table.refused.len();
    let (added, changed) = (imported.added, imported.changed);
    assert_eq!(added + changed + imported.unchanged + imported.refused.len(), table.rows.len());
    assert!(refused > 0 || table.rows.is_empty() || added + changed + imported.unchanged > 0);
    for why in imported.refused.iter().chain(&table.refused).map(|it| &it.why) {
        both().iter().for_each(|words| assert!(!words.import_refused(why).is_empty()));
    }
    for it in &council.members {
        [&it.name, &it.kana, &it.post, &it.email].into_iter().for_each(|text| assert_clean(text));
    }
    council.organisations.iter().for_each(|it| assert_clean(&it.name));
}

fn capture_lines(bench: &Workbench, bytes: &[u8], thorough: bool) {
    let text = String::from_utf8_lossy(bytes);
    let mut council = bench.small.clone();
    let Some(meeting) = council.running().or(council.meetings.first()).map(|it| it.id.clone()) else {
        return;
    };
    let mut mint = Mint::seeded(1);
    for typed in split_paste(&text).iter().take(8) {
        let before: String = typed.chars().take(12).collect();
        let completions = capture::completions(&council, today(), &before);
        completions.iter().for_each(|it| assert!(before.is_char_boundary(it.start)));
        let Some(captured) = capture::read(&council, today(), typed) else {
            assert!(typed.trim().is_empty());
            continue;
        };
        captured.doubts.iter().for_each(|doubt| assert!(!both()[0].doubt(doubt).is_empty()));
        let decision =
            decide::record::write(&council, &meeting, None, captured.line.clone(), now(), &mut mint);
        let Ok(edits) = decision else { continue };
        council.apply_all(&edits).expect("a decision fits the council it was made for");
        let line = council.body(&meeting).and_then(|body| body.lines.last()).expect("it was just written");
        let action = decide::record::action_of(&council, line);
        let written = capture::write(&council, today(), line, action);
        let again =
            capture::read_again(&council, today(), &written, line, action).expect("a line that is there");
        assert_eq!(
            (again.line.kind, &again.line.text),
            (line.kind.plain(), &line.text),
            "{typed:?} as {written:?}"
        );
    }
    if thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::Ja, 60, 18);
        desk.press("6 Tab").paste(&text).press("Enter");
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

fn check_in(bench: &Workbench, bytes: &[u8], thorough: bool) {
    let text = String::from_utf8_lossy(bytes);
    for meeting in &bench.council.meetings {
        let found = candidates(&bench.council, meeting, &text);
        assert!(found.len() <= bench.council.members.len());
    }
    if thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::Ja, 60, 18);
        desk.press("Ctrl-R").paste(&text);
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

/// Dates, times, lengths, dues, and what a meeting is called on the command line.
fn entry(bench: &Workbench, bytes: &[u8], _: bool) {
    let text = String::from_utf8_lossy(bytes);
    match dates::parse_date(&text, today()) {
        Ok(date) => {
            assert_eq!(dates::parse_date(&dates::iso(date), today()), Ok(date));
            assert_eq!(dates::parse_date(&dates::era_date(date), today()), Ok(date));
        }
        Err(refusal) => {
            both().iter().for_each(|words| assert!(!words.date_refusal(&text, &refusal).is_empty()))
        }
    }
    let _ = (
        dates::parse_time(&text),
        dates::parse_minutes(&text),
        capture::read_due(&text, today()),
        moment(&text),
    );
    let ids: Vec<String> = bench.council.meetings.iter().map(|it| it.id.to_string()).collect();
    if let Some(meeting) = bench.council.find_meeting(&text) {
        assert_eq!(nearest(meeting.id.as_str(), ids.iter().map(String::as_str)), Some(meeting.id.as_str()));
    }
    let _ = nearest(&text, ids.iter().map(String::as_str));
}

/// What is pasted into fields and notes, and drawn.
fn paste(bench: &Workbench, bytes: &[u8], thorough: bool) {
    let text = String::from_utf8_lossy(bytes);
    let clean = clean_text(&text);
    assert!(!clean.contains(|c| is_hidden(c) && c != '\n'), "{clean:?}");
    let mut chance = Rng::with_seed(bytes.len() as u64);
    for ruler in [false, true].map(|wide| Ruler { wide }) {
        let cols = chance.usize(2..40);
        for text in [&*text, &clean] {
            assert!(ruler.width(&ruler.cut(text, cols)) <= cols);
            let rows: String = wrap(ruler, text, cols).into_iter().map(|row| &text[row]).collect();
            assert_eq!(rows, text.replace('\n', ""));
            assert_shown(&ruler.cut(text, cols));
            assert_shown(&shown(text));
        }
        for mut editor in [Editor::line(), Editor::note()] {
            edit(&mut editor, &text, ruler, cols, &mut chance);
        }
    }
    if thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::En, 60, 18);
        for keys in ["1 /", "Esc 4 a", "Esc Esc 2 a", "Esc Esc Ctrl-P", "Esc 6 Tab"] {
            desk.press(keys).paste(&text);
            assert_shown(&screen_text(&desk.buffer().0));
        }
    }
}

fn edit(editor: &mut Editor, text: &str, ruler: Ruler, cols: usize, chance: &mut Rng) {
    for _ in 0..6 {
        match chance.u8(..9) {
            0 | 1 => editor.insert(text),
            2 => editor.word_left(),
            3 => editor.kill_word(),
            4 => drop(editor.up(ruler, cols)),
            5 => editor.left(),
            6 => editor.backspace(),
            7 => editor.move_to(chance.usize(..=text.len() + 1)),
            _ => drop(editor.undo()),
        }
        let layout = editor.layout(ruler, cols);
        assert!(layout.cursor_col < cols && layout.cursor_row < layout.rows.len());
        let (shown, column) = editor.window(ruler, cols);
        assert!(ruler.width(&shown) <= cols && column < cols);
    }
    while editor.undo() {}
    assert_eq!(editor.text(), "");
}
