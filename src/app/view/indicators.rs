//! The indicators of the council: a row each with the last figure; one of them with its chart over the years.

use super::board::title_of;
use crate::{
    app::{
        look::Tone,
        model::{BoardView, ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{Course, Indicator, IndicatorKind, Point, Reading, id::IndicatorId},
    text::chart::{self, Bar, Mark, Scale},
    words::{Words, indicators::DUE_MARK},
};

/// Whose indicators they are, and how many wait for a reading.
pub fn title(model: &Model, of: Option<Point>) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let name = of.map_or_else(
        || words.indicators_title().to_owned(),
        |point| words.indicators_of(&title_of(words, point)),
    );
    let due = listed(model).filter(|it| model.council().is_reading_due(it, model.today())).count();
    let due = (due > 0).then(|| Span::new(words.indicators_due_count(due), Tone::Warn));
    (vec![Span::new(name, Tone::Accent)], due.into_iter().collect())
}

/// Those of the point the list is kept to, or all.
fn listed(model: &Model) -> impl Iterator<Item = &Indicator> {
    let of = match model.board_view {
        BoardView::Indicators(of) => of,
        _ => None,
    };
    let shown = move |it: &&Indicator| of.is_none_or(|point| it.points.contains(&point));
    model.council().indicators.iter().filter(shown)
}

pub fn rows(model: &Model) -> Rows<'_, IndicatorId> {
    let words = model.words;
    let indicators: Vec<&Indicator> = listed(model).collect();
    let widest = |said: fn(Words, &Indicator) -> String| {
        let widths = indicators.iter().map(|it| model.look.ruler.width(&said(words, it)));
        widths.max().unwrap_or(0)
    };
    let widths = [widest(last_figure), widest(last_year)];
    let records = indicators.iter().map(|it| Some(it.id.clone())).collect();
    let rows = Rows::new(records, move |at| row(model, indicators[at], widths));
    matching(model, ListId::Indicators, rows)
}

fn last_figure(words: Words, it: &Indicator) -> String {
    it.last().map_or_else(|| words.indicator_unread().to_owned(), |last| words.figure(last.value, &it.unit))
}

fn last_year(words: Words, it: &Indicator) -> String {
    it.last().map(|last| words.fiscal_year_short(last.year)).unwrap_or_default()
}

/// Kind, a mark where a reading is due, name; last figure, arrow and year in columns that stand below each other.
fn row(model: &Model, it: &Indicator, [figure, year]: [usize; 2]) -> Row {
    let (council, words, ruler) = (model.council(), model.words, model.look.ruler);
    let kinds = IndicatorKind::ALL.map(|kind| ruler.width(words.indicator_kind(kind)));
    let kind = kinds.into_iter().max().unwrap_or(0);
    let mark = if council.is_reading_due(it, model.today()) { DUE_MARK } else { " " };
    let taken = kind + figure + year + ARROW + 14;
    let room = usize::from(model.list_area().width).saturating_sub(taken);
    Row::titled(ruler.cut(&it.name, room))
        .lead(format!("{}  ", ruler.fit(words.indicator_kind(it.kind), kind)), Tone::Dim)
        .lead(format!("{mark} "), Tone::Warn)
        .right(ruler.fit_right(&last_figure(words, it), figure), tone(it))
        .right(ruler.fit(words.indicator_arrow(it), ARROW), tone(it))
        .right(ruler.fit(&last_year(words, it), year), Tone::Dim)
        .also([&it.name, &it.unit, &it.note, &it.source].map(String::as_str).join(" "))
}

/// An arrow takes two columns where a terminal draws it wide.
const ARROW: usize = 2;

fn tone(it: &Indicator) -> Tone {
    match it.shift().map(|shift| shift.course) {
        Some(Course::AsWanted) => Tone::Good,
        Some(Course::Against) => Tone::Warn,
        Some(Course::Still) | None => Tone::Plain,
    }
}

/// The chosen indicator: what it says, its years, and where it is from.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::indicators::chosen(model) else { return Vec::new() };
    // As the detail is drawn: a column of air at each side.
    let cols = usize::from(model.split().detail.map_or(model.width, |area| area.width).saturating_sub(2));
    [says(model, it), drawn(model, it, cols), tells(model, it)].concat()
}

