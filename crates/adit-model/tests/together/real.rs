//! Real cases.

use adit_facts::Changes;
use adit_model::risk::Options;
use adit_model::together::tonnes::Routes;
use adit_model::together::{Inputs, Question, gather, play};

use crate::facts::{PACKAGE, material};

pub fn gathered(question: &Question) -> Inputs {
    gather(&PACKAGE, question, &Options::default(), &Changes::default(), Routes::NONE, "").unwrap()
}

#[test]
fn look() {
    for year in [2030, 2035] {
        for all_built in [false, true] {
            let q = Question {
                year,
                all_built,
                ..Question::new(material("lithium"), ["FI1D", "ES43", "CZ04", "FRK1", "DE71", "DEB3", "PT11"])
            };
            let inputs = gathered(&q);
            for p in &inputs.players {
                for o in &p.offers {
                    println!("{} {} {} {:?}", p.region, o.project, o.stage, o.tonnes());
                }
            }
            println!("{:?}", inputs.left);
            println!(
                "{:?}",
                inputs.games[0]
                    .facts
                    .tonnes
                    .iter()
                    .map(|(s, t)| (
                        s.id(),
                        t.supply.as_ref().map(|k| k.ranged()),
                        t.production.as_ref().map(|k| k.ranged())
                    ))
                    .collect::<Vec<_>>()
            );
            let mut o = play(&inputs).unwrap();
            o.coalitions.truncate(9);
            println!("{year} {all_built} {o:#?}");
        }
    }
}
