//! What the board says: the cells of the map, the opened point, and its commands.

use super::{Words, catalogue};
use crate::domain::{Council, Tick};

/// Beside a point that the council is working on. One column in every terminal.
pub const ACTIVE_MARK: &str = "»";

catalogue! {
    board_now => "いま話題", "now";
    board_active => "取組中", "active";
    board_actions(count: usize) => "宿題{count}", "actions {count}";
    board_decisions(count: usize) => "決定{count}", "decided {count}";
    board_decisions_unread => "決定…", "decided …";

    board_ask => "部屋への問い", "to ask the room";
    board_towns => "ほかの町では", "In other towns";
    board_town(place: &str, what: &str) => "{place}：{what}", "{place}: {what}";
    board_purpose => "ねらい", "Purpose";
    board_questions => "部屋への問い", "To ask the room";
    board_signs => "根づいたしるし", "Signs that it is in place";
    board_past_signs => "前に見えていたしるし", "Signs seen before";
    board_history => "歩み", "How it came here";
    board_read_cases(count: usize) => "c を押すと、取り組んだ{count}例を全文で読めます。", "Press c to read all {count} cases in full.";
    board_for_agenda => "次第に載せるなら（a で加える）", "For an agenda (a puts one on it)";
    board_sign_count(seen: usize, all: usize) => "しるし{seen}/{all}", "signs {seen}/{all}";
    board_evidence_count(count: usize) => "根拠{count}", "evidence {count}";
    board_indicator_count(count: usize) => "指標{count}", "indicators {count}";
    board_case_count(count: usize) => "事例{count}", "cases {count}";
    story_stage(stage: &str) => "{stage}になった", "came to: {stage}";
    story_seen(sign: &str) => "しるし：{sign}", "Sign: {sign}";
    story_gone(sign: &str) => "見えなくなった：{sign}", "Seen no more: {sign}";
    story_evidence(text: &str) => "根拠：{text}", "Evidence: {text}";
    board_year_ago(stage: &str, arrow: &str) => "前年は{stage} {arrow}", "a year ago {stage} {arrow}";
    board_year_ago_short(arrow: &str) => "前年{arrow}", "vs last year {arrow}";
    board_as_a_year_ago => "前年と同じ", "as a year ago";
    board_since(day: &str) => "{day}から", "since {day}";
    board_until(day: &str) => "{day}まで", "until {day}";
    board_pitfalls => "つまずきやすいところ", "Where it goes wrong";
    board_source => "出典", "Source";
    board_standing => "いまの様子", "Where it stands";
    board_lead => "担当", "Lead";
    board_no_lead => "担当未定", "no lead";
    board_touched => "最後に触れた日", "Last touched";
    board_untouched => "まだ触れていません", "not yet";
    board_note => "メモ", "Note";
    board_evidence => "根拠", "Evidence";
    board_no_evidence => "まだありません。e で書き加えます。", "None yet. Press e to add some.";
    board_actions_title => "宿題", "Action items";
    board_decisions_title => "決定", "Decisions";
    board_items_title => "議題", "Agenda items";
    board_decision(number: &str, year: &str) => "{number}（{year}）", "{number} ({year})";
    board_due(due: &str) => "期限 {due}", "due {due}";

    board_today => "今日", "today";
    board_yesterday => "昨日", "yesterday";
    board_days_ago(days: i64) => "{days}日前", "{days} d ago";
    board_weeks_ago(weeks: i64) => "{weeks}週前", "{weeks} wk ago";
    board_months_ago(months: i64) => "{months}か月前", "{months} mo ago";
    board_years_ago(years: i64) => "{years}年前", "{years} y ago";

    board_lit(point: &str) => "いまの話題：{point}", "Now on: {point}";
    board_unlit => "いまの話題を消しました。", "No point is lit now.";
    board_none_active => "取組中のポイントがありません。ボードの w で付けられます。", "No point is active. Press w on the board to mark one.";
    board_nothing_chosen => "選ばれたポイントがありません。Escで検索をやめてください。", "No point is chosen. Press Esc to stop searching.";
    board_nothing_to_remove => "このポイントに根拠はまだありません。", "There is no evidence on this point yet.";
    board_removed => "根拠を消しました。Ctrl-Z で戻せます。", "Evidence removed. Ctrl-Z brings it back.";
    board_pick_stage => "状態を選ぶ", "How far has it come?";
    board_pick_lead => "担当を選ぶ", "Who leads it?";
    board_pick_evidence => "消す根拠を選ぶ", "Which evidence to remove?";
    board_form_evidence(point: &str) => "根拠を書き加える：{point}", "Add evidence: {point}";
    board_form_note(point: &str) => "メモ：{point}", "Note: {point}";
    board_hint_evidence => "見聞きした事実や数字を一つ。今日の日付が付きます", "one fact or figure; today's date goes with it";
    board_hint_note => "会としての覚え書き", "what the council wants to remember";

    board_pick_added(point: &str) => "加えるものを選ぶ：{point}", "What to add: {point}";
    board_pick_item(meeting: &str) => "{meeting}の次第に載せる議題", "What to put on the agenda of {meeting}";
    board_own_item => "ほかの題を書く", "a title of your own";
    board_item_there => "次第にあり", "on it";
    board_no_meeting_ahead => "開催中・予定の会議がありません。次第の画面で会議を計画してください。", "No meeting is running or planned. Plan one in the agenda pane.";

    signs_pick => "どのしるしが見えましたか", "Which sign was seen?";
    signs_mend => "書き直す", "mend what was said of it";
    signs_end => "見えなくなった（今日まで。見えていたことは残る）", "seen no more (up to today; that it was seen stays)";
    signs_form(sign: &str) => "しるし：{sign}", "Sign: {sign}";
    signs_evidence => "何で分かるか", "What shows it";
    signs_hint_evidence(sign: &str) => "{sign}。空けておくと「根拠待ち」になります", "{sign}. Left empty, it is only claimed";
    signs_said_by => "誰が言ったか", "Who said so";
    signs_hint_said_by => "名簿の名前で探せます（Tab）。名簿にない人はそのまま", "Tab completes from the roster; other names stay as typed";
    signs_on => "いつから", "Since";
    signs_hint_on => "今日までの日。9/25、昨日など", "a day up to today: 9/25, yesterday";
    signs_ticked(sign: &str) => "しるしを付けました：{sign}", "Ticked: {sign}";
    signs_claimed(sign: &str) => "根拠待ちのしるしを付けました：{sign}", "Ticked, nothing shows it yet: {sign}";
    signs_ended(sign: &str) => "見えなくなったとしました：{sign}。Ctrl-Z で戻せます。", "Seen no more: {sign}. Ctrl-Z brings it back.";

    cmd_board_tick => "しるし", "signs";
    cmd_board_tick_help => "根づいたしるしを選び、何で分かるか、誰が言ったかを添えて付ける・外す", "tick a sign of the point, with what shows it and who said so; or say that it is seen no more";
    cmd_board_add => "加える", "add";
    cmd_board_add_help => "根拠・宿題・議題・指標を、このポイントにつなげて加える", "add evidence, an action, an agenda item or an indicator, linked to the point";
    cmd_board_left => "左へ", "left";
    cmd_board_left_help => "左のポイントへ", "go to the point at the left";
    cmd_board_right => "右へ", "right";
    cmd_board_right_help => "右のポイントへ", "go to the point at the right";
    cmd_board_up_help => "上のポイントへ", "go to the point above";
    cmd_board_down_help => "下のポイントへ", "go to the point below";
    cmd_board_light => "いまの話題", "now";
    cmd_board_light_help => "選んだポイントをいまの話題にする。もう一度で消す", "light the chosen point as what the room is on; again to put it out";
    cmd_board_light_next => "次の話題", "next point";
    cmd_board_light_next_help => "次の取組中のポイントをいまの話題にする", "light the next active point";
    cmd_board_light_previous => "前の話題", "previous point";
    cmd_board_light_previous_help => "前の取組中のポイントをいまの話題にする", "light the previous active point";
    cmd_board_stage => "状態", "state";
    cmd_board_stage_help => "ポイントの状態（未着手〜定着・見直し）を選ぶ", "say how far the point has come";
    cmd_board_active => "取組中", "active";
    cmd_board_active_help => "取組中の印を付ける・外す", "mark the point as being worked on, or not";
    cmd_board_evidence => "根拠", "evidence";
    cmd_board_evidence_help => "根拠になる事実や数字を書き加える", "add a fact or figure that shows where the point stands";
    cmd_board_remove => "根拠を消す", "remove";
    cmd_board_remove_help => "根拠を一つ選んで消す", "remove a piece of evidence";
    cmd_board_note => "メモ", "note";
    cmd_board_note_help => "ポイントのメモを書く", "write the council's note on the point";
    cmd_board_lead => "担当", "lead";
    cmd_board_lead_help => "ポイントの担当を名簿から選ぶ", "choose from the roster who leads the point";
    cmd_board_cases => "事例", "cases";
    cmd_board_cases_help => "ほかの町の事例を一覧し、全文を読む", "list what other towns did at this point, and read it";
}

