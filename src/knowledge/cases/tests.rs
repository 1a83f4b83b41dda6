//! What the cases must hold: both languages, the map's order, and every figure as its document has it.

use super::*;
use crate::{knowledge::points::points, text::ruler::Ruler};
use std::collections::BTreeSet;

impl Case {
    fn sentences(&self) -> impl Iterator<Item = Both> {
        let lists = [&self.facts, &self.community, &self.features, &self.outlook, &self.tools, &self.learn];
        [self.place, self.prefecture, self.body, self.title, self.about]
            .into_iter()
            .chain(lists.into_iter().flatten().copied())
            .chain(self.history.iter().map(|it| it.what))
            .chain(self.done.iter().flat_map(|it| std::iter::once(it.line).chain(it.more.iter().copied())))
            .chain(self.figures.iter().map(|it| it.what))
    }
}

impl Value {
    fn numbers(self) -> Vec<&'static str> {
        match self {
            Self::Just(number) | Self::About(number) => vec![number],
            Self::Span(least, most) => vec![least, most],
            Self::Part(..) => Vec::new(),
        }
    }
}

impl When {
    const fn year(self) -> i32 {
        match self {
            Self::Fiscal(year) | Self::Year(year) => year,
        }
    }
}

#[test]
fn all_cases_of_both_documents_are_there_once() {
    let keys: BTreeSet<_> = cases().iter().map(|case| case.key).collect();
    assert_eq!(keys.len(), FILES.len());
    for (case, (file, _)) in cases().iter().zip(FILES) {
        assert_eq!(file, format!("data/cases/{}.ron", case.key));
    }
    let of = |document: &str| cases().iter().filter(|case| case.source.starts_with(document)).count();
    assert_eq!((of("連携ヒント集 3章"), of("地域共生社会調査研究 事業概略書")), (14, 7));
}

#[test]
fn both_languages_are_complete_and_nothing_is_said_in_the_wrong_one() {
    for case in cases() {
        case.sentences().for_each(|sentence| sentence.assert_sound(case.key));
        assert!(!case.facts.is_empty(), "{}", case.key);
        for unit in case.figures.iter().map(|figure| figure.unit) {
            // A rank is a bare number in English.
            assert_eq!(unit.ja.is_empty() || unit.ja == "位", unit.en.is_empty(), "{}", case.key);
        }
    }
}

#[test]
fn the_cases_of_health_centres_tell_of_points_tools_figures_and_lessons() {
    for case in cases().iter().filter(|case| case.led_by == Led::Health) {
        assert!(case.done.len() >= 8, "{}", case.key);
        assert!(case.tools.len() >= 2 && case.figures.len() >= 2 && case.learn.len() == 3, "{}", case.key);
    }
}

#[test]
fn what_was_done_follows_the_map_a_point_at_most_once() {
    for case in cases() {
        assert!(case.done.is_sorted_by(|one, next| one.point < next.point), "{}", case.key);
    }
}

#[test]
fn every_point_is_shown_by_several_cases() {
    for card in points() {
        let telling = cases().iter().filter(|case| case.at(card.point).is_some()).count();
        assert!(telling >= 8, "{}: {telling}", card.point);
    }
}

/// Two rows of the narrowest room beside the place.
#[test]
fn a_line_for_the_board_is_short_and_no_sentence() {
    for (case, deed) in cases().iter().flat_map(|case| case.done.iter().map(move |deed| (case, deed))) {
        for line in [deed.line.ja, deed.line.en] {
            assert!(Ruler::default().width(line) <= 112, "{} {}: {line}", case.key, deed.point);
            assert!(!line.ends_with(['。', '.']), "{} {}: {line}", case.key, deed.point);
        }
    }
}

#[test]
fn numbers_are_numbers_and_years_run_forward() {
    for (case, figure) in cases().iter().flat_map(|case| case.figures.iter().map(move |it| (case, it))) {
        let of = format!("{} {}", case.key, figure.what.ja);
        assert!((1..=2).contains(&figure.readings.len()), "{of}");
        for number in figure.readings.iter().flat_map(|it| it.value.numbers()) {
            assert!(number.parse::<f64>().is_ok_and(|it| it > 0.0), "{of}: {number}");
        }
        let years: Vec<i32> = figure.readings.iter().filter_map(|it| it.when).map(When::year).collect();
        assert!(years.is_empty() || years.len() == figure.readings.len(), "{of}");
        assert!(years.is_sorted() && years.iter().all(|year| (2000..=2025).contains(year)), "{of}");
    }
}

