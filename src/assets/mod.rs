//! The one door to the campaign's folder and the templates: TOML with spans, overlay, schemas.

pub mod campaign;
pub mod campaign_file;
pub mod catalogue;
pub mod catalogue_file;
pub mod chart_spec;
pub mod criteria;
pub mod criteria_file;
pub mod document_spec;
pub mod emblem;
pub mod folder;
pub mod form;
pub mod form_marks;
pub mod form_words;
pub mod hand_over;
pub mod legal;
pub mod looks;
pub mod panel_form;
mod repair;
pub mod schema;
pub mod sentences;
pub mod successions;
pub mod table_spec;
pub mod templates;
pub mod toml_file;

use std::path::Path;

use crate::assets::campaign_file::CampaignFile;
use crate::assets::folder::Folder;
use crate::assets::form::Form;
use crate::assets::panel_form::PanelForm;
use crate::assets::templates::Templates;
use crate::assets::toml_file::Decoded;
use crate::assets::toml_file::TomlFile;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Answer;
use crate::model::criteria::Criteria;
use crate::model::look::Look;
use crate::model::period::Span;
use crate::text::suggest;

/// Everything that a campaign declares, found valid.
#[derive(Debug)]
pub struct Declared {
    /// Its folder.
    pub folder: Folder,
    /// Its templates.
    pub templates: Templates,
    /// Names of the files in `submissions`, in order.
    pub received: Vec<String>,
    /// Names of the files in `panel`, in order; none for a campaign that does not score.
    pub panel: Vec<String>,
    /// The campaign.
    pub campaign: Campaign,
    /// Where it is written: the very text that was read.
    pub campaign_source: TomlFile,
    /// Its catalogue.
    pub catalogue: Catalogue,
    /// Where the catalogue is written, to name a line of it.
    pub catalogue_source: TomlFile,
    /// What earns points; `None` for a campaign that does not score.
    pub criteria: Option<Criteria>,
    /// Where they are written, to name a line of it.
    pub criteria_source: Option<TomlFile>,
    /// How its papers look.
    pub look: Look,
    /// What in that look lies outside of what the law allows.
    pub beyond_law: Vec<Finding>,
    /// Its form.
    pub form: Form,
    /// The form of its panel.
    pub panel_form: PanelForm,
    /// Name and bytes of the file of its emblem.
    pub emblem_file: Option<(String, Vec<u8>)>,
}

impl Declared {
    /// Every file that a campaign rests on besides what units sent: path and content.
    ///
    /// # Errors
    /// [`Failure::Io`] if one cannot be read any more.
    pub fn sources(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut files =
            vec![("campaign.toml".to_owned(), self.campaign_source.text().as_bytes().to_vec())];
        files.extend(self.emblem_file.iter().cloned());
        files.extend(self.templates.all()?);
        Ok(files)
    }
}

/// Opens a campaign.
///
/// # Errors
/// [`Failure::NoCampaign`] if the folder is none, [`Failure::Toml`] with every fault of its files.
pub fn open(root: &Path) -> Result<Declared, Failure> {
    let folder = Folder::open(root)?;
    let templates = Templates::of(root);
    let source =
        TomlFile::parse("campaign.toml", folder.campaign_toml()?).map_err(Failure::Toml)?;
    let Decoded { value, mut faults } = source.decode::<CampaignFile>();
    let Some(tables) = value else { return Err(Failure::Toml(faults)) };
    let read = match named_catalogue(&templates, &source, &tables.catalogue, tables.period.span) {
        Ok(read) => read,
        Err(Failure::Toml(more)) => return Err(all(faults, more)),
        Err(other) => return Err(other),
    };
    let received = folder.submissions()?;
    let successions = successions::read(&templates)?;
    let looks::Read { look, beyond: beyond_law } = named_look(&templates, &source, &tables.look)?;
    let named = tables.cluster.emblem.as_ref();
    let emblem = named.map(|it| emblem::read(&folder, it, &tables.cluster.name)).transpose();
    let emblem = emblem.unwrap_or_else(|fault| {
        toml_file::join(&mut faults, vec![source.fault_at("/cluster/emblem", fault)]);
        None
    });
    let (emblem, emblem_file) = emblem.map(|it| (it.emblem, it.file)).unzip();
    let known = campaign::Known {
        catalogue: &read.catalogue,
        look: &look,
        received: &received,
        successions,
        emblem,
    };
    let (campaign, found) = campaign::resolve(folder.name(), &source, tables, known);
    toml_file::join(&mut faults, found);
    faults.extend(read.faults);
    faults.extend(unknown_papers(&templates, &source, &campaign)?);
    if !faults.is_empty() {
        return Err(Failure::Toml(faults));
    }
    let form = form::read(&templates, campaign.period.span)?;
    known_topics(&form, &source, &campaign)?;
    let scored = criteria::named(&templates, &source, &campaign, &read.catalogue)?;
    let (criteria, criteria_source) = scored.map(|it| (it.criteria, it.source)).unzip();
    let panel_form = panel_form::read(&templates)?;
    let panel = if criteria.is_some() { folder.panel()? } else { Vec::new() };
    let (catalogue, catalogue_source) = (read.catalogue, read.source);
    let campaign_source = source;
    Ok(Declared {
        folder,
        templates,
        received,
        panel,
        campaign,
        campaign_source,
        catalogue,
        catalogue_source,
        criteria,
        criteria_source,
        look,
        beyond_law,
        form,
        panel_form,
        emblem_file,
    })
}