impl Words {
    /// Of a sign that was ticked: since when and until when, in which meeting, what shows it, as who said.
    pub fn sign_told(self, council: &Council, tick: &Tick) -> String {
        let day = |day| self.day(day, council.head.dates);
        let meeting = tick.meeting.as_ref().and_then(|id| council.meetings.get(id));
        let said_by = tick.said_by.as_ref().map(|who| self.in_brackets(&who.label)).unwrap_or_default();
        let parts = [
            self.board_since(&day(tick.on)),
            tick.until.map(|until| self.board_until(&day(until))).unwrap_or_default(),
            meeting.map(|meeting| self.meeting_short(meeting)).unwrap_or_default(),
            format!("{}{said_by}", tick.evidence.trim()).trim_start().to_owned(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
    }

    /// How long ago, in the largest unit that fits. A day ahead of the clock counts as today.
    pub fn board_ago(self, days: i64) -> String {
        match days {
            ..=0 => self.board_today().to_owned(),
            1 => self.board_yesterday().to_owned(),
            2..14 => self.board_days_ago(days),
            14..60 => self.board_weeks_ago(days / 7),
            60..730 => self.board_months_ago(days / 30),
            _ => self.board_years_ago(days / 365),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::ruler::Ruler, words::Lang};

    #[test]
    fn time_gone_by_is_said_in_the_largest_unit() {
        let said = |days| Words::new(Lang::Ja).board_ago(days);
        let days = [-1, 0, 1, 13, 14, 59, 60, 729, 730];
        assert_eq!(
            days.map(said),
            ["今日", "今日", "昨日", "13日前", "2週前", "8週前", "2か月前", "24か月前", "2年前"]
        );
        assert_eq!(Words::new(Lang::En).board_ago(21), "3 wk ago");
    }

    #[test]
    fn the_mark_of_the_active_stays_narrow_everywhere() {
        assert_eq!(Ruler { wide: true }.width(ACTIVE_MARK), 1);
    }
}
