//! Where a new council can start from: for each kind met in the sources the bodies usually invited, the seats, the quorum and a
//! first agenda. Never names a person; every seat starts vacant.

use super::both::Both;
use crate::{
    domain::{
        Class, Council, CouncilKind, Head, ItemKind, Mint, Office, Organisation, Point, QuorumRule, Role,
        Term,
        council::{DateStyle, StandingItem},
    },
    words::Lang,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One kind of council, ready to be made.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The name on the command line; for a kind of the sources, that of its [`CouncilKind`].
    pub key: &'static str,
    pub name: Both,
    /// What is particular to this kind, in one sentence.
    pub about: Both,
    pub kind: CouncilKind,
    pub aim: Both,
    pub organisations: Vec<Body>,
    pub seats: Vec<Seat>,
    pub quorum: QuorumRule,
    /// Minutes to book for a meeting.
    pub slot_minutes: u32,
    pub agenda: Vec<AgendaItem>,
    /// What the documents suggest to talk about; empty where they suggest nothing.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// The first year, meeting by meeting from April on: how often is the documents', what about is this product's own.
    #[serde(default)]
    pub first_year: Vec<YearMeeting>,
    pub source: &'static str,
}

/// Something to talk about.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Topic {
    pub name: Both,
    #[serde(default)]
    pub points: Vec<Point>,
}

/// A meeting of the first year.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct YearMeeting {
    /// 1 to 12.
    pub month: u32,
    pub topics: Vec<Topic>,
}

/// A body usually invited.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub name: Both,
    /// Reading of the Japanese name.
    pub kana: &'static str,
    pub class: Class,
    pub brings: Both,
}

/// A seat to fill. Two vice-chairs are two seats.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Seat {
    pub title: Both,
    pub office: Office,
}

/// An item the first agenda starts with.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct AgendaItem {
    pub title: Both,
    pub kind: ItemKind,
    pub minutes: u32,
    #[serde(default)]
    pub points: Vec<Point>,
    #[serde(default)]
    pub recurring: bool,
}

/// Every template, from the widest body to the smallest, the blank one last.
pub fn templates() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> =
        LazyLock::new(|| FILES.map(|it| super::read(it.0, it.1)).into());
    &TEMPLATES
}

/// The template of this key.
pub fn template(key: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.key == key)
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$((concat!("data/templates/", $name), include_str!(concat!("../../data/templates/", $name)))),*]
    };
}

static FILES: [(&str, &str); 7] = files![
    "prefectural.ron",
    "area.ron",
    "working-group.ron",
    "in-house.ron",
    "community.ron",
    "programme.ron",
    "blank.ron",
];

impl Template {
    /// A new council of this kind, written in one language: its bodies invited, its seats vacant, no meeting yet.
    pub fn council(&self, name: &str, lang: Lang, mint: &mut Mint) -> Council {
        let mut council = Council::new(self.head(name, lang));
        council.organisations =
            self.organisations.iter().map(|body| body.organisation(lang, mint)).collect::<Vec<_>>().into();
        council.roles = self.seats.iter().map(|seat| seat.role(lang, mint)).collect::<Vec<_>>().into();
        council
    }

    fn head(&self, name: &str, lang: Lang) -> Head {
        Head {
            kind: self.kind,
            aim: self.aim.pick(lang).to_owned(),
            quorum: self.quorum,
            dates: match lang {
                Lang::Ja => DateStyle::Era,
                Lang::En => DateStyle::Iso,
            },
            standing: self.agenda.iter().map(|item| item.standing(lang)).collect(),
            ..Head::new(name)
        }
    }
}

impl Body {
    fn organisation(&self, lang: Lang, mint: &mut Mint) -> Organisation {
        let kana = match lang {
            Lang::Ja => self.kana.to_owned(),
            Lang::En => String::new(),
        };
        Organisation {
            kana,
            class: self.class.clone(),
            brings: self.brings.pick(lang).to_owned(),
            ..Organisation::new(mint.id(), self.name.pick(lang))
        }
    }
}

