//! The languages of the interface and of the data.

/// Every language, a line each: what it is called in the code, its BCP 47 tag, and its file or folder in `src/text`.
///
/// They are offered in this order; the first is the default. Everything that differs from language to language is made
/// from this list, here and in `text`: so a language that is not yet worded does not compile, and no other file has to
/// know it.
macro_rules! languages {
    ($make:ident) => {
        $make! {
            Pl "pl" pl,
            En "en" en,
        }
    };
}
pub(crate) use languages;

macro_rules! lang {
    ($($lang:ident $tag:literal $words:ident),+ $(,)?) => {
        /// A language of the interface and of the data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Lang {
            $(#[doc = concat!("The language with the tag `", $tag, "`.")] $lang,)+
        }

        impl Lang {
            /// Every language, in the order in which they are offered.
            pub const ALL: [Self; [$($tag),+].len()] = [$(Self::$lang),+];

            /// The BCP 47 tag.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self {
                    $(Self::$lang => $tag,)+
                }
            }
        }
    };
}
languages!(lang);

impl Lang {
    /// Those in which every text of the data is to be given, in the order in which they stand in for a language that a
    /// text is not given in. In others a text may be given.
    pub const REQUIRED: [Self; 2] = [Self::En, Self::Pl];

    /// The language of a BCP 47 tag, if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::ALL[0]
    }
}
