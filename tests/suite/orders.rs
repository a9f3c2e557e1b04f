//! What does not matter: the order of rows, columns, sheets and files, and how a letter with its
//! marks is stored. What is there twice counts once or not at all.

use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;
use rust_decimal::Decimal;
use thidua::aggregate;
use thidua::model::figure::FigureId;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::model::past::Earlier;
use thidua::model::submission::Submission;
use thidua::model::submissions::Submissions;
use thidua::read::workbook::raw::RawBook;
use thidua::read::workbook::raw::RawSheet;
use thidua::read::workbook::raw::RawValue;

use crate::form::FIGURES;
use crate::mutations::Original;

static ORIGINAL: LazyLock<Original> = LazyLock::new(Original::new);

/// Rows of the sheet of figures above which nothing is moved: the title and the header.
const HEADER: u32 = 3;

/// A way to rearrange as many things as there are.
fn order(seeds: &[u32], count: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by_key(|it| (seeds[it % seeds.len()].wrapping_mul(*it as u32 + 1), *it));
    places
}

fn figures_of(book: &mut RawBook) -> &mut RawSheet {
    book.sheets.iter_mut().find(|it| it.name == FIGURES).unwrap()
}

fn totals(submissions: &[Submission]) -> Vec<Option<Decimal>> {
    let declared = &ORIGINAL.gathered.declared;
    let (campaign, catalogue) = (&declared.campaign, &declared.catalogue);
    let submissions = Submissions::from(submissions.to_vec());
    let dataset = aggregate::aggregate(campaign, catalogue, &submissions, &Earlier::default());
    let ids = declared.catalogue.ids();
    let figures = ids.flat_map(|indicator| {
        Measure::ALL.map(|measure| FigureId { indicator, measure, owner: Owner::Cluster })
    });
    figures.map(|id| dataset.figure(id).value).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn of_rows_and_columns(seeds in prop::collection::vec(any::<u32>(), 1..40)) {
        let mut book = ORIGINAL.book.clone();
        let sheet = figures_of(&mut book);
        let rows = sheet.cells.iter().map(|it| it.row + 1).max().unwrap();
        let columns = sheet.cells.iter().map(|it| it.column + 1).max().unwrap();
        let (rows, columns) = (order(&seeds, rows as usize), order(&seeds, columns as usize));
        sheet.merges.clear();
        for cell in &mut sheet.cells {
            if cell.row > HEADER {
                cell.row = HEADER + 1 + rows[cell.row as usize] as u32;
            }
            if cell.row >= HEADER {
                cell.column = columns[cell.column as usize] as u32;
            }
        }
        sheet.cells.sort_by_key(|it| (it.row, it.column));
        let (_, figures, _) = ORIGINAL.read(&book);
        prop_assert_eq!(&figures, &ORIGINAL.figures);
    }

    #[test]
    fn of_sheets(seeds in prop::collection::vec(any::<u32>(), 1..4)) {
        let places = order(&seeds, ORIGINAL.book.sheets.len());
        let mut book = ORIGINAL.book.clone();
        book.sheets = places.iter().map(|it| ORIGINAL.book.sheets[*it].clone()).collect();
        let (submission, figures, found) = ORIGINAL.read(&book);
        prop_assert_eq!(&figures, &ORIGINAL.figures);
        prop_assert!(submission.unwrap().unit.is_some());
        prop_assert!(found.is_empty(), "{:?}", found);
    }

    #[test]
    fn of_files(seeds in prop::collection::vec(any::<u32>(), 1..8)) {
        let sent = &ORIGINAL.gathered.submissions;
        let other: Vec<Submission> =
            order(&seeds, sent.len()).into_iter().map(|it| sent[it].clone()).collect();
        prop_assert_eq!(totals(&other), totals(sent));
    }
}

#[test]
fn letters_may_be_composed_or_not() {
    for compose in [true, false] {
        let mut book = ORIGINAL.book.clone();
        for sheet in &mut book.sheets {
            let normal = |text: &str| {
                if compose {
                    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
                } else {
                    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
                }
            };
            sheet.name = normal(&sheet.name);
            for cell in &mut sheet.cells {
                if let RawValue::Text(text) = &mut cell.value {
                    *text = normal(text);
                }
            }
        }
        let (submission, figures, found) = ORIGINAL.read(&book);
        let submission = submission.unwrap();
        let (original, _, _) = ORIGINAL.read(&ORIGINAL.book);
        let original = original.unwrap();
        assert_eq!(figures, ORIGINAL.figures);
        assert_eq!(submission.unit, original.unit);
        let texts =
            |it: &Submission| it.remarks.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&submission), texts(&original));
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_file_that_is_there_twice_is_not_added_up() {
    let sent = &ORIGINAL.gathered.submissions;
    let once = totals(sent);
    for index in 0..sent.len() {
        let mut twice = sent.to_vec();
        twice.push(Submission { file: "submissions/b.xlsx".to_owned(), ..sent[index].clone() });
        let without: Vec<Submission> =
            (0..sent.len()).filter(|it| *it != index).map(|it| sent[it].clone()).collect();
        assert_eq!(totals(&twice), totals(&without));
        assert_ne!(totals(&twice), once);
    }
}
