//! The built-in package as a whole: whole tables, keys that lead back, words that exist, and a source for every number.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use adit_facts::schema::{DataPackage, TableSchema};
use adit_facts::table::Row;
use adit_facts::{Package, Table};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn tables(package: &Package) -> impl Iterator<Item = &Table> {
    package.table_names().map(|name| package.table(name).unwrap())
}

#[test]
fn every_file_of_data_is_described_and_compiled_in() {
    let package = Package::embedded().unwrap();
    let described = DataPackage::parse(&fs::read_to_string(data().join("datapackage.json")).unwrap()).unwrap();
    let paths: BTreeSet<&str> = described.resources.iter().map(|table| table.path.as_str()).collect();
    let files: BTreeSet<String> = fs::read_dir(data())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|e| e == "csv"))
        .collect();
    assert_eq!(files.iter().map(String::as_str).collect::<BTreeSet<_>>(), paths);
    let names: Vec<&str> = described.resources.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(package.table_names().collect::<Vec<_>>(), names);
    for table in &described.resources {
        assert_eq!(format!("{}.csv", table.name), table.path, "the file is called as the table");
    }
}

/// Tables are parsed when they are first asked for; that none has a problem is known from here.
#[test]
fn no_table_has_a_problem() {
    assert_eq!(Package::embedded().unwrap().problems(), []);
}

/// The rows as an independent reader of CSV sees them: every record arrives, cell by cell.
#[test]
fn every_record_of_every_file_is_a_row() {
    let package = Package::embedded().unwrap();
    for table in tables(&package) {
        let mut reader = csv::Reader::from_path(data().join(&table.schema.path)).unwrap();
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let columns: Vec<&str> = table.schema.schema.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(header, columns, "{}", table.schema.name);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), table.rows().len(), "{}", table.schema.name);
        for (record, row) in records.iter().zip(table.rows()) {
            let cells: Vec<&str> = (0..columns.len()).map(|at| row.text_at(at)).collect();
            assert_eq!(record.iter().collect::<Vec<_>>(), cells, "{} {}", table.schema.name, row.key());
        }
    }
}

#[test]
fn keys_are_unique_and_their_parts_have_no_slash() {
    let package = Package::embedded().unwrap();
    for table in tables(&package) {
        let keys: BTreeSet<&str> = table.rows().iter().map(Row::key).collect();
        assert_eq!(keys.len(), table.rows().len(), "{}", table.schema.name);
        assert!(!table.schema.key_columns().is_empty(), "{}", table.schema.name);
        let has_facts = table.schema.schema.fields.iter().any(adit_facts::schema::Field::is_number);
        for row in table.rows().iter().filter(|_| has_facts) {
            let parts = row.key().split('/').count();
            assert_eq!(parts, table.schema.key_columns().len(), "{} {}", table.schema.name, row.key());
        }
    }
}

#[test]
fn every_key_leads_back_to_its_fact() {
    let package = Package::embedded().unwrap();
    let mut seen = BTreeSet::new();
    for table in tables(&package) {
        let columns: Vec<String> = number_columns(&table.schema).map(|(_, part)| part).collect();
        for row in table.rows() {
            for column in &columns {
                let key = format!("{}/{}/{column}", table.schema.name, row.key());
                let at = package.find(&key).unwrap();
                assert_eq!(package.key(at).as_str(), key);
                assert!(seen.insert(at), "{key} is another fact's place");
            }
        }
    }
    assert!(seen.len() > 40_000, "{} facts", seen.len());
}

fn number_columns(schema: &TableSchema) -> impl Iterator<Item = (usize, String)> + '_ {
    schema.schema.fields.iter().enumerate().filter(|(_, f)| f.is_number()).map(|(at, f)| (at, f.key_part()))
}

