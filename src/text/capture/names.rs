//! Who is meant by a name as people type it: full, family or kana name, code, seat, organisation, organisation and post.
//! Never guesses between two bearers, and never invents one.

use super::{Candidate, Doubt, marks, offices};
use crate::{
    domain::{Council, Member, Organisation, Party, Who},
    text::{fold::fold, romaji},
};
use chrono::NaiveDate;

/// What a name led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    One(Who),
    /// All who bear it equally.
    Many(Vec<Who>),
    Unknown,
}

/// Finds who goes by a name. Width, kana, case and spaces do not matter, and courtesy (氏, さん, 委員, 課長) may follow.
///
/// People whose term does not cover `today`, and seats likewise, are found only when nobody present goes by the name.
pub fn resolve(council: &Council, today: NaiveDate, name: &str) -> Resolution {
    Names::of(council, today).resolve(name)
}

/// Every name of everyone, ready for comparing.
pub(super) struct Names<'a> {
    pub council: &'a Council,
    bearers: Vec<Bearer>,
    aliases: Vec<Alias>,
}

/// Someone who can be named.
pub(super) struct Bearer {
    pub who: Who,
    /// Not, or no longer, on the council.
    pub past: bool,
}

struct Alias {
    text: String,
    key: String,
    way: Way,
    bearer: usize,
}

/// How a name leads to its bearer, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// As it stood on the line before.
    Remembered,
    /// As it was answered.
    Answered,
    /// A person's own name, also in kana.
    Name,
    /// A person's code, or organisation with post or name.
    Post,
    Seat,
    /// An organisation, or a person by family name alone.
    Common,
    /// A post without its organisation, or how a name begins that is written without a space.
    Part,
}

/// Nobody is called by more, in bytes.
const LONGEST: usize = marks::LONGEST_HEAD;

/// Courtesy after any name, as [`fold`] leaves it.
const COURTESY: &[&str] = &["氏", "さん", "さま", "様", "殿", "君", "くん", "先生", "-san", "-sama"];

/// Courtesy before a name in English.
const COURTESY_BEFORE: &[&str] = &["mr.", "ms.", "mrs.", "dr.", "prof."];

/// Posts that follow a person's name; after an organisation they would be somebody else.
const POSTS: &[&str] = &[
    "委員",
    "課長補佐",
    "課長",
    "係長",
    "部長",
    "次長",
    "局長",
    "所長",
    "室長",
    "館長",
    "園長",
    "校長",
    "主査",
    "主任",
    "主幹",
    "主事",
    "保健師",
    "管理栄養士",
    "医師",
];

impl<'a> Names<'a> {
    pub fn of(council: &'a Council, today: NaiveDate) -> Self {
        let mut names = Self { council, bearers: Vec::new(), aliases: Vec::new() };
        for role in &council.roles {
            let holder = role.holder.as_ref().and_then(|it| council.party_label(it)).unwrap_or_default();
            let bearer = names.bearer(Party::Role(role.id.clone()), !role.term.covers(today));
            names.call(bearer, Way::Seat, [role.title.clone(), format!("{} {holder}", role.title)]);
            names.call(bearer, Way::Seat, offices::reading(&fold(&role.title)).map(str::to_owned));
        }
        for member in &council.members {
            names.add_member(member, !member.term.covers(today));
        }
        for it in &council.organisations {
            let bearer = names.bearer(Party::Organisation(it.id.clone()), false);
            names.call(bearer, Way::Common, [it.name.clone(), it.short.clone(), it.kana.clone()]);
        }
        names
    }

    /// From now on, somebody a line named before goes by the name on it.
    pub fn remember(&mut self, who: &Who) {
        let bearer = self.bearer_of(who);
        self.bearers[bearer].who = who.clone();
        self.call(bearer, Way::Remembered, [who.label.clone()]);
    }

    /// From now on, a name is this one's and nobody else's.
    pub fn answer(&mut self, name: &str, who: &Who) {
        let bearer = self.bearer_of(who);
        let key = fold(name);
        let bare = COURTESY.iter().chain([&POSTS[0]]).find_map(|end| key.strip_suffix(end));
        self.call(bearer, Way::Answered, std::iter::once(name.to_owned()).chain(bare.map(str::to_owned)));
    }

