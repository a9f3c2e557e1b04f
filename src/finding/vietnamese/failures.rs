//! Words for failures of the program in Vietnamese.

use std::io;
use std::io::ErrorKind;
use std::path::Path;

use super::criteria;
use super::divided;
use super::successions;
use super::suggestion;
use super::templates;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::PdfFault;
use crate::finding::failure::TemplateError;
use crate::finding::failure::TemplateFault;
use crate::finding::failure::TomlFault;
use crate::finding::lang::Words;
use crate::finding::phrase::files;
use crate::finding::phrase::path as shown;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::phrase::types;
use crate::model::period::Period;

pub(in crate::finding) fn failure(failure: &Failure) -> Words {
    match failure {
        Failure::NoCampaign { folder } => Words::new(
            format!("{} không phải là thư mục của một kỳ (không có campaign.toml)", shown(folder)),
            "chỉ đúng thư mục có tệp campaign.toml, ví dụ inputs/cum-so-5-2024",
        ),
        Failure::Io { path, source } => io(path, source),
        Failure::Busy { path } => Words::new(
            format!("{} đang mở ở chương trình khác", shown(path)),
            "đóng tệp trong Excel, Word hoặc trình xem PDF rồi chạy lại",
        ),
        Failure::Locked { folder } => Words::new(
            format!("một lần chạy khác đang ghi vào {}", shown(folder)),
            "chờ lần chạy đó xong rồi chạy lại",
        ),
        Failure::PiecesMissing { shards } => divided::missing(shards),
        Failure::PlanDiffers(difference) => divided::plan_differs(difference),
        Failure::NoShard { shard, shards } => divided::no_shard(*shard, *shards),
        Failure::NotEmpty { folder } => Words::new(
            format!("thư mục {} đã có và không trống nên không ghi gì vào đó", shown(folder)),
            "ghi tên một thư mục chưa có, ví dụ inputs/cum-so-5-2025",
        ),
        Failure::HalfAfterHalf { campaign } => Words::new(
            format!("kỳ {campaign} là kỳ 6 tháng đầu năm nên kỳ nối tiếp là kỳ cả năm đó"),
            "bỏ --half; kỳ 6 tháng của năm sau lập từ kỳ cả năm",
        ),
        Failure::NoPages { document } => Words::new(
            format!("“{document}” không có trang để vẽ"),
            "chọn một văn bản PDF của kỳ này; bảng tính thì mở bằng Excel",
        ),
        Failure::NoPage { document, page, pages } => Words::new(
            format!("“{document}” có {pages} trang, không có trang {page}"),
            format!("ghi một trang từ 1 đến {pages}, hoặc bỏ --page để xem mọi trang"),
        ),
        Failure::Toml(errors) => Words::new(
            format!("{} có {} chỗ cần sửa", files(errors), errors.len()),
            "sửa các dòng đã nêu rồi chạy lại",
        ),
        Failure::NoTemplate { path } => Words::new(
            format!("không có mẫu “{path}”"),
            "xem lại tên trong campaign.toml và các tệp trong thư mục templates",
        ),
        Failure::Template(error) => template(error),
        Failure::Layout { document, detail } => Words::new(
            format!("không dàn trang được văn bản {document}: {}", said(detail)),
            "xem tệp .typ trong templates/layouts, hoặc gửi thông báo này cho người giữ mẫu",
        ),
        Failure::NoGlyph { character, context, document } => Words::new(
            format!(
                "không phông chữ nào có ký tự “{character}” (U+{:04X}) trong văn bản {document}, \
                 tại {}",
                u32::from(*character),
                quoted(context)
            ),
            "gõ lại ký tự đó trong tệp nguồn",
        ),
        Failure::Workbook { document, detail } => Words::new(
            format!("không lập được bảng tính {document}: {}", said(detail)),
            "gửi thông báo này cho người giữ chương trình",
        ),
        Failure::NoReader { program, detail } => Words::new(
            format!(
                "không khởi động được trình đọc bảng tính {}: {}",
                shown(program),
                said(detail)
            ),
            "xem tệp chương trình còn ở đó và được phép chạy không (phần mềm diệt vi-rút có thể chặn), rồi chạy lại",
        ),
        Failure::NoFigures { path } => Words::new(
            format!(
                "không tra được số liệu của {}: tệp không mang số liệu của chương trình, và cạnh nó không có so-lieu.json được lập cùng với nó",
                shown(path)
            ),
            "chỉ đúng tệp trong thư mục kết quả; với phiếu của một đơn vị thì dùng: thidua trace <KỲ> <CHỈ_TIÊU> --unit <ĐƠN_VỊ>",
        ),
        Failure::UnreadablePdf { path, why } => unreadable(path, *why),
        Failure::NoLegalBasis { family, date } => Words::new(
            format!("không có căn cứ pháp lý “{family}” nào còn hiệu lực ngày {date}"),
            "bổ sung văn bản mới vào templates/legal/can-cu.toml",
        ),
    }
}

