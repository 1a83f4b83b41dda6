//! What the suggestions for the next agenda say: the item each would make, why, in full and in a word, and their commands.

use super::{Words, catalogue};
use crate::domain::{
    Action, Council, Party, Point, Reason, Suggestion, Thresholds,
    id::{EscalationId, OrganisationId},
};
use chrono::NaiveDate;

catalogue! {
    next_title => "次の一手", "What next";
    next_into(meeting: &str) => "{meeting}の議題へ", "for {meeting}";
    next_into_none => "次の会議は未定", "no next meeting yet";
    scope_next => "次の一手", "What next";
    no_suggestions => "いま議題に勧めることはありません。o でボードに戻ります。", "Nothing presses for the next agenda. Press o to go back to the board.";
    next_none => "先に一つ選んでください。", "Choose one first.";
    next_reading => "これまでの会議の記録を読み込んでいます。読み終えてから勧めます。", "The records of the last meetings are being read; suggestions come when they are.";
    next_what => "議題", "Item";
    next_why => "わけ", "Why";
    next_about => "くわしく", "About";
    next_accepted(title: &str, meeting: &str) => "{meeting}の議題に加えました：「{title}」", "On the agenda of {meeting}: “{title}”";
    next_declined(title: &str) => "見送りました。事情が変わるか次の会議が終わると、また出ます：「{title}」", "Not now; it is back when its facts change or the next meeting is over: “{title}”";
    next_plan_first => "次の会議がまだありません。日時を決めると、議題に加えます。", "No meeting is planned yet. Say when it is, and the item is put on its agenda.";
    form_next_plan => "次の会議を予定して、議題に加える", "Plan the next meeting and take the item up";
    next_planned(title: &str, meeting: &str) => "{meeting}を予定し、議題に加えました：「{title}」", "{meeting} is planned, with this on its agenda: “{title}”";
    next_nowhere => "これは一つの場所にはありません。", "It has no one place to go to.";
    /// On the page of a point or an agenda item: it was suggested.
    why_suggested(reason: &str) => "次の一手：{reason}", "suggested: {reason}";

    item_answered(text: &str) => "上申の回答の報告：{text}", "Report the answer: {text}";
    item_owed(text: &str) => "上がってきた課題への回答：{text}", "Answer the issue raised to us: {text}";
    item_awaited(text: &str) => "上申の返事の確認：{text}", "The issue without an answer: {text}";
    item_overdue => "遅れている宿題をどうするか", "What to do about overdue actions";
    item_terms => "任期が終わる役の後任", "Successors for seats whose term ends";
    item_evaluation(year: &str) => "{year}の評価", "Evaluation of {year}";
    item_readings(year: &str) => "{year}の指標の数値", "Indicator readings of {year}";
    item_overloaded(name: &str) => "{name}に偏った役割の分担", "Sharing what {name} carries";
    item_unproven(point: &str) => "「{point}」のしるしの根拠", "Evidence for the signs of “{point}”";
    item_silent => "しばらく顔を見ていない連携先", "Partners not seen for a while";
    item_untouched(point: &str) => "「{point}」のいま", "Where “{point}” stands";
    item_deferred => "前回持ち越した議題", "Item put off last time";

    reason_answered(day: &str) => "{day}に回答があり、まだ会議で報告していない", "the answer came on {day} and was not reported yet";
    reason_owed(day: &str) => "{day}に上がってきて、まだ答えていない", "raised to us on {day} and not answered yet";
    reason_awaited(day: &str) => "{day}に上げてから、まだ返事がない", "raised on {day}, and no answer yet";
    reason_deferred(times: u32) => "前回話せなかった（{times}回目の持ち越し）", "the last meeting did not get to it (put off {times}×)";
    reason_overdue(count: usize, days: i64, numbers: &str) => "期限を過ぎた宿題が{count}件、いちばん長いもので{days}日（宿題{numbers}）", "overdue actions: {count}, the longest by {days} days (actions {numbers})";
    reason_terms(count: usize, day: &str) => "任期の終わる役が{count}つ、早いものは{day}", "seats whose term ends: {count}, the first on {day}";
    reason_evaluation(year: &str) => "{year}の終わりが近い", "{year} nears its end";
    reason_evaluation_rows(year: &str, rows: usize) => "{year}の計画・評価表に、評価の空いた行が{rows}行", "rows of the plan-and-evaluation sheet of {year} without an evaluation: {rows}";
    reason_readings(year: &str, count: usize) => "{year}の数値がまだの指標が{count}つ", "indicators without the reading of {year}: {count}";
    reason_overloaded(carries: usize, others: usize) => "役・宿題・ポイントを合わせて{carries}件（ほかの平均は{others}件）", "carries {carries} duties in all; the others about {others}";
    reason_unproven(count: usize) => "根拠の書かれていないしるしが{count}つ", "signs claimed with nothing that shows them: {count}";
    reason_silent(count: usize, days: u32) => "{days}日以上、出席もやりとりもない連携先が{count}", "partners with nobody here and no exchange for {days} days: {count}";
    reason_untouched(days: i64, day: &str) => "{days}日触れていない（最後は{day}）", "not touched for {days} days (last on {day})";
    reason_never_touched(days: i64) => "初回から{days}日、一度も触れていない", "never touched in {days} days since the first meeting";

    brief_answered => "回答あり", "answered";
    brief_owed => "回答を待たせている", "waits for us";
    brief_awaited => "返事がない", "no answer";
    brief_deferred(times: u32) => "持ち越し{times}回", "put off {times}×";
    brief_overdue(count: usize, days: i64) => "{count}件、最長{days}日", "{count}, up to {days} d";
    brief_terms(day: &str) => "{day}まで", "to {day}";
    brief_evaluation => "年度末", "year's end";
    brief_evaluation_rows(rows: usize) => "評価なし{rows}行", "not judged: {rows}";
    brief_readings(count: usize) => "数値なし{count}", "missing: {count}";
    brief_overloaded(carries: usize, others: usize) => "{carries}件／平均{others}", "{carries}, others {others}";
    brief_unproven(count: usize) => "根拠なし{count}", "bare signs: {count}";
    brief_silent(count: usize) => "{count}団体", "{count}";
    brief_untouched(days: i64) => "{days}日触れず", "{days} d untouched";

    form_thresholds => "次の一手の目安", "When something is suggested";
    limit_untouched => "触れないポイント（日）", "Point untouched (days)";
    limit_unproven => "根拠なしのしるし（日）", "Bare sign (days)";
    limit_reading => "年度後の数値待ち（日）", "Figures after (days)";
    limit_term => "任期の終わる前（日）", "Term ending in (days)";
    limit_burden_times => "負担：平均の何倍から", "Load: times the average";
    limit_burden_least => "負担：何件から", "Load: from so many";
    limit_silent => "来ない連携先（日）", "Partner unseen (days)";
    limit_overdue => "宿題の遅れ（日）", "Action overdue (days)";
    limit_deferred => "持ち越し（回）", "Put off (times)";
    limit_evaluation => "年度末前の評価（日）", "Year ending in (days)";
    limit_answer => "上申の返事待ち（日）", "Answer awaited (days)";
    limit_hint(usual: u32) => "空にすると、はじめの{usual}に戻ります。", "Empty is the usual {usual}.";

    cmd_next => "次の一手", "what next";
    cmd_next_help => "次の議題に勧めることを、わけとともに開く", "open what the next agenda could take up, and why";
    cmd_next_accept => "議題にする", "take up";
    cmd_next_accept_help => "次の会議の議題に加える（わけも残る）", "put it on the next agenda, with its reason";
    cmd_next_decline => "見送る", "not now";
    cmd_next_decline_help => "今回は勧めない。事情が変わるか、次の会議が終わるとまた出る", "keep it away until its facts change or the next meeting is over";
    cmd_next_go => "元を見る", "go there";
    cmd_next_go_help => "もとのポイント・宿題・指標・役・連携先へ移る", "go to the point, action, indicator, seat or partner itself";
    cmd_next_limits => "目安", "thresholds";
    cmd_next_limits_help => "何日・何回で勧めるかを決める", "say after how many days or times something is suggested";
    cmd_next_back => "ボード", "board";
    cmd_next_back_help => "ボードに戻る", "go back to the board";

    cli_no_suggestions => "いま議題に勧めることはありません。", "Nothing presses for the next agenda.";
    cli_no_next_meeting => "次の会議が予定されていません。", "No next meeting is planned.";
    cli_no_suggestion(number: usize) => "{number}番の勧めはありません。", "There is no suggestion {number}.";
    cli_number_to(count: usize) => "勧めは{count}件あります。norishiro next で番号を確かめてください。", "There are {count}; norishiro next shows their numbers.";
    cli_accepted(title: &str, meeting: &str) => "「{title}」を{meeting}の議題に加えました。", "“{title}” is on the agenda of {meeting}.";
    change_declined => "次の一手の見送り", "what was not taken up";
    change_thresholds => "次の一手の目安", "when something is suggested";
}

