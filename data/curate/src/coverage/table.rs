//! Coverage as text: the tables of `data/README.md`.

use core::fmt;

use magdit::{Outcome, Role, Sector};

use super::outcomes::{CELLS, Cell};
use super::{AskedFor, Coverage};

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "On {}: {} tools that still exist, {} editions (a tool known by name only counts as one).\n",
            self.issued, self.tools, self.editions
        )?;
        self.write_usage(f)?;
        self.write_readings(f)?;
        self.write_grid(f)?;
        self.write_keys(f)?;
        self.write_most_used(f)
    }
}

impl Coverage {
    fn write_usage(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| used | tools | name only | some facts | deciding facts |\n|---|---|---|---|---|")?;
        for row in &self.usage {
            writeln!(
                f,
                "| {} | {} | {} | {} | {} |",
                row.usage, row.tools, row.name_only, row.some_facts, row.deciding_facts
            )?;
        }
        let suppliers = &self.suppliers;
        writeln!(
            f,
            "\nDeciding facts: a way in that is open, an age or that the terms allow pupils, an agreement or the \
             supplier's role. The supplier was read at a source for {} tools, looked up in vain for {}, and not yet \
             looked up for {}.\n",
            suppliers.read, suppliers.not_found, suppliers.not_looked_up
        )
    }

    fn write_readings(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| used | facts that decide | read twice | source not opened again | read once | twice |\n|---|---|---|---|---|---|"
        )?;
        for row in &self.readings {
            writeln!(
                f,
                "| {} | {} | {} | {} | {} | {} % |",
                row.usage,
                row.facts,
                row.twice,
                row.not_reopened,
                row.once,
                share(row.twice, row.facts)
            )?;
        }
        writeln!(
            f,
            "\nRead twice: somebody compared the fact with its source after it was recorded, and `readings.toml` says \
             who and when. Facts are counted as they are written, one for all editions once.\n"
        )
    }

    fn write_grid(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| asked by | sector, age | allowed | conditional | ask the school | not allowed | answered |\n\
             |---|---|---|---|---|---|---|"
        )?;
        for row in &self.grid {
            writeln!(
                f,
                "| {} | {}, {} | {} | {} | {} | {} | {} % |",
                row.cell.role,
                row.cell.sector,
                row.cell.age,
                row.allowed,
                row.conditional,
                row.ask_school,
                row.not_allowed,
                share(row.answered(), row.tools()),
            )?;
        }
        writeln!(f, "\nAnswered: not told to ask the school. All else is left open in these questions.\n")
    }

    fn write_keys(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| key | known | unknown | not applicable | absent | oldest check |\n|---|---|---|---|---|---|")?;
        for row in &self.keys {
            writeln!(
                f,
                "| `{}` | {} | {} | {} | {} | {} |",
                row.key,
                row.known,
                row.unknown,
                row.not_applicable,
                row.absent,
                row.oldest_check.map_or_else(|| "–".to_owned(), |date| date.to_string()),
            )?;
        }
        writeln!(f)
    }

    /// The most used tools whose answers fall short, and why.
    fn write_most_used(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short: Vec<&AskedFor> = self.most_used.iter().filter(|asked| !asked.shortfalls.is_empty()).collect();
        writeln!(
            f,
            "Of the {} tools used every day or in many schools, {} have an answer that helps nobody. Outcomes stand \
             for po, vo and mbo: `y` allowed, `c` conditional, `?` ask the school, `n` not allowed.\n\n\
             | tool | teacher | pupil | parent | what falls short |\n|---|---|---|---|---|",
            self.most_used.len(),
            short.len()
        )?;
        for asked in short {
            writeln!(
                f,
                "| `{}` | {} | {} | {} | {} |",
                asked.id,
                letters(asked, Role::Teacher),
                letters(asked, Role::Pupil),
                letters(asked, Role::Parent),
                asked.shortfalls.iter().map(|found| found.as_str()).collect::<Vec<_>>().join("; "),
            )?;
        }
        Ok(())
    }
}

/// The outcomes of a role, one letter per sector.
fn letters(asked: &AskedFor, role: Role) -> String {
    let in_sector = |sector: Sector| {
        let at = CELLS.iter().position(|cell: &Cell| cell.role == role && cell.sector == sector)?;
        asked.outcomes.get(at).map(|outcome| match outcome {
            Outcome::Allowed => 'y',
            Outcome::Conditional => 'c',
            Outcome::AskSchool => '?',
            Outcome::NotAllowed => 'n',
        })
    };
    [Sector::Po, Sector::Vo, Sector::Mbo].into_iter().filter_map(in_sector).collect()
}

/// A share in whole per cents, rounded down, so that nothing looks complete
/// that is not.
fn share(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_never_rounded_up() {
        assert_eq!([share(0, 0), share(1, 3), share(199, 200), share(200, 200)], [0, 33, 99, 100]);
    }
}
