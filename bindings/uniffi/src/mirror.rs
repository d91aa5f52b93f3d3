//! The core's types as the generator sees them. `mirror.py` writes the files;
//! the compiler refuses one that is not what the core has.

mod answer;
mod condition;
mod error_code;
mod fact;
mod fact_key;
mod info;
mod kind;
mod parents;
mod question;
mod questionnaire;
mod reason;
mod search;
mod tool;
