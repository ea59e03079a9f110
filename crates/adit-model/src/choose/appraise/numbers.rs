//! A plan as plain numbers, in one reading: values for the base case, lanes for draws.

use adit_number::Real;

use super::plan::{Given, ProjectPlan};

/// The numbers of a plan. Money in million euro, prices in euro a tonne, rates as fractions.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers<R> {
    /// Years by which construction takes longer.
    pub delay: R,
    /// Years from first to full output.
    pub ramp: R,
    /// Output over capacity.
    pub utilisation: R,
    /// Operating cost, euro a tonne of the traded form of the main product.
    pub operating: R,
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
    /// Tonnes contained a year at full capacity.
    pub capacity: R,
    /// Tonnes of the traded form in a tonne contained.
    pub form: R,
    /// Price of the base case, euro a tonne.
    pub price: R,
    /// Part of the price that is paid.
    pub payable: R,
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
        let (costs, fiscal, finance) = (&self.costs, &self.fiscal, &self.finance);
        let named = |name: &str, label: &str, given| Named { name: name.into(), label: label.into(), given };
        let mut inputs = vec![
            named("delay", "Delay", &self.phases.delay),
            named("ramp", "Years to full output", &self.phases.ramp),
            named("utilisation", "Output over capacity", &costs.utilisation),
            named("operating-cost", "Operating cost", &costs.operating),
            named("fixed-cost", "Fixed operating cost", &costs.fixed),
            named("capital", "Investment", &costs.capital),
            named("overrun", "Investment over its estimate", &costs.overrun),
            named("sustaining", "Sustaining capital", &costs.sustaining),
            named("exploration", "Exploration and studies", &costs.exploration),
            named("closure", "Closure and rehabilitation", &costs.closure),
            named("aftercare", "Aftercare", &costs.aftercare),
            named("working-capital", "Working capital", &costs.working_capital),
            named("bond", "Bond for closure", &costs.bond),
            named("corporate-tax", "Corporate tax", &fiscal.corporate_tax),
            named("depreciation", "Years of depreciation", &fiscal.depreciation.years),
            named("loss-share", "Profit that losses may cover", &fiscal.losses.share),
            named("loss-free", "Profit that losses may cover in full", &fiscal.losses.free),
            named("discount", "Real discount rate", &finance.discount),
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
            inputs.push(of("capacity", "Capacity", &product.capacity));
            inputs.push(of("form", "Traded form for a tonne contained", &product.form));
            inputs.push(of("price", "Price", &product.price));
            inputs.push(of("payable", "Part of the price that is paid", &product.payable));
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
        let (costs, fiscal, finance) = (&plan.costs, &plan.fiscal, &plan.finance);
        // Evaluated in the order in which they stand here, which is that of `inputs`.
        let mut numbers = Self {
            delay: next(&plan.phases.delay),
            ramp: next(&plan.phases.ramp),
            utilisation: next(&costs.utilisation),
            operating: next(&costs.operating),
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
            let [capacity, form, price, payable] =
                [&product.capacity, &product.form, &product.price, &product.payable].map(&mut next);
            numbers.products.push(ProductNumbers { capacity, form, price, payable });
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
