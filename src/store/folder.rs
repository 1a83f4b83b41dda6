//! The files of a council's folder: which there are, what each says of a council, and a council put together from them.
//! Reads, and never writes.

use super::{
    disk::Disk,
    format::{
        self, ActionsFile, CouncilFile, MeetingFile, MembersFile, OrganisationsFile, PointsFile, RolesFile,
        Shape, Version,
    },
    problem::{Fault, Place, Problem},
};
use crate::domain::{
    Action, Body, Council, Edit, Head, List, ListEdit, Meeting, Point, PointRecord, council::is_slug,
    id::MeetingId,
};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The folder beside the council's lists that holds one file for each meeting.
pub const MEETINGS: &str = "meetings";

/// The folder of what is closed and past, with a folder for each fiscal year.
pub const PAST: &str = "past";

/// One file of a council. `council.ron` comes last and is written last: it counts the changes that the others hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileName {
    Organisations,
    Members,
    Roles,
    Actions,
    Points,
    Meeting(MeetingId),
    Shelf(i32),
    Council,
}

/// A folder as far as it could be read.
#[derive(Debug)]
pub struct Reading {
    pub council: Council,
    /// The number of the last change these files contain.
    pub seq: u64,
    pub texts: BTreeMap<FileName, String>,
    /// In the order the files are read. With none of these, the council is complete.
    pub problems: Vec<Problem>,
}

impl FileName {
    pub fn path(&self, dir: &Path) -> PathBuf {
        match self {
            Self::Organisations => dir.join("organisations.ron"),
            Self::Members => dir.join("members.ron"),
            Self::Roles => dir.join("roles.ron"),
            Self::Actions => dir.join("actions.ron"),
            Self::Points => dir.join("points.ron"),
            Self::Meeting(id) => dir.join(MEETINGS).join(format!("{id}.ron")),
            Self::Shelf(year) => dir.join(PAST).join(format!("fy{year}")).join("actions.ron"),
            Self::Council => dir.join("council.ron"),
        }
    }

    /// Every file of a council.
    pub fn all(council: &Council) -> impl Iterator<Item = Self> {
        let lists = [Self::Organisations, Self::Members, Self::Roles, Self::Actions, Self::Points];
        let meetings = council.meetings.iter().map(|meeting| Self::Meeting(meeting.id.clone()));
        let shelves = council.shelves.keys().map(|year| Self::Shelf(*year));
        lists.into_iter().chain(meetings).chain(shelves).chain([Self::Council])
    }

    /// The files that an edit changes, apart from the count of changes in `council.ron`.
    pub fn touched_by(edit: &Edit) -> Option<Self> {
        match edit {
            Edit::Head { .. } | Edit::Meeting(ListEdit::Move { .. }) => None,
            Edit::Organisation(_) => Some(Self::Organisations),
            Edit::Member(_) => Some(Self::Members),
            Edit::Role(_) => Some(Self::Roles),
            Edit::Action(_) => Some(Self::Actions),
            Edit::Point(_) => Some(Self::Points),
            Edit::Shelf(year, _) => Some(Self::Shelf(*year)),
            Edit::Meeting(_) | Edit::Item(..) | Edit::Attendance(..) | Edit::Line(..) | Edit::Turn(..) => {
                edit.meeting().cloned().map(Self::Meeting)
            }
        }
    }

    /// The text of this file for a council with `seq` changes. `None` for a meeting or shelf that it does not have.
    pub fn text(&self, council: &Council, seq: u64) -> Option<String> {
        let format = Version::CURRENT;
        Some(match self {
            Self::Organisations => format::write(
                &OrganisationsFile { format, organisations: Cow::Borrowed(&council.organisations) },
                RECORD,
            ),
            Self::Members => {
                format::write(&MembersFile { format, members: Cow::Borrowed(&council.members) }, RECORD)
            }
            Self::Roles => format::write(&RolesFile { format, roles: Cow::Borrowed(&council.roles) }, RECORD),
            Self::Actions => {
                format::write(&ActionsFile { format, actions: Cow::Borrowed(&council.actions) }, RECORD)
            }
            Self::Points => {
                format::write(&PointsFile { format, points: Cow::Borrowed(&council.points) }, RECORD + 1)
            }
            Self::Meeting(id) => {
                format::write(&meeting_file(council.meetings.get(id)?, council.body(id)?), RECORD)
            }
            Self::Shelf(year) => {
                let actions = Cow::Borrowed(council.shelves.get(year)?.as_ref()?);
                format::write(&ActionsFile { format, actions }, RECORD)
            }
            Self::Council => format::write(&council_file(council, seq), RECORD),
        })
    }
}

