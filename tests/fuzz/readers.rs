//! The readers, and what holds of each whatever it reads.

use super::{
    folder::{self, Workbench, assert_clean, assert_said, assert_shown, both, now, today},
    memory_disk::MemoryDisk,
    support::{Desk, screen_text},
    tokens::{CAPTURE, CHANGES, DATES, PASTE, RON, SEARCH, SHEET},
};
use chrono::NaiveTime;
use fastrand::Rng;
use norishiro::{
    cli::settings::{Config, moment},
    domain::{
        History, Mint,
        decide::{
            self,
            saying::{Done, Saying, take_in},
        },
    },
    intake::{self, Kind, Wanted},
    knowledge::readings::readings,
    store::Home,
    text::{
        capture,
        check_in::candidates,
        clean::{clean_text, is_hidden, shown, split_paste},
        dates,
        editor::Editor,
        fold::{alike, fold},
        near::nearest,
        ruler::Ruler,
        search::{Index, Query, matched},
        wrap::wrap,
    },
    words::Lang,
};
use std::{path::Path, sync::Arc};

/// One reader of what others wrote.
pub struct Reader {
    /// Also the folder of its corpus.
    pub name: &'static str,
    /// Files of the repository that belong to its corpus.
    pub real: &'static [&'static str],
    pub tokens: &'static [&'static str],
    /// How often it comes up.
    pub share: usize,
    /// Reads an input, and panics when something does not hold.
    pub read: fn(&Workbench, &[u8], Care),
}

/// How much is asked of what was read.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Care {
    Quick,
    /// It is written, and read again.
    Careful,
    /// It is drawn, printed and searched, too.
    Thorough,
}

const fn workspace(
    name: &'static str,
    real: &'static [&'static str],
    read: fn(&Workbench, &[u8], Care),
) -> Reader {
    Reader { name, real, tokens: RON, share: 4, read }
}

pub const READERS: &[Reader] = &[
    workspace(
        "council",
        &["tests/format/v1/council.ron", "data/samples/toyokawa/council.ron"],
        |bench, bytes, care| {
            bench.open("council.ron", bytes, care);
        },
    ),
    workspace("organisations", &["tests/format/v1/organisations.ron"], |bench, bytes, care| {
        bench.open("organisations.ron", bytes, care);
    }),
    workspace("members", &["tests/format/v1/members.ron"], |bench, bytes, care| {
        bench.open("members.ron", bytes, care);
    }),
    workspace("roles", &["tests/format/v1/roles.ron"], |bench, bytes, care| {
        bench.open("roles.ron", bytes, care);
    }),
    workspace("actions", &["tests/format/v1/actions.ron"], |bench, bytes, care| {
        bench.open("actions.ron", bytes, care);
    }),
    workspace("points", &["tests/format/v1/points.ron"], |bench, bytes, care| {
        bench.open("points.ron", bytes, care);
    }),
    workspace("meeting", &["tests/format/v1/meetings/fy2026-1.ron"], |bench, bytes, care| {
        bench.open("meetings/fy2026-1.ron", bytes, care);
    }),
    workspace("shelf", &["tests/format/v2/actions.ron"], |bench, bytes, care| {
        bench.open("past/fy2024/actions.ron", bytes, care);
    }),
    workspace("past", &[], |bench, bytes, care| {
        bench.open("past/fy2025/fy2025-1.ron", bytes, care);
    }),
    Reader { name: "journal", real: &[], tokens: CHANGES, share: 4, read: folder::journal },
    Reader { name: "history", real: &[], tokens: CHANGES, share: 3, read: folder::history },
    Reader { name: "draft", real: &[], tokens: RON, share: 3, read: folder::draft },
    Reader { name: "pen", real: &[], tokens: RON, share: 3, read: folder::pen },
    Reader { name: "heads", real: &[], tokens: RON, share: 3, read: folder::heads },
    Reader {
        name: "config",
        real: &[],
        tokens: &["lang", "theme", "ambiguous", "ja", "en", "auto", "Some(", "(", ")", ",", ":"],
        share: 12,
        read: config,
    },
    Reader { name: "roster", real: &[], tokens: SHEET, share: 16, read: roster },
    Reader { name: "capture", real: &[], tokens: CAPTURE, share: 16, read: capture_lines },
    Reader { name: "search", real: &[], tokens: SEARCH, share: 12, read: search },
    Reader { name: "check-in", real: &[], tokens: CAPTURE, share: 8, read: check_in },
    Reader { name: "entry", real: &[], tokens: DATES, share: 24, read: entry },
    Reader { name: "paste", real: &[], tokens: PASTE, share: 6, read: paste },
];

fn config(_: &Workbench, bytes: &[u8], _: Care) {
    let disk = Arc::new(MemoryDisk::default());
    disk.put(Path::new("/home/config.ron"), bytes);
    if let Err(problem) = Home::on("/home", disk).config::<Config>() {
        assert_said(&problem);
    }
}

