//! What is said around points, cases and models when they are printed.

use crate::words::{Words, catalogue};
use chrono::Month;

catalogue! {
    know_points => "十のポイント", "The ten points";
    know_agenda => "議題になること", "For the agenda";
    know_opens => "強みになると開くポイント（norishiroの読み）", "As a strength it opens (our own reading)";
    know_more_towns => "ほかにも", "Also";
    know_models => "見方のなかでの位置（norishiroの読み）", "Where the models speak of it (our own reading)";

    know_facts => "町と事業", "The place and the work";
    know_history => "経緯", "History";
    know_community => "地域への働きかけ", "How they went about it";
    know_done => "ポイントごとに行ったこと", "What was done at each point";
    know_features => "特徴", "What marks it";
    know_tools => "つくった道具", "Tools made";
    know_figures => "数字", "Figures";
    know_learn => "学べること", "What to learn";
    know_outlook => "これから", "Outlook";
    know_see_case => "くわしくは：norishiro cases 名前", "Read one with: norishiro cases NAME";
    know_see_point => "くわしくは：norishiro points 番号", "Read one with: norishiro points N";
    know_see_model => "くわしくは：norishiro models 名前", "Read one with: norishiro models NAME";

    know_see_template => "くわしくは：norishiro templates 名前", "Read one with: norishiro templates KEY";
    know_see_form => "くわしくは：norishiro forms 名前", "Read one with: norishiro forms KEY";

    know_aim => "ねらい", "Aim";
    know_invited => "声をかける団体", "Bodies usually invited";
    know_seats => "会の席", "Seats";
    know_first_agenda => "はじめの次第", "First agenda";
    know_topics => "参考にする議題（出典による）", "Topics the source suggests";
    know_first_year => "はじめの一年（norishiroの案）", "The first year (our own proposal)";
    know_form_rows => "一行ごとに", "A row for each";

    know_marks => "しるし", "How to tell";
    know_marks_ours => "しるし（norishiroの言葉）", "How to tell (our own words)";
    know_speaks_to => "関わるポイント（norishiroの読み）", "Points it speaks to (our own reading)";

    cli_no_point(typed: &str) => "「{typed}」というポイントはありません。", "There is no point “{typed}”.";
    cli_no_case(typed: &str) => "「{typed}」という事例はありません。", "There is no case “{typed}”.";
    cli_no_model(typed: &str) => "「{typed}」という見方はありません。", "There is no model “{typed}”.";
    cli_no_form(typed: &str) => "「{typed}」という様式はありません。", "There is no form “{typed}”.";
    cli_no_cases => "当てはまる事例はありません。", "There is no such case.";

    number_about(number: &str) => "約{number}", "about {number}";
    number_span(least: &str, most: &str) => "{least}〜{most}", "{least}–{most}";
    number_part(part: u32, of: u32) => "{of}分の{part}", "{part}/{of}";
    month_named(number: u32, name: &str) => "{number}月", "{name}";
    calendar_year(year: i32) => "{year}年", "{year}";
}

impl Words {
    /// 5月, May. Empty for what is no month.
    pub fn know_month(self, month: u32) -> String {
        let of_the_year = u8::try_from(month).ok().and_then(|it| Month::try_from(it).ok());
        of_the_year.map_or_else(String::new, |it| self.month_named(month, it.name()))
    }
}
