//! scratch
use adit_facts::{Changes, Package};
use adit_model::risk::{Options, audit, gather};

#[test]
fn zz() {
    let package = Package::embedded().unwrap();
    let study = gather(&package, &Options::default(), &Changes::default());
    let a = audit(&package, &study);
    let name = |m| &package.vocabulary().material(m).id;
    for s in &a.stages {
        if s.within_rounding() != Some(false) { continue }
        println!("{} {} pub {} comp {:.3} {:?}", name(s.material), s.stage, s.published.datum.number.value, s.computed.unwrap().value, s.cause);
        for e in &s.evidence { println!("     {:?} {} {} -> {} gives {:.3}..{:.3} {:?}", e.cause, e.input, e.study_has, e.other, e.gives.0, e.gives.1, e.origin); }
        if s.evidence.is_empty() { for c in s.closable_by.iter().take(4) { println!("       closable {:?}", c.by); } }
    }
    let ids = |it: &std::collections::BTreeSet<adit_facts::Material>| it.iter().map(|m| name(*m).clone()).collect::<Vec<_>>();
    println!("derived {} official {} equal {}", a.list.derived.len(), a.list.official.len(), a.list.derived == a.list.official);
    for r in [&a.list.recomputed, &a.list.recomputed_rounded] {
        println!("rec {} missing {:?} extra {:?}", r.entries.len(), r.missing, r.extra);
        println!("missing {:?} extra {:?} unknown {:?}", r.missing.iter().map(|d| name(d.material)).collect::<Vec<_>>(), r.extra.iter().map(|d| name(d.material)).collect::<Vec<_>>(), ids(&r.unknown));
    }
    for o in &a.oddities { println!("{o:?}"); }
    let comp = a.importance.iter().filter(|r| r.computed.is_some()).count();
    let w = a.importance.iter().filter(|r| r.computed.is_some_and(|c| (c.value - r.published.datum.number.value).abs() <= 0.05)).count();
    println!("EI {comp} within .05 {w} within rounding {}", a.importance.iter().filter(|r| r.within_rounding()==Some(true)).count());
    println!("stages {} computed {}", a.stages.len(), a.stages.iter().filter(|s| s.computed.is_some()).count());
}
