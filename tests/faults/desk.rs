//! What is done with one council on a disk that fails: scenes that go on where they were stopped, and what must be there after each.

use crate::{
    memory_disk::MemoryDisk,
    scenes::{stamp, writer},
};
use norishiro::{
    domain::{Change, ChangeKind, Council, Edit, id::MeetingId},
    store::{self, Draft, Home, Problem, Workspace},
};
use std::{path::Path, sync::Arc};

pub const SLUG: &str = "pt";
pub const DIR: &str = "/home/councils/pt";
/// Something that is done with a council. Asked again, it goes on with what was not done.
type Play = fn(&mut Desk, &Scene) -> Result<(), Problem>;

pub struct Scene {
    pub name: &'static str,
    pub begin: MemoryDisk,
    pub play: Play,
    /// What was there before, if anything, and what there is after each change of the scene.
    pub states: Vec<Option<Council>>,
    /// The changes that lead from the one to the other.
    pub changes: Vec<Change>,
    /// What another program does to a file in the middle of it.
    pub by_hand: Vec<Edit>,
    /// What is to be found among what was set aside.
    pub kept: &'static str,
}

/// Somebody with a home.
pub struct Desk {
    pub disk: Arc<MemoryDisk>,
    pub home: Home,
    workspace: Option<Workspace>,
    /// How many changes were said to be saved.
    pub sure: usize,
    /// Another program did what it does.
    touched: bool,
    /// What it did, to be saved as a change of its own.
    outside: Option<Change>,
    draft: Option<String>,
}

impl Scene {
    /// Was the council ever like this?
    pub fn knows(&self, council: &Council) -> bool {
        self.states.iter().flatten().any(|state| state == council)
    }

    fn last(&self) -> usize {
        self.states.len() - 1
    }
}

impl Desk {
    pub fn at(scene: &Scene) -> Self {
        Self::on(scene.begin.copy())
    }

    pub fn on(disk: MemoryDisk) -> Self {
        let disk = Arc::new(disk);
        let home = Home::on("/home", Arc::clone(&disk) as Arc<_>);
        Self { disk, home, workspace: None, sure: 0, touched: false, outside: None, draft: None }
    }

    pub fn play(&mut self, scene: &Scene) -> Result<(), Problem> {
        (scene.play)(self, scene)
    }

    /// The program is gone, without a word.
    pub fn leave(&mut self) {
        (self.workspace, self.outside) = (None, None);
    }

    /// The council as it is on the disk, if it is.
    pub fn found(&self) -> Result<Council, String> {
        let mut workspace = self.home.open(SLUG).map_err(|problem| format!("does not open: {problem:?}"))?;
        workspace.read_all().map_err(|problem| format!("cannot be read: {problem:?}"))?;
        Ok(workspace.council().clone())
    }

    /// Is there what was there before or after one of the changes, and none of those that were said to be saved is missing?
    pub fn is_as_promised(&self, scene: &Scene) -> Result<(), String> {
        let found = match self.home.open(SLUG) {
            Err(Problem::NoSuchCouncil { .. }) => None,
            _ => Some(self.found()?),
        };
        let by_hand: &[Edit] = if self.touched { &scene.by_hand } else { &[] };
        let with_hand = |state: &Option<Council>| {
            let mut state = state.clone();
            if let Some(council) = &mut state {
                // Taken in already.
                let _ = council.apply_all(by_hand);
            }
            state
        };
        let states: Vec<_> = scene.states.iter().map(with_hand).collect();
        if states[self.sure..].contains(&found) {
            return Ok(());
        }
        let place = states.iter().position(|state| *state == found);
        Err(format!("{} changes of {} were saved, and there are {place:?}", self.sure, scene.last()))
    }

