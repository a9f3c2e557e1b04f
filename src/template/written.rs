//! Where in a template something stands that was found only after it was filled.

use crate::finding::failure::Failure;
use crate::finding::failure::TemplateSpot;
use crate::template::Source;
use crate::template::library::Library;

/// Fewer characters in common say nothing.
const LEAST: usize = 3;

/// The templates that a text was filled from.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// That of the paper.
    pub source: Source<'a>,
    /// The partials that it may hold.
    pub library: &'a Library,
}

impl Written<'_> {
    /// The same failure with the line of the template from which `line` was filled, if one can be told:
    /// the line that begins most like it.
    pub(super) fn placed(self, failure: Failure, line: &str) -> Failure {
        let Failure::Template(mut error) = failure else { return failure };
        if error.spot.is_some() || error.path != self.source.path {
            return Failure::Template(error);
        }
        let partials = self.library.partials();
        let partials = partials.map(|(_, it)| Source { path: &it.path, text: &it.text });
        let mut best = LEAST - 1;
        for source in std::iter::once(self.source).chain(partials) {
            let Some((alike, span)) = nearest(source.text, line.trim()) else { continue };
            if alike > best {
                best = alike;
                source.path.clone_into(&mut error.path);
                error.spot = Some(TemplateSpot { text: source.text.to_owned(), span });
            }
        }
        Failure::Template(error)
    }
}

/// The line that has most in common with `line` at its beginning, and how much.
fn nearest(text: &str, line: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let mut best: Option<(usize, std::ops::Range<usize>)> = None;
    let mut start = 0;
    for own in text.split_inclusive('\n') {
        let trimmed = own.trim();
        let at = start + (own.len() - own.trim_start().len());
        let same = trimmed.chars().zip(line.chars()).take_while(|(a, b)| a == b).count();
        if best.as_ref().is_none_or(|(most, _)| same > *most) {
            best = Some((same, at..at + trimmed.len()));
        }
        start += own.len();
    }
    best
}
