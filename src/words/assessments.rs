//! What self-assessment says: what the room is asked, how its voices lie to each other, and the commands.

use super::{Words, catalogue};
use crate::domain::{Count, Overview, Tally, Voice, Voiced, council::DateStyle, meeting::Meeting};
use chrono::NaiveDate;

catalogue! {
    assessments_title => "自己点検", "Self-assessment";
    assessments_never(count: usize) => "一度も問うていないしるし{count}", "signs never asked {count}";
    assessments_last => "前回の自己点検", "Last self-assessment";
    no_assessments => "自己点検がまだありません。a で始めます。m でボードに戻ります。", "No self-assessment yet. Press a to begin one, m to go back to the board.";
    scope_assessments => "ボード：自己点検", "Board: self-assessment";
    scope_signs => "自己点検：しるし", "Self-assessment: signs";
    scope_hands => "自己点検：手を数える", "Self-assessment: counting hands";
    scope_voices => "自己点検：組織ごと", "Self-assessment: each organisation";
    assessment_none => "先に自己点検を選んでください。", "Choose a self-assessment first.";
    assessment_no_sign => "先にしるしを選んでください。", "Choose a sign first.";
    assessment_not_answered => "このしるしの声はまだありません。", "Nothing was said of this sign yet.";
    assessment_foreign => "ほかの版のしるしです。文は分からないため、番号のまま残しています。", "A sign of another version: its words are not known here, so its id is kept.";
    assessment_foreign_signs => "ほかの版のしるし", "Signs of another version";
    assessment_deleted(day: &str) => "{day}の自己点検を声ごと消しました。Ctrl-Z で元に戻せます。", "The self-assessment of {day} is deleted with its voices. Ctrl-Z brings it back.";
    assessment_cleared => "このしるしの声を消しました。Ctrl-Z で元に戻せます。", "What was said of this sign is deleted. Ctrl-Z brings it back.";
    assessment_not_hands(typed: &str) => "「{typed}」は数として読めません。できている・一部・まだの順に、例：12 3 1", "“{typed}” is no count. In place, in part, not yet, such as 12 3 1.";
    assessment_no_hands => "手が一つも挙がっていません。聞かなかったしるしは、何も打たずにEnterで次へ。", "No hand went up. To pass a sign over, press Enter with nothing typed.";
    assessment_gave_way => "組織ごとの声に替えて、手の数を入れました。Ctrl-Z で戻せます。", "The hands took the place of the voices. Ctrl-Z brings them back.";
    assessment_hands_gave_way => "手の数に替えて、組織ごとの声を入れました。Ctrl-Z で戻せます。", "The voices took the place of the hands. Ctrl-Z brings them back.";
    assessment_nobody => "名簿に組織がありません。手を数える聞き方にします。", "No organisation is on the roster. Count hands instead.";
    assessment_said_nothing => "この組織の声はまだありません。", "This organisation said nothing yet.";
    assessment_end => "最後のしるしです。Escで結果を見ます。", "That was the last sign. Esc shows the result.";

    assessment_form => "自己点検の変更", "Self-assessment";
    assessment_day => "問うた日", "Asked on";
    assessment_day_wanted => "問うた日を入れてください。", "Enter the day it was asked.";
    assessment_note => "メモ", "Note";
    assessment_hint_note => "どう聞いたか、だれがいたか（役職で）", "how it was asked, who was there (by post)";

    assessment_points(points: usize, signs: usize) => "ポイント{points}  しるし{signs}", "points {points}  signs {signs}";
    assessment_asked(asked: usize, all: usize) => "問うた {asked}／{all}", "asked {asked} of {all}";
    assessment_place(at: usize, all: usize) => "{at}／{all}", "{at} of {all}";
    assessment_prompt => "手の数（できている 一部 まだ） ", "hands (in place, in part, not yet) ";
    assessment_type => "空白で区切って三つの数。Enterで記録して次へ", "three numbers with spaces; Enter keeps them and goes on";
    assessment_becomes(said: &str) => "Enterで記録：{said}", "Enter keeps: {said}";
    assessment_before(when: &str, said: &str) => "前回 {when}  {said}", "before, {when}: {said}";
    assessment_first_time => "初めて問うしるしです。", "Asked for the first time.";
    assessment_moved(who: &str, from: &str, to: &str) => "{who}：{from}から{to}へ", "{who}: from {from} to {to}";
    assessment_on(day: &str) => "{day}の自己点検", "Self-assessment of {day}";
    /// できている・一部・まだ, in a narrow column.
    assessment_brief(in_place: u32, partly: u32, not_yet: u32) => "{in_place}・{partly}・{not_yet}", "{in_place}/{partly}/{not_yet}";
    assessment_unasked => "問うていない", "not asked";

    cmd_assessments => "自己点検", "assessment";
    cmd_assessments_help => "部屋で問う自己点検の一覧を開く", "open the self-assessments asked in the room";
    cmd_assessments_back => "ボード", "board";
    cmd_assessments_back_help => "ボードに戻る", "go back to the board";
    cmd_assessments_begin => "始める", "begin";
    cmd_assessments_begin_help => "自己点検を始め、選んでいるポイントのしるしから問う", "begin a self-assessment at the signs of the chosen point";
    cmd_assessments_open => "開く", "open";
    cmd_assessments_open_help => "自己点検のしるしと声を見る", "see the signs and voices of the assessment";
    cmd_assessments_edit => "変更", "edit";
    cmd_assessments_edit_help => "問うた日とメモを変える", "change its day and note";
    cmd_assessments_delete => "削除", "delete";
    cmd_assessments_delete_help => "自己点検を声ごと消す", "delete the assessment with its voices";
    cmd_signs_hands => "手を数える", "hands";
    cmd_signs_hands_help => "選んだしるしから、挙がった手の数を続けて入れる", "count hands for the chosen sign, then the next";
    cmd_signs_voices => "組織ごと", "voices";
    cmd_signs_voices_help => "選んだしるしから、組織ごとの声を続けて入れる", "hear each organisation on the chosen sign, then the next";
    cmd_signs_evidence => "根拠", "evidence";
    cmd_signs_evidence_help => "しるしのポイントに根拠を加える", "add evidence to the point of the sign";
    cmd_signs_tick => "しるし", "tick";
    cmd_signs_tick_help => "選んだしるしを、今日見られたものとしてボードに付ける", "tick the chosen sign on the board as seen today";
    cmd_signs_point => "ポイント", "point";
    cmd_signs_point_help => "しるしのポイントをボードで見る", "see the point of the sign on the board";
    cmd_signs_clear => "声を消す", "clear";
    cmd_signs_clear_help => "選んだしるしの声を消す", "delete what was said of the chosen sign";
    cmd_signs_back => "一覧", "list";
    cmd_signs_back_help => "自己点検の一覧に戻る", "go back to the list of assessments";
    cmd_signs_board => "ボード", "board";
    cmd_signs_board_help => "ボードに戻る", "go back to the board";
    cmd_asking_other => "聞き方", "other way";
    cmd_asking_other_help => "手を数える聞き方と組織ごとの聞き方を替える", "turn between counting hands and hearing each organisation";
    cmd_asking_stop => "結果", "result";
    cmd_asking_stop_help => "入力を終えて、しるしと声を見る", "stop asking and see the signs and voices";
    cmd_asking_up_help => "前のしるしへ", "to the sign above";
    cmd_asking_down_help => "次のしるしへ", "to the sign below";
    cmd_hands_keep => "記録", "keep";
    cmd_hands_keep_help => "手の数を記録して次のしるしへ。何も打たなければ飛ばす", "keep the hands and go on to the next sign; with nothing typed, pass it over";
    cmd_hands_gap => "次の数", "next count";
    cmd_hands_gap_help => "次の数へ（空白と同じ）", "go on to the next count, as a space does";
    cmd_voices_in_place => "できている", "in place";
    cmd_voices_in_place_help => "この組織は「できている」。次の組織へ", "this organisation says in place; on to the next";
    cmd_voices_partly => "一部", "in part";
    cmd_voices_partly_help => "この組織は「一部」。次の組織へ", "this organisation says in part; on to the next";
    cmd_voices_not_yet => "まだ", "not yet";
    cmd_voices_not_yet_help => "この組織は「まだ」。次の組織へ", "this organisation says not yet; on to the next";
    cmd_voices_take_back => "声を消す", "take back";
    cmd_voices_take_back_help => "この組織の声を消す", "take this organisation's voice back";
    cmd_voices_next => "次のしるし", "next sign";
    cmd_voices_next_help => "次のしるしへ。声のない組織があっても進む", "to the next sign, also where some said nothing";
    cmd_voices_left_help => "前の組織へ", "to the organisation before";
    cmd_voices_right_help => "次の組織へ", "to the next organisation";
}

