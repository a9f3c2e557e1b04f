//! Papers of which there is one for each unit, as `so-lieu.json` tells of them: what figures they print once
//! for all, and for each file a short line a figure, since a thousand units print half a million.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;

/// Stands for a page that the layout does not tell.
const NO_PAGE: &str = "-";

/// A kind of paper that every unit has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitPapers {
    /// Name of the kind.
    pub kind: String,
    /// Names of the files.
    pub documents: BTreeSet<String>,
    /// Names of the figures without the unit whose they are.
    pub figures: Vec<String>,
    /// For each file what it prints in reading order: place among `figures`, page, words.
    #[serde(default)]
    pub printed: BTreeMap<String, Vec<String>>,
}

impl UnitPapers {
    /// A figure as [`UnitPapers::printed`] holds it.
    #[must_use]
    pub fn line(place: usize, spot: Option<&Spot>, text: &str) -> String {
        match spot {
            Some(Spot::Page { page }) => format!("{place} {page} {text}"),
            _ => format!("{place} {NO_PAGE} {text}"),
        }
    }

    /// What one of its files prints; lines that are none are left out.
    #[must_use]
    pub fn printed_in(&self, file: &str) -> Vec<PrintedAt> {
        let lines = self.printed.get(file).map(Vec::as_slice).unwrap_or_default();
        let one = |(n, line): (usize, &String)| {
            let (place, rest) = line.split_once(' ')?;
            let (page, text) = rest.split_once(' ')?;
            let figure = self.figures.get(place.parse::<usize>().ok()?)?.clone();
            let spot = page.parse().ok().map(|page| Spot::Page { page });
            Some(PrintedAt { document: file.to_owned(), n, figure, text: text.to_owned(), spot })
        };
        lines.iter().enumerate().filter_map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_they_were_written() {
        let page = Spot::Page { page: 3 };
        let lines = [
            UnitPapers::line(1, Some(&page), "1.078 người"),
            UnitPapers::line(0, None, "…"),
            "7 1 không có".to_owned(),
            "vô nghĩa".to_owned(),
        ];
        let papers = UnitPapers {
            figures: vec!["TC01.actual".to_owned(), "TC12.actual".to_owned()],
            printed: BTreeMap::from([("a.pdf".to_owned(), lines.to_vec())]),
            ..UnitPapers::default()
        };
        let read = papers.printed_in("a.pdf");
        let told: Vec<_> =
            read.iter().map(|it| (it.n, it.figure.as_str(), it.text.as_str())).collect();
        assert_eq!(told, [(0, "TC12.actual", "1.078 người"), (1, "TC01.actual", "…")]);
        assert_eq!([&read[0].spot, &read[1].spot], [&Some(page), &None]);
        assert!(papers.printed_in("b.pdf").is_empty());
    }
}
