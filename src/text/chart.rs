//! Figures as rows of plain characters: label, figure and bar. Only characters that no terminal draws two columns wide; never a colour.

use super::ruler::Ruler;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Base,
    Reading,
    /// The latest reading.
    Last,
    Target,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    /// The figure as it is shown; empty where there is none.
    pub figure: String,
    pub value: Option<Decimal>,
    pub mark: Mark,
}

/// From where to where the bars reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub from: Decimal,
    pub to: Decimal,
}

impl Mark {
    /// What a bar is made of.
    const fn fill(self) -> char {
        match self {
            Self::Base => '-',
            Self::Reading => '=',
            Self::Last => '#',
            Self::Target => '.',
        }
    }

    /// What stands alone where bars do not begin at nought.
    const fn dot(self) -> char {
        match self {
            Self::Base => '+',
            Self::Reading => 'o',
            Self::Last => '*',
            Self::Target => '.',
        }
    }
}

impl Scale {
    /// From nought where the figures differ enough to be told apart so, else from the lowest to the highest. `None` without figures.
    pub fn of(bars: &[Bar]) -> Option<Self> {
        let values = || bars.iter().filter_map(|bar| bar.value);
        let (low, high) = (values().min()?, values().max()?);
        let enough = high.checked_sub(low)?.checked_mul(FROM_NOUGHT)? >= high;
        let nought = Decimal::ZERO;
        Some(match () {
            () if low >= nought && (enough || low == high) => Self { from: nought, to: high },
            () if low == high => Self { from: low, to: nought },
            () => Self { from: low, to: high },
        })
    }

    /// Bars from elsewhere would look longer than their figures are.
    pub fn is_from_nought(self) -> bool {
        self.from.is_zero()
    }

    /// The column of a value, of so many.
    fn column(self, value: Decimal, room: usize) -> usize {
        let at = |value: Decimal| value.to_f64().unwrap_or(0.0);
        let (from, to) = (at(self.from), at(self.to));
        let share = if to > from { ((at(value) - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
        (share * room.saturating_sub(1) as f64).round() as usize
    }
}

/// A quarter of the highest.
const FROM_NOUGHT: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
const GAP: usize = 2;
/// Fewer columns say nothing.
const LEAST: usize = 8;

/// The rows, each at most `cols` columns, cut off where there is no room. The target stands in all of them as a line.
pub fn rows(ruler: Ruler, bars: &[Bar], cols: usize) -> Vec<String> {
    let widest = |text: fn(&Bar) -> &str| bars.iter().map(|bar| ruler.width(text(bar))).max().unwrap_or(0);
    let (labels, figures) = (widest(|bar| &bar.label), widest(|bar| &bar.figure));
    let room = cols.saturating_sub(labels + figures + 2 * GAP);
    let scale = Scale::of(bars).filter(|_| room >= LEAST);
    let target = bars.iter().find(|bar| bar.mark == Mark::Target).and_then(|bar| bar.value);
    let row = |bar: &Bar| {
        let said =
            format!("{}{:GAP$}{}", ruler.fit(&bar.label, labels), "", ruler.fit_right(&bar.figure, figures));
        let drawn = scale.map_or_else(String::new, |scale| drawn(bar, scale, target, room));
        let row = format!("{said}{:GAP$}{drawn}", "");
        ruler.cut(row.trim_end(), cols).into_owned()
    };
    bars.iter().map(row).collect()
}

fn drawn(bar: &Bar, scale: Scale, target: Option<Decimal>, room: usize) -> String {
    let mut cells = vec![' '; room];
    if let Some(value) = bar.value {
        let at = scale.column(value, room);
        match scale.is_from_nought() {
            true if value.is_zero() => {}
            true => cells[..=at].fill(bar.mark.fill()),
            false => cells[at] = bar.mark.dot(),
        }
    }
    if let Some(at) = target.map(|target| scale.column(target, room))
        && (cells[at] == ' ' || bar.mark == Mark::Target)
    {
        cells[at] = '|';
    }
    cells.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bar(label: &str, value: i64, mark: Mark) -> Bar {
        let value = Decimal::new(value, 1);
        Bar { label: label.to_owned(), figure: value.to_string(), value: Some(value), mark }
    }

    #[test]
    fn bars_begin_at_nought_and_the_target_is_a_line() {
        let bars = [
            bar("基準 R4", 20, Mark::Base),
            bar("R5", 100, Mark::Reading),
            Bar { label: "R6".into(), figure: "-".into(), value: None, mark: Mark::Reading },
            bar("R7", 150, Mark::Last),
            bar("目標 R9", 200, Mark::Target),
        ];
        let drawn = [
            "基準 R4   2.0  ---                |",
            "R5       10.0  ===========        |",
            "R6          -                     |",
            "R7       15.0  ###############    |",
            "目標 R9  20.0  ...................|",
        ];
        assert_eq!(rows(Ruler::default(), &bars, 35), drawn);
    }

    #[test]
    fn figures_close_together_are_dots() {
        let bars = [bar("R5", 950, Mark::Base), bar("R6", 960, Mark::Reading), bar("R7", 970, Mark::Last)];
        assert_eq!(
            rows(Ruler::default(), &bars, 19),
            ["R5  95.0  +", "R6  96.0      o", "R7  97.0          *"].map(str::to_owned)
        );
        assert!(!Scale::of(&bars).unwrap().is_from_nought());
    }

    #[test]
    fn nothing_and_nought_are_no_bar() {
        assert_eq!(rows(Ruler::default(), &[], 40), Vec::<String>::new());
        assert_eq!(rows(Ruler::default(), &[bar("R5", 0, Mark::Last)], 40), ["R5  0.0"]);
        assert_eq!(rows(Ruler::default(), &[bar("R5", 10, Mark::Last)], 14), ["R5  1.0"]);
    }

    proptest! {
        #[test]
        fn no_row_is_wider_than_its_room(
            values in prop::collection::vec((any::<i64>(), 0..19_u32), 0..9),
            cols in 0..90_usize,
            wide: bool,
        ) {
            let ruler = Ruler { wide };
            let bars: Vec<Bar> = values
                .iter()
                .map(|(value, scale)| Bar { value: Some(Decimal::new(*value, *scale)), ..bar("R7(2025) 目標", 0, Mark::Target) })
                .collect();
            for row in rows(ruler, &bars, cols) {
                prop_assert!(ruler.width(&row) <= cols, "{row}");
            }
        }

        #[test]
        fn a_higher_figure_never_has_a_shorter_bar(a in 0..100_000_i64, b in 0..100_000_i64) {
            let bars = [bar("a", a.min(b), Mark::Reading), bar("b", a.max(b), Mark::Reading), bar("c", 0, Mark::Base)];
            let drawn = rows(Ruler::default(), &bars, 60);
            let length = |row: &String| row.matches('=').count();
            prop_assert!(length(&drawn[0]) <= length(&drawn[1]));
        }
    }
}
