//! A model file of the Outlook, with one CSV file beside it: never a panic, every finding placed, and whatever is read is
//! sound and can be changed by its own paths.
#![no_main]

use adit_facts::outlook::model_file::{Driver, ModelFile};
use adit_fuzz::placed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str)| {
    let (text, csv) = input;
    let mut files = |_: &str| Ok(csv.to_owned());
    match ModelFile::parse(text, "model.toml", &mut files) {
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
        }
        Ok((model, findings)) => {
            placed(&findings);
            for series in &model.series {
                let (Driver::Stock(values) | Driver::Inflow(values)) = &series.driver;
                assert_eq!(values.len(), model.time.years.len());
                assert!(values.iter().all(|value| value.is_finite() && *value >= 0.0));
            }
            for path in model.paths().iter().take(100) {
                let parameter = model.parameter(path);
                assert!(parameter.is_ok(), "{path}: {parameter:?}");
            }
        }
    }
});
