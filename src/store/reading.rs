//! A council put together from the files of its folder: all of it, or only what a first screen needs. Reads, and never writes.

use super::{
    disk::{Disk, Look},
    folder::{FileName, MEETINGS, PAST, Places, past},
    format::{
        self, ActionsFile, AssessmentsFile, CouncilFile, EscalationsFile, FORMAT, IndicatorsFile,
        MeetingFile, MeetingHeadFile, MembersFile, OrganisationsFile, PointsFile, RolesFile, Shape,
        SheetFile,
    },
    heads::Heads,
    journal::JOURNAL,
    problem::{Fault, Place, Problem},
    seen,
};
use crate::domain::{
    Action, Body, Council, Head, List, Meeting, PointRecord, council::is_slug, id::MeetingId,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// How much of a council is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The lists and the head of every meeting.
    Heads,
    /// Every body and every shelf too, and the texts they stand in.
    Everything,
}

/// A folder as far as it could be read.
#[derive(Debug)]
pub struct Reading {
    pub council: Council,
    /// The last change that each file contains.
    pub seqs: BTreeMap<FileName, u64>,
    pub places: Places,
    /// How the files looked when they were read.
    pub looks: BTreeMap<FileName, Look>,
    /// Files that look otherwise than when the council was left, with how they looked then.
    pub otherwise: BTreeMap<FileName, Look>,
    /// The oldest and the newest format met.
    pub formats: (u32, u32),
    /// Heads that had to be read from their files, because nothing remembered them.
    pub unremembered: usize,
    /// With [`Extent::Everything`].
    pub texts: BTreeMap<FileName, String>,
    /// In the order the files are read. With none of these, what was asked for is complete.
    pub problems: Vec<Problem>,
}

/// A meeting's file.
#[derive(Debug)]
pub struct WholeMeeting {
    pub meeting: Meeting,
    pub body: Body,
    pub seq: u64,
    pub look: Option<Look>,
}

/// What is read of a council to be told from others.
#[derive(Debug)]
pub struct Overview {
    /// With its head and the actions on its list, and nothing else.
    pub council: Council,
    pub meetings: BTreeSet<MeetingId>,
    pub seqs: BTreeMap<FileName, u64>,
}

/// Reads what can be read of a council.
pub fn read(disk: &dyn Disk, dir: &Path, extent: Extent) -> Reading {
    let mut reader = Reader::new(disk, dir, extent);
    let file: Option<CouncilFile> = reader.file(FileName::Council);
    let (head, order) = file
        .map_or_else(|| (Head::new(""), Vec::new()), |it| (it.head.into_owned(), it.meetings.into_owned()));
    let mut council = Council::new(head);
    for list in FileName::LISTS {
        reader.list(&list, &mut council);
    }
    reader.meetings(order, &mut council);
    reader.shelves(&mut council);
    let mut reading = Reading { council, ..reader.reading };
    if extent == Extent::Heads {
        reading.otherwise.append(&mut seen::otherwise(disk, dir, &reading));
    }
    reading
}

/// Reads what a council is called, its open actions, and which meetings there are.
///
/// # Errors
/// The first [`Problem`] met.
pub fn read_overview(disk: &dyn Disk, dir: &Path) -> Result<Overview, Problem> {
    let mut reader = Reader::new(disk, dir, Extent::Heads);
    let council = reader.head_with(&FileName::Actions)?;
    let mut meetings: BTreeSet<MeetingId> = reader.ids_in(None).into_iter().collect();
    for year in reader.years() {
        meetings.extend(reader.ids_in(Some(year)));
    }
    let seqs = reader.sound()?;
    Ok(Overview { council, meetings, seqs })
}

/// Reads what a council is called, what it reports to, and the issues it shares with others; and the last change in each of the files.
///
/// # Errors
/// The first [`Problem`] met.
pub fn read_outline(disk: &dyn Disk, dir: &Path) -> Result<(Council, BTreeMap<FileName, u64>), Problem> {
    let mut reader = Reader::new(disk, dir, Extent::Heads);
    let council = reader.head_with(&FileName::Escalations)?;
    Ok((council, reader.sound()?))
}

