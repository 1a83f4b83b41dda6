//! `norishiro indicators`: what the council counts, all or what tells of a point.

use super::points::point;
use crate::{
    cli::{answer::Answer, args::Indicators, failure::Failure, shell::Shell, table::aligned},
    domain::{Indicator, Reading},
};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    unit: &'a str,
    wanted: &'static str,
    base: Option<Figure>,
    readings: Vec<Figure>,
    target: Option<Figure>,
    /// The last reading less the base.
    change: Option<String>,
    course: Option<&'static str>,
    reached: Option<bool>,
    /// The fiscal year whose reading is missing.
    due: Option<i32>,
    points: Vec<&'static str>,
}

/// The value is a text, so that no digit is lost on the way.
#[derive(Serialize)]
struct Figure {
    year: i32,
    value: String,
}

impl From<&Reading> for Figure {
    fn from(reading: &Reading) -> Self {
        Self { year: reading.year, value: reading.value.to_string() }
    }
}

pub fn run(shell: &Shell, asked: &Indicators) -> Result<Answer, Failure> {
    let open = shell.open(&asked.council)?;
    let council = open.council();
    let point = asked.point.as_deref().map(point).transpose()?;
    let wanted = |it: &&Indicator| point.is_none_or(|point| it.points.contains(&point));
    let missing = council.last_finished_year(shell.today());
    let due = |it: &Indicator| council.is_reading_due(it, shell.today()).then_some(missing);
    let listed: Vec<(&Indicator, Option<i32>)> =
        council.indicators.iter().filter(wanted).map(|it| (it, due(it))).collect();
    let rows: Vec<Row> = listed.iter().map(|(it, due)| row(it, *due)).collect();
    Ok(Answer::either(asked.json.json, &rows, || told(shell, &listed)))
}

fn row(it: &Indicator, due: Option<i32>) -> Row<'_> {
    let shift = it.shift();
    Row {
        id: it.id.as_str(),
        name: &it.name,
        kind: it.kind.key(),
        unit: &it.unit,
        wanted: it.wanted.key(),
        base: it.base.as_ref().map(Figure::from),
        readings: it.readings.iter().map(Figure::from).collect(),
        target: it.target.as_ref().map(Figure::from),
        change: shift.map(|shift| shift.by.to_string()),
        course: shift.map(|shift| shift.course.key()),
        reached: it.distance().map(|distance| distance.reached),
        due,
        points: it.points.iter().map(|point| point.key()).collect(),
    }
}

fn told(shell: &Shell, listed: &[(&Indicator, Option<i32>)]) -> String {
    let words = shell.words;
    if listed.is_empty() {
        return format!("{}\n", words.cli_no_indicators());
    }
    let head = [
        words.indicator_name(),
        words.indicator_kind_label(),
        words.indicator_base(),
        words.indicator_last(),
        words.indicator_change(),
    ];
    let rows = listed.iter().map(|(it, due)| {
        let figure = |reading: Option<&Reading>| {
            reading.map(|reading| words.figure_in_year(reading, &it.unit)).unwrap_or_default()
        };
        let due = due.map(|year| words.indicator_due_short(&words.fiscal_year_short(year)));
        let said: Vec<String> =
            [words.indicator_shift(it), words.indicator_distance(it), due].into_iter().flatten().collect();
        [
            it.name.clone(),
            words.indicator_kind(it.kind).to_owned(),
            figure(it.base.as_ref()),
            figure(it.last()),
            said.join("  "),
        ]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    aligned(shell.ruler(), &rows)
}
