//! Names as they are typed into forms: who is meant. The one place where a form asks the roster.

use crate::{
    app::{
        form::{FieldError, Form},
        model::Model,
    },
    domain::{Council, Member, Party, Who},
    text::fold::fold,
};

/// Who a name field names: nobody when it is empty, somebody of the roster where exactly one goes by that name, else the bare name.
///
/// # Errors
/// Several go by that name.
pub fn who(model: &Model, form: &Form, field: usize) -> Result<Option<Who>, FieldError> {
    match form.text(field) {
        "" => Ok(None),
        typed => named(model, typed).map(Some).map_err(|said| FieldError { field, said }),
    }
}

/// Everyone a name field names, between 、 ・ or commas.
///
/// # Errors
/// Several go by one of the names.
pub fn everyone(model: &Model, form: &Form, field: usize) -> Result<Vec<Who>, FieldError> {
    let parts = form.text(field).split(['、', '，', ',', '・', '､', '･']).map(str::trim);
    let people = parts.filter(|part| !part.is_empty()).map(|part| named(model, part));
    people.collect::<Result<_, _>>().map_err(|said| FieldError { field, said })
}

fn named(model: &Model, typed: &str) -> Result<Who, String> {
    let council = model.council();
    let mut found = bearers(council, typed);
    match found.len() {
        0 => Ok(Who::new(typed, None)),
        1 => Ok(council.who(found.remove(0))),
        _ => {
            let labels: Vec<String> = found.iter().filter_map(|party| council.party_label(party)).collect();
            Err(model.words.entry_several_people(typed, &labels.join(model.words.pick("・", ", "))))
        }
    }
}

/// Everyone on the roster who goes by a name, a code, a post of an organisation, or the title of a seat.
fn bearers(council: &Council, typed: &str) -> Vec<Party> {
    let key = fold(typed);
    let goes_by = |names: &[&str]| names.iter().any(|name| fold(name) == key);
    let member = |member: &&Member| goes_by(&[&member.name, &member.code, &council.member_label(member)]);
    let members = council.members.iter().filter(member).map(|it| Party::Member(it.id.clone()));
    let organisations = council.organisations.iter().filter(|it| goes_by(&[&it.name, &it.short]));
    let roles = council.roles.iter().filter(|it| goes_by(&[&it.title]));
    members
        .chain(organisations.map(|it| Party::Organisation(it.id.clone())))
        .chain(roles.map(|it| Party::Role(it.id.clone())))
        .collect()
}
