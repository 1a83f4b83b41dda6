//! What the commands of the indicators do.

use super::list;
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::{
            board::{self, title_of},
            indicators::rows,
        },
    },
    domain::{Indicator, IndicatorKind, Point, Reading, Wanted, decide, id::IndicatorId},
    text::{dates::parse_fiscal_year, figure::parse_figure},
    words::Words,
};

/// From the map all of them, from an opened point its own.
pub fn show(model: &mut Model) {
    let of = board::chosen(model).filter(|_| model.list().detail);
    model.board_view = BoardView::Indicators(of);
    *model.list_mut() = Default::default();
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// Only those of the point chosen on the board, or all again.
pub fn filter(model: &mut Model) {
    let kept = list::chosen(model, ListId::Indicators, &rows(model));
    let of = match model.board_view {
        BoardView::Indicators(None) => board::chosen(model),
        _ => None,
    };
    model.board_view = BoardView::Indicators(of);
    model.list_mut().cursor = Default::default();
    if let Some(id) = kept {
        list::go_to(model, ListId::Indicators, rows, &id);
    }
}

/// The indicator the cursor is on.
pub fn chosen(model: &Model) -> Option<&Indicator> {
    model.council().indicators.get(&list::chosen(model, ListId::Indicators, &rows(model))?)
}

pub fn on_indicator(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::indicator_none) }
}

pub fn has_reading(model: &Model) -> Ready {
    match chosen(model) {
        Some(indicator) if indicator.readings.is_empty() => Ready::Off(Words::indicator_no_reading),
        _ => on_indicator(model),
    }
}

const NAME: usize = 0;
const KIND: usize = 1;
const UNIT: usize = 2;
const WANTED: usize = 3;
const BASE_YEAR: usize = 4;
const BASE: usize = 5;
const TARGET_YEAR: usize = 6;
const TARGET: usize = 7;
const SOURCE: usize = 8;
const POINTS: usize = 9;
const NOTE: usize = 10;

pub fn add(model: &mut Model) {
    let of = match model.board_view {
        BoardView::Indicators(of) => of,
        _ => None,
    };
    open_new(model, of);
}

/// One that tells of a point.
pub fn add_for(model: &mut Model, point: Point) {
    open_new(model, Some(point));
}

fn open_new(model: &mut Model, of: Option<Point>) {
    let id: IndicatorId = model.mint.id();
    let indicator = Indicator { points: of.into_iter().collect(), ..Indicator::new(id, "") };
    open_form(model, model.words.indicator_form_new(), &indicator);
}

pub fn edit(model: &mut Model) {
    if let Some(indicator) = chosen(model).cloned() {
        open_form(model, model.words.indicator_form(), &indicator);
    }
}

fn open_form(model: &mut Model, title: &str, it: &Indicator) {
    let words = model.words;
    let kinds = IndicatorKind::ALL.map(|kind| words.indicator_kind(kind).to_owned());
    let ways = Wanted::ALL.map(|way| words.wanted(way).to_owned());
    let kind = IndicatorKind::ALL.iter().position(|kind| *kind == it.kind).unwrap_or(0);
    let way = Wanted::ALL.iter().position(|way| *way == it.wanted).unwrap_or(0);
    let points: Vec<String> = it.points.iter().map(|point| point.number().to_string()).collect();
    let mut fields = vec![
        Field::text(words.indicator_name(), &it.name),
        Field::choice(words.indicator_kind_label(), kinds.to_vec(), kind).hint(words.indicator_hint_kind()),
        Field::text(words.indicator_unit(), &it.unit).hint(words.indicator_hint_unit()),
        Field::choice(words.indicator_wanted(), ways.to_vec(), way),
    ];
    fields.extend(in_a_year(words, [words.indicator_base_year(), words.indicator_base()], it.base.as_ref()));
    let target = [words.indicator_target_year(), words.indicator_target()];
    fields.extend(in_a_year(words, target, it.target.as_ref()));
    fields.extend([
        Field::text(words.indicator_source(), &it.source).hint(words.indicator_hint_source()),
        Field::text(words.indicator_points(), points.join(words.pick("、", ", ")))
            .hint(words.entry_points_hint()),
        Field::text(words.indicator_note(), &it.note),
    ]);
    model.open_form(Form::new(title, it.id.as_str(), fields, save));
}

