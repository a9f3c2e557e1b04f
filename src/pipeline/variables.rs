//! Every name that the templates of a kind of paper may say, with its value of today.

use std::collections::BTreeSet;

use crate::assets::document_spec;
use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Scope;
use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan;
use crate::template::helpers::HELPERS;
use crate::template::vocabulary::Variable;

/// The names of one kind of paper.
#[derive(Debug)]
pub struct Vocabulary {
    /// The names.
    pub variables: Vec<Variable>,
    /// Those that the paper's own templates say.
    pub own: BTreeSet<String>,
    /// Those that no template of any paper says.
    pub unused: BTreeSet<String>,
}

/// A helper with what its example prints today.
#[derive(Debug)]
pub struct Helper {
    /// Its name.
    pub name: &'static str,
    /// How it is called.
    pub example: &'static str,
    /// What that prints, and when to use it.
    pub meaning: &'static str,
    /// What that prints in this paper today, where it can be filled.
    pub today: Option<String>,
}

/// The names of a kind of paper; of one for each unit or block those of this unit or of the first.
///
/// # Errors
/// [`Failure::Template`] for a name that is no document, or any of its tables.
pub fn of(gathered: &Gathered, name: &str, unit: Option<UnitId>) -> Result<Vocabulary, Failure> {
    let composer = Composer::new(plan::material(gathered, true));
    let specs = specs(gathered, name)?;
    let mut said = BTreeSet::new();
    let mut own = BTreeSet::new();
    let mut variables = Vec::new();
    for (kind, spec) in &specs {
        let Some(owner) = owner(gathered, spec, unit) else { continue };
        let mentioned = composer.mentioned(kind, spec, owner)?;
        if kind == name {
            variables = composer.variables(kind, spec, owner)?;
            own.clone_from(&mentioned);
        }
        said.extend(mentioned);
    }
    let names = |all: &BTreeSet<String>, wanted: bool| {
        let names = variables.iter().map(|it| it.name.clone());
        names.filter(|it| is_said(it, all) == wanted).collect::<BTreeSet<_>>()
    };
    let (own, unused) = (names(&own, true), names(&said, false));
    Ok(Vocabulary { variables, own, unused })
}

/// The helpers, each with what its example prints in this paper.
///
/// # Errors
/// [`Failure::Template`] for a name that is no document.
pub fn helpers(
    gathered: &Gathered,
    name: &str,
    unit: Option<UnitId>,
) -> Result<Vec<Helper>, Failure> {
    let composer = Composer::new(plan::material(gathered, true));
    let specs = specs(gathered, name)?;
    let spec = specs.iter().find(|(kind, _)| kind == name).map(|(_, spec)| spec);
    let owner = spec.and_then(|it| owner(gathered, it, unit));
    let today = |example| {
        let (spec, owner) = spec.zip(owner)?;
        composer.example(name, spec, owner, example).ok().filter(|it| !it.is_empty())
    };
    let one = |it: &&'static crate::template::helpers::Entry| Helper {
        name: it.name,
        example: it.example,
        meaning: it.meaning,
        today: today(it.example),
    };
    Ok(HELPERS.iter().map(one).collect())
}

/// Every kind of paper, of which one has this name.
pub(super) fn specs(
    gathered: &Gathered,
    name: &str,
) -> Result<Vec<(String, DocumentSpec)>, Failure> {
    let specs = document_spec::all(&gathered.declared.templates)?;
    let wanted = [name.to_owned()];
    plan::require_known("documents", &wanted, || specs.iter().map(|(name, _)| name.as_str()))?;
    Ok(specs)
}

/// Whose paper is meant: that of this unit or of its block, else of the first; none where there is none.
pub(super) fn owner(
    gathered: &Gathered,
    spec: &DocumentSpec,
    unit: Option<UnitId>,
) -> Option<Owner> {
    let campaign = &gathered.declared.campaign;
    match spec.scope {
        Scope::Cluster => Some(Owner::Cluster),
        Scope::Group => {
            let own = unit.and_then(|it| campaign[it].group);
            own.or_else(|| campaign.group_ids().next()).map(Owner::Group)
        }
        Scope::Unit => unit.or_else(|| campaign.unit_ids().next()).map(Owner::Unit),
    }
}

/// Whether a name is said, itself or a part of it, or the table that it stands in.
fn is_said(name: &str, said: &BTreeSet<String>) -> bool {
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    said.iter().any(|it| begins(it, name))
}
