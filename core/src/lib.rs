//! Whether an app or online tool may be used at a Dutch school.

mod date;
mod fact;
mod question;
mod tool;
mod vocabulary;

pub use date::Date;
pub use fact::*;
pub use question::*;
pub use tool::*;
