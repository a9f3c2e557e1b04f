//! The text of the next campaign, table by table in the file's own order.

use toml_edit::DocumentMut;
use toml_edit::Item;
use toml_edit::Table;
use toml_edit::TableLike;

use crate::assets::form_words;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::pipeline::earlier;
use crate::pipeline::hand_over::HandOver;
use crate::pipeline::hand_over::edit;
use crate::pipeline::hand_over::heirs::Heir;
use crate::pipeline::hand_over::units;

/// What a theme says until somebody decides it.
const UNDECIDED: &str = "…";

/// Texts of the report that are the old period's own.
const TEXTS: [&str; 5] = ["context", "activities", "strengths", "lessons", "solutions"];

/// A campaign on its way to the next period.
pub(super) struct Next<'a> {
    pub(super) it: HandOver<'a>,
    pub(super) period: Period,
    pub(super) heirs: &'a [Heir],
}

/// The text of the next `campaign.toml`.
pub(super) fn text(it: HandOver<'_>, period: Period, heirs: &[Heir]) -> Result<String, Failure> {
    let source = it.declared.campaign_source.text();
    let mut document: DocumentMut = source.parse().map_err(|error: toml_edit::TomlError| {
        Failure::Toml(vec![TomlError {
            file: "campaign.toml".to_owned(),
            text: source.to_owned(),
            span: error.span().unwrap_or(0..0),
            fault: TomlFault::Syntax(error.message().to_owned()),
        }])
    })?;
    let next = Next { it, period, heirs };
    next.root(&mut document);
    units::rewrite(&next, &mut document);
    next.period(&mut document);
    next.report(&mut document);
    next.conference(&mut document);
    next.judging(&mut document);
    next.pledge(&mut document);
    next.collection(&mut document);
    document.set_trailing("");
    Ok(format!("{}\n", document.to_string().trim()))
}

