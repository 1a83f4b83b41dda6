//! Taking in lists and minutes kept elsewhere: which file, what it would do, which column is what, and taking it.

use crate::{
    app::{
        command::Ready,
        effect::Effect,
        form::{Field, FieldError, Form},
        intake::Intake,
        look::Tone,
        model::{BoardView, Model, Pane},
        notice::Notice,
        overlay::Overlay,
        picker::{Choice, Picker},
        row::Para,
        view,
    },
    domain::decide::import::Fate,
    intake::{self, Kind, Material, NoPlan, Unread, Wanted},
    words::Words,
};

const PATH: usize = 0;
const KIND: usize = 1;

/// Asks for the file, and what is in it: what the pane shows, unless another is chosen.
pub fn open(model: &mut Model) {
    let words = model.words;
    let kinds = Kind::ALL.map(|kind| words.intake_kind(kind).to_owned()).to_vec();
    let here = kind_here(model);
    let at = Kind::ALL.iter().position(|kind| *kind == here).unwrap_or(0);
    let fields = vec![
        Field::text(words.intake_file(), "").hint(words.intake_file_hint()),
        Field::choice(words.intake_what(), kinds, at).hint(words.intake_what_hint()),
    ];
    model.open_form(Form::new(words.intake_form(), "", fields, ask));
}

/// What the pane on screen holds.
fn kind_here(model: &Model) -> Kind {
    match (model.pane, model.board_view) {
        (Pane::Actions, _) => Kind::Actions,
        (Pane::Board, BoardView::Sheet(_)) => Kind::Sheet,
        (Pane::Record, _) => Kind::Minutes,
        _ => Kind::Roster,
    }
}

fn ask(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let path = unquoted(form.text(PATH));
    if path.is_empty() {
        return Err(FieldError { field: PATH, said: model.words.intake_file_wanted().to_owned() });
    }
    let kind = Kind::ALL[form.choice(KIND)];
    if kind == Kind::Minutes && model.meeting().is_none() {
        return Err(FieldError { field: KIND, said: model.words.no_meeting_to_show().to_owned() });
    }
    model.tell(Tone::Dim, model.words.intake_reading());
    model.ask(Effect::Read { path, kind });
    Ok(())
}

/// A path as a terminal writes it where a file is dragged onto it: in quotation marks, or with a backslash before each space.
fn unquoted(typed: &str) -> String {
    let typed = typed.trim();
    let quoted = ['\'', '"'].into_iter().find_map(|mark| typed.strip_prefix(mark)?.strip_suffix(mark));
    quoted.map_or_else(|| typed.replace("\\ ", " "), str::to_owned)
}

/// A file was read: shows what it would do.
pub fn arrived(model: &mut Model, name: String, kind: Kind, bytes: &[u8]) {
    model.toast = None;
    show(model, name, kind, intake::read(kind, bytes));
}

/// Cells were pasted where no text field is. Is it a table?
pub fn is_table(text: &str) -> bool {
    text.contains('\t') && text.trim_end().contains(['\n', '\r'])
}

/// Shows what pasted cells would do.
pub fn pasted(model: &mut Model, kind: Kind, text: &str) {
    let name = model.words.intake_pasted().to_owned();
    show(model, name, kind, intake::tables_of_text(text).map(Material::Tables));
}

fn show(model: &mut Model, name: String, kind: Kind, read: Result<Material, Unread>) {
    let material = match read {
        Ok(material) => material,
        Err(why) => {
            let said = model.words.no_intake(&name, kind, &NoPlan::Unread(why));
            let paras = [said.what, said.next].map(Para::plain).map(crate::app::notice::Piece::Para);
            return model.notify(Notice::new(model.words.intake_form(), paras.to_vec()));
        }
    };
    let wanted = Wanted {
        kind,
        maps: Vec::new(),
        meeting: model.meeting.clone(),
        year: model.sheet_year().unwrap_or_else(|| model.council().fiscal_year(model.today())),
        empties: false,
        now: model.now,
    };
    let intake = model.plan_intake(Intake::new(name, material, wanted));
    model.overlays.push(Overlay::Intake(Box::new(intake)));
}

impl Model {
    /// What is about to be taken in, where that lies on top.
    pub fn intake(&self) -> Option<&Intake> {
        match self.overlays.last() {
            Some(Overlay::Intake(intake)) => Some(intake),
            _ => None,
        }
    }
}

fn change(model: &mut Model, change: impl FnOnce(&mut Intake)) {
    let Some(mut intake) = model.intake().cloned() else { return };
    change(&mut intake);
    let intake = model.plan_intake(intake);
    if let Some(Overlay::Intake(top)) = model.overlays.last_mut() {
        **top = intake;
    }
}

/// Tells what would be done as soon as all it needs is read.
pub fn settle(model: &mut Model) {
    if model.intake().is_some_and(Intake::is_waiting) && model.intake_lacks().is_empty() {
        change(model, |_| {});
    }
}

pub fn scroll(model: &mut Model, steps: isize) {
    let Some((shown, rows)) = model.intake().map(|intake| view::intake::extent(model, intake)) else {
        return;
    };
    if let Some(Overlay::Intake(intake)) = model.overlays.last_mut() {
        intake.offset = intake.offset.saturating_add_signed(steps).min(rows.saturating_sub(shown));
    }
}

