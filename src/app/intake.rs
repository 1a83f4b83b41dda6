//! A list or minutes kept elsewhere, read and not yet taken in: what it would do, line by line, and which column somebody said is what.
//! Nothing of it is in the council before it is taken.

use super::{look::Tone, model::Model, row::Para};
use crate::{
    domain::{
        Mint, Refusal, Unread,
        decide::import::{Fate, Field, Imported, Taken},
    },
    intake::{self, Heading, Headings, Kind, Map, Material, NoPlan, NotMapped, Plan, Table, Wanted},
    words::{Words, intake::Changed},
};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Intake {
    /// The file, or that it was pasted.
    pub name: String,
    pub material: Arc<Material>,
    pub wanted: Wanted,
    /// What somebody said is in a column, by its place.
    pub said: Vec<(usize, Option<Field>)>,
    /// The first line names the columns, where no line is known to.
    pub headed: bool,
    pub plan: Result<Plan, NoPlan>,
    /// What it would do, as it is shown.
    pub paras: Vec<Para>,
    /// How far that is scrolled.
    pub offset: usize,
}

impl Intake {
    /// What was read, before it is worked out what it would do.
    pub fn new(name: String, material: Material, wanted: Wanted) -> Self {
        Self {
            name,
            material: Arc::new(material),
            wanted,
            said: Vec::new(),
            headed: true,
            plan: Err(NoPlan::Refused(Refusal::NotLoaded)),
            paras: Vec::new(),
            offset: 0,
        }
    }

    pub fn tables(&self) -> &[Table] {
        match &*self.material {
            Material::Tables(tables) => tables,
            Material::Prose(_) => &[],
        }
    }

    fn first_line(&self) -> &[String] {
        self.tables().first().and_then(|table| table.lines.first()).map_or(&[], |line| &line.cells)
    }

    /// Are there headings that nobody had to explain?
    pub fn has_headings(&self) -> bool {
        Headings::find(self.wanted.kind, self.tables(), &[]).is_ok()
    }

    /// What was said of the columns, as it finds them.
    pub fn maps(&self) -> Vec<Map> {
        let cells: &[String] = if self.headed && !self.has_headings() { self.first_line() } else { &[] };
        let maps = self.said.iter().flat_map(|(place, field)| {
            let heading = cells.get(*place).filter(|cell| !cell.trim().is_empty());
            let named = heading.map(|cell| Map { column: cell.clone(), field: *field });
            named.into_iter().chain([Map::at(*place, *field)])
        });
        maps.collect()
    }

    /// The columns as they are understood; where no headings are known, under what stands in the first line.
    pub fn columns(&self) -> Vec<Heading> {
        if let Ok(Plan { headings: Some(headings), .. }) = &self.plan {
            return headings.columns.clone();
        }
        let mut columns = Headings::guess(self.wanted.kind, self.tables()).columns;
        for (column, cell) in columns.iter_mut().zip(self.first_line()) {
            column.text.clone_from(cell);
        }
        for (place, field) in &self.said {
            if let Some(column) = columns.get_mut(*place) {
                column.field = *field;
            }
        }
        columns
    }

    pub const fn imported(&self) -> Option<&Imported> {
        match &self.plan {
            Ok(plan) => Some(&plan.imported),
            Err(_) => None,
        }
    }

    /// It waits for a part of the council that is not read yet.
    pub fn is_waiting(&self) -> bool {
        self.plan == Err(NoPlan::Refused(Refusal::NotLoaded))
    }
}

impl Model {
    /// Works out again what would be taken in, for the council as it is.
    pub fn plan_intake(&mut self, mut intake: Intake) -> Intake {
        intake.wanted.maps = intake.maps();
        intake.wanted.now = self.now;
        let mint: &mut Mint = &mut self.mint;
        intake.plan = intake::plan(&intake.material, &intake.wanted, self.history.council(), mint);
        intake.paras = self.preview(&intake);
        intake.offset = 0;
        intake
    }

    /// What has to be read before it can be told what would be taken in.
    pub(super) fn intake_lacks(&self) -> Unread {
        match self.intake().filter(|intake| intake.is_waiting()) {
            Some(intake) => self.lacks_to_take_in(&intake.wanted),
            None => Unread::default(),
        }
    }

    fn lacks_to_take_in(&self, wanted: &Wanted) -> Unread {
        let council = self.council();
        let meeting = wanted.meeting.as_ref().map(|id| council.unread_of(id));
        let mut lacks = meeting.unwrap_or_default();
        lacks.extend(Unread { shelves: council.unread_shelves().collect(), ..Unread::default() });
        lacks
    }