/// File, list, record: the fields of a record have lines of their own, what is inside a field stays in its line.
const RECORD: usize = 3;

fn council_file(council: &Council, seq: u64) -> CouncilFile<'_> {
    let meetings = council.meetings.iter().map(|meeting| meeting.id.clone()).collect();
    CouncilFile { format: Version::CURRENT, seq, head: Cow::Borrowed(&council.head), meetings }
}

fn meeting_file<'a>(meeting: &'a Meeting, body: &'a Body) -> MeetingFile<'a> {
    MeetingFile {
        format: Version::CURRENT,
        meeting: Cow::Borrowed(meeting),
        items: Cow::Borrowed(&body.items),
        attendance: Cow::Borrowed(&body.attendance),
        lines: Cow::Borrowed(&body.lines),
        turns: Cow::Borrowed(&body.turns),
    }
}

/// Reads all that can be read of a council.
pub fn read(disk: &dyn Disk, dir: &Path) -> Reading {
    let mut reader = Reader { disk, dir, texts: BTreeMap::new(), problems: Vec::new() };
    let file: Option<CouncilFile> = reader.file(FileName::Council);
    let (seq, head, order) = file.map_or_else(
        || (0, Head::new(""), Vec::new()),
        |file| (file.seq, file.head.into_owned(), file.meetings.into_owned()),
    );
    let mut council = Council::new(head);
    if let Some(file) = reader.file::<OrganisationsFile>(FileName::Organisations) {
        council.organisations = file.organisations.into_owned();
    }
    if let Some(file) = reader.file::<MembersFile>(FileName::Members) {
        council.members = file.members.into_owned();
    }
    if let Some(file) = reader.file::<RolesFile>(FileName::Roles) {
        council.roles = file.roles.into_owned();
    }
    if let Some(file) = reader.file::<ActionsFile>(FileName::Actions) {
        council.actions = file.actions.into_owned();
    }
    if let Some(file) = reader.file::<PointsFile>(FileName::Points) {
        council.points = all_ten(&file.points).into();
    }
    reader.meetings(order, &mut council);
    council.shelves = reader.shelves();
    Reading { council, seq, texts: reader.texts, problems: reader.problems }
}

/// The number of the last change on disk.
///
/// # Errors
/// The [`Problem`] of `council.ron`.
pub fn read_seq(disk: &dyn Disk, dir: &Path) -> Result<u64, Problem> {
    let mut reader = Reader { disk, dir, texts: BTreeMap::new(), problems: Vec::new() };
    let file = reader.file::<CouncilFile>(FileName::Council).map(|file| file.seq);
    file.ok_or_else(|| reader.problems.swap_remove(0))
}

/// What a list of councils shows of one, read from the two files that know it.
///
/// # Errors
/// The first [`Problem`] of these files.
pub fn read_summary(disk: &dyn Disk, dir: &Path) -> Result<(Head, usize, usize), Problem> {
    let mut reader = Reader { disk, dir, texts: BTreeMap::new(), problems: Vec::new() };
    let head = reader.file::<CouncilFile>(FileName::Council).map(|file| file.head.into_owned());
    let actions = reader.file::<ActionsFile>(FileName::Actions);
    let meetings = reader.meeting_names().len();
    match (head, actions, reader.problems.into_iter().next()) {
        (Some(head), Some(file), None) => {
            Ok((head, meetings, file.actions.iter().filter(|action| action.state.is_open()).count()))
        }
        (.., problem) => Err(problem.expect("a file that was not read left its problem")),
    }
}

