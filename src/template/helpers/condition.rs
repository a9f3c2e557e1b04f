//! `if` and `unless` that refuse a name that does not exist, which the engine's own let pass.

use handlebars::Context;
use handlebars::Handlebars;
use handlebars::Helper;
use handlebars::HelperDef;
use handlebars::HelperResult;
use handlebars::Output;
use handlebars::RenderContext;
use handlebars::RenderErrorReason;
use handlebars::Renderable;
use serde_json::Value;

use crate::template::call::Call;
use crate::template::fault::Carried;
use crate::template::mark;
use crate::template::session::Session;

/// A figure counts as true when it has a value, zero included; a list when it is not empty.
pub(super) struct Condition<'a> {
    pub(super) session: &'a Session<'a>,
    pub(super) wanted: bool,
}

impl HelperDef for Condition<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        handlebars: &'reg Handlebars<'reg>,
        context: &'rc Context,
        rendering: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let call = Call::new(self.session, "if", helper);
        let value = call
            .value(0)
            .map_err(|fault| RenderErrorReason::NestedError(Box::new(Carried(fault))))?;
        let branch =
            if self.is_true(value) == self.wanted { helper.template() } else { helper.inverse() };
        branch.map_or(Ok(()), |it| it.render(handlebars, context, rendering, out))
    }
}

impl Condition<'_> {
    fn is_true(&self, value: &Value) -> bool {
        match value {
            Value::Null | Value::Bool(false) => false,
            Value::String(text) => match mark::read(text) {
                Some(found) => self.session.value(self.session.meant(found)).is_some(),
                None => !text.is_empty(),
            },
            Value::Array(items) => !items.is_empty(),
            Value::Number(number) => number.as_f64() != Some(0.0),
            Value::Bool(true) | Value::Object(_) => true,
        }
    }
}
