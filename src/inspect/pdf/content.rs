//! Draws pages without a canvas: follows their operators and notes what they write and draw.

use lopdf::Dictionary;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::content::Content;
use lopdf::content::Operation;

use crate::inspect::pdf::Page;
use crate::inspect::pdf::Run;
use crate::inspect::pdf::Unreadable;
use crate::inspect::pdf::path::Path;
use crate::inspect::pdf::plane;
use crate::inspect::pdf::plane::Frame;
use crate::inspect::pdf::plane::Matrix;
use crate::inspect::pdf::plane::number;
use crate::inspect::pdf::reader::Reader;
use crate::inspect::pdf::reader::pay;
use crate::inspect::pdf::state::Marks;
use crate::inspect::pdf::state::Pen;
use crate::inspect::pdf::state::Says;
use crate::inspect::pdf::state::State;

/// Most forms inside each other, states put aside, and marks around a text.
const DEPTH: usize = 16;
const STATES: usize = 256;

/// Part of the font's size from which a gap parts two runs.
const GAP: f64 = 0.15;

/// Thousandths of an em in which a string is moved inside a line.
const MILLI: f64 = 1000.0;

/// A page while its operators are followed.
struct Canvas<'r, 'a> {
    reader: &'r mut Reader<'a>,
    page: Page,
    state: State,
    kept: Vec<State>,
    pen: Pen,
    marks: Marks,
    path: Path,
    depth: usize,
}

/// Follows the operators of a page.
pub(super) fn page(reader: &mut Reader<'_>, id: ObjectId) -> Result<Page, Unreadable> {
    let frame = Frame::of(reader.document, id);
    let content = reader.content(id)?;
    let resources = plane::inherited(reader.document, id, b"Resources");
    let mut canvas = Canvas {
        reader,
        page: Page { width: frame.width, height: frame.height, ..Page::default() },
        state: State::new(frame.shown),
        kept: Vec::new(),
        pen: Pen::START,
        marks: Marks::default(),
        path: Path::default(),
        depth: 0,
    };
    canvas.follow(&content, resources.and_then(|it| it.as_dict().ok()))?;
    Ok(canvas.page)
}