/// The figures that must be right, written out from the documents a second time.
const FIGURES: &[(&str, &str)] = &[
    ("toyokawa", "HbA1cを知っている人 43.0 → 65.7 %"),
    ("toyokawa", "特定健診の受診率 33.9 → 36.5 %"),
    ("toyokawa", "HbA1cの有所見者率 72.7 → 52.5 %"),
    ("toyokawa", "加わる市の課 3 → 6 課"),
    ("toyokawa", "チームの定例会（年あたり） 5 回"),
    ("takahama", "支援の要る産婦のうち一度は使った人 86 %"),
    ("takahama", "一人あたりの利用（平均） 2.4 回"),
    ("takahama", "開く日（週あたり） 1 回"),
    ("takahama", "開く時刻 10〜15 時"),
    ("takahama", "1回の料金 3000 円"),
    ("takahama", "うち本人が払う額（半額は町が補助） 1500 円"),
    ("takahama", "始めたときの宿 2018年度 4 軒"),
    ("takahama", "さかのぼって調べた記録 9 年分"),
    ("sagamihara", "市内の事業所 24000 か所"),
    ("sagamihara", "市内の従業員 250000 人"),
    ("sagamihara", "29人以下の事業所 92 %"),
    ("sagamihara", "連絡会に入る機関 2008年度 約20 機関"),
    ("sagamihara", "健康づくりをしていない事業所 2009年 21.2 → 2014年度 17 %"),
    ("sagamihara", "ワークライフバランスを知っている人 19.8 → 23 %"),
    ("sagamihara", "訪ねた事業所 2018年度 20 件"),
    ("sagamihara", "事業計画の見直しの間隔 5 年ごと"),
    ("okayama", "市内の小学校区 96 校区"),
    ("okayama", "第2層の協議体がある校区の割合（年度末） 2018年度 1/3"),
    ("ageo", "食生活改善プログラム（年あたり） 2 回"),
    ("ageo", "参加者一人の減量（例） 50 kg"),
    ("chugei", "調べた未就学児 446 人"),
    ("chugei", "うち発達に気がかりのある子 46.9 %"),
    ("chugei", "育児などにストレスを抱える母親 62 %"),
    ("chugei", "眠れない、生きづらいと感じる母親 25 %"),
    ("chugei", "育児がしんどいと答えた母親（就園前の子） 46 %"),
    ("chugei", "遊分舎の利用（延べ） 2017年度 1083 人"),
    ("chugei", "遊分舎の利用（実人数） 2017年度 140 人"),
    ("chugei", "運営協議会の間隔 2 か月"),
    ("chugei", "子ども部会（年あたり） 約5 回"),
    ("rikuzentakata", "居場所など 322 か所"),
    ("rikuzentakata", "心の不調のある男性 2011年 35.4 → 2017年 20.5 %"),
    ("rikuzentakata", "心の不調のある女性 2011年 49.0 → 2017年 30.8 %"),
    ("rikuzentakata", "自殺者（人口10万人あたり） 2011年 34.6 → 2017年 10.3 人"),
    ("rikuzentakata", "未来図会議（年あたり） 4 回"),
    ("rikuzentakata", "はまかだ運動推進会議（月あたり） 1 回"),
    ("asahi-friends", "運動する人 44.6 %"),
    ("asahi-friends", "その順位（市内18区） 17 位"),
    ("asahi-friends", "入門編の受講者 2017年度 249 → 2018年度 200 人"),
    ("asahi-friends", "講師編の受講者 2017年度 39 → 2018年度 40 人"),
    ("asahi-friends", "拡散編の受講者 2017年度 966 → 2018年度 1607 人"),
    ("asahi-friends", "知らせた先の団体など 約30 か所"),
    ("asahi-friends", "区内の地域ケアプラザ 13 か所"),
    ("asahi-friends", "ウォーキングをする人 2014年度 32.2 → 2018年度 38.4 %"),
    ("asahi-places", "ウォーキングをする人 2014年度 32.2 → 2018年度 38.4 %"),
    ("asahi-places", "運動する人 44.6 %"),
    ("yuzawa", "未成年の喫煙率と飲酒率（それぞれ） 約10 %"),
    ("yuzawa", "たばこを吸ったことのない小学6年生 87.5 → 98.2 %"),
    ("yuzawa", "たばこを吸ったことのない12〜18歳 81.0 → 97.8 %"),
    ("yuzawa", "未成年の喫煙・飲酒は良くないと思う12〜18歳 63.9 → 76.1 %"),
    ("yuzawa", "未成年の喫煙・飲酒は良くないと思う壮年 76.1 → 84.2 %"),
    ("yuzawa", "推進委員会（年あたり） 2 回"),
    ("nabari", "地域ごとの15歳未満の割合 2.4〜31.0 %"),
    ("nabari", "地域ごとの65歳以上の割合 7.3〜54.5 %"),
    ("nabari", "地域づくり組織 15 組織"),
    ("sakyo", "第1期生 81 人"),
    ("sakyo", "その平均年齢 72 歳"),
    ("sakyo", "公の事業に出たことのない人 63 %"),
    ("sakyo", "修了した人 96 %"),
    ("sakyo", "講座の回数 8 回"),
    ("sakyo", "OB会をつくった人 44 人"),
    ("tokai", "推進委員会の職員 42 人"),
    ("tokai", "はじめの話し合いに出た職員 81 人"),
    ("tokai", "健康寿命（男性） 2012年度 78.55 → 2017年度 79.78 歳"),
    ("tokai", "健康寿命（女性） 2012年度 82.77 → 2017年度 83.13 歳"),
    ("tokai", "健康づくりに取り組む人 2012年度 49.9 → 2017年度 57.2 %"),
    ("tokai", "取り組みやすい環境だと感じる人 59.6 → 65.2 %"),
    ("tokai", "透析を受ける人（人口10万人あたり） 20.7 → 22.9 人"),
    ("tokai", "同じく県の平均 19.8 → 23.4 人"),
    ("tokai", "一人あたり国保医療費の県内順位 29 → 20 位"),
    ("tokai", "同じく一人あたり国保医療費 約27 → 約32 万円"),
    ("tokai", "健康な献立を出す店 32 店舗"),
    ("edogawa", "推進員 約300 人"),
    ("edogawa", "健康サポートセンター 8 か所"),
    ("edogawa", "地域ミニデイ 35 か所"),
    ("edogawa", "推進員の任期 2 年"),
    ("yabu", "人口 21489 人"),
    ("yabu", "高齢化率 40.0 %"),
    ("yabu", "モデル事業の対象とした医療機関 14 機関"),
    ("yabu", "うち行った医療機関 9 機関"),
    ("yabu", "第2層の生活支援コーディネーター 4 名"),
    ("yabu", "コミュニティナース 2 名"),
    ("yabu", "地域自治の組織 18 組織"),
];

