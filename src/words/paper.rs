//! The words on papers: headings, labels and the few sentences of the minutes. What was said in the room is never here.

use super::{Words, catalogue};
use crate::domain::Openness;

catalogue! {
    minutes_title(council: &str, meeting: &str) => "{council} {meeting} 会議録", "{council}: minutes of {meeting}";

    draft_of(title: &str) => "{title}（案）", "{title} (draft)";
    fact_version => "版", "Version";
    version_made(version: u32, day: &str) => "第{version}版（{day} 確定）", "{version} (final on {day})";
    fact_revised => "改訂", "Revised";
    revised_because(version: u32, day: &str, reason: &str) => "第{version}版を{day}に改めた：{reason}", "version {version} was reopened on {day}: {reason}";
    fact_hash => "照合値（SHA-256）", "Hash (SHA-256)";
    agenda_title(council: &str, meeting: &str) => "{council} {meeting} 次第", "{council}: agenda of {meeting}";
    summary_title(council: &str, meeting: &str) => "{council} {meeting} 会議結果の概要", "{council}: summary of {meeting}";
    meeting_of(council: &str, meeting: &str) => "{council} {meeting}", "{council}, {meeting}";
    fact_name => "会議の名称", "Meeting";
    fact_openness => "公開・非公開の別", "Open to the public";
    fact_contact => "連絡先", "Contact";
    fact_bring => "持ち物", "Please bring";
    fact_reply => "出欠の連絡", "Reply";
    openness_unsaid => "（書かない）", "(not said)";
    openness_public => "公開", "public";
    openness_partly => "一部非公開", "partly closed";
    openness_closed => "非公開", "closed";
    openness_because(openness: &str, reason: &str) => "{openness}（理由：{reason}）", "{openness} ({reason})";
    /// A place to write in by hand.
    blank => "（　　　　　　）", "(                    )";
    notice_below => "記", "Details";
    notice_end => "以上", "";
    participant => "出席者", "Participant";
    fact_when => "日時", "Date and time";
    fact_place => "会場", "Place";
    fact_present => "出席委員", "Members present";
    fact_expected => "出席予定者", "Expected";
    fact_unrecorded => "出欠の記録がない者", "Attendance not recorded";
    fact_absent => "欠席者", "Absent";
    fact_observers => "傍聴人", "Observers in the room";
    fact_quorum => "定足数", "Quorum";
    fact_headcount => "出席数", "Attendance";
    fact_roles => "会議の役割", "Roles of the meeting";
    fact_signatories => "議事録署名人", "Signatories of the minutes";

    time_range(from: &str, to: &str) => "{from}～{to}", "{from}–{to}";
    time_planned(range: &str) => "（予定 {range}）", " (planned {range})";
    on_day(day: &str, range: &str) => "{day}{range}", "{day} {range}";

    named_with_post(name: &str, post: &str) => "{name}（{post}）", "{name} ({post})";
    by_proxy(stand_in: &str) => "（代理 {stand_in}）", " (proxy: {stand_in})";
    took_part_online => "（オンライン）", " (online)";
    arrived_at(time: &str) => "（{time}から）", " (from {time})";
    left_at(time: &str) => "（{time}まで）", " (until {time})";
    gave_notice => "（連絡あり）", " (excused)";
    group_of(title: &str, people: &str) => "{title}　{people}", "{title}: {people}";

    section_agenda => "議題", "Agenda";
    section_materials => "配付資料", "Materials";
    section_verbatim => "会議の記録（全文）", "Record (every line)";
    section_signatures => "署名", "Signatures";
    signature_of(name: &str) => "議事録署名人　{name}", "Signatory: {name}";
    section_record => "会議の結果（要旨）", "Record (summary)";
    section_outside => "議題のほか", "Outside the agenda";
    section_decisions => "決定事項", "Decisions";
    section_actions => "宿題", "Action items";
    section_carried => "持ち越し", "Carried over";
    section_next => "次回", "Next meeting";

    item_titled(kind: &str, title: &str) => "【{kind}】{title}", "[{kind}] {title}";
    item_numbered(number: usize, item: &str) => "（{number}）{item}", "({number}) {item}";
    slot_of(hours: &str, duration: &str) => "{hours}（{duration}）", "{hours} ({duration})";
    presented_by(presenter: &str) => "説明 {presenter}", "presented by {presenter}";
    item_presented(item: &str, presenter: &str) => "{item}（説明 {presenter}）", "{item} (presented by {presenter})";
    item_heading(number: usize, item: &str) => "議題{number} {item}", "{number}. {item}";
    item_without_lines => "（特記事項なし）", "(nothing noted)";
    item_left(state: &str) => "（{state}）", "({state})";

    speaker(name: &str) => "○{name}", "○ {name}:";
    speech_of_nobody(text: &str) => "○{text}", "○ {text}";
    marked(mark: &str, text: &str) => "【{mark}】{text}", "[{mark}] {text}";
    said_by(speaker: &str, text: &str) => "（{speaker}）{text}", "({speaker}) {text}";
    given_to(text: &str, owners: &str, due: &str) => "{text}（{owners}／{due}）", "{text} ({owners}; {due})";
    owned_by(owners: &str) => "担当 {owners}", "owner: {owners}";
    due_by(due: &str) => "期限 {due}", "due: {due}";
    at_time(time: &str, text: &str) => "{time}　{text}", "{time} {text}";
    decided(number: &str, text: &str) => "{number}　{text}", "{number}: {text}";

    column_number => "番号", "No.";
    column_text => "内容", "Action";
    column_owners => "担当", "Owner";
    column_due => "期限", "Due";

    nothing_to_list => "なし", "None";
    not_fixed_yet => "未定", "Not fixed yet";
}

impl Words {
    /// 公開, 非公開（理由：…）; nothing where nothing was said.
    pub fn openness(self, openness: &Openness) -> String {
        let said = match openness {
            Openness::Unsaid => return String::new(),
            other => self.openness_kind(other),
        };
        match openness.reason().trim() {
            "" => said.to_owned(),
            reason => self.openness_because(said, reason),
        }
    }

    /// The same without the reason, to choose from.
    pub fn openness_kind(self, openness: &Openness) -> &'static str {
        match openness {
            Openness::Unsaid => self.openness_unsaid(),
            Openness::Public => self.openness_public(),
            Openness::PartlyClosed(_) => self.openness_partly(),
            Openness::Closed(_) => self.openness_closed(),
        }
    }
}
