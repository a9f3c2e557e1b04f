//! `cua`: the figure of one unit, for use inside another helper.

use crate::finding::failure::CallNeeds;
use crate::model::figure::FigureId;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::template::mark;

pub(super) static ENTRY: Entry = Entry {
    name: "cua",
    example: "{{#each don_vi}}{{ten}}: {{so (cua so_thu_tu ../th.TC12)}}{{/each}}",
    meaning: "số liệu của từng đơn vị; so_thu_tu là thứ tự đơn vị trong danh sách, từ 0",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let owner = call.session.owner();
    if owner.unit().is_some() {
        return Err(call.needs(CallNeeds::ManyUnits));
    }
    let index = call.value(0)?.as_u64().and_then(|it| u32::try_from(it).ok());
    let unit = index.map(UnitId).filter(|it| call.session.dataset().members(owner).contains(it));
    let unit = unit.ok_or_else(|| call.needs(CallNeeds::UnitPosition))?;
    Ok(mark::reference(FigureId { owner: Owner::Unit(unit), ..call.figure(1)? }))
}
