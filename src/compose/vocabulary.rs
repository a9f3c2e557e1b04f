//! What the templates of a kind of paper may say, and what they do say.

use std::collections::BTreeSet;

use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::compose::Composer;
use crate::compose::disclosure::Disclosed;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::owner::Owner;
use crate::template;
use crate::template::Source;
use crate::template::vocabulary;
use crate::template::vocabulary::Variable;

impl Composer<'_> {
    /// Every name that the templates of a paper may say, as far as its readers may see.
    ///
    /// # Errors
    /// [`Failure`] of the tables in its annexes, by which it names them.
    pub fn variables(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
    ) -> Result<Vec<Variable>, Failure> {
        self.with_writer(name, spec, owner, |writer| {
            Ok(vocabulary::variables(&writer.names, &writer.session))
        })
    }

    /// Paths of the data that the templates of a paper say, those of its tables and partials too.
    ///
    /// # Errors
    /// [`Failure::Io`] if a template cannot be read.
    pub fn mentioned(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
    ) -> Result<BTreeSet<String>, Failure> {
        let templates = self.material.templates;
        let mut paths = vec![format!("documents/{name}/document.toml")];
        if spec.format == Format::Pdf {
            paths.push(format!("documents/{}/body.md.hbs", spec.words_of(name)));
        }
        let annexes = spec.annexes.iter().flat_map(|it| &it.tables);
        paths.extend(spec.tables.iter().chain(annexes).map(|it| format!("tables/{it}.toml")));
        paths.extend(spec.charts.iter().map(|it| format!("charts/{it}.toml")));
        self.with_writer(name, spec, owner, |writer| {
            let mut all = BTreeSet::new();
            for path in &paths {
                let text = match templates.text(path) {
                    Err(Failure::NoTemplate { .. }) => continue,
                    other => other?,
                };
                let source = Source { path, text: &text };
                let library = writer.material.library;
                all.extend(template::mentioned(source, &writer.names, library));
            }
            Ok(all)
        })
    }

    /// What a piece of a template prints in a paper today.
    ///
    /// # Errors
    /// [`Failure::Template`] if it cannot be filled.
    pub fn example(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
        text: &str,
    ) -> Result<String, Failure> {
        self.with_writer(name, spec, owner, |writer| {
            template::plain(Source { path: name, text }, &writer.names, &writer.session)
        })
    }

    fn with_writer<T>(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
        of: impl Fn(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let results = self.material.results;
        let disclosed =
            Disclosed::to(spec.audience, owner, self.material.campaign, results.scoreboard);
        let mut writer = Writer::new(self, &disclosed, name, spec, owner);
        let annexes = writer.annexes()?;
        writer.know_annexes(&annexes);
        of(&writer)
    }
}
