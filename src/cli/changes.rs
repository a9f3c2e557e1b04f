//! What changed where files were replaced, in short.

use thidua::finding::lang::Lang;
use thidua::model::catalogue::Catalogue;
use thidua::model::difference::Difference;
use thidua::model::difference::Entry;
use thidua::model::difference::Replacement;
use thidua::pipeline::gather::Gathered;
use thidua::text::normal;
use thidua::text::number;

use crate::cli::screen;

/// Most figures of one file that are printed; the workbook and the JSON hold all.
const MOST_FIGURES: usize = 10;

/// Prints what changed from each replaced file to the one that took its place.
pub(super) fn tell(gathered: &Gathered, lang: Lang) {
    let replacements = &gathered.replacements;
    if replacements.is_empty() {
        return;
    }
    let head = match lang {
        Lang::Vi => "Tệp được thay thế",
        Lang::En => "Replaced files",
    };
    screen::answer(format_args!("\n{head} ({})", replacements.len()));
    for it in replacements {
        screen::answer(format_args!("  {} → {}", clean(&it.before), clean(&it.after)));
        screen::answer(format_args!("    {}", summary(it, lang)));
        for figure in it.figures.iter().take(MOST_FIGURES) {
            screen::answer(format_args!(
                "    {}",
                line(&gathered.declared.catalogue, figure, lang)
            ));
        }
        let more = it.figures.len().saturating_sub(MOST_FIGURES);
        match (more, lang) {
            (0, _) => {}
            (more, Lang::Vi) => screen::answer(format_args!("    … và {more} số liệu khác")),
            (more, Lang::En) => screen::answer(format_args!("    … and {more} more figures")),
        }
    }
}

fn summary(it: &Replacement, lang: Lang) -> String {
    let (figures, texts) = (it.figures.len(), it.texts.len());
    match (lang, it.compared) {
        (Lang::Vi, false) => "Không so được, vì có tệp không đọc được".to_owned(),
        (Lang::En, false) => "Not compared, since a file cannot be read".to_owned(),
        (Lang::Vi, true) => format!("Đổi {figures} số liệu, {texts} mục chữ"),
        (Lang::En, true) => format!("{figures} figures and {texts} texts changed"),
    }
}

/// `TC12, cột Thực hiện, ô F16: 2.214 → 2.241`.
fn line(catalogue: &Catalogue, it: &Difference, lang: Lang) -> String {
    let (column, cell, blank) = match lang {
        Lang::Vi => ("cột", "ô", "để trống"),
        Lang::En => ("column", "cell", "nothing"),
    };
    let indicator = &catalogue[it.indicator];
    let place = it.after.as_ref().or(it.before.as_ref());
    let place = place.map(|it| it.cell.to_string()).unwrap_or_default();
    let entry = |entry: &Option<Entry>| match entry {
        None => blank.to_owned(),
        Some(Entry { number: Some(value), .. }) => {
            number::plain(value.checked_div(indicator.factor()).unwrap_or(*value))
        }
        Some(it) => format!("“{}”", clean(&it.text)),
    };
    format!(
        "{}, {column} {}, {cell} {place}: {} → {}",
        indicator.code,
        it.measure.title(),
        entry(&it.before),
        entry(&it.after)
    )
}

/// Text from outside, without what could move the cursor of a terminal.
fn clean(text: &str) -> String {
    normal::clean(text)
}
