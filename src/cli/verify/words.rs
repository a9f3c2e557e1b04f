//! What `thidua verify` says, in both languages.

use thidua::finding::lang::Lang;
use thidua::inspect::signatures::Change;
use thidua::inspect::signatures::Coverage;
use thidua::inspect::signatures::Fault;
use thidua::inspect::signatures::Field;
use thidua::inspect::signatures::FieldState;
use thidua::inspect::signatures::Moment;
use thidua::inspect::signatures::Person;
use thidua::inspect::signatures::Signature;
use thidua::inspect::signatures::Verdict;
use thidua::pipeline::verify::Content;
use thidua::pipeline::verify::Verified;

/// So many further signatures are named.
const FEW: usize = 2;

fn of(lang: Lang, vi: impl Into<String>, en: impl Into<String>) -> String {
    match lang {
        Lang::Vi => vi.into(),
        Lang::En => en.into(),
    }
}

/// Whether the file is the paper that was made.
pub(super) fn content(it: &Content, lang: Lang) -> String {
    match it {
        Content::AsMade { file, since } if since.is_empty() => of(
            lang,
            format!("Nội dung: đúng nguyên tệp {file} đã làm"),
            format!("Content: the very file {file} that was made"),
        ),
        Content::AsMade { file, since } if since.iter().all(Change::is_allowed) => of(
            lang,
            format!("Nội dung: đúng tệp {file} đã làm, sau đó chỉ ký và điền ô"),
            format!("Content: the file {file} that was made, then only signed and filled in"),
        ),
        Content::AsMade { file, .. } => of(
            lang,
            format!("Nội dung: KHÔNG còn như tệp {file} đã làm; sau khi làm có:"),
            format!("Content: NO longer the file {file} that was made; since then:"),
        ),
        Content::Other { file } => of(
            lang,
            format!("Nội dung: KHÔNG phải tệp {file} của lần làm này, mà là bản khác"),
            format!("Content: NOT the file {file} of this build, but another one"),
        ),
        Content::Unknown => of(
            lang,
            "Nội dung: chưa đối chiếu được, vì không có manifest.json đi cùng (thêm --against <THƯ_MỤC>)",
            "Content: not compared, since no manifest.json lies with it (add --against <FOLDER>)",
        ),
    }
}

/// Who, when, and whether it holds.
pub(super) fn signature(it: &Signature, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = it.person.iter().map(|it| person(it, lang)).collect();
    lines.extend(moment(it, lang));
    if !it.is_timely() {
        lines.push(of(
            lang,
            "KHÔNG HỢP LỆ: chứng thư chưa có hiệu lực hoặc đã hết hạn vào lúc ký",
            "NOT VALID: the certificate was not in force when it signed",
        ));
    }
    lines.push(verdict(it, lang));
    lines
}

fn person(it: &Person, lang: Lang) -> String {
    let body = it.of.as_ref().filter(|of| **of != it.name);
    let body = body.map(|it| format!(", {it}")).unwrap_or_default();
    of(
        lang,
        format!("Người ký: {}{body} (chứng thư do {} cấp)", it.name, it.issuer),
        format!("Signed by {}{body} (certificate of {})", it.name, it.issuer),
    )
}

fn spoken(at: Moment, lang: Lang) -> Option<String> {
    let (time, day) = at.spoken()?;
    Some(of(lang, format!("{time} ngày {day}"), format!("{time} on {day}")))
}

fn moment(it: &Signature, lang: Lang) -> Option<String> {
    let (at, how) = match (it.stamped, it.claimed) {
        (Some(at), _) => (at, of(lang, "theo dấu thời gian", "by a time stamp")),
        (None, Some(at)) => (at, of(lang, "theo đồng hồ máy ký", "by the signer's own clock")),
        (None, None) => return None,
    };
    let at = spoken(at, lang)?;
    Some(of(lang, format!("Lúc: {at} giờ Việt Nam, {how}"), format!("At {at} in Vietnam, {how}")))
}

