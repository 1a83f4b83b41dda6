//! The plan-and-evaluation sheet (計画・評価表): a row a year for each department or partner, from the programme it runs already to how the year
//! is judged (S0, the case of Toyokawa). Never fills a cell by itself.

use super::{bounds::bounded, council::Council, id::RowId, is_default, list::Record, who::Who};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The columns that are written in, in the order of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Column {
    /// いまある事業
    Programme,
    /// 足す健康の視点
    Viewpoint,
    /// 目指す姿
    Aim,
    /// 課題
    Problems,
    /// 進み具合
    Progress,
    /// 評価
    Evaluation,
}

impl Column {
    pub const ALL: [Self; 6] =
        [Self::Programme, Self::Viewpoint, Self::Aim, Self::Problems, Self::Progress, Self::Evaluation];

    /// The name in files, forms and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Viewpoint => "viewpoint",
            Self::Aim => "aim",
            Self::Problems => "problems",
            Self::Progress => "progress",
            Self::Evaluation => "evaluation",
        }
    }
}

/// What one department or partner plans for a fiscal year, and how it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetRow {
    pub id: RowId,
    /// The calendar year the fiscal year began in.
    #[serde(deserialize_with = "bounded")]
    pub year: i32,
    pub who: Who,
    #[serde(default, skip_serializing_if = "is_default")]
    pub programme: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub viewpoint: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub aim: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub problems: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub progress: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub evaluation: String,
    /// The row of the year before that this one goes on from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<RowId>,
    /// The last day somebody wrote in it.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub touched: Option<NaiveDate>,
}

impl SheetRow {
    pub const fn new(id: RowId, year: i32, who: Who) -> Self {
        Self {
            id,
            year,
            who,
            programme: String::new(),
            viewpoint: String::new(),
            aim: String::new(),
            problems: String::new(),
            progress: String::new(),
            evaluation: String::new(),
            from: None,
            touched: None,
        }
    }

    /// What stands in a column.
    pub fn cell(&self, column: Column) -> &str {
        match column {
            Column::Programme => &self.programme,
            Column::Viewpoint => &self.viewpoint,
            Column::Aim => &self.aim,
            Column::Problems => &self.problems,
            Column::Progress => &self.progress,
            Column::Evaluation => &self.evaluation,
        }
    }

    /// The place of what stands in a column.
    pub const fn cell_mut(&mut self, column: Column) -> &mut String {
        match column {
            Column::Programme => &mut self.programme,
            Column::Viewpoint => &mut self.viewpoint,
            Column::Aim => &mut self.aim,
            Column::Problems => &mut self.problems,
            Column::Progress => &mut self.progress,
            Column::Evaluation => &mut self.evaluation,
        }
    }
}

/// What a form that is filled in elsewhere carries, so that it finds its row again: `NS1-2026-hokenc26`, the form's version, the fiscal
/// year and the row. Without a row (`NS1-2026-`) it is of one that the council does not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCode {
    /// The calendar year the fiscal year began in.
    pub year: i32,
    pub row: Option<RowId>,
}

impl RowCode {
    const FORM: &str = "NS1-";

    /// Reads a code; spaces around it do not matter. `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let (year, row) = text.trim().strip_prefix(Self::FORM)?.split_once('-')?;
        let is_year = (1..=4).contains(&year.len()) && year.bytes().all(|byte| byte.is_ascii_digit());
        let row = (!row.is_empty()).then(|| row.into());
        Some(Self { year: year.parse().ok().filter(|_| is_year)?, row })
    }
}

impl std::fmt::Display for RowCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}-{}", Self::FORM, self.year, self.row.as_ref().map_or("", RowId::as_str))
    }
}

impl Record for SheetRow {
    type Id = RowId;
    fn id(&self) -> &RowId {
        &self.id
    }
}

impl SheetRow {
    /// The columns nobody wrote in.
    pub fn empty_columns(&self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(|column| self.cell(*column).trim().is_empty())
    }
}

impl Council {
    /// The sheet of a fiscal year, in the council's order.
    pub fn sheet_of(&self, year: i32) -> impl Iterator<Item = &SheetRow> {
        self.sheet.iter().filter(move |row| row.year == year)
    }

    /// The fiscal years that have a sheet, oldest first.
    pub fn sheet_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.sheet.iter().map(|row| row.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The row that this one goes on from; where that is not said, the first row of the same party a year before.
    pub fn sheet_row_before(&self, row: &SheetRow) -> Option<&SheetRow> {
        let said = row.from.as_ref().and_then(|id| self.sheet.get(id));
        said.filter(|it| it.year < row.year)
            .or_else(|| self.sheet_of(row.year.checked_sub(1)?).find(|it| it.who.is_same_party(&row.who)))
    }

    /// Rows of a fiscal year that nothing in the next one goes on from yet.
    pub fn sheet_to_carry(&self, year: i32) -> impl Iterator<Item = &SheetRow> {
        let carried: HashSet<&RowId> =
            self.sheet_of(year + 1).filter_map(|row| self.sheet_row_before(row)).map(|row| &row.id).collect();
        self.sheet_of(year).filter(move |row| !carried.contains(&row.id))
    }

    /// Every cell of a fiscal year that nobody wrote in, row by row.
    pub fn sheet_gaps(&self, year: i32) -> impl Iterator<Item = (&SheetRow, Column)> {
        self.sheet_of(year).flat_map(|row| row.empty_columns().map(move |column| (row, column)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_finds_its_row_again() {
        for (code, year, row) in [
            ("NS1-2026-hokenc26", 2026, Some("hokenc26")),
            ("NS1-999-a-b", 999, Some("a-b")),
            ("NS1-2026-", 2026, None),
        ] {
            let read = RowCode { year, row: row.map(RowId::from) };
            assert_eq!(RowCode::read(&format!(" {code}\n")), Some(read.clone()));
            assert_eq!(read.to_string(), code);
        }
        for other in
            ["", "NS1-", "NS1-2026", "NS1-20260-a", "NS1--5-a", "NS1-+5-a", "NS2-2026-a", "保健センター"]
        {
            assert_eq!(RowCode::read(other), None, "{other}");
        }
    }
}
