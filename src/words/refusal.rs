//! Why something cannot be done now, and what to do instead: one pair of sentences for each refusal. Never decides; the domain has.

use super::{Words, catalogue};
use crate::domain::Refusal;

catalogue! {
    gone => "その記録はもうありません。", "That record is no longer there.";
    gone_next => "一覧から選び直してください。", "Choose again from the list.";
    changed_meanwhile => "ほかの操作で内容が変わっていました。", "It was changed by something else in the meantime.";
    changed_meanwhile_next => "いまの内容を見てから、もう一度操作してください。", "Look at it as it is now, then try again.";
    nothing_written => "何も書かれていません。", "Nothing is written there.";
    nothing_written_next => "1文字以上書くか、Escで戻ってください。", "Write at least one letter, or go back with Esc.";
    no_meeting_yet => "会議がまだありません。", "There is no meeting yet.";
    no_meeting_yet_next => "次第の画面で会議をつくってください。", "Plan one in the Agenda pane.";
    none_running => "開催中の会議がありません。", "No meeting is running.";
    none_running_next => "次第の画面で会議を選んで開始してください。", "Choose one in the Agenda pane and start it.";
    already_held => "この会議は終わっています。", "This meeting has already been held.";
    already_held_next => "続きは次の会議で扱ってください。議事録はいまも直せます。", "Go on in the next meeting; the record can still be mended.";
    other_running(meeting: &str) => "{meeting}を開催中です。", "{meeting} is still running.";
    other_running_next => "先にその会議を閉じてください。", "Close that meeting first.";
    end_before_start => "終了が開始より前か、同じ時刻です。", "The end is not after the start.";
    end_before_start_next => "開始より後の時刻を入れてください。", "Enter an end later than the start.";
    record_under_it(lines: usize) => "議事録が{lines}行あるので消せません。", "It has lines in the record ({lines}), so it cannot be deleted.";
    record_under_it_next => "行を消すかほかの議題へ移してから消すか、残したままにしてください。", "Delete those lines or move them to another item first, or leave it as it is.";
    running_stays => "開催中の会議は消せません。", "The running meeting cannot be deleted.";
    runs_now => "開催中の会議には、よそで書いた議事録を取り込めません。", "Minutes cannot be taken into the running meeting.";
    running_stays_next => "先に会議を閉じてください。", "Close the meeting first.";
    agenda_finished => "次の議題はもうありません。", "Nothing is left on the agenda.";
    agenda_finished_next => "議題を足すか、会議を閉じてください。", "Add an item, or close the meeting.";
    pressed_twice => "議題を進めたばかりなので、二度押しとみなしました。", "The agenda moved on just now, so this was taken for a double press.";
    pressed_twice_next => "さらに進めるときは、2秒おいて押してください。", "To go on once more, wait two seconds and press again.";
    not_in_this_state => "いまの状態ではできません。", "It cannot be done in the present state.";
    not_in_this_state_next => "会議・議題・出席がいまどの状態かを確かめてください。", "See what state the meeting, the item or the attendance is in.";
    used_in(places: usize) => "ほかの{places}か所で使われているので消せません。", "It is used elsewhere ({places}), so it cannot be deleted.";
    used_in_next => "使っている宿題・役割・議事録を先に直してください。異動した人は任期を終えれば名簿に残せます。", "Change the actions, roles and lines that use it first; for someone who moved on, end the term instead.";
    still_has_members(members: usize) => "この組織には委員が{members}人います。", "This organisation still has members ({members}).";
    still_has_members_next => "先に委員を別の組織へ移すか、名簿から外してください。", "Move them to another organisation or take them off the roster first.";
    reason_wanted => "取りやめる理由が書かれていません。", "Dropping an action wants a reason.";
    reason_wanted_next => "理由を一言書いてください。議事録で確かめられるようになります。", "Write the reason in a few words, so that it can be looked up later.";
    no_such_item => "その番号の議題はありません。", "The agenda has no item with that number.";
    no_such_item_next => "次第の番号で書いてください。例：議題3", "Use its number on the agenda, such as take 3.";
    no_item_in_hand => "取り上げている議題がありません。", "No item is being discussed.";
    no_item_in_hand_next => "議題に進んでから書いてください。", "Take up an item first.";
    nobody_there(who: &str) => "「{who}」は名簿にありません。", "“{who}” is not on the roster.";
    nobody_there_next => "名簿の画面で加えるか、名簿の名前で書いてください。", "Add them on the roster pane, or use a name from it.";
    several_there(who: &str) => "「{who}」には委員が何人かいます。", "“{who}” has several members.";
    several_there_next => "だれかを名前か職で書いてください。", "Write who, by name or post.";
    not_waiting => "挙手している人の中にいません。", "They have not asked for the floor.";
    not_waiting_next => "「挙手？」で順番を確かめてください。", "See the queue with q?.";
    nothing_to_correct => "直す言葉のある行がありません。", "No line has the words to be corrected.";
    nothing_to_correct_next => "行を選んで直してください。", "Choose the line and edit it.";
    off_the_record => "オフレコの話は、決定や宿題、公開の行の続きにできません。", "What is off the record can be no decision and no action, and goes on from no open line.";
    off_the_record_next => "記録に残すなら、オフレコの印を外してください。", "Take the mark off to put it on the record.";
    minutes_final(version: u32) => "この会議の議事録は第{version}版として確定しています。", "The minutes of this meeting are final (version {version}).";
    minutes_final_next => "直すには、議事録の仕上げ（Alt-M）で理由を書いて確定を解いてください。", "To change them, reopen them with a reason (Alt-M).";
    minutes_unresolved(findings: usize) => "確かめたいことが{findings}件残っています。", "The quality list still holds findings ({findings}).";
    day_ahead => "まだ来ていない日です。", "That day has not come yet.";
    day_ahead_next => "今日までの日を書いてください。", "Write a day up to today.";
    minutes_unresolved_next => "一覧から直すか、このまま進めることを選んでください。残した件数は記録に残ります。", "Mend them from the list, or go on all the same; what was left is recorded.";
    minutes_not_checked => "いまの内容は、まだ確認済みになっていません。", "The minutes were not checked as they are now.";
    minutes_not_checked_next => "先に確認済みにしてください。", "Call them checked first.";
    reopening_reason_wanted => "確定を解く理由が書かれていません。", "Reopening final minutes wants a reason.";
    reopening_reason_wanted_next => "理由を一言書いてください。次の版の議事録で確かめられるようになります。", "Write the reason in a few words; it stays with the version.";
    too_long => "一度に入るのは1万字ほどまでです。", "There is room for about 10,000 characters at a time.";
    too_long_next => "分けて入れてください。", "Enter it in parts.";
    nothing_above => "続ける行がありません。", "There is no line above to continue.";
    half_private => "オフレコの行とほかの行は一つにできません。", "A line off the record cannot be joined with one on it.";
    half_private_next => "先にどちらかの行を直して、そろえてください。", "Edit one of them first, so that both are on it or off it.";
    own_parent => "その会はこの会の下にあるので、親会議にできません。", "That council reports to this one, so it cannot be its parent.";
    own_parent_next => "上にある会を選んでください。", "Choose a council above this one.";
    their_part => "そこは相手の会が書くところです。", "That part is written by the other council.";
    their_part_next => "相手の会で書くと、ここにも届きます。", "Once it is written there it shows here.";
    shared_issue => "相手の会にも届いているので消せません。", "The other council has it too, so it cannot be deleted.";
    shared_issue_next => "上げた会で取り下げると、どちらの会でも消せます。", "Once the council that raised it has withdrawn it, both can delete it.";
    not_loaded => "必要な記録を読み込んでいます。", "The records this needs are being read.";
    not_loaded_next => "読み込みが終わり次第、続けて行います。", "It is done as soon as they are here.";
    read_only => "いまは見るだけで、書き込めません。", "This council is open for looking only.";
    read_only_next => "見出しに出ている理由を確かめてください。ほかの人が書いている間は、終わるのを待ってください。", "See the reason in the header; while somebody else writes, wait until they are done.";
    nothing_above_next => "先に1行書いてください。", "Write a line first.";
}

