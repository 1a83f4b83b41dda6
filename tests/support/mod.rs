//! A desk to sit a person at: real update, view and history, a clock that counts, and a disk that answers or fails.

#![allow(dead_code, reason = "each test file uses its own part of the desk")]

use chrono::{NaiveDateTime, TimeDelta};
use norishiro::{
    app::{
        Effect, Key, Model, Msg,
        access::Access,
        key::Code,
        look::{Look, Theme},
        model::Setup,
        msg::{Loaded, Mouse, MouseKind, Opened, Trouble},
        save::Draft,
        update::update,
        view::{Caret, board, view},
    },
    domain::{Change, Council, Mint, Neighbour, Point, Unread, decide, id::MeetingId},
    paper::wording::Wording,
    store::{Fault, Mistake, Place, Problem},
    text::ruler::Ruler,
    words::{Lang, Words},
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
};

/// The screens that everything has to look right on, in columns and rows.
pub const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (100, 30), (160, 45)];

/// The fourth meeting of the sample, the one on screen.
pub fn meeting() -> MeetingId {
    MeetingId::from("fy2026-4")
}

/// The sample with its fourth meeting opened at 13:58.
pub fn running() -> Council {
    let mut council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    let now = at("2026-11-20T13:58:00");
    let edits =
        decide::meeting::start(&council, &meeting(), now, &mut Mint::seeded(1)).expect("it can start");
    council.apply_all(&edits).expect("the edits fit");
    council
}

pub struct Desk {
    pub model: Model,
    pub now: NaiveDateTime,
    /// Every change that reached the disk.
    pub disk: Vec<Change>,
    /// Saving fails while this is set.
    pub broken_disk: bool,
    /// The drafts it was asked to keep or clear, oldest first.
    pub drafts: Vec<Option<Draft>>,
    /// What the disk holds, also where the screen was given only a part of it.
    whole: Council,
    /// What is asked for is read only when told.
    pub slow_disk: bool,
    /// What was asked for and is not read yet, in the order of asking.
    pub asked: Vec<Unread>,
    /// How often it asked what the one who has the pen did.
    pub looks: usize,
    /// The other councils of the home, as they are told when it asks.
    pub neighbours: Vec<Neighbour>,
    /// What the program asked for besides these.
    pub effects: Vec<Effect>,
}

pub fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment like 2026-11-20T14:00:00")
}

/// A council of `seq` changes as it comes from the disk, to be written to.
pub fn opened(council: Council, seq: u64) -> Opened {
    Opened {
        slug: "test".to_owned(),
        council: Box::new(council),
        seq,
        recent: Vec::new(),
        wording: Wording::built_in(Lang::Ja),
        by: "test".to_owned(),
        throwaway: false,
        draft: None,
        access: Access::Ours,
        notices: Vec::new(),
    }
}

impl Desk {
    pub fn new(council: Council, lang: Lang, width: u16, height: u16) -> Self {
        let mut desk = Self::before_opening(&council, lang, width, height);
        desk.open(council, 0, None);
        desk
    }

    /// At a council as it came from the disk.
    pub fn opening(opened: Opened, lang: Lang, width: u16, height: u16) -> Self {
        let mut desk = Self::before_opening(&opened.council, lang, width, height);
        desk.send(Msg::Opened(Opened { wording: Wording::built_in(lang), ..opened }));
        desk
    }

    /// At a council of which only the lists and the heads of the meetings were read.
    pub fn partly_read(council: Council, lang: Lang, width: u16, height: u16) -> Self {
        let mut desk = Self::before_opening(&council, lang, width, height);
        desk.open(unread(council), 0, None);
        desk
    }

    /// The same at a disk that reads only when told.
    pub fn partly_read_slowly(council: Council, lang: Lang, width: u16, height: u16) -> Self {
        let mut desk = Self { slow_disk: true, ..Self::before_opening(&council, lang, width, height) };
        desk.open(unread(council), 0, None);
        desk
    }

