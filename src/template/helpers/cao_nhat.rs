//! `cao_nhat` and `thap_nhat`: the units at either end of a field, equals together.

use crate::finding::failure::CallNeeds;
use crate::finding::failure::TemplateFault;
use crate::model::figure::FigureId;
use crate::model::measure::Measure;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::template::sentence;
use crate::template::units::End;
use crate::template::units::Field;

pub(super) static BEST: Entry = Entry {
    name: "cao_nhat",
    example: "{{cao_nhat th.TC12 kh.TC12}}",
    meaning: "Hà Giang (109,2%): đơn vị đạt cao nhất so với chỉ tiêu của mình; một tham số thì so chính con số; \
              tham số thứ hai là nt.TC12 thì so mức tăng; bằng nhau thì nêu cả. Chỉ tiêu càng thấp càng tốt \
              thì là đơn vị thấp nhất. Không có thì để trống, hỏi trước bằng {{#if (cao_nhat …)}}",
    run: |call| run(call, End::Best),
};

pub(super) static WORST: Entry = Entry {
    name: "thap_nhat",
    example: "{{thap_nhat th.TC12 kh.TC12}}",
    meaning: "Lạng Sơn (102,5%): như cao_nhat, ở đầu kia",
    run: |call| run(call, End::Worst),
};

pub(super) static SHORT: Entry = Entry {
    name: "chua_dat",
    example: "{{chua_dat th.TC05 kh.TC05}}",
    meaning: "Cao Bằng (94,4%) và Tuyên Quang (95,2%): các đơn vị chưa đạt chỉ tiêu của mình; đều đạt thì để trống",
    run: |call| {
        let field = Field::against(call.session, call.figure(0)?, target(call)?);
        Ok(sentence::named(call.session, &field.short()))
    },
};

fn run(call: &Call<'_, '_>, end: End) -> Answer {
    let figure = call.figure(0)?;
    let field = match call.has(1).then(|| call.figure(1)).transpose()? {
        None => Field::plain(call.session, figure),
        Some(by) if by.measure == Measure::Previous => Field::change(call.session, figure, by),
        Some(_) => Field::against(call.session, figure, target(call)?),
    };
    Ok(sentence::named(call.session, &field.at(end)))
}

/// The second figure, which is a target.
fn target(call: &Call<'_, '_>) -> Result<FigureId, TemplateFault> {
    let target = call.figure(1)?;
    let is_target = target.measure == Measure::Target;
    if is_target { Ok(target) } else { Err(call.needs(CallNeeds::Target)) }
}
