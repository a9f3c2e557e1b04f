//! Words and `--name value` pairs.

use std::collections::BTreeMap;
use std::error::Error;

/// What was typed.
pub(crate) struct Arguments {
    pub(crate) words: Vec<String>,
    named: BTreeMap<String, String>,
}

impl Arguments {
    pub(crate) fn of(mut typed: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let (mut words, mut named) = (Vec::new(), BTreeMap::new());
        while let Some(word) = typed.next() {
            match word.strip_prefix("--") {
                Some(name) => {
                    let value = typed.next().ok_or_else(|| format!("--{name} needs a value"))?;
                    named.insert(name.to_owned(), value);
                }
                None => words.push(word),
            }
        }
        Ok(Self { words, named })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.named.get(name).map(String::as_str)
    }

    /// A number, else `default`.
    pub(crate) fn number(&self, name: &str, default: usize) -> Result<usize, Box<dyn Error>> {
        Ok(self.get(name).map(str::parse).transpose()?.unwrap_or(default))
    }

    /// How often the work is done.
    pub(crate) fn times(&self) -> Result<usize, Box<dyn Error>> {
        self.number("times", 1)
    }
}
