//! Why a paper that was asked for is none of this campaign.

use thidua::assets::document_spec::Matter;
use thidua::compose::made::Absence;
use thidua::finding::lang::Lang;

/// The reason in words, with what to write where.
pub(super) fn why(absence: &Absence, lang: Lang) -> String {
    let vi = lang == Lang::Vi;
    let said = |vietnamese: &str, english: &str| if vi { vietnamese } else { english }.to_owned();
    match absence {
        Absence::NotListed => said(
            "papers trong campaign.toml không kể tên nó",
            "papers in campaign.toml leaves it out",
        ),
        Absence::OtherSpan => {
            said("không làm cho kỳ này", "it is not made for this part of the year")
        }
        Absence::NoIssuer(code) if vi => format!("chưa có cơ quan “{code}” trong [[bodies]]"),
        Absence::NoIssuer(code) => format!("there is no body “{code}” in [[bodies]]"),
        Absence::Without(matter) => without(*matter, lang).to_owned(),
        Absence::NobodyDue => said("không đơn vị nào cần nó", "no unit needs one"),
    }
}

fn without(matter: Matter, lang: Lang) -> &'static str {
    let (vietnamese, english) = match matter {
        Matter::Scores => {
            ("kỳ này không chấm điểm, xem [scoring]", "nothing is scored, see [scoring]")
        }
        Matter::Ballots => (
            "chưa có kiểm phiếu khen thưởng, xem [[ballots]]",
            "no ballots on awards, see [[ballots]]",
        ),
        Matter::Elections => {
            ("chưa có phiếu bầu, xem [[ballots]]", "no elections, see [[ballots]]")
        }
        Matter::Awards => ("chưa có khen thưởng, xem [[awards]]", "no awards, see [[awards]]"),
        Matter::Meeting => (
            "cuộc họp bình xét chưa có ngày, xem [meeting]",
            "the meeting has no day, see [meeting]",
        ),
        Matter::SignedMinutes => (
            "biên bản họp chưa ký, xem [meeting] signed",
            "the minutes are not signed, see [meeting]",
        ),
        Matter::Predecessor => {
            ("không có kỳ trước, xem predecessor", "there is no campaign before, see predecessor")
        }
        Matter::Groups => {
            ("không chia khối, xem [[groups]]", "there are no blocks, see [[groups]]")
        }
        Matter::Office => {
            ("không phải kỳ của một tỉnh, xem [office]", "no office leads, see [office]")
        }
        Matter::Pledge => ("không có giao ước, xem [pledge]", "there is no pledge, see [pledge]"),
        Matter::Conference => (
            "hội nghị chưa có ngày, xem [conference]",
            "the conference has no day, see [conference]",
        ),
        Matter::Proposals => ("không đơn vị nào kiến nghị", "no unit proposed anything"),
        Matter::Corrections => (
            "không văn bản nào cần đính chính, xem [[issued]]",
            "nothing is to be corrected, see [[issued]]",
        ),
    };
    if lang == Lang::Vi { vietnamese } else { english }
}
