//! Work done on another version of a council, fitted to this one: record by record, never a word within a record.

use super::{
    Action, Body, Council, Edit, Head, List, ListEdit, Meeting, Record,
    difference::of_bodies,
    id::{ActionId, MeetingId},
};
use std::collections::{HashMap, HashSet};

/// What became of the edits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// These apply to the council as it is, in this order.
    pub fitting: Vec<Edit>,
    /// What both sides changed, each in its own way. Nothing of it is in `fitting`.
    pub clashes: Vec<Clash>,
}

/// A record that was changed there and is different here.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// What was done to it there.
    pub theirs: Edit,
    /// What was done to the same record here; `None` when it is gone.
    pub ours: Option<Edit>,
    /// What their new meeting holds, when both sides made one of the same id.
    body: Vec<Edit>,
}

/// Fits edits made for another version of this council, both grown from one base, to the council as it is: positions are found anew,
/// what was done on both sides is passed over, and what was done differently is a [`Clash`].
///
/// Everything the edits touch has to be read (see [`Council::unread_for`]); what is not is a clash.
pub fn rebase(council: &Council, edits: &[Edit]) -> Merge {
    let mut merging = Merging::with(council.clone());
    let removed = |edit: &Edit| match edit {
        Edit::Meeting(ListEdit::Remove { old, .. }) => Some(old.id.clone()),
        _ => None,
    };
    let removals: HashMap<MeetingId, usize> =
        edits.iter().enumerate().filter_map(|(at, edit)| Some((removed(edit)?, at))).collect();
    let moves = moved_actions(edits);
    for (at, edit) in edits.iter().enumerate() {
        // A meeting goes as a whole or not at all: what emptied it waits for its removal.
        let waits = edit.meeting().and_then(|id| removals.get(id)).is_some_and(|removal| at < *removal);
        match edit {
            _ if waits => {}
            Edit::Meeting(ListEdit::Remove { old, .. }) => merging.remove_meeting(old, edit, &edits[..=at]),
            _ => match moves.get(&at) {
                Some(Moved::Leaves) => merging.leave(edit),
                Some(Moved::Arrives(left)) => merging.move_action(&edits[*left], edit),
                None => merging.take(edit),
            },
        }
    }
    merging.merge
}

/// An action that leaves the list or a shelf to stand in another is one record all the way.
enum Moved {
    Leaves,
    /// The place of the edit it left with.
    Arrives(usize),
}

/// What the edits at these places do to actions that change their list.
fn moved_actions(edits: &[Edit]) -> HashMap<usize, Moved> {
    let mut moves = HashMap::new();
    let mut left: HashMap<&ActionId, usize> = HashMap::new();
    for (at, edit) in edits.iter().enumerate() {
        match edit {
            Edit::Action(ListEdit::Remove { old, .. }) | Edit::Shelf(_, ListEdit::Remove { old, .. }) => {
                left.insert(&old.id, at);
            }
            Edit::Action(ListEdit::Insert { new, .. }) | Edit::Shelf(_, ListEdit::Insert { new, .. }) => {
                if let Some(left) = left.remove(&new.id) {
                    moves.extend([(left, Moved::Leaves), (at, Moved::Arrives(left))]);
                }
            }
            _ => {}
        }
    }
    moves
}

struct Merging {
    /// With what fitted so far.
    council: Council,
    merge: Merge,
    /// Meetings made on both sides under one id, and the clash each is in: their bodies are not mixed.
    apart: HashMap<MeetingId, usize>,
    /// Actions that left a list or shelf and stand nowhere yet.
    on_the_way: HashSet<ActionId>,
}

impl Merging {
    fn with(council: Council) -> Self {
        Self { council, merge: Merge::default(), apart: HashMap::new(), on_the_way: HashSet::new() }
    }

    fn take(&mut self, edit: &Edit) {
        let apart = edit.meeting().and_then(|id| self.apart.get(id));
        if let (Some(clash), false) = (apart, matches!(edit, Edit::Meeting(_))) {
            return self.merge.clashes[*clash].body.push(edit.clone());
        }
        let fitted = fitted(&self.council, edit, Way::Fit);
        match fitted.and_then(|edits| self.council.apply_all(&edits).map(|()| edits).map_err(|_| None)) {
            Ok(edits) => self.merge.fitting.extend(edits),
            Err(ours) => self.clash(edit, ours.map(|ours| *ours)),
        }
    }

