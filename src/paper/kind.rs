//! The papers there are, and the formats each comes in.

use crate::words::Words;

/// A paper somebody wants from a council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 次第
    Agenda,
    /// 開催通知
    Notice,
    /// 名簿・出席者名簿
    Roster,
    /// 座席表
    Seating,
    /// 議事録
    Minutes,
    /// 会議結果の概要
    Summary,
    /// 宿題一覧
    Actions,
    /// かわら版
    News,
    /// 計画・評価表
    Evaluation,
    /// 事業実施報告書
    Report,
    /// 引継書
    Handover,
    /// 十のポイントのボード
    Board,
    /// The whole council for other programs.
    Everything,
}

/// How a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    Docx,
    Xlsx,
    Html,
    Md,
    Txt,
    Csv,
    Ics,
    Json,
    Svg,
}

/// What a paper is about, besides the council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Meeting,
    FiscalYear,
    Council,
}

impl Kind {
    pub const ALL: [Self; 13] = [
        Self::Agenda,
        Self::Notice,
        Self::Roster,
        Self::Seating,
        Self::Minutes,
        Self::Summary,
        Self::Actions,
        Self::News,
        Self::Evaluation,
        Self::Report,
        Self::Handover,
        Self::Board,
        Self::Everything,
    ];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Notice => "notice",
            Self::Roster => "roster",
            Self::Seating => "seating",
            Self::Minutes => "minutes",
            Self::Summary => "summary",
            Self::Actions => "actions",
            Self::News => "news",
            Self::Evaluation => "sheet",
            Self::Report => "report",
            Self::Handover => "handover",
            Self::Board => "board",
            Self::Everything => "everything",
        }
    }

    /// What people call it.
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Agenda => words.kind_agenda(),
            Self::Notice => words.kind_notice(),
            Self::Roster => words.kind_roster(),
            Self::Seating => words.kind_seating(),
            Self::Minutes => words.kind_minutes(),
            Self::Summary => words.kind_summary(),
            Self::Actions => words.kind_actions(),
            Self::News => words.kind_news(),
            Self::Evaluation => words.kind_sheet(),
            Self::Report => words.kind_report(),
            Self::Handover => words.kind_handover(),
            Self::Board => words.kind_board(),
            Self::Everything => words.kind_everything(),
        }
    }

    /// The formats it comes in, the usual one first.
    pub const fn formats(self) -> &'static [Format] {
        use Format::{Csv, Docx, Html, Ics, Json, Md, Svg, Txt, Xlsx};
        match self {
            Self::Agenda | Self::Notice | Self::Minutes => &[Docx, Html, Md, Txt],
            Self::Roster | Self::Seating => &[Docx, Xlsx, Csv],
            Self::Summary => &[Docx, Md, Txt],
            Self::Actions => &[Xlsx, Csv, Md, Ics, Json],
            Self::News => &[Docx, Html, Md],
            Self::Evaluation => &[Xlsx, Docx],
            Self::Report | Self::Handover => &[Docx, Md],
            Self::Board => &[Html, Svg, Txt],
            Self::Everything => &[Json],
        }
    }

    pub const fn about(self) -> About {
        match self {
            Self::Agenda | Self::Notice | Self::Seating | Self::Minutes | Self::Summary | Self::News => {
                About::Meeting
            }
            Self::Evaluation | Self::Report => About::FiscalYear,
            Self::Roster | Self::Actions | Self::Handover | Self::Board | Self::Everything => About::Council,
        }
    }
}

impl Format {
    pub const ALL: [Self; 9] = [
        Self::Docx,
        Self::Xlsx,
        Self::Html,
        Self::Md,
        Self::Txt,
        Self::Csv,
        Self::Ics,
        Self::Json,
        Self::Svg,
    ];

    /// The name on the command line, which is also how the file ends.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Md => "md",
            Self::Txt => "txt",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Json => "json",
            Self::Svg => "svg",
        }
    }

    /// What the format is to the person who opens it.
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Docx => words.format_docx(),
            Self::Xlsx => words.format_xlsx(),
            Self::Html => words.format_html(),
            Self::Md => words.format_md(),
            Self::Txt => words.format_txt(),
            Self::Csv => words.format_csv(),
            Self::Ics => words.format_ics(),
            Self::Json => words.format_json(),
            Self::Svg => words.format_svg(),
        }
    }

    /// Can the file be read in a terminal?
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }
}
