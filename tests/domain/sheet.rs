//! The plan-and-evaluation sheet: whose rows, what stands in them, and the next fiscal year.

use chrono::NaiveDate;
use norishiro::domain::{decide::sheet, id::RowId, *};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn section(id: &str) -> Who {
    Who::new(id, Some(Party::Organisation(id.into())))
}

fn row(id: &str, year: i32, who: Who) -> SheetRow {
    let said = |what: &str| format!("{id} {what}");
    SheetRow {
        programme: said("事業"),
        viewpoint: said("視点"),
        aim: said("姿"),
        problems: said("課題"),
        progress: said("進み"),
        evaluation: said("評価"),
        touched: Some(today()),
        ..SheetRow::new(id.into(), year, who)
    }
}

fn council(rows: Vec<SheetRow>) -> Council {
    let mut council = Council::new(Head::new("庁内PT"));
    council.organisations =
        ["農務課", "保育課"].map(|name| Organisation::new(name.into(), name)).to_vec().into();
    council.sheet = rows.into();
    council
}

fn done(council: &mut Council, decision: decide::Decision) {
    council.apply_all(&decision.unwrap()).unwrap();
}

fn carry(council: &mut Council, year: i32, seed: u64) {
    let decision = sheet::carry_over(council, year, &mut Mint::seeded(seed));
    done(council, decision);
}

fn ids(council: &Council, year: i32) -> Vec<&str> {
    council.sheet_of(year).map(|row| row.id.as_str()).collect()
}

#[test]
fn a_row_says_whose_it_is_and_keeps_no_spaces_at_its_ends() {
    let nobody = SheetRow::new("a".into(), 2026, Who::new(" ", None));
    assert_eq!(sheet::save(&council(vec![]), nobody), Err(Refusal::Empty));
    let mut council = council(vec![]);
    let new = SheetRow {
        aim: " 歩く人が増える\n".into(),
        ..SheetRow::new("a".into(), 2026, section("農務課"))
    };
    let decision = sheet::save(&council, new);
    done(&mut council, decision);
    assert_eq!(council.sheet[0].aim, "歩く人が増える");
    let decision = sheet::set_who(&council, &"a".into(), Who::new("自治会", None));
    done(&mut council, decision);
    assert_eq!(council.sheet[0].who.label, "自治会");
    assert_eq!(sheet::set_who(&council, &"b".into(), section("農務課")), Err(Refusal::NotFound));
}

#[test]
fn writing_in_a_cell_notes_the_day_and_the_same_again_does_not() {
    let mut council = council(vec![row("a", 2026, section("農務課"))]);
    let before = today().pred_opt().unwrap();
    assert_eq!(sheet::write(&council, &"a".into(), Column::Aim, " a 姿 ", before), Ok(vec![]));
    for column in Column::ALL {
        let decision = sheet::write(&council, &"a".into(), column, column.key(), before);
        done(&mut council, decision);
    }
    let written = &council.sheet[0];
    assert!(Column::ALL.iter().all(|column| written.cell(*column) == column.key()));
    assert_eq!(written.touched, Some(before));
    let long = "あ".repeat(20_000);
    assert_eq!(sheet::write(&council, &"a".into(), Column::Aim, &long, before), Err(Refusal::TooLong));
    assert_eq!(sheet::write(&council, &"b".into(), Column::Aim, "", before), Err(Refusal::NotFound));
}

#[test]
fn a_row_moves_within_its_year_only() {
    let who = || section("農務課");
    let rows =
        vec![row("a", 2026, who()), row("x", 2025, who()), row("b", 2026, who()), row("c", 2026, who())];
    let mut council = council(rows);
    let move_a = |council: &mut Council, steps| {
        let decision = sheet::reorder(council, &"a".into(), steps);
        done(council, decision);
    };
    move_a(&mut council, 1);
    assert_eq!((ids(&council, 2026), ids(&council, 2025)), (vec!["b", "a", "c"], vec!["x"]));
    move_a(&mut council, 9);
    assert_eq!(ids(&council, 2026), ["b", "c", "a"]);
    move_a(&mut council, -9);
    assert_eq!(ids(&council, 2026), ["a", "b", "c"]);
    assert_eq!(sheet::reorder(&council, &"a".into(), -1), Ok(vec![]));
    assert_eq!(sheet::reorder(&council, &"z".into(), 1), Err(Refusal::NotFound));
}

#[test]
fn the_plan_goes_on_and_the_rest_is_asked_anew() {
    let mut council =
        council(vec![row("a", 2025, section("農務課")), row("b", 2025, Who::new("自治会", None))]);
    carry(&mut council, 2025, 1);
    let next: Vec<&SheetRow> = council.sheet_of(2026).collect();
    let wanted = SheetRow {
        programme: "a 事業".into(),
        viewpoint: "a 視点".into(),
        aim: "a 姿".into(),
        from: Some("a".into()),
        ..SheetRow::new(next[0].id.clone(), 2026, section("農務課"))
    };
    assert_eq!(*next[0], wanted);
    assert_eq!((next[1].who.label.as_str(), next[1].from.as_ref()), ("自治会", Some(&RowId::from("b"))));
    assert_eq!(council.sheet_years(), [2025, 2026]);
    assert_eq!(council.sheet_row_before(next[1]).map(|it| it.id.as_str()), Some("b"));
}

