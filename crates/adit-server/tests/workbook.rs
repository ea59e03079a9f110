//! The workbook of an appraisal, opened and recalculated by `LibreOffice`: every cell must say what adit computed.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use adit_answer::choose::appraisal::book;
use adit_answer::workbook::{Computed, Content, Workbook};
use adit_facts::Package;
use adit_facts::choose::fiscal::Level;
use adit_model::choose::appraise::{
    Costs, Debt, Depreciation, Finance, Fiscal, Given, Levy, LevyBase, LossCarryForward, Phases, Product, ProjectPlan,
    appraise,
};
use calamine::{Data, Reader, Xlsx, open_workbook};

/// A plan that uses every line of the account: exploration, fractions of years, by-products, purchased feed, all bases of
/// levies, losses that grow too old, a loan, a bond, aftercare, and money of a later year than the first expense.
fn everything() -> ProjectPlan {
    let given = |value: f64| Given::stated("a number of this test", value, "");
    let levy = |id: &str, base: LevyBase, rate: f64, royalty: bool| Levy {
        id: id.to_owned(),
        label: format!("Levy on {id}"),
        base,
        rate: given(rate),
        level: Level::Municipality,
        royalty,
    };
    let product = |name: &str, tonnes: f64, contained: f64, price: f64| Product {
        name: name.to_owned(),
        material: None,
        price_key: name.to_owned(),
        capacity: given(tonnes),
        contained: given(contained),
        price: given(price),
    };
    ProjectPlan {
        project: "everything".to_owned(),
        name: "Everything Mine".to_owned(),
        country: "FI".to_owned(),
        money_year: 2026,
        phases: Phases {
            begins: 2024,
            exploration: given(2.0),
            construction: given(2.5),
            delay: given(0.7),
            ramp: given(1.6),
            life: given(11.3),
            closure: given(2.2),
            aftercare: given(5.0),
        },
        products: vec![product("lithium-carbonate", 15_000.0, 0.1879, 14_000.0), product("tin", 300.0, 1.0, 27_000.0)],
        costs: Costs {
            utilisation: given(0.91),
            operating: given(4_000.0),
            feed: given(700.0),
            feed_share: given(0.11),
            fixed: given(9.5),
            capital: given(480.0),
            overrun: given(1.15),
            sustaining: given(7.25),
            exploration: given(12.0),
            closure: given(40.0),
            aftercare: given(0.8),
            working_capital: given(0.12),
            bond: given(0.6),
        },
        fiscal: Fiscal {
            levies: vec![
                levy("sales", LevyBase::Revenue, 0.02, true),
                levy("tonnage", LevyBase::Tonnes, 55.0, true),
                levy("margin", LevyBase::OperatingMargin, 0.01, false),
                levy("profit", LevyBase::Profit, 0.08, false),
                levy("capital", LevyBase::Capital, 0.003, false),
            ],
            corporate_tax: given(0.2),
            corporate_tax_levels: vec![(Level::State, 0.7), (Level::Municipality, 0.3)],
            depreciation: Depreciation { years: given(7.5) },
            losses: LossCarryForward { years: Some(3), share: given(0.6), free: given(1.0) },
        },
        finance: Finance {
            discount: given(0.07),
            inflation: given(0.021),
            debt: Some(Debt { share: given(0.4), rate: given(0.06), grace: 1, term: 8 }),
        },
        notes: vec!["A plan of a test.".to_owned()],
    }
}

fn package() -> Package {
    Package::embedded().expect("the data that adit brings along is sound")
}

/// A folder of this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("workbook-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The workbook with every computed value taken out, so that only a recalculation can fill it.
fn blanked(book: &Workbook) -> Workbook {
    let mut book = book.clone();
    for placed in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.cells) {
        if let Content::Formula(_, computed) = &mut placed.content {
            *computed = Computed::Number(-1.0);
        }
    }
    book
}

