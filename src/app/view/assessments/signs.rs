//! The points and their signs one under the other, each with how the voices lie; signs of another version come last, by their ids.

use super::{sign_text, standing, tone, when};
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Row, Rows, Span},
        update::list::matching,
    },
    domain::Assessment,
    knowledge::points::{PointCard, points, sign},
};

/// When it was asked, and how many of the signs.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let Some(it) = model.assessment() else { return Default::default() };
    let words = model.words;
    let all = points().iter().map(|card| card.signs.len()).sum();
    let known = it.answers.iter().filter(|answer| sign(&answer.sign).is_some()).count();
    let name = words.assessment_on(&when(model, it));
    (vec![Span::new(name, Tone::Accent)], vec![Span::plain(words.assessment_asked(known, all))])
}

pub fn rows(model: &Model) -> Rows<'_, String> {
    let Some(it) = model.assessment() else { return Rows::made(Vec::new()) };
    let of_point = |card: &'static PointCard| {
        let signs = card.signs.iter().map(|sign| (Some(sign.id.to_owned()), row(model, it, sign.id)));
        std::iter::once((None, heading(model, it, card))).chain(signs)
    };
    let mut rows: Vec<_> = points().iter().flat_map(of_point).collect();
    let foreign: Vec<&str> =
        it.answers.iter().map(|answer| answer.sign.as_str()).filter(|id| sign(id).is_none()).collect();
    if !foreign.is_empty() {
        rows.push((None, Row::heading(model.words.assessment_foreign_signs())));
        rows.extend(foreign.into_iter().map(|id| (Some(id.to_owned()), row(model, it, id))));
    }
    matching(model, ListId::Signs, Rows::made(rows))
}

/// The point, and how its signs lie once one was asked.
fn heading(model: &Model, it: &Assessment, card: &PointCard) -> Row {
    let words = model.words;
    let seen = it.overview(card.signs.iter().map(|sign| sign.id));
    let row = Row::heading(super::title_of(words, card.point));
    if seen.unasked == card.signs.len() { row } else { row.right(words.overview(seen), Tone::Dim) }
}

fn row(model: &Model, it: &Assessment, id: &str) -> Row {
    let words = model.words;
    let row = Row::titled(sign_text(words, id));
    let Some(count) = it.answer(id).map(|answer| answer.tally.count()) else { return row.tone(Tone::Dim) };
    let drift = model.council().drift(it, id).map_or("", |drift| words.drift(drift));
    row.right(standing(words, Some(count)), tone(count.accord()))
        .right(words.assessment_brief(count.in_place, count.partly, count.not_yet), Tone::Plain)
        .right(drift, Tone::Dim)
        .also(id)
}
