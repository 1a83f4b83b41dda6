//! The lines of the record as rows, each under its item: time, who, what, in columns; decisions and actions stand out.

use super::{
    areas,
    places::{Place, open, place_of, places, row_of},
};
use crate::{
    app::{
        look::Tone,
        mending::Mending,
        model::{ListId, Model},
        pen::Pen,
        row::Span,
        update::minutes::standing,
        view::Caret,
        view::minutes::resolved,
    },
    domain::{ItemState, Line, LineKind, Meeting, agenda::timetable, decide::record::action_of},
    text::{
        editor::Editor,
        wrap::{opening, wrap_lines},
    },
    words::terms::{item_mark, line_mark},
};
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// No line is laid out or searched further, in characters. Longer ones come only from files written by hand.
const LONGEST: usize = 10_000;
/// Nor does a line take more rows.
const MOST_ROWS: usize = 1_000;

/// The chosen item and how its time stands: on the title row.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let query = model.list_of(ListId::Lines).search.text();
    if model.searching || !query.is_empty() {
        let mark = Span::new(model.words.search_mark(), Tone::Accent);
        return (vec![mark, Span::new(query, Tone::Strong)], Vec::new());
    }
    let Some((meeting, body)) = open(model) else { return Default::default() };
    let current = (1..).zip(&body.items).find(|(_, item)| item.state == ItemState::Current);
    let Some((number, item)) = current else {
        let standing = standing(model, meeting).map(|(said, tone)| Span::new(said, tone));
        let label = Span::new(model.words.meeting_label(meeting), Tone::Strong);
        return (vec![label], standing.into_iter().collect());
    };
    let table = timetable(meeting, body, model.now);
    let spent = table.slots.iter().find(|slot| slot.item == item.id).map_or(0, |slot| slot.actual_minutes);
    let late = spent > i64::from(item.minutes);
    let clock = model.words.record_spent(spent, item.minutes);
    let left = vec![
        Span::new(format!("{} {number} ", item_mark(ItemState::Current)), Tone::Accent),
        Span::new(item.title.clone(), Tone::Strong),
    ];
    (left, vec![Span::new(clock, if late { Tone::Warn } else { Tone::Strong })])
}

/// What stands before the text: 第3回-決定2, 宿題 17, 提案 … or nothing.
fn label(model: &Model, meeting: &Meeting, kind: LineKind) -> String {
    let words = model.words;
    let mark = line_mark(kind);
    match kind {
        LineKind::Note | LineKind::Speech => String::new(),
        LineKind::Decision(number) => format!("{mark}{}", words.decision_number(meeting, number)),
        LineKind::Action(number) => format!("{mark}{}", words.record_becomes_action(number)),
        kind => format!("{mark}{}", words.line_kind(kind)),
    }
}

/// What a search finds a line by.
pub fn plain_text(model: &Model, meeting: &Meeting, line: &Line) -> String {
    let who = speaker(model, line);
    format!("{} {who} {}", label(model, meeting, line.kind), opening(&shown_text(model, line), LONGEST))
}

/// A line as it is copied to where nothing else is known: number or kind, who, and what was said.
pub fn copied_text(model: &Model, meeting: &Meeting, line: &Line) -> String {
    let (label, who) = (label(model, meeting, line.kind), speaker(model, line));
    let mark = label.strip_prefix(line_mark(line.kind)).unwrap_or(&label).to_owned();
    let heads = [mark.as_str(), who].map(str::trim).into_iter().filter(|head| !head.is_empty());
    let colon = model.words.pick("：", ": ");
    heads.map(|head| format!("{head}{colon}")).collect::<String>() + &shown_text(model, line)
}

/// Is it off the record, and not revealed by whoever writes it?
fn is_hidden(model: &Model, line: &Line) -> bool {
    line.private && !model.reveals_private()
}

fn speaker<'a>(model: &Model, line: &'a Line) -> &'a str {
    line.speaker.as_ref().filter(|_| !is_hidden(model, line)).map_or("", |who| who.label.as_str())
}

/// What a line says on this screen: for an action its owners before it and its day behind it; off the record only that it is.
pub fn shown_text(model: &Model, line: &Line) -> String {
    let words = model.words;
    match (line.private, is_hidden(model, line)) {
        (_, true) => format!("{} ……", words.record_private_mark()),
        (true, false) => format!("{} {}", words.record_private_mark(), text_of(model, line)),
        (false, false) => text_of(model, line),
    }
}

