//! Figures in words: meetings and their numbers, quorum, time, dates, and why an item is on the agenda.

use crate::{
    domain::{Action, Council, Due, Headcount, Meeting, Why, council::DateStyle, id::MeetingId},
    text::dates,
    words::{Lang, Words, catalogue},
};
use chrono::{NaiveDate, NaiveTime};

catalogue! {
    /// 担当未定
    no_owner => "担当未定", "no owner";
    by_next_meeting => "次回まで", "by the next meeting";
    no_due => "期限なし", "no due date";
    action_number(number: u32) => "宿題 {number}", "Action {number}";
    time_is_up => "時間です", "time is up";
    people_count(count: u32) => "{count}人", "{count}";

    numbered_meeting(fiscal_year: &str, ordinal: u32) => "{fiscal_year} 第{ordinal}回", "{fiscal_year} No. {ordinal}";
    meeting_ordinal(number: u32) => "第{number}回", "No. {number}";
    numbered_decision(ordinal: u32, number: u32) => "第{ordinal}回-決定{number}", "Decision {ordinal}-{number}";

    minutes_long(minutes: i64) => "{minutes}分", "{minutes} min";
    hours_long(hours: i64) => "{hours}時間", "{hours} h";
    hours_minutes(hours: i64, minutes: i64) => "{hours}時間{minutes}分", "{hours} h {minutes} min";
    duration_left(duration: &str) => "残り{duration}", "{duration} left";
    duration_over(duration: &str) => "超過{duration}", "{duration} over";

    present_of(present: u32, members: u32) => "出席{present}/{members}", "present {present}/{members}";
    quorum_long(present: &str, needed: u32, verdict: &str) => "{present} 定足数{needed} {verdict}", "{present}, quorum {needed}: {verdict}";
    quorum_in_brief(present: &str, verdict: &str) => "{present} {verdict}", "{present}, {verdict}";
    uncounted(count: u32) => "（定足数に数えない出席{count}）", " ({count} more not counted)";

    why_added => "追加", "added";
    why_ad_hoc => "会議中に追加", "added during the meeting";
    why_standing => "定例の議題", "standing item";
    why_recurring => "毎回", "every meeting";
    why_not_discussed(meeting: &str) => "{meeting}から持ち越し", "carried over from {meeting}";
    why_open_actions(numbers: &str) => "宿題{numbers}が未了", "open actions {numbers}";
    why_approval(meeting: &str) => "{meeting}の議事録の確認", "to approve the minutes of {meeting}";
    why_due(meeting: &str) => "{meeting}からの宿題の確認", "to go through the actions since {meeting}";
    earlier_meeting => "前回", "an earlier meeting";
}

impl Words {
    /// 令和8年度 第3回 / FY2026 No. 3
    pub fn meeting_label(self, meeting: &Meeting) -> String {
        self.numbered_meeting(&self.fiscal_year(meeting.fiscal_year), meeting.ordinal)
    }

    /// 第3回 / No. 3
    pub fn meeting_short(self, meeting: &Meeting) -> String {
        self.meeting_ordinal(meeting.ordinal)
    }

    /// 令和8年度 / FY2026
    pub fn fiscal_year(self, year: i32) -> String {
        match self.lang {
            Lang::Ja => dates::era_fiscal_year(year),
            Lang::En => format!("FY{year}"),
        }
    }

    /// 第3回-決定2 / Decision 3-2
    pub fn decision_number(self, meeting: &Meeting, number: u32) -> String {
        self.numbered_decision(meeting.ordinal, number)
    }

    /// 出席9/12 定足数7 成立
    pub fn quorum(self, count: Headcount) -> String {
        let present = self.present_of(count.present, count.members);
        let said = match count.needed {
            Some(needed) => self.quorum_long(&present, needed, self.verdict(count)),
            None => present,
        };
        if count.uncounted == 0 { said } else { said + &self.uncounted(count.uncounted) }
    }

    /// 出席9/12 成立
    pub fn quorum_short(self, count: Headcount) -> String {
        let present = self.present_of(count.present, count.members);
        if count.needed.is_none() { present } else { self.quorum_in_brief(&present, self.verdict(count)) }
    }

