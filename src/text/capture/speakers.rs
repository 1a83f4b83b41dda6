//! Who speaks, at the start of a line: `会長：`, `（委員）`, `○事務局 …`, `○会長（山田）…`. A name nobody bears is text.

use super::{Doubt, Head, Reader, Resolution, marks, owners};
use crate::{domain::decide::record::NewKind, text::fold::fold};

/// A name at the start, and what is said.
struct Opening<'l> {
    name: &'l str,
    rest: &'l str,
}

/// Brackets in which minutes name a speaker.
const BRACKETS: [(char, char); 6] =
    [('（', '）'), ('(', ')'), ('【', '】'), ('〔', '〕'), ('＜', '＞'), ('〈', '〉')];

/// A name at the start of a bulleted line has at most so many words.
const MOST_WORDS: usize = 3;

impl Reader<'_> {
    /// What the name at the start makes of a line.
    ///
    /// # Errors
    /// There is none: what looked like one, if anything did.
    pub(super) fn speech<'l>(&self, line: &'l str) -> Result<Head<'l>, Option<Doubt>> {
        let openings = self.openings(line);
        let spoken = openings.iter().find_map(|it| match self.names.speaker(it.name) {
            Resolution::One(speaker) => Some(Head { speaker: Some(speaker), ..Self::after_speaker(it.rest) }),
            _ => None,
        });
        spoken.ok_or_else(|| openings.iter().find_map(|it| self.doubt(it.name)))
    }

    /// What follows a name: a mark and its text, or a speech.
    pub(super) fn after_speaker(rest: &str) -> Head<'_> {
        let speech = |text| Head { kind: NewKind::Speech, rest: text, ..Head::default() };
        let marked = |text: &str| marks::off(text).is_some() || marks::split_mark(text).is_some();
        if let Some(text) = marks::unescaped(rest, marked) {
            return speech(text);
        }
        let (private, rest) = marks::off(rest).map_or((false, rest), |hidden| (true, hidden));
        let head = marks::split_mark(rest)
            .map_or_else(|| speech(rest), |(kind, rest)| Head { kind, rest, ..Head::default() });
        Head { private, ..head }
    }

    /// Where the line could name a speaker, surest first.
    fn openings<'l>(&self, line: &'l str) -> Vec<Opening<'l>> {
        // Two and more are the blank of a name: ○○委員.
        let bulleted = line.strip_prefix(is_bullet).filter(|rest| !rest.starts_with(is_bullet));
        let bare = bulleted.map_or(line, str::trim_start);
        let colon = marks::split_head(bare).map(|(name, rest)| Opening { name, rest });
        let mut openings: Vec<Opening<'l>> = colon.into_iter().chain(in_brackets(bare)).collect();
        if bulleted.is_some() {
            openings.extend(up_to_bracket(bare));
            openings.extend(up_to_space(bare));
        }
        openings
    }

    fn doubt(&self, name: &str) -> Option<Doubt> {
        let found = self.names.resolve(name);
        let is_name = found != Resolution::Unknown || is_name_like(name);
        self.names.doubt(name, found).filter(|_| is_name && owners::could_be_name(name))
    }
}

pub(super) const fn is_bullet(c: char) -> bool {
    matches!(c, '○' | '◯' | '◎' | '●' | '〇')
}

/// `（委員）…`
fn in_brackets(line: &str) -> Option<Opening<'_>> {
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| line.starts_with(*open))?;
    let (name, rest) = line[open.len_utf8()..].split_once(close)?;
    opening(name, rest)
}

/// `会長（山田）…`
fn up_to_bracket(line: &str) -> Option<Opening<'_>> {
    let (at, close) = line.char_indices().find(|(_, c)| matches!(c, '）' | ')'))?;
    let (name, rest) = line.split_at(at + close.len_utf8());
    opening(name, rest)
}

/// `事務局 …`, `山田 花子 …`: the longest name first.
fn up_to_space(line: &str) -> impl Iterator<Item = Opening<'_>> {
    let spaces = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let ends: Vec<usize> = spaces.take(MOST_WORDS).collect();
    ends.into_iter().rev().filter_map(|at| opening(&line[..at], &line[at..]))
}

fn opening<'l>(name: &'l str, rest: &'l str) -> Option<Opening<'l>> {
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(marks::is_colon).map_or(rest, marks::without_space);
    let name = name.trim();
    let could_be = name.len() <= marks::LONGEST_HEAD && name.contains(char::is_alphabetic);
    (could_be && !rest.trim().is_empty()).then_some(Opening { name, rest })
}

