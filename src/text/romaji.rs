//! Kana found by what is typed in Latin letters: `kaic` begins かいちょう, `hoken` ほけん. Knows both usual spellings; writes neither.

/// Whether the kana, as [`fold`](super::fold::fold) leaves it, begins as these lower-case letters do. A syllable may be half typed, and
/// long vowels may be left out.
pub fn begins(kana: &str, typed: &str) -> bool {
    // Most names are in kanji, and need not be compared syllable by syllable.
    let is_kana = kana.starts_with(|c| matches!(c, 'ぁ'..='ゖ'));
    typed.is_empty() || is_kana && begins_at(kana, typed, true)
}

/// What is worth comparing with kana: two Latin letters and more.
pub fn is_romaji(typed: &str) -> bool {
    typed.len() >= 2 && typed.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'\''))
}

fn begins_at(kana: &str, typed: &str, first: bool) -> bool {
    if typed.is_empty() {
        return true;
    }
    let goes_on = |length: usize, spelling: &str| match typed.strip_prefix(spelling) {
        Some(rest) => begins_at(&kana[length..], rest, false),
        None => spelling.starts_with(typed),
    };
    if let Some(doubled) = kana.strip_prefix('っ') {
        return doubles(typed) && begins_at(doubled, &typed[1..], false);
    }
    if let Some(rest) = kana.strip_prefix('う').filter(|_| !first) {
        return goes_on('う'.len_utf8(), "u") || begins_at(rest, typed, false);
    }
    let spelt = SYLLABLES.iter().filter_map(|(syllable, spellings)| {
        kana.starts_with(syllable).then_some((syllable.len(), spellings))
    });
    spelt
        .flat_map(|(length, all)| all.iter().map(move |one| (length, *one)))
        .any(|(length, one)| goes_on(length, one))
}

/// The consonant after っ is typed twice; matcha and maccha are the same.
fn doubles(typed: &str) -> bool {
    let mut letters = typed.chars();
    let (first, second) = (letters.next(), letters.next());
    let consonant = first.is_some_and(|c| !matches!(c, 'a' | 'i' | 'u' | 'e' | 'o' | '-' | '\''));
    consonant && (second.is_none() || second == first || (first, second) == (Some('t'), Some('c')))
}