    fn bearer_of(&mut self, who: &Who) -> usize {
        let known = self.bearers.iter().position(|it| who.party.is_some() && it.who.party == who.party);
        known.unwrap_or_else(|| {
            self.bearers.push(Bearer { who: who.clone(), past: false });
            self.bearers.len() - 1
        })
    }

    fn bearer(&mut self, party: Party, past: bool) -> usize {
        self.bearers.push(Bearer { who: self.council.who(party), past });
        self.bearers.len() - 1
    }

    fn call(&mut self, bearer: usize, way: Way, texts: impl IntoIterator<Item = String>) {
        for text in texts.into_iter().filter(|text| text.len() <= LONGEST) {
            let key = fold(&text);
            if !key.is_empty() {
                self.aliases.push(Alias { text, key, way, bearer });
            }
        }
    }

    fn add_member(&mut self, member: &Member, past: bool) {
        let bearer = self.bearer(Party::Member(member.id.clone()), past);
        let sender = self.council.organisation_of(member);
        self.call(bearer, Way::Name, [member.name.clone()]);
        self.call(bearer, Way::Post, sender.into_iter().flat_map(|it| names_from(it, member)));
        self.call(bearer, Way::Post, [member.code.clone()]);
        self.call(bearer, Way::Name, [member.kana.clone()]);
        let parts = |name: &str| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        self.call(bearer, Way::Common, parts(&member.name).into_iter().chain(parts(&member.kana)));
        self.call(bearer, Way::Part, [member.post.clone()]);
    }

    pub fn resolve(&self, typed: &str) -> Resolution {
        let key = fold(typed);
        let found = self.courteous(&key);
        if found != Resolution::Unknown {
            return found;
        }
        // 山田（農務課） and 副会長（農務課）: either order may be on the roster, and the brackets may only explain.
        let Some((name, _, inside)) = marks::bracketed(&key) else { return found };
        let readings = [format!("{name}{inside}"), name.to_owned(), format!("{inside}{name}")];
        let found = readings.map(|key| self.courteous(&key));
        let one = found.iter().position(|it| matches!(it, Resolution::One(_)));
        let any = || found.iter().position(|it| *it != Resolution::Unknown);
        let at = one.or_else(any).unwrap_or(0);
        found.into_iter().nth(at).unwrap_or(Resolution::Unknown)
    }

    /// The same for whoever speaks, where the name of an office is enough.
    pub fn speaker(&self, typed: &str) -> Resolution {
        let found = self.resolve(typed);
        if matches!(found, Resolution::One(_)) {
            return found;
        }
        let key = fold(typed);
        let title = marks::bracketed(&key).map_or(key.as_str(), |(title, ..)| title);
        let bare = COURTESY.iter().find_map(|end| title.strip_suffix(end)).unwrap_or(title);
        if offices::is_office(bare) { Resolution::One(Who::new(typed, None)) } else { found }
    }

    fn courteous(&self, key: &str) -> Resolution {
        let anyone = |key: &str| self.called(key, |_| true);
        let person = |key: &str| self.called(key, |who| matches!(who.party, Some(Party::Member(_))));
        let seats =
            self.aliases.iter().filter(|alias| alias.way == Way::Seat).map(|alias| alias.key.as_str());
        let posts = POSTS.iter().copied().chain(seats);
        std::iter::once(anyone(key))
            .chain(COURTESY.iter().filter_map(|end| key.strip_suffix(end)).map(anyone))
            .chain(COURTESY_BEFORE.iter().filter_map(|start| key.strip_prefix(start)).map(anyone))
            .chain(posts.filter_map(|post| key.strip_suffix(post)).map(person))
            .find(|found| *found != Resolution::Unknown)
            .unwrap_or(Resolution::Unknown)
    }

    /// The surest bearers of exactly this name, those present before those past.
    fn called(&self, key: &str, among: impl Fn(&Who) -> bool) -> Resolution {
        let sureness = |alias: &Alias| {
            let bearer = &self.bearers[alias.bearer];
            let way = alias.way_for(key).filter(|_| among(&bearer.who))?;
            Some(((bearer.past && way > Way::Answered, way), alias.bearer))
        };
        let found: Vec<_> = self.aliases.iter().filter_map(sureness).collect();
        let best = found.iter().map(|(sure, _)| *sure).min();
        let mut bearers: Vec<usize> =
            found.iter().filter(|(sure, _)| Some(*sure) == best).map(|(_, bearer)| *bearer).collect();
        bearers.dedup();
        match bearers[..] {
            [] => Resolution::Unknown,
            [one] => Resolution::One(self.bearers[one].who.clone()),
            _ => Resolution::Many(bearers.iter().map(|it| self.bearers[*it].who.clone()).collect()),
        }
    }

