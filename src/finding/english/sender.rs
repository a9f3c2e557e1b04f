//! Words for findings about whose workbook it is, and for which period, in English.

use super::suggestion;
use crate::finding::fact::sender::SenderFact;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;

pub(in crate::finding) fn fact(fact: &SenderFact) -> Words {
    match fact {
        SenderFact::UnknownUnit { typed, nearest, candidates } if candidates.is_empty() => {
            unknown_unit(typed, nearest.as_deref())
        }
        SenderFact::UnknownUnit { typed, nearest: _, candidates } => Words::new(
            format!("{} may mean {}", quoted(typed), candidates.join(" or ")),
            "type the whole name, with its marks, on sheet “Thông tin chung”, or give the code",
        ),
        SenderFact::ContradictingUnit { name, code } => Words::new(
            format!(
                "the name {} and the code {} are those of two different units",
                quoted(name),
                quoted(code)
            ),
            "mend the name or the code on sheet “Thông tin chung”",
        ),
        SenderFact::DuplicateUnit { unit, others } => Words::new(
            format!("{unit} sent several files; the others: {}", others.join(", ")),
            "ask the unit which file counts, and move the rest out of the folder submissions",
        ),
        SenderFact::MissingUnit { unit, code } => Words::new(
            format!("there are no figures from {unit} yet"),
            format!("remind the unit; its file goes into submissions, for instance {code}.xlsx"),
        ),
        SenderFact::WrongPeriod { found, expected } => wrong_period(found, expected),
    }
}

fn unknown_unit(typed: &str, nearest: Option<&str>) -> Words {
    if typed.is_empty() {
        return Words::new(
            "the file does not say which unit it is from",
            suggestion(nearest, "type the name of the unit on sheet “Thông tin chung”"),
        );
    }
    let otherwise = "mend the name on sheet “Thông tin chung”, or add this spelling to aliases in \
                     campaign.toml";
    Words::new(
        format!("{} is not among the units of this period", quoted(typed)),
        suggestion(nearest, otherwise),
    )
}

fn wrong_period(found: &str, expected: &str) -> Words {
    if found.is_empty() {
        return Words::new(
            format!("the file does not say its period; this period is “{expected}”"),
            format!("type “{expected}” at “Kỳ số liệu” on sheet “Thông tin chung”"),
        );
    }
    Words::new(
        format!("the file is for the period {}, this period is “{expected}”", quoted(found)),
        "send the file of this period; if only the name is wrong, mend “Kỳ số liệu” on sheet \
         “Thông tin chung”",
    )
}
