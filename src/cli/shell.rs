//! What every command works with: the settings of this run, and a council opened for one command. Decides nothing.

use super::{
    args::Global,
    clock::Clock,
    failure::Failure,
    screen::{self, Ambiguous, End, Start},
    settings::{self, Author, Config},
};
use crate::{
    app::look::Theme,
    domain::{Council, Edit, History, Meeting, Mint, Refusal},
    store::{Home, Problem, Workspace, Writer},
    text::ruler::Ruler,
    words::Words,
};
use chrono::{NaiveDate, NaiveDateTime};
use std::{
    env,
    io::{IsTerminal, stdout},
    path::PathBuf,
    thread,
    time::Duration,
};

pub struct Shell {
    pub words: Words,
    pub home: Home,
    theme: Theme,
    ambiguous: Ambiguous,
    clock: Clock,
    author: Author,
}

impl Shell {
    pub fn new(words: Words, global: Global, config: &Config) -> Result<Self, Failure> {
        Ok(Self {
            words,
            home: settings::home(global.home)?,
            theme: settings::theme(global.theme, config),
            ambiguous: settings::ambiguous(global.ambiguous, config),
            clock: settings::clock(global.now)?,
            author: settings::author(config),
        })
    }

    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }

    /// The ruler for printed columns. Only a screen can ask its terminal, so a pipe is narrow unless told otherwise.
    pub fn ruler(&self) -> Ruler {
        Ruler { wide: self.ambiguous == Ambiguous::Wide }
    }

    /// Opens a council for one command, with everything in it.
    pub fn open(&self, slug: &str) -> Result<OpenCouncil, Failure> {
        let mut open = self.open_at_hand(slug)?;
        open.workspace.read_all()?;
        open.history = self.history(&open.workspace);
        Ok(open)
    }

    /// Opens a council for a command that needs no more than the meetings at hand.
    pub fn open_at_hand(&self, slug: &str) -> Result<OpenCouncil, Failure> {
        let workspace = self.home.open(slug)?;
        let history = self.history(&workspace);
        Ok(OpenCouncil { workspace, history, mint: mint(), now: self.now(), writer: self.writer() })
    }

    fn history(&self, workspace: &Workspace) -> History {
        History::resume(workspace.council().clone(), workspace.seq(), Vec::new(), self.author.by.as_str())
    }

    pub fn writer(&self) -> Writer {
        self.author.writer(self.now())
    }

    /// Runs the screen program until its user leaves.
    pub fn screen(
        &self,
        home: Home,
        open: Option<(String, Workspace)>,
        throwaway: bool,
    ) -> Result<End, Failure> {
        let start = Start {
            words: self.words,
            theme: self.theme,
            ambiguous: self.ambiguous,
            clock: self.clock,
            author: self.author.clone(),
            home,
            open,
            throwaway,
            papers: env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            own_folder: settings::own_folder(),
        };
        screen::run(start).map_err(Failure::Terminal)
    }
}

/// A screen wants a terminal to be shown on.
pub fn require_terminal() -> Result<(), Failure> {
    if stdout().is_terminal() { Ok(()) } else { Err(Failure::NoTerminal) }
}

/// Takes the pen. Somebody who only looks whether it is free has its lock for a moment, so it is in use when it is so three times.
///
/// # Errors
/// As [`Workspace::take_pen`].
pub fn take_pen(workspace: &mut Workspace, writer: &Writer, force: bool) -> Result<(), Problem> {
    for _ in 0..2 {
        match workspace.take_pen(writer, force) {
            Err(Problem::HeldElsewhere { .. }) => thread::sleep(MOMENT),
            answer => return answer,
        }
    }
    workspace.take_pen(writer, force)
}

/// Far longer than a look takes.
const MOMENT: Duration = Duration::from_millis(20);

/// New ids for this run.
pub fn mint() -> Mint {
    Mint::seeded(fastrand::u64(..))
}

/// A council with its files: changes are made, then saved together.
pub struct OpenCouncil {
    workspace: Workspace,
    pub history: History,
    pub mint: Mint,
    pub now: NaiveDateTime,
    writer: Writer,
}

impl OpenCouncil {
    pub const fn council(&self) -> &Council {
        self.history.council()
    }

    /// Makes one change, not yet saved.
    pub fn push(&mut self, edits: Vec<Edit>) -> Result<(), Refusal> {
        self.history.push(self.now, edits).map_err(Refusal::from)
    }

    /// Puts the changes on disk.
    pub fn save(&mut self) -> Result<(), Failure> {
        let seq = self.workspace.seq();
        take_pen(&mut self.workspace, &self.writer, false)?;
        if self.workspace.seq() != seq {
            // Written to by another program since it was opened: our changes were made for another council.
            return Err(Problem::Conflict { record: format!("#{seq}") }.into());
        }
        self.workspace.commit(self.history.since(seq))?;
        self.workspace.close(self.now)?;
        Ok(())
    }

    /// One change, saved.
    pub fn commit(&mut self, edits: Vec<Edit>) -> Result<(), Failure> {
        self.push(edits)?;
        self.save()
    }

    /// The meeting of this name: an id, `2026-3` or a date.
    pub fn meeting(&self, typed: &str) -> Result<&Meeting, Failure> {
        self.council().find_meeting(typed).ok_or_else(|| Failure::NoSuchMeeting {
            typed: typed.to_owned(),
            ids: self.council().meetings_by_date().into_iter().map(|it| it.id.to_string()).collect(),
        })
    }

    /// The meeting to read about: the one named; else the running one, the newest with something written, or the one at hand.
    pub fn meeting_to_read(&self, named: Option<&str>) -> Result<&Meeting, Failure> {
        if let Some(typed) = named {
            return self.meeting(typed);
        }
        let council = self.council();
        let written = |it: &&Meeting| council.body(&it.id).is_some_and(|body| !body.lines.is_empty());
        let newest_written = || council.meetings_by_date().into_iter().rev().find(written);
        let meeting =
            council.running().or_else(newest_written).or_else(|| council.meeting_at_hand(self.now.date()));
        meeting.ok_or(Failure::Refusal(Refusal::NoMeeting))
    }
}
