//! The packed form of `data/trade/*.csv`: dictionaries, then columns cut into planes of single bytes, which lz4 takes to
//! about a third of the CSV. Written when the program is built (`build/encode.rs`), read when trade is first asked for.
//!
//! All numbers are little-endian; values and quantities are whole tenths, as the files print them.

/// Bytes of a value or quantity, lowest first.
pub const PLANES: usize = 6;

/// Columns of trade, sorted by code, year, exporter and importer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// ISO 3166-1 alpha-2, ascending.
    pub countries: Vec<[u8; 2]>,
    /// HS6 codes, ascending.
    pub codes: Vec<u32>,
    /// Years, ascending.
    pub years: Vec<u16>,
    /// Rows of each code and year: all years of the first code, then of the second.
    pub counts: Vec<u32>,
    /// Position of the exporter in `countries`.
    pub exporters: Vec<u8>,
    /// Position of the importer in `countries`.
    pub importers: Vec<u8>,
    /// Tenths of a thousand US dollars.
    pub values: Vec<u64>,
    /// Tenths of a tonne plus one; 0 where no quantity is known.
    pub quantities: Vec<u64>,
}

impl Packed {
    /// Reads the bytes that `encode` wrote; `None` for any others.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut rest = Reader(bytes);
        let countries = rest.list(Reader::take::<2>)?;
        let codes = rest.list(|reader| reader.take().map(u32::from_le_bytes))?;
        let years = rest.list(|reader| reader.take().map(u16::from_le_bytes))?;
        let counts = rest.list(|reader| reader.take().map(u32::from_le_bytes))?;
        let rows = counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(usize::try_from(*count).ok()?))?;
        let packed = Self {
            exporters: rest.bytes(rows)?.to_vec(),
            importers: rest.bytes(rows)?.to_vec(),
            values: rest.planes(rows)?,
            quantities: rest.planes(rows)?,
            countries,
            codes,
            years,
            counts,
        };
        let known = |at: &u8| usize::from(*at) < packed.countries.len();
        let sound = packed.counts.len() == packed.codes.len() * packed.years.len()
            && packed.exporters.iter().chain(&packed.importers).all(known)
            && rest.0.is_empty();
        sound.then_some(packed)
    }
}

/// What is not read yet.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = u32::from_le_bytes(self.take()?);
        (0..count).map(|_| read(self)).collect()
    }

    fn planes(&mut self, rows: usize) -> Option<Vec<u64>> {
        let mut numbers = vec![0_u64; rows];
        for plane in 0..PLANES {
            for (number, byte) in numbers.iter_mut().zip(self.bytes(rows)?) {
                *number |= u64::from(*byte) << (8 * plane);
            }
        }
        Some(numbers)
    }
}
