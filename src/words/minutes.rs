//! What the life of the minutes is called: how a decision was taken, the quality list, versions, deadlines. Decides nothing.

use super::{Words, catalogue};
use crate::domain::{
    How, Majority, Meeting, Outcome, Resolution, Standing, Votes,
    decide::carry::{Purpose, Usual},
    minutes::{Deadline, Paper},
    quality::{Finding, Lack},
};
use chrono::NaiveDate;

catalogue! {
    how_unstated => "（記録なし）", "(not noted)";
    how_unanimous => "全会一致", "unanimous";
    how_no_objection => "異議なし", "no objection";
    how_majority => "賛成多数", "by a majority";
    how_counted => "採決", "by vote";
    how_written => "持ち回り（書面）", "in writing";
    how_left_to_chair => "会長一任", "left to the chair";

    majority_of_present => "出席者の過半数", "more than half of those present";
    majority_of_members => "委員総数の過半数", "more than half of the members";
    majority_two_thirds => "出席者の3分の2以上", "two thirds of those present";

    votes_given(yes: u32, no: u32, abstained: u32) => "賛成{yes}・反対{no}・棄権{abstained}", "{yes} for, {no} against, {abstained} abstained";
    outcome_carried => "可決", "carried";
    outcome_lost => "否決", "lost";
    outcome_chair_yes => "可否同数、会長が可決", "tied, carried by the chair";
    outcome_chair_no => "可否同数、会長が否決", "tied, lost by the chair";
    outcome_tie => "可否同数のまま", "tied";
    outcome_too_many(cast: u32, voters: u32) => "票{cast}が、議決に加われる{voters}人より多い", "{cast} votes, but only {voters} could vote";
    outcome_no_quorum => "定足数に足りない", "no quorum";
    by_rule(rule: &str) => "決め方：{rule}", "rule: {rule}";
    dissented(names: &str) => "反対 {names}", "against: {names}";
    abstained(names: &str) => "棄権 {names}", "abstained: {names}";
    withdrew(names: &str) => "除斥（利益相反） {names}", "withdrew (conflict of interest): {names}";
    to_review(day: &str) => "見直し {day}", "review {day}";

    standing_draft => "案", "draft";
    standing_checked => "確認済み", "checked";
    standing_final => "確定", "final";
    standing_version(standing: &str, version: u32) => "{standing} 第{version}版", "{standing} v{version}";

    lack_quorum => "定足数が成立していない", "no quorum";
    lack_result => "結果のない議題", "item without a result";
    lack_owner => "担当のない宿題", "action without an owner";
    lack_date => "期限のない宿題", "action without a date";
    lack_speaker => "名簿にない発言者", "speaker not on the roster";
    lack_private_name => "委員でない人の名前らしいもの", "what looks like a private person's name";
    lack_correction => "当てはまらなかった訂正", "correction that matched nothing";
    lack_decision => "結論のない提案", "proposal without a decision";
    lack_votes => "票が足りない決定", "decision its votes do not carry";
    lack_about(lack: &str, about: &str) => "{lack}（{about}）", "{lack} ({about})";
    left_count(lack: &str, count: u32) => "{lack} {count}件", "{lack}: {count}";

    paper_summary => "概要", "summary";
    paper_minutes => "議事録", "minutes";
    days_to_go(paper: &str, days: i64) => "{paper} あと{days}日", "{paper} {days}d left";
    due_today(paper: &str) => "{paper} きょうまで", "{paper} due today";
    days_late(paper: &str, days: i64) => "{paper} {days}日超過", "{paper} {days}d late";

    head_majority => "議決", "Votes needed";
    head_tie => "可否同数は会長が決める", "The chair decides a tie";
    head_summary_days => "概要を出すまで（日）", "Days to the summary";
    head_minutes_days => "議事録を確定するまで（日）", "Days to final minutes";
    head_private_names => "議事録に載せない名前", "Names to keep out";
    item_summary => "要点", "Summary";
    decision_how => "決め方", "How decided";
    usual_approval => "前回議事録の確認", "Minutes of the last meeting";
    usual_due => "宿題の確認", "Actions due";
    quality_clear => "確かめることは残っていません。", "The quality list is empty.";
    quality_at(finding: &str, about: &str) => "{finding}：{about}", "{finding}: {about}";
    minutes_state => "議事録", "Minutes";
}