fn text_of(model: &Model, line: &Line) -> String {
    match action_of(model.council(), line) {
        None => line.text.clone(),
        Some(action) => {
            let words = model.words;
            let owners = words.owners(action);
            let due = words.record_due(&words.due_short(model.council(), action));
            format!("{owners} 〜 {}  {due}", action.text)
        }
    }
}

const fn tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Decision(_) => Tone::Decision,
        LineKind::Action(_) => Tone::Action,
        LineKind::Deferred => Tone::Warn,
        LineKind::Proposal | LineKind::Issue => Tone::Accent,
        LineKind::Note | LineKind::Speech => Tone::Plain,
    }
}

/// A place as drawn in a width: at least one row.
pub fn rows(model: &Model, meeting: &Meeting, place: &Place<'_>, width: u16) -> Vec<Vec<Span>> {
    match place {
        Place::Heading(number, item) => {
            let text = format!("{} {number} {}", item_mark(item.state), item.title);
            vec![vec![Span::new(text, Tone::Accent)]]
        }
        Place::Line(line) => match model.mending().filter(|mending| mending.line == line.id) {
            Some(mending) => mended_rows(model, meeting, line, mending, width),
            None => line_rows(model, meeting, line, usize::from(width)),
        },
    }
}

/// The columns of a line: time where there is room, who, and the text.
#[derive(Clone, Copy)]
pub struct Columns {
    time: usize,
    who: usize,
    /// Where the text begins.
    pub lead: usize,
    pub text: usize,
}

impl Columns {
    pub fn of(model: &Model, meeting: &Meeting, width: usize) -> Self {
        let time = if width >= 60 { 7 } else { 0 };
        let decision = model.look.ruler.width(&label(model, meeting, LineKind::Decision(1)));
        // 保健センター whole, and where there is room 保険年金課 課長 too.
        let names = match width {
            64.. => 16,
            60.. => 13,
            _ => 10,
        };
        let who = (decision + 1).max(names);
        let lead = 1 + time + who;
        Self { time, who, lead, text: width.saturating_sub(lead + 1).max(4) }
    }
}

/// A line in its columns, the text wrapped under itself.
pub fn line_rows(model: &Model, meeting: &Meeting, line: &Line, width: usize) -> Vec<Vec<Span>> {
    let columns = Columns::of(model, meeting, width);
    let speaker = speaker(model, line);
    let mut text = shown_text(model, line);
    if !label(model, meeting, line.kind).is_empty() && !speaker.is_empty() {
        text = format!("{speaker}{}{text}", model.words.pick("：", ": "));
    }
    if !is_hidden(model, line) {
        text += &resolved(model, meeting, line);
    }
    let shown = opening(&text, LONGEST);
    let mut parts = shown.split('\n').flat_map(|part| wrap_lines(model.look.ruler, part, columns.text));
    let first = lead(model, meeting, line, columns, " ");
    let tone = text_tone(line.kind);
    let mut rows =
        under(first, columns, parts.by_ref().take(MOST_ROWS).map(|part| vec![Span::new(part, tone)]));
    if parts.next().is_some() || shown.len() < text.len() {
        let more = format!("{:lead$}{}", "", model.words.record_goes_on(), lead = columns.lead);
        rows.push(vec![Span::new(more, Tone::Warn)]);
    }
    rows
}

/// A line that is edited where it stands: as it is typed, in the place of its text.
fn mended_rows(
    model: &Model,
    meeting: &Meeting,
    line: &Line,
    mending: &Mending,
    width: u16,
) -> Vec<Vec<Span>> {
    let columns = Columns::of(model, meeting, width.into());
    let layout = mending.editor.layout(model.look.ruler, columns.text);
    let parts = layout.rows.into_iter().map(|row| typed_spans(&mending.editor, row, Tone::Strong));
    under(lead(model, meeting, line, columns, ">"), columns, parts)
}

