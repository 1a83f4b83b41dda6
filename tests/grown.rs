//! Made-up councils: as large as they say, sound in every link, and the same for the same seed.

#[path = "support/user.rs"]
mod user;

use chrono::NaiveDate;
use norishiro::{
    domain::{Action, ActionState, Body, Council, LineKind, MeetingState},
    knowledge::grown::{Size, grown},
    store::{self, Home},
};
use std::collections::BTreeSet;
use user::{User, assert_says};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn held(council: &Council) -> Vec<&Body> {
    let held = council.meetings.iter().filter(|it| it.state == MeetingState::Held);
    held.map(|meeting| council.body(&meeting.id).unwrap()).collect()
}

/// The day an action was given.
fn given(council: &Council, action: &Action) -> NaiveDate {
    council.meetings.get(&action.origin.as_ref().unwrap().meeting).unwrap().date
}

/// Meetings, organisations, members and actions.
fn figures(council: &Council) -> [usize; 4] {
    let Council { meetings, organisations, members, .. } = council;
    [meetings.len(), organisations.len(), members.len(), council.every_action().count()]
}

#[test]
fn each_size_is_what_it_says() {
    let sizes =
        [(Size::S, [6, 12, 25, 40]), (Size::M, [100, 20, 60, 800]), (Size::L, [600, 60, 500, 10_000])];
    for (size, expected) in sizes {
        let council = grown(size, 1, today());
        assert_eq!(figures(&council), expected, "{size:?}");
        assert!(held(&council).iter().all(|body| (60..=150).contains(&body.lines.len())), "{size:?}");
    }
}

#[test]
fn every_link_and_number_holds() {
    let home = tempfile::tempdir().unwrap();
    let home = Home::at(home.path());
    for (size, slug) in [(Size::S, "s"), (Size::M, "m")] {
        let council = grown(size, 3, today());
        home.create(slug, &council).unwrap();
        assert_eq!(store::check(&home, Some(slug)), [], "{slug}");
    }
}

#[test]
fn it_reads_as_if_it_had_met_until_today() {
    let council = grown(Size::M, 1, today());
    let days: Vec<NaiveDate> = council.meetings.iter().map(|it| it.date).collect();
    assert!(days.is_sorted_by(|a, b| a < b));
    assert_eq!(council.next_planned().map(|it| it.date), Some(today()));
    assert!(council.body(&council.meetings[99].id).unwrap().items.len() >= 2, "an agenda carried over");
    for meeting in council.last_held().into_iter().chain(council.meetings.first()) {
        let here: BTreeSet<_> = council.members_on(meeting.date).into_iter().map(|it| &it.id).collect();
        let noted: BTreeSet<_> =
            council.body(&meeting.id).unwrap().attendance.iter().map(|it| &it.member).collect();
        assert_eq!(here, noted, "{}", meeting.id);
        assert!(council.headcount(meeting).is_quorate(), "{}", meeting.id);
    }
    for action in council.every_action() {
        let given = given(&council, action);
        assert!(action.ended.is_none_or(|ended| given < ended && ended <= today()), "{action:?}");
        assert_eq!(action.ended.is_none(), action.state.is_open(), "{action:?}");
    }
    assert!(!council.shelves.is_empty());
    let old = |action: &&Action| council.fiscal_year(given(&council, action)) < 2026;
    assert!(council.actions.iter().filter(old).all(|action| action.state.is_open()));
    let open = council.every_action().filter(|action| action.state.is_open()).count();
    assert!((5..60).contains(&open), "{open} open");
    assert!(council.every_action().any(|action| action.state == ActionState::Dropped));
}

#[test]
fn nothing_is_left_to_fill_in() {
    let council = grown(Size::S, 1, today());
    let lines = held(&council).into_iter().flat_map(|body| &body.lines);
    let texts: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
    let names = council.organisations.iter().flat_map(|it| [&it.name, &it.kana, &it.short]);
    assert!(texts.iter().all(|text| !text.contains(['{', '}']) && !text.is_empty()));
    assert!(names.into_iter().all(|name| !name.contains(['{', '}'])));
    let different: BTreeSet<&str> = texts.iter().copied().collect();
    assert!(different.len() * 3 > texts.len() * 2, "{} of {}", different.len(), texts.len());
}

#[test]
fn nobody_has_a_name_and_everybody_a_post() {
    let council = grown(Size::L, 1, today());
    assert!(council.members.iter().all(|it| it.name.is_empty() && !it.post.is_empty()));
    let labels = council.members_on(today()).into_iter().map(|it| council.member_label(it));
    let labels: Vec<String> = labels.collect();
    assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "two people of one post");
}

#[test]
fn a_seed_always_grows_the_same_council() {
    assert!(grown(Size::S, 7, today()) == grown(Size::S, 7, today()));
    assert!(grown(Size::S, 7, today()) != grown(Size::S, 8, today()));
}

#[test]
fn every_kind_of_line_is_spoken_of() {
    let council = grown(Size::S, 1, today());
    let lines = held(&council).into_iter().flat_map(|body| &body.lines);
    let kinds: BTreeSet<&str> = lines.map(|line| line.kind.key()).collect();
    let all = [
        LineKind::Note,
        LineKind::Speech,
        LineKind::Decision(1),
        LineKind::Action(1),
        LineKind::Deferred,
        LineKind::Proposal,
        LineKind::Issue,
    ];
    assert_eq!(kinds, all.map(LineKind::key).into());
}

#[test]
fn it_is_grown_from_the_command_line_and_not_shown_in_the_help() {
    let user = User::new();
    assert_says(&user.ok("grow trial --size s"), &["councils/trial", "norishiro open trial"]);
    assert_eq!(user.json("check trial").as_array().map(Vec::len), Some(0));
    assert_eq!(user.json("list")[0]["meetings"], 6);
    assert_says(&user.no(1, "grow trial --size s"), &["「trial」はもう使われています"]);
    assert!(!user.ok("--help").contains("grow"));
}
