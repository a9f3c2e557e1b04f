//! A small font for what is typed into fields. The parts of fonts that the typesetter embeds hold the
//! letters of the paper and no table of characters; a viewer that shows a number needs both
//! (ISO 19005-2, 6.2.11: every font is embedded).

use std::ops::RangeInclusive;

use kurbo::BezPath;
use kurbo::CubicBez;
use kurbo::Point;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::Stream;
use lopdf::dictionary;
use ttf_parser::Face;
use ttf_parser::GlyphId;
use ttf_parser::OutlineBuilder;
use typst::text::Font;
use write_fonts::FontBuilder;
use write_fonts::tables::cmap::Cmap;
use write_fonts::tables::glyf::GlyfLocaBuilder;
use write_fonts::tables::glyf::Glyph;
use write_fonts::tables::glyf::SimpleGlyph;
use write_fonts::tables::head::Flags;
use write_fonts::tables::head::Head;
use write_fonts::tables::head::MacStyle;
use write_fonts::tables::hhea::Hhea;
use write_fonts::tables::hmtx::Hmtx;
use write_fonts::tables::hmtx::LongMetric;
use write_fonts::tables::loca::LocaFormat;
use write_fonts::tables::maxp::Maxp;
use write_fonts::types::FWord;
use write_fonts::types::Fixed;
use write_fonts::types::LongDateTime;
use write_fonts::types::UfWord;

use crate::render::pdf::fonts::Family;

/// What numbers and dates of papers are written with: `05`, `12a`, `05/2025`.
const CHARACTERS: RangeInclusive<u8> = b' '..=b'~';

/// How far a curve may be off when it is told in simpler ones, in units of the font.
const ACCURACY: f64 = 0.5;

/// Flags of fonts (ISO 32000-1, table 123).
const SERIF: i64 = 1 << 1;
const NONSYMBOLIC: i64 = 1 << 5;
const SLANTED: i64 = 1 << 6;

/// Thickness of upright strokes, for viewers that lack the font.
const STEM: i64 = 80;

/// A font of few characters with what a PDF says of it; lengths in thousandths of its size.
pub(in crate::render::pdf) struct Small {
    /// A TrueType file, deflated.
    program: Stream,
    /// Widths of [`CHARACTERS`].
    widths: Vec<i64>,
    bounds: [i64; 4],
    ascent: i64,
    descent: i64,
    capitals: i64,
    /// Degrees, negative for a slant to the right.
    slant: i64,
}

/// The small font of a face; `None` if the face cannot be told in TrueType.
pub(in crate::render::pdf) fn small(font: &Font) -> Option<Small> {
    let face = &Face::parse(font.data(), font.index()).ok()?;
    let glyphs: Vec<GlyphId> =
        CHARACTERS.map(|it| face.glyph_index(char::from(it))).collect::<Option<_>>()?;
    let per_mille = |it: f64| (it * 1000.0 / f64::from(face.units_per_em())).round() as i64;
    let advances: Vec<u16> =
        glyphs.iter().map(|it| face.glyph_hor_advance(*it)).collect::<Option<_>>()?;
    let bounds = face.global_bounding_box();
    let corners = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let ascender = f64::from(face.ascender());
    let program = program(face, &glyphs, &advances)?;
    let length = program.len() as i64;
    let mut program = Stream::new(dictionary! { "Length1" => length }, program);
    program.compress().ok()?;
    Some(Small {
        program,
        widths: advances.iter().map(|it| per_mille(f64::from(*it))).collect(),
        bounds: corners.map(|it| per_mille(f64::from(it))),
        ascent: per_mille(ascender),
        descent: per_mille(f64::from(face.descender())),
        capitals: per_mille(face.capital_height().map_or(ascender, f64::from)),
        slant: face.italic_angle().round() as i64,
    })
}

/// A TrueType file with an empty first glyph, then these.
fn program(face: &Face<'_>, glyphs: &[GlyphId], advances: &[u16]) -> Option<Vec<u8>> {
    let mut outlines = GlyfLocaBuilder::new();
    outlines.add_glyph(&Glyph::Empty).ok()?;
    let mut metrics = vec![LongMetric::new(*advances.first()?, 0)];
    let mut most = (0, 0);
    for (glyph, advance) in glyphs.iter().zip(advances) {
        let outline = outline(face, *glyph)?;
        let left = outline.as_ref().map_or(0, |it| it.bbox.x_min);
        metrics.push(LongMetric::new(*advance, left));
        if let Some(it) = &outline {
            let points = it.contours.iter().map(|it| it.len()).sum::<usize>();
            most = (most.0.max(points), most.1.max(it.contours.len()));
        }
        outlines.add_glyph(&outline.map_or(Glyph::Empty, Glyph::Simple)).ok()?;
    }
    let (glyf, loca, format) = outlines.build();
    let count = u16::try_from(metrics.len()).ok()?;
    let characters = CHARACTERS.map(char::from).zip(1u32..);
    let cmap = Cmap::from_mappings(characters.map(|(it, at)| (it, at.into()))).ok()?;
    let mut font = FontBuilder::new();
    font.add_table(&head(face, format)).ok()?;
    font.add_table(&hhea(face, advances.iter().copied().max()?, count)).ok()?;
    font.add_table(&maxp(count, most)?).ok()?;
    font.add_table(&Hmtx::new(metrics, Vec::new())).ok()?;
    font.add_table(&cmap).ok()?;
    font.add_table(&glyf).ok()?;
    font.add_table(&loca).ok()?;
    Some(font.build())
}