pub(in crate::finding) fn toml_fault(fault: &TomlFault) -> Words {
    match fault {
        TomlFault::Syntax(detail) => Words::new(
            format!("sai cú pháp TOML: {}", said(detail)),
            "xem lại dấu nháy, dấu ngoặc và dấu bằng",
        ),
        TomlFault::UnknownKey { key, nearest } => Words::new(
            format!("không có khóa “{key}”"),
            suggestion(nearest.as_deref(), "xóa dòng này"),
        ),
        TomlFault::MissingKey { key } => {
            Words::new(format!("thiếu khóa “{key}”"), format!("thêm dòng {key} = …"))
        }
        TomlFault::WrongType { needs } => Words::new(
            format!("giá trị sai kiểu, cần {}", types(needs, kind, " hoặc ")),
            "sửa giá trị cho đúng kiểu",
        ),
        TomlFault::NotOneOf { value, allowed, nearest } => Words::new(
            format!(
                "{} không nằm trong các giá trị được dùng: {}",
                quoted(value),
                allowed.join(", ")
            ),
            suggestion(nearest.as_deref(), "chọn một giá trị trong danh sách"),
        ),
        TomlFault::Duplicate { code } => Words::new(
            format!("mã “{code}” có hai lần"),
            "mỗi mã chỉ dùng một lần; đổi hoặc xóa một chỗ",
        ),
        TomlFault::Dangling { name, nearest } => Words::new(
            format!("không có “{name}” trong tệp này hay trong danh mục"),
            suggestion(nearest.as_deref(), "dùng một mã có thật"),
        ),
        TomlFault::Malformed { text, needs } => Words::new(
            format!("{} viết không đúng dạng", quoted(text)),
            format!("cần {}", form(*needs)),
        ),
        TomlFault::Circle { code } => Words::new(
            format!("“{code}” được tính từ chính nó, trực tiếp hoặc qua các mã khác"),
            "bỏ một mắt của vòng, ví dụ một mã trong công thức của dòng này",
        ),
        TomlFault::NoSuchFile { name, nearest } => Words::new(
            format!("thư mục submissions không có tệp {}", quoted(name)),
            suggestion(
                nearest.as_deref(),
                "chép đúng tên tệp trong thư mục submissions, kể cả đuôi",
            ),
        ),
        TomlFault::ElsewhereFile { file } => Words::new(
            format!("{} không phải tên một tệp nằm cạnh campaign.toml", quoted(file)),
            "chép tệp vào thư mục của kỳ rồi chỉ ghi tên tệp, ví dụ bieu-trung.png",
        ),
        TomlFault::NoPicture { file } => Words::new(
            format!(
                "{} không có trong thư mục của kỳ, hoặc không phải ảnh PNG hay JPEG đọc được",
                quoted(file)
            ),
            "chép đúng tệp ảnh vào cạnh campaign.toml; ảnh dạng khác thì lưu lại thành PNG",
        ),
        TomlFault::PictureTooLarge { file } => Words::new(
            format!("ảnh {} quá lớn", quoted(file)),
            "lưu lại ảnh nhỏ hơn 20 MB; cạnh dài 720 điểm ảnh là đủ in",
        ),
        TomlFault::ReplacesItself { file } => Words::new(
            format!("tệp {} thay thế chính nó, trực tiếp hoặc qua các tệp khác", quoted(file)),
            "chỉ ghi ở tệp mới những tệp cũ mà nó thay thế",
        ),
        TomlFault::Criteria(fault) => criteria::fault(fault),
        TomlFault::NoSuchCampaign { folder, nearest } => Words::new(
            format!("{} không phải là thư mục của một kỳ (không có campaign.toml)", quoted(folder)),
            suggestion(
                nearest.as_deref(),
                "ghi đường dẫn tính từ thư mục của kỳ này, ví dụ \"../cum-so-5-2024\"",
            ),
        ),
        TomlFault::OwnCampaign { folder } => Words::new(
            format!("{} chính là thư mục của kỳ này", quoted(folder)),
            "ghi thư mục của kỳ trước, hoặc xóa dòng này",
        ),
        TomlFault::OtherPeriod { folder, is, needs } => other_period(folder, *is, *needs),
        TomlFault::ProfilesInCircle(names) => Words::new(
            format!("các mẫu thể thức dựa vào nhau thành vòng: {}", names.join(" → ")),
            "để mẫu cuối dựa vào một mẫu có sẵn, hoặc xóa dòng extends",
        ),
        TomlFault::NoRoom { left, least } => Words::new(
            format!("lề trang chỉ để lại {left} mm cho phần chữ"),
            format!("giảm lề để còn ít nhất {least} mm"),
        ),
        TomlFault::OutOfRange { value, within } => out_of_range(value, within),
        TomlFault::Expression(detail) => Words::new(
            format!("biểu thức viết sai hoặc dùng phép không được dùng: {}", said(detail)),
            "chỉ dùng mã chỉ tiêu, số, ngoặc, phép tính, phép so sánh và if … else …",
        ),
        TomlFault::Succession(fault) => successions::succession(fault),
        TomlFault::Other(detail) => {
            Words::new(said(detail), "sửa dòng này theo thông báo, hoặc hỏi người giữ chương trình")
        }
    }
}

