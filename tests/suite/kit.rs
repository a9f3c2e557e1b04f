//! The evening before the ceremony: the papers of the conference, and the copies that one list decides.

use thidua::compose::Composer;
use thidua::model::owner::Owner;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::MIEN_TRUNG_2024;
use crate::case::committed;
use crate::plain;

const RECIPIENT: &str = "name = \"Liên đoàn Lao động các tỉnh trong Cụm\"\neach_unit = true";

/// Kinds of papers that a campaign makes.
fn kinds(case: &Case, draft: bool) -> Vec<String> {
    let gathered = case.gather();
    let composer = Composer::new(plan::material(&gathered, draft));
    let plan = plan::plan(&gathered, &composer, Wanted::default(), draft).unwrap();
    let mut kinds: Vec<String> = plan.jobs.iter().map(|it| it.name.clone()).collect();
    kinds.dedup();
    kinds
}

#[test]
fn recipients_and_copies_come_from_one_list() {
    let case = Case::of(CUM_5);
    let campaign = case.gather().declared.campaign;
    // One to the superior body, one to each of the six, one on file; each party keeps one, two go elsewhere.
    assert_eq!((campaign.report_copies(), campaign.pledge_copies()), (8, 8));
    let report = plain::text(&plain::document(&case.gather(), "bao-cao-tong-ket", false));
    let lines = "Nơi nhận: - Như trên; - Liên đoàn Lao động các tỉnh trong Cụm; - Lưu: VT, VP.";
    assert!(report.contains(lines), "{report}");
    case.edit(&[(
        RECIPIENT,
        &format!("{RECIPIENT}\ncopies = 2\npledge = \"gửi cơ quan lưu trữ\""),
    )]);
    let gathered = case.gather();
    let campaign = &gathered.declared.campaign;
    assert_eq!((campaign.report_copies(), campaign.pledge_copies()), (14, 9));
    let pledge = plain::text(&plain::document(&gathered, "giao-uoc", false));
    assert!(pledge.contains("lập thành 09 bản"), "{pledge}");
    assert!(pledge.contains("gửi cơ quan lưu trữ 01 bản"), "{pledge}");
    let none = format!("{RECIPIENT}\ncopies = 2");
    case.edit(&[(&none, &format!("{RECIPIENT}\ncopies = 0"))]);
    let report = plain::text(&plain::document(&case.gather(), "bao-cao-tong-ket", false));
    assert!(!report.contains("các tỉnh trong Cụm;"), "{report}");
}

#[test]
fn a_conference_with_a_day_has_its_kit() {
    let kit = [
        "chuong-trinh-hoi-nghi",
        "kich-ban-dieu-hanh",
        "dien-van-khai-mac",
        "danh-sach-dai-bieu",
        "giay-moi",
        "cong-van-gui-tong-lien-doan",
        "muc-luc-van-ban",
    ];
    let case = Case::of(CUM_5);
    let made = kinds(&case, false);
    assert!(kit.iter().all(|it| made.iter().any(|made| made == it)), "{made:?}");
    case.edit(&[("[conference]\ndate = \"2024-12-21\"\n", "[conference]\n")]);
    let made = kinds(&case, false);
    assert!(!kit.iter().any(|it| made.iter().any(|made| made == it)), "{made:?}");
}

#[test]
fn a_programme_that_nobody_wrote_is_the_usual_one() {
    let own = plain::text(&plain::document(&committed(CUM_5), "chuong-trinh-hoi-nghi", false));
    assert!(own.contains("13 giờ 45 - 13 giờ 55 ; Diễn văn khai mạc"), "{own}");
    let usual =
        plain::text(&plain::document(&committed(MIEN_TRUNG_2024), "chuong-trinh-hoi-nghi", false));
    assert!(usual.contains("Ký kết giao ước thi đua năm 2025.") && !usual.contains("giờ 45"));
}

#[test]
fn the_script_calls_the_parties_in_the_order_of_signing() {
    let gathered = committed(CUM_5);
    let script = plain::text(&plain::document(&gathered, "kich-ban-dieu-hanh", false));
    let mut last = 0;
    for unit in &gathered.declared.campaign.pledge.parties {
        let name = &gathered.declared.campaign[*unit].full_name;
        let calls = script.rfind("theo thứ tự sau").unwrap();
        let at = calls + script[calls..].find(name.as_str()).unwrap();
        assert!(at > last, "{name}");
        last = at;
    }
}

