use super::*;
use crate::{
    cli::screen::worker::saving::PAUSE,
    domain::{
        Change, ChangeKind, Council, Edit, Head, Mint,
        decide::escalations::{self, Issue, To},
    },
    words::Lang,
};
use chrono::NaiveDate;
use std::fs;
use tempfile::TempDir;

/// One who has a council open for writing, and its folder.
struct Desk {
    worker: Worker,
    dir: PathBuf,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let workspace = home.create("trial", &Council::new(Head::new("試しの会"))).unwrap();
        let now = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(14, 0, 0);
        let dir = workspace.dir().to_owned();
        let mut worker = Worker {
            home,
            words: Words::new(Lang::Ja),
            author: Author { by: "記録係".to_owned(), host: "here".to_owned() },
            throwaway: false,
            papers: folder.path().to_owned(),
            own_folder: None,
            clock: Clock::new(now),
            workspace: Some(workspace),
            saving: Saving::default(),
            others: Others::default(),
        };
        assert_eq!(worker.begin("trial").unwrap().access, Access::Ours);
        Self { worker, dir, _folder: folder }
    }

    fn seq(&self) -> u64 {
        self.worker.workspace.as_ref().unwrap().seq()
    }

    /// Saves a new aim.
    fn aim(&mut self, aim: &str) {
        let old = self.worker.workspace.as_ref().unwrap().council().head.clone();
        let new = Head { aim: aim.to_owned(), ..old.clone() };
        self.save(vec![Edit::Head { old: Box::new(old), new: Box::new(new) }]);
    }

    fn save(&mut self, edits: Vec<Edit>) {
        let (seq, at, kind) = (self.seq() + 1, self.worker.clock.now(), ChangeKind::Work);
        let change = Change { seq, at, by: "記録係".to_owned(), kind, edits };
        let answers = self.worker.persist(&[change]);
        assert!(matches!(answers[..], [Msg::Saved(saved)] if saved == seq), "{answers:?}");
    }

    /// Writes into the council's file as another program does.
    fn edit(&self, from: &str, to: &str) {
        let file = self.dir.join("council.ron");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(&file, text.replace(from, to)).unwrap();
    }
}

#[test]
fn a_fold_that_fails_is_told_once_and_tried_again_after_every_pause() {
    let mut desk = Desk::new();
    let history = desk.dir.join("history");
    for aim in ["一", "二"] {
        let _ = fs::remove_dir_all(&history);
        fs::write(&history, "in the way").unwrap();
        desk.aim(aim);
        assert!(matches!(desk.worker.fold()[..], [Msg::Failed(_)]));
        assert!(desk.worker.fold().is_empty());
        let patience = desk.worker.patience().unwrap();
        assert!(patience > PAUSE / 2, "{patience:?}");
        fs::remove_file(&history).unwrap();
        assert!(desk.worker.fold().is_empty());
        assert!(desk.worker.workspace.as_ref().unwrap().is_folded());
        assert_eq!(desk.worker.patience(), None);
    }
}

#[test]
fn each_time_a_file_is_written_outside_only_what_is_new_is_told_and_our_own_writing_is_no_news() {
    let mut desk = Desk::new();
    desk.aim("画面で");
    assert!(desk.worker.fold().is_empty());
    desk.edit("name: \"試しの会\"", "name: \"ためしの会\"");
    let told = desk.worker.look_around();
    let [Msg::Outside(first)] = &told[..] else { panic!("{told:?}") };
    desk.save(first.edits.clone());
    assert_eq!(desk.worker.workspace.as_ref().unwrap().council().head.name, "ためしの会");
    assert!(desk.worker.look_around().is_empty());
    // The same record once more, by one who has had the file open all the time.
    desk.edit("name: \"ためしの会\"", "name: \"試みの会\"");
    let told = desk.worker.look_around();
    let [Msg::Outside(second)] = &told[..] else { panic!("{told:?}") };
    let [Edit::Head { old, new }] = &second.edits[..] else { panic!("{:?}", second.edits) };
    assert_eq!((old.name.as_str(), new.name.as_str()), ("ためしの会", "試みの会"));
    desk.save(second.edits.clone());
    assert!(desk.worker.fold().is_empty());
    assert!(desk.worker.look_around().is_empty());
    assert_eq!(desk.worker.patience(), None);
}

#[test]
fn who_is_robbed_of_the_pen_hears_of_it_without_writing() {
    let mut desk = Desk::new();
    assert!(desk.worker.follow().is_empty());
    assert!(desk.worker.patience().is_some());
    let name = "(by:\"事務局\",host:\"there\",process:1,since:\"2026-11-20T13:40:00\",token:5)";
    fs::write(desk.dir.join(".pen.ron"), name).unwrap();
    let told = desk.worker.look_around();
    let [Msg::Pen(Access::Theirs(holder))] = &told[..] else { panic!("{told:?}") };
    assert_eq!(holder.by, "事務局");
    assert!(!desk.worker.workspace.as_ref().unwrap().has_pen());
}

/// A council above the one on the desk, and an issue raised to it.
fn raised(desk: &mut Desk) {
    desk.worker.home.create("board", &Council::new(Head::new("推進協議会"))).unwrap();
    let neighbours = desk.worker.home.neighbours("trial").unwrap();
    let council = desk.worker.workspace.as_ref().unwrap().council();
    let issue = Issue { text: "夜間の窓口がない".to_owned(), ..Issue::default() };
    let (to, today) = (To::Parent(&neighbours[0]), desk.worker.clock.now().date());
    let raised =
        escalations::raise(council, "trial", issue, to, &neighbours, today, &mut Mint::seeded(1)).unwrap();
    desk.save(raised.1);
}

fn at_the_board(desk: &Desk) -> usize {
    desk.worker.home.open("board").unwrap().council().escalations.len()
}

#[test]
fn an_issue_is_taken_to_the_other_council_as_soon_as_it_is_saved() {
    let mut desk = Desk::new();
    raised(&mut desk);
    let told = desk.worker.shared();
    let [Msg::HandedOver { name, there: true }] = &told[..] else { panic!("{told:?}") };
    assert_eq!((name.as_str(), at_the_board(&desk)), ("推進協議会", 1));
    assert!(desk.worker.shared().is_empty(), "once");
    let told = desk.worker.neighbours();
    let [Msg::Neighbours(neighbours)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(neighbours[0].escalations.len(), 1);
}

#[test]
fn where_somebody_writes_it_waits_and_goes_once_they_are_done() {
    let mut desk = Desk::new();
    raised(&mut desk);
    let mut board = desk.worker.home.open("board").unwrap();
    board.take_pen(&desk.worker.author.writer(desk.worker.clock.now()), false).unwrap();
    let told = desk.worker.shared();
    assert!(matches!(&told[..], [Msg::HandedOver { there: false, .. }]), "{told:?}");
    board.close(desk.worker.clock.now()).unwrap();
    assert_eq!(at_the_board(&desk), 0);
    assert!(matches!(desk.worker.neighbours()[..], [Msg::Neighbours(_)]));
    assert_eq!(at_the_board(&desk), 1);
}
