//! What both READMEs say about keys, calls, the capture language and files is what the program does.

use norishiro::{
    app::command,
    domain::decide::{record::NewKind, said::Said},
    knowledge::{readings::readings, samples},
    paper::Kind,
    store::Home,
    text::{
        capture,
        search::{Query, Readings},
    },
    words::{Lang, Words},
};
use serde_json::Value;
use std::{
    collections::{BTreeSet, HashSet},
    fs,
    mem::discriminant,
    path::Path,
    process::{Command, Output},
};

const ENGLISH: &str = include_str!("../README.md");
const JAPANESE: &str = include_str!("../README.ja.md");

/// The rows of the table behind `<!-- name -->`, as cells, without its head.
fn table<'a>(readme: &'a str, name: &str) -> Vec<Vec<&'a str>> {
    let (_, after) = readme.split_once(&format!("<!-- {name} -->\n")).expect("the table is marked");
    let rows = after.lines().take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &'a str| row.trim_matches('|').split(" | ").map(str::trim).collect();
    let rows: Vec<Vec<&str>> = rows.map(cells).collect();
    assert!(rows.len() > 5, "the table {name} is there");
    rows
}

/// What stands between backticks.
fn codes(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_key_belongs_to_the_command_beside_it() {
    for readme in [ENGLISH, JAPANESE] {
        for row in table(readme, "keys").iter().filter(|row| row.len() == 3 && !row[2].is_empty()) {
            let (keys, ids) = (codes(row[0]), codes(row[2]));
            let named =
                |id: &&str| command::all().find(|it| it.id == *id).unwrap_or_else(|| panic!("no {id}"));
            let given: Vec<Vec<String>> =
                ids.iter().map(|id| named(id).keys.iter().map(|key| key.name()).collect()).collect();
            for key in &keys {
                assert!(given.iter().flatten().any(|it| it == key), "{key} is none of {ids:?}");
            }
            for (id, given) in ids.iter().zip(&given) {
                assert!(
                    given.iter().any(|it| keys.contains(&it.as_str())),
                    "{id} has {given:?}, not {keys:?}"
                );
            }
        }
    }
}

#[test]
fn both_languages_tell_the_same_keys_and_calls() {
    let told = |readme, name, columns: &[usize]| -> Vec<Vec<String>> {
        let row = |row: &Vec<&str>| {
            let cells = columns.iter().filter_map(|at| row.get(*at));
            cells.flat_map(|cell| codes(cell)).map(str::to_owned).collect()
        };
        table(readme, name).iter().map(row).collect()
    };
    assert_eq!(told(ENGLISH, "keys", &[0, 2]), told(JAPANESE, "keys", &[0, 2]));
    assert_eq!(told(ENGLISH, "calls", &[0, 1]), told(JAPANESE, "calls", &[0, 1]));
}

#[test]
fn every_paper_is_there_with_its_formats() {
    let kinds = Kind::ALL.map(|kind| {
        let formats = kind.formats().iter().map(|format| format.key().to_owned()).collect::<Vec<_>>();
        (kind.key().to_owned(), formats)
    });
    for readme in [ENGLISH, JAPANESE] {
        let told = table(readme, "papers").into_iter().map(|row| {
            let formats = codes(row[1]).into_iter().map(str::to_owned).collect::<Vec<_>>();
            (codes(row[0])[0].to_owned(), formats)
        });
        assert_eq!(told.collect::<Vec<_>>(), kinds);
    }
}

#[test]
fn every_line_of_the_capture_language_becomes_what_is_said() {
    let folder = tempfile::tempdir().expect("a folder for one test");
    let home = Home::at(folder.path());
    let workspace = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample");
    let today = "2026-11-20".parse().expect("a day");
    for (readme, lang) in [(ENGLISH, Lang::En), (JAPANESE, Lang::Ja)] {
        let words = Words::new(lang);
        let mut kinds = BTreeSet::new();
        for row in table(readme, "capture") {
            let typed = codes(row[0])[0];
            let captured =
                capture::read(workspace.council(), today, typed).expect("something is on the line");
            let kind = words.new_kind(captured.clone().into_line("").kind).to_lowercase();
            assert!(row[1].starts_with(&kind), "{typed} is {kind}, not {}", row[1]);
            assert_eq!(captured.doubts, [], "{typed}");
            kinds.insert(kind);
        }
        let all = [NewKind::Note, NewKind::Speech, NewKind::Decision, NewKind::Action, NewKind::Deferred];
        let all = all.into_iter().chain([NewKind::Proposal, NewKind::Issue, NewKind::Continue]);
        assert_eq!(kinds, all.map(|kind| words.new_kind(kind).to_lowercase()).collect());
    }
}

#[test]
fn every_command_of_the_capture_language_asks_for_something() {
    let folder = tempfile::tempdir().expect("a folder for one test");
    let home = Home::at(folder.path());
    let workspace = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample");
    let today = "2026-11-20".parse().expect("a day");
    for readme in [ENGLISH, JAPANESE] {
        let mut asked = Vec::new();
        for typed in table(readme, "commands").iter().flat_map(|row| codes(row[0])) {
            let read = capture::read(workspace.council(), today, typed).expect("something is on the line");
            assert!(!matches!(read.said, Said::Line(_)), "{typed} is a line");
            asked.push(discriminant(&read.said));
        }
        let kinds = asked.iter().collect::<HashSet<_>>().len();
        assert_eq!((asked.len(), kinds), (13, 13), "each is told, and once");
    }
}

#[test]
fn every_query_of_the_search_is_understood() {
    let folder = tempfile::tempdir().expect("a folder for one test");
    let home = Home::at(folder.path());
    let workspace = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample");
    let today = "2026-11-20".parse().expect("a day");
    let readings = Readings::of(workspace.council(), readings());
    for readme in [ENGLISH, JAPANESE] {
        for row in table(readme, "search") {
            let typed = codes(row[0])[0];
            let query = Query::read(typed, workspace.council(), today, &readings);
            assert!(query.doubts.is_empty() && !query.is_empty(), "{typed}: {query:?}");
        }
    }
}

#[test]
fn the_files_look_as_shown() {
    let (_, actions) = samples::toyokawa().iter().find(|(path, _)| *path == "actions.ron").expect("a file");
    let flat = |text: &str| text.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
    for readme in [ENGLISH, JAPANESE] {
        let (_, excerpt) = readme.split_once("```ron\n").expect("an excerpt");
        let (excerpt, _) = excerpt.split_once("```").expect("its end");
        assert!(flat(actions).contains(&flat(excerpt)), "{excerpt}");
        let desk = Desk::new();
        let (_, settings) = readme.split_once("config.ron").expect("the settings");
        let (settings, _) =
            settings[settings.find("(lang").expect("an example")..].split_once('\n').expect("a line");
        fs::write(desk.home().join("config.ron"), settings).expect("settings");
        assert_eq!(desk.call(&["list"]).status.code(), Some(0), "{settings}");
        for (path, _) in samples::toyokawa() {
            let named = path.split('/').next().unwrap_or(path);
            assert!(readme.contains(named), "{named}");
        }
    }
}

#[test]
fn every_call_is_there_with_its_options_and_keys() {
    let desk = Desk::new();
    let mut told = BTreeSet::new();
    for row in table(ENGLISH, "calls") {
        let call = codes(row[0])[0].replace("\\|", "|");
        told.insert(call.split(' ').next().unwrap_or_default().to_owned());
        let (given, options) = desk.fill_in(&call);
        let given: Vec<&str> = given.iter().map(String::as_str).collect();

        let help = desk.call(&[given.as_slice(), &["--help"]].concat());
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        for option in options {
            assert!(help.contains(&option), "{call}: no {option} in\n{help}");
        }
        let expected = match given[0] {
            "demo" | "open" => 2,                  // no terminal
            "import" if given[1] == "roster" => 1, // one line is refused
            "check" => 1,                          // one council is broken
            _ => 0,
        };
        let keys = row.get(1).map(|cell| codes(cell)).unwrap_or_default();
        let json: &[&str] = if keys.is_empty() { &[] } else { &["--json"] };
        let answer = desk.call(&[given.as_slice(), json].concat());
        assert_eq!(answer.status.code(), Some(expected), "{call}: {answer:?}");
        if !keys.is_empty() {
            let mut found = BTreeSet::new();
            collect_keys(&serde_json::from_slice(&answer.stdout).expect("one JSON document"), &mut found);
            for key in keys {
                assert!(found.contains(key), "{call}: no {key} in {found:?}");
            }
        }
    }
    let help = String::from_utf8(desk.call(&["--help"]).stdout).expect("UTF-8");
    let (_, commands) = help.split_once("Commands:\n").expect("the commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands = commands.filter_map(|line| line.split_whitespace().next()).map(str::to_owned);
    assert_eq!(told, commands.collect());
}

fn collect_keys(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect_keys(value, keys)),
        Value::Object(fields) => {
            for (key, value) in fields {
                keys.insert(key.clone());
                collect_keys(value, keys);
            }
        }
        _ => {}
    }
}