impl Words {
    /// What stands in the way, and the next step.
    pub fn refusal(self, refusal: &Refusal) -> (String, String) {
        let what = match *refusal {
            Refusal::OtherRunning { fiscal_year, ordinal } => {
                self.other_running(&self.numbered_meeting(&self.fiscal_year(fiscal_year), ordinal))
            }
            Refusal::HasRecord { lines } => self.record_under_it(lines),
            Refusal::InUse { places } => self.used_in(places),
            Refusal::HasMembers { members } => self.still_has_members(members),
            Refusal::NotFound => self.gone().to_owned(),
            Refusal::Changed => self.changed_meanwhile().to_owned(),
            Refusal::Empty => self.nothing_written().to_owned(),
            Refusal::NoMeeting => self.no_meeting_yet().to_owned(),
            Refusal::NotRunning => self.none_running().to_owned(),
            Refusal::AlreadyHeld => self.already_held().to_owned(),
            Refusal::EndBeforeStart => self.end_before_start().to_owned(),
            Refusal::IsRunning => self.running_stays().to_owned(),
            Refusal::RunsNow => self.runs_now().to_owned(),
            Refusal::NoItemAhead => self.agenda_finished().to_owned(),
            Refusal::TooSoon => self.pressed_twice().to_owned(),
            Refusal::WrongState => self.not_in_this_state().to_owned(),
            Refusal::ReasonWanted => self.reason_wanted().to_owned(),
            Refusal::DayAhead => self.day_ahead().to_owned(),
            Refusal::Final { version } => self.minutes_final(version),
            Refusal::Unresolved { findings } => self.minutes_unresolved(findings),
            Refusal::NotChecked => self.minutes_not_checked().to_owned(),
            Refusal::ReopeningReasonWanted => self.reopening_reason_wanted().to_owned(),
            Refusal::NothingToContinue => self.nothing_above().to_owned(),
            Refusal::TooLong => self.too_long().to_owned(),
            Refusal::NoSuchItem => self.no_such_item().to_owned(),
            Refusal::NoItemInHand => self.no_item_in_hand().to_owned(),
            Refusal::NotOnRoster { ref who } => self.nobody_there(who),
            Refusal::SeveralMembers { ref who } => self.several_there(who),
            Refusal::NotWaiting => self.not_waiting().to_owned(),
            Refusal::NothingToCorrect => self.nothing_to_correct().to_owned(),
            Refusal::OffTheRecord => self.off_the_record().to_owned(),
            Refusal::HalfPrivate => self.half_private().to_owned(),
            Refusal::OwnParent => self.own_parent().to_owned(),
            Refusal::TheirPart => self.their_part().to_owned(),
            Refusal::Shared => self.shared_issue().to_owned(),
            Refusal::NotLoaded => self.not_loaded().to_owned(),
            Refusal::ReadOnly => self.read_only().to_owned(),
        };
        (what, self.way_out(refusal).to_owned())
    }

