//! Writes a campaign of as many unions as wanted, for measuring and for trying runs on many machines.
//!
//! `cargo run --release --example make_campaign -- FOLDER UNITS [PAPER…]`. A province with unions in blocks of
//! twenty, a short catalogue, one workbook for each union; the confirmation slip alone unless papers are named.
//! Every name and every number is made up, the same on every run: no clock, no chance.
#![expect(clippy::print_stdout, reason = "it says what it wrote")]

mod declared;
mod indicators;
mod workbook;

use std::error::Error;
use std::fs;
use std::path::Path;

/// The paper that is made where none is named.
const SLIP: &str = "phieu-xac-nhan-so-lieu";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, units, papers @ ..] = arguments.as_slice() else {
        return Err("usage: make_campaign FOLDER UNITS [PAPER…]".into());
    };
    let units: u32 = units.parse()?;
    let papers = if papers.is_empty() { &[SLIP.to_owned()] } else { papers };
    write(Path::new(folder), units, papers)?;
    println!("{folder}: {units} unions");
    Ok(())
}

fn write(folder: &Path, units: u32, papers: &[String]) -> Result<(), Box<dyn Error>> {
    let catalogues = folder.join("templates/catalogues");
    let submissions = folder.join("submissions");
    fs::create_dir_all(&catalogues)?;
    fs::create_dir_all(&submissions)?;
    fs::write(folder.join("campaign.toml"), declared::campaign(units, papers))?;
    fs::write(catalogues.join("thu-nghiem.toml"), indicators::catalogue())?;
    for unit in 0..units {
        let path = submissions.join(format!("{}.xlsx", declared::code(unit)));
        fs::write(path, workbook::of(unit)?)?;
    }
    Ok(())
}