/// The text of one file, and what it says put in place of what the council says.
///
/// # Errors
/// The [`Problem`] of the file.
pub fn read_into(
    disk: &dyn Disk,
    dir: &Path,
    name: &FileName,
    places: &Places,
    council: &mut Council,
) -> Result<(), Problem> {
    let mut reader = Reader::new(disk, dir, Extent::Everything);
    reader.reading.places = places.clone();
    let mut said = Council::new(Head::new(""));
    match name {
        FileName::Council => {
            let file: CouncilFile = reader.try_file(FileName::Council)?;
            said.head = file.head.into_owned();
        }
        FileName::Meeting(id) => {
            let file = reader.whole_meeting(id)?;
            said.meetings = vec![file.meeting].into();
            said.bodies.insert(id.clone(), file.body);
        }
        FileName::Shelf(year) => {
            let file: ActionsFile = reader.try_file(name.clone())?;
            said.shelves.insert(*year, Some(file.actions.into_owned()));
        }
        list => reader.list(list, &mut said),
    }
    reader.reading.problems.into_iter().next().map_or(Ok(()), Err)?;
    name.put(&said, council);
    Ok(())
}

/// One meeting with its body, as its file has it.
///
/// # Errors
/// The [`Problem`] of its file.
pub fn read_meeting(
    disk: &dyn Disk,
    dir: &Path,
    places: &Places,
    id: &MeetingId,
) -> Result<WholeMeeting, Problem> {
    let mut reader = Reader::new(disk, dir, Extent::Heads);
    reader.reading.places = places.clone();
    reader.whole_meeting(id)
}

/// The shelf of a year, and the last change it contains.
///
/// # Errors
/// The [`Problem`] of its file.
pub fn read_shelf(disk: &dyn Disk, dir: &Path, year: i32) -> Result<(List<Action>, u64), Problem> {
    let mut reader = Reader::new(disk, dir, Extent::Heads);
    let file: ActionsFile = reader.try_file(FileName::Shelf(year))?;
    Ok((file.actions.into_owned(), file.seq))
}

/// The number of the last change that `council.ron` contains.
///
/// # Errors
/// The [`Problem`] of `council.ron`.
pub fn read_seq(disk: &dyn Disk, dir: &Path) -> Result<u64, Problem> {
    Ok(Reader::new(disk, dir, Extent::Heads).try_file::<CouncilFile>(FileName::Council)?.seq)
}

struct Reader<'a> {
    disk: &'a dyn Disk,
    dir: &'a Path,
    extent: Extent,
    reading: Reading,
}

impl<'a> Reader<'a> {
    fn new(disk: &'a dyn Disk, dir: &'a Path, extent: Extent) -> Self {
        let reading = Reading {
            council: Council::new(Head::new("")),
            seqs: BTreeMap::new(),
            places: Places::new(),
            looks: BTreeMap::new(),
            otherwise: BTreeMap::new(),
            formats: (FORMAT, FORMAT),
            unremembered: 0,
            texts: BTreeMap::new(),
            problems: Vec::new(),
        };
        Self { disk, dir, extent, reading }
    }

    /// What a file says; its problem is kept when it cannot be read.
    fn file<T: Shape>(&mut self, name: FileName) -> Option<T> {
        self.try_file(name).map_err(|problem| self.reading.problems.push(problem)).ok()
    }

    fn try_file<T: Shape>(&mut self, name: FileName) -> Result<T, Problem> {
        let path = name.path(self.dir, &self.reading.places);
        // Looked at before it is read: what is written to it in between is noticed later rather than never.
        let look = self.disk.look(&path).ok();
        let bytes = self.disk.read(&path).map_err(|error| Problem::cannot_read(&path, &error))?;
        let text = format::text_of(&path, &bytes)?;
        let file: T = format::read(&path, &text)?;
        let format = u32::from(file.format());
        let (oldest, newest) = self.reading.formats;
        self.reading.formats = (oldest.min(format), newest.max(format));
        self.reading.seqs.insert(name.clone(), file.seq());
        self.reading.looks.extend(look.map(|look| (name.clone(), look)));
        if self.extent == Extent::Everything {
            self.reading.texts.insert(name, text);
        }
        Ok(file)
    }

