//! The input line, and under it what the typed line will become.

use super::{Areas, areas, areas::columns, blocks::typed_spans};
use crate::{
    app::{look::Tone, model::Model, pen::Pen, update::record::foresee, view::Caret},
    domain::{
        Due, LineKind, Who,
        decide::{
            record::{NewKind, NewLine},
            said::Said,
            saying::Done,
        },
    },
    knowledge::points::card,
    text::capture::Reader,
    text::wrap::wrap_lines,
    words::Words,
};
use ratatui::layout::Position;

pub fn draw(model: &Model, areas: &Areas, pen: &mut Pen) -> Caret {
    pen.rule(areas.rule.x, areas.rule.y, areas.rule.right(), Tone::Dim);
    if !model.may_write() {
        return read_only(model, areas, pen);
    }
    if model.mending().is_some() {
        let text = format!(" {} ", model.words.record_editing());
        pen.text(areas.rule.x + 1, areas.rule.y, areas.rule.right(), &text, Tone::Warn);
    }
    let (left, tone) = preview(model);
    let x = areas.preview.x + 1;
    let left = model.look.ruler.cut(&left, usize::from(areas.preview.width.saturating_sub(2)));
    pen.text(x, areas.preview.y, areas.preview.right() - 1, &left, tone);
    input(model, areas, pen)
}

/// In the place of typing, why there is none.
fn read_only(model: &Model, areas: &Areas, pen: &mut Pen) -> Caret {
    let (top, right) = (areas.input.y, areas.input.right());
    let why = model.read_only();
    for (y, row) in
        (top..areas.preview.bottom()).zip(wrap_lines(model.look.ruler, &why, columns(areas.input)))
    {
        pen.text(areas.input.x + 1, y, right, row, Tone::Warn);
    }
    None
}

/// As many rows of the typed text as there is room for, those around the cursor.
fn input(model: &Model, areas: &Areas, pen: &mut Pen) -> Caret {
    let editor = &model.capture.editor;
    let layout = editor.layout(model.look.ruler, columns(areas.input));
    let height = usize::from(areas.input.height);
    if height == 0 {
        return None;
    }
    let first = (layout.cursor_row + 1).saturating_sub(height);
    let x = areas.input.x + 1;
    let tone = if model.capture.focused { Tone::Strong } else { Tone::Dim };
    for (y, row) in (areas.input.y..areas.input.bottom()).zip(layout.rows.iter().skip(first)) {
        pen.spans(x, y, areas.input.right(), &typed_spans(editor, row.clone(), tone));
    }
    let column = u16::try_from(layout.cursor_col).unwrap_or(0);
    let row = u16::try_from(layout.cursor_row - first).unwrap_or(0);
    model.capture.focused.then(|| Position { x: x + column, y: areas.input.y + row })
}

/// What the line will become, or how to write one; what was not understood comes first.
fn preview(model: &Model) -> (String, Tone) {
    let words = model.words;
    let editor = model.line_editor();
    let reader = Reader::in_meeting(model.council(), model.today(), model.meeting());
    let Some(captured) = reader.read(editor.text()) else {
        return waiting(model).unwrap_or_else(|| (hints(model), Tone::Dim));
    };
    let (mut parts, done) = match &captured.said {
        Said::Line(line) if !may_fall(line) || model.mending().is_some() => (becomes(model, line), true),
        // An earlier line that is edited stays a line.
        _ if model.mending().is_some() => (becomes(model, &captured.clone().into_line(editor.text())), true),
        said => foreseen(model, said, editor.text()),
    };
    parts.extend(captured.doubts.iter().map(|doubt| words.doubt(doubt)));
    parts.extend(names(model, &reader));
    let arrow = if model.look.ruler.wide { "=>" } else { "→" };
    let tone = if captured.doubts.is_empty() && done { Tone::Accent } else { Tone::Warn };
    (format!("{arrow} {}", parts.join("   ")), tone)
}

/// A line that may have nothing to go on from, or no place on the record.
const fn may_fall(line: &NewLine) -> bool {
    let numbered = matches!(line.kind, NewKind::Decision | NewKind::Action);
    matches!(line.kind, NewKind::Continue) || line.private && numbered
}

/// What a line will do that is none of the record's or may fall, and whether it can.
fn foreseen(model: &Model, said: &Said, typed: &str) -> (Vec<String>, bool) {
    let words = model.words;
    match foresee(model, said, typed).map(|outcome| outcome.done) {
        Ok(Done::Kept(_, refusal)) => {
            (vec![words.record_becomes_note().to_owned(), words.refusal(&refusal).0], false)
        }
        Ok(done) => match said {
            Said::Line(line) => (becomes(model, line), true),
            _ => (vec![words.said_done(model.council(), &done, model.is_running())], true),
        },
        Err(refusal) => (vec![words.refusal(&refusal).0], false),
    }
}

