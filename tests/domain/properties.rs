//! Whatever a person does in whatever order: every change can be taken back and brought back, and the list of changes tells all.

use crate::room::{council, day, member, party, plan_on};
use chrono::{NaiveDateTime, TimeDelta};
use norishiro::domain::{
    Action, ActionState, Council, Edit, History, Item, ItemState, LineKind, ListEdit, Meeting,
    MeetingRoleKind, MeetingState, Mint, Mode, Point, Refusal, Stage, Who,
    decide::{
        Decision, actions, agenda, board, meeting, record,
        record::{NewKind, NewLine},
        roster, tidy,
    },
    id::MeetingId,
};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeSet;

/// One thing a person might press. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Press {
    Plan {
        days: i64,
    },
    Replan {
        meeting: usize,
        days: i64,
    },
    RemoveMeeting(usize),
    Start(usize),
    Close,
    Next,
    AddItem(usize),
    TakeUp(usize),
    SetItem {
        item: usize,
        state: ItemState,
    },
    ReorderItem {
        item: usize,
        steps: isize,
    },
    RemoveItem(usize),
    Write {
        meeting: usize,
        kind: NewKind,
    },
    Rewrite {
        line: usize,
        kind: NewKind,
    },
    MoveLine {
        line: usize,
        item: Option<usize>,
    },
    ReorderLine {
        line: usize,
        down: bool,
    },
    RemoveLine(usize),
    SplitLine {
        line: usize,
        kind: NewKind,
    },
    JoinLine(usize),
    /// Takes lines out (or copies them) and puts them behind another.
    PutLines {
        lines: usize,
        to: usize,
        cut: bool,
    },
    AddAction,
    SetAction {
        action: usize,
        state: ActionState,
    },
    RemoveAction(usize),
    /// Years later.
    Tidy,
    Attend {
        member: usize,
        mode: Mode,
    },
    Leave(usize),
    Seat {
        member: usize,
        title: &'static str,
    },
    RemoveMember(usize),
    MeetingRole {
        kind: MeetingRoleKind,
        member: Option<usize>,
    },
    Focus(Option<Point>),
    SetStage(Point, Stage),
    Undo,
    Redo,
}

const ROLES: [MeetingRoleKind; 3] = MeetingRoleKind::ALL;

fn press() -> impl Strategy<Value = Press> {
    let which = 0..8_usize;
    let days = 0..800_i64;
    let kind = prop::sample::select([&NewKind::LINES[..], &[NewKind::Continue]].concat());
    let state = prop::sample::select(&ItemState::ALL[..]);
    let point = prop::sample::select(&Point::ALL[..]);
    let title = prop::sample::select(&["会長", "副会長", "議事録署名人", "広報担当", "委員", ""][..]);
    let mode = prop::sample::select(vec![
        Mode::Expected,
        Mode::Present,
        Mode::Online,
        Mode::Proxy(Who::new("保健センター 主事", Some(party("m4")))),
        Mode::Absent,
    ]);
    let meetings = prop_oneof![
        4 => days.clone().prop_map(|days| Press::Plan { days }),
        2 => (which.clone(), days).prop_map(|(meeting, days)| Press::Replan { meeting, days }),
        1 => which.clone().prop_map(Press::RemoveMeeting),
        4 => which.clone().prop_map(Press::Start),
        2 => Just(Press::Close),
    ];
    let items = prop_oneof![
        2 => Just(Press::Next),
        4 => which.clone().prop_map(Press::AddItem),
        2 => which.clone().prop_map(Press::TakeUp),
        3 => (which.clone(), state).prop_map(|(item, state)| Press::SetItem { item, state }),
        1 => (which.clone(), -3..4_isize).prop_map(|(item, steps)| Press::ReorderItem { item, steps }),
        1 => which.clone().prop_map(Press::RemoveItem),
    ];
    let lines = prop_oneof![
        6 => (which.clone(), kind.clone()).prop_map(|(meeting, kind)| Press::Write { meeting, kind }),
        2 => (which.clone(), kind.clone()).prop_map(|(line, kind)| Press::Rewrite { line, kind }),
        1 => (which.clone(), kind).prop_map(|(line, kind)| Press::SplitLine { line, kind }),
        1 => which.clone().prop_map(Press::JoinLine),
        1 => (which.clone(), which.clone(), any::<bool>())
            .prop_map(|(lines, to, cut)| Press::PutLines { lines, to, cut }),
        1 => (which.clone(), prop::option::of(which.clone())).prop_map(|(line, item)| Press::MoveLine { line, item }),
        1 => (which.clone(), any::<bool>()).prop_map(|(line, down)| Press::ReorderLine { line, down }),
        1 => which.clone().prop_map(Press::RemoveLine),
    ];
    let doing = prop_oneof![
        2 => Just(Press::AddAction),
        4 => (which.clone(), prop::sample::select(&ActionState::ALL[..]))
            .prop_map(|(action, state)| Press::SetAction { action, state }),
        1 => which.clone().prop_map(Press::RemoveAction),
        2 => Just(Press::Tidy),
    ];
    let people = prop_oneof![
        3 => (which.clone(), mode).prop_map(|(member, mode)| Press::Attend { member, mode }),
        1 => which.clone().prop_map(Press::Leave),
        2 => (which.clone(), title).prop_map(|(member, title)| Press::Seat { member, title }),
        1 => which.clone().prop_map(Press::RemoveMember),
        1 => (prop::sample::select(&ROLES[..]), prop::option::of(which))
            .prop_map(|(kind, member)| Press::MeetingRole { kind, member }),
    ];
    let board = prop_oneof![
        prop::option::of(point.clone()).prop_map(Press::Focus),
        (point, prop::sample::select(&Stage::ALL[..]))
            .prop_map(|(point, stage)| Press::SetStage(point, stage)),
    ];
    prop_oneof![
        4 => meetings, 4 => items, 5 => lines, 3 => doing, 2 => people, 1 => board,
        2 => Just(Press::Undo), 1 => Just(Press::Redo),
    ]
}

