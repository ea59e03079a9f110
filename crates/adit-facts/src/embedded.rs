//! The European data package, compiled in.

/// `datapackage.json`.
pub(crate) const DATAPACKAGE: &str = include_str!("../../../data/datapackage.json");

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        /// Path within the package and text of every table.
        pub(crate) const TABLES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../../data/", $path)))),*];
    };
}

embed![
    "sources.csv",
    "materials.csv",
    "material-names.csv",
    "countries.csv",
    "country-names.csv",
    "law-lists.csv",
    "official-lists.csv",
    "assessments.csv",
    "stage-results.csv",
    "import-reliance.csv",
    "recycling.csv",
    "substitution.csv",
    "world-supply.csv",
    "eu-supply.csv",
    "end-uses.csv",
    "value-added.csv",
    "governance.csv",
    "second-readings.csv",
    "nuts.csv",
    "nuts-changes.csv",
    "remix-regions.csv",
    "regional-population.csv",
    "regional-gdp.csv",
    "regional-unemployment.csv",
    "regional-employment.csv",
    "regional-mining.csv",
    "sites.csv",
    "plants.csv",
    "projects.csv",
    "project-capacities.csv",
    "project-figures.csv",
    "production.csv",
    "reserves.csv",
    "trade-codes.csv",
    "consumption.csv",
    "yields.csv",
    "assumptions.csv",
    "price-series.csv",
    "prices.csv",
    "exchange-rates.csv",
    "price-indices.csv",
    "appraisal-inputs.csv",
    "fiscal-terms.csv",
    "fund-rules.csv",
    "reference-rates.csv",
    "outlook-cases.csv",
    "outlook-segments.csv",
    "outlook-technologies.csv",
    "outlook-parameters.csv",
    "outlook-levers.csv",
    "partners.csv",
    "strategic-entries.csv",
    "by-products.csv",
    "impact-factors.csv",
    "project-impacts.csv",
    "country-context.csv",
    "obligations.csv",
    "time-limits.csv",
    "counting-rules.csv",
    "holidays.csv",
];

/// The text of a table.
pub(crate) fn text(path: &str) -> Option<&'static str> {
    TABLES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}