impl Words {
    /// できている 12、一部 3、まだ 1
    pub fn counted(self, count: Count) -> String {
        let said = Voice::ALL.map(|voice| format!("{} {}", self.voice(voice), count.of(voice)));
        said.join(self.pick("、", ", "))
    }

    /// 農務課 まだ、保育課 一部; hands as they were counted.
    pub fn tally(self, tally: &Tally) -> String {
        match tally {
            Tally::Hands { .. } => self.counted(tally.count()),
            Tally::Voices(voices) => {
                let said = |it: &Voiced| format!("{} {}", it.who.label, self.voice(it.voice));
                voices.iter().map(said).collect::<Vec<_>>().join(self.pick("、", ", "))
            }
        }
    }

    /// 全員できている 2、見方が分かれる 1: what there is of each.
    pub fn overview(self, seen: Overview) -> String {
        use crate::domain::Accord::{Apart, InPlace, NotYet, Partly};
        let kinds =
            [(InPlace, seen.in_place), (Partly, seen.partly), (Apart, seen.apart), (NotYet, seen.not_yet)];
        let kinds = kinds.map(|(accord, count)| (self.accord(accord), count));
        let all = kinds.into_iter().chain([(self.assessment_unasked(), seen.unasked)]);
        let said = all.filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what} {count}"));
        said.collect::<Vec<_>>().join(self.pick("、", ", "))
    }

    /// 令和8年11月20日 第4回
    pub fn asked_when(self, on: NaiveDate, meeting: Option<&Meeting>, style: DateStyle) -> String {
        let meeting = meeting.map(|meeting| format!(" {}", self.meeting_short(meeting))).unwrap_or_default();
        format!("{}{meeting}", self.day(on, style))
    }
}
