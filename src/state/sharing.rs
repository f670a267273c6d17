//! What a person chose in the dialog that shares a view. No link keeps it.

use std::rc::Rc;

use crate::domain::{Focus, Lang, Period};
use crate::markup::{Code, Copied, Node, Share, Size, Tab, Width};
use crate::url::{Embedding, Sheet, Theme};

use super::{Delivery, State};

/// The dialog and all its choices.
#[derive(Clone, Default)]
pub struct Sharing {
    /// Whether it is open.
    pub is_open: bool,
    /// Its code.
    pub part: SharePart,
    /// The way to share.
    pub tab: Tab,
    /// What was done last.
    pub outcome: Outcome,
    /// How often something was done: what is said twice is to be heard twice.
    pub count: u32,
    /// What the QR code says; without, the address of the view.
    pub encoded: Option<String>,
    /// Of an embed.
    pub embed: Embed,
    /// Of a picture.
    pub picture: Picture,
    /// Whether all data are saved, and not only what is displayed.
    pub is_whole: bool,
    /// Which table is saved.
    pub sheet: Sheet,
    /// Whether semicolons part its cells; without, as spreadsheets in the language of the view expect.
    pub has_semicolons: Option<bool>,
}

/// What an embed shows, and how.
#[derive(Clone)]
pub struct Embed {
    /// The years; without, those of the view.
    pub years: Option<Period>,
    /// A city or topic; without, what the view has.
    pub focus: Option<Focus>,
    /// The language; without, that of the view.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// What is hidden, and whether it plays.
    pub embedding: Embedding,
    /// Whether it has a height of its own, whatever is shown; without, what the [kind of code](Embed::is_fixed) can do.
    pub fixed: Option<bool>,
    /// That height in px.
    pub height: u16,
    /// Whether it stays as it is today.
    pub is_frozen: bool,
    /// The kind of code.
    pub code: Code,
    /// The width of the preview.
    pub width: Width,
    /// The height in px that the preview has asked for.
    pub preview_height: Option<u16>,
}

impl Default for Embed {
    fn default() -> Self {
        Self {
            years: None,
            focus: None,
            lang: None,
            theme: Theme::Auto,
            embedding: Embedding::new(),
            fixed: None,
            height: Embedding::HEIGHT,
            is_frozen: false,
            code: Code::default(),
            width: Width::default(),
            preview_height: None,
        }
    }
}

impl Embed {
    /// Whether it has a height of its own, whatever is shown. A frame by itself cannot fit its content.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.fixed.unwrap_or(self.code == Code::Frame)
    }
}

/// How a picture looks.
#[derive(Clone, Copy)]
pub struct Picture {
    /// Its format.
    pub size: Size,
    /// So many pixels for each.
    pub scale: u8,
    /// Its colours.
    pub theme: Theme,
}

impl Default for Picture {
    fn default() -> Self {
        Self { size: Size::default(), scale: 2, theme: Theme::Light }
    }
}

/// What came of the last thing that was done.
#[derive(Clone, Default)]
pub enum Outcome {
    /// Nothing was done yet.
    #[default]
    None,
    /// A text was copied.
    Copied(Copied),
    /// It was not, but is selected.
    NotCopied,
    /// A file of this name was saved.
    Saved(String),
    /// A file could not be made.
    NotSaved,
    /// A film is being made: which picture of how many.
    Filming(usize, usize),
}

/// Whether the code of the dialog has come.
pub type SharePart = Delivery<ShareTable>;

/// What the dialog is made of, as functions: nothing else may name them, or they would come before it is opened.
#[derive(Clone, Copy)]
pub struct ShareTable {
    /// Begins to listen to what concerns the dialog; is called once.
    pub start: fn(State),
    /// What stands in the dialog.
    pub body: fn(State, &Sharing) -> Vec<Node>,
    /// Does what is done in it.
    pub perform: fn(State, Share),
    /// What is displayed as a file of a format: its name, its type and its text. Absent where there is no such format.
    pub export: fn(State, &str) -> Option<File>,
}

/// A file: its name, its type and its text.
pub type File = (String, &'static str, String);

impl State {
    /// The dialog that shares the view, and all its choices.
    #[must_use]
    pub fn sharing(self) -> Rc<Sharing> {
        self.shared().sharing.get().unwrap_or_default()
    }

    /// Changes them.
    pub fn share_with(self, change: impl FnOnce(&mut Sharing)) {
        let mut sharing = self.shared().sharing.get_untracked().unwrap_or_default();
        change(Rc::make_mut(&mut sharing));
        self.shared().sharing.set(Some(sharing));
    }

    /// Does what is done in the dialog; opens it once there is one.
    pub(super) fn share(self, share: Share) {
        if let Some(extras) = self.extras_or_later(&self.shared().awaits_dialog) {
            (extras.share)(self, share);
        }
    }
}
