//! The helpers that clerks read in templates. One file each.

mod bang_chu;
mod bang_chu_tien;
mod cao_nhat;
mod cau;
mod co_so_lieu;
mod condition;
mod cua;
mod diem_phan_tram;
mod khac_0;
mod lam_tron;
mod liet_ke;
mod ngay;
mod ngay_thang_nam;
mod phan_tram;
mod so;
mod so_2;
mod tang_giam;
mod tien;
mod ty_le_dat;
mod viet_hoa;

use handlebars::Context;
use handlebars::Handlebars;
use handlebars::Helper;
use handlebars::HelperDef;
use handlebars::RenderContext;
use handlebars::RenderError;
use handlebars::RenderErrorReason;
use handlebars::ScopedJson;
use serde_json::Value;

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::fault::Carried;
use crate::template::session::Session;

/// A helper.
pub struct Entry {
    /// Name in templates.
    pub name: &'static str,
    /// An example of a call.
    pub example: &'static str,
    /// What the example prints, and when to use it.
    pub meaning: &'static str,
    run: fn(&Call<'_, '_>) -> Answer,
}

/// Every helper, in the order in which they are listed.
pub static HELPERS: &[&Entry] = &[
    &so::ENTRY,
    &so_2::ENTRY,
    &tien::ENTRY,
    &phan_tram::ENTRY,
    &diem_phan_tram::ENTRY,
    &lam_tron::ENTRY,
    &bang_chu::ENTRY,
    &bang_chu_tien::ENTRY,
    &ngay::ENTRY,
    &ngay_thang_nam::ENTRY,
    &tang_giam::ENTRY,
    &ty_le_dat::ENTRY,
    &liet_ke::ENTRY,
    &khac_0::ENTRY,
    &cua::ENTRY,
    &cau::ENTRY,
    &cao_nhat::BEST,
    &cao_nhat::WORST,
    &cao_nhat::SHORT,
    &co_so_lieu::ENTRY,
    &viet_hoa::ENTRY,
];

/// Names of the helpers.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    HELPERS.iter().map(|entry| entry.name)
}

/// Makes every helper known to the engine.
pub(super) fn register<'a>(handlebars: &mut Handlebars<'a>, session: &'a Session<'a>) {
    for entry in HELPERS {
        handlebars.register_helper(entry.name, Box::new(Adapter { entry, session }));
    }
    handlebars.register_helper("if", Box::new(condition::Condition { session, wanted: true }));
    handlebars.register_helper("unless", Box::new(condition::Condition { session, wanted: false }));
}

struct Adapter<'a> {
    entry: &'static Entry,
    session: &'a Session<'a>,
}

impl HelperDef for Adapter<'_> {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let call = Call::new(self.session, self.entry.name, helper);
        match call.check_names().and_then(|()| (self.entry.run)(&call)) {
            Ok(words) => Ok(ScopedJson::Derived(Value::String(words))),
            Err(fault) => Err(RenderErrorReason::NestedError(Box::new(Carried(fault))).into()),
        }
    }
}

#[cfg(test)]
mod tests;
