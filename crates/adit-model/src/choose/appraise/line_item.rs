//! The lines of a year by name: id, words, rule, and whether a line adds to the net cash flow.

use adit_number::Rule;

use super::cash_flow::Line;
use super::lines;

/// A line of a year, in the order of a cash flow statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineItem {
    /// Revenue of the main product.
    Revenue,
    /// Revenue of the other products.
    ByProducts,
    /// Public support received.
    Support,
    /// Royalties.
    Royalty,
    /// Operating cost.
    OperatingCost,
    /// Purchased feed.
    Feed,
    /// Sustaining capital.
    Sustaining,
    /// Investment.
    Capital,
    /// Exploration and studies.
    Exploration,
    /// Closure and aftercare.
    Closure,
    /// Growth of working capital.
    WorkingCapital,
    /// Bond paid.
    BondPaid,
    /// Bond released.
    BondReleased,
    /// Local taxes.
    LocalTaxes,
    /// Corporate tax.
    Tax,
    /// Net cash flow.
    Net,
    /// Deduction for the investment.
    Depreciation,
    /// Profit before carried losses.
    Profit,
    /// Carried losses deducted.
    LossesUsed,
    /// Losses carried forward.
    LossesCarried,
    /// Loan drawn.
    Drawn,
    /// Interest.
    Interest,
    /// Repayment.
    Repayment,
    /// Owed at the end of the year.
    Balance,
    /// Taxes of the owners.
    EquityTax,
    /// Cash flow of the owners.
    Equity,
}

impl LineItem {
    /// All of them.
    pub const ALL: [Self; 26] = [
        Self::Revenue,
        Self::ByProducts,
        Self::Support,
        Self::Royalty,
        Self::OperatingCost,
        Self::Feed,
        Self::Sustaining,
        Self::Capital,
        Self::Exploration,
        Self::Closure,
        Self::WorkingCapital,
        Self::BondPaid,
        Self::BondReleased,
        Self::LocalTaxes,
        Self::Tax,
        Self::Net,
        Self::Depreciation,
        Self::Profit,
        Self::LossesUsed,
        Self::LossesCarried,
        Self::Drawn,
        Self::Interest,
        Self::Repayment,
        Self::Balance,
        Self::EquityTax,
        Self::Equity,
    ];

    /// The lines of which the net cash flow is the sum, each with its sign.
    pub const CASH: [(Self, f64); 15] = [
        (Self::Revenue, 1.0),
        (Self::ByProducts, 1.0),
        (Self::Support, 1.0),
        (Self::Royalty, -1.0),
        (Self::OperatingCost, -1.0),
        (Self::Feed, -1.0),
        (Self::Sustaining, -1.0),
        (Self::Capital, -1.0),
        (Self::Exploration, -1.0),
        (Self::Closure, -1.0),
        (Self::WorkingCapital, -1.0),
        (Self::BondPaid, -1.0),
        (Self::BondReleased, 1.0),
        (Self::LocalTaxes, -1.0),
        (Self::Tax, -1.0),
    ];

    /// The rule that gives it; its id is the one under which the line opens (`appraise.revenue/PROJECT/YEAR`).
    pub fn rule(self) -> &'static Rule {
        match self {
            Self::Revenue => &lines::REVENUE,
            Self::ByProducts => &lines::BY_PRODUCTS,
            Self::Support => &lines::SUPPORT,
            Self::Royalty => &lines::ROYALTY,
            Self::OperatingCost => &lines::OPERATING,
            Self::Feed => &lines::FEED,
            Self::Sustaining => &lines::SUSTAINING,
            Self::Capital => &lines::CAPITAL,
            Self::Exploration => &lines::EXPLORATION,
            Self::Closure => &lines::CLOSURE,
            Self::WorkingCapital => &lines::WORKING_CAPITAL,
            Self::BondPaid => &lines::BOND_PAID,
            Self::BondReleased => &lines::BOND_RELEASED,
            Self::LocalTaxes => &lines::LOCAL_TAXES,
            Self::Tax => &lines::TAX,
            Self::Net => &lines::NET,
            Self::Depreciation => &lines::DEPRECIATION,
            Self::Profit => &lines::PROFIT,
            Self::LossesUsed => &lines::LOSSES_USED,
            Self::LossesCarried => &lines::LOSSES,
            Self::Drawn => &lines::DRAWN,
            Self::Interest => &lines::INTEREST,
            Self::Repayment => &lines::REPAYMENT,
            Self::Balance => &lines::BALANCE,
            Self::EquityTax => &lines::EQUITY_TAX,
            Self::Equity => &lines::EQUITY,
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Revenue => "Revenue",
            Self::ByProducts => "By-products",
            Self::Support => "Public support",
            Self::Royalty => "Royalties",
            Self::OperatingCost => "Operating cost",
            Self::Feed => "Purchased feed",
            Self::Sustaining => "Sustaining capital",
            Self::Capital => "Investment",
            Self::Exploration => "Exploration and studies",
            Self::Closure => "Closure and aftercare",
            Self::WorkingCapital => "Growth of working capital",
            Self::BondPaid => "Bond paid",
            Self::BondReleased => "Bond released",
            Self::LocalTaxes => "Local taxes",
            Self::Tax => "Corporate tax",
            Self::Net => "Net cash flow",
            Self::Depreciation => "Depreciation",
            Self::Profit => "Profit before carried losses",
            Self::LossesUsed => "Carried losses deducted",
            Self::LossesCarried => "Losses carried forward",
            Self::Drawn => "Loan drawn",
            Self::Interest => "Interest",
            Self::Repayment => "Repayment",
            Self::Balance => "Loan owed",
            Self::EquityTax => "Tax with interest deducted",
            Self::Equity => "Cash flow of the owners",
        }
    }

    /// Its amount in a line.
    pub fn of(self, line: &Line<f64>) -> f64 {
        let mut copy = *line;
        *self.place(&mut copy)
    }

    /// Where it stands in a line.
    pub(super) fn place(self, line: &mut Line<f64>) -> &mut f64 {
        match self {
            Self::Revenue => &mut line.revenue,
            Self::ByProducts => &mut line.by_products,
            Self::Support => &mut line.support,
            Self::Royalty => &mut line.royalty,
            Self::OperatingCost => &mut line.operating_cost,
            Self::Feed => &mut line.feed,
            Self::Sustaining => &mut line.sustaining,
            Self::Capital => &mut line.capital,
            Self::Exploration => &mut line.exploration,
            Self::Closure => &mut line.closure,
            Self::WorkingCapital => &mut line.working_capital,
            Self::BondPaid => &mut line.bond_paid,
            Self::BondReleased => &mut line.bond_released,
            Self::LocalTaxes => &mut line.local_taxes,
            Self::Tax => &mut line.tax,
            Self::Net => &mut line.net,
            Self::Depreciation => &mut line.depreciation,
            Self::Profit => &mut line.profit,
            Self::LossesUsed => &mut line.losses_used,
            Self::LossesCarried => &mut line.losses_carried,
            Self::Drawn => &mut line.equity.drawn,
            Self::Interest => &mut line.equity.interest,
            Self::Repayment => &mut line.equity.repayment,
            Self::Balance => &mut line.equity.balance,
            Self::EquityTax => &mut line.equity.tax,
            Self::Equity => &mut line.equity.net,
        }
    }
}