/// Name, kind, the change since the base, the way to the target, and what is due.
fn says(model: &Model, it: &Indicator) -> Vec<Para> {
    let (council, words) = (model.council(), model.words);
    let unit = (!it.unit.is_empty()).then(|| words.indicator_in_unit(&it.unit));
    let nature = [words.indicator_kind(it.kind), words.wanted(it.wanted)].map(str::to_owned);
    let nature: Vec<String> = nature.into_iter().chain(unit).collect();
    let due = council.is_reading_due(it, model.today());
    let due = due.then(|| words.fiscal_year(council.last_finished_year(model.today())));
    let shift = words.indicator_shift(it);
    let without_base = it.base.is_none() && it.last().is_some();
    let said = [
        Some(Para::new(&it.name, Tone::Strong)),
        Some(Para::new(nature.join("  "), Tone::Dim)),
        shift.map(|said| Para::new(said, tone(it))),
        without_base.then(|| Para::new(words.indicator_no_base(), Tone::Dim)),
        words.indicator_distance(it).map(Para::plain),
        due.map(|year| Para::new(words.indicator_due(&year), Tone::Warn)),
        Some(Para::blank()),
    ];
    said.into_iter().flatten().collect()
}

/// The chart: base, every year to the last reading, target; and its scale.
fn drawn(model: &Model, it: &Indicator, cols: usize) -> Vec<Para> {
    let words = model.words;
    let bars = bars(words, it);
    let Some(scale) = Scale::of(&bars) else { return Vec::new() };
    let [from, to] = [scale.from, scale.to].map(|value| words.figure(value, &it.unit));
    let said = if scale.is_from_nought() {
        words.indicator_scale(&from, &to)
    } else {
        words.indicator_scale_cut(&from, &to)
    };
    let rows = chart::rows(model.look.ruler, &bars, cols);
    let paras = rows.into_iter().zip(&bars).map(|(row, bar)| match bar.mark {
        Mark::Base | Mark::Target => Para::new(row, Tone::Dim),
        Mark::Reading => Para::plain(row),
        Mark::Last => Para::new(row, tone(it)),
    });
    paras.chain([Para::new(said, Tone::Dim), Para::blank()]).collect()
}

/// Years without a reading between two that have one show as a gap, up to this many years.
const LONGEST: i32 = 30;

fn bars(words: Words, it: &Indicator) -> Vec<Bar> {
    let bar = |reading: &Reading, mark: Mark, called: &str| Bar {
        label: format!("{} {called}", words.fiscal_year_short(reading.year)).trim_end().to_owned(),
        figure: words.figure(reading.value, &it.unit),
        value: Some(reading.value),
        mark,
    };
    let base = it.base.as_ref().map(|base| bar(base, Mark::Base, words.indicator_base_mark()));
    let target = it.target.as_ref().map(|target| bar(target, Mark::Target, words.indicator_target_mark()));
    let last = it.last().map(|last| last.year);
    let years = read_years(it).into_iter().map(|year| match it.reading(year) {
        Some(reading) => bar(reading, if Some(year) == last { Mark::Last } else { Mark::Reading }, ""),
        None => Bar {
            label: words.fiscal_year_short(year),
            figure: "-".to_owned(),
            value: None,
            mark: Mark::Reading,
        },
    });
    base.into_iter().chain(years).chain(target).collect()
}

/// From the year after the base to the last reading, without gaps where these are not too many.
fn read_years(it: &Indicator) -> Vec<i32> {
    let mut years: Vec<i32> = it.readings.iter().map(|reading| reading.year).collect();
    years.sort_unstable();
    years.dedup();
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { return years };
    let first = it.base.as_ref().map_or(first, |base| (base.year + 1).min(first));
    if last - first < LONGEST { (first..=last).collect() } else { years }
}

/// Points, source, notes.
fn tells(model: &Model, it: &Indicator) -> Vec<Para> {
    let words = model.words;
    let points: Vec<String> = it.points.iter().map(|point| title_of(words, *point)).collect();
    let noted = it.base.iter().chain(&it.readings).chain(&it.target).filter_map(|reading| {
        let said: Vec<&str> =
            [reading.note.as_str(), &reading.source].into_iter().filter(|said| !said.is_empty()).collect();
        let year = words.fiscal_year_short(reading.year);
        (!said.is_empty())
            .then(|| Para::bullet(format!("{year}  {}", said.join(words.pick("。", ". "))), Tone::Plain))
    });
    let labelled = [
        Para::labelled(words.indicator_points(), points.join(words.pick("、", ", "))),
        Para::labelled(words.indicator_source(), &it.source),
        Para::labelled(words.indicator_note(), &it.note),
    ];
    labelled.into_iter().flatten().chain(noted).collect()
}

/// The indicators that tell of a point, a line each: name, last figure and year, arrow.
pub fn on(model: &Model, point: Point) -> Vec<Para> {
    let words = model.words;
    let line = |it: &Indicator| {
        let last = it
            .last()
            .map_or_else(|| words.indicator_unread().to_owned(), |last| words.figure_in_year(last, &it.unit));
        let said = format!("{}  {last} {}", it.name, words.indicator_arrow(it));
        Para::bullet(said.trim_end(), tone(it))
    };
    model.council().indicators_on(point).map(line).collect()
}
