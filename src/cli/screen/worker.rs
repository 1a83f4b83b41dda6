//! The thread that does what takes time: reading and writing councils, writing papers. It answers with messages.

mod neighbours;
mod others;
mod saving;

use super::queue::{Next, Queue};
use crate::{
    app::{
        Effect, Msg,
        access::Access,
        msg::{self, Loaded, Opened, Trouble},
        save::Draft,
    },
    cli::{clock::Clock, input, output::write_beside, settings::Author, wording},
    domain::Unread,
    intake::Kind,
    paper::PaperError,
    store::{Home, Listed, Notice, Problem, Workspace},
    words::Words,
};
pub use others::Others;
pub use saving::Saving;
use std::{
    path::PathBuf,
    sync::mpsc::Receiver,
    time::{Duration, Instant},
};

/// The one who reads and writes, with everything for it.
pub struct Worker {
    pub home: Home,
    pub words: Words,
    pub author: Author,
    /// Lives in a throw-away home.
    pub throwaway: bool,
    /// Where papers go: the folder the program was started in.
    pub papers: PathBuf,
    /// The user's own folder.
    pub own_folder: Option<PathBuf>,
    pub clock: Clock,
    /// The council it reads and writes, beginning with the one open at the start.
    pub workspace: Option<Workspace>,
    pub saving: Saving,
    pub others: Others,
}

impl Worker {
    /// Works until nobody asks any more, then folds what is left, and gives back the workspace it wrote to last.
    pub fn run(
        mut self,
        asked: &Receiver<Effect>,
        answer: impl Fn(Msg) + Clone + Send + 'static,
    ) -> Option<Workspace> {
        let mut queue = Queue::new(asked);
        self.fold_later();
        loop {
            self.keep_watch(&answer);
            let messages = match queue.next(self.patience()) {
                Next::Effect(effect) => {
                    let is_ours = !matches!(effect, Effect::Follow | Effect::Neighbours);
                    let shares =
                        matches!(&effect, Effect::Persist(it) if it.iter().any(neighbours::is_shared));
                    let mut messages = self.answer(effect);
                    if is_ours {
                        self.fold_later();
                    }
                    if shares {
                        messages.drain(..).for_each(&answer);
                        messages = self.shared();
                    }
                    messages
                }
                Next::Idle => self.rest(),
                Next::Over => break,
            };
            messages.into_iter().for_each(&answer);
        }
        let now = self.clock.now();
        if let Some(workspace) = &mut self.workspace {
            // What could not be folded is in the journal, and is folded after the next opening.
            let _ = workspace.close(now);
        }
        self.workspace
    }

    /// How long to wait to be asked before there is something to do all the same; without an end where there is nothing.
    fn patience(&self) -> Option<Duration> {
        let next = [self.saving.fold_at, self.others.look_at].into_iter().flatten().min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    /// Nobody asks for anything: what has to be done all the same.
    fn rest(&mut self) -> Vec<Msg> {
        match self.others.look_at.take_if(|at| *at <= Instant::now()) {
            Some(_) => self.look_around(),
            None => self.fold(),
        }
    }

    fn answer(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Persist(changes) => self.persist(&changes),
            Effect::Load(unread) => self.load(&unread),
            Effect::List => vec![match self.home.list() {
                Ok(councils) => Msg::Listed(councils.into_iter().map(|it| self.listed(it)).collect()),
                Err(problem) => Msg::Failed(self.trouble(&problem)),
            }],
            Effect::Neighbours => self.neighbours(),
            Effect::Open { slug } => vec![self.opened(&slug, self.home.look(&slug))],
            Effect::Create { slug, council } => vec![self.opened(&slug, self.home.create(&slug, &council))],
            Effect::Export { file, content, format, encoding } => {
                vec![self.export(&file, content.bytes(format, encoding))]
            }
            Effect::Read { path, kind } => vec![self.read(&path, kind)],
            Effect::SaveCopy { to, slug, council, seq } => vec![self.copy(&to, &slug, *council, seq)],
            Effect::Draft(draft) => {
                self.keep_draft(draft);
                Vec::new()
            }
            Effect::Reread => self.reread(),
            Effect::Follow => self.follow(),
            Effect::TakePen { force } => self.take_pen(force),
            Effect::CopyOut(_) | Effect::Redraw | Effect::Quit => Vec::new(),
        }
    }

    /// Reads a file that is to be taken in. `~` is the user's own folder; else it is looked for where the program was started.
    fn read(&self, path: &str, kind: Kind) -> Msg {
        let at_home = path.strip_prefix("~/").zip(self.own_folder.as_ref());
        let file = at_home.map_or_else(|| self.papers.join(path), |(rest, own)| own.join(rest));
        let name = || file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        match input::file(&file) {
            Ok(bytes) => Msg::Read { name: name(), kind, bytes },
            Err(error) => {
                let gap = self.words.pick("", " ");
                let said = [self.words.cannot_read(path), self.words.io_error(&error)].join(gap);
                Msg::Failed(Trouble::new(said, self.words.cli_check_path()))
            }
        }
    }

