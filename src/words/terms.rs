//! What the values of the domain are called, long and short, and the one-column marks that go beside the words.
//!
//! Sentences made of several values (quorum, durations, dates) are in [`figures`]. Nothing here decides what is shown where.

mod figures;

use super::Words;
use crate::domain::{
    Accord, ActionState, Aspect, Class, Column, CouncilKind, Drift, EscalationState, ExchangeWay,
    FootingState, IndicatorKind, ItemKind, ItemState, LineKind, MeetingRoleKind, MeetingState, Mode, Office,
    QuorumMeasure, Side, SignState, Stage, Tie, Voice, Wanted, partner::Finding,
};

/// One method per table: each value with its Japanese and its English word. A value without a word does not compile.
macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident($kind:ident) { $($value:ident $(($any:tt))? => $ja:literal, $en:literal;)* })*) => {
        impl Words {$(
            $(#[$doc])*
            pub fn $name(self, value: $kind) -> &'static str {
                let (ja, en) = match value { $($kind::$value $(($any))? => ($ja, $en),)* };
                self.pick(ja, en)
            }
        )*}
    };
}

terms! {
    item_kind(ItemKind) {
        Deliberation => "審議", "Deliberation";
        Discussion => "協議", "Discussion";
        Report => "報告", "Report";
        Other => "その他", "Other";
    }
    item_state(ItemState) {
        Open => "予定", "planned";
        Current => "進行中", "now";
        Discussed => "済", "discussed";
        Deferred => "持ち越し", "carried over";
        Closed => "終結", "closed";
        Skipped => "今回は省く", "skipped this time";
    }
    item_state_short(ItemState) {
        Open => "予定", "plan";
        Current => "いま", "now";
        Discussed => "済", "done";
        Deferred => "持越", "later";
        Closed => "終結", "closed";
        Skipped => "省略", "skip";
    }
    action_state(ActionState) {
        Open => "未着手", "not started";
        InProgress => "進行中", "in progress";
        Waiting => "待ち", "waiting";
        Done => "完了", "done";
        Dropped => "取りやめ", "dropped";
    }
    action_state_short(ActionState) {
        Open => "未", "open";
        InProgress => "中", "doing";
        Waiting => "待", "wait";
        Done => "済", "done";
        Dropped => "止", "drop";
    }
    stage(Stage) {
        NotStarted => "未着手", "not started";
        Started => "着手", "started";
        UnderWay => "進行中", "under way";
        Established => "定着", "established";
        UnderReview => "見直し", "under review";
    }
    indicator_kind(IndicatorKind) {
        Activity => "活動", "activity";
        Process => "過程", "process";
        Outcome => "成果", "outcome";
    }
    /// Where its figure should go.
    wanted(Wanted) {
        Up => "増やしたい", "to go up";
        Down => "減らしたい", "to go down";
        Keep => "保ちたい", "to stay";
    }
    /// How a sign of a point stands.
    sign_state(SignState) {
        NotYet => "まだ", "not yet";
        Claimed(_) => "根拠待ち", "claimed, nothing shows it yet";
        Seen(_) => "見えている", "seen";
        Gone(_) => "見えなくなった", "seen no more";
    }
    /// What a voice says of a sign.
    voice(Voice) {
        InPlace => "できている", "in place";
        Partly => "一部", "in part";
        NotYet => "まだ", "not yet";
    }
    /// How the voices on a sign lie to each other.
    accord(Accord) {
        InPlace => "全員できている", "in place for all";
        Partly => "一部できている", "in part";
        Apart => "見方が分かれる", "views differ";
        NotYet => "全員まだ", "not yet for all";
    }
    /// Where the voices on a sign went since the last time.
    drift(Drift) {
        Up => "前回より上向き", "up since";
        Down => "前回より下向き", "down since";
        Both => "上向きも下向きもあり", "some up, some down";
        Same => "前回と同じ", "same as before";
    }
    sheet_column(Column) {
        Programme => "いまある事業", "Existing programme";
        Viewpoint => "足す健康の視点", "Health viewpoint added";
        Aim => "目指す姿", "Picture aimed for";
        Problems => "課題", "Problems";
        Progress => "進み具合", "Progress";
        Evaluation => "評価", "Evaluation";
    }
    escalation_side(Side) {
        Raised => "上げた課題", "raised by us";
        Received => "上がってきた課題", "raised to us";
    }
    escalation_state(EscalationState) {
        Raised => "返事待ち", "waiting";
        Considered => "検討中", "considered";
        Answered => "回答済", "answered";
        Withdrawn => "取り下げ", "withdrawn";
    }
    /// A step on the continuum of working together.
    tie(Tie) {
        Network => "ネットワーク", "network";
        Alliance => "提携", "alliance";
        Partnership => "パートナーシップ", "partnership";
        Coalition => "連携", "coalition";
        Full => "全面的協力", "full collaboration";
    }
    aspect(Aspect) {
        Necessity => "必要性", "necessity";
        Opportunity => "機会", "opportunity";
        Capacity => "能力", "capacity";
        Relationship => "関係", "relationship";
        Evaluation => "評価", "evaluation";
        Sustainability => "持続性", "sustainability";
    }
    /// What a look at an aspect said.
    aspect_finding(Finding) {
        Ready => "整っている", "ready";
        Unsure => "わからない", "unsure";
        NotYet => "まだ", "not yet";
    }
    exchange_way(ExchangeWay) {
        Contact => "連絡・訪問", "contact";
        Received => "してもらった", "received";
        Gave => "してあげた", "gave";
    }
    footing_state(FootingState) {
        Absent => "ない", "none";
        Considered => "検討中", "considered";
        InPlace => "ある", "in place";
    }
    line_kind(LineKind) {
        Note => "メモ", "Note";
        Speech => "発言", "Speech";
        Decision(_) => "決定", "Decision";
        Action(_) => "宿題", "Action";
        Deferred => "保留", "Deferred";
        Proposal => "提案", "Proposal";
        Issue => "論点", "Issue";
    }
    meeting_state(MeetingState) {
        Planned => "予定", "planned";
        Running => "開催中", "running";
        Held => "開催済", "held";
    }
    meeting_role(MeetingRoleKind) {
        Facilitator => "進行", "Facilitator";
        Recorder => "記録", "Recorder";
        Timekeeper => "タイムキーパー", "Timekeeper";
    }
    /// The usual name of an office; the title on a seat says how this council calls it.
    office(Office) {
        Chair => "会長", "Chair";
        ViceChair => "副会長", "Vice-chair";
        Other => "その他の役", "Other office";
        Signatory => "議事録署名人", "Signatory";
        Member => "委員", "Member";
        Secretariat => "事務局", "Secretariat";
        Observer => "オブザーバー", "Observer";
    }
    council_kind(CouncilKind) {
        Prefectural => "都道府県 地域・職域連携推進協議会", "Prefectural council of area and occupational health";
        Area => "二次医療圏 地域・職域連携推進協議会", "Medical-area council of area and occupational health";
        WorkingGroup => "作業部会", "Working group";
        InHouse => "庁内プロジェクトチーム", "Project team inside one town hall";
        Community => "地域の協議体", "Community body";
        Programme => "事業の運営協議会", "Programme board";
        Other => "その他の会議体", "Other body";
    }
    council_kind_short(CouncilKind) {
        Prefectural => "都道府県協議会", "Prefecture";
        Area => "圏域協議会", "Area";
        WorkingGroup => "作業部会", "Working group";
        InHouse => "庁内PT", "In-house";
        Community => "地域協議体", "Community";
        Programme => "運営協議会", "Programme";
        Other => "その他", "Other";
    }
}