fn verdict(it: &Signature, lang: Lang) -> String {
    match it.verdict {
        Verdict::Holds => coverage(it, lang),
        Verdict::BytesChanged => of(
            lang,
            "KHÔNG HỢP LỆ: phần đã ký đã bị sửa sau khi ký",
            "NOT VALID: what was signed has been changed",
        ),
        Verdict::WrongKey => of(
            lang,
            "KHÔNG HỢP LỆ: chữ ký không phải của chứng thư đi kèm",
            "NOT VALID: the signature is not of its certificate",
        ),
        Verdict::UnknownWay => of(
            lang,
            "CHƯA KIỂM TRA ĐƯỢC: ký bằng thuật toán lạ hoặc không còn an toàn; kiểm tra bằng phần mềm ký số",
            "NOT CHECKED: the algorithm is unknown or no longer safe; check it in a signing program",
        ),
        Verdict::Unreadable => of(
            lang,
            "KHÔNG HỢP LỆ: dữ liệu chữ ký hỏng",
            "NOT VALID: the data of the signature are damaged",
        ),
    }
}

fn coverage(it: &Signature, lang: Lang) -> String {
    match it.coverage {
        Coverage::Whole => of(lang, "HỢP LỆ: ký trên toàn bộ tệp", "VALID: covers the whole file"),
        Coverage::UpTo { .. } if it.is_good() => {
            let later = later(it, lang);
            let later = if later.is_empty() {
                String::new()
            } else {
                of(
                    lang,
                    format!("; sau đó chỉ có: {}", later.join(", ")),
                    format!("; later only: {}", later.join(", ")),
                )
            };
            of(lang, "HỢP LỆ: phần đã ký còn nguyên", "VALID: what was signed is unchanged")
                + later.as_str()
        }
        Coverage::UpTo { .. } => of(
            lang,
            "KHÔNG CÒN NGUYÊN: phần đã ký không bị sửa, nhưng sau khi ký tệp có thêm:",
            "NOT AS SIGNED: what was signed is unchanged, but after it the file got:",
        ),
        Coverage::Broken { fault } => {
            let why = match fault {
                Fault::Impossible => of(lang, "chỉ ra ngoài tệp", "points outside the file"),
                Fault::NotFromStart => of(lang, "bỏ phần đầu tệp", "leaves out the file's begin"),
                Fault::Gap => of(lang, "chừa một phần không ký", "leaves a part unsigned"),
                Fault::NotToAnEnd => of(lang, "dừng giữa chừng", "ends in the middle"),
            };
            of(
                lang,
                format!("KHÔNG HỢP LỆ: chữ ký không phủ hết tệp lúc ký ({why})"),
                format!("NOT VALID: it does not cover the file as it was signed ({why})"),
            )
        }
    }
}

/// What came after a signature; many further signatures are counted.
fn later(it: &Signature, lang: Lang) -> Vec<String> {
    let (signed, others): (Vec<&Change>, Vec<&Change>) =
        it.after.iter().partition(|it| matches!(it, Change::Signed { .. }));
    let mut told: Vec<String> = others.into_iter().map(|it| change(it, lang)).collect();
    match signed.len() {
        0..=FEW => told.extend(signed.into_iter().map(|it| change(it, lang))),
        many => {
            told.push(of(
                lang,
                format!("{many} chữ ký khác"),
                format!("{many} further signatures"),
            ));
        }
    }
    told
}

