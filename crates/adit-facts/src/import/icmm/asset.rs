//! The words of ICMM's records, and how they read here.

use super::super::raw::Line;
use crate::finding::Finding;

/// What a commodity of ICMM is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commodity {
    /// A material, by its id.
    Material(&'static str),
    /// Not a material of the vocabulary.
    Other,
}

use Commodity::{Material, Other};

/// ICMM's commodities as they stand in its records of Europe, misprints among them.
pub(super) const COMMODITIES: [(&str, Commodity); 64] = [
    ("alumina", Material("alumina")),
    ("aluminium", Material("aluminium")),
    ("antimony", Material("antimony")),
    ("aresnic", Material("arsenic")),
    ("arsenic", Material("arsenic")),
    ("barium", Material("baryte")),
    ("bauxite", Material("bauxite")),
    ("bismuth", Material("bismuth")),
    ("boron", Material("boron")),
    ("cadimium", Material("cadmium")),
    ("cadmium", Material("cadmium")),
    ("chromite", Material("chromium")),
    ("chromium", Material("chromium")),
    ("coal", Other),
    ("cobalt", Material("cobalt")),
    ("copper", Material("copper")),
    ("ferrochrome", Material("chromium")),
    ("ferromanganese", Material("manganese")),
    ("ferronickel", Material("nickel")),
    ("fluorspar", Material("fluorspar")),
    ("gallium", Material("gallium")),
    ("germanium", Material("germanium")),
    ("gold", Material("gold")),
    ("graphite", Material("natural-graphite")),
    ("ilmenite", Material("titanium")),
    ("indium", Material("indium")),
    ("iridium", Material("iridium")),
    ("iron", Other),
    ("iron ore", Material("iron-ore")),
    ("kaolin", Material("kaolin")),
    ("lanthanides", Material("rare-earths")),
    ("lead", Material("lead")),
    ("lithium", Material("lithium")),
    ("magnesium", Material("magnesium")),
    ("manganese", Material("manganese")),
    ("mercury", Other),
    ("metallurgical coal", Material("coking-coal")),
    ("molybdenum", Material("molybdenum")),
    ("nickel", Material("nickel")),
    ("niobium", Material("niobium")),
    ("palladium", Material("palladium")),
    ("phosphate", Material("phosphate-rock")),
    ("platinum", Material("platinum")),
    ("platinum group metals", Material("pgm")),
    ("potash", Material("potash")),
    ("pyrite", Other),
    ("rhodium", Material("rhodium")),
    ("ruthenium", Material("ruthenium")),
    ("scandium", Material("scandium")),
    ("selenium", Material("selenium")),
    ("silicomanganese", Material("manganese")),
    ("silver", Material("silver")),
    ("steel", Other),
    ("sulphate", Other),
    ("sulphuric acid", Other),
    ("tantalum", Material("tantalum")),
    ("tellurium", Material("tellurium")),
    ("thermal coal", Other),
    ("tin", Material("tin")),
    ("titanium", Material("titanium")),
    ("tungsten", Material("tungsten")),
    ("uranium", Other),
    ("vanadium", Material("vanadium")),
    ("zinc", Material("zinc")),
];

/// What a word for a commodity means.
pub(super) fn commodity(word: &str) -> Option<Commodity> {
    COMMODITIES.iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant)
}

/// ICMM's confidence factor as a confidence of the table.
pub(super) fn confidence(word: &str) -> Option<&'static str> {
    match word {
        "High" => Some("high"),
        "Moderate" => Some("medium"),
        "Very Low" => Some("low"),
        _ => None,
    }
}

/// The kind of a site, from an asset type such as `Mine;Plant`: a mine with works beside it is a mine.
pub(super) fn kind(asset: &str) -> &'static str {
    let has = |part: &str| asset.split(';').any(|one| one.trim() == part);
    if has("Mine") {
        "mine"
    } else if has("Smelter") || has("Refinery") {
        "smelter-refinery"
    } else {
        "plant"
    }
}

/// A coordinate in degrees as printed, with an ASCII minus; the file has one with the minus sign of mathematics.
pub(super) fn position(line: Line<'_>, cell: usize, most: f64) -> Result<String, Finding> {
    let text = line.cell(cell).replace('\u{2212}', "-");
    match text.parse::<f64>() {
        Ok(degrees) if degrees.abs() <= most => Ok(text),
        _ => {
            let finding = Finding::error("value.impossible", format!("\"{text}\" is not a coordinate"));
            Err(line.at(cell, finding.hint(format!("degrees between -{most} and {most}; this copy is damaged"))))
        }
    }
}

/// A name as it was meant where its UTF-8 was taken for cp1252 and encoded again (`PniÃ³wek` is `Pniówek`).
pub(super) fn mended(name: &str) -> String {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(name);
    match std::str::from_utf8(&bytes) {
        Ok(meant) if !lost => meant.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMODITIES, kind, mended};

    #[test]
    fn names_that_were_encoded_twice_are_mended_and_others_left() {
        assert_eq!(mended("KWK PniÃ³wek Coal Mine"), "KWK Pniówek Coal Mine");
        assert_eq!(mended("KWK KrupiÅ„ski"), "KWK Krupiński");
        for sound in ["Bergsöe", "Pyhäsalmi", "Bolesław", "Kemi Mine", ""] {
            assert_eq!(mended(sound), sound);
        }
    }

    #[test]
    fn a_mine_with_works_beside_it_is_a_mine() {
        assert_eq!(kind("Mine;Smelter;Refinery"), "mine");
        assert_eq!(kind("Refinery; Steel Plant"), "smelter-refinery");
        assert_eq!(kind("Steel Plant"), "plant");
    }

    #[test]
    fn commodities_stand_in_order_and_once() {
        assert!(COMMODITIES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
