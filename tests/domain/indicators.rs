//! Indicators: how readings lie to base and target, which are due, and what may be done to them; and what the council stands on.

use chrono::NaiveDate;
use norishiro::domain::{
    decide::{footings, indicators},
    *,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn council() -> Council {
    Council::new(Head::new("協議会"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn reading(year: i32, value: &str) -> Reading {
    Reading::new(year, value.parse().unwrap())
}

fn read(wanted: Wanted, base: &str, last: &str) -> Indicator {
    Indicator {
        wanted,
        base: Some(reading(2020, base)),
        readings: vec![reading(2024, last)],
        ..Indicator::new("a".into(), "受診率")
    }
}

fn done(council: &mut Council, decision: decide::Decision) {
    council.apply_all(&decision.unwrap()).unwrap();
}

fn with(indicator: Indicator) -> Council {
    let mut council = council();
    let decision = indicators::save(&council, indicator);
    done(&mut council, decision);
    council
}

#[test]
fn the_change_since_the_base_is_exact_and_knows_its_way() {
    use Course::{Against, AsWanted, Still};
    let cases = [
        (Wanted::Up, "33.9", "36.5", "2.6", AsWanted),
        (Wanted::Up, "36.5", "33.9", "-2.6", Against),
        (Wanted::Up, "10", "10.0", "0.0", Still),
        (Wanted::Down, "72.7", "52.5", "-20.2", AsWanted),
        (Wanted::Down, "52.5", "72.7", "20.2", Against),
        (Wanted::Down, "5", "5", "0", Still),
        (Wanted::Keep, "5", "5.0", "0.0", AsWanted),
        (Wanted::Keep, "5", "6", "1", Against),
        (Wanted::Up, "0.1", "0.3", "0.2", AsWanted),
    ];
    for (wanted, base, last, by, course) in cases {
        let shift = read(wanted, base, last).shift().unwrap();
        assert_eq!((shift.by.to_string(), shift.course), (by.to_owned(), course), "{wanted:?} {base} {last}");
    }
}

#[test]
fn the_target_is_reached_from_the_wanted_side() {
    let cases = [
        (Wanted::Up, "39.9", false),
        (Wanted::Up, "40.0", true),
        (Wanted::Up, "41", true),
        (Wanted::Down, "41", false),
        (Wanted::Down, "40", true),
        (Wanted::Down, "39", true),
        (Wanted::Keep, "40.00", true),
        (Wanted::Keep, "41", false),
    ];
    for (wanted, last, reached) in cases {
        let indicator = Indicator { target: Some(reading(2028, "40")), ..read(wanted, "30", last) };
        assert_eq!(indicator.distance().unwrap().reached, reached, "{wanted:?} {last}");
    }
    assert_eq!(read(Wanted::Up, "1", "2").distance(), None);
}

#[test]
fn what_is_too_far_apart_is_not_told() {
    let most = Decimal::MAX.to_string();
    assert_eq!(read(Wanted::Up, &format!("-{most}"), &most).shift(), None);
}

#[test]
fn a_reading_is_due_once_its_year_is_over() {
    let council = council();
    assert_eq!(council.last_finished_year(today()), 2025);
    let at = |years: &[i32], base: Option<i32>| Indicator {
        base: base.map(|year| reading(year, "1")),
        readings: years.iter().map(|year| reading(*year, "1")).collect(),
        ..Indicator::new("a".into(), "数")
    };
    let cases = [
        (at(&[], None), true),
        (at(&[2024], None), true),
        (at(&[2024, 2025], None), false),
        (at(&[2024, 2026], None), true),
        (at(&[], Some(2025)), false),
        (at(&[], Some(2024)), true),
        (at(&[2026], None), false),
        (at(&[2026], Some(2026)), false),
    ];
    for (indicator, due) in cases {
        assert_eq!(council.is_reading_due(&indicator, today()), due, "{indicator:?}");
        assert_eq!(with(indicator).readings_due(today()).count(), usize::from(due));
    }
    let april = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    assert_eq!(council.last_finished_year(april), 2025);
    assert_eq!(council.last_finished_year(april.pred_opt().unwrap()), 2024);
}

#[test]
fn a_year_has_one_reading_and_the_years_stand_in_order() {
    let mut council = with(Indicator::new("a".into(), "数"));
    for it in [reading(2025, "3"), reading(2023, "1"), reading(2024, "2"), reading(2023, "1.50")] {
        let decision = indicators::set_reading(&council, &"a".into(), it, None);
        done(&mut council, decision);
    }
    let told = |council: &Council| -> Vec<(i32, String)> {
        council.indicators[0].readings.iter().map(|it| (it.year, it.value.to_string())).collect()
    };
    assert_eq!(told(&council), [(2023, "1.50".into()), (2024, "2".into()), (2025, "3".into())]);

    let decision = indicators::set_reading(&council, &"a".into(), reading(2022, "3"), Some(2025));
    done(&mut council, decision);
    assert_eq!(told(&council), [(2022, "3".into()), (2023, "1.50".into()), (2024, "2".into())]);

    let decision = indicators::remove_reading(&council, &"a".into(), 2023);
    done(&mut council, decision);
    assert_eq!(told(&council), [(2022, "3".into()), (2024, "2".into())]);
    assert_eq!(indicators::remove_reading(&council, &"a".into(), 2023), Err(Refusal::NotFound));
    assert_eq!(indicators::set_reading(&council, &"b".into(), reading(1, "1"), None), Err(Refusal::NotFound));
}

#[test]
fn an_indicator_needs_a_name_and_tells_of_each_point_once() {
    assert_eq!(indicators::save(&council(), Indicator::new("a".into(), " ")), Err(Refusal::Empty));
    let points = vec![Point::Feedback, Point::Tools, Point::Feedback];
    let mut council = with(Indicator { points, ..Indicator::new("a".into(), "数") });
    assert_eq!(council.indicators[0].points, [Point::Tools, Point::Feedback]);
    let decision = indicators::link(&council, &"a".into(), vec![Point::Wind]);
    done(&mut council, decision);
    assert_eq!(council.indicators_on(Point::Wind).count(), 1);
    assert_eq!(council.indicators_on(Point::Tools).count(), 0);
    assert_eq!(indicators::save(&council, council.indicators[0].clone()), Ok(vec![]), "nothing to change");
}

#[test]
fn indicators_move_and_go() {
    let mut council = with(Indicator::new("a".into(), "一"));
    let decision = indicators::save(&council, Indicator::new("b".into(), "二"));
    done(&mut council, decision);
    let decision = indicators::reorder(&council, &"b".into(), -1);
    done(&mut council, decision);
    assert_eq!(council.indicators[0].name, "二");
    let decision = indicators::remove(&council, &"b".into());
    done(&mut council, decision);
    assert_eq!(council.indicators.len(), 1);
    assert_eq!(indicators::remove(&council, &"b".into()), Err(Refusal::NotFound));
    assert_eq!(indicators::reorder(&council, &"b".into(), 1), Err(Refusal::NotFound));
}

#[test]
fn the_usual_four_are_always_asked_about() {
    let mut council = council();
    assert_eq!(council.footings(), FootingKind::USUAL.map(Footing::absent));
    assert!(council.head.footings.is_empty());

    let decision = footings::set_state(&council, &FootingKind::Budget, FootingState::Considered, today());
    done(&mut council, decision);
    let budget = council.footings()[1].clone();
    assert_eq!((budget.state, budget.since), (FootingState::Considered, Some(today())));
    assert_eq!(council.head.footings, [budget]);

    let decision = footings::set_state(&council, &FootingKind::Budget, FootingState::Absent, today());
    done(&mut council, decision);
    assert!(council.head.footings.is_empty(), "what says nothing is not kept");
}

#[test]
fn the_same_state_keeps_its_day() {
    let mut council = council();
    let kind = FootingKind::Terms;
    let decision = footings::set_state(&council, &kind, FootingState::InPlace, today());
    done(&mut council, decision);
    let later = today().succ_opt().unwrap();
    assert_eq!(footings::set_state(&council, &kind, FootingState::InPlace, later), Ok(vec![]));
}

#[test]
fn the_councils_own_come_after_the_four_and_can_go() {
    let mut council = council();
    let own = FootingKind::Own("連携協定".into());
    let decision =
        footings::save(&council, Footing { state: FootingState::InPlace, ..Footing::absent(own.clone()) });
    done(&mut council, decision);
    let decision = footings::set_state(&council, &FootingKind::Plan, FootingState::InPlace, today());
    done(&mut council, decision);
    let kinds: Vec<FootingKind> = council.footings().into_iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [FootingKind::USUAL.to_vec(), vec![own.clone()]].concat());

    let decision = footings::remove(&council, &own);
    done(&mut council, decision);
    assert_eq!(council.footings().len(), 4);
    assert_eq!(footings::remove(&council, &own), Err(Refusal::NotFound));
    assert_eq!(footings::set_state(&council, &own, FootingState::InPlace, today()), Err(Refusal::NotFound));
    let nameless = Footing::absent(FootingKind::Own(" ".into()));
    assert_eq!(footings::save(&council, nameless), Err(Refusal::Empty));
}

proptest! {
    /// Whatever the figures, what is wanted up for one is against what is wanted down, and base and change make the last.
    #[test]
    fn up_and_down_are_opposites(base in any::<i64>(), last in any::<i64>(), scale in 0..7_u32) {
        let figure = |digits| Decimal::new(digits, scale).to_string();
        let shift = |wanted| read(wanted, &figure(base), &figure(last)).shift().unwrap();
        let (up, down) = (shift(Wanted::Up), shift(Wanted::Down));
        prop_assert_eq!(up.by, down.by);
        prop_assert_eq!(Decimal::new(base, scale) + up.by, Decimal::new(last, scale));
        let opposite = match up.course {
            Course::AsWanted => Course::Against,
            Course::Still => Course::Still,
            Course::Against => Course::AsWanted,
        };
        prop_assert_eq!(down.course, opposite);
    }

    /// In whatever order readings are noted, each year keeps the one noted last.
    #[test]
    fn each_year_keeps_the_reading_noted_last(noted in prop::collection::vec((2000..2010_i32, 0..100_i64), 0..20)) {
        let mut council = with(Indicator::new("a".into(), "数"));
        let mut wanted = std::collections::BTreeMap::new();
        for (year, value) in noted {
            wanted.insert(year, Decimal::from(value));
            let it = Reading::new(year, Decimal::from(value));
            let edits = indicators::set_reading(&council, &"a".into(), it, None).unwrap();
            council.apply_all(&edits).unwrap();
        }
        let kept: Vec<(i32, Decimal)> =
            council.indicators[0].readings.iter().map(|it| (it.year, it.value)).collect();
        prop_assert_eq!(kept, wanted.into_iter().collect::<Vec<_>>());
    }
}
