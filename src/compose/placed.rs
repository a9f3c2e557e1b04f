//! Fenced blocks with known names: tables, legal bases, signatures.

use crate::assets::document_spec::Day;
use crate::compose::charts;
use crate::compose::recipients;
use crate::compose::signature_grid;
use crate::compose::tables;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::campaign::Campaign;
use crate::model::document::Block;
use crate::model::document::Signer;
use crate::model::id::UnitId;
use crate::model::meeting::Person;
use crate::template::markdown::Fence;
use crate::text::case;
use crate::text::suggest;

/// The blocks for a fence.
pub(super) fn blocks(
    writer: &Writer<'_>,
    path: &str,
    fence: &Fence,
) -> Result<Vec<Block>, Failure> {
    let campaign = writer.material.campaign;
    let owner = writer.owner.unit();
    match fence.name.as_str() {
        "bang" => {
            let (name, about) = fence.argument.split_once(' ').unwrap_or((&fence.argument, ""));
            Ok(tables::tables(writer, name, about.trim())?.blocks())
        }
        "bieu-do" => Ok(charts::block(writer, fence.argument.trim())?.into_iter().collect()),
        "can-cu" => Ok(vec![legal_bases(writer)?]),
        "chu-ky-khong-noi-nhan" => Ok(vec![bare_head_signature(campaign)]),
        "chu-ky" => Ok(vec![head_signature(campaign, &fence.argument)]),
        "chu-ky-don-vi" if owner.is_some() => {
            Ok(owner.map(|it| unit_signature(campaign, it)).into_iter().collect())
        }
        "chu-ky-cua" => bodies_signature(campaign, path, &fence.argument),
        "chu-ky-cum" => Ok(vec![cluster_signature(campaign)]),
        "chu-ky-bien-ban" => Ok(vec![minutes_signature(campaign)]),
        "chu-ky-kiem-phieu" => Ok(vec![tellers(campaign)]),
        "luoi-chu-ky" => Ok(vec![grid(campaign, owner)]),
        "chu-ky-don-vi" => {
            let words = "khối chu-ky-don-vi chỉ dùng trong văn bản của một đơn vị".to_owned();
            Err(Failure::template(path, TemplateFault::Other(words)))
        }
        name => {
            let fault = TemplateFault::UnknownBlock { name: name.to_owned() };
            Err(Failure::template(path, fault))
        }
    }
}

/// `Căn cứ …;` on lines of their own, the last with a full stop (NĐ30, Phụ lục I, II.6).
fn legal_bases(writer: &Writer<'_>) -> Result<Block, Failure> {
    let material = writer.material;
    let mut bases = material.legal.in_force(&writer.spec.legal_bases, writer.day())?;
    // Those of the campaign are the pledge's.
    if writer.spec.day == Day::Ceremony {
        bases.extend(material.campaign.pledge.legal_bases.iter().cloned());
    }
    let last = bases.len().saturating_sub(1);
    let line = |(index, text): (usize, String)| {
        format!("Căn cứ {text}{}", if index == last { "." } else { ";" })
    };
    Ok(Block::LegalBases { lines: bases.into_iter().enumerate().map(line).collect() })
}

/// The head signs on its own letterhead (option E). `recipients` stand in place of the report's:
/// `Như trên; Lưu: VT`.
fn head_signature(campaign: &Campaign, recipients: &str) -> Block {
    let unit = &campaign[campaign.report.head];
    // The letterhead names the body already.
    let signer = Signer { body: Vec::new(), ..unit.signer.clone() };
    let own: Vec<String> =
        recipients.split(';').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    let recipients = if own.is_empty() { recipients::lines(campaign) } else { own };
    Block::Signature { signer, recipients: listed(&recipients) }
}

/// The head signs a paper that is sent to nobody else.
fn bare_head_signature(campaign: &Campaign) -> Block {
    let signer = campaign[campaign.report.head].signer.clone();
    Block::Signature { signer: Signer { body: Vec::new(), ..signer }, recipients: Vec::new() }
}

/// `- Như trên;`, the last with a full stop.
fn listed(recipients: &[String]) -> Vec<String> {
    let last = recipients.len().saturating_sub(1);
    let line = |(index, text): (usize, &String)| {
        format!("- {text}{}", if index == last { "." } else { ";" })
    };
    recipients.iter().enumerate().map(line).collect()
}

