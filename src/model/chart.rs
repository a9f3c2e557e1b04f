//! Biểu đồ: figures that people would rather look at.

use serde::Serialize;

use crate::model::table::Number;

/// A chart. Every series has as many points as there are categories.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Name of its spec, such as `doan-vien-moi`.
    pub name: String,
    /// Title above it.
    pub title: String,
    /// `Đơn vị tính: …`; empty where values say it.
    pub unit_note: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What stands along the axis: units, or years.
    pub categories: Vec<String>,
    /// What is drawn.
    pub series: Vec<Series>,
    /// The same in words, for those who do not see it (PDF/UA-1, Word).
    pub alternative: String,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar for each category.
    Bars,
    /// A line over the categories, which are years.
    Lines,
}

/// One row of values.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// Name in the legend; empty where there is one series only.
    pub name: String,
    /// Values; one that was not reported has no value, and no bar.
    pub points: Vec<Number>,
}
