//! A form: labelled fields in a popup, checked as a whole when it is saved. What was typed stays until it is right or given up.

use super::model::Model;
use crate::domain::Point;
use crate::text::{
    capture::point,
    dates::{parse_date, parse_past_date, parse_time},
    editor::Editor,
    fold::fold,
};
use chrono::{NaiveDate, NaiveTime};

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum Input {
    Text(Editor),
    /// Text that completes from the roster.
    Name(Editor),
    /// Text of several lines; a form has no more than one.
    Note(Editor),
    Choice {
        options: Vec<String>,
        at: usize,
    },
}

#[derive(Clone, Debug)]
pub struct Field {
    pub label: String,
    /// What may stand here, in a few words.
    pub hint: String,
    pub input: Input,
    /// What stands here is the program's guess: the first letter typed takes its place.
    pub suggested: bool,
}

fn filled(text: &str) -> Editor {
    let mut editor = Editor::line();
    editor.set(text);
    editor
}

impl Field {
    fn new(label: &str, input: Input) -> Self {
        Self { label: label.to_owned(), hint: String::new(), input, suggested: false }
    }

    pub fn text(label: &str, value: impl AsRef<str>) -> Self {
        Self::new(label, Input::Text(filled(value.as_ref())))
    }

    pub fn name(label: &str, value: impl AsRef<str>) -> Self {
        Self::new(label, Input::Name(filled(value.as_ref())))
    }

    pub fn note(label: &str, value: &str) -> Self {
        let mut editor = Editor::note();
        editor.set(value);
        Self::new(label, Input::Note(editor))
    }

    pub fn choice(label: &str, options: Vec<String>, at: usize) -> Self {
        Self::new(label, Input::Choice { at: at.min(options.len().saturating_sub(1)), options })
    }

    pub fn yes_no(model: &Model, label: &str, yes: bool) -> Self {
        let options = vec![model.words.no().to_owned(), model.words.yes().to_owned()];
        Self::choice(label, options, usize::from(yes))
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Marks what stands in the field as a guess.
    #[must_use]
    pub fn suggested(mut self) -> Self {
        self.suggested = true;
        self
    }

    pub const fn editor(&self) -> Option<&Editor> {
        match &self.input {
            Input::Text(editor) | Input::Name(editor) | Input::Note(editor) => Some(editor),
            Input::Choice { .. } => None,
        }
    }

    pub const fn editor_mut(&mut self) -> Option<&mut Editor> {
        match &mut self.input {
            Input::Text(editor) | Input::Name(editor) | Input::Note(editor) => Some(editor),
            Input::Choice { .. } => None,
        }
    }
}

/// What is wrong with which field, in the user's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub field: usize,
    pub said: String,
}

/// Saves a filled-in form: commits the edits, or says which field is wrong. The form closes only on success.
pub type Submit = fn(&mut Model, &Form) -> Result<(), FieldError>;

#[derive(Clone, Debug)]
pub struct Form {
    pub title: String,
    /// The id of the record it is about; empty for a new one.
    pub about: String,
    pub fields: Vec<Field>,
    /// The field with the keys.
    pub at: usize,
    pub error: Option<FieldError>,
    pub submit: Submit,
}

impl Form {
    pub fn new(
        title: impl Into<String>,
        about: impl Into<String>,
        fields: Vec<Field>,
        submit: Submit,
    ) -> Self {
        Self { title: title.into(), about: about.into(), fields, at: 0, error: None, submit }
    }

    /// Marks everything that stands in the fields as guesses.
    #[must_use]
    pub fn suggesting(mut self) -> Self {
        self.fields = self.fields.into_iter().map(Field::suggested).collect();
        self
    }

    /// What stands in a text field, without spaces at its ends; empty for a choice.
    pub fn text(&self, field: usize) -> &str {
        self.fields[field].editor().map_or("", |editor| editor.text().trim())
    }

    /// Which option of a choice is on; 0 for a text field.
    pub fn choice(&self, field: usize) -> usize {
        match self.fields[field].input {
            Input::Choice { at, .. } => at,
            _ => 0,
        }
    }

    pub fn yes(&self, field: usize) -> bool {
        self.choice(field) == 1
    }

    /// The day in a text field; none when it is empty.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn date(&self, model: &Model, field: usize) -> Result<Option<NaiveDate>, FieldError> {
        self.read(field, |typed| {
            parse_date(typed, model.today()).map_err(|refusal| model.words.date_refusal(typed, &refusal))
        })
    }

    /// The same for something that has been: without a year, the last such day.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn past_date(&self, model: &Model, field: usize) -> Result<Option<NaiveDate>, FieldError> {
        self.read(field, |typed| {
            parse_past_date(typed, model.today()).map_err(|refusal| model.words.date_refusal(typed, &refusal))
        })
    }

    /// The time of day in a text field; none when it is empty.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn time(&self, model: &Model, field: usize) -> Result<Option<NaiveTime>, FieldError> {
        self.read(field, |typed| parse_time(typed).ok_or_else(|| model.words.entry_not_a_time(typed)))
    }

    /// The whole number in a text field, up to 99999; none when it is empty.
    ///
    /// # Errors
    /// It is no such number.
    pub fn number(&self, model: &Model, field: usize) -> Result<Option<u32>, FieldError> {
        self.read(field, |typed| {
            let number = fold(typed).parse().ok().filter(|number| *number < 100_000);
            number.ok_or_else(|| model.words.entry_not_a_number(typed))
        })
    }

    /// The points in a text field, by number or name, parted by commas or spaces.
    ///
    /// # Errors
    /// One of them is no point.
    pub fn points(&self, model: &Model, field: usize) -> Result<Vec<Point>, FieldError> {
        let typed = self.text(field).split([' ', '\u{3000}', '、', '､', ',', '，']);
        let mut points = Vec::new();
        for name in typed.filter(|name| !name.is_empty()) {
            let said = || model.words.entry_not_a_point(name);
            let point = point(name).ok_or_else(|| FieldError { field, said: said() })?;
            if !points.contains(&point) {
                points.push(point);
            }
        }
        Ok(points)
    }

    fn read<T>(
        &self,
        field: usize,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, FieldError> {
        match self.text(field) {
            "" => Ok(None),
            typed => parse(typed).map(Some).map_err(|said| FieldError { field, said }),
        }
    }
}

impl Model {
    /// Opens a form over whatever is there.
    pub fn open_form(&mut self, form: Form) {
        self.overlays.push(super::overlay::Overlay::Form(form));
    }

    /// Commits a form's edits; a refusal is laid at `field`.
    ///
    /// # Errors
    /// The refusal in the user's words, at that field.
    pub fn submit_at(
        &mut self,
        field: usize,
        decision: crate::domain::decide::Decision,
    ) -> Result<(), FieldError> {
        self.attempt(decision).map_err(|refusal| FieldError { field, said: self.refusal(&refusal) })
    }
}