    fn preview(&self, intake: &Intake) -> Vec<Para> {
        let words = self.words;
        let mut paras = columns(words, intake).into_iter().collect::<Vec<_>>();
        match &intake.plan {
            Ok(plan) => {
                paras.insert(0, Para::new(words.intake_summary(&plan.imported), Tone::Strong));
                paras.extend(refused(words, &plan.imported));
                match intake.wanted.kind {
                    Kind::Minutes => paras.extend(in_order(words, &plan.imported)),
                    _ => paras.extend(self.rows(&plan.imported)),
                }
            }
            Err(_) if intake.is_waiting() => paras.push(Para::new(words.reading(), Tone::Dim)),
            Err(why) => {
                let said = words.no_intake(&intake.name, intake.wanted.kind, why);
                let next = match why {
                    NoPlan::NotMapped(NotMapped::NoHeadings) => words.intake_map_here().to_owned(),
                    _ => said.next,
                };
                paras.insert(0, Para::new(said.what, Tone::Warn));
                paras.extend([said.why, next].into_iter().filter(|it| !it.is_empty()).map(Para::plain));
            }
        }
        paras
    }

    /// What becomes of each row of a list: first what changes, last what stays as it is.
    fn rows(&self, imported: &Imported) -> Vec<Para> {
        let words = self.words;
        let mut after = self.council().clone();
        // They were made for this council, one after the other.
        let fits = after.apply_all(&imported.edits).is_ok();
        let mut paras = Vec::new();
        let kinds = [
            (Fate::Changed, words.intake_changed_lines()),
            (Fate::Added, words.intake_added_lines()),
            (Fate::Left, words.intake_left_lines()),
        ];
        for (fate, title) in kinds {
            let rows = || imported.rows.iter().filter(|row| row.fate == fate);
            if rows().next().is_some() {
                paras.extend([Para::blank(), Para::new(title, Tone::Accent)]);
            }
            for row in rows() {
                paras.push(row_para(words, row));
                let edits = &imported.edits[row.edits.clone()];
                if fate == Fate::Changed && fits {
                    let changes = words.intake_changes(self.council(), &after, edits);
                    paras.extend(changes.into_iter().map(|change| self.change_para(change)));
                }
            }
        }
        paras
    }

    /// How to reach somebody is not for a screen that a room looks at.
    fn change_para(&self, change: Changed) -> Para {
        let words = self.words;
        let Changed { label, before, after, private } = change;
        let hidden = private && self.council().running().is_some();
        let text = if hidden {
            format!("    {label}  {}", words.roster_private())
        } else {
            format!("    {}", words.intake_change(label, &before, &after))
        };
        Para { hang: 6, ..Para::plain(text) }
    }
}

/// What cannot be taken, and why.
fn refused(words: Words, imported: &Imported) -> Vec<Para> {
    if imported.refused.is_empty() {
        return Vec::new();
    }
    let lines = imported.refused.iter().map(|it| {
        let text = format!("✗ {}  {}", words.intake_line(it.line), words.intake_refused(&it.why));
        Para { hang: 2, ..Para::new(text, Tone::Warn) }
    });
    let title = [Para::blank(), Para::new(words.intake_refused_lines(), Tone::Bad)];
    title.into_iter().chain(lines).collect()
}

/// Minutes are read as they were written.
fn in_order(words: Words, imported: &Imported) -> impl Iterator<Item = Para> {
    std::iter::once(Para::blank()).chain(imported.rows.iter().map(move |row| row_para(words, row)))
}

fn row_para(words: Words, row: &Taken) -> Para {
    let (sign, tone) = match row.fate {
        Fate::Added => ("＋", Tone::Plain),
        Fate::Changed => ("→", Tone::Plain),
        Fate::Left => ("・", Tone::Dim),
    };
    let aside = words.intake_aside(row).map(|aside| format!("  {aside}")).unwrap_or_default();
    let what = row.what.replace('\n', " / ");
    Para { hang: 2, ..Para::new(format!("{sign} {}  {what}{aside}", words.intake_line(row.line)), tone) }
}

/// Which column is what.
fn columns(words: Words, intake: &Intake) -> Option<Para> {
    if intake.wanted.kind == Kind::Minutes {
        return None;
    }
    let columns = intake.columns();
    let said = (1..).zip(&columns).filter(|(_, it)| !it.text.is_empty() || it.field.is_some());
    let said = said.map(|(number, it): (usize, _)| {
        let field = it.field.map_or(words.intake_not_read(), |field| words.intake_field(field));
        words.intake_column(format!("{number} {}", it.text.trim()).trim_end(), field)
    });
    let list: Vec<String> = said.collect();
    Some(Para { hang: 4, ..Para::new(format!("{}  {}", words.intake_columns(), list.join("  ")), Tone::Dim) })
}
