//! The capture line: writing down what is typed or pasted, completing names, setting marks.

use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{ListId, Model},
        view,
    },
    domain::{
        MeetingState, Refusal,
        decide::{
            self,
            record::{LONGEST, NewKind, NewLine},
        },
        id::{ItemId, MeetingId},
    },
    text::{
        capture::{self, Captured},
        clean,
    },
    words::Words,
};

/// Writes the typed line down. What was typed goes only when it is in the record.
pub fn enter(model: &mut Model) {
    let text = model.capture.editor.text().to_owned();
    let Some(meeting) = model.meeting.clone() else { return };
    if write(model, &meeting, &text) {
        model.capture.editor.set("");
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
        captured.clone().into_line(text),
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

/// Outside a running meeting a new line joins the item of the last one.
fn last_item(model: &Model) -> Option<ItemId> {
    let body = model.council().body(model.meeting.as_ref()?)?;
    body.lines.last()?.item.clone()
}

pub(super) fn say_doubts(model: &mut Model, captured: &Captured) {
    let doubts: Vec<String> = captured.doubts.iter().map(|doubt| model.words.doubt(doubt)).collect();
    if !doubts.is_empty() {
        model.tell(Tone::Warn, doubts.join(model.words.pick("。", ". ")));
    } else if !model.is_running() {
        model.tell(Tone::Plain, model.words.record_written_to_held());
    }
}

/// Puts the cursor of the list on the line written last, which is also what scrolls it into sight.
pub fn follow_newest(model: &mut Model) {
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
    let Some((whole, rest)) = text.rsplit_once('\n') else {
        return model.capture.editor.insert(&text);
    };
    let Some(meeting) = model.meeting.clone() else { return };
    let first = whole.split('\n').next().unwrap_or_default();
    model.capture.editor.insert(first);
    let typed = model.capture.editor.take();
    let lines: Vec<&str> = std::iter::once(typed.as_str()).chain(whole.split('\n').skip(1)).collect();
    let read = capture::read_all(model.history.council(), model.now.date(), lines.iter().copied());
    let read: Vec<NewLine> =
        read.into_iter().zip(lines).filter_map(|(read, typed)| Some(read?.into_line(typed))).collect();
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
    let editor = model.line_editor();
    let typed = &editor.text()[..editor.cursor()];
    let found = capture::Reader::of(model.council(), model.today()).completions(typed).next();
    match found {
        Some(completion) if !typed.is_empty() => {
            let range = completion.start..typed.len();
            model.line_editor_mut().replace(range, &completion.insert);
        }
        _ if editor.text().is_empty() && model.mending().is_none() => {
            crate::app::update::shell::turn(model, 1)
        }
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
    let text = model.line_editor().text().to_owned();
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
    let editor = model.line_editor_mut();
    editor.replace(0..editor.text().len(), &text);
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

pub fn has_private(model: &Model) -> Ready {
    let body = model.meeting.as_ref().and_then(|id| model.council().body(id));
    let private = body.is_some_and(|body| body.lines.iter().any(|line| line.private));
    if private { Ready::Yes } else { Ready::Off(Words::record_no_private) }
}

/// Shows or hides what was said off the record.
pub fn reveal(model: &mut Model) {
    let shown = !model.capture.revealed;
    model.capture.revealed = shown;
    let words = model.words;
    model.tell(Tone::Plain, if shown { words.record_private_shown() } else { words.record_private_hidden() });
}

pub fn start_typing(model: &mut Model) {
    model.capture.focused = true;
}
