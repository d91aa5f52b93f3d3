//! Whether an app or online tool may be used at a Dutch school.

mod answer;
mod check;
mod condition;
mod date;
mod fact;
pub mod kb;
mod parameter;
mod question;
mod rules;
mod text;
mod tool;
mod vocabulary;

pub use answer::*;
pub use condition::*;
pub use date::Date;
pub use fact::*;
pub use parameter::*;
pub use question::*;
pub use text::*;
pub use tool::*;
