//! A file of BACI as a stream of rows, plain or gzip, with the line of each.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use crate::finding::Finding;

/// The header of the yearly files and of extracts of them: year, exporter, importer, good, value, quantity.
const HEADER: [&[u8]; 6] = [b"t", b"i", b"j", b"k", b"v", b"q"];

/// Longest line; rows of BACI have some fifty bytes.
const LONGEST_LINE: u64 = 4096;

/// A file that is being read.
pub(super) struct Stream {
    file: String,
    reader: Box<dyn BufRead>,
    bytes: Arc<AtomicU64>,
    line: u64,
    text: Vec<u8>,
}

/// A row: its six cells without blanks around them.
pub(super) struct Record<'a> {
    pub cells: [&'a [u8]; 6],
    /// 1-based line.
    pub line: u64,
    file: &'a str,
    text: &'a [u8],
}

impl Record<'_> {
    /// A finding at a cell.
    pub fn at(&self, cell: usize, finding: Finding) -> Finding {
        let before = self.text.split(|byte| *byte == b',').take(cell).map(|cell| cell.len() as u64 + 1).sum::<u64>();
        finding.in_file(self.file).at(self.line, before + 1)
    }
}

impl Stream {
    /// Opens a file and reads its header.
    pub fn open(path: &Path) -> Result<Self, Finding> {
        let file = path.display().to_string();
        let refused = |error: &std::io::Error| {
            let finding = Finding::error("file.unreadable", format!("cannot be read: {error}")).in_file(&file);
            finding.hint("check the path and the permissions")
        };
        let about = path.metadata().map_err(|error| refused(&error))?;
        if about.is_dir() {
            let finding = Finding::error("file.is-folder", "is a folder, not a file").in_file(&file);
            return Err(finding.hint("name the file itself"));
        }
        let bytes = Arc::new(AtomicU64::new(0));
        let open = File::open(path).map_err(|error| refused(&error))?;
        let mut raw = BufReader::with_capacity(1 << 18, Counted { inner: open, bytes: Arc::clone(&bytes) });
        let packed = raw.fill_buf().map_err(|error| refused(&error))?.starts_with(b"\x1f\x8b");
        let reader: Box<dyn BufRead> =
            if packed { Box::new(BufReader::with_capacity(1 << 18, MultiGzDecoder::new(raw))) } else { Box::new(raw) };
        let mut stream = Self { file, reader, bytes, line: 0, text: Vec::new() };
        stream.header()?;
        Ok(stream)
    }

    /// Bytes read so far, as they lie on the disk.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    fn header(&mut self) -> Result<(), Finding> {
        if !self.advance()? {
            let finding = Finding::error("file.empty", "is empty").in_file(&self.file).at(1, 1);
            return Err(finding.hint("fetch the file again"));
        }
        let text = self.text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.text);
        let unquoted = |cell: &[u8]| trim(cell).iter().copied().filter(|byte| *byte != b'"').collect::<Vec<u8>>();
        let names: Vec<Vec<u8>> = text.split(|byte| *byte == b',').map(unquoted).collect();
        if names == HEADER {
            return Ok(());
        }
        let finding = Finding::error("import.unknown-file", "is none of the files that baci reads").in_file(&self.file);
        Err(finding.at(1, 1).hint("the columns are t,i,j,k,v,q: BACI_HS92_Y2022_V202501.csv"))
    }

    /// The next row; `None` at the end of a file that is whole.
    pub fn next(&mut self) -> Result<Option<Record<'_>>, Finding> {
        if !self.advance()? {
            if self.line < 2 {
                let finding = Finding::error("import.cut", "has a header and nothing below it").in_file(&self.file);
                return Err(finding.at(1, 1).hint("fetch the file again"));
            }
            return Ok(None);
        }
        let mut cells = [&[][..]; 6];
        let mut count = 0;
        for cell in self.text.split(|byte| *byte == b',') {
            if let Some(place) = cells.get_mut(count) {
                *place = trim(cell);
            }
            count += 1;
        }
        if count != cells.len() {
            let says = format!("has {count} cells where the header has {}", cells.len());
            let finding = Finding::error("csv.wrong-width", says).in_file(&self.file).at(self.line, 1);
            return Err(finding.hint("fetch the file again; this copy is damaged"));
        }
        Ok(Some(Record { cells, line: self.line, file: &self.file, text: &self.text }))
    }

    /// Reads the next line into `text`, without its end; `false` at the end of the file.
    fn advance(&mut self) -> Result<bool, Finding> {
        self.text.clear();
        let line = self.line + 1;
        let broken = |file: &str, code, says: String| {
            Finding::error(code, says).in_file(file).at(line, 1).hint("fetch the file again")
        };
        let read = self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut self.text);
        let length = read.map_err(|error| {
            let says = format!("cannot be read further: cut or damaged ({error})");
            broken(&self.file, "import.broken-gzip", says)
        })?;
        if length == 0 {
            return Ok(false);
        }
        self.line = line;
        if self.text.pop_if(|last| *last == b'\n').is_none() {
            let says = if length as u64 >= LONGEST_LINE {
                "has a line of more than 4096 bytes"
            } else {
                "ends in the middle of a line: it was cut off"
            };
            return Err(broken(&self.file, "import.cut", says.to_owned()));
        }
        self.text.pop_if(|last| *last == b'\r');
        Ok(true)
    }
}

/// Without blanks at its ends: the publisher pads its columns.
fn trim(cell: &[u8]) -> &[u8] {
    cell.trim_ascii()
}

/// A reader that counts what was read.
struct Counted<R> {
    inner: R,
    bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
