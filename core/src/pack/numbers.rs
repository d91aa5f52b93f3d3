//! Numbers of seven bits to a byte.

/// Writes a number.
pub(super) fn push_number(bytes: &mut Vec<u8>, number: usize) {
    let mut left = number;
    while left > 0x7f {
        bytes.push(0x80 | low(left));
        left >>= 7;
    }
    bytes.push(low(left));
}

fn low(number: usize) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

/// What is left to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number below 2³².
    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number: u64 = 0;
        for shift in [0_u32, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(number).ok().and_then(|number| usize::try_from(number).ok());
            }
        }
        None
    }

    /// So many bytes.
    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// Bytes with their length before them.
    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_as_they_went_in() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 0xffff_ffff] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            let mut reader = Reader::new(&bytes);
            assert_eq!((reader.number(), reader.is_empty()), (Some(number), true));
        }
        for bytes in [&[][..], &[0x80], &[0xff; 5], &[0x80, 0x80, 0x80, 0x80, 0x10], &[0x80; 9]] {
            assert_eq!(Reader::new(bytes).number(), None, "{bytes:?}");
        }
        assert_eq!(Reader::new(&[3, 1, 2]).bytes(), None);
    }
}
