//! A plan-and-evaluation sheet that a department filled in, into the council's. Never takes a row out; an empty cell of the sender's
//! leaves what stands there, unless it is asked to be empty too.

use super::{Fate, Imported, Taken, WhyNot};
use crate::domain::{
    Column, Council, Mint, SheetRow, Who,
    decide::{Draft, sheet::save},
    id::RowId,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// One line of the sheet, its cells cleaned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    /// The id of the row it was made from, where the file has kept it.
    pub id: String,
    /// Whose it is; nobody's where the cell is empty.
    pub who: Who,
    pub year: Option<i32>,
    /// The columns the file has.
    pub cells: Vec<(Column, String)>,
}

/// How a sheet is to be taken in.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The fiscal year of lines that name none.
    pub year: i32,
    /// What the sender left empty is to be empty.
    pub empties: bool,
    pub today: NaiveDate,
}

/// The edits that take a sheet in, line by line. A line means the row with its id; else the one of its year and party; else a new one.
pub fn import(
    council: &Council,
    rows: &[Row],
    asked: Asked,
    key: impl Fn(&str) -> String,
    mint: &mut Mint,
) -> Imported {
    let (mut draft, mut imported, mut lines) = (Draft::of(council), Imported::default(), HashMap::new());
    for row in rows {
        let before = draft.edits.len();
        match take(&mut draft, row, asked, &key, mint, &mut lines) {
            Ok((fate, what)) => imported.rows.push(Taken {
                line: row.line,
                what,
                fate,
                edits: before..draft.edits.len(),
                aside: None,
            }),
            Err(why) => imported.refuse(row.line, why),
        }
    }
    imported.edits = draft.edits;
    imported
}

fn take(
    draft: &mut Draft,
    row: &Row,
    asked: Asked,
    key: &dyn Fn(&str) -> String,
    mint: &mut Mint,
    lines: &mut HashMap<RowId, usize>,
) -> Result<(Fate, String), WhyNot> {
    let year = row.year.unwrap_or(asked.year);
    let known = meant(&draft.council, row, year, key)?;
    if let Some(line) = known.and_then(|it| lines.get(&it.id)) {
        return Err(WhyNot::Twice { line: *line });
    }
    let is_new = known.is_none();
    let mut after = match known {
        Some(known) => known.clone(),
        None => SheetRow::new(mint.id(), year, row.who.clone()),
    };
    let written = row.cells.iter().map(|(column, text)| (*column, text.trim()));
    for (column, text) in written.filter(|(_, text)| asked.empties || !text.is_empty()) {
        if after.cell(column) != text {
            text.clone_into(after.cell_mut(column));
            after.touched = Some(asked.today);
        }
    }
    let (id, what) = (after.id.clone(), after.who.label.clone());
    let edits = save(&draft.council, after)?;
    let fate = match (is_new, edits.is_empty()) {
        (true, _) => Fate::Added,
        (false, true) => Fate::Left,
        (false, false) => Fate::Changed,
    };
    draft.push_all(edits)?;
    lines.insert(id, row.line);
    Ok((fate, what))
}

/// The row a line means; `None` for a new one.
fn meant<'c>(
    council: &'c Council,
    row: &Row,
    year: i32,
    key: &dyn Fn(&str) -> String,
) -> Result<Option<&'c SheetRow>, WhyNot> {
    if !row.id.is_empty() {
        let known = council.sheet.get(&row.id.as_str().into());
        return known.map(Some).ok_or_else(|| WhyNot::NoSuchRow(row.id.clone()));
    }
    if row.who.label.is_empty() {
        return Err(WhyNot::NobodysRow);
    }
    let theirs = |it: &&SheetRow| {
        row.who.party.is_some() && it.who.is_same_party(&row.who) || key(&it.who.label) == key(&row.who.label)
    };
    let mut found = council.sheet_of(year).filter(theirs);
    match (found.next(), found.next()) {
        (found, None) => Ok(found),
        _ => Err(WhyNot::SeveralRows),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Head;

    fn row(line: usize, id: &str, who: &str, aim: &str, progress: &str) -> Row {
        let cells = vec![(Column::Aim, aim.to_owned()), (Column::Progress, progress.to_owned())];
        Row { line, id: id.into(), who: Who::new(who, None), year: None, cells }
    }

    fn take_in(council: &Council, rows: &[Row], empties: bool) -> (Imported, Council) {
        let asked = Asked { year: 2026, empties, today: "2026-11-21".parse().unwrap() };
        let mut mint = Mint::seeded(council.sheet.len() as u64 + 1);
        let imported = import(council, rows, asked, |text| text.replace(' ', ""), &mut mint);
        let mut after = council.clone();
        after.apply_all(&imported.edits).unwrap();
        (imported, after)
    }

    fn start() -> Council {
        let rows = [row(2, "", "農務課", "朝ごはん", ""), row(3, "", "保育課", "歯みがき", "半ば")];
        take_in(&Council::new(Head::new("試しの会")), &rows, false).1
    }

    #[test]
    fn only_what_differs_is_written_and_what_is_empty_erases_nothing() {
        let council = start();
        let rows = [row(2, "", "農 務課", "朝ごはん", "三園で"), row(3, "", "保育課", "", "")];
        let (imported, after) = take_in(&council, &rows, false);
        let fates: Vec<Fate> = imported.rows.iter().map(|row| row.fate).collect();
        assert_eq!(fates, [Fate::Changed, Fate::Left]);
        assert_eq!((after.sheet[0].progress.as_str(), after.sheet[1].aim.as_str()), ("三園で", "歯みがき"));
        assert_eq!(take_in(&after, &rows, true).1.sheet[1].aim, "");
    }

    #[test]
    fn an_id_finds_its_row_whoever_it_is_called_and_a_strange_one_is_refused() {
        let council = start();
        let id = council.sheet[1].id.to_string();
        let rows = [
            row(2, &id, "こども課", "歯みがき", "おわり"),
            row(3, "elsewhere", "保育課", "", "x"),
            row(4, "", "保育課", "", "y"),
            row(5, "", "", "", "z"),
        ];
        let (imported, after) = take_in(&council, &rows, false);
        assert_eq!((after.sheet.len(), after.sheet[1].progress.as_str()), (2, "おわり"));
        assert_eq!(after.sheet[1].who.label, "保育課");
        let why: Vec<WhyNot> = imported.refused.into_iter().map(|it| it.why).collect();
        assert_eq!(
            why,
            [WhyNot::NoSuchRow("elsewhere".into()), WhyNot::Twice { line: 2 }, WhyNot::NobodysRow]
        );
    }
}
