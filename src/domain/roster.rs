//! Who belongs to the council: organisations and the people they send.

use super::{
    action::Action,
    bounds::bounded,
    council::Council,
    id::{MemberId, OrganisationId},
    is_default,
    list::Record,
    partner::Partner,
    point::Point,
    role::{Office, Role},
    who::{Party, Who},
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The three classes of members in the guideline for area and occupational health (S2 3(4)), and the council's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Class {
    /// 地域保健
    Community,
    /// 職域保健
    Occupational,
    /// その他
    #[default]
    Other,
    Custom(String),
}

/// A member organisation, and what a partner needs to know of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub kana: String,
    /// What people call it in the room; also accepted before a colon in the capture line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub short: String,
    #[serde(default)]
    pub class: Class,
    #[serde(default, skip_serializing_if = "is_default")]
    pub contact: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub brings: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub partner: Partner,
}

impl Organisation {
    pub fn new(id: OrganisationId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kana: String::new(),
            short: String::new(),
            class: Class::Other,
            contact: String::new(),
            brings: String::new(),
            needs: String::new(),
            partner: Partner::default(),
        }
    }

    /// The shortest name the room knows it by.
    pub fn called(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

/// First and last day, both included; an open end has no day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub to: Option<NaiveDate>,
}

impl Term {
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A person on the council. The name may be empty: then the post speaks (「保険年金課 課長」).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub id: MemberId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub kana: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub organisation: Option<OrganisationId>,
    /// The post in the organisation: 課長, 保健師 …
    #[serde(default, skip_serializing_if = "is_default")]
    pub post: String,
    /// A short code accepted before a colon in the capture line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub email: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub term: Term,
    /// Observers and staff are on the roster but do not count towards the quorum.
    #[serde(default, skip_serializing_if = "is_default")]
    pub non_voting: bool,
}

impl Member {
    pub fn new(id: MemberId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kana: String::new(),
            organisation: None,
            post: String::new(),
            code: String::new(),
            email: String::new(),
            term: Term::default(),
            non_voting: false,
        }
    }
}

impl Record for Organisation {
    type Id = OrganisationId;
    fn id(&self) -> &OrganisationId {
        &self.id
    }
}

impl Record for Member {
    type Id = MemberId;
    fn id(&self) -> &MemberId {
        &self.id
    }
}

/// A member with the number that is called at the door.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbered<'a> {
    /// From 1.
    pub number: usize,
    pub member: &'a Member,
}

/// What an organisation carries for the council, through itself, its people and the seats they hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried<'a> {
    pub seats: Vec<&'a Role>,
    pub open_actions: Vec<&'a Action>,
    pub points: Vec<Point>,
}

impl Council {
    /// The organisation that sends this member.
    pub fn organisation_of(&self, member: &Member) -> Option<&Organisation> {
        self.organisations.get(member.organisation.as_ref()?)
    }

    /// How a member is called on screen and paper: the name, else organisation and post.
    pub fn member_label(&self, member: &Member) -> String {
        if !member.name.is_empty() {
            return member.name.clone();
        }
        let sender = self.organisation_of(member).map_or("", Organisation::called);
        [sender, member.post.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// How a party is called today; `None` when the link leads nowhere.
    pub fn party_label(&self, party: &Party) -> Option<String> {
        match party {
            Party::Member(id) => self.members.get(id).map(|member| self.member_label(member)),
            Party::Organisation(id) => self.organisations.get(id).map(|it| it.called().to_owned()),
            Party::Role(id) => self.roles.get(id).map(|role| role.title.clone()),
        }
    }

    /// The party with today's name on it.
    pub fn who(&self, party: Party) -> Who {
        let label = self.party_label(&party).unwrap_or_default();
        Who::new(label, Some(party))
    }

    /// Whatever somebody is called: as written down, today, and by the organisation behind.
    pub fn names_of<'a>(&'a self, who: &'a Who) -> impl Iterator<Item = String> + use<'a> {
        let today = who.party.as_ref().and_then(|party| self.party_label(party));
        let behind = who.party.as_ref().and_then(|party| self.organisation_behind(party));
        let behind = behind.into_iter().flat_map(|it| [it.name.clone(), it.short.clone()]);
        std::iter::once(who.label.clone()).chain(today).chain(behind).filter(|name| !name.is_empty())
    }

    /// The organisation behind a party: itself, the sender of a member, or that of a seat's holder.
    pub fn organisation_behind(&self, party: &Party) -> Option<&Organisation> {
        match party {
            Party::Organisation(id) => self.organisations.get(id),
            Party::Member(id) => self.members.get(id).and_then(|member| self.organisation_of(member)),
            // A seat is held by a person or an organisation, never by a seat, so this ends after one step.
            Party::Role(id) => match self.roles.get(id)?.holder.as_ref()? {
                Party::Role(_) => None,
                holder => self.organisation_behind(holder),
            },
        }
    }

    /// The member's highest office; plain members have none.
    pub fn office_of(&self, member: &MemberId) -> Option<&Role> {
        self.seats_held_by(member).min_by_key(|role| role.office)
    }

    /// The member's seats, highest office first.
    pub fn seats_of(&self, member: &MemberId) -> Vec<&Role> {
        let mut seats: Vec<&Role> = self.seats_held_by(member).collect();
        seats.sort_by_key(|role| role.office);
        seats
    }

    fn seats_held_by(&self, member: &MemberId) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| matches!(&role.holder, Some(Party::Member(id)) if id == member))
    }

    /// Everyone expected on the day, numbered in roster order. The numbers stay as long as the roster does.
    pub fn roll(&self, day: NaiveDate) -> Vec<Numbered<'_>> {
        (1..).zip(self.members_on(day)).map(|(number, member)| Numbered { number, member }).collect()
    }

    /// The seats, open actions and points that are with each organisation today, in the order of the roster.
    pub fn carried(&self) -> Vec<Carried<'_>> {
        let mut carried = vec![Carried::default(); self.organisations.len()];
        let with = |party: &Party| self.organisations.position(&self.organisation_behind(party)?.id);
        let who = |who: &Who| with(who.party.as_ref()?);
        for role in &self.roles {
            if let Some(at) = role.holder.as_ref().and_then(with) {
                carried[at].seats.push(role);
            }
        }
        for action in self.open_actions() {
            let owners: BTreeSet<usize> = action.owners.iter().filter_map(who).collect();
            owners.into_iter().for_each(|at| carried[at].open_actions.push(action));
        }
        for record in &self.points {
            if let Some(at) = record.lead.as_ref().and_then(who) {
                carried[at].points.push(record.point);
            }
        }
        carried
    }

    /// The seats, open actions and points that are with one organisation today.
    pub fn carried_by(&self, organisation: &OrganisationId) -> Carried<'_> {
        let at = self.organisations.position(organisation);
        at.map(|at| self.carried().swap_remove(at)).unwrap_or_default()
    }

    /// Members whose term covers the day, in roster order: by office, then as listed.
    pub fn members_on(&self, day: NaiveDate) -> Vec<&Member> {
        let mut members: Vec<&Member> =
            self.members.iter().filter(|member| member.term.covers(day)).collect();
        members.sort_by_cached_key(|member| {
            self.office_of(&member.id).map_or(Office::Member, |role| role.office)
        });
        members
    }
}
