//! What the indicators say: figures with their units, the change since the base in words, the way to the target, and their commands.

use super::{Lang, Words, catalogue};
use crate::{
    domain::{Course, Indicator, Reading, Wanted},
    text::dates,
};
use rust_decimal::Decimal;

catalogue! {
    indicators_title => "指標", "Indicators";
    indicators_of(point: &str) => "指標：{point}", "Indicators: {point}";
    indicators_due_count(count: usize) => "{DUE_MARK}記入待ち{count}", "{DUE_MARK} missing readings {count}";
    no_indicators => "指標がまだありません。a で加えます。i でボードに戻ります。", "No indicators yet. Press a to add one, i to go back to the board.";
    no_indicators_here => "このポイントの指標はありません。a で加えます。v ですべての指標に替わります。", "No indicator tells of this point. Press a to add one, v for all indicators.";
    scope_indicators => "ボード：指標", "Board: indicators";
    indicator_none => "先に指標を選んでください。", "Choose an indicator first.";
    indicator_no_reading => "この指標にまだ数値がありません。r で入れます。", "It has no reading yet. Press r to enter one.";
    indicator_deleted(name: &str) => "「{name}」を数値ごと消しました。Ctrl-Z で元に戻せます。", "“{name}” is deleted with its readings. Ctrl-Z brings it back.";
    indicator_reading_deleted(year: &str) => "{year}の数値を消しました。Ctrl-Z で元に戻せます。", "The reading of {year} is deleted. Ctrl-Z brings it back.";
    indicator_reading_kept(year: &str, figure: &str) => "{year}：{figure}", "{year}: {figure}";
    indicator_linked(point: &str) => "{point} の指標にしました。", "It tells of {point} now.";
    indicator_unlinked(point: &str) => "{point} の指標から外しました。", "It does not tell of {point} any more.";
    indicator_pick_reading => "消す数値を選ぶ", "Which reading to delete?";
    indicator_pick_mended => "直す数値を選ぶ", "Which reading to change?";
    indicator_pick_points => "どのポイントの指標かを選ぶ", "Which point does it tell of?";

    indicator_form_new => "指標の追加", "New indicator";
    indicator_form => "指標の変更", "Indicator";
    indicator_form_reading(name: &str) => "数値：{name}", "Reading: {name}";
    indicator_name => "指標の名前", "Name";
    indicator_kind_label => "種類", "Kind";
    indicator_unit => "単位", "Unit";
    indicator_wanted => "望む向き", "Wanted";
    indicator_base_year => "基準の年度", "Base year";
    indicator_base => "基準の値", "Base";
    indicator_target_year => "目標の年度", "Target year";
    indicator_target => "目標の値", "Target";
    indicator_source => "出どころ", "Source";
    indicator_points => "ポイント", "Points";
    indicator_note => "メモ", "Note";
    indicator_year => "年度", "Fiscal year";
    indicator_value => "値", "Figure";
    indicator_readings => "数値", "Readings";
    indicator_hint_kind => "活動は「何をしたか」、過程は「どう進めたか」、成果は「暮らしがどう変わったか」", "activity: what was done; process: how it went; outcome: what changed for people";
    indicator_hint_unit => "人、回、％ など。％の差はポイントで言います", "people, times, % …; differences in % are told in points";
    indicator_hint_year => "例：令和7年度、R7、2025", "for example 2025, FY2025 or R7";
    indicator_hint_value => "入れたとおりの桁で残します。例：36.5、1,234、▲3.2", "kept to the last digit, for example 36.5, 1,234, -3.2";
    indicator_hint_source => "統計の名前、資料、数えた人（役職）", "the statistics, the paper, or who counted (by post)";
    indicator_hint_reading_source => "いつもの出どころと違うときだけ", "only where it is not the usual one";
    indicator_named => "指標の名前を入れてください。", "Enter what is counted.";
    indicator_year_wanted => "年度も入れてください。例：R7", "Enter its fiscal year too, for example 2025.";
    indicator_value_wanted => "値も入れてください。", "Enter the figure too.";
    indicator_not_a_year(typed: &str) => "「{typed}」は年度として読めません。例：令和7年度、R7、2025", "“{typed}” is not a fiscal year. Write for example 2025 or R7.";
    indicator_not_a_figure(typed: &str) => "「{typed}」は数値として読めません。整数15桁、小数6桁までで入れてください。例：36.5、1,234", "“{typed}” is not a figure. Write for example 36.5 or 1,234, at most 15 digits and 6 decimals.";

    indicator_last => "最後の値", "Last";
    indicator_change => "基準からの変化", "Since the base";
    indicator_base_mark => "基準", "base";
    indicator_target_mark => "目標", "target";
    indicator_scale(from: &str, to: &str) => "目盛 {from}～{to}", "scale {from} to {to}";
    indicator_scale_cut(from: &str, to: &str) => "目盛 {from}～{to}（0から始まりません）", "scale {from} to {to} (not from 0)";
    indicator_due(year: &str) => "{year}の数値がまだです。r で入れます。", "The reading of {year} is missing. Press r to enter it.";
    indicator_in_unit(unit: &str) => "単位 {unit}", "in {unit}";
    indicator_due_short(year: &str) => "{year}記入待ち", "{year} missing";
    indicator_unread => "数値なし", "no reading";
    indicator_no_base => "基準がまだありません。", "There is no base yet.";
    indicator_points_by(figure: &str) => "{figure}ポイント", "{figure} points";
    indicator_moved_as_wanted(by: &str) => "基準から{by}、望む向き", "{by} since the base, the way wanted";
    indicator_moved_against(by: &str) => "基準から{by}、望まない向き", "{by} since the base, against what is wanted";
    indicator_left_its_place(by: &str) => "基準から{by}、保ちたい値から離れた", "{by} since the base, which was to be kept";
    indicator_still => "基準から変わらず", "no change since the base";
    indicator_kept => "基準のまま、望むとおり", "as at the base, as wanted";
    indicator_reached => "目標に届いている", "the target is reached";
    indicator_to_go(left: &str, year: &str) => "目標（{year}）まであと{left}", "{left} short of the target of {year}";
    indicator_off(left: &str, year: &str) => "目標（{year}）との差{left}", "{left} off the target of {year}";

    cmd_indicators => "指標", "indicators";
    cmd_indicators_help => "会の指標の一覧を開く。開いたポイントからは、そのポイントの指標", "open the council's indicators; from an opened point, those of that point";
    cmd_indicators_back => "ボード", "board";
    cmd_indicators_back_help => "ボードに戻る", "go back to the board";
    cmd_indicators_filter => "絞る", "filter";
    cmd_indicators_filter_help => "選んだポイントの指標だけにする、すべてに戻す", "show only those of the chosen point, or all again";
    cmd_indicators_reading => "数値", "reading";
    cmd_indicators_reading_help => "年度の数値を入れる。同じ年度にはかわりに入る", "enter the reading of a fiscal year, in place of the one there";
    cmd_indicators_mend => "数値を直す", "mend";
    cmd_indicators_mend_help => "入れた数値を選んで直す", "choose a reading and change it";
    cmd_indicators_drop => "数値を消す", "drop reading";
    cmd_indicators_drop_help => "入れた数値を選んで消す", "choose a reading and delete it";
    cmd_indicators_add => "追加", "add";
    cmd_indicators_add_help => "指標を加える", "add an indicator";
    cmd_indicators_edit => "変更", "edit";
    cmd_indicators_edit_help => "指標の名前、単位、基準、目標などを変える", "change its name, unit, base, target and so on";
    cmd_indicators_link => "ポイント", "points";
    cmd_indicators_link_help => "どのポイントの指標かを選ぶ。もう一度選ぶと外す", "choose a point it tells of; choose it again to unlink";
    cmd_indicators_delete => "削除", "delete";
    cmd_indicators_delete_help => "指標を数値ごと消す", "delete the indicator with its readings";
    cmd_indicators_up => "上へ", "up";
    cmd_indicators_up_help => "指標を一つ上へ", "move the indicator up";
    cmd_indicators_down => "下へ", "down";
    cmd_indicators_down_help => "指標を一つ下へ", "move the indicator down";
}

