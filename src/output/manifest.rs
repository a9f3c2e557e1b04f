//! `manifest.json`: what was made from what. `docs/schemas/manifest.schema.json` describes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::file::File;
use crate::output::Artifact;
use crate::output::artifact::Sum;
use crate::output::shelf;
use crate::text::digest;

/// What was made from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// The program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Name of the campaign's folder.
    pub campaign: String,
    /// Whether the set is official, a draft, or refused.
    pub status: Status,
    /// Every file that was read, in order.
    pub inputs: Vec<File>,
    /// Every font that a paper is set in.
    pub fonts: Vec<Font>,
    /// Every file that was written.
    pub outputs: Vec<Output>,
    /// Papers that were refused for findings.
    pub refused: Vec<String>,
}

/// What a set of outputs is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Every paper is official.
    Complete,
    /// Drafts.
    Draft,
    /// At least one paper was refused.
    Refused,
    /// No papers were made yet, only forms or what goes back to the units.
    NoPapers,
}

/// A font that papers are set in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Font {
    /// Family.
    pub family: String,
    /// File; `embedded` for the program itself.
    pub file: String,
    /// SHA-256.
    pub sha256: String,
}

/// An output with its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Output {
    /// Name of the file.
    pub file: String,
    /// SHA-256.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Name of the document; `so-lieu` for the figures.
    pub document: String,
    /// SHA-256 over everything that it is made from, the program with it: where that is the same, the
    /// file of an earlier build is taken as it lies.
    pub reads: String,
    /// Pages of a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
    /// Family that a PDF is set in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// SHA-256 of what a paper says, whatever the program, the fonts, its number and its date; only
    /// papers have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Name of the paper that it is a copy of, for Word: it prints the same figures in the same order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<String>,
    /// Names of the papers that are bound in it, in order, each beginning on an odd page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub binds: Vec<String>,
    /// SHA-256 of the file as it stands, if it was signed since: it begins with the bytes that were
    /// made, whose size and digest are above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<String>,
}

impl Manifest {
    /// The manifest of a folder of outputs, if it holds a readable one.
    #[must_use]
    pub fn of_folder(folder: &Path) -> Option<Self> {
        Self::read(&folder.join(super::MANIFEST))
    }

    /// The manifest of an earlier run, if there is a readable one.
    pub(super) fn read(path: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(path).ok()?).ok()
    }

    /// What an earlier manifest says of the papers, with the outputs of this one.
    pub(super) fn beside(self, earlier: Option<&Self>) -> Self {
        match earlier {
            Some(earlier) => {
                let mut fonts = earlier.fonts.clone();
                fonts.extend(self.fonts.into_iter().filter(|it| !earlier.fonts.contains(it)));
                Self { outputs: self.outputs, fonts, ..earlier.clone() }
            }
            None => self,
        }
    }

    /// This manifest without outputs that were not put in place.
    pub(super) fn leaving(mut self, files: &BTreeSet<String>) -> Self {
        self.outputs.retain(|it| !files.contains(&it.file));
        self
    }

    /// This manifest with the earlier outputs that this run neither made nor withdrew, and that
    /// still lie in `folder` as they were written, perhaps signed since.
    pub(super) fn carrying_over(
        mut self,
        earlier: Option<&Self>,
        withdrawn: &[&String],
        folder: &Path,
    ) -> Self {
        for output in earlier.map(|it| it.outputs.as_slice()).unwrap_or_default() {
            let made = self.outputs.iter().any(|it| it.file == output.file);
            if !made && !withdrawn.contains(&&output.file) {
                self.outputs.extend(output.standing(folder));
            }
        }
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain values become JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Digest of an output of that run.
    #[must_use]
    pub fn digest(&self, name: &str) -> Option<&str> {
        self.output(name).map(|it| it.sha256.as_str())
    }

    /// An output of that run.
    pub(super) fn output(&self, name: &str) -> Option<&Output> {
        self.outputs.iter().find(|it| it.file == name)
    }
}

impl Output {
    /// An output of which only the file is known yet.
    #[must_use]
    pub fn of(artifact: &Artifact, document: &str) -> Self {
        let Sum { sha256, bytes } = artifact.sum();
        Self {
            file: artifact.name.clone(),
            sha256,
            bytes,
            document: document.to_owned(),
            reads: String::new(),
            pages: None,
            family: None,
            content: None,
            copy_of: None,
            binds: Vec::new(),
            signed: None,
        }
    }

    /// Digest and size of what was made.
    #[must_use]
    pub fn sum(&self) -> Sum {
        Sum { sha256: self.sha256.clone(), bytes: self.bytes }
    }

    /// Whether some bytes are this output, or begin with it.
    #[must_use]
    pub fn begins(&self, bytes: &[u8]) -> bool {
        self.sum().begins(bytes)
    }

    /// What holds of it today; `None` if another file or none stands in its place.
    fn standing(&self, folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(&self.file)).ok()?;
        let is_itself = bytes.len() as u64 == self.bytes;
        let stands = self.begins(&bytes) && (is_itself || shelf::is_signed(&bytes));
        let signed = (!is_itself).then(|| digest::sha256(&bytes));
        stands.then(|| Self { signed, ..self.clone() })
    }
}
