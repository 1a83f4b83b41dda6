//! The agenda of a meeting (次第): one page that lies on the table, from the opening to the close. Tells the plan, never how it went.

use super::{
    Content, Order, PaperError, Source,
    document::{Block, Page},
    sitting::{Sitting, fact, said_only},
    wording::Phrase,
};
use crate::domain::{
    Item, ItemKind,
    agenda::{Timetable, timetable},
};

pub fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let sitting = Sitting::of(order, source)?;
    let words = sitting.words;
    let mut paper = sitting.paper(words.agenda_title(&sitting.council.head.name, &sitting.label()));
    paper.running.clone_from(&sitting.council.head.name);
    paper.page = Page::Single;
    paper.blocks.extend(said_only(vec![
        fact(words.fact_when(), [sitting.planned()]),
        fact(words.fact_place(), [sitting.place().unwrap_or_else(|| words.blank().to_owned())]),
        sitting.openness(),
        fact(words.fact_roles(), sitting.roles()),
    ]));
    paper.blocks.push(Block::Numbered(sitting.programme()?));
    let materials = sitting.materials();
    if !materials.is_empty() {
        paper.section(words.section_materials());
        paper.blocks.push(Block::Bullets(materials));
    }
    Ok(Content::Document(paper))
}

impl Sitting<'_> {
    /// What happens one after the other; the items stand together in the middle.
    fn programme(&self) -> Result<Vec<String>, PaperError> {
        let (council, chair) = (self.council.head.name.as_str(), self.chair().unwrap_or_default());
        let next = self.next_meeting().unwrap_or_default();
        let other = self.body.items.iter().find(|item| item.kind == ItemKind::Other);
        let other = other.map_or("", |item| item.title.as_str());
        let opening = self.say(Phrase::AgendaOpening, &[("council", council), ("chair", &chair)])?;
        let items = self.say(Phrase::AgendaItems, &[("council", council)])?.unwrap_or_default();
        let closing = [("council", council), ("chair", &chair), ("next", &next), ("other", other)];
        let closing = self.say(Phrase::AgendaClosing, &closing)?;
        let table = timetable(self.meeting, self.body, self.meeting.date.and_time(self.meeting.start));
        let listed = (1..).zip(&self.body.items).map(|(number, item)| self.slot(number, item, &table));
        let middle: Vec<String> = std::iter::once(items).chain(listed).collect();
        let lines = |said: Option<String>| {
            let said = said.unwrap_or_default();
            said.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        Ok([lines(opening), vec![middle.join("\n")], lines(closing)].concat())
    }

    /// An item with its time, who presents it and what is handed out.
    fn slot(&self, number: usize, item: &Item, table: &Timetable) -> String {
        let words = self.words;
        let titled = self.titled(item) + &self.put_off(item.deferred);
        let time = table.slot(&item.id).filter(|slot| slot.planned_minutes > 0).map(|slot| {
            let hours = words.time_range(&words.time(slot.planned_start), &words.time(slot.planned_end()));
            words.slot_of(&hours, &words.duration(i64::from(slot.planned_minutes)))
        });
        let presenter = item.presenter.as_ref().map(|who| words.presented_by(&self.answerable(who)));
        let materials: Vec<&str> = item.materials.iter().map(|it| label(it)).collect();
        let materials = (!materials.is_empty()).then(|| materials.join(words.pick("、", ", ")));
        let parts: Vec<String> = [time, presenter, materials].into_iter().flatten().collect();
        let said = words.item_numbered(number, &titled);
        if parts.is_empty() {
            said
        } else {
            format!("{said}\n　　　{}", parts.join(words.pick("　", ", ")))
        }
    }
}

/// 資料3-1 of 「資料3-1 様式案」, whose name stands in the list below; a material without a number is called by its name.
fn label(material: &str) -> &str {
    let first = material.split_whitespace().next().unwrap_or(material);
    if first.starts_with("資料") && first.chars().any(char::is_numeric) { first } else { material }
}
