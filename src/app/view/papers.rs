//! The list of papers over the whole screen: the papers at the left, those of what is in view bright; at the right how the chosen one is
//! wanted, what its file is called, and the paper itself.

use super::Caret;
use crate::{
    app::{
        layout::inside,
        look::Tone,
        model::Model,
        overlay::Overlay,
        papers::{Papers, Setting, settings},
        pen::Pen,
        row::Span,
        update::papers::{choices, lacks},
    },
    paper::Order,
    text::wrap::wrap_lines,
};
use ratatui::layout::Rect;

/// The longest name of a paper, a mark before it and a space behind.
const NAMES: u16 = 18;
/// The longest label of a setting, and two spaces.
const LABEL: usize = 10;

fn area(model: &Model) -> Rect {
    model.popup(u16::MAX, u16::MAX)
}

/// The names, and everything about the chosen paper.
fn halves(model: &Model) -> (Rect, Rect) {
    let inner = inside(area(model));
    let names = Rect { width: NAMES.min(inner.width), ..inner };
    let x = names.right() + 2;
    (names, Rect { x, width: inner.right().saturating_sub(x + 1), ..inner })
}

/// How wide the preview is, in half-width characters.
pub fn preview_cols(model: &Model) -> usize {
    usize::from(halves(model).1.width)
}

/// How many rows of the preview show at once.
pub fn room(model: &Model) -> usize {
    let (_, right) = halves(model);
    let head = papers(model).map_or(0, |papers| head(model, papers).len());
    usize::from(right.height).saturating_sub(head + 1).max(1)
}

fn papers(model: &Model) -> Option<&Papers> {
    model.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Papers(papers) => Some(&**papers),
        _ => None,
    })
}

pub fn draw(model: &Model, papers: &Papers, pen: &mut Pen) -> Caret {
    pen.popup(area(model), model.words.papers_title());
    let (names, right) = halves(model);
    draw_names(model, papers, names, pen);
    pen.bar(names.right(), names.y, names.bottom(), Tone::Dim);
    let mut y = right.y;
    for spans in head(model, papers).iter().take(usize::from(right.height)) {
        pen.spans(right.x, y, right.right(), spans);
        y += 1;
    }
    if y < right.bottom() {
        pen.rule(right.x, y, right.right(), Tone::Dim);
        draw_preview(model, papers, Rect { y: y + 1, height: right.bottom() - y - 1, ..right }, pen);
    }
    None
}

fn draw_names(model: &Model, papers: &Papers, area: Rect, pen: &mut Pen) {
    let shown = papers.orders.iter().enumerate().skip(papers.cursor.offset);
    for (y, (at, order)) in (area.y..area.bottom()).zip(shown) {
        let (mark, tone) = match (at == papers.cursor.at, at < papers.near) {
            (true, _) => ("> ", Tone::Strong),
            (false, true) => ("  ", Tone::Plain),
            (false, false) => ("  ", Tone::Dim),
        };
        pen.text(area.x, y, area.right(), &format!("{mark}{}", order.kind.name(model.words)), tone);
        if at == papers.cursor.at {
            pen.tint(Rect { y, height: 1, ..area }, Tone::Chosen);
        }
    }
}

/// The settings, what the file is called, and where the last one went.
fn head(model: &Model, papers: &Papers) -> Vec<Vec<Span>> {
    let Some(order) = papers.order() else { return Vec::new() };
    let (words, cols) = (model.words, preview_cols(model));
    let in_hand = papers.in_hand();
    let mut rows: Vec<Vec<Span>> = settings(order)
        .into_iter()
        .map(|setting| setting_row(model, order, setting, in_hand == Some(setting), cols))
        .collect();
    let (label, said, tone) = match (&papers.written, &papers.shown) {
        (Some(path), _) => (words.papers_written(), path.as_str(), Tone::Good),
        (None, Some(shown)) => (words.papers_file(), shown.file.as_str(), Tone::Plain),
        (None, None) => (words.papers_file(), "", Tone::Plain),
    };
    let lines = wrap_lines(model.look.ruler, said, cols.saturating_sub(LABEL).max(2));
    for (at, line) in lines.into_iter().enumerate() {
        let label = if at == 0 { label } else { "" };
        rows.push(vec![Span::new(model.look.ruler.fit(label, LABEL), Tone::Dim), Span::new(line, tone)]);
    }
    rows
}

/// A setting with all it can be, the choice in brackets; where there is no room for all, the choice alone between arrows.
fn setting_row(model: &Model, order: &Order, setting: Setting, in_hand: bool, cols: usize) -> Vec<Span> {
    let ruler = model.look.ruler;
    let label = setting.name(model.words);
    let tone = if in_hand { Tone::Accent } else { Tone::Dim };
    let choices = choices(model, setting, order);
    let mut spans = vec![Span::new(ruler.fit(label, LABEL), tone)];
    let room = cols.saturating_sub(LABEL);
    let whole: usize = choices.all.iter().map(|(label, _)| ruler.width(label) + 3).sum();
    let chosen = if in_hand { Tone::Accent } else { Tone::Strong };
    if whole <= room {
        for (at, (label, _)) in choices.all.iter().enumerate() {
            spans.push(match at == choices.at {
                true => Span::new(format!("[{label}] "), chosen),
                false => Span::new(format!(" {label}  "), Tone::Dim),
            });
        }
    } else if let Some((label, _)) = choices.all.get(choices.at) {
        let place = format!("  {}/{}", choices.at + 1, choices.all.len());
        let label = ruler.cut(label, room.saturating_sub(ruler.width(&place) + 4));
        spans.push(Span::new(format!("< {label} >"), chosen));
        spans.push(Span::new(place, Tone::Dim));
    }
    spans
}

fn draw_preview(model: &Model, papers: &Papers, area: Rect, pen: &mut Pen) {
    let Some(shown) = &papers.shown else {
        return super::list::draw_paras(&[model.reading(&lacks(model))], 0, area, pen);
    };
    let tone = if shown.made.is_ok() { Tone::Plain } else { Tone::Warn };
    for (y, row) in (area.y..area.bottom()).zip(shown.rows.iter().skip(papers.offset)) {
        pen.text(area.x, y, area.right(), row, tone);
    }
}