/// Beside an indicator whose last year was not read. One column in every terminal.
pub const DUE_MARK: &str = "!";

/// Beside a figure that went up, went down, or stayed.
const ARROWS: [&str; 3] = ["↑", "↓", "→"];

impl Words {
    /// R7(2025), 2025(R7): both calendars, for a narrow column.
    pub fn fiscal_year_short(self, year: i32) -> String {
        let era = dates::short_fiscal_year(year);
        match self.lang {
            _ if era == year.to_string() => era,
            Lang::Ja => format!("{era}({year})"),
            Lang::En => format!("{year}({era})"),
        }
    }

    /// 36.5％, 24回; 24 people.
    pub fn figure(self, value: Decimal, unit: &str) -> String {
        let apart = self.lang == Lang::En && unit.starts_with(char::is_alphanumeric);
        format!("{value}{}{unit}", if apart { " " } else { "" })
    }

    /// ↑ where the last reading is above the base, ↓ below, → where it is the same. Nothing without both.
    pub fn indicator_arrow(self, indicator: &Indicator) -> &'static str {
        let [up, down, level] = ARROWS;
        match indicator.shift() {
            None => "",
            Some(shift) if shift.by.is_zero() => level,
            Some(shift) if shift.by.is_sign_negative() => down,
            Some(_) => up,
        }
    }

    /// 基準から+3.2ポイント、望む向き. `None` without a base or a reading.
    pub fn indicator_shift(self, indicator: &Indicator) -> Option<String> {
        let shift = indicator.shift()?;
        let by = self.difference(shift.by, &indicator.unit, Sign::Always);
        Some(match (shift.course, indicator.wanted) {
            (Course::Still, _) => self.indicator_still().to_owned(),
            (Course::AsWanted, Wanted::Keep) => self.indicator_kept().to_owned(),
            (Course::AsWanted, _) => self.indicator_moved_as_wanted(&by),
            (Course::Against, Wanted::Keep) => self.indicator_left_its_place(&by),
            (Course::Against, _) => self.indicator_moved_against(&by),
        })
    }

    /// 目標（令和10年度）まであと6.1ポイント. `None` without a target or a reading.
    pub fn indicator_distance(self, indicator: &Indicator) -> Option<String> {
        let distance = indicator.distance()?;
        let left = self.difference(distance.left.abs(), &indicator.unit, Sign::Never);
        let year = self.fiscal_year(indicator.target.as_ref()?.year);
        Some(match indicator.wanted {
            _ if distance.reached => self.indicator_reached().to_owned(),
            Wanted::Keep => self.indicator_off(&left, &year),
            Wanted::Up | Wanted::Down => self.indicator_to_go(&left, &year),
        })
    }

    /// 36.5％（令和7年度）
    pub fn figure_in_year(self, reading: &Reading, unit: &str) -> String {
        let (figure, year) = (self.figure(reading.value, unit), self.fiscal_year(reading.year));
        figure + &self.in_brackets(&year)
    }

    fn difference(self, by: Decimal, unit: &str, sign: Sign) -> String {
        let plus = if sign == Sign::Always && by.is_sign_positive() { "+" } else { "" };
        match unit.trim() {
            "%" | "％" => self.indicator_points_by(&format!("{plus}{by}")),
            unit => format!("{plus}{}", self.figure(by, unit)),
        }
    }
}

