//! Publishers' files that come compressed.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::door::LARGEST;
use crate::finding::Finding;

const MARK: &[u8] = b"\x1f\x8b";

/// The content of a gzip file, checked against its own checksum; other bytes as they are.
pub(super) fn unpacked(file: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Finding> {
    if !bytes.starts_with(MARK) {
        return Ok(bytes);
    }
    let refused = |code, says: String| Finding::error(code, says).in_file(file).at(1, 1).hint("fetch the file again");
    let mut content = Vec::new();
    match MultiGzDecoder::new(bytes.as_slice()).take(LARGEST + 1).read_to_end(&mut content) {
        Err(error) => Err(refused("import.broken-gzip", format!("is a gzip file that is cut or damaged: {error}"))),
        Ok(_) if content.len() as u64 > LARGEST => {
            Err(refused("file.too-large", format!("unpacks to more than {} MiB", LARGEST / (1024 * 1024))))
        }
        Ok(_) => Ok(content),
    }
}