    /// Is everything there, in the files, in the history, and nothing wrong?
    pub fn is_done(&self, scene: &Scene) -> Result<(), String> {
        let found = self.found()?;
        if Some(&found) != scene.states[scene.last()].as_ref() {
            return Err("not all of it is there".to_owned());
        }
        let findings = store::check(&self.home, Some(SLUG));
        if !findings.is_empty() {
            return Err(format!("{findings:?}"));
        }
        let files = self.disk.files();
        let journal = files.get(&Path::new(DIR).join("journal.ron"));
        if scene.name != "going back" && journal.is_some_and(|journal| !journal.is_empty()) {
            return Err("the files are behind the journal".to_owned());
        }
        let log = self.home.history(SLUG).map_err(|problem| format!("{problem:?}"))?;
        let missing = scene.changes.iter().find(|change| !log.changes.contains(change));
        if !log.gaps.is_empty() || missing.is_some() {
            return Err(format!("the history has gaps {:?}, and not {missing:?}", log.gaps));
        }
        let mut kept = files.iter().filter(|(path, _)| path.starts_with(Path::new(DIR).join("kept")));
        if !scene.kept.is_empty()
            && !kept.any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(scene.kept))
        {
            return Err(format!("{} was not kept", scene.kept));
        }
        let draft = self.home.open(SLUG).unwrap().draft().map(|draft| draft.text);
        if draft != self.draft {
            return Err(format!("the draft is {draft:?}"));
        }
        Ok(())
    }

    /// Opens the council and takes the pen.
    fn sit_down(&mut self) -> Result<&mut Workspace, Problem> {
        if self.workspace.is_none() {
            self.workspace = Some(self.home.open(SLUG)?);
        }
        let workspace = self.workspace.as_mut().unwrap();
        workspace.take_pen(&writer(stamp(20)), false)?;
        Ok(workspace)
    }

    /// Saves the changes of the scene up to the `count`-th, those that were not.
    pub fn save(&mut self, scene: &Scene, count: usize) -> Result<(), Problem> {
        if self.sure >= count {
            return Ok(());
        }
        let workspace = self.sit_down()?;
        let seq = workspace.seq();
        let fresh =
            scene.changes[..count].iter().filter(|change| change.seq > seq).cloned().collect::<Vec<_>>();
        workspace.commit(&fresh)?;
        self.sure = count;
        Ok(())
    }

    pub fn fold(&mut self) -> Result<(), Problem> {
        self.sit_down()?.fold(stamp(20))
    }

    pub fn keep(&mut self, scene: &Scene, text: Option<&str>) -> Result<(), Problem> {
        let meeting = MeetingId("fy2026-1".into());
        let draft =
            text.map(|text| Draft { meeting, cell: None, text: text.to_owned(), seq: scene.changes[0].seq });
        self.sit_down()?.keep_draft(draft.as_ref())?;
        self.draft = text.map(str::to_owned);
        Ok(())
    }

    pub fn close(&mut self) -> Result<(), Problem> {
        self.sit_down()?.close(stamp(20))
    }

    /// Another program writes to a file, once.
    pub fn hand_edit(&mut self, file: &str, from: &str, to: &str) {
        if !self.touched {
            let path = Path::new(DIR).join(file);
            let text = String::from_utf8(self.disk.files()[&path].clone()).unwrap();
            self.disk.put(&path, text.replace(from, to).as_bytes());
            self.touched = true;
        }
    }

    /// Takes in what the other program did.
    pub fn take_in(&mut self) -> Result<(), Problem> {
        let workspace = self.sit_down()?;
        let (seq, at, by) = (workspace.seq() + 1, stamp(20), String::new());
        let found = workspace.outside(at).pop().transpose()?;
        let found = found.map(|it| Change { seq, at, by, kind: ChangeKind::Outside, edits: it.edits });
        self.outside = self.outside.take().or(found);
        if let Some(change) = self.outside.clone() {
            self.sit_down()?.commit(&[change])?;
            self.outside = None;
            self.sure += 1;
        }
        Ok(())
    }
}
