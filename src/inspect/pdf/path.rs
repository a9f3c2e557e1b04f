//! Paths as the bounds of their parts.

use crate::inspect::pdf::Rule;
use crate::inspect::pdf::plane::Matrix;

/// Bounds in shown places.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A path that is being drawn.
#[derive(Debug, Default)]
pub(super) struct Path {
    parts: Vec<Bounds>,
}

impl Path {
    /// A new part begins.
    pub(super) fn start(&mut self, at: (f64, f64)) {
        self.parts.push(Bounds { left: at.0, top: at.1, right: at.0, bottom: at.1 });
    }

    /// The part goes on to here.
    pub(super) fn reach(&mut self, (x, y): (f64, f64)) {
        if let Some(part) = self.parts.last_mut() {
            part.left = part.left.min(x);
            part.right = part.right.max(x);
            part.top = part.top.min(y);
            part.bottom = part.bottom.max(y);
        }
    }

    /// A rectangle is a part of its own.
    pub(super) fn rectangle(&mut self, at: Matrix, [x, y, width, height]: [f64; 4]) {
        self.start(at.point(x, y));
        self.reach(at.point(x + width, y));
        self.reach(at.point(x + width, y + height));
        self.reach(at.point(x, y + height));
    }

    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Ends the path; what was drawn of it.
    pub(super) fn finish(&mut self, stroke: Option<f64>) -> impl Iterator<Item = Rule> {
        std::mem::take(&mut self.parts).into_iter().map(move |it| Rule {
            x: it.left,
            y: it.top,
            width: it.right - it.left,
            height: it.bottom - it.top,
            stroke,
        })
    }
}