#[test]
fn the_file_lists_the_papers_that_are_made() {
    let case = Case::of(CUM_5);
    let list = || plain::text(&plain::document(&case.gather(), "muc-luc-van-ban", false));
    let whole = list();
    for title in ["Bản giao ước thi đua năm 2025", "Báo cáo tổng kết", "Biên bản kiểm phiếu"]
    {
        assert!(whole.contains(title), "{title}: {whole}");
    }
    assert!(!whole.contains("Tin hội nghị") && !whole.contains("Mục lục văn bản trong"), "{whole}");
    case.edit(&[("catalogue = ", "papers = [\"giao-uoc\", \"muc-luc-van-ban\"]\ncatalogue = ")]);
    assert!(!list().contains("Báo cáo tổng kết"));
}

#[test]
fn a_unit_that_sent_nothing_is_urged_by_a_numbered_letter() {
    let case = Case::of(CUM_5);
    assert!(!kinds(&case, false).contains(&"cong-van-don-doc".to_owned()));
    case.remove(&crate::case::sent("lang-son"));
    let gathered = case.gather();
    let composer = Composer::new(plan::material(&gathered, false));
    let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
    let urged: Vec<&str> = plan
        .jobs
        .iter()
        .filter(|it| it.name == "cong-van-don-doc")
        .map(|it| it.file.as_str())
        .collect();
    assert_eq!(urged, ["cong-van-don-doc-2024/lang-son.pdf"]);
    let letter = plain::text(&plain::of_unit(&gathered, "cong-van-don-doc", "lang-son"));
    assert!(letter.contains("trước ngày 10 tháng 12 năm 2024"), "{letter}");
}

#[test]
fn certificates_are_for_those_whose_award_may_be_told() {
    let case = Case::of(CUM_5);
    assert!(!kinds(&case, false).contains(&"giay-chung-nhan".to_owned()), "nothing is decided yet");
    let decided =
        "decision = { number = \"12/QĐ-TLĐ\", date = \"2025-01-20\" }\nunits = [\"cao-bang\"]\n";
    let award = "code = \"co-thi-dua\"\nname";
    case.edit(&[(award, &format!("code = \"co-thi-dua\"\n{decided}name"))]);
    let gathered = case.gather();
    let composer = Composer::new(plan::material(&gathered, false));
    let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
    let jobs: Vec<_> = plan.jobs.iter().filter(|it| it.name == "giay-chung-nhan").collect();
    let cao_bang = gathered.declared.campaign.find("cao-bang").unwrap();
    assert_eq!(jobs.iter().map(|it| it.owner).collect::<Vec<_>>(), [Owner::Unit(cao_bang)]);
    let certificate = plain::text(&plain::of_unit(&gathered, "giay-chung-nhan", "cao-bang"));
    let words = "Quyết định số 12/QĐ-TLĐ ngày 20 tháng 01 năm 2025";
    assert!(certificate.contains(words), "{certificate}");
}

#[test]
fn a_paper_asked_for_by_name_that_is_none_of_the_campaign_is_told_why() {
    let why = |case: &Case, name: &str| {
        let built = case.try_build(false, &[name]).unwrap().built;
        let told: Vec<_> = built.absent.iter().map(|(name, why)| (name.as_str(), why)).collect();
        format!("{told:?}")
    };
    let case = Case::of(CUM_5).unscored();
    assert!(why(&case, "bang-diem-thi-dua").contains("Without(Scores)"));
    assert!(why(&case, "cong-van-don-doc").contains("NobodyDue"));
    assert!(why(&case, "bao-cao-so-ket-6-thang").contains("OtherSpan"));
    assert_eq!(why(&case, "giao-uoc"), "[]");
    let listed = Case::of(CUM_5).common();
    assert!(why(&listed, "giay-moi").contains("NotListed"));
}

#[test]
fn the_host_invites_all_but_itself() {
    let case = Case::of(CUM_5);
    let gathered = case.gather();
    let composer = Composer::new(plan::material(&gathered, false));
    let only = ["giay-moi".to_owned()];
    let wanted = Wanted { only: &only, units: &[] };
    let plan = plan::plan(&gathered, &composer, wanted, false).unwrap();
    let invited = plan.jobs.iter().filter(|it| it.wanted).filter_map(|it| it.owner.unit());
    let invited: Vec<&str> =
        invited.map(|it| gathered.declared.campaign[it].code.as_str()).collect();
    assert_eq!(invited, ["bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"]);
    assert_eq!(plan.volumes.iter().map(|it| it.papers.len()).collect::<Vec<_>>(), [5]);
}
