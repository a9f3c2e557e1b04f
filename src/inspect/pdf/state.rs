//! What holds while a page is drawn: transformation, font, spacing, marks.

use std::rc::Rc;

use crate::inspect::pdf::font::Font;
use crate::inspect::pdf::plane::Matrix;

/// The graphics state, as far as text and lines need it.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) at: Matrix,
    pub(super) stroke: f64,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    /// Between letters.
    pub(super) letters: f64,
    /// Beside that, after a space.
    pub(super) words: f64,
    /// How wide letters are drawn; 1 as they are.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

impl State {
    pub(super) fn new(at: Matrix) -> Self {
        Self {
            at,
            stroke: 1.0,
            font: None,
            size: 0.0,
            letters: 0.0,
            words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// Where text is set: the line and the place in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    line: Matrix,
    pub(super) at: Matrix,
}

impl Pen {
    pub(super) const START: Self = Self { line: Matrix::IDENTITY, at: Matrix::IDENTITY };

    pub(super) fn set(&mut self, at: Matrix) {
        *self = Self { line: at, at };
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set(self.line.moved(x, y));
    }

    pub(super) fn advance(&mut self, x: f64) {
        self.at = self.at.moved(x, 0.0);
    }
}

/// A marked piece of a page.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) is_artifact: bool,
    pub(super) piece: usize,
    /// What the piece says, whatever its letters are; taken by the first of its text.
    pub(super) says: Option<Says>,
}

/// Words that stand for the letters of a piece.
#[derive(Debug, Clone)]
pub(super) enum Says {
    /// Not told yet.
    Words(String),
    /// Told already.
    Told,
}

/// The marks around what is being drawn.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    pieces: usize,
}

impl Marks {
    /// A piece begins: an artifact, one that only says what its letters mean, or any other.
    pub(super) fn open(&mut self, is_artifact: bool, says: Option<String>) {
        let inside = self.open.last();
        let is_artifact = is_artifact || inside.is_some_and(|it| it.is_artifact);
        let piece = match (&says, inside) {
            (Some(_), Some(around)) => around.piece,
            _ => {
                self.pieces += 1;
                self.pieces
            }
        };
        let inherited = inside.and_then(|it| it.says.as_ref()).map(|_| Says::Told);
        let says = inherited.or(says.map(Says::Words));
        self.open.push(Mark { is_artifact, piece, says });
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The mark of what is drawn now.
    pub(super) fn current(&mut self) -> Option<&mut Mark> {
        self.open.last_mut()
    }
}
