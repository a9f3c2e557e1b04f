//! A call of a helper: its arguments, checked, and its result.

use std::str::FromStr;

use handlebars::Helper;
use handlebars::PathAndJson;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::finding::failure::CallNeeds;
use crate::finding::failure::TemplateFault;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::template::mark;
use crate::template::mark::Reference;
use crate::template::parted;
use crate::template::session::NO_DATA;
use crate::template::session::Session;
use crate::text::date::Date;

/// A helper's answer: its words, or what is wrong with the call.
pub(super) type Answer = Result<String, TemplateFault>;

/// A number that a helper was given: a figure of the data, or a plain number of the campaign.
#[derive(Debug, Clone, Copy)]
pub(super) enum Given {
    /// A figure, or points.
    Figure(FigureRef),
    /// A number that is no figure, such as the number of members.
    Plain(Decimal),
}

/// One call.
pub(super) struct Call<'c, 'rc> {
    pub(super) session: &'c Session<'c>,
    name: &'static str,
    helper: &'c Helper<'rc>,
}

impl<'c, 'rc> Call<'c, 'rc> {
    pub(super) fn new(
        session: &'c Session<'c>,
        name: &'static str,
        helper: &'c Helper<'rc>,
    ) -> Self {
        Self { session, name, helper }
    }

    /// Whether every name of the call exists, also one that the helper does not look at.
    pub(super) fn check_names(&self) -> Result<(), TemplateFault> {
        let arguments = self.helper.params().iter().chain(self.helper.hash().values());
        arguments.map(known).try_for_each(|it| it.map(|_| ()))
    }

    /// A call that cannot be answered.
    pub(super) fn needs(&self, needs: CallNeeds) -> TemplateFault {
        TemplateFault::Call { helper: self.name.to_owned(), needs }
    }

    /// The value of an argument; a name that does not exist is an error here as everywhere.
    pub(super) fn value(&self, index: usize) -> Result<&Value, TemplateFault> {
        let argument = self.helper.param(index).ok_or_else(|| self.needs(CallNeeds::Argument))?;
        known(argument)
    }

    /// How many arguments there are.
    pub(super) fn count(&self) -> usize {
        self.helper.params().len()
    }

    /// Whether there is such an argument, be it a name that exists or not.
    pub(super) fn has(&self, index: usize) -> bool {
        self.helper.param(index).is_some()
    }

    /// An option such as `buoc=1000`.
    pub(super) fn option(&self, name: &str) -> Result<Option<&Value>, TemplateFault> {
        self.helper.hash_get(name).map(known).transpose()
    }

    /// An option that is a number.
    pub(super) fn number_option(&self, name: &str) -> Result<Option<Decimal>, TemplateFault> {
        let Some(value) = self.option(name)? else { return Ok(None) };
        plain(value).map(Some).ok_or_else(|| self.needs(CallNeeds::NumberOption(name.to_owned())))
    }

    /// An option that is a word.
    pub(super) fn word_option(&self, name: &str) -> Result<Option<&str>, TemplateFault> {
        Ok(self.option(name)?.and_then(Value::as_str))
    }

    /// An argument that is a figure or a number.
    pub(super) fn given(&self, index: usize) -> Result<Given, TemplateFault> {
        let value = self.value(index)?;
        if let Some(found) = value.as_str().and_then(mark::read) {
            return Ok(Given::Figure(self.session.meant(found)));
        }
        plain(value).map(Given::Plain).ok_or_else(|| self.needs(CallNeeds::FigureOrNumber))
    }

    /// An argument that is a figure.
    pub(super) fn figure(&self, index: usize) -> Result<FigureId, TemplateFault> {
        let found = self.value(index)?.as_str().and_then(mark::read);
        let found = found.and_then(|it| match it {
            Reference::Figure(id) => Some(self.session.own(id)),
            Reference::Score(_) => None,
        });
        found.ok_or_else(|| self.needs(CallNeeds::Figure))
    }

    /// An argument that is a date; `None` while it is not known.
    pub(super) fn date(&self, index: usize) -> Result<Option<Date>, TemplateFault> {
        match self.value(index)? {
            Value::Null => Ok(None),
            Value::String(text) => {
                Date::from_str(text).map(Some).map_err(|_| self.needs(CallNeeds::Date))
            }
            _ => Err(self.needs(CallNeeds::Date)),
        }
    }

    /// Prints a figure with words made from its value; of one that does not compare with the year
    /// before, why.
    pub(super) fn print(
        &self,
        figure: impl Into<FigureRef>,
        words: impl FnOnce(Decimal) -> Option<String>,
    ) -> Answer {
        let figure = figure.into();
        if let FigureRef::Derived(derived) = figure
            && let Some(why) = self.session.dataset().parted(derived)
        {
            return Ok(parted::words(why).to_owned());
        }
        let text = match self.session.value(figure) {
            Some(value) => words(value).ok_or_else(|| self.needs(CallNeeds::Wordable))?,
            None if self.session.is_draft() => NO_DATA.to_owned(),
            None => {
                let indicator = self.session.indicator(figure);
                let code = indicator.map(|it| it.code.clone());
                return Err(self.needs(CallNeeds::Value(code)));
            }
        };
        let number = self.session.print(figure, &text);
        Ok(mark::printed(number, &text))
    }

    /// Digits after the comma of points, which are always all shown; `None` for other numbers.
    pub(super) fn published(&self, index: usize) -> Result<Option<u32>, TemplateFault> {
        Ok(match self.given(index)? {
            Given::Figure(FigureRef::Score(id)) if !id.of.is_count() => {
                self.session.score_decimals()
            }
            Given::Figure(_) | Given::Plain(_) => None,
        })
    }

    /// Words of a figure (with its identity) or of a plain number.
    pub(super) fn words(
        &self,
        index: usize,
        words: impl FnOnce(Decimal) -> Option<String>,
    ) -> Answer {
        match self.given(index)? {
            Given::Figure(id) => self.print(id, words),
            Given::Plain(number) => words(number).ok_or_else(|| self.needs(CallNeeds::Wordable)),
        }
    }
}

fn known<'v>(argument: &'v PathAndJson<'_>) -> Result<&'v Value, TemplateFault> {
    if argument.is_value_missing() {
        let name = argument.relative_path().cloned().unwrap_or_default();
        return Err(TemplateFault::UnknownName { name, nearest: None });
    }
    Ok(argument.value())
}

fn plain(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Decimal::from_str(&number.to_string()).ok(),
        Value::String(text) => Decimal::from_str(text).ok(),
        _ => None,
    }
}
