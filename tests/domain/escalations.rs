//! Issues between a working group and its parent: what either may do, and how the two sides become one whatever reaches whom and when.

use chrono::NaiveDate;
use norishiro::domain::{
    decide::{
        Decision,
        escalations::{self, Issue, To},
    },
    id::EscalationId,
    *,
};
use proptest::prelude::*;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

/// Two councils of one home, and what was last raised.
struct Home {
    group: Council,
    board: Council,
    id: EscalationId,
    mint: Mint,
}

const GROUP: &str = "group";
const BOARD: &str = "board";

fn issue(text: &str) -> Issue {
    Issue { text: text.into(), why: "県の予算が要る".into(), points: vec![Point::Tools] }
}

fn done(council: &mut Council, decide: impl FnOnce(&Council) -> Decision) {
    let edits = decide(council).unwrap();
    council.apply_all(&edits).unwrap();
}

impl Home {
    fn new() -> Self {
        let named = |name: &str| Council::new(Head::new(name));
        Self {
            group: named("作業部会"),
            board: named("推進協議会"),
            id: "none".into(),
            mint: Mint::seeded(5),
        }
    }

    /// With an issue that both sides have.
    fn raised() -> Self {
        let mut home = Self::new();
        home.raise("夜間の相談窓口がない");
        assert_eq!(home.reaches_board(), 1);
        home
    }

    fn neighbours(&self) -> Vec<Neighbour> {
        vec![Neighbour::of(GROUP, &self.group), Neighbour::of(BOARD, &self.board)]
    }

    fn raise(&mut self, text: &str) {
        let neighbours = self.neighbours();
        let to = To::Parent(&neighbours[1]);
        let raised =
            escalations::raise(&self.group, GROUP, issue(text), to, &neighbours, day(1), &mut self.mint);
        let (id, edits) = raised.unwrap();
        self.group.apply_all(&edits).unwrap();
        self.id = id;
    }

    /// What the group says reaches the board. Returns how much was new.
    fn reaches_board(&mut self) -> usize {
        let edits = escalations::receive(&self.board, BOARD, &self.neighbours(), day(9)).unwrap();
        self.board.apply_all(&edits).unwrap();
        edits.len()
    }

    fn reaches_group(&mut self) -> usize {
        let edits = escalations::receive(&self.group, GROUP, &self.neighbours(), day(9)).unwrap();
        self.group.apply_all(&edits).unwrap();
        edits.len()
    }

    fn here(&self) -> &Escalation {
        self.group.escalations.get(&self.id).unwrap()
    }

    fn there(&self) -> &Escalation {
        self.board.escalations.get(&self.id).unwrap()
    }
}

#[test]
fn what_is_raised_is_received_once_and_the_first_makes_the_parent() {
    let mut home = Home::new();
    home.raise("夜間の相談窓口がない");
    assert_eq!(home.group.head.parent.as_deref(), Some(BOARD));
    assert_eq!((home.here().side, home.here().other_name.as_str()), (Side::Raised, "推進協議会"));
    assert_eq!((home.reaches_board(), home.reaches_board(), home.reaches_group()), (1, 0, 0));
    let there = home.there();
    assert_eq!(
        (there.side, there.other.as_str(), there.other_name.as_str()),
        (Side::Received, GROUP, "作業部会")
    );
    assert_eq!((there.text.as_str(), there.why.as_str()), ("夜間の相談窓口がない", "県の予算が要る"));
    assert_eq!((there.points.as_slice(), there.raised), (&[Point::Tools][..], day(1)));
    assert_eq!(home.board.escalations_waiting().count(), 1);
    assert_eq!(home.group.escalations_waiting().count(), 0);
}

#[test]
fn the_answer_comes_back_and_waits_until_it_was_told() {
    let mut home = Home::raised();
    let id = home.id.clone();
    done(&mut home.board, |it| escalations::set_state(it, &id, EscalationState::Considered, day(2)));
    assert_eq!(
        (home.reaches_group(), home.here().state(), home.here().since()),
        (1, EscalationState::Considered, day(2))
    );
    done(&mut home.board, |it| escalations::answer(it, &id, " 来年度に試行する ", day(3)));
    assert_eq!((home.reaches_group(), home.reaches_group()), (1, 0));
    let here = home.here();
    assert_eq!(
        (here.answer.as_str(), here.answered, here.state()),
        ("来年度に試行する", Some(day(3)), EscalationState::Answered)
    );
    assert_eq!((home.group.escalations_waiting().count(), home.board.escalations_waiting().count()), (1, 0));
    done(&mut home.group, |it| escalations::report(it, &id, Some(day(4))));
    assert_eq!((home.group.escalations_waiting().count(), home.reaches_board()), (0, 0));
    done(&mut home.board, |it| escalations::answer(it, &id, "今年度から試行する", day(5)));
    home.reaches_group();
    assert_eq!((home.here().reported, home.group.escalations_waiting().count()), (None, 1), "another answer");
}

