//! Self-assessment: how voices lie to each other, where they went since the last time, and what may be done to them.

use chrono::NaiveDate;
use norishiro::domain::{decide::assessments, id::AssessmentId, *};
use proptest::prelude::*;

const SIGN: &str = "council-terms";

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn count(in_place: u32, partly: u32, not_yet: u32) -> Count {
    Count { in_place, partly, not_yet }
}

fn hands(in_place: u32, partly: u32, not_yet: u32) -> Tally {
    Tally::Hands { in_place, partly, not_yet }
}

fn section(name: &str) -> Who {
    Who::new(name, Some(Party::Organisation(name.into())))
}

fn voices(said: &[(&str, Voice)]) -> Tally {
    Tally::Voices(said.iter().map(|(name, voice)| Voiced { who: section(name), voice: *voice }).collect())
}

fn done(council: &mut Council, decision: decide::Decision) {
    council.apply_all(&decision.unwrap()).unwrap();
}

/// A council that was asked on these days; the assessments are called `a`, `b` and so on.
fn asked(days: &[NaiveDate]) -> Council {
    let mut council = Council::new(Head::new("協議会"));
    for (name, on) in ["a", "b", "c"].into_iter().zip(days) {
        let decision = assessments::begin(&council, name.into(), *on);
        done(&mut council, decision);
    }
    council
}

fn a() -> AssessmentId {
    "a".into()
}

fn answer(council: &mut Council, id: &str, sign: &str, tally: Tally) {
    let id = AssessmentId::from(id);
    if tally.voices().is_empty() {
        let decision = assessments::set_hands(council, &id, sign, tally.count());
        done(council, decision);
    }
    for it in tally.voices() {
        let decision = assessments::set_voice(council, &id, sign, it.who.clone(), it.voice);
        done(council, decision);
    }
}

fn tally<'c>(council: &'c Council, sign: &str) -> Option<&'c Tally> {
    council.assessments[0].answer(sign).map(|it| &it.tally)
}

#[test]
fn one_voice_is_enough_to_differ() {
    use Accord::{Apart, InPlace, NotYet, Partly};
    let cases = [
        (count(0, 0, 0), None),
        (count(12, 0, 0), Some(InPlace)),
        (count(0, 0, 3), Some(NotYet)),
        (count(0, 3, 0), Some(Partly)),
        (count(9, 3, 0), Some(Partly)),
        (count(0, 3, 9), Some(Partly)),
        (count(29, 0, 1), Some(Apart)),
        (count(1, 20, 1), Some(Apart)),
    ];
    for (count, accord) in cases {
        assert_eq!(count.accord(), accord, "{count:?}");
    }
}

#[test]
fn an_overview_says_how_many_signs_lie_which_way() {
    let mut council = asked(&[day(11, 20)]);
    for (sign, tally) in
        [("1", hands(5, 0, 0)), ("2", hands(1, 0, 4)), ("3", hands(0, 0, 5)), ("4", hands(1, 1, 0))]
    {
        answer(&mut council, "a", sign, tally);
    }
    let seen = council.assessments[0].overview(["1", "2", "3", "4", "5", "6"]);
    assert_eq!(seen, Overview { in_place: 1, partly: 1, apart: 1, not_yet: 1, unasked: 2 });
}

#[test]
fn hands_drift_by_shares_and_no_average_is_made() {
    use Drift::{Both, Down, Same, Up};
    let cases = [
        (hands(5, 0, 0), hands(12, 0, 0), Same),
        (hands(3, 3, 3), hands(1, 1, 1), Same),
        (hands(3, 3, 3), hands(4, 3, 2), Up),
        (hands(4, 3, 2), hands(3, 3, 3), Down),
        (hands(0, 9, 0), hands(3, 3, 3), Both),
        (hands(0, 0, 9), hands(0, 1, 8), Up),
        (hands(u32::MAX, 0, u32::MAX), hands(u32::MAX, u32::MAX, u32::MAX), Both),
    ];
    for (before, now, drift) in cases {
        assert_eq!(now.drift_from(&before), drift, "{before:?} {now:?}");
    }
}