impl Seat {
    fn role(&self, lang: Lang, mint: &mut Mint) -> Role {
        let title = self.title.pick(lang).to_owned();
        Role { id: mint.id(), title, office: self.office, holder: None, term: Term::default() }
    }
}

impl AgendaItem {
    fn standing(&self, lang: Lang) -> StandingItem {
        StandingItem {
            title: self.title.pick(lang).to_owned(),
            kind: self.kind,
            minutes: self.minutes,
            points: self.points.clone(),
            recurring: self.recurring,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ItemState, Why,
        decide::{self, meeting::Plan, roster::office_titled},
    };
    use chrono::{NaiveDate, NaiveTime, TimeDelta};
    use std::collections::BTreeSet;

    impl Template {
        fn sentences(&self) -> impl Iterator<Item = Both> {
            [self.name, self.about, self.aim]
                .into_iter()
                .chain(self.organisations.iter().flat_map(|body| [body.name, body.brings]))
                .chain(self.seats.iter().map(|seat| seat.title))
                .chain(self.agenda.iter().map(|item| item.title))
                .chain(self.topics.iter().map(|topic| topic.name))
                .chain(self.first_year.iter().flat_map(|it| &it.topics).map(|topic| topic.name))
        }
    }

    fn made(template: &Template, lang: Lang) -> Council {
        template.council("見本の会", lang, &mut Mint::seeded(1))
    }

    #[test]
    fn every_kind_has_its_template_and_the_blank_one_is_last() {
        let kinds: Vec<CouncilKind> = templates().iter().map(|it| it.kind).collect();
        assert_eq!(kinds, CouncilKind::ALL);
        for it in templates() {
            let key = if it.kind == CouncilKind::Other { "blank" } else { it.kind.key() };
            assert_eq!(it.key, key);
            assert_eq!(template(key), Some(it));
        }
        assert_eq!(template("no-such-kind"), None);
    }

    #[test]
    fn both_languages_are_complete_and_nothing_is_said_in_the_wrong_one() {
        for it in templates() {
            assert!(!it.source.is_empty(), "{}", it.key);
            it.sentences().for_each(|sentence| sentence.assert_sound(it.key));
            for body in &it.organisations {
                let is_kana = |c| matches!(c, '\u{3041}'..='\u{3096}' | 'ー' | ' ');
                assert!(!body.kana.is_empty() && body.kana.chars().all(is_kana), "{}", body.kana);
            }
        }
    }

    #[test]
    fn seats_are_what_their_titles_say() {
        for it in templates() {
            assert_eq!(it.seats.iter().filter(|seat| seat.office == Office::Chair).count(), 1, "{}", it.key);
            assert!(it.seats.iter().any(|seat| seat.office == Office::Secretariat), "{}", it.key);
            for Seat { title, office } in &it.seats {
                for said in [title.ja, title.en].into_iter().filter_map(office_titled) {
                    assert_eq!(said, *office, "{}: {}", it.key, title.ja);
                }
            }
        }
    }

    #[test]
    fn each_class_of_the_guideline_is_invited_where_it_applies() {
        for key in ["prefectural", "area"] {
            let classes: BTreeSet<&Class> =
                template(key).unwrap().organisations.iter().map(|body| &body.class).collect();
            assert_eq!(classes, BTreeSet::from([&Class::Community, &Class::Occupational, &Class::Other]));
        }
    }

    /// Those of 3(4) that a council of today still meets.
    #[test]
    fn the_bodies_of_the_guideline_are_invited() {
        let invited = |class: Class| -> BTreeSet<&str> {
            let bodies =
                ["prefectural", "area"].into_iter().flat_map(|key| &template(key).unwrap().organisations);
            bodies.filter(|body| body.class == class).map(|body| body.name.ja).collect()
        };
        let guideline = [
            (Class::Community, vec!["保健所", "市町村 保健センター"]),
            (
                Class::Occupational,
                vec![
                    "事業所の代表",
                    "健康保険組合",
                    "健康保険組合連合会",
                    "労働基準監督署",
                    "地域産業保健センター",
                    "商工会議所",
                    "農業協同組合",
                ],
            ),
            (
                Class::Other,
                vec![
                    "健診機関",
                    "医師会",
                    "歯科医師会",
                    "薬剤師会",
                    "看護協会",
                    "栄養士会",
                    "国民健康保険団体連合会",
                    "学識経験者",
                    "住民・労働者の代表",
                ],
            ),
        ];
        for (class, bodies) in guideline {
            let invited = invited(class);
            bodies.iter().for_each(|body| assert!(invited.contains(body), "{body}: {invited:?}"));
        }
    }

    #[test]
    fn the_topics_are_as_many_as_the_documents_suggest() {
        let counts = templates().iter().map(|it| (it.key, it.topics.len())).collect::<Vec<_>>();
        let expected = [
            ("prefectural", 5),
            ("area", 8),
            ("working-group", 2),
            ("in-house", 0),
            ("community", 14),
            ("programme", 0),
            ("blank", 0),
        ];
        assert_eq!(counts, expected);
    }

    #[test]
    fn a_first_year_runs_from_april_to_march() {
        for it in templates() {
            assert_eq!(it.first_year.is_empty(), it.key == "blank");
            let since_april = |meeting: &YearMeeting| (meeting.month + 8) % 12;
            assert!(it.first_year.iter().all(|meeting| (1..=12).contains(&meeting.month)), "{}", it.key);
            assert!(it.first_year.is_sorted_by_key(since_april), "{}", it.key);
            for meeting in &it.first_year {
                assert!((2..=4).contains(&meeting.topics.len()), "{} {}", it.key, meeting.month);
                assert!(meeting.topics.iter().all(|topic| !topic.points.is_empty()), "{}", it.key);
            }
        }
    }

    #[test]
    fn a_council_is_made_in_the_language_asked_for_with_every_seat_vacant() {
        for it in templates() {
            for lang in [Lang::Ja, Lang::En] {
                let council = made(it, lang);
                assert_eq!(council.head.name, "見本の会");
                assert_eq!((council.head.kind, council.head.quorum), (it.kind, it.quorum));
                assert_eq!(council.head.aim, it.aim.pick(lang));
                assert!(council.roles.iter().all(|role| role.holder.is_none()));
                assert!(council.members.is_empty() && council.meetings.is_empty());
                let names = |council: &Council| -> Vec<String> {
                    council.organisations.iter().map(|it| it.name.clone()).collect()
                };
                assert!(names(&council).into_iter().eq(it.organisations.iter().map(|it| it.name.pick(lang))));
                let ids: BTreeSet<&str> = council.organisations.iter().map(|it| it.id.as_str()).collect();
                assert_eq!(ids.len(), council.organisations.len());
            }
        }
    }

    #[test]
    fn the_first_agenda_is_the_templates_own_and_fits_the_booked_time() {
        let start = NaiveTime::from_hms_opt(14, 0, 0).unwrap();
        for it in templates() {
            let council = made(it, Lang::Ja);
            let end = start + TimeDelta::minutes(it.slot_minutes.into());
            let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
            let plan = Plan { date, start, end, place: String::new() };
            let mut mint = Mint::seeded(2);
            let (id, edits) = decide::meeting::plan(&council, &plan, &mut mint).unwrap();
            let mut planned = council.clone();
            planned.apply_all(&edits).unwrap();
            let body = planned.body(&id).unwrap();
            assert!(body.items.iter().map(|item| &item.title).eq(it.agenda.iter().map(|item| item.title.ja)));
            assert!(body.items.iter().all(|item| item.why == Why::Standing && item.state == ItemState::Open));
            assert!(it.agenda.iter().any(|item| item.recurring));
            let minutes: u32 = it.agenda.iter().map(|item| item.minutes).sum();
            assert!(minutes <= it.slot_minutes, "{}: {minutes} > {}", it.key, it.slot_minutes);
        }
    }
}
