//! The thread that does what takes time: reading and writing councils, writing papers. It answers with messages.

use super::{
    copy,
    queue::{Next, Queue},
    watch::Watch,
};
use crate::{
    app::{
        Effect, Msg,
        access::{Access, Holder, Life},
        msg::{self, Loaded, Opened, Trouble},
        outside::Outside,
        save::{Copied, Draft},
    },
    cli::{clock::Clock, settings::Author, shell::take_pen},
    domain::{Change, Council, Unread},
    store::{self, Home, Notice, Problem, Workspace, Writer},
    words::Words,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::Receiver,
    time::Duration,
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
    /// Says when the one who has the pen has done something.
    pub watch: Option<Watch>,
}

/// How long nobody has to ask for anything until the files are brought up to the journal.
const PAUSE: Duration = Duration::from_secs(5);

impl Worker {
    /// Works until nobody asks any more, then folds what is left, and gives back the workspace it wrote to last.
    pub fn run(
        mut self,
        asked: &Receiver<Effect>,
        answer: impl Fn(Msg) + Clone + Send + 'static,
    ) -> Option<Workspace> {
        let mut queue = Queue::new(asked);
        loop {
            self.keep_watch(&answer);
            // With nothing to fold, nothing wakes it but being asked.
            let unfolded = self.workspace.as_ref().is_some_and(|it| it.has_pen() && !it.is_folded());
            let messages = match queue.next(unfolded.then_some(PAUSE)) {
                Next::Effect(effect) => self.answer(effect),
                Next::Idle => self.fold(),
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

    /// Watches the folder of a council that somebody else may write to, and no other.
    fn keep_watch(&mut self, answer: &(impl Fn(Msg) + Clone + Send + 'static)) {
        let Some(workspace) = self.workspace.as_ref().filter(|it| !it.has_pen()) else {
            self.watch = None;
            return;
        };
        let shared = workspace.holder().is_some_and(|holder| holder.host != self.author.host);
        if self.watch.as_ref().is_none_or(|watch| !watch.is_on(workspace.dir(), shared)) {
            let answer = answer.clone();
            self.watch = Some(Watch::start(workspace.dir(), shared, move || answer(Msg::Stirred)));
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
            Effect::Open { slug } => vec![self.opened(&slug, self.home.look(&slug))],
            Effect::Create { slug, council } => vec![self.opened(&slug, self.home.create(&slug, &council))],
            Effect::Export { file, text } => vec![match write_new(&self.papers, &file, &text) {
                Ok(path) => Msg::Exported(path.display().to_string()),
                Err(error) => Msg::Failed(Trouble {
                    brief: self.words.brief_io().to_owned(),
                    ..Trouble::new(
                        self.words.cannot_export(&file, &error.to_string()),
                        self.words.cannot_export_next(),
                    )
                }),
            }],
            Effect::SaveCopy { to, slug, council, seq } => vec![self.copy(&to, &slug, *council, seq)],
            Effect::Draft(draft) => {
                if let Some(workspace) = self.workspace.as_ref().filter(|it| it.has_pen()) {
                    let draft =
                        draft.map(|it| store::Draft { meeting: it.meeting, text: it.text, seq: it.seq });
                    // Not being able to keep it is no reason to stop the one who types; the next line says whether saving works.
                    let _ = workspace.keep_draft(draft.as_ref());
                }
                Vec::new()
            }
            Effect::Reread => self.reread(),
            Effect::Follow => self.follow(),
            Effect::TakePen { force } => self.take_pen(force),
            Effect::Redraw | Effect::Quit => Vec::new(),
        }
    }

    fn persist(&mut self, changes: &[Change]) -> Vec<Msg> {
        let writer = self.author.writer(self.clock.now());
        let Some(workspace) = self.workspace.as_mut() else { return Vec::new() };
        let saved = with_pen(workspace, &writer).and_then(|()| workspace.commit(changes));
        match saved {
            Ok(seq) => {
                let full = workspace.is_full();
                let mut messages = vec![Msg::Saved(seq)];
                if full {
                    messages.extend(self.fold());
                }
                messages
            }
            Err(Problem::PenTaken { holder }) => self.lose_pen(&holder),
            Err(problem) => vec![Msg::SaveFailed(self.trouble(&problem))],
        }
    }

    /// Says what was changed outside; with nothing to say, brings the files up to the journal.
    fn fold(&mut self) -> Vec<Msg> {
        let now = self.clock.now();
        let Some(workspace) = self.workspace.as_mut() else { return Vec::new() };
        let found = workspace.outside(now);
        if !found.is_empty() {
            return found.into_iter().map(|it| self.outside(it)).collect();
        }
        match workspace.fold(now) {
            Ok(()) => Vec::new(),
            Err(Problem::PenTaken { holder }) => self.lose_pen(&holder),
            Err(problem) => vec![Msg::Failed(self.trouble(&problem))],
        }
    }

    /// Somebody has taken the pen out of our hand: from now on we watch.
    fn lose_pen(&mut self, holder: &store::Holder) -> Vec<Msg> {
        let slug = self.workspace.as_ref().map(slug_of);
        self.workspace = slug.and_then(|slug| self.home.look(&slug).ok());
        vec![Msg::Pen(Access::Theirs(held(holder, Life::Unknown)))]
    }

    fn outside(&self, found: Result<store::Outside, Problem>) -> Msg {
        match found {
            Ok(it) => Msg::Outside(Outside {
                file: it.file.display().to_string(),
                kept: it.kept.display().to_string(),
                edits: it.edits,
            }),
            Err(problem) => {
                let file = match &problem {
                    Problem::Unreadable(mistake) => {
                        mistake.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
                    }
                    _ => String::new(),
                };
                Msg::OutsideTrouble { file, trouble: self.trouble(&problem) }
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

    /// Copies what is on the screen elsewhere, with what it had no need to read as far as that can be read now.
    fn copy(&mut self, to: &str, slug: &str, mut council: Council, seq: u64) -> Msg {
        let mut left_out = 0;
        if let Some(workspace) = self.workspace.as_mut() {
            let unread = council.unread();
            for id in unread.meetings {
                match workspace.read_body(&id) {
                    Ok(body) => council.load_body(&id, body.clone()),
                    Err(_) => left_out += 1,
                }
            }
            for year in unread.shelves {
                match workspace.read_shelf(year) {
                    Ok(shelf) => council.load_shelf(year, shelf),
                    Err(_) => left_out += 1,
                }
            }
        }
        let folder = copy::folder(to, self.own_folder.as_deref(), &self.papers);
        match copy::save(folder, slug, &council, seq) {
            Ok(copied) => Msg::Copied(Copied { left_out, ..copied }),
            Err(problem) => Msg::Failed(self.trouble(&problem)),
        }
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
                self.begin(slug).map_or(Msg::Listed(Vec::new()), Msg::Opened)
            }
            Err(problem) => Msg::Failed(self.trouble(&problem)),
        }
    }

    /// Takes the pen where it can be had, and says how the council is open.
    fn access(&self, workspace: &mut Workspace, force: bool) -> Access {
        let taken = match workspace.faults() {
            [] => take_pen(workspace, &self.author.writer(self.clock.now()), force),
            _ => Ok(()),
        };
        match taken {
            Err(Problem::HeldElsewhere { holder, .. }) => Access::Theirs(
                holder.map_or_else(|| nobody(Life::Running), |holder| held(&holder, Life::Running)),
            ),
            Err(Problem::PenNotLaidDown { holder, .. }) => Access::Theirs(held(&holder, Life::Unknown)),
            // One that cannot be written at all can still be worked on; saving says why, and offers a copy.
            _ => self.damaged(workspace).unwrap_or(Access::Ours),
        }
    }

    /// Why a council can only be looked at, apart from the pen.
    fn damaged(&self, workspace: &Workspace) -> Option<Access> {
        match workspace.faults() {
            [] => None,
            [problem @ Problem::OtherFormat { .. }] => Some(Access::Newer(self.trouble(problem))),
            problems => Some(Access::Damaged(problems.iter().map(|it| self.trouble(it)).collect())),
        }
    }

    fn take_pen(&mut self, force: bool) -> Vec<Msg> {
        let Some(mut workspace) = self.workspace.take() else { return Vec::new() };
        let access = self.access(&mut workspace, force);
        let slug = slug_of(&workspace);
        let message = match access {
            Access::Ours => Msg::Opened(self.shown(&slug, &workspace, Access::Ours)),
            access => Msg::Pen(access),
        };
        self.workspace = Some(workspace);
        vec![message]
    }

    /// The council as it is on disk now, without taking the pen.
    fn reread(&mut self) -> Vec<Msg> {
        let Some(slug) = self.workspace.as_ref().map(slug_of) else { return Vec::new() };
        match self.home.look(&slug) {
            Ok(found) => {
                let access = self.watching(&found);
                let opened = self.shown(&slug, &found, access);
                self.workspace = Some(found);
                vec![Msg::Opened(opened)]
            }
            Err(problem) => vec![Msg::Failed(self.trouble(&problem))],
        }
    }

    /// What the one who has the pen did, and whether they are still there.
    fn follow(&mut self) -> Vec<Msg> {
        let Some(workspace) = self.workspace.as_mut().filter(|it| !it.has_pen()) else { return Vec::new() };
        if !workspace.faults().is_empty() {
            let (slug, known) = (slug_of(workspace), workspace.faults().to_vec());
            let found = self.home.look(&slug);
            let as_before = found.as_ref().is_ok_and(|found| found.faults() == known);
            return if as_before { Vec::new() } else { vec![self.opened(&slug, found)] };
        }
        let Ok(changes) = workspace.follow() else { return self.reread() };
        let mut messages = Vec::new();
        if !changes.is_empty() {
            messages.push(Msg::Followed(changes));
        }
        if let Some(workspace) = &self.workspace {
            messages.push(Msg::Pen(self.watching(workspace)));
        }
        messages
    }

    /// How a council is open for one who does not have the pen.
    fn watching(&self, workspace: &Workspace) -> Access {
        if let Some(access) = self.damaged(workspace) {
            return access;
        }
        if workspace.pen_is_free(&self.author.host) {
            return Access::Free;
        }
        match workspace.holder() {
            Some(holder) if holder.host == self.author.host => Access::Theirs(held(&holder, Life::Running)),
            Some(holder) => Access::Theirs(held(&holder, Life::Unknown)),
            None => Access::Theirs(nobody(Life::Running)),
        }
    }

    /// A workspace as the screen program takes it.
    fn shown(&self, slug: &str, workspace: &Workspace, access: Access) -> Opened {
        Opened {
            slug: slug.to_owned(),
            council: Box::new(workspace.council().clone()),
            seq: workspace.seq(),
            recent: workspace.recent(),
            by: self.author.by.clone(),
            throwaway: self.throwaway,
            draft: workspace.draft().map(|it| Draft { meeting: it.meeting, text: it.text, seq: it.seq }),
            // Who only watches may see a line that is just being written.
            notices: if access == Access::Ours { self.told(workspace) } else { Vec::new() },
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

    fn listed(&self, listed: crate::store::Listed) -> msg::Listed {
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

/// Takes the pen where opening could not. What was written in between by another program must not be passed over.
fn with_pen(workspace: &mut Workspace, writer: &Writer) -> Result<(), Problem> {
    if workspace.has_pen() {
        return Ok(());
    }
    let seq = workspace.seq();
    take_pen(workspace, writer, false)?;
    if workspace.seq() == seq { Ok(()) } else { Err(Problem::Conflict { record: format!("#{seq}") }) }
}

fn slug_of(workspace: &Workspace) -> String {
    workspace.dir().file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn held(holder: &store::Holder, life: Life) -> Holder {
    Holder { by: holder.by.clone(), host: holder.host.clone(), since: Some(holder.since), life }
}

const fn nobody(life: Life) -> Holder {
    Holder { by: String::new(), host: String::new(), since: None, life }
}

/// Writes a new file, never over another: `name.md`, `name-2.md` …
fn write_new(folder: &Path, file: &str, text: &str) -> io::Result<PathBuf> {
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let counted = (2..1000).map(|n| format!("{stem}-{n}.{ending}"));
    for name in std::iter::once(file.to_owned()).chain(counted) {
        let path = folder.join(name);
        match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut opened) => {
                io::Write::write_all(&mut opened, text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
