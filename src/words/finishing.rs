//! What finishing the minutes says on the screen: its commands, the list of what to look at, its forms.

use super::catalogue;

catalogue! {
    scope_minutes => "議事録の仕上げ", "Finishing the minutes";
    cmd_minutes_open => "仕上げ", "minutes";
    cmd_minutes_open_help => "終わった会議の議事録を仕上げる（確認、確定、版）", "finish the minutes of a held meeting (check, final, versions)";
    cmd_minutes_go => "そこへ", "go there";
    cmd_minutes_go_help => "選んだ件の場所へ移る（Alt-M で続きに戻る）", "go to the place of the chosen finding (Alt-M comes back)";
    cmd_minutes_check => "確認済みに", "checked";
    cmd_minutes_check_help => "議事録を確認済みにする", "call the minutes checked";
    cmd_minutes_finalise => "確定", "final";
    cmd_minutes_finalise_help => "確認済みの議事録を確定する（以後は直せない）", "make checked minutes final (locked)";
    cmd_minutes_reopen => "確定を解く", "reopen";
    cmd_minutes_reopen_help => "理由を書いて確定を解き、次の版を始める", "reopen final minutes for a reason, as the next version";
    cmd_minutes_summary => "要点", "summary";
    cmd_minutes_summary_help => "議題を選んで要点を書く", "write the summary of an item";
    cmd_minutes_signatories => "署名人", "signatories";
    cmd_minutes_signatories_help => "この会議の議事録署名人を決める", "say who signs these minutes";
    cmd_minutes_sent => "概要を出した", "summary sent";
    cmd_minutes_sent_help => "概要を出した日を記録する", "note the day the summary went out";
    cmd_minutes_back_help => "前の画面に戻る", "go back";
    cmd_line_resolve => "採決", "vote";
    cmd_line_resolve_help => "選んだ決定の決め方・賛否・見直し日を書く", "note how the decision was taken, its votes and review date";
    cmd_item_summary => "要点", "summary";
    cmd_item_summary_help => "選んだ議題の要点を書く", "write the summary of the chosen item";
    cmd_form_newline => "改行", "new line";
    cmd_form_newline_help => "要点の中で改行する", "begin a new line in the summary";

    finishing_title(meeting: &str) => "{meeting} 議事録の仕上げ", "Minutes of {meeting}";
    finishing_not_held => "会議が終わってから仕上げます。F12 で閉会してください。", "Minutes are finished once the meeting is closed (F12).";
    finishing_no_finding => "移る先がありません。", "There is nothing to go to.";
    finishing_only_final => "確定した議事録ではありません。", "These minutes are not final.";
    finishing_is_final => "もう確定しています。直すには r で確定を解きます。", "They are final already. Press r to reopen them.";
    finishing_not_decision => "決定の行ではありません。", "This line is no decision.";
    finishing_not_note => "改行できる欄ではありません。", "No new line can begin in this field.";
    finishing_clear => "確かめることは残っていません。", "Nothing is left to look at.";
    finishing_left(count: usize) => "確かめること {count}件", "To look at: {count}";
    finishing_signs(names: &str) => "署名人  {names}", "Signatories  {names}";
    finishing_no_signs => "署名人  （決まっていません）", "Signatories  (none)";
    finishing_sent(day: &str) => "概要  {day}に出しました", "Summary  sent on {day}";
    finishing_checked(day: &str, by: &str) => "確認  {day} {by}", "Checked  {day} {by}";
    finishing_checked_stale => "確認したあとに直されています。もう一度 c で確認済みにしてください。", "Changed since it was checked. Press c to check it again.";
    finishing_final(version: u32, day: &str, by: &str) => "第{version}版  {day} 確定 {by}", "v{version}  final on {day} {by}";
    finishing_left_with(left: &str) => "残したまま確定：{left}", "made final with: {left}";
    finishing_reopened(day: &str, reason: &str) => "{day}に確定を解く：{reason}", "reopened on {day}: {reason}";
    finishing_hash(hash: &str) => "照合値  {hash}", "Hash  {hash}";
    finishing_now_checked(label: &str) => "{label}の議事録を確認済みにしました。", "The minutes of {label} are checked.";
    finishing_now_final(label: &str, version: u32) => "{label}の議事録を第{version}版として確定しました。", "The minutes of {label} are final (version {version}).";
    finishing_now_open(label: &str, version: u32) => "{label}の議事録の確定を解きました。第{version}版を書けます。", "The minutes of {label} are open again as version {version}.";

    anyway_title(count: usize) => "確かめたいことが{count}件残っています", "Findings left: {count}";
    anyway_check => "このまま確認済みにする", "Call them checked all the same";
    anyway_final => "このまま確定する（残った件数を記録する）", "Make them final all the same (what is left is recorded)";
    anyway_back => "戻って確かめる", "Go back to the list";

    form_reopen => "確定を解く理由", "Why reopen";
    field_reason => "理由", "Reason";
    hint_reason => "例：参加人数の誤りを直すため。版とともに残ります。", "It stays with the version.";
    form_signatories => "議事録署名人", "Signatories";
    field_signatories => "名前", "Names";
    hint_signatories => "空にすると、役割の署名人が署名します。", "Empty: whoever holds the seat of signatory.";
    form_sent => "概要を出した日", "The day the summary went out";
    field_sent => "日付", "Day";
    pick_summary => "要点を書く議題", "Item to sum up";
    form_summary(item: &str) => "要点 {item}", "Summary: {item}";
    hint_summary => "Enter で保存、Alt-Enter で改行。空にすると、記録した行がそのまま載ります。", "Enter saves, Alt-Enter begins a line. Empty: the lines themselves are printed.";

    hint_days => "会議の日から数えます。決まりがなければ空のまま。例：2、45", "Counted from the meeting; empty without a rule. Such as 2, 45.";
    hint_private_names => "住民や患者の名前など。議事録の確認で知らせます。「、」で区切ります。", "Residents, patients and so on; the quality list finds them. Commas between.";
    form_resolution(decision: &str) => "採決 {decision}", "Vote on {decision}";
    field_how => "決め方", "How";
    field_yes => "賛成", "For";
    field_no => "反対", "Against";
    field_abstained => "棄権", "Abstained";
    field_casting => "会長の決裁（同数のとき）", "Chair's vote (tie)";
    field_dissenters => "反対した人", "Who was against";
    field_abstainers => "棄権した人", "Who abstained";
    field_withdrew => "除斥した人（利益相反）", "Who withdrew";
    field_review => "見直す日", "Review on";
    hint_votes(rule: &str, voters: u32) => "議決：{rule}。議決に加われる出席 {voters}人。数えなければ空のまま。", "Rule: {rule}. Could vote: {voters}. Empty when not counted.";
    resolution_outcome(votes: &str, outcome: &str, rule: &str) => "{votes}：{outcome}（議決 {rule}）", "{votes}: {outcome} (rule: {rule})";
    casting_none => "なし", "none";
    casting_yes => "賛成", "for";
    casting_no => "反対", "against";
}