    pub fn is_known(&self, typed: &str) -> bool {
        matches!(self.resolve(typed), Resolution::One(_))
    }

    /// What to tell about a name that did not lead to one bearer.
    pub fn doubt(&self, typed: &str, found: Resolution) -> Option<Doubt> {
        match found {
            Resolution::One(_) => None,
            Resolution::Unknown => Some(Doubt::UnknownName(typed.to_owned())),
            Resolution::Many(bearers) => {
                let clear = |who: Who| Candidate { spelling: self.spelling(&who), who };
                let candidates = bearers.into_iter().map(clear).collect();
                Some(Doubt::AmbiguousName { typed: typed.to_owned(), candidates })
            }
        }
    }

    /// A name that leads to this bearer and nobody else, today's first; the label where there is none.
    pub fn spelling(&self, who: &Who) -> String {
        let clear = |text: &str| {
            !text.contains(marks::is_colon)
                && marks::kind_of(text).is_none()
                && matches!(self.resolve(text), Resolution::One(found) if found.party == who.party)
        };
        let others = || {
            let own = |alias: &&Alias| self.bearers[alias.bearer].who.party == who.party;
            self.aliases.iter().filter(own).map(|alias| alias.text.as_str()).find(|text| clear(text))
        };
        let label = who.label.as_str();
        let spelling = if who.party.is_none() || clear(label) { None } else { others() };
        spelling.unwrap_or(label).to_owned()
    }

    /// Everyone some name of whom begins so, in kanji, kana or Latin letters: those present first, seats before people before organisations.
    pub fn beginning(&self, typed: &str) -> Vec<Who> {
        let key = fold(typed);
        let is_romaji = romaji::is_romaji(&key);
        let fits =
            |alias: &&Alias| alias.key.starts_with(&key) || is_romaji && romaji::begins(&alias.key, &key);
        let mut begins = vec![false; self.bearers.len()];
        for alias in self.aliases.iter().filter(fits) {
            begins[alias.bearer] = true;
        }
        let found = self.bearers.iter().zip(begins).filter(|(_, begins)| *begins).map(|(bearer, _)| bearer);
        let (past, present): (Vec<&Bearer>, Vec<&Bearer>) = found.partition(|bearer| bearer.past);
        present.into_iter().chain(past).map(|bearer| bearer.who.clone()).collect()
    }
}

impl Alias {
    fn way_for(&self, key: &str) -> Option<Way> {
        if self.key == key {
            return Some(self.way);
        }
        let unspaced = self.way == Way::Name && !self.text.contains(char::is_whitespace);
        let begins = key.chars().count() >= 2 && self.key.starts_with(key);
        (unspaced && begins).then_some(Way::Part)
    }
}

/// A member by organisation: 農務課 課長, 農務課長, 農務課 山田.
fn names_from(sender: &Organisation, member: &Member) -> Vec<String> {
    let family = member.name.split_whitespace().next().unwrap_or_default();
    let is_name = |text: &&str| (1..=LONGEST).contains(&text.len());
    let mut names = Vec::new();
    for sender in [sender.short.as_str(), &sender.name].into_iter().filter(is_name) {
        for post in [member.post.as_str()].into_iter().filter(is_name) {
            names.push(format!("{sender} {post}"));
            names.extend(overlapping(sender, post));
        }
        for name in [member.name.as_str(), family].into_iter().filter(is_name) {
            names.push(format!("{sender} {name}"));
        }
    }
    names
}

/// 農務課 and 課長 as 農務課長: the post begins as the organisation ends.
fn overlapping(sender: &str, post: &str) -> Option<String> {
    let ends = post.char_indices().skip(1).map(|(at, _)| at).collect::<Vec<_>>();
    let shared = ends.into_iter().rev().find(|end| sender.ends_with(&post[..*end]))?;
    Some(format!("{sender}{}", &post[shared..]))
}
