//! The terminal taken and given back: on leaving, on an error, and on a panic.

use crossterm::{
    cursor::{MoveTo, Show},
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute,
    terminal::{self, EnterAlternateScreen, LeaveAlternateScreen},
};
use std::{
    io::{self, Write, stdout},
    panic,
    sync::Once,
    time::Duration,
};

/// While it lives the terminal is ours; when it goes the terminal is as it was.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal: raw keys, the other screen, pastes as a whole, the mouse.
    ///
    /// # Errors
    /// Whatever the terminal answers; then it is as it was.
    pub fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let earlier = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                give_back();
                earlier(info);
            }));
        });
        terminal::enable_raw_mode()?;
        let guard = Self(());
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseCapture)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as far as it lets us; there is nobody left to tell of a failure.
fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = terminal::disable_raw_mode();
}

/// Does this terminal draw East Asian ambiguous characters two columns wide? Asked by drawing one and looking where the cursor went,
/// before any thread reads keys. `None` when the terminal does not answer.
pub fn draws_ambiguous_wide() -> Option<bool> {
    let mut out = stdout();
    execute!(out, MoveTo(0, 1)).ok()?;
    out.write_all("①".as_bytes()).ok()?;
    out.flush().ok()?;
    // A terminal that never answers is waited for two seconds; one that answers later types nothing, as crossterm keeps its answers.
    let answer = crossterm::cursor::position();
    execute!(out, MoveTo(0, 1), terminal::Clear(terminal::ClearType::CurrentLine)).ok()?;
    let (column, _) = answer.ok()?;
    // Keys that were waiting behind the answer are still to be read; give the terminal a moment to settle.
    let _ = crossterm::event::poll(Duration::ZERO);
    Some(column == 2)
}
