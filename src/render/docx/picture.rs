//! Pictures in the text, with their words for those who do not see them.

use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;

/// Of a drawing in a text, in which lengths are told: English Metric Units to a twip.
const UNITS: i64 = 635;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The run of a picture, as wide as the text at most; `relation` names its part.
pub(super) fn drawing(n: usize, relation: &str, png: &[u8], words: &str, width: i64) -> Element {
    let (across, down) = size(png);
    let long = width * UNITS;
    let high = long * down / across.max(1);
    let about =
        |name| el(name).with("id", n).with("name", format!("Hình {n}")).with("descr", words);
    let blip = el("a:blip").with("r:embed", relation);
    let fill = el("pic:blipFill").child(blip).child(el("a:stretch").child(el("a:fillRect")));
    let shape = el("pic:spPr")
        .child(
            el("a:xfrm")
                .child(el("a:off").with("x", 0).with("y", 0))
                .child(el("a:ext").with("cx", long).with("cy", high)),
        )
        .child(el("a:prstGeom").with("prst", "rect").child(el("a:avLst")));
    let picture = el("pic:pic")
        .with("xmlns:pic", PICTURE)
        .child(el("pic:nvPicPr").child(about("pic:cNvPr")).child(el("pic:cNvPicPr")))
        .child(fill)
        .child(shape);
    let data = el("a:graphicData").with("uri", PICTURE).child(picture);
    let inline = el("wp:inline")
        .with("distT", 0)
        .with("distB", 0)
        .with("distL", 0)
        .with("distR", 0)
        .child(el("wp:extent").with("cx", long).with("cy", high))
        .child(about("wp:docPr"))
        .child(el("wp:cNvGraphicFramePr"))
        .child(el("a:graphic").with("xmlns:a", DRAWING).child(data));
    el("w:r").child(el("w:drawing").child(inline))
}

/// How wide a picture is that is so high.
pub(super) fn width_for(png: &[u8], height: i64) -> i64 {
    let (across, down) = size(png);
    height * across / down.max(1)
}

/// Width and height of a PNG in dots, from its header.
fn size(png: &[u8]) -> (i64, i64) {
    let number = |from: usize| {
        let bytes = png.get(from..from + 4).and_then(|it| <[u8; 4]>::try_from(it).ok());
        bytes.map_or(1, |it| i64::from(u32::from_be_bytes(it)))
    };
    (number(16), number(20))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_wide_as_the_text_and_keeps_its_shape() {
        let mut png = vec![0; 24];
        png[18..20].copy_from_slice(&[0x03, 0xE8]);
        png[22..24].copy_from_slice(&[0x01, 0xF4]);
        assert_eq!(size(&png), (1000, 500));
        assert_eq!(size(&[]), (1, 1));
    }
}
