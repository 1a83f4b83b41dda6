//! Search keys and command keys: what counts as the same letter. Never for text that is kept or shown.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// What a key pressed outside a text field means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFold {
    /// The half-width twin of what arrived.
    Char(char),
    /// Kana or kanji: the input method is on.
    Ime,
}

/// The search key of `text`: width, kana, case, spaces, dashes and the common variants of name characters do not matter.
pub fn fold(text: &str) -> String {
    if text.chars().all(is_plain) {
        let plain = text.chars().filter(|c| !c.is_whitespace());
        return plain.map(|c| same(half_width(c).to_ascii_lowercase())).collect();
    }
    decomposed(text)
}

fn decomposed(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !is_selector(*c))
        .flat_map(char::to_lowercase)
        .map(same)
        .nfc()
        .collect()
}

/// Do two texts say the same, whatever their width, kana and case?
pub fn alike(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// Whether `needle` occurs in `hay` by their search keys. An empty needle occurs everywhere.
pub fn contains_folded(hay: &str, needle: &str) -> bool {
    fold(hay).contains(&fold(needle))
}

/// Reads a key pressed outside a text field as its half-width twin.
///
/// With the input method on, vowels arrive as kana and the keys beside Enter as Japanese punctuation.
pub fn key_fold(key: char) -> KeyFold {
    match key {
        '！'..='～' => KeyFold::Char(half_width(key)),
        'あ' => KeyFold::Char('a'),
        'い' => KeyFold::Char('i'),
        'う' => KeyFold::Char('u'),
        'え' => KeyFold::Char('e'),
        'お' => KeyFold::Char('o'),
        '\u{3000}' => KeyFold::Char(' '),
        '、' => KeyFold::Char(','),
        '。' => KeyFold::Char('.'),
        '「' => KeyFold::Char('['),
        '」' => KeyFold::Char(']'),
        '・' => KeyFold::Char('/'),
        'ー' => KeyFold::Char('-'),
        '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => KeyFold::Ime,
        '\u{FF61}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}' => KeyFold::Ime,
        _ => KeyFold::Char(key),
    }
}

/// Letters that neither join others nor stand for several: hardly anything else is searched, and every key folds all that is.
const fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\u{3000}'..='。' | '「'..='』' | '〜' | 'ぁ'..='ゖ' | 'ァ'..='ヶ' | '・' | 'ー' | '\u{4E00}'..='\u{9FFF}' | '！'..='～'
    )
}

/// The half-width twin of a full-width letter.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Variation selectors choose a drawing, not another character.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// One character for all that are searched as the same.
fn same(c: char) -> char {
    match c {
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ァ'..='ヴ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '〜' => '~',
        ..'\u{3400}' => c,
        _ => USUAL.binary_search_by_key(&c, |(variant, _)| *variant).map_or(c, |at| USUAL[at].1),
    }
}

/// Each variant with its usual form, in the order of variants: a search looks up every kanji of all that can be found, at every key.
static USUAL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let forms =
        VARIANTS.iter().flat_map(|(usual, variants)| variants.chars().map(|variant| (variant, *usual)));
    let mut forms: Vec<(char, char)> = forms.collect();
    forms.sort_unstable();
    forms
});

/// The usual form of a name character, and the forms found on registers and cards. NFKC joins none of these.
const VARIANTS: &[(char, &str)] = &[
    ('高', "髙"),
    ('崎', "﨑嵜"),
    ('辺', "邉邊"),
    ('斎', "齋斉齊"),
    ('浜', "濵濱"),
    ('柳', "栁"),
    ('吉', "𠮷"),
    ('沢', "澤"),
    ('広', "廣"),
    ('国', "國"),
    ('桜', "櫻"),
    ('島', "嶋嶌"),
    ('竜', "龍"),
    ('滝', "瀧"),
    ('徳', "德"),
    ('恵', "惠"),
    ('真', "眞"),
    ('曽', "曾"),
    ('富', "冨"),
    ('峰', "峯"),
    ('塩', "鹽"),
    ('黒', "黑"),
    ('関', "關"),
    ('蔵', "藏"),
    ('栄', "榮"),
    ('円', "圓"),
    ('館', "舘"),
    ('藪', "薮"),
    ('桧', "檜"),
    ('条', "條"),
    ('実', "實"),
    ('寿', "壽"),
    ('豊', "豐"),
    ('鉄', "鐵鐡"),
    ('来', "來"),
    ('礼', "禮"),
    ('土', "圡"),
    ('遥', "遙"),
    ('穂', "穗"),
    ('芦', "蘆"),
    ('亀', "龜"),
    ('万', "萬"),
    ('与', "與"),
    ('会', "會"),
    ('学', "學"),
    ('県', "縣"),
    ('区', "區"),
    ('槙', "槇"),
    ('静', "靜"),
    ('緑', "綠"),
    ('郎', "郞"),
    ('経', "經"),
    ('戸', "戶"),
    ('児', "兒"),
    ('総', "總"),
    ('鎌', "鐮"),
    ('覚', "覺"),
    ('応', "應"),
    ('団', "團"),
    ('医', "醫"),
    ('労', "勞"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_kana_case_and_spaces_do_not_matter() {
        assert_eq!(fold("ﾎｹﾝ ｾﾝﾀｰ"), fold("ほけん　せんたー"));
        assert_eq!(fold("ＮＰＯ法人"), "npo法人");
        assert_eq!(fold("か\u{3099}"), fold("ガ"));
        assert_eq!(fold("か゛"), "が");
        assert_eq!(fold("関ヶ原"), fold("関ケ原"));
        assert_eq!(fold("㈱"), "(株)");
    }

    #[test]
    fn name_variants_find_each_other() {
        for (one, other) in
            [("髙﨑", "高崎"), ("渡邉", "渡辺"), ("渡邊", "渡邉"), ("齋", "斉"), ("𠮷田", "吉田")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_eq!(fold("葛\u{E0100}城"), fold("葛城"));
    }

    #[test]
    fn every_plain_letter_is_folded_as_all_others_are() {
        for c in ('\0'..='\u{FFFF}').filter(|c| is_plain(*c)) {
            assert_eq!(fold(&c.to_string()), decomposed(&c.to_string()), "{c:?}");
        }
        let pairs = "かガーはﾞ゛ヴ゜議A！髙".chars();
        for (one, other) in pairs.clone().flat_map(|one| pairs.clone().map(move |other| (one, other))) {
            let text = format!("{one}{other}");
            assert_eq!(fold(&text), decomposed(&text), "{text}");
        }
    }

    #[test]
    fn a_usual_form_is_nobodys_variant() {
        let usual: Vec<char> = VARIANTS.iter().map(|(usual, _)| *usual).collect();
        assert!(VARIANTS.iter().all(|(_, variants)| !variants.contains(&usual[..])));
    }

    #[test]
    fn searching_folds_both_sides() {
        assert!(contains_folded("保健センター", "せんた"));
        assert!(!contains_folded("保健センター", "農務"));
        assert!(contains_folded("", ""));
    }

    #[test]
    fn keys_are_read_through_the_input_method() {
        for (key, read) in
            [('ｊ', 'j'), ('１', '1'), ('？', '?'), ('\u{3000}', ' '), ('う', 'u'), ('・', '/'), ('q', 'q')]
        {
            assert_eq!(key_fold(key), KeyFold::Char(read));
        }
        for key in ['か', 'ん', 'カ', '議', 'ｶ', '𠮷', '々'] {
            assert_eq!(key_fold(key), KeyFold::Ime);
        }
    }
}
