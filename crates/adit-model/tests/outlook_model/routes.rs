//! End of life and processes.

use super::{near, ran};

/// Ten a year enter and leave after one year, with 0.5 copper in each.
const HEAD: &str = "[time]\nyears = [2000, 2001, 2002, 2003]\n[[series]]\nname = \"a\"\ninflow = [10, 10, 10, 10]\n\
                    lifetime = { kind = \"fixed\", years = 1 }\ncontent = { copper = 0.5 }\n";

#[test]
fn yields_are_multiplied_and_losses_named() {
    let ran = ran(&format!(
        "{HEAD}[[route]]\nname = \"r\"\nof = \"a\"\nshare = 0.8\ncollection = [[2000, 0.5], [2002, 0.7]]\ndismantling = 0.9\nrecovery = 0.5\n"
    ));
    let route = &ran.routes[0];
    // 5 of copper leave in 2001, when three fifths are collected.
    assert!(near(route.arriving[1], 4.0) && near(route.collected[1], 2.4) && near(route.dismantled[1], 2.16));
    assert!(near(route.secondary[1], 1.08));
    let lost: f64 = route.losses(1).into_iter().sum();
    assert!(near(lost + route.secondary[1], route.arriving[1]));
    let copper = ran.materials[0].recycling.as_ref().unwrap();
    assert_eq!(copper.rate[0], None);
    assert!(near(copper.rate[1].unwrap(), 1.08 / 5.0));
    // In an open loop nothing displaces primary material of the model.
    assert!(ran.taken_up.is_empty() && near(copper.input_rate[1].unwrap(), 0.0));
}

#[test]
fn a_closed_loop_displaces_at_most_what_enters() {
    let ran = ran(&format!(
        "{HEAD}[[series]]\nname = \"b\"\ninflow = [1, 1, 1, 1]\nlifetime = {{ kind = \"fixed\", years = 10 }}\ncontent = {{ copper = 0.5 }}\n\
         [[route]]\nname = \"r\"\nof = \"a\"\nrecovery = 0.4\ninto = \"b\"\n"
    ));
    let taken = &ran.taken_up[0];
    assert!(near(taken.offered[1], 2.0) && near(taken.used[1], 0.5) && near(taken.primary[1], 0.0));
    assert!(near(taken.primary[0], 0.5));
    let copper = ran.materials[0].recycling.as_ref().unwrap();
    assert!(near(copper.input_rate[1].unwrap(), 0.5 / 5.5));
}

#[test]
fn capacity_is_a_rate_and_limits_all_materials_alike() {
    let ran = ran(
        "[time]\nyears = [2000, 2002, 2004]\n[[series]]\nname = \"a\"\ninflow = [10, 10, 10]\nlifetime = { kind = \"fixed\", years = 2 }\n\
         content = { copper = 0.3, iron = 0.6 }\n[[route]]\nname = \"r\"\nof = \"a\"\nrecovery = 1\ncapacity = 3\n",
    );
    // 9 could be recovered in two years, of which 6 fit.
    assert!(near(ran.routes[0].secondary[1], 2.0) && near(ran.routes[1].secondary[1], 4.0));
    assert!(near(ran.routes[0].losses(1)[3], 1.0));
}

#[test]
fn a_loop_of_processes_around_a_stock_balances() {
    let ran = ran(&format!(
        "{HEAD}[[process]]\nname = \"use\"\nseries = \"a\"\nmaterial = \"copper\"\n[[process]]\nname = \"sorting\"\n[[process]]\nname = \"melting\"\n\
         [[flow]]\nname = \"scrap\"\nfrom = \"use\"\nto = \"sorting\"\nshare = 1\n[[flow]]\nname = \"melt\"\nfrom = \"sorting\"\nto = \"melting\"\nshare = 0.8\n\
         [[flow]]\nname = \"waste\"\nfrom = \"sorting\"\nshare = 0.2\n[[flow]]\nname = \"dross\"\nfrom = \"melting\"\nto = \"sorting\"\nshare = 0.1\n\
         [[flow]]\nname = \"metal\"\nfrom = \"melting\"\nto = \"use\"\nshare = 0.9\n"
    ));
    // x = 5 + 0.1 * 0.8 x for sorting.
    let sorting = 5.0 / 0.92;
    assert!(near(ran.processes[1].received[1], sorting));
    assert!(near(ran.flows[4].amount[1], sorting * 0.8 * 0.9));
    assert!(near(ran.processes[0].from_outside.as_ref().unwrap()[1], 5.0 - sorting * 0.72));
    assert!(ran.balance_error < 1e-14);
}
