//! Rows in aligned columns for a terminal or a pipe. Never cuts a text: that stands in the last column, and what is before it makes its
//! column wide, as far as any name goes.

use crate::text::{clean::shown_line, ruler::Ruler};

/// No column but the last is wider.
const WIDEST: usize = 200;

/// The rows, each on a line, their columns two spaces apart. The last column is not padded.
pub fn aligned<const N: usize>(ruler: Ruler, rows: &[[String; N]]) -> String {
    let widest = |at: usize| rows.iter().map(|row| ruler.width(&row[at])).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(|at| if at + 1 < N { widest(at).min(WIDEST) } else { 0 });
    let line = |row: &[String; N]| -> String {
        let cells = row.iter().zip(widths).map(|(cell, width)| match width {
            0 => shown_line(cell),
            width => ruler.fit(cell, width),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_in_both_scripts() {
        let rows = [["番号", "内容"], ["1", "原稿"], ["12", "long"]].map(|row| row.map(str::to_owned));
        assert_eq!(aligned(Ruler::default(), &rows), "番号  内容\n1     原稿\n12    long\n");
    }
}
