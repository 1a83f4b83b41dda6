//! What is said of organisations as partners: the matrix with the points, the page of one, the six checks, and their commands.

use super::{Words, catalogue};
use crate::domain::{Part, Partner, Through, Tie, partner::Balance};

catalogue! {
    partners_title => "連携先とポイント", "Partners and points";
    partners_load_head => "件", "load";
    partners_contact_head => "連絡", "contact";
    partners_heavy => "!集中", "!heavy";
    partners_never => "なし", "never";
    partners_marked(what: &str) => "!{what}", "!{what}";
    partners_legend(mark: &str, what: &str) => "{mark} {what}", "{mark} {what}";
    no_partners => "団体がまだありません。a で加えます。", "No organisation yet. Press a to add one.";
    scope_partners => "ボード：連携先", "Board: partners";
    scope_partner => "連携先・団体", "Partner, organisation";
    scope_aspects => "声をかける前の確認", "Checks before asking";

    partner_heavy(count: usize) => "! 受け持ちが{count}件と、ほかの団体よりずっと多くなっています。分けられるものはありませんか。", "! It carries {count} things, much more than the others. Can some of it be shared?";
    partner_silent(ago: &str) => "! 最後の連絡は{ago}です。声をかけるころではありませんか。", "! Last contact {ago}. Is it time to get in touch?";
    partner_never => "! まだ一度も連絡がありません。", "! There was no contact yet.";
    partner_contact => "最後の連絡", "Last contact";
    partner_no_contact => "まだありません", "none yet";
    partner_burden => "受け持ち", "Carries";

    partner_tie_heading => "間柄", "How close";
    partner_tie_now => "いま", "Now";
    partner_tie_aim => "目指す", "Aimed for";
    partner_tie_both(now: &str, aim: &str) => "{now} → {aim}", "{now} → {aim}";
    partner_tie_same(now: &str) => "{now}（このまま保つ）", "{now} (to be kept)";
    partner_tie_unsaid => "まだ決めていません", "not said yet";
    partner_tie_next => "t でいまの間柄、g で目指す間柄を選びます。", "Press t to say where you are, g where you want to be.";
    partner_tie_step(name: &str, what: &str) => "{name}：{what}", "{name}: {what}";

    partner_needs_heading => "出せるもの・必要なこと", "Brings and needs";
    partner_log_heading => "やりとり", "Give and take";
    partner_balance(received: usize, gave: usize) => "してもらった {received}  してあげた {gave}", "received {received}, gave {gave}";
    partner_log_none => "まだありません。l で書き加えます。", "Nothing yet. Press l to add something.";
    partner_aspects_heading => "声をかける前の確認", "Before asking";
    partner_aspects_next => "c で六つを順に見ます。", "Press c to go through the six.";
    partner_unchecked => "未確認", "not looked at";
    partner_found(finding: &str, day: &str) => "{finding}（{day}）", "{finding} ({day})";
    partner_points_heading => "関わるポイント", "Points it takes part in";
    partner_no_points => "まだありません。w で選びます。", "None yet. Press w to choose.";

    through_meeting(meeting: &str) => "{meeting}に出席", "at {meeting}";
    through_given(number: u32) => "宿題{number}を受けた", "was given action {number}";
    through_ended(number: u32) => "宿題{number}が終わった", "action {number} ended";

    partner_pick_tie(who: &str) => "いまの間柄：{who}", "How close now: {who}";
    partner_pick_aim(who: &str) => "目指す間柄：{who}", "How close to be: {who}";
    partner_form_log(who: &str) => "やりとりを書き加える：{who}", "Give and take with {who}";
    partner_form_mend(who: &str) => "やりとりを直す：{who}", "Mend an entry: {who}";
    partner_form_points(who: &str) => "関わるポイント：{who}", "Points of {who}";
    partner_way => "どちらから", "Which way";
    partner_hint_way => "←→ で選びます", "choose with ←→";
    partner_what => "内容", "What";
    partner_hint_what => "例：広報の欄を借りた、出前教室に講師を出した", "such as: their newsletter carried our text; we sent a speaker";
    partner_day => "日付", "Day";
    partner_hint_day => "例：今日、昨日、11/12、R8.11.12", "such as today, yesterday, 11/12, 2026-11-12";
    partner_what_wanted => "何をしたか、してもらったかを入れてください。", "Say what was given or received.";
    partner_pick_mend => "直すやりとりを選ぶ", "Which entry to mend?";
    partner_pick_drop => "消すやりとりを選ぶ", "Which entry to delete?";
    partner_no_log => "やりとりはまだありません。l で書き加えます。", "There is no entry yet. Press l to add one.";
    partner_logged(way: &str, who: &str) => "{who}とのやりとり（{way}）を書き加えました。", "Kept for {who}: {way}.";
    partner_mended => "やりとりを直しました。", "The entry is changed.";
    partner_dropped => "やりとりを消しました。Ctrl-Z で戻せます。", "The entry is deleted. Ctrl-Z brings it back.";

    aspects_title(who: &str) => "声をかける前の確認：{who}", "Before asking {who}";
    aspects_sign(sign: &str) => "目安：{sign}", "A sign: {sign}";
    aspects_note(note: &str) => "メモ：{note}", "Note: {note}";
    aspects_form_note(aspect: &str) => "メモ：{aspect}", "Note: {aspect}";
    aspects_hint_note => "そう見たわけ、確かめること", "why you see it so, what to find out";
    aspects_done(ready: usize, unsure: usize, not_yet: usize) => "六つを見ました：整っている {ready}、わからない {unsure}、まだ {not_yet}", "All six looked at: ready {ready}, unsure {unsure}, not yet {not_yet}";

    cmd_partners => "連携先", "partners";
    cmd_partners_help => "連携先の表（団体とポイント、負担、最後の連絡）を開く", "open the table of partners: points, load, last contact";
    cmd_partners_back => "ボード", "board";
    cmd_partners_back_help => "ボードに戻る", "go back to the board";
    cmd_partner_tie => "間柄", "how close";
    cmd_partner_tie_help => "いまの間柄を、五つの段階から選ぶ", "say how close you are now, on five steps";
    cmd_partner_aim => "目指す間柄", "aim";
    cmd_partner_aim_help => "目指す間柄を、五つの段階から選ぶ", "say how close you want to be, on five steps";
    cmd_partner_check => "確認", "check";
    cmd_partner_check_help => "声をかける前の六つの確認を、順に答える", "go through the six checks before asking";
    cmd_partner_log => "やりとり", "log";
    cmd_partner_log_help => "連絡、してもらったこと、してあげたことを書き加える", "add a contact, something received or given";
    cmd_partner_mend => "直す", "mend";
    cmd_partner_mend_help => "やりとりを一つ選んで直す", "mend an entry of the log";
    cmd_partner_drop => "消す", "drop";
    cmd_partner_drop_help => "やりとりを一つ選んで消す", "delete an entry of the log";
    cmd_partner_points => "ポイント", "points";
    cmd_partner_points_help => "関わるポイントを番号で入れる", "enter by number the points it takes part in";
    cmd_aspects_ready => "整っている", "ready";
    cmd_aspects_ready_help => "「整っている」として次へ", "ready, and on to the next";
    cmd_aspects_unsure => "わからない", "unsure";
    cmd_aspects_unsure_help => "「わからない」として次へ", "unsure, and on to the next";
    cmd_aspects_not_yet => "まだ", "not yet";
    cmd_aspects_not_yet_help => "「まだ」として次へ", "not yet, and on to the next";
    cmd_aspects_note => "メモ", "note";
    cmd_aspects_note_help => "この確認にメモを付ける", "write a note on this one";
    cmd_aspects_next => "次", "next";
    cmd_aspects_next_help => "そのままにして次へ。最後では閉じる", "leave it and go on; closes at the last one";
}

