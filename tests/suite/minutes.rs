//! The papers of scoring and voting: their words, their counts, and when there are none.

use serde_json::Value;
use thidua::compose::Composer;
use thidua::finding::failure::Failure;
use thidua::model::campaign::Stage;
use thidua::pipeline::build;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;
use thidua::pipeline::press::Press;
use thidua::render::figures;
use thidua::render::figures::Figures;
use thidua::render::figures::prints::Prints;
use thidua::render::xlsx;
use thidua::render::xlsx::Sources;
use thidua::text::date::Date;

use crate::case::CUM_5;
use crate::case::Case;
use crate::plain;
use crate::scored;

/// Kinds that are made only where there is something to score, to vote on or to award.
const OF_SCORING: [&str; 7] = [
    "bang-diem-thi-dua",
    "bang-cham-diem-thi-dua",
    "bien-ban-binh-xet",
    "bien-ban-kiem-phieu",
    "to-trinh-khen-thuong",
    "bien-ban-bau-cu",
    "phieu-diem",
];

/// The scored campaign with its minutes signed.
fn signed() -> Gathered {
    let case = scored::case();
    let mut gathered = scored::gathered(&case);
    gathered.declared.campaign.meeting.signed = Date::new(2024, 12, 13);
    gathered
}

fn text(gathered: &Gathered, kind: &str) -> String {
    plain::text(&plain::document(gathered, kind, false))
}

fn planned(gathered: &Gathered) -> Vec<String> {
    let composer = Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false).unwrap();
    let mut names: Vec<String> = plan.jobs.into_iter().map(|it| it.name).collect();
    names.dedup();
    names
}

#[test]
fn a_campaign_makes_the_papers_that_it_has_matter_for() {
    let all = planned(&signed());
    assert!(OF_SCORING.iter().all(|kind| all.iter().any(|it| it == kind)), "{all:?}");
    let mut bare = signed();
    let campaign = &mut bare.declared.campaign;
    campaign.scoring = None;
    campaign.ballots.clear();
    campaign.awards.clear();
    let bare = planned(&bare);
    assert!(!OF_SCORING.iter().any(|kind| bare.iter().any(|it| it == kind)), "{bare:?}");
    assert!(bare.contains(&"bao-cao-tong-ket".to_owned()), "{bare:?}");
}

#[test]
fn a_campaign_that_lists_its_papers_makes_no_others() {
    let case = Case::of(CUM_5);
    case.edit(&[("stage = ", "papers = [\"giao-uoc\"]\nstage = ")]);
    assert_eq!(planned(&case.gather()), ["giao-uoc"]);
    case.edit(&[("[\"giao-uoc\"]", "[\"giao-uoc\", \"bao-cao-tong-kêt\"]")]);
    let Err(Failure::Toml(faults)) = case.try_build(false, &[]) else { panic!("a fault") };
    let shown = format!("{faults:?}");
    assert_eq!(faults.len(), 1, "{shown}");
    assert!(shown.contains("bao-cao-tong-ket"), "did you mean: {shown}");
}

#[test]
fn minutes_have_counts_in_figures_and_words_and_room_for_what_is_not_known() {
    let minutes = text(&signed(), "bien-ban-kiem-phieu");
    for words in [
        "Số: ________/BB-CTĐ",
        "Hôm nay, ngày 12 tháng 12 năm 2024, tại thành phố Cao Bằng",
        "Đồng chí ………………………………, Phó Chủ tịch Liên đoàn Lao động tỉnh Lạng Sơn - Trưởng ban.",
        "Số phiếu phát ra: 06 (sáu) phiếu.",
        "Số phiếu hợp lệ: 05 (năm) phiếu.",
        "Số phiếu không hợp lệ: 01 (một) phiếu.",
        "1 ; Liên đoàn Lao động tỉnh Cao Bằng ; 5 ; 83,35 ; Đạt",
        "2 ; Liên đoàn Lao động tỉnh Thái Nguyên ; 2 ; 33,34 ; Không đạt",
        "Biên bản kết thúc vào …… giờ ……, ngày 12 tháng 12 năm 2024",
        "Ký: TRƯỞNG BAN | _",
    ] {
        assert!(minutes.contains(words), "{words}: {minutes}");
    }
    assert!(!minutes.contains("Bầu Cụm trưởng"), "elections have minutes of their own: {minutes}");
}

#[test]
fn minutes_of_the_meeting_tell_who_was_there_what_was_found_and_who_signs() {
    let minutes = text(&signed(), "bien-ban-binh-xet");
    for words in [
        "đại diện lãnh đạo 05 (năm)/06 đơn vị thành viên",
        "vắng 01 (một) đơn vị: Hà Giang.",
        "Không xét Hà Giang: không gửi số liệu, báo cáo đúng thời hạn.",
        "Đạt tỷ lệ quy định: Cao Bằng 05 (năm) phiếu, 83,35%.",
        "Bằng khen hạng nhì: 02 (hai) đơn vị, gồm Thái Nguyên và Lạng Sơn.",
        "Cuộc họp kết thúc vào …… giờ ……",
        "Ký: THƯ KÝ | _\nKý: CHỦ TRÌ | _",
    ] {
        assert!(minutes.contains(words), "{words}: {minutes}");
    }
}

