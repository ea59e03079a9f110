//! What `check` says of a workspace's tables as a whole.

use adit_facts::Workspace;

use super::{Folder, codes, said};

#[test]
fn shares_that_sum_to_more_than_everything_are_a_warning() {
    let folder = Folder::workspace();
    let csv = "material,stage,country,share_pct,trade,source\nlithium,processing,FI,25,0.8,me\n";
    folder.write("facts/eu-supply.csv", csv);
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.sum"], "{}", said(&findings));
    let says = "the shares of eu-supply/ec-2023/lithium/processing sum to 123.0 %: more than rounding explains";
    assert_eq!(findings[0].says, says);
    assert_eq!(findings[0].line, Some(2));
    assert!(Workspace::load(&folder.demo()).is_ok());
}

#[test]
fn lists_that_the_workspace_does_not_touch_are_left_to_their_publisher() {
    let folder = Folder::workspace();
    // The published uses of magnesium sum to 113 %; those of aluminium do not.
    folder.write("facts/end-uses.csv", "material,line,share_pct,source\naluminium,1,3,me\n");
    assert_eq!(codes(&folder.check()), ["workspace.override"]);
    folder.write("facts/end-uses.csv", "material,line,share_pct,source\nmagnesium,1,41,me\n");
    assert_eq!(codes(&folder.check()), ["workspace.override", "workspace.sum"]);
}

#[test]
fn rounding_that_can_explain_a_sum_is_said() {
    let folder = Folder::workspace();
    let csv = "material,stage,country,share_pct,trade,source\nlithium,processing,FI,3,0.8,me\n";
    folder.write("facts/eu-supply.csv", csv);
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.sum"]);
    assert!(findings[0].says.ends_with("sum to 101.0 %: rounding can explain it"), "{}", findings[0].says);
}

#[test]
fn a_use_in_a_sector_without_value_added_is_a_warning() {
    let folder = Folder::workspace();
    folder.write("facts/end-uses.csv", "material,line,nace,source\naluminium,1,C99,me\n");
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.sector"], "{}", said(&findings));
    folder.write("facts/value-added.csv", "nace,name,value_added,source\nC99,Everything else,100,me\n");
    assert_eq!(said(&folder.check()), "");
}

/// Words come before the tables that use them, whatever the files are called.
#[test]
fn a_material_a_country_and_a_source_of_ones_own_can_be_used_at_once() {
    let folder = Folder::workspace();
    folder.write("facts/materials.csv", "id,name,kind,screened_2023\nsalt,Salt,industrial-mineral,no\n");
    folder.write("facts/countries.csv", "id,iso3,name\nZZ,ZZZ,Nowhere\n");
    let sources = "id,publisher,title,licence,licence_url,citation,address\n\
                   survey,We,A survey,CC0-1.0,https://creativecommons.org/publicdomain/zero/1.0/,We 2026,https://example.org\n";
    folder.write("facts/sources.csv", sources);
    let supply = "material,stage,country,share_pct,trade,source\nsalt,extraction,ZZ,100,1,survey\n";
    folder.write("facts/eu-supply.csv", supply);
    assert_eq!(said(&folder.check()), "");
    let (package, _, _) = Workspace::load(&folder.demo()).unwrap();
    let fact = package.view(package.find("eu-supply/ec-2023/salt/extraction/ZZ/share").unwrap());
    assert_eq!((fact.citation.as_str(), fact.licence.as_str()), ("We 2026", "CC0-1.0"));
    assert_eq!(package.vocabulary().find_material("Salt"), package.vocabulary().find_material("salt"));
}

#[test]
fn the_base_edition_of_the_workspace_is_the_one_that_rows_belong_to() {
    let folder = Folder::workspace();
    folder.write("adit.toml", "format = 1\nname = \"demo\"\n[base]\nedition = \"ec-2020\"\n");
    folder.write("facts/recycling.csv", "material,eol_rir_pct,source\nlithium,5,me\n");
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.override"]);
    assert!(findings[0].says.starts_with("recycling/ec-2020/lithium/eol-rir: 5 is laid over 0 (com-2020-474)"));
}

/// The files of `facts/trade` lie over the trade of the base, by year and good; what is wrong with one is pointed at.
#[test]
fn trade_of_ones_own_lies_over_the_base() {
    let folder = Folder::workspace();
    std::fs::create_dir_all(folder.demo().join("facts/trade")).unwrap();
    let header = "exporter,importer,hs6,value_kusd,quantity_t,source\n";
    folder.write("facts/trade/2022.csv", format!("{header}CL,DE,283691,10.2,1.5,own release\n"));
    assert_eq!(said(&folder.check()), "");
    let (package, workspace, _) = Workspace::load(&folder.demo()).unwrap();
    let fact = package.view(package.find("trade/2022/283691/CL/DE/quantity").unwrap());
    assert_eq!((fact.value, fact.file.as_str()), (Some(1.5), "facts/trade/2022.csv"));
    // What was computed from it is named by a lock that notices a change.
    workspace.lock().unwrap();
    folder.write("facts/trade/2022.csv", format!("{header}CL,DE,283691,10.2,-1.5,own release\n"));
    let findings = folder.check();
    assert_eq!(codes(&findings), ["value.impossible", "lock.file-changed"], "{}", said(&findings));
    assert_eq!((findings[0].line, findings[0].column), (Some(2), Some(19)));
    folder.write("facts/trade/notes.txt", "not read");
    assert!(codes(&folder.check()).contains(&"workspace.not-read"));
}
