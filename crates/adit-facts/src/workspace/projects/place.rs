//! Where a stage of a project stands: its region, and whether its coordinates can be there.

use super::reader::{Given, Reader};
use crate::chain::land::on_land;
use crate::chain::regions::{Region, RegionError, Vintage, within};
use crate::finding::Finding;
use crate::geo::Point;
use crate::package::Package;

/// A point lies outside its region where the nearest centre of a region of level 3 in it is further than this many
/// times the nearest centre of all, and then [`AND_MORE_KM`] kilometres. Boundaries are not part of the package; of the
/// sites of the base, whose regions were found by boundaries, none comes near this.
const TIMES_FURTHER: f64 = 2.5;

/// See [`TIMES_FURTHER`].
const AND_MORE_KM: f64 = 15.0;

/// The code of NUTS 2024, level 2, that a region means (of NUTS 2021 for the United Kingdom); what was translated or
/// cannot be understood is said.
pub(super) fn region(reader: &mut Reader<'_>, given: &Given, package: &Package) -> Option<String> {
    let error = |says: String, hint: String| Finding::error("project.region", says).hint(hint);
    let found = match package.find_region(&given.text) {
        Ok(found) => found,
        Err(RegionError::Unknown { text, hint }) => {
            reader.say(error(format!("there is no region \"{text}\""), hint), given.span.clone());
            return None;
        }
        Err(RegionError::Several { text, hint }) => {
            reader.say(error(format!("\"{text}\" is the name of several regions"), hint), given.span.clone());
            return None;
        }
    };
    let code = match found.regions.as_slice() {
        [one] if one.level == 2 => one.code.clone(),
        [one] if one.level == 3 => one.parent.clone()?,
        [one] => {
            let says = format!("{} {} is of level {}", one.code, one.name_latin, one.level);
            reader.say(error(says, "write a region of level 2, such as FI1D".to_owned()), given.span.clone());
            return None;
        }
        several => {
            let codes: Vec<&str> = several.iter().map(|region| region.code.as_str()).collect();
            let says = format!("\"{}\" means {}", given.text, codes.join(" and "));
            reader.say(error(says, "write the one in which the site is".to_owned()), given.span.clone());
            return None;
        }
    };
    if code != given.text {
        let why = found.note.map(|note| format!(" ({note})")).unwrap_or_default();
        let says = format!("\"{}\" is read as {code}{why}", given.text);
        let finding = Finding::note("project.region-read", says).hint(format!("write region = \"{code}\""));
        reader.say(finding, given.span.clone());
    }
    Some(code)
}

/// Whether the coordinates are on land and, where a region is known, can be in it.
pub(super) fn coordinates(reader: &mut Reader<'_>, lat: &Given, lon: &Given, region: Option<&str>, package: &Package) {
    let (Some(north), Some(east)) = (degrees(lat, 90.0), degrees(lon, 180.0)) else { return };
    let here = Point { lat: north, lon: east };
    let swapped = Point { lat: east, lon: north };
    let fits = |point: Point| on_land(point) && region.is_none_or(|code| can_be_in(point, code, package));
    let are_swapped = (-90.0..=90.0).contains(&east) && fits(swapped) && !fits(here);
    let swap = "lat is degrees north and lon degrees east: are the two swapped?";
    if !on_land(here) {
        let hint = if are_swapped { swap } else { "write the coordinates of the site, in degrees north and east" };
        let says = format!("{}, {} is in the sea", lat.text, lon.text);
        reader.say(Finding::error("project.sea", says).hint(hint), lat.span.clone());
    } else if let Some(code) = region.filter(|code| !can_be_in(here, code, package)) {
        let nearest = package.regions().at(here).map(|(near, _)| format!("{} {}", near.code, near.name_latin));
        let near = nearest.map(|name| format!("it is near {name}")).unwrap_or_default();
        let hint = if are_swapped { swap.to_owned() } else { near };
        let says = format!("{}, {} is outside {code}", lat.text, lon.text);
        reader.say(Finding::error("project.outside-region", says).hint(hint), lat.span.clone());
    }
}

/// Whether a point can lie in a region of level 2, judged by the centres of the regions of level 3. Regions without
/// those (the United Kingdom) are judged by nothing.
pub(super) fn can_be_in(point: Point, code: &str, package: &Package) -> bool {
    let regions = package.regions();
    let inside = |region: &&Region| region.vintage == Vintage::Nuts2024 && within(&region.code, code);
    let distances = regions.of_level(3).filter(inside).map(|region| region.centre.distance_km(point));
    let (Some(in_region), Some((_, nearest))) = (distances.min_by(f64::total_cmp), regions.at(point)) else {
        return true;
    };
    in_region <= TIMES_FURTHER * nearest + AND_MORE_KM
}

/// A coordinate in its range; what is out of range is said by its column.
fn degrees(given: &Given, most: f64) -> Option<f64> {
    given.text.parse().ok().filter(|degrees: &f64| degrees.abs() <= most)
}

#[cfg(test)]
mod tests {
    use super::can_be_in;
    use crate::geo::Point;
    use crate::package::Package;

    /// The rule must not call a place wrong that is right: the regions of the sites were found by boundaries.
    #[test]
    fn no_site_of_the_base_is_outside_its_region() {
        let package = Package::embedded().unwrap();
        let mut judged = 0;
        for site in package.sites() {
            if let (Some(lat), Some(lon), Some(code)) = (site.lat, site.lon, site.nuts2) {
                let point = Point { lat: lat.number.value, lon: lon.number.value };
                assert!(can_be_in(point, &code, &package), "{} in {code}", site.id);
                judged += 1;
            }
        }
        assert!(judged > 500, "{judged}");
        let kaustinen = Point { lat: 63.56, lon: 23.79 };
        for (code, expected) in [("FI1D", true), ("FI19", false), ("FI20", false), ("SE33", false), ("ES43", false)] {
            assert_eq!(can_be_in(kaustinen, code, &package), expected, "{code}");
        }
    }
}
