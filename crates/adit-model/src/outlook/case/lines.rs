//! The lines of a case: what each is, in which unit, by which rule.

use adit_number::Rule;

use super::rules;

/// A line of a material.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Line {
    /// Material in products put into use in the Union.
    PutIntoUse,
    /// The part of it in products whose stage product is made outside the Union.
    FromOutside,
    /// Consumption by undertakings in the Union (Art. 2(12)).
    Consumption,
    /// 25 % of that consumption (Art. 5(1)(a)(iii)).
    Benchmark,
    /// In use at the end of the year.
    Stock,
    /// In products that reach their end of life.
    EndOfLife,
    /// Of that, what leaves the Union used or is not accounted for.
    UsedExport,
    /// Of the rest, what is not collected.
    Uncollected,
    /// Of the rest, what is collected.
    Collected,
    /// Of what is collected, what does not reach a recycler separated.
    NotDismantled,
    /// Of what does, what is treated outside the Union.
    ScrapExport,
    /// What reaches recyclers in the Union.
    Feed,
    /// What would come back if capacity were no limit.
    Potential,
    /// Recycling capacity in the Union.
    Capacity,
    /// Secondary supply from old scrap.
    Supply,
    /// Feed that is not treated for lack of capacity.
    Untreated,
    /// Lost in the recovery of what is treated.
    RecoveryLoss,
    /// Scrap of manufacturing that arises.
    ManufacturingScrap,
    /// Secondary supply from manufacturing scrap.
    ScrapSupply,
    /// End-of-life recycling input rate of the case.
    EolRir,
    /// End-of-life recycling rate.
    EolRr,
    /// Recycling capacity over consumption.
    CapacityShare,
    /// Secondary supply from both feeds over consumption.
    SecondaryShare,
    /// Consumption of the case over that of the Union.
    UnionShare,
    /// Supply risk with the case's secondary supply.
    SupplyRisk,
}

impl Line {
    /// All, in the order in which they are computed.
    pub const ALL: [Self; 25] = [
        Self::PutIntoUse,
        Self::FromOutside,
        Self::Consumption,
        Self::Benchmark,
        Self::Stock,
        Self::EndOfLife,
        Self::UsedExport,
        Self::Uncollected,
        Self::Collected,
        Self::NotDismantled,
        Self::ScrapExport,
        Self::Feed,
        Self::Potential,
        Self::Capacity,
        Self::Supply,
        Self::Untreated,
        Self::RecoveryLoss,
        Self::ManufacturingScrap,
        Self::ScrapSupply,
        Self::EolRir,
        Self::EolRr,
        Self::CapacityShare,
        Self::SecondaryShare,
        Self::UnionShare,
        Self::SupplyRisk,
    ];

    /// Its place in [`Line::ALL`].
    pub fn at(self) -> usize {
        self as usize
    }

    /// The word of ids: `outlook.LINE/CASE/MATERIAL/YEAR`.
    pub fn id(self) -> &'static str {
        match self {
            Self::PutIntoUse => "put-into-use",
            Self::FromOutside => "from-outside",
            Self::Consumption => "consumption",
            Self::Benchmark => "benchmark",
            Self::Stock => "stock",
            Self::EndOfLife => "end-of-life",
            Self::UsedExport => "used-export",
            Self::Uncollected => "uncollected",
            Self::Collected => "collected",
            Self::NotDismantled => "not-dismantled",
            Self::ScrapExport => "scrap-export",
            Self::Feed => "feed",
            Self::Potential => "secondary-potential",
            Self::Capacity => "recycling-capacity",
            Self::Supply => "secondary-supply",
            Self::Untreated => "untreated",
            Self::RecoveryLoss => "recovery-loss",
            Self::ManufacturingScrap => "manufacturing-scrap",
            Self::ScrapSupply => "scrap-supply",
            Self::EolRir => "eol-rir",
            Self::EolRr => "eol-rr",
            Self::CapacityShare => "capacity-share",
            Self::SecondaryShare => "secondary-share",
            Self::UnionShare => "union-share",
            Self::SupplyRisk => "supply-risk",
        }
    }

    /// From its word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.id() == text)
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::PutIntoUse => "Put into use",
            Self::FromOutside => "Put into use, made outside the Union",
            Self::Consumption => "Consumption by undertakings in the Union",
            Self::Benchmark => "25 % of consumption",
            Self::Stock => "In use",
            Self::EndOfLife => "End of life",
            Self::UsedExport => "Used exports and unaccounted",
            Self::Uncollected => "Not collected",
            Self::Collected => "Collected",
            Self::NotDismantled => "Not separated",
            Self::ScrapExport => "Scrap treated outside the Union",
            Self::Feed => "Feed of recyclers",
            Self::Potential => "Secondary potential",
            Self::Capacity => "Recycling capacity",
            Self::Supply => "Secondary supply from old scrap",
            Self::Untreated => "Feed without capacity",
            Self::RecoveryLoss => "Lost in recovery",
            Self::ManufacturingScrap => "Manufacturing scrap",
            Self::ScrapSupply => "Secondary supply from manufacturing scrap",
            Self::EolRir => "End-of-life recycling input rate",
            Self::EolRr => "End-of-life recycling rate",
            Self::CapacityShare => "Recycling capacity over consumption",
            Self::SecondaryShare => "Secondary supply from both feeds over consumption",
            Self::UnionShare => "Part of the Union's whole consumption",
            Self::SupplyRisk => "Supply risk",
        }
    }

    /// The rule that gives it.
    pub fn rule(self) -> &'static Rule {
        rules::lines::ALL[self.at()]
    }

    /// `t`, `t/a`, `share` or `index`.
    pub fn unit(self) -> &'static str {
        self.rule().unit
    }

    /// What it is, in one sentence.
    pub fn says(self) -> &'static str {
        self.rule().says
    }

    /// Whether it is a rate of other lines, not an amount.
    pub fn is_rate(self) -> bool {
        self >= Self::EolRir
    }
}

/// A line of a segment, in the unit of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProductLine {
    /// Put into use in the year.
    Inflow,
    /// In use at the end of the year.
    Stock,
    /// Reaching the end of life in the year.
    Outflow,
}

impl ProductLine {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Inflow, Self::Stock, Self::Outflow];

    /// The word of ids: `outlook.LINE/CASE/SEGMENT/YEAR`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Inflow => "product-inflow",
            Self::Stock => "product-stock",
            Self::Outflow => "product-outflow",
        }
    }

    /// From its word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.id() == text)
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inflow => "Products put into use",
            Self::Stock => "Products in use",
            Self::Outflow => "Products reaching their end of life",
        }
    }

    /// The rule that gives it.
    pub fn rule(self) -> &'static Rule {
        match self {
            Self::Inflow => &rules::PRODUCT_INFLOW,
            Self::Stock => &rules::PRODUCT_STOCK,
            Self::Outflow => &rules::PRODUCT_OUTFLOW,
        }
    }

    /// What it is, in one sentence.
    pub fn says(self) -> &'static str {
        self.rule().says
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn every_line_stands_at_its_place_and_has_its_own_rule() {
        for (at, line) in Line::ALL.into_iter().enumerate() {
            assert_eq!(line.at(), at);
            assert_eq!(Line::parse(line.id()), Some(line));
            assert_eq!(line.rule().id, format!("outlook.{}", line.id()));
        }
    }
}
