//! Every paper at every stage: nobody reads points, ranks, votes or proposals before their time, and no
//! unit another unit's points.

use rust_decimal::Decimal;
use thidua::assets::document_spec::Format;
use thidua::compose::Composer;
use thidua::model::campaign::Stage;
use thidua::model::document::Document;
use thidua::model::figure::FigureRef;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::UnitId;
use thidua::model::meeting::Decision;
use thidua::model::owner::Owner;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;
use thidua::render::xlsx;
use thidua::render::xlsx::Sources;
use thidua::text::date::Date;
use thidua::text::number;

use crate::plain;
use crate::scored;

/// Papers of the closed meeting; every other kind is for everybody, or is named below.
const OF_THE_MEETING: [&str; 5] = [
    "bang-diem-thi-dua",
    "bang-cham-diem-thi-dua",
    "bien-ban-binh-xet",
    "bien-ban-kiem-phieu",
    "bien-ban-bau-cu",
];

/// The paper that goes to the superior body before the conference.
const TO_THE_SUPERIOR: &str = "to-trinh-khen-thuong";

const STAGES: [Stage; 3] = [Stage::LayYKien, Stage::TrinhHoiNghi, Stage::BanHanh];

/// Words that only a paper with ranks, votes or proposals holds.
const STANDING: [&str; 5] = ["Xếp thứ", "xếp thứ", "phiếu suy tôn", "Đề nghị tặng", "Cụm suy tôn"];

#[derive(Debug, Clone, Copy)]
struct Now {
    stage: Stage,
    signed: bool,
    decided: bool,
}

impl Now {
    fn all() -> impl Iterator<Item = Self> {
        STAGES.into_iter().flat_map(|stage| {
            [(false, false), (false, true), (true, false), (true, true)]
                .map(|(signed, decided)| Self { stage, signed, decided })
        })
    }

    fn set(self, gathered: &mut Gathered) {
        let campaign = &mut gathered.declared.campaign;
        campaign.stage = self.stage;
        campaign.meeting.signed = self.signed.then(|| Date::new(2024, 12, 13).unwrap());
        let decision =
            Decision { number: "777/QĐ-TLĐ".to_owned(), date: Date::new(2024, 12, 17).unwrap() };
        for award in &mut campaign.awards {
            award.decision = self.decided.then(|| decision.clone());
        }
    }

    /// Whether the readers of a kind of paper may see how units stand.
    fn is_open(self, kind: &str) -> bool {
        match kind {
            kind if OF_THE_MEETING.contains(&kind) => true,
            TO_THE_SUPERIOR => self.signed,
            _ => self.signed && self.stage == Stage::BanHanh,
        }
    }
}

/// Sums of a unit as papers print them.
fn sums(unit: UnitId) -> Vec<String> {
    let sums = [ScoreOf::Total, ScoreOf::Merit];
    let stages = ScoreStage::ALL;
    let all = sums.into_iter().flat_map(|of| stages.map(|stage| scored::points(unit, of, stage)));
    all.map(|it| number::at_most(it, 2)).collect()
}

/// Everything that a reader of the file finds in it.
fn read(document: &Document, format: Format) -> String {
    let mut text = plain::text(document);
    if format == Format::Xlsx {
        let bytes = xlsx::render(document, Sources::Untold).unwrap().bytes;
        text.push_str(&inflated(&bytes).replace('.', ","));
    }
    text
}

