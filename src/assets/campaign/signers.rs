//! Who signs: the lines above a name, and the order of the parties of a pledge.

use crate::assets::campaign_file::pledge::SigningOrder;
use crate::assets::campaign_file::signer::Capacity;
use crate::assets::campaign_file::signer::SignerTable;
use crate::model::campaign::Unit;
use crate::model::document::Signer;
use crate::model::id::UnitId;
use crate::model::look::Look;
use crate::text::collate;

/// What the cell of somebody who is not there says, below the title.
const ABSENT: &str = "Vắng mặt, ký bổ sung";

/// Who signs for the body of this code, full name and heading.
pub(super) fn signer(
    table: SignerTable,
    look: &Look,
    code: &str,
    of: &str,
    heading: Vec<String>,
) -> Signer {
    Signer {
        code: code.to_owned(),
        of: of.to_owned(),
        title: title(&table, look),
        authority: table.authority,
        body: heading,
        other_title: table.absent.then(|| ABSENT.to_owned()),
        name: table.name,
        ..Signer::default()
    }
}

/// The lines of the title, with whom the person signs for (Nghị định 30/2020 Điều 13).
fn title(table: &SignerTable, look: &Look) -> Vec<String> {
    let own = |otherwise: String| {
        if table.title.is_empty() { vec![otherwise] } else { table.title.clone() }
    };
    let head = &table.head_title;
    let below = |line: &str, own: Vec<String>| {
        let mut lines = vec![format!("{line} {head}")];
        lines.extend(own);
        lines
    };
    let for_head = table.deputy_line.unwrap_or(look.signatures.deputy_line);
    match table.capacity {
        Capacity::Head => own(head.clone()),
        Capacity::Deputy | Capacity::InCharge => {
            let charge = if table.capacity == Capacity::InCharge { " PHỤ TRÁCH" } else { "" };
            let title = own(format!("PHÓ {head}{charge}"));
            if for_head { below("KT.", title) } else { title }
        }
        Capacity::Acting => vec![format!("Q. {head}")],
        Capacity::ByOrder => below("TL.", table.title.clone()),
        Capacity::ByAuthority => below("TUQ.", table.title.clone()),
    }
}

/// The parties in the order of signing.
pub(super) fn ordered(
    order: SigningOrder,
    units: &[Unit],
    head: Option<UnitId>,
    deputy: Option<UnitId>,
) -> Vec<UnitId> {
    let mut parties: Vec<UnitId> = (0_u32..).take(units.len()).map(UnitId).collect();
    if order == SigningOrder::Alphabet {
        let name = |it: &UnitId| units[it.index()].name.as_str();
        parties.sort_by(|a, b| collate::compare(name(a), name(b)));
    }
    if order != SigningOrder::Units {
        // Stable: the others keep their order.
        let rank = |it: &UnitId| match Some(*it) {
            it if it == head => 0,
            it if it == deputy => 1,
            _ => 2,
        };
        parties.sort_by_key(rank);
    }
    parties
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::looks;
    use crate::assets::templates::Templates;

    fn lines(capacity: Capacity, deputy_line: Option<bool>, title: &[&str]) -> String {
        let look = looks::read(&Templates::default(), "nghi-dinh-30").unwrap().look;
        let title_lines = title.iter().map(|it| (*it).to_owned()).collect();
        let table =
            SignerTable { capacity, deputy_line, title: title_lines, ..SignerTable::default() };
        title_of(&table, &look)
    }

    fn title_of(table: &SignerTable, look: &Look) -> String {
        title(table, look).join(" / ")
    }

    #[test]
    fn the_lines_say_in_which_capacity_somebody_signs() {
        use Capacity::*;
        let cases: [(Capacity, Option<bool>, &[&str], &str); 10] = [
            (Head, None, &[], "CHỦ TỊCH"),
            (Head, None, &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            (Deputy, None, &[], "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            (Deputy, Some(false), &[], "PHÓ CHỦ TỊCH"),
            (
                Deputy,
                None,
                &["PHÓ CHỦ TỊCH THƯỜNG TRỰC"],
                "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH THƯỜNG TRỰC",
            ),
            (InCharge, None, &[], "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH PHỤ TRÁCH"),
            (Acting, None, &[], "Q. CHỦ TỊCH"),
            (ByOrder, None, &["CHÁNH VĂN PHÒNG"], "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
            (ByAuthority, None, &["TRƯỞNG BAN"], "TUQ. CHỦ TỊCH / TRƯỞNG BAN"),
            (ByOrder, None, &[], "TL. CHỦ TỊCH"),
        ];
        for (capacity, line, title, expected) in cases {
            assert_eq!(lines(capacity, line, title), expected);
        }
    }
}
