//! The organisations of the roster by class, and what each brings, needs and carries.

use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows},
        update::{self, list::matching},
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

/// Everything known of the chosen organisation. Contact data stays off a screen that a running meeting looks at.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::organisations::chosen(model) else { return Vec::new() };
    let (council, words) = (model.council(), model.words);
    let running = council.running().is_some();
    let contact = if running && !it.contact.is_empty() { words.roster_private() } else { &it.contact };
    let known = [
        Some(Para::new(&it.name, Tone::Strong)),
        Para::labelled(words.roster_short(), &it.short),
        Para::labelled(words.roster_kana(), &it.kana),
        Para::labelled(words.roster_class(), words.class(&it.class)),
        Para::labelled(words.roster_brings(), &it.brings),
        Para::labelled(words.roster_needs(), &it.needs),
        Para::labelled(words.roster_contact(), contact),
    ];
    known.into_iter().flatten().chain(sends(model, it)).chain(carries(model, it)).collect()
}

/// The people it sends.
fn sends(model: &Model, it: &Organisation) -> Vec<Para> {
    let (council, words) = (model.council(), model.words);
    let members = council.members.iter().filter(|member| member.organisation.as_ref() == Some(&it.id));
    let labels = members.map(|member| match member.term.covers(model.today()) {
        true => Para::bullet(council.member_label(member), Tone::Plain),
        false => {
            Para::bullet(format!("{} {}", council.member_label(member), words.roster_term_over()), Tone::Dim)
        }
    });
    section(words.roster_sends(), labels.collect(), words.roster_none())
}

/// Seats, points and open actions that are with it or its people.
fn carries(model: &Model, it: &Organisation) -> Vec<Para> {
    let (council, words) = (model.council(), model.words);
    let carried = council.carried_by(&it.id);
    let and = words.pick("、", ", ");
    let seats: Vec<&str> = carried.seats.iter().map(|role| role.title.as_str()).collect();
    let points: Vec<String> = carried.points.iter().map(|point| point.number().to_string()).collect();
    let actions = carried.open_actions.iter().map(|action| {
        let text = format!(
            "{} {}  {}",
            words.action_number(action.number),
            action.text,
            words.due_short(council, action)
        );
        Para::bullet(text, Tone::Action)
    });
    let mut paras: Vec<Para> = [
        Para::labelled(words.roster_seats(), seats.join(and)),
        Para::labelled(words.roster_leads(), points.join(and)),
    ]
    .into_iter()
    .flatten()
    .collect();
    paras.extend(section(words.roster_carries(), actions.collect(), words.roster_none()));
    paras
}

fn section(label: &str, items: Vec<Para>, none: &str) -> Vec<Para> {
    if items.is_empty() {
        return Para::labelled(label, none).into_iter().collect();
    }
    std::iter::once(Para::new(label, Tone::Accent)).chain(items).collect()
}