/// A change, in words.
pub(super) fn change(it: &Change, lang: Lang) -> String {
    match it {
        Change::Signed { field } => of(lang, format!("ký {field}"), format!("signed {field}")),
        Change::Filled { field, value } if value.is_empty() => {
            of(lang, format!("xóa {field}"), format!("cleared {field}"))
        }
        Change::Filled { field, value } => {
            of(lang, format!("điền {field} là “{value}”"), format!("filled {field} with “{value}”"))
        }
        Change::FieldAdded { field } => {
            of(lang, format!("thêm ô ký {field}"), format!("added the signature field {field}"))
        }
        Change::OtherFieldAdded { field } => {
            of(lang, format!("thêm ô điền {field}"), format!("added the field {field}"))
        }
        Change::FieldRemoved { field } => {
            of(lang, format!("bỏ ô {field}"), format!("removed the field {field}"))
        }
        Change::FieldAltered { field } => {
            of(lang, format!("sửa ô {field}"), format!("altered the field {field}"))
        }
        Change::SignatureReplaced { field } => of(
            lang,
            format!("thay hoặc bỏ chữ ký {field}"),
            format!("replaced or removed the signature {field}"),
        ),
        Change::Page { page } => of(
            lang,
            format!("nội dung trang {page} bị sửa"),
            format!("what page {page} shows was changed"),
        ),
        Change::PagesAdded { count } => {
            of(lang, format!("thêm {count} trang"), format!("{count} pages added"))
        }
        Change::PagesRemoved { count } => {
            of(lang, format!("bớt {count} trang"), format!("{count} pages removed"))
        }
        Change::Annotation { page, what } => of(
            lang,
            format!("đặt thêm ghi chú, hình hoặc dấu lên trang {page} ({what})"),
            format!("a note, picture or stamp laid upon page {page} ({what})"),
        ),
        Change::AnnotationRemoved { page } => of(
            lang,
            format!("gỡ ghi chú hoặc ô khỏi trang {page}"),
            format!("a note or field taken off page {page}"),
        ),
        Change::Part { name } => {
            of(lang, format!("sửa phần {name} của tệp"), format!("the part {name} was changed"))
        }
        Change::Unknown => {
            of(lang, "thay đổi không rõ là gì", "something changed that cannot be told")
        }
    }
}

/// Fields that wait for somebody, and those that were filled.
pub(super) fn open_fields(fields: &[Field], lang: Lang) -> Vec<(String, Vec<String>)> {
    let filled = fields.iter().filter_map(|it| match &it.state {
        FieldState::Filled { value } => Some(format!("{} = “{value}”", it.name)),
        _ => None,
    });
    let all = [
        (of(lang, "Ô đã điền", "Filled"), filled.collect()),
        (of(lang, "Ô chưa điền", "Not filled yet"), super::names(fields, &FieldState::Blank)),
        (of(lang, "Ô chưa ký", "Not signed yet"), super::names(fields, &FieldState::Unsigned)),
    ];
    all.into_iter().filter(|(_, names): &(String, Vec<String>)| !names.is_empty()).collect()
}

/// One line over the whole file.
pub(super) fn verdict_of_all(it: &Verified, lang: Lang) -> String {
    let signatures = &it.signatures.signatures;
    let bad = signatures.iter().filter(|it| !it.is_good()).count();
    let all = signatures.len();
    match (all, bad) {
        (0, _) if it.content.is_good() => of(lang, "Chưa có chữ ký số nào.", "Not signed yet."),
        (_, 0) if it.content.is_good() => of(
            lang,
            format!("Cả {all} chữ ký đều hợp lệ."),
            format!("All {all} signatures are valid."),
        ),
        (_, 0) => of(
            lang,
            "KHÔNG dùng được: nội dung không phải bản đã làm.",
            "NOT to be used: the content is not what was made.",
        ),
        _ => of(
            lang,
            format!("KHÔNG dùng được: {bad} trong {all} chữ ký có vấn đề."),
            format!("NOT to be used: {bad} of {all} signatures are at fault."),
        ),
    }
}

/// What is not checked here.
pub(super) fn about_trust(lang: Lang) -> String {
    of(
        lang,
        "Chưa kiểm tra: tổ chức cấp chứng thư có được tin cậy, chứng thư có bị thu hồi hay không.\n\
         Kiểm tra hai điều đó bằng phần mềm ký số của cơ quan (vSign PDF, VGCA Sign) khi có mạng.",
        "Not checked: whether the issuer is trusted, and whether a certificate was revoked.\n\
         Check both in the office's signing program (vSign PDF, VGCA Sign), online.",
    )
}
