//! Biểu đồ: figures that people would rather look at.

use serde::Serialize;

use crate::model::table::Number;

/// Stands for a value that was not reported.
pub const MISSING: &str = "chưa có số liệu";

/// A chart of one row of figures.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Name of its spec, such as `doan-vien-moi`.
    pub name: String,
    /// Title above it: `Biểu đồ 1. Đoàn viên kết nạp mới năm 2024`.
    pub title: String,
    /// `Đơn vị tính: …`; empty where values say it.
    pub unit_note: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What is drawn, in order.
    pub points: Vec<Point>,
    /// Where zero lies between the least and the greatest, from 0 to 1.
    pub zero: f64,
    /// A value that others are held against, such as a target that is just reached.
    pub reference: Option<Reference>,
    /// The same in words, for those who do not see it (PDF/UA-1, Word).
    pub alternative: String,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar for each unit.
    Bars,
    /// A line over the years.
    Line,
}

/// One value with what it is of.
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// The unit, or the year.
    pub category: String,
    /// The value; `None` for one that was not reported, which has no bar.
    pub number: Option<Number>,
    /// Where it lies between the least and the greatest, from 0 to 1.
    pub place: f64,
}

/// A line that others are held against.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Its words: `100%`.
    pub text: String,
    /// Where it lies, as [`Point::place`].
    pub place: f64,
}
