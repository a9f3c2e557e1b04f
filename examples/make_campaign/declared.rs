//! `campaign.toml`: a province, its blocks, its unions.

use std::fmt::Write;

/// The year reported.
pub(crate) const YEAR: u32 = 2025;

/// Unions in a block.
const BLOCK: u32 = 20;

const BODIES: [&str; 10] = [
    "Tiểu học",
    "Trung học cơ sở",
    "Mầm non",
    "Trạm Y tế",
    "May",
    "Chế biến nông sản",
    "Vận tải",
    "Ủy ban xã",
    "Ban Quản lý chợ",
    "Cấp nước",
];

/// Code of a union.
pub(crate) fn code(unit: u32) -> String {
    format!("cd-{:05}", unit + 1)
}

/// Name of a union; no two have the same, and none is the beginning of another's, so that a paper in which another
/// union's name stands is easily found.
pub(crate) fn name(unit: u32) -> String {
    format!("{} số {:05}", BODIES[(unit % 10) as usize], unit + 1)
}

/// The file.
pub(crate) fn campaign(units: u32, papers: &[String]) -> String {
    let mut text = format!(
        r#"# Kỳ thử nghiệm để đo tốc độ: mọi tên và mọi con số đều không có thật.
catalogue = "thu-nghiem"
stage = "ban-hanh"
papers = {papers:?}

[cluster]
name = "Liên đoàn Lao động tỉnh An Giang"
full_name = "Liên đoàn Lao động tỉnh An Giang"
heading = ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH AN GIANG"]
members = "các công đoàn cơ sở trực thuộc"
word = "tỉnh"
table_symbol = "LĐLĐ"
superior = "Tổng Liên đoàn Lao động Việt Nam"
superior_heading = ["TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM"]

[office]
name = "An Giang"
full_name = "Liên đoàn Lao động tỉnh An Giang"
heading = ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH AN GIANG"]

[period]
year = {YEAR}

[report]
theme = "Thi đua thử nghiệm"
symbol = "BC-LĐLĐ"
addressees = ["Tổng Liên đoàn Lao động Việt Nam"]
"#
    );
    for block in 0..units.div_ceil(BLOCK) {
        let number = block + 1;
        write!(
            text,
            "\n[[groups]]\ncode = \"khoi-{number:04}\"\nname = \"Khối thi đua số {number:04}\"\n"
        )
        .expect("text can be written to");
    }
    for unit in 0..units {
        text += &of_unit(unit);
    }
    text
}

fn of_unit(unit: u32) -> String {
    let (code, name, block) = (code(unit), name(unit), unit / BLOCK + 1);
    let capitals = name.to_uppercase();
    format!(
        r#"
[[units]]
code = "{code}"
name = "{name}"
full_name = "Công đoàn cơ sở {name}"
heading = ["CÔNG ĐOÀN CƠ SỞ", "{capitals}"]
group = "khoi-{block:04}"
place = "An Giang"
signer = {{ authority = ["TM. BAN CHẤP HÀNH"] }}
"#
    )
}
