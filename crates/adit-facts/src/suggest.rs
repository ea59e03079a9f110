//! Nearest names, for the hint under "unknown material" and the like.

/// The names closest to `given`, best first, at most three, only those near enough to be worth showing.
pub fn nearest<'a>(given: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = given.to_lowercase();
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| {
            let candidate = name.to_lowercase();
            let contains = candidate.contains(&wanted) || (wanted.len() > 3 && wanted.contains(&candidate));
            let score = strsim::jaro_winkler(&wanted, &candidate) + if contains { 0.2 } else { 0.0 };
            (score, name)
        })
        .filter(|(score, _)| *score > 0.78)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// "did you mean a, b or c?", or the fallback when nothing is near.
pub fn hint<'a>(given: &str, names: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match nearest(given, names).as_slice() {
        [] => otherwise.to_owned(),
        [one] => format!("did you mean {one}?"),
        [rest @ .., last] => format!("did you mean {} or {last}?", rest.join(", ")),
    }
}