/// Is a plus written?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(unit: &str, wanted: Wanted, base: &str, last: &str, target: &str) -> Indicator {
        let reading = |year, value: &str| Reading::new(year, value.parse().unwrap());
        Indicator {
            unit: unit.to_owned(),
            wanted,
            base: Some(reading(2022, base)),
            readings: vec![reading(2025, last)],
            target: Some(reading(2028, target)),
            ..Indicator::new("a".into(), "受診率")
        }
    }

    fn said(it: &Indicator) -> [String; 4] {
        let [ja, en] = [Lang::Ja, Lang::En].map(Words::new);
        let both = |words: Words| [words.indicator_shift(it).unwrap(), words.indicator_distance(it).unwrap()];
        let ([a, b], [c, d]) = (both(ja), both(en));
        [a, b, c, d]
    }

    #[test]
    fn the_change_since_the_base_is_said_in_words() {
        assert_eq!(
            said(&indicator("％", Wanted::Up, "33.3", "36.5", "42.6")),
            [
                "基準から+3.2ポイント、望む向き",
                "目標（令和10年度）まであと6.1ポイント",
                "+3.2 points since the base, the way wanted",
                "6.1 points short of the target of FY2028"
            ]
        );
        assert_eq!(
            said(&indicator("人", Wanted::Down, "10", "14", "5")),
            [
                "基準から+4人、望まない向き",
                "目標（令和10年度）まであと9人",
                "+4 人 since the base, against what is wanted",
                "9 人 short of the target of FY2028"
            ]
        );
        assert_eq!(
            said(&indicator("回", Wanted::Up, "4", "4", "4"))[..2],
            ["基準から変わらず", "目標に届いている"]
        );
        assert_eq!(said(&indicator("回", Wanted::Keep, "4", "4", "4"))[0], "基準のまま、望むとおり");
        assert_eq!(
            said(&indicator("回", Wanted::Keep, "4", "3", "4"))[..2],
            ["基準から-1回、保ちたい値から離れた", "目標（令和10年度）との差1回"]
        );
    }

    #[test]
    fn a_year_is_told_in_both_calendars() {
        assert_eq!(Words::new(Lang::Ja).fiscal_year_short(2025), "R7(2025)");
        assert_eq!(Words::new(Lang::En).fiscal_year_short(2019), "2019(R1)");
        assert_eq!(Words::new(Lang::Ja).fiscal_year_short(1850), "1850");
    }
}
