//! The house rules, read off the source: which room may look into which, and what must not be there at all.
//!
//! The crate docs draw the picture; this table is the same picture, and it fails where an arrow runs back.

mod source;

use source::Source;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

/// What one room may use. A path means itself and everything below it.
struct Room {
    name: &'static str,
    /// Of our own rooms.
    ours: &'static [&'static str],
    /// Of the crates in Cargo.toml.
    crates: &'static [&'static str],
    /// Of the [`OUTSIDE`] world.
    outside: &'static [&'static str],
}

/// Where `std` and chrono touch something that is not given as an argument.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "chrono::Local",
    "chrono::Utc",
];

/// The longest name that fits a module rules it.
const ROOMS: &[Room] = &[
    // The types say themselves what other programs may expect of them (schemars), as they say how they are kept (serde).
    Room {
        name: "domain",
        ours: &[],
        crates: &["chrono", "ron", "rust_decimal", "schemars", "serde", "sha2", "thiserror"],
        outside: &[],
    },
    Room {
        name: "text",
        ours: &[],
        crates: &[
            "chrono",
            "ratatui::buffer::CellWidth",
            "rust_decimal",
            "unicode_linebreak",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
        ],
        outside: &[],
    },
    Room { name: "text::check_in", ours: &["domain"], crates: &[], outside: &[] },
    Room {
        name: "text::capture",
        ours: &["domain"],
        crates: &["chrono", "unicode_segmentation"],
        outside: &[],
    },
    Room {
        name: "text::search",
        ours: &["domain"],
        crates: &["chrono", "unicode_segmentation"],
        outside: &[],
    },
    Room {
        name: "words",
        // Of these two, what they refuse.
        ours: &["domain", "text", "store", "intake"],
        crates: &["chrono", "ron::Error", "rust_decimal::Decimal"],
        outside: &["std::io"],
    },
    Room {
        name: "knowledge",
        ours: &["domain", "words::Lang", "words::Words"],
        crates: &["chrono", "ron", "serde"],
        outside: &[],
    },
    // Seeded, so that the same call answers the same.
    Room {
        name: "knowledge::grown",
        ours: &["domain"],
        crates: &["chrono", "fastrand::Rng", "serde"],
        outside: &[],
    },
    Room {
        name: "paper",
        ours: &["domain", "text", "words", "knowledge"],
        crates: &[
            "chrono",
            "minijinja",
            "rust_decimal",
            "schemars",
            "serde",
            "serde_json",
            "serde_path_to_error",
            "unicode_segmentation",
        ],
        outside: &[],
    },
    // What the libraries of the formats write into is memory.
    Room {
        name: "paper::write",
        ours: &["paper", "text", "words"],
        crates: &[
            "chrono",
            "csv",
            "docx_rs",
            "encoding_rs",
            "icalendar",
            "rust_xlsxwriter",
            "serde",
            "serde_json",
            "zip",
        ],
        outside: &["std::io::Cursor", "std::io::Write"],
    },
    // What others wrote, as bytes: what tables and texts are in it.
    Room {
        name: "intake",
        ours: &["domain", "text"],
        crates: &["calamine", "chrono", "csv", "encoding_rs", "quick_xml", "serde_json", "zip"],
        outside: &["std::io::Cursor", "std::io::Read"],
    },
    Room {
        name: "store",
        ours: &["domain", "text::clean", "text::near"],
        crates: &["atomic_write_file", "chrono", "crc32fast", "ron", "serde", "thiserror"],
        outside: &["std::fs", "std::io", "std::time"],
    },
    Room {
        name: "app",
        ours: &["domain", "text", "words", "knowledge", "paper", "intake"],
        crates: &["chrono", "nucleo_matcher", "ratatui"],
        outside: &[],
    },
    Room {
        name: "cli",
        ours: &["domain", "text", "words", "knowledge", "paper", "intake", "store", "app"],
        crates: &["*"],
        outside: OUTSIDE,
    },
];

/// Files that may be longer than 500 lines, and why.
const LONG: &[(&str, &str)] = &[("src/app/command/shell.rs", "one row a command, and nothing else")];

#[test]
fn no_arrow_runs_back() {
    let crates = crates_we_use();
    let mut found = Findings::default();
    for source in &sources() {
        let module = source.module();
        if module.is_empty() || source.is_test() {
            continue;
        }
        let room =
            room_of(&module).unwrap_or_else(|| panic!("{} stands in no room of the table", source.file));
        for (line, path) in source.paths() {
            if !room.may_use(&module, &path, &crates) {
                found.add(source, line, &format!("{} may not use {path}", room.name));
            }
        }
    }
    found.assert_none();
}