    fn clash(&mut self, theirs: &Edit, ours: Option<Edit>) {
        if let Edit::Meeting(ListEdit::Insert { new, .. }) = theirs {
            self.apart.insert(new.id.clone(), self.merge.clashes.len());
        }
        self.merge.clashes.push(Clash { theirs: theirs.clone(), ours, body: Vec::new() });
    }

    /// It goes when it is as they knew it.
    fn leave(&mut self, leaving: &Edit) {
        let (Edit::Action(ListEdit::Remove { old, .. }) | Edit::Shelf(_, ListEdit::Remove { old, .. })) =
            leaving
        else {
            return;
        };
        if self.in_list_of(leaving, &old.id) == Some(old) {
            self.take(leaving);
            self.on_the_way.insert(old.id.clone());
        }
    }

    /// The action where the edit is at work.
    fn in_list_of(&self, edit: &Edit, id: &ActionId) -> Option<&Action> {
        match edit {
            Edit::Shelf(year, _) => self.council.shelves.get(year)?.as_ref()?.get(id),
            _ => self.council.actions.get(id),
        }
    }

    /// It comes where they put it when it has left. When it was changed here, both count: what they changed of it, and where it goes.
    fn move_action(&mut self, leaving: &Edit, arriving: &Edit) {
        let (
            Edit::Action(ListEdit::Remove { old, .. }) | Edit::Shelf(_, ListEdit::Remove { old, .. }),
            Edit::Action(ListEdit::Insert { new, .. }) | Edit::Shelf(_, ListEdit::Insert { new, .. }),
        ) = (leaving, arriving)
        else {
            return;
        };
        if self.on_the_way.remove(&old.id) {
            self.arrive(arriving);
            return;
        }
        let clashes = self.merge.clashes.len();
        if old != new {
            self.take(&Edit::Action(ListEdit::Replace { old: old.clone(), new: new.clone() }));
        }
        if self.merge.clashes.len() == clashes
            && let Some(here) = self.in_list_of(leaving, &old.id).cloned()
        {
            self.take_along(leaving, arriving, here);
        }
    }

    /// Puts an action as it is here where they put it; one that is open belongs on the list (see [`Council::changing_action`]).
    fn take_along(&mut self, leaving: &Edit, arriving: &Edit, here: Action) {
        let to_list = matches!(arriving, Edit::Action(_)) || here.state.is_open();
        let arriving = match arriving {
            Edit::Shelf(year, ListEdit::Insert { at, .. }) if !to_list => {
                Edit::Shelf(*year, ListEdit::Insert { at: *at, new: here.clone() })
            }
            _ if matches!(leaving, Edit::Action(_)) => return,
            _ => Edit::Action(self.council.actions.appending(here.clone())),
        };
        self.take(&match leaving {
            Edit::Shelf(year, _) => Edit::Shelf(*year, ListEdit::Remove { at: 0, old: here }),
            _ => Edit::Action(ListEdit::Remove { at: 0, old: here }),
        });
        self.arrive(&arriving);
    }

    /// It was here before under its number, so nobody is asked about that.
    fn arrive(&mut self, arriving: &Edit) {
        let last = |list: Option<&List<Action>>| list.map_or(0, |list| list.len());
        let edit = match arriving {
            Edit::Action(ListEdit::Insert { at, new }) => {
                let at = last(Some(&self.council.actions)).min(*at);
                Edit::Action(ListEdit::Insert { at, new: new.clone() })
            }
            Edit::Shelf(year, ListEdit::Insert { at, new }) => {
                let shelf = self.council.shelves.get(year).and_then(Option::as_ref);
                Edit::Shelf(*year, ListEdit::Insert { at: last(shelf).min(*at), new: new.clone() })
            }
            _ => return,
        };
        match self.council.apply(&edit) {
            Ok(()) => self.merge.fitting.push(edit),
            Err(_) => self.clash(arriving, None),
        }
    }

