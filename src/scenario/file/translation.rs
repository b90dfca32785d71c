//! The words of a scenario or a law pack in another language, as written.

use super::shapes::shapes;
use serde::Deserialize;

shapes! {
    /// The words of a scenario or law pack in another language. It lies beside that file: `town.ron`, `town.de.ron`.
    Translation {
        /// Format version.
        format: u32,
        /// Id of what is translated: the name of its file, without `.ron`.
        of: String,
        /// Language, as in the name of this file: `de`, `pt-BR`.
        language: String,
        /// What the language calls itself: `Deutsch`.
        called: String,
        /// The texts.
        texts: Vec<Phrase>,
    }
    /// A text and what it is in the other language.
    Phrase {
        /// Where it stands: names of fields and ids, from the outside in.
        at: String,
        /// The words there, for which the translation was made.
        of: String,
        /// The words that `of` replaces; take it out when the translation fits again.
        #[serde(default)] was: String,
        /// The translation; as long as it is empty, players read the words there.
        #[serde(default)] says: String,
    }
}
