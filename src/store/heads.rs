//! `.heads.ron`: the heads of the meetings in a folder and those below it, remembered with the look of their files, so that a council is
//! opened without reading every record it ever kept. May be taken away at any time; what the files say always wins.

use super::{
    disk::{Disk, Look},
    format,
    seen::Remembered,
};
use crate::domain::{Meeting, id::MeetingId};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    heads: BTreeMap<MeetingId, Head>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    look: Remembered,
    seq: u64,
    meeting: Meeting,
}

/// Where the heads of a folder are remembered.
pub fn path(folder: &Path) -> PathBuf {
    folder.join(".heads.ron")
}

impl Heads {
    /// What is remembered in a folder: nothing where that cannot be read.
    pub fn read(disk: &dyn Disk, folder: &Path) -> Self {
        let bytes = disk.read(&path(folder)).unwrap_or_default();
        format::options().from_bytes(&bytes).unwrap_or_default()
    }

    /// The head of a meeting and its last change, where its file looks as it did.
    pub fn of(&self, id: &MeetingId, look: Look) -> Option<(&Meeting, u64)> {
        let known = self.heads.get(id)?;
        (known.look.look() == Some(look) && known.meeting.id == *id).then_some((&known.meeting, known.seq))
    }

    /// How the file of a meeting looked.
    pub fn look(&self, id: &MeetingId) -> Option<Look> {
        self.heads.get(id)?.look.look()
    }

    pub fn remember(&mut self, meeting: &Meeting, seq: u64, look: Look) {
        if let Some(look) = Remembered::of(look) {
            self.heads.insert(meeting.id.clone(), Head { look, seq, meeting: meeting.clone() });
        }
    }

    /// Remembers for the next opening. Where that cannot be written, the next opening is slower and nothing else.
    pub fn write(&self, disk: &dyn Disk, folder: &Path) {
        if !self.heads.is_empty() {
            let text = format::options().to_string(self).unwrap_or_default();
            let _ = disk.replace(&path(folder), text.as_bytes());
        }
    }
}