    fn verdict(self, count: Headcount) -> &'static str {
        if count.is_quorate() { self.pick("成立", "met") } else { self.pick("不成立", "not met") }
    }

    /// 48分, 1時間20分; a negative number of minutes is said without its sign.
    pub fn duration(self, minutes: i64) -> String {
        let minutes = minutes.saturating_abs();
        match (minutes / 60, minutes % 60) {
            (0, minutes) => self.minutes_long(minutes),
            (hours, 0) => self.hours_long(hours),
            (hours, minutes) => self.hours_minutes(hours, minutes),
        }
    }

    /// 残り3分, 時間です, 超過2分. A minute that has begun counts as left; time over counts full minutes.
    pub fn time_left(self, seconds: i64) -> String {
        match seconds {
            1.. => self.duration_left(&self.duration(seconds.saturating_add(59) / 60)),
            -59..=0 => self.time_is_up().to_owned(),
            _ => self.duration_over(&self.duration(seconds / 60)),
        }
    }

    /// 令和8年11月20日（金）, 20 Nov 2026 (Fri), or 2026-11-20 where the council writes ISO dates.
    pub fn date(self, day: NaiveDate, style: DateStyle) -> String {
        match (style, self.lang) {
            (DateStyle::Iso, _) => dates::iso(day),
            (DateStyle::Era, Lang::Ja) => dates::era_date(day),
            (DateStyle::Era, Lang::En) => dates::english(day),
        }
    }

    /// The day without its weekday: 令和9年3月31日, 31 Mar 2027, 2027-03-31.
    pub fn day(self, day: NaiveDate, style: DateStyle) -> String {
        match (style, self.lang) {
            (DateStyle::Iso, _) => dates::iso(day),
            (DateStyle::Era, Lang::Ja) => dates::era_day(day),
            (DateStyle::Era, Lang::En) => dates::english_day(day),
        }
    }

    /// The month of a day: R8.11, Nov 2026, 2026-11.
    pub fn month(self, day: NaiveDate, style: DateStyle) -> String {
        match (style, self.lang) {
            (DateStyle::Iso, _) => dates::iso_month(day),
            (DateStyle::Era, Lang::Ja) => dates::era_month(day),
            (DateStyle::Era, Lang::En) => dates::english_month(day),
        }
    }

    /// The day without its year: 11/20（金）, 20 Nov (Fri), 11-20.
    pub fn date_short(self, day: NaiveDate, style: DateStyle) -> String {
        match (style, self.lang) {
            (DateStyle::Iso, _) => dates::iso_short(day),
            (DateStyle::Era, Lang::Ja) => dates::japanese_short(day),
            (DateStyle::Era, Lang::En) => dates::english_short(day),
        }
    }

    /// 14:05
    pub fn time(self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// When an action is due: the day, 次回まで while the next meeting has none, or 期限なし.
    pub fn due(self, council: &Council, action: &Action) -> String {
        self.due_in(council, action, |day| self.date(day, council.head.dates))
    }

    /// The same with the day in its short form.
    pub fn due_short(self, council: &Council, action: &Action) -> String {
        self.due_in(council, action, |day| self.date_short(day, council.head.dates))
    }

    fn due_in(self, council: &Council, action: &Action, show: impl Fn(NaiveDate) -> String) -> String {
        match (council.due_date(action), action.due) {
            (Some(day), _) => show(day),
            (None, Due::Open) => self.no_due().to_owned(),
            (None, _) => self.by_next_meeting().to_owned(),
        }
    }

    /// The people or organisations an action is with, as they were called; 担当未定 without any.
    pub fn owners(self, action: &Action) -> String {
        if action.owners.is_empty() {
            return self.no_owner().to_owned();
        }
        let owners: Vec<&str> = action.owners.iter().map(|owner| owner.label.as_str()).collect();
        owners.join(self.pick("・", ", "))
    }

    /// Why an item is on the agenda: 第2回から持ち越し, 毎回, 宿題3・5が未了.
    pub fn why(self, council: &Council, why: &Why) -> String {
        match why {
            Why::Added => self.why_added().to_owned(),
            Why::AdHoc => self.why_ad_hoc().to_owned(),
            Why::Standing => self.why_standing().to_owned(),
            Why::Recurring(_) => self.why_recurring().to_owned(),
            Why::NotDiscussed(meeting) => self.why_not_discussed(&self.meeting_named(council, meeting)),
            Why::Approval(meeting) => self.why_approval(&self.meeting_named(council, meeting)),
            Why::Due(meeting) => self.why_due(&self.meeting_named(council, meeting)),
            Why::Suggested(reason) => self.why_suggested(&self.reason(council, reason)),
            Why::OpenActions(_, numbers) => {
                let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
                self.why_open_actions(&numbers.join(self.pick("・", ", ")))
            }
        }
    }

    fn meeting_named(self, council: &Council, id: &MeetingId) -> String {
        let meeting = council.meetings.get(id);
        meeting.map_or_else(|| self.earlier_meeting().to_owned(), |meeting| self.meeting_short(meeting))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Head, MeetingState, Who};

    const JA: Words = Words::new(Lang::Ja);
    const EN: Words = Words::new(Lang::En);

    fn meeting() -> Meeting {
        Meeting {
            id: "fy2026-2".into(),
            fiscal_year: 2026,
            ordinal: 2,
            date: day(2026, 11, 20),
            start: NaiveTime::MIN,
            end: NaiveTime::MIN,
            place: String::new(),
            state: MeetingState::Held,
            opened: None,
            closed: None,
            roles: Vec::new(),
            observers: 0,
            called: Vec::new(),
            openness: Default::default(),
            minutes: Default::default(),
        }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn meetings_are_numbered_within_the_fiscal_year() {
        assert_eq!(JA.meeting_label(&meeting()), "令和8年度 第2回");
        assert_eq!(EN.meeting_label(&meeting()), "FY2026 No. 2");
        assert_eq!(JA.decision_number(&meeting(), 3), "第2回-決定3");
    }

    #[test]
    fn the_quorum_is_said_in_words_and_figures() {
        let count = Headcount { present: 9, members: 12, needed: Some(7), uncounted: 0 };
        assert_eq!(JA.quorum(count), "出席9/12 定足数7 成立");
        assert_eq!(JA.quorum_short(count), "出席9/12 成立");
        assert_eq!(EN.quorum(count), "present 9/12, quorum 7: met");
        let short = Headcount { present: 6, uncounted: 2, ..count };
        assert_eq!(JA.quorum(short), "出席6/12 定足数7 不成立（定足数に数えない出席2）");
        assert_eq!(EN.quorum(short), "present 6/12, quorum 7: not met (2 more not counted)");
        let free = Headcount { needed: None, ..count };
        assert_eq!((JA.quorum(free), JA.quorum_short(free)), ("出席9/12".into(), "出席9/12".into()));
    }

    #[test]
    fn time_is_said_in_hours_and_minutes() {
        for (minutes, ja, en) in [
            (0, "0分", "0 min"),
            (48, "48分", "48 min"),
            (60, "1時間", "1 h"),
            (80, "1時間20分", "1 h 20 min"),
        ] {
            assert_eq!((JA.duration(minutes), EN.duration(minutes)), (ja.into(), en.into()));
        }
        for (seconds, said) in [
            (180, "残り3分"),
            (121, "残り3分"),
            (1, "残り1分"),
            (0, "時間です"),
            (-59, "時間です"),
            (-60, "超過1分"),
            (-3660, "超過1時間1分"),
        ] {
            assert_eq!(JA.time_left(seconds), said);
        }
    }

    #[test]
    fn a_due_day_is_said_as_far_as_it_is_known() {
        let mut council = Council::new(Head::new("庁内PT"));
        let mut action = Action::new("a".into(), 1, "日程を決める");
        assert_eq!(JA.due(&council, &action), "次回まで");
        action.due = Due::Open;
        assert_eq!(EN.due(&council, &action), "no due date");
        action.due = Due::On(day(2026, 11, 20));
        assert_eq!(JA.due(&council, &action), "令和8年11月20日（金）");
        assert_eq!(EN.due_short(&council, &action), "20 Nov (Fri)");
        council.head.dates = DateStyle::Iso;
        assert_eq!(EN.due(&council, &action), "2026-11-20");
        assert_eq!(JA.owners(&action), "担当未定");
        action.owners = vec![Who::new("保育課", None), Who::new("農務課", None)];
        assert_eq!(
            (JA.owners(&action), EN.owners(&action)),
            ("保育課・農務課".into(), "保育課, 農務課".into())
        );
    }

    #[test]
    fn an_item_says_why_it_is_there() {
        let mut council = Council::new(Head::new("庁内PT"));
        let carried = Why::NotDiscussed(meeting().id);
        assert_eq!(JA.why(&council, &carried), "前回から持ち越し");
        council.meetings = vec![meeting()].into();
        assert_eq!(JA.why(&council, &carried), "第2回から持ち越し");
        assert_eq!(EN.why(&council, &carried), "carried over from No. 2");
        assert_eq!(JA.why(&council, &Why::OpenActions(meeting().id, vec![3, 5])), "宿題3・5が未了");
    }
}
