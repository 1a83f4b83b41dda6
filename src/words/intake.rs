//! Taking in lists and minutes kept elsewhere: columns, what would change, what cannot be taken and why.

use super::{Said, Words, catalogue};
use crate::{
    domain::{
        Column, Council, Edit,
        decide::import::{Aside, Fate, Field, Imported, Taken, WhyNot},
        list::Way,
    },
    intake::{Kind, NoPlan, NotMapped, Unread},
};

catalogue! {
    intake_counts(added: usize, changed: usize, left: usize, refused: usize) =>
        "追加{added}、変更{changed}、変更なし{left}、取り込めない行{refused}", "added {added}, changed {changed}, unchanged {left}, refused {refused}";
    intake_dry => "試しに読んだだけで、会議体は変えていません。", "This was only a trial; the council was not changed.";
    intake_nothing_taken => "取り込めない行があるので、何も取り込んでいません。", "Some lines are refused, so nothing was taken in.";
    intake_rest_next => "その行を直してもう一度取り込むか、--rest でほかの行だけを取り込んでください。", "Mend those lines and take the file in again, or take in the others with --rest.";
    intake_passed_over(headings: &str) => "読まなかった列：{headings}（--map 見出し=列 で割り当てられます）", "Columns passed over: {headings} (assign one with --map HEADING=COLUMN)";
    intake_line(line: usize) => "{line}行目", "line {line}";
    intake_change(label: &str, before: &str, after: &str) => "{label}：{before} → {after}", "{label}: {before} → {after}";
    intake_empty => "（空）", "(empty)";
    intake_at(file: &str, line: usize) => "{file} {line}行目", "{file} line {line}";

    intake_aside_under(title: &str) => "議題「{title}」の下へ", "under the item “{title}”";
    intake_aside_new(title: &str) => "次第にない議題「{title}」を加える", "a new item “{title}” on the agenda";
    intake_aside_outside => "次第にない見出し。続く行は議題の外へ", "not on the agenda: what follows stands under no item";
    intake_aside_kept(why: &str) => "そのままメモにする（{why}）", "kept as a note ({why})";

    intake_nobody => "氏名も職もありません。", "It has neither a name nor a post.";
    intake_not_an_address(email: &str) => "「{email}」はメールアドレスの形ではありません（半角で、@が一つ）。", "“{email}” is not an e-mail address.";
    intake_several => "当てはまる委員が名簿に複数います。所属か職を書き足してください。", "Several members on the roster fit. Add the organisation or the post.";
    intake_twice(line: usize) => "{line}行目と同じもの（人・宿題・行）です。", "It is the same person, action or row as on line {line}.";
    intake_seat_given(title: &str, line: usize) => "{title}は{line}行目の人です。一人だけにしてください。", "The {title} is the person on line {line}; there can be only one.";
    intake_too_many_cells => "見出しより列が多くなっています。「,」を含むところは「\"」で囲んでください。", "It has more cells than there are headings; put quotation marks around a cell with a comma.";
    intake_too_long => "一つの欄が長すぎます。「\"」が閉じていないかもしれません。", "A cell is too long; a quotation mark may not be closed.";
    intake_several_lines => "一つの欄が何行にもわたっています。「\"」が閉じていないかもしれません。", "A cell runs over several lines; a quotation mark may not be closed.";
    intake_nothing_to_do => "番号も内容もありません。", "It has neither a number nor what is to be done.";
    intake_no_such_number(number: &str) => "番号「{number}」の宿題はありません。新しい宿題なら内容を書いてください。", "There is no action “{number}”. For a new one, say what is to be done.";
    intake_not_a_day(typed: &str) => "期限「{typed}」が読めません（例：2026-12-20、12月20日、次回、なし）。", "The due date “{typed}” cannot be read (such as 2026-12-20, next meeting, none).";
    intake_several_people(name: &str) => "「{name}」に当たる人が名簿に複数います。所属や職を付けてください。", "Several on the roster go by “{name}”. Add the organisation or the post.";
    intake_not_a_state(typed: &str) => "状態「{typed}」が読めません（未着手、進行中、待ち、完了、取りやめ）。", "The state “{typed}” cannot be read (open, in-progress, waiting, done, dropped).";
    intake_no_reason => "取りやめには、備考の欄に理由が要ります。", "To drop an action, give the reason in the note.";
    intake_no_such_row(id: &str) => "行「{id}」はこの評価表にありません。消されたか、ほかの会議体のものです。", "The row “{id}” is not in this sheet: it was deleted, or is of another council.";
    intake_several_rows => "同じ課・連携先の行が複数あります。書き出した表の、様式コードを残してください。", "Several rows are theirs. Keep the form codes of the sheet that was sent.";
    intake_nobodys_row => "どの課・連携先の行かがありません。", "It does not say whose row it is.";
    intake_not_a_year(typed: &str) => "年度「{typed}」が読めません（例：R8、2026）。", "The fiscal year “{typed}” cannot be read (such as 2026).";

    intake_not_text(file: &str) => "{file} が読めません。文字の並びではないか、知らない文字コードです。", "{file} cannot be read: it is no text, or in an encoding we do not know.";
    intake_not_text_next => "UTF-8かShift_JISで保存し直すか、.xlsx・.docxのまま渡してください。", "Save it as UTF-8 or Shift_JIS, or give the .xlsx or .docx itself.";
    intake_damaged(file: &str) => "{file} は壊れているか、ExcelやWordの文書ではありません。", "{file} is damaged, or is no document of Excel or Word.";
    intake_damaged_next => "開いて保存し直し、パスワードが付いていれば外してください。", "Open it and save it again; take the password off if there is one.";
    intake_too_large(file: &str) => "{file} は大きすぎます。名簿や議事録ではなさそうです。", "{file} is too large to be a list or minutes.";
    intake_too_large_next => "要るシートや行だけにして保存し直してください。", "Save only the sheet and the rows that are needed.";
    intake_old_office(file: &str) => "{file} は古い形式（.xls、.doc）か、パスワード付きの文書です。", "{file} is in an old format (.xls, .doc), or kept under a password.";
    intake_old_office_next => "パスワードを外し、.xlsx か .docx で保存し直してください。", "Take the password off, and save it as .xlsx or .docx.";
    intake_no_headings(file: &str) => "{file} に、知っている見出しがありません。", "{file} has no headings we know.";
    intake_no_headings_roster => "名簿には氏名か職の列が要ります。", "A roster needs a column for the name or the post.";
    intake_no_headings_actions => "宿題には番号か内容の列が要ります。", "Actions need a column for the number or the text.";
    intake_no_headings_sheet => "評価表には課・連携先と、書き込む欄の列が要ります。", "A sheet needs a column for whose it is, and columns that are written in.";
    intake_no_headings_next(fields: &str) => "見出しを付けるか、列を手で割り当ててください（--map 3=name など）。使える列：{fields}", "Give it headings, or assign columns by hand (as in --map 3=name). Columns: {fields}";
    intake_no_such_column(column: &str) => "「{column}」という列がありません。", "There is no column “{column}”.";
    intake_no_such_column_next => "見出しの言葉か、左から数えた番号で書いてください。", "Name it by its heading, or by its number from the left.";
    intake_not_a_map(typed: &str) => "割り当て「{typed}」が読めません。", "“{typed}” assigns no column.";
    intake_not_a_map_next(fields: &str) => "見出し=列、または番号=列と書きます。列：{fields}", "Write HEADING=COLUMN or NUMBER=COLUMN. Columns: {fields}";

    scope_intake => "取り込みの下見", "Taking in a list";
    cmd_intake => "取り込み", "take in";
    cmd_intake_help => "ほかで作った名簿・宿題・評価表・議事録を取り込む（先に下見が出る）", "take in a roster, actions, a sheet or minutes kept elsewhere; it is shown first";
    cmd_intake_take => "取り込む", "take in";
    cmd_intake_take_help => "見えているとおりに取り込む（Ctrl-Z で元に戻せる）", "take it in as it is shown (Ctrl-Z takes it back)";
    cmd_intake_leave => "やめる", "leave";
    cmd_intake_leave_help => "何も変えずに閉じる", "close it, everything as it was";
    cmd_intake_map => "列", "columns";
    cmd_intake_map_help => "列を選び、何の列かを決める", "choose a column and say what is in it";
    cmd_intake_headed => "1行目", "first line";
    cmd_intake_headed_help => "1行目を見出しとする、またはほかの行と同じに扱う", "the first line names the columns, or is a row like the others";
    cmd_intake_empties => "空の欄", "empty cells";
    cmd_intake_empties_help => "相手が空にした欄を、こちらも空にするかどうか", "whether cells left empty by the sender become empty here";
    intake_form => "取り込み", "Take in";
    intake_title(kind: &str, file: &str) => "取り込みの下見：{kind}  {file}", "To be taken in: {kind}  {file}";
    intake_file => "ファイル", "File";
    intake_file_hint => "場所と名前（~ 可、端末へドラッグ可）。.xlsx .csv .docx .txt など", "Path (~ will do, or drag it here): .xlsx .csv .docx .txt …";
    intake_file_wanted => "ファイルの場所と名前を書いてください。", "Say which file.";
    intake_what => "中身", "What it is";
    intake_what_hint => "左右の矢印で選ぶ", "choose with the arrows";
    intake_reading => "ファイルを読んでいます…", "reading the file…";
    intake_pasted => "貼り付け", "pasted";
    intake_columns => "列", "Columns";
    intake_column(heading: &str, field: &str) => "{heading}＝{field}", "{heading} = {field}";
    intake_not_read => "読まない", "not read";
    intake_pick_column => "どの列か", "Which column?";
    intake_pick_field => "何の列か", "What is in it?";
    intake_map_here => "F3 で、どの列が何かを決めてください。", "Press F3 to say which column is what.";
    intake_refused_lines => "取り込めない行", "Refused";
    intake_changed_lines => "変わるもの", "Changed";
    intake_added_lines => "加わるもの", "Added";
    intake_left_lines => "そのままのもの", "Left as it is";
    intake_nothing => "取り込むものがありません。Esc で閉じます。", "There is nothing to take in. Esc closes this.";
    intake_no_columns => "議事録に列はありません。", "Minutes have no columns.";
    intake_headings_known => "見出しの行は分かっています。", "The line of headings is known.";
    intake_only_sheets => "計画・評価表だけの選択です。", "This is only asked of plan-and-evaluation sheets.";
    intake_first_names => "1行目を見出しとします。", "The first line names the columns.";
    intake_first_is_row => "1行目もほかの行と同じに読みます。", "The first line is a row like the others.";
    intake_empties => "相手が空にした欄は、こちらも空にします。", "Cells left empty by the sender become empty here.";
    intake_no_empties => "相手が空にした欄は、いまのままにします。", "Cells left empty by the sender stay as they are.";
    intake_ask_rest(refused: usize, others: usize) => "取り込めない行が{refused}行あります。ほかの{others}行だけを取り込みますか。", "{refused} line(s) cannot be taken. Take in the other {others}?";
    intake_ask_keys => "F2 で取り込みます。Esc で下見に戻ります。", "F2 takes them in. Esc goes back.";
    intake_done(counts: &str) => "取り込みました（{counts}）。Ctrl-Z で元に戻せます。", "Taken in ({counts}). Ctrl-Z takes it back.";
    intake_left_alone => "取り込みませんでした。何も変わっていません。", "Nothing was taken in; everything is as it was.";

    intake_kind_roster => "名簿", "roster";
    intake_kind_actions => "宿題", "actions";
    intake_kind_sheet => "計画・評価表", "plan-and-evaluation sheet";
    intake_kind_minutes => "議事録", "minutes";

    intake_field_name => "氏名", "name";
    intake_field_kana => "ふりがな", "reading";
    intake_field_organisation => "所属", "organisation";
    intake_field_post => "職", "post";
    intake_field_office => "役職", "office";
    intake_field_class => "区分", "class";
    intake_field_email => "メール", "e-mail";
    intake_field_number => "番号", "number";
    intake_field_text => "内容", "text";
    intake_field_owners => "担当", "owners";
    intake_field_due => "期限", "due";
    intake_field_state => "状態", "state";
    intake_field_note => "備考", "note";
    intake_field_id => "様式コード", "form code";
    intake_field_whose => "課・連携先", "whose";
    intake_field_year => "年度", "fiscal year";
}

