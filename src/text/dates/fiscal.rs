//! Fiscal years as people in Japan write them. Never knows the month one begins in.

use super::{
    ERAS,
    entry::{era_prefix, normal, number},
    era_of,
};
use chrono::{Datelike, NaiveDate};

/// R7: the era of its 1 May, as in [`super::era_fiscal_year`]; the Western year where no era reaches.
pub fn short_fiscal_year(fiscal_year: i32) -> String {
    let day = NaiveDate::from_ymd_opt(fiscal_year, 5, 1);
    let counted = day.and_then(|day| Some((era_of(day)?, day.year())));
    counted
        .map_or_else(|| fiscal_year.to_string(), |(era, year)| format!("{}{}", era.letter, era.count(year)))
}

/// Reads 令和7年度, R7, 2025, FY2025. A bare number of fewer than four digits is no year.
pub fn parse_fiscal_year(text: &str) -> Option<i32> {
    let text = normal(text);
    let text = text.trim_end_matches('度').trim_end_matches('年').trim_end();
    let era = ERAS.iter().find_map(|era| Some((era, number(era_prefix(era, text)?)?)));
    let year = match era {
        Some((era, count)) => era.year_one.checked_add(i32::try_from(count.checked_sub(1)?).ok()?)?,
        None => {
            let digits = text.strip_prefix("fy").unwrap_or(text);
            i32::try_from(number(digits).filter(|year| *year >= 1000)?).ok()?
        }
    };
    (1..=9999).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_year_is_read_in_every_way_it_is_written() {
        for typed in
            ["令和7年度", "令和７年度", "R7", "r7年度", "2025", "２０２５年度", "FY2025", "fy 2025", "2025年"]
        {
            assert_eq!(parse_fiscal_year(typed), Some(2025), "{typed}");
        }
        assert_eq!(parse_fiscal_year("令和元年度"), Some(2019));
        assert_eq!(parse_fiscal_year("H30"), Some(2018));
    }

    #[test]
    fn what_is_no_year_is_none() {
        for typed in ["", "7", "令和", "R0", "来年度", "12/20", "99999", "令和99999999年度"] {
            assert_eq!(parse_fiscal_year(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(year in 1873..=9999_i32) {
            prop_assert_eq!(parse_fiscal_year(&short_fiscal_year(year)), Some(year));
            prop_assert_eq!(parse_fiscal_year(&super::super::era_fiscal_year(year)), Some(year));
        }

        #[test]
        fn nothing_typed_breaks_it(text in any::<String>(), likely in "[0-9年度令和元平成RHfy ]{0,9}") {
            parse_fiscal_year(&text);
            parse_fiscal_year(&likely);
        }
    }
}