/// Reads the look of the papers; a name that does not exist is a fault of `campaign.toml`.
fn named_look(
    templates: &Templates,
    source: &TomlFile,
    name: &str,
) -> Result<looks::Read, Failure> {
    let known = looks::names(templates)?;
    if known.iter().any(|it| it == name) {
        return looks::read(templates, name);
    }
    let nearest = suggest::nearest(name, known.iter().map(String::as_str));
    let nearest = nearest.map(str::to_owned);
    let fault = TomlFault::Dangling { name: name.to_owned(), nearest };
    Err(Failure::Toml(vec![source.fault_at("/look", fault)]))
}

/// Reads the catalogue; a name that does not exist is a fault of `campaign.toml`.
fn named_catalogue(
    templates: &Templates,
    source: &TomlFile,
    name: &str,
    span: Span,
) -> Result<catalogue::Read, Failure> {
    match catalogue::read(templates, name, span) {
        Err(Failure::NoTemplate { .. }) => {
            let files = templates.names("catalogues")?;
            let names = files.iter().filter_map(|it| it.strip_suffix(".toml"));
            let nearest = suggest::nearest(name, names).map(str::to_owned);
            let fault = TomlFault::Dangling { name: name.to_owned(), nearest };
            Err(Failure::Toml(vec![source.fault_at("/catalogue", fault)]))
        }
        other => other,
    }
}

/// Answers are to topics of the form.
fn known_topics(form: &Form, source: &TomlFile, campaign: &Campaign) -> Result<(), Failure> {
    let keys = || form.remarks.topics.iter().map(|it| it.key.as_str());
    let answers = campaign.collection.answers.iter().enumerate();
    let unknown = answers.filter(|(_, it)| !keys().any(|key| key == it.topic));
    let fault = |(index, answer): (usize, &Answer)| {
        let nearest = suggest::nearest(&answer.topic, keys()).map(str::to_owned);
        let fault = TomlFault::Dangling { name: answer.topic.clone(), nearest };
        source.fault_at(&format!("/collection/answers/{index}/topic"), fault)
    };
    let faults: Vec<TomlError> = unknown.map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Failure::Toml(faults)) }
}

/// Kinds of papers that the campaign lists and no template is.
fn unknown_papers(
    templates: &Templates,
    source: &TomlFile,
    campaign: &Campaign,
) -> Result<Vec<TomlError>, Failure> {
    let kinds =
        if campaign.papers.is_empty() { Vec::new() } else { templates.names("documents")? };
    let listed = campaign.papers.iter().enumerate();
    let unknown = listed.filter(|(_, name)| !kinds.contains(name));
    let fault = |(index, name): (usize, &String)| {
        let nearest = suggest::nearest(name, kinds.iter().map(String::as_str)).map(str::to_owned);
        let fault = TomlFault::Dangling { name: name.clone(), nearest };
        source.fault_at(&format!("/papers/{index}"), fault)
    };
    Ok(unknown.map(fault).collect())
}

fn all(mut faults: Vec<TomlError>, more: Vec<TomlError>) -> Failure {
    faults.extend(more);
    Failure::Toml(faults)
}
