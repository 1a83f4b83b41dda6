//! A change in a few words, for undo and history: what was done to which record.

use super::{Words, catalogue};
use crate::domain::{Change, ChangeKind, Edit, LineKind, ListEdit, list::Way};

catalogue! {
    change_added(what: &str) => "{what}の追加", "adding {what}";
    change_removed(what: &str) => "{what}の削除", "deleting {what}";
    change_edited(what: &str) => "{what}の変更", "changing {what}";
    change_moved(what: &str) => "{what}の並べ替え", "moving {what}";
    change_council => "会の設定", "the council";
    change_focus => "いまの話題", "the point in focus";
    change_organisation(name: &str) => "団体「{name}」", "organisation “{name}”";
    change_member(name: &str) => "委員「{name}」", "member “{name}”";
    change_role(title: &str) => "役割「{title}」", "role “{title}”";
    change_action(number: u32) => "宿題{number}", "action {number}";
    change_point(number: u8) => "ポイント{number}", "point {number}";
    change_indicator(name: &str) => "指標「{name}」", "indicator “{name}”";
    change_assessment => "自己点検", "the self-assessment";
    change_sheet(who: &str) => "計画・評価表「{who}」", "the plan-and-evaluation row of “{who}”";
    change_escalation(text: &str) => "上申「{text}」", "the raised issue “{text}”";
    change_footings => "制度化の一覧", "what the council stands on";
    change_meeting(name: &str) => "会議「{name}」", "meeting “{name}”";
    change_item(title: &str) => "議題「{title}」", "agenda item “{title}”";
    change_attendance => "出席", "attendance";
    change_line(text: &str) => "記録「{text}」", "line “{text}”";
    change_decision(text: &str) => "決定「{text}」", "decision “{text}”";
    change_put_away(number: u32) => "宿題{number}の整理", "putting action {number} away";
    change_put_back(number: u32) => "宿題{number}の再掲", "putting action {number} back on the list";
    change_taken_back(what: &str) => "{what}の取り消し", "undoing: {what}";
    change_brought_back(what: &str) => "{what}のやり直し", "redoing: {what}";
    change_of_day(what: &str, day: &str) => "{what}（{day}の変更）", "{what} (of {day})";
    change_tidy => "済んだ宿題の整理", "putting finished actions away";
    change_outside => "ファイルの直接編集", "changes made in the files themselves";
    change_restore => "以前の状態への復元", "going back to an earlier state";
    change_queue(who: &str) => "{who}の挙手", "the raised hand of {who}";
    change_turn => "進行", "the run of the meeting";
}

impl Words {
    /// What a person would say the change was: why it was made, or its weightiest edit.
    pub fn change(self, change: &Change) -> String {
        match change.kind {
            ChangeKind::Work => self.edits(&change.edits),
            ChangeKind::Undo(_) => {
                let work: Vec<Edit> = change.edits.iter().rev().map(Edit::inverse).collect();
                self.change_taken_back(&self.edits(&work))
            }
            ChangeKind::Redo(_) => self.change_brought_back(&self.edits(&change.edits)),
            ChangeKind::Tidy => self.change_tidy().to_owned(),
            ChangeKind::Outside => self.change_outside().to_owned(),
            ChangeKind::Restore => self.change_restore().to_owned(),
        }
    }

    fn edits(self, edits: &[Edit]) -> String {
        edits.iter().min_by_key(|edit| weight(edit)).map(|edit| self.edit(edit)).unwrap_or_default()
    }

    /// One edit in a few words.
    pub fn edit(self, edit: &Edit) -> String {
        let what = self.record(edit);
        match (edit, edit.way()) {
            (Edit::Attendance(..) | Edit::Turn(..), _) => self.change_edited(&what),
            (Edit::Shelf(_, action), Way::Insert) => self.change_put_away(action.record().number),
            (Edit::Shelf(_, action), Way::Remove) => self.change_put_back(action.record().number),
            (_, Way::Insert) => self.change_added(&what),
            (_, Way::Remove) => self.change_removed(&what),
            (_, Way::Replace) => self.change_edited(&what),
            (_, Way::Move) => self.change_moved(&what),
        }
    }

