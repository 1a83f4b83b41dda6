//! What the commands of the record pane do: taking the record, mending it, reading it back.

use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{ListId, Model, Pane},
        overlay::{Overlay, ReadBack},
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
    text::{
        capture::{self, Captured},
        clean,
    },
    words::Words,
};
use chrono::TimeDelta;

/// Writes the typed line down, or puts the mended one in its place. What was typed goes only when it is in the record.
pub fn enter(model: &mut Model) {
    let text = model.capture.editor.text().to_owned();
    let Some(meeting) = model.meeting.clone() else { return };
    let done = match model.capture.editing.clone() {
        Some(id) => rewrite(model, &meeting, &id, &text),
        None => write(model, &meeting, &text),
    };
    if done {
        model.capture.editor.set("");
        model.capture.editing = None;
    }
}

fn write(model: &mut Model, meeting: &MeetingId, text: &str) -> bool {
    let Some(captured) = capture::read(model.council(), model.today(), text) else { return false };
    let item = last_item(model);
    let now = model.now;
    let decision = decide::record::write(
        model.history.council(),
        meeting,
        item,
        captured.line.clone(),
        now,
        &mut model.mint,
    );
    let done = model.commit(decision);
    if done {
        follow_newest(model);
        say_doubts(model, &captured);
    }
    done
}

fn rewrite(model: &mut Model, meeting: &MeetingId, id: &LineId, text: &str) -> bool {
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
    let decision =
        decide::record::rewrite(model.history.council(), meeting, id, captured.line.clone(), &mut model.mint);
    let done = model.commit(decision);
    if done {
        say_doubts(model, &captured);
    }
    done
}

/// Outside a running meeting a new line joins the item of the last one.
fn last_item(model: &Model) -> Option<ItemId> {
    let body = model.council().body(model.meeting.as_ref()?)?;
    body.lines.last()?.item.clone()
}

fn say_doubts(model: &mut Model, captured: &Captured) {
    let doubts: Vec<String> = captured.doubts.iter().map(|doubt| model.words.doubt(doubt)).collect();
    if !doubts.is_empty() {
        model.tell(Tone::Warn, doubts.join(model.words.pick("。", ". ")));
    } else if !model.is_running() {
        model.tell(Tone::Plain, model.words.record_written_to_held());
    }
}

/// Puts the cursor of the list on the line written last, which is also what scrolls it into sight.
pub(super) fn follow_newest(model: &mut Model) {
    let newest =
        model.meeting.as_ref().and_then(|id| model.council().body(id)).and_then(|it| it.lines.last());
    let Some(newest) = newest.map(|line| line.id.clone()) else { return };
    model.list_of_mut(ListId::Lines).cursor.at = view::record::place_of(model, &newest).unwrap_or(0);
}

/// Pastes into the capture line: what ends with a line end is written down, all in one change; the rest stays to be typed on.
pub fn paste(model: &mut Model, text: &str) {
    let text = clean::clean_text(text);
    let longest = text.split('\n').map(str::len).max().unwrap_or(0);
    let lines = text.matches('\n').count();
    if model.capture.editor.text().len() + longest > LONGEST || lines > capture::MOST_LINES {
        return model.refuse(&Refusal::TooLong);
    }
    let Some((whole, rest)) = text.rsplit_once('\n').filter(|_| model.capture.editing.is_none()) else {
        return model.capture.editor.insert(&text);
    };
    let Some(meeting) = model.meeting.clone() else { return };
    let first = whole.split('\n').next().unwrap_or_default();
    model.capture.editor.insert(first);
    let typed = model.capture.editor.take();
    let lines = std::iter::once(typed.as_str()).chain(whole.split('\n').skip(1));
    let (council, today) = (model.history.council(), model.now.date());
    let read = capture::read_all(council, today, lines).into_iter().flatten();
    let read: Vec<NewLine> = read.map(|captured| captured.line).collect();
    let (count, item, now) = (read.len(), last_item(model), model.now);
    let decision =
        decide::record::write_all(model.history.council(), &meeting, item, read, now, &mut model.mint);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.record_pasted(count));
        follow_newest(model);
    } else {
        model.capture.editor.set(whole);
    }
    model.capture.editor.insert(rest);
}

