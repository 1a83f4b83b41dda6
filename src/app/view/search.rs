//! The search over the whole council, over everything: the line being typed, how to narrow it, what was found with the place it stands in,
//! and the chosen of it in full. What is off the record shows as its mark and dots until it is revealed.

use super::{Caret, list};
use crate::{
    app::{
        layout::inside,
        look::Tone,
        model::Model,
        pen::Pen,
        row::{Para, Span},
    },
    text::{
        dates::iso,
        ruler::Ruler,
        search::{Entry, Word, matched, shortly_before},
        wrap::{opening, wrap},
    },
    words::search::Told,
};
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// From this width of the content, a row names who it is of and its number.
const ROOMY: u16 = 90;
/// From this height of the content, the chosen is told in more rows.
const TALL: u16 = 24;
/// No text is searched for marks further, in characters.
const LONGEST: usize = 10_000;

/// How the popup is shared.
struct Areas {
    input: Rect,
    /// The filters there are, or what was not understood.
    hints: Rect,
    found: Rect,
    /// The chosen in full, under a rule.
    chosen: Rect,
}

fn area(model: &Model) -> Rect {
    model.popup(u16::MAX, u16::MAX)
}

fn areas(model: &Model) -> Areas {
    let inner = inside(area(model));
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let row = |y: u16, height: u16| Rect { y: inner.y + y, height, ..inner };
    let told = match inner.height {
        TALL.. => 6,
        11.. => 3,
        _ => 0,
    };
    let rows = inner.height.saturating_sub(3 + told + u16::from(told > 0));
    Areas {
        input: row(0, 1.min(inner.height)),
        hints: row(1, 1.min(inner.height.saturating_sub(1))),
        found: row(3.min(inner.height), rows),
        chosen: row(inner.height - told, told),
    }
}

/// How many of those found show at once.
pub fn room(model: &Model) -> usize {
    usize::from(areas(model).found.height).max(1)
}

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    pen.popup(area(model), model.words.find_title());
    let areas = areas(model);
    draw_hints(model, areas.hints, pen);
    pen.rule(areas.found.x, areas.hints.bottom(), areas.found.right(), Tone::Dim);
    let search = &model.search;
    if search.found.is_empty() {
        list::draw_paras(&nothing(model), 0, areas.found, pen);
    } else {
        draw_found(model, areas.found, pen);
    }
    if let (Some(entry), true) = (search.chosen(), areas.chosen.height > 0) {
        pen.rule(areas.chosen.x, areas.chosen.y - 1, areas.chosen.right(), Tone::Dim);
        draw_chosen(model, entry, areas.chosen, pen);
    }
    draw_input(model, areas.input, pen)
}

/// The query, and at the right how many answer it or how much is still to be read.
fn draw_input(model: &Model, area: Rect, pen: &mut Pen) -> Caret {
    let (words, search) = (model.words, &model.search);
    let mut right = Vec::new();
    if !search.asked.is_empty() {
        right.push(Span::new(words.find_count(search.found.len()), Tone::Strong));
    }
    let unread = model.council().unread();
    if !unread.is_empty() {
        let left = unread.meetings.len() + unread.shelves.len();
        right.push(Span::new(format!("  {}", words.find_reading(left)), Tone::Warn));
    }
    let from = pen.spans_right(area.x, area.y, area.right(), &right);
    let x = pen.text(area.x, area.y, from, words.find_prompt(), Tone::Accent);
    let room = usize::from(from.saturating_sub(x + 1));
    let (shown, column) = search.query.window(pen.look.ruler, room);
    pen.text(x, area.y, from, &shown, Tone::Strong);
    Some(Position { x: x + u16::try_from(column).unwrap_or(0), y: area.y })
}

/// What was not understood; else as many of the filters as there is room for.
fn draw_hints(model: &Model, area: Rect, pen: &mut Pen) {
    let words = model.words;
    if !model.search.asked.doubts.is_empty() {
        let doubts: Vec<String> =
            model.search.asked.doubts.iter().map(|doubt| words.query_doubt(doubt)).collect();
        pen.text(area.x, area.y, area.right(), &doubts.join(words.pick("。", ". ")), Tone::Warn);
        return;
    }
    let mut x = area.x;
    for filter in words.find_filters() {
        let width = u16::try_from(pen.look.ruler.width(filter)).unwrap_or(u16::MAX);
        if x.saturating_add(width) > area.right() {
            return;
        }
        x = pen.text(x, area.y, area.right(), filter, Tone::Dim).saturating_add(2);
    }
}

/// What stands where nothing was found: how to search, why nothing can be found yet, or what to try.
fn nothing(model: &Model) -> Vec<Para> {
    let (words, search) = (model.words, &model.search);
    let doubts = search.asked.doubts.iter();
    let mut paras: Vec<Para> =
        doubts.map(|doubt| Para::bullet(words.query_doubt(doubt), Tone::Warn)).collect();
    if search.asked.is_empty() {
        paras.extend([
            Para::plain(words.find_whole(search.index.len())),
            Para::blank(),
            Para::new(words.find_how(), Tone::Dim),
        ]);
        return paras;
    }
    let unread = model.council().unread();
    paras.push(if unread.is_empty() { Para::plain(words.find_nothing()) } else { model.reading(&unread) });
    paras
}

