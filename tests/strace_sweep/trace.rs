//! `strace` as this test needs it: the calls a program makes to its home, and one of them failing.

use std::{
    collections::HashMap,
    fmt,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The calls that read, write, or move files.
const CALLS: &[&str] = &[
    "openat",
    "read",
    "pread64",
    "getdents64",
    "write",
    "pwrite64",
    "writev",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "flock",
    "chmod",
    "fchmod",
    "copy_file_range",
];

/// The calls that take back what was begun.
const CLEARING: &[&str] = &["ftruncate", "unlink", "unlinkat", "rmdir"];

/// What a disk does: full, broken, forbidden, read-only.
const ERRORS: [&str; 4] = ["ENOSPC", "EIO", "EACCES", "EROFS"];

/// The n-th call of its name, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    name: String,
    nth: usize,
    /// As the log has it, for whoever reads of a failure.
    shown: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call fails this once.
    Once(&'static str),
    /// It fails from then on, and so does whatever would clear up after it.
    Lasting(&'static str),
    /// The program is killed when it calls.
    Kill,
}

impl fmt::Display for Call {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} number {}, {},", self.name, self.nth, self.shown)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Once(error) => write!(to, "{error}"),
            Self::Lasting(error) => write!(to, "lasting {error}"),
            Self::Kill => write!(to, "SIGKILL"),
        }
    }
}

impl Call {
    /// Is this what a change waits for until it is safe? Where it fails, nobody can say whether it is.
    pub fn makes_sure(&self) -> bool {
        let safe = ["/journal.ron>)", "/councils>)", "/councils/trial>)"];
        match self.name.as_str() {
            "fsync" | "fdatasync" => safe.iter().any(|place| self.shown.contains(place)),
            // The folder is opened to be flushed.
            "openat" => ["/councils", "/councils/trial"]
                .iter()
                .any(|folder| self.shown.contains(&format!("\"{folder}\", O_RDONLY|O_CLOEXEC)"))),
            _ => false,
        }
    }

    /// What may become of it: what does in life, or with `all` anything.
    pub fn faults(&self, all: bool) -> Vec<Fault> {
        let errors: &[&str] = match self.name.as_str() {
            _ if all => &ERRORS,
            _ if self.shown.contains("/backups/") => &["EIO"],
            "openat" if self.shown.contains("O_CREAT") => &["ENOSPC", "EACCES", "EROFS"],
            "openat" | "flock" => &["EACCES"],
            "read" | "pread64" | "getdents64" => &["EIO"],
            "write" | "pwrite64" | "writev" | "fsync" | "fdatasync" | "fallocate" | "copy_file_range" => {
                &["ENOSPC", "EIO"]
            }
            "ftruncate" => &["EIO"],
            "mkdir" | "mkdirat" | "link" | "linkat" => &["ENOSPC", "EROFS"],
            _ => &["EACCES", "EROFS"],
        };
        let reads = matches!(self.name.as_str(), "read" | "pread64" | "getdents64");
        let reads = reads || (self.name == "openat" && !self.shown.contains("O_CREAT"));
        // What cannot write at all cannot say why either.
        let lasts = (all || !reads) && self.name != "write";
        let lasting = lasts.then_some(Fault::Lasting("EIO"));
        let kill = (all || !reads).then_some(Fault::Kill);
        errors.iter().copied().map(Fault::Once).chain(lasting).chain(kill).collect()
    }
}

/// Is there a `strace` that may trace?
///
/// # Errors
/// Why not.
pub fn available() -> Result<(), String> {
    let tried = Command::new("strace").args(["-f", "-e", "trace=openat", "true"]).output();
    match tried {
        Err(error) => Err(format!("There is no strace ({error}).")),
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("strace may not trace: {}", String::from_utf8_lossy(&output.stderr))),
    }
}

fn strace(log: &Path, calls: &str) -> Vec<String> {
    let log = log.to_str().expect("a plain path");
    let line = ["strace", "-f", "-y", "-o", log, "-e", &format!("trace={calls}")];
    line.map(str::to_owned).to_vec()
}

