//! `norishiro points`: what each of the ten points asks, how to tell it is in place, and who shows it.

use crate::{
    app::view::board::title_of,
    cli::{answer::Answer, args::Points, failure::Failure, sheet::Sheet, shell::Shell},
    domain::Point,
    knowledge::{
        both::Both,
        cases::cases,
        models::models,
        points::{Phase, PointCard, card, points},
    },
    words::Words,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    number: u8,
    #[serde(flatten)]
    card: &'static PointCard,
}

pub fn run(shell: &Shell, asked: &Points) -> Result<Answer, Failure> {
    let Some(typed) = &asked.point else {
        return Ok(Answer::either(asked.json.json, &rows(points()), || listed(shell)));
    };
    let card = card(point(typed)?);
    Ok(Answer::either(asked.json.json, &rows([card]), || told(shell, card)))
}

/// The point of this number or name.
pub fn point(typed: &str) -> Result<Point, Failure> {
    let numbered = typed.parse().ok().and_then(Point::from_number);
    numbered.or_else(|| Point::from_key(typed)).ok_or_else(|| Failure::NoSuchPoint(typed.to_owned()))
}

fn rows(cards: impl IntoIterator<Item = &'static PointCard>) -> Vec<Row> {
    cards.into_iter().map(|card| Row { number: card.point.number(), card }).collect()
}

fn listed(shell: &Shell) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    for phase in Phase::ALL {
        sheet.heading(phase.name().pick(words.lang));
        for card in phase.cards() {
            sheet.hung(&card.point.number().to_string(), 4, card.name.pick(words.lang));
            sheet.hung("", 4, card.purpose.pick(words.lang));
        }
    }
    sheet.heading(words.know_see_point());
    sheet.finish()
}

fn told(shell: &Shell, card: &PointCard) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let said = |it: &Both| it.pick(words.lang);
    let phase = card.phase.name().pick(words.lang);
    sheet.heading(&format!("{} {}  {phase}", card.point.number(), said(&card.name)));
    sheet.para(said(&card.purpose));
    sheet.bullets(words.board_questions(), card.questions.iter().map(said));
    sheet.bullets(words.board_signs(), card.signs.iter().map(|sign| said(&sign.text)));
    sheet.bullets(words.know_agenda(), card.agenda_items.iter().map(said));
    sheet.bullets(words.board_pitfalls(), card.pitfalls.iter().map(said));
    sheet.bullets(words.know_opens(), openings(words, card));
    towns(&mut sheet, words, card);
    sheet.bullets(words.know_models(), readings(words, card.point));
    sheet.bullets(words.board_source(), [card.source]);
    sheet.finish()
}

/// Each point that this one opens: how, and the town that went this way.
fn openings(words: Words, card: &PointCard) -> impl Iterator<Item = String> {
    card.opens.iter().map(move |it| {
        let town = it.case().map_or("", |case| case.place.pick(words.lang));
        words.opening(&title_of(words, it.point), it.how.pick(words.lang), town)
    })
}

/// The cases that show the point best in a line each; the others by name.
fn towns(sheet: &mut Sheet, words: Words, card: &PointCard) {
    let told = card.towns();
    let told = told.map(|(case, deed)| {
        words.board_town(case.place.pick(words.lang), deed.line.pick(words.lang)) + "  " + case.key
    });
    sheet.bullets(words.board_towns(), told);
    let more = cases().iter().filter(|case| case.at(card.point).is_some());
    let more: Vec<&str> = more.map(|case| case.key).filter(|key| !card.shown_by.contains(key)).collect();
    sheet.bullet(&format!("{}  {}", words.know_more_towns(), more.join(" ")));
}

/// Each model with its items that speak to the point.
fn readings(words: Words, point: Point) -> impl Iterator<Item = String> {
    models().iter().filter_map(move |model| {
        let items = model.items.iter().filter(|item| item.points.contains(&point));
        let items: Vec<&str> = items.map(|item| item.name.pick(words.lang)).collect();
        let items = items.join(words.pick("、", ", "));
        (!items.is_empty()).then(|| words.board_town(model.name.pick(words.lang), &items))
    })
}
