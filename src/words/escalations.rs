//! What the list of issues between a council and its parent says, and its commands.

use super::{Words, catalogue};
use crate::domain::{Edit, Escalation, EscalationState, ListEdit};

catalogue! {
    escalations_title => "上申（親会議とのやりとり）", "Issues raised, to us and by us";
    escalations_waiting_count(count: usize) => "この会の番 {count}件", "our turn: {count}";
    scope_escalations => "ボード：上申", "Board: raised issues";
    no_escalations => "上げた課題も、上がってきた課題もありません。a で親会議へ上げます。u でボードに戻ります。", "No issue was raised, by us or to us. Press a to raise one to the parent council, u to go back to the board.";
    escalation_none => "先に課題を選んでください。", "Choose an issue first.";
    escalation_theirs_to_answer => "回答は、上げた先の会が書きます。", "The council it was raised to writes the answer.";
    escalation_theirs_to_word => "課題の文は、上げた会が直します。", "The council that raised it words the issue.";
    escalation_no_answer => "回答がまだありません。", "There is no answer yet.";
    escalation_received_here => "報告するのは、課題を上げた会です。", "The council that raised it reports the answer.";

    escalation_elsewhere(name: &str) => "{name}（ほかで管理）", "{name} (kept elsewhere)";
    escalation_to_label => "上げた先", "Raised to";
    escalation_from_label => "上げた会", "Raised by";
    escalation_day_at(day: &str, meeting: &str) => "{day}　{meeting}", "{day}, {meeting}";
    escalation_next_answer => "s で検討中に、r で回答にします。", "Press s once it is considered, r to answer.";
    escalation_next_wait => "回答が書かれると、ここに届きます。", "The answer shows here once it is written.";
    escalation_next_write => "回答が来たら r で書きます。", "Press r to enter the answer when it comes.";
    escalation_next_report => "会で回答を伝えたら t を押します。", "Press t once the meeting has heard the answer.";

    escalation_form_new => "親会議へ上げる", "Raise to the parent council";
    escalation_form_to(name: &str) => "{name}へ上げる", "Raise to {name}";
    escalation_form => "上げた課題の変更", "Raised issue";
    escalation_form_answer(text: &str) => "回答：{text}", "Answer: {text}";
    escalation_field_text => "課題", "Issue";
    escalation_field_why => "上げるわけ", "Why";
    escalation_field_to => "親会議", "Parent council";
    escalation_field_name => "会の名前", "Its name";
    escalation_field_answer => "回答", "Answer";
    escalation_hint_text => "この会で決められないことを一文で", "what cannot be settled here, in a sentence";
    escalation_hint_why => "試したことと、ここでは解けないわけ", "what was tried, and why it cannot be solved here";
    escalation_hint_to => "一度選ぶと、次からはそこへ上がります", "once chosen, the next ones go there";
    escalation_hint_name => "ほかで管理している会へ上げるときだけ", "only for a council kept elsewhere";
    escalation_hint_answer => "決まったこと、しないことにした理由、次の見通し", "what was settled, why not, or what comes next";
    escalation_to_elsewhere => "ほかで管理している会", "a council kept elsewhere";
    escalation_wanted => "上げる課題を書いてください。", "Write the issue.";
    escalation_name_wanted => "上げる先の会の名前を入れてください。", "Enter the name of the council it goes to.";
    escalation_answer_wanted => "回答を書いてください。", "Write the answer.";
    escalation_pick_state => "状態を選ぶ", "How far is it?";

    head_parent => "親会議", "Parent council";
    head_parent_none => "なし", "none";
    head_parent_lost(slug: &str) => "{slug}（見つかりません）", "{slug} (not found)";
    hint_parent => "この会で解けない課題を上げる先", "where issues go that cannot be solved here";

    escalation_raised(name: &str) => "{name}へ上げました。", "It is raised to {name}.";
    escalation_answered => "回答を書きました。", "The answer is written.";
    escalation_told => "報告済みにしました。", "The answer counts as told.";
    escalation_untold => "まだ報告していないことにしました。", "The answer waits to be told again.";
    escalation_deleted => "課題を消しました。Ctrl-Z で元に戻せます。", "The issue is deleted. Ctrl-Z brings it back.";
    escalation_handed_over(name: &str) => "「{name}」に届きました。", "“{name}” has it.";
    escalation_on_its_way(name: &str) => "「{name}」にはいま書き込めません。開いている画面には一分ほどで、なければ次に開かれたときに届きます。", "“{name}” cannot be written now. A screen that has it open gets this within a minute; else it comes at the next opening.";

    escalations_arrived(name: &str, count: usize) => "{name}から{count}件上がっています。", "{name} has raised {count}.";
    escalations_answered(name: &str, count: usize) => "{name}から{count}件の回答が届きました。", "{name} has answered {count}.";
    escalations_considered(name: &str, count: usize) => "{name}が{count}件の検討を始めました。", "{name} considers {count}.";
    escalations_withdrawn(name: &str, count: usize) => "{name}が{count}件取り下げました。", "{name} has withdrawn {count}.";
    escalations_reworded(name: &str, count: usize) => "{name}とのやりとりが{count}件変わりました。", "Changed between {name} and us: {count}.";
    escalations_see => "ボードの u で見られます。", "Press u on the board to see it.";

    cmd_escalations => "上申", "raised";
    cmd_escalations_help => "親会議へ上げた課題と、下の会から上がってきた課題の一覧を開く", "open the issues raised to the parent council, and those raised to us";
    cmd_escalations_back => "ボード", "board";
    cmd_escalations_back_help => "ボードに戻る", "go back to the board";
    cmd_escalations_answer => "回答", "answer";
    cmd_escalations_answer_help => "上がってきた課題に回答を書く。上げた会にも届く", "answer an issue; the council that raised it gets the answer";
    cmd_escalations_state => "状態", "state";
    cmd_escalations_state_help => "検討中にする、取り下げる、返事待ちに戻す", "call it considered, withdraw it, or let it wait again";
    cmd_escalations_add => "上げる", "raise";
    cmd_escalations_add_help => "この会で解けない課題を親会議へ上げる", "raise an issue that cannot be solved here to the parent council";
    cmd_escalations_edit => "変更", "edit";
    cmd_escalations_edit_help => "上げた課題の文、わけ、ポイントを変える", "change the issue, why it is raised, and its points";
    cmd_escalations_report => "報告", "told";
    cmd_escalations_report_help => "返ってきた回答を、この会に伝えたことにする。もう一度で戻す", "note that this council has heard the answer; again to take it back";
    cmd_escalations_delete => "削除", "delete";
    cmd_escalations_delete_help => "取り下げた課題を消す", "delete a withdrawn issue";
    cmd_raise_here => "親会議へ上げる", "raise this";
    cmd_raise_here_help => "選んだ議題・記録・宿題・ポイントを親会議へ上げる", "raise the chosen item, line, action or point to the parent council";
}