#[test]
fn who_was_heard_both_times_is_compared_with_themselves() {
    use Voice::{InPlace, NotYet, Partly};
    let before = voices(&[("農務課", NotYet), ("保育課", InPlace)]);
    let cases = [
        (voices(&[("農務課", Partly), ("保育課", InPlace)]), Drift::Up),
        (voices(&[("農務課", Partly), ("保育課", Partly)]), Drift::Both),
        (voices(&[("保育課", NotYet)]), Drift::Down),
        (voices(&[("保育課", InPlace), ("図書館", NotYet)]), Drift::Same),
        (voices(&[("図書館", NotYet)]), Drift::Down),
        (hands(1, 0, 0), Drift::Up),
    ];
    for (now, drift) in cases {
        assert_eq!(now.drift_from(&before), drift, "{now:?}");
    }
}

#[test]
fn what_was_asked_before_goes_by_the_day_and_not_by_the_list() {
    let mut council = asked(&[day(11, 20), day(4, 10), day(7, 31)]);
    answer(&mut council, "a", SIGN, hands(3, 0, 0));
    answer(&mut council, "b", SIGN, hands(0, 0, 3));
    answer(&mut council, "c", "council-other", hands(0, 3, 0));
    let at = |found: Option<(&Assessment, &Answer)>| found.map(|(it, _)| it.id.to_string());
    assert_eq!(at(council.last_answer(SIGN)), Some("a".into()));
    assert_eq!(at(council.answer_before(&a(), SIGN)), Some("b".into()), "the one between did not ask it");
    assert_eq!(at(council.answer_before(&"b".into(), SIGN)), None);
    assert_eq!(at(council.answer_before(&a(), "council-other")), Some("c".into()));
    let drift = |id: &str, sign| council.drift(council.assessments.get(&id.into()).unwrap(), sign);
    assert_eq!(drift("a", SIGN), Some(Drift::Up));
    assert_eq!((drift("b", SIGN), drift("a", "council-other")), (None, None));
    assert_eq!(council.never_asked([SIGN, "council-other", "wind-why-now"]), ["wind-why-now"]);
    let order: Vec<&str> = council.assessments_in_time().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(order, ["b", "c", "a"]);
}

#[test]
fn a_sign_answered_again_keeps_its_place_and_hands_give_way_to_voices() {
    let mut council = asked(&[day(11, 20)]);
    answer(&mut council, "a", SIGN, hands(3, 0, 0));
    answer(&mut council, "a", "x", hands(0, 0, 3));
    answer(&mut council, "a", SIGN, hands(2, 1, 0));
    let signs: Vec<&str> = council.assessments[0].answers.iter().map(|it| it.sign.as_str()).collect();
    assert_eq!((signs, tally(&council, SIGN)), (vec![SIGN, "x"], Some(&hands(2, 1, 0))));
    answer(&mut council, "a", SIGN, voices(&[("農務課", Voice::Partly)]));
    assert_eq!(tally(&council, SIGN), Some(&voices(&[("農務課", Voice::Partly)])));
    answer(&mut council, "a", SIGN, voices(&[("農務課", Voice::InPlace)]));
    assert_eq!(tally(&council, SIGN), Some(&voices(&[("農務課", Voice::InPlace)])), "one voice each");
}

