//! Words for findings about who signs.

use crate::finding::fact::signer::SignerFact;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;
use crate::finding::vietnamese::suggestion;

pub(super) fn fact(fact: &SignerFact) -> Words {
    match fact {
        SignerFact::NoSignatory { unit } => Words::new(
            format!("{unit}: chưa có họ tên người ký, văn bản sẽ in chỗ trống"),
            "ghi name ở mục signer của đơn vị trong campaign.toml",
        ),
        SignerFact::UnknownTitle { unit, title, nearest } => Words::new(
            format!("{unit}: chức vụ người ký ghi là {}, không có trong danh sách", quoted(title)),
            suggestion(
                nearest.as_deref(),
                "chức vụ đúng như vậy thì thêm vào titles của thể thức (templates/layouts)",
            ),
        ),
        SignerFact::Honorific { unit, name, prefix } => Words::new(
            format!("{unit}: trước họ tên người ký có {}: {}", quoted(prefix), quoted(name)),
            "chỉ ghi họ và tên, không ghi học hàm, học vị, danh hiệu, cách xưng hô (Nghị định 30/2020)",
        ),
        SignerFact::TooLong { unit, line } => Words::new(
            format!("{unit}: dòng {} quá dài so với ô chữ ký", quoted(line)),
            "chia thành nhiều dòng (mỗi phần tử một dòng) hoặc viết gọn trong campaign.toml",
        ),
    }
}
