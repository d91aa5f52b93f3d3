//! What lies in a list, a map or a struct, one after the other.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::Decoder;
use super::error::{ShapeError, about_field, left_over};

/// The items of a list, the pairs of a map or the fields of a struct that are
/// still to come.
pub(super) struct Items<'a, 'de> {
    pub(super) decoder: &'a mut Decoder<'de>,
    pub(super) left: usize,
    /// Where the fields are noted, if the struct is a map.
    pub(super) noted: Option<Noted<'de>>,
    /// Bytes that were left where the struct begins.
    pub(super) begin: Option<usize>,
}

/// The fields of a struct that is a map.
pub(super) struct Noted<'de> {
    pub(super) first: usize,
    pub(super) next: usize,
    /// What follows the map.
    pub(super) after: &'de [u8],
}

impl<'a, 'de> Items<'a, 'de> {
    /// Lets a visitor take all of them; one that leaves any is not of the
    /// right type.
    pub(super) fn visit<T>(
        decoder: &'a mut Decoder<'de>,
        left: usize,
        visit: impl FnOnce(&mut Self) -> Result<T, ShapeError>,
    ) -> Result<T, ShapeError> {
        let mut items = Self { decoder, left, noted: None, begin: None };
        let value = visit(&mut items)?;
        if items.left == 0 { Ok(value) } else { Err(left_over()) }
    }

    /// Ends a struct of which every field was read.
    #[inline(never)]
    pub(super) fn finish(&mut self) -> Result<(), ShapeError> {
        match self.noted.take() {
            Some(noted) => {
                self.decoder.rest = noted.after;
                self.decoder.fields.truncate(noted.first);
            }
            None => {
                while self.next() {
                    self.decoder.skip()?;
                }
            }
        }
        self.decoder.left = None;
        Ok(())
    }

    /// Ends a struct that cannot be read.
    #[cold]
    #[inline(never)]
    pub(super) fn failed(&mut self, error: ShapeError, names: &[&str]) -> ShapeError {
        match error.lacks {
            Some(place) => {
                self.decoder.left = self.begin;
                about_field("missing field", names, place)
            }
            None => error,
        }
    }

    /// Whether there is another one; it is then what the decoder reads next.
    fn next(&mut self) -> bool {
        let Some(left) = self.left.checked_sub(1) else {
            return false;
        };
        self.left = left;
        let Some(noted) = &mut self.noted else {
            return true;
        };
        let place = noted.next;
        noted.next = place.saturating_add(1);
        match self.decoder.fields.get(place) {
            Some(Some(field)) => {
                self.decoder.rest = field;
                true
            }
            _ => false,
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = ShapeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ShapeError> {
        if self.next() { seed.deserialize(&mut *self.decoder).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for &mut Items<'_, 'de> {
    type Error = ShapeError;

    fn next_key_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ShapeError> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ShapeError> {
        seed.deserialize(&mut *self.decoder)
    }
}