#[test]
fn voices_and_answers_are_taken_back() {
    let mut council = asked(&[day(11, 20)]);
    answer(&mut council, "a", SIGN, voices(&[("農務課", Voice::Partly), ("保育課", Voice::NotYet)]));
    let decision = assessments::clear_voice(&council, &a(), SIGN, &section("農務課"));
    done(&mut council, decision);
    assert_eq!(tally(&council, SIGN), Some(&voices(&[("保育課", Voice::NotYet)])));
    let again = assessments::clear_voice(&council, &a(), SIGN, &section("農務課"));
    assert_eq!(again, Err(Refusal::NotFound));
    let decision = assessments::clear_voice(&council, &a(), SIGN, &section("保育課"));
    done(&mut council, decision);
    assert_eq!(tally(&council, SIGN), None, "with the last voice the sign is not asked");
    answer(&mut council, "a", SIGN, hands(1, 1, 1));
    let decision = assessments::clear(&council, &a(), SIGN);
    done(&mut council, decision);
    assert_eq!(tally(&council, SIGN), None);
    assert_eq!(assessments::clear(&council, &a(), SIGN), Err(Refusal::NotFound));
}

#[test]
fn nobody_counted_is_no_answer() {
    let council = asked(&[day(11, 20)]);
    assert_eq!(assessments::set_hands(&council, &a(), SIGN, count(0, 0, 0)), Err(Refusal::Empty));
    assert_eq!(assessments::set_hands(&council, &"z".into(), SIGN, count(1, 0, 0)), Err(Refusal::NotFound));
}

#[test]
fn an_assessment_is_described_and_goes() {
    let mut council = asked(&[day(11, 20)]);
    let decision = assessments::describe(&council, &a(), day(11, 19), "紙で集めた");
    done(&mut council, decision);
    let told = |council: &Council| (council.assessments[0].on, council.assessments[0].note.clone());
    assert_eq!(told(&council), (day(11, 19), "紙で集めた".into()));
    assert_eq!(assessments::describe(&council, &a(), day(11, 19), "紙で集めた"), Ok(vec![]), "no change");
    let decision = assessments::remove(&council, &a());
    done(&mut council, decision);
    assert!(council.assessments.is_empty());
    assert_eq!(assessments::remove(&council, &a()), Err(Refusal::NotFound));
}

/// A council with three sections, two of which came to the running meeting, one member of them having left.
fn in_a_meeting() -> Council {
    let mut council = Council::new(Head::new("協議会"));
    council.organisations =
        ["農務課", "保育課", "図書館"].map(|it| Organisation::new(it.into(), it)).to_vec().into();
    let member =
        |(id, of): (&str, &str)| Member { organisation: Some(of.into()), ..Member::new(id.into(), "") };
    let members = [("m1", "保育課"), ("m2", "農務課"), ("m3", "図書館"), ("m4", "農務課")];
    council.members = members.map(member).to_vec().into();
    let plan = decide::meeting::suggest(&council, day(11, 20));
    let (id, edits) = decide::meeting::plan(&council, &plan, &mut Mint::seeded(1)).unwrap();
    council.apply_all(&edits).unwrap();
    let now = day(11, 20).and_hms_opt(14, 0, 0).unwrap();
    let decision = decide::meeting::start(&council, &id, now, &mut Mint::seeded(2));
    done(&mut council, decision);
    let left = now.time();
    for (member, mode, to) in [
        ("m1", Mode::Online, None),
        ("m2", Mode::Proxy(section("農務課")), None),
        ("m3", Mode::Present, Some(left)),
        ("m4", Mode::Absent, None),
    ] {
        let attendance = Attendance { member: member.into(), mode, from: None, to };
        let decision = decide::roster::save_attendance(&council, &id, attendance);
        done(&mut council, decision);
    }
    council
}

#[test]
fn a_running_meeting_is_noted_and_whoever_is_there_is_asked() {
    let mut council = in_a_meeting();
    let decision = assessments::begin(&council, a(), day(11, 20));
    done(&mut council, decision);
    let meeting = council.running().unwrap();
    assert_eq!(council.assessments[0].meeting.as_ref(), Some(&meeting.id));
    let there = |council: &Council| -> Vec<String> {
        let meeting = &council.meetings[0];
        council.organisations_at(meeting).iter().map(|it| it.name.clone()).collect()
    };
    assert_eq!(there(&council), ["農務課", "保育課"], "in the order of the roster, without who left");
    council.bodies.clear();
    assert_eq!(there(&council), Vec::<String>::new(), "not read");
}

