//! Recycling capacity: what the case states, or what the Chain room knows.

use adit_facts::outlook::cases::Moves;

use super::Writer;
use crate::outlook::case::lines::Line;
use crate::outlook::case::results::CapacityBasis;
use crate::outlook::case::tracks::Slot;
use crate::workings::Input;

impl Writer<'_, '_, '_> {
    /// The capacity of a material, where anything is known of it.
    pub(super) fn capacity(&mut self, at: usize) {
        let value = self.value(at, Line::Capacity);
        if value.is_nan() {
            return;
        }
        let compiled = self.compiled;
        let plan = &compiled.capacities[at];
        let slot = Slot { material: Some(compiled.materials[at]), ..Slot::default() };
        let mut inputs = match plan.own {
            Some(own) => self.stated(own),
            None => self.of_chain(at),
        };
        inputs.extend(self.levers(Moves::CapacityTimes, slot));
        inputs.extend(self.levers(Moves::CapacityDelay, slot));
        inputs.extend(plan.shared_by.iter().map(|other| self.number(Line::Potential, *other)));
        let label = format!("{}, {}, {}", Line::Capacity.name(), self.name(at), self.year());
        let number = self.out.number(
            self.id(Line::Capacity.id(), at),
            label,
            adit_number::Ranged::new(
                value,
                value,
                if plan.basis == Some(CapacityBasis::AtLeast) { f64::INFINITY } else { value },
            ),
            Line::Capacity.rule(),
            inputs,
        );
        if plan.basis == Some(CapacityBasis::AtLeast) {
            self.out.note(&number, "Only a part is known: at least this much, and it limits nothing.");
        }
        if !plan.shared_by.is_empty() {
            self.out.note(
                &number,
                "The group's capacity, shared out in proportion to what would come back of each material.",
            );
        }
    }

    /// The rows of the case; with a delay those between which the earlier time lies.
    fn stated(&mut self, own: usize) -> Vec<Input> {
        let base = self.compiled.base();
        let delay = if self.t > base { self.compiled.delay } else { 0.0 };
        let earlier = |by: f64| {
            let behind = (0..=self.t - base.min(self.t))
                .take_while(|years| f64::from(u16::try_from(*years).unwrap_or(u16::MAX)) <= by);
            self.t - behind.last().unwrap_or_default()
        };
        let at = earlier(delay);
        let mut inputs = vec![self.parameter(own, at)];
        if delay.fract() > 0.0 && at > base {
            inputs.push(self.parameter(own, at - 1));
        }
        inputs
    }

    /// The steps of recycling, as the benchmarks write them; with a delay they are other numbers than theirs.
    fn of_chain(&self, at: usize) -> Vec<Input> {
        let compiled = self.compiled;
        let Some(chain) = &compiled.model.materials[compiled.materials[at]].capacity else { return Vec::new() };
        let (stage, year) = (chain.delayed(compiled.delay), self.year());
        stage
            .steps
            .iter()
            .filter_map(|step| {
                let (tonnes, _) = step.capacity(year, &[])?;
                let id = format!("benchmark.step/{}/{year}", step.names.path);
                let label = format!("Capacity at the end of {year}, {}", step.names.words);
                let id = Some(id).filter(|_| compiled.delay == 0.0);
                Some(Input::Stated { label, value: tonnes.value, unit: "t/a", id })
            })
            .collect()
    }
}
