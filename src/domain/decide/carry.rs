//! What one meeting leaves to the next: items not discussed, recurring, or with an action still open. Never takes anything off an agenda.

use super::{Decision, Draft, meeting::require_planned, meeting_and_body};
use crate::domain::{
    Action, Body, Council, Edit, Item, ItemKind, ItemState, ListEdit, Meeting, MeetingState, Mint, Refusal,
    Why,
    id::{ItemId, MeetingId},
};
use chrono::NaiveDate;

/// What the last held meeting left that is not on this agenda yet, and why each belongs there.
///
/// Closing a meeting hands everything on; this is what has come up since, by states set right or dates moved. Nothing for a meeting
/// that is not planned, and nothing known while one of the two is not read.
pub fn waiting<'a>(council: &'a Council, id: &MeetingId) -> Vec<(&'a Item, Why)> {
    missing(council, id).unwrap_or_default()
}

/// What is [`waiting`].
fn missing<'a>(council: &'a Council, id: &MeetingId) -> Result<Vec<(&'a Item, Why)>, Refusal> {
    let (meeting, body) = meeting_and_body(council, id)?;
    require_planned(council, id)?;
    let mut left = leftovers(council, meeting.date, Some(id))?.unwrap_or_default();
    left.retain(|(item, _)| body.items.iter().all(|here| here.title != item.title));
    Ok(left)
}

/// What the last meeting held by a day leaves to one that is not planned yet; nothing known while it is not read.
pub fn left(council: &Council, day: NaiveDate) -> Vec<(&Item, Why)> {
    leftovers(council, day, None).ok().flatten().unwrap_or_default()
}

/// Puts what is [`waiting`] on a planned meeting's agenda, in the order it had on the last one.
///
/// # Errors
/// [`Refusal::WrongState`] once it is running or held, [`Refusal::NotLoaded`], [`Refusal::NotFound`].
pub fn take_over(council: &Council, id: &MeetingId, mint: &mut Mint) -> Decision {
    take_over_those(council, id, |_| true, mint)
}

/// The same for one item of the last meeting.
///
/// # Errors
/// As [`take_over`].
pub fn take_over_one(council: &Council, id: &MeetingId, item: &ItemId, mint: &mut Mint) -> Decision {
    take_over_those(council, id, |it| it.id == *item, mint)
}

fn take_over_those(
    council: &Council,
    id: &MeetingId,
    wanted: impl Fn(&Item) -> bool,
    mint: &mut Mint,
) -> Decision {
    let (meeting, _) = meeting_and_body(council, id)?;
    let last = last_held(council, meeting.date).and_then(|last| council.body(&last.id));
    let order = last.map_or(&[][..], |body| &body.items);
    let mut draft = Draft::of(council);
    for (item, why) in missing(council, id)?.into_iter().filter(|(item, _)| wanted(item)) {
        let (_, body) = meeting_and_body(&draft.council, id)?;
        let at = place(&body.items, order, item);
        draft.push(Edit::Item(id.clone(), ListEdit::Insert { at, new: carried(item, why, mint) }))?;
    }
    Ok(draft.edits)
}

/// Before the first item here that came after `item` in the order of the last agenda; else at the end.
fn place(here: &[Item], order: &[Item], item: &Item) -> usize {
    let later: Vec<&str> =
        order.iter().skip_while(|it| it.id != item.id).skip(1).map(|it| it.title.as_str()).collect();
    here.iter().position(|it| later.contains(&it.title.as_str())).unwrap_or(here.len())
}

/// What a new agenda starts with: what the last meeting held before that day left; before the first one, the council's standing items.
///
/// # Errors
/// [`Refusal::NotLoaded`] when that last meeting was not read.
pub(super) fn first_items(council: &Council, day: NaiveDate, mint: &mut Mint) -> Result<Vec<Item>, Refusal> {
    Ok(match leftovers(council, day, None)? {
        Some(left) => left.into_iter().map(|(item, why)| carried(item, why, mint)).collect(),
        None => standing_items(council, mint),
    })
}

/// What the last meeting held by `day` left; `None` when none was held. When a meeting other than `of` is still to be held between the
/// two, only what stands on every agenda: the rest is that meeting's.
fn leftovers<'a>(
    council: &'a Council,
    day: NaiveDate,
    of: Option<&MeetingId>,
) -> Result<Option<Vec<(&'a Item, Why)>>, Refusal> {
    let Some(last) = last_held(council, day) else { return Ok(None) };
    let between = council.meetings.iter().any(|it| {
        it.state != MeetingState::Held && Some(&it.id) != of && (last.date..=day).contains(&it.date)
    });
    let items = &council.body(&last.id).ok_or(Refusal::NotLoaded)?.items;
    let left = items.iter().filter_map(|item| Some((item, why_carried(council, last, item)?)));
    Ok(Some(left.filter(|(item, _)| item.recurring || !between).collect()))
}

/// The last meeting held by a day: the one that leaves something to a meeting planned for then.
pub fn last_held(council: &Council, day: NaiveDate) -> Option<&Meeting> {
    let held = |it: &&Meeting| it.state == MeetingState::Held && it.date <= day;
    council.meetings.iter().filter(held).max_by_key(|it| (it.date, it.start))
}