/// What to put before a program's name to have its calls written to a log.
pub fn watching(log: &Path) -> Vec<String> {
    let known_here: Vec<String> = CALLS.iter().map(|name| format!("?{name}")).collect();
    strace(log, &known_here.join(","))
}

/// The same, with one call failing.
pub fn failing(log: &Path, call: &Call, fault: Fault) -> Vec<String> {
    let Call { name, nth, .. } = call;
    // Only what is traced can be made to fail.
    let mut traced = vec![format!("?{name}")];
    let faults = match fault {
        Fault::Once(error) => vec![format!("inject={name}:error={error}:when={nth}")],
        Fault::Kill => vec![format!("inject={name}:signal=KILL:when={nth}")],
        Fault::Lasting(error) => {
            traced.extend(CLEARING.iter().map(|name| format!("?{name}")));
            let clearing = traced[1..].join(",");
            vec![
                format!("inject={clearing}:error={error}"),
                format!("inject={name}:error={error}:when={nth}+"),
            ]
        }
    };
    let faults = faults.into_iter().flat_map(|fault| ["-e".to_owned(), fault]);
    strace(log, &traced.join(",")).into_iter().chain(faults).collect()
}

/// The calls in a log that touch a home.
pub fn calls(log: &str, home: &Path) -> Vec<Call> {
    let home = home.to_str().expect("a plain path");
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let mut calls: Vec<Call> = Vec::new();
    for line in log.lines() {
        let Some((thread, shown)) = line.split_once(' ') else { continue };
        let shown = shown.trim_start();
        // Not a call: `+++ exited`, `--- SIG`, and `<... read resumed>`, which was counted when it began.
        let Some((name, _)) = shown.split_once('(').filter(|(name, _)| !name.contains([' ', '<'])) else {
            continue;
        };
        let nth = counts.entry((thread, name)).and_modify(|nth| *nth += 1).or_insert(1);
        let call = Call { name: name.to_owned(), nth: *nth, shown: shown.replace(home, "") };
        if shown.contains(home) && !calls.iter().any(|it| (&it.name, it.nth) == (&call.name, call.nth)) {
            calls.push(call);
        }
    }
    calls
}

/// Did the fault hit the home?
pub fn hit(log: &str, fault: Fault, home: &Path) -> bool {
    let home = home.to_str().expect("a plain path");
    match fault {
        Fault::Once(_) | Fault::Lasting(_) => {
            log.lines().any(|line| line.contains("(INJECTED)") && line.contains(home))
        }
        Fault::Kill => {
            let last = log.lines().rfind(|line| line.contains('('));
            log.contains("killed by SIGKILL") && last.is_some_and(|line| line.contains(home))
        }
    }
}

/// While it lives, nothing a running program writes reaches the disk, for the disk is full.
pub struct FullDisk(Child);

impl FullDisk {
    /// From now on, for the program of this number.
    ///
    /// # Errors
    /// Why it cannot be done, as where only the parent of a program may trace it.
    pub fn under(id: &str) -> Result<Self, String> {
        const FLUSHING: &str = "fsync,fdatasync";
        let full = format!("inject={FLUSHING}:error=ENOSPC");
        let mut child = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-p", id, "-e", &format!("trace={FLUSHING}"), "-e", &full])
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("There is no strace ({error})."))?;
        let mut said = String::new();
        BufReader::new(child.stderr.as_mut().expect("it is a pipe")).read_line(&mut said).unwrap();
        if said.contains("attached") {
            Ok(Self(child))
        } else {
            Err(format!("strace may not attach: {said}"))
        }
    }
}

impl Drop for FullDisk {
    /// Lets the program go on alone.
    fn drop(&mut self) {
        let left = Command::new("kill").arg(self.0.id().to_string()).status();
        assert!(
            left.is_ok_and(|left| left.success()) && self.0.wait().is_ok(),
            "strace goes when it is told"
        );
    }
}
