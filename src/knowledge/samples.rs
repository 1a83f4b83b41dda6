//! Complete councils to look around in, as the files of a workspace. Never opens them: planting files is the store's work.

macro_rules! files {
    ($folder:literal: $($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../data/samples/", $folder, "/", $path)))),*]
    };
}

/// The diabetes team of Toyokawa city (豊川市 糖尿病対策プロジェクトチーム), as paths in a council's folder and the text of each file.
///
/// Who takes part, what each section runs, the plan-and-evaluation sheet and the figures are those of the published case (連携ヒント集
/// 3章 糖尿病対策プロジェクト). The meetings of fiscal 2026 are made up, and the council's aim says so. People are known by their posts.
pub const fn toyokawa() -> &'static [(&'static str, &'static str)] {
    files!["toyokawa":
        "council.ron",
        "organisations.ron",
        "members.ron",
        "roles.ron",
        "actions.ron",
        "points.ron",
        "indicators.ron",
        "assessments.ron",
        "sheet.ron",
        "escalations.ron",
        "meetings/fy2026-1.ron",
        "meetings/fy2026-2.ron",
        "meetings/fy2026-3.ron",
        "meetings/fy2026-4.ron",
    ]
}
