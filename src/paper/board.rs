//! The ten points as a map for the wall: the phases side by side on two foundations, each point with how far it is, since when, who leads it
//! and what is open on it. Says the same as the map on the screen, in black and white as well as in colour.

mod html;
mod plain;
mod svg;

use super::{
    Content, Names, Order, PaperError, Source,
    discreet::{Discreet, is_off_record},
    kind::Format,
};
use crate::{
    domain::{Action, Evidence, LineKind, Point, PointRecord, Stage, Who},
    knowledge::points::{Phase, card},
    words::{Lang, Words, terms::stage_mark},
};
use std::cmp::Reverse;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    if !source.council.is_whole() {
        return Err(PaperError::NotLoaded);
    }
    let board = Board::new(order, source);
    let preview = plain::write(&board);
    let text = match order.format {
        Format::Svg => svg::write(&board, order.sheet),
        Format::Html => html::write(&board, order.sheet),
        _ => preview.clone(),
    };
    Ok(Content::Text { text, preview })
}

/// `5 協議組織をつくる`
pub(super) fn title_of(words: Words, point: Point) -> String {
    format!("{} {}", point.number(), card(point).name.pick(words.lang))
}

/// What stands on the wall.
struct Board {
    words: Words,
    /// The council and what this is.
    title: String,
    /// As of which day.
    day: String,
    /// In the order of the map, the foundations last.
    phases: Vec<(Phase, Vec<Tile>)>,
}

/// One point.
struct Tile {
    point: Point,
    name: &'static str,
    stage: Stage,
    /// ◐ 進行中 令和8年7月24日から
    standing: String,
    /// 担当　保健センター
    lead: String,
    /// What is open and decided on it, and that the council is at work on it.
    facts: Vec<String>,
    /// The evidence, newest first, then the note; of a point nobody spoke of yet, what it asks.
    texts: Vec<String>,
    active: bool,
    /// It is being spoken about now.
    lit: bool,
}

impl Board {
    fn new(order: &Order, source: Source) -> Self {
        let Source { words, council, .. } = source;
        let discreet = (order.names != Names::Full).then(|| Discreet::new(source));
        let text = |text: &str| discreet.as_ref().map_or_else(|| text.to_owned(), |it| it.text(text));
        let called = |who: &Who| discreet.as_ref().map_or_else(|| who.label.clone(), |it| it.called(who));
        let tile = |point| {
            let record = council.point(point);
            let lead = record.lead.as_ref().map(called);
            let mut evidence: Vec<&Evidence> = record.evidence.iter().collect();
            evidence.sort_by_key(|it| Reverse(it.on));
            let said = evidence.into_iter().map(|it| it.text.as_str()).chain([record.note.as_str()]);
            let asked = record.touched.is_none().then(|| card(point).purpose.pick(words.lang));
            let texts = said.chain(asked).filter(|said| !said.trim().is_empty());
            Tile {
                point,
                name: card(point).name.pick(words.lang),
                stage: record.stage,
                standing: standing(source, record),
                lead: lead.map_or_else(
                    || words.board_no_lead().to_owned(),
                    |lead| words.group_of(words.board_lead(), &lead),
                ),
                facts: facts(source, record),
                texts: texts.map(text).collect(),
                active: record.active,
                lit: council.head.focus == Some(point),
            }
        };
        let phases = Phase::ALL.map(|phase| (phase, phase.cards().map(|card| tile(card.point)).collect()));
        Self {
            words,
            title: words.wall_title(&text(&council.head.name)),
            day: words.wall_as_of(&words.date(source.today(), council.head.dates)),
            phases: phases.into(),
        }
    }

    fn steps(&self) -> impl Iterator<Item = &(Phase, Vec<Tile>)> {
        self.phases.iter().filter(|(phase, _)| *phase != Phase::Foundation)
    }

    fn foundations(&self) -> impl Iterator<Item = &Tile> {
        self.phases.iter().filter(|(phase, _)| *phase == Phase::Foundation).flat_map(|(_, tiles)| tiles)
    }

    const fn lang(&self) -> &'static str {
        match self.words.lang {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }
}

impl Tile {
    /// Everything about the point in a row, for whoever hears it.
    fn told(&self, words: Words) -> String {
        let lit = self.lit.then(|| words.board_now().to_owned());
        let parts =
            [title_of(words, self.point), self.standing.clone(), self.lead.clone()].into_iter().chain(lit);
        parts.chain(self.facts.iter().cloned()).collect::<Vec<_>>().join(words.pick("、", ", "))
    }
}

fn standing(source: Source, record: &PointRecord) -> String {
    let Source { words, council, .. } = source;
    let since =
        record.since().map(|day| format!(" {}", words.board_since(&words.month(day, council.head.dates))));
    words.stage(record.stage).to_owned() + &since.unwrap_or_default()
}

fn facts(source: Source, record: &PointRecord) -> Vec<String> {
    let Source { words, council, .. } = source;
    let open = |action: &&Action| action.points.contains(&record.point) && !is_off_record(council, action);
    let open = council.open_actions().filter(open).count();
    let decided = council.decisions_on(record.point);
    let decided =
        decided.filter(|(_, line)| !line.private && matches!(line.kind, LineKind::Decision(_))).count();
    let facts = [
        record.active.then(|| words.board_active().to_owned()),
        (open > 0).then(|| words.board_actions(open)),
        (decided > 0).then(|| words.board_decisions(decided)),
    ];
    facts.into_iter().flatten().collect()
}

/// What the marks mean, as on the screen.
fn legend(words: Words) -> impl Iterator<Item = (Stage, &'static str, &'static str)> {
    Stage::ALL.into_iter().map(move |stage| (stage, stage_mark(stage), words.stage(stage)))
}
