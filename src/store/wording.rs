//! The phrases that an office made its own: `wording.ja.ron` and `wording.en.ron`, in the home for every council and in a council's folder
//! for that one. Never knows which phrases there are.

use super::{
    disk::Disk,
    format,
    home::Home,
    problem::{Fault, Place, Problem},
};
use std::{
    collections::BTreeMap,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// What one file says: templates by the key of their phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    pub path: PathBuf,
    pub templates: BTreeMap<String, String>,
}

/// What the file of a language is called; `lang` is `ja` or `en`.
pub fn wording_file(lang: &str) -> String {
    format!("wording.{lang}.ron")
}

impl Home {
    /// The files there are for a language, the home's first and then the council's, whose words count.
    ///
    /// # Errors
    /// [`Problem::CannotRead`], or [`Problem::Unreadable`] with the place of the first mistake.
    pub fn rewordings(&self, lang: &str, council: Option<&str>) -> Result<Vec<Rewording>, Problem> {
        let folders = [Some(self.root().to_owned()), council.map(|slug| self.dir_of(slug))];
        let paths = folders.into_iter().flatten().map(|folder| folder.join(wording_file(lang)));
        paths.filter_map(|path| read(self.disk(), &path).transpose()).collect()
    }

    /// Puts a file of phrases into the home and says where; `None` where one was, which stays as it is.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`].
    pub fn put_rewording(&self, lang: &str, text: &str) -> Result<Option<PathBuf>, Problem> {
        let path = self.root().join(wording_file(lang));
        let put = self.disk().make_dir(self.root()).and_then(|()| self.disk().put(&path, text.as_bytes()));
        match put.and_then(|()| self.disk().flush(&path)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(None),
            answer => {
                answer.map(|()| Some(path.clone())).map_err(|error| Problem::cannot_write(&path, &error))
            }
        }
    }
}

fn read(disk: &dyn Disk, path: &Path) -> Result<Option<Rewording>, Problem> {
    let bytes = match disk.read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        answer => answer.map_err(|error| Problem::cannot_read(path, &error))?,
    };
    let text = format::text_of(path, &bytes)?;
    let templates = format::options().from_str(&text);
    let templates = templates
        .map_err(|error| Problem::unreadable(path, Place::of_ron(&text, &error), Fault::Ron(error.code)))?;
    Ok(Some(Rewording { path: path.to_owned(), templates }))
}