/// The two fields of a figure in a fiscal year.
fn in_a_year(words: Words, [year, value]: [&str; 2], it: Option<&Reading>) -> [Field; 2] {
    let typed = |said: fn(Words, &Reading) -> String| it.map(|it| said(words, it)).unwrap_or_default();
    [
        Field::text(year, typed(|words, it| words.fiscal_year(it.year))).hint(words.indicator_hint_year()),
        Field::text(value, typed(|_, it| it.value.to_string())).hint(words.indicator_hint_value()),
    ]
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    if form.text(NAME).is_empty() {
        return Err(FieldError { field: NAME, said: model.words.indicator_named().to_owned() });
    }
    let id = IndicatorId::from(form.about.as_str());
    let known = model.council().indicators.get(&id).cloned();
    let known = known.unwrap_or_else(|| Indicator::new(id.clone(), ""));
    let unit = form.text(UNIT);
    let indicator = Indicator {
        name: form.text(NAME).to_owned(),
        kind: IndicatorKind::ALL[form.choice(KIND)],
        unit: unit.to_owned(),
        wanted: Wanted::ALL[form.choice(WANTED)],
        base: figure_in(model, form, [BASE_YEAR, BASE], unit)?.map(|new| with_words_of(new, known.base)),
        target: figure_in(model, form, [TARGET_YEAR, TARGET], unit)?
            .map(|new| with_words_of(new, known.target)),
        source: form.text(SOURCE).to_owned(),
        points: form.points(model, POINTS)?,
        note: form.text(NOTE).to_owned(),
        id: id.clone(),
        readings: known.readings,
    };
    let decision = decide::indicators::save(model.council(), indicator);
    model.submit_at(NAME, decision)?;
    list::go_to(model, ListId::Indicators, rows, &id);
    Ok(())
}

/// What was noted beside a figure stays beside it.
fn with_words_of(new: Reading, known: Option<Reading>) -> Reading {
    match known {
        Some(known) => Reading { year: new.year, value: new.value, ..known },
        None => new,
    }
}

/// The figure in two fields, year and value: both, or none of them.
fn figure_in(
    model: &Model,
    form: &Form,
    [year, value]: [usize; 2],
    unit: &str,
) -> Result<Option<Reading>, FieldError> {
    let words = model.words;
    let wrong = |field, said: String| Err(FieldError { field, said });
    let (typed_year, typed) = (form.text(year), form.text(value));
    match (parse_fiscal_year(typed_year), parse_figure(typed, unit)) {
        _ if typed_year.is_empty() && typed.is_empty() => Ok(None),
        _ if typed_year.is_empty() => wrong(year, words.indicator_year_wanted().to_owned()),
        (None, _) => wrong(year, words.indicator_not_a_year(typed_year)),
        _ if typed.is_empty() => wrong(value, words.indicator_value_wanted().to_owned()),
        (_, None) => wrong(value, words.indicator_not_a_figure(typed)),
        (Some(year), Some(value)) => Ok(Some(Reading::new(year, value))),
    }
}

const YEAR: usize = 0;
const VALUE: usize = 1;
const READING_NOTE: usize = 2;
const READING_SOURCE: usize = 3;

/// For the year that is wanting, else for the present one.
pub fn add_reading(model: &mut Model) {
    let Some(indicator) = chosen(model).cloned() else { return };
    let (council, today) = (model.council(), model.today());
    let due = council.is_reading_due(&indicator, today);
    let year = if due { council.last_finished_year(today) } else { council.fiscal_year(today) };
    let known = indicator.reading(year).cloned();
    open_reading(model, &indicator, year, known.as_ref());
}

pub fn pick_to_mend(model: &mut Model) {
    let title = model.words.indicator_pick_mended();
    pick_reading(model, title, |model, about, year| {
        let indicator = model.council().indicators.get(&IndicatorId::from(about)).cloned();
        let Some((indicator, year)) = indicator.zip(year.parse().ok()) else { return };
        let known = indicator.reading(year).cloned();
        open_reading(model, &indicator, year, known.as_ref());
    });
}

fn open_reading(model: &mut Model, indicator: &Indicator, year: i32, known: Option<&Reading>) {
    let words = model.words;
    let value = known.map_or_else(String::new, |it| it.value.to_string());
    let [note, source] = known.map_or(["", ""], |it| [&it.note, &it.source]);
    let mut fields = vec![
        Field::text(words.indicator_year(), words.fiscal_year(year))
            .hint(words.indicator_hint_year())
            .suggested(),
        Field::text(words.indicator_value(), value).hint(words.indicator_hint_value()),
        Field::text(words.indicator_note(), note),
        Field::text(words.indicator_source(), source).hint(words.indicator_hint_reading_source()),
    ];
    // What stands there is meant, and not guessed.
    fields[YEAR].suggested = known.is_none();
    // An id may hold anything, a year no space.
    let about = format!("{} {}", known.map(|it| it.year.to_string()).unwrap_or_default(), indicator.id);
    let mut form = Form::new(words.indicator_form_reading(&indicator.name), about, fields, save_reading);
    form.at = VALUE;
    model.open_form(form);
}