/// Who waits to speak, where no side bar shows it.
fn waiting(model: &Model) -> Option<(String, Tone)> {
    let meeting = model.meeting()?;
    let waits = model.council().body(&meeting.id).is_some_and(|body| !body.queue.is_empty());
    let hidden = waits && areas(model).side.is_none();
    hidden.then(|| (model.words.said_waiting(model.council(), meeting), Tone::Accent))
}

/// How many names the preview offers.
const NAMES: usize = 4;

/// The names Tab puts in: the next few, or where it stands among them.
fn names(model: &Model, reader: &Reader<'_>) -> Option<String> {
    let words = model.words;
    if let Some(cycle) = model.cycle().filter(|cycle| cycle.found.len() > 1) {
        let first = cycle.at.saturating_sub(NAMES / 2).min(cycle.found.len().saturating_sub(NAMES));
        let shown = cycle.found.iter().enumerate().skip(first).take(NAMES);
        let marked = shown.map(|(at, name)| match at == cycle.at {
            true => format!("[{}]", name.label),
            false => name.label.clone(),
        });
        return Some(words.record_complete(&marked.collect::<Vec<_>>().join(" ")));
    }
    let editor = model.line_editor();
    let found: Vec<String> =
        reader.completions(&editor.text()[..editor.cursor()]).take(NAMES).map(|it| it.label).collect();
    (!found.is_empty()).then(|| words.record_complete(&found.join(" ")))
}

/// As many ways to write a line as fit.
fn hints(model: &Model) -> String {
    let room = usize::from(model.width.saturating_sub(2));
    let mut said = String::new();
    for hint in model.words.record_hints() {
        let longer = if said.is_empty() { hint.to_owned() } else { format!("{said}  {hint}") };
        if model.look.ruler.width(&longer) > room {
            break;
        }
        said = longer;
    }
    said
}

fn becomes(model: &Model, line: &NewLine) -> Vec<String> {
    let words = model.words;
    let council = model.council();
    let who = line.speaker.as_ref().map_or("", |who| who.label.as_str());
    let mut parts = match line.kind {
        NewKind::Note => vec![words.record_becomes_note().to_owned()],
        NewKind::Speech => vec![words.record_becomes_speech(who)],
        NewKind::Continue => vec![words.record_becomes_more().to_owned()],
        NewKind::Decision => {
            let number = model.meeting().map(|it| {
                let kept = kept_number(model, line.kind);
                words.decision_number(it, kept.unwrap_or_else(|| council.next_decision(it)))
            });
            vec![number.unwrap_or_default()]
        }
        NewKind::Action => {
            let number = kept_number(model, line.kind).unwrap_or(council.head.next_action);
            let owners = words.record_owners(&owners(words, &line.owners));
            vec![words.record_becomes_action(number), owners, words.record_due(&due(model, line.due))]
        }
        kind => vec![words.new_kind(kind).to_owned()],
    };
    if line.private {
        parts.insert(0, words.record_becomes_private().to_owned());
    }
    let points = if line.points.is_empty() && matches!(line.kind, NewKind::Decision | NewKind::Action) {
        model.focus().into_iter().collect()
    } else {
        line.points.clone()
    };
    if !points.is_empty() {
        let names =
            points.iter().map(|point| format!("{}{}", point.number(), card(*point).short.pick(words.lang)));
        parts.push(words.record_points(&names.collect::<Vec<_>>().join(" ")));
    }
    parts
}

/// The number of the decision or action being edited, which it keeps as long as it stays one.
fn kept_number(model: &Model, kind: NewKind) -> Option<u32> {
    let body = model.council().body(model.meeting.as_ref()?)?;
    let line = body.lines.get(&model.mending()?.line)?;
    match line.kind {
        LineKind::Decision(number) | LineKind::Action(number) if line.kind.plain() == kind => Some(number),
        _ => None,
    }
}

fn owners(words: Words, owners: &[Who]) -> String {
    if owners.is_empty() {
        return words.record_nobody().to_owned();
    }
    owners.iter().map(|who| who.label.as_str()).collect::<Vec<_>>().join(words.pick("・", ", "))
}

fn due(model: &Model, due: Due) -> String {
    let words = model.words;
    match due {
        Due::On(day) => words.date(day, model.council().head.dates),
        Due::NextMeeting => words.record_due_next().to_owned(),
        Due::Open => words.record_due_open().to_owned(),
    }
}