/// An item that most agendas have: what it is called, and what an item of the same purpose has in its title.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    pub title: &'static str,
    /// In small letters.
    pub known_by: &'static [&'static str],
    /// Planned minutes.
    pub minutes: u32,
}

/// The items that the papers of the last meeting call for, in the words of whoever asks.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    /// 前回議事録の確認
    pub approval: Purpose,
    /// 宿題の確認
    pub due: Purpose,
}

impl Purpose {
    fn is_of(&self, item: &Item) -> bool {
        let title = item.title.to_lowercase();
        self.known_by.iter().any(|known| title.contains(known))
    }
}

/// Carries on the edits that plan or close a meeting: the meeting that then follows the last held one gets an item to approve its minutes, and
/// one to go through the actions due by then. An item of the same purpose that is there already is not doubled.
///
/// # Errors
/// As the decision itself; [`Refusal::NotLoaded`] when one of the two meetings was not read.
pub fn with_usual(council: &Council, edits: Vec<Edit>, usual: &Usual, mint: &mut Mint) -> Decision {
    let mut draft = Draft::of(council);
    draft.push_all(edits)?;
    let is_new = |id: &MeetingId| {
        let made = |edit: &Edit| matches!(edit, Edit::Meeting(ListEdit::Insert { new, .. }) if new.id == *id);
        draft.edits.iter().any(made)
    };
    let planned = draft.edits.iter().any(|edit| matches!(edit, Edit::Meeting(ListEdit::Insert { .. })));
    let next = draft.council.next_planned().filter(|next| !planned || is_new(&next.id));
    let Some((next, last)) = next.and_then(|next| Some((next, last_held(&draft.council, next.date)?))) else {
        return Ok(draft.edits);
    };
    let (id, day, last) = (next.id.clone(), next.date, last.id.clone());
    let record = draft.council.body(&last).ok_or(Refusal::NotLoaded)?;
    let mut at = 0;
    if !record.lines.is_empty() {
        let body = draft.council.body(&id).ok_or(Refusal::NotLoaded)?;
        let edit = approval(body, &usual.approval, &last, mint);
        at += usize::from(edit.is_some());
        draft.push_all(edit.map(|edit| Edit::Item(id.clone(), edit)))?;
    }
    if !draft.council.due_by(day).is_empty() {
        let body = draft.council.body(&id).ok_or(Refusal::NotLoaded)?;
        let edit = due(body, &usual.due, at, &last, mint);
        draft.push_all(edit.map(|edit| Edit::Item(id, edit)))?;
    }
    Ok(draft.edits)
}

fn approval(body: &Body, purpose: &Purpose, last: &MeetingId, mint: &mut Mint) -> Option<ListEdit<Item>> {
    let why = Why::Approval(last.clone());
    let there = body.items.iter().any(|item| item.why == why || purpose.is_of(item));
    (!there).then(|| ListEdit::Insert { at: 0, new: called_for(purpose, why, mint) })
}

/// An item that is there for it already says from now on which actions it is about.
fn due(
    body: &Body,
    purpose: &Purpose,
    at: usize,
    last: &MeetingId,
    mint: &mut Mint,
) -> Option<ListEdit<Item>> {
    let why = Why::Due(last.clone());
    match body.items.iter().find(|item| item.why == why || purpose.is_of(item)) {
        Some(item) => body.items.changing(&item.id, |item| item.why = why),
        None => Some(ListEdit::Insert { at, new: called_for(purpose, why, mint) }),
    }
}

fn called_for(purpose: &Purpose, why: Why, mint: &mut Mint) -> Item {
    Item { kind: ItemKind::Report, why, ..Item::new(mint.id(), purpose.title, purpose.minutes) }
}

fn carried(item: &Item, why: Why, mint: &mut Mint) -> Item {
    let put_off = matches!(why, Why::NotDiscussed(_));
    Item {
        id: mint.id(),
        state: ItemState::Open,
        materials: Vec::new(),
        summary: String::new(),
        deferred: if put_off { item.deferred.saturating_add(1) } else { 0 },
        why,
        ..item.clone()
    }
}

/// The rule of carrying over, for one item of the last meeting.
fn why_carried(council: &Council, from: &Meeting, item: &Item) -> Option<Why> {
    if item.recurring {
        return Some(Why::Recurring(from.id.clone()));
    }
    if item.state.is_undiscussed() {
        return Some(Why::NotDiscussed(from.id.clone()));
    }
    // The item may itself have come back because of actions given under it at an earlier meeting.
    let earlier: &[u32] = if let Why::OpenActions(_, numbers) = &item.why { numbers } else { &[] };
    let given_here =
        |action: &Action| action.origin.as_ref().is_some_and(|it| it.item.as_ref() == Some(&item.id));
    let open: Vec<u32> = council
        .open_actions()
        .filter(|action| given_here(action) || earlier.contains(&action.number))
        .map(|action| action.number)
        .collect();
    (item.state != ItemState::Closed && !open.is_empty()).then(|| Why::OpenActions(from.id.clone(), open))
}

fn standing_items(council: &Council, mint: &mut Mint) -> Vec<Item> {
    let standing = council.head.standing.iter();
    standing
        .map(|it| Item {
            kind: it.kind,
            points: it.points.clone(),
            recurring: it.recurring,
            why: Why::Standing,
            ..Item::new(mint.id(), it.title.clone(), it.minutes)
        })
        .collect()
}