impl Figure {
    fn written(&self) -> String {
        let readings: Vec<String> = self.readings.iter().map(|it| it.written()).collect();
        format!("{} {} {}", self.what.ja, readings.join(" → "), self.unit.ja).trim_end().to_owned()
    }

    /// Its numbers alone: 43.0→65.7.
    fn bare(&self) -> String {
        self.readings.iter().flat_map(|it| it.value.numbers()).collect::<Vec<_>>().join("→")
    }
}

impl Reading {
    fn written(self) -> String {
        let when = match self.when {
            Some(When::Fiscal(year)) => format!("{year}年度 "),
            Some(When::Year(year)) => format!("{year}年 "),
            None => String::new(),
        };
        let value = match self.value {
            Value::Just(number) => number.to_owned(),
            Value::About(number) => format!("約{number}"),
            Value::Span(least, most) => format!("{least}〜{most}"),
            Value::Part(one, of) => format!("{one}/{of}"),
        };
        when + &value
    }
}

#[test]
fn the_figures_are_those_of_the_documents_and_no_others() {
    let told = cases().iter().flat_map(|case| case.figures.iter().map(move |it| (case.key, it.written())));
    let told: BTreeSet<(&str, String)> = told.collect();
    let documented = FIGURES.iter().map(|(key, figure)| (*key, (*figure).to_owned())).collect();
    assert_eq!(told, documented);
}

/// The numbers on both sides of each arrow.
fn changes(text: &str) -> BTreeSet<(&str, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let ends: Vec<&str> = text.split('→').collect();
    let pairs = ends.windows(2).map(|ends| {
        let from = ends[0].rfind(|c| !is_part(c)).map_or(ends[0], |at| &ends[0][at..]);
        let to = ends[1].find(|c| !is_part(c)).map_or(ends[1], |at| &ends[1][..at]);
        (from.trim_start_matches(|c| !is_part(c)), to.trim_end_matches('.'))
    });
    pairs.collect()
}

#[test]
fn a_change_in_a_sentence_is_one_of_the_figures_and_the_same_in_both_languages() {
    let mut seen = 0;
    for case in cases() {
        let figures: Vec<String> = case.figures.iter().map(Figure::bare).collect();
        for Both { ja, en } in case.sentences() {
            assert_eq!(changes(ja), changes(en), "{}: {ja}", case.key);
            for (from, to) in changes(ja) {
                assert!(figures.contains(&format!("{from}→{to}")), "{}: {from}→{to}", case.key);
                seen += 1;
            }
        }
    }
    assert!(seen >= 20, "{seen}");
}

/// Years of an era in this text, as they are counted in English.
fn years_of_eras(text: &str) -> Vec<i32> {
    let eras = [("平成", 1988), ("令和", 2018)];
    let told = eras.into_iter().flat_map(|(era, before)| {
        text.split(era).skip(1).map(move |rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            before + rest[..end].parse().unwrap_or(1)
        })
    });
    told.collect()
}

#[test]
fn a_year_of_an_era_is_the_same_year_in_english() {
    let mut seen = 0;
    for (case, said) in cases().iter().flat_map(|case| case.sentences().map(move |said| (case, said))) {
        for year in years_of_eras(said.ja) {
            assert!(said.en.contains(&year.to_string()), "{}: {} / {}", case.key, said.ja, said.en);
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn what_happened_is_told_in_the_order_of_the_years() {
    for case in cases() {
        assert!(case.history.is_sorted_by_key(|it| it.when.year()), "{}", case.key);
    }
}
