//! The factors by which a what-if scales shares and import reliance, once as values and once in bounds.
//!
//! Each is written so that an uncertain share stands in it once, or on one side of a quotient that the bounds reading
//! knows ([`Real::part_of`]).

use adit_facts::Amount;
use adit_number::{AsBounds, AsValue, Bounds, Reading, Real};

use crate::risk::import_reliance::import_share_factor;
use crate::risk::inputs::{ListInputs, SupplierInputs};

/// `m'/m` when EU sourcing is kept at `kept` of what it was and `outside` is added from outside the EU:
/// `m' = m kept + outside`. `None` where nothing is imported: import reliance then stays (rules §1.9).
pub(super) fn import_share_after_adding(list: &ListInputs, in_eu: &[bool], kept: f64, outside: f64) -> Option<Amount> {
    fn factor<R: Reading>(r: &R, list: &ListInputs, in_eu: &[bool], kept: f64, outside: f64) -> R::Number {
        let imports = sum(r, list.suppliers.iter().filter(|s| !in_eu[usize::from(s.country.0)]));
        let outside = (outside != 0.0).then(|| R::Number::exact(outside));
        import_share_factor(R::Number::exact(kept), outside, imports)
    }
    if list.import_share(in_eu) <= 0.0 {
        return None;
    }
    amount(factor(&AsValue, list, in_eu, kept, outside), factor(&AsBounds, list, in_eu, kept, outside))
}

/// The factor by which the remaining suppliers grow when one is gone and the list keeps its total: `1 + s / rest`.
/// `None` where nobody remains.
pub(super) fn rest_scaled_up(list: &ListInputs, gone: &SupplierInputs) -> Option<Amount> {
    if others(list, gone).map(|s| s.share.value).sum::<f64>() <= 0.0 {
        return None;
    }
    amount(scale(&AsValue, list, gone), scale(&AsBounds, list, gone))
}

/// `m'/m` when a supplier of EU sourcing is gone and the rest is scaled up. `None` where nothing is imported or nobody
/// remains.
pub(super) fn import_share_after_losing(list: &ListInputs, gone: &SupplierInputs, in_eu: &[bool]) -> Option<Amount> {
    fn factor<R: Reading>(r: &R, list: &ListInputs, gone: &SupplierInputs, in_eu: &[bool]) -> R::Number {
        if in_eu[usize::from(gone.country.0)] {
            return scale(r, list, gone);
        }
        let imports = sum(r, others(list, gone).filter(|s| !in_eu[usize::from(s.country.0)]));
        imports.part_of(r.read(&gone.share)) * scale(r, list, gone)
    }
    rest_scaled_up(list, gone)?;
    if list.import_share(in_eu) <= 0.0 {
        return None;
    }
    amount(factor(&AsValue, list, gone, in_eu), factor(&AsBounds, list, gone, in_eu))
}

fn others<'a>(list: &'a ListInputs, gone: &SupplierInputs) -> impl Iterator<Item = &'a SupplierInputs> + use<'a> {
    let country = gone.country;
    list.suppliers.iter().filter(move |s| s.country != country)
}

fn sum<'a, R: Reading>(r: &R, suppliers: impl Iterator<Item = &'a SupplierInputs>) -> R::Number {
    suppliers.map(|s| r.read(&s.share)).fold(R::Number::exact(0.0), |sum, share| sum + share)
}

fn scale<R: Reading>(r: &R, list: &ListInputs, gone: &SupplierInputs) -> R::Number {
    R::Number::exact(1.0) + r.read(&gone.share) / sum(r, others(list, gone))
}

fn amount(value: f64, bounds: Bounds) -> Option<Amount> {
    if !value.is_finite() {
        return None;
    }
    // A divisor that may be zero leaves no limit; the largest number stands for it, as a scenario file has no infinity.
    let (low, high) = (bounds.lo().max(0.0), bounds.hi().min(f64::MAX));
    Some(if low >= high {
        Amount::Exact(value)
    } else {
        Amount::Between { value, low: low.min(value), high: high.max(value) }
    })
}

#[cfg(test)]
mod tests {
    use adit_facts::Country;
    use adit_number::Fact;

    use super::*;

    fn list(shares: [(f64, f64, f64); 2]) -> ListInputs {
        let exact = Fact::exact(9, 9, 1.0).unwrap();
        let suppliers = (0u16..).zip(shares).map(|(country, (value, low, high))| SupplierInputs {
            country: Country(country),
            share: Fact::new(u32::from(country), 0, value, low, high, 0.0).unwrap(),
            trade: exact,
        });
        ListInputs { suppliers: suppliers.collect() }
    }

    /// All that is imported is "<0.1 %", 0 to 0.001: the factor has no upper limit, and a scenario file needs a number.
    #[test]
    fn a_factor_without_limit_stays_finite() {
        let list = list([(0.9, 0.895, 0.905), (0.0005, 0.0, 0.001)]);
        let factor = import_share_after_adding(&list, &[true, false], 0.8, 0.2).unwrap().number();
        assert!((factor.value - (0.8 + 0.2 / 0.0005)).abs() < 1e-9);
        assert_eq!((factor.low, factor.high), (0.0, f64::MAX));
    }

    #[test]
    fn the_import_share_after_a_loss_is_by_hand() {
        // The Union has 0.6, the rest is imported from one place; without either, all is imported, or nothing.
        let list = list([(0.6, 0.6, 0.6), (0.4, 0.4, 0.4)]);
        let after = |gone: usize| import_share_after_losing(&list, &list.suppliers[gone], &[true, false]);
        assert!((after(0).unwrap().number().value - 1.0 / 0.4).abs() < 1e-15, "0.4 becomes 1");
        assert_eq!(after(1).unwrap().number().value, 0.0);
    }
}