fn roster(bench: &Workbench, bytes: &[u8], _: Care) {
    let mut council = bench.council.clone();
    for kind in Kind::ALL {
        let Ok(material) = intake::read(kind, bytes) else { continue };
        let wanted = Wanted {
            kind,
            maps: Vec::new(),
            meeting: bench.small.meetings.first().map(|it| it.id.clone()),
            year: 2026,
            empties: false,
            now: today().and_time(NaiveTime::MIN),
        };
        let of = if kind == Kind::Minutes { &bench.small } else { &bench.council };
        let Ok(plan) = intake::plan(&material, &wanted, of, &mut Mint::seeded(1)) else { continue };
        let mut after = of.clone();
        after.apply_all(&plan.imported.edits).expect("an import fits the council it was made for");
        for it in &plan.imported.refused {
            both().iter().for_each(|words| assert!(!words.intake_refused(&it.why).is_empty()));
        }
        if kind == Kind::Roster {
            council = after;
        }
    }
    for it in &council.members {
        [&it.name, &it.kana, &it.post, &it.email].into_iter().for_each(|text| assert_clean(text));
    }
    council.organisations.iter().for_each(|it| assert_clean(&it.name));
}

fn capture_lines(bench: &Workbench, bytes: &[u8], care: Care) {
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
        for doubt in &captured.doubts {
            both().iter().for_each(|words| assert!(!words.doubt(doubt).is_empty()));
            assert!(typed.contains(doubt.typed()), "{typed:?} has {doubt:?}");
            for choice in doubt.choices(today()) {
                let settled =
                    capture::Reader::of(&council, today()).with(&[doubt.answer(&choice)]).read(typed);
                assert!(settled.is_some_and(|it| !it.doubts.contains(doubt)), "{typed:?} as {choice:?}");
            }
        }
        let saying = Saying { council: &council, meeting: &meeting, item: None, at: now(), alike };
        let Ok(outcome) = take_in(&saying, &captured.said, typed, &mut mint) else { continue };
        council.apply_all(&outcome.edits).expect("a decision fits the council it was made for");
        let written = match &outcome.done {
            Done::Written(id) | Done::Continued(id) | Done::Kept(id, _) => id,
            done => {
                assert!(both().iter().all(|words| !words.said_done(&council, done, true).is_empty()));
                continue;
            }
        };
        let line =
            council.body(&meeting).and_then(|body| body.lines.get(written)).expect("it was just written");
        if matches!(outcome.done, Done::Kept(..)) {
            assert_eq!(line.text, *typed, "to the letter");
            continue;
        }
        let action = decide::record::action_of(&council, line);
        let written = capture::write(&council, today(), line, action);
        let again =
            capture::read_again(&council, today(), &written, line, action).expect("a line that is there");
        let again = again.into_line(&written);
        let (kind, text) = (line.kind.plain(), &line.text);
        assert_eq!((again.kind, &again.text), (kind, text), "{typed:?} as {written:?}");
        assert_eq!(again.private, line.private, "{typed:?} as {written:?}");
    }
    if care == Care::Thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::Ja, 60, 18);
        desk.press("6 Tab").paste(&text).press("Enter");
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

/// A query over the whole council: nothing of it goes unanswered, and what it finds is told and marked.
fn search(bench: &Workbench, bytes: &[u8], care: Care) {
    let text = String::from_utf8_lossy(bytes);
    let history = History::new(bench.small.clone(), 0);
    let index = Index::of(&history, readings());
    let council = history.council();
    let query = Query::read(&text, council, today(), index.readings());
    assert_eq!(query.is_empty() && query.doubts.is_empty(), fold(&text.replace(is_quote, "")).is_empty());
    query.doubts.iter().for_each(|doubt| assert!(!both()[0].query_doubt(doubt).is_empty()));
    let found = index.find(&query, council, false);
    for entry in &found {
        assert_eq!(entry.off_record(council), Some(false));
        let told = both()[1].told(council, entry).expect("what was found is there");
        for part in matched(&told.text, &query.words) {
            assert!(!told.text[part].is_empty());
        }
    }
    assert!(matched(&text, &query.words).iter().all(|part| text.get(part.clone()).is_some()));
    if care == Care::Thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::En, 60, 18);
        desk.press("Ctrl-F").paste(&text);
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”' | '„' | '‟')
}

fn check_in(bench: &Workbench, bytes: &[u8], care: Care) {
    let text = String::from_utf8_lossy(bytes);
    for meeting in &bench.council.meetings {
        let found = candidates(&bench.council, meeting, &text);
        assert!(found.len() <= bench.council.members.len());
    }
    if care == Care::Thorough {
        let mut desk = Desk::new(bench.council.clone(), Lang::Ja, 60, 18);
        desk.press("Ctrl-R").paste(&text);
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

/// Dates, times, lengths, dues, and what a meeting is called on the command line.
fn entry(bench: &Workbench, bytes: &[u8], _: Care) {
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
fn paste(bench: &Workbench, bytes: &[u8], care: Care) {
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
    if care == Care::Thorough {
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
