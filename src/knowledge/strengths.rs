//! Which points a council can build on, and which points each of them opens. The relation is the product's own reading; where the
//! council stands is its own word. Never ranks, never counts up.

use super::points::{Opening, card};
use crate::domain::{Council, Point, PointRecord, Stage};

/// What makes a point a strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The council says it is established.
    Firm,
    /// It is under way or looked at again, and evidence is written down or a sign is seen.
    Growing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strength {
    pub point: Point,
    pub ground: Ground,
    /// What it opens and is not established yet, in the order of the card.
    pub opens: Vec<&'static Opening>,
}

impl Ground {
    pub const ALL: [Self; 2] = [Self::Firm, Self::Growing];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Firm => "established",
            Self::Growing => "evidenced",
        }
    }

    fn of(council: &Council, point: Point) -> Option<Self> {
        let record = council.point(point);
        match record.stage {
            Stage::Established => Some(Self::Firm),
            Stage::UnderWay | Stage::UnderReview if is_shown(record) => Some(Self::Growing),
            _ => None,
        }
    }
}

/// Evidence is written down, or a sign is seen.
fn is_shown(record: &PointRecord) -> bool {
    !record.evidence.is_empty() || record.ticks.iter().any(|tick| tick.until.is_none())
}

/// The strengths of a council in the order of the map.
pub fn strengths(council: &Council) -> Vec<Strength> {
    let strength = |point| {
        let waits = |it: &&Opening| council.point(it.point).stage != Stage::Established;
        let opens = card(point).opens.iter().filter(waits).collect();
        Some(Strength { point, ground: Ground::of(council, point)?, opens })
    };
    Point::ALL.into_iter().filter_map(strength).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Evidence, Head};

    fn council(said: &[(Point, Stage, usize)]) -> Council {
        let mut council = Council::new(Head::new("協議会"));
        let on = "2026-11-20".parse().unwrap();
        let records = Point::ALL.map(|point| {
            let said = said.iter().find(|(it, ..)| *it == point);
            let (stage, lines) = said.map_or((Stage::NotStarted, 0), |(_, stage, lines)| (*stage, *lines));
            let evidence = vec![Evidence { on, text: "数字".to_owned() }; lines];
            PointRecord { stage, evidence, ..PointRecord::untouched(point) }
        });
        council.points = records.to_vec().into();
        council
    }

    #[test]
    fn a_strength_is_established_or_moves_with_evidence() {
        let council = council(&[
            (Point::Ready, Stage::Established, 0),
            (Point::Wind, Stage::UnderWay, 1),
            (Point::Evidence, Stage::UnderWay, 0),
            (Point::Allies, Stage::Started, 2),
            (Point::Council, Stage::UnderReview, 1),
            (Point::Tools, Stage::NotStarted, 1),
        ]);
        let found: Vec<_> = strengths(&council).iter().map(|it| (it.point, it.ground)).collect();
        let expected =
            [(Point::Ready, Ground::Firm), (Point::Wind, Ground::Growing), (Point::Council, Ground::Growing)];
        assert_eq!(found, expected);
        assert!(strengths(&Council::new(Head::new("協議会"))).is_empty());
    }

    #[test]
    fn a_strength_opens_what_is_not_established_yet() {
        let one = council(&[(Point::Wind, Stage::Established, 0), (Point::Allies, Stage::Established, 0)]);
        let found = strengths(&one);
        let opened = |at: usize| found[at].opens.iter().map(|it| it.point).collect::<Vec<_>>();
        assert_eq!(opened(0), [Point::Evidence, Point::Council], "allies are there already");
        assert_eq!(opened(1), [Point::Council, Point::Tools, Point::Grow]);
    }
}
