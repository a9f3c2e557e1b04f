//! Tests of sums, ratios and means.

use proptest::prelude::*;

use super::*;
use crate::model::campaign::Cluster;
use crate::model::campaign::Pledge;
use crate::model::campaign::Report;
use crate::model::campaign::Stage;
use crate::model::campaign::Unit;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Group;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Time;
use crate::model::conference::Conference;
use crate::model::document::Signer;
use crate::model::figure::FigureId;
use crate::model::id::UnitId;
use crate::model::marks::OwnMarks;
use crate::model::meeting::Meeting;
use crate::model::owner::Owner;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::model::place::Address;
use crate::model::submission::About;
use crate::model::submission::FormCell;
use crate::model::submission::FormRow;
use crate::model::submission::FoundBy;
use crate::model::submission::Reading;
use crate::model::submission::Submission;
use crate::model::succession::Successions;
use crate::model::value::Rejection;
use crate::model::value::Value;
use crate::text::money::MoneyUnit;

/// A count, another, the percentage of the two, a weight, a mean by it, a percentage of nothing.
const PART: IndicatorId = IndicatorId(0);
const WHOLE: IndicatorId = IndicatorId(1);
const SHARE: IndicatorId = IndicatorId(2);
const PEOPLE: IndicatorId = IndicatorId(3);
const WAGE: IndicatorId = IndicatorId(4);
const TYPED: IndicatorId = IndicatorId(5);

fn indicator(code: &str, kind: Kind, aggregation: Aggregation) -> Indicator {
    Indicator {
        code: code.to_owned(),
        name: code.to_owned(),
        group: 0,
        unit: String::new(),
        kind,
        time: Time::Flow,
        aggregation,
        direction: Direction::Up,
        required: Vec::new(),
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
        phrase: String::new(),
        none: String::new(),
    }
}

fn catalogue() -> Catalogue {
    let share = Aggregation::Ratio { numerator: PART, denominator: WHOLE };
    let indicators = vec![
        indicator("A1", Kind::Count, Aggregation::Sum),
        indicator("A2", Kind::Count, Aggregation::Sum),
        indicator("A3", Kind::Percent, share),
        indicator("A4", Kind::Count, Aggregation::Sum),
        indicator("A5", Kind::Average, Aggregation::WeightedMean { weight: PEOPLE }),
        indicator("A6", Kind::Percent, Aggregation::None),
    ];
    Catalogue::new("thu".to_owned(), vec![Group { title: String::new() }], indicators, Vec::new())
}

fn unit(index: usize) -> Unit {
    Unit {
        code: format!("tinh-{index}"),
        name: format!("Tỉnh {index}"),
        full_name: String::new(),
        heading: Vec::new(),
        identity: String::new(),
        group: None,
        place: String::new(),
        aliases: Vec::new(),
        signer: Signer::default(),
        own_data: serde_json::Value::Null,
    }
}

fn campaign(units: usize) -> Campaign {
    let (text, lines) = (String::new, Vec::new);
    Campaign {
        name: text(),
        catalogue: text(),
        look: text(),
        stage: Stage::default(),
        cluster: Cluster {
            name: text(),
            full_name: text(),
            heading: lines(),
            word: String::new(),
            head_title: String::new(),
            deputy_title: String::new(),
            table_symbol: String::new(),
            members: text(),
            superior: text(),
            superior_heading: lines(),
            emblem: None,
        },
        period: Period { year: 2024, span: Span::Full },
        units: (0..units).map(unit).collect(),
        names: crate::model::unit_names::UnitNames::default(),
        report: Report {
            head: UnitId(0),
            theme: text(),
            number: None,
            symbol: text(),
            date: None,
            addressees: lines(),
            context: lines(),
            movements: lines(),
            programmes: lines(),
            activities: lines(),
            strengths: lines(),
            weaknesses: lines(),
            lessons: lines(),
            solutions: lines(),
        },
        conference: Conference::default(),
        recipients: Vec::new(),
        pledge: Pledge {
            year: 2025,
            theme: text(),
            date: None,
            place: None,
            head: None,
            deputy: None,
            parties: Vec::new(),
            contents: Vec::new(),
            levels: Vec::new(),
            organisation: lines(),
            legal_bases: lines(),
            witness: None,
        },
        collection: crate::model::collection::Collection::default(),
        predecessor: None,
        half_year: None,
        office: None,
        bodies: Vec::new(),
        papers: Vec::new(),
        groups: Vec::new(),
        successions: Successions::default(),
        scope_changes: Vec::new(),
        scoring: None,
        meeting: Meeting::default(),
        ballots: Vec::new(),
        awards: Vec::new(),
        issued: Vec::new(),
        own_data: serde_json::Value::Null,
    }
}

