//! `norishiro templates`: what a new council can start from, and one of them in full.

use crate::{
    cli::{answer::Answer, args::Templates, failure::Failure, shell::Shell},
    domain::Class,
    knowledge::{
        both::Both,
        templates::{Body, Template, Topic, YearMeeting, template, templates},
    },
    words::Words,
};
use serde::Serialize;

pub fn run(shell: &Shell, asked: &Templates) -> Result<Answer, Failure> {
    let Some(typed) = &asked.template else {
        let rows: Vec<Row> = templates().iter().map(Row::from).collect();
        return Ok(Answer::either(asked.json.json, &rows, || listed(shell)));
    };
    let found = named(typed)?;
    Ok(Answer::either(asked.json.json, &[Row::from(found)], || told(shell, found)))
}

/// The template of this key.
///
/// # Errors
/// Where there is none; it names those that are.
pub fn named(typed: &str) -> Result<&'static Template, Failure> {
    template(typed).ok_or_else(|| Failure::NoSuchTemplate {
        typed: typed.to_owned(),
        keys: templates().iter().map(|template| template.key).collect(),
    })
}

#[derive(Serialize)]
struct Row {
    key: &'static str,
    name: Both,
    about: Both,
    aim: Both,
    organisations: Vec<Invited>,
    seats: Vec<Both>,
    agenda: Vec<Item>,
    topics: &'static [Topic],
    first_year: &'static [YearMeeting],
    source: &'static str,
}

#[derive(Serialize)]
struct Invited {
    name: Both,
    class: &'static str,
    brings: Both,
}

#[derive(Serialize)]
struct Item {
    title: Both,
    minutes: u32,
}

impl From<&'static Template> for Row {
    fn from(it: &'static Template) -> Self {
        Self {
            key: it.key,
            name: it.name,
            about: it.about,
            aim: it.aim,
            organisations: it.organisations.iter().map(Invited::from).collect(),
            seats: it.seats.iter().map(|seat| seat.title).collect(),
            agenda: it.agenda.iter().map(|it| Item { title: it.title, minutes: it.minutes }).collect(),
            topics: &it.topics,
            first_year: &it.first_year,
            source: it.source,
        }
    }
}

impl From<&'static Body> for Invited {
    fn from(it: &'static Body) -> Self {
        let class = match &it.class {
            Class::Community => "community",
            Class::Occupational => "occupational",
            Class::Other => "other",
            Class::Custom(name) => name,
        };
        Self { name: it.name, class, brings: it.brings }
    }
}

fn listed(shell: &Shell) -> String {
    let (words, ruler, mut sheet) = (shell.words, shell.ruler(), shell.sheet());
    let column = templates().iter().map(|it| ruler.width(it.key)).max().unwrap_or(0) + 2;
    for template in templates() {
        sheet.hung(template.key, column, template.name.pick(words.lang));
        sheet.hung("", column, template.about.pick(words.lang));
    }
    sheet.heading(words.know_see_template());
    sheet.finish()
}

fn told(shell: &Shell, template: &Template) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let said = |it: Both| it.pick(words.lang);
    sheet.heading(said(template.name));
    sheet.para(said(template.about));
    sheet.bullets(words.know_aim(), [said(template.aim)]);
    sheet.bullets(words.know_invited(), template.organisations.iter().map(|it| invited(words, it)));
    sheet.bullets(words.know_seats(), template.seats.iter().map(|it| said(it.title)));
    let items = template.agenda.iter().map(|it| {
        let minutes = words.agenda_minutes(it.minutes);
        words.board_decision(said(it.title), &minutes)
    });
    sheet.bullets(words.know_first_agenda(), items);
    sheet.bullets(words.know_topics(), template.topics.iter().map(|it| said(it.name)));
    sheet.bullets(words.know_first_year(), template.first_year.iter().map(|it| meeting(words, it)));
    sheet.bullets(words.board_source(), [template.source]);
    sheet.finish()
}

/// 保健所（地域保健）：圏域の健康データ、事務局
fn invited(words: Words, body: &Body) -> String {
    let name = words.board_decision(body.name.pick(words.lang), words.class(&body.class));
    words.board_town(&name, body.brings.pick(words.lang))
}

/// 5月：要綱、役割、年間の日程／実態調査をどう行うか
fn meeting(words: Words, meeting: &YearMeeting) -> String {
    let topics: Vec<&str> = meeting.topics.iter().map(|it| it.name.pick(words.lang)).collect();
    words.board_town(&words.know_month(meeting.month), &topics.join(words.pick("／", " / ")))
}