#[test]
fn neither_side_changes_what_the_other_wrote() {
    let mut home = Home::raised();
    let id = home.id.clone();
    let board = &home.board;
    assert_eq!(escalations::word(board, &id, issue("別の文")), Err(Refusal::TheirPart));
    assert_eq!(
        escalations::set_state(board, &id, EscalationState::Withdrawn, day(2)),
        Err(Refusal::TheirPart)
    );
    assert_eq!(escalations::report(board, &id, Some(day(2))), Err(Refusal::TheirPart));
    assert_eq!(escalations::remove(board, &id), Err(Refusal::Shared));
    let group = &home.group;
    assert_eq!(escalations::answer(group, &id, "できます", day(2)), Err(Refusal::TheirPart));
    assert_eq!(
        escalations::set_state(group, &id, EscalationState::Considered, day(2)),
        Err(Refusal::TheirPart)
    );
    assert_eq!(escalations::report(group, &id, Some(day(2))), Err(Refusal::WrongState));
    assert_eq!(escalations::answer(board, &id, "  ", day(2)), Err(Refusal::Empty));
    assert_eq!(escalations::word(group, &id, Issue::default()), Err(Refusal::Empty));
    // Both write at the same time, and both find the other's words.
    done(&mut home.group, |it| escalations::word(it, &id, issue("夜間と休日の窓口がない")));
    done(&mut home.board, |it| escalations::answer(it, &id, "来年度に試行する", day(3)));
    assert_eq!((home.reaches_board(), home.reaches_group()), (1, 1));
    for it in [home.here(), home.there()] {
        assert_eq!((it.text.as_str(), it.answer.as_str()), ("夜間と休日の窓口がない", "来年度に試行する"));
    }
}

#[test]
fn a_raising_taken_back_is_withdrawn_there_and_comes_back() {
    let mut home = Home::raised();
    let with = home.group.clone();
    home.group.escalations = List::default();
    assert_eq!((home.reaches_board(), home.reaches_board()), (1, 0));
    assert_eq!((home.there().state(), home.there().withdrawn), (EscalationState::Withdrawn, Some(day(9))));
    home.group = with;
    home.reaches_board();
    assert_eq!(home.there().state(), EscalationState::Raised);
}

#[test]
fn an_answer_that_crosses_a_withdrawal_counts() {
    let mut home = Home::raised();
    let id = home.id.clone();
    done(&mut home.group, |it| escalations::set_state(it, &id, EscalationState::Withdrawn, day(2)));
    done(&mut home.board, |it| escalations::answer(it, &id, "できます", day(2)));
    home.reaches_board();
    home.reaches_group();
    assert_eq!(
        (home.here().state(), home.there().state()),
        (EscalationState::Answered, EscalationState::Answered)
    );
    let gone = escalations::set_state(&home.group, &id, EscalationState::Withdrawn, day(3));
    assert_eq!(gone, Err(Refusal::WrongState));
    // The answer is taken back above: what is left is the withdrawal.
    done(&mut home.board, |it| escalations::set_state(it, &id, EscalationState::Raised, day(4)));
    home.reaches_group();
    assert_eq!((home.here().state(), home.here().answer.as_str()), (EscalationState::Withdrawn, ""));
}

#[test]
fn what_is_withdrawn_is_deleted_on_either_side_and_stays_away() {
    let mut home = Home::raised();
    let id = home.id.clone();
    assert_eq!(escalations::remove(&home.group, &id), Err(Refusal::Shared));
    done(&mut home.group, |it| escalations::set_state(it, &id, EscalationState::Withdrawn, day(2)));
    home.reaches_board();
    done(&mut home.board, |it| escalations::remove(it, &id));
    assert_eq!((home.reaches_board(), home.reaches_group()), (0, 0));
    done(&mut home.group, |it| escalations::remove(it, &id));
    assert_eq!((home.reaches_board(), home.group.escalations.len()), (0, 0));
}

#[test]
fn what_is_no_pair_of_ours_is_left_alone() {
    let mut home = Home::raised();
    // A copy of the group's folder, and a group that raised to somebody else.
    let copy = Neighbour { name: "写し".into(), ..Neighbour::of("copy", &home.group) };
    let mut elsewhere = Neighbour::of("third", &home.group);
    elsewhere.escalations =
        vec![Escalation { id: "other".into(), other: "fourth".into(), ..home.here().clone() }].into();
    let edits = escalations::receive(&home.board, BOARD, &[copy, elsewhere], day(9));
    assert_eq!(edits, Ok(Vec::new()));
    assert_eq!(home.reaches_board(), 0);
}

