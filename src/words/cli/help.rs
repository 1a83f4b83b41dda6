//! The help of the command line, by command and argument.

use crate::words::{Words, catalogue};

catalogue! {
    help_usage => "使い方：", "Usage:";
    help_example => "例：", "Example:";
    help_commands => "命令", "Commands";
    help_command_name => "命令", "COMMAND";
    help_arguments => "引数", "Arguments";
    help_everywhere => "どの命令でも", "Everywhere";
    help_options => "オプション", "Options";

    help_program => "会議体の次第・名簿・役割・宿題・ボード・議事録を、端末ひとつで。\n命令なしで開くと、会議体を選ぶ画面になります。",
        "Agenda, roster, roles, actions, board and record of a council, in the terminal.\nWithout a command it opens the councils on the screen.";
    help_demo => "見本の会議体を開く（変更はその場かぎり）", "Open a complete sample council; changes stay for that run only";
    help_open => "会議体を画面で開く", "Open a council on the screen";
    help_new => "会議体をつくる", "Make a council";
    help_list => "会議体の一覧", "List the councils";
    help_meeting => "会議をつくる・並べる・始める・閉じる", "Plan, list, start and close meetings";
    help_meeting_add => "会議を予定に入れ、前回から議題を引き継ぐ", "Plan a meeting; its agenda carries over from the last one";
    help_meeting_list => "会議の一覧", "List the meetings";
    help_meeting_start => "会議を始める", "Start a meeting";
    help_meeting_close => "開催中の会議を閉じる", "Close the running meeting";
    help_import => "ほかで作った表や議事録の取り込み（会議体は一つの変更として変わる）", "Take in lists and minutes kept elsewhere, as one change";
    help_import_roster => "名簿を表から取り込む（見出し：氏名・ふりがな・所属・職・役職・区分・メール）",
        "Take in a roster (headings: name, kana, organisation, post, office, class, email)";
    help_import_actions => "宿題の一覧を表から取り込む（見出し：番号・内容・担当・期限・状態・備考）",
        "Take in a list of actions (headings: number, text, owners, due, state, note)";
    help_import_sheet => "各課から戻った計画・評価表を、行ごとに合わせる", "Merge plan-and-evaluation sheets that departments sent back, row by row";
    help_import_minutes => "ほかで書いた議事録を、議題ごとに会議の議事録へ取り込む", "Take minutes typed elsewhere into the record of a meeting, item by item";
    help_capture => "議事録の書き方で書いた行を、会議の議事録に加える", "Add lines in the capture language to the record of a meeting";
    help_record => "会議の議事録を行ごとに", "The record of a meeting, line by line";
    help_search => "すべての会議の記録・宿題・議題・名簿・ボードから探す", "Search every meeting, actions, roster and board";
    help_paper => "会の書類をつくる（次第、議事録、名簿、報告書など）", "Make a paper: agenda, minutes, roster, report …";
    help_minutes => "会議録をつくる", "Make the minutes of a meeting";
    help_actions => "宿題の一覧", "List the actions";
    help_board => "十のポイントのいま", "Where the ten points stand";
    help_points => "十のポイントの一覧。番号を書くと、ねらい・問い・しるし・ほかの町の例まで", "The ten points; with a number, its purpose, questions, signs and what other towns did";
    help_cases => "ほかの町の事例。名前を書くと、その事例をくわしく", "Cases of other towns; with a name, the whole case";
    help_models => "ボードを読むための見方（七段階、連続体など）。名前を書くと項目まで", "Models to read the board through; with a name, its items";
    help_templates => "会議体のひな形。名前を書くと、団体・役職・次第・はじめの一年まで", "Templates for councils; with a key, its bodies, seats, agenda and first year";
    help_forms => "計画・評価表と事業実施報告書の様式。名前を書くと、欄ごとの問いまで", "The plan-and-evaluation sheet and the yearly report; with a key, what each part asks";
    help_sheet => "計画・評価表：課・連携先ごとの計画と一年の歩み", "The plan-and-evaluation sheet, a row for each section or partner";
    arg_sheet_year => "年度（例：R8、2026）。なければ今年度", "Fiscal year, such as 2026; without it the present one";
    help_indicators => "指標の一覧：基準、最後の値、基準からの変化", "List the indicators: base, last reading, change since the base";
    help_escalations => "親会議へ上げた課題と、下の会から上がってきた課題の一覧", "List the issues raised to the parent council and to this one";
    help_raise => "この会で解けない課題を親会議へ上げる", "Raise an issue that cannot be solved here to the parent council";
    help_answer => "上がってきた課題に答える", "Answer an issue that was raised";
    help_withdraw => "上げた課題を取り下げる", "Withdraw an issue that was raised";
    help_assessments => "自己点検の一覧。日付を書くと、しるしごとの声と前回との違いまで", "List the self-assessments; with a day, the voices on each sign and what changed";
    help_partners => "連携先の一覧：間柄、受け持ち、最後の連絡、ポイント。名前を書くとくわしく", "Partners: how close, load, last contact, points; with a name, one in full";
    help_next => "次の議題に勧めることと、そのわけ。--accept で次の会議の議題に加える", "What the next agenda could take up, and why; --accept puts one on it";
    help_history => "だれが、いつ、何を変えたか。--at でその時の会議体を見る（読むだけ）",
        "Who changed what and when; with --at, the council as it was then (read only)";
    help_restore => "控えの一覧を見て、選んだ控えに戻す（いまの状態も控えに残る）",
        "List the backups, and go back to one; what is there now becomes a backup";
    help_check => "ファイルの誤りとつながりの切れを探す", "Look for mistakes in the files and for broken links";
    help_grow => "架空の会議体を、規模を選んでつくる", "Make a made-up council of a wished size";
    help_completions => "シェルの補完をつくる", "Make the completions for a shell";

    arg_escalation => "課題のid（escalationsで見られる。はじめの数文字でもよい）", "The issue's id (see escalations), or how it begins";
    arg_issue => "課題。この会で決められないことを一文で", "The issue: what cannot be settled here, in a sentence";
    arg_answer => "回答", "The answer";
    arg_why => "試したことと、ここでは解けないわけ", "What was tried, and why it cannot be solved here";
    arg_raise_point => "関わるポイント：番号1から10、またはid（くり返せる）", "A point it is about: its number 1 to 10, or its id (can be repeated)";
    arg_to => "上げる先：会議体の名前。ここにない会は名称で（一度上げた会は覚える）", "To whom: a council's slug, or the name of one kept elsewhere; the first one becomes the parent";
    arg_considered => "回答はまだで、検討を始めたことにする", "Only note that it is being considered";
    arg_home => "会議体を置くフォルダー（NORISHIRO_HOMEでも）", "Folder the councils are kept in (or NORISHIRO_HOME)";
    arg_lang => "言葉：ja、en", "Language: ja, en";
    arg_theme => "色：auto、dark、light（NO_COLORで色なし）", "Colours: auto, dark, light (none with NO_COLOR)";
    arg_ambiguous => "①や→の幅：auto、narrow（半角）、wide（全角）", "Width of ① and →: auto, narrow, wide";
    arg_now => "いまの日時とするもの", "The moment to take for now";
    arg_help => "この説明を出す", "Show this help";
    arg_version => "版を出す", "Show the version";
    arg_council => "会議体の名前（listで見られる）", "The council's slug (see list)";
    arg_organisation => "団体の名前、略称、ふりがな（一部でも）", "Name, short name or reading of an organisation, or a part of it";
    arg_all_councils => "会議体の名前（なければすべて）", "The council's slug; all of them without it";
    arg_slug => "フォルダーになる名前（半角の英小文字・数字・ハイフン）", "Name of its folder: small letters, digits, hyphens";
    arg_name => "会議体の名称", "What the council is called";
    arg_template => "ひな形：prefectural、area、working-group、in-house、community、programme、blank（なければblank）",
        "Template: prefectural, area, working-group, in-house, community, programme, blank (the default)";
    arg_json => "JSONで出す", "Print JSON";
    arg_lens => "見方を通して読む（名前はmodelsで見られる）", "Read it through this model (see models)";
    arg_strengths => "強みと、そこから開くポイント", "The strengths, and which points they open";
    arg_trail => "どの会議がどのポイントに触れたか", "Which meeting touched which point";
    arg_meeting_step => "会議のid、2026-1、または日付", "The meeting's id, 2026-1, or its date";
    arg_meeting_write => "書き込む会議（なければ開催中、または最後に予定した会議）", "The meeting to write in (else the running one, or the one planned last)";
    arg_meeting_read => "会議（なければ開催中、または議事録のある最後の会議）", "The meeting (else the running one, or the last with a record)";
    arg_date => "開催日：2026-11-20、令和8年11月20日、来週金曜 など", "The day: 2026-11-20, 20 Nov 2026, next friday …";
    arg_asked_on => "問うた日：2026-09-25、令和8年9月25日 など", "The day it was asked: 2026-09-25, 25 Sep 2026 …";
    arg_start => "開始：14:00、午後2時 など", "Start: 14:00, 2pm …";
    arg_end => "終了：15:30 など", "End: 15:30 …";
    arg_place => "会場、またはオンライン", "The room, or online";
    arg_table_file => "見出しのある表：.xlsx、またはCSV・TSV（UTF-8かShift_JIS）。- で標準入力", "Table with headings: .xlsx, or CSV or TSV in UTF-8 or Shift_JIS; - for standard input";
    arg_minutes_file => "議事録：.docx、またはテキストかMarkdown（UTF-8かShift_JIS）。- で標準入力", "Minutes: .docx, or text or Markdown in UTF-8 or Shift_JIS; - for standard input";
    arg_map => "列を手で割り当てる：見出し=列、3=name、備考=（読まない）。何度でも", "Assign a column by hand: HEADING=COLUMN, 3=name, or HEADING= to pass it over; can be repeated";
    arg_rest => "取り込めない行があっても、ほかの行を取り込む", "Take in the other lines where some are refused";
    arg_empties => "相手が空にした欄は、こちらも空にする", "Cells that the sender left empty become empty here, too";
    arg_import_meeting => "書き込む会議（なければ開催中、または日の近い会議）", "The meeting to write into (else the running one, or the one at hand)";
    arg_dry_run => "何が変わるかだけを出し、書き込まない", "Say what would change, and write nothing";
    arg_capture_file => "読むファイル（- またはなしで標準入力）", "File to read (- or nothing: standard input)";
    arg_words => "探す言葉と絞り込み：種別:決定 状態:未完 @名前 #ポイント 期限:<12/20 会議:第3回（すべてを満たすものを古い順に出す。\"…\" はひと続きの言葉）",
        "Words and filters, all of which must hold: is:decision is:open @name #point due:<12/20 in:No.3; \"…\" keeps words together. The oldest comes first";
    arg_kind => "書類：agenda（次第）、notice（開催通知）、roster（名簿）、seating（座席表）、minutes（議事録）、summary（概要）、actions（宿題一覧）、news（かわら版）、sheet（計画・評価表）、report（報告書）、handover（引継書）、board（ボード）、everything（全データ）", "The paper: agenda, notice, roster, seating, minutes, summary, actions, news, sheet, report, handover, board, everything";
    arg_paper_format => "形式：docx、xlsx、html、md、txt、csv、ics、json、svg（なければその書類のふつうの形式）", "Format: docx, xlsx, html, md, txt, csv, ics, json, svg (else the usual one of the paper)";
    arg_minutes_format => "形式：docx、html、md、txt（なければmd）", "Format: docx, html, md (the default), txt";
    arg_paper_year => "年度（R8、2026など。なければ今年度）", "Fiscal year: 2026, R8 (this one by default)";
    arg_times => "議事録の行に時刻を付ける", "The time before each line of the minutes";
    arg_by => "名簿の並べ方：office（役職順）、class（区分別）、organisation（団体別）", "Order of the roster: office, class, organisation";
    arg_all => "終わったものも含めて", "Those that are done, too";
    arg_encoding => "CSVの文字コード：utf8（BOM付き）、cp932（Shift_JIS）", "Encoding of CSV: utf8 (with BOM), cp932";
    arg_sheet_size => "ボードの用紙：a4、a3", "Sheet the board is printed on: a4, a3";
    arg_off_record => "全データに、記録外の行も含める", "Also what is off the record (only in everything)";
    arg_paper_output => "書き出すファイル、またはフォルダー。- は標準出力（なければ今のフォルダー。md、txt、jsonは標準出力）", "File or folder to write to, - for standard output (else this folder; md, txt and json: standard output)";
    arg_overwrite => "同じ名前のファイルがあれば置き換える", "Replace a file of the same name";
    arg_output => "書き出すファイル（なければ標準出力）", "File to write (else standard output)";
    arg_verbatim => "要点があっても、記録した行をすべて載せる", "Every line, also where an item has a summary";
    arg_names => "名前の出し方：full（そのまま）、office（会長・委員・事務局）、letters（委員A・委員B）、none（出さない）", "How people are named: full, office, letters (member A, B), none";
    arg_check => "確認・確定の前に見ることを一覧にする（あれば終了コード1）", "List what to look at before the minutes are final (exit code 1 if anything)";
    arg_finalise => "確認済みにして確定する（以後は直せない）", "Call the minutes checked and make them final (locked)";
    arg_anyway => "見ることが残っていても確定し、残ったことを記録する", "Make them final all the same; what was left is recorded";
    arg_reopen => "理由を書いて確定を解き、次の版を始める", "Reopen final minutes for a reason, as the next version";
    arg_open => "未了のものだけ", "Only those not done";
    arg_overdue => "期限を過ぎたものだけ", "Only those past their day";
    arg_done_since_last => "前回の会議のあとに終わったものだけ", "Only those done since the last meeting";
    arg_owner => "担当（人・組織・役の名前、またはその一部）", "Owner: a person, organisation or office, or part of the name";
    arg_accept => "この番号の勧めを、次の会議の議題に加える", "Put the suggestion of this number on the next agenda";
    arg_size => "規模：s（1年）、m（10年）、l（23年）", "Size: s (1 year), m (10 years), l (23 years)";
    arg_seed => "乱数の種（同じ種なら同じ会議体）", "Seed: the same one makes the same council";
    arg_at => "その時の状態を見る：2026-11-20T14:00、または日付（その日の終わり）", "As it was then: 2026-11-20T14:00, or a day (its end)";
    arg_record => "この記録を変えたものだけ：id、宿題の番号、名前など", "Only what changed this record: id, number of the action, name …";
    arg_state_output => "その時の状態を別の保存先として書き出すフォルダー。norishiro --home DIR で開ける", "Folder to write that state to, as a home of its own: open it with norishiro --home DIR";
    arg_repair => "控えを取ってから、確かめられるものだけを直す", "Take a backup, then mend what can be proven";
    arg_list => "控えの一覧を見る", "List the backups";
    arg_from => "戻す控えの名前（--list で見られる）", "The backup to go back to (see --list)";
    arg_point => "ポイントの番号（1〜10）、または名前（ready など）", "The point: 1 to 10, or its name (ready …)";
    arg_cases_point => "このポイントで何をしたかを、事例ごとに一行で", "What each case did at this point: 1 to 10, or its name";
    arg_cases_place => "この場所のものだけ（町・県の名、またはその一部）", "Only those of this place: a town or prefecture, or part of its name";
    arg_case => "事例の名前、または場所（場所の一部でもよい）", "The case: its name, or its place or part of it";
    arg_one_template => "ひな形の名前（書かなければ一覧）", "The template: its key; without one, the list";
    arg_form => "様式の名前：evaluation、report（書かなければ一覧）", "The form: evaluation or report; without one, the list";
    arg_model => "見方の名前、またはその一部", "The model: its name, or part of it";
    arg_shell => "シェル：bash、zsh、fish、powershell、elvish", "Shell: bash, zsh, fish, powershell, elvish";
}