fn any_count() -> impl Strategy<Value = Count> {
    (0..6_u32, 0..6_u32, 0..6_u32).prop_map(|(in_place, partly, not_yet)| count(in_place, partly, not_yet))
}

fn any_tally() -> impl Strategy<Value = Tally> {
    let said = prop::collection::btree_map("[あ-え]", prop::sample::select(Voice::ALL.to_vec()), 1..5);
    prop_oneof![
        any_count().prop_map(|it| hands(it.in_place, it.partly, it.not_yet)),
        said.prop_map(|said| {
            Tally::Voices(
                said.into_iter().map(|(name, voice)| Voiced { who: section(&name), voice }).collect(),
            )
        }),
    ]
}

proptest! {
    /// Looking back from the other side turns up into down, and nothing moves away from itself.
    #[test]
    fn drift_turns_with_the_side(one in any_tally(), other in any_tally()) {
        let turned = match one.drift_from(&other) {
            Drift::Up => Drift::Down,
            Drift::Down => Drift::Up,
            drift => drift,
        };
        prop_assert_eq!(other.drift_from(&one), turned);
        prop_assert_eq!(one.drift_from(&one), Drift::Same);
    }

    /// A voice that gets further never makes the room fall.
    #[test]
    fn a_voice_that_rises_lifts_the_room(before in any_count(), from_not_yet: bool) {
        let mut now = before;
        let (left, reached) =
            if from_not_yet { (&mut now.not_yet, &mut now.partly) } else { (&mut now.partly, &mut now.in_place) };
        prop_assume!(*left > 0);
        *left -= 1;
        *reached += 1;
        let as_tally = |it: Count| hands(it.in_place, it.partly, it.not_yet);
        prop_assert_eq!(as_tally(now).drift_from(&as_tally(before)), Drift::Up);
    }

    /// Voices that say the same as hands count the same.
    #[test]
    fn voices_are_counted_like_hands(said in prop::collection::vec(prop::sample::select(Voice::ALL.to_vec()), 0..9)) {
        let named: Vec<Voiced> = said.iter().enumerate().map(|(at, voice)| Voiced { who: section(&at.to_string()), voice: *voice }).collect();
        let counted = Tally::Voices(named).count();
        for voice in Voice::ALL {
            prop_assert_eq!(counted.of(voice) as usize, said.iter().filter(|it| **it == voice).count());
        }
        prop_assert_eq!(counted.total(), said.len() as u64);
        prop_assert_eq!(counted.accord().is_none(), said.is_empty());
    }

    /// Whatever is said, in whichever order: the last word of each party stands, once, and each step can be taken back.
    #[test]
    fn the_last_word_of_each_stands(said in prop::collection::vec(("[あ-え]", prop::sample::select(Voice::ALL.to_vec())), 1..12)) {
        let mut council = asked(&[day(11, 20)]);
        let mut last = std::collections::BTreeMap::new();
        for (name, voice) in said {
            let before = council.clone();
            let edits = assessments::set_voice(&council, &a(), SIGN, section(&name), voice).unwrap();
            council.apply_all(&edits).unwrap();
            let mut back = council.clone();
            back.apply_all(&edits.iter().rev().map(Edit::inverse).collect::<Vec<_>>()).unwrap();
            prop_assert_eq!(back, before);
            last.insert(name, voice);
        }
        let kept: std::collections::BTreeMap<String, Voice> =
            tally(&council, SIGN).unwrap().voices().iter().map(|it| (it.who.label.clone(), it.voice)).collect();
        prop_assert_eq!(tally(&council, SIGN).unwrap().voices().len(), kept.len());
        prop_assert_eq!(kept, last);
    }
}