#[test]
fn what_is_carried_over_or_begun_by_hand_is_not_doubled() {
    let mut council = council(vec![
        row("a", 2025, section("農務課")),
        row("a2", 2025, section("農務課")),
        row("b", 2025, section("保育課")),
        row("hand", 2026, Who::new("農林課", Some(Party::Organisation("農務課".into())))),
    ]);
    carry(&mut council, 2025, 1);
    let from: Vec<Option<&str>> =
        council.sheet_of(2026).map(|row| council.sheet_row_before(row).map(|it| it.id.as_str())).collect();
    assert_eq!(from, [Some("a"), Some("a2"), Some("b")]);
    assert_eq!(sheet::carry_over(&council, 2025, &mut Mint::seeded(2)), Err(Refusal::NotFound));
    assert_eq!(sheet::carry_over(&council, 2020, &mut Mint::seeded(2)), Err(Refusal::NotFound));
    let decision = sheet::remove(&council, &council.sheet_of(2026).nth(2).unwrap().id.clone());
    done(&mut council, decision);
    carry(&mut council, 2025, 3);
    assert_eq!(council.sheet_of(2026).count(), 3, "a row that was taken out can be carried over again");
}

#[test]
fn who_goes_on_is_called_as_today() {
    let mut council = council(vec![
        row("a", 2025, Who::new("農林課", Some(Party::Organisation("農務課".into())))),
        row("b", 2025, section("なくなった課")),
    ]);
    carry(&mut council, 2025, 1);
    let who: Vec<&Who> = council.sheet_of(2026).map(|row| &row.who).collect();
    assert_eq!(who, [&section("農務課"), &Who::new("なくなった課", None)]);
}

#[test]
fn a_row_that_goes_leaves_no_dangling_link() {
    let mut council = council(vec![row("a", 2025, section("農務課"))]);
    carry(&mut council, 2025, 1);
    let decision = sheet::remove(&council, &"a".into());
    done(&mut council, decision);
    assert_eq!((council.sheet.len(), &council.sheet[0].from), (1, &None));
    assert_eq!(sheet::remove(&council, &"a".into()), Err(Refusal::NotFound));
}

#[test]
fn a_link_to_the_same_year_or_a_later_one_is_not_believed() {
    let council = council(vec![
        row("old", 2025, section("保育課")),
        SheetRow { from: Some("self".into()), ..row("self", 2026, section("保育課")) },
    ]);
    assert_eq!(council.sheet_row_before(&council.sheet[1]).map(|it| it.id.as_str()), Some("old"));
}

#[test]
fn gaps_are_the_empty_cells_row_by_row() {
    let open =
        SheetRow { evaluation: " ".into(), aim: String::new(), ..row("a", 2026, section("農務課")) };
    let council = council(vec![open, row("b", 2026, section("保育課")), row("c", 2025, section("保育課"))]);
    let gaps: Vec<(&str, Column)> =
        council.sheet_gaps(2026).map(|(row, column)| (row.id.as_str(), column)).collect();
    assert_eq!(gaps, [("a", Column::Aim), ("a", Column::Evaluation)]);
}

/// A sheet of some sections over some years; a row may go on from any other.
fn sheets() -> impl Strategy<Value = Council> {
    let one = (2020..2024_i32, 0..4_usize, prop::option::of(0..12_usize));
    prop::collection::vec(one, 0..12).prop_map(|rows| {
        let whose = ["農務課", "保育課", "自治会", "もうない課"];
        let row = |(at, (year, who, from)): (usize, (i32, usize, Option<usize>))| SheetRow {
            from: from.map(|from| format!("r{from}").into()),
            ..row(&format!("r{at}"), year, section(whose[who]))
        };
        council(rows.into_iter().enumerate().map(row).collect())
    })
}

proptest! {
    /// Carrying over twice is carrying over once, no row of the old year is touched, and undo brings the council back.
    #[test]
    fn carrying_over_twice_is_once(council in sheets(), year in 2019..2025_i32) {
        let mut history = History::new(council.clone(), 0);
        let noon = today().and_hms_opt(12, 0, 0).unwrap();
        match sheet::carry_over(&council, year, &mut Mint::seeded(7)) {
            Err(refusal) => {
                prop_assert_eq!(refusal, Refusal::NotFound);
                prop_assert_eq!(council.sheet_to_carry(year).count(), 0);
            }
            Ok(edits) => {
                let missing = council.sheet_to_carry(year).count();
                history.push(noon, edits).unwrap();
                let after = history.council();
                prop_assert_eq!(after.sheet_of(year + 1).count(), council.sheet_of(year + 1).count() + missing);
                prop_assert!(after.sheet.starts_with(&council.sheet));
                prop_assert_eq!(sheet::carry_over(after, year, &mut Mint::seeded(8)), Err(Refusal::NotFound));
                let goes_on = |row: &SheetRow| {
                    after.sheet_of(year + 1).any(|it| after.sheet_row_before(it).is_some_and(|it| it.id == row.id))
                };
                prop_assert!(after.sheet_of(year).all(goes_on));
                history.undo(noon).unwrap();
                prop_assert_eq!(history.council(), &council);
            }
        }
    }

    /// Whatever goes, nothing leads to it any more, and undo brings it back in its place.
    #[test]
    fn removing_leaves_no_link_and_undo_brings_it_back(council in sheets(), nth in 0..12_usize) {
        prop_assume!(!council.sheet.is_empty());
        let gone = &council.sheet[nth % council.sheet.len()];
        let mut history = History::new(council.clone(), 0);
        let noon = today().and_hms_opt(12, 0, 0).unwrap();
        history.push(noon, sheet::remove(&council, &gone.id).unwrap()).unwrap();
        prop_assert!(history.council().sheet.iter().all(|row| row.from.as_ref() != Some(&gone.id)));
        history.undo(noon).unwrap();
        prop_assert_eq!(history.council(), &council);
    }
}
