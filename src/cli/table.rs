//! Rows in aligned columns for a terminal or a pipe. Never cuts anything: a long cell makes its column wide.

use crate::text::ruler::Ruler;

/// The rows, each on a line, their columns two spaces apart. The last column is not padded.
pub fn aligned<const N: usize>(ruler: Ruler, rows: &[[String; N]]) -> String {
    let widths: [usize; N] =
        std::array::from_fn(|at| rows.iter().map(|row| ruler.width(&row[at])).max().unwrap_or(0));
    let line = |row: &[String; N]| -> String {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| ruler.fit(cell, width)).collect();
        cells.join("  ").trim_end().to_owned() + "\n"
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
