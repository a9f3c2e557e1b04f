//! Words for findings about whose workbook it is, and for which period, in English.

use super::suggestion;
use crate::finding::fact::sender::Again;
use crate::finding::fact::sender::Apart;
use crate::finding::fact::sender::Given;
use crate::finding::fact::sender::Rival;
use crate::finding::fact::sender::SenderFact;
use crate::finding::fact::sender::Target;
use crate::finding::lang::Words;
use crate::finding::phrase::file_name;
use crate::finding::phrase::quoted;
use crate::finding::phrase::replaces;
use crate::model::standing::Arrival;
use crate::model::standing::Told;
use crate::text::date::Date;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &SenderFact) -> Words {
    match fact {
        SenderFact::UnknownUnit { typed, nearest, candidates } if candidates.is_empty() => {
            unknown_unit(typed, nearest.as_deref())
        }
        SenderFact::UnknownUnit { typed, nearest: _, candidates } => Words::new(
            format!("{} may mean {}", quoted(typed), candidates.join(" or ")),
            "type the whole name, with its marks, on sheet “Thông tin chung”, or give the code",
        ),
        SenderFact::ContradictingUnit { name, code } => Words::new(
            format!(
                "the name {} and the code {} are those of two different units",
                quoted(name),
                quoted(code)
            ),
            "mend the name or the code on sheet “Thông tin chung”",
        ),
        SenderFact::DuplicateUnit { unit, file, others, described } => {
            duplicate_unit(unit, file, others, *described)
        }
        SenderFact::SameFile { others, named } => same_file(others, named.as_deref()),
        SenderFact::LastYearsFile { period, again } => last_years_file(period, again),
        SenderFact::Late { deadline, arrival } => late(*deadline, *arrival),
        SenderFact::WaiverUnused { number, unit, about, candidates } => {
            waiver_unused(*number, unit, about, candidates)
        }
        SenderFact::WaiverNotAllowed { number, unit, about } => Words::new(
            format!(
                "waiver {number} of campaign.toml ({unit}: {}) accepts what nobody can accept",
                target(about)
            ),
            "delete the waiver and ask the unit to mend its file; only warnings can be accepted, \
             and numbers read for certain that pass a limit or break a rule",
        ),
        SenderFact::MissingUnit { unit, code } => Words::new(
            format!("there are no figures from {unit} yet"),
            format!("remind the unit; its file goes into submissions, for instance {code}.xlsx"),
        ),
        SenderFact::WrongPeriod { found, expected } => wrong_period(found, expected),
        SenderFact::WrongCampaign { cluster, period, expected_cluster, expected_period } => {
            Words::new(
                format!(
                    "the form was made for {}, period {}; this is {expected_cluster}, period \
                     {expected_period}",
                    quoted(cluster),
                    quoted(period)
                ),
                "fill this period's figures into the form made for this period",
            )
        }
        SenderFact::TitleContradicts { title, expected } => Words::new(
            format!("the table is titled {}, but the file is taken for {expected}", quoted(title)),
            "see whose figures of which period the table holds; mend the title, or send the right \
             file",
        ),
        SenderFact::WrongFormVersion { found, expected } => Words::new(
            format!("the form is version {}, the one in use is “{expected}”", quoted(found)),
            "compare its rows and columns with the form in use; where they differ, move the \
             figures there",
        ),
    }
}

fn unknown_unit(typed: &str, nearest: Option<&str>) -> Words {
    if typed.is_empty() {
        return Words::new(
            "the file does not say which unit it is from",
            suggestion(nearest, "type the name of the unit on sheet “Thông tin chung”"),
        );
    }
    let otherwise = "mend the name on sheet “Thông tin chung”, or add this spelling to aliases in \
                     campaign.toml";
    Words::new(
        format!("{} is not among the units of this period", quoted(typed)),
        suggestion(nearest, otherwise),
    )
}

fn wrong_period(found: &str, expected: &str) -> Words {
    if found.is_empty() {
        return Words::new(
            format!("the file does not say its period; this period is “{expected}”"),
            format!("type “{expected}” at “Kỳ số liệu” on sheet “Thông tin chung”"),
        );
    }
    Words::new(
        format!("the file is for the period {}, this period is “{expected}”", quoted(found)),
        "send the file of this period; if only the name is wrong, mend “Kỳ số liệu” on sheet \
         “Thông tin chung”",
    )
}

