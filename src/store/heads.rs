//! `.heads.ron`: the heads of the meetings in a folder and those below it, remembered with the look of their files, so that a council is
//! opened without reading every record it ever kept. May be taken away at any time; what the files say always wins.

use super::{
    disk::{Disk, Look},
    format,
};
use crate::domain::{Meeting, id::MeetingId};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    heads: BTreeMap<MeetingId, Remembered>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Remembered {
    length: u64,
    /// Since 1970.
    modified: Duration,
    seq: u64,
    meeting: Meeting,
}

/// Where the heads of a folder are remembered.
pub fn path(folder: &Path) -> PathBuf {
    folder.join(".heads.ron")
}

fn since_1970(look: Look) -> Option<Duration> {
    look.modified.duration_since(SystemTime::UNIX_EPOCH).ok()
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
        let same = known.length == look.length && Some(known.modified) == since_1970(look);
        (same && known.meeting.id == *id).then_some((&known.meeting, known.seq))
    }

    /// How the file of a meeting looked.
    pub fn look(&self, id: &MeetingId) -> Option<Look> {
        let known = self.heads.get(id)?;
        Some(Look { length: known.length, modified: SystemTime::UNIX_EPOCH.checked_add(known.modified)? })
    }

    pub fn remember(&mut self, meeting: &Meeting, seq: u64, look: Look) {
        if let Some(modified) = since_1970(look) {
            let remembered = Remembered { length: look.length, modified, seq, meeting: meeting.clone() };
            self.heads.insert(meeting.id.clone(), remembered);
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
