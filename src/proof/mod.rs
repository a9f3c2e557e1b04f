//! The last look at a finished paper, before anybody signs it: what is wrong in its words and numbers.
//!
//! A printed figure keeps its identity, so what stands between figures is what somebody typed: in a
//! template or in `campaign.toml`. One rule, one file. What a unit wrote itself is quoted, and
//! `claim-differs` has looked at it already. Careful by intent: a false alarm on the evening before a
//! ceremony is worse than none.

mod basis_not_in_force;
mod difference_wrong;
mod hedge_lies;
mod known;
mod mixed_spelling;
mod number_by_hand;
mod old_theme;
mod old_year;
mod paper;
mod province_not_in_force;
mod source;

use crate::assets::legal::LegalFile;
use crate::assets::templates::Templates;
use crate::finding::fact::Finding;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::paper::Slip;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::document::Document;
use crate::model::memo::Memo;
use crate::model::place::Place;
use crate::model::results::Results;
use crate::model::submissions::Submissions;
use crate::proof::known::Known;
use crate::proof::paper::At;
use crate::proof::paper::Paper;
use crate::proof::source::Sources;

/// What papers are held against.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The very text of `campaign.toml`, to tell the line that somebody typed.
    pub campaign_text: &'a str,
    /// The templates, for the same reason.
    pub templates: &'a Templates,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The figures and the points.
    pub results: Results<'a>,
    /// The legal bases, also those no longer in force.
    pub legal: &'a LegalFile,
    /// What units sent: their words are quoted.
    pub submissions: &'a Submissions,
    /// Last year's campaign.
    pub predecessor: Option<&'a Campaign>,
}

/// What a rule looks at.
struct Look<'a> {
    context: Context<'a>,
    known: &'a Known,
    paper: &'a Paper<'a>,
    sources: &'a Sources,
}

/// A rule over one paper. Each slip has its place in the words.
type Rule = fn(&Look<'_>, &mut Vec<(Slip, At)>);

/// Every rule.
const RULES: [Rule; 8] = [
    difference_wrong::find,
    basis_not_in_force::find,
    number_by_hand::find,
    hedge_lies::find,
    old_year::find,
    old_theme::find,
    province_not_in_force::find,
    mixed_spelling::find,
];

/// The most findings of one paper that are told; more say that something else is wrong.
const MOST: usize = 40;

/// Reads the papers of one campaign; what is the same for all of them is gathered once.
pub struct Proof<'a> {
    context: Context<'a>,
    known: Known,
    /// By kind of paper: a thousand units share one template.
    sources: Memo<Sources>,
}

impl<'a> Proof<'a> {
    /// Ready to read papers of this campaign.
    #[must_use]
    pub fn new(context: Context<'a>) -> Self {
        Self { context, known: Known::of(context), sources: Memo::default() }
    }

    /// What is to be said of a finished paper that goes into `file`.
    ///
    /// # Errors
    /// [`Failure::Io`] or [`Failure::NoTemplate`] if its template cannot be read any more.
    pub fn read(&self, document: &Document, file: &str) -> Result<Vec<Finding>, Failure> {
        let paper = Paper::of(document, self.context);
        let name = &document.name;
        let sources = self.sources.get(name, || Sources::of(self.context, name))?;
        let look =
            Look { context: self.context, known: &self.known, paper: &paper, sources: &sources };
        let mut slips = Vec::new();
        RULES.iter().for_each(|rule| rule(&look, &mut slips));
        let finding = |(slip, at): (Slip, At)| {
            let spot = paper.spot(&at, &sources);
            Finding::new(PaperFact::Words { slip, spot }, Place::file(file), None)
        };
        Ok(slips.into_iter().take(MOST).map(finding).collect())
    }
}
