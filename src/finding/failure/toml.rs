//! What can be wrong in the TOML files of a campaign and of its templates.

use rust_decimal::Decimal;

use crate::finding::failure::template;
use crate::model::period::Period;
use crate::text::date::Date;

/// A fault in a TOML file with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlError {
    /// Path as the user knows it, with `/`.
    pub file: String,
    /// The whole text, to show the line.
    pub text: String,
    /// Bytes of the text at fault.
    pub span: std::ops::Range<usize>,
    /// What is wrong.
    pub fault: TomlFault,
}

/// What is wrong in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlFault {
    /// Not TOML.
    Syntax(String),
    /// A key that the file does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A key that must be there.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of the wrong type.
    WrongType {
        /// The type that is needed, as JSON Schema names it.
        needs: String,
    },
    /// A value that is not one of those possible.
    NotOneOf {
        /// The value.
        value: String,
        /// Those possible.
        allowed: Vec<String>,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A code that stands twice.
    Duplicate {
        /// The code.
        code: String,
    },
    /// A reference to something that does not exist.
    Dangling {
        /// The reference.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A text that is not of its form.
    Malformed {
        /// The text.
        text: String,
        /// The form that is needed.
        needs: Needs,
    },
    /// Codes that rest on each other in a circle.
    Circle {
        /// The code where it was noticed.
        code: String,
    },
    /// A file that is not beside `campaign.toml`.
    ElsewhereFile {
        /// As it is named.
        file: String,
    },
    /// A file that is no PNG or JPEG, or is not there.
    NoPicture {
        /// Its name.
        file: String,
    },
    /// A picture that is larger than any that is needed.
    PictureTooLarge {
        /// Its name.
        file: String,
    },
    /// The name of a file that is not in `submissions`.
    NoSuchFile {
        /// The name.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A file that takes its own place, by itself or through others.
    ReplacesItself {
        /// The file.
        file: String,
    },
    /// Criteria that do not add up or cannot be counted.
    Criteria(CriteriaFault),
    /// A folder of another campaign that is none.
    NoSuchCampaign {
        /// The folder as it is written.
        folder: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A campaign that names itself as an earlier one.
    OwnCampaign {
        /// The folder as it is written.
        folder: String,
    },
    /// A campaign named as an earlier one, of a period from which nothing is taken.
    OtherPeriod {
        /// The folder as it is written.
        folder: String,
        /// Its period.
        is: Period,
        /// The one that is needed; none where no campaign may be named.
        needs: Option<Period>,
    },
    /// A number that is too small or too large.
    OutOfRange {
        /// The number.
        value: String,
        /// The least and the most that it may be, as far as they are set.
        within: [Option<String>; 2],
    },
    /// Profiles that rest on each other in a circle: their names, the last one again.
    ProfilesInCircle(Vec<String>),
    /// Margins that leave no room for a paper.
    NoRoom {
        /// What is left of the page, mm.
        left: String,
        /// What is needed, mm.
        least: String,
    },
    /// An expression that cannot be computed.
    Expression(String),
    /// Bodies that cannot have become others in this way.
    Succession(SuccessionFault),
    /// Something else.
    Other(String),
}

/// Why criteria cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CriteriaFault {
    /// A criterion is counted in more than one way.
    SeveralWays,
    /// The criteria of a group do not give its most points together.
    GroupSum {
        /// Mark of the group.
        group: String,
        /// Its most points.
        max: Decimal,
        /// Those of its criteria together.
        sum: Decimal,
    },
    /// The groups do not give the most points of the scale together.
    ScaleSum {
        /// The scale.
        scale: Decimal,
        /// The most points of its groups together.
        sum: Decimal,
    },
    /// The curve goes by steps and there is none, or there are steps and the curve does not.
    Steps,
    /// A step is not above the one before it, in percent reached or in its share of the points.
    StepsFall,
    /// A share of the points is above all of them.
    ShareAboveAll,
    /// `done` names an indicator that is no yes or no.
    NotYesNo {
        /// Its code.
        code: String,
    },
    /// Points are taken by what was reached of a target: nobody knows which way is meant.
    PenaltyByTarget,
}

/// Why bodies cannot have become others in this way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuccessionFault {
    /// A body that comes of itself, directly or through others.
    Circle {
        /// The body.
        body: String,
    },
    /// A body that ends twice.
    EndsTwice {
        /// The body.
        body: String,
        /// The day on which it ended already.
        on: Date,
    },
    /// A body that begins twice.
    BeginsTwice {
        /// The body.
        body: String,
        /// The day on which it began already.
        on: Date,
    },
    /// A body that ends before it begins.
    EndsBeforeItBegins {
        /// The body.
        body: String,
        /// The day on which it begins.
        begins: Date,
        /// The day on which it ends.
        ends: Date,
    },
    /// A body whose identity names another month than that of its first day.
    OtherMonth {
        /// The body.
        body: String,
        /// Its first day.
        on: Date,
    },
    /// Too few bodies for a merger or a split.
    NotEnough,
    /// A unit that is no longer there at the end of the period.
    Ended {
        /// Its identity.
        body: String,
        /// The first day on which it is no longer.
        on: Date,
        /// The bodies in which it goes on.
        into: Vec<String>,
    },
    /// A unit that is not there yet at the end of the period.
    NotYet {
        /// Its identity.
        body: String,
        /// Its first day.
        on: Date,
    },
}

/// The form that a text in a TOML file needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Code of an indicator: `TC12`, `CL01a`.
    IndicatorCode,
    /// Code of a unit: `cao-bang`.
    UnitCode,
    /// Identity of a body: `quang-ngai@2025-07`.
    Identity,
    /// `2024-12-21`.
    Date,
    /// A number as text: `"0.5"`.
    Decimal,
    /// A number of points as text: above zero, up to a million.
    Points,
    /// đồng, nghìn đồng, triệu đồng, tỷ đồng.
    MoneyUnit,
    /// A character that is not reserved.
    Character,
    /// A text that says something.
    Words,
    /// Address of a cell: `F17`.
    Cell,
    /// A way of saying whose blanks exist: `đạt {dat} chỉ tiêu`.
    Blanks,
    /// A phrase with one `{so}`.
    Phrase,
}

impl TomlError {
    /// Line and column from 1; the column counts characters.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        template::position(&self.text, self.span.start)
    }
}
