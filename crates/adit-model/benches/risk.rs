//! What the questions of the Risk room cost, and what each reading costs beside the plain value.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use std::sync::LazyLock;

use adit_facts::{Changes, Material, Package};
use adit_model::risk::{Options, Study, gather};

fn main() {
    divan::main();
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));
static STUDY: LazyLock<Study> = LazyLock::new(|| gather(&PACKAGE, &Options::default(), &Changes::default()));

fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).expect("a material of the package")
}

fn only(id: &str) -> Options {
    Options { only: Some(vec![material(id)]), ..Options::default() }
}

mod questions {
    use std::hint::black_box;

    use adit_facts::{Changes, Package, Stage};
    use adit_model::risk::flips::all_flips;
    use adit_model::risk::what_if::WhatIf;
    use adit_model::risk::{About, Options, assess, audit, ensemble, flips, gather, reason};

    use super::{PACKAGE, STUDY, material, only};

    #[divan::bench]
    fn parse_the_package(bencher: divan::Bencher) {
        bencher.bench_local(Package::embedded);
    }

    #[divan::bench]
    fn gather_all(bencher: divan::Bencher) {
        let (package, options) = (&*PACKAGE, Options::default());
        bencher.bench_local(|| gather(package, &options, &Changes::default()));
    }

    #[divan::bench(args = ["magnesium", "lithium", "hree"])]
    fn gather_one(bencher: divan::Bencher, id: &str) {
        let (package, options) = (&*PACKAGE, only(id));
        bencher.bench_local(|| gather(package, &options, &Changes::default()));
    }

    #[divan::bench]
    fn assess_all(bencher: divan::Bencher) {
        let (package, study) = (&*PACKAGE, &*STUDY);
        bencher.bench_local(|| assess(package, black_box(study)));
    }

    #[divan::bench]
    fn reason_of_magnesium(bencher: divan::Bencher) {
        let (study, about) = (&*STUDY, About::SupplyRisk(material("magnesium")));
        bencher.bench_local(|| reason(black_box(study), about));
    }

    #[divan::bench]
    fn audit_with_all_causes(bencher: divan::Bencher) {
        let (package, study) = (&*PACKAGE, &*STUDY);
        bencher.bench_local(|| audit(package, black_box(study)));
    }

    #[divan::bench(sample_count = 10)]
    fn ten_thousand_draws_of_all(bencher: divan::Bencher) {
        let study = &*STUDY;
        bencher.bench_local(|| ensemble(black_box(study), 10_000, 1));
    }

    #[divan::bench(sample_count = 10)]
    fn ten_thousand_draws_with_governance_error(bencher: divan::Bencher) {
        let options = Options { governance_error: true, ..Options::default() };
        let study = gather(&PACKAGE, &options, &Changes::default());
        bencher.bench_local(|| ensemble(black_box(&study), 10_000, 1));
    }

    #[divan::bench]
    fn flips_of_all(bencher: divan::Bencher) {
        let study = &*STUDY;
        bencher.bench_local(|| all_flips(black_box(study)));
    }

    #[divan::bench(args = ["magnesium", "silver", "hree"])]
    fn flips_of_one(bencher: divan::Bencher, id: &str) {
        let study = gather(&PACKAGE, &only(id), &Changes::default());
        bencher.bench_local(|| flips(black_box(&study), material(id)));
    }

    /// What a slider asks of the server: changes from the short form, inputs, assessment.
    #[divan::bench]
    fn what_if_of_lithium(bencher: divan::Bencher) {
        let (package, options) = (&*PACKAGE, only("lithium"));
        let finland = package.vocabulary().find_country("FI").expect("a country of the package");
        let question = WhatIf {
            stage: Some(Stage::Processing),
            add: vec![(finland, 0.25)],
            recycling: Some(0.2),
            ..WhatIf::default()
        };
        let lithium = material("lithium");
        bencher.bench_local(|| {
            let changes = question.expand(package, lithium, &options, &Changes::default());
            changes.map(|changes| assess(package, &gather(package, &options, &changes)))
        });
    }
}

/// Supply risk of one material and of all in each reading, governance of the countries included.
mod readings {
    use std::hint::black_box;

    use adit_facts::Changes;
    use adit_model::risk::readings::{bounds, draws, slopes, slopes_within, traced, values};
    use adit_model::risk::{About, Options, Study, gather};
    use divan::counter::ItemsCount;

    use super::{PACKAGE, only};

    /// A study of one material or of all, and the numbers asked for: many times the same, so that what is computed once
    /// (governance) does not hide the formula.
    fn asked(which: &str) -> (Study, Vec<About>) {
        let (options, times) = if which == "all" { (Options::default(), 10) } else { (only(which), 1000) };
        let study = gather(&PACKAGE, &options, &Changes::default());
        let once: Vec<About> = study.materials.iter().map(|m| About::SupplyRisk(m.material)).collect();
        let abouts = once.iter().copied().cycle().take(once.len() * times).collect();
        (study, abouts)
    }

    fn measured<T>(bencher: divan::Bencher, which: &str, read: impl Fn(&Study, &[About]) -> T) {
        let (study, abouts) = asked(which);
        bencher.counter(ItemsCount::new(abouts.len())).bench_local(|| read(black_box(&study), black_box(&abouts)));
    }

    const WHICH: [&str; 2] = ["magnesium", "all"];

    #[divan::bench(args = WHICH)]
    fn a_value(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, values);
    }

    #[divan::bench(args = WHICH)]
    fn b_bounds(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, bounds);
    }

    #[divan::bench(args = WHICH)]
    fn c_slope(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, |study, abouts| slopes(study, abouts, 0));
    }

    #[divan::bench(args = WHICH)]
    fn d_slope_of_bounds(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, |study, abouts| slopes_within(study, abouts, 0));
    }

    #[divan::bench(args = WHICH)]
    fn e_reason(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, traced);
    }

    #[divan::bench(args = WHICH)]
    fn f_eight_lanes(bencher: divan::Bencher, which: &str) {
        measured(bencher, which, |study, abouts| draws(study, abouts, 1, 0));
    }
}
