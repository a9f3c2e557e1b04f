//! Runs into lines, as a person reads them.

use crate::inspect::pdf::Line;
use crate::inspect::pdf::Page;
use crate::inspect::pdf::Run;

/// Part of the size of a font by which a baseline may differ within a line: raised figures stay.
const RAISED: f64 = 0.4;

/// Part of the size of a font from which a gap is a space.
const SPACE: f64 = 0.12;

impl Page {
    /// The lines in reading order. Text of several pieces on one baseline is one line, such as the
    /// cells of a row.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut last: Option<&Run> = None;
        for run in self.runs.iter().filter(|it| !it.text.is_empty()) {
            match (lines.last_mut(), last) {
                (Some(line), Some(before)) if is_same_line(before, run) => {
                    let gap = run.x - (before.x + before.width);
                    if gap > SPACE * run.size && !line.text.ends_with(char::is_whitespace) {
                        line.text.push(' ');
                    }
                    line.text.push_str(&run.text);
                }
                _ => {
                    let Run { x, y, is_artifact, .. } = *run;
                    lines.push(Line { text: run.text.clone(), x, y, is_artifact });
                }
            }
            last = Some(run);
        }
        lines
    }

    /// The paper's own lines, one after the other; what is around it is left out.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.lines().into_iter().filter(|it| !it.is_artifact);
        lines.map(|it| it.text.trim_end().to_owned() + "\n").collect()
    }
}

fn is_same_line(before: &Run, run: &Run) -> bool {
    let size = before.size.max(run.size);
    before.is_artifact == run.is_artifact
        && (before.y - run.y).abs() < RAISED * size
        && run.x > before.x
}
