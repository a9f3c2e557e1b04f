//! The expression engine, for rules of the catalogue and for points. rhai lives here.
//!
//! Expressions only: no statements, no loops, no functions of their own; exact decimals. Missing
//! never enters: the caller hands over every operand, or does not evaluate.

pub mod bound;

use std::collections::BTreeMap;

use rhai::AST;
use rhai::Dynamic;
use rhai::EvalAltResult;
use rhai::Scope;
use rhai::packages::ArithmeticPackage;
use rhai::packages::BasicMathPackage;
use rhai::packages::LogicPackage;
use rhai::packages::Package;
use rust_decimal::Decimal;

/// Steps after which an evaluation is stopped.
const MOST_OPERATIONS: u64 = 10_000;
/// Depth of nesting that an expression may have.
const DEEPEST: usize = 32;
/// Words of an expression that are no names of figures.
const WORDS: [&str; 4] = ["if", "else", "true", "false"];

/// Compiles and evaluates expressions.
pub struct Engine(rhai::Engine);

/// A compiled expression and the names that it needs.
#[derive(Debug, Clone)]
pub struct Formula {
    ast: AST,
    names: Vec<String>,
}

/// What is wrong with an expression, in words of the engine, with its column from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError {
    /// What is wrong.
    pub message: String,
}

impl Default for Engine {
    fn default() -> Self {
        let mut engine = rhai::Engine::new_raw();
        ArithmeticPackage::new().register_into_engine(&mut engine);
        LogicPackage::new().register_into_engine(&mut engine);
        BasicMathPackage::new().register_into_engine(&mut engine);
        // Whole numbers divide exactly too: 1/2 is 0,5 and not 0.
        engine.set_fast_operators(false);
        engine.register_fn("/", divide);
        engine.set_max_operations(MOST_OPERATIONS).set_max_expr_depths(DEEPEST);
        Self(engine)
    }
}

fn divide(dividend: i64, divisor: i64) -> Result<Decimal, Box<EvalAltResult>> {
    Decimal::from(dividend)
        .checked_div(Decimal::from(divisor))
        .ok_or_else(|| "chia cho 0".to_owned().into())
}

impl Engine {
    /// Compiles an expression.
    ///
    /// # Errors
    /// What the engine says of one that is not well formed.
    pub fn compile(&self, source: &str) -> Result<Formula, FormulaError> {
        let ast = self
            .0
            .compile_expression(source)
            .map_err(|error| FormulaError { message: error.to_string() })?;
        Ok(Formula { ast, names: names(source) })
    }

    /// Whether a condition holds for these operands; every name of the formula must be given.
    ///
    /// # Errors
    /// What the engine says: not a condition, division by zero, a name without an operand.
    pub fn holds(
        &self,
        formula: &Formula,
        operands: &BTreeMap<String, Decimal>,
    ) -> Result<bool, FormulaError> {
        self.evaluate(formula, operands)
    }

    /// The number that an expression gives for these operands; every name must be given.
    ///
    /// # Errors
    /// What the engine says: not a number, division by zero, a name without an operand.
    pub fn number(
        &self,
        formula: &Formula,
        operands: &BTreeMap<String, Decimal>,
    ) -> Result<Decimal, FormulaError> {
        let found: Dynamic = self.evaluate(formula, operands)?;
        let whole = found.as_int().map(Decimal::from);
        whole.or_else(|_| found.as_decimal()).map_err(|kind| FormulaError {
            message: format!("biểu thức phải cho một số, không phải {kind}"),
        })
    }

    fn evaluate<T: Clone + Send + Sync + 'static>(
        &self,
        formula: &Formula,
        operands: &BTreeMap<String, Decimal>,
    ) -> Result<T, FormulaError> {
        let mut scope = Scope::new();
        for (name, value) in operands {
            scope.push_constant(name.as_str(), *value);
        }
        self.0
            .eval_ast_with_scope::<T>(&mut scope, &formula.ast)
            .map_err(|error| FormulaError { message: error.to_string() })
    }
}