/// Picks by number among what is there.
fn nth<T>(list: &[T], at: usize) -> Result<&T, Refusal> {
    if list.is_empty() { Err(Refusal::NotFound) } else { Ok(&list[at % list.len()]) }
}

/// The running meeting, else the first one: where items and lines are picked from.
fn at_hand(council: &Council) -> Result<&Meeting, Refusal> {
    council.running().or_else(|| council.meetings.first()).ok_or(Refusal::NoMeeting)
}

fn line(kind: NewKind, number: u64) -> NewLine {
    NewLine { kind, text: format!("発言{number}"), ..NewLine::default() }
}

fn decide(council: &Council, press: &Press, now: NaiveDateTime, number: u64, mint: &mut Mint) -> Decision {
    match press {
        Press::Plan { .. }
        | Press::Replan { .. }
        | Press::RemoveMeeting(_)
        | Press::Start(_)
        | Press::Close => on_meetings(council, press, now, mint),
        Press::Next | Press::TakeUp(_) | Press::SetItem { .. } | Press::AddItem(_) => {
            on_items(council, press, now, mint)
        }
        Press::ReorderItem { .. } | Press::RemoveItem(_) => on_items(council, press, now, mint),
        Press::AddAction | Press::SetAction { .. } | Press::RemoveAction(_) | Press::Tidy => {
            on_actions(council, press, now, mint)
        }
        Press::Focus(point) => board::focus(council, *point, now, mint),
        Press::SetStage(point, stage) => board::set_stage(council, *point, *stage, now.date()),
        Press::Attend { .. }
        | Press::Leave(_)
        | Press::Seat { .. }
        | Press::RemoveMember(_)
        | Press::MeetingRole { .. } => on_people(council, press, now, mint),
        _ => on_lines(council, press, now, number, mint),
    }
}

fn on_meetings(council: &Council, press: &Press, now: NaiveDateTime, mint: &mut Mint) -> Decision {
    let on = |days: i64| plan_on(day(2025, 11, 1) + TimeDelta::days(days));
    let pick = |at: usize| nth(&council.meetings, at).map(|it| &it.id);
    match *press {
        Press::Plan { days } => meeting::plan(council, &on(days), mint).map(|(_, edits)| edits),
        Press::Replan { meeting: at, days } => meeting::replan(council, pick(at)?, &on(days)),
        Press::RemoveMeeting(at) => meeting::remove(council, pick(at)?),
        Press::Start(at) => meeting::start(council, pick(at)?, now, mint),
        _ => meeting::close(council, now, mint),
    }
}

fn on_items(council: &Council, press: &Press, now: NaiveDateTime, mint: &mut Mint) -> Decision {
    let meeting = &at_hand(council)?.id;
    let pick = |at: usize| nth(&council.body(meeting).unwrap().items, at).map(|it| &it.id);
    match *press {
        Press::AddItem(points) => {
            let points = Point::ALL.into_iter().take(points % 2).collect();
            let item = Item { points, ..Item::new(mint.id(), "議題", 10) };
            agenda::add(council, meeting, item)
        }
        Press::TakeUp(at) => agenda::take_up(council, pick(at)?, now, mint),
        Press::SetItem { item, state } => agenda::set_state(council, meeting, pick(item)?, state, now, mint),
        Press::ReorderItem { item, steps } => agenda::reorder(council, meeting, pick(item)?, steps),
        Press::RemoveItem(at) => agenda::remove(council, meeting, pick(at)?),
        _ => agenda::next(council, now, mint),
    }
}