impl Words {
    /// The item a reason makes; `called` is a point by its name. The item that was put off has a title of its own.
    pub fn suggested_title(
        self,
        council: &Council,
        reason: &Reason,
        called: impl Fn(Point) -> String,
    ) -> String {
        let issue = |id: &EscalationId| issue(council, id);
        match reason {
            Reason::Answered { escalation, .. } => self.item_answered(issue(escalation)),
            Reason::Owed { escalation, .. } => self.item_owed(issue(escalation)),
            Reason::Awaited { escalation, .. } => self.item_awaited(issue(escalation)),
            Reason::Deferred { .. } => self.item_deferred().to_owned(),
            Reason::Overdue { .. } => self.item_overdue().to_owned(),
            Reason::TermsEnding { .. } => self.item_terms().to_owned(),
            Reason::Evaluation { year, .. } => self.item_evaluation(&self.fiscal_year(*year)),
            Reason::ReadingsDue { year, .. } => self.item_readings(&self.fiscal_year(*year)),
            Reason::Overloaded { organisation, .. } => self.item_overloaded(&partner(council, organisation)),
            Reason::Unproven { point, .. } => self.item_unproven(&called(*point)),
            Reason::Silent { .. } => self.item_silent().to_owned(),
            Reason::Untouched { point, .. } => self.item_untouched(&called(*point)),
        }
    }