    /// The program started again on what the disk holds, reading it only as it is looked at.
    pub fn reopened(&self) -> Self {
        let model = &self.model;
        let mut desk = Self::before_opening(&self.whole, model.words.lang, model.width, model.height);
        (desk.now, desk.disk) = (self.now, self.disk.clone());
        let seq = self.disk.last().map_or(0, |change| change.seq);
        desk.open(unread(self.whole.clone()), seq, None);
        desk
    }

    fn before_opening(council: &Council, lang: Lang, width: u16, height: u16) -> Self {
        let now = at("2026-11-20T14:00:00");
        let setup = Setup {
            words: Words::new(lang),
            look: Look { theme: Theme::Dark, ruler: Ruler { wide: false } },
            width,
            height,
            now,
            seed: 7,
            copy_to: "/home/own/norishiro-copy".to_owned(),
        };
        Self {
            model: Model::new(setup),
            now,
            disk: Vec::new(),
            broken_disk: false,
            drafts: Vec::new(),
            whole: council.clone(),
            slow_disk: false,
            asked: Vec::new(),
            looks: 0,
            neighbours: Vec::new(),
            effects: Vec::new(),
        }
    }

    /// At the sample council, whose fourth meeting is the one on screen, on the day of the demonstration.
    pub fn toyokawa(lang: Lang, width: u16, height: u16) -> Self {
        let dir = tempfile::tempdir().expect("a folder for one test");
        let home = norishiro::store::Home::at(dir.path());
        let mut workspace =
            home.plant("toyokawa", norishiro::knowledge::samples::toyokawa()).expect("a sound sample");
        workspace.read_all().expect("a sound sample");
        Self::new(workspace.council().clone(), lang, width, height)
    }

    /// The sample at the map with a point chosen.
    pub fn at_point(point: Point, lang: Lang, (width, height): (u16, u16)) -> Self {
        let mut desk = Self::toyokawa(lang, width, height);
        desk.press("Alt-5");
        if board::chosen(&desk.model) != Some(point) {
            let (_, cell) = board::map(&desk.model).cells[usize::from(point.number()) - 1];
            desk.click(cell.x + 1, cell.y);
        }
        desk
    }

    /// Opens a council that contains `seq` changes, and the draft that lay beside it. One that is not whole is a part of that on the disk.
    pub fn open(&mut self, council: Council, seq: u64, draft: Option<Draft>) {
        if council.is_whole() {
            self.whole = council.clone();
        }
        let recent = self.disk.clone();
        let wording = Wording::built_in(self.model.words.lang);
        self.send(Msg::Opened(Opened { recent, draft, wording, ..opened(council, seq) }));
    }

