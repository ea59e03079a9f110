//! The formulas of a year's lines, each with its rule. Million euro, nominal, unless said otherwise.

use adit_number::{Real, Rule, Subject};

const TEXTBOOK: &str = "R. A. Brealey, S. C. Myers, F. Allen, Principles of Corporate Finance, 10th ed. 2011, ch. 6 (only cash flow counts)";
const MINING: &str =
    "F. J. Stermole, J. M. Stermole, Economic Evaluation and Investment Decision Methods, 14th ed. 2014, ch. 8";

const STAND_ALONE: &str =
    "Brealey, Myers, Allen (2011), ch. 6; Stermole & Stermole (2014), ch. 8 (a project that stands alone)";
const LOANS: &str = "E. R. Yescombe, Principles of Project Finance, 2nd ed. 2014, ch. 12";

/// Part of full output.
pub static OUTPUT_SHARE: Rule = Rule {
    id: "appraise.output-share",
    says: "Output of a year over that of a year at full capacity: a straight line from nothing at first output to full output at the end of the ramp-up, nothing after the end of the life",
    formula: "C(min(t + 1 − s, life)) − C(min(t − s, life)), C(x) = min(x, ramp)² / (2 ramp) + max(x − ramp, 0)",
    unit: "share",
    source: "Area under a linear ramp-up, as for the capacities of the Chain room (benchmark.counted)",
};

/// Tonnes.
pub static TONNES: Rule = Rule {
    id: "appraise.tonnes",
    says: "Tonnes of product that are made in a year",
    formula: "capacity × utilisation × output-share",
    unit: "t/a",
    source: MINING,
};

/// Index of prices.
pub static INDEX: Rule = Rule {
    id: "appraise.index",
    says: "Money of a year over money of the year in which prices are",
    formula: "(1 + inflation)^(year − year of money)",
    unit: "factor",
    source: "I. Fisher, The Theory of Interest, 1930, ch. XIX",
};

/// Revenue of the main product.
pub static REVENUE: Rule = Rule {
    id: "appraise.revenue",
    says: "Revenue of the main product",
    formula: "tonnes × price × index / 10^6",
    unit: "million EUR",
    source: MINING,
};

/// Revenue of the other products.
pub static BY_PRODUCTS: Rule = Rule {
    id: "appraise.by-products",
    says: "Revenue of the other products",
    formula: "Σ tonnes × price × index / 10^6",
    unit: "million EUR",
    source: MINING,
};

/// Royalties.
pub static ROYALTY: Rule = Rule {
    id: "appraise.royalty",
    says: "Royalties, each on its own base; never below zero",
    formula: "Σ rate × base",
    unit: "million EUR",
    source: "The law of each royalty, as table fiscal-terms cites it",
};

/// Operating cost.
pub static OPERATING: Rule = Rule {
    id: "appraise.operating-cost",
    says: "Operating cost: what follows the tonnes of the main product, and what does not",
    formula: "(tonnes × operating cost / 10^6 + fixed cost × part of the year) × index",
    unit: "million EUR",
    source: MINING,
};

/// Purchased feed.
pub static FEED: Rule = Rule {
    id: "appraise.feed",
    says: "Ore, concentrate or scrap that is bought for the main product",
    formula: "tonnes × (feed cost + feed share × price) × index / 10^6",
    unit: "million EUR",
    source: MINING,
};

/// Sustaining capital.
pub static SUSTAINING: Rule = Rule {
    id: "appraise.sustaining-capital",
    says: "Replacements and renewals while the project operates",
    formula: "sustaining capital a year × part of the year × index",
    unit: "million EUR",
    source: MINING,
};

/// Capital.
pub static CAPITAL: Rule = Rule {
    id: "appraise.capital",
    says: "The investment, spread evenly over the time of construction; a delay stretches that time",
    formula: "investment × overrun × part of construction in the year × index",
    unit: "million EUR",
    source: MINING,
};

/// Exploration.
pub static EXPLORATION: Rule = Rule {
    id: "appraise.exploration",
    says: "Exploration and studies that are still to be paid, spread evenly over their years",
    formula: "exploration × part in the year × index",
    unit: "million EUR",
    source: MINING,
};

/// Closure.
pub static CLOSURE: Rule = Rule {
    id: "appraise.closure",
    says: "Closure and rehabilitation after the last output, and aftercare after closure",
    formula: "(closure × part in the year + aftercare a year × part of the year) × index",
    unit: "million EUR",
    source: "Directive 2006/21/EC, Art. 12 (closure and after-closure procedures)",
};

/// Working capital.
pub static WORKING_CAPITAL: Rule = Rule {
    id: "appraise.working-capital",
    says: "Growth of working capital, which follows revenue and comes back in full in the year after the last revenue",
    formula: "part × (revenue + by-products) − the same of the year before",
    unit: "million EUR",
    source: TEXTBOOK,
};

