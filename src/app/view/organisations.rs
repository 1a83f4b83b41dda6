//! The organisations of the roster by class.

use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Row, Rows},
        update::list::matching,
    },
    domain::{Carried, Class, Council, Organisation, id::OrganisationId},
};
use std::cell::LazyCell;

/// The three classes of the guideline and the council's own, in the order they came up.
pub fn classes(council: &Council) -> Vec<Class> {
    let mut classes = vec![Class::Community, Class::Occupational, Class::Other];
    for organisation in &council.organisations {
        if !classes.contains(&organisation.class) {
            classes.push(organisation.class.clone());
        }
    }
    classes
}

/// Organisations under their classes: name, members, open actions.
pub fn rows(model: &Model) -> Rows<'_, OrganisationId> {
    let council = model.council();
    let mut places: Vec<Result<&Organisation, Class>> = Vec::new();
    for class in classes(council) {
        let mut of_class = council.organisations.iter().filter(|it| it.class == class).peekable();
        if of_class.peek().is_some() {
            places.push(Err(class.clone()));
            places.extend(of_class.map(Ok));
        }
    }
    let records = places.iter().map(|place| Some(place.as_ref().ok()?.id.clone())).collect();
    let carried = LazyCell::new(|| council.carried());
    let rows = Rows::new(records, move |at| match &places[at] {
        Err(class) => Row::heading(model.words.class(class)),
        Ok(organisation) => row(model, organisation, &carried),
    });
    matching(model, ListId::Organisations, rows)
}

fn row(model: &Model, it: &Organisation, carried: &[Carried]) -> Row {
    let (council, words, ruler) = (model.council(), model.words, model.look.ruler);
    let sent = council.members.iter().filter(|member| member.organisation.as_ref() == Some(&it.id)).count();
    let place = council.organisations.position(&it.id);
    let actions = place.map_or(0, |place| carried[place].open_actions.len());
    // Two figures each, so that the columns stand below each other.
    let people = ruler.fit_right(&words.roster_people(sent), ruler.width(&words.roster_people(10)));
    let open = ruler.fit_right(&words.roster_actions(actions), ruler.width(&words.roster_actions(10)));
    let taken = ruler.width(&people) + ruler.width(&open) + 7;
    let room = usize::from(model.list_area().width).saturating_sub(taken);
    let full = words.roster_full_name(&it.short, &it.name);
    let name = if !it.short.is_empty() && ruler.width(&full) <= room { full.as_str() } else { it.called() };
    Row::titled(ruler.cut(name, room))
        .right(people, if sent == 0 { Tone::Warn } else { Tone::Plain })
        .right(open, if actions == 0 { Tone::Dim } else { Tone::Action })
        .also([&it.name, &it.kana, &it.brings, &it.needs].map(String::as_str).join(" "))
}
