//! Names as they are typed into forms: who is meant. The one place where a form asks the roster.

use crate::{
    app::{
        form::{FieldError, Form},
        model::Model,
    },
    domain::Who,
    text::capture::{Named, Resolution, resolve, resolve_list},
};

/// Who a name field names: nobody when it is empty, somebody of the roster where exactly one goes by that name, else the bare name.
///
/// # Errors
/// Several go by that name.
pub fn who(model: &Model, form: &Form, field: usize) -> Result<Option<Who>, FieldError> {
    who_again(model, form, field, None)
}

/// The same where somebody stood there before: a name left as it was still means the same party.
///
/// # Errors
/// Several go by that name.
pub fn who_again(
    model: &Model,
    form: &Form,
    field: usize,
    before: Option<&Who>,
) -> Result<Option<Who>, FieldError> {
    let typed = form.text(field);
    if typed.is_empty() {
        return Ok(None);
    }
    let found = resolve(model.council(), model.today(), typed);
    meant(model, field, Named { typed, found }, before).map(Some)
}

/// Everyone a name field names, between 、 ・ or commas.
///
/// # Errors
/// Several go by one of the names.
pub fn everyone(model: &Model, form: &Form, field: usize) -> Result<Vec<Who>, FieldError> {
    everyone_again(model, form, field, &[])
}

/// The same where some stood there before: names left as they were still mean the same parties.
///
/// # Errors
/// Several go by one of the names.
pub fn everyone_again(
    model: &Model,
    form: &Form,
    field: usize,
    before: &[Who],
) -> Result<Vec<Who>, FieldError> {
    let typed = form.text(field);
    let named = resolve_list(model.council(), model.today(), typed)
        .unwrap_or_else(|| vec![Named { typed, found: Resolution::Unknown }]);
    named.into_iter().map(|name| meant(model, field, name, before)).collect()
}

fn meant<'w>(
    model: &Model,
    field: usize,
    Named { typed, found }: Named<'_>,
    before: impl IntoIterator<Item = &'w Who>,
) -> Result<Who, FieldError> {
    if let Some(same) = before.into_iter().find(|who| who.label == typed) {
        return Ok(same.clone());
    }
    match found {
        Resolution::One(who) => Ok(who),
        Resolution::Unknown => Ok(Who::new(typed, None)),
        Resolution::Many(several) => {
            let labels: Vec<&str> = several.iter().map(|who| who.label.as_str()).collect();
            let said = model.words.entry_several_people(typed, &labels.join(model.words.pick("・", ", ")));
            Err(FieldError { field, said })
        }
    }
}
