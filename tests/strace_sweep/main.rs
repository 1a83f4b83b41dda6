//! Every call to the system fails once. The built program does a day's commands, and each call of each command that touches the home
//! is made to fail from outside, by `strace`, as on a full, a broken, a forbidden and a read-only disk; and at each call the program
//! is killed. Afterwards the council says what it said before the command or after one of its changes, and `check` finds nothing;
//! whoever was told "done" has it, whoever was not was told what, why and what next; and when the fault is gone the command works.
//!
//! A run without faults finds out which calls there are. Each is tried with the errors that it has in life;
//! `NORISHIRO_SWEEP=all cargo test --test strace_sweep` tries every error on every call. Without `strace`, or where the system forbids
//! tracing, nothing is tried, and the test says so.
#![cfg(target_os = "linux")]

mod power;
#[path = "../support/pty.rs"]
mod pty;
mod told;
mod trace;

use pty::Terminal;
use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::Mutex,
    thread,
    time::Instant,
};
use tempfile::TempDir;
use told::Told;
use trace::{Call, Fault, FullDisk};

/// A command, and what it reads, of which each line is a change of its own.
struct Step {
    line: &'static str,
    input: &'static str,
}

const SCRIPT: &[Step] = &[
    Step { line: "new trial --name 試しの会 --template area", input: "" },
    Step { line: "import roster trial roster.csv", input: "" },
    Step {
        line: "meeting trial add --date 2026-11-20 --start 14:00 --end 15:30 --place 会議室", input: ""
    },
    Step { line: "meeting trial start fy2026-1", input: "" },
    Step {
        line: "capture trial",
        input: "受診率は上がった\n決定：様式を一つにする\n宿題：薬剤師会 〜 見本を作る\n保留：費用の分担\n",
    },
    Step { line: "meeting trial close fy2026-1", input: "" },
];

const ROSTER: &str = "氏名,所属,職名\n,薬剤師会,会長\n,医師会,理事\n";

/// A file system on which a flush is a call like any other, and takes no longer.
const MEMORY: &str = "/dev/shm";

