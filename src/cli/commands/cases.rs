//! `norishiro cases`: what others did, in a line each or one case in full.

use super::points::point;
use crate::{
    cli::{answer::Answer, args::Cases, failure::Failure, shell::Shell},
    domain::Point,
    knowledge::cases::{Case, case, cases, told::Told},
    text::fold::contains_folded,
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
    sheet.heading(&case.headline(words));
    sheet.para(&case.teller(words));
    sheet.heading(case.about.pick(words.lang));
    for part in case.deeds(words).into_iter().chain(case.fruits(words)) {
        sheet.heading(part.heading);
        for line in part.lines {
            match line {
                Told::At(_, name) => sheet.para(&name),
                Told::Line(text) => sheet.bullet(&text),
            }
        }
    }
    sheet.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_its_cases() {
        let keys = |typed| named(typed).map(|found| found.iter().map(|case| case.key).collect::<Vec<_>>());
        assert_eq!(keys("豊川").unwrap(), ["toyokawa"]);
        assert_eq!(keys("asahi").unwrap(), ["asahi-friends", "asahi-places"]);
        assert_eq!(keys("愛知県").unwrap(), ["toyokawa", "tokai", "toyoake"]);
        assert!(keys("どこでもない町").is_err());
    }
}
