//! `norishiro board --lens`, `--strengths`, `--trail`: the board read through a model, what it can build on, and where the meetings went.

use super::models::named;
use crate::{
    app::view::{board::title_of, lens::summary},
    cli::{answer::Answer, failure::Failure, shell::Shell, table::aligned},
    domain::{Council, Point, Spell, Trail},
    knowledge::{
        both::Both,
        lens::{Lens, Told},
        models::Reads,
        strengths::{Strength, strengths},
    },
    words::terms::stage_mark,
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct Read {
    model: &'static str,
    name: Both,
    reads: Reads,
    /// The keys of the item the council is at and of the one after it.
    present: Option<&'static str>,
    next: Option<&'static str>,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    key: &'static str,
    name: Both,
    standing: &'static str,
    points: Vec<Stands>,
}

#[derive(Serialize)]
struct Stands {
    id: &'static str,
    state: &'static str,
}

/// A council read through the model of this name.
pub fn lens(shell: &Shell, council: &Council, typed: &str, json: bool) -> Result<Answer, Failure> {
    let model = named(typed).ok_or_else(|| Failure::NoSuchModel(typed.to_owned()))?;
    let lens = Lens::of(model, council);
    let key = |at: Option<usize>| at.map(|at| lens.items[at].item.key);
    let read = Read {
        model: model.key,
        name: model.name,
        reads: model.reads,
        present: key(lens.present()),
        next: key(lens.next()),
        items: lens.items.iter().map(item).collect(),
    };
    Ok(Answer::either(json, &read, || told(shell, &lens)))
}

fn item(told: &Told) -> Item {
    let stands = |(point, stage): &(Point, _)| stands(*point, *stage);
    Item {
        key: told.item.key,
        name: told.item.name,
        standing: told.standing.key(),
        points: told.by.iter().map(stands).collect(),
    }
}

const fn stands(point: Point, stage: crate::domain::Stage) -> Stands {
    Stands { id: point.key(), state: stage.key() }
}

fn told(shell: &Shell, lens: &Lens) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let (name, by) = (lens.model.name.pick(words.lang), lens.model.by.pick(words.lang));
    sheet.heading(&format!("{name}  {by}"));
    sheet.para(lens.model.answers.pick(words.lang));
    let rows: Vec<_> = lens
        .items
        .iter()
        .map(|told| {
            let by = told.by.iter().map(|(point, stage)| format!("{}{}", point.number(), stage_mark(*stage)));
            [
                told.standing.name().pick(words.lang).to_owned(),
                by.collect::<Vec<_>>().join(" "),
                told.item.name.pick(words.lang).to_owned(),
            ]
        })
        .collect();
    let table = aligned(shell.ruler(), &rows);
    let mut below = shell.sheet();
    summary(words, lens).iter().for_each(|para| below.para(&para.text));
    below.para(words.lens_rule());
    format!("{}\n{table}\n{}", sheet.finish(), below.finish())
}

#[derive(Serialize)]
struct Builds {
    id: &'static str,
    state: &'static str,
    ground: &'static str,
    opens: Vec<Opens>,
}

#[derive(Serialize)]
struct Opens {
    id: &'static str,
    state: &'static str,
    how: Both,
    /// The key of a case that went this way.
    town: &'static str,
}

/// The points a council can build on, and what each opens.
pub fn build_on(shell: &Shell, council: &Council, json: bool) -> Answer {
    let found = strengths(council);
    let rows: Vec<Builds> = found.iter().map(|it| builds(council, it)).collect();
    Answer::either(json, &rows, || built(shell, council, &found))
}

fn builds(council: &Council, strength: &Strength) -> Builds {
    let state = |point| council.point(point).stage.key();
    let opens = strength.opens.iter().map(|it| Opens {
        id: it.point.key(),
        state: state(it.point),
        how: it.how,
        town: it.town,
    });
    Builds {
        id: strength.point.key(),
        state: state(strength.point),
        ground: strength.ground.key(),
        opens: opens.collect(),
    }
}

fn built(shell: &Shell, council: &Council, found: &[Strength]) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    if found.is_empty() {
        sheet.para(words.strengths_none());
    }
    for strength in found {
        let stage = words.stage(council.point(strength.point).stage);
        let name = format!("{}  {stage}", title_of(words, strength.point));
        sheet.heading(&name);
        for it in &strength.opens {
            let town = it.case().map_or("", |case| case.place.pick(words.lang));
            sheet.bullet(&words.opening(&title_of(words, it.point), it.how.pick(words.lang), town));
        }
    }
    sheet.finish()
}

#[derive(Serialize)]
struct Gave<'a> {
    meeting: &'a str,
    date: NaiveDate,
    point: &'static str,
    minutes: i64,
    decisions: usize,
    given: usize,
    done: usize,
}

/// Which meeting spent how long on which point, and what came of it. Everything is read by now.
pub fn trail(shell: &Shell, trail: &Trail, json: bool) -> Answer {
    let spells = (0..trail.meetings.len()).flat_map(|at| Point::ALL.map(|point| (at, point)));
    let spells: Vec<(usize, Point, Spell)> = spells
        .map(|(at, point)| (at, point, trail.at(at, point)))
        .filter(|(.., spell)| !spell.is_empty())
        .collect();
    let gave = |(at, point, spell): &(usize, Point, Spell)| Gave {
        meeting: trail.meetings[*at].id.as_str(),
        date: trail.meetings[*at].date,
        point: point.key(),
        minutes: spell.minutes(),
        decisions: spell.decisions,
        given: spell.given,
        done: spell.done,
    };
    let rows: Vec<Gave> = spells.iter().map(gave).collect();
    Answer::either(json, &rows, || walked(shell, trail, &spells))
}

fn walked(shell: &Shell, trail: &Trail, spells: &[(usize, Point, Spell)]) -> String {
    let words = shell.words;
    let rows: Vec<_> = spells
        .iter()
        .map(|(at, point, spell)| {
            [
                words.meeting_label(trail.meetings[*at]),
                title_of(words, *point),
                words.duration(spell.minutes()),
                words.trail_decided(spell.decisions),
                words.trail_given(spell.given),
            ]
        })
        .collect();
    let untouched = Point::ALL.into_iter().filter(|point| trail.last(*point).is_none());
    let untouched: Vec<String> = untouched.map(|point| title_of(words, point)).collect();
    let left_out = match &untouched[..] {
        [] => String::new(),
        points => words.trail_left_out(&points.join(words.pick("、", ", "))) + "\n",
    };
    aligned(shell.ruler(), &rows) + &left_out
}
