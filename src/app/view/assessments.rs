//! The self-assessments of the council: a row each, and what the room said in one of them, point by point, beside the time before.

pub mod asking;
pub mod signs;

use super::board::title_of;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{Accord, Answer, Assessment, Count, Drift, Meeting, Point, Voice, id::AssessmentId},
    knowledge::points::{Sign, card, points, sign},
    words::Words,
};

/// The list's name, and how many signs the room never looked at.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let all = points().iter().flat_map(|card| &card.signs).map(|sign| sign.id);
    let never = model.council().never_asked(all).len();
    let never = Span::new(words.assessments_never(never), Tone::Dim);
    (vec![Span::new(words.assessments_title(), Tone::Accent)], vec![never])
}

/// Newest first.
pub fn rows(model: &Model) -> Rows<'_, AssessmentId> {
    let all = model.council().assessments_in_time().into_iter().rev();
    let rows = all.map(|it| (Some(it.id.clone()), row(model, it))).collect();
    matching(model, ListId::Assessments, Rows::made(rows))
}

/// The day and the meeting; how many points and signs were asked.
fn row(model: &Model, it: &Assessment) -> Row {
    let seen = it.overview(it.answers.iter().map(|answer| answer.sign.as_str()));
    let differ = match seen.apart {
        0 => String::new(),
        signs => format!("{} {signs}", model.words.accord(Accord::Apart)),
    };
    Row::titled(when(model, it))
        .right(model.words.assessment_points(asked_points(it).len(), it.answers.len()), Tone::Dim)
        .right(differ, Tone::Warn)
        .also(&it.note)
}

fn meeting<'m>(model: &'m Model, it: &Assessment) -> Option<&'m Meeting> {
    model.council().meetings.get(it.meeting.as_ref()?)
}

/// 令和8年11月20日 第4回
fn when(model: &Model, it: &Assessment) -> String {
    model.words.asked_when(it.on, meeting(model, it), model.council().head.dates)
}

/// The points of which a sign was asked, in the order of the map.
fn asked_points(it: &Assessment) -> Vec<Point> {
    Point::ALL.into_iter().filter(|point| asked(it, *point).next().is_some()).collect()
}

/// What was said of the signs of a point, in the order of the point.
fn asked(it: &Assessment, point: Point) -> impl Iterator<Item = &Answer> {
    card(point).signs.iter().filter_map(|sign| it.answer(sign.id))
}

/// The chosen assessment: each point that was asked with how its signs lie, and each sign beside the time before.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::assessments::chosen(model) else { return Vec::new() };
    let words = model.words;
    let head =
        [Some(Para::new(when(model, it), Tone::Strong)), Para::labelled(words.assessment_note(), &it.note)];
    let points = asked_points(it).into_iter().flat_map(|point| {
        let heading = Para::new(title_of(words, point), Tone::Accent);
        let seen = it.overview(card(point).signs.iter().map(|sign| sign.id));
        let signs = asked(it, point).flat_map(|answer| told(model, it, answer));
        [Para::blank(), heading, Para::plain(words.overview(seen))].into_iter().chain(signs)
    });
    let foreign = it.answers.iter().filter(|answer| sign(&answer.sign).is_none());
    let mut foreign = foreign.flat_map(|answer| told(model, it, answer)).peekable();
    let heading = foreign.peek().map(|_| Para::new(words.assessment_foreign_signs(), Tone::Accent));
    head.into_iter().flatten().chain(points).chain(heading).chain(foreign).collect()
}

/// A sign and what was said of it; below it the strip of voices and where they went.
fn told(model: &Model, it: &Assessment, answer: &Answer) -> Vec<Para> {
    let words = model.words;
    let count = answer.tally.count();
    let drift = model.council().drift(it, &answer.sign);
    let said = [Some(words.counted(count)), drift.map(|drift| words.drift(drift).to_owned())];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let strip = format!("{}  {}", strip(count, STRIP), standing(words, Some(count))).trim_start().to_owned();
    vec![
        Para::bullet(sign_text(words, &answer.sign), Tone::Plain),
        Para { hang: 2, ..Para::new(format!("  {strip}"), tone(count.accord())) },
        Para { hang: 2, ..Para::new(format!("  {said}"), Tone::Dim) },
    ]
}

/// The columns of a strip of voices.
const STRIP: usize = 16;

/// `########++..`: every voice has its part of the columns, and whoever was heard has at least one. Empty where nobody was.
fn strip(count: Count, cols: usize) -> String {
    let parts = Voice::ALL.map(|voice| u64::from(count.of(voice)));
    let heard = parts.iter().filter(|part| **part > 0).count();
    let room = cols.saturating_sub(heard) as u64;
    let mut strip = String::new();
    let mut before = 0;
    for (part, fill) in parts.into_iter().zip(FILLS).filter(|(part, _)| *part > 0) {
        let ends = |voices: u64| (voices * room / count.total()) as usize;
        let length = 1 + ends(before + part) - ends(before);
        strip.extend(std::iter::repeat_n(fill, length));
        before += part;
    }
    strip
}

/// What a voice is drawn with. One column in every terminal.
const FILLS: [char; 3] = ['#', '+', '.'];

/// 見方が分かれる; not asked.
fn standing(words: Words, count: Option<Count>) -> &'static str {
    count.and_then(Count::accord).map_or(words.assessment_unasked(), |accord| words.accord(accord))
}

const fn tone(accord: Option<Accord>) -> Tone {
    match accord {
        Some(Accord::InPlace) => Tone::Good,
        Some(Accord::Apart) => Tone::Warn,
        Some(Accord::Partly | Accord::NotYet) => Tone::Plain,
        None => Tone::Dim,
    }
}

/// What a sign says; one of another version by its id.
fn sign_text(words: Words, id: &str) -> String {
    sign(id).map_or(id, |sign| sign.text.pick(words.lang)).to_owned()
}

/// What the room said last of the signs of a point, a line each: for the page of the point.
pub fn on(model: &Model, point: Point) -> Vec<Para> {
    let words = model.words;
    let line = |sign: &Sign| {
        let (it, answer) = model.council().last_answer(sign.id)?;
        let count = answer.tally.count();
        let drift = model.council().drift(it, sign.id).map_or("", |drift: Drift| words.drift(drift));
        let day = words.date_short(it.on, model.council().head.dates);
        let said = format!(
            "{}  {}  {}  {day} {drift}",
            sign.text.pick(words.lang),
            standing(words, Some(count)),
            words.counted(count)
        );
        Some(Para::bullet(said.trim_end(), tone(count.accord())))
    };
    card(point).signs.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_strip_gives_every_voice_its_part() {
        let drawn = |in_place, partly, not_yet| strip(Count { in_place, partly, not_yet }, 16);
        assert_eq!(drawn(8, 4, 4), "#######++++.....");
        assert_eq!(drawn(29, 0, 1), "##############..");
        assert_eq!(drawn(1, 0, 0), "################");
        assert_eq!(drawn(0, 0, 0), "");
    }

    proptest! {
        #[test]
        fn a_strip_is_as_long_as_its_room_and_leaves_nobody_out(counts: [u32; 3], cols in 3..40_usize) {
            let [in_place, partly, not_yet] = counts;
            let count = Count { in_place, partly, not_yet };
            let drawn = strip(count, cols);
            prop_assert_eq!(drawn.len(), if count.total() > 0 { cols } else { 0 });
            for (voice, fill) in Voice::ALL.into_iter().zip(FILLS) {
                prop_assert_eq!(drawn.contains(fill), count.of(voice) > 0);
            }
        }
    }
}
