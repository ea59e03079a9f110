//! Columns of trade to bytes: the other half of `src/chain/trade/pack.rs`.

use crate::pack::{PLANES, Packed};

/// The bytes that `Packed::decode` reads; `None` if a number is too large for them.
pub fn encode(packed: &Packed) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    list(&mut bytes, packed.countries.iter().map(<[u8; 2]>::as_slice))?;
    list(&mut bytes, packed.codes.iter().map(|code| code.to_le_bytes()))?;
    list(&mut bytes, packed.years.iter().map(|year| year.to_le_bytes()))?;
    list(&mut bytes, packed.counts.iter().map(|count| count.to_le_bytes()))?;
    bytes.extend(&packed.exporters);
    bytes.extend(&packed.importers);
    for column in [&packed.values, &packed.quantities] {
        if column.iter().any(|number| number >> (8 * PLANES) != 0) {
            return None;
        }
        for plane in 0..PLANES {
            bytes.extend(column.iter().map(|number| number.to_le_bytes()[plane]));
        }
    }
    Some(bytes)
}

fn list<T: AsRef<[u8]>>(bytes: &mut Vec<u8>, entries: impl ExactSizeIterator<Item = T>) -> Option<()> {
    bytes.extend(u32::try_from(entries.len()).ok()?.to_le_bytes());
    for entry in entries {
        bytes.extend(entry.as_ref());
    }
    Some(())
}
