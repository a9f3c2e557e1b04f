//! Sums of rows as the sample files write them: `TC10 - TC12 + TC13_nt`.

/// Which year a figure speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Year {
    /// The year reported.
    This,
    /// The year before.
    Last,
}

/// One row of a sum.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Term<'a> {
    /// Code of the row.
    pub(crate) code: &'a str,
    /// Which year's figure.
    pub(crate) year: Year,
    /// Whether it is taken away.
    pub(crate) negative: bool,
}

/// The rows of a sum; those not marked `_nt` speak of `year`.
pub(crate) fn terms(sum: &str, year: Year) -> Vec<Term<'_>> {
    let mut negative = false;
    let mut terms = Vec::new();
    for word in sum.split_whitespace() {
        match word {
            "+" => negative = false,
            "-" => negative = true,
            _ => {
                let last = word.strip_suffix("_nt");
                let year = if last.is_some() { Year::Last } else { year };
                terms.push(Term { code: last.unwrap_or(word), year, negative });
            }
        }
    }
    terms
}
