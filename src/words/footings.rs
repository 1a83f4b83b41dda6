//! What the list of what the council stands on says, and its commands.

use super::{Words, catalogue};
use crate::domain::{Footing, FootingKind, council::DateStyle};

catalogue! {
    footings_title => "制度化の一覧", "What the council stands on";
    footings_count(placed: usize, all: usize) => "ある {placed}／{all}", "in place {placed} of {all}";
    scope_footings => "ボード：制度化", "Board: what it stands on";
    footing_none => "先に一つ選んでください。", "Choose one first.";
    footing_terms => "要綱", "terms of reference";
    footing_budget => "予算", "budget";
    footing_plan => "計画への位置付け", "place in a plan";
    footing_ordinance => "条例", "ordinance";
    footing_ask_terms => "名前、目的、構成、任期、事務局が文書になっていますか。", "Are name, aim, members, terms and secretariat in writing?";
    footing_ask_budget => "会議や事業の費用が、どこかの予算に載っていますか。", "Is the cost of meetings and work in somebody's budget?";
    footing_ask_plan => "健康増進計画や総合計画に、この会の名前がありますか。", "Is the council named in the health plan or the master plan?";
    footing_ask_ordinance => "条例で置かれていますか。なくても続く会は多くあります。", "Is it set up by ordinance? Many go on well without.";
    footing_kind_label => "何が", "What";
    footing_state_label => "状態", "State";
    footing_since => "いつから", "Since";
    footing_note => "メモ", "Note";
    footing_since_day(day: &str) => "{day}から", "since {day}";
    footing_form_new => "会独自の支えの追加", "Something of the council's own";
    footing_form(what: &str) => "制度化：{what}", "What it stands on: {what}";
    footing_hint_name => "例：連携協定、庁議での決定", "such as an agreement, or a decision of the mayor's board";
    footing_hint_since => "例：2024-04-01、R6.4.1。わからなければ空のまま", "such as 2024-04-01; leave it empty if unknown";
    footing_hint_note => "どの文書の何条か、どの費目か", "which paper and article, which budget line";
    footing_named => "名前を入れてください。", "Enter what it is.";
    footing_twice(name: &str) => "「{name}」はもう一覧にあります。", "“{name}” is on the list already.";
    footing_pick_state => "状態を選ぶ", "How far is it?";
    footing_removed(what: &str) => "{what}に書いたことを消しました。Ctrl-Z で元に戻せます。", "What was said about {what} is deleted. Ctrl-Z brings it back.";
    footing_nothing_said => "まだ何も書かれていません。", "Nothing is said about it yet.";

    cmd_footings => "制度化", "standing";
    cmd_footings_help => "要綱・予算・計画・条例など、会を支えるものの一覧を開く", "open the list of what the council stands on: terms, budget, plan, ordinance";
    cmd_footings_back => "ボード", "board";
    cmd_footings_back_help => "ボードに戻る", "go back to the board";
    cmd_footings_state => "状態", "state";
    cmd_footings_state_help => "ない・検討中・あるを選ぶ。日付は今日になる", "say whether it is there; today becomes its date";
    cmd_footings_edit => "変更", "edit";
    cmd_footings_edit_help => "状態、いつから、メモを書く", "write its state, since when, and a note";
    cmd_footings_add => "追加", "add";
    cmd_footings_add_help => "会独自の支えを加える", "add something of the council's own";
    cmd_footings_delete => "削除", "delete";
    cmd_footings_delete_help => "会独自のものを外す。四つの項目は書いたことだけを消す", "take out one of its own; of the usual four, what was said";
}

impl Words {
    pub fn footing_kind(self, kind: &FootingKind) -> &str {
        match kind {
            FootingKind::Terms => self.footing_terms(),
            FootingKind::Budget => self.footing_budget(),
            FootingKind::Plan => self.footing_plan(),
            FootingKind::Ordinance => self.footing_ordinance(),
            FootingKind::Own(name) => name,
        }
    }

    /// What to ask the room about it; nothing about the council's own.
    pub fn footing_ask(self, kind: &FootingKind) -> &'static str {
        match kind {
            FootingKind::Terms => self.footing_ask_terms(),
            FootingKind::Budget => self.footing_ask_budget(),
            FootingKind::Plan => self.footing_ask_plan(),
            FootingKind::Ordinance => self.footing_ask_ordinance(),
            FootingKind::Own(_) => "",
        }
    }

    /// 要綱 ある（令和6年4月1日から）
    pub fn footing(self, footing: &Footing, style: DateStyle) -> String {
        let said = format!("{} {}", self.footing_kind(&footing.kind), self.footing_state(footing.state));
        match footing.since {
            Some(day) => said + &self.in_brackets(&self.footing_since_day(&self.day(day, style))),
            None => said,
        }
    }
}
