//! What every command works with: the settings of this run, and a council opened for one command. Decides nothing.

use super::{
    answer::complain,
    args::Global,
    clock::Clock,
    failure::Failure,
    screen::{self, Ambiguous, End, Start},
    settings::{self, Author, Config},
    sheet::Sheet,
};
use crate::{
    app::look::Theme,
    domain::{Change, ChangeKind, Council, Edit, History, Meeting, Mint, Refusal, Unread, id::MeetingId},
    store::{Home, Problem, Workspace, Writer},
    text::{clean::shown_line, ruler::Ruler},
    words::{Said, Words},
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

    /// A text of headings and lists, wrapped for where it goes: to the terminal's width, and for a pipe to what `COLUMNS` says or 80.
    pub fn sheet(&self) -> Sheet {
        let terminal = stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
        let told = || env::var("COLUMNS").ok()?.parse().ok();
        let cols = terminal.map(|(cols, _)| usize::from(cols)).or_else(told).unwrap_or(80);
        Sheet::new(self.ruler(), cols)
    }

    /// Opens a council for one command: its lists, and the meetings at hand. What else the command needs, it reads.
    pub fn open(&self, slug: &str) -> Result<OpenCouncil, Failure> {
        let workspace = self.home.open(slug)?;
        let by = self.author.by.as_str();
        let history = History::resume(workspace.council().clone(), workspace.seq(), Vec::new(), by);
        let (now, writer) = (self.now(), self.writer());
        let (words, slug) = (self.words, slug.to_owned());
        Ok(OpenCouncil { words, slug, workspace, history, mint: mint(), now, writer })
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

/// What is said where the changes are in the journal, and what follows could not be done.
fn saved_but(words: Words, problem: &Problem) -> String {
    let said = Said { next: String::new(), ..words.problem(problem) };
    let why = words.cli_why(&shown_line(said.paragraph(words.lang).trim_end()));
    format!("{}\n{why}", words.cli_saved_but())
}

/// New ids for this run.
pub fn mint() -> Mint {
    Mint::seeded(fastrand::u64(..))
}

/// A council with its files: read as far as it is needed, changes are made, then saved together.
pub struct OpenCouncil {
    words: Words,
    pub slug: String,
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

    /// Reads these parts, as far as they were not read.
    pub fn read(&mut self, parts: &Unread) -> Result<(), Failure> {
        for id in &parts.meetings {
            let body = self.workspace.read_body(id)?.clone();
            self.history.load_body(id, body);
        }
        for year in &parts.shelves {
            let shelf = self.workspace.read_shelf(*year)?;
            self.history.load_shelf(*year, shelf);
        }
        Ok(())
    }

    /// Reads all that a meeting's papers are made from.
    pub fn read_meeting(&mut self, id: &MeetingId) -> Result<(), Failure> {
        // What its agenda names is known once the agenda is.
        for _ in 0..2 {
            self.read(&self.council().unread_of(id))?;
        }
        Ok(())
    }

    /// What the council decides; a rule that needs more than was read is asked again with everything.
    pub fn decide<T>(
        &mut self,
        rule: impl Fn(&Council, NaiveDateTime, &mut Mint) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        let first = rule(self.history.council(), self.now, &mut self.mint);
        if !matches!(first, Err(Refusal::NotLoaded)) {
            return first.map_err(Failure::from);
        }
        self.read(&self.council().unread())?;
        rule(self.history.council(), self.now, &mut self.mint).map_err(Failure::from)
    }

    /// Makes one change, not yet saved.
    pub fn push(&mut self, edits: Vec<Edit>) -> Result<(), Refusal> {
        self.history.push(self.now, edits).map_err(Refusal::from)
    }

    /// What other councils of the home said, as a change of its own, not yet saved.
    pub fn receive(&mut self, edits: Vec<Edit>) -> Result<(), Refusal> {
        self.history.push_as(self.now, ChangeKind::Outside, edits).map_err(Refusal::from)
    }

    /// Puts the changes on disk.
    pub fn save(&mut self) -> Result<(), Failure> {
        let seq = self.workspace.seq();
        take_pen(&mut self.workspace, &self.writer, false)?;
        let by_hand = self.workspace.recorded_by_hand();
        if self.workspace.seq() != seq + by_hand {
            // Written to by another program since it was opened: our changes were made for another council.
            return Err(Problem::Conflict { record: format!("#{seq}") }.into());
        }
        // What was done by hand before was read as it stood; its changes only come before ours.
        let ours = self.history.since(seq).iter().cloned();
        let ours: Vec<Change> = ours.map(|it| Change { seq: it.seq + by_hand, ..it }).collect();
        self.workspace.commit(&ours)?;
        // Done is done: what the journal has is folded another time.
        if let Err(problem) = self.workspace.close(self.now) {
            complain(&saved_but(self.words, &problem));
        }
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

    /// The meeting to read about, with all of it read: the one named; else the running one, the newest with something written, or the
    /// one at hand.
    pub fn meeting_to_read(&mut self, named: Option<&str>) -> Result<&Meeting, Failure> {
        let id = match (named, self.council().running()) {
            (Some(typed), _) => Some(self.meeting(typed)?.id.clone()),
            (None, Some(running)) => Some(running.id.clone()),
            (None, None) => self.newest_written()?,
        };
        let at_hand = || self.council().meeting_at_hand(self.now.date()).map(|meeting| meeting.id.clone());
        let id = id.or_else(at_hand).ok_or(Refusal::NoMeeting)?;
        self.read_meeting(&id)?;
        Ok(self.council().meetings.get(&id).ok_or(Refusal::NoMeeting)?)
    }

    /// Reads one record after the other, the newest first, until one has a line in it.
    fn newest_written(&mut self) -> Result<Option<MeetingId>, Failure> {
        let newest_first = self.council().meetings_by_date().into_iter().rev();
        let ids: Vec<MeetingId> = newest_first.map(|meeting| meeting.id.clone()).collect();
        for id in ids {
            if !self.workspace.read_body(&id)?.lines.is_empty() {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}
