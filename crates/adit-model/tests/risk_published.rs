//! The official figures of 2023, recomputed from the country shares that the Commission published.

use adit_facts::{Changes, Package};
use adit_model::risk::{Options, assess, gather};

#[test]
fn zz() {
    let package = Package::embedded().unwrap();
    let study = gather(&package, &Options::default(), &Changes::default());
    let (mut n, mut a, mut b, mut inside) = (0, 0, 0, 0);
    for m in assess(&package, &study) {
        let id = &package.vocabulary().material(m.material).id;
        for s in &m.stages {
            let (Some(sr), Some(p)) = (s.sr, s.published) else { println!("-- {id} {:?} {:?} {:?}", s.stage, s.published.map(|p|p.datum.number.value), m.missing); continue };
            let p0 = p.datum.number.value;
            n += 1;
            let d = sr.value - p0;
            a += usize::from(d.abs() <= 0.15);
            b += usize::from(d.abs() <= 0.30);
            let within = sr.low <= p0 + p.half_digit() && sr.high >= p0 - p.half_digit();
            inside += usize::from(within);
            if !within { println!("{id} {:?} {p0} {sr:?} {d:+.3}", s.stage); }
        }
        if let (Some(ei), Some(p)) = (m.ei, m.published_ei) { if (ei.value-p.datum.number.value).abs()>0.05 { println!("EI {id} {} {:.3} [{:.3} {:.3}]", p.datum.number.value, ei.value, ei.low, ei.high);} }
        else { println!("EI -- {id}"); }
    }
    println!("{n} {a} {b} {inside}");
}
