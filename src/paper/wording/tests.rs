use super::*;
use crate::knowledge::phrases::values;

fn all_values(phrase: Phrase) -> Vec<(&'static str, &'static str)> {
    phrase.data().values.iter().map(|name| (*name, "甲")).collect()
}

fn one(key: &str, template: &str) -> Wording {
    let mut wording = Wording::built_in(Lang::Ja);
    wording.take("wording.ja.ron", &BTreeMap::from([(key.to_owned(), template.to_owned())]));
    wording
}

fn why(key: &str, template: &str) -> WordingError {
    one(key, template).fault().cloned().unwrap_or_else(|| panic!("{template} works"))
}

#[test]
fn the_data_stands_in_the_order_of_the_phrases_and_works() {
    assert_eq!(Phrase::ALL.len(), phrases().len());
    for (place, phrase) in Phrase::ALL.into_iter().enumerate() {
        assert_eq!(phrase as usize, place);
        let named: String = format!("{phrase:?}").to_lowercase();
        assert_eq!(phrase.data().key.replace('_', ""), named);
        for text in [phrase.data().text.ja, phrase.data().text.en] {
            assert_eq!(checked(phrase.data().key, text), Ok(phrase), "{text}");
        }
    }
    assert!(!values().is_empty());
}

#[test]
fn every_phrase_is_said_with_its_values_and_without_them() {
    for lang in [Lang::Ja, Lang::En] {
        let wording = Wording::built_in(lang);
        for phrase in Phrase::ALL {
            let said = wording.say(phrase, &all_values(phrase)).expect("the program's own phrases work");
            assert!(!said.contains("{{") && !said.contains("{%"), "{said}");
            let none: Vec<(&str, &str)> = phrase.data().values.iter().map(|name| (*name, "")).collect();
            assert!(wording.say(phrase, &none).is_ok());
        }
    }
}

#[test]
fn an_office_says_it_its_own_way() {
    let wording =
        one("minutes_opening", "開会\n{% if chair %}{{ chair }}あいさつ{% else %}あいさつ{% endif %}");
    let say = |chair| {
        let values = [("council", ""), ("meeting", ""), ("chair", chair), ("time", "")];
        wording.say(Phrase::MinutesOpening, &values)
    };
    assert_eq!(say("会長"), Ok("開会\n会長あいさつ".to_owned()));
    assert_eq!(say(""), Ok("開会\nあいさつ".to_owned()));
    assert_eq!(wording.worded(Phrase::MinutesOpening).file, "wording.ja.ron");
    assert_eq!(wording.worded(Phrase::MinutesClosing).file, "");
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let unknown = why("minutes_opening", "開会\n{{ chiar }}");
    assert_eq!((unknown.phrase.as_str(), unknown.line), ("minutes_opening", Some(2)));
    let WordingFault::NoSuchValue { name, nearest, .. } = &unknown.why else { panic!("{unknown:?}") };
    assert_eq!((name.as_str(), *nearest), ("chiar", Some("chair")));
    assert_eq!(
        why("minutes_openning", "開会").why,
        WordingFault::NoSuchPhrase { nearest: Some("minutes_opening") }
    );
    let unclosed = why("minutes_opening", "開会\n\n{% if chair %}");
    assert!(matches!(unclosed.why, WordingFault::Template(_)) && unclosed.line == Some(3), "{unclosed:?}");
    assert!(matches!(why("minutes_opening", "{{ chair | upper }}").why, WordingFault::Template(_)));
    assert_eq!(why("minutes_opening", &"長".repeat(LONGEST + 1)).why, WordingFault::TooLong);
}

#[test]
fn nothing_loops_or_grows() {
    for (template, refused) in [
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "for"),
        ("{%- for a in chair -%}x{% endfor %}", "for"),
        ("{% set a = chair %}", "set"),
        ("{%set a = chair%}", "set"),
        ("{% include 'x' %}", "include"),
        ("{{ 'x' * 99999999 }}", "*"),
        ("{% if 'x' * 99999999 %}{% endif %}", "*"),
        ("{{\"}\" * 99999999}}", "*"),
    ] {
        assert_eq!(
            why("minutes_opening", template).why,
            WordingFault::NotAllowed(refused.to_owned()),
            "{template}"
        );
    }
}

#[test]
fn a_value_is_never_a_template() {
    let wording = one("notice_addressee", "{{ council }}御中");
    let said = wording.say(Phrase::NoticeAddressee, &[("council", "<b>{{ x }}</b>&{% for %}")]);
    assert_eq!(said, Ok("<b>{{ x }}</b>&{% for %}御中".to_owned()));
}

#[test]
fn one_fault_and_nothing_is_said() {
    let wording = one("minutes_opening", "{{");
    let fault = wording.fault().cloned().expect("it does not parse");
    assert_eq!(wording.say(Phrase::NewsClosing, &all_values(Phrase::NewsClosing)), Err(fault));
}