fn other_period(folder: &str, is: Period, needs: Option<Period>) -> Words {
    let folder = quoted(folder);
    let Some(needs) = needs else {
        let message = format!("{folder} là kỳ {}; kỳ 6 tháng không có kỳ nửa năm", is.title());
        return Words::new(message, "xóa dòng này");
    };
    Words::new(
        format!("{folder} là kỳ {}, không lấy được số nào cho kỳ này", is.title()),
        format!("ghi thư mục của kỳ {}; chưa có thì xóa dòng này", needs.title()),
    )
}

fn out_of_range(value: &str, within: &[Option<String>; 2]) -> Words {
    let (message, hint) = match within {
        [Some(least), _] => (format!("{value} nhỏ quá"), format!("ghi số từ {least} trở lên")),
        [None, Some(most)] => (format!("{value} lớn quá"), format!("ghi số không quá {most}")),
        [None, None] => (format!("{value} ngoài phạm vi"), "xem lại số này".to_owned()),
    };
    Words::new(message, hint)
}

/// A fault of a template with its place and, where one unit or block was concerned, whose paper it was.
fn template(error: &TemplateError) -> Words {
    let words = template_fault(&error.fault);
    let place = error.position().map(|(line, column)| format!(", dòng {line}, cột {column}"));
    let paper = error.paper.as_ref().map(|it| format!(" (văn bản của {it})"));
    let within =
        error.unsaid_within().map(|it| format!(" trong {}", quoted(it))).unwrap_or_default();
    let (place, paper) = (place.unwrap_or_default(), paper.unwrap_or_default());
    Words::new(format!("mẫu {}{place}{paper}: {}{within}", error.path, words.message), words.hint)
}

fn template_fault(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::Syntax(detail) => {
            Words::new(format!("sai cú pháp: {}", said(detail)), "xem lại các dấu {{ }} ở dòng này")
        }
        TemplateFault::UnknownName { name, nearest } => Words::new(
            format!("không có tên “{name}”"),
            suggestion(nearest.as_deref(), "dùng tên có trong danh mục hoặc trong campaign.toml"),
        ),
        TemplateFault::BadArgument { helper, needs } => {
            Words::new(format!("hàm {helper} cần {needs}"), "sửa tham số của hàm ở dòng này")
        }
        TemplateFault::Call { helper, needs } => Words::new(
            format!("hàm {helper} cần {}", templates::needs(needs)),
            "sửa tham số của hàm ở dòng này; xem thidua list helpers",
        ),
        TemplateFault::Closed(it) => Words::new(templates::closed(*it), "sửa dòng này của mẫu"),
        TemplateFault::NotOnPaper(it) => Words::new(
            format!("văn bản hành chính không dùng {}", templates::markup(*it)),
            "viết thành câu thường; chữ đậm là **…**, chữ nghiêng là *…*",
        ),
        TemplateFault::UnknownBlock { name } => Words::new(
            format!("không có khối “{name}”"),
            "dùng một trong: can-cu, bang, bieu-do, chu-ky, luoi-chu-ky",
        ),
        TemplateFault::UnknownPartial { name, nearest } => Words::new(
            format!("không có mẫu con “{name}”"),
            suggestion(nearest.as_deref(), "đặt tệp vào templates/partials với đuôi .md.hbs"),
        ),
        TemplateFault::PartialCircle(names) => Words::new(
            format!("các mẫu con gọi vòng tròn: {}", names.join(" → ")),
            "bỏ một lời gọi {{> …}} trong vòng đó",
        ),
        TemplateFault::TooManyPartials => Words::new(
            "mẫu con gọi mẫu con quá sâu hoặc quá nhiều lần",
            "gọi mẫu con trực tiếp từ mẫu của văn bản",
        ),
        TemplateFault::Other(detail) => {
            Words::new(said(detail), "sửa dòng này của mẫu, hoặc hỏi người giữ mẫu")
        }
    }
}

