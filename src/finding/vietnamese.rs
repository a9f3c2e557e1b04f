//! Words for findings and failures in Vietnamese.

use rust_decimal::Decimal;

use crate::finding::fact::Fact;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::Refusal;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::finding::failure::TomlFault;
use crate::finding::lang::Words;
use crate::model::value::Rejection;
use crate::text::number;

pub(super) fn fact(fact: &Fact) -> Words {
    match fact {
        Fact::UnreadableFile(refusal) => self::refusal(refusal),
        Fact::SheetMissing { .. }
        | Fact::SheetRenamed { .. }
        | Fact::ColumnMoved { .. }
        | Fact::ColumnMissing { .. }
        | Fact::ColumnTwice { .. }
        | Fact::MatchedByLabel { .. }
        | Fact::UnknownCode { .. }
        | Fact::DuplicateRow { .. } => layout(fact),
        Fact::UnknownUnit { .. }
        | Fact::ContradictingUnit { .. }
        | Fact::DuplicateUnit { .. }
        | Fact::MissingUnit { .. }
        | Fact::WrongPeriod { .. } => sender(fact),
        _ => figure(fact),
    }
}

fn layout(fact: &Fact) -> Words {
    match fact {
        Fact::SheetMissing { sheet } => Words::new(
            format!("không tìm thấy trang tính “{sheet}” hay bảng nào có các cột của biểu mẫu"),
            "chép số liệu vào đúng biểu mẫu của Cụm rồi gửi lại",
        ),
        Fact::SheetRenamed { expected, found } => Words::new(
            format!("trang tính “{expected}” đã đổi tên thành “{found}”; vẫn đọc được"),
            format!("lần sau giữ nguyên tên “{expected}”"),
        ),
        Fact::ColumnMoved { header, expected, found } => Words::new(
            format!(
                "cột “{header}” nằm ở cột {found}, biểu mẫu là cột {expected}; đã đọc theo tiêu đề"
            ),
            "kiểm tra số liệu có nằm đúng dưới tiêu đề của cột không",
        ),
        Fact::ColumnMissing { header, .. } => Words::new(
            format!("thiếu cột “{header}”"),
            "thêm lại cột với đúng tiêu đề này, hoặc dùng biểu mẫu của Cụm",
        ),
        Fact::ColumnTwice { header, first } => Words::new(
            format!("tiêu đề “{header}” có ở hai cột (cột đầu là {first}), không biết lấy cột nào"),
            "giữ lại một cột, xóa hoặc đổi tên cột kia",
        ),
        Fact::MatchedByLabel { label, indicator } => Words::new(
            format!("dòng không có mã “{label}” được hiểu là {}", named(indicator)),
            format!("nếu đúng, ghi mã {} vào cột Mã", indicator.code),
        ),
        Fact::UnknownCode { code, label, nearest } => Words::new(
            format!("không có chỉ tiêu nào mang mã “{code}” ({label})"),
            suggestion(nearest.as_deref(), "dùng đúng mã trong biểu mẫu của Cụm"),
        ),
        Fact::DuplicateRow { indicator, first } => Words::new(
            format!("{} có ở hai dòng, dòng đầu tại ô {first}", named(indicator)),
            "giữ lại một dòng, xóa dòng kia",
        ),
        _ => unreachable_words(),
    }
}

fn sender(fact: &Fact) -> Words {
    match fact {
        Fact::UnknownUnit { typed, nearest } if typed.is_empty() => Words::new(
            "tệp không ghi là của đơn vị nào",
            suggestion(nearest.as_deref(), "điền tên đơn vị vào trang “Thông tin chung”"),
        ),
        Fact::UnknownUnit { typed, nearest } => Words::new(
            format!("“{typed}” không phải là đơn vị của Cụm"),
            suggestion(
                nearest.as_deref(),
                "ghi đúng tên đơn vị ở trang “Thông tin chung”, hoặc thêm tên này vào aliases trong campaign.toml",
            ),
        ),
        Fact::ContradictingUnit { name, code } => Words::new(
            format!("tên đơn vị “{name}” và mã đơn vị “{code}” là của hai đơn vị khác nhau"),
            "sửa tên hoặc mã ở trang “Thông tin chung” cho khớp",
        ),
        Fact::DuplicateUnit { unit, others } => Words::new(
            format!("{unit} gửi nhiều tệp; tệp khác: {}", others.join(", ")),
            "hỏi đơn vị tệp nào là bản chính thức, chuyển tệp còn lại ra khỏi submissions",
        ),
        Fact::MissingUnit { unit, code } => Words::new(
            format!("chưa có số liệu của {unit}"),
            format!("đôn đốc đơn vị gửi; tệp đặt vào submissions, ví dụ submissions/{code}.xlsx"),
        ),
        Fact::WrongPeriod { found, expected } if found.is_empty() => Words::new(
            format!("tệp không ghi kỳ số liệu, kỳ này là “{expected}”"),
            format!("điền “{expected}” vào ô Kỳ số liệu ở trang “Thông tin chung”"),
        ),
        Fact::WrongPeriod { found, expected } => Words::new(
            format!("kỳ số liệu ghi “{found}”, kỳ này là “{expected}”"),
            "gửi tệp của đúng kỳ; nếu chỉ ghi nhầm thì sửa ô Kỳ số liệu",
        ),
        _ => unreachable_words(),
    }
}