/// What an edit of a shared issue means to whoever gets it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum News {
    Arrived,
    Answered,
    Considered,
    Withdrawn,
    Reworded,
}

impl News {
    const ALL: [Self; 5] = [Self::Arrived, Self::Answered, Self::Considered, Self::Withdrawn, Self::Reworded];

    fn of(edit: &ListEdit<Escalation>) -> Self {
        let was = match edit {
            ListEdit::Replace { old, .. } => Some(old.state()),
            _ => None,
        };
        match (was, edit.record().state()) {
            (None, _) => Self::Arrived,
            (Some(was), is) if was == is => Self::Reworded,
            (_, EscalationState::Answered) => Self::Answered,
            (_, EscalationState::Considered) => Self::Considered,
            (_, EscalationState::Withdrawn) => Self::Withdrawn,
            (_, EscalationState::Raised) => Self::Reworded,
        }
    }
}

impl Words {
    /// What came from the other councils, a sentence for each council and kind. Nothing where nothing came.
    pub fn escalations_news(self, edits: &[Edit]) -> Vec<String> {
        let news: Vec<(News, &str)> = edits
            .iter()
            .filter_map(|edit| match edit {
                Edit::Escalation(edit) => Some((News::of(edit), edit.record().other_name.as_str())),
                _ => None,
            })
            .collect();
        let mut said = Vec::new();
        for kind in News::ALL {
            let mut left: Vec<&str> = news.iter().filter(|it| it.0 == kind).map(|it| it.1).collect();
            while let Some(name) = left.first().copied() {
                let count = left.iter().filter(|it| **it == name).count();
                left.retain(|it| *it != name);
                said.push(self.news(kind, name, count));
            }
        }
        said
    }

    fn news(self, kind: News, name: &str, count: usize) -> String {
        match kind {
            News::Arrived => self.escalations_arrived(name, count),
            News::Answered => self.escalations_answered(name, count),
            News::Considered => self.escalations_considered(name, count),
            News::Withdrawn => self.escalations_withdrawn(name, count),
            News::Reworded => self.escalations_reworded(name, count),
        }
    }
}
