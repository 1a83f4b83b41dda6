//! Lists of actions: which are on them, in every format, read back.

use crate::{assert_looks, made, named, now, of, rows, sheets, text, toyokawa};
use calamine::Data;
use ical::{IcalParser, parser::ical::component::IcalTodo};
use norishiro::{
    domain::{Action, Council, Due, Head, Who},
    paper::{Format, Kind, Order, PaperError, Which, compose},
    words::Lang,
};

fn actions(which: Which, format: Format) -> Order {
    Order { which, format, ..Order::new(Kind::Actions) }
}

#[test]
fn every_list_reads_well() {
    let council = toyokawa();
    for (name, which, lang) in [
        ("actions_all_ja", Which::All, Lang::Ja),
        ("actions_overdue_ja", Which::Overdue, Lang::Ja),
        ("actions_open_en", Which::Open, Lang::En),
        ("actions_with_en", Which::With("農務".to_owned()), Lang::En),
    ] {
        assert_looks(name, &made(&council, &actions(which, Format::Md), lang));
    }
    assert_looks("actions_ics_ja", &made(&council, &actions(Which::Open, Format::Ics), Lang::Ja));
    assert_looks("actions_ics_en", &made(&council, &actions(Which::Open, Format::Ics), Lang::En));
}

#[test]
fn a_workbook_of_all_has_the_overdue_and_a_sheet_for_each_organisation() {
    let council = toyokawa();
    let workbook = sheets(&council, &actions(Which::All, Format::Xlsx), Lang::Ja);
    let names: Vec<&str> = workbook.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["宿題一覧", "期限超過", "保健センター"]);
    assert_eq!(names.last(), Some(&"担当未定"));
    let days = |sheet: usize| {
        workbook[sheet].1.cells().filter(|(_, _, cell)| matches!(cell, Data::DateTime(_))).count()
    };
    let due = council.every_action().filter(|action| council.due_date(action).is_some()).count();
    let late = council.every_action().filter(|action| council.is_overdue(action, now().date())).count();
    assert_eq!((days(0), days(1)), (due, late));
    let open = sheets(&council, &actions(Which::Open, Format::Xlsx), Lang::Ja);
    assert_eq!(open.len(), 1);
}

#[test]
fn each_list_holds_what_was_asked_for() {
    let council = toyokawa();
    let numbers = |which| -> Vec<u32> {
        let rows = rows(&council, &actions(which, Format::Csv), Lang::Ja);
        rows.into_iter().skip(1).map(|row| row[0].parse().unwrap()).collect()
    };
    let expected = |wanted: &dyn Fn(&Action) -> bool| -> Vec<u32> {
        council.every_action().filter(|action| wanted(action)).map(|action| action.number).collect()
    };
    assert_eq!(numbers(Which::All), expected(&|_| true));
    assert_eq!(numbers(Which::Open), expected(&|it| it.state.is_open()));
    assert_eq!(numbers(Which::Overdue), expected(&|it| council.is_overdue(it, now().date())));
    let with = numbers(Which::With("保健センター".to_owned()));
    assert!(!with.is_empty() && with.len() < numbers(Which::Open).len());
    let nobody = actions(Which::With("だれでもない".to_owned()), Format::Csv);
    let refused = of(&council, Lang::Ja, |source| compose(&nobody, source)).unwrap_err();
    assert!(
        matches!(refused, PaperError::NoSuchOwner { typed, names } if typed == "だれでもない" && names.len() > 5)
    );
}

/// An action that would be a formula, with letters that take several bytes, lines and signs that mean something in a calendar.
fn awkward() -> Council {
    let mut council = Council::new(Head::new("会; その, 一"));
    council.actions = vec![
        Action {
            due: Due::On(now().date()),
            owners: vec![Who::new("=HYPERLINK(\"x\")", None)],
            ..Action::new(
                "a1".into(),
                1,
                "@SUM(A1); 一行目, \\n\n二行目\u{1b}[2J".to_owned() + &"とても長い".repeat(30),
            )
        },
        Action { due: Due::Open, ..Action::new("a2".into(), 2, "-1") },
    ]
    .into();
    council.head.next_action = 3;
    council
}