/// Is there more than shows?
pub fn goes_on(model: &Model) -> bool {
    model.intake().is_some_and(|intake| {
        let (shown, rows) = view::intake::extent(model, intake);
        intake.offset + shown < rows
    })
}

/// Is there something to be taken in?
pub fn can_take(model: &Model) -> Ready {
    let imported = model.intake().and_then(Intake::imported);
    let is_some = imported.is_some_and(|it| !it.edits.is_empty() || !it.refused.is_empty());
    if is_some { Ready::Yes } else { Ready::Off(Words::intake_nothing) }
}

/// Takes it in; where lines are refused, asks first whether the others are to go in.
pub fn take(model: &mut Model) {
    let Some(imported) = model.intake().and_then(Intake::imported) else { return };
    let words = model.words;
    if imported.refused.is_empty() {
        return take_rest(model);
    }
    if imported.edits.is_empty() {
        return model.tell(Tone::Warn, words.intake_nothing());
    }
    let (refused, others) = (imported.refused.len(), imported.rows.len() - imported.count(Fate::Left));
    let paras =
        vec![Para::plain(words.intake_ask_rest(refused, others)), Para::plain(words.intake_ask_keys())];
    model.notify(Notice::asking(words.intake_form(), paras, take_rest));
}

/// Takes in all that can be, for the council as it is now.
fn take_rest(model: &mut Model) {
    change(model, |_| {});
    let Some(Ok(plan)) = model.intake().map(|intake| intake.plan.clone()) else { return };
    let said = model.words.intake_done(&model.words.intake_summary(&plan.imported));
    if model.commit(Ok(plan.imported.edits)) {
        model.overlays.pop();
        model.tell(Tone::Good, said);
    }
}

/// Leaves everything as it was.
pub fn leave(model: &mut Model) {
    model.overlays.pop();
    model.tell(Tone::Plain, model.words.intake_left_alone());
}

pub fn has_columns(model: &Model) -> Ready {
    match model.intake() {
        Some(intake) if intake.wanted.kind.is_table() => Ready::Yes,
        _ => Ready::Off(Words::intake_no_columns),
    }
}

/// Chooses a column to say what is in it.
pub fn pick_column(model: &mut Model) {
    let Some(intake) = model.intake() else { return };
    let words = model.words;
    let choices = (0..).zip(intake.columns()).map(|(place, column): (usize, _)| {
        let field = column.field.map_or(words.intake_not_read(), |field| words.intake_field(field));
        Choice::new(place.to_string(), format!("{}  {}", place + 1, column.text.trim())).note(field)
    });
    let picker = Picker::new(words.intake_pick_column(), "", choices.collect(), pick_field);
    model.overlays.push(Overlay::Picker(picker));
}

fn pick_field(model: &mut Model, _about: &str, place: &str) {
    let Some(intake) = model.intake() else { return };
    let words = model.words;
    let fields = intake.wanted.kind.fields().iter();
    let choices = fields.map(|field| Choice::new(field.key(), words.intake_field(*field)).also(field.key()));
    let choices = choices.chain([Choice::new("", words.intake_not_read())]).collect();
    let picker = Picker::new(words.intake_pick_field(), place, choices, map);
    model.overlays.push(Overlay::Picker(picker));
}

/// A field is in one column: where it was said of another before, that one is read no more.
fn map(model: &mut Model, place: &str, key: &str) {
    let Ok(place) = place.parse::<usize>() else { return };
    change(model, |intake| {
        let field = intake.wanted.kind.fields().iter().copied().find(|field| field.key() == key);
        intake.said.retain(|(at, it)| *at != place && (field.is_none() || *it != field));
        intake.said.push((place, field));
    });
}

/// Is there a first line of which it is not known whether it names the columns?
pub fn has_first_line(model: &Model) -> Ready {
    match model.intake() {
        Some(intake) if intake.wanted.kind.is_table() && !intake.has_headings() => Ready::Yes,
        _ => Ready::Off(Words::intake_headings_known),
    }
}

/// The first line names the columns, or is a row like the others.
pub fn turn_headed(model: &mut Model) {
    change(model, |intake| intake.headed = !intake.headed);
    let headed = model.intake().is_some_and(|intake| intake.headed);
    let said = if headed { model.words.intake_first_names() } else { model.words.intake_first_is_row() };
    model.tell(Tone::Plain, said);
}

pub fn is_sheet(model: &Model) -> Ready {
    match model.intake() {
        Some(intake) if intake.wanted.kind == Kind::Sheet => Ready::Yes,
        _ => Ready::Off(Words::intake_only_sheets),
    }
}

/// What the sender left empty erases what stands there, or does not.
pub fn turn_empties(model: &mut Model) {
    change(model, |intake| intake.wanted.empties = !intake.wanted.empties);
    let empties = model.intake().is_some_and(|intake| intake.wanted.empties);
    let said = if empties { model.words.intake_empties() } else { model.words.intake_no_empties() };
    model.tell(Tone::Plain, said);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_was_dragged_here_is_the_path() {
        for typed in ["/a b/名簿.csv", "'/a b/名簿.csv'", "\"/a b/名簿.csv\" ", "/a\\ b/名簿.csv"] {
            assert_eq!(unquoted(typed), "/a b/名簿.csv");
        }
        assert_eq!(unquoted("C:\\名簿.csv"), "C:\\名簿.csv");
    }
}
