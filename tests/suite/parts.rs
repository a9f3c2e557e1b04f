//! Workbooks written part by part, as no office program would write them.

use std::io::Cursor;
use std::io::Write;

use zip::CompressionMethod;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook, in the order in which they are written.
#[derive(Debug, Clone)]
pub(crate) struct Parts(pub(crate) Vec<(String, Vec<u8>)>);

impl Parts {
    /// A workbook whose sheets `A`, `B`, … hold these rows, as XML.
    pub(crate) fn with_sheets(sheets: &[&str]) -> Self {
        let numbers = || 1..=sheets.len();
        let listed: String = numbers()
            .map(|it| format!("<sheet name=\"T{it}\" sheetId=\"{it}\" r:id=\"rId{it}\"/>"))
            .collect();
        let targets: String = numbers()
            .map(|it| relation(it, "worksheet", &format!("worksheets/sheet{it}.xml")))
            .collect();
        let strings = relation(900, "sharedStrings", "sharedStrings.xml");
        let styles = relation(901, "styles", "styles.xml");
        let mut parts = Self(Vec::new());
        parts.put("[Content_Types].xml", format!("{HEAD}{}", content_types(sheets.len())));
        parts.put("_rels/.rels", relations(&relation(1, "officeDocument", "xl/workbook.xml")));
        let book =
            format!("{HEAD}<workbook {MAIN}><workbookPr/><sheets>{listed}</sheets></workbook>");
        parts.put("xl/workbook.xml", book);
        parts.put("xl/_rels/workbook.xml.rels", relations(&format!("{targets}{strings}{styles}")));
        for (number, rows) in numbers().zip(sheets) {
            let sheet =
                format!("{HEAD}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>");
            parts.put(&format!("xl/worksheets/sheet{number}.xml"), sheet);
        }
        parts
    }

    /// A workbook of one sheet `T1`.
    pub(crate) fn of(rows: &str) -> Self {
        Self::with_sheets(&[rows])
    }

    /// The same with these strings in the table that cells refer to.
    pub(crate) fn strings(self, strings: &[&str]) -> Self {
        let items: String = strings.iter().map(|it| format!("<si><t>{it}</t></si>")).collect();
        self.and("xl/sharedStrings.xml", format!("{HEAD}<sst {MAIN}>{items}</sst>"))
    }

    /// The same with one more part, or with another one in its place.
    pub(crate) fn and(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.put(name, content);
        self
    }

    /// The same with words of a part changed, which must be there.
    pub(crate) fn change(mut self, name: &str, from: &str, to: &str) -> Self {
        let (_, content) = self.0.iter_mut().find(|(it, _)| it == name).unwrap();
        let text = String::from_utf8(std::mem::take(content)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *content = text.replacen(from, to, 1).into_bytes();
        self
    }

    fn put(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        self.0.retain(|(it, _)| it != name);
        self.0.push((name.to_owned(), content.into()));
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.zipped(CompressionMethod::Deflated)
    }

    /// The bytes of the file, its parts not compressed.
    pub(crate) fn stored(&self) -> Vec<u8> {
        self.zipped(CompressionMethod::Stored)
    }

    fn zipped(&self, method: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(method);
        for (name, content) in &self.0 {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn relation(number: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{KINDS}/{kind}\" Target=\"{target}\"/>")
}

fn relations(all: &str) -> String {
    format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>")
}

fn content_types(sheets: usize) -> String {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let sheets: String = (1..=sheets)
        .map(|it| {
            let part = format!("/xl/worksheets/sheet{it}.xml");
            format!("<Override PartName=\"{part}\" ContentType=\"{office}.worksheet+xml\"/>")
        })
        .collect();
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{office}.sheet.main+xml\"/>\
         {sheets}</Types>"
    )
}

/// A cell with a number.
pub(crate) fn number(address: &str, number: &str) -> String {
    format!("<c r=\"{address}\"><v>{number}</v></c>")
}

/// A row of cells.
pub(crate) fn row(number: u32, cells: &str) -> String {
    format!("<row r=\"{number}\">{cells}</row>")
}

/// So many rows and columns of cells, each made of its address.
pub(crate) fn filled(rows: u32, columns: u32, cell: impl Fn(&str) -> String) -> String {
    let names: Vec<String> = (0..columns).map(thidua::text::order::column_letters).collect();
    let of_row = |number| {
        let cells: String = names.iter().map(|it| cell(&format!("{it}{number}"))).collect();
        row(number, &cells)
    };
    (1..=rows).map(of_row).collect()
}