fn figure(fact: &Fact) -> Words {
    match fact {
        Fact::NumberAsText { text, value } => Words::new(
            format!("ô ghi chữ “{text}”, đã đọc là {}", number::plain(*value)),
            "kiểm tra số đã đọc; lần sau nhập số, không nhập chữ",
        ),
        Fact::Required { indicator, measure } => Words::new(
            format!("{} chưa có số liệu ở cột {}", named(indicator), measure.title()),
            "nhập số; nếu thật sự không có thì nhập 0",
        ),
        Fact::NotANumber { indicator, measure, text, why } => {
            let (reason, remedy) = rejection(why);
            let head = format!("{}, cột {}: ô ghi “{text}”", named(indicator), measure.title());
            Words::new(format!("{head}, {reason}"), remedy)
        }
        Fact::OutOfRange { indicator, measure, value, min, max } => Words::new(
            format!(
                "{}, cột {}: {} nằm ngoài giới hạn {}",
                named(indicator),
                measure.title(),
                number::plain(*value),
                range(*min, *max)
            ),
            "kiểm tra số và đơn vị tính",
        ),
        Fact::DecimalInCount { indicator, measure, value } => Words::new(
            format!(
                "{}, cột {}: {} không phải là số nguyên",
                named(indicator),
                measure.title(),
                number::plain(*value)
            ),
            format!(
                "nhập số nguyên; nếu ý là {} thì nhập không có dấu chấm, dấu phẩy",
                number::plain(*value * Decimal::ONE_THOUSAND)
            ),
        ),
        Fact::WrongUnitOfMeasure { indicator, found, expected, converted } => {
            let done =
                if *converted { "; đã quy đổi theo đơn vị ghi trong tệp" } else { "" };
            Words::new(
                format!(
                    "{}: đơn vị tính ghi “{found}”, danh mục là “{expected}”{done}",
                    named(indicator)
                ),
                format!("kiểm tra số liệu của dòng có tính bằng “{expected}” không"),
            )
        }
        _ => relation(fact),
    }
}

fn relation(fact: &Fact) -> Words {
    match fact {
        Fact::PartsAndTotal { total, measure, value, sum, parts } => Words::new(
            format!(
                "{}, cột {}: ghi {}, nhưng {} cộng lại là {}",
                named(total),
                measure.title(),
                number::plain(*value),
                operands(parts, " + "),
                number::plain(*sum)
            ),
            "sửa số tổng hoặc các số thành phần cho khớp",
        ),
        Fact::Subset { part, measure, value, whole, limit } => Words::new(
            format!(
                "{}, cột {}: {} lớn hơn {} ({}), trong khi chỉ là một phần",
                named(part),
                measure.title(),
                number::plain(*value),
                whole.code,
                number::plain(*limit)
            ),
            format!("kiểm tra cả hai dòng {} và {}", part.code, whole.code),
        ),
        Fact::PercentRecomputed { indicator, typed, computed, numerator, denominator, .. } => {
            Words::new(
                format!(
                    "{}: ghi {}, tính lại từ {numerator} và {denominator} là {}",
                    named(indicator),
                    number::plain(*typed),
                    number::at_most(*computed, 2)
                ),
                "báo cáo in số tính lại; để trống ô này hoặc sửa cho khớp",
            )
        }
        Fact::RuleBroken { rule, message, operands: used, .. } => Words::new(
            format!("{message} ({}) [{rule}]", operands(used, ", ")),
            "kiểm tra các số trong ngoặc; nếu đúng như vậy thì ghi lý do ở cột Ghi chú",
        ),
        _ => unreachable_words(),
    }
}

/// Words for a fact that another table of words covers; the routing above never asks for it.
fn unreachable_words() -> Words {
    debug_assert!(false, "each fact has one table of words");
    Words::new("phát hiện chưa có lời giải thích", "báo cho người giữ chương trình")
}