    /// Writes a paper, never over another.
    fn export(&self, file: &str, bytes: Result<Vec<u8>, PaperError>) -> Msg {
        let refused = |brief: &str, said, next: &str| {
            Msg::Failed(Trouble { brief: brief.to_owned(), ..Trouble::new(said, next) })
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => return refused(self.words.brief_io(), error.said(self.words), ""),
        };
        match write_beside(&self.papers, file, &bytes) {
            Ok(path) => Msg::Exported(path.display().to_string()),
            Err(error) => {
                let said = self.words.cannot_export(file, &error.to_string());
                refused(self.words.brief_io(), said, self.words.cannot_export_next())
            }
        }
    }

    /// Reads parts of the open council. Who only watches goes along first, so that what is read fits what is known.
    fn load(&mut self, unread: &Unread) -> Vec<Msg> {
        let mut messages =
            if self.workspace.as_ref().is_some_and(Workspace::has_pen) { Vec::new() } else { self.follow() };
        let Some(workspace) = self.workspace.as_mut() else { return messages };
        let mut loaded = Loaded::default();
        let mut read = || -> Result<(), Problem> {
            for id in &unread.meetings {
                loaded.bodies.push((id.clone(), workspace.read_body(id)?.clone()));
            }
            for year in &unread.shelves {
                loaded.shelves.push((*year, workspace.read_shelf(*year)?));
            }
            Ok(())
        };
        let result = read();
        messages.push(match result {
            Ok(()) => Msg::Loaded(loaded),
            Err(problem) => Msg::LoadFailed { wanted: unread.clone(), trouble: self.trouble(&problem) },
        });
        messages
    }

    /// The council open at the start, as the screen program takes it.
    pub fn begin(&mut self, slug: &str) -> Option<Opened> {
        let mut workspace = self.workspace.take()?;
        let access = self.access(&mut workspace, false);
        let opened = self.shown(slug, &workspace, access);
        self.workspace = Some(workspace);
        Some(opened)
    }

    fn opened(&mut self, slug: &str, found: Result<Workspace, Problem>) -> Msg {
        match found {
            Ok(found) => {
                let now = self.clock.now();
                if let Some(last) = &mut self.workspace {
                    // As at the end: what is left is in its journal.
                    let _ = last.close(now);
                }
                self.workspace = Some(found);
                self.saving = Saving::default();
                self.begin(slug).map_or(Msg::Listed(Vec::new()), Msg::Opened)
            }
            Err(problem) => Msg::Failed(self.trouble(&problem)),
        }
    }

    /// A workspace as the screen program takes it.
    fn shown(&self, slug: &str, workspace: &Workspace, access: Access) -> Opened {
        let wording = wording::load(&self.home, self.words, Some(slug));
        // Who only watches may see a line that is just being written.
        let mut notices = if access == Access::Ours { self.told(workspace) } else { Vec::new() };
        notices
            .extend(wording.fault().map(|it| Trouble::new(self.words.wording_opened(), it.said(self.words))));
        Opened {
            slug: slug.to_owned(),
            wording,
            council: Box::new(workspace.council().clone()),
            seq: workspace.seq(),
            recent: workspace.recent(),
            by: self.author.by.clone(),
            throwaway: self.throwaway,
            draft: workspace.draft().map(|it| Draft {
                meeting: it.meeting,
                cell: it.cell,
                text: it.text,
                seq: it.seq,
            }),
            notices,
            access,
        }
    }

    /// What came up while it was opened. Who ended without closing has lost nothing, and whoever opens it again in the meeting wants
    /// to type on.
    fn told(&self, workspace: &Workspace) -> Vec<Trouble> {
        let told = workspace.notices().iter().filter(|notice| !matches!(notice, Notice::LeftOpen(_)));
        let said = told.map(|notice| {
            let (what, todo) = self.words.notice(notice);
            Trouble::new(what, todo)
        });
        said.collect()
    }

    fn listed(&self, listed: Listed) -> msg::Listed {
        let slug = listed.slug;
        match listed.summary {
            Ok(it) => msg::Listed {
                slug,
                name: it.name,
                meetings: it.meetings,
                open_actions: it.open_actions,
                trouble: None,
            },
            Err(problem) => msg::Listed {
                name: slug.clone(),
                slug,
                meetings: 0,
                open_actions: 0,
                trouble: Some(self.trouble(&problem)),
            },
        }
    }

    fn trouble(&self, problem: &Problem) -> Trouble {
        let said = self.words.problem(problem);
        let gap = self.words.pick("", " ");
        Trouble {
            brief: self.words.in_brief(problem).to_owned(),
            mark: said.mark,
            ..Trouble::new([said.what.as_str(), &said.why].join(gap), said.next)
        }
    }
}

fn slug_of(workspace: &Workspace) -> String {
    workspace.dir().file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