    /// What the edit is about.
    pub fn record(self, edit: &Edit) -> String {
        match edit {
            Edit::Head { old, new } if old.focus != new.focus => self.change_focus().to_owned(),
            Edit::Head { old, new } if old.footings != new.footings => self.change_footings().to_owned(),
            Edit::Head { old, new } if old.declined != new.declined => self.change_declined().to_owned(),
            Edit::Head { old, new } if old.thresholds != new.thresholds => {
                self.change_thresholds().to_owned()
            }
            Edit::Head { .. } => self.change_council().to_owned(),
            Edit::Organisation(edit) => self.change_organisation(edit.record().called()),
            Edit::Member(edit) => {
                let member = edit.record();
                self.change_member(if member.name.is_empty() { &member.post } else { &member.name })
            }
            Edit::Role(edit) => self.change_role(&edit.record().title),
            Edit::Action(edit) | Edit::Shelf(_, edit) => self.change_action(edit.record().number),
            Edit::Point(edit) => self.change_point(edit.record().point.number()),
            Edit::Indicator(edit) => self.change_indicator(&edit.record().name),
            Edit::Assessment(_) => self.change_assessment().to_owned(),
            Edit::SheetRow(edit) => self.change_sheet(&edit.record().who.label),
            Edit::Escalation(edit) => {
                self.change_escalation(edit.record().text.lines().next().unwrap_or_default())
            }
            Edit::Meeting(edit) => self.change_meeting(&self.meeting_label(edit.record())),
            Edit::Item(_, edit) => self.change_item(&edit.record().title),
            Edit::Attendance(..) => self.change_attendance().to_owned(),
            Edit::Line(_, edit) => {
                let text = match edit.record() {
                    line if line.private => self.record_private_mark(),
                    line => line.text.lines().next().unwrap_or_default(),
                };
                match edit.record().kind {
                    LineKind::Decision(_) => self.change_decision(text),
                    _ => self.change_line(text),
                }
            }
            Edit::Turn(..) => self.change_turn().to_owned(),
            Edit::Waiting(_, edit) => self.change_queue(&edit.record().who.label),
        }
    }
}

/// Which edit of a change says best what it was about; smallest first.
fn weight(edit: &Edit) -> u8 {
    match edit {
        // Whoever is meant by a name is noted beside the line that has it.
        Edit::Meeting(ListEdit::Replace { old, new }) if old.called != new.called => 5,
        Edit::Meeting(_) => 0,
        Edit::Action(_) | Edit::Shelf(..) => 1,
        Edit::Line(..) => 2,
        Edit::Item(..) => 3,
        Edit::Organisation(_)
        | Edit::Member(_)
        | Edit::Role(_)
        | Edit::Indicator(_)
        | Edit::Assessment(_)
        | Edit::SheetRow(_)
        | Edit::Escalation(_)
        | Edit::Attendance(..)
        | Edit::Waiting(..) => 4,
        Edit::Point(_) => 6,
        Edit::Head { .. } => 5,
        Edit::Turn(..) => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Action, ListEdit},
        words::Lang,
    };

    fn said(kind: ChangeKind, edits: Vec<Edit>) -> [String; 2] {
        let at = chrono::NaiveDate::default().and_time(chrono::NaiveTime::MIN);
        let change = Change { seq: 9, at, by: String::new(), kind, edits };
        [Lang::Ja, Lang::En].map(|lang| Words::new(lang).change(&change))
    }

    #[test]
    fn an_action_comes_back_to_the_list_and_goes_again() {
        let action = Action::new("a".into(), 3, "日程調整");
        let edits = vec![
            Edit::Shelf(2025, ListEdit::Remove { at: 0, old: action.clone() }),
            Edit::Action(ListEdit::Insert { at: 0, new: action }),
        ];
        let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
        assert_eq!(
            said(ChangeKind::Work, edits.clone()),
            ["宿題3の再掲", "putting action 3 back on the list"]
        );
        assert_eq!(
            said(ChangeKind::Undo(8), back),
            ["宿題3の再掲の取り消し", "undoing: putting action 3 back on the list"]
        );
        assert_eq!(
            said(ChangeKind::Redo(8), edits.clone()),
            ["宿題3の再掲のやり直し", "redoing: putting action 3 back on the list"]
        );
        assert_eq!(said(ChangeKind::Tidy, edits), ["済んだ宿題の整理", "putting finished actions away"]);
    }
}
