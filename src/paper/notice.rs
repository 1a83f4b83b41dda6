//! The notice of a meeting (開催通知) as a letter of the council: to whom, from whom, what is asked, and below 記 the particulars. What the
//! council does not know stays a blank to write in, or is left out; nothing is made up.

use super::{
    Content, Order, PaperError, Source,
    document::{Block, Fact, Page},
    sitting::{Sitting, fact, not_empty, said_only},
    wording::Phrase,
};
use chrono::Datelike;

pub fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let sitting = Sitting::of(order, source)?;
    let (words, council) = (sitting.words, sitting.council.head.name.as_str());
    let (label, date) = (sitting.label(), sitting.day(sitting.meeting.date));
    let month = source.today().month().to_string();
    let subject = sitting.say(Phrase::NoticeSubject, &[("council", council), ("meeting", &label)])?;
    let addressee = sitting.say(Phrase::NoticeAddressee, &[("council", council)])?;
    let greeting = sitting.say(Phrase::NoticeGreeting, &[("council", council), ("month", &month)])?;
    let asked = [("council", council), ("meeting", label.as_str()), ("date", &date)];
    let asked = sitting.say(Phrase::NoticeBody, &asked)?;
    let mut paper = sitting.paper(subject.unwrap_or_else(|| words.meeting_of(council, &label)));
    paper.running = String::new();
    paper.page = Page::Single;
    let blocks = &mut paper.blocks;
    blocks.push(Block::Right(sitting.day(source.today())));
    blocks.extend(addressee.map(Block::Paragraph));
    let sender = [Some(council.to_owned()), sitting.chair()];
    blocks.push(Block::Right(sender.into_iter().flatten().collect::<Vec<_>>().join("\n")));
    let head = blocks.len();
    blocks.extend([greeting, asked].into_iter().flatten().map(Block::Paragraph));
    blocks.push(Block::Centred(words.notice_below().to_owned()));
    blocks.extend(said_only(sitting.particulars(&date)?));
    blocks.extend(not_empty(words.notice_end()).map(Block::Right));
    blocks.extend(said_only(vec![fact(words.fact_contact(), sitting.contact())]));
    paper.title_after = head;
    Ok(Content::Document(paper))
}

impl Sitting<'_> {
    fn particulars(&self, date: &str) -> Result<Vec<Fact>, PaperError> {
        let words = self.words;
        Ok(vec![
            fact(words.fact_when(), [self.planned()]),
            fact(words.fact_place(), [self.place().unwrap_or_else(|| words.blank().to_owned())]),
            fact(words.section_agenda(), self.agenda()),
            fact(words.section_materials(), self.materials()),
            self.openness(),
            fact(words.fact_bring(), self.say(Phrase::NoticeBring, &[("date", date)])?),
            fact(words.fact_reply(), self.say(Phrase::NoticeReply, &[("date", date)])?),
        ])
    }

    /// Whom to ask; a blank to write in where nobody is named.
    pub(super) fn contact(&self) -> Vec<String> {
        let lines = self.secretariat();
        if lines.is_empty() { vec![self.words.blank().to_owned()] } else { lines }
    }
}
