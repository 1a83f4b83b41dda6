//! Models through which the same council can be read: stages, continua, checks. Never rates a council, and never puts one number on it.

use super::both::Both;
use crate::domain::{Aspect, Tie, point::Point};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One way of reading, with its items in the model's own order.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The name on the command line.
    pub key: &'static str,
    pub name: Both,
    /// Whose model it is.
    pub by: Both,
    /// The question it answers, in the room's words.
    pub answers: Both,
    /// How its items stand to each other.
    pub reads: Reads,
    /// Who wrote the marks of the items.
    pub marks_by: Author,
    pub items: Vec<ModelItem>,
    pub source: &'static str,
}

/// How the items of a model stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Reads {
    /// One after the other: a council is at one of them.
    Steps,
    /// Side by side: each is looked at for itself.
    Sides,
}

/// Where something comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Author {
    /// The document named as the source.
    Document,
    /// This product.
    Ours,
}

/// A stage, a step, an aspect.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelItem {
    /// Stable, and unlike any other of the model.
    pub key: &'static str,
    /// For a model that falls into parts.
    #[serde(default)]
    pub group: Option<Both>,
    pub name: Both,
    pub what: Both,
    /// How one can tell.
    pub marks: Vec<Both>,
    /// The points the item speaks to. The product's own reading in every model.
    pub points: Vec<Point>,
}

/// Every model, in the order they are listed.
pub fn models() -> &'static [Model] {
    static MODELS: LazyLock<Vec<Model>> =
        LazyLock::new(|| super::read("data/models.ron", include_str!("../../data/models.ron")));
    &MODELS
}

/// The model of this key.
pub fn model(key: &str) -> Option<&'static Model> {
    models().iter().find(|model| model.key == key)
}

/// What the continuum says of a step.
pub fn tie(tie: Tie) -> &'static ModelItem {
    item("continuum", tie.key())
}

/// What the model of the six aspects says of one.
pub fn aspect(aspect: Aspect) -> &'static ModelItem {
    item("aspects", aspect.key())
}

fn item(of: &str, key: &str) -> &'static ModelItem {
    let items = model(of).into_iter().flat_map(|model| &model.items);
    items.into_iter().find(|item| item.key == key).expect("a test looks every one up")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    impl Model {
        fn sentences(&self) -> impl Iterator<Item = Both> {
            let items = self.items.iter().flat_map(|item| {
                [item.name, item.what].into_iter().chain(item.group).chain(item.marks.iter().copied())
            });
            [self.name, self.answers].into_iter().chain(items)
        }
    }

    #[test]
    fn every_model_has_its_items_in_order() {
        let counts: Vec<_> = models().iter().map(|model| (model.key, model.items.len())).collect();
        let expected = [
            ("stages", 7),
            ("continuum", 5),
            ("change", 4),
            ("aspects", 6),
            ("who", 10),
            ("cycle", 7),
            ("two-ways", 6),
            ("escalation", 3),
            ("efforts", 5),
        ];
        assert_eq!(counts, expected);
        let steps = models().iter().filter(|model| model.reads == Reads::Steps).map(|model| model.key);
        assert_eq!(steps.collect::<Vec<_>>(), ["stages", "change", "who", "cycle"]);
        for model in models() {
            let keys: BTreeSet<_> = model.items.iter().map(|item| item.key).collect();
            assert_eq!(keys.len(), model.items.len(), "{}", model.key);
            assert!(!model.source.is_empty() && !model.by.ja.is_empty() && !model.by.en.is_empty());
        }
    }

    #[test]
    fn nothing_is_empty_or_said_in_the_wrong_language() {
        for model in models() {
            model.sentences().for_each(|sentence| sentence.assert_sound(model.key));
        }
    }

    #[test]
    fn every_item_is_told_from_the_others_and_speaks_to_points() {
        for item in models().iter().flat_map(|model| &model.items) {
            assert!(!item.marks.is_empty() && !item.points.is_empty(), "{}", item.key);
            let points: BTreeSet<_> = item.points.iter().collect();
            assert_eq!(points.len(), item.points.len(), "{}", item.key);
        }
    }

    #[test]
    fn every_step_and_aspect_of_the_domain_is_in_its_model() {
        let steps: Vec<&str> = Tie::ALL.map(|it| tie(it).name.ja).to_vec();
        assert_eq!(steps, model("continuum").unwrap().items.iter().map(|it| it.name.ja).collect::<Vec<_>>());
        let aspects: Vec<&str> = Aspect::ALL.map(|it| aspect(it).name.ja).to_vec();
        assert_eq!(aspects, model("aspects").unwrap().items.iter().map(|it| it.name.ja).collect::<Vec<_>>());
    }

    #[test]
    fn the_crosswalk_reaches_every_point() {
        let reached: BTreeSet<Point> =
            models().iter().flat_map(|model| &model.items).flat_map(|item| item.points.clone()).collect();
        assert!(reached.into_iter().eq(Point::ALL));
    }

    #[test]
    fn the_names_of_items_are_the_documents() {
        let names = |key| -> Vec<&str> { model(key).unwrap().items.iter().map(|it| it.name.ja).collect() };
        let stages = ["初動", "組織構造の形成", "行動能力の構築", "行動計画", "実行", "洗練", "制度化"];
        assert_eq!(names("stages"), stages);
        let continuum = ["ネットワーク", "提携", "パートナーシップ", "連携", "全面的協力"];
        assert_eq!(names("continuum"), continuum);
        assert_eq!(names("change"), ["意識の向上", "採用", "実施", "制度化"]);
        assert_eq!(names("aspects"), ["必要性", "機会", "能力", "関係", "評価", "持続性"]);
        let efforts = [
            "情報発信・啓発",
            "連携強化・ネットワーク構築",
            "事例・ノウハウの共有",
            "人材育成・確保／体制強化",
            "交流等の場の充実",
        ];
        assert_eq!(names("efforts"), efforts);
        let who = [
            "自部門のアセスメント",
            "他部門のアセスメントと関わり",
            "当該領域の分析",
            "関わりのアプローチの選択",
            "関わりの戦略と方針の開発",
            "共通理解の枠組みの活用",
            "ガバナンス・政治的意思・説明責任の強化",
            "コミュニティ参加の強化",
            "優れた実践例の選出",
            "モニタリングと評価",
        ];
        assert_eq!(names("who"), who);
        let cycle = [
            "健康課題の分析",
            "働きかける組織の決定",
            "健康課題の分析・共有",
            "めざす姿と活動目標の決定",
            "校区活動計画の策定",
            "活動の展開",
            "活動の評価",
        ];
        assert_eq!(names("cycle"), cycle);
        let ways = [
            "人々の営みを知る",
            "信頼関係をつくる",
            "協働する",
            "活動の層を増やす・強くする",
            "気かけ力を高める",
            "活動を結びつける",
        ];
        assert_eq!(names("two-ways"), ways);
        assert_eq!(model("no-such-model"), None);
    }
}
