//! Where the parts of a `multipart/form-data` body are (RFC 7578, RFC 2046 section 5.1).

use ::std::ops::Range;

use super::media_type;

/// A part, and where its content is in the body.
pub struct Piece {
    /// The name of its field.
    pub name: String,
    /// The file's name.
    pub file_name: Option<String>,
    /// The media type.
    pub content_type: Option<String>,
    /// The content, by its bytes in the body.
    pub content: Range<usize>,
}

/// Where a body, or its beginning, ends.
pub enum End {
    /// Behind the last part.
    Last,
    /// In the content of this part.
    Open(Piece),
    /// Anywhere else.
    Between,
}

/// The whole parts between the boundaries, and how the bytes end. Parts without a name are left out.
pub fn cut(body: &[u8], boundary: &str) -> (Vec<Piece>, End) {
    let mut pieces = Vec::new();
    let end = cut_into(&mut pieces, body, boundary);
    (pieces, end.unwrap_or(End::Between))
}

fn cut_into(pieces: &mut Vec<Piece>, body: &[u8], boundary: &str) -> Option<End> {
    let delimiter = format!("\r\n--{boundary}");
    // The first boundary may stand at the very beginning, without a line before it.
    let mut start = match body.strip_prefix(&delimiter.as_bytes()[2..]) {
        Some(_) => delimiter.len() - 2,
        None => find(body, delimiter.as_bytes(), 0)? + delimiter.len(),
    };
    while !body.get(start..)?.starts_with(b"--") {
        // Blanks may follow a boundary.
        let head = find(body, b"\r\n", start)? + 2;
        let end = find(body, delimiter.as_bytes(), head - 2);
        let (headers, content) = match body.get(head..)?.strip_prefix(b"\r\n") {
            Some(_) => (head, head + 2),
            None => {
                let blank = find(body, b"\r\n\r\n", head)?;
                (blank, blank + 4)
            }
        };
        let until = end.unwrap_or(body.len());
        let piece = piece(body.get(head..headers)?, content.min(until)..until);
        match end {
            Some(end) => start = end + delimiter.len(),
            None => return piece.map(End::Open),
        }
        pieces.extend(piece);
    }
    Some(End::Last)
}

/// Where something stands in bytes, from a place on.
pub fn find(body: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let first = what.first()?;
    let mut at = from;
    loop {
        at += body.get(at..)?.iter().position(|byte| byte == first)?;
        if body.get(at..)?.starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

/// A part with its name, file name and media type.
fn piece(headers: &[u8], content: Range<usize>) -> Option<Piece> {
    let headers = ::std::str::from_utf8(headers).ok()?;
    let field = |name: &str| {
        let mut lines = headers.lines().filter_map(|line| line.split_once(':'));
        lines
            .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    };
    let disposition = field("content-disposition")?;
    let unquoted = |text: String| {
        text.replace("%22", "\"")
            .replace("%0D", "\r")
            .replace("%0A", "\n")
    };
    Some(Piece {
        name: media_type::parameter(disposition, "name").map(unquoted)?,
        file_name: media_type::parameter(disposition, "filename").map(unquoted),
        content_type: field("content-type").map(str::to_owned),
        content,
    })
}
