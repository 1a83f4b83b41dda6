//! Writing in a cell of the sheet where it stands: taking it up, going on to the next, keeping it or leaving it as it was.
//! What was typed is never lost: leaving the sheet keeps it, and what was given up comes back with its cell.

use super::{chosen, go_on, look_at};
use crate::{
    app::{
        clip::Clip,
        look::Tone,
        model::{ListId, Model},
        sheet::Writing,
        view::sheet::{areas, rows},
    },
    domain::{
        Column,
        decide::{self, record::LONGEST},
        id::RowId,
    },
    text::editor::Editor,
};

/// Takes up the cell in hand. One that was given up half way goes on from there.
pub fn begin(model: &mut Model) {
    let Some(row) = chosen(model) else { return };
    let (id, column) = (row.id.clone(), model.sheet.column);
    let text = row.cell(column).to_owned();
    if text.len() > LONGEST {
        return model.tell(Tone::Warn, model.words.sheet_too_long());
    }
    let seq = model.history.seq();
    let given_up = model.sheet.given_up.take_if(|it| it.row == id && it.column == column);
    if given_up.is_some() {
        model.tell(Tone::Plain, model.words.sheet_goes_on());
    }
    let fresh = || {
        let mut editor = Editor::note();
        editor.set(&text);
        Writing { row: id, column, editor, seq }
    };
    model.sheet.writing = Some(given_up.unwrap_or_else(fresh));
}

/// Takes up a cell with what was being typed in it when the program ended, unless it was written down after all.
pub fn go_on_with(model: &mut Model, (row, column): (RowId, Column), typed: &str) {
    let written = model.council().sheet.get(&row).map(|row| row.cell(column) == typed.trim());
    if written == Some(true) {
        return;
    }
    if !look_at(model, &row, column) {
        return lose(model, typed.to_owned());
    }
    begin(model);
    if let Some(writing) = &mut model.sheet.writing {
        let all = 0..writing.editor.text().len();
        writing.editor.replace(all, typed);
        model.tell(Tone::Warn, model.words.sheet_goes_on());
    }
}

/// Writes the cell down and takes the next one in hand.
pub fn keep(model: &mut Model) {
    if finish(model) {
        go_on(model, 1);
    }
}

/// Writes the cell down and goes on writing in the next.
pub fn write_next(model: &mut Model) {
    write_beside(model, 1);
}

/// The same in the one before.
pub fn write_previous(model: &mut Model) {
    write_beside(model, -1);
}

fn write_beside(model: &mut Model, steps: isize) {
    if finish(model) && go_on(model, steps) {
        begin(model);
    }
}

/// Writes down what is typed, wherever the screen is. Returns whether the cell is done with; one that cannot be kept stays as it is typed.
pub fn finish(model: &mut Model) -> bool {
    let Some(Writing { row, column, editor, .. }) = &model.sheet.writing else { return true };
    let done = !editor.is_changed() || {
        let decision = decide::sheet::write(model.council(), row, *column, editor.text(), model.today());
        model.commit(decision)
    };
    if done {
        model.sheet.writing = None;
    }
    done
}

/// Leaves the cell as it was. What was typed is kept for the next time it is taken up.
pub fn give_up(model: &mut Model) {
    let Some(writing) = model.sheet.writing.take() else { return };
    if writing.editor.is_changed() {
        model.tell(Tone::Warn, model.words.sheet_given_up());
        model.sheet.given_up = Some(writing);
    }
}

pub fn cell_up(model: &mut Model) {
    with_columns(model, |editor, step| step.up(editor));
}

pub fn cell_down(model: &mut Model) {
    with_columns(model, |editor, step| step.down(editor));
}

/// A row of the text up or down, choosing what lies between.
pub fn select_rows(model: &mut Model, down: bool) {
    with_columns(model, |editor, step| {
        editor.extend(|editor| match down {
            true if !step.down(editor) => editor.end(),
            false if !step.up(editor) => editor.home(),
            _ => {}
        });
        true
    });
}

/// Steps by rows of the text as it shows.
struct Step {
    ruler: crate::text::ruler::Ruler,
    cols: usize,
}

impl Step {
    fn up(&self, editor: &mut Editor) -> bool {
        editor.up(self.ruler, self.cols)
    }

    fn down(&self, editor: &mut Editor) -> bool {
        editor.down(self.ruler, self.cols)
    }
}

fn with_columns(model: &mut Model, act: impl FnOnce(&mut Editor, &Step) -> bool) {
    let step = Step { ruler: model.look.ruler, cols: usize::from(areas(model).text.width) };
    if let Some(writing) = &mut model.sheet.writing {
        act(&mut writing.editor, &step);
    }
}

pub fn new_line(model: &mut Model) {
    crate::app::update::editing::type_in(model, "\n");
}

/// Keeps the cell in hand one with the sheet. Whoever left the sheet has written it down; where its row is gone, what was typed can be
/// pasted elsewhere.
pub fn settle(model: &mut Model) {
    let Some(writing) = &model.sheet.writing else { return };
    let (id, column) = (writing.row.clone(), writing.column);
    if !model.may_write() {
        return give_up(model);
    }
    let Some(row) = model.council().sheet.get(&id) else {
        return lose_row(model);
    };
    let (text, seq) = (row.cell(column).to_owned(), model.history.seq());
    if model.list_id() != ListId::Sheet || model.sheet_year() != Some(row.year) {
        finish(model);
        return;
    }
    // Whatever turned the wheel or came in from elsewhere, the cell that is typed in stays in hand.
    if rows(model).place_of(&id).is_none() {
        model.list_of_mut(ListId::Sheet).search.set("");
    }
    crate::app::update::list::go_to(model, ListId::Sheet, rows, &id);
    model.sheet.column = column;
    if let Some(writing) = &mut model.sheet.writing
        && writing.seq != seq
    {
        if !writing.editor.is_changed() && writing.editor.text() != text {
            writing.editor.set(&text);
        }
        writing.seq = seq;
    }
}

fn lose_row(model: &mut Model) {
    let Some(writing) = model.sheet.writing.take() else { return };
    if writing.editor.is_changed() {
        lose(model, writing.editor.text().to_owned());
    }
}

/// There is no row any more for what was typed.
fn lose(model: &mut Model, typed: String) {
    model.clip = Some(Clip::Text(typed));
    model.tell(Tone::Warn, model.words.sheet_row_gone());
}
