//! The arithmetic of the method, on plain columns.

use adit_facts::Country;

/// Concentration of a production, 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Countries that are not named count in the total, and are taken to be many small ones.
    pub value: f64,
    /// The least.
    pub low: f64,
    /// Countries that are not named are taken to be a single one.
    pub high: f64,
}

/// Concentration of world production from that of the named countries and what is not named, in tonnes; `None` without
/// any production. `open`: a further amount is not known at all, so that only the least concentration is bounded.
///
/// # Source
/// Koyamparambath et al. 2024: the sum of squares over the square of the sum.
pub fn concentration(named: impl Iterator<Item = f64> + Clone, rest: f64, open: bool) -> Option<Concentration> {
    let whole = named.clone().sum::<f64>() + rest;
    if whole <= 0.0 {
        return None;
    }
    let value: f64 = named.map(|tonnes| (tonnes / whole) * (tonnes / whole)).sum();
    Some(if open {
        // (sum of squares + x^2) / (sum + x)^2 is least at x = sum of squares / sum, and 1 for x without limit.
        Concentration { value, low: value / (1.0 + value), high: 1.0 }
    } else {
        Concentration { value, low: value, high: (value + (rest / whole) * (rest / whole)).min(1.0) }
    })
}

/// Flows of one good in one year: columns of equal length.
#[derive(Debug, Clone, Copy)]
pub struct Flows<'a> {
    /// Countries of dispatch.
    pub exporters: &'a [Country],
    /// Countries that receive.
    pub importers: &'a [Country],
    /// Gross tonnes; NaN where no quantity is known: these flows do not count, as in the published method.
    pub tonnes: &'a [f64],
    /// Contained tonnes in a gross tonne.
    pub contained: f64,
}

/// What an economy buys: contained tonnes, and the same weighted by the instability of the sellers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bought {
    /// Tonnes.
    pub tonnes: f64,
    /// Tonnes times instability.
    pub weighted: f64,
}

/// Domestic production, tonnes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Made {
    /// What the source names.
    pub named: f64,
    /// The most that may be hidden in what it does not name; infinite where it withholds a figure.
    pub hidden: f64,
}

/// Import risk with its bounds, 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImportRisk {
    /// With the named production.
    pub value: f64,
    /// With all production that is not named, here.
    pub low: f64,
    /// The same as the value: production that is not named cannot be less than nothing.
    pub high: f64,
}

impl Bought {
    /// The import risk beside some production; `None` where nothing is bought or made.
    ///
    /// # Source
    /// Helbig et al. 2016; Koyamparambath et al. 2024.
    pub fn risk(self, made: Made) -> Option<ImportRisk> {
        let supply = self.tonnes + made.named;
        (supply > 0.0).then(|| {
            let value = self.weighted / supply;
            ImportRisk { value, low: self.weighted / (supply + made.hidden), high: value }
        })
    }
}

/// What all economies buy of one material in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Imports {
    each: Vec<Bought>,
    /// The Union, trade among its members with weight 0.
    pub union: Bought,
    /// The Union from third countries.
    pub outside: Bought,
}

impl Imports {
    /// The countries, in the order of the vocabulary.
    pub fn countries(&self) -> impl Iterator<Item = (Country, Bought)> {
        (0u16..).map(Country).zip(self.each.iter().copied())
    }

    /// One country.
    pub fn of(&self, country: Country) -> Bought {
        self.each.get(usize::from(country.0)).copied().unwrap_or_default()
    }
}

/// Sums the flows of a material: one pass. `instability` and `members` are by country.
pub fn imports<'a>(flows: impl Iterator<Item = Flows<'a>>, instability: &[f64], members: &[bool]) -> Imports {
    let mut found = Imports {
        each: vec![Bought::default(); instability.len()],
        union: Bought::default(),
        outside: Bought::default(),
    };
    for flow in flows {
        let pairs = flow.exporters.iter().zip(flow.importers).zip(flow.tonnes);
        for ((exporter, importer), tonnes) in pairs.filter(|(_, tonnes)| !tonnes.is_nan()) {
            let (from, to) = (usize::from(exporter.0), usize::from(importer.0));
            let tonnes = tonnes * flow.contained;
            let weighted = tonnes * instability[from];
            add(&mut found.each[to], tonnes, weighted);
            if members[to] {
                if members[from] {
                    add(&mut found.union, tonnes, 0.0);
                } else {
                    add(&mut found.union, tonnes, weighted);
                    add(&mut found.outside, tonnes, weighted);
                }
            }
        }
    }
    found
}

fn add(bought: &mut Bought, tonnes: f64, weighted: f64) {
    bought.tonnes += tonnes;
    bought.weighted += weighted;
}