impl Formula {
    /// Names of the figures that it needs, each once, in order of appearance.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Names in an expression: words that begin with a letter and are not called as a function.
fn names(source: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find(|it: char| it.is_alphanumeric() || it == '_') {
        let word_on = &rest[start..];
        let end = word_on.find(|it: char| !(it.is_alphanumeric() || it == '_'));
        let (word, after) = word_on.split_at(end.unwrap_or(word_on.len()));
        let is_name = word.chars().next().is_some_and(char::is_alphabetic);
        let is_call = after.trim_start().starts_with('(');
        if is_name && !is_call && !WORDS.contains(&word) && !names.iter().any(|it| it == word) {
            names.push(word.to_owned());
        }
        rest = after;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(source: &str, operands: &[(&str, &str)]) -> Result<bool, FormulaError> {
        let engine = Engine::default();
        let formula = engine.compile(source)?;
        let operands = operands
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.parse().unwrap()))
            .collect();
        engine.holds(&formula, &operands)
    }

    /// An expression, its operands, and whether it holds.
    type Case = (&'static str, &'static [(&'static str, &'static str)], bool);

    #[test]
    fn decimals_are_exact() {
        let cases: &[Case] = &[
            ("0.1 + 0.2 == 0.3", &[], true),
            ("1 / 2 == 0.5", &[], true),
            ("TC01 == TC02 + TC03", &[("TC01", "6428"), ("TC02", "937"), ("TC03", "5491")], true),
            ("CL09 >= 200000 * CL08", &[("CL09", "39764000000"), ("CL08", "59812")], true),
            ("CL09 / CL08 <= 3000000", &[("CL09", "39764000000"), ("CL08", "59812")], true),
            ("QH10 == 0 || QH09b > 0", &[("QH10", "5"), ("QH09b", "0")], false),
            ("if A1 > 0 { B1 > 0 } else { true }", &[("A1", "0"), ("B1", "0")], true),
            ("A1 == 1", &[("A1", "1.00")], true),
            ("abs(A1 - B1) <= 1", &[("A1", "1"), ("B1", "3")], false),
        ];
        for (source, operands, expected) in cases {
            assert_eq!(holds(source, operands), Ok(*expected), "{source}");
        }
    }

    #[test]
    fn an_expression_gives_a_number() {
        let number = |source: &str, operands: &[(&str, &str)]| {
            let engine = Engine::default();
            let formula = engine.compile(source).unwrap();
            let operands = operands.iter();
            let operands =
                operands.map(|(name, value)| ((*name).to_owned(), value.parse().unwrap()));
            engine.number(&formula, &operands.collect())
        };
        let cases: &[(&str, &str)] = &[
            ("3", "3"),
            ("3 * A1 / B1", "1.5"),
            ("1 / 8", "0.125"),
            ("if B1 == 0 { 3 } else { A1 / B1 }", "0.5"),
            ("10 * (A1 - B1) / B1", "-5"),
        ];
        for (source, expected) in cases {
            let found = number(source, &[("A1", "5"), ("B1", "10")]);
            assert_eq!(found, Ok(expected.parse().unwrap()), "{source}");
        }
        assert!(number("A1 > 1", &[("A1", "5")]).is_err(), "a condition is no number");
        assert!(number("A1 / 0", &[("A1", "5")]).is_err());
        assert!(number("A1 * A1", &[("A1", "79228162514264337593543950335")]).is_err());
    }

    #[test]
    fn names_are_those_of_figures() {
        let engine = Engine::default();
        let formula = engine.compile("abs(TC01 - TC01_nt) <= 5 && true || CL05a > 1.5").unwrap();
        assert_eq!(formula.names(), ["TC01", "TC01_nt", "CL05a"]);
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        let engine = Engine::default();
        for source in ["let x = 1", "while true {}", "TC01 +", "", "fn f() {}"] {
            assert!(engine.compile(source).is_err(), "{source}");
        }
        assert!(holds("1 / 0 == 1", &[]).is_err());
        assert!(holds("TC01 > 1", &[]).is_err(), "a name without an operand");
        assert!(holds("1 + 1", &[]).is_err(), "not a condition");
        let deep = format!("{}1{} == 1", "(".repeat(200), ")".repeat(200));
        assert!(engine.compile(&deep).is_err());
    }
}
