//! The conference that closes the year: when and where, what is on its programme, who comes.

use crate::text::date::Date;

/// The conference that closes the year.
#[derive(Debug, Clone, Default)]
pub struct Conference {
    /// Day.
    pub date: Option<Date>,
    /// `Sáng`, `Chiều`.
    pub part_of_day: Option<String>,
    /// When it begins: `08 giờ 00`.
    pub time: Option<String>,
    /// Place in a sentence.
    pub place: Option<String>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// Who presides.
    pub chair: Option<String>,
    /// Guests with title.
    pub guests: Vec<String>,
    /// What the leaders said.
    pub remarks: Vec<String>,
    /// The programme.
    pub agenda: Vec<AgendaItem>,
    /// Delegates beyond the guests and the leaders of the units.
    pub delegates: Vec<Delegate>,
}

/// A point of the programme.
#[derive(Debug, Clone)]
pub struct AgendaItem {
    /// When.
    pub time: String,
    /// What.
    pub content: String,
    /// Who speaks or leads.
    pub who: String,
}

/// Somebody who comes to the conference.
#[derive(Debug, Clone)]
pub struct Delegate {
    /// Full name; none leaves the place blank.
    pub name: Option<String>,
    /// Title.
    pub title: String,
    /// Unit or body.
    pub of: String,
}