    pub fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg, self.now) {
            match effect {
                Effect::Persist(changes) => self.persist(changes),
                Effect::Draft(draft) => self.drafts.push(draft),
                Effect::Load(wanted) => {
                    self.asked.push(wanted);
                    if !self.slow_disk {
                        self.read();
                    }
                }
                Effect::Follow => self.looks += 1,
                Effect::Neighbours => self.send(Msg::Neighbours(self.neighbours.clone())),
                other => self.effects.push(other),
            }
        }
    }

    fn persist(&mut self, changes: Vec<Change>) {
        if self.broken_disk {
            let words = self.model.words;
            let trouble = Trouble {
                brief: words.brief_full().to_owned(),
                ..Trouble::new(
                    [&words.cannot_write("council.ron"), words.cause_full()].join(words.pick("", " ")),
                    words.make_room(),
                )
            };
            return self.send(Msg::SaveFailed(trouble));
        }
        for change in changes {
            if self.disk.last().is_none_or(|last| last.seq < change.seq) {
                self.whole.apply_all(&change.edits).expect("a change that fits what is on the disk");
                self.disk.push(change);
            }
        }
        if let Some(seq) = self.disk.last().map(|change| change.seq) {
            self.send(Msg::Saved(seq));
        }
    }

    /// Another program has put these changes on the same disk, and they are followed.
    pub fn follow(&mut self, changes: Vec<Change>) {
        for change in &changes {
            self.whole.apply_all(&change.edits).expect("a change that fits what is on the disk");
        }
        self.disk.extend(changes.iter().cloned());
        self.send(Msg::Followed(changes));
    }

    /// Reads what was asked for first, and answers.
    pub fn read(&mut self) -> &mut Self {
        let wanted = self.asked.remove(0);
        let body = |id| (self.whole.bodies.get(&id)).cloned().map(|body| (id, body));
        let shelf = |year| Some((year, self.whole.shelves.get(&year)?.clone()?));
        let loaded = Loaded {
            bodies: wanted.meetings.into_iter().filter_map(body).collect(),
            shelves: wanted.shelves.into_iter().filter_map(shelf).collect(),
        };
        self.send(Msg::Loaded(loaded));
        self
    }

    /// Presses keys by the names the footer uses: `"F2 Enter Alt-5 j"`. Each press takes three seconds of the clock.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.now += TimeDelta::seconds(3);
            self.send(Msg::Key(key(name)));
        }
        self
    }

    /// Types text, character by character, as an IME commits it.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.send(Msg::Key(Key::char(c)));
        }
        self
    }

    /// Types a line and presses Enter.
    pub fn line(&mut self, text: &str) -> &mut Self {
        self.type_text(text).press("Enter")
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.send(Msg::Mouse(Mouse { kind: MouseKind::Click, column, row }));
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.send(Msg::Resize { width, height });
        self
    }

    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += TimeDelta::seconds(seconds);
        self.send(Msg::Tick);
        self
    }

    /// The council as the disk has it.
    pub const fn on_disk(&self) -> &Council {
        &self.whole
    }

    pub fn council(&self) -> &Council {
        self.model.council()
    }

    pub fn buffer(&self) -> (Buffer, Caret) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.model.width, self.model.height));
        let caret = view(&self.model, &mut buffer);
        (buffer, caret)
    }

    /// The screen as a person sees it, with the caret shown as a line below.
    pub fn screen(&self) -> String {
        let (buffer, caret) = self.buffer();
        let mut text = screen_text(&buffer);
        if let Some(caret) = caret {
            text.push_str(&format!("(caret {},{})\n", caret.x, caret.y));
        }
        text
    }
}

/// The same council with every body and shelf still on the disk.
fn unread(mut council: Council) -> Council {
    council.bodies.clear();
    council.shelves.values_mut().for_each(|shelf| *shelf = None);
    council
}

/// A mistake in a file, as the shell hands it over.
pub fn fault(lang: Lang) -> Trouble {
    let excerpt = "        post: \"課長\"，".to_owned();
    let mistake = Mistake {
        path: "/home/kyogikai/councils/toyokawa/members.ron".into(),
        place: Place { line: 12, column: 19, excerpt },
        fault: Fault::Ron(ron::Error::ExpectedComma),
    };
    let said = Words::new(lang).problem(&Problem::Unreadable(Box::new(mistake)));
    let gap = if lang == Lang::Ja { "" } else { " " };
    Trouble { mark: said.mark, ..Trouble::new(format!("{}{gap}{}", said.what, said.why), said.next) }
}

/// The rows of a buffer, stepping by glyph width.
pub fn screen_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            row.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// Reads a key by the name the footer writes.
pub fn key(name: &str) -> Key {
    let (ctrl, name) = name.strip_prefix("Ctrl-").map_or((false, name), |rest| (true, rest));
    let (alt, name) = name.strip_prefix("Alt-").map_or((false, name), |rest| (true, rest));
    let (shift, name) = name.strip_prefix("Shift-").map_or((false, name), |rest| (true, rest));
    let code = match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "Backspace" => Code::Backspace,
        "Del" => Code::Delete,
        "Ins" => Code::Insert,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Space" => Code::Char(' '),
        _ => match (name.strip_prefix('F').and_then(|n| n.parse().ok()), name.chars().next()) {
            (Some(n), _) => Code::F(n),
            (None, Some(c)) if ctrl || alt => Code::Char(c.to_ascii_lowercase()),
            (None, Some(c)) => Code::Char(c),
            (None, None) => panic!("no key in {name:?}"),
        },
    };
    Key { code, ctrl, alt, shift }
}
