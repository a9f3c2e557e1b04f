//! Places on a page: transformations, and the frame that is shown.

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;

/// An A4 page, for one that does not say how large it is.
const A4: [f64; 4] = [0.0, 0.0, 595.276, 841.89];

/// Most ancestors of a page that are asked what it inherits.
const ANCESTORS: usize = 64;

/// An affine transformation `[a b c d e f]` as PDF writes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The six numbers of an operator or of a form, if there are six.
    pub(super) fn of(numbers: &[Object]) -> Option<Self> {
        let numbers: Vec<f64> = numbers.iter().filter_map(number).collect();
        Some(Self(numbers.try_into().ok()?))
    }

    /// This one first, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    pub(super) fn moved(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (x * a + y * c + e, x * b + y * d + f)
    }

    /// How much longer what lies along x becomes.
    pub(super) fn along(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How much taller what stands along y becomes.
    pub(super) fn across(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

/// A number, if it is one that can be counted with.
pub(super) fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|it| it.is_finite())
}

/// What is shown of a page.
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From the page's own places to those that a reader measures.
    pub(super) shown: Matrix,
}

impl Frame {
    pub(super) fn of(document: &Document, page: ObjectId) -> Self {
        let bounds = |key: &[u8]| rectangle(document, inherited(document, page, key)?);
        let [left, low, right, high] =
            bounds(b"CropBox").or_else(|| bounds(b"MediaBox")).unwrap_or(A4);
        let turned = inherited(document, page, b"Rotate").and_then(|it| it.as_i64().ok());
        let (width, height) = (right - left, high - low);
        match turned.unwrap_or(0).rem_euclid(360) {
            90 => Self::new(height, width, [0.0, 1.0, 1.0, 0.0, -low, -left]),
            180 => Self::new(width, height, [-1.0, 0.0, 0.0, 1.0, right, -low]),
            270 => Self::new(height, width, [0.0, -1.0, -1.0, 0.0, high, right]),
            _ => Self::new(width, height, [1.0, 0.0, 0.0, -1.0, -left, high]),
        }
    }

    fn new(width: f64, height: f64, shown: [f64; 6]) -> Self {
        Self { width, height, shown: Matrix(shown) }
    }
}

/// What a page, or the nearest node above it, says under a key.
pub(super) fn inherited<'a>(
    document: &'a Document,
    page: ObjectId,
    key: &[u8],
) -> Option<&'a Object> {
    let mut node: &Dictionary = document.get_dictionary(page).ok()?;
    for _ in 0..ANCESTORS {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

fn rectangle(document: &Document, object: &Object) -> Option<[f64; 4]> {
    let corners = object.as_array().ok()?.iter();
    let corners = corners.filter_map(|it| number(document.dereference(it).ok()?.1));
    let [a, b, c, d]: [f64; 4] = corners.collect::<Vec<_>>().try_into().ok()?;
    let corners = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (corners[2] > corners[0] && corners[3] > corners[1]).then_some(corners)
}
