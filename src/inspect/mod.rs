//! Reads finished papers back: which figures a PDF or a workbook of ours prints, and where they came
//! from.
