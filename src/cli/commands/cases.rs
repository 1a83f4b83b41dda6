//! `norishiro cases`: what others did, in a line each or one case in full.

use super::points::point;
use crate::{
    cli::{answer::Answer, args::Cases, failure::Failure, sheet::Sheet, shell::Shell},
    domain::Point,
    knowledge::{
        both::Both,
        cases::{Case, Figure, Reading, Value, When, case, cases},
        points::card,
    },
    text::fold::contains_folded,
    words::{Lang, Words},
};

pub fn run(shell: &Shell, asked: &Cases) -> Result<Answer, Failure> {
    let at = asked.point.as_deref().map(point).transpose()?;
    let found: Vec<&Case> = match &asked.case {
        Some(typed) => named(typed)?,
        None => {
            let there = |case: &&Case| asked.place.as_ref().is_none_or(|place| is_in(case, place));
            let tells = |case: &&Case| at.is_none_or(|point| case.at(point).is_some());
            cases().iter().filter(there).filter(tells).collect()
        }
    };
    Ok(Answer::either(asked.json.json, &found, || match found.as_slice() {
        [only] if asked.case.is_some() => told(shell, only),
        found => listed(shell, found, at),
    }))
}

/// The case of this key, or those whose place has this in it.
fn named(typed: &str) -> Result<Vec<&'static Case>, Failure> {
    let found: Vec<&Case> = match case(typed) {
        Some(case) => vec![case],
        None => cases().iter().filter(|case| is_in(case, typed)).collect(),
    };
    if found.is_empty() { Err(Failure::NoSuchCase(typed.to_owned())) } else { Ok(found) }
}

fn is_in(case: &Case, place: &str) -> bool {
    [case.place, case.prefecture, case.body]
        .iter()
        .any(|name| contains_folded(name.ja, place) || contains_folded(name.en, place))
}

/// A line each: the title, or what was done at a point.
fn listed(shell: &Shell, found: &[&Case], at: Option<Point>) -> String {
    let (words, ruler, mut sheet) = (shell.words, shell.ruler(), shell.sheet());
    if found.is_empty() {
        return format!("{}\n", words.cli_no_cases());
    }
    let column = found.iter().map(|case| ruler.width(case.key)).max().unwrap_or(0) + 2;
    for case in found {
        let line = at.and_then(|point| case.at(point)).map_or(case.title, |deed| deed.line);
        let text = words.board_town(case.place.pick(words.lang), line.pick(words.lang));
        sheet.hung(case.key, column, &text);
    }
    sheet.heading(words.know_see_case());
    sheet.finish()
}

fn told(shell: &Shell, case: &Case) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let said = |it: &Both| it.pick(words.lang);
    let place = words.board_decision(said(&case.place), said(&case.prefecture));
    sheet.heading(&format!("{place}  {}", said(&case.title)));
    sheet.para(&format!("{}  {}", said(&case.body), said(&case.led_by.name())));
    sheet.heading(said(&case.about));
    let history = case.history.iter().map(|it| format!("{}  {}", when(words, it.when), said(&it.what)));
    sheet.bullets(words.know_facts(), case.facts.iter().map(said));
    sheet.bullets(words.know_history(), history);
    sheet.bullets(words.know_community(), case.community.iter().map(said));
    done(&mut sheet, words, case);
    sheet.bullets(words.know_features(), case.features.iter().map(said));
    sheet.bullets(words.know_tools(), case.tools.iter().map(said));
    sheet.bullets(words.know_figures(), case.figures.iter().map(|it| figure(words, it)));
    sheet.bullets(words.know_learn(), case.learn.iter().map(said));
    sheet.bullets(words.know_outlook(), case.outlook.iter().map(said));
    sheet.bullets(words.board_source(), [case.source]);
    sheet.finish()
}

fn done(sheet: &mut Sheet, words: Words, case: &Case) {
    if !case.done.is_empty() {
        sheet.heading(words.know_done());
    }
    for deed in &case.done {
        sheet.para(&card(deed.point).numbered(words.lang));
        for it in std::iter::once(&deed.line).chain(&deed.more) {
            sheet.bullet(it.pick(words.lang));
        }
    }
}

/// HbA1cを知っている人  43.0% → 65.7%
fn figure(words: Words, figure: &Figure) -> String {
    let readings: Vec<String> = figure.readings.iter().map(|it| reading(words, *it, figure.unit)).collect();
    format!("{}  {}", figure.what.pick(words.lang), readings.join(" → "))
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

    #[test]
    fn figures_are_said_with_their_years_and_units() {
        let said = |lang, key, at: usize| figure(Words::new(lang), &case(key).unwrap().figures[at]);
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

    #[test]
    fn a_place_names_its_cases() {
        let keys = |typed| named(typed).map(|found| found.iter().map(|case| case.key).collect::<Vec<_>>());
        assert_eq!(keys("豊川").unwrap(), ["toyokawa"]);
        assert_eq!(keys("asahi").unwrap(), ["asahi-friends", "asahi-places"]);
        assert_eq!(keys("愛知県").unwrap(), ["toyokawa", "tokai", "toyoake"]);
        assert!(keys("どこでもない町").is_err());
    }
}
