//! The capture line: pasting, completing names, setting marks.

use super::saying;
use crate::{
    app::{
        capture::Cycle,
        command::Ready,
        look::Tone,
        model::{ListId, Model},
        view,
    },
    domain::{
        MeetingState, Refusal,
        decide::record::{LONGEST, NewKind},
    },
    text::{
        capture::{self, Reader},
        clean,
    },
    words::Words,
};

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
    let first = whole.split('\n').next().unwrap_or_default();
    model.capture.editor.insert(first);
    let typed = model.capture.editor.take();
    let lines: Vec<&str> = std::iter::once(typed.as_str()).chain(whole.split('\n').skip(1)).collect();
    if !saying::paste(model, &lines) {
        model.capture.editor.set(&lines.join("\n"));
    }
    model.capture.editor.insert(rest);
}

/// No more names are gone through by one word.
const MOST_NAMES: usize = 30;

pub fn complete(model: &mut Model) {
    cycle(model, 1);
}

pub fn complete_back(model: &mut Model) {
    cycle(model, -1);
}

/// Completes the name before the cursor, each time by the next that fits. With nothing typed it goes to the next pane; it never leaves a
/// line half typed, where the next letters would be commands.
fn cycle(model: &mut Model, steps: isize) {
    let editor = model.line_editor();
    if editor.text().is_empty() && model.mending().is_none() {
        return crate::app::update::shell::turn(model, steps);
    }
    let begun = model.cycle().filter(|cycle| cycle.found.len() > 1).cloned();
    let cycle = begun.or_else(|| {
        let typed = &editor.text()[..editor.cursor()];
        let reader = Reader::in_meeting(model.council(), model.today(), model.meeting());
        let found: Vec<_> =
            reader.completions(typed).take(MOST_NAMES).filter(|_| !typed.is_empty()).collect();
        // One step on is the first, one step back the last.
        let last = found.len().checked_sub(1)?;
        let at = if steps > 0 { last } else { 0 };
        Some(Cycle {
            before: editor.text().to_owned(),
            cursor: editor.cursor(),
            found,
            at,
            after: String::new(),
        })
    });
    let Some(mut cycle) = cycle else { return model.tell(Tone::Warn, model.words.record_no_completion()) };
    let len = cycle.found.len();
    cycle.at = (cycle.at + len).saturating_add_signed(steps) % len;
    let name = &cycle.found[cycle.at];
    let (head, tail) = (&cycle.before[..name.start], &cycle.before[cycle.cursor..]);
    let end = head.len() + name.insert.len();
    cycle.after = format!("{head}{}{tail}", name.insert);
    let editor = model.line_editor_mut();
    editor.replace(0..editor.text().len(), &cycle.after);
    editor.move_to(end);
    model.capture.cycle = Some(cycle);
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
    if meeting.minutes.in_force().is_some() {
        return Ready::Off(Words::record_is_final);
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
