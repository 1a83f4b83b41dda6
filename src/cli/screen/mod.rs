//! The screen program at a real terminal: threads, clock and painting around the pure update and view.
//!
//! One thread reads keys, one does slow effects, one hears what others do to the open council, and this one takes in messages,
//! everything that waits before each frame.

mod copy;
mod guard;
mod input;
mod presenter;
mod queue;
mod signals;
mod watch;
mod worker;

use super::{clock::Clock, settings::Author};
use crate::{
    app::{
        Effect, Model, Msg,
        look::{Look, Theme},
        model::Setup,
        save::Copied,
        update::update_all,
        view::view,
    },
    store::{Home, Workspace},
    text::ruler::Ruler,
    words::Words,
};
use guard::Guard;
use presenter::Presenter;
use ratatui::{buffer::Buffer, layout::Rect};
use std::{
    io::{self, Stdout, stdout},
    iter,
    path::PathBuf,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};
use worker::{Others, Saving, Worker};

/// How wide the terminal draws East Asian ambiguous characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub enum Ambiguous {
    /// Ask the terminal.
    #[default]
    Auto,
    Narrow,
    Wide,
}

/// Everything the screen program gets from the outside.
pub struct Start {
    pub words: Words,
    pub theme: Theme,
    pub ambiguous: Ambiguous,
    pub clock: Clock,
    pub author: Author,
    pub home: Home,
    /// The council to begin with, by slug; none shows the lobby.
    pub open: Option<(String, Workspace)>,
    pub throwaway: bool,
    pub papers: PathBuf,
    /// The user's own folder.
    pub own_folder: Option<PathBuf>,
}

/// What became of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Changes made and saved.
    pub saved: u64,
    /// Changes that could not be saved.
    pub lost: u64,
    /// The copy that holds everything, if saving failed to the end.
    pub copied: Option<Copied>,
}

/// What the main thread waits for.
enum Event {
    /// Messages that came in together.
    App(Vec<Msg>),
    /// The system wants us gone.
    Hangup,
}

/// What the folder of copies is called where the user gives it no name.
const COPIES: &str = "norishiro-copy";

/// Keys this close together came together. Asked for no time at all, crossterm does not look.
const AT_ONCE: Duration = Duration::from_millis(1);

/// What is done within this time is saved with one flush. A single key waits for nothing.
const GROUP: Duration = Duration::from_millis(25);

/// No frame is drawn for the clock within this time of a key, so that the IME's window does not jump.
const QUIET: Duration = Duration::from_millis(500);

/// What is read within this time of being asked for shows at once, without a frame that says it is being read.
const GLANCE: Duration = Duration::from_millis(30);

/// Runs the screen program until the user or the system ends it.
///
/// # Errors
/// Whatever the terminal answers to being taken or written to.
pub fn run(start: Start) -> io::Result<End> {
    let guard = Guard::take()?;
    let wide = match start.ambiguous {
        Ambiguous::Narrow => false,
        Ambiguous::Wide => true,
        Ambiguous::Auto => guard::draws_ambiguous_wide().unwrap_or(false),
    };
    let (width, height) = crossterm::terminal::size()?;
    let model = Model::new(Setup {
        words: start.words,
        look: Look { theme: start.theme, ruler: Ruler { wide } },
        width,
        height,
        now: start.clock.now(),
        seed: fastrand::u64(..),
        copy_to: start.own_folder.as_ref().unwrap_or(&start.papers).join(COPIES).display().to_string(),
    });
    let (events, incoming) = mpsc::channel();
    read_keys(events.clone());
    signals::watch(events.clone(), || Event::Hangup)?;
    let mut session = Session {
        model,
        clock: start.clock,
        presenter: Presenter::new(stdout(), width, height),
        work: None,
        last_key: Instant::now(),
        last_asked: Instant::now(),
        end: None,
    };
    let (slug, workspace) = start.open.unzip();
    let worker = Worker {
        home: start.home,
        words: start.words,
        author: start.author,
        throwaway: start.throwaway,
        papers: start.papers,
        own_folder: start.own_folder,
        clock: start.clock,
        workspace,
        saving: Saving::default(),
        others: Others::default(),
    };
    session.begin(worker, slug, events)?;
    let result = session.run(&incoming);
    drop(session);
    drop(guard);
    result
}

/// Reads the terminal on a thread of its own. Events that are there together are sent together.
fn read_keys(events: Sender<Event>) {
    thread::spawn(move || {
        while let Ok(first) = crossterm::event::read() {
            let mut together: Vec<Msg> = input::message(first).into_iter().collect();
            while crossterm::event::poll(AT_ONCE).unwrap_or(false) {
                let Ok(next) = crossterm::event::read() else { break };
                together.extend(input::message(next));
            }
            if !together.is_empty() && events.send(Event::App(together)).is_err() {
                break;
            }
        }
    });
}

struct Session {
    model: Model,
    clock: Clock,
    presenter: Presenter<Stdout>,
    /// Where effects are sent, and the thread that does them.
    work: Option<Work>,
    last_key: Instant,
    /// When something was last asked to be read.
    last_asked: Instant,
    end: Option<End>,
}

