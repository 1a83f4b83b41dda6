//! A council's ten points read through a model: how each item of it stands, which of them is the present one, and what comes next. The
//! reading rests on the product's own crosswalk and on nothing but the stages that the council gave its points. Never counts, never
//! puts a number on a council, and never changes what it reads.

use super::{
    both::Both,
    models::{Model, ModelItem, Reads},
};
use crate::domain::{Council, Point, Stage};

/// How an item of a model stands, told by the stages of the points it speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// None of its points was begun.
    Untouched,
    /// Some of its points was begun, and some is not established yet.
    UnderWay,
    /// All of its points were established, and some is looked at again.
    UnderReview,
    /// All of its points are established.
    InPlace,
}

/// An item with what tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub item: &'static ModelItem,
    pub standing: Standing,
    /// The points it speaks to, each with its stage in the council.
    pub by: Vec<(Point, Stage)>,
}

/// A council read through a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    pub model: &'static Model,
    /// In the order of the model.
    pub items: Vec<Told>,
}

impl Standing {
    /// In the order in which work goes on.
    pub const ALL: [Self; 4] = [Self::Untouched, Self::UnderWay, Self::UnderReview, Self::InPlace];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::UnderWay => "under-way",
            Self::UnderReview => "under-review",
            Self::InPlace => "in-place",
        }
    }

    pub const fn name(self) -> Both {
        match self {
            Self::Untouched => Both::new("まだ", "not begun"),
            Self::UnderWay => Both::new("途中", "under way"),
            Self::UnderReview => Both::new("見直し", "under review"),
            Self::InPlace => Both::new("整った", "in place"),
        }
    }

    /// Of an item whose points have these stages; of none, nothing was begun.
    fn of(stages: impl Iterator<Item = Stage> + Clone) -> Self {
        let all = |held: fn(Stage) -> bool| stages.clone().all(held);
        match () {
            () if all(|stage| stage == Stage::NotStarted) => Self::Untouched,
            () if all(|stage| stage == Stage::Established) => Self::InPlace,
            () if all(|stage| matches!(stage, Stage::Established | Stage::UnderReview)) => Self::UnderReview,
            () => Self::UnderWay,
        }
    }

    /// Somebody works on it now.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::UnderWay | Self::UnderReview)
    }
}

impl Lens {
    /// What the stages of a council's points say in the words of `model`.
    pub fn of(model: &'static Model, council: &Council) -> Self {
        let items = model.items.iter().map(|item| {
            let by: Vec<_> = item.points.iter().map(|point| (*point, council.point(*point).stage)).collect();
            Told { item, standing: Standing::of(by.iter().map(|(_, stage)| *stage)), by }
        });
        Self { model, items: items.collect() }
    }

    /// Where the council is: of items that follow each other, the first that was begun and is not in place. None where nothing was begun,
    /// where all that was begun is in place, and where the items stand side by side.
    pub fn present(&self) -> Option<usize> {
        let steps = self.model.reads == Reads::Steps;
        self.items.iter().position(|told| steps && told.standing.is_open())
    }

    /// What comes after the present one, or first where there is none: of items that follow each other, the first that is not in place.
    pub fn next(&self) -> Option<usize> {
        if self.model.reads == Reads::Sides {
            return None;
        }
        let from = self.present().map_or(0, |present| present + 1);
        let behind = self.items.iter().enumerate().skip(from);
        behind.into_iter().find(|(_, told)| told.standing != Standing::InPlace).map(|(at, _)| at)
    }

