//! Letters and digits in other shapes, and the ASCII ones they stand for.
//!
//! Letters with accents, full-width, raised, lowered, ringed, mathematical.
//! A test compares every character there is with Unicode's compatibility
//! decomposition (NFKD) without its marks.

/// The ASCII letter or digit that a character outside ASCII stands for.
pub(super) fn plain(char: char) -> Option<char> {
    let code = u32::from(char);
    let after = RUNS.partition_point(|(start, ..)| *start <= code);
    let (start, length, letter, counts) = *RUNS.get(after.checked_sub(1)?)?;
    let place = code.checked_sub(start).filter(|place| *place < u32::from(length))?;
    let step = if counts == COUNTS { u8::try_from(place).ok()? } else { 0 };
    Some(char::from(letter.checked_add(step)?))
}

/// All characters of a run stand for one letter.
const SAME: u8 = 0;

/// The characters of a run stand for letters that follow each other.
const COUNTS: u8 = 1;

/// Runs of characters: the first, how many, the letter of the first, and how
/// the letter goes on.
#[rustfmt::skip]
const RUNS: &[(u32, u8, u8, u8)] = &[
    (0xaa, 1, b'a', SAME), (0xb2, 2, b'2', COUNTS), (0xb9, 1, b'1', SAME), (0xba, 1, b'o', SAME),
    (0xc0, 6, b'a', SAME), (0xc7, 1, b'c', SAME), (0xc8, 4, b'e', SAME), (0xcc, 4, b'i', SAME),
    (0xd1, 2, b'n', COUNTS), (0xd3, 4, b'o', SAME), (0xd9, 4, b'u', SAME), (0xdd, 1, b'y', SAME),
    (0xe0, 6, b'a', SAME), (0xe7, 1, b'c', SAME), (0xe8, 4, b'e', SAME), (0xec, 4, b'i', SAME),
    (0xf1, 2, b'n', COUNTS), (0xf3, 4, b'o', SAME), (0xf9, 4, b'u', SAME), (0xfd, 1, b'y', SAME),
    (0xff, 1, b'y', SAME), (0x100, 6, b'a', SAME), (0x106, 8, b'c', SAME), (0x10e, 2, b'd', SAME),
    (0x112, 10, b'e', SAME), (0x11c, 8, b'g', SAME), (0x124, 2, b'h', SAME), (0x128, 9, b'i', SAME),
    (0x134, 2, b'j', SAME), (0x136, 2, b'k', SAME), (0x139, 6, b'l', SAME), (0x143, 6, b'n', SAME),
    (0x14c, 6, b'o', SAME), (0x154, 6, b'r', SAME), (0x15a, 8, b's', SAME), (0x162, 4, b't', SAME),
    (0x168, 12, b'u', SAME), (0x174, 2, b'w', SAME), (0x176, 3, b'y', SAME), (0x179, 6, b'z', SAME),
    (0x17f, 1, b's', SAME), (0x1a0, 2, b'o', SAME), (0x1af, 2, b'u', SAME), (0x1cd, 2, b'a', SAME),
    (0x1cf, 2, b'i', SAME), (0x1d1, 2, b'o', SAME), (0x1d3, 10, b'u', SAME), (0x1de, 4, b'a', SAME),
    (0x1e6, 2, b'g', SAME), (0x1e8, 2, b'k', SAME), (0x1ea, 4, b'o', SAME), (0x1f0, 1, b'j', SAME),
    (0x1f4, 2, b'g', SAME), (0x1f8, 2, b'n', SAME), (0x1fa, 2, b'a', SAME), (0x200, 4, b'a', SAME),
    (0x204, 4, b'e', SAME), (0x208, 4, b'i', SAME), (0x20c, 4, b'o', SAME), (0x210, 4, b'r', SAME),
    (0x214, 4, b'u', SAME), (0x218, 2, b's', SAME), (0x21a, 2, b't', SAME), (0x21e, 2, b'h', SAME),
    (0x226, 2, b'a', SAME), (0x228, 2, b'e', SAME), (0x22a, 8, b'o', SAME), (0x232, 2, b'y', SAME),
    (0x2b0, 1, b'h', SAME), (0x2b2, 1, b'j', SAME), (0x2b3, 1, b'r', SAME), (0x2b7, 1, b'w', SAME),
    (0x2b8, 1, b'y', SAME), (0x2e1, 1, b'l', SAME), (0x2e2, 1, b's', SAME), (0x2e3, 1, b'x', SAME),
    (0x1d2c, 1, b'a', SAME), (0x1d2e, 1, b'b', SAME), (0x1d30, 2, b'd', COUNTS), (0x1d33, 8, b'g', COUNTS),
    (0x1d3c, 1, b'o', SAME), (0x1d3e, 1, b'p', SAME), (0x1d3f, 1, b'r', SAME), (0x1d40, 2, b't', COUNTS),
    (0x1d42, 1, b'w', SAME), (0x1d43, 1, b'a', SAME), (0x1d47, 1, b'b', SAME), (0x1d48, 2, b'd', COUNTS),
    (0x1d4d, 1, b'g', SAME), (0x1d4f, 1, b'k', SAME), (0x1d50, 1, b'm', SAME), (0x1d52, 1, b'o', SAME),
    (0x1d56, 1, b'p', SAME), (0x1d57, 2, b't', COUNTS), (0x1d5b, 1, b'v', SAME), (0x1d62, 1, b'i', SAME),
    (0x1d63, 1, b'r', SAME), (0x1d64, 2, b'u', COUNTS), (0x1d9c, 1, b'c', SAME), (0x1da0, 1, b'f', SAME),
    (0x1dbb, 1, b'z', SAME), (0x1e00, 2, b'a', SAME), (0x1e02, 6, b'b', SAME), (0x1e08, 2, b'c', SAME),
    (0x1e0a, 10, b'd', SAME), (0x1e14, 10, b'e', SAME), (0x1e1e, 2, b'f', SAME), (0x1e20, 2, b'g', SAME),
    (0x1e22, 10, b'h', SAME), (0x1e2c, 4, b'i', SAME), (0x1e30, 6, b'k', SAME), (0x1e36, 8, b'l', SAME),
    (0x1e3e, 6, b'm', SAME), (0x1e44, 8, b'n', SAME), (0x1e4c, 8, b'o', SAME), (0x1e54, 4, b'p', SAME),
    (0x1e58, 8, b'r', SAME), (0x1e60, 10, b's', SAME), (0x1e6a, 8, b't', SAME), (0x1e72, 10, b'u', SAME),
    (0x1e7c, 4, b'v', SAME), (0x1e80, 10, b'w', SAME), (0x1e8a, 4, b'x', SAME), (0x1e8e, 2, b'y', SAME),
    (0x1e90, 6, b'z', SAME), (0x1e96, 1, b'h', SAME), (0x1e97, 1, b't', SAME), (0x1e98, 1, b'w', SAME),
    (0x1e99, 1, b'y', SAME), (0x1e9b, 1, b's', SAME), (0x1ea0, 24, b'a', SAME), (0x1eb8, 16, b'e', SAME),
    (0x1ec8, 4, b'i', SAME), (0x1ecc, 24, b'o', SAME), (0x1ee4, 14, b'u', SAME), (0x1ef2, 8, b'y', SAME),
    (0x2070, 1, b'0', SAME), (0x2071, 1, b'i', SAME), (0x2074, 6, b'4', COUNTS), (0x207f, 1, b'n', SAME),
    (0x2080, 10, b'0', COUNTS), (0x2090, 1, b'a', SAME), (0x2091, 1, b'e', SAME), (0x2092, 1, b'o', SAME),
    (0x2093, 1, b'x', SAME), (0x2095, 1, b'h', SAME), (0x2096, 4, b'k', COUNTS), (0x209a, 1, b'p', SAME),
    (0x209b, 2, b's', COUNTS), (0x209d, 1, b'w', SAME), (0x209e, 2, b'y', COUNTS), (0x2102, 1, b'c', SAME),
    (0x210a, 2, b'g', COUNTS), (0x210c, 3, b'h', SAME), (0x2110, 2, b'i', SAME), (0x2112, 2, b'l', SAME),
    (0x2115, 1, b'n', SAME), (0x2119, 3, b'p', COUNTS), (0x211c, 2, b'r', SAME), (0x2124, 1, b'z', SAME),
    (0x2128, 1, b'z', SAME), (0x212a, 1, b'k', SAME), (0x212b, 3, b'a', COUNTS), (0x212f, 2, b'e', SAME),
    (0x2131, 1, b'f', SAME), (0x2133, 1, b'm', SAME), (0x2134, 1, b'o', SAME), (0x2139, 1, b'i', SAME),
    (0x2145, 2, b'd', SAME), (0x2147, 1, b'e', SAME), (0x2148, 2, b'i', COUNTS), (0x2160, 1, b'i', SAME),
    (0x2164, 1, b'v', SAME), (0x2169, 1, b'x', SAME), (0x216c, 1, b'l', SAME), (0x216d, 2, b'c', COUNTS),
    (0x216f, 1, b'm', SAME), (0x2170, 1, b'i', SAME), (0x2174, 1, b'v', SAME), (0x2179, 1, b'x', SAME),
    (0x217c, 1, b'l', SAME), (0x217d, 2, b'c', COUNTS), (0x217f, 1, b'm', SAME), (0x2460, 9, b'1', COUNTS),
    (0x24b6, 26, b'a', COUNTS), (0x24d0, 26, b'a', COUNTS), (0x24ea, 1, b'0', SAME), (0x2c7c, 1, b'j', SAME),
    (0x2c7d, 1, b'v', SAME), (0xa7f1, 1, b's', SAME), (0xa7f2, 1, b'c', SAME), (0xa7f3, 1, b'f', SAME),
    (0xa7f4, 1, b'q', SAME), (0xff10, 10, b'0', COUNTS), (0xff21, 26, b'a', COUNTS), (0xff41, 26, b'a', COUNTS),
    (0x107a5, 1, b'q', SAME), (0x1ccd6, 26, b'a', COUNTS), (0x1ccf0, 10, b'0', COUNTS), (0x1d400, 26, b'a', COUNTS),
    (0x1d41a, 26, b'a', COUNTS), (0x1d434, 26, b'a', COUNTS), (0x1d44e, 7, b'a', COUNTS),
    (0x1d456, 18, b'i', COUNTS), (0x1d468, 26, b'a', COUNTS), (0x1d482, 26, b'a', COUNTS), (0x1d49c, 1, b'a', SAME),
    (0x1d49e, 2, b'c', COUNTS), (0x1d4a2, 1, b'g', SAME), (0x1d4a5, 2, b'j', COUNTS), (0x1d4a9, 4, b'n', COUNTS),
    (0x1d4ae, 8, b's', COUNTS), (0x1d4b6, 4, b'a', COUNTS), (0x1d4bb, 1, b'f', SAME), (0x1d4bd, 7, b'h', COUNTS),
    (0x1d4c5, 11, b'p', COUNTS), (0x1d4d0, 26, b'a', COUNTS), (0x1d4ea, 26, b'a', COUNTS),
    (0x1d504, 2, b'a', COUNTS), (0x1d507, 4, b'd', COUNTS), (0x1d50d, 8, b'j', COUNTS), (0x1d516, 7, b's', COUNTS),
    (0x1d51e, 26, b'a', COUNTS), (0x1d538, 2, b'a', COUNTS), (0x1d53b, 4, b'd', COUNTS), (0x1d540, 5, b'i', COUNTS),
    (0x1d546, 1, b'o', SAME), (0x1d54a, 7, b's', COUNTS), (0x1d552, 26, b'a', COUNTS), (0x1d56c, 26, b'a', COUNTS),
    (0x1d586, 26, b'a', COUNTS), (0x1d5a0, 26, b'a', COUNTS), (0x1d5ba, 26, b'a', COUNTS),
    (0x1d5d4, 26, b'a', COUNTS), (0x1d5ee, 26, b'a', COUNTS), (0x1d608, 26, b'a', COUNTS),
    (0x1d622, 26, b'a', COUNTS), (0x1d63c, 26, b'a', COUNTS), (0x1d656, 26, b'a', COUNTS),
    (0x1d670, 26, b'a', COUNTS), (0x1d68a, 26, b'a', COUNTS), (0x1d7ce, 10, b'0', COUNTS),
    (0x1d7d8, 10, b'0', COUNTS), (0x1d7e2, 10, b'0', COUNTS), (0x1d7ec, 10, b'0', COUNTS),
    (0x1d7f6, 10, b'0', COUNTS), (0x1f12b, 1, b'c', SAME), (0x1f12c, 1, b'r', SAME), (0x1f130, 26, b'a', COUNTS),
    (0x1fbf0, 10, b'0', COUNTS),
];

#[cfg(test)]
mod tests;
