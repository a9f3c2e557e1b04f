//! What the program promises, kept by tests. One binary, since each one links the typesetter.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod campaigns;
mod case;
mod comparisons_time;
mod comparisons_within;
mod form;
mod fuzz;
mod hostile;
mod house;
mod mutations;
mod orders;
mod parts;
mod plain;
mod printed;
mod program;
mod random_files;
mod records;
mod records_status;
mod records_waivers;
mod refusal;
mod round_trip;
mod rules_table;
mod schemas;
mod snapshots;
mod source;
mod text_hygiene;
mod toml_errors;
mod unit_papers;
mod units_as_rows;
mod workbook_files;
mod workbook_formats;
mod workbook_layout;
mod workbook_numbers;
mod workbook_sender;
mod workbook_unseen;
mod workers;