/// Syllables with their spellings: by sound, and by the row of the table.
const SYLLABLES: &[(&str, &[&str])] = &[
    ("きゃ", &["kya"]),
    ("きゅ", &["kyu"]),
    ("きょ", &["kyo"]),
    ("ぎゃ", &["gya"]),
    ("ぎゅ", &["gyu"]),
    ("ぎょ", &["gyo"]),
    ("しゃ", &["sha", "sya"]),
    ("しゅ", &["shu", "syu"]),
    ("しょ", &["sho", "syo"]),
    ("じゃ", &["ja", "zya", "jya"]),
    ("じゅ", &["ju", "zyu", "jyu"]),
    ("じょ", &["jo", "zyo", "jyo"]),
    ("ちゃ", &["cha", "tya"]),
    ("ちゅ", &["chu", "tyu"]),
    ("ちょ", &["cho", "tyo"]),
    ("にゃ", &["nya"]),
    ("にゅ", &["nyu"]),
    ("にょ", &["nyo"]),
    ("ひゃ", &["hya"]),
    ("ひゅ", &["hyu"]),
    ("ひょ", &["hyo"]),
    ("びゃ", &["bya"]),
    ("びゅ", &["byu"]),
    ("びょ", &["byo"]),
    ("ぴゃ", &["pya"]),
    ("ぴゅ", &["pyu"]),
    ("ぴょ", &["pyo"]),
    ("みゃ", &["mya"]),
    ("みゅ", &["myu"]),
    ("みょ", &["myo"]),
    ("りゃ", &["rya"]),
    ("りゅ", &["ryu"]),
    ("りょ", &["ryo"]),
    ("ふぁ", &["fa"]),
    ("ふぃ", &["fi"]),
    ("ふぇ", &["fe"]),
    ("ふぉ", &["fo"]),
    ("てぃ", &["ti", "thi"]),
    ("でぃ", &["di", "dhi"]),
    ("しぇ", &["she"]),
    ("じぇ", &["je"]),
    ("ちぇ", &["che"]),
    ("うぃ", &["wi"]),
    ("うぇ", &["we"]),
    ("あ", &["a"]),
    ("い", &["i"]),
    ("う", &["u"]),
    ("え", &["e"]),
    ("お", &["o"]),
    ("か", &["ka"]),
    ("き", &["ki"]),
    ("く", &["ku"]),
    ("け", &["ke"]),
    ("こ", &["ko"]),
    ("が", &["ga"]),
    ("ぎ", &["gi"]),
    ("ぐ", &["gu"]),
    ("げ", &["ge"]),
    ("ご", &["go"]),
    ("さ", &["sa"]),
    ("し", &["shi", "si"]),
    ("す", &["su"]),
    ("せ", &["se"]),
    ("そ", &["so"]),
    ("ざ", &["za"]),
    ("じ", &["ji", "zi"]),
    ("ず", &["zu"]),
    ("ぜ", &["ze"]),
    ("ぞ", &["zo"]),
    ("た", &["ta"]),
    ("ち", &["chi", "ti"]),
    ("つ", &["tsu", "tu"]),
    ("て", &["te"]),
    ("と", &["to"]),
    ("だ", &["da"]),
    ("ぢ", &["ji", "di"]),
    ("づ", &["zu", "du"]),
    ("で", &["de"]),
    ("ど", &["do"]),
    ("な", &["na"]),
    ("に", &["ni"]),
    ("ぬ", &["nu"]),
    ("ね", &["ne"]),
    ("の", &["no"]),
    ("は", &["ha"]),
    ("ひ", &["hi"]),
    ("ふ", &["fu", "hu"]),
    ("へ", &["he"]),
    ("ほ", &["ho"]),
    ("ば", &["ba"]),
    ("び", &["bi"]),
    ("ぶ", &["bu"]),
    ("べ", &["be"]),
    ("ぼ", &["bo"]),
    ("ぱ", &["pa"]),
    ("ぴ", &["pi"]),
    ("ぷ", &["pu"]),
    ("ぺ", &["pe"]),
    ("ぽ", &["po"]),
    ("ま", &["ma"]),
    ("み", &["mi"]),
    ("む", &["mu"]),
    ("め", &["me"]),
    ("も", &["mo"]),
    ("や", &["ya"]),
    ("ゆ", &["yu"]),
    ("よ", &["yo"]),
    ("ら", &["ra"]),
    ("り", &["ri"]),
    ("る", &["ru"]),
    ("れ", &["re"]),
    ("ろ", &["ro"]),
    ("わ", &["wa"]),
    ("を", &["wo", "o"]),
    ("ゔ", &["vu"]),
    ("ん", &["nn", "n'", "n", "m"]),
    ("ー", &["-", "a", "i", "u", "e", "o", ""]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_begins_as_it_is_typed_in_either_spelling() {
        for (kana, typed) in [
            ("かいちょう", "kaic"),
            ("かいちょう", "kaityou"),
            ("ほけんせんたー", "hokensenta"),
            ("ほけんせんたー", "hokensenta-"),
            ("ほけんねんきんか", "hokennenkin"),
            ("ほけんねんきんか", "hokennnennkinn"),
            ("ほっかいどう", "hokkaido"),
            ("まっちゃ", "matcha"),
            ("とうきょうと", "tokyoto"),
            ("とうきょうと", "toukyouto"),
            ("じむきょく", "jimu"),
            ("じむきょく", "zimukyoku"),
            ("しんばし", "shimbashi"),
            ("おぶざーばー", "obuza"),
            ("うえだ", "ue"),
            ("たろう", ""),
        ] {
            assert!(begins(kana, typed), "{kana} {typed}");
        }
        for (kana, typed) in
            [("かいちょう", "kais"), ("うえだ", "eda"), ("会長", "kai"), ("かい", "kaich"), ("っか", "a")]
        {
            assert!(!begins(kana, typed), "{kana} {typed}");
        }
    }
}