/// A home with the sample council, a council that cannot be read, and files to read from.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for one test");
        let desk = Self { folder };
        Home::at(desk.home()).plant("toyokawa", samples::toyokawa()).expect("a sound sample");
        fs::write(
            desk.home().join("roster.csv"),
            "氏名,所属,職,メール\n,農務課,係長,\n,保育課,園長,住所でない\n",
        )
        .expect("a file");
        fs::write(desk.home().join("actions.csv"), "内容,担当,期限\n会場を取る,農務課,次回\n")
            .expect("a file");
        fs::write(desk.home().join("sheet.csv"), "課・連携先,目指す姿\n水道課,水を飲む\n").expect("a file");
        fs::write(desk.home().join("minutes.csv"), "# 開会\n決定：来年度も続ける\n").expect("a file");
        fs::write(desk.home().join("notes.txt"), "決定：来年度も続ける\n").expect("a file");
        desk
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn call(&self, arguments: &[&str]) -> Output {
        if arguments[0] == "check" {
            let broken = self.home().join("councils/broken");
            fs::create_dir_all(&broken).expect("a folder");
            fs::write(broken.join("council.ron"), "Council(").expect("a file");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_norishiro"));
        command
            .args(["--lang", "en", "--now", "2026-11-20T14:00", "--home"])
            .arg(self.home())
            .args(arguments);
        let notes = fs::File::open(self.home().join("notes.txt")).expect("the notes");
        // Papers are written into the folder one is in.
        command.current_dir(self.home()).stdin(notes).output().expect("the program runs")
    }

    /// What must be given, with something in every place; and all the options that are named.
    fn fill_in(&self, call: &str) -> (Vec<String>, Vec<String>) {
        let mut optional = false;
        let (mut given, mut options) = (Vec::new(), Vec::new());
        for word in call.split(' ') {
            optional |= word.starts_with('[');
            let bare = word.trim_matches(['[', ']']);
            options.extend(bare.split('|').filter(|it| it.starts_with('-')).map(str::to_owned));
            if !optional {
                given.push(self.value_of(bare, &given));
            }
            optional &= !word.ends_with(']');
        }
        (given, options)
    }

    fn value_of(&self, word: &str, before: &[String]) -> String {
        match word {
            "COUNCIL" => "toyokawa".to_owned(),
            "SLUG" if before.first().is_some_and(|it| it == "import") => "again".to_owned(),
            "SLUG" => "area".to_owned(),
            "NAME" => "健康づくり推進協議会".to_owned(),
            "DAY" => "2027-01-22".to_owned(),
            "TIME" if before.last().is_some_and(|it| it == "--start") => "14:00".to_owned(),
            "TIME" => "15:30".to_owned(),
            "ISSUE" if before.first().is_some_and(|it| it == "withdraw") => "escyakan".to_owned(),
            "ISSUE" => "escshoku".to_owned(),
            "ID" => "fy2026-4".to_owned(),
            "FILE.json" => {
                let file = self.home().join("council.json").display().to_string();
                self.call(&["paper", "everything", "toyokawa", "-o", &file, "--overwrite"]);
                file
            }
            "KIND" => "minutes".to_owned(),
            "FILE" => {
                let kind = before.get(1).map_or("roster", String::as_str);
                self.home().join(kind).with_extension("csv").display().to_string()
            }
            "SHELL" => "bash".to_owned(),
            "WORD…" => "健診".to_owned(),
            word => word.to_owned(),
        }
    }
}