    /// `edits` holds everything that led up to the removal.
    fn remove_meeting(&mut self, old: &Meeting, removal: &Edit, edits: &[Edit]) {
        let Some(here) = self.council.meetings.get(&old.id) else { return };
        let mut trial = Self::with(self.council.clone());
        edits.iter().filter(|edit| edit.meeting() == Some(&old.id)).for_each(|edit| trial.take(edit));
        if trial.merge.clashes.is_empty() {
            self.council = trial.council;
            self.merge.fitting.append(&mut trial.merge.fitting);
        } else {
            let ours = ListEdit::Replace { old: old.clone(), new: here.clone() };
            self.clash(removal, Some(Edit::Meeting(ours)));
        }
    }
}

impl Clash {
    /// The edits that make the record here what it is there, for a council with all that fitted and the clashes settled before this one.
    ///
    /// None when the record stood in a meeting that is gone here.
    pub fn take_theirs(&self, council: &Council) -> Vec<Edit> {
        let forced = || fitted(council, &self.theirs, Way::Force).unwrap_or_default();
        let body_becomes =
            |id: &MeetingId, body: &Body| of_bodies(id, council.body(id).unwrap_or(&Body::default()), body);
        match &self.theirs {
            Edit::Meeting(ListEdit::Remove { old, .. }) => {
                let mut edits = body_becomes(&old.id, &Body::default());
                edits.extend(forced());
                edits
            }
            Edit::Meeting(ListEdit::Insert { new, .. }) => {
                let mut edits = forced();
                edits.extend(
                    self.their_body(new).map(|body| body_becomes(&new.id, &body)).unwrap_or_default(),
                );
                edits
            }
            _ => forced(),
        }
    }

    fn their_body(&self, meeting: &Meeting) -> Option<Body> {
        let mut theirs = Council::new(Head::new(""));
        theirs.apply(&Edit::Meeting(theirs.meetings.appending(meeting.clone()))).ok()?;
        theirs.apply_all(&self.body).ok()?;
        theirs.bodies.remove(&meeting.id)
    }
}

/// How an edit is brought to a council it was not made for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Only where the record is as the edit knew it.
    Fit,
    /// Whatever the record is.
    Force,
}

/// The edits that do here what was done there, or what was done to the record here instead.
type Fitted<E> = Result<Vec<E>, Option<Box<E>>>;

fn fitted(council: &Council, edit: &Edit, way: Way) -> Fitted<Edit> {
    match edit {
        Edit::Head { old, new } => on_head(&council.head, old, new, way),
        Edit::Organisation(edit) => wrapped(on_list(&council.organisations, edit, way), Edit::Organisation),
        Edit::Member(edit) => wrapped(on_list(&council.members, edit, way), Edit::Member),
        Edit::Role(edit) => wrapped(on_list(&council.roles, edit, way), Edit::Role),
        Edit::Point(edit) => wrapped(on_list(&council.points, edit, way), Edit::Point),
        Edit::Indicator(edit) => wrapped(on_list(&council.indicators, edit, way), Edit::Indicator),
        Edit::Assessment(edit) => wrapped(on_list(&council.assessments, edit, way), Edit::Assessment),
        Edit::SheetRow(edit) => wrapped(on_list(&council.sheet, edit, way), Edit::SheetRow),
        Edit::Escalation(edit) => wrapped(on_list(&council.escalations, edit, way), Edit::Escalation),
        Edit::Meeting(edit) => wrapped(on_list(&council.meetings, edit, way), Edit::Meeting),
        Edit::Action(edit) => on_actions(council, None, edit, way),
        Edit::Shelf(year, edit) => on_actions(council, Some(*year), edit, way),
        Edit::Item(id, edit) => {
            let list = &council.body(id).ok_or(None)?.items;
            wrapped(on_list(list, edit, way), |edit| Edit::Item(id.clone(), edit))
        }
        Edit::Attendance(id, edit) => {
            let list = &council.body(id).ok_or(None)?.attendance;
            wrapped(on_list(list, edit, way), |edit| Edit::Attendance(id.clone(), edit))
        }
        Edit::Line(id, edit) => {
            let list = &council.body(id).ok_or(None)?.lines;
            wrapped(on_list(list, edit, way), |edit| Edit::Line(id.clone(), edit))
        }
        Edit::Turn(id, edit) => {
            let list = &council.body(id).ok_or(None)?.turns;
            wrapped(on_list(list, edit, way), |edit| Edit::Turn(id.clone(), edit))
        }
        Edit::Waiting(id, edit) => {
            let list = &council.body(id).ok_or(None)?.queue;
            wrapped(on_list(list, edit, way), |edit| Edit::Waiting(id.clone(), edit))
        }
    }
}