fn duplicate_unit(unit: &str, file: &str, others: &[Rival], described: bool) -> Words {
    let apart: Vec<String> = others.iter().map(rival).collect();
    let message = format!("{unit} sent several files; {}", apart.join("; "));
    if others.iter().all(|it| it.apart == Apart::Nothing) {
        return Words::new(message, "keep one of them, move its double out of submissions");
    }
    let place = if described {
        "add this line to its entry in campaign.toml"
    } else {
        "add these lines at the end of campaign.toml"
    };
    let hint = format!("ask the unit which file counts; if it is this one, {place}");
    Words::new(message, hint).with_lines(replaces(file, others, described))
}

fn rival(rival: &Rival) -> String {
    let file = file_name(&rival.file);
    let (first, more) = match &rival.apart {
        Apart::Nothing => return format!("the file {file} is the same to the byte"),
        Apart::NoFigure => return format!("the file {file} has the same figures"),
        Apart::Cells { first, more } => (first, more),
    };
    let text = |it: &Given| match it {
        Given::Nothing => "no number".to_owned(),
        Given::Number(number) => number::plain(*number),
        Given::Words(words) => quoted(words),
    };
    let mut cells: Vec<String> = first
        .iter()
        .map(|it| {
            format!("{} {} ({}, there {})", it.code, it.cell, text(&it.here), text(&it.there))
        })
        .collect();
    if *more > 0 {
        cells.push(format!("and {more} more"));
    }
    format!("the file {file} differs in {} cells: {}", first.len() + more, cells.join(", "))
}

fn same_file(others: &[String], named: Option<&str>) -> Words {
    let others: Vec<&str> = others.iter().map(|it| file_name(it)).collect();
    let others = others.join(", ");
    match named {
        Some(named) => Words::new(
            format!("the file bears the name of {named} but is the same to the byte as {others}"),
            format!("ask {named} to send its own file"),
        ),
        None => Words::new(
            format!("the file is the same to the byte as {others}"),
            "keep one of them; if two units sent it, ask the one that sent the wrong file",
        ),
    }
}

fn last_years_file(period: &str, again: &Again) -> Words {
    let message = match again {
        Again::Bytes { file } => {
            format!("this is the very file {} that was sent for {period}", file_name(file))
        }
        Again::Figures { count } => {
            format!("all {count} numbers of column “Thực hiện” are those reported for {period}")
        }
    };
    Words::new(message, "ask the unit for the figures of this period")
}

fn late(deadline: Date, arrival: Arrival) -> Words {
    let (day, deadline) = (arrival.day.numeric(), deadline.numeric());
    match arrival.by {
        Told::Campaign => Words::new(
            format!("the file came on {day}, after the last day {deadline}"),
            "no figure need be mended; if the day is wrong, mend `received` in campaign.toml",
        ),
        Told::Form => Words::new(
            format!("the report behind the file is dated {day}, after the last day {deadline}"),
            "no figure need be mended; if the file came earlier, give the day as `received` in \
             campaign.toml",
        ),
    }
}

fn waiver_unused(number: usize, unit: &str, about: &Target, candidates: &[Target]) -> Words {
    let message =
        format!("waiver {number} of campaign.toml ({unit}: {}) fits no finding", target(about));
    if candidates.is_empty() {
        return Words::new(message, "if the figures have been mended, delete the waiver");
    }
    let candidates: Vec<String> = candidates.iter().map(target).collect();
    let hint = format!(
        "the unit has: {}; mend the waiver's cell and rule, or delete the waiver",
        candidates.join("; ")
    );
    Words::new(message, hint)
}

/// `rule-broken, rule K5-qua-tet, cell F45`.
fn target(it: &Target) -> String {
    let mut parts = vec![it.finding.clone()];
    parts.extend(it.rule.as_ref().map(|rule| format!("rule {rule}")));
    parts.push(it.cell.as_ref().map_or("whole file".to_owned(), |cell| format!("cell {cell}")));
    parts.join(", ")
}
