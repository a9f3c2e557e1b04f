//! Which part of an Office package holds what: relationships, and the sheets of its workbook.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::xml;

/// Where the workbook of a package lies.
pub(super) struct Package {
    /// Folder of the workbook's part with `/` at its end, such as `xl/`.
    folder: String,
    /// Name of the workbook's part in it.
    workbook: String,
}

/// A relationship: its id, the last word of its type, and its target.
struct Relationship {
    id: String,
    kind: String,
    target: String,
}

impl Package {
    /// Finds the workbook through the package's own relationships, else where Excel puts it.
    pub(super) fn of(parts: &mut Parts<'_>) -> Result<Self, Refusal> {
        let found = relationships(parts, "_rels/.rels")?.into_iter();
        let main = found.into_iter().find(|it| it.kind == "officeDocument");
        let path = main.map_or_else(|| "xl/workbook.xml".to_owned(), |it| it.target);
        let path = path.trim_start_matches('/');
        let (folder, workbook) = path.rsplit_once('/').map_or(("", path), |it| it);
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Ok(Self { folder, workbook: workbook.to_owned() })
    }

    /// Path of the workbook's part.
    pub(super) fn workbook(&self) -> String {
        format!("{}{}", self.folder, self.workbook)
    }

    /// Path of a part beside the workbook.
    pub(super) fn beside(&self, name: &str) -> String {
        format!("{}{name}", self.folder)
    }

    /// Paths of the parts that the workbook relates to, by the ids of its relationships.
    pub(super) fn targets(
        &self,
        parts: &mut Parts<'_>,
    ) -> Result<BTreeMap<String, String>, Refusal> {
        let rels = format!("{}_rels/{}.rels", self.folder, self.workbook);
        let found = relationships(parts, &rels)?.into_iter();
        Ok(found.map(|it| (it.id, self.path(&it.target))).collect())
    }

    /// Names of the sheets and the paths of their parts, in the order of the tabs.
    pub(super) fn sheets(&self, parts: &mut Parts<'_>) -> Result<Vec<(String, String)>, Refusal> {
        let targets = self.targets(parts)?;
        let Some(text) = parts.text(&self.workbook())? else { return Ok(Vec::new()) };
        let mut reader = xml::reader(&text);
        let mut sheets: Vec<(String, String)> = Vec::new();
        loop {
            match xml::next(&mut reader)? {
                Event::Start(it) if it.local_name().as_ref() == "sheet" => {
                    let name = xml::attribute(&it, "name")?.unwrap_or_default();
                    let id = xml::attribute(&it, "id")?.unwrap_or_default();
                    if sheets.iter().any(|(other, _)| *other == name) {
                        return Err(Refusal::Damaged(Damage::TwoSheets(name)));
                    }
                    sheets.push((name, targets.get(&id).cloned().unwrap_or_default()));
                }
                Event::End(it) if it.local_name().as_ref() == "workbook" => return Ok(sheets),
                Event::Eof => return Err(xml::ends_early()),
                _ => {}
            }
        }
    }

    fn path(&self, target: &str) -> String {
        match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{}{target}", self.folder),
        }
    }
}

fn relationships(parts: &mut Parts<'_>, path: &str) -> Result<Vec<Relationship>, Refusal> {
    let Some(text) = parts.text(path)? else { return Ok(Vec::new()) };
    let mut reader = xml::reader(&text);
    let mut found = Vec::new();
    loop {
        match xml::next(&mut reader)? {
            Event::Start(it) if it.local_name().as_ref() == "Relationship" => {
                let kind = xml::attribute(&it, "Type")?.unwrap_or_default();
                found.push(Relationship {
                    id: xml::attribute(&it, "Id")?.unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: xml::attribute(&it, "Target")?.unwrap_or_default(),
                });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}
