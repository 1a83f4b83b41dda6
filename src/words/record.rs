//! What the record pane says: commands, the preview of the line being typed, its doubts, the read-back.

use super::{Lang, Words, catalogue};
use crate::{domain::decide::record::NewKind, text::capture::Doubt};

catalogue! {
    cmd_capture_enter => "記録", "record";
    cmd_capture_enter_help => "打った行を記録する", "write the typed line down";
    cmd_capture_complete => "名前を補う", "complete";
    cmd_capture_complete_help => "名前を名簿から補う。何も打っていなければ次の画面へ", "complete a name from the roster; on an empty line, go to the next pane";
    cmd_capture_decision => "決定", "decision";
    cmd_capture_decision_help => "この行を決定にする（もう一度で戻す）", "make this line a decision (again: plain)";
    cmd_capture_action => "宿題", "action";
    cmd_capture_action_help => "この行を宿題にする（もう一度で戻す）", "make this line an action (again: plain)";
    cmd_capture_complete_back_help => "一つ前の候補に戻す。何も打っていなければ前の画面へ", "the name before; on an empty line, go to the pane before";
    cmd_mend_complete_back_help => "一つ前の候補に戻す", "the name before";
    cmd_capture_speaker => "発言者", "speaker";
    cmd_capture_speaker_help => "発言者を選んで、名前を行の初めに入れる", "choose who speaks and put the name in front";
    cmd_capture_repeat => "前の印", "repeat";
    cmd_capture_repeat_help => "前の行と同じ発言者か印を行の初めに入れる", "put the last line's speaker or mark in front again";
    cmd_capture_earlier => "前の行", "earlier";
    cmd_capture_earlier_help => "前に打った行を呼び出す（さかのぼる）", "bring back the line typed before";
    cmd_capture_later => "次の行", "later";
    cmd_capture_later_help => "呼び出した行の次へ。最後は打ちかけの行に戻る", "the line typed after; in the end, what was being typed";
    cmd_next_speaker => "指名", "floor";
    cmd_next_speaker_help => "次に挙手している人を指名し、名前を行の初めに入れる", "give the floor to whoever waits next, and put the name in front";
    record_queue(waiting: usize) => "挙手 {waiting}人", "Waiting to speak: {waiting}";
    record_waiting => "挙手", "waiting";
    record_nothing_to_repeat => "前の行に、発言者も印もありません。", "The last line has no speaker and no mark.";
    record_pasted_doubtful(lines: usize, doubts: usize) => "{lines}行を記録しました。読み取れないところのある行が{doubts}行あります。Ctrl-Z で一度に取り消せます。", "{lines} lines recorded, {doubts} of them not understood in full. Ctrl-Z takes them all back.";
    record_becomes_private => "オフレコ", "off the record";
    cmd_capture_up => "上の行", "lines";
    cmd_capture_up_help => "入力欄から上の行の一覧へ移る（打ちかけの行は残る）", "go up to the lines (what is typed stays)";
    cmd_mend_keep => "直した", "keep";
    cmd_mend_keep_help => "直した行を記録に入れる", "put the edited line into the record";
    cmd_mend_give_up => "やめる", "give up";
    cmd_mend_give_up_help => "直さずに元の行に戻す（続きはもう一度 Enter）", "leave the line as it was (Enter again goes on)";
    cmd_mend_up => "上へ", "up";
    cmd_mend_up_help => "上の段へ。一番上では、直した行を入れて前の行へ", "a row up; over the edge, keep the line and go on in the one above";
    cmd_mend_down => "下へ", "down";
    cmd_mend_down_help => "下の段へ。一番下では、直した行を入れて次の行へ", "a row down; over the edge, keep the line and go on in the one below";
    cmd_mend_complete_help => "名前を名簿から補う", "complete a name from the roster";
    cmd_line_capture => "入力", "type";
    cmd_line_capture_help => "入力欄に戻って書く", "go to the input line";
    cmd_line_edit => "直す", "edit";
    cmd_line_edit_help => "選んだ行をその場で直す", "edit the chosen line where it stands";
    cmd_line_retype => "種類", "kind";
    cmd_line_retype_help => "選んだ行を決定・宿題・発言などに替える", "make the line a decision, an action, a speech …";
    cmd_line_move => "別の議題へ", "move";
    cmd_line_move_help => "選んだ行を別の議題の下へ移す", "move the line under another item";
    cmd_line_delete => "消す", "delete";
    cmd_line_delete_help => "選んだ行を消す（Ctrl-Z で戻る）", "delete the chosen lines (Ctrl-Z brings them back)";
    cmd_line_range => "範囲", "range";
    cmd_line_range_help => "ここから何行かを選ぶ（↑↓で広げ、Esc でやめる）", "choose several lines from here (arrows, Esc ends it)";
    cmd_line_extend_up => "上へ広げる", "extend up";
    cmd_line_extend_up_help => "選ぶ行を上へ広げる", "choose one line more above";
    cmd_line_extend_down => "下へ広げる", "extend down";
    cmd_line_extend_down_help => "選ぶ行を下へ広げる", "choose one line more below";
    cmd_line_cut_help => "選んだ行を切り取る", "cut the chosen lines";
    cmd_line_copy_help => "選んだ行を写し取る（端末のクリップボードにも。オフレコの行は除く）", "copy the chosen lines (also to the terminal; never those off the record)";
    cmd_line_paste_help => "この行の後ろに貼り付ける", "paste after this line";
    cmd_line_paste_before_help => "この行の前に貼り付ける", "paste before this line";
    cmd_line_join => "つなぐ", "join";
    cmd_line_join_help => "選んだ行を一つにつなぐ（1行だけなら次の行と）", "join the chosen lines (one alone with the next)";
    cmd_mend_split => "分ける", "split";
    cmd_mend_split_help => "カーソルの所で二つの行に分ける", "split the line in two at the cursor";
    cmd_mend_join_above_help => "前の文字を消す。行の頭では、前の行につなぐ", "erase backwards; at the start, join with the line above";
    cmd_mend_join_below_help => "次の文字を消す。行の終わりでは、次の行をつなぐ", "erase forwards; at the end, join the next line";
    cmd_mend_select_up => "上へ選ぶ", "select up";
    cmd_mend_select_up_help => "上の段まで選ぶ", "select to the row above";
    cmd_mend_select_down => "下へ選ぶ", "select down";
    cmd_mend_select_down_help => "下の段まで選ぶ", "select to the row below";
    cmd_line_raise => "上げる", "raise";
    cmd_line_raise_help => "同じ議題の中で一つ上へ", "move the line up within its item";
    cmd_line_lower => "下げる", "lower";
    cmd_line_lower_help => "同じ議題の中で一つ下へ", "move the line down within its item";
    cmd_line_reveal => "オフ表示", "off the record";
    cmd_line_reveal_help => "オフレコの行の中身を見せる（もう一度で隠す）", "show what was said off the record (again: hide it)";
    cmd_read_back_close => "閉会", "close";
    cmd_read_back_close_help => "読み上げを終えて会議を閉じる", "the read-back is done: close the meeting";
    cmd_read_back_edit_help => "選んだ決定や宿題を直す", "edit the chosen decision or action";
    cmd_read_back_plan => "次回の日時", "next date";
    cmd_read_back_plan_help => "次回の会議を予定に入れる", "plan the next meeting";
    cmd_read_back_back_help => "会議に戻る", "go back to the meeting";

    record_written_to_held => "この会議は開催済みです。追記として記録します。", "This meeting is over. The line is added to its record.";
    record_is_final => "確定しています。直すには Alt-M の画面で、理由を書いて確定を解きます。", "The minutes are final. Alt-M reopens them, for a reason.";
    record_meeting_planned => "まだ始まっていません。次第の画面（Alt-1）で会議を選び、F12 で開会します。", "Not started yet. Choose the meeting on the agenda pane (Alt-1) and press F12 to open it.";
    record_goes_on => "（長いので、ここまでを表示しています）", "(too long to show; it goes on in the file)";
    record_too_long_to_edit => "長すぎて、この画面では直せません。会議のファイルで直してください。", "It is too long to be edited here. Edit it in the file of the meeting.";
    record_no_completion => "ここで補える名前がありません。名前かふりがなの初めを打ってから Tab を押します。", "No name begins so here. Type the beginning of a name or its reading, then Tab.";
    record_given_up => "直すのをやめました。もう一度 Enter を押すと、続きから直せます。", "Left as it was. Enter goes on with what you had typed.";
    record_goes_on_mending => "さきほどの続きから直します。Ctrl-Z で元の文に戻ります。", "Going on where you left off. Ctrl-Z brings back the line as it was.";
    record_no_line_here => "行がありません。", "There is no line here.";
    record_lines_deleted(lines: usize) => "{lines}行を消しました。Ctrl-Z で戻ります。", "Deleted lines: {lines}. Ctrl-Z brings them back.";
    record_lines_copied(lines: usize) => "{lines}行を写し取りました。p で貼り付けます。", "Copied lines: {lines}. Press p to paste.";
    record_lines_cut(lines: usize) => "{lines}行を切り取りました。p で貼り付けます。", "Cut lines: {lines}. Press p to paste.";
    record_joined(lines: usize) => "{lines}行を一つにつなぎました。Ctrl-Z で戻ります。", "Joined lines: {lines}. Ctrl-Z parts them again.";
    record_range => "行を選んでいます。↑↓ で広げ、d 消す・x 切り取り・y 写し・J つなぐ、Esc でやめます。", "Choosing lines: arrows to extend, d delete, x cut, y copy, J join, Esc to end.";
    record_nothing_to_join => "同じ議題の中に、つなぐ行がありません。", "There is no line of the same item to join with.";
    record_split_where => "文の途中にカーソルを置くと、そこで分けられます。", "Put the cursor inside the sentence to split it there.";
    record_pasted(lines: usize) => "{lines}行を記録しました。Ctrl-Z で一度に取り消せます。", "{lines} lines recorded. Ctrl-Z takes them all back.";
    record_spent(spent: i64, planned: u32) => "{spent}/{planned}分", "{spent}/{planned} min";
    record_took(minutes: i64) => "{minutes}分", "{minutes} min";
    record_planned(minutes: u32) => "{minutes}分", "{minutes} min";
    record_projected(end: &str, booked: &str) => "終了見込み {end}（予定{booked}）", "ends about {end} (booked {booked})";
    record_before_items => "議題の前後", "outside the items";
    record_private_mark => "［オフ］", "[off]";
    record_private_shown => "オフレコの行も表示しています。もう一度押すと隠れます。", "Lines off the record are shown. Press again to hide them.";
    record_private_hidden => "オフレコの行を隠しました。", "Lines off the record are hidden.";
    record_no_private => "オフレコの行がありません。", "No line is off the record.";
    record_editing => "修正中", "editing";
    record_becomes_note => "メモ", "note";
    record_becomes_speech(who: &str) => "発言  {who}", "speech  {who}";
    record_becomes_action(number: u32) => "宿題 {number}", "action {number}";
    record_becomes_more => "上の行の続き", "more of the line above";
    record_owners(who: &str) => "担当 {who}", "by {who}";
    record_due(when: &str) => "期限 {when}", "due {when}";
    record_points(points: &str) => "ポイント {points}", "points {points}";
    record_nobody => "担当未定", "no owner";
    record_due_next => "次回まで", "next meeting";
    record_due_open => "期限なし", "no date";
    record_complete(name: &str) => "Tab で {name}", "Tab: {name}";
    doubt_unknown(name: &str) => "「{name}」は名簿にありません", "“{name}” is not on the roster";
    doubt_past(typed: &str) => "期限「{typed}」は過ぎた日です", "“{typed}” has passed";
    doubt_no_command(typed: &str) => "「{typed}」は読み取れないので、メモとして残します", "“{typed}” cannot be read as a command; it stays a note";
    doubt_ambiguous(name: &str, candidates: &str) => "「{name}」は何人かいます（{candidates}）", "“{name}” could be {candidates}";

    read_back_title => "読み上げ確認", "Read-back";
    read_back_decisions(count: usize) => "きょうの決定 {count}件", "Decided today: {count}";
    read_back_actions(count: usize) => "きょうの宿題 {count}件", "Given out today: {count}";
    read_back_more => "↓ 続きがあります", "↓ more below";
    read_back_left(count: usize) => "話していない議題 {count}件（次回へ持ち越します）", "Not discussed: {count} (carried over)";
    read_back_no_owner => "担当が決まっていません", "no owner";
    read_back_no_due => "期限が決まっていません", "no date";
    read_back_next => "次回", "Next meeting";
    read_back_no_next => "次回の日時が決まっていません（a で入れます）", "No next date yet (press a)";
    read_back_closed(label: String) => "{label}を閉会しました。", "{label} is closed.";
    read_back_prompt => "決定と宿題を読み上げて確かめ、F12 で閉会します。Esc で会議に戻ります。", "Read every decision and action aloud, then F12 closes the meeting. Esc goes back.";
    read_back_too_soon => "読み上げてから、もう一度 F12 を押してください。", "Read it back first, then press F12 again.";
}

