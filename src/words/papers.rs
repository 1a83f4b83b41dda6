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
    kind_report => "事業実施報告書", "Yearly report";
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

    papers_title => "書類", "Papers";
    papers_file => "ファイル", "File";
    papers_written => "書き出し", "Written";
    papers_not_made => "この書類はまだつくれません。", "This paper cannot be made yet.";
    scope_papers => "書類の一覧", "List of papers";
    cmd_papers => "書類", "papers";
    cmd_papers_help => "いま見ているものの書類を選び、内容を見て書き出す", "papers of what is in view: choose, look, write";
    cmd_papers_write => "書き出す", "write";
    cmd_papers_write_help => "起動したフォルダーに書き出す（同じ名前があれば番号を付ける）", "write it to the folder you started in (numbered where the name is taken)";
    cmd_papers_choice => "選ぶ", "choose";
    cmd_papers_choice_help => "項目の次の選択肢へ（形式など）", "the next choice of the setting (such as the format)";
    cmd_papers_choice_back_help => "項目の前の選択肢へ", "the choice before";
    cmd_papers_setting => "次の項目", "next setting";
    cmd_papers_setting_help => "次の項目へ（形式、名前の出し方、並べ方など）", "the next setting: format, names, order …";
    cmd_papers_setting_back_help => "前の項目へ", "the setting before";
    cmd_papers_on => "続き", "more";
    cmd_papers_on_help => "書類の続きを見る", "look on in the paper";
    cmd_papers_back_help => "書類を戻って見る", "look back in the paper";
    cmd_papers_close_help => "書類の一覧を閉じる", "close the list of papers";
    setting_format => "形式", "Format";
    setting_names => "氏名", "Names";
    setting_record => "記録", "Record";
    setting_arrange => "並べ方", "Order";
    setting_roll => "内容", "Roster";
    setting_which => "対象", "Which";
    setting_encoding => "文字", "Encoding";
    setting_sheet => "用紙", "Sheet";
    setting_year => "年度", "Year";
    names_full => "そのまま", "in full";
    names_office => "役職", "office";
    names_letters => "委員A", "letters";
    names_none => "出さない", "none";
    record_summed => "要点", "summary";
    record_verbatim => "全文", "every line";
    by_office => "役職順", "by office";
    by_class => "区分別", "by class";
    by_organisation => "団体別", "by organisation";
    roll_members => "委員名簿", "members";
    roll_attendance => "出席者名簿", "attendance";
    which_open => "未了", "open";
    which_overdue => "期限超過", "overdue";
    which_all => "すべて", "all";
    which_everyone => "すべての課", "everyone";

    paper_no_such_format(kind: &str, formats: &str) => "{kind}の形式は次のとおりです：{formats}", "{kind} comes as: {formats}";
    paper_no_meeting => "まだ会議がありません。会議を予定するか、--meeting で指定してください。", "It is about a meeting, and there is none yet. Plan one, or name one with --meeting.";
    paper_not_loaded => "もとになる記録がまだ読み込まれていません。", "What it is made from has not been read yet.";
    paper_nothing(kind: &str) => "{kind}に載せるものがまだありません。", "There is nothing yet to put into: {kind}.";
    paper_does_not_fit(characters: &str) => "Shift_JISにない文字があります：{characters}　UTF-8で書き出してください。", "Shift_JIS has no such characters: {characters}. Write it as UTF-8.";
    paper_writer(why: &str) => "書き出せませんでした（{why}）。", "It could not be written ({why}).";
}