fn on_lines(council: &Council, press: &Press, now: NaiveDateTime, number: u64, mint: &mut Mint) -> Decision {
    let meeting = &at_hand(council)?.id;
    let body = council.body(meeting).unwrap();
    let pick = |at: usize| nth(&body.lines, at).map(|it| &it.id);
    match *press {
        Press::Write { meeting: at, kind } => {
            let meeting = &nth(&council.meetings, at)?.id;
            record::write(council, meeting, None, line(kind, number), now, mint)
        }
        Press::Rewrite { line: at, kind } => {
            record::rewrite(council, meeting, pick(at)?, line(kind, number), mint)
        }
        Press::MoveLine { line: at, item } => {
            let item = item.map(|at| nth(&body.items, at)).transpose()?.map(|it| it.id.clone());
            record::move_to_item(council, meeting, pick(at)?, item)
        }
        Press::ReorderLine { line: at, down } => record::reorder(council, meeting, pick(at)?, down),
        Press::RemoveLine(at) => record::remove(council, meeting, pick(at)?),
        Press::SplitLine { line: at, kind } => {
            let kept = body.lines.get(pick(at)?).map_or(NewKind::Note, |line| line.kind.plain());
            let (first, second) = (line(kept, number), line(kind, number + 1));
            record::split(council, meeting, pick(at)?, first, second, mint)
        }
        Press::JoinLine(at) => record::join(council, meeting, pick(at)?, pick(at + 1)?),
        Press::PutLines { lines, to, cut } => {
            let ids: Vec<_> = (lines..lines + 2).map(|at| pick(at).cloned()).collect::<Result<_, _>>()?;
            let (taken, spot) =
                (record::taken(council, meeting, &ids), record::Spot::After(pick(to)?.clone()));
            let gone = if cut { record::remove_all(council, meeting, &ids)? } else { Vec::new() };
            record::then(council, gone, |council| record::put(council, meeting, &spot, taken, mint))
        }
        _ => unreachable!("{press:?} is not about lines"),
    }
}

fn on_actions(council: &Council, press: &Press, now: NaiveDateTime, mint: &mut Mint) -> Decision {
    let every: Vec<&Action> = council.every_action().collect();
    let pick = |at: usize| nth(&every, at).map(|it| &it.id);
    match *press {
        Press::Tidy => tidy(council, now.date() + TimeDelta::days(1000)),
        Press::SetAction { action, state } => {
            actions::set_state(council, pick(action)?, state, "事情が変わった", now.date())
        }
        Press::RemoveAction(at) => actions::remove(council, pick(at)?),
        _ => actions::add(council, Action::new(mint.id(), 0, "宿題")),
    }
}

fn on_people(council: &Council, press: &Press, now: NaiveDateTime, mint: &mut Mint) -> Decision {
    let pick = |at: usize| nth(&council.members, at);
    let hand = || at_hand(council).map(|it| &it.id);
    match press {
        Press::Attend { member, mode } => {
            roster::attend(council, hand()?, &pick(*member)?.id, mode.clone(), now)
        }
        Press::Leave(at) => roster::leave(council, hand()?, &pick(*at)?.id, now),
        Press::Seat { member, title } => {
            roster::save_member_with_office(council, pick(*member)?.clone(), title, mint)
        }
        Press::RemoveMember(at) => roster::remove_member(council, &pick(*at)?.id),
        Press::MeetingRole { kind, member: who } => {
            let holder = who.map(|at| Who::new("進行役", Some(party(member(&format!("m{at}")).as_str()))));
            meeting::set_role(council, hand()?, *kind, holder)
        }
        _ => unreachable!("{press:?} is not about people"),
    }
}

/// What must hold of every council, whatever was pressed.
fn check(council: &Council) {
    let running = council.meetings.iter().filter(|it| it.state == MeetingState::Running).count();
    assert!(running <= 1, "one meeting runs at a time");
    let labels: BTreeSet<_> = council.meetings.iter().map(|it| (it.fiscal_year, it.ordinal)).collect();
    assert_eq!(labels.len(), council.meetings.len(), "no two meetings share a number");
    let numbers: BTreeSet<_> = council.every_action().map(|it| it.number).collect();
    assert_eq!(numbers.len(), council.every_action().count(), "no two actions share a number");
    assert!(numbers.iter().all(|number| *number < council.head.next_action), "the counter is ahead");
    let shelved = || council.shelves.values().flatten().flatten();
    assert!(shelved().all(|action| !action.state.is_open()), "what is open stands on the list");
    assert!(council.is_whole() && council.shelves.values().flatten().all(|shelf| !shelf.is_empty()));
    for meeting in &council.meetings {
        check_body(council, &meeting.id, meeting.state == MeetingState::Running);
    }
}

