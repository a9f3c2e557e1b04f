//! Words for findings about finished papers, in English.

use crate::finding::fact::paper::Force;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::paper::Slip;
use crate::finding::fact::paper::Spot;
use crate::finding::lang::Words;
use crate::finding::phrase::few;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::text::claims::Hedge;

pub(super) fn fact(fact: &PaperFact) -> Words {
    match fact {
        PaperFact::Words { slip, spot } => {
            let message = format!("{}: {}", place(spot), message(slip));
            Words::new(message, format!("{}{}", way(spot), hint(slip)))
        }
        PaperFact::IssuedPaperWouldChange { issued, entry, figures } => Words::new(
            format!("{issued} was issued, and its figures or words are others now{}", {
                if figures.is_empty() { String::new() } else { format!(": {}", few(figures)) }
            }),
            format!(
                "the issued paper stays as it is; an error of content asks for a paper that replaces \
                 it, an error of print for a letter of correction: put one of these lines into \
                 [[issued]] number {entry}"
            ),
        )
        .with_lines(vec!["remedy = \"replace\"".to_owned(), "remedy = \"correct\"".to_owned()]),
        PaperFact::LookBeyondLaw { key, value, least, most, point, line } => Words::new(
            format!(
                "line {line}: {key} = {value}, but Nghị định 30/2020/NĐ-CP (Phụ lục I, {point}) says {}",
                match most {
                    Some(most) if most == least => most.clone(),
                    Some(most) => format!("{least} to {most}"),
                    None => format!("{least} or more"),
                }
            ),
            "keep to it, or leave it if the office has a rule of its own",
        ),
    }
}

fn place(spot: &Spot) -> String {
    let words = quoted(&spot.words);
    if spot.part.is_empty() { words } else { format!("under {}, {words}", quoted(&spot.part)) }
}

fn way(spot: &Spot) -> String {
    spot.typed.as_ref().map_or_else(String::new, |it| format!("in {}, line {}: ", it.file, it.line))
}

fn message(slip: &Slip) -> String {
    match slip {
        Slip::NumberByHand { number } => {
            format!("{} was typed, and is no figure of this campaign", quoted(number))
        }
        Slip::TwoFigures { number, figure, printed } => {
            format!("{} was typed, but {} is {printed}", quoted(number), named(figure))
        }
        Slip::HedgeLies { hedge, number, value } => {
            format!("{} stands before {}, but the figure is {value}", word(*hedge), quoted(number))
        }
        Slip::DifferenceWrong { difference, from, to, computed } => {
            format!("a difference of {difference}, but from {from} to {to} it is {computed}")
        }
        Slip::OldYear { year, now } => format!("the year {year}, in a campaign of {now}"),
        Slip::OldTheme { year, .. } => format!("this is the theme of {year}"),
        Slip::BasisNotInForce { cited, force, dated, .. } => format!(
            "rests on {}, {}, but the paper is of {}",
            quoted(cited),
            since(*force),
            dated.numeric()
        ),
        Slip::RegulationNotInForce { cited, force, dated, .. } => format!(
            "names {}, {}, but the paper is of {}",
            quoted(cited),
            since(*force),
            dated.numeric()
        ),
        Slip::ProvinceNotInForce { name, on, into } => {
            format!("the province {name} has been {into} since {}", on.numeric())
        }
        Slip::MixedSpelling { keep, other } => {
            format!("{} here, {} elsewhere", quoted(other), quoted(keep))
        }
    }
}

fn word(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Below => "“gần” (less than)",
        Hedge::Above => "“hơn” or “trên” (more than)",
        Hedge::Around | Hedge::Exact => "“khoảng” (about)",
    }
}

fn since(force: Force) -> String {
    match force {
        Force::Ended(day) => format!("which was in force until {} only", day.numeric()),
        Force::NotYet(day) => format!("which is in force from {} only", day.numeric()),
    }
}

fn hint(slip: &Slip) -> String {
    match slip {
        Slip::NumberByHand { .. } => {
            "check the number; what the form holds is better printed by the template, as \
             {{so th.TC12}}"
                .to_owned()
        }
        Slip::TwoFigures { figure, .. } => format!(
            "make them agree, or let the template print it by {{{{so th.{}}}}}",
            figure.code
        ),
        Slip::HedgeLies { .. } => {
            "leave the word out, or let the template choose the true one by {{lam_tron …}}"
                .to_owned()
        }
        Slip::DifferenceWrong { computed, .. } => {
            format!("write {computed}, or mend the two ends")
        }
        Slip::OldYear { .. } => "mend the year if it was left behind by an earlier one".to_owned(),
        Slip::OldTheme { .. } => "write this year's theme".to_owned(),
        Slip::BasisNotInForce { instead: Some(text), .. }
        | Slip::RegulationNotInForce { instead: Some(text), .. } => format!("cite “{text}”"),
        Slip::BasisNotInForce { .. } | Slip::RegulationNotInForce { .. } => {
            "cite what is in force; templates/legal/can-cu.toml holds from when to when".to_owned()
        }
        Slip::ProvinceNotInForce { .. } => {
            "name today's province; of the time before, give the year or say “cũ”".to_owned()
        }
        Slip::MixedSpelling { keep, .. } => format!("use one spelling, such as {}", quoted(keep)),
    }
}