impl Words {
    /// One letter for what an organisation has to do with a point: 担, L.
    pub fn part_mark(self, part: Part) -> &'static str {
        match part {
            Part::Leads => self.pick("担", "L"),
            Part::Acts => self.pick("宿", "A"),
            Part::TakesPart => self.pick("参", "P"),
        }
    }

    pub fn part(self, part: Part) -> &'static str {
        match part {
            Part::Leads => self.pick("担当", "leads"),
            Part::Acts => self.pick("宿題あり", "action"),
            Part::TakesPart => self.pick("参加", "takes part"),
        }
    }

    /// 提携 → パートナーシップ
    pub fn ties(self, partner: &Partner) -> String {
        let named = |tie: Option<Tie>| tie.map_or(self.partner_tie_unsaid(), |tie| self.tie(tie));
        match (partner.tie, partner.aim) {
            (None, None) => self.partner_tie_unsaid().to_owned(),
            (now, Some(aim)) if now == Some(aim) => self.partner_tie_same(self.tie(aim)),
            (now, aim) => self.partner_tie_both(named(now), named(aim)),
        }
    }

    /// してもらった 3  してあげた 2
    pub fn balance(self, balance: Balance) -> String {
        self.partner_balance(balance.received, balance.gave)
    }

    /// What a contact was, in a few words.
    pub fn through(self, through: Through) -> String {
        match through {
            Through::Exchange(exchange) => {
                let way = self.exchange_way(exchange.way);
                if exchange.text.is_empty() { way.to_owned() } else { format!("{way}  {}", exchange.text) }
            }
            Through::Meeting(meeting) => self.through_meeting(&self.meeting_label(meeting)),
            Through::Given(action) => self.through_given(action.number),
            Through::Ended(action) => self.through_ended(action.number),
        }
    }
}
