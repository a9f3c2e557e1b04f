//! Facts about who signs.

use crate::finding::fact::signer::SignerFact;

pub(super) fn facts() -> Vec<SignerFact> {
    let unit = || "Cao Bằng".to_owned();
    let title = |nearest: Option<&str>| SignerFact::UnknownTitle {
        unit: unit(),
        title: "CHỦ TỊCHH".into(),
        nearest: nearest.map(str::to_owned),
    };
    vec![
        SignerFact::NoSignatory { unit: unit() },
        title(Some("CHỦ TỊCH")),
        title(None),
        SignerFact::Honorific {
            unit: unit(),
            name: "ThS. Nguyễn Văn A".into(),
            prefix: "ThS.".into(),
        },
        SignerFact::TooLong {
            unit: unit(), line: "BAN THƯỜNG VỤ CÔNG ĐOÀN CÁC KHU".into()
        },
    ]
}
