//! Live formulas of a workbook, each with the result that it gives.

use rust_decimal::Decimal;

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// A formula with its result.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Formula {
    /// In the English spelling of files: `=SUM(D8:I8)`.
    pub(super) text: String,
    /// What it gives; `None` where it shows nothing.
    pub(super) result: Option<Decimal>,
}

/// The sum of the numbers in `range`, if a decimal can hold it. A sum of nothing shows nothing
/// rather than 0.
pub(super) fn sum(range: &str, numbers: impl Iterator<Item = Decimal>) -> Option<Formula> {
    let mut result = None;
    for number in numbers {
        result = Some(result.unwrap_or(Decimal::ZERO).checked_add(number)?);
    }
    let text = match result {
        Some(_) => format!("=SUM({range})"),
        None => format!("=IF(COUNT({range})=0,\"\",SUM({range}))"),
    };
    Some(Formula { text, result })
}

/// The sum of the first cells less that of the second, if a decimal can hold it; `None` while there is no
/// number at all among those that are added.
pub(super) fn balance(names: [Vec<String>; 2], numbers: [Vec<Decimal>; 2]) -> Option<Formula> {
    let [add, less] = numbers;
    if add.is_empty() {
        return None;
    }
    let sum = |all: &[Decimal]| {
        all.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))
    };
    let result = Some(sum(&add)?.checked_sub(sum(&less)?)?);
    let [add, less] = names.map(|it| it.join(","));
    let less = if less.is_empty() { String::new() } else { format!("-SUM({less})") };
    Some(Formula { text: format!("=SUM({add}){less}"), result })
}

/// Two cells that a formula computes with.
#[derive(Debug)]
pub(super) struct Pair {
    /// Names of the cells, such as `C8`.
    pub(super) cells: [String; 2],
    /// Their numbers; `None` while one of them is missing.
    pub(super) numbers: Option<[Decimal; 2]>,
}

// `COUNT(a,b)<2` holds while a cell is empty, and while it has words such as `(chưa có số liệu)`,
// with which Excel would compute an error.
impl Pair {
    /// The first as a percentage of the second.
    pub(super) fn percent(&self) -> Option<Formula> {
        let [a, b] = &self.cells;
        self.unless_zero(&format!("{a}/{b}*100"), |a, b| a.checked_mul(HUNDRED)?.checked_div(b))
    }

    /// The change from the second to the first, in percent of the second.
    pub(super) fn change(&self) -> Option<Formula> {
        let [a, b] = &self.cells;
        self.unless_zero(&format!("({a}-{b})/{b}*100"), |a, b| {
            a.checked_sub(b)?.checked_mul(HUNDRED)?.checked_div(b)
        })
    }

    /// The first less the second.
    pub(super) fn difference(&self) -> Option<Formula> {
        let [a, b] = &self.cells;
        let text = format!("=IF(COUNT({a},{b})<2,\"\",{a}-{b})");
        let result = match self.numbers {
            Some([a, b]) => Some(a.checked_sub(b)?),
            None => None,
        };
        Some(Formula { text, result })
    }

    /// `term`, which shows nothing while the second number, its divisor, is zero.
    fn unless_zero(
        &self,
        term: &str,
        compute: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Formula> {
        let [a, b] = &self.cells;
        let text = format!("=IF(OR(COUNT({a},{b})<2,N({b})=0),\"\",{term})");
        let result = match self.numbers {
            Some([a, b]) if !b.is_zero() => Some(compute(a, b)?),
            _ => None,
        };
        Some(Formula { text, result })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(numbers: Option<[i64; 2]>) -> Pair {
        let cells = ["C8".to_owned(), "D8".to_owned()];
        Pair { cells, numbers: numbers.map(|pair| pair.map(Decimal::from)) }
    }

    #[track_caller]
    fn check(formula: Option<Formula>, text: &str, result: Option<i64>) {
        let expected = Formula { text: text.to_owned(), result: result.map(Decimal::from) };
        assert_eq!(formula, Some(expected));
    }

    #[test]
    fn a_sum_of_nothing_is_blank() {
        check(sum("D8:I8", [2.into(), 3.into()].into_iter()), "=SUM(D8:I8)", Some(5));
        check(sum("D8:I8", std::iter::empty()), "=IF(COUNT(D8:I8)=0,\"\",SUM(D8:I8))", None);
    }

    #[test]
    fn a_sum_that_no_decimal_holds_is_no_formula() {
        assert_eq!(sum("A1:A2", [Decimal::MAX, Decimal::MAX].into_iter()), None);
        let huge = Pair { numbers: Some([Decimal::MAX, Decimal::MIN]), ..pair(None) };
        assert_eq!([huge.percent(), huge.change(), huge.difference()], [None, None, None]);
    }

    #[test]
    fn percentages_are_blank_without_a_divisor() {
        let text = "=IF(OR(COUNT(C8,D8)<2,N(D8)=0),\"\",C8/D8*100)";
        check(pair(Some([1, 4])).percent(), text, Some(25));
        check(pair(Some([1, 0])).percent(), text, None);
        check(pair(None).percent(), text, None);
    }

    #[test]
    fn changes_are_relative_to_the_earlier_number() {
        let text = "=IF(OR(COUNT(C8,D8)<2,N(D8)=0),\"\",(C8-D8)/D8*100)";
        check(pair(Some([3, 4])).change(), text, Some(-25));
        check(pair(Some([3, 0])).change(), text, None);
    }

    #[test]
    fn differences_need_both_numbers() {
        let text = "=IF(COUNT(C8,D8)<2,\"\",C8-D8)";
        check(pair(Some([3, 0])).difference(), text, Some(3));
        check(pair(None).difference(), text, None);
    }
}
