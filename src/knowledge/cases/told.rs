//! A case as it is read: its parts under their headings, each figure with its years and units. Never says more than the case holds.

use super::{Case, Figure, Reading, Value, When};
use crate::{
    domain::Point,
    knowledge::{both::Both, points::card},
    words::{Lang, Words},
};

/// A heading and what stands under it.
#[derive(Debug)]
pub struct Part {
    pub heading: &'static str,
    pub lines: Vec<Told>,
}

#[derive(Debug)]
pub enum Told {
    /// What follows was done at this point, up to the next one.
    At(Point, String),
    Line(String),
}

impl Case {
    /// 豊川市（愛知県）
    pub fn whereabouts(&self, words: Words) -> String {
        format!("{}{}", self.place.pick(words.lang), words.in_brackets(self.prefecture.pick(words.lang)))
    }

    /// Where it is and what it is called, in one line.
    pub fn headline(&self, words: Words) -> String {
        format!("{}  {}", self.whereabouts(words), self.title.pick(words.lang))
    }

    /// Who tells of it, and what kind of body leads.
    pub fn teller(&self, words: Words) -> String {
        format!("{}  {}", self.body.pick(words.lang), self.led_by.name().pick(words.lang))
    }

    /// What it is and how it was done, point by point.
    pub fn deeds(&self, words: Words) -> Vec<Part> {
        let history =
            self.history.iter().map(|it| format!("{}  {}", when(words, it.when), it.what.pick(words.lang)));
        let parts = [
            part(words.know_facts(), said(words, &self.facts)),
            part(words.know_history(), history.map(Told::Line).collect()),
            part(words.know_community(), said(words, &self.community)),
            part(words.know_done(), self.done(words)),
        ];
        parts.into_iter().flatten().collect()
    }

    /// What came of it and what to learn, with the source.
    pub fn fruits(&self, words: Words) -> Vec<Part> {
        let figures = self.figures.iter().map(|it| Told::Line(it.told(words)));
        let parts = [
            part(words.know_features(), said(words, &self.features)),
            part(words.know_tools(), said(words, &self.tools)),
            part(words.know_figures(), figures.collect()),
            part(words.know_learn(), said(words, &self.learn)),
            part(words.know_outlook(), said(words, &self.outlook)),
            part(words.board_source(), vec![Told::Line(self.source.to_owned())]),
        ];
        parts.into_iter().flatten().collect()
    }

    fn done(&self, words: Words) -> Vec<Told> {
        let at = |deed: &super::Deed| {
            let lines = std::iter::once(&deed.line).chain(&deed.more);
            let lines = lines.map(|it| Told::Line(it.pick(words.lang).to_owned()));
            let head = Told::At(deed.point, card(deed.point).numbered(words.lang));
            std::iter::once(head).chain(lines).collect::<Vec<_>>()
        };
        self.done.iter().flat_map(at).collect()
    }
}

fn said(words: Words, lines: &[Both]) -> Vec<Told> {
    lines.iter().map(|it| Told::Line(it.pick(words.lang).to_owned())).collect()
}

/// Nothing without lines.
fn part(heading: &'static str, lines: Vec<Told>) -> Option<Part> {
    (!lines.is_empty()).then_some(Part { heading, lines })
}

impl Figure {
    /// HbA1cを知っている人  43.0% → 65.7%
    pub fn told(&self, words: Words) -> String {
        let readings: Vec<String> = self.readings.iter().map(|it| reading(words, *it, self.unit)).collect();
        format!("{}  {}", self.what.pick(words.lang), readings.join(" → "))
    }
}

fn reading(words: Words, reading: Reading, unit: Both) -> String {
    let unit = unit.pick(words.lang);
    let gap = if words.lang == Lang::Ja || unit.is_empty() || unit == "%" { "" } else { " " };
    let number = format!("{}{gap}{unit}", value(words, reading.value));
    reading.when.map_or_else(|| number.clone(), |year| format!("{} {number}", when(words, year)))
}

fn value(words: Words, value: Value) -> String {
    match value {
        Value::Just(number) => grouped(number),
        Value::About(number) => words.number_about(&grouped(number)),
        Value::Span(least, most) => words.number_span(&grouped(least), &grouped(most)),
        Value::Part(part, of) => words.number_part(part, of),
    }
}

/// 24,000. What follows the point stays.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn when(words: Words, when: When) -> String {
    match when {
        When::Fiscal(year) => words.fiscal_year(year),
        When::Year(year) => words.calendar_year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::cases::case;

    #[test]
    fn figures_are_said_with_their_years_and_units() {
        let said = |lang, key, at: usize| case(key).unwrap().figures[at].told(Words::new(lang));
        assert_eq!(said(Lang::Ja, "toyokawa", 0), "HbA1cを知っている人  43.0% → 65.7%");
        assert_eq!(said(Lang::En, "toyokawa", 3), "City sections taking part  3 sections → 6 sections");
        assert_eq!(said(Lang::Ja, "sagamihara", 0), "市内の事業所  24,000か所");
        assert_eq!(
            said(Lang::En, "sagamihara", 4),
            "Workplaces doing nothing for health  2009 21.2% → FY2014 17%"
        );
        assert_eq!(
            said(Lang::Ja, "okayama", 1),
            "第2層の協議体がある校区の割合（年度末）  平成30年度 3分の1"
        );
        assert_eq!(said(Lang::En, "takahama", 3), "Opening hours  10–15 h");
        assert_eq!(said(Lang::Ja, "edogawa", 0), "推進員  約300人");
    }

    #[test]
    fn thousands_stand_apart() {
        let numbers = ["7", "446", "1083", "250000", "1234567.89"];
        assert_eq!(numbers.map(grouped), ["7", "446", "1,083", "250,000", "1,234,567.89"]);
    }
}
