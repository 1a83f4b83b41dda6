//! Mending what can be proven, after a backup: a torn end of the journal, a fold cut short, what is only remembered, the number of the
//! next action, and a file that an earlier copy and the history tell word for word. Everything else is left as it is.

use super::{
    backup,
    disk::Disk,
    folder::{FileName, MEETINGS, PAST, Places, belongs},
    heads, history,
    home::Home,
    journal::{Damage, Journal, Lines},
    pen::{Pen, Writer},
    problem::Problem,
    reading::{self, Extent, journal_path},
    restore::whole,
    seen,
};
use crate::domain::{Change, ChangeKind, Council};
use std::path::{Path, PathBuf};

/// What was mended, and where what was there before is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub backup: PathBuf,
    pub mended: Vec<Mended>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// The end of the journal was not whole, and nobody was told it was saved.
    TornJournal { bytes: u64 },
    /// So many files that only remember what others say.
    Caches(usize),
    /// A file that could not be read was written anew; the old one is kept.
    Rebuilt { file: PathBuf, kept: PathBuf },
    /// The number that the next action takes now.
    NextAction(u32),
    /// The files were behind the journal.
    Folded,
}

impl Home {
    /// Mends what can be proven of one council.
    ///
    /// # Errors
    /// As [`Pen::take`] while someone else writes; [`Problem::CannotRead`], [`Problem::CannotWrite`]. The backup is there by then, or
    /// nothing was touched.
    pub fn repair(&self, slug: &str, writer: &Writer) -> Result<Repair, Problem> {
        let (disk, dir) = (self.disk(), self.find(slug)?);
        let (pen, _) = Pen::take(disk, &dir, writer, false)?;
        let in_files = || {
            let backup = backup::take(disk, &dir, &self.backups_of(slug), writer.now)?;
            let mut mended: Vec<Mended> = cut_torn_end(disk, &dir)?.into_iter().collect();
            mended.extend(forget(disk, &dir)?);
            mended.extend(self.rebuild(slug, writer)?);
            Ok(Repair { backup, mended })
        };
        let repair: Result<Repair, Problem> = in_files();
        pen.lay_down(disk);
        let mut repair = repair?;
        repair.mended.extend(self.count_and_fold(slug, writer)?);
        Ok(repair)
    }

    /// Writes anew what cannot be read, where a backup and every change since tell what it said.
    fn rebuild(&self, slug: &str, writer: &Writer) -> Result<Vec<Mended>, Problem> {
        let (disk, dir) = (self.disk(), self.dir_of(slug));
        let problems = reading::read(disk, &dir, Extent::Everything).problems;
        let paths: Vec<PathBuf> = problems
            .into_iter()
            .filter_map(|problem| match problem {
                Problem::Unreadable(mistake) => Some(mistake.path),
                _ => None,
            })
            .collect();
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let Some((council, seq)) = self.retold(slug)? else { return Ok(Vec::new()) };
        let mut mended = Vec::new();
        for path in paths {
            let stands = |name: &FileName| {
                [belongs(&council), Places::new()].iter().any(|it| name.path(&dir, it) == path)
            };
            let text = FileName::all(&council).find(stands).and_then(|name| name.text(&council, seq));
            let Some(text) = text else { continue };
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let folder = dir.join("kept");
            let kept = folder.join(format!("{stem}-{}.ron", writer.now.format("%Y%m%d-%H%M%S")));
            let bytes = disk.read(&path).map_err(|error| Problem::cannot_read(&path, &error))?;
            let set_aside = disk.make_dir(&folder).and_then(|()| disk.replace(&kept, &bytes));
            set_aside.map_err(|error| Problem::cannot_write(&kept, &error))?;
            disk.replace(&path, text.as_bytes()).map_err(|error| Problem::cannot_write(&path, &error))?;
            mended.push(Mended::Rebuilt { file: path, kept });
        }
        Ok(mended)
    }

    /// The council as the newest backup that can be read and every change since make it, and the last of them.
    fn retold(&self, slug: &str) -> Result<Option<(Council, u64)>, Problem> {
        let disk = self.disk();
        for backup in backup::list(disk, &self.backups_of(slug))? {
            let Ok((mut council, seq)) = whole(disk, &backup.path) else { continue };
            let log = history::since(disk, &self.dir_of(slug), seq)?;
            let follows = log.gaps.is_empty() && log.changes.first().is_none_or(|it| it.seq == seq + 1);
            if follows && log.changes.iter().all(|change| council.apply_all(&change.edits).is_ok()) {
                return Ok(Some((council, log.changes.last().map_or(seq, |last| last.seq))));
            }
        }
        Ok(None)
    }

    /// Gives the next action a number that is free, and brings the files up to the journal.
    fn count_and_fold(&self, slug: &str, writer: &Writer) -> Result<Vec<Mended>, Problem> {
        let mut workspace = self.look(slug)?;
        let mut mended = Vec::new();
        if !workspace.faults().is_empty() || workspace.read_all().is_err() {
            return Ok(mended);
        }
        workspace.take_pen(writer, false)?;
        workspace.read_all()?;
        let was_folded = workspace.is_folded();
        let highest = workspace.council().every_action().map(|action| action.number).max().unwrap_or(0);
        let next = highest.saturating_add(1);
        let raised = |head: &mut crate::domain::Head| head.next_action = head.next_action.max(next);
        if let Some(edit) = workspace.council().changing_head(raised) {
            let (seq, at, by) = (workspace.seq() + 1, writer.now, writer.by.clone());
            workspace.commit(&[Change { seq, at, by, kind: ChangeKind::Work, edits: vec![edit] }])?;
            mended.push(Mended::NextAction(next));
        }
        workspace.close(writer.now)?;
        mended.extend((!was_folded).then_some(Mended::Folded));
        Ok(mended)
    }
}

fn cut_torn_end(disk: &dyn Disk, dir: &Path) -> Result<Option<Mended>, Problem> {
    let path = journal_path(dir);
    let lines = Lines::read(disk, &path)?;
    let Some(Damage::Torn { bytes }) = lines.damage else { return Ok(None) };
    Journal::new(path, lines.length).cut(disk)?;
    Ok(Some(Mended::TornJournal { bytes }))
}

/// Takes away what is only remembered; the next opening remembers anew.
fn forget(disk: &dyn Disk, dir: &Path) -> Result<Option<Mended>, Problem> {
    let mut gone = 0;
    let heads = [MEETINGS, PAST].map(|folder| heads::path(&dir.join(folder)));
    for path in heads.into_iter().chain([seen::path(dir)]) {
        if disk.look(&path).is_ok() {
            disk.remove_file(&path).map_err(|error| Problem::cannot_write(&path, &error))?;
            gone += 1;
        }
    }
    Ok((gone > 0).then_some(Mended::Caches(gone)))
}
