//! Words for faults of templates in Vietnamese.

use crate::finding::failure::CallNeeds;
use crate::finding::failure::Closed;
use crate::finding::failure::Markup;

/// What a call of a helper needs.
pub(super) fn needs(needs: &CallNeeds) -> String {
    let words = match needs {
        CallNeeds::Value(Some(code)) => {
            return format!(
                "có số liệu {code}; đặt câu trong {{{{#if …}}}}, hoặc dùng {{{{cau th.{code}}}}}"
            );
        }
        CallNeeds::Value(None) => "có điểm; đặt câu trong {{#if …}}",
        CallNeeds::NumberOption(name) => return format!("{name} là một số, ví dụ {name}=1000"),
        CallNeeds::Argument => "thêm tham số",
        CallNeeds::FigureOrNumber => "một chỉ tiêu hoặc một số",
        CallNeeds::Figure => "một chỉ tiêu như th.TC12",
        CallNeeds::Actual => "số thực hiện, ví dụ th.TC12",
        CallNeeds::Target => "chỉ tiêu ở tham số thứ hai, ví dụ kh.TC12",
        CallNeeds::Wordable => "một số viết được như vậy",
        CallNeeds::Date => "một ngày",
        CallNeeds::List => "một danh sách",
        CallNeeds::Words => "chữ",
        CallNeeds::AboveOption => "tu=\"trên\" hoặc tu=\"hơn\"",
        CallNeeds::MoneyOption => "don_vi là đơn vị tiền, ví dụ tỷ đồng",
        CallNeeds::PartsOption => "bo gồm các chữ chi_tieu, nam_truoc, don_vi",
        CallNeeds::ManyUnits => "một văn bản của cả cụm hay một khối, không phải của một đơn vị",
        CallNeeds::UnitPosition => "số thứ tự của đơn vị",
        CallNeeds::Helper => "được in bằng một hàm, ví dụ {{so th.TC12}}",
        CallNeeds::NoFigures => "không in số liệu ở dòng này",
    };
    words.to_owned()
}

/// What is closed to templates.
pub(super) fn closed(closed: Closed) -> &'static str {
    match closed {
        Closed::Triple => "không dùng {{{…}}}: chỉ dùng {{…}}",
        Closed::Ampersand => "không dùng {{&…}}: chỉ dùng {{…}}",
        Closed::PartialBlock => "không dùng {{#> …}}: mẫu con viết {{> …}}",
        Closed::Decorator => "không dùng {{#* …}}: đặt mẫu con vào templates/partials",
        Closed::Character => "có ký tự mà chương trình dành riêng",
    }
}

/// Markdown that is not for official papers.
pub(super) fn markup(markup: Markup) -> &'static str {
    match markup {
        Markup::Heading => "tiêu đề từ cấp bốn (####) trở xuống",
        Markup::Quote => "đoạn trích (>)",
        Markup::Code => "đoạn thụt vào bốn dấu cách, hoặc chữ trong dấu `",
        Markup::Rule => "đường kẻ (---)",
        Markup::Link => "liên kết",
        Markup::Image => "hình chèn",
        Markup::Html => "thẻ HTML",
        Markup::Other => "cách trình bày này",
    }
}
