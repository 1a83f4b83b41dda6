//! What the council stands on: a row each with its state and since when, and what to ask about it.

use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{Footing, FootingKind, FootingState, Point},
    words::Words,
};

/// The list's name, and how many of them are in place.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let footings = model.council().footings();
    let placed = footings.iter().filter(|it| it.state == FootingState::InPlace).count();
    let said = model.words.footings_count(placed, footings.len());
    (vec![Span::new(model.words.footings_title(), Tone::Accent)], vec![Span::plain(said)])
}

pub fn rows(model: &Model) -> Rows<'_, FootingKind> {
    let rows = model.council().footings().into_iter().map(|it| (Some(it.kind.clone()), row(model, &it)));
    matching(model, ListId::Footings, Rows::made(rows.collect()))
}

fn row(model: &Model, it: &Footing) -> Row {
    let (words, ruler) = (model.words, model.look.ruler);
    let widest = FootingState::ALL.map(|state| ruler.width(words.footing_state(state)));
    let state = ruler.fit(words.footing_state(it.state), widest.into_iter().max().unwrap_or(0));
    let since = it.since.map(|day| words.footing_since_day(&words.day(day, model.council().head.dates)));
    Row::titled(words.footing_kind(&it.kind))
        .lead(format!("{state}  "), tone(it.state))
        .right(since.unwrap_or_default(), Tone::Dim)
        .also(&it.note)
}

const fn tone(state: FootingState) -> Tone {
    match state {
        FootingState::Absent => Tone::Dim,
        FootingState::Considered => Tone::Warn,
        FootingState::InPlace => Tone::Good,
    }
}

pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::footings::chosen(model) else { return Vec::new() };
    let words = model.words;
    let since = it.since.map(|day| words.date(day, model.council().head.dates)).unwrap_or_default();
    let ask = words.footing_ask(&it.kind);
    let said = [
        Some(Para::new(words.footing_kind(&it.kind), Tone::Strong)),
        Para::labelled(words.footing_state_label(), words.footing_state(it.state)),
        Para::labelled(words.footing_since(), since),
        Para::labelled(words.footing_note(), &it.note),
        (!ask.is_empty()).then(|| Para::new(ask, Tone::Dim)),
    ];
    said.into_iter().flatten().collect()
}

/// All of them in a line, on the point where the council is made.
pub fn on(model: &Model, point: Point) -> Vec<Para> {
    if point != Point::Council {
        return Vec::new();
    }
    let dates = model.council().head.dates;
    let told = |words: Words| -> Vec<String> {
        model.council().footings().iter().map(|it| words.footing(it, dates)).collect()
    };
    vec![Para::plain(told(model.words).join(model.words.pick("、", ", ")))]
}