#[test]
fn the_program_is_the_command_line_and_nothing_else() {
    let sources = sources();
    let main = sources.iter().find(|source| source.file == "src/main.rs").expect("a main.rs");
    let paths = main.paths();
    let ours: Vec<_> = paths.iter().filter(|(_, path)| path.starts_with("norishiro::")).collect();
    assert!(ours.iter().all(|(_, path)| path.starts_with("norishiro::cli::")), "{ours:?}");
    assert!(main.code.lines().count() < 20, "main.rs decides nothing");
}

#[test]
fn what_must_not_be_there() {
    const NEVER: &[(&str, &str)] = &[
        (".unwrap()", "give the error a cause, or say with expect why it cannot happen"),
        ("todo!", "write it"),
        ("unimplemented!", "write it"),
        ("dbg!", "take it out"),
        ("println!", "print through cli's checked writer: a closed pipe is no panic"),
        ("print!", "print through cli's checked writer: a closed pipe is no panic"),
        ("#[allow", "mend what the lint found, or expect it with a reason"),
        ("#![allow", "mend what the lint found, or expect it with a reason"),
        ("unsafe ", "nothing here needs it"),
    ];
    let mut found = Findings::default();
    for source in sources().iter().filter(|source| !source.is_test()) {
        for (line, code) in source.code.lines().enumerate() {
            for (never, instead) in NEVER.iter().filter(|(never, _)| code.contains(never)) {
                found.add(source, line + 1, &format!("`{never}`: {instead}"));
            }
        }
    }
    found.assert_none();
}

#[test]
fn files_open_with_what_they_are_for_and_stay_short() {
    let mut found = Findings::default();
    for source in &sources() {
        let lines = source.text.lines().count();
        if !source.text.starts_with("//! ") && !source.is_test() {
            found.add(source, 1, "opens without //!");
        }
        if lines > 500 && LONG.iter().all(|(file, _)| *file != source.file) {
            found.add(source, lines, "is longer than 500 lines");
        }
        for (line, name, lines) in source.functions() {
            if lines > 80 {
                found.add(source, line, &format!("{name} has {lines} lines, and 80 are too many"));
            }
        }
    }
    found.assert_none();
}

/// Every file of `src/`, by name.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry of a folder of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).expect("source in UTF-8");
                let names = path.strip_prefix(root).expect("a path below the root").iter();
                let file = names.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/");
                sources.push(Source::new(file, text));
            }
        }
    }
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    assert!(sources.len() > 50, "the source was not found");
    sources
}

/// The names in the tables of dependencies, as code writes them.
fn crates_we_use() -> BTreeSet<String> {
    let manifest = include_str!("../../Cargo.toml");
    let tables = manifest
        .split("\n[")
        .filter(|table| table.lines().next().is_some_and(|it| it.ends_with("dependencies]")));
    let names = tables.flat_map(|table| table.lines().skip(1).filter_map(|line| line.split_once(" = ")));
    names.map(|(name, _)| name.trim().replace('-', "_")).collect()
}

fn room_of(module: &str) -> Option<&'static Room> {
    ROOMS.iter().filter(|room| is_under(module, room.name)).max_by_key(|room| room.name.len())
}

fn is_under(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

impl Room {
    /// May a module of this room name this path?
    fn may_use(&self, module: &str, path: &str, crates: &BTreeSet<String>) -> bool {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        let among = |names: &[&str], path: &str| names.iter().any(|name| is_under(path, name));
        match first {
            "crate" => {
                is_under(rest, top(self.name))
                    || rest.starts_with(|c: char| c.is_uppercase())
                    || among(self.ours, rest)
            }
            // As many steps up as there are modules lead to the root, past every rule.
            "super" => path.split("::").take_while(|it| *it == "super").count() < module.split("::").count(),
            _ if among(OUTSIDE, path) => among(self.outside, path),
            _ if crates.contains(first) => self.crates == ["*"] || among(self.crates, path),
            _ => true,
        }
    }
}

fn top(name: &str) -> &str {
    name.split("::").next().unwrap_or(name)
}

/// What was found, by file.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    fn add(&mut self, source: &Source, line: usize, what: &str) {
        self.0.entry(source.file.clone()).or_default().push(format!("{}:{line}: {what}", source.file));
    }

    fn assert_none(&self) {
        let report = self.0.values().flatten().fold(String::new(), |mut report, line| {
            let _ = writeln!(report, "  {line}");
            report
        });
        assert!(report.is_empty(), "\n{report}");
    }
}
