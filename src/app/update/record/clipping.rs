//! Several lines at once: choosing them, deleting, cutting, copying and pasting them.

use super::{
    lines::{line, on},
    mending,
};
use crate::{
    app::{
        clip::Clip,
        command::Ready,
        look::Tone,
        model::{ListId, Model},
        update::{clipboard::hand_out, list},
        view::{self, record::chosen_lines},
    },
    domain::{
        Line,
        decide::{
            self,
            record::{Spot, Taken},
        },
        id::{ItemId, LineId},
    },
    text::capture,
};

/// Begins a range of lines at the chosen one, or ends it.
pub fn range(model: &mut Model) {
    if model.capture.range.take().is_none() {
        model.capture.range = view::record::chosen(model);
        model.tell(Tone::Plain, model.words.record_range());
    }
}

/// A line more or less, towards `down`; the range begins here if there is none.
pub fn extend(model: &mut Model, down: bool) {
    if model.capture.range.is_none() {
        model.capture.range = view::record::chosen(model);
    }
    list::step(model, if down { 1 } else { -1 });
}

/// The chosen lines that can be changed: with an action line its action must have been read.
pub fn on_lines(model: &Model) -> Ready {
    super::lines::may_change(model, &chosen_lines(model))
}

/// On lines that can be copied, also where nothing may be changed.
pub fn on_readable_lines(model: &Model) -> Ready {
    super::lines::are_read(model, &chosen_lines(model))
}

/// Takes the chosen lines out of the record.
pub fn delete(model: &mut Model) {
    let ids = chosen_lines(model);
    if take_out(model, &ids) {
        model.tell(Tone::Good, model.words.record_lines_deleted(ids.len()));
    }
}

fn take_out(model: &mut Model, ids: &[LineId]) -> bool {
    let at = ids.first().and_then(|id| view::record::place_of(model, id));
    let done = on(model, |council, meeting, _| decide::record::remove_all(council, meeting, ids));
    if done {
        model.capture.range = None;
        model.list_of_mut(ListId::Lines).cursor.at = at.unwrap_or(0);
    }
    done
}

pub fn copy(model: &mut Model) {
    let ids = chosen_lines(model);
    keep(model, &ids);
    model.capture.range = None;
    let text = handed_out(model, &ids);
    let said = model.words.record_lines_copied(ids.len());
    hand_out(model, text, said);
}

pub fn cut(model: &mut Model) {
    let ids = chosen_lines(model);
    let (text, before) = (handed_out(model, &ids), model.clip.clone());
    keep(model, &ids);
    if take_out(model, &ids) {
        let said = model.words.record_lines_cut(ids.len());
        hand_out(model, text, said);
    } else {
        model.clip = before;
    }
}

fn keep(model: &mut Model, ids: &[LineId]) {
    let Some(meeting) = model.meeting.clone() else { return };
    model.clip = Some(Clip::Lines(decide::record::taken(model.council(), &meeting, ids)));
}

/// What the terminal's clipboard gets of lines: each as it reads, none that is off the record.
fn handed_out(model: &Model, ids: &[LineId]) -> String {
    let Some(meeting) = model.meeting() else { return String::new() };
    let public = |id: &LineId| line(model, id).filter(|line| !line.private);
    let text = |line: &Line| view::record::copied_text(model, meeting, line);
    ids.iter().filter_map(public).map(text).collect::<Vec<_>>().join("\n")
}

/// Lines as they would be typed, below each other.
pub fn as_typed(model: &Model, taken: &[Taken]) -> String {
    let write = |it: &Taken| capture::write(model.council(), model.today(), &it.line, it.action.as_ref());
    taken.iter().map(write).collect::<Vec<_>>().join("\n")
}

/// Pastes behind the chosen line, or before it: lines as they were, text as lines of its own, each understood.
pub fn paste(model: &mut Model, behind: bool) {
    let Some(clip) = model.clip.clone() else { return };
    let spot = match (view::record::chosen(model), behind) {
        (Some(id), true) => Spot::After(id),
        (Some(id), false) => Spot::Before(id),
        (None, _) => Spot::End(current_item(model)),
    };
    let done = match clip {
        Clip::Lines(taken) => {
            on(model, |council, meeting, mint| decide::record::put(council, meeting, &spot, taken, mint))
        }
        Clip::Text(text) => {
            let lines: Vec<&str> = text.lines().collect();
            let read = capture::read_all(model.council(), model.today(), lines.iter().copied());
            let new =
                read.into_iter().zip(lines).filter_map(|(it, typed)| Some(it?.into_line(typed))).collect();
            on(model, |council, meeting, mint| decide::record::insert(council, meeting, &spot, new, mint))
        }
    };
    if done {
        model.capture.range = None;
        let at = model.list_of(ListId::Lines).cursor.at;
        model.list_of_mut(ListId::Lines).cursor.at = at + usize::from(behind);
    }
}

fn current_item(model: &Model) -> Option<ItemId> {
    Some(view::record::open(model)?.1.current_item()?.id.clone())
}

/// Joins the chosen lines; one alone with the next of its item.
pub fn join(model: &mut Model) {
    let mut ids = chosen_lines(model);
    if let [only] = ids.as_slice() {
        let next = mending::beside_in_item(model, only, true);
        ids.extend(next);
    }
    let [first, rest @ ..] = ids.as_slice() else { return };
    if rest.is_empty() {
        return model.tell(Tone::Warn, model.words.record_nothing_to_join());
    }
    let done = on(model, |council, meeting, _| {
        rest.iter().try_fold(Vec::new(), |edits, next| {
            decide::record::then(council, edits, |council| {
                decide::record::join(council, meeting, first, next)
            })
        })
    });
    if done {
        model.capture.range = None;
        model.list_of_mut(ListId::Lines).cursor.at = view::record::place_of(model, first).unwrap_or(0);
        model.tell(Tone::Good, model.words.record_joined(ids.len()));
    }
}
