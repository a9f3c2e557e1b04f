//! `plan.json`: one build divided among machines. Every shard is a pure function of the plan and of the inputs that
//! it names; `docs/schemas/plan.schema.json` describes the file.

use std::fs;
use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::finding::failure::Failure;
use crate::model::file::File;
use crate::output::Artifact;
use crate::output::fresh;
use crate::output::stage::Stage;

/// Name of the file in the folder of a divided run.
pub const PLAN: &str = "plan.json";

/// Folder of finished pieces beside it.
const PIECES: &str = "pieces";

/// One build divided among machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RunPlan {
    /// The program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Digests of the program, and of layouts, looks and fonts: where they differ, so would the papers.
    pub tools: String,
    /// Folder of the campaign, as it was typed.
    pub campaign: String,
    /// Folder of the outputs, as it was typed.
    pub out: String,
    /// Where fonts come from, as it was typed.
    pub fonts: String,
    /// Names of documents; empty for all.
    pub only: Vec<String>,
    /// Codes of units whose papers alone are made; empty for all papers.
    pub units: Vec<String>,
    /// Whether drafts are made.
    pub draft: bool,
    /// Every file that is read, in order.
    pub inputs: Vec<File>,
    /// The papers that each shard makes, the first shard first.
    pub shards: Vec<Vec<String>>,
}

impl RunPlan {
    /// The plan in a folder.
    ///
    /// # Errors
    /// [`Failure::Io`] if there is none that can be read.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(PLAN);
        let bytes = fs::read(&path).map_err(|source| Failure::io(&path, source))?;
        serde_json::from_slice(&bytes).map_err(|error| Failure::io(path, error.into()))
    }

    /// Writes it into a folder, over an earlier one.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain values become JSON");
        bytes.push(b'\n');
        fresh::renew(folder, &Artifact::new(PLAN, bytes))
    }

    /// Every paper with the number of the shard that makes it.
    pub fn papers(&self) -> impl Iterator<Item = (&str, usize)> {
        let shards = (1..).zip(&self.shards);
        shards.flat_map(|(number, papers)| papers.iter().map(move |it| (it.as_str(), number)))
    }

    /// The papers of a shard, counted from 1.
    #[must_use]
    pub fn shard(&self, number: usize) -> Option<&[String]> {
        self.shards.get(number.checked_sub(1)?).map(Vec::as_slice)
    }
}

/// Where the pieces of the run planned in `folder` wait.
#[must_use]
pub fn pieces(folder: &Path) -> Stage {
    Stage::at(folder.join(PIECES))
}