/// Bond paid.
pub static BOND_PAID: Rule = Rule {
    id: "appraise.bond-paid",
    says: "Bond for closure and aftercare, paid in the year before output begins; the operator's cash, and no cost unless it is drawn",
    formula: "part × (closure + aftercare × years) × index × part in the year",
    unit: "million EUR",
    source: "Directive 2006/21/EC, Art. 14(1): a financial guarantee prior to the commencement of any operations",
};

/// Bond released.
pub static BOND_RELEASED: Rule = Rule {
    id: "appraise.bond-released",
    says: "Bond that comes back as closure and aftercare are carried out: as large a part of it as of their real cost",
    formula: "bond × (closure and aftercare of the year / of all years, real)",
    unit: "million EUR",
    source: "Directive 2006/21/EC, Art. 14(3) (adjusted to the work to be carried out) and Art. 14(4) (released on approval of closure)",
};

/// Local taxes.
pub static LOCAL_TAXES: Rule = Rule {
    id: "appraise.local-taxes",
    says: "Local taxes, each on its own base",
    formula: "Σ rate × base",
    unit: "million EUR",
    source: "The law of each tax, as table fiscal-terms cites it",
};

/// Depreciation.
pub static DEPRECIATION: Rule = Rule {
    id: "appraise.depreciation",
    says: "Deduction for the investment, in equal parts from first output over the stated years or the life if shorter, and for sustaining capital over what is left of the life. Historic cost: it does not rise with prices",
    formula: "(Σ capital − investment grants) × part / min(years, life) + book value of sustaining capital × part / life left",
    unit: "million EUR",
    source: "Straight-line method; Brealey, Myers, Allen (2011), ch. 6 (inflation treated alike: depreciation is deducted in nominal money)",
};

/// Profit.
pub static PROFIT: Rule = Rule {
    id: "appraise.profit",
    says: "Taxable profit before carried losses, without the interest of the loan; below zero it is a loss",
    formula: "revenue + by-products + taxed support − royalty − operating cost − feed − exploration − closure − local taxes that are deducted − depreciation",
    unit: "million EUR",
    source: STAND_ALONE,
};

/// Losses.
pub static LOSSES_USED: Rule = Rule {
    id: "appraise.losses-used",
    says: "Losses of earlier years that are deducted, the oldest first",
    formula: "min(losses carried, profit, free + share × (profit − free))",
    unit: "million EUR",
    source: "Law of the country, as table fiscal-terms cites it; Stermole & Stermole (2014), ch. 8 (losses carried forward)",
};

/// Losses carried.
pub static LOSSES: Rule = Rule {
    id: "appraise.losses-carried",
    says: "Losses carried into the next year",
    formula: "losses carried before + loss of the year − losses used − losses too old",
    unit: "million EUR",
    source: "Law of the country, as table fiscal-terms cites it; Stermole & Stermole (2014), ch. 8 (losses carried forward)",
};

/// Corporate tax.
pub static TAX: Rule = Rule {
    id: "appraise.tax",
    says: "Corporate tax on nominal profit after depreciation and carried losses; the project stands alone, so a loss saves no tax elsewhere",
    formula: "rate × (max(profit, 0) − losses used)",
    unit: "million EUR",
    source: STAND_ALONE,
};

/// Public support.
pub static SUPPORT: Rule = Rule {
    id: "appraise.support",
    says: "Public support received",
    formula: "taxed support + investment grants",
    unit: "million EUR",
    source: "As the instrument says",
};

/// Net cash flow.
pub static NET: Rule = Rule {
    id: "appraise.net",
    says: "Cash flow of the project after tax and before loans",
    formula: "revenue + by-products + support − royalty − operating cost − feed − sustaining capital − capital − exploration − closure − working capital − bond paid + bond released − local taxes − corporate tax",
    unit: "million EUR",
    source: TEXTBOOK,
};

/// Cash flow to the owners.
pub static EQUITY: Rule = Rule {
    id: "appraise.equity",
    says: "Cash flow of the owners: that of the project with the loan drawn, its interest and repayment, and the tax that interest saves",
    formula: "net + drawn − interest − repayment + tax − tax with interest deducted",
    unit: "million EUR",
    source: "Brealey, Myers, Allen (2011), ch. 19 (flow to equity)",
};

/// Loan drawn.
pub static DRAWN: Rule = Rule {
    id: "appraise.loan-drawn",
    says: "Loan drawn as the investment is paid",
    formula: "part that is lent × capital",
    unit: "million EUR",
    source: LOANS,
};

/// Interest.
pub static INTEREST: Rule = Rule {
    id: "appraise.interest",
    says: "Interest on what is owed at the beginning of the year, paid in the year, during construction too",
    formula: "rate × owed at the end of the year before",
    unit: "million EUR",
    source: LOANS,
};

/// Repayment.
pub static REPAYMENT: Rule = Rule {
    id: "appraise.repayment",
    says: "Repayment in equal parts over the term, which begins after the grace period",
    formula: "Σ drawn × part of the term in the year",
    unit: "million EUR",
    source: LOANS,
};