/// Ends of what sends or is sent to a council, and of courtesy.
const NAMED_SO: &[&str] = &[
    "課",
    "係",
    "局",
    "室",
    "部",
    "署",
    "庁",
    "省",
    "市",
    "町",
    "村",
    "区",
    "県",
    "府",
    "院",
    "校",
    "園",
    "館",
    "所",
    "会",
    "社",
    "団",
    "組合",
    "法人",
    "機構",
    "連合",
    "連盟",
    "大学",
    "センター",
    "せんたー",
    "くらぶ",
    "ぐるーぷ",
    "ちーむ",
    "長",
    "委員",
    "議員",
    "代表",
    "担当",
    "主事",
    "主査",
    "主任",
    "主幹",
    "保健師",
    "栄養士",
    "氏",
    "さん",
    "様",
    "殿",
    "先生",
];

/// Letters that end a good part of the family names of Japan.
const FAMILY_ENDS: &[char] = &[
    '藤', '木', '橋', '田', '中', '辺', '本', '村', '林', '口', '山', '川', '河', '野', '井', '島', '原',
    '崎', '沢', '森', '石', '谷', '岡', '松', '坂', '浜', '瀬', '塚', '尾', '倉', '城', '宮', '池', '西',
    '東', '南', '北', '久', '須', '々',
];

/// Words that end so and head a line without naming anybody, as [`fold`] leaves them.
const HEADINGS: &[&str] = &[
    "場所",
    "会場",
    "全部",
    "一部",
    "社会",
    "機会",
    "次会",
    "市町村",
    "地区",
    "見本",
    "基本",
    "日本",
    "途中",
    "集中",
    "議会",
    "本部",
    "成長",
    "特長",
    "時間区",
    "箇所",
    "長所",
    "短所",
    "閉会",
    "開会",
    "休会",
    "部会",
    "総会",
    "大会",
    "例会",
    "散会",
    "date",
    "time",
    "place",
    "venue",
    "agenda",
    "present",
    "regrets",
    "absent",
    "next",
    "summary",
    "subject",
    "re",
    "minutes",
    "scribe",
    "topics",
    "subtopic",
    "previous",
    "attendees",
    "example",
    "see",
    "background",
    "purpose",
];

/// Whether a word before a colon is more likely somebody than a heading: 観光課, 佐藤さん, Ivan; not 次回 or 日時.
pub(super) fn is_name_like(text: &str) -> bool {
    let key = fold(text);
    if HEADINGS.contains(&key.as_str()) || key.contains(char::is_numeric) {
        return false;
    }
    let is_kanji = |c: char| matches!(c, '々' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
    let letters = key.chars().count();
    let is_family = (2..=4).contains(&letters) && key.chars().all(is_kanji) && key.ends_with(FAMILY_ENDS);
    let ends_so = letters > 1 && NAMED_SO.iter().any(|end| key.ends_with(end) && key.len() > end.len());
    is_family || ends_so || is_latin_name(text)
}

/// One or two capitalised words that no sentence begins with, or a nick such as r12a.
pub(super) fn is_latin_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &str| {
        let letters = word.trim_end_matches('.');
        !letters.is_empty()
            && letters.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’'))
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let nick = |word: &str| {
        word.is_ascii()
            && word.starts_with(char::is_alphabetic)
            && word.contains(['_', '0', '1', '2', '3', '4'])
    };
    let lower = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    matches!(words.len(), 1 | 2)
        && words.iter().all(|word| is_word(word) && (capital(word) || nick(word)))
        && !text.chars().any(|c| c.is_alphabetic() && !is_latin(c))
        && !PROSE.contains(&lower.as_str())
        && !HEADINGS.contains(&lower.as_str())
}

/// Latin with its accents, in either width.
const fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24F}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '’')
}

/// What begins a sentence and is nobody's name.
const PROSE: &[&str] = &[
    "we", "i", "you", "they", "he", "she", "it", "this", "that", "these", "those", "the", "a", "an", "there",
    "need", "needs", "want", "try", "remember", "plan", "plans", "ask", "have", "has", "agree", "agreed",
    "continue", "go", "get", "start", "begin", "return", "add", "back", "up", "how", "what", "when", "where",
    "who", "why", "whether", "please", "prepare", "decide", "talk", "speak", "listen", "look", "move",
    "send", "write", "reply", "respond", "report", "propose", "refer", "due", "able", "happy", "in", "on",
    "to", "and", "or", "not", "no", "yes", "so", "but", "if", "as", "at", "by", "for", "from", "with",
    "note", "todo",
];
