//! `docs/phat-hien.md`: what `thidua explain` tells, as one page. `UPDATE=1` writes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::EXPLANATIONS;
use super::Explanation;
use crate::finding::lang::Lang;
use crate::finding::lang::samples;

const HEAD: &str = "# Các phát hiện

Mỗi phát hiện có một mã. Trang này nói mỗi mã nghĩa là gì, vì sao cần sửa, một ví dụ và cách sửa; \
lệnh `thidua explain MÃ` in đúng những lời này. Có ba mức:

* **cần sửa**: văn bản chính thức chưa in cho đến khi sửa, hoặc được chấp nhận giải trình;
* **cần xem lại**: văn bản vẫn in, nhưng phải có người xem;
* **lưu ý**: để biết.

Quy tắc đối chiếu K1 đến K26 nằm ở phát hiện nào: xem [doi-chieu.md](doi-chieu.md).

<!-- Trang này do bộ kiểm thử viết từ src/finding/explain: UPDATE=1 cargo test --release --lib page -->
";

/// The severities that findings of a code can have, the gravest first.
fn severities(code: &str) -> String {
    let facts = samples::facts();
    let of_code = facts.iter().filter(|fact| fact.code() == code);
    let found: BTreeSet<_> = of_code.map(crate::finding::fact::Fact::severity).collect();
    let names: Vec<&str> = found.into_iter().map(|it| Lang::Vi.severity(it)).collect();
    names.join(" hoặc ")
}

/// A line that begins with a label becomes an item; any other continues the one before it.
fn section(it: &Explanation) -> String {
    let mut text = format!("\n## {}\n\nMức: **{}**.\n", it.code, severities(it.code));
    for line in it.vi.lines() {
        let label = ["Nghĩa là: ", "Vì sao: ", "Ví dụ: ", "Cách sửa: "];
        match label.iter().find_map(|label| Some((label, line.strip_prefix(label)?))) {
            Some((label, rest)) => {
                text.push_str(&format!("\n* **{}:** {rest}", label.trim_end_matches(": ")));
            }
            None => text.push_str(&format!(" {line}")),
        }
    }
    text.push('\n');
    text
}

#[test]
fn the_page_in_docs_is_what_explain_tells() {
    let sections: String = EXPLANATIONS.iter().map(section).collect();
    let page = format!("{HEAD}{sections}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/phat-hien.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, page, "docs/phat-hien.md: run the tests with UPDATE=1");
}
