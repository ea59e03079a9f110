//! Names of regions as people write them: without accents, in any case, one of several official languages, without the
//! country in brackets.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Region, Regions, RemixRegion, Vintage};

/// What a name may mean, by how surely it does.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Whole names.
    whole: HashMap<String, Vec<usize>>,
    /// REMIX regions by id and name.
    remix: HashMap<String, usize>,
    /// Parts of names: one language of several, without what stands in brackets.
    parts: HashMap<String, Vec<usize>>,
}

/// What a name was found to mean.
pub(super) enum Meaning<'a> {
    Region(&'a Region),
    Remix(&'a RemixRegion),
    Several(Vec<&'a Region>),
}

impl Names {
    pub fn of(all: &Regions) -> Self {
        let mut names = Self::default();
        for (at, region) in all.all.iter().enumerate() {
            // A name of 2021 leads to the region of today where its code lives on.
            let at = all.by_code.get(&(Vintage::Nuts2024, region.code.clone())).copied().unwrap_or(at);
            for name in [&region.name, &region.name_latin] {
                add(&mut names.whole, folded(name), at);
                for part in name.split('/').map(|part| part.split('(').next().unwrap_or(part)) {
                    add(&mut names.parts, folded(part), at);
                }
            }
        }
        for (at, region) in all.remix.iter().enumerate() {
            let name = region.name.split(['(', ')', '/']);
            for name in name.chain([region.id.as_str(), region.name.as_str()]) {
                names.remix.entry(folded(name)).or_insert(at);
            }
        }
        names
    }

    /// All names, folded.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.whole.keys().chain(self.remix.keys()).chain(self.parts.keys()).map(String::as_str)
    }

    /// What a name means: a whole name, else a REMIX region, else part of a name.
    pub fn meaning<'a>(&self, name: &str, all: &'a Regions) -> Option<Meaning<'a>> {
        let wanted = folded(name);
        if wanted.is_empty() {
            return None;
        }
        if let Some(found) = self.whole.get(&wanted) {
            return chosen(found, all);
        }
        if let Some(at) = self.remix.get(&wanted) {
            return Some(Meaning::Remix(&all.remix[*at]));
        }
        self.parts.get(&wanted).and_then(|found| chosen(found, all))
    }
}

fn add(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let meant = names.entry(name).or_default();
    if !meant.contains(&at) {
        meant.push(at);
    }
}

/// Of regions with one name, those of level 2, else of level 3, else countries, else level 1: where a country and its
/// only region are called the same, the region is meant.
fn chosen<'a>(found: &[usize], all: &'a Regions) -> Option<Meaning<'a>> {
    let rank = |level: u8| match level {
        2 => 0,
        3 => 1,
        0 => 2,
        _ => 3,
    };
    // A name that is used still wins over the same name of a code that is gone.
    let by_vintage = |at: &usize| std::cmp::Reverse(all.all[*at].vintage);
    let best = found.iter().map(|at| (by_vintage(at), rank(all.all[*at].level))).min()?;
    let of_best = found.iter().filter(|at| (by_vintage(at), rank(all.all[**at].level)) == best);
    let regions: Vec<&Region> = of_best.map(|at| &all.all[*at]).collect();
    match regions.as_slice() {
        [one] => Some(Meaning::Region(one)),
        _ => Some(Meaning::Several(regions)),
    }
}

/// Lower case, without accents, words parted by one space: `Castilla-y-León` is `castilla y leon`.
pub(super) fn folded(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'ς' => plain.push('σ'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'þ' => plain.push_str("th"),
            '\'' | '’' | '*' | '.' => {}
            letter if letter.is_alphanumeric() => plain.push(letter),
            // `İ` in lower case leaves a dot behind.
            letter if is_combining_mark(letter) => {}
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        assert_eq!(folded("Castilla-y-León"), "castilla y leon");
        assert_eq!(folded("CASTILLA Y LEO\u{301}N"), "castilla y leon");
        assert_eq!(folded("Provence-Alpes-Côte d’Azur"), folded("provence alpes cote d'azur"));
        assert_eq!(folded("Dolnośląskie"), "dolnoslaskie");
        assert_eq!(folded("Στερεά Ελλάδα"), "στερεα ελλαδα");
        assert_eq!(folded("Северозападен"), "северозападен");
        assert_eq!(folded("İstanbul"), "istanbul");
        assert_eq!(folded(" Prov.  Liège "), "prov liege");
        assert_eq!(folded("--"), "");
    }
}