impl Words {
    pub fn how(self, how: How) -> &'static str {
        match how {
            How::Unstated => self.how_unstated(),
            How::Unanimous => self.how_unanimous(),
            How::NoObjection => self.how_no_objection(),
            How::Majority => self.how_majority(),
            How::Counted => self.how_counted(),
            How::Written => self.how_written(),
            How::LeftToChair => self.how_left_to_chair(),
        }
    }

    pub fn majority(self, majority: Majority) -> &'static str {
        match majority {
            Majority::OfPresent => self.majority_of_present(),
            Majority::OfMembers => self.majority_of_members(),
            Majority::TwoThirdsOfPresent => self.majority_two_thirds(),
        }
    }

    pub fn votes(self, votes: Votes) -> String {
        self.votes_given(votes.yes, votes.no, votes.abstained)
    }

    pub fn outcome(self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Carried => self.outcome_carried().to_owned(),
            Outcome::Lost => self.outcome_lost().to_owned(),
            Outcome::ByChair { carried: true } => self.outcome_chair_yes().to_owned(),
            Outcome::ByChair { carried: false } => self.outcome_chair_no().to_owned(),
            Outcome::Tie => self.outcome_tie().to_owned(),
            Outcome::TooMany { cast, voters } => self.outcome_too_many(cast, voters),
            Outcome::NoQuorum => self.outcome_no_quorum().to_owned(),
        }
    }

    /// How a decision was taken, part by part; `names` says how a list of people is shown, and gives nothing where none is to show.
    pub fn resolution(
        self,
        resolution: &Resolution,
        names: impl Fn(&[crate::domain::Who]) -> String,
        day: impl Fn(NaiveDate) -> String,
    ) -> Vec<String> {
        let how = (resolution.how != How::Unstated).then(|| self.how(resolution.how).to_owned());
        let votes = resolution.votes.map(|votes| self.votes(votes));
        let named = |who: &[crate::domain::Who], said: &dyn Fn(&str) -> String| {
            Some(names(who)).filter(|names| !names.is_empty()).map(|names| said(&names))
        };
        [
            how,
            votes,
            named(&resolution.dissented, &|it| self.dissented(it)),
            named(&resolution.abstained, &|it| self.abstained(it)),
            named(&resolution.withdrew, &|it| self.withdrew(it)),
            resolution.review.map(|review| self.to_review(&day(review))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Draft => self.standing_draft(),
            Standing::Checked => self.standing_checked(),
            Standing::Final => self.standing_final(),
        }
    }

    /// 案 第1版, 確定 第2版
    pub fn minutes_standing(self, meeting: &Meeting) -> String {
        self.standing_version(self.standing(meeting.minutes.standing()), meeting.minutes.version())
    }

    pub fn lack(self, lack: Lack) -> &'static str {
        match lack {
            Lack::Quorum => self.lack_quorum(),
            Lack::Result => self.lack_result(),
            Lack::Owner => self.lack_owner(),
            Lack::Date => self.lack_date(),
            Lack::Speaker => self.lack_speaker(),
            Lack::PrivateName => self.lack_private_name(),
            Lack::Correction => self.lack_correction(),
            Lack::Decision => self.lack_decision(),
            Lack::Votes => self.lack_votes(),
        }
    }

    /// The items that the papers of the last meeting call for. Titles of either language are known, so that a council that changed
    /// hands does not get an item twice.
    pub fn usual_items(self) -> Usual {
        const APPROVAL: &[&str] = &["議事録", "会議録", "前回記録", "minutes"];
        const DUE: &[&str] = &["宿題", "actions"];
        Usual {
            approval: Purpose { title: self.usual_approval(), known_by: APPROVAL, minutes: 5 },
            due: Purpose { title: self.usual_due(), known_by: DUE, minutes: 10 },
        }
    }

    /// What is wanting, with the name or the votes it is about.
    pub fn quality_finding(self, finding: &Finding) -> String {
        let about = finding.outcome.map(|outcome| self.outcome(outcome));
        let about = about.unwrap_or_else(|| finding.name.clone());
        let lack = self.lack(finding.lack);
        if about.is_empty() { lack.to_owned() } else { self.lack_about(lack, &about) }
    }

    /// 議事録 あと12日, 概要 2日超過; nothing once the paper is out.
    pub fn deadline(self, deadline: &Deadline, today: NaiveDate) -> Option<String> {
        let paper = match deadline.paper {
            Paper::Summary => self.paper_summary(),
            Paper::Minutes => self.paper_minutes(),
        };
        Some(match deadline.days_left(today)? {
            0 => self.due_today(paper),
            days @ 1.. => self.days_to_go(paper, days),
            days => self.days_late(paper, -days),
        })
    }
}