/// What `why` ends at: publisher, licence and place, in full, for each of the numbers.
#[test]
fn every_number_has_a_source_with_licence_and_a_place_in_it() {
    let package = Package::embedded().unwrap();
    let mut numbers = 0;
    for table in tables(&package) {
        for row in table.rows() {
            for (column, part) in number_columns(&table.schema).filter(|(at, _)| row.number_at(*at).is_some()) {
                let key = format!("{}/{}/{part}", table.schema.name, row.key());
                let fact = package.view(package.find(&key).unwrap());
                let source =
                    package.sources().get(&fact.source).unwrap_or_else(|| panic!("{key}: no source {}", fact.source));
                assert_eq!(fact.licence, source.licence);
                for text in [
                    &source.publisher,
                    &source.citation,
                    &source.address,
                    &source.licence,
                    &source.licence_url,
                    &fact.unit,
                ] {
                    assert!(!text.trim().is_empty(), "{key}");
                }
                assert!(fact.locator.trim().len() > 3 && !fact.locator.contains(['{', '}']), "{key}: {}", fact.locator);
                assert!(fact.quality.is_some_and(|class| (1..=5).contains(&class)), "{key}");
                assert!(fact.file.starts_with("data/") && fact.line > 1, "{key}");
                let number = row.number_at(column).unwrap();
                assert!(number.low <= number.value && number.value <= number.high, "{key}");
                assert!(number.value.is_finite(), "{key}");
                assert!(fact.low <= fact.value && fact.value <= fact.high, "{key}");
                numbers += 1;
            }
        }
    }
    assert!(numbers > 40_000, "{numbers} numbers");
}

/// The line that a fact names is the line that holds it.
#[test]
fn the_line_of_a_fact_is_where_it_stands() {
    let package = Package::embedded().unwrap();
    for table in tables(&package) {
        let text = fs::read_to_string(data().join(&table.schema.path)).unwrap();
        let lines: Vec<&str> = text.split('\n').collect();
        for row in table.rows() {
            let line = lines[usize::try_from(row.line()).unwrap() - 1];
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let cells: Vec<&str> = (0..table.schema.schema.fields.len()).map(|at| row.text_at(at)).collect();
            assert_eq!(record.iter().collect::<Vec<_>>(), cells, "{}, line {}", table.schema.path, row.line());
        }
    }
}

#[test]
fn every_source_may_be_restated_and_every_source_is_used() {
    let package = Package::embedded().unwrap();
    let sources = package.table("sources").unwrap();
    for row in sources.rows() {
        assert_eq!(row.text(sources, "restatable"), "yes", "{}", row.key());
    }
    let mut used = BTreeSet::new();
    for table in tables(&package) {
        used.extend(table.schema.source.clone());
        used.extend(table.schema.source_by_edition.values().cloned());
        used.extend(table.rows().iter().map(|row| row.text(table, "source").to_owned()));
    }
    // Dates of membership stand in `countries`, whose rows come from the codes' own source.
    used.insert("eu-membership".to_owned());
    // Coasts are no table: data/land/land.json.
    used.insert("natural-earth".to_owned());
    let idle: Vec<&String> = package.sources().keys().filter(|id| !used.contains(*id)).collect();
    assert!(idle.is_empty(), "sources that nothing comes from: {idle:?}");
}

/// Every cell that refers to another table refers to a row of it, lists with `;` included.
#[test]
fn every_reference_leads_somewhere() {
    let package = Package::embedded().unwrap();
    let keys: HashMap<&str, BTreeSet<&str>> = tables(&package)
        .map(|table| (table.schema.name.as_str(), table.rows().iter().map(Row::key).collect()))
        .collect();
    let check = |table: &str, row: &str, column: &str, to: &str, cell: &str| {
        assert!(keys[to].contains(cell), "{table} {row}: {column} \"{cell}\" is not in {to}");
    };
    let mut checked: BTreeMap<&str, usize> = BTreeMap::new();
    for table in tables(&package) {
        let name = table.schema.name.as_str();
        for row in table.rows() {
            for (at, field) in table.schema.schema.fields.iter().enumerate() {
                let cell = row.text_at(at);
                let to = match (table.schema.refers_to(&field.name), field.name.as_str()) {
                    _ if cell.is_empty() => continue,
                    // A table that refers to itself names itself with an empty text.
                    (Some(""), _) => name,
                    (Some(to), _) => to,
                    (None, "materials") => "materials",
                    (None, "source") => "sources",
                    (None, "country") if cell != "any" => "countries",
                    _ => continue,
                };
                for id in cell.split(';').map(str::trim) {
                    check(name, row.key(), &field.name, to, id);
                    *checked.entry(to).or_default() += 1;
                }
            }
            if name == "end-uses" && !row.text(table, "nace").is_empty() {
                let sector = format!("{}/{}", row.text(table, "edition"), row.text(table, "nace"));
                check(name, row.key(), "nace", "value-added", &sector);
            }
        }
        for id in table.schema.source.iter().chain(table.schema.source_by_edition.values()) {
            assert!(keys["sources"].contains(id.as_str()), "{name}: source {id}");
        }
    }
    for to in ["materials", "countries", "sources"] {
        assert!(checked[to] > 100, "{checked:?}");
    }
}

