//! `cau`: a whole sentence about an indicator, which changes with its figures.

use crate::finding::failure::CallNeeds;
use crate::model::measure::Measure;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::template::sentence;
use crate::template::sentence::Parts;

pub(super) static ENTRY: Entry = Entry {
    name: "cau",
    example: "{{cau th.TC12}}",
    meaning: "Kết nạp mới 25.493 đoàn viên, đạt 104,7% chỉ tiêu, tăng 5% so với năm 2023. Cả câu, đổi theo \
              số liệu; chưa có số liệu thì không in gì; nhiều chỉ tiêu thì mỗi chỉ tiêu một câu. bo=\"chi_tieu nam_truoc don_vi\" bỏ phần nào đó; \
              cách nói ở templates/sentences và khóa phrase của danh mục",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let left_out: Vec<&str> =
        call.word_option("bo")?.unwrap_or_default().split_whitespace().collect();
    if left_out.iter().any(|it| !["chi_tieu", "nam_truoc", "don_vi"].contains(it)) {
        return Err(call.needs(CallNeeds::PartsOption));
    }
    let has = |part| !left_out.contains(&part);
    let parts = Parts { target: has("chi_tieu"), change: has("nam_truoc"), units: has("don_vi") };
    let mut sentences = Vec::new();
    for index in 0..call.count().max(1) {
        let figure = call.figure(index)?;
        if figure.measure != Measure::Actual {
            return Err(call.needs(CallNeeds::Actual));
        }
        sentences.push(sentence::of(call.session, figure, parts));
    }
    sentences.retain(|it| !it.is_empty());
    Ok(sentences.join(" "))
}