/// The parts of a workbook, one after the other.
pub(crate) fn inflated(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

/// What a paper must not hold now; empty if all is well.
fn leaks(
    gathered: &Gathered,
    kind: &str,
    owner: Owner,
    now: Now,
    read: &Document,
    text: &str,
) -> Vec<String> {
    let campaign = &gathered.declared.campaign;
    let open = now.is_open(kind);
    let sees = |unit: UnitId| owner.unit().map_or(open, |own| own == unit);
    let mut leaks = Vec::new();
    for printed in &read.printed {
        let FigureRef::Score(id) = printed.figure else { continue };
        let is_points = !matches!(id.of, ScoreOf::Rank | ScoreOf::Votes(_));
        if !sees(id.unit) || !(is_points || open) {
            leaks.push(format!("prints {id:?} as {}", printed.text));
        }
    }
    for unit in campaign.unit_ids().filter(|it| !sees(*it)) {
        let sums = sums(unit).into_iter().filter(|it| text.contains(it.as_str()));
        leaks.extend(sums.map(|it| format!("{it} of {}", campaign[unit].code)));
    }
    if !open {
        let words = STANDING.into_iter().filter(|it| text.contains(it));
        leaks.extend(words.map(str::to_owned));
        let opinion = &campaign.meeting.opinions[0];
        leaks.extend(text.contains(opinion.as_str()).then(|| opinion.clone()));
    }
    let tells_awards = open || now.decided;
    let names = campaign.awards.iter().map(|it| &it.name).filter(|it| text.contains(it.as_str()));
    leaks.extend(names.filter(|_| !tells_awards).cloned());
    leaks
}

#[test]
fn every_paper_at_every_stage_keeps_what_is_not_yet_for_its_readers() {
    let case = scored::case();
    let mut gathered = scored::gathered(&case);
    let (mut found, mut papers) = (Vec::new(), 0);
    for now in Now::all() {
        now.set(&mut gathered);
        let composer = Composer::new(plan::material(&gathered, false));
        let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
        for job in plan.jobs {
            let document = composer.document(&job.name, &job.spec, job.owner).unwrap();
            // The title of the minutes, in a list of papers, tells nobody's votes.
            let text = read(&document, job.spec.format).replace("Biên bản kiểm phiếu suy tôn", "");
            let leaks = leaks(&gathered, &job.name, job.owner, now, &document, &text);
            found.extend(
                leaks.iter().map(|it| format!("{} {:?} {now:?}: {it}", job.file, job.owner)),
            );
            papers += 1;
        }
    }
    assert!(papers > 200, "{papers}");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn document(gathered: &Gathered, now: Now, kind: &str) -> String {
    let _ = now;
    plain::text(&plain::document(gathered, kind, false))
}

#[test]
fn the_report_keeps_silent_at_the_conference_and_tells_all_when_it_is_issued() {
    let case = scored::case();
    let mut gathered = scored::gathered(&case);
    let report = "bao-cao-tong-ket";
    let total = number::at_most(scored::points(UnitId(0), ScoreOf::Total, ScoreStage::Settled), 2);
    let at = |gathered: &mut Gathered, stage, signed, decided| {
        let now = Now { stage, signed, decided };
        now.set(gathered);
        document(gathered, now, report)
    };
    let silent = at(&mut gathered, Stage::TrinhHoiNghi, true, false);
    assert_eq!(silent.matches("(Trình tại hội nghị)").count(), 3, "{silent}");
    assert!(silent.contains("=== Phụ lục III · BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM 2024"), "{silent}");
    assert!(silent.contains("=== Phụ lục IV · DANH SÁCH KHEN THƯỞNG NĂM 2024"), "{silent}");
    let given = at(&mut gathered, Stage::TrinhHoiNghi, false, true);
    assert!(given.contains("Được tặng Cờ thi đua hạng nhất (Quyết định số 777/QĐ-TLĐ"), "{given}");
    assert!(
        given.contains(
            "hạng nhì (Quyết định số 777/QĐ-TLĐ ngày 17 tháng 12 năm 2024): Lạng Sơn và Thái Nguyên"
        ),
        "in the order of units: {given}"
    );
    assert!(!given.contains(&total), "{given}");
    let issued = at(&mut gathered, Stage::BanHanh, true, false);
    assert!(!issued.contains("(Trình tại hội nghị)"), "{issued}");
    assert!(issued.contains(&total), "{issued}");
    assert!(
        issued.contains("Đề nghị tặng Bằng khen hạng nhì: Thái Nguyên và Lạng Sơn"),
        "best first: {issued}"
    );
    let unsigned = at(&mut gathered, Stage::BanHanh, false, false);
    assert!(!unsigned.contains(&total), "the stage alone is not enough: {unsigned}");
}

#[test]
fn a_unit_reads_its_own_points_at_once_and_its_rank_when_it_is_public() {
    let case = scored::case();
    let mut gathered = scored::gathered(&case);
    let slip =
        |gathered: &Gathered| plain::text(&plain::of_unit(gathered, "phieu-diem", "bac-kan"));
    let total: Decimal = scored::points(UnitId(1), ScoreOf::Total, ScoreStage::Settled);
    Now { stage: Stage::LayYKien, signed: false, decided: false }.set(&mut gathered);
    let early = slip(&gathered);
    let words = format!("Tổng điểm sau thẩm định: {}.", number::at_most(total, 2));
    assert!(early.contains(&words), "{early}");
    assert!(early.contains("thiếu minh chứng") && !early.contains("Xếp thứ"), "{early}");
    Now { stage: Stage::BanHanh, signed: true, decided: false }.set(&mut gathered);
    assert!(slip(&gathered).contains("Xếp thứ: 2."), "{}", slip(&gathered));
}

#[test]
fn the_proposal_to_the_superior_is_made_when_the_minutes_are_signed() {
    let case = scored::case();
    let mut gathered = scored::gathered(&case);
    let mut is_planned = |stage, signed| {
        Now { stage, signed, decided: false }.set(&mut gathered);
        let composer = Composer::new(plan::material(&gathered, false));
        let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
        let made = plan.jobs.iter().any(|it| it.name == TO_THE_SUPERIOR);
        let file = "to-trinh-khen-thuong-2024.pdf".to_owned();
        assert_ne!(made, plan.needless.contains(&file), "an earlier one is put aside");
        made
    };
    assert!(!is_planned(Stage::BanHanh, false));
    assert!(is_planned(Stage::TrinhHoiNghi, true), "before the conference");
    assert!(is_planned(Stage::BanHanh, true));
}