/// The words of Frictionless that this crate does not read itself are held here: patterns, uniqueness, types.
#[test]
fn cells_keep_the_constraints_of_the_schema() {
    let package = Package::embedded().unwrap();
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(data().join("datapackage.json")).unwrap()).unwrap();
    // Trade is packed; its files are compared with the pack in a test of their own.
    for resource in json["resources"].as_array().unwrap().iter().filter(|resource| resource["path"].is_string()) {
        let table = package.table(resource["name"].as_str().unwrap()).unwrap();
        for (at, field) in resource["schema"]["fields"].as_array().unwrap().iter().enumerate() {
            let cells = || table.rows().iter().map(|row| row.text_at(at)).filter(|cell| !cell.is_empty());
            let place = || format!("{} {}", table.schema.name, field["name"]);
            if field["constraints"]["unique"] == true {
                assert_eq!(cells().collect::<BTreeSet<_>>().len(), cells().count(), "{}", place());
            }
            if let Some(pattern) = field["constraints"]["pattern"].as_str() {
                for cell in cells() {
                    assert!(matches(pattern, cell), "{}: {cell} is not {pattern}", place());
                }
            }
            match field["type"].as_str().unwrap() {
                "date" => assert!(cells().all(|cell| matches("[0-9]{4}-[0-9]{2}-[0-9]{2}", cell)), "{}", place()),
                "integer" => assert!(cells().all(|cell| cell.parse::<i32>().is_ok()), "{}", place()),
                _ => {}
            }
            assert!(!field["description"].as_str().unwrap_or("").is_empty(), "{}", place());
        }
    }
}

/// The few forms of pattern that the schema uses: alternatives of letters, or of `[A-Z]{2}`, `[a-z]{1,2}`, `[a-z0-9-]+`.
fn matches(pattern: &str, text: &str) -> bool {
    pattern.split('|').any(|one| ends_match(one, text))
}

fn ends_match(pattern: &str, text: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return text.is_empty() };
    if first != '[' {
        return text.strip_prefix(first).is_some_and(|rest| ends_match(&pattern[first.len_utf8()..], rest));
    }
    let (class, rest) = pattern[1..].split_once(']').unwrap();
    let (least, most, rest) = repeats(rest);
    let length = text.chars().take_while(|letter| in_class(class, *letter)).count().min(most);
    (least..=length).any(|count| ends_match(rest, &text[count..]))
}

fn repeats(rest: &str) -> (usize, usize, &str) {
    if let Some(rest) = rest.strip_prefix('+') {
        return (1, usize::MAX, rest);
    }
    let Some((count, rest)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) else { return (1, 1, rest) };
    let (least, most) = count.split_once(',').unwrap_or((count, count));
    (least.parse().unwrap(), most.parse().unwrap(), rest)
}

fn in_class(class: &str, letter: char) -> bool {
    let letters: Vec<char> = class.chars().collect();
    let range = |from: usize| letters.get(from + 1) == Some(&'-') && from + 2 < letters.len();
    (0..letters.len())
        .any(|at| if range(at) { (letters[at]..=letters[at + 2]).contains(&letter) } else { letters[at] == letter })
}
