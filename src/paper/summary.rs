//! What came of a meeting on one page (会議結果の概要), to be out within days: decisions, actions, what was put off, what is next. Never tells
//! who said what; that is in the minutes.

use super::{
    Content, Order, PaperError, Source,
    document::Page,
    sitting::{Sitting, fact, said_only},
    wording::Phrase,
};
use crate::words::Words;

pub fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let sitting = Sitting::of(order, source)?;
    let (words, council) = (sitting.words, sitting.council.head.name.as_str());
    let (label, date) = (sitting.label(), sitting.day(sitting.meeting.date));
    let opening = [("council", council), ("meeting", label.as_str()), ("date", &date)];
    let opening = sitting.say(Phrase::SummaryOpening, &opening)?;
    let closing = sitting.say(Phrase::SummaryClosing, &[("council", council), ("meeting", &label)])?;
    let mut paper = sitting.paper(words.summary_title(council, &label));
    paper.running = String::new();
    paper.page = Page::Single;
    opening.into_iter().for_each(|said| paper.paragraph(said));
    paper.blocks.extend(said_only(vec![
        fact(words.fact_when(), [sitting.when()]),
        fact(words.fact_place(), sitting.place()),
        sitting.quorum(),
    ]));
    paper.section(words.section_decisions());
    paper.blocks.push(sitting.list(sitting.decisions()));
    paper.section(words.section_actions());
    paper.blocks.push(sitting.actions(Words::due_short));
    let carried = sitting.carried();
    if !carried.is_empty() {
        paper.section(words.section_carried());
        paper.blocks.push(sitting.list(carried));
    }
    paper.blocks.extend(said_only(vec![
        fact(
            words.section_next(),
            [sitting.next_meeting().unwrap_or_else(|| words.not_fixed_yet().to_owned())],
        ),
        fact(words.fact_contact(), sitting.secretariat()),
    ]));
    closing.into_iter().for_each(|said| paper.paragraph(said));
    Ok(Content::Document(paper))
}
