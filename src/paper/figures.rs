//! Indicators on paper: the bars of one, what it says as of a year. Never rounds a figure, and a bar is as long as its figure is.

use super::document::{Bar, Bars};
use crate::{
    domain::{Indicator, Reading},
    words::Words,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The indicator as it was known when a fiscal year was over.
pub fn as_of(indicator: &Indicator, year: i32) -> Indicator {
    let mut indicator = indicator.clone();
    indicator.readings.retain(|reading| reading.year <= year);
    indicator.readings.sort_by_key(|reading| reading.year);
    indicator
}

/// Base, the last `most` readings and the target as bars. `None` without a reading.
pub fn bars(words: Words, indicator: &Indicator, most: usize) -> Option<Bars> {
    indicator.last()?;
    let Indicator { base, readings, target, unit, .. } = indicator;
    let mut readings: Vec<&Reading> = readings.iter().collect();
    readings.sort_by_key(|reading| reading.year);
    let recent = &readings[readings.len().saturating_sub(most)..];
    let values = base.iter().chain(recent.iter().copied()).chain(target).map(|it| it.value);
    let (low, high) =
        (values.clone().fold(Decimal::ZERO, Decimal::min), values.fold(Decimal::ZERO, Decimal::max));
    let bar = |reading: &Reading, mark: &str, light| Bar {
        label: [words.fiscal_year(reading.year).as_str(), mark].join(" ").trim_end().to_owned(),
        value: words.figure(reading.value, unit),
        length: length(reading.value, low, high),
        light,
    };
    let base = base.iter().map(|base| bar(base, words.indicator_base_mark(), false));
    let recent = recent.iter().map(|reading| bar(reading, "", false));
    let target = target.iter().map(|target| bar(target, words.indicator_target_mark(), true));
    Some(Bars { title: indicator.name.clone(), bars: base.chain(recent).chain(target).collect() })
}

/// In thousandths of the way from the lowest to the highest, of which one is nought.
fn length(value: Decimal, low: Decimal, high: Decimal) -> u16 {
    let at = |value: Decimal| value.to_f64().unwrap_or(0.0);
    let room = at(high) - at(low);
    let share = if room > 0.0 { (at(value) - at(low)) / room } else { 0.0 };
    (share.clamp(0.0, 1.0) * 1000.0).round() as u16
}

/// Where it is, in a line: 基準から+22.7ポイント、望む向き。目標に届いている. Nothing without a base and a target.
pub fn told(words: Words, indicator: &Indicator) -> Option<String> {
    let said = [words.indicator_shift(indicator), words.indicator_distance(indicator)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(words.pick("。", "; ")) + words.pick("。", "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_figure() {
        let length = |value: i64, low: i64, high: i64| length(value.into(), low.into(), high.into());
        assert_eq!([0, 25, 100].map(|value| length(value, 0, 100)), [0, 250, 1000]);
        assert_eq!([-10, 0, 10].map(|value| length(value, -10, 10)), [0, 500, 1000]);
        assert_eq!(length(0, 0, 0), 0);
    }

    #[test]
    fn an_indicator_without_a_reading_has_no_bars() {
        let mut indicator = Indicator::new("a".into(), "受診率");
        let words = Words::new(crate::words::Lang::Ja);
        assert_eq!(bars(words, &indicator, 5), None);
        indicator.readings = (2020..2027).map(|year| Reading::new(year, Decimal::from(year))).collect();
        let drawn = bars(words, &indicator, 2).expect("it has readings");
        assert_eq!(drawn.bars.iter().map(|bar| bar.value.as_str()).collect::<Vec<_>>(), ["2025", "2026"]);
        assert_eq!(as_of(&indicator, 2023).last().map(|it| it.year), Some(2023));
    }
}
