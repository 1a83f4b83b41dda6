//! The built program at a terminal of its own: keys go in as bytes, the screen is read as a terminal would show it.
//!
//! Nothing here sleeps. Whatever is waited for is looked at again each time the program wrote something, up to a limit.

#![allow(dead_code, reason = "each test file uses its own part of the terminal")]

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    process::{self, Command},
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::{Duration, Instant},
};
use vt100::{Callbacks, Parser, Screen};

const PROGRAM: &str = env!("CARGO_BIN_EXE_norishiro");

/// A limit of files in blocks that nothing comes near.
pub const ROOMY: u32 = 1 << 20;

/// Long enough for a busy machine; a test that works never waits for it.
pub const LIMIT: Duration = Duration::from_secs(20);

/// A program running at a terminal. Dropping it ends the program.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Keyboard,
    child: Box<dyn Child + Send + Sync>,
    shared: Arc<Shared>,
}

type Keyboard = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// What the program wrote so far.
struct Output {
    parser: Parser<Answers>,
    bytes: Vec<u8>,
    /// The program is gone.
    closed: bool,
}

struct Shared {
    output: Mutex<Output>,
    changed: Condvar,
}

/// Answers what a terminal is asked.
#[derive(Default)]
struct Answers(Vec<u8>);

impl Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        prefix: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        end: char,
    ) {
        match (prefix, params, end) {
            (None, [[6]], 'n') => {
                let (row, column) = screen.cursor_position();
                self.0.extend(format!("\x1b[{};{}R", row + 1, column + 1).bytes());
            }
            (None, _, 'c') => self.0.extend(b"\x1b[?62;22c"),
            _ => {}
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has at least one cell")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// Starts the program in `folder`, which is also its user's home folder. Of the environment it sees only `env`.
    pub fn start(size: (u16, u16), args: &[&str], env: &[(&str, &str)], folder: &Path) -> Self {
        Self::start_command(size, &[&[PROGRAM], args].concat(), env, folder)
    }

    /// The same where no file may grow beyond `blocks` of 512 bytes, as on a disk that is nearly full.
    pub fn start_within(blocks: u32, size: (u16, u16), args: &[&str], folder: &Path) -> Self {
        let limited = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" \"$@\"");
        Self::start_command(size, &[&["/bin/sh", "-c", &limited, PROGRAM], args].concat(), &[], folder)
    }

    fn start_command(
        (columns, rows): (u16, u16),
        command_line: &[&str],
        env: &[(&str, &str)],
        folder: &Path,
    ) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(command_line[0]);
        command.args(&command_line[1..]);
        command.cwd(folder);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = Output {
            parser: Parser::new_with_callbacks(cells(rows), cells(columns), 0, Answers::default()),
            bytes: Vec::new(),
            closed: false,
        };
        let shared = Arc::new(Shared { output: Mutex::new(output), changed: Condvar::new() });
        let keyboard = Arc::new(Mutex::new(Some(pair.master.take_writer().unwrap())));
        let reader = pair.master.try_clone_reader().unwrap();
        show(reader, Arc::clone(&shared), Arc::clone(&keyboard));
        Self { master: Some(pair.master), keyboard, child, shared }
    }

    /// Presses keys by the names the footer writes, separated by spaces: `Ctrl-S Down F2 Enter`.
    ///
    /// Bytes that arrive together with an Esc make an Alt key of it, here as at any terminal: after `Esc`, wait for its effect.
    pub fn press(&self, keys: &str) {
        for key in keys.split(' ') {
            self.send(&bytes_of(key));
        }
    }

    /// Types text as an input method would send it: all at once.
    pub fn enter(&self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Pastes text in brackets.
    pub fn paste(&self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    pub fn send(&self, bytes: &[u8]) {
        let mut keyboard = self.keyboard.lock().unwrap();
        let writer = keyboard.as_mut().expect("the terminal is still there");
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut output = self.output();
        output.parser.set_size(cells(rows), cells(columns));
        self.master.as_ref().expect("the terminal is still there").resize(size(columns, rows)).unwrap();
    }

    /// The screen as text, without spaces at the ends of rows.
    pub fn screen(&self) -> String {
        text(&self.output())
    }

    /// Column and row of the cursor, counted from 0; `None` while it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let output = self.output();
        let screen = output.parser.screen();
        let (row, column) = screen.cursor_position();
        (!screen.hide_cursor()).then_some((column, row))
    }

    /// Is the program on the screen of its own?
    pub fn is_in_alternate_screen(&self) -> bool {
        self.output().parser.screen().alternate_screen()
    }

    /// Is the terminal as a shell wants to find it: its own screen, the cursor shown, pastes and mouse not reported?
    pub fn is_restored(&self) -> bool {
        let output = self.output();
        let screen = output.parser.screen();
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        !(screen.alternate_screen() || screen.hide_cursor() || screen.bracketed_paste() || mouse)
    }

    /// How many bytes the program has written.
    pub fn written(&self) -> usize {
        self.output().bytes.len()
    }

    /// Waits until the screen shows `wanted`, and returns it.
    pub fn wait_for(&self, wanted: &str) -> String {
        self.wait_until(&format!("{wanted:?} to show"), |screen| screen.contains(wanted))
    }

    /// Waits until the screen no longer shows `unwanted`, and returns it.
    pub fn wait_gone(&self, unwanted: &str) -> String {
        self.wait_until(&format!("{unwanted:?} to go"), |screen| !screen.contains(unwanted))
    }

    /// Waits until the screen is as it should be, and returns it.
    ///
    /// # Panics
    /// With the screen as it is, at the limit.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + LIMIT;
        let mut output = self.output();
        loop {
            let screen = text(&output);
            if holds(&screen) {
                return screen;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !output.closed, "waited for {what} on this screen:\n{screen}");
            output = self.shared.changed.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Waits until the screen is as it should be, or the program ended, or it is too late. Was it ever as it should be?
    pub fn shows(&self, end: Instant, holds: impl Fn(&str) -> bool) -> bool {
        let mut output = self.output();
        loop {
            if holds(&text(&output)) {
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || output.closed {
                return false;
            }
            output = self.shared.changed.wait_timeout(output, left).unwrap().0;
        }
    }

    /// Everything the program has written.
    pub fn transcript(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    /// Ends the program at once, as SIGKILL does, and says how it ended: it may have come first.
    pub fn kill(&mut self) -> ExitStatus {
        let child: &mut dyn Child = &mut *self.child;
        let child = child.downcast_mut::<process::Child>().expect("a program of this system");
        child.kill().unwrap();
        self.wait_exit()
    }

    /// Waits until the program has ended.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let output = self.shared.output.lock().unwrap();
        let (output, waited) =
            self.shared.changed.wait_timeout_while(output, LIMIT, |output| !output.closed).unwrap();
        assert!(!waited.timed_out(), "still running on this screen:\n{}", text(&output));
        drop(output);
        self.child.wait().unwrap()
    }

    /// The number the system knows the program by.
    pub fn id(&self) -> String {
        self.child.process_id().expect("the program was started").to_string()
    }

    /// From now on no file may grow beyond so many bytes, where it was started within some limit.
    pub fn limit_files(&self, bytes: Option<u64>) {
        let soft = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        let limit = format!("--fsize={soft}:");
        assert!(Command::new("prlimit").args(["--pid", &self.id(), &limit]).status().unwrap().success());
    }

    /// Sends a signal by name: `TERM`, `HUP`, `KILL`.
    pub fn signal(&self, name: &str) {
        assert!(Command::new("kill").args(["-s", name, &self.id()]).status().unwrap().success());
    }

    /// Closes the terminal under the program, as when its window is closed, and waits until it has ended.
    pub fn hang_up(mut self) -> ExitStatus {
        self.keyboard.lock().unwrap().take();
        self.master.take();
        self.signal("HUP");
        self.child.wait().unwrap()
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.shared.output.lock().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The program has usually ended by itself, and its number may be another's by now.
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
        }
    }
}

/// Keeps the screen up to date and answers the program's questions, on a thread of its own.
fn show(mut reader: Box<dyn Read + Send>, shared: Arc<Shared>, keyboard: Keyboard) {
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        loop {
            let read = reader.read(&mut buffer).unwrap_or(0);
            let mut output = shared.output.lock().unwrap();
            output.bytes.extend(&buffer[..read]);
            output.parser.process(&buffer[..read]);
            output.closed = read == 0;
            let answers = std::mem::take(&mut output.parser.callbacks_mut().0);
            drop(output);
            shared.changed.notify_all();
            if read == 0 {
                break;
            }
            // A test that types faster than the program reads holds the keyboard until this thread has read on.
            if answers.is_empty() {
                continue;
            }
            if let Some(writer) = keyboard.lock().unwrap().as_mut() {
                // A program that is ending does not read its answers.
                let _ = writer.write_all(&answers).and_then(|()| writer.flush());
            }
        }
    });
}

