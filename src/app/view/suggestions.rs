//! What the next agenda could take up: a row each with why in a word, and the reason in full with what it is about.

use super::board::title_of;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{Reason, Suggestion},
    knowledge::points::sign,
};

/// The list's name, and the meeting that an item would go to.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let into = match model.council().next_planned() {
        Some(next) => Span::plain(words.next_into(&words.meeting_label(next))),
        None => Span::new(words.next_into_none(), Tone::Warn),
    };
    (vec![Span::new(words.next_title(), Tone::Accent)], vec![into])
}

/// Each by its topic.
pub fn rows(model: &Model) -> Rows<'_, String> {
    let rows =
        update::suggestions::all(model).into_iter().map(|it| (Some(it.reason.topic()), row(model, &it)));
    matching(model, ListId::Suggestions, Rows::made(rows.collect()))
}

fn row(model: &Model, it: &Suggestion) -> Row {
    let (council, words) = (model.council(), model.words);
    let why = words.reason_brief(council, &it.reason);
    Row::titled(&it.title)
        .lead("・", Tone::Dim)
        .right(why, tone(&it.reason))
        .right(numbers(it), Tone::Dim)
        .also(words.reason(council, &it.reason))
}

/// What somebody waits for stands out.
const fn tone(reason: &Reason) -> Tone {
    match reason {
        Reason::Answered { .. }
        | Reason::Owed { .. }
        | Reason::Overdue { .. }
        | Reason::TermsEnding { .. } => Tone::Warn,
        _ => Tone::Plain,
    }
}

fn numbers(it: &Suggestion) -> String {
    it.points.iter().map(|point| point.number().to_string()).collect::<Vec<_>>().join(" ")
}

pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::suggestions::chosen(model) else { return Vec::new() };
    let (council, words) = (model.council(), model.words);
    let item = format!("{}  {}", words.item_kind(it.kind), words.duration(it.minutes.into()));
    let points: Vec<String> = it.points.iter().map(|point| title_of(words, *point)).collect();
    let said = [
        Some(Para::new(&it.title, Tone::Strong)),
        Para::labelled(words.next_why(), words.reason(council, &it.reason)),
        Para::labelled(words.next_what(), item),
        Para::labelled(words.agenda_points(), points.join(words.pick("、", ", "))),
    ];
    let mut subjects = words.reason_subjects(council, &it.reason);
    if let Reason::Unproven { signs, .. } = &it.reason {
        subjects
            .extend(signs.iter().filter_map(|id| sign(id)).map(|sign| sign.text.pick(words.lang).to_owned()));
    }
    let about = (!subjects.is_empty()).then(|| Para::new(words.next_about(), Tone::Accent));
    let subjects = subjects.into_iter().map(|subject| Para::bullet(subject, Tone::Plain));
    said.into_iter().flatten().chain(about).chain(subjects).collect()
}
