//! One cell of a .ods sheet: its type, its value, and the words that it shows.

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::room::Room;
use crate::read::workbook::xml;

/// A cell.
pub(super) struct OdsCell {
    /// Its content; `None` for a blank one.
    pub(super) value: Option<RawValue>,
    /// Code of a number format of the same kind, where the kind tells it.
    pub(super) format: Option<String>,
    /// Whether a formula makes the value.
    pub(super) formula: bool,
    /// Whether the formula looks into another file.
    pub(super) other_file: bool,
}

/// Reads the cell whose start was just read, up to its end.
pub(super) fn read(
    reader: &mut Reader<&[u8]>,
    it: &BytesStart<'_>,
    date1904: bool,
) -> Result<OdsCell, Refusal> {
    let formula = xml::attribute(it, "formula")?;
    let shown = words(reader, it.local_name().as_ref())?;
    // A cell has a type of the standard and one of LibreOffice's own, which alone says "error".
    let types = types(it)?;
    let kind = types.iter().find(|it| *it != "error").map_or("", String::as_str);
    let yes_or_no = match formula.as_deref() {
        // LibreOffice saves a yes or no that came from Excel so, as a number.
        Some("of:=TRUE()") => Some(true),
        Some("of:=FALSE()") => Some(false),
        _ => None,
    };
    let value = if types.iter().any(|it| it == "error") {
        Some(RawValue::Error(shown))
    } else if let Some(yes) = yes_or_no {
        Some(RawValue::Bool(yes))
    } else {
        of_kind(it, kind, shown, date1904)?
    };
    let no_result = formula.is_some() && value.is_none() && kind.is_empty();
    Ok(OdsCell {
        value: if no_result { Some(RawValue::NoResult) } else { value },
        format: (kind == "percentage").then(|| "0%".to_owned()),
        other_file: formula.as_deref().is_some_and(|it| it.contains("'file:")),
        formula: formula.is_some(),
    })
}

/// Takes room for the text of a value.
pub(super) fn take_room(value: &RawValue, room: &mut Room) -> Result<(), Refusal> {
    match value {
        RawValue::Text(text) | RawValue::Error(text) => room.text(text).map(|_| ()),
        _ => Ok(()),
    }
}

fn types(it: &BytesStart<'_>) -> Result<Vec<String>, Refusal> {
    let mut types = Vec::new();
    for attribute in it.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == "value-type" {
            types.push(attribute.value.to_string());
        }
    }
    types.dedup();
    Ok(types)
}

fn of_kind(
    it: &BytesStart<'_>,
    kind: &str,
    shown: String,
    date1904: bool,
) -> Result<Option<RawValue>, Refusal> {
    let text = |text: String| (!text.is_empty()).then_some(RawValue::Text(text));
    Ok(match kind {
        "float" | "percentage" | "currency" => {
            let value = xml::attribute(it, "value")?.unwrap_or_default();
            Some(match value.parse::<f64>() {
                Ok(number) if number.is_finite() => RawValue::Number(number),
                _ => RawValue::NotFinite,
            })
        }
        "boolean" => {
            Some(RawValue::Bool(xml::attribute(it, "boolean-value")?.as_deref() == Some("true")))
        }
        "date" => {
            let day = xml::attribute(it, "date-value")?.unwrap_or_default();
            serial(&day, date1904).map_or_else(|| text(shown), |it| Some(RawValue::Date(it)))
        }
        "string" => {
            let stored = xml::attribute(it, "string-value")?.filter(|it| !it.is_empty());
            text(stored.unwrap_or(shown))
        }
        _ => text(shown),
    })
}

/// Excel's serial number of a day such as `2024-12-04`, with a time of day or without.
fn serial(day: &str, date1904: bool) -> Option<f64> {
    let (day, _) = day.split_once('T').unwrap_or((day, ""));
    let mut parts = day.split('-').map(|it| it.parse::<i64>().ok());
    let (year, month, date) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&date) {
        return None;
    }
    // Days since 1 March of the year 0, by the rule that a year begins in March.
    let shifted = if month < 3 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year;
    let epoch = if date1904 { 695_361 } else { 693_899 };
    Some((days - epoch) as f64)
}

