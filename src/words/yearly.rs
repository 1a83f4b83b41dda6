//! What the papers of a year say: the news sheet, the plan-and-evaluation sheet as a form, the yearly report, the handover and the board on
//! the wall. What a person typed is never here.

use super::catalogue;

catalogue! {
    sheet_of_year(year: &str) => "{year} 計画・評価表", "Plan-and-evaluation sheet {year}";
    sheet_code => "様式コード", "Form code";
    sheet_asked(about: &str) => "{about}空いている欄に書いて、お返しください。", "{about} Please fill in what is empty and send it back.";
    sheet_keep_code => "様式コードは読み込みに使います。消さずにお返しください。", "The form code is needed to read the sheet in again. Please leave it as it is.";

    /// In the place of a person's name.
    withheld => "○○", "N. N.";
    and_more(more: usize) => "ほか{more}件", "and {more} more";

    news_title(council: &str) => "{council} かわら版", "{council}: news";
    news_of(meeting: &str, day: &str) => "{meeting}（{day}）のご報告", "about {meeting} ({day})";
    news_people(people: usize) => "{people}人が集まりました。", "There were {people} of us.";
    news_people_from(people: usize, organisations: usize) => "{organisations}の団体・部署から{people}人が集まりました。", "There were {people} of us, from {organisations} organisations.";
    news_talked => "話し合ったこと", "What we talked about";
    news_found => "決まったこと・わかったこと", "What was decided and found out";
    news_next => "これからすること", "What comes next";
    news_figure => "数字で見る歩み", "The way in figures";
    news_nothing => "今回はありません。", "Nothing this time.";
    news_item(title: &str, summary: &str) => "{title}：{summary}", "{title}: {summary}";
    news_put_off(title: &str) => "{title}（次回に話します）", "{title} (put off to the next meeting)";
    news_decided(text: &str) => "【決定】{text}", "[decided] {text}";
    news_noted(text: &str) => "【わかったこと】{text}", "[found out] {text}";
    news_next_meeting(meeting: &str, when: &str) => "次の会議：{meeting}　{when}", "Next meeting: {meeting}, {when}";

    report_title(year: &str) => "{year} 事業実施報告書", "Report on {year}";
    report_heading(number: usize, name: &str) => "{number}　{name}", "{number}. {name}";
    report_nothing => "記録がありません。", "Nothing is on record.";
    report_nobody_named => "個人の氏名は載せていません。", "No person is named in this report.";
    fact_council => "会の名称", "Council";
    fact_aim => "目的", "Aim";
    fact_made_on => "作成日", "Made on";
    report_in_short(meetings: usize, attended: u32, decisions: usize) => "会議を{meetings}回開き、のべ{attended}人が出席し、{decisions}件を決めました。", "Meetings held: {meetings}; attendances in all: {attended}; decisions: {decisions}.";
    report_meetings => "会議の開催状況", "Meetings";
    report_number => "回", "No.";
    report_participation => "団体・部署ごとの出席", "Attendance by organisation";
    report_organisation => "団体・部署", "Organisation";
    report_class => "区分", "Class";
    report_came => "出席した回", "Meetings attended";
    report_came_of(came: usize, asked: usize) => "{came}／{asked}回", "{came} of {asked}";
    report_put_off => "次の会議に持ち越し", "put off to the next meeting";
    report_raised_to(name: &str, day: &str) => "{name}へ上申（{day}）", "raised to {name} ({day})";
    report_raised_by(name: &str, day: &str) => "{name}から上申（{day}）", "raised by {name} ({day})";
    report_answered(day: &str, answer: &str) => "回答（{day}）：{answer}", "answer ({day}): {answer}";
    report_noted => "わかったこと", "What was found out";
    report_this_year => "今年度", "This year";
    report_base => "基準", "Base";
    report_target => "目標", "Target";
    report_change => "変化", "Change";
    report_no_figure => "―", "–";
    report_last(figure: &str) => "最新 {figure}", "last {figure}";
    report_moved => "十のポイントの歩み", "The ten points";
    report_assessed(asked: usize, in_place: usize, partly: usize, apart: usize, not_yet: usize) => "しるし{asked}を問い、全員できている{in_place}、一部{partly}、見方が分かれる{apart}、全員まだ{not_yet}", "signs asked {asked}: in place for all {in_place}, in part {partly}, views differ {apart}, not yet for all {not_yet}";

    handover_title(council: &str) => "{council} 引継書", "{council}: handover";
    handover_kind => "会の種類", "Kind of council";
    handover_leads => "だれが何を担っているか", "Who leads what";
    handover_point => "ポイント", "Point";
    handover_without_lead(points: &str) => "担当が決まっていないポイント：{points}", "Points without a lead: {points}";
    handover_ends(day: &str) => "担い手の任期は{day}まで", "its holder's term ends {day}";
    handover_ends_this_year => "今年度で満了", "ends this year";
    handover_ended => "満了済み", "is over";
    handover_late(days: i64) => "{days}日超過", "{days} days late";
    handover_open => "終わっていないこと", "What is open";
    handover_nothing_open => "終わっていないことはありません。", "Nothing is open.";
    handover_minutes => "確定していない議事録", "Minutes not final yet";
    handover_suggestions => "次の議題に勧めること", "For the next agenda";
    handover_untold(day: &str, answer: &str) => "{day}に回答あり、会議へは未報告：{answer}", "answered on {day}, not told to a meeting yet: {answer}";
    handover_people => "あいさつする相手", "Whom to greet";
    handover_coming => "これからの一年", "The coming year";
    handover_usual_year => "年間の進め方の例", "A usual year";
    handover_when => "月", "Month";
    handover_topics => "議題の例", "Topics";
    handover_term_ends(seat: &str) => "{seat}の任期の終わり", "the term of {seat} ends";
    handover_deadline(meeting: &str, paper: &str) => "{meeting}の{paper}の期限", "{paper} of {meeting} due";
    handover_year_ends(year: &str, rows: usize, indicators: usize) => "{year}の終わり（計画・評価表{rows}行の評価、指標{indicators}の数値）", "{year} ends (rows of the sheet to be judged: {rows}; indicators to be read: {indicators})";
    handover_history => "これまでの歩み", "How it came here";
    handover_earlier(meetings: usize) => "これより前の会議：{meetings}回", "Meetings before these: {meetings}";
    handover_day => "期日", "Day";
    handover_touched => "触れたポイント", "Points touched";
    handover_done_of(done: usize, given: usize) => "{given}件（完了{done}）", "{given} (done {done})";
    handover_steps => "節目", "Milestones";

    wall_title(council: &str) => "{council} 十のポイント", "{council}: the ten points";
    wall_as_of(day: &str) => "{day} 現在", "as of {day}";
}