    /// Why, as a sentence without its end.
    pub fn reason(self, council: &Council, reason: &Reason) -> String {
        let day = |day: NaiveDate| self.day(day, council.head.dates);
        match reason {
            Reason::Answered { on, .. } => self.reason_answered(&day(*on)),
            Reason::Owed { since, .. } => self.reason_owed(&day(*since)),
            Reason::Awaited { since, .. } => self.reason_awaited(&day(*since)),
            Reason::Deferred { times, .. } => self.reason_deferred(*times),
            Reason::Overdue { actions, days } => {
                let numbers: Vec<String> = actions.iter().map(u32::to_string).collect();
                self.reason_overdue(actions.len(), *days, &numbers.join(self.pick("・", ", ")))
            }
            Reason::TermsEnding { seats, first } => self.reason_terms(seats.len(), &day(*first)),
            Reason::Evaluation { year, rows: 0 } => self.reason_evaluation(&self.fiscal_year(*year)),
            Reason::Evaluation { year, rows } => self.reason_evaluation_rows(&self.fiscal_year(*year), *rows),
            Reason::ReadingsDue { year, indicators } => {
                self.reason_readings(&self.fiscal_year(*year), indicators.len())
            }
            Reason::Overloaded { carries, others, .. } => self.reason_overloaded(*carries, *others),
            Reason::Unproven { signs, .. } => self.reason_unproven(signs.len()),
            Reason::Silent { organisations, days } => self.reason_silent(organisations.len(), *days),
            Reason::Untouched { last: Some(last), days, .. } => self.reason_untouched(*days, &day(*last)),
            Reason::Untouched { last: None, days, .. } => self.reason_never_touched(*days),
        }
    }