impl Words {
    pub fn attendance(self, mode: &Mode) -> &'static str {
        match mode {
            Mode::Expected => self.pick("予定", "expected"),
            Mode::Present => self.pick("出席", "present"),
            Mode::Online => self.pick("オンライン", "online"),
            Mode::Proxy(_) => self.pick("代理", "proxy"),
            Mode::Excused => self.pick("欠席（連絡あり）", "excused"),
            Mode::Absent => self.pick("欠席", "absent"),
        }
    }

    pub fn attendance_short(self, mode: &Mode) -> &'static str {
        match mode {
            Mode::Expected => self.pick("予定", "exp."),
            Mode::Present => self.pick("出席", "pres."),
            Mode::Online => self.pick("遠隔", "onl."),
            Mode::Proxy(_) => self.pick("代理", "proxy"),
            Mode::Excused => self.pick("欠連", "exc."),
            Mode::Absent => self.pick("欠席", "abs."),
        }
    }

    /// A council's own class keeps the name the council gave it.
    pub fn class(self, class: &Class) -> &str {
        match class {
            Class::Community => self.pick("地域保健", "Community health"),
            Class::Occupational => self.pick("職域保健", "Occupational health"),
            Class::Other => self.pick("その他", "Other"),
            Class::Custom(name) => name,
        }
    }

    pub fn quorum_measure(self, measure: QuorumMeasure) -> String {
        match measure {
            QuorumMeasure::None => self.pick("定めなし", "none").to_owned(),
            QuorumMeasure::MoreThanHalf => self.pick("過半数", "more than half").to_owned(),
            QuorumMeasure::AtLeastHalf => self.pick("半数以上", "at least half").to_owned(),
            QuorumMeasure::TwoThirds => self.pick("3分の2以上", "two thirds").to_owned(),
            QuorumMeasure::Count(number) => self.at_least_people(number),
        }
    }
}