    fn way_out(self, refusal: &Refusal) -> &'static str {
        match refusal {
            Refusal::NotFound => self.gone_next(),
            Refusal::Changed => self.changed_meanwhile_next(),
            Refusal::Empty => self.nothing_written_next(),
            Refusal::NoMeeting => self.no_meeting_yet_next(),
            Refusal::NotRunning => self.none_running_next(),
            Refusal::AlreadyHeld => self.already_held_next(),
            Refusal::OtherRunning { .. } => self.other_running_next(),
            Refusal::EndBeforeStart => self.end_before_start_next(),
            Refusal::HasRecord { .. } => self.record_under_it_next(),
            Refusal::IsRunning | Refusal::RunsNow => self.running_stays_next(),
            Refusal::NoItemAhead => self.agenda_finished_next(),
            Refusal::TooSoon => self.pressed_twice_next(),
            Refusal::WrongState => self.not_in_this_state_next(),
            Refusal::InUse { .. } => self.used_in_next(),
            Refusal::HasMembers { .. } => self.still_has_members_next(),
            Refusal::ReasonWanted => self.reason_wanted_next(),
            Refusal::DayAhead => self.day_ahead_next(),
            Refusal::Final { .. } => self.minutes_final_next(),
            Refusal::Unresolved { .. } => self.minutes_unresolved_next(),
            Refusal::NotChecked => self.minutes_not_checked_next(),
            Refusal::ReopeningReasonWanted => self.reopening_reason_wanted_next(),
            Refusal::NothingToContinue => self.nothing_above_next(),
            Refusal::TooLong => self.too_long_next(),
            Refusal::NoSuchItem => self.no_such_item_next(),
            Refusal::NoItemInHand => self.no_item_in_hand_next(),
            Refusal::NotOnRoster { .. } => self.nobody_there_next(),
            Refusal::SeveralMembers { .. } => self.several_there_next(),
            Refusal::NotWaiting => self.not_waiting_next(),
            Refusal::NothingToCorrect => self.nothing_to_correct_next(),
            Refusal::OffTheRecord => self.off_the_record_next(),
            Refusal::HalfPrivate => self.half_private_next(),
            Refusal::OwnParent => self.own_parent_next(),
            Refusal::TheirPart => self.their_part_next(),
            Refusal::Shared => self.shared_issue_next(),
            Refusal::NotLoaded => self.not_loaded_next(),
            Refusal::ReadOnly => self.read_only_next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn figures_and_meetings_are_named() {
        let (ja, en) = (Words::new(Lang::Ja), Words::new(Lang::En));
        let other = Refusal::OtherRunning { fiscal_year: 2026, ordinal: 2 };
        assert_eq!(ja.refusal(&other).0, "令和8年度 第2回を開催中です。");
        assert_eq!(
            en.refusal(&other),
            ("FY2026 No. 2 is still running.".into(), "Close that meeting first.".into())
        );
        assert_eq!(ja.refusal(&Refusal::HasRecord { lines: 12 }).0, "議事録が12行あるので消せません。");
        assert_eq!(ja.refusal(&Refusal::InUse { places: 3 }).0, "ほかの3か所で使われているので消せません。");
    }
}
