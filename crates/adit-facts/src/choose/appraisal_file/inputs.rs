//! The numbers that an appraisal reads, by name.

/// What an input is in: its words and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InputOf {
    /// Name in the table and in files.
    pub name: &'static str,
    /// In words.
    pub words: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Whether it is money, which has a year.
    pub money: bool,
}

const fn of(name: &'static str, words: &'static str, unit: &'static str) -> InputOf {
    InputOf { name, words, unit, money: false }
}

const fn money(name: &'static str, words: &'static str, unit: &'static str) -> InputOf {
    InputOf { name, words, unit, money: true }
}

/// The numbers that an appraisal reads.
pub static INPUTS: [InputOf; 31] = [
    of("first-year", "first year", "year"),
    of("exploration-years", "years of exploration", "years"),
    of("construction-years", "years of construction", "years"),
    of("delay-years", "delay", "years"),
    of("ramp-years", "years to full output", "years"),
    of("operation-years", "years of operation", "years"),
    of("closure-years", "years of closure", "years"),
    of("aftercare-years", "years of aftercare", "years"),
    money("exploration-cost", "exploration and studies", "million EUR"),
    money("capex", "investment", "million EUR"),
    money("sustaining-capex", "sustaining capital", "million EUR a year"),
    money("operating-cost", "operating cost", "EUR per t of product"),
    of("product-tonnes", "tonnes of product a year", "t of product a year"),
    of("price-factor", "price over that of the series", "ratio"),
    money("price", "price", "EUR per t of product"),
    of("contained", "material in a tonne of product", "t per t"),
    money("by-product-revenue", "revenue from by-products", "EUR per t of product"),
    money("feed-cost", "purchased feed", "EUR per t of product"),
    of("feed-share", "purchased feed over the price", "share"),
    money("closure-cost", "closure and aftercare", "million EUR"),
    of("bond-share", "bond over the cost of closure", "share"),
    of("working-capital", "working capital over revenue", "share of yearly revenue"),
    of("discount-rate", "real discount rate", "per year"),
    of("inflation", "inflation", "per year"),
    of("debt-share", "part of the investment that is borrowed", "share"),
    of("debt-rate", "nominal interest", "per year"),
    of("debt-years", "years of repayment", "years"),
    of("depreciation-years", "years of depreciation", "years"),
    of("utilisation", "output over capacity", "share"),
    of("corporate-tax", "corporate tax", "share"),
    of("royalty", "royalty on revenue", "share"),
];

/// What an input of that name is; `None` if an appraisal reads no such number.
pub fn input_of(name: &str) -> Option<&'static InputOf> {
    INPUTS.iter().find(|input| input.name == name)
}