/// The ten points in order; a point nobody wrote about is untouched.
fn all_ten(said: &[PointRecord]) -> Vec<PointRecord> {
    let of = |point| said.iter().find(|record| record.point == point).cloned();
    Point::ALL.map(|point| of(point).unwrap_or_else(|| PointRecord::untouched(point))).to_vec()
}

struct Reader<'a> {
    disk: &'a dyn Disk,
    dir: &'a Path,
    texts: BTreeMap<FileName, String>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// What a file says; its problem is kept when it cannot be read.
    fn file<T: Shape>(&mut self, name: FileName) -> Option<T> {
        match self.try_file(name) {
            Ok(file) => Some(file),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    fn try_file<T: Shape>(&mut self, name: FileName) -> Result<T, Problem> {
        let path = name.path(self.dir);
        let bytes = self.disk.read(&path).map_err(|error| Problem::cannot_read(&path, &error))?;
        let text = format::text_of(&path, &bytes)?;
        let file = format::read(&path, &text)?;
        self.texts.insert(name, text);
        Ok(file)
    }

    /// Reads the meetings named in `order`, then the others by date.
    fn meetings(&mut self, order: Vec<MeetingId>, council: &mut Council) {
        let others: Vec<MeetingId> =
            self.meeting_names().into_iter().filter(|name| !order.contains(name)).collect();
        let mut meetings: Vec<Meeting> =
            order.into_iter().filter_map(|id| self.meeting(id, council)).collect();
        let mut later: Vec<Meeting> = others.into_iter().filter_map(|id| self.meeting(id, council)).collect();
        later.sort_by_key(|meeting| (meeting.date, meeting.start));
        meetings.append(&mut later);
        council.meetings = meetings.into();
    }

    /// Reads one meeting: its body goes to the council, its head comes back.
    fn meeting(&mut self, id: MeetingId, council: &mut Council) -> Option<Meeting> {
        if !is_slug(id.as_str()) {
            self.problems.push(Problem::BadName { name: id.0 });
            return None;
        }
        let name = FileName::Meeting(id.clone());
        let file: MeetingFile = self.file(name.clone())?;
        if file.meeting.id != id {
            let other = file.meeting.into_owned().id.0;
            let place = Place::of_field(&self.texts[&name], "id", &other, 0);
            let fault = Fault::NamedOtherwise { id: other };
            self.problems.push(Problem::unreadable(&name.path(self.dir), place, fault));
            return None;
        }
        let body = Body {
            items: file.items.into_owned(),
            attendance: file.attendance.into_owned(),
            lines: file.lines.into_owned(),
            turns: file.turns.into_owned(),
        };
        council.bodies.insert(id, body);
        Some(file.meeting.into_owned())
    }

    /// Reads every shelf; a year whose file is gone has none.
    fn shelves(&mut self) -> BTreeMap<i32, Option<List<Action>>> {
        let folders = self.names(PAST);
        let years = folders.iter().filter_map(|name| name.strip_prefix("fy")?.parse().ok());
        let shelved = years.filter(|year| self.disk.read(&FileName::Shelf(*year).path(self.dir)).is_ok());
        let years: Vec<i32> = shelved.collect();
        let shelf =
            |year| Some((year, Some(self.file::<ActionsFile>(FileName::Shelf(year))?.actions.into_owned())));
        years.into_iter().filter_map(shelf).collect()
    }

    /// The ids that the files of the meetings are named by.
    fn meeting_names(&mut self) -> Vec<MeetingId> {
        let names = self.names(MEETINGS);
        names.iter().filter_map(|name| name.strip_suffix(".ron")).map(MeetingId::from).collect()
    }

    /// What a folder holds, hidden things aside.
    fn names(&mut self, folder: &str) -> Vec<String> {
        let dir = self.dir.join(folder);
        let names = match self.disk.names(&dir) {
            Ok(names) => names,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                self.problems.push(Problem::cannot_read(&dir, &error));
                Vec::new()
            }
        };
        let visible = names.iter().filter_map(|name| name.to_str()).filter(|name| !name.starts_with('.'));
        visible.map(str::to_owned).collect()
    }
}
