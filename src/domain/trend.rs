//! Where a point has gone in a year. Words for a room, never a figure.

use super::point::{PointRecord, Stage};
use chrono::{Months, NaiveDate};
use std::cmp::Ordering;

/// A point's stage a year ago, and where it has gone since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    pub was: Stage,
    /// Further on, back, or the same. None where it is, or was, looked at again: that is neither.
    pub course: Option<Ordering>,
}

impl PointRecord {
    /// Since the same day of last year; none where nothing was noted by then.
    pub fn trend(&self, today: NaiveDate) -> Option<Trend> {
        let was = self.stage_on(today.checked_sub_months(Months::new(12))?)?;
        let looked_at_again = self.stage != was && [self.stage, was].contains(&Stage::UnderReview);
        let course = (!looked_at_again).then(|| self.stage.cmp(&was));
        Some(Trend { was, course })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Point, Step};

    #[test]
    fn a_year_is_told_by_the_stage_of_that_day() {
        use Stage::{Established, Started, UnderReview, UnderWay};
        let today = "2026-11-20".parse().unwrap();
        let trend = |steps: &[(&str, Stage)]| {
            let steps = steps.iter().map(|(on, to)| Step { on: on.parse().unwrap(), meeting: None, to: *to });
            let steps: Vec<Step> = steps.collect();
            let stage = steps.last().unwrap().to;
            PointRecord { stage, steps, ..PointRecord::untouched(Point::Tools) }.trend(today)
        };
        let gone = |was, course| Some(Trend { was, course });
        assert_eq!(
            trend(&[("2025-05-01", Started), ("2026-05-01", UnderWay)]),
            gone(Started, Some(Ordering::Greater))
        );
        assert_eq!(trend(&[("2025-11-20", Established)]), gone(Established, Some(Ordering::Equal)));
        assert_eq!(
            trend(&[("2024-05-01", UnderWay), ("2026-01-01", Started)]),
            gone(UnderWay, Some(Ordering::Less))
        );
        assert_eq!(
            trend(&[("2024-05-01", Established), ("2026-01-01", UnderReview)]),
            gone(Established, None)
        );
        assert_eq!(trend(&[("2024-05-01", UnderReview)]), gone(UnderReview, Some(Ordering::Equal)));
        assert_eq!(trend(&[("2025-11-21", Started)]), None, "nothing was noted a year ago");
    }
}