impl Words {
    /// How to write a line, the most used forms first.
    pub const fn record_hints(self) -> [&'static str; 13] {
        match self.lang {
            Lang::Ja => [
                "そのまま打てばメモ",
                "名前：発言",
                "決定：",
                "宿題：だれ 〜 何を",
                "期限12/20",
                "……続き",
                "保留：",
                "提案：",
                "論点：",
                "次へ",
                "議題：",
                "挙手＋",
                "［オフ］",
            ],
            Lang::En => [
                "plain text is a note",
                "name: speech",
                "RESOLVED:",
                "ACTION: who to what",
                "- due 12/20",
                "... more",
                "DEFERRED:",
                "PROPOSED:",
                "ISSUE:",
                "next",
                "TOPIC:",
                "q+",
                "[off]",
            ],
        }
    }

    /// What in a typed line was not understood.
    pub fn doubt(self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::UnknownName(name) => self.doubt_unknown(name),
            Doubt::AmbiguousName { typed, candidates } => {
                let names: Vec<&str> = candidates.iter().map(|it| it.spelling.as_str()).collect();
                self.doubt_ambiguous(typed, &names.join(self.pick("、", ", ")))
            }
            Doubt::UnreadableDue { typed, why } => self.date_refusal(typed, why),
            Doubt::PastDue { typed, .. } => self.doubt_past(typed),
            Doubt::NoCommand(typed) => self.doubt_no_command(typed),
        }
    }

    /// What a line of this kind is called, before it has a number.
    pub fn new_kind(self, kind: NewKind) -> &'static str {
        let (ja, en) = match kind {
            NewKind::Note => ("メモ", "Note"),
            NewKind::Speech => ("発言", "Speech"),
            NewKind::Decision => ("決定", "Decision"),
            NewKind::Action => ("宿題", "Action"),
            NewKind::Deferred => ("保留", "Deferred"),
            NewKind::Proposal => ("提案", "Proposal"),
            NewKind::Issue => ("論点", "Issue"),
            NewKind::Continue => ("続き", "More"),
        };
        self.pick(ja, en)
    }
}
