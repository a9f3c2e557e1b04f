//! A province with ten blocks of unions: totals of blocks, and papers that hold one block only.

use thidua::finding::failure::Failure;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::figure::FigureId;
use thidua::model::figure::FigureRef;
use thidua::model::id::UnitId;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::model::table::Cell;
use thidua::model::table::How;
use thidua::model::table::RowKind;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;

use crate::case::AN_GIANG;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::form::TARGET;
use crate::plain;

const OF_BLOCK: &str = "thong-bao-giao-chi-tieu-khoi";
const OF_UNIT: &str = "thong-bao-giao-chi-tieu";

/// Two blocks of three provinces each, with all indicators of the shared catalogue.
fn two_blocks() -> Case {
    let case = Case::of(CUM_5);
    let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let mut parts = text.split("[[units]]\n");
    let mut whole = parts.next().unwrap().to_owned();
    for (code, name) in [("khoi-a", "Khối A"), ("khoi-b", "Khối B")] {
        whole += &format!("[[groups]]\ncode = \"{code}\"\nname = \"{name}\"\n\n");
    }
    for (index, part) in parts.enumerate() {
        let block = if index < 3 { "khoi-a" } else { "khoi-b" };
        whole += &format!("[[units]]\ngroup = \"{block}\"\n{part}");
    }
    case.write("campaign.toml", whole);
    case
}

#[test]
fn the_totals_of_blocks_add_up_to_the_whole() {
    for gathered in [two_blocks().gather(), committed(AN_GIANG)] {
        let (campaign, dataset) = (&gathered.declared.campaign, &gathered.dataset);
        let catalogue = &gathered.declared.catalogue;
        let sums = catalogue
            .ids()
            .filter(|id| catalogue[*id].aggregation == thidua::model::catalogue::Aggregation::Sum);
        let mut found = 0;
        for indicator in sums {
            for measure in Measure::ALL {
                let figure = |owner| dataset.figure(FigureId { indicator, measure, owner });
                let groups: Vec<Owner> = campaign.group_ids().map(Owner::Group).collect();
                let total = groups.iter().filter_map(|it| figure(*it).value).sum();
                if let Some(value) = figure(Owner::Cluster).value {
                    assert_eq!(value, total, "{}", catalogue[indicator].code);
                    found += 1;
                }
                for group in campaign.group_ids() {
                    let members = campaign.of_group(group);
                    let parts: Vec<_> =
                        members.filter_map(|it| figure(Owner::Unit(it)).value).collect();
                    let of_group = figure(Owner::Group(group));
                    assert_eq!(of_group.reported as usize, parts.len());
                    assert_eq!(of_group.expected as usize, campaign.of_group(group).count());
                    assert_eq!(of_group.value, (!parts.is_empty()).then(|| parts.iter().sum()));
                }
            }
        }
        assert!(found >= 9, "{found} totals");
    }
}

#[test]
fn a_ratio_of_a_block_is_computed_from_its_own_parts() {
    let gathered = two_blocks().gather();
    let catalogue = &gathered.declared.catalogue;
    let [ratio, of, by] = ["TC15", "TC10", "TC14"].map(|it| catalogue.find(it).unwrap());
    for group in gathered.declared.campaign.group_ids() {
        let value = |indicator| {
            let (measure, owner) = (Measure::Actual, Owner::Group(group));
            gathered.dataset.figure(FigureId { indicator, measure, owner }).value.unwrap()
        };
        assert_eq!(value(ratio), value(of) * rust_decimal::Decimal::ONE_HUNDRED / value(by));
    }
}

#[test]
fn the_total_of_a_block_rests_on_the_cells_of_its_units() {
    let gathered = two_blocks().gather();
    let campaign = &gathered.declared.campaign;
    let indicator = gathered.declared.catalogue.find("TC12").unwrap();
    for group in campaign.group_ids() {
        let (measure, owner) = (Measure::Actual, Owner::Group(group));
        let cells = gathered.dataset.sources(FigureId { indicator, measure, owner });
        let files: Vec<&str> = cells.iter().map(|it| it.file.as_str()).collect();
        let own: Vec<String> =
            campaign.of_group(group).map(|it| crate::case::sent(&campaign[it].code)).collect();
        assert_eq!(files, own);
    }
}

/// Whether a printed figure is of the owner or of a unit of its block.
fn is_own(gathered: &Gathered, figure: FigureRef, owner: Owner) -> bool {
    let campaign = &gathered.declared.campaign;
    let own = |id: FigureId| match (id.owner, owner) {
        (Owner::Unit(unit), Owner::Group(group)) => campaign[unit].group == Some(group),
        (of, owner) => of == owner,
    };
    match figure {
        FigureRef::Base(id) => own(id),
        FigureRef::Derived(it) => own(it.of) && own(it.by),
        FigureRef::Score(_) => false,
    }
}