/// What an entry says on this screen, and whether its words may be marked.
fn told<'m>(model: &'m Model, entry: &Entry) -> (Told<'m>, bool) {
    let told = model.words.told(model.council(), entry).unwrap_or_default();
    let hidden =
        !model.reveals_private() && (entry.private || entry.off_record(model.council()) == Some(true));
    if hidden {
        let text = format!("{} ……", model.words.record_private_mark());
        return (Told { who: String::new(), text, ..told }, false);
    }
    (Told { text: opening(&told.text, LONGEST).replace('\n', " "), ..told }, true)
}

/// The words to be marked in a text, none where it does not show.
fn marks(model: &Model, open: bool) -> &[Word] {
    if open { &model.search.asked.words } else { &[] }
}

fn draw_found(model: &Model, area: Rect, pen: &mut Pen) {
    let (search, ruler) = (&model.search, pen.look.ruler);
    let shown = search.found.iter().enumerate().skip(search.cursor.offset).take(usize::from(area.height));
    let rows: Vec<(usize, Vec<Span>, String, bool)> = shown
        .map(|(at, entry)| {
            let (told, open) = told(model, entry);
            (at, lead(model, entry, &told, area.width >= ROOMY), told.text, open)
        })
        .collect();
    let widest = |column: usize| rows.iter().map(|(_, lead, ..)| ruler.width(&lead[column].text)).max();
    let widths: Vec<usize> = (0..COLUMNS).map(|column| widest(column).unwrap_or(0).min(WIDEST)).collect();
    for (y, (at, lead, text, open)) in (area.y..).zip(&rows) {
        let mut x = area.x;
        for (cell, width) in lead.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            x = pen.text(x, y, area.right(), &ruler.fit(&cell.text, *width), cell.tone) + 2;
        }
        let room = usize::from(area.right().saturating_sub(x));
        pen.spans(x, y, area.right(), &excerpt(ruler, text, marks(model, *open), room));
        if *at == search.cursor.at {
            pen.tint(Rect { y, height: 1, ..area }, Tone::Chosen);
        }
    }
}

/// Day, place, kind and who.
const COLUMNS: usize = 4;
/// No column before the text is wider.
const WIDEST: usize = 20;

/// What stands before the text.
fn lead(model: &Model, entry: &Entry, told: &Told<'_>, roomy: bool) -> Vec<Span> {
    let kind = if roomy { &told.label } else { told.kind };
    let mark = if told.mark.is_empty() { " " } else { told.mark };
    vec![
        Span::new(entry.day().map(iso).unwrap_or_default(), Tone::Dim),
        Span::plain(model.words.told_place(told, false)),
        Span::new(format!("{mark} {kind}"), Tone::Accent),
        Span::plain(if roomy { told.who.as_str() } else { "" }),
    ]
}

/// As much of a text as a row shows, from a little before the first word that is marked.
fn excerpt(ruler: Ruler, text: &str, words: &[Word], cols: usize) -> Vec<Span> {
    let first = matched(text, words).first().cloned().unwrap_or_default();
    let fits = ruler.width(&text[..first.end]) + ruler.width(ruler.ellipsis()) <= cols;
    let start = if fits { 0 } else { shortly_before(ruler, text, first.start, cols / 3) };
    let dots = if start == 0 { "" } else { ruler.ellipsis() };
    let shown = ruler.cut(&text[start..], cols.saturating_sub(ruler.width(dots)));
    let mut spans = vec![Span::new(dots, Tone::Dim)];
    spans.extend(marked(&shown, 0..shown.len(), &matched(&shown, words)));
    spans
}

/// A part of a text, what was found in it apart.
fn marked(text: &str, part: Range<usize>, found: &[Range<usize>]) -> Vec<Span> {
    let (mut spans, mut at) = (Vec::new(), part.start);
    for found in found {
        let (from, to) = (found.start.clamp(at, part.end), found.end.clamp(at, part.end));
        if from < to {
            spans.extend([Span::plain(&text[at..from]), Span::new(&text[from..to], Tone::Accent)]);
            at = to;
        }
    }
    spans.push(Span::plain(&text[at..part.end]));
    spans
}

/// Where the chosen stands, and its text, from the row on where its first marked word is.
fn draw_chosen(model: &Model, entry: &Entry, area: Rect, pen: &mut Pen) {
    let (words, council) = (model.words, model.council());
    let (told, open) = told(model, entry);
    let day = entry.day().map(|day| words.date(day, council.head.dates)).unwrap_or_default();
    let place = words.told_place(&told, true);
    let title = told.meeting.zip(told.item).and_then(|(meeting, number)| {
        let mut items = council.body(&meeting.id)?.items.iter();
        items.nth(number.checked_sub(1)?).map(|item| item.title.as_str())
    });
    let parts = [day.as_str(), &place, title.unwrap_or_default(), &told.label, &told.who];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    pen.text(area.x, area.y, area.right(), &said, Tone::Strong);

    let found = matched(&told.text, marks(model, open));
    let rows = wrap(pen.look.ruler, &told.text, usize::from(area.width));
    let room = usize::from(area.height) - 1;
    let first = found.first().map_or(0, |it| rows.partition_point(|row| row.end <= it.start));
    let from = first.saturating_sub(room / 2).min(rows.len().saturating_sub(room));
    for (y, row) in (area.y + 1..area.bottom()).zip(&rows[from..]) {
        pen.spans(area.x, y, area.right(), &marked(&told.text, row.clone(), &found));
    }
}
