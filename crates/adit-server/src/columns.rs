//! A plain table as a Parquet file: one row group, every column optional, the notes among the file's metadata.

use std::sync::Arc;

use adit_answer::tables::{ColumnKind, PlainTable, Value};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

/// What a column holds, in the words of the format.
#[derive(Debug, Clone, Copy)]
enum Held {
    Words,
    Numbers,
    Flags,
}

/// The file's bytes: words as UTF-8, numbers as unrounded doubles, flags as booleans; what is unknown is null.
pub fn parquet(table: &PlainTable) -> Result<Vec<u8>, ParquetError> {
    let headers = table.headers();
    let held: Vec<Held> = table.columns.iter().flat_map(|column| of(column.kind)).collect();
    let fields = headers.iter().zip(&held).map(|(header, held)| field(header, *held)).collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder("adit").with_fields(fields).build()?;
    let about = std::iter::once(("title", &table.title)).chain(table.notes.iter().map(|note| ("note", note)));
    let about = about.map(|(key, value)| KeyValue::new(key.to_owned(), value.clone())).collect();
    let properties =
        WriterProperties::builder().set_compression(Compression::SNAPPY).set_key_value_metadata(Some(about)).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let records: Vec<Vec<Value>> = table.records().collect();
    let mut group = writer.next_row_group()?;
    for (at, held) in held.into_iter().enumerate() {
        let cells = records.iter().map(|record| &record[at]);
        match held {
            Held::Words => write::<ByteArrayType>(&mut group, cells, |value| match value {
                Value::Text(text) => Some(ByteArray::from(text.as_str())),
                _ => None,
            }),
            Held::Numbers => write::<DoubleType>(&mut group, cells, |value| match value {
                Value::Number(number) => Some(*number),
                _ => None,
            }),
            Held::Flags => write::<BoolType>(&mut group, cells, |value| match value {
                Value::Flag(flag) => Some(*flag),
                _ => None,
            }),
        }?;
    }
    group.close()?;
    writer.into_inner()
}

/// A column of bounds is two, as in CSV and xlsx.
fn of(kind: ColumnKind) -> Vec<Held> {
    match kind {
        ColumnKind::Text => vec![Held::Words],
        ColumnKind::Number => vec![Held::Numbers],
        ColumnKind::Bounds => vec![Held::Numbers, Held::Numbers],
        ColumnKind::Flag => vec![Held::Flags],
    }
}

fn field(name: &str, held: Held) -> Result<Arc<Type>, ParquetError> {
    let builder = match held {
        Held::Words => {
            Type::primitive_type_builder(name, Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String))
        }
        Held::Numbers => Type::primitive_type_builder(name, Physical::DOUBLE),
        Held::Flags => Type::primitive_type_builder(name, Physical::BOOLEAN),
    };
    Ok(Arc::new(builder.with_repetition(Repetition::OPTIONAL).build()?))
}

/// Writes one column: a level of 1 where there is a value, 0 where there is none.
fn write<'a, T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    cells: impl Iterator<Item = &'a Value>,
    read: impl Fn(&Value) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = cells.map(read).collect();
    let levels: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
    let there: Vec<T::T> = values.into_iter().flatten().collect();
    let Some(mut column) = group.next_column()? else {
        return Err(ParquetError::General("the table has fewer columns than its schema".to_owned()));
    };
    column.typed::<T>().write_batch(&there, Some(&levels), None)?;
    column.close()
}

#[cfg(test)]
mod tests {
    use adit_answer::tables::{Cell, Column, PlainTable};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    use super::parquet;

    #[test]
    fn a_table_reads_back_as_it_was_written() {
        let table = PlainTable {
            name: "outlook".to_owned(),
            title: "Lithium".to_owned(),
            columns: vec![
                Column::text("line", "Line"),
                Column::number("value", "Value", "t/a"),
                Column::bounds("bounds", "Bounds", "t/a"),
                Column::flag("met", "Met"),
            ],
            rows: vec![
                vec![
                    Cell::text("supply"),
                    Cell::plain(Some(0.1 + 0.2)),
                    Cell::number(None, Some(-0.5), None, None),
                    Cell::Flag(Some(false)),
                ],
                vec![Cell::text(""), Cell::plain(None), Cell::plain(None), Cell::Flag(None)],
            ],
            notes: vec!["an estimate".to_owned()],
        };
        let bytes = parquet(&table).unwrap();
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        let rows: Vec<Vec<(String, Field)>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().get_column_iter().map(|(name, field)| (name.clone(), field.clone())).collect())
            .collect();
        let cell = |row: usize, name: &str| rows[row].iter().find(|(n, _)| n == name).unwrap().1.clone();
        assert_eq!(cell(0, "line"), Field::Str("supply".to_owned()));
        assert_eq!(cell(0, "value"), Field::Double(0.1 + 0.2));
        assert_eq!((cell(0, "bounds_low"), cell(0, "bounds_high")), (Field::Double(-0.5), Field::Null));
        assert_eq!(cell(0, "met"), Field::Bool(false));
        assert!(rows[1].iter().all(|(_, field)| *field == Field::Null), "{rows:?}");
        let about = reader.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(about.iter().any(|pair| pair.key == "note" && pair.value.as_deref() == Some("an estimate")));
    }
}