/// What a unit sent: one value of this year per indicator.
fn sent(unit: u32, values: &[(IndicatorId, Value)]) -> Submission {
    let row = |(id, value): &(IndicatorId, Value)| {
        let cell = FormCell { sheet: 0, at: Address { row: id.0, column: 5 } };
        let reading = Reading {
            measure: Measure::Actual,
            cell,
            text: format!("{value:?}"),
            value: value.clone(),
            from_text: false,
            format: None,
        };
        FormRow {
            indicator: Some(*id),
            found_by: FoundBy::Code,
            code: String::new(),
            label: String::new(),
            unit_text: String::new(),
            name_cell: cell,
            unit_cell: cell,
            readings: vec![reading],
        }
    };
    Submission {
        file: format!("submissions/{unit}.xlsx"),
        unit: Some(UnitId(unit)),
        about: About::default(),
        sheets: vec!["Số liệu".to_owned()],
        measures: vec![Measure::Actual],
        rows: values.iter().map(row).collect(),
        remarks: Vec::new(),
        own_marks: OwnMarks::default(),
    }
}

fn number(value: i64) -> Value {
    Value::Number(value.into())
}

fn of(units: usize, submissions: &[Submission]) -> Dataset {
    let submissions = Submissions::from(submissions.to_vec());
    aggregate(&campaign(units), &catalogue(), &submissions, &Earlier::default())
}

fn cluster(dataset: &Dataset, id: IndicatorId) -> Figure {
    dataset.column(Measure::Actual, id).cluster.clone()
}

#[test]
fn foundations_come_first_wherever_they_are_listed() {
    let ratio = |numerator, denominator| Aggregation::Ratio { numerator, denominator };
    let indicators = vec![
        indicator("OF1", Kind::Average, ratio(IndicatorId(1), IndicatorId(2))),
        indicator("OF2", Kind::Average, ratio(IndicatorId(2), IndicatorId(3))),
        indicator("A1", Kind::Count, Aggregation::Sum),
        indicator("A2", Kind::Count, Aggregation::Sum),
    ];
    let catalogue = Catalogue::new("thu".to_owned(), Vec::new(), indicators, Vec::new());
    let order: Vec<u32> = foundations_first(&catalogue).iter().map(|it| it.0).collect();
    assert_eq!(order, [2, 3, 1, 0]);
}

#[test]
fn missing_and_rejected_are_not_zero() {
    let submissions = [
        sent(0, &[(PART, number(5))]),
        sent(1, &[(PART, Value::Missing)]),
        sent(2, &[(PART, Value::Rejected(Rejection::Words))]),
    ];
    let dataset = of(4, &submissions);
    let sum = cluster(&dataset, PART);
    assert_eq!((sum.value, sum.reported, sum.expected), (Some(5.into()), 1, 4));
    let nobody = cluster(&dataset, WHOLE);
    assert_eq!((nobody.value, nobody.reported, nobody.expected), (None, 0, 4));
    let zero = of(1, &[sent(0, &[(PART, number(0))])]);
    assert_eq!(cluster(&zero, PART).value, Some(Decimal::ZERO), "a zero that was sent is a number");
}

#[test]
fn a_unit_that_sent_twice_counts_for_nothing() {
    let twice = [
        sent(0, &[(PART, number(5))]),
        sent(0, &[(PART, number(7))]),
        sent(1, &[(PART, number(1))]),
    ];
    let sum = cluster(&of(2, &twice), PART);
    assert_eq!((sum.value, sum.reported), (Some(Decimal::ONE), 1));
}

#[test]
fn a_ratio_is_recomputed_from_the_sums() {
    let dataset = of(
        2,
        &[
            sent(0, &[(PART, number(1)), (WHOLE, number(2)), (SHARE, number(99))]),
            sent(1, &[(PART, number(1)), (WHOLE, number(8)), (SHARE, number(99))]),
        ],
    );
    // Neither the mean of 50 and 12,5 nor what was typed.
    assert_eq!(cluster(&dataset, SHARE).value, Some(Decimal::from(20)));
    let units = &dataset.column(Measure::Actual, SHARE).units;
    assert_eq!(units[0].value, Some(Decimal::from(50)), "parts win over what was typed");
    assert_eq!(units[0].origin, Origin::Ratio { numerator: PART, denominator: WHOLE });
}

#[test]
fn a_ratio_without_its_parts_is_what_the_unit_says_and_blank_for_the_cluster() {
    let dataset = of(2, &[sent(0, &[(SHARE, number(85))]), sent(1, &[(SHARE, number(95))])]);
    let column = dataset.column(Measure::Actual, SHARE);
    assert_eq!(column.units[0].value, Some(Decimal::from(85)));
    assert_eq!(column.cluster.value, None, "percentages are never averaged");
    let typed = of(2, &[sent(0, &[(TYPED, number(85))]), sent(1, &[(TYPED, number(95))])]);
    assert_eq!(cluster(&typed, TYPED).value, None, "nor summed");
}

