//! What to look at before minutes are called checked: each finding points at the place it is about. Says what it sees and no more; a name
//! it cannot know is not guessed at, only what is written like one.

use super::{
    Item, ItemState,
    council::Council,
    decide::{record::action_of, roster::office_titled},
    id::{ItemId, LineId},
    meeting::{Body, Meeting},
    record::{Line, LineKind},
    resolution::Outcome,
    who::Who,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of thing is wanting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Lack {
    /// The meeting had no quorum.
    Quorum,
    /// An item was talked about, and nothing came of it: no summary, decision, action or deferral.
    Result,
    /// Nobody does the action.
    Owner,
    /// The action has no day.
    Date,
    /// Whoever spoke is neither on the roster nor an office.
    Speaker,
    /// Somebody who is not on the roster is named.
    PrivateName,
    /// `s/old/new/` matched nothing and still stands there.
    Correction,
    /// Something was proposed, and nothing decided or deferred after it.
    Decision,
    /// The votes of a decision do not carry it.
    Votes,
}

impl Lack {
    pub const ALL: [Self; 9] = [
        Self::Quorum,
        Self::Result,
        Self::Owner,
        Self::Date,
        Self::Speaker,
        Self::PrivateName,
        Self::Correction,
        Self::Decision,
        Self::Votes,
    ];
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Meeting,
    Item(ItemId),
    Line(LineId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub lack: Lack,
    pub place: Place,
    /// The name in question, where it is about one.
    pub name: String,
    /// Of the votes in question.
    pub outcome: Option<Outcome>,
}

/// So many findings of one kind were left when the minutes were made final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Left {
    pub lack: Lack,
    pub count: u32,
}

/// The findings counted by kind, in the order of [`Lack::ALL`].
pub fn counted(findings: &[Finding]) -> Vec<Left> {
    let count = |lack| findings.iter().filter(|it| it.lack == lack).count();
    let left = Lack::ALL.map(|lack| Left { lack, count: u32::try_from(count(lack)).unwrap_or(u32::MAX) });
    left.into_iter().filter(|left| left.count > 0).collect()
}

impl Finding {
    const fn new(lack: Lack, place: Place) -> Self {
        Self { lack, place, name: String::new(), outcome: None }
    }

    fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }
}

impl Council {
    /// The quality list of a meeting's minutes: the meeting, then item by item with its lines, then the lines outside any item. Nothing
    /// for a meeting whose body was not read.
    pub fn quality(&self, meeting: &Meeting) -> Vec<Finding> {
        let Some(body) = self.body(&meeting.id) else { return Vec::new() };
        let reader = Reader { council: self, meeting, body };
        let mut findings = Vec::new();
        if !self.headcount(meeting).is_quorate() {
            findings.push(Finding::new(Lack::Quorum, Place::Meeting));
        }
        for item in &body.items {
            reader.item(item, &mut findings);
        }
        let outside = |line: &&Line| line.item.as_ref().is_none_or(|item| body.items.get(item).is_none());
        body.lines.iter().filter(outside).for_each(|line| reader.line(line, &mut findings));
        findings
    }

    /// Is this what somebody or something on the roster or the list of seats is called, or the word for an office?
    fn knows(&self, who: &Who) -> bool {
        let label = who.label.trim();
        let member = |name: &str, post: &str| label == name || (!post.is_empty() && label == post);
        who.party.as_ref().is_some_and(|party| self.party_label(party).is_some())
            || office_titled(label).is_some()
            || label.starts_with("委員")
            || self.roles.iter().any(|role| role.title == label)
            || self.organisations.iter().any(|it| label == it.name || label == it.short)
            || self.members.iter().any(|it| member(&it.name, &it.post) || label == self.member_label(it))
    }
}

struct Reader<'a> {
    council: &'a Council,
    meeting: &'a Meeting,
    body: &'a Body,
}

