//! The catalogue, and the numbers that a union reports of it.

/// An indicator: code, name, unit, and how large it is for every hundred members.
pub(crate) struct Indicator {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) share: u32,
    time: &'static str,
}

const fn stock(
    code: &'static str,
    name: &'static str,
    unit: &'static str,
    share: u32,
) -> Indicator {
    Indicator { code, name, unit, share, time: "stock" }
}

const fn flow(code: &'static str, name: &'static str, unit: &'static str, share: u32) -> Indicator {
    Indicator { code, name, unit, share, time: "flow" }
}

/// The groups with their indicators, as the form prints them: so few that a slip is one page.
pub(crate) const GROUPS: [(&str, &[Indicator]); 2] = [
    (
        "Tổ chức công đoàn và đoàn viên",
        &[
            stock("TC14", "Tổng số công nhân, viên chức, lao động", "người", 115),
            stock("TC10", "Tổng số đoàn viên công đoàn", "người", 100),
            stock("TC11", "Đoàn viên công đoàn là nữ", "người", 47),
            flow("TC12", "Đoàn viên kết nạp mới", "người", 9),
        ],
    ),
    (
        "Chăm lo, đào tạo, phong trào thi đua",
        &[
            flow("CL02", "Lượt đoàn viên khó khăn được trợ cấp", "lượt", 21),
            flow("CL05", "Cuộc đối thoại tại nơi làm việc", "cuộc", 2),
            flow("DT02", "Lượt cán bộ công đoàn được tập huấn", "lượt", 6),
            flow("TD01", "Sáng kiến, cải tiến được công nhận", "sáng kiến", 5),
        ],
    ),
];

/// The four numbers of a union for an indicator: target, actual, last year's, pledged.
pub(crate) fn numbers(unit: u32, at: u32, share: u32) -> [u32; 4] {
    let members = 40 + unit.wrapping_mul(2_654_435_761) % 460;
    // Whole, never nought, and near each other from year to year.
    let actual = (members * share / 100).max(1) + (unit + at) % 3;
    let previous = actual - u32::from(actual > 3) * ((unit + 2 * at) % 3);
    let target = actual - u32::from(actual > 3) * ((unit + at) % 2);
    [target, actual, previous, actual + 1 + (unit + at) % 2]
}

/// The catalogue's file.
pub(crate) fn catalogue() -> String {
    let mut text = "title = \"Danh mục thử nghiệm\"\nsize = \"TC10\"\n".to_owned();
    for (title, indicators) in &GROUPS {
        text += &format!("\n[[groups]]\ntitle = \"{title}\"\n");
        for Indicator { code, name, unit, time, .. } in *indicators {
            text += &format!(
                "\n[[groups.indicators]]\ncode = \"{code}\"\nname = \"{name}\"\nunit = \"{unit}\"\n\
                 kind = \"count\"\ntime = \"{time}\"\nrequired = [\"target\", \"actual\", \"previous\", \"pledged\"]\n"
            );
        }
    }
    text
}
