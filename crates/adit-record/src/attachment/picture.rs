//! Pictures without what is not the picture: the parts of PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) that draw it are
//! copied, all others are left behind, and so is what stands after the end.

pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
pub(super) const JPEG: &[u8] = b"\xff\xd8\xff";

/// Chunks that draw the picture or say what its colours mean.
const DRAWING: [&[u8]; 9] = [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"];

/// A PNG of its drawing chunks; none if it is not whole.
pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = PNG.to_vec();
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut first = true;
    loop {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let kind = rest.get(4..8)?;
        // Length, kind, data, checksum.
        let whole = length.checked_add(12)?;
        let chunk = rest.get(..whole)?;
        if first != (kind == b"IHDR") {
            return None;
        }
        first = false;
        if DRAWING.contains(&kind) {
            kept.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(kept);
        }
        rest = rest.get(whole..)?;
    }
}

/// A JPEG of its tables, frames and scans; none if it is not whole. Adobe's mark of how colours are mixed stays, as without
/// it some pictures are drawn in wrong colours; how a camera was held is left behind with the rest that it wrote.
pub(super) fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = vec![0xff, 0xd8];
    let mut at = 2;
    let mut drawn = false;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        while *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xd9 {
            kept.extend_from_slice(&[0xff, 0xd9]);
            return drawn.then_some(kept);
        }
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        if length < 2 {
            return None;
        }
        let segment = bytes.get(at..at + 2 + length)?;
        let adobe = marker == 0xee && segment.len() == 16 && segment.get(4..9) == Some(b"Adobe");
        // Frames and tables (C0 to CF, DB, DC, DD), and the start of a scan (DA).
        if adobe || matches!(marker, 0xc0..=0xcf | 0xda..=0xdd) {
            kept.extend_from_slice(segment);
        }
        at += 2 + length;
        if marker == 0xda {
            let end = scan_end(bytes, at)?;
            kept.extend_from_slice(bytes.get(at..end)?);
            at = end;
            drawn = true;
        }
    }
}

/// Where the data of a scan end: at the next marker that is neither a stuffed zero nor a restart.
fn scan_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        if *bytes.get(at)? == 0xff && !matches!(*bytes.get(at + 1)?, 0x00 | 0xd0..=0xd7 | 0xff) {
            return Some(at);
        }
        at += 1;
    }
}
