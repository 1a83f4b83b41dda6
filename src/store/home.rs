//! The folder that holds every council of a user: finding, listing, opening and making them. Never looks inside a council's records.

use super::{
    disk::{Disk, RealDisk},
    folder::{FileName, belongs},
    pen,
    problem::Problem,
    staging::Staging,
    summary::Summary,
    workspace::Workspace,
};
use crate::{
    domain::{Council, council::is_slug},
    text::near::nearest,
};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Where a user's councils live: `<root>/councils/<slug>/`.
#[derive(Clone, Debug)]
pub struct Home {
    root: PathBuf,
    disk: Arc<dyn Disk>,
}

/// A council in the list of councils, readable or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub slug: String,
    pub summary: Result<Summary, Problem>,
}

impl Home {
    /// A home in a folder, which need not exist yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self::on(root, Arc::new(RealDisk))
    }

    pub fn on(root: impl Into<PathBuf>, disk: Arc<dyn Disk>) -> Self {
        Self { root: root.into(), disk }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a council with this slug is or would be.
    pub fn dir_of(&self, slug: &str) -> PathBuf {
        self.councils().join(slug)
    }

    /// Every council by slug; none where nothing was made yet. One that cannot be read is listed with its problem.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when the home itself cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, Problem> {
        let councils = self.slugs()?.into_iter().map(|slug| {
            let summary = self.summary(&slug);
            Listed { slug, summary }
        });
        Ok(councils.collect())
    }

    /// Opens a council: its lists, the head of every meeting, and the bodies of the meetings at hand.
    ///
    /// # Errors
    /// [`Problem::NoSuchCouncil`], or the first problem met in its files.
    pub fn open(&self, slug: &str) -> Result<Workspace, Problem> {
        let workspace = self.look(slug)?;
        match workspace.faults().first() {
            Some(problem) => Err(problem.clone()),
            None => Ok(workspace),
        }
    }

    /// Opens a council as far as its files can be read, to be looked at where some cannot.
    ///
    /// # Errors
    /// [`Problem::NoSuchCouncil`].
    pub fn look(&self, slug: &str) -> Result<Workspace, Problem> {
        let dir = self.find(slug)?;
        Ok(Workspace::open(Arc::clone(&self.disk), dir, self.backups_of(slug)))
    }

    /// Where the backups of a council are.
    pub fn backups_of(&self, slug: &str) -> PathBuf {
        self.root.join("backups").join(slug)
    }

    /// Makes a council and opens it.
    ///
    /// # Errors
    /// [`Problem::BadName`], [`Problem::SlugTaken`] or [`Problem::CannotWrite`]; then nothing was made.
    pub fn create(&self, slug: &str, council: &Council) -> Result<Workspace, Problem> {
        if let Some(meeting) = council.meetings.iter().find(|meeting| !is_slug(meeting.id.as_str())) {
            return Err(Problem::BadName { name: meeting.id.0.clone() });
        }
        let places = belongs(council);
        let files: Vec<(PathBuf, String)> = FileName::all(council)
            .filter_map(|name| Some((name.path(Path::new(""), &places), name.text(council, 0)?)))
            .collect();
        let files: Vec<(&Path, &str)> =
            files.iter().map(|(path, text)| (path.as_path(), text.as_str())).collect();
        let dir = self.put(slug, &files)?;
        // It is there now; what cannot be read of it is told as at any opening.
        Ok(Workspace::open(Arc::clone(&self.disk), dir, self.backups_of(slug)))
    }

    /// Makes a council of these files, each with its path in the council's folder, and opens it.
    ///
    /// # Errors
    /// As [`Home::create`]; or as [`Home::open`], when the files are made but do not make a council.
    pub fn plant(&self, slug: &str, files: &[(impl AsRef<Path>, &str)]) -> Result<Workspace, Problem> {
        self.put(slug, files)?;
        self.open(slug)
    }

    fn put(&self, slug: &str, files: &[(impl AsRef<Path>, &str)]) -> Result<PathBuf, Problem> {
        if !is_slug(slug) {
            return Err(Problem::BadName { name: slug.to_owned() });
        }
        if self.is_taken(slug)? {
            return Err(Problem::SlugTaken { slug: slug.to_owned() });
        }
        let staged = self.councils().join(format!(".{slug}.new"));
        let dir = self.dir_of(slug);
        self.stage(&staged, files)?;
        self.disk.rename(&staged, &dir).map_err(|error| Problem::cannot_write(&dir, &error))?;
        Ok(dir)
    }

    /// Writes the files where nobody looks, in place of what an earlier try left there.
    pub(super) fn stage(&self, dir: &Path, files: &[(impl AsRef<Path>, &str)]) -> Result<(), Problem> {
        match self.disk.remove_dir(dir) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Problem::cannot_write(dir, &error));
            }
            _ => {}
        }
        let mut staging = Staging::on(self.disk());
        for (path, text) in files {
            let path = dir.join(path);
            staging.folder(path.parent().unwrap_or(dir))?;
            staging.file(&path, text.as_bytes())?;
        }
        staging.flush()
    }

    /// The folder of a council that is there.
    pub(super) fn find(&self, slug: &str) -> Result<PathBuf, Problem> {
        if is_slug(slug) && self.is_taken(slug)? {
            return Ok(self.dir_of(slug));
        }
        let slugs = self.slugs()?;
        let nearest = nearest(slug, slugs.iter().map(String::as_str)).map(str::to_owned);
        Err(Problem::NoSuchCouncil { slug: slug.to_owned(), nearest })
    }

    fn summary(&self, slug: &str) -> Result<Summary, Problem> {
        if !is_slug(slug) {
            return Err(Problem::BadName { name: slug.to_owned() });
        }
        Summary::of(self.disk.as_ref(), &self.dir_of(slug))
    }

    fn is_taken(&self, slug: &str) -> Result<bool, Problem> {
        Ok(self.slugs()?.iter().any(|taken| taken == slug))
    }

    /// The names of the folders in the home, sorted. Files and hidden folders are none of ours.
    pub(super) fn slugs(&self) -> Result<Vec<String>, Problem> {
        let councils = self.councils();
        let names = match self.disk.names(&councils) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            answer => answer.map_err(|error| Problem::cannot_read(&councils, &error))?,
        };
        let names: Vec<String> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        let put_back: Vec<&str> = names.iter().filter_map(|name| self.put_back(name, &names)).collect();
        let slugs = names.iter().map(String::as_str).filter(|name| !name.starts_with('.')).chain(put_back);
        let mut slugs: Vec<String> = slugs.filter(|name| self.is_folder(name)).map(str::to_owned).collect();
        slugs.sort();
        Ok(slugs)
    }

    /// Going back to a backup moves the council aside and the other into its place. Where it was stopped in between, the one put aside
    /// goes back, unless whoever moved it still has its lock.
    fn put_back<'a>(&self, name: &'a str, names: &[String]) -> Option<&'a str> {
        let slug = name.strip_prefix('.')?.strip_suffix(".old").filter(|slug| is_slug(slug))?;
        let aside = self.councils().join(name);
        let is_left = !names.iter().any(|it| it == slug) && pen::is_unlocked(self.disk(), &aside);
        (is_left && self.disk.rename(&aside, &self.dir_of(slug)).is_ok()).then_some(slug)
    }

    fn is_folder(&self, name: &str) -> bool {
        let content = self.disk.names(&self.dir_of(name));
        !content.is_err_and(|error| error.kind() == ErrorKind::NotADirectory)
    }

    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    fn councils(&self) -> PathBuf {
        self.root.join("councils")
    }
}
