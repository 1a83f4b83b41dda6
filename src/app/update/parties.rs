//! Everyone who can be picked for something: people, organisations, and whoever sits on a seat. Found by name, kana and code.

use crate::{
    app::{model::Model, picker::Choice},
    domain::{Council, Member, Organisation, Party, Role},
};

/// People on the council today and organisations, as choices of a picker.
pub fn holders(model: &Model) -> Vec<Choice> {
    let council = model.council();
    let members = council.members_on(model.today());
    let people = members.into_iter().map(|member| person(council, member));
    people.chain(council.organisations.iter().map(|it| organisation(model, it))).collect()
}

/// Seats too: what is given to a seat passes on with it.
pub fn everyone(model: &Model) -> Vec<Choice> {
    let seats = model.council().roles.iter().map(|role| seat(model, role));
    holders(model).into_iter().chain(seats).collect()
}

/// What a picker calls a party.
pub fn key(party: &Party) -> String {
    match party {
        Party::Member(id) => format!("member:{id}"),
        Party::Organisation(id) => format!("organisation:{id}"),
        Party::Role(id) => format!("seat:{id}"),
    }
}

/// The party a picker called so.
pub fn of_key(key: &str) -> Option<Party> {
    let (kind, id) = key.split_once(':')?;
    match kind {
        "member" => Some(Party::Member(id.into())),
        "organisation" => Some(Party::Organisation(id.into())),
        "seat" => Some(Party::Role(id.into())),
        _ => None,
    }
}

fn person(council: &Council, member: &Member) -> Choice {
    let sender = council.organisation_of(member);
    let from = sender.map_or("", Organisation::called);
    let seat = council.office_of(&member.id).map_or("", |role| role.title.as_str());
    let note = if member.name.is_empty() { seat.to_owned() } else { format!("{from} {}", member.post) };
    let names = sender.map_or_else(String::new, |it| format!("{} {}", it.name, it.kana));
    Choice::new(key(&Party::Member(member.id.clone())), council.member_label(member))
        .note(note.trim())
        .also([&member.kana, &member.code, &member.post, &names, seat].map(|it| it as &str).join(" "))
}

fn organisation(model: &Model, organisation: &Organisation) -> Choice {
    Choice::new(key(&Party::Organisation(organisation.id.clone())), organisation.called())
        .note(model.words.class(&organisation.class))
        .also(format!("{} {}", organisation.name, organisation.kana))
}

fn seat(model: &Model, role: &Role) -> Choice {
    let holder = role.holder.as_ref().and_then(|party| model.council().party_label(party));
    let holder = holder.unwrap_or_else(|| model.words.vacant().to_owned());
    Choice::new(key(&Party::Role(role.id.clone())), &role.title).note(holder)
}