/// A body signs (`chu-ky-cua ubkt`) with the report's recipients on its left, or two bodies side by
/// side (`chu-ky-cua thu-ky; chu-tri`).
fn bodies_signature(campaign: &Campaign, path: &str, codes: &str) -> Result<Vec<Block>, Failure> {
    let mut signers = Vec::new();
    for code in codes.split(';').map(str::trim) {
        let Some(body) = campaign.body(code) else {
            let codes = campaign.bodies.iter().map(|it| it.code.as_str());
            let nearest = suggest::nearest(code, codes).map(str::to_owned);
            let fault = TemplateFault::UnknownName { name: code.to_owned(), nearest };
            return Err(Failure::template(path, fault));
        };
        signers.push(Signer { body: Vec::new(), ..body.signer.clone() });
    }
    let recipients = listed(&recipients::lines(campaign));
    Ok(match <[Signer; 2]>::try_from(signers) {
        Ok([left, right]) => vec![Block::SignaturePair { left, right }],
        Err(signers) => {
            let one = |signer| Block::Signature { signer, recipients: recipients.clone() };
            signers.into_iter().map(one).collect()
        }
    })
}

/// The leader of a unit signs and seals, who prepared the figures signs on the left; nobody's name is
/// taken from what a unit typed. The letterhead names the body already.
fn unit_signature(campaign: &Campaign, unit: UnitId) -> Block {
    let signer = &campaign[unit].signer;
    let other_title = signer.other_title.clone().or_else(|| Some("Ký tên, đóng dấu".to_owned()));
    let preparer = Signer {
        title: vec!["NGƯỜI LẬP BIỂU".to_owned()],
        other_title: Some("Ký, ghi rõ họ tên".to_owned()),
        ..Signer::default()
    };
    let leader = Signer { body: Vec::new(), other_title, ..signer.clone() };
    Block::SignaturePair { left: preparer, right: leader }
}

/// Who takes the minutes signs on the left, who presides on the right (NĐ30, Phụ lục III, mẫu 1.9).
/// Names that nobody gave leave their room.
fn minutes_signature(campaign: &Campaign) -> Block {
    let meeting = &campaign.meeting;
    let signer = |role: &str, person: &Option<Person>| Signer {
        title: vec![role.to_owned()],
        name: person.as_ref().and_then(|it| it.name.clone()),
        ..Signer::default()
    };
    Block::SignaturePair {
        left: signer("THƯ KÝ", &meeting.secretary),
        right: signer("CHỦ TRÌ", &meeting.chair),
    }
}

/// Ban kiểm phiếu, its head first; a board that nobody named yet leaves room for its head.
fn tellers(campaign: &Campaign) -> Block {
    let signer = |(index, person): (usize, Option<&Person>)| Signer {
        title: vec![if index == 0 { "TRƯỞNG BAN" } else { "ỦY VIÊN" }.to_owned()],
        name: person.and_then(|it| it.name.clone()),
        ..Signer::default()
    };
    let tellers = &campaign.meeting.tellers;
    let all = (0..tellers.len().max(1)).map(|index| signer((index, tellers.get(index))));
    let parties: Vec<Signer> = all.collect();
    Block::SignatureGrid {
        caption: "BAN KIỂM PHIẾU".to_owned(),
        columns: signature_grid::columns(&parties),
        parties,
        witness: None,
    }
}

/// The cluster's tables are signed for the cluster (domain.md 4.4).
pub(super) fn cluster_signature(campaign: &Campaign) -> Block {
    let unit = &campaign[campaign.report.head];
    // An office signs for itself, not as the head of others.
    if campaign.office.is_some() {
        let signer = Signer { body: Vec::new(), ..unit.signer.clone() };
        return Block::Signature { signer, recipients: Vec::new() };
    }
    let signer = Signer {
        code: unit.signer.code.clone(),
        of: unit.signer.of.clone(),
        authority: vec![format!("TM. {}", case::upper(&campaign.cluster.name))],
        title: vec![case::upper(&campaign.cluster.head_title)],
        other_title: Some(format!("{} {}", unit.signer.title.join(" "), unit.heading.join(" "))),
        name: unit.signer.name.clone(),
        ..Signer::default()
    };
    Block::Signature { signer, recipients: Vec::new() }
}

/// Above the signatures of all.
const CAPTION: &str = "ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC";

/// A cell for every party, in the campaign's order; roles only if already elected. On the sheet of a unit
/// stands that party alone.
fn grid(campaign: &Campaign, owner: Option<UnitId>) -> Block {
    let pledge = &campaign.pledge;
    let is_here = |id: &&UnitId| owner.is_none_or(|it| it == **id);
    let role = |id: UnitId| {
        let is = |who: Option<UnitId>| who == Some(id);
        let cluster = &campaign.cluster;
        let role = if is(pledge.head) { &cluster.head_title } else { &cluster.deputy_title };
        (is(pledge.head) || is(pledge.deputy)).then(|| case::upper(role))
    };
    let party = |id: &UnitId| Signer { role: role(*id), ..campaign[*id].signer.clone() };
    let parties: Vec<Signer> = pledge.parties.iter().filter(is_here).map(party).collect();
    let of_all = owner.is_none();
    Block::SignatureGrid {
        caption: if of_all { CAPTION.to_owned() } else { String::new() },
        columns: signature_grid::columns(&parties),
        parties,
        witness: pledge.witness.clone().filter(|_| of_all),
    }
}