/// Completes the name before the cursor. With nothing typed it goes to the next pane; it never leaves a line half typed, where the
/// next letters would be commands.
pub fn complete(model: &mut Model) {
    let editor = &model.capture.editor;
    let typed = &editor.text()[..editor.cursor()];
    let found = capture::Reader::of(model.council(), model.today()).completions(typed).next();
    match found {
        Some(completion) if !typed.is_empty() => {
            let range = completion.start..typed.len();
            model.capture.editor.replace(range, &completion.insert);
        }
        _ if editor.text().is_empty() => super::shell::turn(model, 1),
        _ => model.tell(Tone::Warn, model.words.record_no_completion()),
    }
}

pub fn mark_decision(model: &mut Model) {
    toggle_mark(model, NewKind::Decision);
}

pub fn mark_action(model: &mut Model) {
    toggle_mark(model, NewKind::Action);
}

/// Puts the mark of a kind before what is typed, in the place of another kind's mark; the same mark goes.
fn toggle_mark(model: &mut Model, kind: NewKind) {
    let words = model.words;
    let text = model.capture.editor.text().to_owned();
    let marks = [NewKind::Decision, NewKind::Action].map(|kind| (kind, capture::mark(kind)));
    let stands = marks.iter().find_map(|(kind, mark)| {
        let rest = text.strip_prefix(mark.ja).or_else(|| text.strip_prefix(mark.en))?;
        Some((*kind, rest.to_owned()))
    });
    let plain = stands.as_ref().map_or(text.as_str(), |(_, rest)| rest);
    let mark = capture::mark(kind);
    let mark = words.pick(mark.ja, mark.en);
    let same = stands.as_ref().is_some_and(|(stood, _)| *stood == kind);
    let text = if same { plain.to_owned() } else { format!("{mark}{plain}") };
    model.capture.editor.set(&text);
}

/// Leaves the capture line for the lines above. Editing an earlier line is given up; a new line stays as typed.
pub fn leave(model: &mut Model) {
    if model.capture.editing.take().is_some() {
        model.capture.editor.set("");
    }
    model.capture.focused = false;
}

pub fn can_write(model: &Model) -> Ready {
    let Some(meeting) = model.meeting() else { return Ready::Off(Words::record_meeting_planned) };
    if model.council().is_unread(&meeting.id) {
        return Ready::Off(Words::reading);
    }
    match meeting.state {
        MeetingState::Running | MeetingState::Held => Ready::Yes,
        MeetingState::Planned => Ready::Off(Words::record_meeting_planned),
    }
}

pub fn start_typing(model: &mut Model) {
    model.capture.focused = true;
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

fn load(model: &mut Model, id: LineId) {
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

/// Within this time of its opening the read-back cannot be what a person has read.
const READING: TimeDelta = TimeDelta::seconds(2);

/// Closes the meeting from the read-back.
pub fn close_meeting(model: &mut Model) {
    let Some(Overlay::ReadBack(ReadBack { opened, .. })) = model.overlays.last() else { return };
    if opened.is_some_and(|opened| model.now - opened < READING) {
        return model.tell(Tone::Warn, model.words.read_back_too_soon());
    }
    let label = model.council().running().map(|meeting| model.words.meeting_label(meeting));
    let decision = decide::meeting::close(model.history.council(), model.now, &mut model.mint);
    if model.commit(decision) {
        model.overlays.pop();
        model.show(Pane::Record);
        model.tell(Tone::Good, model.words.read_back_closed(label.unwrap_or_default()));
    }
}

pub fn read_back_step(model: &mut Model, steps: isize) {
    let len = view::record::read_back_lines(model).len();
    if let Some(Overlay::ReadBack(read_back)) = model.overlays.last_mut() {
        read_back.cursor.step(steps, len);
    }
}

/// Takes the chosen decision or action to the capture line; the read-back is opened again from there.
pub fn edit_read_back(model: &mut Model) {
    let Some(Overlay::ReadBack(read_back)) = model.overlays.last() else { return };
    let at = read_back.cursor.at;
    let id = view::record::read_back_lines(model).get(at).map(|line| line.id.clone());
    if let Some(id) = id {
        model.overlays.pop();
        model.show(Pane::Record);
        load(model, id);
    }
}

pub fn plan_next(model: &mut Model) {
    super::agenda::plan_meeting(model);
}

/// Is this line read back at the close?
pub const fn is_read_back(kind: LineKind) -> bool {
    matches!(kind, LineKind::Decision(_) | LineKind::Action(_))
}
