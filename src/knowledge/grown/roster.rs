//! Who belongs to a made-up council: its bodies, the people they send one after another, and the seats.

use super::{
    Grower,
    phrases::{Body, phrases},
};
use crate::domain::{Member, Office, Organisation, Party, Role, Term, Who, id::OrganisationId};
use chrono::{Days, NaiveDate};

/// The secretariat's place among the bodies.
pub const SECRETARIAT: usize = 0;

/// The seats, and which chair at the table holds each.
const SEATS: [(&str, Office, usize); 6] = [
    ("会長", Office::Chair, 7),
    ("副会長", Office::ViceChair, 6),
    ("副会長", Office::ViceChair, 4),
    ("議事録署名人", Office::Signatory, 8),
    ("議事録署名人", Office::Signatory, 10),
    ("事務局", Office::Secretariat, SECRETARIAT),
];

impl Grower {
    pub fn fill_roster(&mut self) {
        let bodies = bodies(self.growth.organisations);
        let organisations: Vec<Organisation> =
            bodies.iter().map(|it| it.organisation(self.mint.id())).collect();
        let senders: Vec<(OrganisationId, &Body)> =
            organisations.iter().map(|it| it.id.clone()).zip(bodies.iter().map(|it| it.body)).collect();
        self.council.organisations = organisations.into();
        let chairs: Vec<Vec<Member>> =
            (0..self.growth.chairs).map(|chair| self.one_after_another(chair, &senders)).collect();
        self.council.roles = self.seats(&chairs).into();
        self.council.members = chairs.into_iter().flatten().collect::<Vec<_>>().into();
    }

    /// The people who sat on one chair, each until a March and the next from that April.
    fn one_after_another(&mut self, chair: usize, senders: &[(OrganisationId, &Body)]) -> Vec<Member> {
        let (sender, body) = &senders[chair % senders.len()];
        let post = body.posts[(chair / senders.len()) % body.posts.len()];
        let (members, chairs) = (self.growth.members, self.growth.chairs);
        let people = members * (chair + 1) / chairs - members * chair / chairs;
        let (first, last) = (self.fiscal_year(self.day(0)), self.fiscal_year(self.today) + 1);
        let share = |part: usize| first + (last - first) * part as i32 / people as i32;
        let person = |part: usize, id| Member {
            organisation: Some(sender.clone()),
            post: post.to_owned(),
            term: Term { from: april(share(part)), to: april(share(part + 1)).map(|day| day - Days::new(1)) },
            non_voting: chair == SECRETARIAT,
            ..Member::new(id, "")
        };
        (0..people).map(|part| person(part, self.mint.id())).collect()
    }

    fn seats(&mut self, chairs: &[Vec<Member>]) -> Vec<Role> {
        let holder = |chair: usize| chairs[chair].last().map(|member| Party::Member(member.id.clone()));
        let seat = |(title, office, chair): (&str, _, _)| Role {
            id: self.mint.id(),
            title: title.to_owned(),
            office,
            holder: holder(chair),
            term: chairs[chair].last().map_or_else(Term::default, |member| member.term),
        };
        SEATS.map(seat).into()
    }

    pub fn any_organisation(&mut self) -> Who {
        let at = self.rng.usize(..self.council.organisations.len());
        self.council.who(Party::Organisation(self.council.organisations[at].id.clone()))
    }

    pub fn who(&self, member: &Member) -> Who {
        Who::new(self.council.member_label(member), Some(Party::Member(member.id.clone())))
    }

    pub fn fiscal_year(&self, day: NaiveDate) -> i32 {
        self.council.fiscal_year(day)
    }
}

fn april(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 4, 1)
}

/// A body of the data, in one part of the town where there are several.
struct Sited {
    body: &'static Body,
    part: usize,
}

/// As many different bodies as wanted: first those there is one of, then part by part.
fn bodies(wanted: usize) -> Vec<Sited> {
    let once = phrases().bodies.iter().map(|body| Sited { body, part: 0 });
    let parts = 0..phrases().readings.len();
    let sited = parts.flat_map(|part| phrases().numbered.iter().map(move |body| Sited { body, part }));
    once.chain(sited).take(wanted).collect()
}

impl Sited {
    fn organisation(&self, id: OrganisationId) -> Organisation {
        let number = (self.part + 1).to_string();
        let here =
            |text: &str| text.replace("{番}", &number).replace("{ばん}", phrases().readings[self.part]);
        Organisation {
            kana: here(self.body.kana),
            short: here(self.body.short),
            class: self.body.class.clone(),
            brings: self.body.brings.to_owned(),
            needs: self.body.needs.to_owned(),
            ..Organisation::new(id, here(self.body.name))
        }
    }
}
