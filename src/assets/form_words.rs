//! Words of a form that people read before and after they fill it, with places to fill in.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::toml_file::TomlFile;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::text::suggest;

/// Names that may stand in braces inside a line.
pub const PLACEHOLDERS: [&str; 7] =
    ["don-vi", "cum", "ky", "tu-ngay", "den-ngay", "han", "noi-gui"];

/// The sheet that tells how the form is filled.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstructionsSheet {
    /// Its name.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Heading over the list of offices.
    pub offices: String,
    /// Heading over the colours of cells.
    pub colours: String,
    /// What the colour of a cell that must be filled means.
    pub required: String,
    /// What the colour of a cell that may be filled means.
    pub optional: String,
    /// What the colour of a formula means.
    pub computed: String,
    /// What the colour of a figure of last year means.
    pub given: String,
    /// Headings with their lines.
    pub sections: Vec<Section>,
}

/// A heading with its lines.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// The sheet that lists what is to be mended.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedbackSheet {
    /// Its name.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Lines above the list.
    pub lines: Vec<String>,
    /// What is said where the figures that were sent are not taken over.
    pub not_taken: String,
}

/// Every line that names a place to fill in which does not exist.
pub(super) fn faults(
    instructions: &InstructionsSheet,
    feedback: &FeedbackSheet,
    file: &TomlFile,
) -> Vec<TomlError> {
    let sections = instructions.sections.iter().enumerate().flat_map(|(index, section)| {
        let lines = section.lines.iter().enumerate();
        lines.map(move |(at, line)| (format!("/instructions/sections/{index}/lines/{at}"), line))
    });
    let feedback = feedback.lines.iter().enumerate();
    let feedback = feedback.map(|(at, line)| (format!("/feedback/lines/{at}"), line));
    let unknown = |(pointer, line): (String, &String)| {
        let name = names(line).into_iter().find(|it| !PLACEHOLDERS.contains(it))?;
        let nearest = suggest::nearest(name, PLACEHOLDERS).map(str::to_owned);
        let fault = TomlFault::Dangling { name: name.to_owned(), nearest };
        Some(file.fault_at(&pointer, fault))
    };
    sections.chain(feedback).filter_map(unknown).collect()
}

/// The line with its places filled; `None` if one of them has nothing to be filled with.
#[must_use]
pub fn filled(line: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    names(line).into_iter().try_fold(line.to_owned(), |text, name| {
        Some(text.replace(&format!("{{{name}}}"), &value(name)?))
    })
}

/// What stands in braces in a line.
fn names(line: &str) -> Vec<&str> {
    line.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_its_value_is_left_out() {
        let value = |name: &str| (name == "ky").then(|| "năm 2024".to_owned());
        assert_eq!(filled("Số liệu {ky}, {ky}.", value).unwrap(), "Số liệu năm 2024, năm 2024.");
        assert_eq!(filled("Không có gì.", value).unwrap(), "Không có gì.");
        assert_eq!(filled("Hạn gửi {ky}: {han}.", value), None);
    }

    #[test]
    fn a_name_that_does_not_exist_is_told_with_the_nearest() {
        let text = "[feedback]\nlines = [\"Về {noi-gưi}\"]\n";
        let file = TomlFile::parse("f.toml", text.to_owned()).unwrap();
        let instructions = InstructionsSheet {
            sheet: String::new(),
            title: String::new(),
            offices: String::new(),
            colours: String::new(),
            required: String::new(),
            optional: String::new(),
            computed: String::new(),
            given: String::new(),
            sections: Vec::new(),
        };
        let feedback = FeedbackSheet {
            sheet: String::new(),
            title: String::new(),
            lines: vec!["Về {noi-gưi}".to_owned()],
            not_taken: String::new(),
        };
        let [fault] = faults(&instructions, &feedback, &file).try_into().unwrap();
        let expected =
            TomlFault::Dangling { name: "noi-gưi".into(), nearest: Some("noi-gui".into()) };
        assert_eq!(fault.fault, expected);
        assert_eq!(fault.position().0, 2);
    }
}
