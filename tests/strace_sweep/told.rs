//! What a council says, in words, without what differs from run to run: ids and the time of day.

use norishiro::{
    domain::{Body, Council, Who},
    store::{Home, Problem, check},
};
use std::path::Path;

/// Record by record. Nothing where there is no council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told(Vec<String>);

impl Told {
    /// What the council in this home says.
    ///
    /// # Errors
    /// When it cannot be read, or `check` finds something.
    pub fn of(home: &Path) -> Result<Self, String> {
        let home = Home::at(home);
        let mut workspace = match home.open("trial") {
            Err(Problem::NoSuchCouncil { .. }) => return Ok(Self(Vec::new())),
            answer => answer.map_err(|problem| format!("does not open: {problem:?}"))?,
        };
        workspace.read_all().map_err(|problem| format!("cannot be read whole: {problem:?}"))?;
        match check(&home, Some("trial")) {
            findings if findings.is_empty() => Ok(Self(records(workspace.council()))),
            findings => Err(format!("check finds {findings:?}")),
        }
    }

    /// The lines of the record.
    pub fn lines(&self) -> Vec<&str> {
        self.0.iter().filter_map(|record| record.strip_prefix("line ")).collect()
    }

    /// What differs.
    pub fn otherwise(&self, was: &Self) -> String {
        let only = |these: &Self, those: &Self| {
            these.0.iter().filter(|it| !those.0.contains(it)).cloned().collect::<Vec<_>>().join("; ")
        };
        format!("new: {}; gone: {}", only(self, was), only(was, self))
    }
}

fn records(council: &Council) -> Vec<String> {
    let names = |who: &[Who]| who.iter().map(|who| who.label.clone()).collect::<Vec<_>>().join("・");
    let mut told = vec![format!("{:?}", council.head)];
    told.extend(council.organisations.iter().map(|it| format!("organisation {}", it.name)));
    told.extend(council.members.iter().map(|it| format!("member {} {}", it.name, it.post)));
    told.extend(council.roles.iter().map(|it| format!("role {}", it.title)));
    told.extend(council.points.iter().map(|it| format!("point {:?} {:?}", it.point, it.touched)));
    told.extend(council.actions.iter().map(|it| {
        format!("action {} {} {} {:?} {:?}", it.number, it.text, names(&it.owners), it.state, it.due)
    }));
    for meeting in &council.meetings {
        told.push(format!("meeting {} {} {:?}", meeting.id, meeting.place, meeting.state));
        told.extend(council.body(&meeting.id).into_iter().flat_map(body));
    }
    told
}

fn body(body: &Body) -> Vec<String> {
    let items = body.items.iter().map(|it| format!("item {} {:?}", it.title, it.state));
    let present = body.attendance.iter().map(|it| format!("attendance {:?}", it.mode));
    let lines = body.lines.iter().map(|it| format!("line {:?} {}", it.kind, it.text));
    let turns = body.turns.iter().map(|it| format!("turn to {:?}", it.point));
    let queue = body.queue.iter().map(|it| format!("waiting {} {}", it.who.label, it.note));
    items.chain(present).chain(lines).chain(turns).chain(queue).collect()
}
