//! Signatures: one beside the list of recipients, two side by side, the grid of all parties.

use crate::model::document::Signer;
use crate::model::look::Look;
use crate::render::docx::grid;
use crate::render::docx::measure::mm;
use crate::render::docx::measure::pt;
use crate::render::docx::paragraph::lines;
use crate::render::docx::paragraph::paragraph;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;

/// Width of a signer beside recipients or a preparer, mm.
const SIGNER: f64 = 92.0;

/// The lines of a signer above the room for the hand, by part.
fn parts(signer: &Signer, head: Kind) -> [Vec<(Kind, String)>; 4] {
    let of = |rows: &[String]| rows.iter().map(|it| (head, it.clone())).collect::<Vec<_>>();
    let mut title = of(&signer.title);
    title.extend(signer.other_title.iter().map(|it| {
        let bracketed = it.starts_with('(');
        (Kind::OtherTitle, if bracketed { it.clone() } else { format!("({it})") })
    }));
    let role: Vec<String> = signer.role.iter().cloned().collect();
    [of(&role), of(&signer.authority), of(&signer.body), title]
}

/// The paragraphs of a signer: each part as high as `heights` says, then the room, then the name. All
/// of them stay on one page.
fn column(signer: &Signer, heights: [usize; 4], room: i64, kinds: (Kind, Kind)) -> Vec<Element> {
    let (head, name) = kinds;
    let mut drawn = Vec::new();
    for (rows, height) in parts(signer, head).into_iter().zip(heights) {
        let blank = height.saturating_sub(rows.len());
        drawn.extend(rows.iter().map(|(kind, it)| lines(*kind, [it.as_str()]).kept().element()));
        drawn.extend((0..blank).map(|_| paragraph(head).kept().element()));
    }
    let written = signer.name.as_deref().unwrap_or("\u{A0}");
    drawn.push(lines(name, [written]).spaced(room, 0).element());
    drawn
}

fn heights(signers: &[&Signer], head: Kind) -> [usize; 4] {
    let mut heights = [0; 4];
    for signer in signers {
        for (height, rows) in heights.iter_mut().zip(parts(signer, head)) {
            *height = (*height).max(rows.len());
        }
    }
    heights
}

/// Nơi nhận on the left, who signs on the right.
pub(super) fn one(signer: &Signer, recipients: &[String], look: &Look, width: i64) -> Vec<Element> {
    let right = mm(SIGNER).min(width * 3 / 5);
    let mut left = Vec::new();
    if !recipients.is_empty() {
        left.push(lines(Kind::RecipientsHead, ["Nơi nhận:"]).kept().element());
    }
    for line in recipients {
        let line = if line.starts_with('-') { line.clone() } else { format!("- {line}") };
        left.push(lines(Kind::Recipients, [line.as_str()]).element());
    }
    let kinds = (Kind::Authority, Kind::Signer);
    let heights = heights(&[signer], Kind::Authority);
    let signed = column(signer, heights, mm(look.signatures.room), kinds);
    vec![space(), grid::draw(&[width - right, right], vec![vec![left, signed]])]
}

/// Who prepared the paper on the left, who signs on the right, names on one line.
pub(super) fn pair(left: &Signer, right: &Signer, look: &Look, width: i64) -> Vec<Element> {
    let wide = mm(SIGNER).min(width * 3 / 5);
    let heights = heights(&[left, right], Kind::Authority);
    let room = mm(look.signatures.room);
    let kinds = (Kind::Authority, Kind::Signer);
    let row = vec![column(left, heights, room, kinds), column(right, heights, room, kinds)];
    vec![space(), grid::draw(&[width - wide, wide], vec![row])]
}

/// All parties under a caption; the last row stands in the middle, and so does the witness.
pub(super) fn all(
    caption: &str,
    across: usize,
    parties: &[Signer],
    witness: Option<&Signer>,
    look: &Look,
    width: i64,
) -> Vec<Element> {
    let mut drawn = vec![space()];
    if !caption.is_empty() {
        drawn.push(lines(Kind::Authority, [caption]).kept().element());
    }
    let cell = width / i64::try_from(across).unwrap_or(1);
    let room = mm(look.signatures.grid_room);
    let row = |signers: &[&Signer], cell: i64| {
        let heights = heights(signers, Kind::Grid);
        let kinds = (Kind::Grid, Kind::GridSigner);
        let cells = signers.iter().map(|it| column(it, heights, room, kinds)).collect();
        grid::draw(&vec![cell; signers.len()], vec![cells])
    };
    for signers in parties.chunks(across.max(1)) {
        let signers: Vec<&Signer> = signers.iter().collect();
        drawn.push(row(&signers, cell));
        drawn.push(space());
    }
    if let Some(witness) = witness {
        let role = witness.role.clone().or_else(|| Some("CHỨNG KIẾN".to_owned()));
        let witness = Signer { role, ..witness.clone() };
        drawn.push(row(&[&witness], width * 2 / 3));
        drawn.push(space());
    }
    drawn
}

/// Room between what goes before and a signature, and between rows of the grid.
fn space() -> Element {
    paragraph(Kind::Cell).kept().spaced(0, pt(8.0)).element()
}
