//! The six aspects of an organisation as a popup: what was found of each, and what the one in hand asks.

use super::{
    Caret,
    list::{draw_paras, draw_row, wrapped},
    partner::finding_tone,
};
use crate::{
    app::{
        look::Tone,
        model::Model,
        overlay::AspectWalk,
        pen::Pen,
        row::{Para, Row},
    },
    domain::{Aspect, Organisation, Partner},
    knowledge::models,
};
use ratatui::layout::Rect;

const WIDTH: u16 = 72;
/// What the questions of any aspect take at a usual width; a longer note shows its beginning.
const BELOW: u16 = 6;

pub fn draw(model: &Model, walk: &AspectWalk, pen: &mut Pen) -> Caret {
    let organisation = model.council().organisations.get(&walk.organisation)?;
    let rows = u16::try_from(Aspect::ALL.len()).unwrap_or(u16::MAX);
    let title = model.words.aspects_title(organisation.called());
    let inner = pen.popup(model.popup(WIDTH, rows + BELOW + 2), &title);
    let asked = asked(model, organisation, walk.aspect());
    let width = usize::from(inner.width.saturating_sub(2)).max(2);
    let wanted = u16::try_from(wrapped(model.look.ruler, &asked, width).count()).unwrap_or(u16::MAX);
    // On the smallest screens the list gives way to the question.
    let above = rows.min(inner.height.saturating_sub(wanted.min(inner.height / 2)));
    let first = (walk.at + 1).saturating_sub(usize::from(above));
    for (y, (at, aspect)) in (inner.y..inner.y + above).zip(Aspect::ALL.into_iter().enumerate().skip(first)) {
        let row = row(model, &organisation.partner, aspect);
        draw_row(&row, Rect { y, height: 1, ..inner }, at == walk.at, pen);
    }
    let below = Rect {
        x: inner.x + 1,
        y: inner.y + above,
        width: inner.width.saturating_sub(2),
        height: inner.height - above,
    };
    draw_paras(&asked, 0, below, pen);
    None
}

fn row(model: &Model, partner: &Partner, aspect: Aspect) -> Row {
    let (words, check) = (model.words, partner.check(aspect));
    let number = Aspect::ALL.iter().position(|it| *it == aspect).unwrap_or(0) + 1;
    let row = Row::titled(words.aspect(aspect)).lead(format!("{number}/{}  ", Aspect::ALL.len()), Tone::Dim);
    match check {
        Some(it) => row
            .right(words.aspect_finding(it.finding), finding_tone(it.finding))
            .right(words.day(it.on, model.council().head.dates), Tone::Dim),
        None => row.right(words.partner_unchecked(), Tone::Dim),
    }
}

/// A blank row, the question, a sign, and the note.
fn asked(model: &Model, organisation: &Organisation, aspect: Aspect) -> Vec<Para> {
    let (words, item) = (model.words, models::aspect(aspect));
    let signs = item.marks.iter().map(|mark| Para::new(words.aspects_sign(mark.pick(words.lang)), Tone::Dim));
    let note = organisation.partner.check(aspect).map(|it| it.note.as_str()).filter(|note| !note.is_empty());
    let note = note.map(|note| Para::plain(words.aspects_note(note)));
    let question = Para::new(item.what.pick(words.lang), Tone::Strong);
    [Para::blank(), question].into_iter().chain(signs).chain(note).collect()
}