fn names_no_other(gathered: &Gathered, document: &Document, own: &[UnitId]) {
    let campaign = &gathered.declared.campaign;
    let text = plain::text(document);
    for unit in campaign.unit_ids().filter(|it| !own.contains(it)) {
        let name = &campaign[unit].name;
        assert!(!text.contains(name.as_str()), "{}: {name}\n{text}", document.title);
    }
}

#[test]
fn papers_of_a_block_hold_nothing_of_another() {
    let gathered = committed(AN_GIANG);
    let campaign = &gathered.declared.campaign;
    for group in campaign.group_ids() {
        let owner = Owner::Group(group);
        let document = plain::of(&gathered, OF_BLOCK, false, owner);
        assert!(!document.printed.is_empty());
        assert!(document.printed.iter().all(|it| is_own(&gathered, it.figure, owner)));
        let own: Vec<UnitId> = campaign.of_group(group).collect();
        names_no_other(&gathered, &document, &own);
        let text = plain::text(&document);
        assert!(own.iter().all(|it| text.contains(&campaign[*it].name)), "{text}");
    }
    for unit in campaign.unit_ids() {
        let document = plain::of(&gathered, OF_UNIT, false, Owner::Unit(unit));
        assert!(document.printed.iter().all(|it| is_own(&gathered, it.figure, Owner::Unit(unit))));
        names_no_other(&gathered, &document, &[unit]);
    }
}

#[test]
fn templates_of_a_block_cannot_name_the_others() {
    let case = Case::of(AN_GIANG);
    let path = format!("templates/documents/{OF_BLOCK}/body.md.hbs");
    for name in
        ["{{#each don_vi}}{{ten}}{{/each}}", "{{rieng.thanh_phan}}", "{{so (cua 39 kh.TC12)}}"]
    {
        case.write(&path, name);
        let built = case.try_build(false, &[OF_BLOCK]);
        assert!(matches!(built, Err(Failure::Template(_))), "{name}");
    }
    case.write(
        &path,
        "{{#each khoi_nay.don_vi}}{{ten}}: {{so (cua so_thu_tu ../kh.TC12)}} {{/each}}",
    );
    assert!(case.try_build(false, &[OF_BLOCK]).is_ok());
}

#[test]
fn an_error_refuses_the_papers_of_its_block_only() {
    let case = Case::with(AN_GIANG, "so-tai-chinh", |book| {
        book.sheet("Chỉ tiêu").set("TC12", TARGET, "không rõ");
    });
    let gathered = case.gather();
    let composer = thidua::compose::Composer::new(plan::material(&gathered, false));
    let plan = plan::plan(&gathered, &composer, Wanted::default(), false).unwrap();
    let refused: Vec<&str> = plan.refused.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(
        refused,
        [
            "giao-chi-tieu-khoi/khoi-01.pdf",
            "bang-giao-chi-tieu-2021.xlsx",
            "giao-chi-tieu/so-tai-chinh.pdf",
            "giao-chi-tieu-in-ca-tap.pdf"
        ]
    );
}

#[test]
fn tables_of_the_whole_show_each_block_with_its_total() {
    let gathered = committed(AN_GIANG);
    let document = plain::document(&gathered, "bang-giao-chi-tieu", false);
    let [Block::Table { table }, _] = document.blocks.as_slice() else { panic!("one table") };
    let count = |kind| table.rows.iter().filter(|it| it.kind == kind).count();
    assert_eq!([RowKind::Section, RowKind::Item, RowKind::Total].map(count), [10, 40, 11]);
    let how = |row: usize| match &table.rows[row].cells[2] {
        Cell::Number(number) => number.how.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(how(5), How::Total { over: [(1, 2), (4, 2)] });
    let of_blocks: Vec<(usize, usize)> = (0..10).map(|block| (6 * block + 5, 2)).collect();
    assert_eq!(how(60), How::Balance { add: of_blocks, less: Vec::new() });
}

#[test]
fn a_code_is_of_one_unit_or_of_one_block() {
    let case = two_blocks();
    case.edit(&[("code = \"khoi-a\"", "code = \"cao-bang\"")]);
    let fault = case.try_build(false, &[]).map(|_| ()).unwrap_err();
    let Failure::Toml(faults) = fault else { panic!("{fault:?}") };
    assert!(format!("{faults:?}").contains("Duplicate"), "{faults:?}");
}