impl Next<'_> {
    /// Whether it is the year of a half that was handed over.
    fn closes_the_year(&self) -> bool {
        self.it.declared.campaign.period.year == self.period.year
    }

    /// The year pledged.
    fn pledged(&self) -> i16 {
        self.period.year + 1
    }

    /// A comment with its places filled; nothing if one has nothing to be filled with.
    pub(super) fn words(&self, line: &str, more: &[(&str, &str)]) -> String {
        let campaign = &self.it.declared.campaign;
        let filled = form_words::filled(line, |name| match name {
            "cum" => Some(campaign.cluster.full_name.clone()),
            "ky" => Some(self.period.title()),
            "ky-cu" => Some(format!("{} ({})", campaign.period.title(), self.it.from)),
            "nam-giao-uoc" => Some(self.pledged().to_string()),
            _ => more.iter().find(|it| it.0 == name).map(|it| it.1.to_owned()),
        });
        filled.unwrap_or_default()
    }

    fn root(&self, document: &mut DocumentMut) {
        let words = self.it.words;
        let campaign = &self.it.declared.campaign;
        edit::remove(document.as_table_mut(), &["note", "issued", "ballots"]);
        self.earlier(document);
        let root = document.as_table_mut();
        edit::set(root, "stage", "lay-y-kien", &words.stage);
        let schema = self.it.declared.campaign_source.text().lines().next();
        let schema = schema.filter(|it| it.starts_with("#:schema")).map(|it| format!("{it}\n"));
        let head = edit::comment(&self.words(&words.head, &[]));
        let first = root.iter().find(|(_, item)| item.is_value()).map(|(key, _)| key.to_owned());
        if let Some(mut key) = first.as_deref().and_then(|key| root.key_mut(key)) {
            key.leaf_decor_mut().set_prefix(format!("{}{head}\n", schema.unwrap_or_default()));
        }
        // Changes of what is counted compare this period with the one before; those to come stay.
        let last_day = campaign.period.last_day();
        if !campaign.scope_changes.iter().any(|it| it.on > last_day) && !self.closes_the_year() {
            edit::remove(root, &["scope_changes"]);
        }
        if let Some(own) = root.get_mut("own_data").and_then(Item::as_table_mut) {
            edit::head(own, &words.own_data);
        }
    }

    /// The campaigns that it is compared with.
    fn earlier(&self, document: &mut DocumentMut) {
        let words = self.it.words;
        let campaign = &self.it.declared.campaign;
        let root = document.as_table_mut();
        edit::remove(root, &["predecessor", "half_year"]);
        if !self.closes_the_year() {
            edit::set(root, "predecessor", self.it.from, &words.predecessor);
            return;
        }
        if let Some(before) = &campaign.predecessor {
            let before = earlier::joined(self.it.from, before);
            edit::set(root, "predecessor", before, &words.predecessor);
        }
        edit::set(root, "half_year", self.it.from, &words.half_year);
    }

    fn period(&self, document: &mut DocumentMut) {
        let span = match self.period.span {
            Span::Full => "full",
            Span::FirstHalf => "first-half",
        };
        if let Some(table) = edit::table(document, "period") {
            edit::set(table, "year", i64::from(self.period.year), "");
            edit::set(table, "span", span, "");
        }
    }

    /// Who was elected leads now, what was pledged is the theme now.
    fn report(&self, document: &mut DocumentMut) {
        let words = self.it.words;
        let present = &self.it.declared.campaign;
        let elected = present.pledge.head.filter(|_| !self.closes_the_year());
        let head = elected.unwrap_or(present.report.head);
        let is_pledged = present.pledge.is_made() && !self.closes_the_year();
        let theme = if is_pledged { &present.pledge.theme } else { &present.report.theme };
        let Some(table) = edit::table(document, "report") else { return };
        edit::head(table, &self.words(&words.report, &[]));
        let note = match elected {
            None if !self.closes_the_year() => words.head_not_elected.as_str(),
            _ => "",
        };
        edit::set(table, "head", units::code(self, head), note);
        edit::set(table, "theme", theme.as_str(), "");
        edit::remove(table, &["number", "date"]);
        let movements = table.contains_key("movements").then_some("movements");
        if let Some(key) = movements.or(table.contains_key("programmes").then_some("programmes")) {
            edit::annotate(table, key, &words.movements);
        }
        for (index, key) in TEXTS.into_iter().enumerate() {
            edit::empty(table, key, if index == 0 { &words.texts } else { "" });
        }
    }

    fn conference(&self, document: &mut DocumentMut) {
        let note = self.words(&self.it.words.conference, &[]);
        if let Some(table) = edit::table(document, "conference") {
            table.clear();
            edit::head(table, &note);
        }
    }

    /// Criteria and awards stay; what was judged does not.
    fn judging(&self, document: &mut DocumentMut) {
        let words = self.it.words;
        let root = document.as_table_mut();
        if let Some(scoring) = root.get_mut("scoring").and_then(Item::as_table_mut) {
            scoring.remove("barred");
            edit::head(scoring, &words.scoring);
        }
        if let Some(meeting) = root.get_mut("meeting").and_then(Item::as_table_mut) {
            meeting.clear();
            edit::head(meeting, &words.meeting);
        }
        let Some(awards) = edit::list(root, "awards") else { return };
        for (index, award) in awards.iter_mut().enumerate() {
            edit::remove(award, &["decision", "ballot"]);
            edit::empty(award, "units", "");
            edit::head(award, if index == 0 { &words.awards } else { "" });
        }
    }

    /// The pledge of the year after, with the contents of this one as a start.
    fn pledge(&self, document: &mut DocumentMut) {
        let words = self.it.words;
        let then = self.it.declared.campaign.pledge.year;
        if !document.contains_key("pledge") {
            return;
        }
        let Some(pledge) = edit::table(document, "pledge") else { return };
        let note = match self.period.span {
            Span::Full => &words.pledge,
            Span::FirstHalf => &words.pledge_of_half,
        };
        edit::head(pledge, &self.words(note, &[]));
        edit::set(pledge, "year", i64::from(self.pledged()), "");
        if then == self.pledged() {
            return;
        }
        edit::set(pledge, "theme", UNDECIDED, "");
        edit::remove(pledge, &["date", "place", "head", "deputy", "witness"]);
        units::parties(self, pledge);
        let year =
            |text: &str| text.replace(&format!("năm {then}"), &format!("năm {}", self.pledged()));
        for key in ["organisation", "further_copies"] {
            if let Some(texts) = pledge.get_mut(key).and_then(Item::as_array_mut) {
                edit::each_text(texts, &year);
            }
        }
        for (key, fields) in [("contents", ["title", "text"]), ("levels", ["text", "unit"])] {
            let Some(entries) = edit::list(pledge, key) else { continue };
            for (index, entry) in entries.iter_mut().enumerate() {
                fields.iter().for_each(|field| in_year(entry, field, &year));
                let is_first = index == 0 && key == "contents";
                edit::head(entry, if is_first { &words.contents } else { "" });
            }
        }
    }

    fn collection(&self, document: &mut DocumentMut) {
        let until = self.period.last_day();
        let deadline = match self.period.span {
            Span::Full => format!("{}-12-10", until.year()),
            Span::FirstHalf => format!("{}-06-10", until.year()),
        };
        let note = self.words(&self.it.words.collection, &[("ngay", &deadline)]);
        if let Some(table) = edit::table(document, "collection") {
            table.clear();
            edit::head(table, &note);
        }
    }
}

/// Writes a text, or each of a list of texts, anew.
fn in_year(entry: &mut Table, key: &str, change: &dyn Fn(&str) -> String) {
    let Some(item) = entry.get_mut(key) else { return };
    if let Some(texts) = item.as_array_mut() {
        edit::each_text(texts, change);
    } else if let Some(text) = item.as_str().map(change) {
        edit::set(entry as &mut dyn TableLike, key, text, "");
    }
}
