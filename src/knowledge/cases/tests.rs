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
            assert_eq!(unit.ja.is_empty(), unit.en.is_empty(), "{}", case.key);
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
        let years = figure.readings.iter().filter_map(|it| it.when).map(|when| match when {
            When::Fiscal(year) | When::Year(year) => year,
        });
        let years: Vec<i32> = years.collect();
        assert!(years.is_empty() || years.len() == figure.readings.len(), "{of}");
        assert!(years.is_sorted() && years.iter().all(|year| (2000..=2025).contains(year)), "{of}");
    }
}

/// The figures that must be right, written out from the documents a second time.
#[test]
fn the_figures_are_those_of_the_documents() {
    use Value::{About, Just, Part, Span};
    use When::{Fiscal, Year};
    type Told = (Option<When>, Value);
    let once = |value| vec![(None, value)];
    let change = |from, to| -> Vec<Told> { vec![(None, Just(from)), (None, Just(to))] };
    let years = |first: When, from, last: When, to| -> Vec<Told> {
        vec![(Some(first), Just(from)), (Some(last), Just(to))]
    };
    let expected: Vec<(&str, &str, &str, Vec<Told>)> = vec![
        ("toyokawa", "HbA1cを知っている人", "%", change("43.0", "65.7")),
        ("toyokawa", "特定健診の受診率", "%", change("33.9", "36.5")),
        ("toyokawa", "HbA1cの有所見者率", "%", change("72.7", "52.5")),
        ("toyokawa", "加わる市の課", "課", change("3", "6")),
        ("toyokawa", "チームの定例会（年あたり）", "回", once(Just("5"))),
        ("takahama", "支援の要る産婦のうち一度は使った人", "%", once(Just("86"))),
        ("takahama", "一人あたりの利用（平均）", "回", once(Just("2.4"))),
        ("takahama", "開く日（週あたり）", "回", once(Just("1"))),
        ("takahama", "開く時刻", "時", once(Span("10", "15"))),
        ("takahama", "1回の料金", "円", once(Just("3000"))),
        ("takahama", "うち本人が払う額（半額は町が補助）", "円", once(Just("1500"))),
        ("takahama", "始めたときの宿", "軒", vec![(Some(Fiscal(2018)), Just("4"))]),
        ("sagamihara", "市内の事業所", "か所", once(Just("24000"))),
        ("sagamihara", "市内の従業員", "人", once(Just("250000"))),
        ("sagamihara", "29人以下の事業所", "%", once(Just("92"))),
        ("sagamihara", "健康づくりをしていない事業所", "%", years(Year(2009), "21.2", Fiscal(2014), "17")),
        ("sagamihara", "ワークライフバランスを知っている人", "%", change("19.8", "23")),
        ("sagamihara", "訪ねた事業所", "件", vec![(Some(Fiscal(2018)), Just("20"))]),
        ("sagamihara", "事業計画の見直しの間隔", "年ごと", once(Just("5"))),
        ("okayama", "市内の小学校区", "校区", once(Just("96"))),
        ("okayama", "第2層の協議体がある校区の割合（年度末）", "", vec![(Some(Fiscal(2018)), Part(1, 3))]),
        ("ageo", "食生活改善プログラム（年あたり）", "回", once(Just("2"))),
        ("ageo", "参加者一人の減量（例）", "kg", once(Just("50"))),
        ("chugei", "調べた未就学児", "人", once(Just("446"))),
        ("chugei", "うち発達に気がかりのある子", "%", once(Just("46.9"))),
        ("chugei", "育児などにストレスを抱える母親", "%", once(Just("62"))),
        ("chugei", "眠れない、生きづらいと感じる母親", "%", once(Just("25"))),
        ("chugei", "遊分舎の利用（延べ）", "人", vec![(Some(Fiscal(2017)), Just("1083"))]),
        ("chugei", "遊分舎の利用（実人数）", "人", vec![(Some(Fiscal(2017)), Just("140"))]),
        ("chugei", "運営協議会の間隔", "か月", once(Just("2"))),
        ("rikuzentakata", "居場所など", "か所", once(Just("322"))),
        ("rikuzentakata", "心の不調のある男性", "%", years(Year(2011), "35.4", Year(2017), "20.5")),
        ("rikuzentakata", "心の不調のある女性", "%", years(Year(2011), "49.0", Year(2017), "30.8")),
        ("rikuzentakata", "自殺者（人口10万人あたり）", "人", years(Year(2011), "34.6", Year(2017), "10.3")),
        ("asahi-friends", "運動する人", "%", once(Just("44.6"))),
        ("asahi-friends", "その順位（市内18区）", "位", once(Just("17"))),
        ("asahi-friends", "入門編の受講者", "人", years(Fiscal(2017), "249", Fiscal(2018), "200")),
        ("asahi-friends", "講師編の受講者", "人", years(Fiscal(2017), "39", Fiscal(2018), "40")),
        ("asahi-friends", "拡散編の受講者", "人", years(Fiscal(2017), "966", Fiscal(2018), "1607")),
        ("asahi-friends", "ウォーキングをする人", "%", years(Fiscal(2014), "32.2", Fiscal(2018), "38.4")),
        ("asahi-places", "ウォーキングをする人", "%", years(Fiscal(2014), "32.2", Fiscal(2018), "38.4")),
        ("yuzawa", "たばこを吸ったことのない小学6年生", "%", change("87.5", "98.2")),
        ("yuzawa", "たばこを吸ったことのない12〜18歳", "%", change("81.0", "97.8")),
        ("yuzawa", "未成年の喫煙・飲酒は良くないと思う12〜18歳", "%", change("63.9", "76.1")),
        ("yuzawa", "未成年の喫煙・飲酒は良くないと思う壮年", "%", change("76.1", "84.2")),
        ("yuzawa", "推進委員会（年あたり）", "回", once(Just("2"))),
        ("nabari", "地域ごとの15歳未満の割合", "%", once(Span("2.4", "31.0"))),
        ("nabari", "地域ごとの65歳以上の割合", "%", once(Span("7.3", "54.5"))),
        ("nabari", "地域づくり組織", "組織", once(Just("15"))),
        ("sakyo", "第1期生", "人", once(Just("81"))),
        ("sakyo", "その平均年齢", "歳", once(Just("72"))),
        ("sakyo", "公の事業に出たことのない人", "%", once(Just("63"))),
        ("sakyo", "修了した人", "%", once(Just("96"))),
        ("sakyo", "OB会をつくった人", "人", once(Just("44"))),
        ("tokai", "推進委員会の職員", "人", once(Just("42"))),
        ("tokai", "健康寿命（男性）", "歳", years(Fiscal(2012), "78.55", Fiscal(2017), "79.78")),
        ("tokai", "健康寿命（女性）", "歳", years(Fiscal(2012), "82.77", Fiscal(2017), "83.13")),
        ("tokai", "健康づくりに取り組む人", "%", years(Fiscal(2012), "49.9", Fiscal(2017), "57.2")),
        ("tokai", "取り組みやすい環境だと感じる人", "%", change("59.6", "65.2")),
        ("tokai", "透析を受ける人（人口10万人あたり）", "人", change("20.7", "22.9")),
        ("tokai", "同じく県の平均", "人", change("19.8", "23.4")),
        ("tokai", "健康な献立を出す店", "店舗", once(Just("32"))),
        ("edogawa", "推進員", "人", once(About("300"))),
        ("edogawa", "健康サポートセンター", "か所", once(Just("8"))),
        ("edogawa", "地域ミニデイ", "か所", once(Just("35"))),
        ("edogawa", "推進員の任期", "年", once(Just("2"))),
        ("yabu", "人口", "人", once(Just("21489"))),
        ("yabu", "高齢化率", "%", once(Just("40.0"))),
    ];
    for (key, what, unit, told) in expected {
        let figures = &case(key).unwrap().figures;
        let figure = figures.iter().find(|figure| figure.what.ja == what);
        let figure = figure.unwrap_or_else(|| panic!("{key} has no {what}"));
        let readings: Vec<Told> = figure.readings.iter().map(|it| (it.when, it.value)).collect();
        assert_eq!((figure.unit.ja, readings), (unit, told), "{key} {what}");
    }
}