impl Words {
    /// What a command does; `path` is its name below `norishiro`, empty for the program itself.
    pub fn command_help(self, path: &str) -> &'static str {
        match path {
            "" => self.help_program(),
            "demo" => self.help_demo(),
            "open" => self.help_open(),
            "new" => self.help_new(),
            "list" => self.help_list(),
            "meeting" => self.help_meeting(),
            "meeting add" => self.help_meeting_add(),
            "meeting list" => self.help_meeting_list(),
            "meeting start" => self.help_meeting_start(),
            "meeting close" => self.help_meeting_close(),
            "import" => self.help_import(),
            "import roster" => self.help_import_roster(),
            "import council" => self.help_import_council(),
            "schema" => self.help_schema(),
            "import actions" => self.help_import_actions(),
            "import sheet" => self.help_import_sheet(),
            "import minutes" => self.help_import_minutes(),
            "capture" => self.help_capture(),
            "record" => self.help_record(),
            "search" => self.help_search(),
            "minutes" => self.help_minutes(),
            "paper" => self.help_paper(),
            "actions" => self.help_actions(),
            "board" => self.help_board(),
            "points" => self.help_points(),
            "cases" => self.help_cases(),
            "models" => self.help_models(),
            "templates" => self.help_templates(),
            "forms" => self.help_forms(),
            "wording" => self.help_wording(),
            "indicators" => self.help_indicators(),
            "sheet" => self.help_sheet(),
            "escalations" => self.help_escalations(),
            "raise" => self.help_raise(),
            "answer" => self.help_answer(),
            "withdraw" => self.help_withdraw(),
            "assessments" => self.help_assessments(),
            "partners" => self.help_partners(),
            "next" => self.help_next(),
            "history" => self.help_history(),
            "restore" => self.help_restore(),
            "check" => self.help_check(),
            "grow" => self.help_grow(),
            "completions" => self.help_completions(),
            _ => "",
        }
    }

    /// What an argument is for, in the command it belongs to.
    pub fn argument_help(self, path: &str, argument: &str) -> &'static str {
        match (path, argument) {
            (_, "home") => self.arg_home(),
            (_, "lang") => self.arg_lang(),
            (_, "theme") => self.arg_theme(),
            (_, "ambiguous") => self.arg_ambiguous(),
            (_, "now") => self.arg_now(),
            (_, "help") => self.arg_help(),
            (_, "version") => self.arg_version(),
            ("check", "council") => self.arg_all_councils(),
            ("wording", "council") => self.arg_wording_council(),
            (_, "write") => self.arg_wording_write(),
            (_, "council") => self.arg_council(),
            (_, "json") => self.arg_json(),
            ("cases", "point") => self.arg_cases_point(),
            ("cases", "place") => self.arg_cases_place(),
            ("raise", "point") => self.arg_raise_point(),
            ("raise", "text") => self.arg_issue(),
            (_, "text") => self.arg_answer(),
            (_, "why") => self.arg_why(),
            (_, "to") => self.arg_to(),
            (_, "considered") => self.arg_considered(),
            (_, "escalation") => self.arg_escalation(),
            (_, "point") => self.arg_point(),
            ("sheet" | "import sheet", "year") => self.arg_sheet_year(),
            (_, "lens") => self.arg_lens(),
            (_, "strengths") => self.arg_strengths(),
            (_, "trail") => self.arg_trail(),
            (_, "case") => self.arg_case(),
            (_, "model") => self.arg_model(),
            (_, "organisation") => self.arg_organisation(),
            (_, "slug") => self.arg_slug(),
            (_, "name") => self.arg_name(),
            ("templates", "template") => self.arg_one_template(),
            (_, "template") => self.arg_template(),
            (_, "form") => self.arg_form(),
            ("meeting start" | "meeting close", "meeting") => self.arg_meeting_step(),
            ("capture", "meeting") => self.arg_meeting_write(),
            ("import minutes", "meeting") => self.arg_import_meeting(),
            (_, "meeting") => self.arg_meeting_read(),
            ("assessments", "date") => self.arg_asked_on(),
            (_, "date") => self.arg_date(),
            (_, "start") => self.arg_start(),
            (_, "end") => self.arg_end(),
            (_, "place") => self.arg_place(),
            ("import council", "file") => self.arg_council_file(),
            ("import minutes", "file") => self.arg_minutes_file(),
            ("import roster" | "import actions" | "import sheet", "file") => self.arg_table_file(),
            (_, "maps") => self.arg_map(),
            (_, "rest") => self.arg_rest(),
            (_, "empties") => self.arg_empties(),
            (_, "dry_run") => self.arg_dry_run(),
            (_, "file") => self.arg_capture_file(),
            (_, "words") => self.arg_words(),
            (_, "at") => self.arg_at(),
            (_, "record") => self.arg_record(),
            (_, "repair") => self.arg_repair(),
            (_, "list") => self.arg_list(),
            (_, "from") => self.arg_from(),
            (_, "check") => self.arg_check(),
            (_, "finalise") => self.arg_finalise(),
            (_, "anyway") => self.arg_anyway(),
            (_, "reopen") => self.arg_reopen(),
            (_, "open") => self.arg_open(),
            (_, "overdue") => self.arg_overdue(),
            (_, "done_since_last") => self.arg_done_since_last(),
            (_, "owner") => self.arg_owner(),
            (_, "accept") => self.arg_accept(),
            (_, "size") => self.arg_size(),
            (_, "seed") => self.arg_seed(),
            (_, "shell") => self.arg_shell(),
            _ => self.paper_argument_help(path, argument),
        }
    }

    /// What an argument of the commands that write papers is for.
    fn paper_argument_help(self, path: &str, argument: &str) -> &'static str {
        match (path, argument) {
            ("history", "output") => self.arg_state_output(),
            ("minutes", "format") => self.arg_minutes_format(),
            (_, "format") => self.arg_paper_format(),
            (_, "kind") => self.arg_kind(),
            ("paper", "year") => self.arg_paper_year(),
            (_, "times") => self.arg_times(),
            (_, "by") => self.arg_by(),
            (_, "all") => self.arg_all(),
            (_, "encoding") => self.arg_encoding(),
            ("paper", "size") => self.arg_sheet_size(),
            (_, "off_record") => self.arg_off_record(),
            ("paper" | "actions", "output") => self.arg_paper_output(),
            (_, "overwrite") => self.arg_overwrite(),
            (_, "verbatim") => self.arg_verbatim(),
            (_, "names") => self.arg_names(),
            (_, "output") => self.arg_output(),
            _ => "",
        }
    }
}
