//! Texts in old encodings, and texts that must not be touched.

use proptest::prelude::*;

use super::*;

const TCVN3: Option<&str> = Some(".VnTime");
const TCVN3_CAPITALS: Option<&str> = Some(".VnTimeH");
const VNI: Option<&str> = Some("VNI-Times");
const UNICODE: Option<&str> = Some("Times New Roman");

#[track_caller]
fn decodes(text: &str, font: Option<&str>, expected: &str, encoding: Encoding) {
    assert_eq!(decode(text, font), Some((expected.to_owned(), encoding)), "{text:?} in {font:?}");
}

#[test]
fn tcvn3() {
    for (text, expected) in [
        ("Liªn ®oµn Lao ®éng tØnh", "Liên đoàn Lao động tỉnh"),
        ("Cao B»ng", "Cao Bằng"),
        ("Tæng sè ®oµn viªn", "Tổng số đoàn viên"),
        ("Sè l\u{AD}îng", "Số lượng"),
        ("§¬n vÞ tÝnh: triÖu ®ång", "Đơn vị tính: triệu đồng"),
        ("ng\u{AD}êi", "người"),
        ("C«ng ®oµn c¬ së", "Công đoàn cơ sở"),
        ("Céng hßa x· héi", "Cộng hòa xã hội"),
        ("KÕ ho¹ch", "Kế hoạch"),
        ("Thùc hiÖn", "Thực hiện"),
        ("TuyÕn quang", "Tuyến quang"),
    ] {
        decodes(text, TCVN3, expected, Encoding::Tcvn3);
    }
    decodes("li£n ®oµn lao ®éng", TCVN3_CAPITALS, "LIÊN ĐOÀN LAO ĐỘNG", Encoding::Tcvn3);
    decodes("LIªN §OµN LAO §éNG", UNICODE, "LIÊN ĐOÀN LAO ĐỘNG", Encoding::Tcvn3);
    decodes("Liªn ®oµn Lao ®éng tØnh", None, "Liên đoàn Lao động tỉnh", Encoding::Tcvn3);
    decodes("Sè l\u{AD}îng", None, "Số lượng", Encoding::Tcvn3);
}

#[test]
fn vni() {
    for (text, expected) in [
        ("Lieân ñoaøn Lao ñoäng", "Liên đoàn Lao động"),
        ("Cao Baèng", "Cao Bằng"),
        ("Toång soá ñoaøn vieân", "Tổng số đoàn viên"),
        ("Soá löôïng", "Số lượng"),
        ("ngöôøi", "người"),
        ("Thöïc hieän", "Thực hiện"),
        ("Keá hoaïch", "Kế hoạch"),
        ("LIEÂN ÑOAØN LAO ÑOÄNG TÆNH", "LIÊN ĐOÀN LAO ĐỘNG TỈNH"),
        ("Quaûng Ngaõi", "Quảng Ngãi"),
        ("nhòp ñoä", "nhịp độ"),
        ("kyõ thuaät", "kỹ thuật"),
        ("quyù", "quý"),
    ] {
        decodes(text, VNI, expected, Encoding::Vni);
    }
    decodes("Lieân ñoaøn Lao ñoäng", None, "Liên đoàn Lao động", Encoding::Vni);
    decodes("Toång soá ñoaøn vieân", UNICODE, "Tổng số đoàn viên", Encoding::Vni);
}

