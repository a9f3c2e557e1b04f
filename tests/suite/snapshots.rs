//! The words of every paper of both campaigns, to be read when they change.
//!
//! After a change that is meant, `INSTA_UPDATE=always cargo test --release --test suite snapshots`
//! writes them anew; read the difference before it is committed.

use crate::case::CUM_5;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::plain;

#[track_caller]
fn check(campaign: &str, paper: &str) {
    let text = plain::text(&plain::document(&committed(campaign), paper, false));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{campaign}-{paper}"), text));
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
