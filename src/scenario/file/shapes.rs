//! How the shapes of files are written down: a struct whose unknown fields are errors.

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $f:ident: $t:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field])* pub $f: $t,)* }
    )*};
}

pub(super) use shapes;
