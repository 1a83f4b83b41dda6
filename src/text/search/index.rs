//! Everything that can be found in a council, folded once and kept: a part is folded again only when it has changed, and what was not read
//! yet comes in with its reading.

use super::{
    Query, Readings,
    entries::{Entry, Place, of_action, of_meeting, of_points, of_roster},
};
use crate::domain::{
    Action, Council, Edit, History, Meeting,
    id::{LineId, MeetingId},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

/// The folded texts of a council, by the part of it they come from.
#[derive(Clone, Debug, Default)]
pub struct Index {
    parts: BTreeMap<Part, Vec<Arc<Entry>>>,
    readings: Readings,
    /// The change it contains.
    seq: u64,
}

/// What is folded, and folded again, together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Roster,
    Points,
    Actions,
    Shelf(i32),
    /// The head alone, while the body was not read.
    Head(MeetingId),
    Meeting(MeetingId),
}

impl Index {
    /// Everything that was read of a council.
    pub fn of<'d>(history: &History, dictionary: impl IntoIterator<Item = (&'d str, &'d [&'d str])>) -> Self {
        let mut index = Self::default();
        index.follow(history, dictionary);
        index
    }

    /// Goes along with what was changed and read since. Returns whether that was anything that can be found.
    pub fn follow<'d>(
        &mut self,
        history: &History,
        dictionary: impl IntoIterator<Item = (&'d str, &'d [&'d str])>,
    ) -> bool {
        let (council, before) = (history.council(), self.parts.len());
        let edits = history.since(self.seq).iter().flat_map(|change| &change.edits);
        edits.for_each(|edit| self.forget(edit));
        self.seq = history.seq();
        let wanted = parts_of(council);
        self.parts.retain(|part, _| wanted.contains(part));
        let missing: Vec<Part> = wanted.into_iter().filter(|part| !self.parts.contains_key(part)).collect();
        let changed = !missing.is_empty() || self.parts.len() < before;
        if missing.contains(&Part::Roster) {
            self.readings = Readings::of(council, dictionary);
        }
        for part in missing {
            let entries = entries_of(council, &part).into_iter().map(Arc::new).collect();
            self.parts.insert(part, entries);
        }
        changed
    }

    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// How many records can be found.
    pub fn len(&self) -> usize {
        self.parts.values().map(Vec::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What changed with an edit is folded again at the next look.
    fn forget(&mut self, edit: &Edit) {
        match edit {
            Edit::Organisation(_) | Edit::Member(_) | Edit::Role(_) => drop(self.parts.remove(&Part::Roster)),
            Edit::Action(_) => drop(self.parts.remove(&Part::Actions)),
            Edit::Shelf(year, _) => drop(self.parts.remove(&Part::Shelf(*year))),
            Edit::Point(_) => drop(self.parts.remove(&Part::Points)),
            // The day of an action may be that of any meeting.
            Edit::Meeting(_) => self.parts.retain(|part, _| !matches!(part, Part::Actions | Part::Shelf(_))),
            _ => {}
        }
        if let Some(id) = edit.meeting() {
            self.parts.remove(&Part::Head(id.clone()));
            self.parts.remove(&Part::Meeting(id.clone()));
        }
    }

    /// What answers a query, newest first; before it the roster, which is how things are today. An action stands for the line that gave
    /// it. What is off the record is left out where it is not for the one who asks.
    pub fn find(&self, query: &Query, council: &Council, off_record: bool) -> Vec<Arc<Entry>> {
        if query.is_empty() {
            return Vec::new();
        }
        let sought = Sought::of(query, council);
        let mut found: Vec<Arc<Entry>> =
            self.parts.values().flatten().filter(|entry| sought.is(entry)).cloned().collect();
        if !off_record {
            found.retain(|entry| entry.off_record(council) == Some(false));
        }
        let given: HashSet<LineId> = found
            .iter()
            .filter(|entry| matches!(entry.place, Place::Action(_)))
            .filter_map(|entry| entry.given_by.clone())
            .collect();
        found.retain(|entry| !matches!(&entry.place, Place::Line(_, id) if given.contains(id)));
        found.sort_by_key(|entry| std::cmp::Reverse(entry.when));
        found
    }
}

fn parts_of(council: &Council) -> BTreeSet<Part> {
    let shelves = council.shelves.iter().filter(|(_, shelf)| shelf.is_some());
    let meetings = council.meetings.iter().map(|meeting| match council.body(&meeting.id) {
        Some(_) => Part::Meeting(meeting.id.clone()),
        None => Part::Head(meeting.id.clone()),
    });
    let shelves = shelves.map(|(year, _)| Part::Shelf(*year));
    [Part::Roster, Part::Points, Part::Actions].into_iter().chain(shelves).chain(meetings).collect()
}

fn entries_of(council: &Council, part: &Part) -> Vec<Entry> {
    let actions = |actions: &[Action]| actions.iter().flat_map(|action| of_action(council, action)).collect();
    match part {
        Part::Roster => of_roster(council),
        Part::Points => of_points(council),
        Part::Actions => actions(&council.actions),
        Part::Shelf(year) => {
            council.shelves.get(year).and_then(Option::as_ref).map(|it| actions(it)).unwrap_or_default()
        }
        Part::Head(id) | Part::Meeting(id) => {
            council.meetings.get(id).map(|meeting| of_meeting(meeting, council.body(id))).unwrap_or_default()
        }
    }
}

/// A query made ready to be held against many entries.
struct Sought<'q> {
    query: &'q Query,
    /// The meetings it is narrowed to.
    meetings: Option<HashSet<&'q MeetingId>>,
}

impl<'q> Sought<'q> {
    fn of(query: &'q Query, council: &'q Council) -> Self {
        let holds = |meeting: &&Meeting| query.within.iter().all(|within| within.holds(meeting));
        let meetings = council.meetings.iter().filter(holds).map(|meeting| &meeting.id);
        Self { query, meetings: (!query.within.is_empty()).then(|| meetings.collect()) }
    }

    fn is(&self, entry: &Entry) -> bool {
        let query = self.query;
        // By filters alone an action is asked for, not all that was ever noted on it.
        if query.words.is_empty() && matches!(entry.place, Place::ActionNote(..)) {
            return false;
        }
        (query.kinds.is_empty() || query.kinds.contains(&entry.kind))
            && (query.open.is_empty() || entry.open.is_some_and(|open| query.open.contains(&open)))
            && self
                .meetings
                .as_ref()
                .is_none_or(|it| entry.meeting.as_ref().is_some_and(|id| it.contains(id)))
            && query.points.iter().all(|point| entry.points.contains(point))
            && query.due.iter().all(|deadline| entry.due.is_some_and(|due| deadline.covers(due)))
            && query.people.iter().all(|someone| entry.people.iter().any(|who| someone.is(who)))
            && query.words.iter().all(|word| word.stands_in(&entry.key))
    }
}