super::catalogue! {
    /// What a seat without a holder says in the holder's place.
    vacant => "空席", "vacant";
    in_brackets(text: &str) => "（{text}）", " ({text})";
    at_least_people(number: u32) => "{number}人以上", "at least {number}";
}

// Marks. Where there was a choice, the glyph is one that no terminal draws two columns wide (East Asian Width N or Na);
// ○ ◐ ● ◆ are ambiguous and want measuring by the ruler.

pub const fn action_mark(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "☐",
        ActionState::InProgress => "▸",
        ActionState::Waiting => "⋯",
        ActionState::Done => "✓",
        ActionState::Dropped => "✗",
    }
}

pub const fn stage_mark(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "-",
        Stage::Started => "○",
        Stage::UnderWay => "◐",
        Stage::Established => "●",
        Stage::UnderReview => "↻",
    }
}

pub const fn sign_mark(state: SignState<'_>) -> &'static str {
    match state {
        SignState::NotYet => "☐",
        SignState::Claimed(_) => "?",
        SignState::Seen(_) => "✓",
        SignState::Gone(_) => "✗",
    }
}

/// A space for an item still to come.
pub const fn item_mark(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => " ",
        ItemState::Current => "►",
        ItemState::Discussed => "✓",
        ItemState::Deferred => "↷",
        ItemState::Closed => "∎",
        ItemState::Skipped => "-",
    }
}

/// Nothing for notes and speeches.
pub const fn line_mark(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Note | LineKind::Speech => "",
        LineKind::Decision(_) => "◆",
        LineKind::Action(_) => "☐",
        LineKind::Deferred => "↷",
        LineKind::Proposal => "▹",
        LineKind::Issue => "?",
    }
}

pub const fn attendance_mark(mode: &Mode) -> &'static str {
    match mode {
        Mode::Expected => "-",
        Mode::Present => "✓",
        Mode::Online => "@",
        Mode::Proxy(_) => "▵",
        Mode::Excused => "/",
        Mode::Absent => "✗",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Who, text::ruler::Ruler, words::Lang};
    use std::collections::BTreeSet;

    const BOTH: [Words; 2] = [Words::new(Lang::Ja), Words::new(Lang::En)];

    fn all_differ<'a>(words: impl IntoIterator<Item = &'a str>) {
        let words: Vec<&str> = words.into_iter().collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{words:?}");
    }

    fn modes() -> [Mode; 6] {
        let proxy = Mode::Proxy(Who::new("農務課 主任", None));
        [Mode::Expected, Mode::Present, Mode::Online, proxy, Mode::Excused, Mode::Absent]
    }

    #[test]
    fn no_two_values_share_a_word() {
        for words in BOTH {
            all_differ(ItemKind::ALL.map(|kind| words.item_kind(kind)));
            all_differ(ItemState::ALL.map(|state| words.item_state(state)));
            all_differ(ItemState::ALL.map(|state| words.item_state_short(state)));
            all_differ(ActionState::ALL.map(|state| words.action_state(state)));
            all_differ(ActionState::ALL.map(|state| words.action_state_short(state)));
            all_differ(Stage::ALL.map(|stage| words.stage(stage)));
            all_differ(CouncilKind::ALL.map(|kind| words.council_kind(kind)));
            all_differ(CouncilKind::ALL.map(|kind| words.council_kind_short(kind)));
            all_differ(modes().each_ref().map(|mode| words.attendance(mode)));
            all_differ(modes().each_ref().map(|mode| words.attendance_short(mode)));
        }
    }

    #[test]
    fn no_two_values_share_a_mark() {
        all_differ(ActionState::ALL.map(action_mark));
        all_differ(Stage::ALL.map(stage_mark));
        all_differ(ItemState::ALL.map(item_mark));
        all_differ(modes().each_ref().map(attendance_mark));
    }

    #[test]
    fn marks_in_narrow_columns_stay_narrow_everywhere() {
        let items = ItemState::ALL.map(item_mark);
        let actions = ActionState::ALL.map(action_mark);
        for mark in items.into_iter().chain(actions).chain(modes().each_ref().map(attendance_mark)) {
            assert_eq!(Ruler { wide: true }.width(mark), 1, "{mark}");
        }
    }
}