#[test]
fn a_ratio_of_sums_over_different_units_is_blank() {
    let dataset =
        of(2, &[sent(0, &[(PART, number(1)), (WHOLE, number(2))]), sent(1, &[(WHOLE, number(8))])]);
    let share = cluster(&dataset, SHARE);
    assert_eq!((share.value, share.reported, share.expected), (None, 1, 2));
    assert_eq!(cluster(&dataset, WHOLE).value, Some(Decimal::TEN));
}

#[test]
fn nothing_is_divided_by_zero() {
    let dataset = of(1, &[sent(0, &[(PART, number(0)), (WHOLE, number(0))])]);
    assert_eq!(cluster(&dataset, SHARE).value, None);
    let dataset = of(1, &[sent(0, &[(WAGE, number(9)), (PEOPLE, number(0))])]);
    assert_eq!(cluster(&dataset, WAGE).value, None);
}

#[test]
fn a_mean_is_weighted_by_what_the_same_units_report() {
    let dataset = of(
        3,
        &[
            sent(0, &[(WAGE, number(10)), (PEOPLE, number(1))]),
            sent(1, &[(WAGE, number(20)), (PEOPLE, number(3))]),
            sent(2, &[(WAGE, number(1_000_000))]),
        ],
    );
    let wage = cluster(&dataset, WAGE);
    assert_eq!(wage.value, Some(Decimal::new(175, 1)));
    assert_eq!((wage.reported, wage.expected), (2, 3), "without a weight a unit has no say");
}

#[test]
fn a_sum_leads_back_to_every_cell() {
    let dataset = of(2, &[sent(0, &[(PART, number(5))]), sent(1, &[(PART, number(7))])]);
    let id = FigureId { indicator: PART, measure: Measure::Actual, owner: Owner::Cluster };
    let files: Vec<&str> = dataset.sources(id).iter().map(|it| it.file.as_str()).collect();
    assert_eq!(files, ["submissions/0.xlsx", "submissions/1.xlsx"]);
    assert!(dataset.sources(id).iter().all(|it| it.cell == "F1" && it.sheet == "Số liệu"));
}

#[test]
fn a_sum_too_large_for_a_number_is_blank() {
    let largest = || Value::Number(Decimal::MAX);
    let dataset = of(2, &[sent(0, &[(PART, largest())]), sent(1, &[(PART, largest())])]);
    assert_eq!(cluster(&dataset, PART).value, None);
}

/// What units may send of a count: mostly numbers, some with decimals, some nothing.
fn values() -> impl Strategy<Value = Vec<Option<Decimal>>> {
    let number = (-1_000_000_000_i64..1_000_000_000, 0_u32..4);
    let value = proptest::option::weighted(0.8, number.prop_map(|(it, at)| Decimal::new(it, at)));
    proptest::collection::vec(value, 1..15)
}

proptest! {
    #[test]
    fn sums_do_not_depend_on_the_order_of_files(values in values(), turn in 0_usize..15) {
        let mut submissions: Vec<Submission> = (0_u32..)
            .zip(&values)
            .map(|(unit, value)| sent(unit, &[(PART, value.map_or(Value::Missing, Value::Number))]))
            .collect();
        let before = of(values.len(), &submissions);
        submissions.reverse();
        let turn = turn % submissions.len();
        submissions.rotate_left(turn);
        let after = of(values.len(), &submissions);
        prop_assert_eq!(cluster(&before, PART), cluster(&after, PART));
        let expected: Vec<Decimal> = values.iter().flatten().copied().collect();
        let sum = cluster(&after, PART);
        prop_assert_eq!(sum.value, (!expected.is_empty()).then(|| expected.iter().sum()));
        prop_assert_eq!(sum.reported as usize, expected.len());
        prop_assert_eq!(sum.expected as usize, values.len());
    }

    #[test]
    fn a_ratio_lies_between_those_of_the_units(pairs in proptest::collection::vec((0_u32..1000, 1_u32..1000), 1..10)) {
        let submissions: Vec<Submission> = (0_u32..)
            .zip(&pairs)
            .map(|(unit, (part, whole))| {
                sent(unit, &[(PART, number((*part).into())), (WHOLE, number((*whole).into()))])
            })
            .collect();
        let dataset = of(pairs.len(), &submissions);
        let column = dataset.column(Measure::Actual, SHARE);
        let units = || column.units.iter().filter_map(|it| it.value);
        let whole = column.cluster.value.unwrap();
        // A quotient is rounded in its 28th digit.
        let hair = Decimal::new(1, 20);
        prop_assert!(units().min().unwrap() - hair <= whole && whole <= units().max().unwrap() + hair);
    }
}
