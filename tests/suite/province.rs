//! One level down: a province with its blocks and unions, its own year, the papers of a conference.

use thidua::finding::failure::Failure;
use thidua::model::owner::Owner;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;

use crate::case::AN_GIANG;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::SOC_TRANG;
use crate::case::TUYEN_QUANG;
use crate::case::committed;
use crate::case::findings;
use crate::plain;
use crate::snapshots::check_text;

/// Files that a campaign makes, in order.
fn files(gathered: &Gathered) -> Vec<String> {
    let composer = thidua::compose::Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false).unwrap();
    assert!(plan.refused.is_empty(), "{:?}", plan.refused);
    plan.jobs.into_iter().map(|it| it.file).collect()
}

fn papers(campaign: &str, names: &[&str]) {
    let gathered = committed(campaign);
    for name in names {
        let text = plain::text(&plain::document(&gathered, name, false));
        check_text(&format!("{campaign}-{name}"), &text);
    }
}

#[test]
fn papers_of_blocks_and_unions() {
    papers(AN_GIANG, &["chuong-trinh-lam-viec", "bang-tong-hop-kien-nghi"]);
    let gathered = committed(AN_GIANG);
    let group = gathered.declared.campaign.group_ids().next().map(Owner::Group).unwrap();
    let of_block = plain::of(&gathered, "thong-bao-giao-chi-tieu-khoi", false, group);
    check_text("an-giang-2021-thong-bao-giao-chi-tieu-khoi-01", &plain::text(&of_block));
    let of_unit = plain::of_unit(&gathered, "thong-bao-giao-chi-tieu", "so-tai-chinh");
    check_text("an-giang-2021-thong-bao-giao-chi-tieu-so-tai-chinh", &plain::text(&of_unit));
}

#[test]
fn papers_of_a_year() {
    papers(SOC_TRANG, &["bao-cao-nam", "tin-hoi-nghi"]);
}

#[test]
fn papers_of_a_conference() {
    papers(
        TUYEN_QUANG,
        &[
            "chuong-trinh-hoi-nghi",
            "bao-cao-nam",
            "bao-cao-uy-ban-kiem-tra",
            "dinh-huong-nhiem-vu",
            "bien-ban-bau-cu-bo-sung",
            "to-trinh-cong-nhan",
            "bai-phat-dong",
        ],
    );
}

#[test]
fn every_block_and_every_union_gets_its_paper() {
    let files = files(&committed(AN_GIANG));
    let count = |folder: &str| files.iter().filter(|it| it.starts_with(folder)).count();
    assert_eq!([count("giao-chi-tieu-khoi/"), count("giao-chi-tieu/")], [10, 40]);
    assert_eq!(files.len(), 53, "{files:?}");
}

#[test]
fn the_figures_of_the_articles_come_out() {
    let gathered = committed(SOC_TRANG);
    let news = plain::text(&plain::document(&gathered, "tin-hoi-nghi", false));
    for words in [
        "gần 4.400 phần quà",
        "trên 19,5 tỷ đồng",
        "14 thỏa thuận",
        "trên 2 tỷ đồng",
        "77 căn",
        "trên 3,6 tỷ đồng",
    ] {
        assert!(news.contains(words), "{words}\n{news}");
    }
    let report = plain::text(&plain::document(&gathered, "bao-cao-nam", false));
    assert!(!report.contains("gần ") && report.contains("4.396 phần quà"), "{report}");
}

#[test]
fn gifts_that_cost_too_much_are_told_and_accepted() {
    let found = findings(&committed(SOC_TRANG));
    let gifts = found.iter().filter(|it| it.contains("rule-broken")).count();
    assert_eq!(gifts, 1, "{found:?}");
    let gathered = committed(SOC_TRANG);
    assert_eq!(gathered.accepted.len(), 1);
    let without = Case::of(SOC_TRANG);
    without.edit(&[("K5-qua-le-tet", "K5-qua-tet")]);
    assert!(without.gather().accepted.is_empty());
}

#[test]
fn a_province_is_no_cluster() {
    for campaign in [AN_GIANG, SOC_TRANG, TUYEN_QUANG] {
        let gathered = committed(campaign);
        let composer = thidua::compose::Composer::new(plan::material(&gathered, false));
        let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
        for job in plan.jobs {
            let document = composer.document(&job.name, &job.spec, job.owner).unwrap();
            let head = &document.letterhead;
            let (upper, issuer) = (head.upper.join(" "), head.issuer.join(" "));
            assert!(issuer.is_empty() || upper != issuer, "{}: {issuer} twice", job.file);
            let text = plain::text(&document);
            for word in ["Cụm", "CỤM", "giao ước"] {
                let of_quote =
                    text.contains("“") && word == "giao ước" && job.name.contains("phieu");
                assert!(of_quote || !text.contains(word), "{}: {word}\n{text}", job.file);
            }
        }
    }
}

#[test]
fn a_cluster_has_no_papers_of_a_province() {
    let files = files(&committed(CUM_5));
    for name in ["giao-chi-tieu", "kien-nghi", "bao-cao-nam", "uy-ban-kiem-tra"] {
        assert!(!files.iter().any(|it| it.contains(name)), "{files:?}");
    }
}

#[test]
fn without_an_office_a_unit_must_lead() {
    let case = Case::of(CUM_5);
    case.edit(&[("head = \"cao-bang\"\n", "")]);
    let fault = case.try_build(false, &[]).map(|_| ()).unwrap_err();
    assert!(matches!(fault, Failure::Toml(_)), "{fault:?}");
}

#[test]
fn answers_are_to_topics_of_the_form() {
    let case = Case::of(AN_GIANG);
    case.edit(&[("topic = \"kien_nghi_cap_tren\"", "topic = \"kien_nghi_cap_trn\"")]);
    let Err(Failure::Toml(faults)) = case.try_build(false, &[]) else { panic!("no fault") };
    assert!(format!("{faults:?}").contains("kien_nghi_cap_tren"), "{faults:?}");
}
