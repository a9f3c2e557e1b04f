//! Words for mergers and splits that cannot be, in Vietnamese.

use crate::finding::failure::SuccessionFault;
use crate::finding::lang::Words;

pub(super) fn succession(fault: &SuccessionFault) -> Words {
    match fault {
        SuccessionFault::Circle { body } => Words::new(
            format!("“{body}” hình thành từ chính nó, trực tiếp hoặc qua các đơn vị khác"),
            "đặt cho đơn vị sau sáp nhập một định danh mới, thêm tháng bắt đầu, ví dụ quang-ngai@2025-07",
        ),
        SuccessionFault::EndsTwice { body, on } => Words::new(
            format!("“{body}” đã kết thúc ngày {}, không thể kết thúc lần nữa", on.numeric()),
            "bỏ một chỗ; nếu một đơn vị tách thành nhiều đơn vị thì ghi một mục [[splits]]",
        ),
        SuccessionFault::BeginsTwice { body, on } => Words::new(
            format!("“{body}” đã hình thành ngày {}, không thể hình thành lần nữa", on.numeric()),
            "ghi mọi đơn vị nhập vào ở một mục [[successions]]; nếu sáp nhập lần sau thì đặt định \
             danh mới với tháng của lần đó",
        ),
        SuccessionFault::EndsBeforeItBegins { body, begins, ends } => Words::new(
            format!(
                "“{body}” kết thúc ngày {}, không sau ngày hình thành là {}",
                ends.numeric(),
                begins.numeric()
            ),
            "xem lại ngày (on) của hai lần sáp nhập, chia tách này",
        ),
        SuccessionFault::OtherMonth { body, on } => Words::new(
            format!("“{body}” ghi tháng khác với ngày bắt đầu là {}", on.numeric()),
            format!("ghi tháng bắt đầu sau dấu @: {}-{:02}", on.year(), on.month()),
        ),
        SuccessionFault::NotEnough => Words::new(
            "sáp nhập hay chia tách này thiếu đơn vị",
            "ghi ít nhất một đơn vị cũ; chia tách phải có ít nhất hai đơn vị mới",
        ),
        SuccessionFault::Ended { body, on, into } => Words::new(
            format!(
                "“{body}” không còn từ ngày {}, trước khi kỳ số liệu kết thúc; tiếp tục là {}",
                on.numeric(),
                into.join(", ")
            ),
            "thay bằng đơn vị sau sáp nhập; nếu đây là đơn vị khác trùng mã thì ghi identity riêng cho nó",
        ),
        SuccessionFault::NotYet { body, on } => Words::new(
            format!("“{body}” chỉ có từ ngày {}, sau khi kỳ số liệu kết thúc", on.numeric()),
            "dùng định danh của đơn vị trước khi sáp nhập, hoặc xem lại năm của kỳ số liệu",
        ),
    }
}
