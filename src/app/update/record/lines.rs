//! The lines above the capture line: choosing, moving, retyping and taking them out.

use super::{mending, typing::can_write};
use crate::{
    app::{
        command::Ready,
        model::{ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::{self, record::chosen},
    },
    domain::{
        Council, Line, LineKind, MeetingState, Mint,
        decide::{
            self, Decision,
            record::{NewKind, NewLine, action_of},
        },
        id::{ItemId, LineId, MeetingId},
    },
    words::Words,
};

/// Leaves the capture line for the lines above. What is typed stays.
pub fn leave(model: &mut Model) {
    model.capture.focused = false;
}

/// Does to the meeting on screen what is decided, or says why not. Returns whether it was done.
pub(super) fn on(
    model: &mut Model,
    decide: impl FnOnce(&Council, &MeetingId, &mut Mint) -> Decision,
) -> bool {
    let Some(meeting) = model.meeting.clone() else { return false };
    let decision = decide(model.history.council(), &meeting, &mut model.mint);
    model.commit(decision)
}

pub(super) fn line<'a>(model: &'a Model, id: &LineId) -> Option<&'a Line> {
    model.council().body(model.meeting.as_ref()?)?.lines.get(id)
}

/// On a line that can be changed.
pub fn on_line(model: &Model) -> Ready {
    may_change(model, chosen(model).as_slice())
}

/// Are there lines, and can they be changed?
pub(super) fn may_change(model: &Model, ids: &[LineId]) -> Ready {
    let is_final = model.meeting().is_some_and(|meeting| meeting.minutes.in_force().is_some());
    match are_read(model, ids) {
        Ready::Yes if is_final => Ready::Off(Words::record_is_final),
        ready => ready,
    }
}

/// Are there lines, and is all of them read? An action goes with its line.
pub(super) fn are_read(model: &Model, ids: &[LineId]) -> Ready {
    let lines: Vec<&Line> = ids.iter().filter_map(|id| line(model, id)).collect();
    if lines.is_empty() {
        return Ready::Off(Words::record_no_line_here);
    }
    let apart =
        |line: &&Line| matches!(line.kind, LineKind::Action(_)) && action_of(model.council(), line).is_none();
    if lines.iter().any(apart) && !model.lacks_of(model.meeting()).is_empty() {
        return Ready::Off(Words::reading);
    }
    Ready::Yes
}

/// Asks what the chosen line is to be.
pub fn retype(model: &mut Model) {
    let Some(id) = chosen(model) else { return };
    let words = model.words;
    let choices = NewKind::LINES.map(|kind| Choice::new(format!("{kind:?}"), words.new_kind(kind))).to_vec();
    let now = line(model, &id).map(|line| format!("{:?}", line.kind.plain())).unwrap_or_default();
    let picker = Picker::new(words.cmd_line_retype_help(), id.as_str(), choices, |model, about, key| {
        let kind = NewKind::LINES.into_iter().find(|kind| format!("{kind:?}") == key);
        kind.into_iter().for_each(|kind| set_kind(model, &LineId::from(about), kind));
    });
    model.overlays.push(Overlay::Picker(picker.at(&now)));
}

fn set_kind(model: &mut Model, id: &LineId, kind: NewKind) {
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
        at: line.at,
    };
    on(model, |council, meeting, mint| decide::record::rewrite(council, meeting, id, new, mint));
}

/// Asks which item the chosen line belongs under.
pub fn move_line(model: &mut Model) {
    let Some(id) = chosen(model) else { return };
    let Some((_, body)) = view::record::open(model) else { return };
    let items = (1..)
        .zip(&body.items)
        .map(|(number, item)| Choice::new(item.id.as_str(), format!("{number} {}", item.title)));
    let choices = items.chain([Choice::new("", model.words.record_before_items())]).collect();
    let now = line(model, &id).and_then(|line| line.item.clone());
    let picker = Picker::new(model.words.cmd_line_move_help(), id.as_str(), choices, |model, about, key| {
        let item = (!key.is_empty()).then(|| ItemId::from(key));
        let line = LineId::from(about);
        on(model, |council, meeting, _| decide::record::move_to_item(council, meeting, &line, item));
    });
    let picker = picker.at(now.as_ref().map_or("", |item| item.as_str()));
    model.overlays.push(Overlay::Picker(picker));
}

/// Moves the chosen line within its item; the choice goes with it.
pub fn reorder(model: &mut Model, down: bool) {
    let Some(id) = chosen(model) else { return };
    if on(model, |council, meeting, _| decide::record::reorder(council, meeting, &id, down)) {
        model.list_mut().cursor.at = view::record::place_of(model, &id).unwrap_or(0);
    }
}

/// A click on a line chooses it, one in the line that is edited goes there; a click on the input line types there.
pub fn click(model: &mut Model, x: u16, y: u16) {
    let areas = view::record::areas(model);
    if areas.input.contains((x, y).into()) {
        if mending::finish(model) {
            model.capture.focused = model.may_write() && matches!(can_write(model), Ready::Yes);
        }
        return;
    }
    let Some((at, row)) = view::record::place_at(model, y).filter(|_| areas.lines.contains((x, y).into()))
    else {
        return;
    };
    let id = view::record::places(model)[at].line().cloned();
    if id.is_some_and(|id| mending::click(model, &id, row, x)) || !mending::finish(model) {
        return;
    }
    model.list_mut().cursor.at = at;
    leave(model);
}

/// Scrolls the lines so that the chosen one shows.
pub fn settle(model: &mut Model) {
    if let Some(Overlay::ReadBack(read_back)) = model.overlays.last_mut() {
        read_back.opened = read_back.opened.or(Some(model.now));
    }
    // The meeting may have gone back to planned under the typing hands, by an undo.
    let planned = model.meeting().is_none_or(|meeting| meeting.state == MeetingState::Planned);
    model.capture.focused &= model.may_write() && !planned;
    if model.capture.range.as_ref().is_some_and(|id| model.capture.focused || line(model, id).is_none()) {
        model.capture.range = None;
    }
    mending::settle(model);
    let (offset, hidden) = view::record::top_showing(model);
    let cursor = &mut model.list_of_mut(ListId::Lines).cursor;
    (cursor.offset, cursor.hidden) = (offset, hidden);
}
