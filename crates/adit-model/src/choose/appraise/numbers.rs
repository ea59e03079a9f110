//! A plan as plain numbers, in one reading: values for the base case, lanes for draws.

use adit_number::Real;

use super::plan::{Given, ProjectPlan};

/// The numbers of a plan. Money in million euro, prices in euro a tonne, rates as fractions.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers<R> {
    /// Years of exploration.
    pub exploration_years: R,
    /// Years of construction, without delay.
    pub construction_years: R,
    /// Years by which construction takes longer.
    pub delay: R,
    /// Years from first to full output.
    pub ramp: R,
    /// Years of operation.
    pub life: R,
    /// Years of closure.
    pub closure_years: R,
    /// Years of aftercare.
    pub aftercare_years: R,
    /// Output over capacity.
    pub utilisation: R,
    /// Operating cost, euro a tonne of the main product.
    pub operating: R,
    /// Purchased feed, euro a tonne of the main product.
    pub feed: R,
    /// Purchased feed, as a part of the price of the main product.
    pub feed_share: R,
    /// Fixed operating cost, million euro a year.
    pub fixed: R,
    /// Investment.
    pub capital: R,
    /// Factor on it.
    pub overrun: R,
    /// Replacements a year of operation.
    pub sustaining: R,
    /// Exploration and studies.
    pub exploration: R,
    /// Closure.
    pub closure: R,
    /// Aftercare a year.
    pub aftercare: R,
    /// Working capital over revenue.
    pub working_capital: R,
    /// Bond over the cost of closure and aftercare.
    pub bond: R,
    /// Corporate tax.
    pub corporate_tax: R,
    /// Years of depreciation.
    pub depreciation: R,
    /// Part of profit that losses may cover.
    pub loss_share: R,
    /// Profit that losses may cover in full.
    pub loss_free: R,
    /// Real discount rate.
    pub discount: R,
    /// Inflation.
    pub inflation: R,
    /// Part of the investment that is lent; zero without a loan.
    pub debt_share: R,
    /// Nominal interest.
    pub debt_rate: R,
    /// Products, the main one first.
    pub products: Vec<ProductNumbers<R>>,
    /// Rates of the levies, in the order of the plan.
    pub levies: Vec<R>,
    /// Real price by year and product (`year * products + product`), euro a tonne.
    pub prices: Vec<R>,
    /// Public support received by year, million euro, nominal, taxed as income; empty if there is none.
    pub support: Vec<R>,
    /// Public support that lowers what may be depreciated (investment grants), by year, nominal; empty if there is none.
    pub capital_support: Vec<R>,
}

/// The numbers of a product.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProductNumbers<R> {
    /// Tonnes of product a year at full capacity.
    pub capacity: R,
    /// Tonnes of the material in a tonne of product.
    pub contained: R,
    /// Price of the base case, euro a tonne of product.
    pub price: R,
}

/// An input of a plan under its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<'a> {
    /// Kebab-case name within the plan: `capital`, `price/lithium`.
    pub name: String,
    /// What it is, in words.
    pub label: String,
    /// The input.
    pub given: &'a Given,
}

impl ProjectPlan {
    /// All inputs, each under its name; [`Numbers::read`] asks for them in this order.
    pub fn inputs(&self) -> Vec<Named<'_>> {
        let (phases, costs, fiscal, finance) = (&self.phases, &self.costs, &self.fiscal, &self.finance);
        let named = |name: &str, label: &str, given| Named { name: name.into(), label: label.into(), given };
        let mut inputs = vec![
            named("exploration-years", "Years of exploration and studies", &phases.exploration),
            named("construction-years", "Years of construction", &phases.construction),
            named("delay-years", "Delay", &phases.delay),
            named("ramp-years", "Years to full output", &phases.ramp),
            named("operation-years", "Years of operation", &phases.life),
            named("closure-years", "Years of closure", &phases.closure),
            named("aftercare-years", "Years of aftercare", &phases.aftercare),
            named("utilisation", "Output over capacity", &costs.utilisation),
            named("operating-cost", "Operating cost", &costs.operating),
            named("feed-cost", "Purchased feed", &costs.feed),
            named("feed-share", "Purchased feed over the price", &costs.feed_share),
            named("fixed-cost", "Fixed operating cost", &costs.fixed),
            named("capex", "Investment", &costs.capital),
            named("cost-overrun", "Investment over its estimate", &costs.overrun),
            named("sustaining-capex", "Sustaining capital", &costs.sustaining),
            named("exploration-cost", "Exploration and studies", &costs.exploration),
            named("closure-cost", "Closure and rehabilitation", &costs.closure),
            named("aftercare-cost", "Aftercare", &costs.aftercare),
            named("working-capital", "Working capital", &costs.working_capital),
            named("bond-share", "Bond for closure", &costs.bond),
            named("corporate-tax", "Corporate tax", &fiscal.corporate_tax),
            named("depreciation-years", "Years of depreciation", &fiscal.depreciation.years),
            named("loss-share", "Profit that losses may cover", &fiscal.losses.share),
            named("loss-free", "Profit that losses may cover in full", &fiscal.losses.free),
            named("discount-rate", "Real discount rate", &finance.discount),
            named("inflation", "Inflation", &finance.inflation),
        ];
        if let Some(debt) = &finance.debt {
            inputs.push(named("debt-share", "Part of the investment that is lent", &debt.share));
            inputs.push(named("debt-rate", "Interest on the loan", &debt.rate));
        }
        for product in &self.products {
            let of = |what: &str, label: &str, given| {
                named(&format!("{what}/{}", product.name), &format!("{label}, {}", product.name), given)
            };
            inputs.push(of("product-tonnes", "Capacity", &product.capacity));
            inputs.push(of("contained", "Material in a tonne of product", &product.contained));
            inputs.push(of("price", "Price", &product.price));
        }
        for levy in &fiscal.levies {
            inputs.push(named(&format!("levy/{}", levy.id), &levy.label, &levy.rate));
        }
        inputs
    }
}

