//! `thidua list variables` and `thidua list helpers` of a campaign: what its templates may say, with the
//! values of today.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Catalogue;
use thidua::model::measure::Measure;
use thidua::pipeline::variables;
use thidua::pipeline::variables::Helper;
use thidua::pipeline::variables::Vocabulary;
use thidua::template::vocabulary::Meaning;
use thidua::template::vocabulary::Variable;

use crate::cli::args::Format;
use crate::cli::args::ListArgs;
use crate::cli::args::Listed;
use crate::cli::json;
use crate::cli::named_unit;
use crate::cli::reader;
use crate::cli::screen;
use crate::cli::status::Status;

/// The paper that is meant where none is named.
const USUAL: &str = "bao-cao-tong-ket";

pub(super) fn run(args: &ListArgs, campaign: &Path) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(campaign, &args.common)?;
    let campaign = &gathered.declared.campaign;
    let unit = match named_unit::find_or_tell(campaign, args.unit.as_deref(), lang) {
        Ok(unit) => unit,
        Err(status) => return Ok(status),
    };
    let document = args.document.as_deref().unwrap_or(USUAL);
    if args.what == Listed::Helpers {
        let helpers = variables::helpers(&gathered, document, unit)?;
        match args.common.format {
            Format::Text => helpers.iter().for_each(|it| screen::answer(helper(it, lang))),
            Format::Json => json::print(&helpers.iter().map(helper_json).collect()),
        }
        return Ok(Status::Clean);
    }
    let vocabulary = variables::of(&gathered, document, unit)?;
    match args.common.format {
        Format::Text => tell(&vocabulary, &gathered.declared.catalogue, lang),
        Format::Json => {
            let one = |it: &Variable| variable(it, &vocabulary, lang);
            json::print(&json!({
                "document": document,
                "variables": vocabulary.variables.iter().map(one).collect::<Vec<_>>(),
            }));
        }
    }
    Ok(Status::Clean)
}

fn helper(helper: &Helper, lang: Lang) -> String {
    let today = match (&helper.today, lang) {
        (None, _) => String::new(),
        (Some(it), Lang::Vi) => format!("\n{:18}hôm nay: {it}", ""),
        (Some(it), Lang::En) => format!("\n{:18}today: {it}", ""),
    };
    format!("{:18}{}\n{:18}{}{today}", helper.name, helper.example, "", helper.meaning)
}

fn helper_json(helper: &Helper) -> Value {
    json!({
        "name": helper.name,
        "example": helper.example,
        "meaning": helper.meaning,
        "today": helper.today,
    })
}

