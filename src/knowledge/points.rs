//! What each of the ten points teaches: the purpose, what to ask the room, how to tell it is in place, and the towns that
//! show it. Never says where a council stands; that is the council's own record.

use super::{
    both::Both,
    cases::{Case, Deed, case},
};
use crate::{domain::point::Point, words::Lang};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The four phases of the map and the foundation that carries them, in the order they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    #[serde(rename(serialize = "phase-0"))]
    Phase0,
    #[serde(rename(serialize = "phase-1"))]
    Phase1,
    #[serde(rename(serialize = "phase-2"))]
    Phase2,
    #[serde(rename(serialize = "phase-3"))]
    Phase3,
    #[serde(rename(serialize = "foundation"))]
    Foundation,
}

/// One point as the product teaches it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointCard {
    pub point: Point,
    pub phase: Phase,
    pub name: Both,
    /// For strips and narrow screens: at most 8 columns in either language.
    pub short: Both,
    /// What the point asks of a council, in one sentence.
    pub purpose: Both,
    /// To read aloud to the room: under 40 characters in Japanese.
    pub questions: Vec<Both>,
    /// How to tell that the point is in place.
    pub signs: Vec<Sign>,
    /// Titles an agenda can take over as they are.
    pub agenda_items: Vec<Both>,
    pub pitfalls: Vec<Both>,
    /// The points that this one, once it is a strength, makes easier. The product's own reading.
    pub opens: Vec<Opening>,
    /// Keys of the cases that show it best; others may show it too.
    pub shown_by: Vec<&'static str>,
    pub source: &'static str,
}

/// A point that another one makes easier, and how.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub point: Point,
    pub how: Both,
    /// The key of a case that went from the one to the other.
    pub town: &'static str,
}

/// How one can tell that a point is in place.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Stable over versions, so that a council can keep which signs it has seen: `ready-contacts`.
    pub id: &'static str,
    pub text: Both,
}

impl PointCard {
    /// The short name with its number: 6ツール, 6 Tools.
    pub fn numbered(&self, lang: Lang) -> String {
        let gap = if lang == Lang::En { " " } else { "" };
        format!("{}{gap}{}", self.point.number(), self.short.pick(lang))
    }

    /// The cases that show the point best, each with what was done there.
    pub fn towns(&self) -> impl Iterator<Item = (&'static Case, &'static Deed)> {
        self.shown_by.iter().filter_map(|key| {
            let case = case(key)?;
            Some((case, case.at(self.point)?))
        })
    }
}

impl Opening {
    /// The case that went this way.
    pub fn case(&self) -> Option<&'static Case> {
        case(self.town)
    }
}

/// The ten cards, in the order of [`Point::ALL`].
pub fn points() -> &'static [PointCard] {
    static CARDS: LazyLock<Vec<PointCard>> =
        LazyLock::new(|| super::read("data/points.ron", include_str!("../../data/points.ron")));
    &CARDS
}

/// The card of one point.
pub fn card(point: Point) -> &'static PointCard {
    &points()[point as usize]
}

/// The sign of this id, of whichever point.
pub fn sign(id: &str) -> Option<&'static Sign> {
    points().iter().flat_map(|card| &card.signs).find(|sign| sign.id == id)
}

/// The point that a sign belongs to; none for one of another version.
pub fn point_of_sign(id: &str) -> Option<Point> {
    points().iter().find(|card| card.signs.iter().any(|sign| sign.id == id)).map(|card| card.point)
}

impl Phase {
    pub const ALL: [Self; 5] = [Self::Phase0, Self::Phase1, Self::Phase2, Self::Phase3, Self::Foundation];

    pub const fn name(self) -> Both {
        match self {
            Self::Phase0 => Both::new("フェイズ0", "Phase 0"),
            Self::Phase1 => Both::new("フェイズ1", "Phase 1"),
            Self::Phase2 => Both::new("フェイズ2", "Phase 2"),
            Self::Phase3 => Both::new("フェイズ3", "Phase 3"),
            Self::Foundation => Both::new("土台", "Foundation"),
        }
    }