/// A folder with a home in it, and with what the commands read.
struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With a copy of another home.
    fn like(home: &Path) -> Self {
        let folder = TempDir::new_in(MEMORY).or_else(|_| TempDir::new()).unwrap();
        fs::write(folder.path().join("roster.csv"), ROSTER).unwrap();
        let desk = Self { folder };
        copy(home, &desk.home()).unwrap();
        desk
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Runs a command to its end, with this before the program's name.
    fn run(&self, before: &[String], step: &Step) -> Output {
        let line = before.iter().map(String::as_str).chain([env!("CARGO_BIN_EXE_norishiro")]);
        let line: Vec<&str> = line.chain(step.line.split(' ')).collect();
        let mut child = Command::new(line[0])
            .args(&line[1..])
            .env_clear()
            .env("PATH", env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("NORISHIRO_HOME", self.home())
            .env("NORISHIRO_NOW", "2026-11-20T13:45")
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that was made to fail does not read all of it.
        let _ = child.stdin.take().unwrap().write_all(step.input.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn run_well(&self, step: &Step) {
        let output = self.run(&[], step);
        assert!(output.status.success(), "{}: {output:?}", step.line);
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if entry.is_dir() {
            copy(&entry, &to.join(name))?
        } else {
            fs::copy(&entry, to.join(name)).map(drop)?
        }
    }
    Ok(())
}

/// A command at the point of the day where it is given.
struct Scene {
    step: &'static Step,
    /// The home before it.
    before: Desk,
    /// What the council says before it and after each of its changes.
    states: Vec<Told>,
    /// Its calls that touch the home.
    calls: Vec<Call>,
}

impl Scene {
    /// The scene that follows in this home.
    fn after(home: &Path, step: &'static Step) -> Self {
        let before = Desk::like(home);
        let rest = step.input.split_inclusive('\n').count().max(1);
        let mut states = vec![Told::of(&before.home()).unwrap()];
        for lines in 1..=rest {
            let desk = Desk::like(home);
            let input = step.input.split_inclusive('\n').take(lines).collect::<String>().leak();
            desk.run_well(&Step { line: step.line, input });
            states.push(Told::of(&desk.home()).unwrap());
        }
        let desk = Desk::like(home);
        let log = desk.folder.path().join("log");
        let output = desk.run(&trace::watching(&log), step);
        assert!(output.status.success(), "{output:?}");
        let log = fs::read_to_string(log).unwrap();
        let unflushed = power::unflushed(&log, &desk.home(), home);
        assert!(unflushed.is_empty(), "{}: without power these are not safe: {unflushed:?}", step.line);
        Self { step, before, states, calls: trace::calls(&log, &desk.home()) }
    }

    /// Gives the command with one call failing, and looks at what is left.
    fn play(&self, call: &Call, fault: Fault) -> Result<(), String> {
        let desk = Desk::like(&self.before.home());
        let log = desk.folder.path().join("log");
        let output = desk.run(&trace::failing(&log, call, fault), self.step);
        let log = fs::read_to_string(log).unwrap();
        if !trace::hit(&log, fault, &desk.home()) {
            return Err("the fault hit nothing".to_owned());
        }
        let now = self.place(&desk)?;
        let last = self.states.len() - 1;
        match (fault, output.status.code()) {
            (_, Some(0)) if now == last && warns_why(&output) => return Ok(()),
            (_, Some(0)) => {
                let said = text(&output.stderr);
                return Err(format!("said to be done, and {now} of {last} changes are there: {said}"));
            }
            (Fault::Kill, None) => {}
            (Fault::Once(_) | Fault::Lasting(_), Some(1)) if now == last && !call.makes_sure() => {
                return Err(format!("all is there, and it says: {}", text(&output.stderr)));
            }
            (Fault::Once(_) | Fault::Lasting(_), Some(1)) => says_why(&output)?,
            (_, code) => return Err(format!("ended with {code:?}: {}", text(&output.stderr))),
        }
        // What is done already is refused, or done twice; only what is not is asked for again.
        if now == 0 {
            let again = desk.run(&[], self.step);
            let then = self.place(&desk)?;
            if !again.status.success() || then != last {
                return Err(format!("without the fault {then} of {last} changes: {}", text(&again.stderr)));
            }
        }
        Ok(())
    }

    /// How many of the changes are there.
    fn place(&self, desk: &Desk) -> Result<usize, String> {
        let told = Told::of(&desk.home())?;
        let place = self.states.iter().position(|state| *state == told);
        place.ok_or_else(|| format!("neither the old nor the new: {}", told.otherwise(&self.states[0])))
    }
}

/// What happened, why, and what to do next.
fn says_why(output: &Output) -> Result<(), String> {
    let said = text(&output.stderr);
    match ["エラー：", "理由：", "次に："].into_iter().find(|part| !said.contains(part)) {
        None => Ok(()),
        Some(part) => Err(format!("no {part} in: {said}")),
    }
}

/// What is done may still have to be told something, and why.
fn warns_why(output: &Output) -> bool {
    output.stderr.is_empty() || text(&output.stderr).contains("理由：")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_call_may_fail() {
    if let Err(why) = trace::available() {
        return say(&format!("\n*** strace sweep: NOTHING WAS TRIED. {why}\n"));
    }
    let began = Instant::now();
    let all = env::var_os("NORISHIRO_SWEEP").is_some_and(|value| value == "all");
    let day = Desk::like(Path::new("nowhere"));
    let scene = |step| {
        let scene = Scene::after(&day.home(), step);
        day.run_well(step);
        scene
    };
    let scenes: Vec<Scene> = SCRIPT.iter().map(scene).collect();
    let played = scenes.iter().flat_map(|scene| scene.calls.iter().map(move |call| (scene, call)));
    let plays: Vec<(&Scene, &Call, Fault)> = played
        .flat_map(|(scene, call)| call.faults(all).into_iter().map(move |fault| (scene, call, fault)))
        .collect();
    assert!(plays.len() > 100, "only {} faults to try", plays.len());
    let wrong = play_all(&plays);
    say(&format!("strace sweep: {} faults, {:.0} s", plays.len(), began.elapsed().as_secs_f32()));
    let some = wrong.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {}:\n{some}", wrong.len(), plays.len());
}

#[test]
fn a_disk_that_is_full_for_a_while_costs_no_line() {
    let desk = Desk::like(Path::new("nowhere"));
    SCRIPT
        .iter()
        .filter(|step| !step.line.starts_with("capture"))
        .take(4)
        .for_each(|step| desk.run_well(step));
    let home = desk.home();
    let args =
        ["--home", home.to_str().unwrap(), "--lang", "ja", "--now", "2026-11-20T14:00", "open", "trial"];
    let terminal = Terminal::start((100, 30), &args, &[], desk.folder.path());
    let write = |line: &str| terminal.enter(&format!("{line}\r"));
    let wait = |line: &str, state: &str| {
        terminal.wait_until(&format!("{line} to show, {state}"), |screen| {
            let header = screen.lines().next().unwrap_or_default();
            screen.contains(line) && header.contains(state)
        })
    };
    terminal.wait_for("まだ何も書かれていません");
    write("一行目");
    wait("一行目", "保存済");
    let full = match FullDisk::under(&terminal.id()) {
        Ok(full) => full,
        Err(why) => return say(&format!("\n*** full disk: NOT TRIED. {why}\n")),
    };
    write("二行目");
    wait("二行目", "未保存：空きなし");
    write("決定：三行目");
    wait("三行目", "未保存：空きなし");
    drop(full);
    wait("三行目", "保存済");
    terminal.press("Ctrl-Q");
    let mut terminal = terminal;
    assert!(terminal.wait_exit().success(), "{}", terminal.screen());
    let told = Told::of(&home).unwrap();
    assert_eq!(told.lines(), ["Note 一行目", "Note 二行目", "Decision(1) 三行目"]);
}

/// So many failures tell enough.
const SHOWN: usize = 30;

/// Plays on every core, and returns what went wrong.
fn play_all(plays: &[(&Scene, &Call, Fault)]) -> Vec<String> {
    let (rest, wrong) = (Mutex::new(plays.iter()), Mutex::new(Vec::new()));
    let work = || {
        while let Some((scene, call, fault)) = { rest.lock().unwrap().next() } {
            if let Err(why) = scene.play(call, *fault) {
                wrong.lock().unwrap().push(format!("{}: {call} with {fault}: {why}", scene.step.line));
            }
        }
    };
    thread::scope(|scope| {
        (0..thread::available_parallelism().map_or(1, usize::from)).for_each(|_| drop(scope.spawn(work)));
    });
    wrong.into_inner().unwrap()
}

/// Past the test harness, which keeps what a test that passes prints.
fn say(text: &str) {
    io::stderr().write_all(format!("{text}\n").as_bytes()).unwrap();
}
