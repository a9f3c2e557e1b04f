//! Sentences over a small dataset: every way in which figures can stand to each other.

use proptest::prelude::*;

use super::*;
use crate::assets::templates::Templates;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Group;
use crate::model::dataset::Column;
use crate::model::dataset::Dataset;
use crate::model::dataset::Figure;
use crate::model::dataset::Origin;
use crate::model::dataset::Years;
use crate::model::id::IndicatorId;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::template::library::Library;
use crate::text::money::MoneyUnit;

const EVERYTHING: Parts = Parts { target: true, change: true, units: true };

/// One indicator, and what the cluster and its units have: this year, target, last year.
#[derive(Debug)]
struct Case {
    kind: Kind,
    direction: Direction,
    none: &'static str,
    parted: Option<Parted>,
    cluster: [Option<Decimal>; 3],
    units: Vec<[Option<Decimal>; 3]>,
}

fn dec(text: &str) -> Option<Decimal> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// A count of which more is better; `""` is missing.
fn count(actual: &str, target: &str, previous: &str) -> Case {
    Case {
        kind: Kind::Count,
        direction: Direction::Up,
        none: "",
        parted: None,
        cluster: [actual, target, previous].map(dec),
        units: vec![],
    }
}

fn share(actual: &str, target: &str, previous: &str) -> Case {
    Case { kind: Kind::Percent, ..count(actual, target, previous) }
}

fn limit(actual: &str, target: &str, previous: &str) -> Case {
    let direction = Direction::Down;
    Case { direction, none: "không xảy ra đình công", ..count(actual, target, previous) }
}

impl Case {
    fn with_units(self, units: &[[&str; 3]]) -> Self {
        Self { units: units.iter().map(|it| it.map(dec)).collect(), ..self }
    }

    fn parted(self, parted: Parted) -> Self {
        Self { parted: Some(parted), ..self }
    }

    fn catalogue(&self) -> Catalogue {
        let phrase = match (self.kind, self.direction) {
            (Kind::Percent, _) => "tỷ lệ kết nạp là {so}",
            (_, Direction::Down) => "xảy ra {so} vụ đình công",
            (_, Direction::Up) => "kết nạp mới {so} đoàn viên",
        };
        let indicator = Indicator {
            code: "TC12".to_owned(),
            name: "Đoàn viên kết nạp mới".to_owned(),
            group: 0,
            unit: "người".to_owned(),
            kind: self.kind,
            time: Time::Flow,
            aggregation: Aggregation::Sum,
            direction: self.direction,
            required: vec![Measure::Actual],
            decimals: 0,
            min: None,
            max: None,
            parts: Vec::new(),
            subset_of: None,
            comparable: true,
            money_unit: MoneyUnit::Dong,
            office: String::new(),
            aliases: Vec::new(),
            continuity: None,
            note: String::new(),
            phrase: phrase.to_owned(),
            none: self.none.to_owned(),
        };
        let groups = vec![Group { title: String::new() }];
        Catalogue::new("thu".to_owned(), groups, vec![indicator], Vec::new())
    }

    fn dataset(&self) -> Dataset {
        let figure = |value| Figure { value, origin: Origin::Sum, reported: 1, expected: 1 };
        let measures = [Measure::Actual, Measure::Target, Measure::Previous];
        let empty = Column {
            units: vec![figure(None); self.units.len()],
            groups: Vec::new(),
            cluster: figure(None),
        };
        let mut columns = vec![empty; Measure::ALL.len()];
        for (at, measure) in measures.into_iter().enumerate() {
            columns[Dataset::position(1, measure, IndicatorId(0))] = Column {
                units: self.units.iter().map(|it| figure(it[at])).collect(),
                groups: Vec::new(),
                cluster: figure(self.cluster[at]),
            };
        }
        let parted = self.parted.map(|it| (IndicatorId(0), it)).into_iter().collect();
        let years = Years { parted, ..Years::default() };
        Dataset::new(1, columns, Vec::new(), Vec::new()).with_years(years)
    }