fn wrapped<T>(fitted: Fitted<ListEdit<T>>, wrap: impl Fn(ListEdit<T>) -> Edit) -> Fitted<Edit> {
    match fitted {
        Ok(edits) => Ok(edits.into_iter().map(wrap).collect()),
        Err(ours) => Err(ours.map(|ours| Box::new(wrap(*ours)))),
    }
}

fn on_list<T: Record>(list: &List<T>, edit: &ListEdit<T>, way: Way) -> Fitted<ListEdit<T>> {
    match way {
        Way::Fit => fit(list, edit),
        Way::Force => Ok(forced(list, edit).into_iter().collect()),
    }
}

fn fit<T: Record>(list: &List<T>, edit: &ListEdit<T>) -> Fitted<ListEdit<T>> {
    let Some(at) = list.position(edit.record().id()) else {
        return match edit {
            ListEdit::Insert { at, new } => {
                Ok(vec![ListEdit::Insert { at: list.len().min(*at), new: new.clone() }])
            }
            ListEdit::Replace { .. } => Err(None),
            // Gone here as well, and the order of what is gone does not matter.
            ListEdit::Remove { .. } | ListEdit::Move { .. } => Ok(Vec::new()),
        };
    };
    let here = &list[at];
    match edit {
        ListEdit::Insert { new, .. } | ListEdit::Replace { new, .. } if here == new => Ok(Vec::new()),
        ListEdit::Replace { old, .. } if here == old => Ok(vec![edit.clone()]),
        ListEdit::Remove { old, .. } if here == old => Ok(vec![ListEdit::Remove { at, old: old.clone() }]),
        ListEdit::Insert { .. } => Err(Some(Box::new(ListEdit::Insert { at, new: here.clone() }))),
        ListEdit::Replace { old, .. } | ListEdit::Remove { old, .. } => {
            Err(Some(Box::new(ListEdit::Replace { old: old.clone(), new: here.clone() })))
        }
        ListEdit::Move { to, .. } => {
            let to = (list.len() - 1).min(*to);
            let moved = ListEdit::Move { from: at, to, record: here.clone() };
            Ok(if at == to { Vec::new() } else { vec![moved] })
        }
    }
}

fn forced<T: Record>(list: &List<T>, edit: &ListEdit<T>) -> Option<ListEdit<T>> {
    match edit {
        ListEdit::Insert { new, .. } | ListEdit::Replace { new, .. } if list.get(new.id()).is_none() => {
            Some(list.appending(new.clone()))
        }
        ListEdit::Insert { new, .. } | ListEdit::Replace { new, .. } => list.replacing(new.clone()),
        ListEdit::Remove { old, .. } => list.removing(old.id()),
        ListEdit::Move { .. } => None,
    }
}

