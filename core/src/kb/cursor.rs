//! Numbers from bytes, little endian, without arithmetic on offsets.

/// What is left to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next `N` bytes, or `None` at the end.
    pub(super) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (chunk, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*chunk)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }
}

/// The number at position `at`, if the bytes reach that far.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Cursor::new(bytes.get(at..)?).u32()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_little_endian_and_end_with_the_bytes() {
        let mut cursor = Cursor::new(&[1, 2, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 9]);
        assert_eq!(cursor.u16(), Some(0x0201));
        assert_eq!(cursor.u32(), Some(3));
        assert_eq!(cursor.u64(), Some(4));
        assert_eq!(cursor.u16(), None);
        assert_eq!(cursor.take::<1>(), Some([9]));
        assert_eq!(cursor.take::<1>(), None);
    }

    #[test]
    fn a_number_at_a_position_lies_wholly_inside() {
        let bytes = [9, 1, 0, 0, 0];
        assert_eq!(u32_at(&bytes, 1), Some(1));
        assert_eq!(u32_at(&bytes, 2), None);
        assert_eq!(u32_at(&bytes, 5), None);
        assert_eq!(u32_at(&bytes, usize::MAX), None);
    }
}
