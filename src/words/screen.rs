//! What the frame of the screen says: header, toasts, empty lists, the lobby, the council's own form.

use super::catalogue;

catalogue! {
    yes => "はい", "yes";
    no => "いいえ", "no";
    minutes_left(item: &str, whole: &str) => "残り{item}分/会議{whole}分", "{item} of {whole} min left";
    minutes_left_tight(item: &str, whole: &str) => "残{item}/{whole}分", "{item}/{whole}min";
    cannot_export(file: &str, why: &str) => "{file} を書き出せません（{why}）。", "Cannot write {file} ({why}).";
    cannot_export_next => "書き込めるフォルダーで起動し直してください。記録そのものは保存されています。", "Start in a folder you can write to. The record itself is saved.";
    ime_is_on => "IMEがオンです。半角/全角キーで切ると、文字のキーが使えます（F1〜F5はそのまま使えます）。", "The IME is on. Switch it off to use letter keys (F1 to F5 work anyway).";
    too_small => "画面が小さすぎます。40桁×12行以上に広げてください。", "The window is too small. Make it at least 40 columns by 12 rows.";
    no_match => "当てはまるものがありません。", "Nothing matches.";
    search_mark => "検索 / ", "search / ";
    palette => "コマンド", "Commands";
    undone(what: String) => "取り消しました：{what}", "Undone: {what}";
    redone(what: String) => "元に戻しました：{what}", "Redone: {what}";
    cannot_undo(what: String) => "取り消せません：{what}。その記録は、その後ほかで変わったか、片付けられています。いまの内容を直接直してください。", "Cannot undo: {what}. The record was changed elsewhere or put away since; change it as it is now instead.";
    cannot_redo(what: String) => "元に戻せません：{what}。その記録は、その後ほかで変わったか、片付けられています。いまの内容を直接直してください。", "Cannot redo: {what}. The record was changed elsewhere or put away since; change it as it is now instead.";
    nothing_to_undo => "取り消すものがありません。", "There is nothing to undo.";
    nothing_to_redo => "元に戻すものがありません。", "There is nothing to redo.";
    exported(path: &str) => "書き出しました：{path}", "Written: {path}";
    detail_shows => "詳しい内容は、もう表示されています。", "The details are on the screen already.";
    not_a_choice => "この欄は文字を入れる欄です。", "This field takes text.";
    no_meeting_to_show => "会議がまだありません。次第の画面で a を押すと作れます。", "There is no meeting yet. Press a on the agenda pane to make one.";
    demo_stays => "お試しでは、ほかの会は開けません。", "The demo opens no other council.";

    no_meetings => "会議がまだありません。a で最初の会議を予定します。", "No meetings yet. Press a to plan the first.";
    no_items => "議題がまだありません。a で加えます。", "No agenda items yet. Press a to add one.";
    no_members => "委員がまだいません。a で加えます。o で団体の一覧に替わります。", "No members yet. Press a to add one, o to see organisations.";
    no_organisations => "団体がまだありません。a で加えます。o で委員の一覧に戻ります。", "No organisations yet. Press a to add one, o to go back to members.";
    no_roles => "役割がまだありません。a で席を加えます。", "No roles yet. Press a to add a seat.";
    no_actions => "ここに出る宿題はありません。v で見方を替え、a で加えます。", "No action items here. Press v for another view, a to add one.";
    no_lines => "まだ何も書かれていません。", "Nothing is written yet.";

    product => "norishiro のりしろ", "norishiro";
    product_line => "会議を進める人の道具", "for the people who facilitate councils";
    reading => "読み込み中…", "Reading …";
    first_run_what => "会ごとに一つ、読めるファイルで、次第・名簿・役割・宿題・十のポイント・議事録をまとめておく道具です。", "One folder of readable files per council: agenda, roster, roles, action items, the ten points, and the record.";
    first_run_next => "まだ会がありません。F2 か Enter を押すと、ひな形から最初の会を作ります。", "There is no council yet. Press F2 or Enter to make the first one from a template.";
    first_run_demo => "まず見本を見るには、終了して norishiro demo と打ってください。", "To see a sample first, quit and run: norishiro demo";
    unreadable => "読めません", "unreadable";
    lobby_counts(meetings: usize, actions: usize) => "会議{meetings} 宿題{actions}", "meetings {meetings}, open actions {actions}";

    form_council => "会の設定", "Council";
    form_new_council => "新しい会", "New council";
    field_name => "名前", "Name";
    field_short => "略称", "Short name";
    field_kind => "種類", "Kind";
    field_aim => "目的", "Aim";
    field_quorum => "定足数", "Quorum";
    field_quorum_count => "定足数の人数", "Quorum count";
    field_proxies => "代理を数える", "Proxies count";
    field_online => "オンラインを数える", "Online counts";
    field_dates => "日付の書き方", "Dates";
    field_template => "ひな形", "Template";
    field_slug => "フォルダー名", "Folder name";
    dates_era => "令和8年11月20日（金）", "era (令和8年11月20日)";
    dates_iso => "2026-11-20", "2026-11-20";
    hint_short_council => "幅の狭い画面で使う短い名前", "a short name for narrow screens";
    hint_quorum_count => "定足数を人数で決めたときだけ", "only where the quorum is a fixed number";
    hint_council_name => "例：健康づくり推進協議会", "for example: Health Promotion Council";
    hint_template => "←→ か空白キーで選びます", "choose with ←→ or the space bar";
    hint_slug => "半角の英小文字・数字・ハイフン", "lower-case letters, digits and hyphens";
    name_wanted => "名前を入れてください。", "A name is needed.";
    folder_taken(slug: String) => "{slug} という会はもうあります。別の名前にしてください。", "There is a council called {slug} already. Choose another name.";
    folder_unfit(slug: String) => "「{slug}」はフォルダー名にできません。半角の英小文字・数字・ハイフンで、40字までにしてください。", "“{slug}” cannot be a folder name. Use up to 40 lower-case letters, digits and hyphens.";
    not_a_count(typed: String) => "「{typed}」は人数として読めません。数字で入れてください。", "“{typed}” is not a number of people.";

    scope_field => "文字の欄", "Text fields";
    scope_form => "入力の画面", "Forms";
    scope_picker => "選ぶ画面", "Pickers";
    scope_help => "操作一覧", "Help";
    scope_check_in => "受付", "Check-in";
    scope_read_back => "読み上げ確認", "Read-back";
    scope_asking => "記録の前に確かめる問い", "A question about the line";
    scope_notice => "お知らせ", "Notices";
    scope_find => "全部から探す", "Searching everything";
    scope_search => "検索中", "Searching";
    scope_capture => "議事録の入力", "Taking the record";
    scope_mending => "議事録の行を直す", "Editing a line of the record";
    scope_lobby => "会を選ぶ画面", "Choosing a council";
    scope_meetings => "次第：会議の一覧", "Agenda: meetings";
    scope_items => "次第：議題", "Agenda: items";
    scope_members => "名簿：委員と出席", "Roster: members and attendance";
    scope_organisations => "名簿：団体", "Roster: organisations";
    scope_roles => "役割", "Roles";
    scope_actions => "宿題", "Action items";
    scope_board => "ボード", "Board";
    scope_lines => "議事録の行", "Lines of the record";
    scope_list => "どの一覧でも", "In any list";
    scope_running => "会議の進行", "While a meeting runs";
    scope_council => "どの画面でも", "On every pane";
    scope_app => "いつでも", "Always";
}
