//! What papers are called, the formats they come in, and why one could not be made. What stands in them is in `paper.rs`.

use super::catalogue;

catalogue! {
    kind_agenda => "次第", "Agenda";
    kind_notice => "開催通知", "Notice";
    kind_roster => "名簿", "Roster";
    kind_seating => "座席表", "Seating";
    kind_minutes => "議事録", "Minutes";
    kind_summary => "会議結果の概要", "Summary";
    kind_actions => "宿題一覧", "Actions";
    kind_news => "かわら版", "News";
    kind_sheet => "計画・評価表", "Sheet";
    kind_report => "事業実施報告書", "Yearly-report";
    kind_handover => "引継書", "Handover";
    kind_board => "ボード", "Board";
    kind_everything => "全データ", "Everything";

    format_docx => "Word", "Word";
    format_xlsx => "Excel", "Excel";
    format_html => "ブラウザー", "web page";
    format_md => "Markdown", "Markdown";
    format_txt => "テキスト", "plain text";
    format_csv => "CSV", "CSV";
    format_ics => "カレンダー", "calendar";
    format_json => "JSON", "JSON";
    format_svg => "図（SVG）", "drawing (SVG)";

    file_draft => "案", "draft";
    file_final(version: u32) => "確定v{version}", "final-v{version}";
    file_for_public => "_公開用", "_public";

    paper_no_such_format(kind: &str, formats: &str) => "{kind}の形式は次のとおりです：{formats}", "{kind} comes as: {formats}";
    paper_no_meeting => "どの会議のものか決まりません。--meeting で指定してください。", "It is about a meeting, and there is none. Name one with --meeting.";
    paper_not_loaded => "もとになる記録がまだ読み込まれていません。", "What it is made from has not been read yet.";
    paper_nothing(kind: &str) => "{kind}に載せるものがまだありません。", "There is nothing yet to put into: {kind}.";
    paper_wording(phrase: &str, why: &str) => "文例「{phrase}」が使えません：{why}", "The wording of {phrase} does not work: {why}";
    paper_wording_at(phrase: &str, line: usize, why: &str) => "文例「{phrase}」の{line}行目が使えません：{why}", "The wording of {phrase} does not work, line {line}: {why}";
    paper_does_not_fit(characters: &str) => "Shift_JISにない文字があります：{characters}　UTF-8で書き出してください。", "Shift_JIS has no such characters: {characters}. Write it as UTF-8.";
    paper_writer(why: &str) => "書き出せませんでした（{why}）。", "It could not be written ({why}).";
}