#[test]
fn the_election_has_minutes_of_its_own() {
    let minutes = text(&signed(), "bien-ban-bau-cu");
    assert!(
        minutes
            .contains("Đơn vị trúng cử Cụm trưởng năm 2025: Liên đoàn Lao động tỉnh Thái Nguyên."),
        "{minutes}"
    );
    assert!(!minutes.contains("Cờ thi đua"), "{minutes}");
}

#[test]
fn the_proposal_has_a_number_of_its_own_and_bases_in_force() {
    let mut gathered = signed();
    gathered.declared.campaign.report.number = Some(5);
    let proposal = text(&gathered, "to-trinh-khen-thuong");
    for words in [
        "Số: ________/TTr-LĐLĐ",
        "Kính gửi: Tổng Liên đoàn Lao động Việt Nam",
        "999/QĐ-TLĐ",
        "(biên bản ký ngày 13 tháng 12 năm 2024)",
        "Liên đoàn Lao động tỉnh Cao Bằng: tổng điểm 795,21, xếp thứ 1; 05 (năm) phiếu suy tôn",
        "Kết nạp mới 2.214 đoàn viên",
        "(Kèm theo Tờ trình số",
    ] {
        assert!(proposal.contains(words), "{words}: {proposal}");
    }
    assert!(!proposal.contains("05/"), "the report's number is the report's: {proposal}");
}

#[test]
fn a_template_of_ones_own_gets_no_more_than_its_readers_may_see() {
    let case = scored::case();
    case.write(
        "templates/documents/tin-hoi-nghi/body.md.hbs",
        "{{#if cham_diem}}{{#each cham_diem.xep_hang}}{{ten}} {{so tong}}{{/each}}{{/if}}\
         {{#each kiem_phieu}}{{ten}}{{/each}}\n\n```bang xep-hang\n```\n\n\
         ```bang ket-qua-kiem-phieu co-thi-dua\n```\n\n```bang danh-sach-khen-thuong\n```\n",
    );
    let mut gathered = scored::gathered(&case);
    gathered.declared.campaign.stage = Stage::BanHanh;
    let news = text(&gathered, "tin-hoi-nghi");
    assert_eq!(news.matches("*(Trình tại hội nghị)*").count(), 3, "{news}");
    assert!(!news.contains("795,21") && !news.contains("Suy tôn"), "{news}");
    gathered.declared.campaign.meeting.signed = Date::new(2024, 12, 13);
    let news = text(&gathered, "tin-hoi-nghi");
    assert!(news.contains("Cao Bằng 795,21") && !news.contains("Trình tại"), "{news}");
}

#[test]
fn the_workbook_of_points_adds_up_by_itself() {
    let gathered = signed();
    let document = plain::document(&gathered, "bang-cham-diem-thi-dua", false);
    let bytes = xlsx::render(&document, Sources::Untold).unwrap().bytes;
    let sheet = crate::disclosure::inflated(&bytes);
    assert!(sheet.contains("SUM(D8,F8)-SUM(G8)"), "merit and bonus less penalty: {sheet}");
    assert!(sheet.contains("D8-C8"), "verified less own: {sheet}");
}

#[test]
fn the_file_of_figures_lists_points_with_their_cells() {
    let gathered = signed();
    let declared = &gathered.declared;
    let mut prints = Prints::default();
    let board = plain::document(&gathered, "bang-diem-thi-dua", false);
    prints.paper("bang-diem-thi-dua-2024.pdf", board.printed, Vec::new());
    let slip = plain::of_unit(&gathered, "phieu-diem", "bac-kan");
    prints.unit_paper("phieu-diem", "phieu-diem/bac-kan.pdf", slip.printed.clone(), Vec::new());
    let bytes = figures::render(
        Figures {
            campaign: &declared.campaign,
            catalogue: &declared.catalogue,
            criteria: declared.criteria.as_ref(),
            results: gathered.results(),
            inputs: &[],
            replacements: &[],
            accepted: &[],
        },
        &prints,
    );
    let whole: Value = serde_json::from_slice(&bytes).unwrap();
    let points = whole["points"].as_array().unwrap();
    let find = |id: &str| points.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("{id}"));
    assert_eq!(find("diem.tong.settled.cao-bang")["value"], "795.21");
    assert_eq!(find("phieu.co-thi-dua.cao-bang")["value"], "5");
    assert_eq!(find("xep_thu.lang-son")["value"], "2");
    assert_eq!(find("diem.I.1.verified.cao-bang")["cells"][0]["cell"], "G7");
    for printed in whole["printed"].as_array().unwrap() {
        find(printed["figure"].as_str().unwrap());
    }
    let kind = &whole["unit_papers"][0]["figures"];
    assert!(kind.as_array().unwrap().contains(&"diem.tong.settled".into()), "{kind}");
}

#[test]
fn every_paper_of_scoring_can_be_drawn() {
    let gathered = signed();
    let composer = Composer::new(plan::material(&gathered, false));
    let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
    let engine = build::engine(&gathered, &[]).unwrap();
    let press = Press::new(&gathered, &engine);
    let mut drawn = 0;
    for job in plan.jobs.iter().filter(|it| OF_SCORING.contains(&it.name.as_str())) {
        let document = composer.document(&job.name, &job.spec, job.owner).unwrap();
        let made = press.paper(job, &document).unwrap();
        assert!(made.artifact.sum().bytes > 1000, "{}", job.file);
        drawn += 1;
    }
    assert_eq!(drawn, 6 + 6, "six papers of the cluster, one of each unit");
}
