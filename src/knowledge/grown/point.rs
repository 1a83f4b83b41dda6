//! Where the ten points of a made-up council stand after its years.

use super::{
    Grower,
    phrases::{any, phrases},
};
use crate::domain::{Evidence, Point, PointRecord, Stage};
use chrono::NaiveDate;

/// So many observations at most, one a year.
const EVIDENCE: usize = 12;

impl Grower {
    pub fn fill_points(&mut self) {
        let records = Point::ALL.map(|point| self.point(point));
        self.council.points = records.to_vec().into();
    }

    fn point(&mut self, point: Point) -> PointRecord {
        let Some(touched) = self.touched.get(&point).copied() else { return PointRecord::untouched(point) };
        PointRecord {
            stage: any(&Stage::ALL[1..], &mut self.rng),
            active: self.rng.u32(..3) == 0,
            lead: Some(self.any_organisation()),
            evidence: self.evidence(),
            touched: Some(touched),
            ..PointRecord::untouched(point)
        }
    }

    /// From the first meeting of each of the last years.
    fn evidence(&mut self) -> Vec<Evidence> {
        let firsts = self.meetings.iter().rev().filter(|it| it.ordinal == 1);
        let mut days: Vec<NaiveDate> = firsts.take(EVIDENCE).map(|it| it.date).collect();
        days.reverse();
        days.into_iter().map(|on| self.seen(on)).collect()
    }

    fn seen(&mut self, on: NaiveDate) -> Evidence {
        let phrase = any(&phrases().seen, &mut self.rng);
        Evidence { on, text: self.say(phrase) }
    }
}
