//! What stocks and flows cost: the three sizes that a page or a study asks for, how cost grows with draws, years and
//! series, and beside them plain arithmetic and plain sums over as many bytes, which are the limit of any program.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use adit_model::outlook::cohorts::NegativeInflow;
use adit_model::outlook::lanes::{Contents, Given, Many, Rows};
use adit_model::outlook::{InflowAt, Lifetime, Periods};
use adit_number::{stable_key, uniform};

fn main() {
    divan::main();
}

/// Whether the values of a case are its inflow or its stock.
#[derive(Clone, Copy)]
enum By {
    Inflow,
    Stock,
}

/// Lifetimes, inflows and contents that differ by series.
struct Case {
    periods: Periods,
    lifetimes: Vec<Lifetime>,
    inflow: Vec<f64>,
    contents: Vec<f64>,
    rows: [Vec<f64>; 3],
}

fn chance(of: &str, at: usize) -> f64 {
    uniform(7, at as u64, stable_key(of))
}

fn weibull(series: usize) -> Vec<Lifetime> {
    let lifetime = |at| Lifetime::weibull(1.5 + 3.0 * chance("shape", at), 5.0 + 25.0 * chance("scale", at));
    (0..series).map(lifetime).collect::<Result<_, _>>().expect("sound parameters")
}

impl Case {
    /// `inflows` is 1 for draws of one series, else the number of series.
    fn new(series: usize, inflows: usize, years: usize, materials: usize) -> Self {
        let last = 2000 + i32::try_from(years).expect("few years");
        let rows = if materials == 0 { series * years } else { 0 };
        Self {
            periods: Periods::yearly(2001, last, InflowAt::Middle).expect("sound years"),
            lifetimes: weibull(series),
            inflow: (0..inflows * years).map(|at| 100.0 * chance("inflow", at)).collect(),
            contents: (0..series * materials).map(|at| chance("content", at)).collect(),
            rows: [0; 3].map(|_| vec![0.0; rows]),
        }
    }

    fn write(&mut self, by: By) {
        let [inflow, outflow, stock] = &mut self.rows;
        let (periods, lifetimes) = (&self.periods, self.lifetimes.as_slice());
        let given = match by {
            By::Inflow => Given::Inflow(&self.inflow),
            By::Stock => Given::Stock(&self.inflow),
        };
        let many = Many { periods, given, lifetimes, negative_inflow: NegativeInflow::Retire };
        many.write(&mut Rows { inflow, outflow, stock }).expect("a sound case");
    }
}

mod asked {
    use std::hint::black_box;

    use super::{By, Case, Contents, Given, Many, NegativeInflow};

    #[divan::bench]
    fn a_thousand_draws_of_100_years(bencher: divan::Bencher) {
        let mut case = Case::new(1_000, 1, 100, 0);
        bencher.bench_local(|| case.write(By::Inflow));
    }

    #[divan::bench]
    fn a_thousand_draws_of_100_years_by_stock(bencher: divan::Bencher) {
        let mut case = Case::new(1_000, 1, 100, 0);
        bencher.bench_local(|| case.write(By::Stock));
    }

    #[divan::bench]
    fn five_thousand_series_of_80_years(bencher: divan::Bencher) {
        let mut case = Case::new(5_000, 5_000, 80, 0);
        bencher.bench_local(|| case.write(By::Inflow));
    }

    #[divan::bench]
    fn five_thousand_series_of_80_years_by_stock(bencher: divan::Bencher) {
        let mut case = Case::new(5_000, 5_000, 80, 0);
        bencher.bench_local(|| case.write(By::Stock));
    }

    #[divan::bench(sample_count = 10)]
    fn series_150_000_of_80_years_and_30_materials(bencher: divan::Bencher) {
        let case = Case::new(150_000, 150_000, 80, 30);
        let (periods, given) = (&case.periods, Given::Inflow(&case.inflow));
        let many = Many { periods, given, lifetimes: &case.lifetimes, negative_inflow: NegativeInflow::Error };
        let contents = Contents { materials: 30, contents: &case.contents };
        bencher.bench_local(|| many.materials(black_box(contents)));
    }
}

/// One thread, so that growth is that of the work.
mod growth {
    use divan::counter::ItemsCount;

    use super::{By, Case};