    /// The items that stand so, with their places.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = (usize, &Told)> {
        self.items.iter().enumerate().filter(move |(_, told)| told.standing == standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Head, PointRecord},
        knowledge::models::{model, models},
    };

    /// A council whose points have these stages; the others are not begun.
    fn council(stages: &[(Point, Stage)]) -> Council {
        let mut council = Council::new(Head::new("協議会"));
        let records = Point::ALL.map(|point| {
            let stage = stages.iter().find(|(it, _)| *it == point).map_or(Stage::NotStarted, |(_, it)| *it);
            PointRecord { stage, ..PointRecord::untouched(point) }
        });
        council.points = records.to_vec().into();
        council
    }

    fn lens(key: &str, stages: &[(Point, Stage)]) -> Lens {
        Lens::of(model(key).unwrap(), &council(stages))
    }

    /// The keys of the present item and of the next.
    fn way(lens: &Lens) -> [Option<&str>; 2] {
        [lens.present(), lens.next()].map(|at| at.map(|at| lens.items[at].item.key))
    }

    #[test]
    fn an_item_stands_as_all_its_points_let_it() {
        use Stage::{Established, NotStarted, Started, UnderReview, UnderWay};
        for (stages, expected) in [
            (vec![], Standing::Untouched),
            (vec![NotStarted, NotStarted], Standing::Untouched),
            (vec![NotStarted, Started], Standing::UnderWay),
            (vec![NotStarted, Established], Standing::UnderWay),
            (vec![UnderReview, UnderWay], Standing::UnderWay),
            (vec![Established, UnderReview], Standing::UnderReview),
            (vec![UnderReview], Standing::UnderReview),
            (vec![Established, Established], Standing::InPlace),
        ] {
            assert_eq!(Standing::of(stages.iter().copied()), expected, "{stages:?}");
        }
    }

    #[test]
    fn a_new_council_has_everything_before_it() {
        for model in models() {
            let lens = Lens::of(model, &council(&[]));
            assert!(lens.items.iter().all(|told| told.standing == Standing::Untouched), "{}", model.key);
            let first = (model.reads == Reads::Steps).then_some(0);
            assert_eq!((lens.present(), lens.next()), (None, first), "{}", model.key);
        }
    }

    #[test]
    fn the_present_stage_is_the_first_begun_that_is_not_in_place() {
        use Point::{Allies, Council, Feedback, Overview, Tools};
        use Stage::{Established, Started, UnderReview, UnderWay};
        let begun = lens("stages", &[(Allies, Started)]);
        assert_eq!(way(&begun), [Some("initial"), Some("structure")]);
        let formed = [(Allies, Established), (Council, Established), (Overview, Established)];
        let going = lens("stages", &[&formed[..], &[(Tools, UnderWay)]].concat());
        assert_eq!(way(&going), [Some("capacity"), Some("planning")]);
        let again = lens("stages", &[&formed[..], &[(Tools, UnderReview)]].concat());
        assert_eq!(again.items[2].standing, Standing::UnderReview);
        assert_eq!(way(&again)[0], Some("capacity"), "what is looked at again is worked on");
        let leapt = lens("change", &[(Feedback, Started)]);
        assert_eq!(way(&leapt), [Some("institution"), None], "who began at the end is at the end");
        assert_eq!(leapt.standing(Standing::Untouched).count(), 3, "and what was passed over is told");
    }

    #[test]
    fn when_all_is_in_place_nothing_is_present_or_next() {
        let all = Point::ALL.map(|point| (point, Stage::Established));
        for model in models() {
            let lens = Lens::of(model, &council(&all));
            assert_eq!((lens.present(), lens.next()), (None, None), "{}", model.key);
            assert_eq!(lens.standing(Standing::InPlace).count(), model.items.len());
        }
    }

    #[test]
    fn sides_have_no_present_one() {
        let lens = lens("aspects", &[(Point::Wind, Stage::Established), (Point::Allies, Stage::Started)]);
        assert_eq!((lens.present(), lens.next()), (None, None));
        let keys = |standing| lens.standing(standing).map(|(_, told)| told.item.key).collect::<Vec<_>>();
        assert_eq!(keys(Standing::InPlace), ["opportunity"]);
        assert_eq!(keys(Standing::UnderWay), ["necessity", "relationship"]);
    }
}
