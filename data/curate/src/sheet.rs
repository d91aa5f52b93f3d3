//! Tables of text, as CSV and as workbooks.
//!
//! Every cell is a text. A text that a spreadsheet would run as a formula gets
//! an apostrophe in front in CSV, which is taken off again when such a file is
//! read; in a workbook it is a text by its kind.

use core::fmt;
use std::io::Cursor;

use calamine::{Data, Reader};
use magdit::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Most bytes of a file that is read.
pub const MAX_SHEET_BYTES: usize = 16 << 20;

/// Most rows of a table.
pub const MAX_SHEET_ROWS: usize = 20_000;

/// Most columns of a table.
pub const MAX_SHEET_COLUMNS: usize = 100;

/// Rows of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows, all of the same length, the first with the headings.
    pub rows: Vec<Vec<String>>,
}

/// Why a table cannot be read or written.
#[derive(Debug)]
pub enum SheetError {
    /// More bytes than [`MAX_SHEET_BYTES`].
    TooLarge,
    /// More rows than [`MAX_SHEET_ROWS`].
    TooManyRows,
    /// More columns than [`MAX_SHEET_COLUMNS`].
    TooManyColumns,
    /// It is not comma-separated values in UTF-8.
    Csv(csv::Error),
    /// It is no workbook.
    Workbook(calamine::XlsxError),
    /// A cell does not fit a workbook.
    Cell(XlsxError),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "more than {MAX_SHEET_BYTES} bytes; split the list"),
            Self::TooManyRows => write!(f, "more than {MAX_SHEET_ROWS} rows; split the list"),
            Self::TooManyColumns => {
                write!(f, "more than {MAX_SHEET_COLUMNS} columns; keep those of the list")
            }
            Self::Csv(error) => write!(f, "no comma-separated values in UTF-8 ({error}); save it as CSV UTF-8 or XLSX"),
            Self::Workbook(error) => write!(f, "no workbook that can be read ({error}); save it as XLSX or CSV UTF-8"),
            Self::Cell(error) => write!(f, "a cell does not fit a workbook ({error}); write CSV instead"),
        }
    }
}

impl std::error::Error for SheetError {}

impl Sheet {
    /// Reads comma-separated values; semicolons and tabs separate too, where
    /// the first line has more of them.
    ///
    /// # Errors
    ///
    /// [`SheetError`] where a limit is passed or the text is not UTF-8.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, SheetError> {
        limit(bytes)?;
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let count = |mark: u8| first.iter().filter(|&&byte| byte == mark).count();
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b',');
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(SheetError::Csv)?;
            rows.push(record.iter().map(|cell| disarmed(cell).to_owned()).collect());
            if rows.len() > MAX_SHEET_ROWS {
                return Err(SheetError::TooManyRows);
            }
        }
        Self::of(rows)
    }

    /// Reads the first sheet of a workbook.
    ///
    /// # Errors
    ///
    /// [`SheetError`] where a limit is passed or the bytes are no workbook.
    pub fn from_xlsx(bytes: &[u8]) -> Result<Self, SheetError> {
        limit(bytes)?;
        let mut workbook = calamine::Xlsx::new(Cursor::new(bytes)).map_err(SheetError::Workbook)?;
        let Some(range) = workbook.worksheet_range_at(0) else {
            return Ok(Self::default());
        };
        let range = range.map_err(SheetError::Workbook)?;
        if range.height() > MAX_SHEET_ROWS {
            return Err(SheetError::TooManyRows);
        }
        Self::of(range.rows().map(|row| row.iter().map(cell).collect()).collect())
    }

    /// Rows without those that are empty, filled up to the same length.
    fn of(mut rows: Vec<Vec<String>>) -> Result<Self, SheetError> {
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns > MAX_SHEET_COLUMNS {
            return Err(SheetError::TooManyColumns);
        }
        rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
        Ok(Self { rows })
    }

    /// The table as comma-separated values in UTF-8.
    ///
    /// # Errors
    ///
    /// Never in practice: the values are written to memory.
    pub fn to_csv(&self) -> Result<Vec<u8>, SheetError> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for row in &self.rows {
            let armed = row.iter().map(|cell| if is_formula(cell) { format!("'{cell}") } else { cell.clone() });
            writer.write_record(armed).map_err(SheetError::Csv)?;
        }
        writer.into_inner().map_err(|error| SheetError::Csv(error.into_error().into()))
    }

    /// The table as a workbook that says it was made on a day, so that equal
    /// tables give equal bytes.
    ///
    /// # Errors
    ///
    /// [`SheetError::Cell`] where a cell has more than 32,767 characters.
    pub fn to_xlsx(&self, name: &str, day: Date) -> Result<Vec<u8>, SheetError> {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_ymd(day.year(), day.month(), day.day()).map_err(SheetError::Cell)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).map_err(SheetError::Cell)?;
        let (bold, plain) = (Format::new().set_bold(), Format::new());
        for (row, cells) in (0_u32..).zip(&self.rows) {
            for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                let format = if row == 0 { &bold } else { &plain };
                sheet.write_string_with_format(row, column, text, format).map_err(SheetError::Cell)?;
            }
        }
        sheet.set_freeze_panes(1, 1).map_err(SheetError::Cell)?;
        workbook.save_to_buffer().map_err(SheetError::Cell)
    }
}

