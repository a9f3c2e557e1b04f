//! The workbook of the cluster's panel: points of every unit, and votes counted.

use std::error::Error;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;

use crate::campaign::Ballot;
use crate::campaign::Campaign;
use crate::campaign::Unit;
use crate::criteria::Criteria;
use crate::criteria::Criterion;
use crate::sample::Sample;
use crate::sample::Scores;
use crate::sample::Votes;
use crate::workbook;
use crate::workbook::style;

/// Heads and widths of the columns.
const COLUMNS: [(&str, u32); 10] = [
    ("Mã đơn vị", 14),
    ("Đơn vị", 16),
    ("Mã tiêu chí", 10),
    ("Nội dung, tiêu chí", 52),
    ("Điểm tối đa", 10),
    ("Tự chấm", 10),
    ("Thẩm định", 10),
    ("Lý do", 40),
    ("Sau giải trình", 10),
    ("Ý kiến giải trình", 40),
];
const LAST: u16 = 9;
const HEAD_ROW: u32 = 2;

/// The bytes of the panel's workbook.
pub(crate) fn write(
    campaign: &Campaign,
    criteria: &Criteria,
    sample: &Sample,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut book = Workbook::new();
    let day = workbook::day(&format!("15/12/{}", campaign.period.year))?;
    book.set_properties(
        &DocProperties::new()
            .set_title(format!("Thẩm định năm {}", campaign.period.year))
            .set_company(&campaign.cluster.name)
            .set_creation_datetime(&day),
    );
    points(book.add_worksheet(), campaign, criteria, sample)?;
    let counted = campaign.ballots.iter().filter_map(|it| Some((it, sample.votes.get(&it.code)?)));
    for (number, (ballot, votes)) in (1_u32..).zip(counted) {
        let sheet = book.add_worksheet();
        sheet.set_name(format!("Kiểm phiếu {number}"))?;
        ballot_sheet(sheet, campaign, ballot, votes)?;
    }
    Ok(book.save_to_buffer()?)
}

fn points(
    sheet: &mut Worksheet,
    campaign: &Campaign,
    criteria: &Criteria,
    sample: &Sample,
) -> Result<(), Box<dyn Error>> {
    sheet.set_name("Thẩm định")?;
    style::print_on_a4(sheet);
    sheet.set_landscape();
    sheet.set_row_height(0, 28)?;
    let title = format!("BẢNG THẨM ĐỊNH ĐIỂM THI ĐUA NĂM {}", campaign.period.year);
    sheet.merge_range(0, 0, 0, LAST, &title, &style::title())?;
    sheet.merge_range(1, 0, 1, LAST, &criteria.title, &style::subtitle())?;
    for (column, (head, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEAD_ROW, column, head, &style::head())?;
    }
    sheet.set_freeze_panes(HEAD_ROW + 1, 4)?;
    let mut row = HEAD_ROW + 1;
    for unit in &campaign.units {
        let scores = sample.scores(&unit.code)?;
        for (criterion, own) in criteria.all().zip(&scores.own) {
            line(sheet, row, (unit, criterion), (*own, scores))?;
            row += 1;
        }
    }
    sheet.autofilter(HEAD_ROW, 0, row - 1, LAST)?;
    Ok(())
}

/// What the panel gives a unit for a criterion: its own points, unless the sample says otherwise.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    (unit, criterion): (&Unit, &Criterion),
    (own, scores): (Decimal, &Scores),
) -> Result<(), Box<dyn Error>> {
    let words = [
        (0, unit.code.as_str()),
        (1, &unit.name),
        (2, &criterion.code),
        (3, &criterion.name),
        (7, scores.panel.get(&criterion.code).map_or("", |it| it.note.as_str())),
        (9, scores.explained.get(&criterion.code).map_or("", |it| it.note.as_str())),
    ];
    for (column, text) in words {
        sheet.write_with_format(row, column, text, &style::cell())?;
    }
    let verified = scores.panel.get(&criterion.code).map_or(own, |it| it.points);
    let explained = scores.explained.get(&criterion.code).map(|it| it.points);
    let points = [(4, Some(criterion.max)), (5, Some(own)), (6, Some(verified)), (8, explained)];
    for (column, points) in points {
        match points.and_then(|it| it.to_f64()) {
            Some(points) => sheet.write_with_format(row, column, points, &style::centred())?,
            None => sheet.write_blank(row, column, &style::centred())?,
        };
    }
    Ok(())
}

fn ballot_sheet(
    sheet: &mut Worksheet,
    campaign: &Campaign,
    ballot: &Ballot,
    votes: &Votes,
) -> Result<(), Box<dyn Error>> {
    style::print_on_a4(sheet);
    for (column, width) in (0_u16..).zip([6_u32, 34, 40, 18]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, 3, "KẾT QUẢ KIỂM PHIẾU", &style::title())?;
    for (row, label, text) in
        [(2, "Mã cuộc bỏ phiếu", &ballot.code), (3, "Nội dung bỏ phiếu", &ballot.title)]
    {
        sheet.write_with_format(row, 1, label, &style::cell().set_bold())?;
        sheet.merge_range(row, 2, row, 3, text, &style::cell())?;
    }
    let counts = [
        ("Số thành viên được bỏ phiếu", u32::try_from(campaign.units.len())?),
        ("Số phiếu phát ra", votes.issued),
        ("Số phiếu thu về", votes.returned),
        ("Số phiếu không hợp lệ", votes.invalid),
    ];
    for (row, (label, count)) in (4_u32..).zip(counts) {
        sheet.merge_range(row, 1, row, 2, label, &style::cell().set_bold())?;
        sheet.write_with_format(row, 3, count, &style::centred())?;
    }
    for (column, head) in (0_u16..).zip(["TT", "Mã đơn vị", "Đơn vị", "Số phiếu đồng ý"])
    {
        sheet.write_with_format(9, column, head, &style::head())?;
    }
    for (number, unit) in (1_u32..).zip(&campaign.units) {
        let row = 9 + number;
        sheet.write_with_format(row, 0, number, &style::centred())?;
        sheet.write_with_format(row, 1, &unit.code, &style::cell())?;
        sheet.write_with_format(row, 2, &unit.full_name, &style::cell())?;
        let count = votes.r#for.get(&unit.code).copied().unwrap_or(0);
        sheet.write_with_format(row, 3, count, &style::centred())?;
    }
    Ok(())
}
