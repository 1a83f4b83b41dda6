//! What is suggested to councils of this kind, offered for an agenda: the topics of the first year by month, and those of the documents.
//! Never puts anything on an agenda by itself.

use super::items;
use crate::{
    app::{
        command::Ready,
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
    },
    domain::{CouncilKind, Item, id::MeetingId},
    knowledge::templates::{Topic, templates},
    words::Words,
};
use chrono::Datelike;

/// The topics of a kind, those of the first year with their months.
fn topics(kind: CouncilKind) -> impl Iterator<Item = (&'static Topic, Option<u32>)> {
    let template = templates().iter().find(|template| template.kind == kind);
    template.into_iter().flat_map(|template| {
        let year = template.first_year.iter();
        let year = year.flat_map(|it| it.topics.iter().map(|topic| (topic, Some(it.month))));
        year.chain(template.topics.iter().map(|topic| (topic, None)))
    })
}

pub fn has_topics(model: &Model) -> Ready {
    match (topics(model.council().head.kind).next(), &model.meeting) {
        (Some(_), Some(_)) => Ready::Yes,
        (_, None) => Ready::Off(Words::no_meeting_to_show),
        (None, _) => Ready::Off(Words::agenda_no_topics),
    }
}

/// Asks for a topic, beginning at the month of the meeting.
pub fn pick(model: &mut Model) {
    let Some(meeting) = model.meeting() else { return };
    let (words, head, month) = (model.words, &model.council().head, meeting.date.month());
    let since_start = |month: u32| (month + 12 - head.fiscal_month.clamp(1, 12)) % 12;
    let choices = topics(head.kind).enumerate().map(|(at, (topic, month))| {
        let note = month.map_or_else(|| words.agenda_topic_suggested().to_owned(), |it| words.know_month(it));
        Choice::new(at.to_string(), topic.name.pick(words.lang)).note(note)
    });
    let near = topics(head.kind)
        .position(|(_, of)| of.is_some_and(|of| since_start(of) >= since_start(month)))
        .unwrap_or(0);
    let picker = Picker::new(words.agenda_pick_topic(), meeting.id.as_str(), choices.collect(), take);
    model.overlays.push(Overlay::Picker(picker.at(&near.to_string())));
}

/// Opens the form of a new item about it.
fn take(model: &mut Model, meeting: &str, key: &str) {
    let found = key.parse().ok().and_then(|at: usize| topics(model.council().head.kind).nth(at));
    let Some((topic, _)) = found else { return };
    let title = topic.name.pick(model.words.lang);
    let item = Item { points: topic.points.clone(), ..Item::new("".into(), title, items::USUAL_MINUTES) };
    items::open_new(model, model.words.form_agenda_item(), &MeetingId::from(meeting), &item);
}
