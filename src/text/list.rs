//! Lists inside a sentence.

/// The items as a sentence names them: `Cao Bằng, Thái Nguyên và Lạng Sơn`.
pub fn enumerate(items: &[impl AsRef<str>]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        assert_eq!(enumerate(&[""; 0]), "");
        assert_eq!(enumerate(&["Cao Bằng"]), "Cao Bằng");
        assert_eq!(enumerate(&["Cao Bằng", "Lạng Sơn"]), "Cao Bằng và Lạng Sơn");
        let three = ["Cao Bằng", "Thái Nguyên", "Lạng Sơn"].map(String::from);
        assert_eq!(enumerate(&three), "Cao Bằng, Thái Nguyên và Lạng Sơn");
    }
}
