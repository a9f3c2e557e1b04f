//! On which pages figures are printed: layouts leave an invisible mark beside each.

use typst::foundations::Label;
use typst::foundations::Selector;
use typst::foundations::Value;
use typst::introspection::Introspector;
use typst::introspection::MetadataElem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// Label of the marks; see `printed-here` in `templates/layouts/dong.typ`.
const MARK: &str = "con-so";

/// The page, from 1, of each of `count` figures; `None` where the layout left no mark.
pub(super) fn of(paged: &PagedDocument, count: usize) -> Vec<Option<usize>> {
    let mut pages = vec![None; count];
    let Some(label) = Label::new(PicoStr::intern(MARK)) else { return pages };
    for mark in paged.introspector().query(&Selector::Label(label)) {
        let Some((first, many)) = mark.to_packed::<MetadataElem>().and_then(|it| run(&it.value))
        else {
            continue;
        };
        let page = mark.location().and_then(|it| paged.introspector().page(it));
        let figures = first..first.saturating_add(many).min(count);
        for place in pages.get_mut(figures).into_iter().flatten() {
            *place = page.map(usize::from);
        }
    }
    pages
}

/// The first figure of a mark, and how many follow each other.
fn run(value: &Value) -> Option<(usize, usize)> {
    let Value::Array(array) = value else { return None };
    let [Value::Int(first), Value::Int(count)] = array.as_slice() else { return None };
    Some((usize::try_from(*first).ok()?, usize::try_from(*count).ok()?))
}
