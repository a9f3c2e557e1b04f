//! Everything that the typesetter may ask for, in memory.

use std::collections::BTreeMap;
use std::path::PathBuf;

use typst::Library;
use typst::World;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::diag::PackageError;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst_kit::diagnostics::DiagnosticWorld;
use typst_kit::files::FileLoader;
use typst_kit::files::FileStore;
use typst_kit::fonts::FontStore;

/// The files of one document.
pub(super) struct Memory {
    files: BTreeMap<String, Bytes>,
    main: FileId,
}

impl Memory {
    /// The layouts, of which `main` is drawn first.
    pub(super) fn new(layouts: &BTreeMap<String, String>, main: &str) -> Self {
        let path = VirtualPath::new(main).expect("names of layouts are plain file names");
        let main = RootedPath::new(VirtualRoot::Project, path).intern();
        let bytes = |text: &String| Bytes::from_string(text.clone());
        let files = layouts.iter().map(|(name, text)| (name.clone(), bytes(text))).collect();
        Self { files, main }
    }

    /// Adds a file.
    pub(super) fn insert(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), Bytes::new(bytes));
    }
}

impl FileLoader for Memory {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(package) = id.root() {
            return Err(PackageError::NotFound(package.clone()).into());
        }
        let path = id.vpath().get_without_slash();
        self.files.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }
}

/// The world of one document.
pub(super) struct MemoryWorld<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a FontStore,
    files: FileStore<Memory>,
}

impl<'a> MemoryWorld<'a> {
    pub(super) fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a FontStore,
        memory: Memory,
    ) -> Self {
        Self { library, fonts, files: FileStore::new(memory) }
    }
}

impl World for MemoryWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.files.loader().main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// Layouts have no today: the same inputs give the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

impl DiagnosticWorld for MemoryWorld<'_> {
    fn name(&self, id: FileId) -> String {
        id.vpath().get_without_slash().to_owned()
    }
}