    /// There is no such file.
    fn lacks(&self, name: &FileName) -> bool {
        let look = self.disk.look(&name.path(self.dir, &self.reading.places));
        look.is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    /// A council with its head and one of its lists.
    fn head_with(&mut self, list: &FileName) -> Result<Council, Problem> {
        let file: CouncilFile = self.try_file(FileName::Council)?;
        let mut council = Council::new(file.head.into_owned());
        self.list(list, &mut council);
        Ok(council)
    }

    /// The last change in each file, where all of them could be read and are of a format we know.
    fn sound(self) -> Result<BTreeMap<FileName, u64>, Problem> {
        let Reading { problems, seqs, formats: (_, found), .. } = self.reading;
        match problems.into_iter().next() {
            Some(problem) => Err(problem),
            None if found > FORMAT => {
                Err(Problem::OtherFormat { path: FileName::Council.path(self.dir, &Places::new()), found })
            }
            None => Ok(seqs),
        }
    }

    /// One of the lists, in place of the council's.
    fn list(&mut self, name: &FileName, council: &mut Council) {
        let name = name.clone();
        if name.is_optional() && self.lacks(&name) {
            // Without a file it is as empty as when `council.ron` was written.
            self.reading.seqs.extend(self.reading.seqs.get(&FileName::Council).map(|seq| (name, *seq)));
            return;
        }
        match name {
            FileName::Organisations => {
                let file = self.file::<OrganisationsFile>(name);
                council.organisations = file.map(|it| it.organisations.into_owned()).unwrap_or_default();
            }
            FileName::Members => {
                council.members =
                    self.file::<MembersFile>(name).map(|it| it.members.into_owned()).unwrap_or_default();
            }
            FileName::Roles => {
                council.roles =
                    self.file::<RolesFile>(name).map(|it| it.roles.into_owned()).unwrap_or_default();
            }
            FileName::Actions => {
                council.actions =
                    self.file::<ActionsFile>(name).map(|it| it.actions.into_owned()).unwrap_or_default();
            }
            FileName::Points => {
                let file = self.file::<PointsFile>(name);
                council.points =
                    PointRecord::all_ten(&file.map(|it| it.points.into_owned()).unwrap_or_default());
            }
            FileName::Indicators => {
                let file = self.file::<IndicatorsFile>(name);
                council.indicators = file.map(|it| it.indicators.into_owned()).unwrap_or_default();
            }
            FileName::Assessments => {
                let file = self.file::<AssessmentsFile>(name);
                council.assessments = file.map(|it| it.assessments.into_owned()).unwrap_or_default();
            }
            FileName::Sheet => {
                council.sheet =
                    self.file::<SheetFile>(name).map(|it| it.rows.into_owned()).unwrap_or_default();
            }
            FileName::Escalations => {
                let file = self.file::<EscalationsFile>(name);
                council.escalations = file.map(|it| it.escalations.into_owned()).unwrap_or_default();
            }
            FileName::Meeting(_) | FileName::Shelf(_) | FileName::Council => {}
        }
    }

    /// Reads the meetings named in `order`, then the others by date.
    fn meetings(&mut self, order: Vec<MeetingId>, council: &mut Council) {
        let mut found = self.heads_in(None, &self.remembered(MEETINGS), council);
        let remembered = self.remembered(PAST);
        for year in self.years() {
            found.extend(self.heads_in(Some(year), &remembered, council));
        }
        let mut meetings: Vec<Meeting> = order.iter().filter_map(|id| found.remove(id)).collect();
        let mut others: Vec<Meeting> = found.into_values().collect();
        others.sort_by_key(|meeting| (meeting.date, meeting.start));
        meetings.append(&mut others);
        council.meetings = meetings.into();
    }

    /// The heads remembered in a folder, when no more than heads are asked for.
    fn remembered(&self, folder: &str) -> Heads {
        match self.extent {
            Extent::Heads => Heads::read(self.disk, &self.dir.join(folder)),
            Extent::Everything => Heads::default(),
        }
    }

    /// The heads of the meetings at hand, or of those of a year that is past.
    fn heads_in(
        &mut self,
        year: Option<i32>,
        remembered: &Heads,
        council: &mut Council,
    ) -> BTreeMap<MeetingId, Meeting> {
        let mut found = BTreeMap::new();
        for id in self.ids_in(year) {
            if let Some(meeting) = self.head(&id, year, remembered, council) {
                found.insert(id, meeting);
            }
        }
        found
    }

    /// The meetings at hand, or those of a year that is past.
    fn ids_in(&mut self, year: Option<i32>) -> Vec<MeetingId> {
        let names = match year {
            Some(year) => self.names(&past(self.dir, year)),
            None => self.names(&self.dir.join(MEETINGS)),
        };
        let stems = names.iter().filter_map(|name| name.strip_suffix(".ron"));
        stems.filter(|stem| year.is_none() || *stem != "actions").map(MeetingId::from).collect()
    }

    fn head(
        &mut self,
        id: &MeetingId,
        year: Option<i32>,
        remembered: &Heads,
        council: &mut Council,
    ) -> Option<Meeting> {
        if !is_slug(id.as_str()) {
            self.reading.problems.push(Problem::BadName { name: id.0.clone() });
            return None;
        }
        self.reading.places.extend(year.map(|year| (id.clone(), year)));
        let name = FileName::Meeting(id.clone());
        if self.extent == Extent::Everything {
            let whole = self.whole_meeting(id).map_err(|problem| self.reading.problems.push(problem)).ok()?;
            council.bodies.insert(id.clone(), whole.body);
            return Some(whole.meeting);
        }
        let look = self.disk.look(&name.path(self.dir, &self.reading.places)).ok();
        if let Some((meeting, seq, look)) = look
            .and_then(|look| Some((remembered.of(id, look)?, look)))
            .map(|((meeting, seq), look)| (meeting.clone(), seq, look))
        {
            self.reading.seqs.insert(name.clone(), seq);
            self.reading.looks.insert(name, look);
            return Some(meeting);
        }
        let left = remembered.look(id).filter(|left| look.is_some_and(|look| look != *left));
        self.reading.otherwise.extend(left.map(|left| (name.clone(), left)));
        self.reading.unremembered += 1;
        let file: MeetingHeadFile = self.file(name.clone())?;
        self.named_rightly(&name, id, &file.meeting).map_err(|it| self.reading.problems.push(it)).ok()?;
        Some(file.meeting)
    }

    fn whole_meeting(&mut self, id: &MeetingId) -> Result<WholeMeeting, Problem> {
        let name = FileName::Meeting(id.clone());
        let file: MeetingFile = self.try_file(name.clone())?;
        self.named_rightly(&name, id, &file.meeting)?;
        let body = Body {
            items: file.items.into_owned(),
            attendance: file.attendance.into_owned(),
            lines: file.lines.into_owned(),
            turns: file.turns.into_owned(),
            queue: file.queue.into_owned(),
        };
        let look = self.reading.looks.get(&name).copied();
        Ok(WholeMeeting { meeting: file.meeting.into_owned(), body, seq: file.seq, look })
    }

    /// A meeting's file is named by its id.
    fn named_rightly(&self, name: &FileName, id: &MeetingId, meeting: &Meeting) -> Result<(), Problem> {
        if meeting.id == *id {
            return Ok(());
        }
        let path = name.path(self.dir, &self.reading.places);
        let bytes = self.disk.read(&path).map_err(|error| Problem::cannot_read(&path, &error))?;
        let text = format::text_of(&path, &bytes)?;
        let place = Place::of_field(&text, "id", meeting.id.as_str(), 0);
        Err(Problem::unreadable(&path, place, Fault::NamedOtherwise { id: meeting.id.0.clone() }))
    }

    /// Which shelves there are, and with [`Extent::Everything`] what is on them.
    fn shelves(&mut self, council: &mut Council) {
        for year in self.years() {
            let name = FileName::Shelf(year);
            let Ok(look) = self.disk.look(&name.path(self.dir, &self.reading.places)) else { continue };
            self.reading.looks.insert(name.clone(), look);
            let shelf = match self.extent {
                Extent::Heads => None,
                Extent::Everything => {
                    let Some(file) = self.file::<ActionsFile>(name) else { continue };
                    Some(file.actions.into_owned())
                }
            };
            // A shelf with nothing on it is no shelf.
            if shelf.as_ref().is_none_or(|shelf| !shelf.is_empty()) {
                council.shelves.insert(year, shelf);
            }
        }
    }

    /// The fiscal years that have a folder among what is past.
    fn years(&mut self) -> Vec<i32> {
        let names = self.names(&self.dir.join(PAST));
        names.iter().filter_map(|name| name.strip_prefix("fy")?.parse().ok()).collect()
    }

    /// What a folder holds, hidden things aside.
    fn names(&mut self, folder: &Path) -> Vec<String> {
        let names = match self.disk.names(folder) {
            Ok(names) => names,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                self.reading.problems.push(Problem::cannot_read(folder, &error));
                Vec::new()
            }
        };
        let visible = names.iter().filter_map(|name| name.to_str()).filter(|name| !name.starts_with('.'));
        visible.map(str::to_owned).collect()
    }
}

/// Where the changes since the last fold stand.
pub fn journal_path(dir: &Path) -> PathBuf {
    dir.join(JOURNAL)
}