fn todos(calendar: &str) -> Vec<IcalTodo> {
    let calendars: Vec<_> = IcalParser::new(calendar.as_bytes()).map(Result::unwrap).collect();
    assert_eq!(calendars.len(), 1);
    calendars.into_iter().next().unwrap().todos
}

fn value(todo: &IcalTodo, name: &str) -> Option<String> {
    let property = todo.properties.iter().find(|it| it.name == name)?;
    let text = property.value.clone()?;
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.push(match letter {
            '\\' => letters.next().map(|it| if it == 'n' { '\n' } else { it }).unwrap(),
            other => other,
        });
    }
    Some(plain)
}

#[test]
fn the_calendar_is_read_by_another_parser() {
    let council = toyokawa();
    let order = actions(Which::All, Format::Ics);
    let calendar = text(&council, &order, Lang::Ja);
    assert_eq!(calendar, text(&council, &order, Lang::Ja), "the same to-dos are the same bytes");
    let todos = todos(&calendar);
    assert_eq!(todos.len(), council.every_action().count());
    for (todo, action) in todos.iter().zip(council.every_action()) {
        assert_eq!(value(todo, "UID").unwrap(), format!("{}@norishiro", action.id));
        assert_eq!(value(todo, "SUMMARY").unwrap(), action.text);
        assert_eq!(value(todo, "DTSTAMP").unwrap(), "20261120T140000Z");
        assert_eq!(value(todo, "CATEGORIES").unwrap(), council.head.short);
        let due = council.due_date(action).map(|day| day.format("%Y%m%d").to_string());
        assert_eq!(value(todo, "DUE"), due);
        assert_eq!(value(todo, "STATUS").unwrap() == "COMPLETED", action.state.key() == "done");
        assert_eq!(value(todo, "STATUS").unwrap() == "CANCELLED", action.state.key() == "dropped");
    }
}

#[test]
fn lines_of_a_calendar_are_folded_and_nothing_in_them_is_obeyed() {
    let council = awkward();
    let calendar = text(&council, &actions(Which::All, Format::Ics), Lang::Ja);
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n', '\u{1b}']));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    let todos = todos(&calendar);
    let summary = value(&todos[0], "SUMMARY").unwrap();
    assert!(summary.starts_with("@SUM(A1); 一行目, \\n 二行目▯[2Jとても長い"), "{summary}");
    assert!(summary.ends_with("とても長い") && value(&todos[1], "DUE").is_none());
    assert_eq!(value(&todos[0], "CATEGORIES").unwrap(), "会; その, 一");
}

#[test]
fn what_would_be_a_formula_is_text() {
    let council = awkward();
    let order = actions(Which::All, Format::Xlsx);
    let workbook = sheets(&council, &order, Lang::En);
    let texts: Vec<String> = workbook[0].1.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(texts.iter().any(|it| it == "-1") && texts.iter().any(|it| it.starts_with("@SUM(A1)")));
    let table = rows(&council, &order, Lang::En);
    assert!(table.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    assert_eq!((table[2][1].as_str(), table[1][2].as_str()), ("'-1", "'=HYPERLINK(\"x\")"));
}

#[test]
fn the_data_has_the_fields_that_the_command_prints() {
    let council = toyokawa();
    let data = text(&council, &actions(Which::Overdue, Format::Json), Lang::En);
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!((&data["schema"], &data["version"]), (&"norishiro-actions".into(), &1.into()));
    let first = data["actions"][0].as_object().unwrap();
    let keys: Vec<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(keys, ["due", "meeting", "number", "owners", "points", "state", "text"]);
    assert_eq!(data["actions"].as_array().unwrap().len(), 3);
}

#[test]
fn the_files_are_called_as_people_call_them() {
    let council = toyokawa();
    for (which, ja, en) in [
        (Which::Open, "宿題一覧_令和8年11月20日.ics", "actions_2026-11-20.ics"),
        (Which::Overdue, "宿題一覧_令和8年11月20日_期限超過.ics", "actions_2026-11-20_overdue.ics"),
        (
            Which::With("CON/ 農務課".into()),
            "宿題一覧_令和8年11月20日_CON農務課.ics",
            "actions_2026-11-20_CON-農務課.ics",
        ),
    ] {
        let order = actions(which, Format::Ics);
        assert_eq!(
            (named(&council, &order, Lang::Ja), named(&council, &order, Lang::En)),
            (ja.into(), en.into())
        );
    }
}
