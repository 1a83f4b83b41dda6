//! Lines as pieces of a text: parting and joining them, putting lines between others, taking several out and putting them back.
//! An action stays with the line that keeps its beginning.

use super::{LONGEST, action_with, numbering, remove, rewrite};
use crate::domain::{
    Action, Body, Council, Edit, Line, LineKind, ListEdit, Mint, Refusal,
    action::Origin,
    decide::{Decision, Draft, meeting_and_body, record::NewLine},
    id::{ItemId, LineId, MeetingId},
};

/// Where lines are put among those of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Before(LineId),
    After(LineId),
    /// Behind every line, under this item.
    End(Option<ItemId>),
}

/// A line that was taken along, with the action it gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Where it stood.
    pub meeting: MeetingId,
    pub line: Line,
    pub action: Option<Action>,
}

/// Does one thing after the other, as one step.
///
/// # Errors
/// Whatever the next one refuses.
pub fn then(council: &Council, first: Vec<Edit>, next: impl FnOnce(&Council) -> Decision) -> Decision {
    let mut draft = Draft::of(council);
    draft.push_all(first)?;
    let next = next(&draft.council)?;
    draft.push_all(next)?;
    Ok(draft.edits)
}

/// Parts a line in two: it says `first` from now on, and `second` stands right behind it, said at the same time.
///
/// # Errors
/// As [`rewrite`], of either part.
pub fn split(
    council: &Council,
    meeting: &MeetingId,
    id: &LineId,
    first: NewLine,
    second: NewLine,
    mint: &mut Mint,
) -> Decision {
    let edits = rewrite(council, meeting, id, first, mint)?;
    then(council, edits, |council| insert(council, meeting, &Spot::After(id.clone()), vec![second], mint))
}

/// Puts new lines between others, under the item there and with the time of the line they stand beside.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::NotFound`].
pub fn insert(
    council: &Council,
    meeting: &MeetingId,
    spot: &Spot,
    lines: Vec<NewLine>,
    mint: &mut Mint,
) -> Decision {
    put_each(council, meeting, spot, lines, |council, beside, new| {
        let (head, _) = meeting_and_body(council, meeting)?;
        if new.text.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        if new.text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let mut line = Line {
            speaker: new.speaker.clone(),
            points: new.points.clone(),
            private: new.private,
            ..Line { text: new.text.clone(), ..placed(mint.id(), beside) }
        };
        let edits = numbering(council, head, &mut line, &new, mint);
        Ok((line, edits))
    })
}

/// Puts lines back that were taken along. One that is gone from this meeting comes back as it was, with its number and its action as
/// far as nobody else has them; any other is a new line that says the same.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotLoaded`].
pub fn put(
    council: &Council,
    meeting: &MeetingId,
    spot: &Spot,
    taken: Vec<Taken>,
    mint: &mut Mint,
) -> Decision {
    put_each(council, meeting, spot, taken, |council, beside, taken| {
        let (_, body) = meeting_and_body(council, meeting)?;
        let place = placed(taken.line.id.clone(), beside);
        let mut line = Line { item: place.item, ..taken.line.clone() };
        if taken.meeting == *meeting && is_free(council, body, &taken)? {
            return Ok((line.clone(), brought_back(council, meeting, &line, taken.action)));
        }
        line.id = mint.id();
        let (head, _) = meeting_and_body(council, meeting)?;
        let new = said(&taken);
        let edits = numbering(council, head, &mut line, &new, mint);
        Ok((line, edits))
    })
}

/// What a line says, without number.
fn said(taken: &Taken) -> NewLine {
    let Taken { line, action, .. } = taken;
    NewLine {
        kind: line.kind.plain(),
        speaker: line.speaker.clone(),
        text: line.text.clone(),
        owners: action.as_ref().map(|it| it.owners.clone()).unwrap_or_default(),
        due: action.as_ref().map(|it| it.due).unwrap_or_default(),
        points: line.points.clone(),
        private: line.private,
        at: line.at,
    }
}

/// May a line come back under its own id and number?
fn is_free(council: &Council, body: &Body, taken: &Taken) -> Result<bool, Refusal> {
    if matches!(taken.line.kind, LineKind::Action(_)) && !council.has_every_shelf() {
        return Err(Refusal::NotLoaded);
    }
    let same_number =
        |line: &Line| matches!(line.kind, LineKind::Decision(_)) && line.kind == taken.line.kind;
    let action_is_free = match (taken.line.kind, &taken.action) {
        (LineKind::Action(number), Some(_)) => council.action_numbered(number).is_none(),
        (LineKind::Action(_), None) => false,
        _ => true,
    };
    Ok(action_is_free && body.lines.get(&taken.line.id).is_none() && !body.lines.iter().any(same_number))
}