fn save_reading(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some((was, id)) = form.about.split_once(' ') else { return Ok(()) };
    let (was, id) = (was.parse().ok(), IndicatorId::from(id));
    let unit = model.council().indicators.get(&id).map(|it| it.unit.clone()).unwrap_or_default();
    let Some(read) = figure_in(model, form, [YEAR, VALUE], &unit)? else {
        return Err(FieldError { field: VALUE, said: model.words.indicator_value_wanted().to_owned() });
    };
    let words = model.words;
    let said =
        words.indicator_reading_kept(&words.fiscal_year_short(read.year), &words.figure(read.value, &unit));
    let reading = Reading {
        note: form.text(READING_NOTE).to_owned(),
        source: form.text(READING_SOURCE).to_owned(),
        ..read
    };
    let decision = decide::indicators::set_reading(model.council(), &id, reading, was);
    model.submit_at(VALUE, decision)?;
    model.tell(Tone::Good, said);
    Ok(())
}

pub fn pick_to_drop(model: &mut Model) {
    let title = model.words.indicator_pick_reading();
    pick_reading(model, title, |model, about, year| {
        let Ok(year) = year.parse() else { return };
        let decision = decide::indicators::remove_reading(model.council(), &IndicatorId::from(about), year);
        if model.commit(decision) {
            let year = model.words.fiscal_year(year);
            model.tell(Tone::Good, model.words.indicator_reading_deleted(&year));
        }
    });
}

/// Asks for one of the readings, newest first.
fn pick_reading(model: &mut Model, title: &str, take: fn(&mut Model, &str, &str)) {
    let Some(indicator) = chosen(model) else { return };
    let words = model.words;
    let choices = indicator.readings.iter().rev().map(|it| {
        Choice::new(it.year.to_string(), words.fiscal_year(it.year))
            .note(words.figure(it.value, &indicator.unit))
    });
    let picker = Picker::new(title, indicator.id.as_str(), choices.collect(), take);
    model.overlays.push(Overlay::Picker(picker));
}

/// Asks for a point to link it to, or to unlink it from.
pub fn pick_point(model: &mut Model) {
    let Some(indicator) = chosen(model) else { return };
    let words = model.words;
    let choices = Point::ALL.map(|point| {
        let linked = if indicator.points.contains(&point) { "✓" } else { "" };
        Choice::new(point.key(), title_of(words, point)).note(linked)
    });
    let at = board::chosen(model).map_or("", Point::key);
    let picker =
        Picker::new(words.indicator_pick_points(), indicator.id.as_str(), choices.to_vec(), toggle_link);
    model.overlays.push(Overlay::Picker(picker.at(at)));
}

fn toggle_link(model: &mut Model, about: &str, key: &str) {
    let id = IndicatorId::from(about);
    let known = model.council().indicators.get(&id).map(|it| it.points.clone());
    let Some((mut points, point)) = known.zip(Point::from_key(key)) else { return };
    let linked = points.contains(&point);
    if linked {
        points.retain(|it| *it != point)
    } else {
        points.push(point)
    }
    let decision = decide::indicators::link(model.council(), &id, points);
    if model.commit(decision) {
        let title = title_of(model.words, point);
        let words = model.words;
        let said = if linked { words.indicator_unlinked(&title) } else { words.indicator_linked(&title) };
        model.tell(Tone::Good, said);
    }
}

pub fn delete(model: &mut Model) {
    let Some(indicator) = chosen(model) else { return };
    let name = indicator.name.clone();
    let decision = decide::indicators::remove(model.council(), &indicator.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.indicator_deleted(&name));
    }
}

/// Moves the chosen indicator past the one above or below it on the screen.
pub fn reorder(model: &mut Model, up: bool) {
    let Some(id) = chosen(model).map(|indicator| indicator.id.clone()) else { return };
    let beside = list::beside(model, ListId::Indicators, &rows(model), up).flatten();
    let list = &model.council().indicators;
    let places = beside.and_then(|other| Some((list.position(&id)?, list.position(&other)?)));
    let Some((from, to)) = places else { return };
    let steps = to.cast_signed() - from.cast_signed();
    let decision = decide::indicators::reorder(model.council(), &id, steps);
    if model.commit(decision) {
        list::go_to(model, ListId::Indicators, rows, &id);
    }
}