#[test]
fn a_parent_kept_elsewhere_is_a_name_and_its_answer_is_written_here() {
    let mut home = Home::new();
    let (group, mint) = (&home.group, &mut home.mint);
    let mut raise = |to| escalations::raise(group, GROUP, issue("夜間の窓口"), to, &[], day(1), mint);
    assert_eq!(raise(To::Elsewhere(" ")).unwrap_err(), Refusal::Empty);
    let (id, edits) = raise(To::Elsewhere("県協議会")).unwrap();
    home.group.apply_all(&edits).unwrap();
    assert_eq!((home.group.head.parent.as_deref(), home.group.escalations[0].is_elsewhere()), (None, true));
    done(&mut home.group, |it| escalations::answer(it, &id, "文書で回答", day(2)));
    assert_eq!(home.group.escalations_waiting().count(), 1);
    done(&mut home.group, |it| escalations::remove(it, &id));
    assert!(home.group.escalations.is_empty());
}

#[test]
fn nobody_reports_to_who_reports_to_them() {
    let below = |slug: &str, parent: &str| Neighbour {
        slug: slug.into(),
        name: slug.into(),
        parent: Some(parent.into()),
        escalations: List::default(),
    };
    let home = [below("a", "b"), below("b", "c"), below("x", "y"), below("y", "x")];
    assert!(escalations::may_report_to("a", "b", &home) && escalations::may_report_to("a", "c", &home));
    assert!(
        escalations::may_report_to("new", "a", &home) && escalations::may_report_to("a", "nowhere", &home)
    );
    for parent in ["a", "b", "c"] {
        assert!(!escalations::may_report_to("c", parent, &home), "{parent}");
    }
    assert!(escalations::may_report_to("a", "x", &home), "the round the others go in is theirs");
    let council = Council::new(Head::new("c"));
    let raised = escalations::raise(
        &council,
        "c",
        issue("課題"),
        To::Parent(&home[0]),
        &home,
        day(1),
        &mut Mint::seeded(1),
    );
    assert_eq!(raised.unwrap_err(), Refusal::OwnParent);
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    Word,
    Withdraw,
    Again,
    Undo,
    Consider,
    Answer,
    TakeBack,
    Report,
    ToBoard,
    ToGroup,
}

fn steps() -> impl Strategy<Value = Vec<Deed>> {
    use Deed::{Again, Answer, Consider, Report, TakeBack, ToBoard, ToGroup, Undo, Withdraw, Word};
    let step = prop::sample::select(vec![
        Word, Withdraw, Again, Undo, Consider, Answer, TakeBack, Report, ToBoard, ToGroup,
    ]);
    prop::collection::vec(step, 0..20)
}

proptest! {
    /// Whatever was done, lost and brought late: once both have heard each other, both say the same and nothing more is new.
    #[test]
    fn both_sides_become_one(steps in steps()) {
        let mut home = Home::raised();
        let id = home.id.clone();
        for (at, step) in (2..).zip(steps) {
            let (group, board, on) = (home.group.clone(), home.board.clone(), day(at));
            let state = |council: &Council, state| escalations::set_state(council, &id, state, on);
            let (ours, decision) = match step {
                Deed::Word => (true, escalations::word(&group, &id, issue(&format!("課題{at}")))),
                Deed::Withdraw => (true, state(&group, EscalationState::Withdrawn)),
                Deed::Again => (true, state(&group, EscalationState::Raised)),
                Deed::Undo => (true, Ok(group.escalations.removing(&id).map(Edit::Escalation).into_iter().collect())),
                Deed::Report => (true, escalations::report(&group, &id, Some(on))),
                Deed::Consider => (false, state(&board, EscalationState::Considered)),
                Deed::Answer => (false, escalations::answer(&board, &id, &format!("回答{at}"), on)),
                Deed::TakeBack => (false, state(&board, EscalationState::Raised)),
                Deed::ToBoard => { home.reaches_board(); continue }
                Deed::ToGroup => { home.reaches_group(); continue }
            };
            let council = if ours { &mut home.group } else { &mut home.board };
            council.apply_all(&decision.unwrap_or_default()).unwrap();
        }
        home.reaches_board();
        home.reaches_group();
        prop_assert_eq!((home.reaches_board(), home.reaches_group()), (0, 0));
        if let (Some(here), Some(there)) = (home.group.escalations.get(&id), home.board.escalations.get(&id)) {
            let shared = |it: &Escalation| Escalation {
                side: Side::Raised,
                other: String::new(),
                other_name: String::new(),
                reported: None,
                ..it.clone()
            };
            prop_assert_eq!(shared(here), shared(there));
        }
    }
}
