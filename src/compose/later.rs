//! What templates know of papers that were issued, and of what changed since an earlier build.

use serde_json::Value;
use serde_json::json;

use crate::assets::document_spec::DocumentSpec;
use crate::model::campaign::Campaign;
use crate::model::comparison::Change;
use crate::model::comparison::Changed;
use crate::model::comparison::Comparison;
use crate::model::comparison::PaperChange;
use crate::model::issue::Correction;
use crate::model::issue::Issued;
use crate::model::issue::Reference;
use crate::model::owner::Owner;
use crate::text::case;

/// The most rows of each list: the page is for a signature, the program's answer holds all.
const MOST: usize = 25;

/// How another paper names an issued one of this kind.
#[must_use]
pub fn reference(spec: &DocumentSpec, issued: &Issued) -> Reference {
    let kind = if spec.kind.is_empty() { "văn bản" } else { &spec.kind };
    Reference {
        kind: case::capitalise(&kind.to_lowercase()),
        number: issued.number.clone(),
        date: issued.date,
    }
}

/// `thay_the`: the paper that this one replaces; null if it replaces none.
pub(super) fn replaced(
    campaign: &Campaign,
    name: &str,
    spec: &DocumentSpec,
    owner: Owner,
) -> Value {
    let history = campaign.history(name, owner);
    history.replaced().map(|it| reference(spec, it).to_string()).into()
}

/// `dinh_chinh`: what the letter of correction mends.
pub(super) fn corrections(corrections: &[Correction]) -> Value {
    let papers = corrections.iter().map(|it| it.issued.to_string());
    let rows = corrections.iter().flat_map(|it| {
        it.errors.iter().map(move |error| {
            json!({
                "van_ban": it.issued.to_string(),
                "noi_dung": error.of,
                "sai": error.wrong,
                "dung": error.right,
            })
        })
    });
    json!({ "van_ban": papers.collect::<Vec<_>>(), "ds": rows.collect::<Vec<_>>() })
}

/// `thay_doi`: what changed since an earlier build.
pub(super) fn comparison(it: Option<&Comparison>) -> Value {
    let Some(it) = it else { return Value::Null };
    // What is derived from them follows, and the program's answer lists it.
    let figures: Vec<&Changed> = it.figures.iter().filter(|it| !it.id.contains('(')).collect();
    let inputs = it.inputs.iter().map(|it| json!({ "ten": it.file, "viec": done(it.change) }));
    json!({
        "tep": inputs.take(MOST).collect::<Vec<_>>(),
        "so_tep": it.inputs.len(),
        "so_lieu": rows(&figures),
        "so_lieu_con_lai": more(figures.len()),
        "diem": rows(&it.points.iter().collect::<Vec<_>>()),
        "diem_con_lai": more(it.points.len()),
        "van_ban": it.papers.iter().take(MOST).map(paper).collect::<Vec<_>>(),
        "so_van_ban": it.papers.len(),
        "da_ban_hanh": it.papers.iter().any(|it| it.issued.is_some()),
    })
}

/// How many do not stand in a list; null for none, so that templates can ask.
fn more(count: usize) -> Value {
    match count.saturating_sub(MOST) {
        0 => Value::Null,
        more => json!(more),
    }
}

fn rows(changed: &[&Changed]) -> Value {
    let row = |it: &&Changed| {
        json!({
            "noi_dung": it.name,
            "cua": it.of,
            "truoc": it.before.as_deref().unwrap_or("…"),
            "sau": it.after.as_deref().unwrap_or("…"),
            "nguon": it.cells.join("; "),
        })
    };
    changed.iter().take(MOST).map(row).collect()
}

fn paper(it: &PaperChange) -> Value {
    let mut what = Vec::new();
    match it.change {
        Change::Added => what.push("văn bản mới".to_owned()),
        Change::Removed => what.push("không còn làm".to_owned()),
        Change::Changed => {
            if !it.figures.is_empty() {
                what.push(format!("{} số in khác", it.figures.len()));
            }
            if it.words == Some(true) {
                what.push("lời văn khác".to_owned());
            }
            if what.is_empty() {
                what.push("nội dung khác".to_owned());
            }
        }
    }
    what.extend(it.issued.as_ref().map(|it| format!("đã ban hành: {it}")));
    json!({ "ten": it.title, "tep": it.file, "viec": what.join("; ") })
}

fn done(change: Change) -> &'static str {
    match change {
        Change::Added => "thêm",
        Change::Changed => "thay đổi",
        Change::Removed => "bỏ",
    }
}