/// A row of what is typed, without the spaces at its end, and what is chosen in it.
pub fn typed_spans(editor: &Editor, row: Range<usize>, tone: Tone) -> Vec<Span> {
    let shown = editor.text()[row.clone()].trim_end_matches(['\n', ' ']).len();
    let pieces = editor.pieces(row.start..row.start + shown);
    [tone, Tone::Chosen, tone].into_iter().zip(pieces).map(|(tone, piece)| Span::new(piece, tone)).collect()
}

/// What stands before the text: a mark, the time, and who or what.
fn lead(model: &Model, meeting: &Meeting, line: &Line, columns: Columns, mark: &str) -> Vec<Span> {
    let ruler = model.look.ruler;
    let time = line.at.map(|at| format!("{} ", model.words.time(at))).unwrap_or_default();
    let label = label(model, meeting, line.kind);
    let speaker = speaker(model, line);
    let who = if label.is_empty() { speaker } else { label.as_str() };
    let time = if columns.time == 0 { String::new() } else { ruler.fit(&time, columns.time) };
    vec![
        Span::new(mark, Tone::Accent),
        Span::new(time, Tone::Dim),
        Span::new(ruler.fit(&ruler.cut(who, columns.who - 1), columns.who), who_tone(line.kind)),
    ]
}

/// The parts of a text under each other, what leads it before the first.
fn under(lead: Vec<Span>, columns: Columns, parts: impl Iterator<Item = Vec<Span>>) -> Vec<Vec<Span>> {
    let margin = Span::plain(format!("{:width$}", "", width = columns.lead));
    let leads = std::iter::once(lead).chain(std::iter::repeat_with(|| vec![margin.clone()]));
    leads.zip(parts).map(|(lead, part)| [lead, part].concat()).collect()
}

const fn who_tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Note | LineKind::Speech => Tone::Strong,
        kind => tone(kind),
    }
}

const fn text_tone(kind: LineKind) -> Tone {
    match kind {
        LineKind::Decision(_) | LineKind::Action(_) => tone(kind),
        _ => Tone::Plain,
    }
}

/// Draws the places from the settled scroll on. Returns how many there are, and where the cursor is in a line that is edited.
pub fn draw(model: &Model, area: Rect, pen: &mut Pen) -> (usize, Caret) {
    let Some((meeting, _)) = open(model) else { return (0, None) };
    let places = places(model);
    let cursor = model.list_of(ListId::Lines).cursor;
    let choosing = !model.capture.focused && model.mending().is_none();
    let from = model.capture.range.as_ref().and_then(|id| place_of(model, id)).unwrap_or(cursor.at);
    let range = cursor.at.min(from)..=cursor.at.max(from);
    let drawn = places.iter().enumerate().skip(cursor.offset);
    let rows = drawn.flat_map(|(at, place)| {
        let chosen = choosing && range.contains(&at) && place.line().is_some();
        rows(model, meeting, place, area.width).into_iter().map(move |row| (chosen, row))
    });
    for (y, (chosen, row)) in (area.y..area.bottom()).zip(rows.skip(cursor.hidden)) {
        pen.spans(area.x, y, area.right(), &row);
        if chosen {
            pen.tint(Rect { y, height: 1, ..area }, Tone::Chosen);
        }
    }
    (places.len(), caret(model, meeting, area))
}

/// The cursor in the line that is edited.
fn caret(model: &Model, meeting: &Meeting, area: Rect) -> Caret {
    let mending = model.mending()?;
    let columns = Columns::of(model, meeting, area.width.into());
    let layout = mending.editor.layout(model.look.ruler, columns.text);
    let row = row_of(model, &mending.line)?.checked_add_unsigned(layout.cursor_row)?;
    let (x, y) = (u16::try_from(columns.lead + layout.cursor_col).ok()?, u16::try_from(row).ok()?);
    (y < area.height).then(|| Position { x: area.x + x, y: area.y + y })
}

/// The row of the line that is edited in which the cursor stands.
pub fn cursor_row(model: &Model, meeting: &Meeting, width: u16) -> Option<usize> {
    let columns = Columns::of(model, meeting, width.into());
    Some(model.mending()?.editor.layout(model.look.ruler, columns.text).cursor_row)
}

/// The columns that the text of a line has on this screen.
pub fn text_columns(model: &Model) -> Option<Columns> {
    Some(Columns::of(model, open(model)?.0, areas(model).lines.width.into()))
}
