//! `draft.ron`: the line of the record or the cell of the sheet that was being typed, kept so that not even a half sentence is lost. Not a change of the council.

use super::{disk::Disk, format, problem::Problem};
use crate::domain::{
    Column,
    id::{MeetingId, RowId},
    is_default,
};
use serde::{Deserialize, Serialize};
use std::{io::ErrorKind, path::Path};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub meeting: MeetingId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub cell: Option<(RowId, Column)>,
    pub text: String,
    /// The last change when it was typed.
    pub seq: u64,
}

impl Draft {
    /// The draft of a council; none where there is none to be read.
    pub fn read(disk: &dyn Disk, dir: &Path) -> Option<Self> {
        format::options().from_bytes(&disk.read(&dir.join(FILE)).ok()?).ok()
    }

    /// Keeps a draft, or forgets it.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`].
    pub fn keep(draft: Option<&Self>, disk: &dyn Disk, dir: &Path) -> Result<(), Problem> {
        let path = dir.join(FILE);
        let done = match draft {
            Some(draft) => {
                let text = format::options().to_string(draft).unwrap_or_default();
                disk.replace(&path, text.as_bytes())
            }
            None => match disk.remove_file(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                answer => answer,
            },
        };
        done.map_err(|error| Problem::cannot_write(&path, &error))
    }
}

const FILE: &str = "draft.ron";
