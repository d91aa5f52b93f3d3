//! Opening a file, and what it says of itself.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::date::Date;
use crate::error::LoadError;
use crate::freshness::Freshness;
use crate::kb::container::{self, Layout};
use crate::kb::digest::Digest;
use crate::kb::record;
use crate::kb::release::{Release, Version};
use crate::kb::scan::scan;
use crate::kb::section::SectionId;
use crate::kb::signature::SignatureError;
use crate::kb::table::Table;
use crate::kb::trust::{Origin, Trust};
use crate::pack;
use crate::read::Read;
use crate::rules;
use crate::search::IndexLayout;

use super::{KnowledgeBase, Records, part};

impl KnowledgeBase {
    /// Opens the knowledge base that is part of the program, such as
    /// `magdit_data::KNOWLEDGE_BASE` or what `include_bytes!` gives. It is
    /// trusted by its place: whoever could change it could change the program.
    /// Every byte is still verified.
    ///
    /// Bytes that came from elsewhere do not live as long as the program and
    /// are opened with [`KnowledgeBase::open_file`], which asks who made them.
    ///
    /// # Errors
    ///
    /// [`LoadError`] says what was found, what was expected and what to do. A
    /// file is never opened in part.
    pub fn open(embedded: &'static [u8]) -> Result<Self, LoadError> {
        Self::load(Cow::Borrowed(embedded), |_, _| Ok(Origin::Embedded))
    }

    /// Opens a knowledge base from outside the program, if it comes from where
    /// it has to. It may be [packed](crate::pack).
    ///
    /// ```
    /// use magdit::kb::signature::SignatureError;
    /// use magdit::kb::trust::Trust;
    /// use magdit::{KnowledgeBase, LoadError};
    ///
    /// # use magdit::kb::key::{KeySet, Purpose};
    /// # use magdit::kb::sign::SecretKey;
    /// # use magdit::kb::write::{Imprint, Writer};
    /// # let keys = vec![SecretKey::from_seed(Purpose::Release, &[1; 32]).public().unwrap()];
    /// # let keys = KeySet::new(1, Purpose::Release, 1, keys).unwrap();
    /// # let day = magdit::Date::new(2026, 11, 21).unwrap();
    /// # let imprint = Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch: 1 };
    /// # let downloaded = Writer::new(imprint).signature_slots(1).finish().unwrap();
    /// let opened = KnowledgeBase::open_file(downloaded, &Trust::Release(keys));
    /// assert_eq!(opened.unwrap_err(), LoadError::Signature(SignatureError::Unsigned));
    /// ```
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::open`], and [`LoadError::Signature`] if nobody who
    /// is trusted signed it.
    pub fn open_file(bytes: impl Into<Cow<'static, [u8]>>, trust: &Trust) -> Result<Self, LoadError> {
        Self::load(bytes.into(), |bytes, layout| trust.verify(bytes, layout))
    }

    fn load(
        bytes: Cow<'static, [u8]>,
        origin: impl FnOnce(&[u8], &Layout) -> Result<Origin, SignatureError>,
    ) -> Result<Self, LoadError> {
        let bytes = if pack::is_packed(&bytes) { Cow::Owned(pack::unpack(&bytes)?) } else { bytes };
        let layout = container::open(&bytes)?;
        let origin = origin(&bytes, &layout)?;
        let range = |section| layout.section(section).ok_or(LoadError::MissingSection { section });
        let records = |section| {
            let range = range(section)?;
            let table = Table::open(part(&bytes, &range)).map_err(|source| LoadError::Table { section, source })?;
            Ok::<_, LoadError>(Records { range, table })
        };
        let names = range(SectionId::Names)?;
        let index = IndexLayout::read(part(&bytes, &names))?;
        let (tools, suppliers) = (records(SectionId::Tools)?, records(SectionId::Suppliers)?);
        let (sources, texts) = (records(SectionId::Sources)?, records(SectionId::Texts)?);
        let alternatives = match layout.section(SectionId::Alternatives) {
            Some(_) => Some(records(SectionId::Alternatives)?),
            None => None,
        };
        let conditions: Vec<_> = decode_all(&bytes, &records(SectionId::Conditions)?, SectionId::Conditions)?;
        let parameters = decode_all(&bytes, &records(SectionId::Parameters)?, SectionId::Parameters)?;
        let release = *layout.release();
        Ok(Self {
            release,
            names: (names, index),
            tools,
            suppliers,
            sources,
            texts,
            alternatives,
            lacking: rules::lacking(&conditions),
            conditions,
            parameters,
            school: None,
            origin,
            content: *layout.content(),
            key_epoch: layout.header().key_epoch,
            sha256: OnceLock::new(),
            bytes,
        })
    }

    /// The publication this is.
    #[must_use]
    pub const fn release(&self) -> &Release {
        &self.release
    }

    /// How it came to be believed: by its place in the program, by signatures,
    /// or because the caller allowed unsigned files.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Names the content without the signatures: two files of one publication
    /// have the same, whoever signed them.
    #[must_use]
    pub const fn content(&self) -> &Digest {
        &self.content
    }

    /// Which set of the publisher's keys signs it.
    #[must_use]
    pub const fn key_epoch(&self) -> u32 {
        self.key_epoch
    }

    /// Where it stands among the publications: later ones are greater. It says
    /// nothing about who made it.
    #[must_use]
    pub const fn version(&self) -> Version {
        Version { key_epoch: self.key_epoch, number: self.release.number }
    }

    /// How old it is on a day.
    #[must_use]
    pub fn freshness(&self, today: Date) -> Freshness {
        let Release { issued, review_by, expires, .. } = self.release;
        Freshness::on(today, issued, review_by, expires)
    }

    /// SHA-256 of the whole file: what `sha256sum` says. It is worked out when
    /// it is first asked for.
    #[must_use]
    pub fn sha256(&self) -> Digest {
        *self.sha256.get_or_init(|| Digest::of(&[&self.bytes]))
    }

    /// Looks through the structure of every record, which opening leaves for
    /// when one is asked for: at most once per file, before it is kept.
    ///
    /// # Errors
    ///
    /// [`LoadError::Record`] at the first record that nothing could read.
    pub fn scan_records(&self) -> Result<(), LoadError> {
        let sections = [
            (SectionId::Tools, &self.tools),
            (SectionId::Suppliers, &self.suppliers),
            (SectionId::Sources, &self.sources),
        ];
        for (section, records) in sections {
            for (_, record) in records.table.iter(part(&self.bytes, &records.range)) {
                scan(record).map_err(|error| LoadError::Record { section, source: error.into() })?;
            }
        }
        Ok(())
    }
}

fn decode_all<T: for<'de> Read<'de>>(bytes: &[u8], records: &Records, section: SectionId) -> Result<Vec<T>, LoadError> {
    let mut read = Vec::new();
    for (_, record) in records.table.iter(part(bytes, &records.range)) {
        read.push(record::read(record).map_err(|source| LoadError::Record { section, source })?);
    }
    Ok(read)
}
