//! A unit as a person types it: its code or its name.

use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
use thidua::model::id::UnitId;
use thidua::text::suggest;

use crate::cli::report;
use crate::cli::status::Status;

/// The unit of this name.
///
/// # Errors
/// The fault with the nearest name if there is none.
pub(super) fn find(campaign: &Campaign, typed: &str) -> Result<UnitId, TomlFault> {
    campaign.find_by_name(typed).ok_or_else(|| {
        let names = campaign.units.iter().flat_map(|it| [it.code.as_str(), it.name.as_str()]);
        let nearest = suggest::nearest(typed, names).map(str::to_owned);
        TomlFault::Dangling { name: typed.to_owned(), nearest }
    })
}

/// The unit of this name, if one is typed.
///
/// # Errors
/// How the program ends if there is no such unit; the nearest name is told already.
pub(super) fn find_or_tell(
    campaign: &Campaign,
    typed: Option<&str>,
    lang: Lang,
) -> Result<Option<UnitId>, Status> {
    typed.map(|it| find(campaign, it)).transpose().map_err(|fault| {
        report::unknown(&fault, lang);
        Status::Failed
    })
}