/// The system speaks its own language, so what happens often is said in ours.
fn unreadable(path: &Path, why: PdfFault) -> Words {
    let (what, hint) = match why {
        PdfFault::NotPdf => {
            ("không phải là tệp PDF", "chọn tệp PDF do chương trình làm ra, đã ký hoặc chưa ký")
        }
        PdfFault::Damaged => (
            "hỏng hoặc bị cắt mất một phần nên không đọc được chữ ký nào",
            "lấy lại tệp gốc từ người gửi; không in ra PDF, không nén, không sửa tệp đã ký",
        ),
        PdfFault::Encrypted => ("có mật khẩu", "xin bản không đặt mật khẩu"),
        PdfFault::TooMuch => {
            ("có quá nhiều chữ ký hoặc quá lớn", "kiểm tra bằng phần mềm ký số của cơ quan")
        }
    };
    Words::new(format!("{} {what}", shown(path)), hint)
}

fn io(path: &Path, source: &io::Error) -> Words {
    let path = shown(path);
    match source.kind() {
        ErrorKind::NotFound => Words::new(
            format!("không tìm thấy {path}"),
            "xem lại tên và nơi đặt của tệp hoặc thư mục",
        ),
        ErrorKind::PermissionDenied => Words::new(
            format!("không được phép đọc hoặc ghi {path}"),
            "đóng tệp nếu đang mở ở chương trình khác, và xem quyền của thư mục",
        ),
        ErrorKind::StorageFull => Words::new(
            format!("ổ đĩa đã đầy, không ghi được {path}"),
            "xóa bớt tệp trên ổ đĩa rồi chạy lại",
        ),
        ErrorKind::InvalidData => Words::new(
            format!("{path} không phải là tệp chữ UTF-8"),
            "mở tệp bằng Notepad, chọn Lưu thành (Save As) với mã hóa UTF-8",
        ),
        _ => Words::new(
            format!("không đọc hoặc ghi được {path}: {}", said(&source.to_string())),
            "xem ổ đĩa, thẻ nhớ hoặc mạng còn nối không, rồi chạy lại",
        ),
    }
}

fn kind(json_type: &str) -> &str {
    match json_type {
        "string" => "chữ trong dấu nháy \"…\"",
        "integer" => "số nguyên",
        "number" => "số",
        "boolean" => "true hoặc false",
        "array" => "danh sách […]",
        "object" => "một bảng […]",
        other => other,
    }
}

/// The form that a text needs.
fn form(needs: Needs) -> &'static str {
    match needs {
        Needs::IndicatorCode => {
            "mã như TC12 hoặc CL01a: chữ hoa, rồi chữ số, có thể thêm chữ thường"
        }
        Needs::UnitCode => "chữ thường không dấu, chữ số, gạch nối, ví dụ cao-bang",
        Needs::Identity => "định danh như quang-ngai, hoặc quang-ngai@2025-07 với tháng bắt đầu",
        Needs::Date => "ngày có trong lịch, dạng năm-tháng-ngày, ví dụ \"2024-12-21\"",
        Needs::Decimal => "số trong dấu nháy, ví dụ \"85\" hoặc \"0.5\"",
        Needs::Points => {
            "số điểm lớn hơn 0, không quá 1.000.000, trong dấu nháy, ví dụ \"5\" hoặc \"0.25\""
        }
        Needs::MoneyUnit => "đồng, nghìn đồng, triệu đồng hoặc tỷ đồng",
        Needs::Character => "ký tự in được",
        Needs::Words => "vài chữ, không để trống",
        Needs::Cell => "địa chỉ ô như trên Excel, ví dụ F17",
        Needs::Blanks => {
            "câu với các chỗ điền {viec}, {ten}, {dat}, {chi_tieu}, {tang_giam}, {nam_truoc}, {cao_nhat}, {chua_dat}"
        }
        Needs::Phrase => "câu nói có một chỗ {so}, ví dụ kết nạp mới {so} đoàn viên",
    }
}
