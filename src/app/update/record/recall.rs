//! What was typed before: the arrows of the capture line, and one key for the last speaker or mark.

use crate::{
    app::{
        capture::Recall,
        look::Tone,
        model::Model,
        view::record::{areas, columns},
    },
    domain::{
        Line,
        decide::record::{LONGEST, action_of},
    },
    text::capture,
};
use std::collections::HashSet;

/// A row up in the typed text; from its first row, the line typed before.
pub fn earlier(model: &mut Model) {
    let (ruler, cols) = (model.look.ruler, columns(areas(model).input));
    if !model.capture.editor.up(ruler, cols) {
        go(model, |back| back.checked_add(1));
    }
}

/// A row down in the typed text; from its last row, the line typed after, and in the end what was being typed.
pub fn later(model: &mut Model) {
    let (ruler, cols) = (model.look.ruler, columns(areas(model).input));
    if !model.capture.editor.down(ruler, cols) {
        go(model, |back| back.checked_sub(1));
    }
}

fn go(model: &mut Model, step: impl Fn(usize) -> Option<usize>) {
    let now = model.capture.editor.text().to_owned();
    let recall = model.capture.recall.take().filter(|recall| recall.shown == now);
    let (back, kept) = recall.map_or_else(|| (0, now.clone()), |recall| (recall.back, recall.kept));
    let Some(wished) = step(back) else { return };
    if wished == 0 {
        return model.capture.editor.set(&kept);
    }
    // At the oldest line the arrow stays where it is.
    let (back, shown) = nth_back(model, wished).map_or((back, now), |shown| (wished, shown));
    if back > 0 {
        model.capture.editor.set(&shown);
        model.capture.recall = Some(Recall { back, kept, shown });
    }
}

/// The n-th line back, counted from 1: those typed here, newest first, then those of the record.
fn nth_back(model: &Model, back: usize) -> Option<String> {
    let nth = back.checked_sub(1)?;
    let meeting = model.meeting.as_ref()?;
    let body = model.council().body(meeting)?;
    let shows = |line: &Line| !line.private || model.reveals_private();
    let is_shown = |id| body.lines.get(id).is_none_or(shows);
    let typed = model.capture.typed.iter().rev().filter(|it| it.meeting == *meeting);
    let typed: Vec<_> = typed.filter(|it| it.line.as_ref().is_none_or(is_shown)).collect();
    if let Some(it) = typed.get(nth) {
        return Some(it.text.clone());
    }
    let here: HashSet<_> = model.capture.typed.iter().filter_map(|it| it.line.as_ref()).collect();
    let before = |line: &&Line| !here.contains(&line.id) && shows(line) && line.text.len() <= LONGEST;
    let line = body.lines.iter().rev().filter(before).nth(nth - typed.len())?;
    Some(capture::write(model.council(), model.today(), line, action_of(model.council(), line)))
}

/// Puts the speaker or the mark of the last line before what is typed.
pub fn repeat(model: &mut Model) {
    let body = model.meeting.as_ref().and_then(|id| model.council().body(id));
    let last = body.and_then(|body| body.lines.last()).filter(|line| !line.private);
    let prefix = last.map(|line| capture::prefix(model.council(), model.today(), line));
    let Some(prefix) = prefix.filter(|prefix| !prefix.is_empty()) else {
        return model.tell(Tone::Warn, model.words.record_nothing_to_repeat());
    };
    let editor = &mut model.capture.editor;
    if !editor.text().starts_with(&prefix) {
        editor.replace(0..0, &prefix);
    }
    editor.end();
}
