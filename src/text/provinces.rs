//! The provinces of Vietnam and the other ways in which people write their names.
//!
//! They are facts of geography and spelling, not words or looks that a keeper of templates would
//! change, and names are looked up in `model`, below the door to the templates: so they stand here.
//! Only names that mean one province are listed; `QN` or `ĐN` may mean several and are asked about.

/// The names before and after the merger of 1 July 2025 (domain 6.1): first the 34 of today, then
/// the 29 that went. Each row is a name and its other writings (domain 7.2). Writings that differ in
/// marks, capitals, spaces and dashes alone need no mention.
pub const PROVINCES: &[(&str, &[&str])] = &[
    ("Hà Nội", &[]),
    ("Huế", &["Thừa Thiên Huế", "TT Huế", "TTH", "TPHuế", "Thừa Thiên"]),
    ("Cao Bằng", &[]),
    ("Điện Biên", &[]),
    ("Hà Tĩnh", &[]),
    ("Lai Châu", &[]),
    ("Lạng Sơn", &[]),
    ("Nghệ An", &[]),
    ("Quảng Ninh", &[]),
    ("Thanh Hóa", &[]),
    ("Sơn La", &[]),
    ("Tuyên Quang", &[]),
    ("Lào Cai", &["Lao Kay", "Lào Kai"]),
    ("Thái Nguyên", &[]),
    ("Phú Thọ", &[]),
    ("Bắc Ninh", &[]),
    ("Hưng Yên", &[]),
    ("Hải Phòng", &["TPHP"]),
    ("Ninh Bình", &[]),
    ("Quảng Trị", &[]),
    ("Đà Nẵng", &[]),
    ("Quảng Ngãi", &[]),
    ("Gia Lai", &[]),
    ("Khánh Hòa", &[]),
    ("Lâm Đồng", &[]),
    ("Đắk Lắk", &["Đắc Lắc", "Đắc Lắk", "Đắk Lắc", "Darlac"]),
    ("Hồ Chí Minh", &["HCM", "TPHCM", "HCMC", "Sài Gòn", "SG"]),
    ("Đồng Nai", &[]),
    ("Tây Ninh", &[]),
    ("Cần Thơ", &["TPCT"]),
    ("Vĩnh Long", &[]),
    ("Đồng Tháp", &[]),
    ("Cà Mau", &[]),
    ("An Giang", &[]),
    ("Hà Giang", &[]),
    ("Yên Bái", &[]),
    ("Bắc Kạn", &["Bắc Cạn"]),
    ("Vĩnh Phúc", &[]),
    ("Hòa Bình", &[]),
    ("Bắc Giang", &[]),
    ("Thái Bình", &[]),
    ("Hải Dương", &[]),
    ("Hà Nam", &[]),
    ("Nam Định", &[]),
    ("Quảng Bình", &[]),
    ("Quảng Nam", &[]),
    ("Kon Tum", &["Công Tum", "Kông Tum", "Con Tum"]),
    ("Bình Định", &[]),
    ("Ninh Thuận", &[]),
    ("Đắk Nông", &["Đắc Nông"]),
    ("Bình Thuận", &[]),
    ("Phú Yên", &[]),
    ("Bình Dương", &[]),
    ("Bà Rịa - Vũng Tàu", &["BRVT", "BR-VTàu", "Bà Rịa VT", "BR Vũng Tàu"]),
    ("Bình Phước", &[]),
    ("Long An", &[]),
    ("Sóc Trăng", &[]),
    ("Hậu Giang", &[]),
    ("Bến Tre", &[]),
    ("Trà Vinh", &[]),
    ("Tiền Giang", &[]),
    ("Bạc Liêu", &[]),
    ("Kiên Giang", &[]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::unit_name::UnitName;

    #[test]
    fn no_two_provinces_share_a_key() {
        for key in 0..5 {
            let keys: BTreeSet<String> =
                PROVINCES.iter().map(|(name, _)| UnitName::of(name).keys[key].clone()).collect();
            assert_eq!(keys.len(), 63);
        }
    }

    #[test]
    fn no_writing_means_two_provinces() {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (name, writings) in PROVINCES {
            for writing in std::iter::once(name).chain(*writings) {
                let key = UnitName::of(writing).bare().to_owned();
                let before = owners.insert(key, name);
                assert!(before.is_none_or(|it| it == *name), "{writing}: {before:?}, {name}");
            }
        }
    }
}
