//! Reading the nodes of an fst.
//!
//! The container is written by the `fst` crate (format 3), or as it writes it,
//! and read here. The
//! crate's own reader panics on bytes it does not expect, and it spends most
//! of a fuzzy walk on taking nodes apart; this one returns `None` instead and
//! reads only what a walk needs.
//!
//! A node is addressed by its last byte and its children lie before it, so a
//! step always goes to a lower address: no bytes whatever can make a walk go
//! round in circles.

/// Bytes before the first node: format and type.
const HEADER: usize = 16;

/// Bytes after the root node: number of keys, root address, checksum.
const FOOTER: usize = 20;

/// The only container format that is read.
pub(super) const FORMAT: u64 = 3;

/// Address of the node that ends a key and has no children and no output.
pub(super) const END: usize = 0;

/// From this number of children on a node carries an index of 256 bytes.
pub(super) const INDEXED: usize = 32;

/// An fst whose frame was checked; see [`validate`](super::validate) for the
/// check of its nodes.
#[derive(Clone, Copy)]
pub(super) struct Fst<'a> {
    data: &'a [u8],
    root: usize,
    len: u64,
}

/// One node, taken apart.
#[derive(Clone, Copy)]
pub(super) enum Node {
    /// Ends a key.
    End,
    /// Has one child and ends no key.
    One {
        /// The byte that leads to the child.
        input: u8,
        /// What the step adds to the value.
        output: u64,
        /// Address of the child.
        child: usize,
    },
    /// Anything else.
    Many(Many),
}

/// A node with any number of children.
#[derive(Clone, Copy)]
pub(super) struct Many {
    start: usize,
    inputs: usize,
    count: usize,
    children: usize,
    child_size: usize,
    outputs: usize,
    output_size: usize,
    ends: Option<u64>,
}

impl<'a> Fst<'a> {
    /// Checks the frame: format, length, and that the root is the last node.
    pub(super) fn open(data: &'a [u8]) -> Option<Self> {
        let footer = data.len().checked_sub(FOOTER)?;
        let root = usize::try_from(read_uint(data, footer.checked_add(8)?, 8)?).ok()?;
        let len = read_uint(data, footer, 8)?;
        let last = if root == END { HEADER.checked_sub(1)? } else { root };
        let framed = read_uint(data, 0, 8)? == FORMAT && last.checked_add(1)? == footer;
        // The empty map and the map of the empty key alone have the root END.
        (framed && (root != END || len <= 1)).then_some(Self { data, root, len })
    }

    /// An fst without keys, for bytes that hold none.
    pub(super) const EMPTY: Fst<'static> = Fst { data: &[], root: END, len: 0 };

    /// Whether it was read from bytes at all.
    pub(super) const fn is_framed(&self) -> bool {
        !self.data.is_empty()
    }

    /// Address of the root.
    pub(super) const fn root(&self) -> usize {
        self.root
    }

    /// The number of keys it claims to hold.
    pub(super) const fn len(&self) -> u64 {
        self.len
    }

    /// The node at `address`, or `None` when no node can be there.
    #[inline]
    pub(super) fn node(&self, address: usize) -> Option<Node> {
        if address == END {
            return Some(Node::End);
        }
        let state = *self.data.get(address)?;
        if state & 0b1000_0000 == 0 {
            return self.many(address, state).map(Node::Many);
        }
        let (input, before) = match state & 0b0011_1111 {
            0 => (*self.data.get(address.wrapping_sub(1))?, address.wrapping_sub(1)),
            common => (*COMMON_INPUTS.get(usize::from(common).wrapping_sub(1))?, address),
        };
        if state & 0b0100_0000 != 0 {
            let child = before.checked_sub(1)?;
            return (child >= HEADER).then_some(Node::One { input, output: 0, child });
        }
        let sizes_at = before.wrapping_sub(1);
        let sizes = usize::from(*self.data.get(sizes_at)?);
        let child_at = sizes_at.wrapping_sub(sizes >> 4);
        let start = child_at.checked_sub(sizes & 15)?;
        let child = self.child(start, child_at, sizes >> 4)?;
        let output = read_uint(self.data, start, sizes & 15)?;
        Some(Node::One { input, output, child })
    }