/// Owed.
pub static BALANCE: Rule = Rule {
    id: "appraise.loan-owed",
    says: "Loan owed at the end of the year",
    formula: "owed before + drawn − repayment",
    unit: "million EUR",
    source: LOANS,
};

/// Tax of the owners.
pub static EQUITY_TAX: Rule = Rule {
    id: "appraise.tax-with-interest",
    says: "Corporate tax with the interest of the loan deducted, and by how much that lowers local taxes on profit; its losses are carried on their own",
    formula: "tax(profit − interest) + local taxes on (profit − interest) − local taxes on profit",
    unit: "million EUR",
    source: STAND_ALONE,
};

/// All rules of this file.
pub static RULES: [&Rule; 29] = [
    &OUTPUT_SHARE,
    &TONNES,
    &INDEX,
    &REVENUE,
    &BY_PRODUCTS,
    &ROYALTY,
    &OPERATING,
    &FEED,
    &SUSTAINING,
    &CAPITAL,
    &EXPLORATION,
    &CLOSURE,
    &WORKING_CAPITAL,
    &BOND_PAID,
    &BOND_RELEASED,
    &LOCAL_TAXES,
    &DEPRECIATION,
    &LOSSES_USED,
    &LOSSES,
    &TAX,
    &SUPPORT,
    &NET,
    &PROFIT,
    &DRAWN,
    &INTEREST,
    &REPAYMENT,
    &BALANCE,
    &EQUITY_TAX,
    &EQUITY,
];

/// Euro in a million euro.
const MILLION: f64 = 1e6;

/// The part of year `t` that lies between two times, in years.
pub fn overlap<R: Real>(t: usize, from: R, to: R) -> R {
    let (begin, end) = (R::exact(t as f64), R::exact(t as f64 + 1.0));
    (end.smaller(to) - begin.larger(from)).larger(R::exact(0.0))
}

/// Output of year `t` over that of a full year.
pub fn output_share<R: Real>(t: usize, operation: R, closure: R, ramp: R) -> R {
    let zero = R::exact(0.0);
    let life = closure - operation;
    let area = |time: f64| {
        let elapsed = (R::exact(time) - operation).larger(zero).smaller(life);
        let rising = elapsed.smaller(ramp);
        let none = zero.at_least(ramp);
        let divisor = R::choose(none, R::exact(1.0), R::exact(2.0) * ramp);
        R::choose(none, zero, rising.square() / divisor) + (elapsed - ramp.larger(zero)).larger(zero)
    };
    (area(t as f64 + 1.0) - area(t as f64)).by(&OUTPUT_SHARE, Subject::NONE)
}

/// Tonnes of product that are made.
pub fn tonnes<R: Real>(capacity: R, utilisation: R, output_share: R) -> R {
    (capacity * utilisation * output_share).by(&TONNES, Subject::NONE)
}

/// Revenue of a product, million euro, nominal.
pub fn revenue<R: Real>(tonnes: R, price: R, index: R) -> R {
    (tonnes * price * index / R::exact(MILLION)).by(&REVENUE, Subject::NONE)
}

/// Operating cost.
pub fn operating_cost<R: Real>(tonnes: R, per_tonne: R, fixed: R, operating: R, index: R) -> R {
    ((tonnes * per_tonne / R::exact(MILLION) + fixed * operating) * index).by(&OPERATING, Subject::NONE)
}

/// Purchased feed.
pub fn feed<R: Real>(tonnes: R, per_tonne: R, share: R, price: R, index: R) -> R {
    (tonnes * (per_tonne + share * price) * index / R::exact(MILLION)).by(&FEED, Subject::NONE)
}

/// Something that is paid in parts: `whole × part × index`.
pub fn paid<R: Real>(whole: R, part: R, index: R, rule: &'static Rule) -> R {
    (whole * part * index).by(rule, Subject::NONE)
}

/// Closure and aftercare.
pub fn closure<R: Real>(closure: R, closing: R, aftercare: R, caring: R, index: R) -> R {
    ((closure * closing + aftercare * caring) * index).by(&CLOSURE, Subject::NONE)
}

/// Growth of working capital.
pub fn working_capital<R: Real>(balance: R, before: R) -> R {
    (balance - before).by(&WORKING_CAPITAL, Subject::NONE)
}

/// Losses of earlier years that may be deducted.
pub fn losses_used<R: Real>(carried: R, profit: R, free: R, share: R) -> R {
    let positive = profit.larger(R::exact(0.0));
    let most = free + share * (positive - free).larger(R::exact(0.0));
    carried.smaller(positive).smaller(most).by(&LOSSES_USED, Subject::NONE)
}

/// Tax on profit.
pub fn tax<R: Real>(rate: R, profit: R, losses_used: R) -> R {
    (rate * (profit.larger(R::exact(0.0)) - losses_used)).by(&TAX, Subject::NONE)
}
