//! What the actions pane says: views of the list, how late something is, forms and toasts.

use super::catalogue;

catalogue! {
    cmd_actions_done => "完了", "done";
    cmd_actions_done_help => "選んだ宿題を完了にする。終わった宿題は未着手に戻す", "mark the action done; open one again that has ended";
    cmd_actions_state => "状態", "state";
    cmd_actions_state_help => "状態を選ぶ（取りやめには理由を書く）", "choose the state (dropping one wants a reason)";
    cmd_actions_owner => "担当", "owner";
    cmd_actions_owner_help => "担当を名簿から選んで加える・外す（かなで探せる）", "choose an owner from the roster, to add or to take off";
    cmd_actions_add => "加える", "add";
    cmd_actions_add_help => "宿題を加える", "add an action item";
    cmd_actions_edit => "直す", "edit";
    cmd_actions_edit_help => "選んだ宿題を直す", "edit the action item";
    cmd_actions_note => "経過", "note";
    cmd_actions_note_help => "今日の日付で経過を書き足す", "add a note with today's date";
    cmd_actions_delete => "消す", "delete";
    cmd_actions_delete_help => "選んだ宿題を消す", "delete the action item";
    cmd_actions_view => "見方", "view";
    cmd_actions_view_help => "次の見方へ（未完了、期限超過、次回までに、担当別、ポイント別、前回から完了、すべて）", "next view: open, overdue, due before the next meeting, by owner, by point, done since last, all";
    cmd_actions_view_back => "前の見方", "view back";
    cmd_actions_view_back_help => "前の見方へ", "previous view";

    actions_view_open => "未完了", "Open";
    actions_view_overdue => "期限超過", "Overdue";
    actions_view_next => "次回までに", "Due by the next meeting";
    actions_view_owner => "担当別", "By owner";
    actions_view_point => "ポイント別", "By point";
    actions_view_done => "前回から完了", "Done since the last meeting";
    actions_view_all => "すべて", "All";
    actions_counted(view: &str, count: usize) => "{view} {count}件", "{view} ({count})";
    actions_late(count: usize) => "! 期限超過{count}", "! {count} overdue";
    actions_none_late => "期限超過なし", "none overdue";
    actions_unowned(count: usize) => "! 担当未定{count}", "! {count} without owner";
    actions_without_point => "ポイントなし", "No point";
    actions_no_owner_marked => "! 担当未定", "! no owner";
    actions_and_more(first: &str, more: usize) => "{first}+{more}", "{first} +{more}";
    actions_days_late(days: i64) => "! {days}日超過", "! {days}d late";
    actions_days_late_long(days: i64) => "! {days}日超過", "! {days} days late";
    actions_due_today => "今日まで", "today";
    actions_days_left(days: i64) => "あと{days}日", "{days} days left";
    actions_next_brief => "次回", "next mtg";
    actions_open_ended => "期限なし", "no date";

    actions_owners => "担当", "Owners";
    actions_due => "期限", "Due";
    actions_points => "ポイント", "Points";
    actions_reason => "理由", "Reason";
    actions_ended => "終了日", "Ended";
    actions_notes => "経過", "Notes";
    actions_origin => "出どころ", "From";
    actions_quoted(text: &str) => "「{text}」", "“{text}”";
    actions_by_hand => "議事録の行からではなく、宿題の画面で加えたもの", "added on this pane, not by a line of the record";

    actions_form_new => "宿題を加える", "New action item";
    actions_field_text => "すること", "What";
    actions_text_hint => "だれが見ても、終わったかどうか分かる書き方で", "so that anyone can tell when it is done";
    actions_owners_hint => "名前を 、 で区切る。空けておけば担当未定。Tabで補えます", "names between commas; empty is no owner; Tab completes";
    actions_due_hint => "例：12/20、来週金曜、次回、なし。空けておけば次回", "for example 12/20, next friday, next meeting, none; empty is the next meeting";
    actions_due_next => "次回", "next meeting";
    actions_due_none => "なし", "none";
    actions_text_wanted => "することを書いてください。", "Write what is to be done.";
    actions_form_note(number: u32) => "宿題 {number} の経過", "Note on action {number}";
    actions_field_note => "経過", "Note";
    actions_note_hint => "今日の日付が付きます", "it gets today's date";
    actions_form_drop(number: u32) => "宿題 {number} を取りやめる", "Drop action {number}";
    actions_drop_hint => "あとで確かめられるように、理由を一言", "why, in a few words, so that it can be looked up";
    actions_state_picker(number: u32) => "宿題 {number} の状態", "State of action {number}";
    actions_owner_picker(number: u32) => "宿題 {number} の担当（もう一度選ぶと外れます）", "Owners of action {number} (choose again to take off)";
    actions_is_owner => "✓ 担当", "✓ owner";

    actions_added(number: u32) => "宿題 {number} を加えました。", "Added action {number}.";
    actions_state_now(number: u32, state: &str) => "宿題 {number} を「{state}」にしました。Ctrl-Zで戻せます。", "Action {number} is now {state}. Ctrl-Z takes it back.";
    actions_owners_now(number: u32, owners: &str) => "宿題 {number} の担当：{owners}", "Owners of action {number}: {owners}";
    actions_noted(number: u32) => "宿題 {number} に経過を書き足しました。", "Noted on action {number}.";
    actions_deleted(number: u32) => "宿題 {number} を消しました。Ctrl-Zで戻せます。", "Deleted action {number}. Ctrl-Z brings it back.";
    actions_none_chosen => "宿題を選んでから使います。v で見方を替えられます。", "Choose an action first. v changes the view.";
    actions_from_line => "議事録の行から出た宿題です。議事録の画面でその行を消すか、種類を変えてください。やめるだけなら s で取りやめにできます。", "A line of the record gave this action. Delete or retype that line on the record pane, or drop the action with s.";
}