/// One thing that a line changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub label: &'static str,
    pub before: String,
    pub after: String,
    /// How to reach somebody: not for a screen that a room looks at.
    pub private: bool,
}

impl Words {
    pub fn intake_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Roster => self.intake_kind_roster(),
            Kind::Actions => self.intake_kind_actions(),
            Kind::Sheet => self.intake_kind_sheet(),
            Kind::Minutes => self.intake_kind_minutes(),
        }
    }

    /// What a column is called.
    pub fn intake_field(self, field: Field) -> &'static str {
        match field {
            Field::Name => self.intake_field_name(),
            Field::Kana => self.intake_field_kana(),
            Field::Organisation => self.intake_field_organisation(),
            Field::Post => self.intake_field_post(),
            Field::Office => self.intake_field_office(),
            Field::Class => self.intake_field_class(),
            Field::Email => self.intake_field_email(),
            Field::Number => self.intake_field_number(),
            Field::Text => self.intake_field_text(),
            Field::Owners => self.intake_field_owners(),
            Field::Due => self.intake_field_due(),
            Field::State => self.intake_field_state(),
            Field::Note => self.intake_field_note(),
            Field::Id => self.intake_field_id(),
            Field::Whose => self.intake_field_whose(),
            Field::Year => self.intake_field_year(),
            Field::Programme => self.sheet_column(Column::Programme),
            Field::Viewpoint => self.sheet_column(Column::Viewpoint),
            Field::Aim => self.sheet_column(Column::Aim),
            Field::Problems => self.sheet_column(Column::Problems),
            Field::Progress => self.sheet_column(Column::Progress),
            Field::Evaluation => self.sheet_column(Column::Evaluation),
        }
    }

    /// The columns of a kind, each as it is written on the command line.
    pub fn intake_fields(self, kind: Kind) -> String {
        let names = kind.fields().iter().map(|field| match self.lang {
            super::Lang::Ja => format!("{}（{}）", field.key(), self.intake_field(*field)),
            super::Lang::En => field.key().to_owned(),
        });
        names.collect::<Vec<_>>().join(self.pick("、", ", "))
    }

    /// How many lines fare how.
    pub fn intake_summary(self, imported: &Imported) -> String {
        let [added, changed, left] =
            [Fate::Added, Fate::Changed, Fate::Left].map(|fate| imported.count(fate));
        self.intake_counts(added, changed, left, imported.refused.len())
    }

    /// What a line changes in records that were there, thing by thing.
    pub fn intake_changes(self, before: &Council, after: &Council, edits: &[Edit]) -> Vec<Changed> {
        let changing = edits.iter().filter(|edit| edit.way() == Way::Replace);
        let pairs = changing.flat_map(|edit| {
            let were = self.facts(before, &edit.inverse());
            were.into_iter().zip(self.facts(after, edit))
        });
        let differing = pairs.filter(|(was, is)| was.value != is.value);
        let shown = |value: String| match value.as_str() {
            "" => self.intake_empty().to_owned(),
            _ => value.replace('\n', " / "),
        };
        let changes = differing.map(|(was, is)| Changed {
            label: is.label,
            before: shown(was.value),
            after: shown(is.value),
            private: is.private,
        });
        changes.collect()
    }

    /// What became of a line besides, in a few words.
    pub fn intake_aside(self, taken: &Taken) -> Option<String> {
        Some(match taken.aside.as_ref()? {
            Aside::Under(title) => self.intake_aside_under(title),
            Aside::NewItem(title) => self.intake_aside_new(title),
            Aside::Outside => self.intake_aside_outside().to_owned(),
            Aside::Kept(refusal) => self.intake_aside_kept(&self.refusal(refusal).0),
        })
    }

    /// Why a line was not taken, and how to mend it.
    pub fn intake_refused(self, why: &WhyNot) -> String {
        match why {
            WhyNot::Nobody => self.intake_nobody().to_owned(),
            WhyNot::NotAnAddress(email) => self.intake_not_an_address(email),
            WhyNot::Several => self.intake_several().to_owned(),
            WhyNot::Twice { line } => self.intake_twice(*line),
            WhyNot::SeatGiven { title, line } => self.intake_seat_given(title, *line),
            WhyNot::TooManyCells => self.intake_too_many_cells().to_owned(),
            WhyNot::SeveralLines => self.intake_several_lines().to_owned(),
            WhyNot::TooLong => self.intake_too_long().to_owned(),
            WhyNot::NothingToDo => self.intake_nothing_to_do().to_owned(),
            WhyNot::NoSuchNumber(number) => self.intake_no_such_number(number),
            WhyNot::NotADay(typed) => self.intake_not_a_day(typed),
            WhyNot::SeveralPeople(name) => self.intake_several_people(name),
            WhyNot::NotAState(typed) => self.intake_not_a_state(typed),
            WhyNot::NoReason => self.intake_no_reason().to_owned(),
            WhyNot::NoSuchRow(id) => self.intake_no_such_row(id),
            WhyNot::SeveralRows => self.intake_several_rows().to_owned(),
            WhyNot::NobodysRow => self.intake_nobodys_row().to_owned(),
            WhyNot::NotAYear(typed) => self.intake_not_a_year(typed),
            WhyNot::Refused(refusal) => self.refusal(refusal).0,
        }
    }

    /// Why nothing can be taken in from a file, and what to do.
    pub fn no_intake(self, file: &str, kind: Kind, why: &NoPlan) -> Said {
        match why {
            NoPlan::Unread(unread) => self.unread_file(file, *unread),
            NoPlan::NotMapped(NotMapped::NoHeadings) => said(
                self.intake_no_headings(file),
                self.why_no_headings(kind),
                self.intake_no_headings_next(&self.intake_fields(kind)),
            ),
            NoPlan::NotMapped(NotMapped::NoSuchColumn { column }) => {
                said(self.intake_no_such_column(column), "", self.intake_no_such_column_next())
            }
            NoPlan::Refused(refusal) => {
                let (what, next) = self.refusal(refusal);
                said(what, "", next)
            }
        }
    }

    /// That an assignment of a column cannot be read, and how one is written.
    pub fn not_a_map(self, typed: &str, kind: Kind) -> Said {
        said(self.intake_not_a_map(typed), "", self.intake_not_a_map_next(&self.intake_fields(kind)))
    }

    fn why_no_headings(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Roster => self.intake_no_headings_roster(),
            Kind::Actions => self.intake_no_headings_actions(),
            Kind::Sheet => self.intake_no_headings_sheet(),
            Kind::Minutes => "",
        }
    }

    fn unread_file(self, file: &str, unread: Unread) -> Said {
        match unread {
            Unread::NotText => said(self.intake_not_text(file), "", self.intake_not_text_next()),
            Unread::Damaged => said(self.intake_damaged(file), "", self.intake_damaged_next()),
            Unread::TooLarge => said(self.intake_too_large(file), "", self.intake_too_large_next()),
            Unread::OldOffice => said(self.intake_old_office(file), "", self.intake_old_office_next()),
            Unread::TooManyRows { rows, most } => {
                said(self.cli_too_many_lines(rows, most), "", self.cli_too_many_lines_next())
            }
        }
    }
}

fn said(what: impl Into<String>, why: impl Into<String>, next: impl Into<String>) -> Said {
    Said { what: what.into(), why: why.into(), next: next.into(), mark: None }
}
