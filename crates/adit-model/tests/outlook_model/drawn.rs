//! Draws of models.

use adit_model::outlook::model::{Drawn, Figure, run};
use adit_number::{Band, normal_cdf};

use super::{DrawsAsked, ModelRun, Sampling, draw, example, model};

fn drawn(text: &str, draws: usize, sampling: Sampling) -> (ModelRun, Drawn) {
    let model = model(text);
    let base = run(&model, false).unwrap();
    let drawn = draw(&model, &base, DrawsAsked { draws, seed: 1, sampling }, &|_| {}).unwrap();
    (base, drawn)
}

fn band(drawn: &Drawn, figure: Figure, t: usize) -> Band {
    drawn.bands.iter().find(|band| band.figure == figure).unwrap().bands[t]
}

const HEAD: &str = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\ninflow = [10, 10]\n\
                    lifetime = { kind = \"exponential\", mean = 10 }\ncontent = { copper = 0.5 }\n";

#[test]
fn a_factor_on_the_inflow_moves_everything_by_itself() {
    let text = format!("{HEAD}[uncertain]\n\"a.inflow\" = {{ kind = \"normal\", mean = 1, sd = 0.1 }}\n");
    let (base, drawn) = drawn(&text, 4096, Sampling::LatinHypercube);
    for (figure, value) in [
        (Figure::Series(0, "stock"), base.series[0].stock[1]),
        (Figure::Series(0, "outflow"), base.series[0].outflow[1]),
        (Figure::Material(0, "inflow"), 5.0),
    ] {
        let band = band(&drawn, figure, 1);
        // The 95 % quantile of the standard normal distribution is 1.6449.
        assert!((band.p95 / value - 1.164_49).abs() < 1e-3, "{figure:?} {band:?}");
        assert!((band.p50 / value - 1.0).abs() < 1e-3 && (band.mean / value - 1.0).abs() < 1e-3);
    }
}

#[test]
fn correlated_yields_widen_what_comes_back() {
    let text = |rho: f64| {
        format!(
            "{HEAD}[[route]]\nname = \"r\"\nof = \"a\"\ncollection = 0.5\nrecovery = 0.5\n[uncertain]\n\
             \"r.collection\" = {{ kind = \"uniform\", low = 0.4, high = 0.6 }}\n\
             \"r.recovery\" = {{ kind = \"uniform\", low = 0.4, high = 0.6 }}\n\
             [[correlation]]\nbetween = [\"r.collection\", \"r.recovery\"]\nrho = {rho}\n"
        )
    };
    let width = |rho: f64| {
        let (_, drawn) = drawn(&text(rho), 2000, Sampling::Plain);
        let band = band(&drawn, Figure::Material(0, "secondary"), 1);
        band.p95 - band.p05
    };
    assert!(width(-0.9) < width(0.01) && width(0.01) < width(0.9));
}

#[test]
fn draws_stay_where_their_parameter_can_be() {
    let text = format!(
        "{HEAD}[[route]]\nname = \"r\"\nof = \"a\"\nrecovery = 0.9\n[uncertain]\n\"r.recovery\" = {{ kind = \"normal\", mean = 0.9, sd = 0.1 }}\n"
    );
    let (base, drawn) = drawn(&text, 1000, Sampling::Plain);
    let yields = drawn.parameters[0];
    assert!(yields.p95 <= 1.0);
    // Cut at 1, the median is where half of what is left lies below.
    let kept = normal_cdf(1.0);
    assert!((yields.p50 - (0.9 + 0.1 * adit_number::normal_quantile(kept / 2.0))).abs() < 0.01, "{yields:?}");
    let secondary = band(&drawn, Figure::Route(0, "secondary"), 1);
    assert!(secondary.p95 <= base.routes[0].arriving[1]);
}

#[test]
fn what_is_not_uncertain_has_no_band() {
    let text = format!(
        "{HEAD}[[series]]\nname = \"b\"\ninflow = [1, 1]\nlifetime = {{ kind = \"fixed\", years = 3 }}\n\
         [uncertain]\n\"b.lifetime.years\" = {{ kind = \"uniform\", low = 0.5, high = 3 }}\n"
    );
    let (_, drawn) = drawn(&text, 64, Sampling::Plain);
    let moved: Vec<Figure> = drawn.bands.iter().map(|band| band.figure).collect();
    assert_eq!(moved, ["inflow", "outflow", "stock"].map(|what| Figure::Series(1, what)));
}

#[test]
fn a_draw_that_cannot_be_run_is_named() {
    let text = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\nstock = [10, 8]\ninitial_cohorts = []\n\
                lifetime = { kind = \"exponential\", mean = 2 }\n\
                [uncertain]\n\"a.lifetime.mean\" = { kind = \"uniform\", low = 2, high = 30 }\n";
    let model = model(text);
    let base = run(&model, false).unwrap();
    let asked = DrawsAsked { draws: 200, seed: 1, sampling: Sampling::Plain };
    let finding = draw(&model, &base, asked, &|_| {}).unwrap_err();
    assert_eq!((finding.code, finding.line), ("model-file.negative-inflow", Some(3)));
    assert!(finding.says.starts_with("in draw "), "{}", finding.says);
}

#[test]
fn more_numbers_than_fit_are_refused_with_the_limit() {
    let model = example("copper-in-buildings");
    let base = run(&model, false).unwrap();
    let asked = DrawsAsked { draws: 100_000_000, seed: 1, sampling: Sampling::Plain };
    let finding = draw(&model, &base, asked, &|_| {}).unwrap_err();
    assert_eq!(finding.code, "model-file.too-large");
    assert!(finding.hint.unwrap().contains("at most"));
}