    fn on_one_thread(bencher: divan::Bencher, mut case: Case, items: usize) {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
        bencher.counter(ItemsCount::new(items)).bench_local(|| pool.install(|| case.write(By::Inflow)));
    }

    #[divan::bench(args = [125, 250, 500, 1_000, 2_000, 4_000, 8_000])]
    fn draws(bencher: divan::Bencher, draws: usize) {
        on_one_thread(bencher, Case::new(draws, 1, 100, 0), draws);
    }

    #[divan::bench(args = [25, 50, 100, 200, 400, 800])]
    fn years(bencher: divan::Bencher, years: usize) {
        on_one_thread(bencher, Case::new(800, 1, years, 0), years);
    }

    #[divan::bench(args = [500, 1_000, 2_000, 4_000, 8_000, 16_000])]
    fn series(bencher: divan::Bencher, series: usize) {
        on_one_thread(bencher, Case::new(series, series, 80, 0), series);
    }
}

/// Parts of the work and the limits of the machine, on one thread. The sums over cohorts of 1 000 draws of 100 years are
/// 5 050 000 products; 150 000 series of 80 years with 30 materials are 486 million of them, 720 million products with
/// contents, and 132 MB of inflows and contents to be read.
mod limits {
    use std::hint::black_box;

    use adit_model::outlook::lanes::{Ages, Eight, Survival, stock_of_inflow};
    use divan::counter::{BytesCount, ItemsCount};

    use super::{InflowAt, Periods, weibull};

    #[divan::bench]
    fn survival_of_8_draws_of_100_years(bencher: divan::Bencher) {
        let periods = Periods::yearly(2001, 2100, InflowAt::Middle).expect("sound years");
        let ages = Ages::new(&periods).expect("even steps");
        let lifetimes = weibull(8).try_into().expect("eight");
        let mut survival = vec![[0.0; 8]; 100];
        bencher
            .counter(ItemsCount::new(800_usize))
            .bench_local(|| ages.survival(black_box(&lifetimes), &mut survival).expect("a sound case"));
    }

    /// The same by the exact engine's functions.
    #[divan::bench]
    fn survival_one_by_one(bencher: divan::Bencher) {
        let periods = Periods::yearly(2001, 2100, InflowAt::Middle).expect("sound years");
        let lifetimes = weibull(8);
        bencher.counter(ItemsCount::new(800_usize)).bench_local(|| {
            let ages = (0..100).map(|t| periods.age(0, t));
            ages.map(|age| lifetimes.iter().map(|lifetime| lifetime.survival(age)).sum::<f64>()).sum::<f64>()
        });
    }

    #[divan::bench]
    fn sums_over_cohorts_of_8_draws_of_100_years(bencher: divan::Bencher) {
        let rows = vec![[0.5; 8]; 100];
        let mut stock = vec![[0.0; 8]; 100];
        bencher.counter(ItemsCount::new(8 * 5_050_usize)).bench_local(|| {
            stock.fill([0.0; 8]);
            stock_of_inflow(Survival::ByAge(black_box(&rows)), black_box(&rows), None, &mut stock);
        });
    }

    /// As many products and sums, all in registers: what the arithmetic alone costs.
    #[divan::bench]
    fn as_many_products_in_registers(bencher: divan::Bencher) {
        let factor: Eight = black_box([0.999; 8]);
        bencher.counter(ItemsCount::new(8 * 5_050_usize)).bench_local(|| {
            let mut sums: [Eight; 2] = black_box([[1.0; 8]; 2]);
            for _ in 0..5_050 / 2 {
                for sum in &mut sums {
                    for lane in 0..8 {
                        sum[lane] = sum[lane] * factor[lane] + 0.001;
                    }
                }
            }
            sums
        });
    }

    /// Reading what 150 000 series of 80 years with 30 materials are given.
    #[divan::bench(sample_count = 10)]
    fn a_plain_sum_of_132_megabytes(bencher: divan::Bencher) {
        let values = vec![1.0; 150_000 * 110];
        bencher.counter(BytesCount::of_slice(&values)).bench_local(|| {
            let (eights, _) = black_box(&values).as_chunks::<8>();
            eights.iter().fold([0.0; 8], |mut sums: Eight, eight| {
                for lane in 0..8 {
                    sums[lane] += eight[lane];
                }
                sums
            })
        });
    }
}
