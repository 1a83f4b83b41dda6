//! What is offered while a name or a point is being typed.

use super::*;

#[test]
fn names_complete_where_a_name_can_stand() {
    let council = council();
    let offered = |typed: &str| -> Vec<String> {
        completions(&council, today(), typed)
            .into_iter()
            .map(|it| format!("{}{}", &typed[..it.start], it.insert))
            .collect()
    };
    assert_eq!(offered("保険"), ["保険年金課 課長：", "保険年金課："]);
    assert_eq!(offered("やまだ"), ["山田 花子：", "山田 太郎："]);
    assert_eq!(offered("みほ"), ["見本 一郎："]);
    assert_eq!(offered("副"), ["副会長 農務課 課長：", "副会長 保険年金課 課長："]);
    assert_eq!(offered("ch"), ["Chair: "]);
    assert_eq!(offered("提案（ほいく"), ["提案（保育課）："]);
    assert_eq!(offered("宿題：農務課、ほいく"), ["宿題：農務課、保育課"]);
    assert_eq!(
        offered("会長：宿題：保育"),
        ["会長：宿題：山田 太郎", "会長：宿題：保育課", "会長：宿題：見本 一郎"]
    );
    assert_eq!(offered("kaic"), ["会長："]);
    assert_eq!(offered("のうむか："), Vec::<String>::new());
    assert_eq!(offered("zimu"), ["事務局："]);
    assert_eq!(offered("ブカイ"), ["部会長："]);
    assert_eq!(offered("iin"), ["委員：", "委員長："]);
    assert_eq!(offered("○jim"), ["○事務局　"]);
    assert_eq!(offered("（かいち"), ["（会長）"]);
    assert_eq!(offered("[off] kaic"), ["[off] 会長："]);
    assert_eq!(offered("宿題：原稿 @nou")[0], "宿題：原稿 @農務課");
    assert_eq!(offered("宿題：原稿＠ほいく")[0], "宿題：原稿＠保育課");
    assert_eq!(offered("present+ 会長, hoi"), ["present+ 会長, 保育課"]);
    assert_eq!(offered("出席＋ほいく"), ["出席＋保育課"]);
    assert_eq!(offered("q+ hoi"), ["q+ 保育課"]);
    assert_eq!(offered("指名 かい"), ["指名 会長"]);
    assert_eq!(offered("proxy 係長 for hoi"), ["proxy 係長 for 保育課"]);
    assert_eq!(offered("様式 #つ"), ["様式 #6"]);
    assert_eq!(offered("決定：様式 ＃jin"), ["決定：様式 ＃10"]);
    assert_eq!(offered("様式 #1"), ["様式 #1", "様式 #10"]);
    assert!(offered("挙手＋ 農務課 〜 ほい").is_empty());
    assert!(offered("宿題：農務課 〜 保").is_empty());
    assert!(offered("農務課：保").is_empty());
    assert!(offered("様式の話").is_empty());
    let labels: Vec<String> = completions(&council, today(), "会").into_iter().map(|it| it.label).collect();
    assert_eq!(labels, ["会長（保健センター センター長）"]);
    let everyone = completions(&council, today(), "");
    assert_eq!(everyone.len(), 20);
    assert_eq!(everyone.last().unwrap().label, "見本 一郎（保育課 主査）");
}