    /// Why, in a word or two for the edge of a row.
    pub fn reason_brief(self, council: &Council, reason: &Reason) -> String {
        match reason {
            Reason::Answered { .. } => self.brief_answered().to_owned(),
            Reason::Owed { .. } => self.brief_owed().to_owned(),
            Reason::Awaited { .. } => self.brief_awaited().to_owned(),
            Reason::Deferred { times, .. } => self.brief_deferred(*times),
            Reason::Overdue { actions, days } => self.brief_overdue(actions.len(), *days),
            Reason::TermsEnding { first, .. } => {
                self.brief_terms(&self.date_short(*first, council.head.dates))
            }
            Reason::Evaluation { rows: 0, .. } => self.brief_evaluation().to_owned(),
            Reason::Evaluation { rows, .. } => self.brief_evaluation_rows(*rows),
            Reason::ReadingsDue { indicators, .. } => self.brief_readings(indicators.len()),
            Reason::Overloaded { carries, others, .. } => self.brief_overloaded(*carries, *others),
            Reason::Unproven { signs, .. } => self.brief_unproven(signs.len()),
            Reason::Silent { organisations, .. } => self.brief_silent(organisations.len()),
            Reason::Untouched { days, .. } => self.brief_untouched(*days),
        }
    }

    /// The things a reason is about, by name, one a line; nothing where the title says it all.
    pub fn reason_subjects(self, council: &Council, reason: &Reason) -> Vec<String> {
        let action = |action: &Action| {
            format!(
                "{}  {}{}",
                self.action_number(action.number),
                action.text,
                self.in_brackets(&self.owners(action))
            )
        };
        match reason {
            Reason::Overdue { actions, .. } => {
                actions.iter().filter_map(|it| council.action_numbered(*it)).map(action).collect()
            }
            Reason::TermsEnding { seats, .. } => {
                let day = |role| council.seat_ends(role).map(|day| self.day(day, council.head.dates));
                let seats = seats.iter().filter_map(|id| council.roles.get(id));
                seats.map(|role| format!("{}  {}", role.title, day(role).unwrap_or_default())).collect()
            }
            Reason::ReadingsDue { indicators, .. } => {
                let known = indicators.iter().filter_map(|id| council.indicators.get(id));
                known.map(|it| it.name.clone()).collect()
            }
            Reason::Silent { organisations, .. } => {
                organisations.iter().map(|id| partner(council, id)).collect()
            }
            Reason::Answered { escalation, .. } => {
                let found = council.escalations.get(escalation);
                found.map(|it| it.answer.clone()).filter(|it| !it.is_empty()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is suggested, in the order of the domain, under the titles of this language.
    pub fn suggestions(
        self,
        council: &Council,
        today: NaiveDate,
        called: impl Fn(Point) -> String,
    ) -> Vec<Suggestion> {
        council.suggestions(today, |reason| self.suggested_title(council, reason, &called))
    }

    /// Each of the thresholds with its label, one a line, to be read or written.
    pub fn thresholds(self, it: &mut Thresholds) -> [(&'static str, &mut u32); 11] {
        [
            (self.limit_untouched(), &mut it.untouched_days),
            (self.limit_unproven(), &mut it.unproven_days),
            (self.limit_reading(), &mut it.reading_days),
            (self.limit_term(), &mut it.term_days),
            (self.limit_burden_times(), &mut it.burden_times),
            (self.limit_burden_least(), &mut it.burden_least),
            (self.limit_silent(), &mut it.silent_days),
            (self.limit_overdue(), &mut it.overdue_days),
            (self.limit_deferred(), &mut it.deferred_times),
            (self.limit_evaluation(), &mut it.evaluation_days),
            (self.limit_answer(), &mut it.answer_days),
        ]
    }
}

/// The first line of a raised issue; nothing where it is gone.
fn issue<'a>(council: &'a Council, id: &EscalationId) -> &'a str {
    council.escalations.get(id).and_then(|it| it.text.lines().next()).unwrap_or_default()
}

fn partner(council: &Council, id: &OrganisationId) -> String {
    council.party_label(&Party::Organisation(id.clone())).unwrap_or_else(|| id.to_string())
}
