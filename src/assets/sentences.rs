//! Ways of saying what became of an indicator: `templates/sentences/cau.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlFault;

const PATH: &str = "sentences/cau.toml";

/// Blanks that a way of saying may hold.
pub const BLANKS: [&str; 8] =
    ["viec", "ten", "dat", "chi_tieu", "tang_giam", "nam_truoc", "cao_nhat", "chua_dat"];

/// Ways of saying the same thing, taken in turn.
pub type Ways = Vec<String>;

/// Everything that a sentence about an indicator is put together from.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentences {
    /// How it begins; `{viec}` is the phrase of the indicator.
    pub open: Ways,
    /// The same where the figure is zero and the indicator has no words for that.
    pub zero: Ways,
    /// The most units that are named for having fallen short, or for standing highest together.
    pub most_named: usize,
    /// Against the year before.
    pub change: ChangeWays,
    /// When a year closes.
    pub year: SpanWays,
    /// When the first half of a year closes.
    pub half: SpanWays,
}

/// Against the year before.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWays {
    /// More.
    pub up: Ways,
    /// Less.
    pub down: Ways,
    /// The same.
    pub same: Ways,
    /// The same after rounding.
    pub almost: Ways,
    /// Some now, none then.
    pub from_zero: Ways,
    /// None now, some then.
    pub to_zero: Ways,
    /// Not compared, because the scope changed.
    pub scope: Ways,
    /// Not compared, because the totals are not of the same units.
    pub units: Ways,
}

/// What is said at the end of a year, or of its first half.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpanWays {
    /// Counts and money against their target.
    pub target: TargetWays,
    /// Percentages and averages against theirs.
    pub share: TargetWays,
    /// What should stay below its target.
    pub limit: TargetWays,
    /// The units.
    pub units: UnitWays,
}

/// Against a target.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetWays {
    /// Better than the target.
    pub exceeded: Ways,
    /// Just the target.
    pub reached: Ways,
    /// Not reached.
    pub short: Ways,
    /// Nothing done of it.
    pub none: Ways,
}

/// What is said of the units, each against its own target.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitWays {
    /// All have figures and reached theirs.
    pub all_met: Ways,
    /// Few did not.
    pub some_short: Ways,
    /// More did not than are named.
    pub many_short: Ways,
    /// None did.
    pub none_met: Ways,
    /// Those that have figures reached theirs; of others nothing is known.
    pub best_only: Ways,
}

/// Reads the ways of saying.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn read(templates: &Templates) -> Result<Sentences, Failure> {
    let name = format!("templates/{PATH}");
    let file = TomlFile::parse(&name, templates.text(PATH)?).map_err(Failure::Toml)?;
    let sentences: Sentences = file.decode().sound()?;
    let faults: Vec<_> = sentences
        .all()
        .into_iter()
        .flat_map(|(at, ways)| ways.iter().enumerate().map(move |it| (at.clone(), it)))
        .filter(|(_, (_, way))| !is_sound(way))
        .map(|(at, (index, way))| {
            let fault = TomlFault::Malformed { text: way.clone(), needs: Needs::Blanks };
            file.fault_at(&format!("{at}/{index}"), fault)
        })
        .collect();
    if faults.is_empty() { Ok(sentences) } else { Err(Failure::Toml(faults)) }
}

impl Sentences {
    /// Every list with its place in the file.
    fn all(&self) -> Vec<(String, &Ways)> {
        let change = &self.change;
        let mut all = vec![("/open", &self.open), ("/zero", &self.zero)];
        all.extend([("/change/up", &change.up), ("/change/down", &change.down)]);
        all.extend([("/change/same", &change.same), ("/change/almost", &change.almost)]);
        all.extend([
            ("/change/from_zero", &change.from_zero),
            ("/change/to_zero", &change.to_zero),
        ]);
        all.extend([("/change/scope", &change.scope), ("/change/units", &change.units)]);
        let mut all: Vec<(String, &Ways)> =
            all.into_iter().map(|(at, it)| (at.to_owned(), it)).collect();
        for (span, ways) in [("year", &self.year), ("half", &self.half)] {
            let targets =
                [("target", &ways.target), ("share", &ways.share), ("limit", &ways.limit)];
            for (name, it) in targets {
                let at = |key: &str| format!("/{span}/{name}/{key}");
                all.extend([(at("exceeded"), &it.exceeded), (at("reached"), &it.reached)]);
                all.extend([(at("short"), &it.short), (at("none"), &it.none)]);
            }
            let at = |key: &str| format!("/{span}/units/{key}");
            let it = &ways.units;
            all.extend([(at("all_met"), &it.all_met), (at("some_short"), &it.some_short)]);
            all.extend([(at("many_short"), &it.many_short), (at("none_met"), &it.none_met)]);
            all.push((at("best_only"), &it.best_only));
        }
        all
    }
}

/// Whether each `{…}` of a way is a blank that exists.
fn is_sound(way: &str) -> bool {
    let mut rest = way;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((blank, behind)) = after.split_once('}') else { return false };
        if before.contains('}') || !BLANKS.contains(&blank) {
            return false;
        }
        rest = behind;
    }
    !rest.contains('}')
}