const fn limit(bytes: &[u8]) -> Result<(), SheetError> {
    if bytes.len() > MAX_SHEET_BYTES { Err(SheetError::TooLarge) } else { Ok(()) }
}

/// Whether a spreadsheet would run a text, were its apostrophes gone.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn disarmed(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn awkward() -> Sheet {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect();
        Sheet {
            rows: vec![
                row(&["Applicatie", "Bijzonderheden", "Datum"]),
                row(&["=HYPERLINK(\"x\")", "regel één\nregel twee; met \"aanhaling\", en komma", "2026-11-21"]),
                row(&["'=1+1", "''@x", "'gewoon'"]),
                row(&["-", "  spatie  ", "021"]),
                row(&["Één\u{e9}", "<b>&amp;</b> _x0041_ \u{1f600}", ""]),
            ],
        }
    }

    #[test]
    fn what_is_written_comes_back_letter_by_letter() {
        let sheet = awkward();
        assert_eq!(Sheet::from_csv(&sheet.to_csv().unwrap()).unwrap(), sheet);
        let day = Date::parse("2026-11-21").unwrap();
        let workbook = sheet.to_xlsx("Tools", day).unwrap();
        assert_eq!(Sheet::from_xlsx(&workbook).unwrap(), sheet);
        assert_eq!(sheet.to_xlsx("Tools", day).unwrap(), workbook);
    }

    #[test]
    fn no_cell_of_the_values_is_run_by_a_spreadsheet() {
        let written = String::from_utf8(awkward().to_csv().unwrap()).unwrap();
        assert!(written.contains("\"'=HYPERLINK(\"\"x\"\")\"") && written.contains("\r\n''=1+1,"), "{written}");
    }

    #[test]
    fn semicolons_tabs_and_a_mark_of_order_are_read() {
        let expected = Sheet::from_csv(b"a,b\n1,2\n").unwrap();
        for other in ["a;b\n1;2\n", "a\tb\r\n1\t2\r\n\r\n", "\u{feff}a,b\n1,2", ",\na,b\n1,2\n"] {
            assert_eq!(Sheet::from_csv(other.as_bytes()).unwrap(), expected, "{other}");
        }
    }

    #[test]
    fn each_limit_holds_at_its_last_value_and_not_after_it() {
        let rows = |count: usize| "a,b\n".repeat(count);
        assert_eq!(Sheet::from_csv(rows(MAX_SHEET_ROWS).as_bytes()).unwrap().rows.len(), MAX_SHEET_ROWS);
        let refused = Sheet::from_csv(rows(MAX_SHEET_ROWS + 1).as_bytes());
        assert!(matches!(refused, Err(SheetError::TooManyRows)));
        let columns = |count: usize| vec!["a"; count].join(",");
        assert!(Sheet::from_csv(columns(MAX_SHEET_COLUMNS).as_bytes()).is_ok());
        let refused = Sheet::from_csv(columns(MAX_SHEET_COLUMNS + 1).as_bytes());
        assert!(matches!(refused, Err(SheetError::TooManyColumns)));
        assert!(Sheet::from_csv(&vec![b'a'; MAX_SHEET_BYTES]).is_ok());
        assert!(matches!(Sheet::from_csv(&vec![b'a'; MAX_SHEET_BYTES + 1]), Err(SheetError::TooLarge)));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert!(matches!(Sheet::from_csv(b"a,\xff"), Err(SheetError::Csv(_))));
        assert!(matches!(Sheet::from_xlsx(b"PK\x03\x04 and so on"), Err(SheetError::Workbook(_))));
    }
}