impl Reader<'_> {
    fn item(&self, item: &Item, findings: &mut Vec<Finding>) {
        let place = || Place::Item(item.id.clone());
        let under = || self.body.lines.iter().filter(|line| line.item.as_ref() == Some(&item.id));
        let is_result = |line: &Line| {
            let result =
                matches!(line.kind, LineKind::Decision(_) | LineKind::Action(_) | LineKind::Deferred);
            result && !line.private
        };
        let was_up = matches!(item.state, ItemState::Discussed | ItemState::Closed | ItemState::Current);
        if was_up && item.summary.trim().is_empty() && !under().any(is_result) {
            findings.push(Finding::new(Lack::Result, place()));
        }
        for text in [&item.title, &item.summary].into_iter().chain(&item.materials) {
            self.names(text, &place(), findings);
        }
        under().for_each(|line| self.line(line, findings));
    }

    fn line(&self, line: &Line, findings: &mut Vec<Finding>) {
        if line.private {
            return;
        }
        let place = Place::Line(line.id.clone());
        let mut find = |lack| findings.push(Finding::new(lack, place.clone()));
        if let Some(action) = action_of(self.council, line) {
            if action.owners.is_empty() {
                find(Lack::Owner);
            }
            if self.council.due_date(action).is_none() {
                find(Lack::Date);
            }
        }
        if is_correction(&line.text) {
            find(Lack::Correction);
        }
        if line.kind == LineKind::Proposal && !self.is_settled(line) {
            find(Lack::Decision);
        }
        if let Some(speaker) = line.speaker.as_ref().filter(|speaker| !self.council.knows(speaker)) {
            findings.push(Finding::new(Lack::Speaker, place.clone()).named(&speaker.label));
        }
        let outcome = line.resolution.as_ref().and_then(|it| self.council.outcome(self.meeting, it));
        if let Some(outcome) = outcome.filter(|outcome| !outcome.carries()) {
            findings.push(Finding { outcome: Some(outcome), ..Finding::new(Lack::Votes, place.clone()) });
        }
        self.names(&line.text, &place, findings);
    }

    /// Does a decision or a deferral follow the proposal under its item?
    fn is_settled(&self, proposal: &Line) -> bool {
        let after = self.body.lines.iter().skip_while(|line| line.id != proposal.id);
        let mut here = after.filter(|line| line.item == proposal.item && !line.private);
        here.any(|line| matches!(line.kind, LineKind::Decision(_) | LineKind::Deferred))
    }

    /// Names that are not to stand in minutes: those the council listed, and what is addressed like a person who is not on the roster.
    fn names(&self, text: &str, place: &Place, findings: &mut Vec<Finding>) {
        let listed = self.council.head.private_names.iter().map(String::as_str);
        let listed = listed.filter(|name| !name.is_empty() && text.contains(name));
        let addressed = addressed(text).into_iter().filter(|name| !self.is_on_roster(name));
        let mut named: Vec<&str> = listed.chain(addressed).collect();
        named.dedup();
        let finding = |name| Finding::new(Lack::PrivateName, place.clone()).named(name);
        findings.extend(named.into_iter().map(finding));
    }

    fn is_on_roster(&self, name: &str) -> bool {
        let bare = |text: &str| text.replace([' ', '\u{3000}'], "");
        self.council.members.iter().any(|member| bare(&member.name).starts_with(name))
            || self.council.organisations.iter().any(|it| it.name.contains(name) || it.short.contains(name))
    }
}

/// `s/old/new/` and nothing else, in either width.
fn is_correction(text: &str) -> bool {
    let Some(rest) = text.trim().strip_prefix(['s', 'S', 'ｓ', 'Ｓ']) else { return false };
    let mut parts = rest.split(['/', '／']);
    let (before, old) = (parts.next(), parts.next());
    before == Some("") && old.is_some_and(|old| !old.is_empty()) && parts.next().is_some()
}

/// What follows a name when a person is spoken of.
const TITLES: [&str; 5] = ["さん", "様", "氏", "くん", "ちゃん"];
/// What stands before these and names nobody.
const NOBODY: &[&str] = &[
    "皆", "奥", "娘", "息子", "子", "母", "父", "兄", "姉", "妹", "弟", "孫", "嫁", "叔母", "伯母", "叔父",
    "伯父", "祖母", "祖父", "客", "赤", "両", "同", "某", "各", "諸", "摂", "彼", "仕", "多", "模", "一",
    "異", "有", "何", "神", "王", "左", "先生", "隣",
];
/// The last character of a calling, a group or an office.
const CALLINGS: &str = "者師員課局係長部会署所院校園店民客屋家協社士生";
/// After 様 and 氏 these make another word: 様子, 様々, 氏名.
const NO_TITLE: [char; 7] = ['々', '子', '式', '相', '態', '変', '名'];
/// No name of a family and a person has more characters.
const LONGEST_NAME: usize = 6;

/// What is written like the name of a person: Chinese characters before 「さん」「様」「氏」, unless they are a word for somebody.
fn addressed(text: &str) -> Vec<&str> {
    let mut names: Vec<(usize, &str)> = Vec::new();
    for title in TITLES {
        for (at, _) in text.match_indices(title) {
            let before = &text[..at];
            let name = &before[before.trim_end_matches(is_kanji).len()..];
            let after = text[at + title.len()..].chars().next();
            let length = name.chars().count();
            let word = after.is_some_and(|c| NO_TITLE.contains(&c)) || NOBODY.contains(&name);
            if (1..=LONGEST_NAME).contains(&length) && !word && !name.ends_with(|c| CALLINGS.contains(c)) {
                names.push((at, name));
            }
        }
    }
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

const fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_spoken_of_is_told_from_a_word_for_somebody() {
        for (text, names) in [
            ("甲野さん（住民）から相談があった", &["甲野"][..]),
            ("甲野様、乙山氏とも欠席", &["甲野", "乙山"]),
            ("皆さん、患者さん、保健師さん、お客様、赤ちゃん", &[]),
            ("様子を見て、様々な仕様を同様に。氏名は書かない。", &[]),
            ("住民課さん、商工会さん、農協さん", &[]),
            ("たくさん、みなさん", &[]),
            ("高血圧予防教室参加予定の方", &[]),
        ] {
            assert_eq!(addressed(text), names, "{text}");
        }
    }

    #[test]
    fn a_correction_that_matched_nothing_is_known_by_its_form() {
        for text in ["s/旧/新/", "ｓ／旧／新／", "s/旧//", "S/a/b"] {
            assert!(is_correction(text), "{text}");
        }
        for text in ["s//新/", "sは/で区切る", "12/20まで", "s/旧"] {
            assert!(!is_correction(text), "{text}");
        }
    }
}