/// The words inside a cell: its paragraphs, without notes and drawings.
fn words(reader: &mut Reader<&[u8]>, closing: &str) -> Result<String, Refusal> {
    let mut words = String::new();
    let (mut paragraphs, mut inside) = (0_usize, 0_usize);
    loop {
        if words.len() > 4 * (limits::CELL_CHARACTERS + 1) {
            let allowed = limits::CELL_CHARACTERS as u64;
            return Err(Refusal::Limit { what: Quantity::CellCharacters, allowed });
        }
        match xml::next(reader)? {
            Event::Start(it) => match it.local_name().as_ref() {
                "annotation" => xml::skip(reader, &it)?,
                _ if it.name().as_ref().starts_with("draw:") => xml::skip(reader, &it)?,
                "p" => {
                    if paragraphs > 0 {
                        words.push('\n');
                    }
                    paragraphs += 1;
                    inside += 1;
                }
                "s" => {
                    let times = xml::attribute(&it, "c")?.map_or(1, |it| it.parse().unwrap_or(1));
                    let times: usize = times;
                    words.extend(std::iter::repeat_n(' ', times.min(limits::CELL_CHARACTERS + 1)));
                }
                "tab" => words.push('\t'),
                "line-break" => words.push('\n'),
                _ => {}
            },
            Event::Text(it) if inside > 0 => words.push_str(&it.xml10_content()),
            Event::CData(it) if inside > 0 => words.push_str(&it.xml10_content()),
            Event::GeneralRef(it) if inside > 0 => xml::push_reference(&mut words, &it)?,
            Event::End(it) => match it.local_name().as_ref() {
                "p" => inside = inside.saturating_sub(1),
                name if name == closing => return Ok(words),
                _ => {}
            },
            Event::Eof => return Err(xml::ends_early()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cell(text: &str) -> OdsCell {
        let text = format!("<table:table-cell {text}</table:table-cell>");
        let mut reader = xml::reader(&text);
        match xml::next(&mut reader).unwrap() {
            Event::Start(it) => read(&mut reader, &it, false).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_type_has_its_value() {
        let text = |it: &str| Some(RawValue::Text(it.to_owned()));
        let cases = [
            (
                "office:value-type=\"float\" office:value=\"1078\"><text:p>1.078</text:p>",
                Some(RawValue::Number(1078.0)),
            ),
            (
                "office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25%</text:p>",
                Some(RawValue::Number(0.25)),
            ),
            ("office:value-type=\"float\" office:value=\"1e400\">", Some(RawValue::NotFinite)),
            (
                "office:value-type=\"boolean\" office:boolean-value=\"true\">",
                Some(RawValue::Bool(true)),
            ),
            (
                "office:value-type=\"date\" office:date-value=\"2024-12-04\">",
                Some(RawValue::Date(45_630.0)),
            ),
            (
                "office:value-type=\"date\" office:date-value=\"1900-03-01T12:00:00\">",
                Some(RawValue::Date(61.0)),
            ),
            (
                "office:value-type=\"string\" calcext:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/><text:span>b</text:span></text:p><text:p>c &amp; d</text:p>",
                text("a  b\nc & d"),
            ),
            (
                "office:value-type=\"string\" office:string-value=\"x\"><text:p>y</text:p>",
                text("x"),
            ),
            (
                "table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>",
                Some(RawValue::Error("#DIV/0!".to_owned())),
            ),
            ("table:formula=\"of:=1+1\">", Some(RawValue::NoResult)),
            ("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\">", None),
            ("><office:annotation><text:p>ghi chú</text:p></office:annotation>", None),
            (">", None),
        ];
        for (written, expected) in cases {
            assert_eq!(cell(written).value, expected, "{written}");
        }
    }

    #[test]
    fn percentages_and_formulas_are_told() {
        let percent = cell("office:value-type=\"percentage\" office:value=\"0.25\">");
        assert_eq!((percent.format.as_deref(), percent.formula), (Some("0%"), false));
        let linked = cell(
            "table:formula=\"of:='file:///d/x.ods'#$A.B1\" office:value-type=\"float\" office:value=\"1\">",
        );
        assert!(linked.formula && linked.other_file);
    }

    #[test]
    fn days_are_counted_as_excel_does() {
        assert_eq!(serial("1904-01-01", true), Some(0.0));
        assert_eq!(serial("1904-01-02", false), Some(1463.0));
        assert_eq!(serial("2024-13-01", false), None);
        assert_eq!(serial("hôm qua", false), None);
    }

    #[test]
    fn a_text_that_swells_is_refused() {
        let text = "<c><text:p><text:s text:c=\"2000000000\"/><text:s text:c=\"2000000000\"/>\
            <text:s text:c=\"2000000000\"/><text:s text:c=\"2000000000\"/>\
            <text:s text:c=\"2000000000\"/></text:p></c>";
        let mut reader = xml::reader(text);
        xml::next(&mut reader).unwrap();
        assert!(matches!(words(&mut reader, "c"), Err(Refusal::Limit { .. })));
    }
}
