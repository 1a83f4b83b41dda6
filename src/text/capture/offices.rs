//! Words for whoever speaks by office: they name a speaker also where nobody, or several, hold the office. Links to nobody.

use crate::text::{fold::fold, romaji};

/// An office and its reading.
const OFFICES: &[(&str, &str)] = &[
    ("会長", "かいちょう"),
    ("副会長", "ふくかいちょう"),
    ("委員", "いいん"),
    ("委員長", "いいんちょう"),
    ("副委員長", "ふくいいんちょう"),
    ("座長", "ざちょう"),
    ("副座長", "ふくざちょう"),
    ("議長", "ぎちょう"),
    ("副議長", "ふくぎちょう"),
    ("部会長", "ぶかいちょう"),
    ("副部会長", "ふくぶかいちょう"),
    ("事務局", "じむきょく"),
    ("幹事", "かんじ"),
    ("顧問", "こもん"),
    ("オブザーバー", "おぶざーばー"),
    ("アドバイザー", "あどばいざー"),
    ("司会", "しかい"),
    ("議事録署名人", "ぎじろくしょめいにん"),
    ("chair", ""),
    ("vice-chair", ""),
    ("member", ""),
    ("secretariat", ""),
    ("observer", ""),
];

/// The reading of an office; none of another word.
pub(super) fn reading(key: &str) -> Option<&'static str> {
    OFFICES.iter().find(|(office, kana)| !kana.is_empty() && fold(office) == key).map(|(_, kana)| *kana)
}

/// The offices that a folded word, in kanji, kana or Latin letters, begins.
pub(super) fn beginning(key: &str) -> impl Iterator<Item = &'static str> {
    let begins = move |(office, kana): &&(&str, &str)| {
        let spoken = !kana.is_empty()
            && (kana.starts_with(key) || romaji::is_romaji(key) && romaji::begins(kana, key));
        !key.is_empty() && (spoken || fold(office).starts_with(key))
    };
    OFFICES.iter().filter(begins).map(|(office, _)| *office)
}

/// Whether a folded word names an office: also 委員A, ○○委員, 委員一同.
pub(super) fn is_office(key: &str) -> bool {
    let is_word = |word: &str| OFFICES.iter().any(|(office, _)| fold(office) == word);
    let among = ["各", "全", "他の"].iter().find_map(|all| key.strip_prefix(all));
    let together = || key.strip_suffix("一同");
    let numbered = key.trim_matches(is_stand_in);
    let stand_ins = key.chars().count() - numbered.chars().count();
    is_word(key)
        || among.or_else(together).is_some_and(is_word)
        || !numbered.is_ascii() && stand_ins <= 3 && is_word(numbered)
}

/// What stands in the place of a name in published minutes.
const fn is_stand_in(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '○' | '●' | '◯' | '〇' | '×' | '*' | '□' | '■' | '△')
}