/// Words of this page.
struct Labels {
    words: &'static str,
    figures: &'static str,
    unused: &'static str,
    none: &'static str,
    yes_no: [&'static str; 2],
    entries: &'static str,
}

fn labels(lang: Lang) -> Labels {
    match lang {
        Lang::Vi => Labels {
            words: "Chữ và danh sách, viết {{tên}}; * là tên mà mẫu của văn bản này dùng",
            figures: "Số liệu, viết {{so th.TC12}}: th thực hiện, kh kế hoạch, nt năm trước, dk đăng ký năm sau",
            unused: "Không mẫu nào dùng",
            none: "(trống)",
            yes_no: ["có", "không"],
            entries: "mục",
        },
        Lang::En => Labels {
            words: "Words and lists, written {{name}}; * is a name that the templates of this paper use",
            figures: "Figures, written {{so th.TC12}}: th actual, kh target, nt year before, dk pledged for next year",
            unused: "Used by no template",
            none: "(empty)",
            yes_no: ["yes", "no"],
            entries: "entries",
        },
    }
}

fn tell(vocabulary: &Vocabulary, catalogue: &Catalogue, lang: Lang) {
    let labels = labels(lang);
    let star = |name: &String| if vocabulary.own.contains(name) { "*" } else { " " };
    screen::answer(format_args!("{}\n", labels.words));
    let mut figures: BTreeMap<&str, Vec<&Variable>> = BTreeMap::new();
    for it in &vocabulary.variables {
        if let Meaning::Figure { code, .. } = &it.meaning {
            figures.entry(code).or_default().push(it);
        } else {
            let value = words(&it.meaning, &labels);
            screen::answer(format_args!("{} {:36} {value}", star(&it.name), it.name));
        }
    }
    screen::answer(format_args!("\n{}\n", labels.figures));
    for code in catalogue.indicators.iter().map(|it| it.code.as_str()) {
        if let Some(all) = figures.get(code) {
            figure_line(code, all, &star);
        }
    }
    unused(vocabulary, &labels);
}

/// `TC12 Đoàn viên kết nạp mới (người): th 25.493*, kh 24.340*`.
fn figure_line(code: &str, all: &[&Variable], star: &dyn Fn(&String) -> &'static str) {
    let mut title = String::new();
    let mut numbers = BTreeMap::new();
    for variable in all {
        let Meaning::Figure { indicator, unit, measure, number, .. } = &variable.meaning else {
            continue;
        };
        title = format!("{indicator} ({unit})");
        let star = star(&variable.name).trim();
        let words = number.iter().map(|it| format!("{} {it}{star}", measure.short()));
        numbers.extend(words.map(|it| (measure.index(), it)));
    }
    let numbers: Vec<String> = numbers.into_values().collect();
    let numbers = if numbers.is_empty() { "…".to_owned() } else { numbers.join(", ") };
    screen::answer(format_args!("  {code:7} {title}: {numbers}"));
}

/// Names that nobody says; of figures only those of this year that are there, since every indicator has six.
fn unused(vocabulary: &Vocabulary, labels: &Labels) {
    let is_told = |it: &&Variable| match &it.meaning {
        Meaning::Figure { measure, number, .. } => *measure == Measure::Actual && number.is_some(),
        _ => true,
    };
    let names: BTreeSet<&str> = vocabulary
        .variables
        .iter()
        .filter(|it| vocabulary.unused.contains(&it.name))
        .filter(is_told)
        .map(|it| it.name.as_str())
        .collect();
    if !names.is_empty() {
        let names: Vec<&str> = names.into_iter().collect();
        screen::answer(format_args!("\n{} ({})\n", labels.unused, names.len()));
        names.chunks(8).for_each(|it| screen::answer(format_args!("  {}", it.join(", "))));
    }
}

fn words(meaning: &Meaning, labels: &Labels) -> String {
    match meaning {
        Meaning::Words(text) if text.is_empty() => labels.none.to_owned(),
        Meaning::Words(text) => text.clone(),
        Meaning::Truth(it) => labels.yes_no[usize::from(!it)].to_owned(),
        Meaning::Nothing | Meaning::Points(None) => labels.none.to_owned(),
        Meaning::Points(Some(number)) => number.clone(),
        Meaning::Figure { number, .. } => number.clone().unwrap_or_else(|| "…".to_owned()),
        Meaning::List { length, keys, first } => {
            let inside = match first {
                Some(first) => format!(": {first}, …"),
                None if keys.is_empty() => String::new(),
                None => format!(": {}", keys.join(", ")),
            };
            format!("[{length} {}{inside}]", labels.entries)
        }
    }
}

fn variable(variable: &Variable, vocabulary: &Vocabulary, lang: Lang) -> Value {
    let mut value = json!({
        "name": variable.name,
        "used": vocabulary.own.contains(&variable.name),
        "used_by_any": !vocabulary.unused.contains(&variable.name),
    });
    match &variable.meaning {
        Meaning::Figure { code, indicator, unit, measure, number } => {
            value["indicator"] = json!(code);
            value["title"] = json!(indicator);
            value["unit"] = json!(unit);
            value["measure"] = json!(measure);
            value["value"] = json!(number);
        }
        Meaning::List { length, keys, first } => {
            value["length"] = json!(length);
            value["keys"] = json!(keys);
            value["first"] = json!(first);
        }
        Meaning::Nothing | Meaning::Points(None) => value["value"] = Value::Null,
        other => value["value"] = json!(words(other, &labels(lang))),
    }
    value
}