    /// The sentences of one paper that says this so many times.
    fn said(&self, times: usize, draft: bool) -> Vec<String> {
        let library = Library::read(&Templates::default()).unwrap();
        let (catalogue, dataset) = (self.catalogue(), self.dataset());
        let session = Session::new(Results::of(&dataset), &catalogue, &library, draft).named(vec![
            "Cao Bằng",
            "Bắc Kạn",
            "Lạng Sơn",
            "Hà Giang",
            "Sơn La",
            "Yên Bái",
        ]);
        let owner = Owner::Cluster;
        let id = FigureId { indicator: IndicatorId(0), measure: Measure::Actual, owner };
        (0..times).map(|_| mark::words(&of(&session, id, EVERYTHING))).collect()
    }

    #[track_caller]
    fn says(&self, expected: &str) {
        assert_eq!(self.said(1, false), [expected]);
    }
}

#[test]
fn what_was_done_is_held_against_target_and_year_before() {
    count("105", "100", "100")
        .says("Kết nạp mới 105 đoàn viên, đạt 105% chỉ tiêu, tăng 5% so với năm trước.");
    count("95", "100", "100")
        .says("Kết nạp mới 95 đoàn viên, mới đạt 95% chỉ tiêu, giảm 5% so với năm trước.");
    count("100", "100", "100")
        .says("Kết nạp mới 100 đoàn viên, đạt đúng chỉ tiêu đề ra, bằng năm trước.");
    // 99,96 % is not 100 %.
    count("2499", "2500", "").says("Kết nạp mới 2.499 đoàn viên, mới đạt 99,96% chỉ tiêu.");
    count("2499", "", "2500").says("Kết nạp mới 2.499 đoàn viên, xấp xỉ năm trước.");
    count("105", "0", "").says("Kết nạp mới 105 đoàn viên.");
    share("80.25", "75", "78").says(
        "Tỷ lệ kết nạp là 80,25%, vượt chỉ tiêu 75%, tăng 2,25 điểm phần trăm so với năm trước.",
    );
    share("70", "75", "70").says("Tỷ lệ kết nạp là 70%, chưa đạt chỉ tiêu 75%, bằng năm trước.");
    share("0", "75", "").says("Tỷ lệ kết nạp là 0%, chưa đạt chỉ tiêu 75%.");
}

#[test]
fn what_is_missing_leaves_no_hole() {
    count("105", "", "").says("Kết nạp mới 105 đoàn viên.");
    count("", "100", "100").says("");
    assert_eq!(count("", "100", "").said(1, true), ["Kết nạp mới (chưa có số liệu) đoàn viên."]);
}

#[test]
fn nothing_is_said_in_words_and_not_as_a_percentage() {
    count("0", "100", "90")
        .says("Chưa có đoàn viên kết nạp mới, chưa thực hiện được chỉ tiêu đề ra (năm trước có).");
    count("0", "", "0").says("Chưa có đoàn viên kết nạp mới.");
    count("5", "", "0").says("Kết nạp mới 5 đoàn viên (năm trước không có).");
    limit("0", "", "3").says("Không xảy ra đình công (năm trước có).");
    limit("0", "0", "0").says("Không xảy ra đình công, bằng mức đề ra.");
    limit("2", "0", "0").says("Xảy ra 2 vụ đình công, nhiều hơn mức đề ra (năm trước không có).");
    limit("2", "3", "4")
        .says("Xảy ra 2 vụ đình công, ít hơn mức đề ra, giảm 50% so với năm trước.");
}

#[test]
fn years_that_do_not_compare_are_not_compared() {
    count("5", "", "90")
        .parted(Parted::ByScope(0))
        .says("Kết nạp mới 5 đoàn viên (không so sánh với năm trước do thay đổi phạm vi).");
    count("5", "", "90")
        .with_units(&[["5", "", "45"], ["", "", "45"]])
        .says("Kết nạp mới 5 đoàn viên (chưa so sánh với năm trước do chưa đủ số liệu).");
    count("5", "", "90").parted(Parted::ByCatalogue).says("Kết nạp mới 5 đoàn viên.");
    count("5", "", "-90").says("Kết nạp mới 5 đoàn viên.");
    count("-5", "", "90").says("Kết nạp mới -5 đoàn viên.");
}

