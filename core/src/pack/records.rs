//! The records from which other sections are built.

use crate::kb::record;
use crate::kb::section::SectionId;
use crate::kb::table::Table;
use crate::read::Read;
use crate::tool::{Supplier, Tool};

use super::{MAX_PACKED_NAMES, MAX_PACKED_TOOLS, PackError};

/// Tools and suppliers.
pub(super) struct Records {
    pub(super) tools: Vec<Tool>,
    pub(super) suppliers: Vec<Supplier>,
}

impl Records {
    /// Reads the records of two sections.
    pub(super) fn read(sections: &[(u32, &[u8])]) -> Result<Self, PackError> {
        let tools: Vec<Tool> = all(sections, SectionId::Tools)?;
        let names = tools.iter().map(names).fold(0_usize, usize::saturating_add);
        if names > MAX_PACKED_NAMES {
            return Err(PackError::TooLarge { what: "the names", limit: MAX_PACKED_NAMES });
        }
        let suppliers = all(sections, SectionId::Suppliers)?;
        Ok(Self { tools, suppliers })
    }
}

/// Names, hosts and store ids of a tool and its editions.
fn names(tool: &Tool) -> usize {
    let of_tool = [1, tool.other_names.len(), tool.domains.len(), tool.stores.len()];
    let of_editions = tool.editions.iter().map(|edition| edition.domains.len().saturating_add(1));
    of_tool.into_iter().chain(of_editions).fold(0, usize::saturating_add)
}

fn all<T: for<'de> Read<'de>>(sections: &[(u32, &[u8])], id: SectionId) -> Result<Vec<T>, PackError> {
    let damaged = PackError::Damaged { part: "a record" };
    let section = sections.iter().find(|(number, _)| *number == id.number()).ok_or(damaged)?.1;
    let table = Table::open(section).map_err(|_| damaged)?;
    if table.len() > MAX_PACKED_TOOLS {
        return Err(PackError::TooLarge { what: "the records", limit: MAX_PACKED_TOOLS });
    }
    let mut read = Vec::new();
    for (_, record) in table.iter(section) {
        read.push(record::read(record).map_err(|_| damaged)?);
    }
    Ok(read)
}