    fn many(&self, address: usize, state: u8) -> Option<Many> {
        let (count, sizes_at) = match state & 0b0011_1111 {
            0 => {
                let at = address.wrapping_sub(1);
                let count = match *self.data.get(at)? {
                    1 => 256,
                    count => usize::from(count),
                };
                (count, at.wrapping_sub(1))
            }
            count => (usize::from(count), address.wrapping_sub(1)),
        };
        let sizes = usize::from(*self.data.get(sizes_at)?);
        let (child_size, output_size) = (sizes >> 4, sizes & 15);
        let index = if count > INDEXED { 256 } else { 0 };
        let inputs = sizes_at.wrapping_sub(index).wrapping_sub(count);
        let children = inputs.wrapping_sub(count.wrapping_mul(child_size));
        let outputs = children.wrapping_sub(count.wrapping_mul(output_size));
        let is_final = state & 0b0100_0000 != 0;
        let start = outputs.wrapping_sub(if is_final { output_size } else { 0 });
        if start < HEADER || start > address || child_size > 8 {
            return None;
        }
        let ends = if is_final { Some(read_uint(self.data, start, output_size)?) } else { None };
        Some(Many { start, inputs, count, children, child_size, outputs, output_size, ends })
    }

    #[inline]
    fn child(&self, start: usize, at: usize, size: usize) -> Option<usize> {
        let delta = usize::try_from(read_uint(self.data, at, size)?).ok()?;
        if delta == 0 {
            return Some(END);
        }
        start.checked_sub(delta).filter(|child| *child >= HEADER)
    }

    /// The bytes that lead to the children of `node`, last child first.
    #[inline]
    pub(super) fn inputs(&self, node: &Many) -> &'a [u8] {
        self.data.get(node.inputs..node.inputs.wrapping_add(node.count)).unwrap_or_default()
    }

    /// Output and address of the child at `position` in [`Fst::inputs`].
    #[inline]
    pub(super) fn step(&self, node: &Many, position: usize) -> Option<(u64, usize)> {
        let child_at = node.children.wrapping_add(position.wrapping_mul(node.child_size));
        let output_at = node.outputs.wrapping_add(position.wrapping_mul(node.output_size));
        let child = self.child(node.start, child_at, node.child_size)?;
        Some((read_uint(self.data, output_at, node.output_size)?, child))
    }

    /// Output and address of the child of `node` under `input`.
    #[inline]
    pub(super) fn follow(&self, node: &Node, input: u8) -> Option<(u64, usize)> {
        match node {
            Node::End => None,
            Node::One { input: only, output, child } => (*only == input).then_some((*output, *child)),
            Node::Many(many) => {
                let position = self.inputs(many).iter().position(|byte| *byte == input)?;
                self.step(many, position)
            }
        }
    }

    /// Address and value so far after reading `key` from the root.
    #[inline]
    pub(super) fn descend(&self, key: &[u8]) -> Option<(usize, u64)> {
        key.iter().try_fold((self.root, 0_u64), |(address, value), byte| {
            let (output, child) = self.follow(&self.node(address)?, *byte)?;
            Some((child, value.wrapping_add(output)))
        })
    }

    /// The value of `key`.
    #[inline]
    pub(super) fn get(&self, key: &[u8]) -> Option<u64> {
        if self.len == 0 {
            return None;
        }
        let (address, value) = self.descend(key)?;
        Some(value.wrapping_add(self.node(address)?.ends()?))
    }
}

impl Node {
    /// What ending here adds to the value, if a key ends here.
    #[inline]
    pub(super) const fn ends(&self) -> Option<u64> {
        match self {
            Self::End => Some(0),
            Self::One { .. } => None,
            Self::Many(many) => many.ends,
        }
    }
}

/// The little-endian number of `size` bytes at `at`.
///
/// Eight bytes are read whatever the size: behind every node stands the
/// footer, which is longer.
#[inline]
fn read_uint(data: &[u8], at: usize, size: usize) -> Option<u64> {
    if size == 0 {
        return Some(0);
    }
    let bytes: [u8; 8] = data.get(at..at.wrapping_add(8))?.try_into().ok()?;
    let unused = 8_usize.checked_sub(size)?.wrapping_mul(8);
    Some(u64::from_le_bytes(bytes) & u64::MAX.wrapping_shr(u32::try_from(unused).ok()?))
}

/// The bytes that one-child nodes encode in six bits, fixed by the format.
pub(super) const COMMON_INPUTS: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v967\
8k%?xCDASFIBEjPTzRNM+LOqHG";

#[cfg(test)]
mod tests;
