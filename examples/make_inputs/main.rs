//! Writes the sample workbooks of the campaigns: what provinces, or the unions of one province, would
//! have sent, and what a cluster's panel would have filled.
//!
//! Run from the root of the repository: `cargo run --release --example make_inputs`. The files are
//! the same on every run and every machine: no clock, no chance, only sums and a fixed hash.
#![expect(clippy::print_stdout, reason = "it says what it wrote")]

mod campaign;
mod catalogue;
mod criteria;
mod earlier;
mod figures;
mod panel;
mod plan;
mod pot;
mod sample;
mod split;
mod sum;
mod vary;
mod workbook;

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::campaign::Campaign;
use crate::catalogue::Catalogue;
use crate::criteria::Criteria;
use crate::earlier::Earlier;
use crate::figures::Figures;
use crate::sample::Sample;
use crate::workbook::Sender;

const CATALOGUES: &str = "templates/catalogues";
const CRITERIA: &str = "templates/criteria";
const SAMPLES: &str = "examples/make_inputs/samples";
const CAMPAIGNS: [&str; 7] = [
    "cum-so-5-2024",
    "nam-trung-bo-tay-nguyen-2020",
    "mien-trung-tay-nguyen-2024",
    "mien-trung-tay-nguyen-2025",
    "an-giang-2021",
    "soc-trang-2019",
    "tuyen-quang-2021",
];

fn main() -> Result<(), Box<dyn Error>> {
    for name in CAMPAIGNS {
        write_campaign(name).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// Writes one workbook for each unit of a campaign.
fn write_campaign(name: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new("inputs").join(name);
    let campaign: Campaign = read(&folder.join("campaign.toml"))?;
    let sample = sample(name)?;
    let catalogue = &catalogue(&folder, &campaign.catalogue)?;
    let before = sample.before.iter().flat_map(|it| &it.samples);
    let before: Vec<(Sample, Vec<String>)> =
        before.map(|it| earlier(it)).collect::<Result<_, _>>()?;
    let last_year = before.iter().map(|(sample, units)| {
        Figures::of(sample, catalogue, units.iter().map(String::as_str).collect(), None)
    });
    let last_year: Vec<Figures<'_>> = last_year.collect::<Result<_, _>>()?;
    let units: Vec<&str> = campaign.units.iter().map(|it| it.code.as_str()).collect();
    let figures = match &sample.before {
        None => Figures::of(&sample, catalogue, units, None)?,
        Some(before) => {
            let parts = units.iter().map(|it| before.parts.get(*it).map(Vec::as_slice));
            let parts: Option<Vec<&[String]>> = parts.collect();
            let parts = parts.ok_or("`before.parts` lacks a unit")?;
            let earlier = Earlier::of(&last_year, &parts)?;
            Figures::of(&sample, catalogue, units, Some(earlier))?
        }
    };
    write_workbooks(&folder, &campaign, &sample, catalogue, &figures)
}

/// Writes the workbooks.
fn write_workbooks(
    folder: &Path,
    campaign: &Campaign,
    sample: &Sample,
    catalogue: &Catalogue,
    figures: &Figures<'_>,
) -> Result<(), Box<dyn Error>> {
    let criteria = campaign
        .scoring
        .as_ref()
        .map(|it| read::<Criteria>(&Path::new(CRITERIA).join(format!("{}.toml", it.criteria))));
    let criteria = criteria.transpose()?;
    let submissions = folder.join("submissions");
    fs::create_dir_all(&submissions)?;
    for (index, unit) in campaign.units.iter().enumerate() {
        let letter = sample.letter(&unit.code)?;
        let year = campaign.period.year;
        let sender = Sender { index, unit, letter, year, sample };
        let scores = criteria.as_ref().map(|it| Ok::<_, String>((it, sample.scores(&unit.code)?)));
        let bytes = workbook::write(&sender, catalogue, figures, scores.transpose()?)?;
        fs::write(submissions.join(format!("{}.xlsx", unit.code)), bytes)?;
    }
    if let Some(criteria) = &criteria {
        let panel = folder.join("panel");
        fs::create_dir_all(&panel)?;
        fs::write(panel.join("tham-dinh.xlsx"), panel::write(campaign, criteria, sample)?)?;
    }
    println!("{}: {} workbooks", submissions.display(), campaign.units.len());
    Ok(())
}

fn sample(name: &str) -> Result<Sample, Box<dyn Error>> {
    read(&Path::new(SAMPLES).join(format!("{name}.toml")))
}

/// A sample of last year with its units: those of its campaign, else those that it weighs.
fn earlier(name: &str) -> Result<(Sample, Vec<String>), Box<dyn Error>> {
    let sample = sample(name)?;
    let campaign = Path::new("inputs").join(name).join("campaign.toml");
    let units = if campaign.exists() {
        let campaign: Campaign = read(&campaign)?;
        campaign.units.into_iter().map(|it| it.code).collect()
    } else {
        let weights = sample.weights.values().next().ok_or("a sample without weights")?;
        weights.keys().cloned().collect()
    };
    Ok((sample, units))
}

/// The catalogue that a campaign names: its own, else the one of the program.
fn catalogue(folder: &Path, name: &str) -> Result<Catalogue, Box<dyn Error>> {
    let file = Path::new(CATALOGUES).join(format!("{name}.toml"));
    let own = folder.join(&file);
    read(if own.exists() { &own } else { &file })
}

/// Reads a TOML file; its name goes before whatever is wrong with it.
fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
