//! What others do to the open council: who has the pen, what they wrote, which files were changed by other means. Takes the pen and
//! notices its loss; writes nothing else.

use super::{Worker, slug_of};
use crate::{
    app::{
        Msg,
        access::{Access, Holder, Life},
        outside::Outside,
    },
    cli::{
        screen::watch::{Watch, Way},
        shell::take_pen,
    },
    store::{self, Problem, Workspace},
};
use std::time::{Duration, Instant};

/// How the folder of the open council is watched.
#[derive(Default)]
pub struct Others {
    watch: Option<Watch>,
    /// When the one who writes looks at what has stirred.
    pub look_at: Option<Instant>,
}

/// How long nothing stirs until a file that another program writes is taken for whole.
const CALM: Duration = Duration::from_millis(300);

impl Worker {
    /// Watches the folder of the open council, and no other. Who writes is not in need of it: what was missed is seen before folding.
    pub fn keep_watch(&mut self, answer: &(impl Fn(Msg) + Clone + Send + 'static)) {
        let Some(workspace) = &self.workspace else { return };
        let writes = workspace.has_pen();
        let elsewhere = || workspace.holder().is_some_and(|holder| holder.host != self.author.host);
        let way = match writes {
            true => Way::Told,
            false if elsewhere() => Way::Seen,
            false => Way::ToldOrSeen,
        };
        if self.others.watch.as_ref().is_none_or(|watch| !watch.is_on(workspace.dir(), way)) {
            let answer = answer.clone();
            let concerns = move |file: &_| store::concerns(file, writes);
            let watch = Watch::start(workspace.dir(), way, concerns, move || answer(Msg::Stirred));
            self.others = Others { watch: Some(watch), look_at: None };
        }
    }

    /// Takes the pen where it can be had, and says how the council is open.
    pub fn access(&self, workspace: &mut Workspace, force: bool) -> Access {
        // What was done by hand against the journal is told apart with the pen in hand, not before.
        let may_write = workspace.faults().iter().all(|it| matches!(it, Problem::Conflict { .. }));
        let taken = match may_write {
            true => take_pen(workspace, &self.author.writer(self.clock.now()), force),
            false => Ok(()),
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
            [Problem::OtherFormat { found, .. }] => Some(Access::Newer { format: *found }),
            problems => Some(Access::Damaged(problems.iter().map(|it| self.trouble(it)).collect())),
        }
    }

    pub fn take_pen(&mut self, force: bool) -> Vec<Msg> {
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

    /// Somebody has taken the pen out of our hand: from now on we watch.
    pub fn lose_pen(&mut self, holder: &store::Holder) -> Vec<Msg> {
        let slug = self.workspace.as_ref().map(slug_of);
        self.workspace = slug.and_then(|slug| self.home.look(&slug).ok());
        vec![Msg::Pen(Access::Theirs(held(holder, Life::Unknown)))]
    }

    /// The council as it is on disk now, without taking the pen.
    pub fn reread(&mut self) -> Vec<Msg> {
        let Some(slug) = self.workspace.as_ref().map(slug_of) else { return Vec::new() };
        // Another folder may stand in its place.
        self.others = Others::default();
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

    /// What the one who has the pen did, and whether they are still there. Who has it looks a moment later, when all is written.
    pub fn follow(&mut self) -> Vec<Msg> {
        let Some(workspace) = self.workspace.as_mut() else { return Vec::new() };
        if workspace.has_pen() {
            self.others.look_at = Some(Instant::now() + CALM);
            return Vec::new();
        }
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

    /// What stirred while we write: is the pen still ours, and what was done to the files?
    pub fn look_around(&mut self) -> Vec<Msg> {
        let pen = self.workspace.as_ref().map_or(Ok(()), Workspace::require_pen);
        let messages = match pen {
            Err(Problem::PenTaken { holder }) => self.lose_pen(&holder),
            _ => self.told_outside(),
        };
        if self.saving.fold_at.is_none() {
            self.fold_later();
        }
        messages
    }

    /// What was changed outside and was not told yet.
    pub fn told_outside(&mut self) -> Vec<Msg> {
        let now = self.clock.now();
        let found = self.workspace.as_mut().map(|workspace| workspace.outside(now)).unwrap_or_default();
        found.into_iter().map(|it| self.outside(it)).collect()
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
}

fn held(holder: &store::Holder, life: Life) -> Holder {
    Holder { by: holder.by.clone(), host: holder.host.clone(), since: Some(holder.since), life }
}

const fn nobody(life: Life) -> Holder {
    Holder { by: String::new(), host: String::new(), since: None, life }
}
