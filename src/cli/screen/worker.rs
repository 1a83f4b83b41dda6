//! The thread that does what takes time: reading and writing councils, writing papers. It answers with messages.

use super::{
    copy,
    queue::{Next, Queue},
};
use crate::{
    app::{
        Effect, Msg,
        access::Access,
        msg::{self, Opened, Trouble},
    },
    cli::settings::Author,
    store::{Home, Problem, Workspace},
    words::Words,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::Receiver,
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
    /// The council it reads and writes, beginning with the one open at the start.
    pub workspace: Option<Workspace>,
}

impl Worker {
    /// Works until nobody asks any more, and gives back the workspace it wrote to last.
    pub fn run(mut self, asked: &Receiver<Effect>, answer: impl Fn(Msg)) -> Option<Workspace> {
        let mut queue = Queue::new(asked);
        while let Next::Effect(effect) = queue.next(None) {
            if let Some(message) = self.answer(effect) {
                answer(message);
            }
        }
        self.workspace
    }

    fn answer(&mut self, effect: Effect) -> Option<Msg> {
        Some(match effect {
            Effect::Persist(changes) => match self.workspace.as_mut()?.commit(&changes) {
                Ok(seq) => Msg::Saved(seq),
                Err(problem) => Msg::SaveFailed(self.trouble(&problem)),
            },
            // The council was read whole.
            Effect::Load(_) => return None,
            Effect::List => match self.home.list() {
                Ok(councils) => Msg::Listed(councils.into_iter().map(|it| self.listed(it)).collect()),
                Err(problem) => Msg::Failed(self.trouble(&problem)),
            },
            Effect::Open { slug } => self.opened(&slug, self.home.open(&slug)),
            Effect::Create { slug, council } => self.opened(&slug, self.home.create(&slug, &council)),
            Effect::Export { file, text } => match write_new(&self.papers, &file, &text) {
                Ok(path) => Msg::Exported(path.display().to_string()),
                Err(error) => Msg::Failed(Trouble {
                    brief: self.words.brief_io().to_owned(),
                    ..Trouble::new(
                        self.words.cannot_export(&file, &error.to_string()),
                        self.words.cannot_export_next(),
                    )
                }),
            },
            Effect::SaveCopy { to, slug, council, seq } => {
                let folder = copy::folder(&to, self.own_folder.as_deref(), &self.papers);
                match copy::save(folder, &slug, &council, seq) {
                    Ok(copied) => Msg::Copied(copied),
                    Err(problem) => Msg::Failed(self.trouble(&problem)),
                }
            }
            Effect::Draft(_)
            | Effect::Reread
            | Effect::Follow
            | Effect::TakePen { .. }
            | Effect::Redraw
            | Effect::Quit => {
                return None;
            }
        })
    }

    fn opened(&mut self, slug: &str, found: Result<Workspace, Problem>) -> Msg {
        match found.and_then(held) {
            Ok(found) => {
                let answer = self.shown(slug, &found);
                self.workspace = Some(found);
                Msg::Opened(answer)
            }
            Err(problem) => Msg::Failed(self.trouble(&problem)),
        }
    }

    /// A workspace as the screen program takes it.
    pub fn shown(&self, slug: &str, workspace: &Workspace) -> Opened {
        Opened {
            slug: slug.to_owned(),
            council: Box::new(workspace.council().clone()),
            seq: workspace.seq(),
            recent: Vec::new(),
            by: self.author.by.clone(),
            throwaway: self.throwaway,
            draft: None,
            access: Access::Ours,
            notices: Vec::new(),
        }
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

/// Takes a council for writing. One that cannot be written at all can still be looked at; saving will say why.
pub fn held(mut workspace: Workspace) -> Result<Workspace, Problem> {
    match workspace.hold() {
        Err(problem @ (Problem::HeldElsewhere { .. } | Problem::WrittenElsewhere { .. })) => Err(problem),
        _ => Ok(workspace),
    }
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
