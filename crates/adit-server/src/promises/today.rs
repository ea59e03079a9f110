//! The day on which the server is asked, in coordinated universal time.

use adit_answer::promises::day;
use adit_facts::law::Date;
use adit_record::Moment;

use crate::problem::Problem;

/// Today, or the day that an address names.
pub fn or_named(named: Option<&str>) -> Result<Date, Problem> {
    let text = named.filter(|text| !text.is_empty()).map_or_else(|| Moment::now().day(), str::to_owned);
    Ok(day("as-of", &text)?)
}
