//! `norishiro sheet`: the plan-and-evaluation sheet of a fiscal year, row by row.

use crate::{
    cli::{answer::Answer, args, failure::Failure, shell::Shell},
    domain::{Column, Council, SheetRow},
    text::dates::{iso, parse_fiscal_year},
};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    year: i32,
    whose: &'a str,
    programme: &'a str,
    viewpoint: &'a str,
    aim: &'a str,
    problems: &'a str,
    progress: &'a str,
    evaluation: &'a str,
    /// The columns nobody wrote in.
    empty: Vec<&'static str>,
    /// The row of the year before that it goes on from.
    before: Option<&'a str>,
    touched: Option<String>,
}

pub fn run(shell: &Shell, asked: &args::Sheet) -> Result<Answer, Failure> {
    let open = shell.open(&asked.council)?;
    let council = open.council();
    let year = match &asked.year {
        Some(typed) => parse_fiscal_year(typed).ok_or_else(|| Failure::NotAYear(typed.clone()))?,
        None => council.fiscal_year(shell.today()),
    };
    let rows: Vec<Row> = council.sheet_of(year).map(|it| row(council, it)).collect();
    Ok(Answer::either(asked.json.json, &rows, || told(shell, council, year)))
}

fn row<'a>(council: &'a Council, it: &'a SheetRow) -> Row<'a> {
    Row {
        id: it.id.as_str(),
        year: it.year,
        whose: &it.who.label,
        programme: &it.programme,
        viewpoint: &it.viewpoint,
        aim: &it.aim,
        problems: &it.problems,
        progress: &it.progress,
        evaluation: &it.evaluation,
        empty: it.empty_columns().map(Column::key).collect(),
        before: council.sheet_row_before(it).map(|before| before.id.as_str()),
        touched: it.touched.map(iso),
    }
}

/// A heading for each row, its cells below in a column of their own. A year without a sheet is told the years that have one.
fn told(shell: &Shell, council: &Council, year: i32) -> String {
    let (words, ruler, mut sheet) = (shell.words, shell.ruler(), shell.sheet());
    let name = words.fiscal_year(year);
    if council.sheet_of(year).next().is_none() {
        let years = council.sheet_years().into_iter().map(|year| words.fiscal_year(year));
        let years = years.collect::<Vec<_>>().join(words.pick("、", ", "));
        return match years.as_str() {
            "" => format!("{}\n", words.cli_no_sheet()),
            years => words.cli_no_sheet_of(&name, years) + "\n",
        };
    }
    let column = Column::ALL.map(|column| ruler.width(words.sheet_column(column)));
    let column = column.into_iter().max().unwrap_or(0) + 2;
    sheet.para(&words.sheet_title(&name));
    for row in council.sheet_of(year) {
        sheet.heading(&row.who.label);
        for column_of in Column::ALL {
            let cell = row.cell(column_of);
            let cell = if cell.is_empty() { "-" } else { cell };
            sheet.hung(words.sheet_column(column_of), column, cell);
        }
    }
    sheet.finish()
}
