//! Packs `data/trade/*.csv` into dictionary-coded columns, so that opening trade costs milliseconds (design: loading).
//! What was packed is unpacked again and compared; a build with a pack that does not say the same does not finish.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

#[path = "build/encode.rs"]
mod encode;
#[path = "src/chain/trade/pack.rs"]
mod pack;
#[path = "build/tables.rs"]
mod tables;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data/trade");
    for watched in ["../../data/trade", "build", "build.rs", "src/chain/trade/pack.rs"] {
        rerun_if_changed(watched);
    }
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(year) = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse::<u16>().ok())
        else {
            return Err(format!("{} is not called after a year", path.display()).into());
        };
        files.insert(year, fs::read_to_string(&path)?);
    }
    let packed = tables::read(&files)?;
    let bytes = encode::encode(&packed).ok_or("a number of trade is too large to be packed")?;
    if pack::Packed::decode(&bytes).as_ref() != Some(&packed) {
        return Err("trade does not come out of its pack as it went in".into());
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("trade.lz4"), lz4_flex::compress_prepend_size(&bytes))?;
    // Names the content, whatever the version of the packer.
    let mut digest = Sha256::new();
    for (year, text) in &files {
        digest.update(year.to_le_bytes());
        digest.update(text);
    }
    let hex: Vec<String> = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(Path::new(&out).join("trade.sha256"), hex.concat())?;
    Ok(())
}

// The way in which build scripts talk to cargo.
#[allow(clippy::print_stdout)]
fn rerun_if_changed(path: &str) {
    println!("cargo::rerun-if-changed={path}");
}
