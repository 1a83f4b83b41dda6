//! The tables of a Word document. A form of two columns, what is asked beside what was written, is one row of a list.

use super::{
    Kind,
    columns::named,
    docx::Block,
    table::{Line, Table},
};

/// Every table of a document with its rows; all the forms in it together are one table before them.
pub fn tables(kind: Kind, blocks: &[Block]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut forms = Table::default();
    let mut number = 0;
    for block in blocks {
        let Block::Table(rows) = block else { continue };
        let first = number + 1;
        number += rows.len();
        if is_form(kind, rows) {
            add_form(&mut forms, first, rows);
        } else {
            let lines = (first..).zip(rows).map(|(number, cells)| Line { number, cells: cells.clone() });
            tables
                .push(Table { name: String::new(), lines: lines.filter(|line| !line.is_empty()).collect() });
        }
    }
    if !forms.lines.is_empty() {
        tables.insert(0, forms);
    }
    tables
}

/// Does nearly every row ask at the left for something we know?
fn is_form(kind: Kind, rows: &[Vec<String>]) -> bool {
    let asks = |cells: &&Vec<String>| cells.first().is_some_and(|cell| named(kind, cell).is_some());
    rows.len() > 1
        && rows.iter().all(|cells| cells.len() == 2)
        && rows.iter().filter(asks).count() * 3 >= rows.len() * 2
}

/// A form is a row under the headings of the first one, whatever order its own have.
fn add_form(forms: &mut Table, number: usize, rows: &[Vec<String>]) {
    if forms.lines.is_empty() {
        forms.lines.push(Line { number, cells: rows.iter().map(|cells| cells[0].clone()).collect() });
    }
    let headings = &forms.lines[0].cells;
    let written =
        |heading: &String| rows.iter().find(|cells| cells[0] == *heading).map(|cells| cells[1].clone());
    let cells = headings.iter().map(|heading| written(heading).unwrap_or_default()).collect();
    forms.lines.push(Line { number, cells });
}