#[test]
fn utf_8_misread() {
    decodes("LiÃªn Ä‘oÃ n", None, "Liên đoàn", Encoding::Mojibake);
    decodes("LiÃªn Ä‘oÃ\u{A0}n Lao Ä‘á»™ng", UNICODE, "Liên đoàn Lao động", Encoding::Mojibake);
    decodes("Háº£i PhÃ²ng", None, "Hải Phòng", Encoding::Mojibake);
    let misread: String = "Đắk Lắk, Thừa Thiên Huế"
        .bytes()
        .map(|byte| if byte < 0x80 { char::from(byte) } else { windows_1252(byte) })
        .collect();
    decodes(&misread, None, "Đắk Lắk, Thừa Thiên Huế", Encoding::Mojibake);
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => mojibake::UPPER[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[test]
fn every_letter_of_tcvn3() {
    assert_eq!(tcvn3::LETTERS.len(), 74);
    for (code, letter) in tcvn3::LETTERS {
        assert_eq!(tcvn3::decode(&code.to_string()), Some(letter.to_string()), "{code}");
    }
    let capitals = decode_like_others("Êm", ".VnArial NarrowH");
    assert_eq!(capitals, Some(("ẤM".to_owned(), Encoding::Tcvn3)));
}

/// The 67 small letters with marks.
const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

#[test]
fn every_letter_of_vni() {
    let mut letters: Vec<String> = Vec::new();
    for (code, letter) in vni::WHOLE {
        assert_eq!(vni::decode(&code.to_string()), Some(letter.to_string()));
        letters.push(letter.to_string());
    }
    for (code, bearers, _) in vni::MARKS {
        for bearer in bearers.chars() {
            let pair = format!("{bearer}{code}");
            let letter = vni::decode(&pair).unwrap();
            assert_eq!(letter.chars().count(), 1, "{pair}");
            let capital = vni::decode(&case::upper(&pair));
            assert_eq!(capital, Some(case::upper(&letter)), "{pair}");
            letters.push(letter);
        }
    }
    letters.sort();
    letters.dedup();
    let mut expected: Vec<String> = MARKED.chars().map(String::from).collect();
    expected.sort();
    assert_eq!(letters, expected);
}

/// Names, indicators, remarks and foreign words in plain Unicode.
const UNTOUCHED: &[&str] = &[
    "Hà Nội",
    "Huế",
    "Cao Bằng",
    "Điện Biên",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Thanh Hóa",
    "Sơn La",
    "Tuyên Quang",
    "Lào Cai",
    "Thái Nguyên",
    "Phú Thọ",
    "Bắc Ninh",
    "Hưng Yên",
    "Hải Phòng",
    "Ninh Bình",
    "Quảng Trị",
    "Đà Nẵng",
    "Quảng Ngãi",
    "Gia Lai",
    "Khánh Hòa",
    "Khánh Hoà",
    "Lâm Đồng",
    "Đắk Lắk",
    "Đăk Lăk",
    "Hồ Chí Minh",
    "Đồng Nai",
    "Tây Ninh",
    "Cần Thơ",
    "Vĩnh Long",
    "Đồng Tháp",
    "Cà Mau",
    "An Giang",
    "Hà Giang",
    "Yên Bái",
    "Bắc Kạn",
    "Vĩnh Phúc",
    "Hòa Bình",
    "Bắc Giang",
    "Thái Bình",
    "Hải Dương",
    "Hà Nam",
    "Nam Định",
    "Kon Tum",
    "Bình Định",
    "Bến Tre",
    "Trà Vinh",
    "Sóc Trăng",
    "Bạc Liêu",
    "Tổng số công đoàn cơ sở, nghiệp đoàn cơ sở",
    "Đoàn viên kết nạp mới",
    "Trị giá quà Tết",
    "Công ty TNHH MTV Cà phê",
    "Lê Thị Hòa",
    "Trần Công Lý",
    "Tô Hoài",
    "xã Hòa An",
    "bà Tư",
    "Café",
    "Café René",
    "Société Générale",
    "Müller",
    "François",
    "Résumé",
    "São Paulo",
    "Nestlé",
    "Citroën",
    "Hôtel de Ville",
    "Zoë",
    "Windows®",
    "5 µm × 10 µm",
    "3 × 4 × 5",
    "µm và µg",
    "½",
    "§ 5",
    "© 2024",
    "20 °C",
    "±5",
    "“Tết Sum vầy”",
    "«Lao động»",
    "Lao động – Công đoàn…",
    "100 ₫",
    "Ðộc lập",
    "naïve façade",
    "Ångström",
    "El Niño",
    "piñata señor",
    "à la carte",
    "vis-à-vis",
    "Besançon, Orléans",
    "Curaçao",
    "Trade union of workers",
    "naïve",
    "coöperation reëlected",
];

#[test]
fn plain_unicode_is_left_alone() {
    assert!(UNTOUCHED.len() >= 60);
    for text in UNTOUCHED {
        for font in [None, UNICODE] {
            assert_eq!(decode(text, font), None, "{text:?}");
        }
    }
    // Unicode under an old font's name: the letters speak louder.
    for text in ["Hòa Bình", "Thanh Hóa", "Bé", "Hà Giang", "Lạng Sơn", "Đắk Lắk", "ASCII only"]
    {
        assert_eq!(decode(text, TCVN3), None, "{text:?}");
    }
}

#[test]
fn among_others_of_its_font_a_word_is_read_like_them() {
    let decoded = Some(("Bộ".to_owned(), Encoding::Tcvn3));
    assert_eq!(decode_like_others("Bé", ".VnTime"), decoded);
    assert_eq!(decode_like_others("Bé", "Arial"), None);
    assert_eq!(decode_like_others("Hòa Bình", ".VnTime"), None);
}

/// A text as it stands in a cell under an old font.
fn encoded(text: &str) -> String {
    let code = |c: char| {
        let found = tcvn3::LETTERS.iter().find(|(_, letter)| *letter == c);
        found.map_or(c, |(code, _)| *code)
    };
    text.chars().map(code).collect()
}

#[test]
fn names_come_back() {
    for name in UNTOUCHED.iter().take(56).filter(|name| encoded(name) != **name) {
        decodes(&encoded(name), TCVN3, name, Encoding::Tcvn3);
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>(), latin in "[ -~\u{A0}-\u{FF}]{0,40}") {
        for text in [text, latin] {
            for font in [None, TCVN3, TCVN3_CAPITALS, VNI] {
                let _ = decode(&text, font);
            }
        }
    }

    #[test]
    fn decoding_twice_changes_nothing(index in 0_usize..56) {
        let name = UNTOUCHED[index];
        let once = decode(&encoded(name), TCVN3).map_or(name.to_owned(), |(text, _)| text);
        prop_assert_eq!(decode(&once, TCVN3), None);
    }
}