fn refusal(refusal: &Refusal) -> Words {
    let save_as =
        "mở tệp bằng Excel, chọn Lưu thành (Save As), loại “Excel Workbook (.xlsx)”, gửi lại";
    match refusal {
        Refusal::TooLarge { limit } => Words::new(
            format!("tệp lớn hơn {limit} MB"),
            "xóa hình ảnh, trang tính thừa rồi gửi lại biểu mẫu",
        ),
        Refusal::Empty => Words::new("tệp rỗng, không có nội dung", "đề nghị đơn vị gửi lại tệp"),
        Refusal::NotAWorkbook { seems } => {
            Words::new(format!("tệp không phải là bảng tính .xlsx (nội dung là {seems})"), save_as)
        }
        Refusal::Encrypted => {
            Words::new("tệp có mật khẩu", "bỏ mật khẩu trong Excel rồi gửi lại tệp")
        }
        Refusal::Damaged { detail } => Words::new(format!("tệp bị hỏng ({detail})"), save_as),
        Refusal::Limit { what, allowed } => Words::new(
            format!(
                "tệp vượt giới hạn: {what} (cho phép {})",
                number::plain(Decimal::from(*allowed))
            ),
            "chép số liệu vào biểu mẫu của Cụm rồi gửi lại",
        ),
        Refusal::NotOpened { detail } => {
            Words::new(format!("không mở được tệp ({detail})"), "đóng tệp trong Excel rồi chạy lại")
        }
    }
}

fn rejection(why: &Rejection) -> (String, &'static str) {
    match why {
        Rejection::Words => {
            ("không phải là số".into(), "nhập số; không có thì nhập 0, chưa có thì để trống")
        }
        Rejection::Ambiguous { thousands, decimal } => (
            format!("có thể là {} hoặc {}", number::plain(*thousands), number::plain(*decimal)),
            "nhập lại thành số, không dùng chữ",
        ),
        Rejection::ErrorCell(_) => ("là lỗi của Excel".into(), "sửa công thức hoặc nhập số"),
        Rejection::NoResult => {
            ("là công thức chưa có kết quả".into(), "mở tệp bằng Excel, bấm F9, lưu lại rồi gửi")
        }
        Rejection::OtherKind => ("là ngày tháng hoặc đúng/sai, không phải số".into(), "nhập số"),
        Rejection::TooPrecise => ("có nhiều chữ số hơn Excel giữ được".into(), "nhập lại số"),
        Rejection::ReservedCharacter => ("có ký tự lạ không in được".into(), "gõ lại nội dung ô"),
    }
}

pub(super) fn failure(failure: &Failure) -> Words {
    match failure {
        Failure::NoCampaign { folder } => Words::new(
            format!(
                "“{}” không phải là thư mục của một kỳ tổng kết (không có campaign.toml)",
                folder.display()
            ),
            "chỉ đúng thư mục có tệp campaign.toml, ví dụ inputs/cum-so-5-2024",
        ),
        Failure::Io { path, source } => Words::new(
            format!("không đọc hoặc ghi được “{}”: {source}", path.display()),
            "kiểm tra thư mục còn chỗ trống và có quyền ghi",
        ),
        Failure::Busy { path } => Words::new(
            format!("“{}” đang mở ở chương trình khác", path.display()),
            "đóng tệp trong Excel, Word hoặc trình xem PDF rồi chạy lại",
        ),
        Failure::Locked { folder } => Words::new(
            format!("một lần chạy khác đang ghi vào “{}”", folder.display()),
            "chờ lần chạy đó xong rồi chạy lại",
        ),
        Failure::Signed { path } => Words::new(
            format!("“{}” đã có chữ ký số, không được ghi đè", path.display()),
            "chuyển bản đã ký đi nơi khác, hoặc dùng --out để ghi vào thư mục khác",
        ),
        Failure::Toml(errors) => Words::new(
            format!("có {} lỗi trong tệp cấu hình", errors.len()),
            "sửa các dòng đã nêu rồi chạy lại",
        ),
        Failure::NoTemplate { path } => Words::new(
            format!("không có mẫu “{path}”"),
            "kiểm tra tên trong campaign.toml hoặc thư mục templates của kỳ này",
        ),
        Failure::Template { path, line, fault } => {
            let words = template_fault(fault);
            Words::new(format!("mẫu {path}, dòng {line}: {}", words.message), words.hint)
        }
        _ => drawing_failure(failure),
    }
}

