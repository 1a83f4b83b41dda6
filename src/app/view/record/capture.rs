//! The input line, and under it what the typed line will become.

use super::{Areas, areas::columns};
use crate::{
    app::{look::Tone, model::Model, pen::Pen, view::Caret},
    domain::{
        Due, LineKind, Who,
        decide::record::{NewKind, NewLine},
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
    let first = (layout.cursor_row + 1).saturating_sub(height);
    let x = areas.input.x + 1;
    let tone = if model.capture.focused { Tone::Strong } else { Tone::Dim };
    for (y, row) in (areas.input.y..areas.input.bottom()).zip(layout.rows.iter().skip(first)) {
        pen.text(x, y, areas.input.right(), editor.text()[row.clone()].trim_end_matches(['\n', ' ']), tone);
    }
    let column = u16::try_from(layout.cursor_col).unwrap_or(0);
    let row = u16::try_from(layout.cursor_row - first).unwrap_or(0);
    model.capture.focused.then(|| Position { x: x + column, y: areas.input.y + row })
}

/// What the line will become, or how to write one; what was not understood comes first.
fn preview(model: &Model) -> (String, Tone) {
    let words = model.words;
    let editor = model.line_editor();
    let reader = Reader::of(model.council(), model.today());
    let Some(captured) = reader.read(editor.text()) else {
        return (hints(model), Tone::Dim);
    };
    let typed = &editor.text()[..editor.cursor()];
    let completion = reader.completions(typed).next();
    let mut parts = becomes(model, &captured.clone().into_line(editor.text()));
    parts.extend(captured.doubts.iter().map(|doubt| words.doubt(doubt)));
    parts.extend(completion.map(|found| words.record_complete(&found.label)));
    let arrow = if model.look.ruler.wide { "=>" } else { "→" };
    let tone = if captured.doubts.is_empty() { Tone::Accent } else { Tone::Warn };
    (format!("{arrow} {}", parts.join("   ")), tone)
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
