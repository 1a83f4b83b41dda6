//! What would be gone if the power failed right after a command had said that it is done: whatever it wrote and did not flush. A
//! killed program leaves that to the system, which writes it later; a machine without power does not.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Files and folders of a home with something in them that is not on the disk yet.
#[derive(Default)]
struct Unflushed {
    /// Files by what was written to them, folders by the names that were put in them.
    paths: BTreeSet<PathBuf>,
}

/// The paths in a home that the calls in a log left to the system, by the time something was printed. The home was like `before`.
pub fn unflushed(log: &str, home: &Path, before: &Path) -> Vec<String> {
    let is_new = |path: &Path| path.strip_prefix(home).is_ok_and(|path| !before.join(path).exists());
    let mut left = Unflushed::default();
    let mut at_the_answer = BTreeSet::new();
    for line in log.lines() {
        let Some(call) = Call::read(line) else { continue };
        if call.name == "write" && call.arguments.starts_with("1<") {
            at_the_answer.clone_from(&left.paths);
        }
        left.take(&call, is_new);
    }
    let inside = at_the_answer.iter().filter_map(|path| path.strip_prefix(home).ok());
    inside.filter(|path| counts(path)).map(|path| path.display().to_string()).collect()
}

/// Hidden files are made anew when they are missing: locks, caches, what is not yet in place.
fn counts(path: &Path) -> bool {
    !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// A call that succeeded, as the log has it.
struct Call<'a> {
    name: &'a str,
    arguments: &'a str,
    answer: &'a str,
}

impl<'a> Call<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (_, call) = line.split_once(' ')?;
        let (name, rest) = call.trim_start().split_once('(')?;
        let (arguments, answer) = rest.rsplit_once(" = ")?;
        (!answer.starts_with('-')).then_some(Self { name, arguments, answer })
    }

    /// The path of a handle at the beginning of `text`: `4</home/councils>`.
    fn handle(text: &str) -> Option<PathBuf> {
        let (_, path) = text.split_once('<')?;
        Some(PathBuf::from(path.split_once('>')?.0))
    }

    /// The paths named in the arguments, each under the handle before it where it has one.
    fn paths(&self) -> Vec<PathBuf> {
        let mut under = PathBuf::new();
        let mut paths = Vec::new();
        for argument in self.arguments.split(", ") {
            if let Some(name) = argument.strip_prefix('"') {
                paths.push(under.join(name.trim_end_matches([')', '"'])));
            } else if let Some(handle) = Self::handle(argument) {
                under = handle;
            }
        }
        paths
    }
}

impl Unflushed {
    fn take(&mut self, call: &Call<'_>, is_new: impl Fn(&Path) -> bool) {
        match call.name {
            "write" | "pwrite64" | "writev" | "copy_file_range" => {
                self.paths.extend(Call::handle(call.arguments));
            }
            "fsync" | "fdatasync" => {
                Call::handle(call.arguments).map(|path| self.paths.remove(&path));
            }
            "openat" if call.arguments.contains("O_CREAT") => {
                Call::handle(call.answer)
                    .filter(|path| is_new(path))
                    .iter()
                    .for_each(|path| self.named(path));
            }
            "mkdir" | "mkdirat" => call.paths().iter().for_each(|path| self.named(path)),
            "rename" | "renameat" | "renameat2" | "link" | "linkat" => {
                if let [from, to] = call.paths().as_slice() {
                    self.moved(from, to);
                }
            }
            _ => {}
        }
    }

    /// A name was put in a folder.
    fn named(&mut self, path: &Path) {
        self.paths.extend(path.parent().map(Path::to_owned));
    }

    /// What was under one name is under another.
    fn moved(&mut self, from: &Path, to: &Path) {
        let moved = |path: &PathBuf| path.strip_prefix(from).map(|rest| to.join(rest)).ok();
        let also: Vec<PathBuf> = self.paths.iter().filter_map(moved).collect();
        self.paths.extend(also);
        self.named(to);
    }
}
