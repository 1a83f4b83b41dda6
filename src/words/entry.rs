//! What is wrong with a day, a time, a number or a name as it was typed into a form, and how to write it.

use super::{Lang, Words, catalogue};
use crate::text::dates::{DateRefusal, weekday_ja};
use chrono::Weekday;

catalogue! {
    entry_date_hint => "例：12/20、R8.12.20、来週金曜", "for example 12/20, 2026-12-20, next friday";
    entry_time_hint => "例：14:05、午後2時5分", "for example 14:05, 2:05pm";
    entry_date_wanted => "日付を入れてください。例：12/20", "A date is needed, for example 12/20.";
    entry_not_a_date(typed: &str) => "「{typed}」は日付として読めません。例：12/20、令和8年12月20日", "“{typed}” is not a date. Write for example 12/20 or 2026-12-20.";
    entry_no_such_day(year: i32, month: u32, day: u32) => "{year}年{month}月に{day}日はありません。", "There is no day {day} in month {month} of {year}.";
    entry_too_far(year: i32) => "{year}年は先すぎます。年を確かめてください。", "{year} is too far ahead. Check the year.";
    entry_other_weekday(month: u32, day: u32, is: &str, written: &str) => "{month}月{day}日は{is}曜日です（{written}と書かれています）。", "{month}/{day} is a {is}, not a {written}.";
    entry_not_a_time(typed: &str) => "「{typed}」は時刻として読めません。例：14:05、午後2時5分", "“{typed}” is not a time. Write for example 14:05 or 2:05pm.";
    entry_not_a_number(typed: &str) => "「{typed}」は数として読めません。0から99999までの数字で入れてください。", "“{typed}” is not a number. Use figures from 0 to 99999.";
    entry_several_people(typed: &str, who: &str) => "「{typed}」に当てはまる人が複数います：{who}。組織や職も書いてください。", "“{typed}” may be any of: {who}. Add the organisation or the post.";
    entry_points_hint => "番号か名前。例：6、8 または ツール", "numbers, such as 6, 8";
    entry_not_a_point(typed: &str) => "「{typed}」というポイントはありません。1から10の番号か、風・根拠・仲間などの名前で入れてください。", "“{typed}” is none of the ten points. Use their numbers, 1 to 10.";
    entry_name_hint => "名簿の名前・ふりがな・略称。Tabで補えます", "a name from the roster; Tab completes it";
    entry_stranger(typed: &str) => "「{typed}」は名簿にありません。名簿の名前・ふりがな・略称で入れてください。", "“{typed}” is not on the roster. Use a name or code from the roster.";
    entry_end_before_start => "終わりが始まりより前です。", "The end is before the beginning.";
}

impl Words {
    /// Why a typed day was not taken, and how to write one.
    pub fn date_refusal(self, typed: &str, refusal: &DateRefusal) -> String {
        use chrono::Datelike;
        match *refusal {
            DateRefusal::Empty => self.entry_date_wanted().to_owned(),
            DateRefusal::NotADate => self.entry_not_a_date(typed),
            DateRefusal::NoSuchDay { year, month, day } => self.entry_no_such_day(year, month, day),
            DateRefusal::TooFar { year } => self.entry_too_far(year),
            DateRefusal::WeekdayMismatch { date, written } => self.entry_other_weekday(
                date.month(),
                date.day(),
                &self.weekday(date.weekday()),
                &self.weekday(written),
            ),
        }
    }

    /// 金, Fri
    pub fn weekday(self, day: Weekday) -> String {
        match self.lang {
            Lang::Ja => weekday_ja(day).to_string(),
            Lang::En => day.to_string(),
        }
    }
}
