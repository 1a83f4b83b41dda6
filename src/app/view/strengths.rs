//! The strengths of the council: the points it can build on, under each those it opens, and how.

use super::board::title_of;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::Point,
    knowledge::{
        points::{Opening, card},
        strengths::{Ground, Strength, strengths},
    },
    words::{Words, terms::stage_mark},
};

/// A strength, or what it opens.
pub type Place = (Point, Option<Point>);

pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let about = Span::new(format!("  {}", words.strengths_about()), Tone::Dim);
    (vec![Span::new(words.strengths_title(), Tone::Accent), about], Vec::new())
}

/// What is established, then what moves with evidence; under each strength what it opens.
pub fn rows(model: &Model) -> Rows<'_, Place> {
    let words = model.words;
    let found = strengths(model.council());
    let mut rows = Vec::new();
    for ground in Ground::ALL {
        let mut of = found.iter().filter(|it| it.ground == ground).peekable();
        if of.peek().is_some() {
            let name = match ground {
                Ground::Firm => words.strengths_firm(),
                Ground::Growing => words.strengths_growing(),
            };
            rows.push((None, Row::heading(name)));
        }
        for strength in of {
            rows.push((Some((strength.point, None)), row(model, strength)));
            let opened = |it: &&Opening| ((strength.point, Some(it.point)), opened_row(model, it));
            rows.extend(strength.opens.iter().map(opened).map(|(place, row)| (Some(place), row)));
        }
    }
    matching(model, ListId::Strengths, Rows::made(rows))
}

fn row(model: &Model, strength: &Strength) -> Row {
    let (words, record) = (model.words, model.council().point(strength.point));
    let row = Row::titled(title_of(words, strength.point))
        .tone(Tone::Strong)
        .lead(format!("{} ", stage_mark(record.stage)), Tone::Good)
        .right(words.stage(record.stage), Tone::Good);
    match record.evidence.len() {
        0 => row,
        lines => row.right(words.strength_evidence(lines), Tone::Dim),
    }
}

fn opened_row(model: &Model, opening: &Opening) -> Row {
    let (words, stage) = (model.words, model.council().point(opening.point).stage);
    Row::titled(title_of(words, opening.point))
        .lead("   → ", Tone::Accent)
        .right(format!("{} {}", stage_mark(stage), words.stage(stage)), Tone::Plain)
        .also(opening.how.pick(words.lang))
}

/// The chosen strength with its evidence and what it opens, or one opening and how.
pub fn detail(model: &Model) -> Vec<Para> {
    match update::strengths::chosen(model) {
        Some((from, Some(to))) => opening(model, from, to),
        Some((point, None)) => strength(model, point),
        None => Vec::new(),
    }
}

fn strength(model: &Model, point: Point) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let found = strengths(council);
    let opens = found.iter().find(|it| it.point == point).map(|it| &it.opens[..]).unwrap_or_default();
    let opened = match opens {
        [] => vec![Para::new(words.strength_all_open(), Tone::Dim)],
        _ => opens.iter().map(|it| Para::bullet(told(words, it), Tone::Plain)).collect(),
    };
    let record = council.point(point);
    let evidence = match &record.evidence[..] {
        [] => vec![Para::new(words.strength_unproven(), Tone::Warn)],
        said => said.iter().rev().map(|it| Para::bullet(&it.text, Tone::Plain)).collect(),
    };
    [
        vec![
            Para::new(title_of(words, point), Tone::Strong),
            Para::new(words.strength_opens(), Tone::Accent),
        ],
        opened,
        vec![Para::new(words.board_evidence(), Tone::Accent)],
        evidence,
    ]
    .concat()
}

/// `6 ツールをつくる：… （豊川市）`
fn told(words: Words, opening: &Opening) -> String {
    words.opening(&title_of(words, opening.point), opening.how.pick(words.lang), town(words, opening))
}

fn town(words: Words, opening: &Opening) -> &'static str {
    opening.case().map_or("", |case| case.place.pick(words.lang))
}

/// How one point opens another, the town that went that way, and the other strengths that do.
fn opening(model: &Model, from: Point, to: Point) -> Vec<Para> {
    let words = model.words;
    let Some(opening) = card(from).opens.iter().find(|it| it.point == to) else { return Vec::new() };
    let way = words.strength_from(&title_of(words, from), &title_of(words, to));
    let deed = opening.case().and_then(|case| case.at(to));
    let deed = deed.map(|deed| words.board_town(town(words, opening), deed.line.pick(words.lang)));
    let others = strengths(model.council());
    let others: Vec<String> = others
        .iter()
        .filter(|it| it.point != from && it.opens.iter().any(|it| it.point == to))
        .map(|it| title_of(words, it.point))
        .collect();
    let said = [
        Some(Para::new(way, Tone::Strong)),
        Some(Para::plain(opening.how.pick(words.lang))),
        Para::labelled(words.strength_town(), deed.unwrap_or_default()),
        Para::labelled(words.strength_also(), others.join(words.pick("、", ", "))),
    ];
    let purpose = [Para::blank(), Para::new(card(to).purpose.pick(words.lang), Tone::Dim)];
    said.into_iter().flatten().chain(purpose).collect()
}
