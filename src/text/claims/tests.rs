//! Figures in sentences.

use proptest::prelude::*;

use super::*;

fn values(text: &str) -> Vec<String> {
    claims(text).iter().map(|it| it.value.normalize().to_string()).collect()
}

#[test]
fn figures_that_a_sentence_claims() {
    for (text, found) in [
        ("Kết nạp mới 1.397 đoàn viên, thành lập 9 CĐCS.", &["1397"][..]),
        ("Hỗ trợ 16,2 tỷ đồng cho 300 căn nhà.", &["16200000000"]),
        ("Trị giá 15 tỷ 600 triệu đồng.", &["15600000000"]),
        ("Trị giá 1,2 nghìn tỷ đồng.", &["1200000000000"]),
        ("Hỗ trợ 250.000 đồng mỗi người.", &["250000"]),
        ("Hỗ trợ 500 nghìn đồng.", &["500000"]),
        ("Tổng số 12.297.344 đoàn viên.", &["12297344"]),
        ("Trên 24.000 lượt; gần 3,6 tỉ đồng", &["24000", "3600000000"]),
        ("Tặng 1.250 suất quà (trị giá 1.250,5 triệu đồng)", &["1250", "1250500000"]),
    ] {
        assert_eq!(values(text), found, "{text}");
    }
}

#[test]
fn what_is_no_figure() {
    for text in [
        "Kỷ niệm 95 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2024)",
        "Đại hội lần thứ V, khóa XVI, nhiệm kỳ 2023 - 2028",
        "Nghị quyết số 02-NQ/TW, Nghị quyết 18 khóa XII",
        "Quyết định số 1.454 của Tổng Liên đoàn, Luật số 50/2024/QH15, 1.689/QĐ-TLĐ",
        "Năm 2024 tăng 12,5 % so với năm 2023",
        "Kỷ niệm 1.010 năm Thăng Long",
        "Đạt 104,3% chỉ tiêu; tỷ lệ 1.200%",
        "25,493 đoàn viên",
        "850 đồng chí dự, 85 tỷ lệ",
        "ngày 03.12.2024, từ 01.12.2023",
        "có 132 CĐCS, 77 căn nhà",
        "",
    ] {
        assert_eq!(values(text), [""; 0], "{text}");
    }
}

#[test]
fn a_claim_accepts_what_it_rounds() {
    for (text, figure, accepts) in [
        ("1.397 đoàn viên", 1_397, true),
        ("1.397 đoàn viên", 1_398, false),
        ("16,2 tỷ đồng", 16_248_500_000_i64, true),
        ("16,2 tỷ đồng", 16_260_000_000, false),
        ("gần 40 tỷ đồng", 39_764_000_000, true),
        ("gần 40 tỷ đồng", 42_000_000_000, false),
        ("trên 24.000 lượt", 24_516, true),
        ("trên 24.000 lượt", 23_900, false),
        ("khoảng 24.000 lượt", 23_000, true),
        ("khoảng 24.000 lượt", 20_000, false),
    ] {
        let claims = claims(text);
        assert_eq!(claims.len(), 1, "{text}");
        let [least, most] = claims[0].range();
        let figure = Decimal::from(figure);
        assert_eq!(least <= figure && figure <= most, accepts, "{text}: {figure}");
    }
}

#[test]
fn the_printed_slip_of_2025_is_found() {
    let text =
        "Cả nước còn 62.059 CĐCS; đoàn viên giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169).";
    let change = Change {
        difference: "3.665.175".into(),
        from: "12.297.344".into(),
        to: "8.642.169".into(),
        computed: Decimal::from(3_655_175),
        holds: false,
    };
    assert_eq!(changes(text), [change]);
}

#[test]
fn rises_and_falls() {
    for (text, holds) in [
        ("giảm 3.655.175 (từ 12.297.344 xuống còn 8.642.169)", Some(true)),
        ("từ 590 lên 612 đơn vị, tăng 22 đơn vị", Some(true)),
        ("từ 590 lên 612 đơn vị, tăng 23 đơn vị", Some(false)),
        ("tăng 1,2 tỷ đồng (từ 15,1 tỷ đồng lên 16,2 tỷ đồng)", Some(true)),
        ("tăng 1,5 tỷ đồng (từ 15,1 tỷ đồng lên 16,2 tỷ đồng)", Some(false)),
        // The slip of a published item of July 2025 (domain 0.3), and as it should have been.
        ("12.297.344, giảm 3.665.175, còn 8.642.169 đoàn viên", Some(false)),
        ("12.297.344, giảm 3.655.175, còn 8.642.169 đoàn viên", Some(true)),
        ("12 tỉnh, giảm 5, còn 30", None),
        // What cannot be told is passed over.
        ("giảm hơn 3.600.000 (từ 12.297.344 xuống còn 8.642.169)", None),
        ("giảm 29,7% (từ 12.297.344 xuống còn 8.642.169)", None),
        ("giảm 5 vụ từ 2023 đến 2024", None),
        ("giảm 5 vụ từ năm 2023 đến năm 2024", None),
        ("giảm 5 vụ. Từ 10 đơn vị lên 20 đơn vị", None),
        ("tăng 1,2 tỷ đồng (từ 15.100 triệu đồng lên 16.300 triệu đồng)", None),
        ("giảm 12 vụ", None),
    ] {
        let found = changes(text);
        assert_eq!(found.first().map(|it| it.holds), holds, "{text}");
        assert!(found.len() <= 1, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_to_its_end(text in ".{0,80}") {
        let _ = (claims(&text), changes(&text), mentions(&text), years(&text));
    }

    #[test]
    fn digits_and_words_in_any_order(text in "([0-9.,]{1,24}|tỷ|triệu|đồng|từ|giảm|còn|[ %/-]){0,24}") {
        let _ = (claims(&text), changes(&text), mentions(&text), years(&text));
    }

    #[test]
    fn a_printed_count_is_claimed(value in 1_000_i64..1_000_000_000) {
        let printed = crate::text::number::plain(Decimal::from(value));
        let found = claims(&format!("có {printed} người"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, Decimal::from(value));
    }
}

#[test]
fn the_largest_numbers_and_scales_have_room() {
    for text in [
        "9.999.999.999.999 nghìn tỷ tỷ tỷ đồng",
        "999999999999999,9 nghìn tỷ 9 tỷ đồng",
        "giảm 9.999.999.999.999 tỷ (từ 9.999.999.999.999 tỷ xuống 1 tỷ)",
        "99.999.999.999.999.999.999.999.999.999 tỷ",
    ] {
        for claim in claims(text) {
            let [least, most] = claim.range();
            assert!(least < most, "{text}");
        }
        assert!(changes(text).len() <= 1, "{text}");
    }
}
