//! The keys of a record's fields: which field a key belongs to, and which keys are missing.

/// A member's key, and whether it must be there.
pub type Key = (&'static str, bool);

/// Finds the field of each key. It looks from the key expected next on, so that members in the usual order cost one
/// comparison each, and those of a writer that groups them otherwise few more.
pub struct Keys {
    keys: &'static [Key],
    next: usize,
    /// The fields whose keys were read; of a record with more fields than bits, the first ones.
    seen: u128,
    /// Whether other keys are an error.
    closed: bool,
}

/// A key that was read.
pub enum Found {
    /// The key of the field with this index.
    Field(usize),
    /// A key that the record does not name.
    Other(String),
}

impl Keys {
    /// None of these keys was read.
    pub fn new(keys: &'static [Key], closed: bool) -> Self {
        Self {
            keys,
            next: 0,
            seen: 0,
            closed,
        }
    }

    /// The keys of all fields.
    pub fn all(&self) -> &'static [Key] {
        self.keys
    }

    /// Whether other keys are an error.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The index of a key's field.
    #[inline]
    pub fn find(&mut self, key: &str) -> Option<usize> {
        let index = match self.keys.get(self.next) {
            Some((expected, _)) if is_same(expected, key) => self.next,
            _ => self.search(key)?,
        };
        self.next = index + 1;
        let bit = u32::try_from(index).unwrap_or(u32::MAX);
        self.seen |= 1_u128.checked_shl(bit).unwrap_or(0);
        Some(index)
    }

    /// Looks at all fields, beginning with the one expected next.
    fn search(&self, key: &str) -> Option<usize> {
        let (before, after) = self.keys.split_at_checked(self.next)?;
        let place = |keys: &[Key]| keys.iter().position(|(name, _)| is_same(name, key));
        match place(after) {
            Some(further) => Some(self.next + further),
            None => place(before),
        }
    }

    /// The first key that must be there and was not read.
    pub fn missing(&self) -> Option<&'static str> {
        let is_seen = |index: usize| index >= 128 || (self.seen >> index) & 1 == 1;
        let mut keys = self.keys.iter().enumerate();
        keys.find(|(index, (_, demanded))| *demanded && !is_seen(*index))
            .map(|(_, (key, _))| *key)
    }
}

/// Whether two keys are the same. Keys of usual length are compared as two overlapping words: a call of the library's
/// comparison costs more than all else that is done to find a field.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    match one.len() {
        4..8 => ends::<4>(one) == ends(other),
        8..=16 => ends::<8>(one) == ends(other),
        17..=32 => ends::<16>(one) == ends(other),
        _ => one == other,
    }
}

/// The first and the last bytes.
#[inline]
fn ends<const N: usize>(bytes: &[u8]) -> (Option<&[u8; N]>, Option<&[u8; N]>) {
    (bytes.first_chunk(), bytes.last_chunk())
}
