//! How papers for outsiders speak of people: by their organisation or office, and without the names that the roster knows. Never knows who
//! reads it; what is typed stays as it is but for such a name.

use super::Source;
use crate::{
    domain::{Action, Council, Line, Member, Party, Who, decide::roster::office_titled},
    words::Words,
};
use std::cmp::Reverse;

/// A council as outsiders may read of it.
pub struct Discreet<'a> {
    council: &'a Council,
    words: Words,
    /// Longest first, so that no part of a name is left.
    names: Vec<String>,
}

/// What only an organisation's name ends in, and no person's.
const BODIES: [&str; 12] = [
    "課",
    "係",
    "センター",
    "事務局",
    "協会",
    "組合",
    "委員会",
    "協議会",
    "会社",
    "保健所",
    "チーム",
    "学校",
];

impl<'a> Discreet<'a> {
    pub fn new(Source { council, words, .. }: Source<'a>) -> Self {
        let people = council.members.iter().map(|member| &member.name).chain(&council.head.private_names);
        let both = people.flat_map(|name| [name.trim().to_owned(), name.replace([' ', '\u{3000}'], "")]);
        let mut names: Vec<String> = both.filter(|name| name.chars().nth(1).is_some()).collect();
        names.sort_unstable_by_key(|name| Reverse(name.len()));
        names.dedup();
        Self { council, words, names }
    }

    /// What was typed, with every name of the roster and every one to be kept out as circles.
    pub fn text(&self, text: &str) -> String {
        let named = |text: String, name: &String| {
            if text.contains(name.as_str()) {
                text.replace(name.as_str(), self.words.withheld())
            } else {
                text
            }
        };
        self.names.iter().fold(text.trim().to_owned(), named)
    }

    /// The organisation somebody is of, else the office held there; whoever is on no roster took part.
    pub fn called(&self, who: &Who) -> String {
        let council = self.council;
        let linked = who.party.clone().filter(|party| council.party_label(party).is_some());
        let Some(party) = linked.or_else(|| self.named(&who.label)) else {
            let is_no_person =
                office_titled(&who.label).is_some() || BODIES.iter().any(|body| who.label.ends_with(body));
            return if is_no_person { self.text(&who.label) } else { self.words.participant().to_owned() };
        };
        let title = match &party {
            Party::Member(id) => council.office_of(id).map(|seat| seat.title.as_str()),
            Party::Role(id) => council.roles.get(id).map(|seat| seat.title.as_str()),
            Party::Organisation(_) => None,
        };
        let called = match (&party, council.organisation_behind(&party)) {
            (Party::Organisation(_) | Party::Member(_), Some(organisation)) => organisation.called(),
            _ => title.unwrap_or(self.words.participant()),
        };
        self.text(called)
    }

    /// Who is called so on the roster or among the seats.
    fn named(&self, label: &str) -> Option<Party> {
        let council = self.council;
        let of_name = |member: &&Member| member.name == label || council.member_label(member) == label;
        let seat = council.roles.iter().find(|role| role.title == label);
        let member = || council.members.iter().find(of_name).map(|it| Party::Member(it.id.clone()));
        let organisation = || council.organisations.iter().find(|it| it.name == label || it.short == label);
        seat.map(|role| Party::Role(role.id.clone()))
            .or_else(member)
            .or_else(|| organisation().map(|it| Party::Organisation(it.id.clone())))
    }

    /// Whoever an action is with, each once.
    pub fn owners(&self, action: &Action) -> String {
        let mut owners: Vec<String> = Vec::new();
        for owner in action.owners.iter().map(|who| self.called(who)) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        if owners.is_empty() {
            return self.words.no_owner().to_owned();
        }
        owners.join(self.words.pick("・", ", "))
    }
}

/// Was it given in a line that is off the record? It is in no paper then.
pub fn is_off_record(council: &Council, action: &Action) -> bool {
    let origin = action.origin.as_ref();
    let line = origin.and_then(|origin| council.body(&origin.meeting)?.lines.get(origin.line.as_ref()?));
    line.is_some_and(|line: &Line| line.private)
}