fn text(output: &Output) -> String {
    let screen = output.parser.screen();
    let rows: Vec<String> =
        screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned() + "\n"
}

/// What a terminal sends for a key (xterm).
fn bytes_of(key: &str) -> Vec<u8> {
    let (ctrl, name) = key.strip_prefix("Ctrl-").map_or((false, key), |rest| (true, rest));
    let (alt, name) = name.strip_prefix("Alt-").map_or((false, name), |rest| (true, rest));
    let (shift, name) = name.strip_prefix("Shift-").map_or((false, name), |rest| (true, rest));
    let modifier = 1 + u8::from(shift) + 2 * u8::from(alt) + 4 * u8::from(ctrl);
    let moving =
        |end: char| if modifier == 1 { format!("\x1b[{end}") } else { format!("\x1b[1;{modifier}{end}") };
    let numbered = |n: u8| if modifier == 1 { format!("\x1b[{n}~") } else { format!("\x1b[{n};{modifier}~") };
    let code = match name {
        "Enter" if alt => "\x1b\r".to_owned(),
        "Enter" => "\r".to_owned(),
        "Esc" => "\x1b".to_owned(),
        "Tab" if shift => "\x1b[Z".to_owned(),
        "Tab" => "\t".to_owned(),
        "Space" => " ".to_owned(),
        "Backspace" => "\x7f".to_owned(),
        "Up" => moving('A'),
        "Down" => moving('B'),
        "Right" => moving('C'),
        "Left" => moving('D'),
        "Home" => moving('H'),
        "End" => moving('F'),
        "Ins" => numbered(2),
        "Del" => numbered(3),
        "PgUp" => numbered(5),
        "PgDn" => numbered(6),
        _ => match name.strip_prefix('F').and_then(|n| n.parse::<u8>().ok()) {
            Some(n @ 1..=4) => format!("\x1bO{}", char::from(b'O' + n)),
            Some(n @ 5..=12) => numbered([15, 17, 18, 19, 20, 21, 23, 24][usize::from(n) - 5]),
            _ if ctrl => char::from(name.as_bytes()[0].to_ascii_uppercase() & 0x1f).to_string(),
            _ if alt => format!("\x1b{}", name.to_lowercase()),
            _ => name.to_owned(),
        },
    };
    code.into_bytes()
}