/// Recalculates with `LibreOffice`; `None` where it is not installed.
fn recalculated(name: &str, book: &Workbook) -> Option<BTreeMap<String, calamine::Range<Data>>> {
    let folder = folder(name);
    let given = folder.join("given.xlsx");
    let (_, bytes) = adit_server::files::book(book).unwrap();
    std::fs::write(&given, bytes).unwrap();
    // A profile of its own, which recalculates every file that it opens.
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(
        profile.join("user/registrymodifications.xcu"),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#,
    )
    .unwrap();
    let out = folder.join("out");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .args([&out, &given])
        .output();
    let Ok(ran) = ran else {
        assert!(std::env::var_os("CI").is_none(), "LibreOffice is not installed; scripts/setup.sh installs it");
        return None;
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut file: Xlsx<_> = open_workbook(out.join("given.xlsx")).unwrap();
    let sheets = file.worksheets().into_iter().collect();
    std::fs::remove_dir_all(&folder).unwrap();
    Some(sheets)
}

/// Every formula gives what adit computed; answers with the number of cells compared.
fn assert_same(book: &Workbook, sheets: &BTreeMap<String, calamine::Range<Data>>) -> usize {
    let mut compared = 0;
    for sheet in &book.sheets {
        for placed in &sheet.cells {
            let Content::Formula(formula, computed) = &placed.content else { continue };
            let found = sheets[&sheet.name].get_value((placed.row, u32::from(placed.column)));
            let place = format!("{} row {} column {}: ={formula}", sheet.name, placed.row + 1, placed.column);
            match computed {
                Computed::Number(expected) => {
                    let found = found.and_then(calamine::DataType::as_f64);
                    let found = found.unwrap_or_else(|| panic!("{place} gives no number, adit has {expected}"));
                    // A cent of a thousand million euro, and as much of every other unit.
                    let close = (found - expected).abs() <= 1e-9 * expected.abs().max(1.0);
                    assert!(close, "{place} gives {found}, adit has {expected}");
                }
                Computed::Text(expected) => {
                    let found = found.map(ToString::to_string).unwrap_or_default();
                    assert_eq!(found, *expected, "{place}");
                }
            }
            compared += 1;
        }
    }
    compared
}

/// The number of a result by its name.
fn result(sheets: &BTreeMap<String, calamine::Range<Data>>, name: &str) -> f64 {
    let row = sheets["Results"].rows().find(|row| row[0] == name).expect("a result of that name");
    calamine::DataType::as_f64(&row[1]).expect("a number")
}

#[test]
fn every_cell_of_a_plan_with_everything_recalculates_to_what_adit_computed() {
    let plan = everything();
    let book = book::of_plan(&package(), &plan).unwrap();
    let Some(sheets) = recalculated("everything", &blanked(&book)) else { return };
    assert!(assert_same(&book, &sheets) > 1000);
    let cents = result(&sheets, "Net present value, to the cent");
    assert_eq!(cents, (appraise(&plan).unwrap().npv * 1e8).round() / 100.0);
    assert_eq!(result(&sheets, "Difference"), 0.0);
}

#[test]
fn a_changed_input_carries_through_the_workbook() {
    let plan = everything();
    let mut changed = plan.clone();
    changed.products[0].price = changed.products[0].price.at(20_000.0);
    changed.phases.delay = changed.phases.delay.at(1.9);
    changed.fiscal.losses.years = Some(2);
    let mut book = book::of_plan(&package(), &plan).unwrap();
    let other = book::of_plan(&package(), &changed).unwrap();
    // Nothing but the numbers of the sheet of inputs is taken over from the other.
    let inputs = |book: &Workbook| book.sheets.iter().position(|sheet| sheet.name == "Inputs").unwrap();
    let (at, from) = (inputs(&book), inputs(&other));
    book.sheets[at].cells.clone_from(&other.sheets[from].cells);
    let Some(sheets) = recalculated("changed", &blanked(&book)) else { return };
    let npv = result(&sheets, "Net present value");
    let expected = appraise(&changed).unwrap().npv;
    assert!((npv - expected).abs() <= 1e-8, "{npv} instead of {expected}");
    assert!((npv - appraise(&plan).unwrap().npv).abs() > 1.0);
}