/// The worker's thread, and the way to ask it.
struct Work {
    effects: Sender<Effect>,
    thread: thread::JoinHandle<Option<Workspace>>,
}

impl Session {
    /// Starts the worker, and asks for the first council or the list of them.
    fn begin(&mut self, mut worker: Worker, open: Option<String>, events: Sender<Event>) -> io::Result<()> {
        let (effects, asked) = mpsc::channel();
        let first = open.and_then(|slug| worker.begin(&slug));
        let answer = move |message| {
            // Nobody listens any more once the session ends.
            let _ = events.send(Event::App(vec![message]));
        };
        let thread =
            thread::Builder::new().name("worker".to_owned()).spawn(move || worker.run(&asked, answer))?;
        self.work = Some(Work { effects, thread });
        match first {
            Some(opened) => self.take([Msg::Opened(opened)]),
            None => self.send(Effect::List),
        }
        Ok(())
    }

    fn run(&mut self, incoming: &Receiver<Event>) -> io::Result<End> {
        loop {
            self.glance(incoming)?;
            if let Some(end) = self.end.take() {
                return Ok(end);
            }
            self.draw()?;
            match self.wait(incoming) {
                Some(event) => {
                    self.handle(event)?;
                    while let Ok(event) = incoming.try_recv() {
                        self.handle(event)?;
                    }
                }
                None => self.take([Msg::Tick]),
            }
        }
    }

    /// Waits a moment for what is being read.
    fn glance(&mut self, incoming: &Receiver<Event>) -> io::Result<()> {
        while self.model.loading.is_under_way() && self.end.is_none() {
            let left = GLANCE.saturating_sub(self.last_asked.elapsed());
            match incoming.recv_timeout(left) {
                Ok(event) => self.handle(event)?,
                Err(_) => break,
            }
        }
        Ok(())
    }

    /// The next event, or `None` when it is time for a tick. Without a clock to move, it sleeps until something happens.
    fn wait(&self, incoming: &Receiver<Event>) -> Option<Event> {
        let to_tick = match self.model.tick() {
            Some(seconds) => Duration::from_secs(seconds.into()).saturating_sub(self.clock.into_second()),
            None => return incoming.recv().ok().or(Some(Event::Hangup)),
        };
        let quiet = QUIET.saturating_sub(self.last_key.elapsed());
        match incoming.recv_timeout(to_tick.max(quiet)) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Hangup),
        }
    }

    fn handle(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::App(messages) => {
                if messages.iter().any(|message| matches!(message, Msg::Key(_) | Msg::Paste(_))) {
                    self.last_key = Instant::now();
                }
                for message in &messages {
                    if let Msg::Resize { width, height } = *message {
                        self.presenter.start_afresh(width, height)?;
                    }
                }
                self.take(messages);
            }
            Event::Hangup => self.finish(),
        }
        Ok(())
    }

    /// Takes in what arrived together. The first lines of a long burst are saved while the last are still taken in.
    fn take(&mut self, messages: impl IntoIterator<Item = Msg>) {
        let mut messages = messages.into_iter().peekable();
        while messages.peek().is_some() && self.end.is_none() {
            let end = Instant::now() + GROUP;
            let group = iter::from_fn(|| messages.next_if(|_| Instant::now() < end));
            for effect in update_all(&mut self.model, group, self.clock.now()) {
                self.run_effect(effect);
            }
        }
    }

    fn run_effect(&mut self, effect: Effect) {
        match effect {
            Effect::Quit => self.finish(),
            // The next frame is written whole; a terminal that cannot be emptied says so there.
            Effect::Redraw => {
                let _ = self.presenter.start_afresh(self.model.width, self.model.height);
            }
            // What the terminal does not take is still to be pasted inside the program.
            Effect::CopyOut(text) => drop(self.presenter.copy_out(&text)),
            other => {
                if matches!(other, Effect::Load(_)) {
                    self.last_asked = Instant::now();
                }
                self.send(other);
            }
        }
    }

    fn send(&self, effect: Effect) {
        if let Some(work) = &self.work {
            // The worker ends only when this end hangs up.
            let _ = work.effects.send(effect);
        }
    }

    /// Saves what is left, waits for the worker, and says how it ended.
    fn finish(&mut self) {
        self.model.parting().into_iter().for_each(|effect| self.send(effect));
        let Some(Work { effects, thread }) = self.work.take() else { return };
        drop(effects);
        let done = self.model.history.seq();
        let on_disk = thread.join().ok().flatten().map_or(done, |workspace| workspace.seq());
        // What others put on the disk says nothing of ours.
        let lost = if self.model.may_write() { done.saturating_sub(on_disk) } else { self.model.unsaved() };
        let saved = self.model.save.made.saturating_sub(lost);
        self.end = Some(End { saved, lost, copied: self.model.whole_copy().cloned() });
    }

    fn draw(&mut self) -> io::Result<()> {
        let area = Rect::new(0, 0, self.model.width, self.model.height);
        let mut buffer = Buffer::empty(area);
        let caret = view(&self.model, &mut buffer);
        self.presenter.show(buffer, caret)
    }
}