/// The list of actions, or the shelf of `year`. An action put away or brought back here is met where it stands now, and a new one does
/// not take a number that was given here.
fn on_actions(council: &Council, year: Option<i32>, edit: &ListEdit<Action>, way: Way) -> Fitted<Edit> {
    let nothing = List::default();
    let named = match year {
        None => &council.actions,
        Some(year) => council.shelves.get(&year).map_or(Ok(&nothing), |shelf| shelf.as_ref().ok_or(None))?,
    };
    let wrap = |edit: ListEdit<Action>| match year {
        None => Edit::Action(edit),
        Some(year) => Edit::Shelf(year, edit),
    };
    let action = edit.record();
    if named.get(&action.id).is_some() {
        return wrapped(on_list(named, edit, way), wrap);
    }
    if let Some(here) = council.action(&action.id) {
        let elsewhere = List::from(vec![here.clone()]);
        return match on_list(&elsewhere, edit, way) {
            Ok(edits) => Ok(edits.iter().flat_map(|edit| where_it_stands(council, edit)).collect()),
            Err(ours) => Err(ours.map(|ours| Box::new(wrap(*ours)))),
        };
    }
    let namesake = council.action_numbered(action.number);
    match (edit, namesake) {
        (ListEdit::Insert { at, .. }, Some(here)) if way == Way::Fit => {
            Err(Some(Box::new(wrap(ListEdit::Insert { at: *at, new: here.clone() }))))
        }
        (ListEdit::Insert { new, .. } | ListEdit::Replace { new, .. }, Some(_)) if way == Way::Force => {
            let counted = council.changing_head(|head| head.next_action = head.next_action.saturating_add(1));
            let new = Action { number: council.head.next_action, ..new.clone() };
            Ok(counted.into_iter().chain([wrap(named.appending(new))]).collect())
        }
        _ => wrapped(on_list(named, edit, way), wrap),
    }
}

fn where_it_stands(council: &Council, edit: &ListEdit<Action>) -> Vec<Edit> {
    match edit {
        ListEdit::Replace { new, .. } => council.changing_action(&new.id, |action| action.clone_from(new)),
        ListEdit::Remove { old, .. } => council.removing_action(&old.id).into_iter().collect(),
        ListEdit::Insert { .. } | ListEdit::Move { .. } => Vec::new(),
    }
}

/// The head is taken field by field: the program itself counts and lights in it, which is in nobody's way.
fn on_head(here: &Head, old: &Head, new: &Head, way: Way) -> Fitted<Edit> {
    let head = |head: Head| Edit::Head { old: Box::new(here.clone()), new: Box::new(head) };
    if here == new {
        return Ok(Vec::new());
    }
    match merged_head(here, old, new, way) {
        Some(merged) if merged == *here => Ok(Vec::new()),
        Some(merged) => Ok(vec![head(merged)]),
        None => {
            let ours = Edit::Head { old: Box::new(old.clone()), new: Box::new(here.clone()) };
            Err(Some(Box::new(ours)))
        }
    }
}

fn merged_head(here: &Head, old: &Head, new: &Head, way: Way) -> Option<Head> {
    Some(Head {
        name: merged(&here.name, &old.name, &new.name, way)?,
        short: merged(&here.short, &old.short, &new.short, way)?,
        kind: merged(&here.kind, &old.kind, &new.kind, way)?,
        aim: merged(&here.aim, &old.aim, &new.aim, way)?,
        quorum: merged(&here.quorum, &old.quorum, &new.quorum, way)?,
        voting: merged(&here.voting, &old.voting, &new.voting, way)?,
        deadlines: merged(&here.deadlines, &old.deadlines, &new.deadlines, way)?,
        private_names: merged(&here.private_names, &old.private_names, &new.private_names, way)?,
        dates: merged(&here.dates, &old.dates, &new.dates, way)?,
        fiscal_month: merged(&here.fiscal_month, &old.fiscal_month, &new.fiscal_month, way)?,
        standing: merged(&here.standing, &old.standing, &new.standing, way)?,
        // A number given on either side is not given again.
        next_action: merged(&here.next_action, &old.next_action, &new.next_action, Way::Fit)
            .unwrap_or(here.next_action.max(new.next_action)),
        focus: merged(&here.focus, &old.focus, &new.focus, Way::Fit).unwrap_or(here.focus),
        footings: merged(&here.footings, &old.footings, &new.footings, way)?,
        parent: merged(&here.parent, &old.parent, &new.parent, way)?,
        thresholds: merged(&here.thresholds, &old.thresholds, &new.thresholds, way)?,
        declined: merged(&here.declined, &old.declined, &new.declined, Way::Fit)
            .unwrap_or_else(|| here.declined.clone()),
    })
}

fn merged<T: Clone + PartialEq>(here: &T, old: &T, new: &T, way: Way) -> Option<T> {
    if new == old {
        return Some(here.clone());
    }
    (way == Way::Force || here == old || here == new).then(|| new.clone())
}
