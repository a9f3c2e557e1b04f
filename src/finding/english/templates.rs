//! Words for faults of templates in English.

use crate::finding::failure::CallNeeds;
use crate::finding::failure::Closed;
use crate::finding::failure::Markup;

/// What a call of a helper needs.
pub(super) fn needs(needs: &CallNeeds) -> String {
    let words = match needs {
        CallNeeds::Value(Some(code)) => {
            return format!(
                "the figure {code}; put the sentence into {{{{#if …}}}}, or write {{{{cau th.{code}}}}}"
            );
        }
        CallNeeds::Value(None) => "the points; put the sentence into {{#if …}}",
        CallNeeds::NumberOption(name) => {
            return format!("{name} to be a number, such as {name}=1000");
        }
        CallNeeds::Argument => "one argument more",
        CallNeeds::FigureOrNumber => "a figure or a number",
        CallNeeds::Figure => "a figure such as th.TC12",
        CallNeeds::Actual => "an actual figure, such as th.TC12",
        CallNeeds::Target => "a target as its second argument, such as kh.TC12",
        CallNeeds::Wordable => "a number that can be worded so",
        CallNeeds::Date => "a date",
        CallNeeds::List => "a list",
        CallNeeds::Words => "words",
        CallNeeds::AboveOption => "tu=\"trên\" or tu=\"hơn\"",
        CallNeeds::MoneyOption => "don_vi to be a unit of money, such as tỷ đồng",
        CallNeeds::PartsOption => "bo to hold the words chi_tieu, nam_truoc, don_vi",
        CallNeeds::ManyUnits => "a paper of the cluster or of a block, not of one unit",
        CallNeeds::UnitPosition => "the position of a unit in the list",
        CallNeeds::Helper => "to be printed by a helper, such as {{so th.TC12}}",
        CallNeeds::NoFigures => "a line without figures",
    };
    words.to_owned()
}

/// What is closed to templates.
pub(super) fn closed(closed: Closed) -> &'static str {
    match closed {
        Closed::Triple => "{{{…}}} is closed: write {{…}}",
        Closed::Ampersand => "{{&…}} is closed: write {{…}}",
        Closed::PartialBlock => "{{#> …}} is closed: a partial is written {{> …}}",
        Closed::Decorator => "{{#* …}} is closed: put the partial into templates/partials",
        Closed::Character => "it holds a character that the program reserves",
    }
}

/// Markdown that is not for official papers.
pub(super) fn markup(markup: Markup) -> &'static str {
    match markup {
        Markup::Heading => "a heading below the third level (####)",
        Markup::Quote => "a quotation (>)",
        Markup::Code => "lines indented by four spaces, or words between backticks",
        Markup::Rule => "a rule (---)",
        Markup::Link => "a link",
        Markup::Image => "a picture",
        Markup::Html => "HTML",
        Markup::Other => "this markup",
    }
}