    /// The cards of this phase, in order.
    pub fn cards(self) -> impl Iterator<Item = &'static PointCard> {
        points().iter().filter(move |card| card.phase == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ruler::Ruler;
    use std::collections::BTreeSet;

    impl PointCard {
        fn sentences(&self) -> impl Iterator<Item = Both> {
            let lists = [&self.questions, &self.agenda_items, &self.pitfalls];
            [self.name, self.short, self.purpose]
                .into_iter()
                .chain(lists.into_iter().flatten().copied())
                .chain(self.signs.iter().map(|sign| sign.text))
                .chain(self.opens.iter().map(|opening| opening.how))
        }
    }

    #[test]
    fn every_point_has_its_card_in_order() {
        assert!(points().iter().map(|card| card.point).eq(Point::ALL));
        assert!(Point::ALL.into_iter().all(|point| card(point).point == point));
    }

    #[test]
    fn phases_hold_the_points_of_the_map() {
        let numbers =
            Phase::ALL.map(|phase| phase.cards().map(|card| card.point.number()).collect::<Vec<_>>());
        assert_eq!(numbers, [vec![1], vec![2, 3, 4], vec![5, 6], vec![7, 8], vec![9, 10]]);
    }

    #[test]
    fn each_list_is_long_enough_to_help_and_short_enough_to_read() {
        for card in points() {
            let PointCard { point, questions, signs, agenda_items, pitfalls, shown_by, .. } = card;
            for (list, allowed) in [
                (questions.len(), 3..=6),
                (signs.len(), 3..=6),
                (agenda_items.len(), 2..=6),
                (pitfalls.len(), 2..=6),
                (shown_by.len(), 2..=4),
            ] {
                assert!(allowed.contains(&list), "{point}: {list} entries, {allowed:?} wanted");
            }
        }
    }

    #[test]
    fn nothing_is_empty_or_said_in_the_wrong_language() {
        for card in points() {
            card.sentences().for_each(|it| it.assert_sound(card.point.key()));
        }
    }

    #[test]
    fn every_case_that_is_named_tells_of_the_point() {
        for card in points() {
            assert_eq!(card.towns().count(), card.shown_by.len(), "{}: {:?}", card.point, card.shown_by);
        }
    }

    #[test]
    fn every_point_opens_others_and_every_point_is_opened() {
        for PointCard { point, opens, .. } in points() {
            let opened: BTreeSet<_> = opens.iter().map(|it| it.point).collect();
            assert!((1..=3).contains(&opens.len()) && opened.len() == opens.len(), "{point}");
            assert!(!opened.contains(point), "{point} opens itself");
        }
        let opened: BTreeSet<_> = points().iter().flat_map(|card| &card.opens).map(|it| it.point).collect();
        assert!(opened.into_iter().eq(Point::ALL));
    }

    #[test]
    fn the_case_of_an_opening_tells_of_both_its_points() {
        for card in points() {
            for opening in &card.opens {
                let case = opening.case().unwrap_or_else(|| panic!("no {}", opening.town));
                let both = [card.point, opening.point].iter().all(|point| case.at(*point).is_some());
                assert!(both, "{} to {}: {}", card.point, opening.point, case.key);
            }
        }
    }

    #[test]
    fn signs_bear_the_name_of_their_point_and_no_other() {
        let mut seen = BTreeSet::new();
        for card in points() {
            for sign in &card.signs {
                assert!(sign.id.starts_with(&format!("{}-", card.point)), "{}", sign.id);
                assert!(sign.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", sign.id);
                assert!(seen.insert(sign.id), "{} twice", sign.id);
            }
        }
    }

    #[test]
    fn short_labels_fit_the_strip() {
        for Both { ja, en } in points().iter().map(|card| card.short) {
            assert!(Ruler::default().width(ja) <= 8 && Ruler::default().width(en) <= 8, "{ja} / {en}");
        }
    }

    #[test]
    fn questions_can_be_read_aloud_in_one_breath() {
        for Both { ja, en } in points().iter().flat_map(|card| &card.questions) {
            assert!(ja.chars().count() < 40 && ja.ends_with('。'), "{ja}");
            assert!(en.len() <= 80 && en.ends_with('?'), "{en}");
        }
    }
}
