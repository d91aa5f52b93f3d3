//! `parameters/`: dated numbers from law and policy.

use magdit::{Parameter, ParameterValue, SourceId};

use crate::read::table::Table;
use crate::record::{ParameterRecord, ParameterValueRecord};

/// Reads a parameter.
pub(crate) fn read_parameter(file: usize, table: Table<'_>) -> ParameterRecord {
    let id = table.required("id").word();
    let values: Vec<ParameterValueRecord> =
        table.required("value").with_items().tables("a value of a parameter").into_iter().map(read_value).collect();
    table.done();
    let complete: Option<Vec<ParameterValue>> = values.iter().map(|value| value.value.clone()).collect();
    let parameter = id.zip(complete).map(|(id, values)| Parameter { id: id.value, values });
    ParameterRecord { file, id, values, parameter }
}

fn read_value(table: Table<'_>) -> ParameterValueRecord {
    let place = table.place();
    let value = table.required("value").number(0..=u64::from(u16::MAX));
    let country_field = table.optional("country");
    let country = country_field.country();
    let sector_field = table.optional("sector");
    let sector = sector_field.word();
    let valid_from = table.required("valid_from").date();
    let valid_to = table.optional("valid_to").date();
    let source = table.required("source").text();
    let heading = table.required("place").text();
    let checked_on = table.required("checked_on").date();
    let conflict = table.optional("conflict").yes_no();
    table.done();
    let read = || {
        Some(ParameterValue {
            country: country.map(|country| country.value),
            sector: sector.map(|sector| sector.value),
            value: u16::try_from(value?.value).ok()?,
            valid_from: valid_from?.value,
            valid_to: valid_to.map(|date| date.value),
            source: SourceId(source.as_ref()?.value.clone()),
            place: heading.as_ref()?.value.clone(),
            checked_on: checked_on?.value,
            conflict: conflict.is_some_and(|conflict| conflict.value),
        })
    };
    let value = read();
    ParameterValueRecord { place, source, checked_on, value }
}
