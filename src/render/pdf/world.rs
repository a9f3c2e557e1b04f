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

/// The layouts, each parsed once for all documents.
pub(super) struct Layouts {
    texts: BTreeMap<String, String>,
    store: FileStore<Texts>,
}

/// The sources of the layouts.
struct Texts(BTreeMap<String, Bytes>);

impl Layouts {
    /// Layouts by the names of their files.
    pub(super) fn new(texts: BTreeMap<String, String>) -> Self {
        let bytes = |text: &String| Bytes::from_string(text.clone());
        let files = texts.iter().map(|(name, text)| (name.clone(), bytes(text))).collect();
        Self { texts, store: FileStore::new(Texts(files)) }
    }

    /// Their sources by the names of their files.
    pub(super) fn texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }
}

impl FileLoader for Texts {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(package) = id.root() {
            return Err(PackageError::NotFound(package.clone()).into());
        }
        let path = id.vpath().get_without_slash();
        self.0.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }
}

/// The files of one document beside the layouts: data, never source.
pub(super) type Data = BTreeMap<String, Bytes>;

/// The world of one document.
pub(super) struct MemoryWorld<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a FontStore,
    layouts: &'a Layouts,
    main: FileId,
    data: Data,
}

impl<'a> MemoryWorld<'a> {
    /// The world in which the layout `main` draws this data.
    pub(super) fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a FontStore,
        (layouts, main): (&'a Layouts, &str),
        data: Data,
    ) -> Self {
        let path = VirtualPath::new(main).expect("names of layouts are plain file names");
        let main = RootedPath::new(VirtualRoot::Project, path).intern();
        Self { library, fonts, layouts, main, data }
    }

    fn own(&self, id: FileId) -> Option<Bytes> {
        let is_own = matches!(id.root(), VirtualRoot::Project);
        is_own.then(|| self.data.get(id.vpath().get_without_slash()).cloned()).flatten()
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
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.layouts.store.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.own(id).map_or_else(|| self.layouts.store.file(id), Ok)
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
