//! `norishiro board`: where the ten points stand.

use crate::{
    cli::{answer::Answer, args::Board, failure::Failure, shell::Shell, table::aligned},
    domain::{Council, Point},
    knowledge::points::{Phase, card},
};
use serde::Serialize;

#[derive(Serialize)]
struct Document {
    /// The id of the point being spoken about.
    current: Option<&'static str>,
    points: [Row; 10],
}

#[derive(Serialize)]
struct Row {
    number: u8,
    id: &'static str,
    name_ja: &'static str,
    name_en: &'static str,
    phase: Phase,
    state: &'static str,
    active: bool,
}

pub fn run(shell: &Shell, asked: &Board) -> Result<Answer, Failure> {
    let open = shell.open(&asked.council)?;
    let council = open.council();
    let board = Document {
        current: council.head.focus.map(Point::key),
        points: Point::ALL.map(|point| row(council, point)),
    };
    Ok(Answer::either(asked.json.json, &board, || told(shell, council)))
}

fn row(council: &Council, point: Point) -> Row {
    let (record, card) = (council.point(point), card(point));
    Row {
        number: point.number(),
        id: point.key(),
        name_ja: card.name.ja,
        name_en: card.name.en,
        phase: card.phase,
        state: record.stage.key(),
        active: record.active,
    }
}

fn told(shell: &Shell, council: &Council) -> String {
    let words = shell.words;
    let rows = Phase::ALL.into_iter().flat_map(Phase::cards).map(|card| {
        let record = council.point(card.point);
        let now = council.head.focus == Some(card.point);
        let active = if record.active { words.cli_active() } else { "" };
        [
            card.phase.name().pick(words.lang).to_owned(),
            card.point.number().to_string(),
            card.name.pick(words.lang).to_owned(),
            words.stage(record.stage).to_owned(),
            if now { words.cli_spoken_about().to_owned() } else { active.to_owned() },
        ]
    });
    aligned(shell.ruler(), &rows.collect::<Vec<_>>())
}