fn brought_back(council: &Council, meeting: &MeetingId, line: &Line, action: Option<Action>) -> Vec<Edit> {
    let Some(mut action) = action else { return Vec::new() };
    action.origin =
        Some(Origin { meeting: meeting.clone(), item: line.item.clone(), line: Some(line.id.clone()) });
    vec![Edit::Action(council.actions.appending(action))]
}

/// An empty line that stands where `beside` does.
fn placed(id: LineId, beside: &Line) -> Line {
    Line { at: beside.at, item: beside.item.clone(), ..Line::new(id, LineKind::Note, "") }
}

/// Puts one line behind the other at a spot, each made by `make` from the council with those before it.
fn put_each<T>(
    council: &Council,
    meeting: &MeetingId,
    spot: &Spot,
    things: Vec<T>,
    mut make: impl FnMut(&Council, &Line, T) -> Result<(Line, Vec<Edit>), Refusal>,
) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let nowhere = Line::new(LineId::from(""), LineKind::Note, "");
    let place = |id: &LineId| body.lines.position(id).ok_or(Refusal::NotFound);
    let (mut at, beside) = match spot {
        Spot::Before(id) => (place(id)?, body.lines[place(id)?].clone()),
        Spot::After(id) => (place(id)? + 1, body.lines[place(id)?].clone()),
        Spot::End(item) => (body.lines.len(), Line { item: item.clone(), ..nowhere }),
    };
    if beside.item.as_ref().is_some_and(|item| body.items.get(item).is_none()) {
        return Err(Refusal::NotFound);
    }
    let mut draft = Draft::of(council);
    for thing in things {
        let (new, edits) = make(&draft.council, &beside, thing)?;
        draft.push_all(edits)?;
        draft.push(Edit::Line(meeting.clone(), ListEdit::Insert { at, new }))?;
        at += 1;
    }
    Ok(draft.edits)
}

/// Joins a line with another, which goes: its text and its points come to the first one, which keeps its kind, its number and its
/// action. A speaker who is another than the first one's stays as the name before what was said.
///
/// # Errors
/// [`Refusal::TooLong`], [`Refusal::NotFound`], [`Refusal::HalfPrivate`].
pub fn join(council: &Council, meeting: &MeetingId, first: &LineId, second: &LineId) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let (Some(one), Some(other)) = (body.lines.get(first), body.lines.get(second)) else {
        return Err(Refusal::NotFound);
    };
    if first == second {
        return Err(Refusal::NotFound);
    }
    if one.private != other.private {
        return Err(Refusal::HalfPrivate);
    }
    let added = match &other.speaker {
        Some(who) if one.speaker.as_ref() != Some(who) => format!("{}：{}", who.label, other.text),
        _ => other.text.clone(),
    };
    let mut line = one.clone();
    line.text = joined(&one.text, &added);
    if line.text.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    line.points.extend(other.points.iter().filter(|point| !one.points.contains(point)));
    let change = |it: &mut Action| {
        it.text = joined(&it.text, &added);
        it.points.clone_from(&line.points);
    };
    let action = action_with(council, one)?.map(|action| council.changing_action(&action.id, change));
    let mut edits: Vec<Edit> = action.into_iter().flatten().collect();
    edits.extend(body.lines.replacing(line).map(|edit| Edit::Line(meeting.clone(), edit)));
    then(council, edits, |council| remove(council, meeting, second))
}

/// Two texts as one; a space keeps words of Latin letters apart.
pub fn joined(one: &str, other: &str) -> String {
    let ends_a_word = one.ends_with(|c: char| c.is_ascii_graphic());
    let begins_a_word = other.starts_with(|c: char| c.is_ascii_alphanumeric());
    let space = if ends_a_word && begins_a_word { " " } else { "" };
    format!("{one}{space}{other}")
}

/// Takes several lines out of the record, and their actions.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove_all(council: &Council, meeting: &MeetingId, ids: &[LineId]) -> Decision {
    let mut draft = Draft::of(council);
    for id in ids {
        let edits = remove(&draft.council, meeting, id)?;
        draft.push_all(edits)?;
    }
    Ok(draft.edits)
}

/// Takes lines along, with their actions, in the order of the record.
pub fn taken(council: &Council, meeting: &MeetingId, ids: &[LineId]) -> Vec<Taken> {
    let lines =
        council.body(meeting).into_iter().flat_map(|body| ids.iter().filter_map(|id| body.lines.get(id)));
    let take = |line: &Line| Taken {
        meeting: meeting.clone(),
        line: line.clone(),
        action: super::action_of(council, line).cloned(),
    };
    lines.map(take).collect()
}
