//! Writes the sample workbooks of both campaigns: what six and ten provinces would have sent.
//!
//! Run from the root of the repository: `cargo run --release --example make_inputs`. The files are
//! the same on every run and every machine: no clock, no chance, only sums and a fixed hash.
#![expect(clippy::print_stdout, reason = "it says what it wrote")]

mod campaign;
mod catalogue;
mod figures;
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
use crate::figures::Figures;
use crate::sample::Sample;
use crate::workbook::Sender;

const CATALOGUE: &str = "templates/catalogues/cong-doan.toml";
const SAMPLES: &str = "examples/make_inputs/samples";
const CAMPAIGNS: [&str; 2] = ["cum-so-5-2024", "nam-trung-bo-tay-nguyen-2020"];

fn main() -> Result<(), Box<dyn Error>> {
    let catalogue: Catalogue = read(Path::new(CATALOGUE))?;
    for name in CAMPAIGNS {
        write_campaign(name, &catalogue).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// Writes one workbook for each unit of a campaign.
fn write_campaign(name: &str, catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    let folder = Path::new("inputs").join(name);
    let campaign: Campaign = read(&folder.join("campaign.toml"))?;
    let sample: Sample = read(&Path::new(SAMPLES).join(format!("{name}.toml")))?;
    let figures = Figures::of(&sample, catalogue, &campaign)?;
    let submissions = folder.join("submissions");
    fs::create_dir_all(&submissions)?;
    for (index, unit) in campaign.units.iter().enumerate() {
        let letter = sample.letter(&unit.code)?;
        let year = campaign.period.year;
        let form_version = &sample.form_version;
        let sender = Sender { index, unit, letter, year, form_version };
        let bytes = workbook::write(&sender, catalogue, &figures)?;
        fs::write(submissions.join(format!("{}.xlsx", unit.code)), bytes)?;
    }
    println!("{}: {} workbooks", submissions.display(), campaign.units.len());
    Ok(())
}

/// Reads a TOML file; its name goes before whatever is wrong with it.
fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
