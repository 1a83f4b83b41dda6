//! The lines above the capture line: choosing, mending, moving and taking them out.

use super::typing::{can_write, say_doubts};
use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::{self, record::chosen},
    },
    domain::{
        Line, LineKind, MeetingState, Refusal,
        decide::{
            self,
            record::{LONGEST, NewKind, NewLine, action_of},
        },
        id::{ItemId, LineId, MeetingId},
    },
    text::capture,
    words::Words,
};

/// Puts the mended line in the place of the one it was. Returns whether that is done with.
pub(super) fn rewrite(model: &mut Model, meeting: &MeetingId, id: &LineId, text: &str) -> bool {
    let Some(line) = line(model, id).cloned() else {
        model.refuse(&Refusal::NotFound);
        return true;
    };
    let action = action_of(model.council(), &line).cloned();
    let read = capture::read_again(model.council(), model.today(), text, &line, action.as_ref());
    let Some(captured) = read else {
        model.refuse(&Refusal::Empty);
        return false;
    };
    let decision = decide::record::rewrite(
        model.history.council(),
        meeting,
        id,
        captured.clone().into_line(text),
        &mut model.mint,
    );
    let done = model.commit(decision);
    if done {
        say_doubts(model, &captured);
    }
    done
}

/// Leaves the capture line for the lines above. Editing an earlier line is given up; a new line stays as typed.
pub fn leave(model: &mut Model) {
    if model.capture.editing.take().is_some() {
        model.capture.editor.set("");
    }
    model.capture.focused = false;
}

fn line<'a>(model: &'a Model, id: &LineId) -> Option<&'a Line> {
    model.council().body(model.meeting.as_ref()?)?.lines.get(id)
}

/// On a line that can be changed: an action goes with its line, so it must have been read.
pub fn on_line(model: &Model) -> Ready {
    let Some(line) = chosen(model).and_then(|id| line(model, &id)) else {
        return Ready::Off(Words::record_no_line_here);
    };
    let apart = matches!(line.kind, LineKind::Action(_)) && action_of(model.council(), line).is_none();
    if apart && !model.lacks_of(model.meeting()).is_empty() {
        return Ready::Off(Words::reading);
    }
    Ready::Yes
}

/// Takes the chosen line into the capture line, written as it would be typed.
pub fn edit(model: &mut Model) {
    if let Some(id) = chosen(model) {
        load(model, id);
    }
}

pub(super) fn load(model: &mut Model, id: LineId) {
    let Some(line) = line(model, &id) else { return };
    let action = action_of(model.council(), line);
    let typed = capture::write(model.council(), model.today(), line, action);
    if typed.len() > LONGEST {
        return model.tell(Tone::Warn, model.words.record_too_long_to_edit());
    }
    model.capture.editor.set(&typed);
    model.capture.editing = Some(id);
    model.capture.focused = true;
}

/// Asks what the chosen line is to be.
pub fn retype(model: &mut Model) {
    const KINDS: [NewKind; 7] = [
        NewKind::Note,
        NewKind::Speech,
        NewKind::Decision,
        NewKind::Action,
        NewKind::Deferred,
        NewKind::Proposal,
        NewKind::Issue,
    ];
    let Some(id) = chosen(model) else { return };
    let words = model.words;
    let choices = KINDS.map(|kind| Choice::new(format!("{kind:?}"), words.new_kind(kind))).to_vec();
    let now = line(model, &id).map(|line| format!("{:?}", line.kind.plain())).unwrap_or_default();
    let picker = Picker::new(words.cmd_line_retype_help(), id.as_str(), choices, |model, about, key| {
        let kind = KINDS.into_iter().find(|kind| format!("{kind:?}") == key);
        kind.into_iter().for_each(|kind| set_kind(model, &LineId::from(about), kind));
    });
    model.overlays.push(Overlay::Picker(picker.at(&now)));
}

fn set_kind(model: &mut Model, id: &LineId, kind: NewKind) {
    let Some(meeting) = model.meeting.clone() else { return };
    let Some(line) = line(model, id) else { return };
    let action = action_of(model.council(), line);
    let new = NewLine {
        kind,
        speaker: line.speaker.clone(),
        text: line.text.clone(),
        owners: action.map(|it| it.owners.clone()).unwrap_or_default(),
        due: action.map(|it| it.due).unwrap_or_default(),
        points: line.points.clone(),
        private: line.private,
    };
    let decision = decide::record::rewrite(model.history.council(), &meeting, id, new, &mut model.mint);
    model.commit(decision);
}

/// Asks which item the chosen line belongs under.
pub fn move_line(model: &mut Model) {
    let (Some(id), Some(meeting)) = (chosen(model), model.meeting.clone()) else { return };
    let Some(body) = model.council().body(&meeting) else { return };
    let items = (1..)
        .zip(&body.items)
        .map(|(number, item)| Choice::new(item.id.as_str(), format!("{number} {}", item.title)));
    let choices = items.chain([Choice::new("", model.words.record_before_items())]).collect();
    let now = line(model, &id).and_then(|line| line.item.clone());
    let picker = Picker::new(model.words.cmd_line_move_help(), id.as_str(), choices, |model, about, key| {
        let item = (!key.is_empty()).then(|| ItemId::from(key));
        let Some(meeting) = model.meeting.clone() else { return };
        let decision = decide::record::move_to_item(model.council(), &meeting, &LineId::from(about), item);
        model.commit(decision);
    });
    let picker = picker.at(now.as_ref().map_or("", |item| item.as_str()));
    model.overlays.push(Overlay::Picker(picker));
}

pub fn delete(model: &mut Model) {
    let (Some(id), Some(meeting)) = (chosen(model), model.meeting.clone()) else { return };
    let decision = decide::record::remove(model.council(), &meeting, &id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.record_line_deleted());
    }
}

/// Moves the chosen line within its item; the choice goes with it.
pub fn reorder(model: &mut Model, down: bool) {
    let (Some(id), Some(meeting)) = (chosen(model), model.meeting.clone()) else { return };
    let decision = decide::record::reorder(model.council(), &meeting, &id, down);
    if model.commit(decision) {
        model.list_mut().cursor.at = view::record::place_of(model, &id).unwrap_or(0);
    }
}

/// A click on a line chooses it; a click on the input line types there.
pub fn click(model: &mut Model, x: u16, y: u16) {
    let areas = view::record::areas(model);
    if areas.input.contains((x, y).into()) {
        model.capture.focused = model.may_write() && matches!(can_write(model), Ready::Yes);
    } else if let Some(at) = view::record::place_at(model, y).filter(|_| areas.lines.contains((x, y).into()))
    {
        model.list_mut().cursor.at = at;
        leave(model);
    }
}

/// Scrolls the lines so that the chosen one shows.
pub fn settle(model: &mut Model) {
    if let Some(Overlay::ReadBack(read_back)) = model.overlays.last_mut() {
        read_back.opened = read_back.opened.or(Some(model.now));
    }
    // The meeting may have gone back to planned under the typing hands, by an undo.
    let planned = model.meeting().is_none_or(|meeting| meeting.state == MeetingState::Planned);
    model.capture.focused &= model.may_write() && !planned;
    let (offset, hidden) = view::record::top_showing(model);
    let cursor = &mut model.list_of_mut(ListId::Lines).cursor;
    (cursor.offset, cursor.hidden) = (offset, hidden);
}