impl<R: Real> Numbers<R> {
    /// Reads a plan; `read` is given the place of each input in [`ProjectPlan::inputs`] and the input.
    pub fn read(plan: &ProjectPlan, mut read: impl FnMut(usize, &Given) -> R) -> Self {
        let mut place = 0;
        let mut next = |given: &Given| {
            place += 1;
            read(place - 1, given)
        };
        let (phases, costs, fiscal, finance) = (&plan.phases, &plan.costs, &plan.fiscal, &plan.finance);
        // Evaluated in the order in which they stand here, which is that of `inputs`.
        let mut numbers = Self {
            exploration_years: next(&phases.exploration),
            construction_years: next(&phases.construction),
            delay: next(&phases.delay),
            ramp: next(&phases.ramp),
            life: next(&phases.life),
            closure_years: next(&phases.closure),
            aftercare_years: next(&phases.aftercare),
            utilisation: next(&costs.utilisation),
            operating: next(&costs.operating),
            feed: next(&costs.feed),
            feed_share: next(&costs.feed_share),
            fixed: next(&costs.fixed),
            capital: next(&costs.capital),
            overrun: next(&costs.overrun),
            sustaining: next(&costs.sustaining),
            exploration: next(&costs.exploration),
            closure: next(&costs.closure),
            aftercare: next(&costs.aftercare),
            working_capital: next(&costs.working_capital),
            bond: next(&costs.bond),
            corporate_tax: next(&fiscal.corporate_tax),
            depreciation: next(&fiscal.depreciation.years),
            loss_share: next(&fiscal.losses.share),
            loss_free: next(&fiscal.losses.free),
            discount: next(&finance.discount),
            inflation: next(&finance.inflation),
            debt_share: finance.debt.as_ref().map_or(R::exact(0.0), |debt| next(&debt.share)),
            debt_rate: finance.debt.as_ref().map_or(R::exact(0.0), |debt| next(&debt.rate)),
            products: Vec::new(),
            levies: Vec::new(),
            prices: Vec::new(),
            support: Vec::new(),
            capital_support: Vec::new(),
        };
        for product in &plan.products {
            let [capacity, contained, price] = [&product.capacity, &product.contained, &product.price].map(&mut next);
            numbers.products.push(ProductNumbers { capacity, contained, price });
        }
        numbers.levies = fiscal.levies.iter().map(|levy| next(&levy.rate)).collect();
        numbers.prices = (0..plan.years()).flat_map(|_| numbers.products.iter().map(|one| one.price)).collect();
        numbers
    }
}

impl Numbers<f64> {
    /// The base case.
    pub fn base(plan: &ProjectPlan) -> Self {
        Self::read(plan, |_, given| given.value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::mine;
    use super::Numbers;

    #[test]
    fn inputs_are_read_in_the_order_of_their_names() {
        let plan = mine();
        let inputs = plan.inputs();
        let mut places = Vec::new();
        Numbers::read(&plan, |place, given| {
            assert_eq!(given, inputs[place].given, "{}", inputs[place].name);
            places.push(place);
            given.value
        });
        assert_eq!(places, (0..inputs.len()).collect::<Vec<_>>());
    }
}