impl<'a> Canvas<'_, 'a> {
    fn follow(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
    ) -> Result<(), Unreadable> {
        for operation in Content::decode_iter(content) {
            let operation = operation.map_err(|_| Unreadable::Damaged)?;
            pay(&mut self.reader.budget.operations, 1)?;
            let name = operation.operator.as_str();
            let operands = operation.operands.as_slice();
            match name {
                "q" | "Q" | "cm" | "w" => self.graphics(name, operands)?,
                "m" | "l" | "c" | "v" | "y" | "re" => self.draw(name, operands)?,
                "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" => self.paint(name)?,
                "BMC" | "BDC" => self.mark(operands, resources)?,
                "EMC" => self.marks.close(),
                "Tf" => self.choose(operands, resources)?,
                "Tj" | "TJ" | "'" | "\"" => self.show(&operation)?,
                "Do" => self.form(operands, resources)?,
                _ => self.set(name, operands),
            }
        }
        Ok(())
    }

    fn graphics(&mut self, name: &str, operands: &[Object]) -> Result<(), Unreadable> {
        match name {
            "q" if self.kept.len() < STATES => self.kept.push(self.state.clone()),
            "q" => return Err(Unreadable::TooLarge),
            "Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(by) = Matrix::of(operands) {
                    self.state.at = by.then(self.state.at);
                }
            }
            _ => self.state.stroke = first(operands).unwrap_or(self.state.stroke),
        }
        Ok(())
    }

    fn draw(&mut self, name: &str, operands: &[Object]) -> Result<(), Unreadable> {
        let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
        let at = self.state.at;
        match (name, numbers.as_slice()) {
            ("m", [x, y]) => {
                pay(&mut self.reader.budget.pieces, 1)?;
                self.path.start(at.point(*x, *y));
            }
            ("re", [x, y, width, height]) => {
                pay(&mut self.reader.budget.pieces, 1)?;
                self.path.rectangle(at, [*x, *y, *width, *height]);
            }
            // Of a curve its end: rules are straight.
            (_, [.., x, y]) => self.path.reach(at.point(*x, *y)),
            _ => {}
        }
        Ok(())
    }

    fn paint(&mut self, name: &str) -> Result<(), Unreadable> {
        pay(&mut self.reader.budget.pieces, self.path.len())?;
        let stroke = self.state.stroke * self.state.at.across();
        let drawn = self.path.finish(matches!(name, "S" | "s").then_some(stroke));
        if name == "n" {
            drop(drawn);
        } else {
            self.page.rules.extend(drawn);
        }
        Ok(())
    }

    fn mark(
        &mut self,
        operands: &[Object],
        resources: Option<&'a Dictionary>,
    ) -> Result<(), Unreadable> {
        if self.marks.depth() == STATES {
            return Err(Unreadable::TooLarge);
        }
        let is_artifact = operands.first().and_then(|it| it.as_name().ok()) == Some(b"Artifact");
        let says = operands.get(1).and_then(|it| self.properties(it, resources));
        let says = says.and_then(|it| it.get(b"ActualText").ok()).and_then(words);
        self.marks.open(is_artifact, says);
        Ok(())
    }

    /// The properties of a mark: written there, or named among the resources.
    fn properties<'p>(
        &self,
        operand: &'p Object,
        resources: Option<&'a Dictionary>,
    ) -> Option<&'p Dictionary>
    where
        'a: 'p,
    {
        let document = self.reader.document;
        match operand {
            Object::Dictionary(written) => Some(written),
            Object::Name(name) => {
                let named = resources?.get_deref(b"Properties", document).ok()?.as_dict().ok()?;
                named.get_deref(name, document).ok()?.as_dict().ok()
            }
            _ => None,
        }
    }

    fn choose(
        &mut self,
        operands: &[Object],
        resources: Option<&'a Dictionary>,
    ) -> Result<(), Unreadable> {
        let [Object::Name(name), size] = operands else { return Ok(()) };
        self.state.size = number(size).unwrap_or_default();
        self.state.font = match resources {
            Some(resources) => self.reader.font(resources, name)?,
            None => None,
        };
        Ok(())
    }

    /// Operators that set what holds for the text to come.
    fn set(&mut self, name: &str, operands: &[Object]) {
        let state = &mut self.state;
        let only = first(operands);
        match (name, only) {
            ("BT", _) => self.pen = Pen::START,
            ("Tm", _) => {
                if let Some(at) = Matrix::of(operands) {
                    self.pen.set(at);
                }
            }
            ("Td" | "TD", Some(x)) => {
                let y = operands.get(1).and_then(number).unwrap_or_default();
                if name == "TD" {
                    state.leading = -y;
                }
                self.pen.next_line(x, y);
            }
            ("T*", _) => self.pen.next_line(0.0, -state.leading),
            ("Tc", Some(it)) => state.letters = it,
            ("Tw", Some(it)) => state.words = it,
            ("Tz", Some(it)) => state.stretch = it / 100.0,
            ("TL", Some(it)) => state.leading = it,
            ("Ts", Some(it)) => state.rise = it,
            _ => {}
        }
    }

    fn show(&mut self, operation: &Operation) -> Result<(), Unreadable> {
        let operands = operation.operands.as_slice();
        if matches!(operation.operator.as_str(), "'" | "\"") {
            if let [words, letters, _] = operands {
                self.state.words = number(words).unwrap_or_default();
                self.state.letters = number(letters).unwrap_or_default();
            }
            self.pen.next_line(0.0, -self.state.leading);
        }
        match operands.last() {
            Some(Object::String(bytes, _)) => self.write(bytes)?,
            Some(Object::Array(parts)) => {
                for part in parts {
                    match part {
                        Object::String(bytes, _) => self.write(bytes)?,
                        other => {
                            let by = number(other).unwrap_or_default() / MILLI;
                            self.pen.advance(-by * self.state.size * self.state.stretch);
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Notes one string, and goes on behind it.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        let State { size, letters, words, stretch, rise, .. } = self.state;
        let at = self.pen.at.then(self.state.at);
        let advance = font.advance(bytes, size, letters, words) * stretch;
        self.pen.advance(advance);
        let mut text = String::new();
        let (mut is_artifact, mut piece) = (false, 0);
        match self.marks.current() {
            Some(mark) => {
                (is_artifact, piece) = (mark.is_artifact, mark.piece);
                match mark.says.replace(Says::Told) {
                    Some(Says::Words(words)) => text = words,
                    Some(Says::Told) => {}
                    None => {
                        mark.says = None;
                        text = font.text(bytes);
                    }
                }
            }
            None => text = font.text(bytes),
        }
        pay(&mut self.reader.budget.characters, text.len())?;
        let (x, y) = at.point(0.0, rise);
        let (size, width) = (size * at.across(), advance * at.along());
        let name = font.name.clone();
        let run = Run { text, x, y, width, font: name, size, is_artifact, piece };
        if let Some(last) = self.page.runs.last_mut().filter(|it| it.goes_on_in(&run)) {
            last.text.push_str(&run.text);
            last.width = run.x + run.width - last.x;
            return Ok(());
        }
        pay(&mut self.reader.budget.pieces, 1)?;
        self.page.runs.push(run);
        Ok(())
    }

    fn form(
        &mut self,
        operands: &[Object],
        resources: Option<&'a Dictionary>,
    ) -> Result<(), Unreadable> {
        let (Some(Object::Name(name)), Some(resources)) = (operands.first(), resources) else {
            return Ok(());
        };
        let Some((form, content)) = self.reader.form(resources, name)? else { return Ok(()) };
        if self.depth == DEPTH {
            return Err(Unreadable::TooLarge);
        }
        let document = self.reader.document;
        let (state, pen) = (self.state.clone(), self.pen);
        let kept = std::mem::take(&mut self.kept);
        let placed = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array).ok();
        let placed = placed.and_then(|it| Matrix::of(it)).unwrap_or(Matrix::IDENTITY);
        self.state.at = placed.then(self.state.at);
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict);
        self.depth += 1;
        self.follow(&content, Some(own.unwrap_or(resources)))?;
        self.depth -= 1;
        (self.state, self.pen, self.kept) = (state, pen, kept);
        Ok(())
    }
}

impl Run {
    /// Whether the other run goes on where this one ends.
    fn goes_on_in(&self, next: &Self) -> bool {
        let gap = next.x - (self.x + self.width);
        self.piece == next.piece
            && self.is_artifact == next.is_artifact
            && self.font == next.font
            && (self.size - next.size).abs() < 0.01
            && (self.y - next.y).abs() < 0.01
            && gap.abs() < GAP * self.size
    }
}

fn first(operands: &[Object]) -> Option<f64> {
    operands.first().and_then(number)
}

/// A text string of PDF: UTF-16 with a mark in front, or Latin letters.
fn words(object: &Object) -> Option<String> {
    lopdf::decode_text_string(object).ok()
}