fn check_body(council: &Council, id: &MeetingId, running: bool) {
    let body = council.body(id).unwrap();
    let current = body.items.iter().filter(|it| it.state == ItemState::Current).count();
    assert!(current <= usize::from(running), "only a running meeting is on an item, and on one");
    let decided: Vec<u32> = body
        .lines
        .iter()
        .filter_map(|it| match it.kind {
            LineKind::Decision(number) => Some(number),
            _ => None,
        })
        .collect();
    assert_eq!(
        decided.iter().collect::<BTreeSet<_>>().len(),
        decided.len(),
        "no two decisions share a number"
    );
    for line in &body.lines {
        assert!(
            line.item.as_ref().is_none_or(|item| body.items.get(item).is_some()),
            "a line stands under an item"
        );
        if let LineKind::Action(number) = line.kind {
            let action = council.action_numbered(number).expect("an action line has its action");
            let origin = action.origin.as_ref().expect("an action of a line knows it");
            assert_eq!(
                (&origin.meeting, &origin.line, &origin.item),
                (id, &Some(line.id.clone()), &line.item)
            );
        }
    }
}

/// Edits applied and taken back leave no trace.
fn there_and_back(council: &Council, edits: &[Edit]) {
    let mut tried = council.clone();
    tried.apply_all(edits).unwrap();
    let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
    tried.apply_all(&back).unwrap();
    assert_eq!(tried, *council);
    assert!(edits.iter().all(|edit| edit.inverse().inverse() == *edit));
}

fn replay(mut council: Council, history: &History) -> Council {
    for change in history.since(0) {
        council.apply_all(&change.edits).unwrap();
    }
    council
}

/// Presses everything in turn, a minute apart, and gives back the history and how many presses changed something.
fn work(presses: &[Press]) -> (History, usize) {
    let mut history = History::new(council(), 0);
    let mut mint = Mint::seeded(3);
    let mut now = day(2026, 11, 20).and_hms_opt(14, 0, 0).unwrap();
    let mut done = 0;
    for press in presses {
        now += TimeDelta::minutes(1);
        match press {
            Press::Undo => drop(history.undo(now).unwrap().cloned()),
            Press::Redo => drop(history.redo(now).unwrap().cloned()),
            press => {
                let number = history.seq();
                if let Ok(edits) = decide(history.council(), press, now, number, &mut mint) {
                    there_and_back(history.council(), &edits);
                    done += usize::from(!edits.is_empty());
                    history.push(now, edits).unwrap();
                }
            }
        }
        check(history.council());
    }
    (history, done)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_work_can_be_taken_back_brought_back_and_replayed(presses in vec(press(), 1..80)) {
        let (mut history, _) = work(&presses);
        let (start, now) = (council(), day(2026, 12, 1).and_hms_opt(9, 0, 0).unwrap());
        prop_assert_eq!(replay(start.clone(), &history), history.council().clone());

        while history.redo(now).unwrap().is_some() {}
        let end = history.council().clone();
        let mut steps = 0;
        while history.undo(now).unwrap().is_some() {
            steps += 1;
        }
        prop_assert_eq!(history.council(), &start);
        for _ in 0..steps {
            prop_assert!(history.redo(now).unwrap().is_some());
        }
        prop_assert_eq!(history.council(), &end);
        prop_assert_eq!(replay(start, &history), end);
        let seqs: Vec<u64> = history.since(0).iter().map(|change| change.seq).collect();
        prop_assert_eq!(seqs, (1..=history.seq()).collect::<Vec<_>>());
    }
}

#[test]
fn the_presses_reach_deep_enough_to_matter() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let presses = vec(press(), 400..401).new_tree(&mut runner).unwrap().current();
    let (history, done) = work(&presses);
    let council = history.council();
    let put_away = |edit: &Edit| matches!(edit, Edit::Shelf(_, ListEdit::Insert { .. }));
    let brought_back = |edit: &Edit| matches!(edit, Edit::Shelf(_, ListEdit::Remove { .. }));
    let edits = || history.since(0).iter().flat_map(|change| &change.edits);
    assert!(edits().any(put_away) && edits().any(brought_back));
    let lines: usize = council.bodies.values().map(|body| body.lines.len()).sum();
    assert!(
        done > 150 && council.meetings.len() > 5 && lines > 10 && council.every_action().count() > 5,
        "{done} {lines}"
    );
    assert!(council.meetings.iter().any(|it| it.state == MeetingState::Held));
}