fn head(face: &Face<'_>, format: LocaFormat) -> Head {
    let bounds = face.global_bounding_box();
    let never = LongDateTime::new(0);
    Head::new(
        Fixed::from_f64(1.0),
        0,
        Flags::empty(),
        face.units_per_em(),
        never,
        never,
        bounds.x_min,
        bounds.y_min,
        bounds.x_max,
        bounds.y_max,
        MacStyle::empty(),
        8,
        format as i16,
    )
}

fn hhea(face: &Face<'_>, widest: u16, count: u16) -> Hhea {
    Hhea {
        ascender: FWord::new(face.ascender()),
        descender: FWord::new(face.descender()),
        advance_width_max: UfWord::new(widest),
        number_of_h_metrics: count,
        ..Hhea::default()
    }
}

/// There are no instructions and no composed glyphs.
fn maxp(count: u16, (points, contours): (usize, usize)) -> Option<Maxp> {
    Some(Maxp {
        num_glyphs: count,
        max_points: Some(u16::try_from(points).ok()?),
        max_contours: Some(u16::try_from(contours).ok()?),
        max_composite_points: Some(0),
        max_composite_contours: Some(0),
        max_zones: Some(1),
        max_twilight_points: Some(0),
        max_storage: Some(0),
        max_function_defs: Some(0),
        max_instruction_defs: Some(0),
        max_stack_elements: Some(0),
        max_size_of_instructions: Some(0),
        max_component_elements: Some(0),
        max_component_depth: Some(0),
    })
}

/// The shape of a glyph; `Some(None)` for a space.
fn outline(face: &Face<'_>, glyph: GlyphId) -> Option<Option<SimpleGlyph>> {
    let mut pen = Pen::default();
    if face.outline_glyph(glyph, &mut pen).is_none() || pen.path.elements().is_empty() {
        return Some(None);
    }
    SimpleGlyph::from_bezpath(&pen.path).ok().map(Some)
}

/// Draws in lines and quadratic curves, which are all that TrueType has.
#[derive(Default)]
struct Pen {
    path: BezPath,
    at: Point,
}

fn point(x: f32, y: f32) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.move_to(self.at);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.line_to(self.at);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.quad_to(point(x1, y1), self.at);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let curve = CubicBez::new(self.at, point(x1, y1), point(x2, y2), point(x, y));
        for (_, _, part) in curve.to_quads(ACCURACY) {
            self.path.quad_to(part.p1, part.p2);
        }
        self.at = curve.p3;
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

/// Puts the small font of a family into a PDF.
pub(super) fn embedded(
    document: &mut Document,
    family: &Family,
    is_italic: bool,
) -> Result<ObjectId, String> {
    let small = family.small(is_italic);
    let small = small.ok_or_else(|| format!("{} cannot be put into a form", family.name))?;
    let slope = if is_italic { "-Italic" } else { "" };
    // The name of a part of a font begins with six letters (ISO 32000-1, 9.6.4).
    let name = format!("THIDUA+{}{slope}", family.name.replace(' ', ""));
    let program = document.add_object(small.program.clone());
    let flags = SERIF | NONSYMBOLIC | if is_italic { SLANTED } else { 0 };
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.as_str(),
        "Flags" => flags,
        "FontBBox" => small.bounds.map(Object::from).to_vec(),
        "ItalicAngle" => small.slant,
        "Ascent" => small.ascent,
        "Descent" => small.descent,
        "CapHeight" => small.capitals,
        "StemV" => STEM,
        "FontFile2" => program,
    });
    Ok(document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => name.as_str(),
        "FirstChar" => i64::from(*CHARACTERS.start()),
        "LastChar" => i64::from(*CHARACTERS.end()),
        "Widths" => small.widths.iter().copied().map(Object::from).collect::<Vec<_>>(),
        "Encoding" => "WinAnsiEncoding",
        "FontDescriptor" => descriptor,
    }))
}
