//! `thidua status`: how the collection stands, as a table.

use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
use thidua::model::standing::Role;
use thidua::model::standing::Standing;
use thidua::model::standing::State;
use thidua::model::standing::Stray;
use thidua::model::standing::Told;
use thidua::model::standing::UnitStanding;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::records;
use thidua::pipeline::standing;
use thidua::text::date::Date;
use thidua::text::normal;

use crate::cli::args::Format;
use crate::cli::args::StatusArgs;
use crate::cli::json;
use crate::cli::reader;
use crate::cli::screen;
use crate::cli::status::Status;

/// Columns that hold numbers, which stand at their right edge.
const NUMBERS: [usize; 6] = [0, 5, 8, 9, 10, 11];

/// Columns of the table.
const COLUMNS: usize = 13;

type Row = [String; COLUMNS];

pub(super) fn run(args: &StatusArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.campaign, &args.common)?;
    let standing = standing::standing(&gathered);
    let noted = match &args.out {
        Some(folder) => Some(records::write_standing(&gathered, &standing, folder)?),
        None => None,
    };
    let written = noted.as_ref().map(|it| it.file.as_str());
    match args.common.format {
        Format::Json => json::standing(&gathered, &standing, written),
        Format::Text => tell(&gathered, &standing, lang),
    }
    if let (Format::Text, Some(folder), Some(file)) = (args.common.format, &args.out, written) {
        let words = if lang == Lang::Vi { "Đã ghi" } else { "Written:" };
        screen::answer(format_args!("\n{words} {}", folder.join(file).display()));
    }
    Ok(Status::Clean)
}

fn tell(gathered: &Gathered, standing: &Standing, lang: Lang) {
    let campaign = &gathered.declared.campaign;
    screen::answer(format_args!("{}, {}", campaign.cluster.name, campaign.period.title()));
    screen::answer(summary(standing, lang));
    screen::answer("");
    table(campaign, standing, lang).iter().for_each(screen::answer);
    let told_by_form = |it: &UnitStanding| it.arrival.is_some_and(|it| it.by == Told::Form);
    if standing.units.iter().any(told_by_form) {
        screen::answer(match lang {
            Lang::Vi => "\n* theo ngày báo cáo ghi trong tệp, vì campaign.toml chưa ghi ngày nhận",
            Lang::En => "\n* by the date of the report in the file; campaign.toml names no day",
        });
    }
    if !standing.strays.is_empty() {
        screen::answer(match lang {
            Lang::Vi => "\nTệp chưa rõ của đơn vị nào:",
            Lang::En => "\nFiles of no unit:",
        });
        standing.strays.iter().for_each(|it| screen::answer(stray(it, lang)));
    }
}

/// `9/10 đơn vị đã gửi, hạn 05/12/2024; 1 chậm; chưa gửi: 1`.
fn summary(standing: &Standing, lang: Lang) -> String {
    let units = standing.units.len();
    let sent = standing.count(State::Sent);
    let mut parts = vec![match lang {
        Lang::Vi => format!("{sent}/{units} đơn vị đã gửi"),
        Lang::En => format!("{sent}/{units} units have sent"),
    }];
    for state in [State::Duplicate, State::Unreadable, State::Missing] {
        let count = standing.count(state);
        parts.extend((count > 0).then(|| format!("{count} {}", lang.state(state))));
    }
    parts.push(match lang {
        Lang::Vi => format!("{} chậm", standing.late()),
        Lang::En => format!("{} late", standing.late()),
    });
    let confirmed = standing.units.iter().filter(|it| it.confirmed.is_some()).count();
    parts.push(match lang {
        Lang::Vi => format!("{confirmed} đã xác nhận số liệu"),
        Lang::En => format!("{confirmed} confirmed"),
    });
    let deadline = match (standing.deadline, lang) {
        (Some(day), Lang::Vi) => format!("hạn gửi {}", day.numeric()),
        (Some(day), Lang::En) => format!("last day {}", day.numeric()),
        (None, Lang::Vi) => "chưa ghi hạn gửi (deadline) trong campaign.toml".to_owned(),
        (None, Lang::En) => "campaign.toml names no deadline".to_owned(),
    };
    parts.push(deadline);
    parts.join("; ")
}

/// The lines of the table, header first, every column as wide as its widest cell.
fn table(campaign: &Campaign, standing: &Standing, lang: Lang) -> Vec<String> {
    let mut rows = vec![header(lang)];
    let units = standing.units.iter().enumerate();
    rows.extend(units.map(|(index, it)| row(campaign, index, it, lang)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..COLUMNS).map(|it| width(it).unwrap_or(0)).collect();
    let line = |row: &Row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if NUMBERS.contains(&column) {
                format!("{cell:>width$}")
            } else {
                format!("{cell:width$}")
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn header(lang: Lang) -> Row {
    let words = match lang {
        Lang::Vi => [
            "TT",
            "Đơn vị",
            "Tình trạng",
            "Ngày nhận",
            "Thời hạn",
            "Số bản",
            "Số báo cáo",
            "Ngày báo cáo",
            "Cần sửa",
            "Cần xem lại",
            "Lưu ý",
            "Giải trình",
            "Xác nhận",
        ],
        Lang::En => [
            "No",
            "Unit",
            "State",
            "Received",
            "Deadline",
            "Files",
            "Report",
            "Report date",
            "Errors",
            "Warnings",
            "Notices",
            "Accepted",
            "Confirmed",
        ],
    };
    words.map(str::to_owned)
}

fn row(campaign: &Campaign, index: usize, it: &UnitStanding, lang: Lang) -> Row {
    let leading = it.leading();
    let text = |text: Option<&String>| shown(text.map_or("", String::as_str));
    let count = |count: usize| if it.files.is_empty() { "-".to_owned() } else { count.to_string() };
    let star = if it.arrival.is_some_and(|it| it.by == Told::Form) { "*" } else { "" };
    [
        (index + 1).to_string(),
        shown(&campaign[it.unit].name),
        lang.state(it.state).to_owned(),
        format!("{}{star}", day(it.arrival.map(|it| it.day))),
        shown(lang.punctuality(it.punctuality)),
        it.files.len().to_string(),
        text(leading.and_then(|it| it.report_number.as_ref())),
        text(leading.and_then(|it| it.report_date.as_ref())),
        count(it.counts.errors),
        count(it.counts.warnings),
        count(it.counts.notices),
        count(it.counts.accepted),
        day(it.confirmed),
    ]
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "-".to_owned(), Date::numeric)
}

/// Words that may come from outside, in composed letters so that each takes one place.
fn shown(text: &str) -> String {
    let text = normal::clean(text);
    if text.is_empty() { "-".to_owned() } else { text }
}

fn stray(it: &Stray, lang: Lang) -> String {
    let what = match (it.role, lang) {
        (Role::Unreadable, Lang::Vi) => "không đọc được",
        (Role::Unreadable, Lang::En) => "unreadable",
        (Role::Superseded, Lang::Vi) => "đã được thay thế",
        (Role::Superseded, Lang::En) => "replaced",
        (Role::Contested | Role::Valid, Lang::Vi) => "không ghi tên đơn vị trong danh sách",
        (Role::Contested | Role::Valid, Lang::En) => "names no unit of the list",
    };
    format!("  {}  ({what})", shown(&it.file))
}