#[test]
fn units_are_named_by_what_they_reached_of_their_own_target() {
    let whole = || count("300", "", "");
    whole()
        .with_units(&[["110", "100", ""], ["90", "100", ""], ["100", "80", ""]])
        .says("Kết nạp mới 300 đoàn viên; cao nhất là Lạng Sơn (125%); chưa đạt chỉ tiêu có Bắc Kạn (90%).");
    whole()
        .with_units(&[["110", "100", ""], ["11", "10", ""], ["100", "100", ""]])
        .says("Kết nạp mới 300 đoàn viên; các đơn vị đều đạt hoặc vượt chỉ tiêu, cao nhất là Cao Bằng (110%) và Bắc Kạn (110%).");
    whole().with_units(&[["90", "100", ""], ["80", "100", ""]]).says(
        "Kết nạp mới 300 đoàn viên; chưa đơn vị nào đạt chỉ tiêu, cao nhất là Cao Bằng (90%).",
    );
    // One without a target may have done anything: nobody says "all".
    whole()
        .with_units(&[["110", "100", ""], ["105", "100", ""], ["5", "", ""]])
        .says("Kết nạp mới 300 đoàn viên; cao nhất là Cao Bằng (110%).");
    let many = [
        ["9", "10", ""],
        ["8", "10", ""],
        ["7", "10", ""],
        ["6", "10", ""],
        ["5", "10", ""],
        ["11", "10", ""],
    ];
    whole()
        .with_units(&many)
        .says("Kết nạp mới 300 đoàn viên; cao nhất là Yên Bái (110%), còn nhiều đơn vị chưa đạt chỉ tiêu.");
    // All alike, or alone: nobody stands highest.
    whole().with_units(&[["10", "10", ""], ["20", "20", ""]]).says("Kết nạp mới 300 đoàn viên.");
    whole().with_units(&[["10", "9", ""]]).says("Kết nạp mới 300 đoàn viên.");
    limit("3", "", "").with_units(&[["1", "1", ""], ["2", "1", ""]]).says("Xảy ra 3 vụ đình công.");
}

#[test]
fn the_same_thing_is_not_said_in_the_same_words_twice_running() {
    for case in [count("105", "100", "100"), count("95", "100", "100"), share("80", "75", "70")] {
        let said = case.said(10, false);
        assert!(said.windows(2).all(|it| it[0] != it[1]), "{said:#?}");
        assert_eq!(said, case.said(10, false));
    }
}

fn any_case() -> impl Strategy<Value = Case> {
    let figure = || prop_oneof![Just(None), (-3..30_i64).prop_map(|it| Some(Decimal::from(it)))];
    let three = || [figure(), figure(), figure()];
    let kind = prop_oneof![Just(Kind::Count), Just(Kind::Percent), Just(Kind::Money)];
    let direction = prop_oneof![Just(Direction::Up), Just(Direction::Down)];
    let units = prop::collection::vec(three(), 0..6);
    (kind, direction, three(), units).prop_map(|(kind, direction, cluster, units)| Case {
        kind,
        direction,
        none: "",
        parted: None,
        cluster,
        units,
    })
}

proptest! {
    #[test]
    fn words_never_contradict_the_signs(case in any_case()) {
        let [actual, target, previous] = case.cluster;
        for said in case.said(7, false) {
            prop_assert!(!said.contains("tăng -") && !said.contains("giảm -"), "{}", said);
            prop_assert!(!said.contains("tăng 0%") && !said.contains("giảm 0%"), "{}", said);
            prop_assert!(!said.contains("  ") && !said.contains(['{', '}']), "{}", said);
            prop_assert!(!said.contains("()") && !said.contains(" ,") && !said.contains(",,"), "{}", said);
            prop_assert!(!said.contains(mark::OPEN) && !said.contains("chưa có số liệu"), "{}", said);
            let Some(actual) = actual else { prop_assert!(said.is_empty()); continue };
            prop_assert!(said.ends_with('.'));
            let change = previous.map(|it| actual.cmp(&it));
            if said.contains("tăng ") { prop_assert_eq!(change, Some(std::cmp::Ordering::Greater)); }
            if said.contains("giảm ") { prop_assert_eq!(change, Some(std::cmp::Ordering::Less)); }
            if case.direction == Direction::Up && said.contains("vượt chỉ tiêu (") {
                prop_assert!(target.is_some_and(|it| actual > it), "{}", said);
            }
            if said.contains("mới đạt") { prop_assert!(target.is_some_and(|it| actual < it), "{}", said); }
        }
    }
}