fn drawing_failure(failure: &Failure) -> Words {
    match failure {
        Failure::Layout { document, detail } => Words::new(
            format!("không dàn trang được văn bản {document}: {detail}"),
            "kiểm tra tệp .typ trong templates/layouts; gửi thông báo này cho người giữ mẫu",
        ),
        Failure::NoGlyph { character, context, document } => Words::new(
            format!(
                "không phông chữ nào có ký tự “{character}” (U+{:04X}) trong văn bản {document}, tại “{context}”",
                u32::from(*character)
            ),
            "sửa ký tự đó trong tệp nguồn",
        ),
        Failure::Workbook { document, detail } => Words::new(
            format!("không ghi được bảng tính {document}: {detail}"),
            "gửi thông báo này cho người giữ chương trình",
        ),
        Failure::NoLegalBasis { family, date } => Words::new(
            format!("không có căn cứ pháp lý “{family}” nào còn hiệu lực ngày {date}"),
            "bổ sung văn bản mới vào templates/legal/can-cu.toml",
        ),
        _ => Words::new("chương trình không làm được việc này", "báo cho người giữ chương trình"),
    }
}

fn template_fault(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::Syntax(detail) => {
            Words::new(format!("sai cú pháp: {detail}"), "kiểm tra dấu {{ }} ở dòng này")
        }
        TemplateFault::UnknownName { name, nearest } => Words::new(
            format!("không có tên “{name}”"),
            suggestion(nearest.as_deref(), "dùng tên có trong danh mục hoặc trong campaign.toml"),
        ),
        TemplateFault::BadArgument { helper, needs } => {
            Words::new(format!("hàm {helper} cần {needs}"), "sửa tham số của hàm")
        }
        TemplateFault::UnknownBlock { name } => Words::new(
            format!("không có khối “{name}”"),
            "dùng một trong: can-cu, bang, noi-nhan, chu-ky, luoi-chu-ky",
        ),
        TemplateFault::Other(detail) => Words::new(detail.clone(), "sửa dòng này của mẫu"),
    }
}

pub(super) fn toml_fault(fault: &TomlFault) -> Words {
    match fault {
        TomlFault::Syntax(detail) => Words::new(
            format!("sai cú pháp TOML: {detail}"),
            "kiểm tra dấu nháy, dấu ngoặc và dấu bằng",
        ),
        TomlFault::UnknownKey { key, nearest } => Words::new(
            format!("không có khóa “{key}”"),
            suggestion(nearest.as_deref(), "xóa dòng này"),
        ),
        TomlFault::MissingKey { key } => {
            Words::new(format!("thiếu khóa “{key}”"), format!("thêm dòng {key} = …"))
        }
        TomlFault::WrongType { needs } => {
            Words::new(format!("sai kiểu, cần {}", kind(needs)), "sửa giá trị")
        }
        TomlFault::NotOneOf { value, allowed, nearest } => Words::new(
            format!(
                "“{value}” không phải là giá trị được dùng; các giá trị: {}",
                allowed.join(", ")
            ),
            suggestion(nearest.as_deref(), "chọn một giá trị trong danh sách"),
        ),
        TomlFault::Duplicate { code } => Words::new(
            format!("“{code}” có hai lần"),
            "mỗi mã chỉ dùng một lần; đổi hoặc xóa một chỗ",
        ),
        TomlFault::Dangling { name, nearest } => Words::new(
            format!("“{name}” không có trong tệp này hay danh mục"),
            suggestion(nearest.as_deref(), "dùng một mã có thật"),
        ),
        TomlFault::Malformed { text, needs } => {
            Words::new(format!("“{text}” không đúng dạng"), format!("cần {needs}"))
        }
        TomlFault::Circle { code } => {
            Words::new(format!("{code} được tính từ chính nó"), "bỏ một mắt của vòng")
        }
        TomlFault::Other(detail) => Words::new(detail.clone(), "sửa dòng này"),
    }
}

fn kind(json_type: &str) -> &str {
    match json_type {
        "string" => "chữ trong dấu nháy \"…\"",
        "integer" => "số nguyên",
        "boolean" => "true hoặc false",
        "array" => "danh sách […]",
        "object" => "một bảng [...]",
        other => other,
    }
}

fn named(indicator: &Named) -> String {
    format!("{} “{}”", indicator.code, indicator.name)
}

fn operands(operands: &[Operand], between: &str) -> String {
    let each = |it: &Operand| format!("{} = {}", it.code, number::plain(it.value));
    operands.iter().map(each).collect::<Vec<_>>().join(between)
}

fn range(min: Option<Decimal>, max: Option<Decimal>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("từ {} đến {}", number::plain(min), number::plain(max)),
        (Some(min), None) => format!("từ {} trở lên", number::plain(min)),
        (None, Some(max)) => format!("đến {}", number::plain(max)),
        (None, None) => "cho phép".to_owned(),
    }
}

fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("ý bạn là “{nearest}”? Nếu không, {otherwise}"),
        None => otherwise.to_owned(),
    }
}
