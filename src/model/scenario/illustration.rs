//! Pictures of the author's.

use crate::model::Text;
use std::fmt;
use std::sync::Arc;

/// A picture that an author has put beside a scenario.
#[derive(Clone, PartialEq, Eq)]
pub struct Illustration {
    /// Id.
    pub id: String,
    /// What is to be seen, for whoever cannot see it.
    pub shows: Text,
    /// Whose it is, and its licence.
    pub source: String,
    /// How it is stored.
    pub kind: PictureKind,
    /// Points across and down.
    pub size: (u32, u32),
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// How a picture is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

impl PictureKind {
    /// The kind of a file by the end of its name.
    #[must_use]
    pub fn named(file: &str) -> Option<Self> {
        match file.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            _ => None,
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

impl fmt::Debug for Illustration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Illustration({}, {} bytes)", self.id, self.bytes.len())
    }
}
