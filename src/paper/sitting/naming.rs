//! What people are called on a paper: in full, by office, by office and letter, or not at all. Who they are stays in the record; words they
//! said are never touched.

use super::Sitting;
use crate::domain::{Office, Party, Who, decide::roster::office_titled};

/// What a reader may know of who spoke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// As the record calls them.
    #[default]
    Full,
    /// 会長・委員・事務局
    Office,
    /// 委員A, 委員B …, in the order in which they first speak; offices held by one keep their title.
    Letters,
    /// Nobody is named, and no speaker is marked.
    None,
}

impl Names {
    pub const ALL: [Self; 4] = [Self::Full, Self::Office, Self::Letters, Self::None];
}

/// A name on this paper, and whose it is.
pub(super) struct Lettered<'a> {
    who: &'a Who,
    title: String,
    /// From 0, among those of one title.
    place: usize,
}

impl<'a> Sitting<'a> {
    /// Everybody who gets a letter: speakers in the order of the record, then whoever it names besides.
    pub(super) fn lettered(&self) -> Vec<Lettered<'a>> {
        let mut lettered: Vec<Lettered> = Vec::new();
        if self.options.names != Names::Letters {
            return lettered;
        }
        let speakers = self.lines().filter_map(|line| line.speaker.as_ref());
        let named = self.lines().filter_map(|line| line.resolution.as_ref());
        let owners = self.given_here().into_iter().flat_map(|action| &action.owners);
        let presenters = self.body.items.iter().filter_map(|item| item.presenter.as_ref());
        let named = named.flat_map(|resolution| resolution.named()).chain(owners).chain(presenters);
        for who in speakers.chain(named) {
            let (office, title) = self.office_behind(who);
            let single = !matches!(office, Office::Member | Office::Observer | Office::Other);
            if !single && !lettered.iter().any(|it| self.is_same(it.who, who)) {
                let place = lettered.iter().filter(|it| it.title == title).count();
                lettered.push(Lettered { who, title, place });
            }
        }
        lettered
    }

    /// What a speaker or voter is called; empty where nobody is named.
    pub fn called(&self, who: &Who) -> String {
        match self.options.names {
            Names::Full => who.label.clone(),
            Names::Office => self.office_behind(who).1,
            Names::Letters => match self.lettered.iter().find(|it| self.is_same(it.who, who)) {
                Some(it) => format!("{}{}", it.title, letters(it.place)),
                None => self.office_behind(who).1,
            },
            Names::None => String::new(),
        }
    }

    /// What an owner, presenter or signatory is called: an organisation is nobody's name and keeps its own.
    pub fn answerable(&self, who: &Who) -> String {
        match (self.options.names, self.party_of(who)) {
            (Names::Full, _) => who.label.clone(),
            (_, Some(Party::Organisation(id))) => {
                self.council.organisations.get(&id).map_or_else(String::new, |it| it.called().to_owned())
            }
            (Names::None, _) => self.office_behind(who).1,
            _ => self.called(who),
        }
    }

    /// Several people in a row; empty where nobody is named.
    pub fn all_called(&self, people: &[Who]) -> String {
        let called: Vec<String> = people.iter().map(|who| self.called(who)).collect();
        if self.options.names == Names::None {
            String::new()
        } else {
            called.join(self.words.pick("、", ", "))
        }
    }

    /// The link of a name, or what it is the name of on the roster.
    fn party_of(&self, who: &Who) -> Option<Party> {
        let council = self.council;
        let label = who.label.as_str();
        let member =
            || council.members.iter().find(|it| it.name == label || council.member_label(it) == label);
        let organisation = || council.organisations.iter().find(|it| it.name == label || it.short == label);
        let seat = || council.roles.iter().find(|it| it.title == label);
        let linked = who.party.clone().filter(|party| council.party_label(party).is_some());
        linked
            .or_else(|| seat().map(|role| Party::Role(role.id.clone())))
            .or_else(|| member().map(|member| Party::Member(member.id.clone())))
            .or_else(|| organisation().map(|it| Party::Organisation(it.id.clone())))
    }

    fn is_same(&self, one: &Who, other: &Who) -> bool {
        match (self.party_of(one), self.party_of(other)) {
            (Some(one), Some(other)) => one == other,
            (None, None) => one.label == other.label,
            _ => false,
        }
    }

    /// The office somebody speaks in, and how this council calls it. Who is not on the roster took part, and no more is known.
    fn office_behind(&self, who: &Who) -> (Office, String) {
        let plain = |office| (office, self.words.office(office).to_owned());
        match self.party_of(who) {
            Some(Party::Member(id)) => self.council.members.get(&id).map(|member| self.office(member)),
            Some(Party::Role(id)) => {
                self.council.roles.get(&id).map(|role| (role.office, role.title.clone()))
            }
            Some(Party::Organisation(id)) => {
                let party = Party::Organisation(id);
                let seat = self.council.roles.iter().find(|role| role.holder.as_ref() == Some(&party));
                Some(seat.map_or_else(|| plain(Office::Member), |role| (role.office, role.title.clone())))
            }
            None => office_titled(&who.label).map(|office| (office, who.label.clone())),
        }
        .unwrap_or_else(|| (Office::Observer, self.words.participant().to_owned()))
    }
}

/// A to Z, then AA, AB and so on.
fn letters(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match (place / 26).checked_sub(1) {
        Some(before) => letters(before) + &letter.to_string(),
        None => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_go_on_past_z() {
        assert_eq!(
            [0, 1, 25, 26, 27, 52, 701, 702].map(super::letters),
            ["A", "B", "Z", "AA", "AB", "BA", "ZZ", "AAA"]
        );
    }
}
