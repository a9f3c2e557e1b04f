//! The words of every paper of both campaigns, to be read when they change.
//!
//! After a change that is meant, `INSTA_UPDATE=always cargo test --release --test suite snapshots`
//! writes them anew; read the difference before it is committed.

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::MIEN_TRUNG_2025;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::form::ACTUAL;
use crate::plain;

#[track_caller]
fn check(campaign: &str, paper: &str) {
    let text = plain::text(&plain::document(&committed(campaign), paper, false));
    check_text(&format!("{campaign}-{paper}"), &text);
}

#[test]
fn pledge_of_the_six() {
    check(CUM_5, "giao-uoc");
}

#[test]
fn report_of_the_six() {
    check(CUM_5, "bao-cao-tong-ket");
}

#[test]
fn news_of_the_six() {
    check(CUM_5, "tin-hoi-nghi");
}

#[test]
fn tables_of_the_six() {
    check(CUM_5, "bang-tong-hop-so-lieu");
}

#[test]
fn pledge_of_the_ten() {
    check(NAM_TRUNG_BO, "giao-uoc");
}

#[test]
fn report_of_the_ten() {
    check(NAM_TRUNG_BO, "bao-cao-tong-ket");
}

#[test]
fn news_of_the_ten() {
    check(NAM_TRUNG_BO, "tin-hoi-nghi");
}

#[test]
fn tables_of_the_ten() {
    check(NAM_TRUNG_BO, "bang-tong-hop-so-lieu");
}

#[test]
fn report_of_the_nine_after_the_mergers() {
    check(MIEN_TRUNG_2025, "bao-cao-tong-ket");
}

#[test]
fn tables_of_the_nine_after_the_mergers() {
    check(MIEN_TRUNG_2025, "bang-tong-hop-so-lieu");
}

/// Compares a text with the accepted one of this name.
#[track_caller]
pub(crate) fn check_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn slip_of_one_of_the_six() {
    let slip = plain::of_unit(&committed(CUM_5), "phieu-xac-nhan-so-lieu", "bac-kan");
    check_text("cum-so-5-2024-phieu-xac-nhan-so-lieu-bac-kan", &plain::text(&slip));
}

#[test]
fn letter_to_one_of_the_six() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().set("TC12", ACTUAL, "không rõ");
        book.figures().set("TC17", ACTUAL, 12.5);
        book.figures().set("NC03a", ACTUAL, "12");
    });
    let letter = plain::of_unit(&case.gather(), "de-nghi-ra-soat", "lang-son");
    check_text("cum-so-5-2024-de-nghi-ra-soat-lang-son", &plain::text(&letter));
}
