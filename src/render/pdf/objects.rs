//! The objects of a drawn PDF, where they stand (ISO 32000-1, 7.5). What gets fields or a file is a few objects of
//! hundreds: the others are copied as they are, and not understood.

use std::collections::BTreeMap;

/// The word before the place of the table of objects.
const START: &[u8] = b"startxref";

/// The objects of a PDF that was written at once, with one table of them.
#[derive(Clone)]
pub(super) struct Objects<'a> {
    /// What stands before the first.
    head: &'a [u8],
    /// By number, from `7 0 obj` to `endobj`.
    objects: BTreeMap<u32, &'a [u8]>,
    /// From `trailer` to the end of its dictionary.
    trailer: &'a [u8],
}

impl<'a> Objects<'a> {
    /// The objects of this PDF; `None` where it is not as the typesetter writes it.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let start = bytes.windows(START.len()).rposition(|it| it == START)?;
        let place = text(bytes.get(start + START.len()..)?)?.split_ascii_whitespace().next()?;
        let table = bytes.get(place.parse().ok()?..start)?;
        let length = table.windows(7).position(|it| it == b"trailer")?;
        let places = places(text(&table[..length])?)?;
        let mut starts: Vec<usize> = places.values().copied().collect();
        starts.push(start - table.len());
        starts.sort_unstable();
        let head = bytes.get(..*starts.first()?)?;
        let object = |(number, place): (u32, usize)| {
            let next = *starts.get(starts.partition_point(|it| *it <= place))?;
            Some((number, bytes.get(place..next)?))
        };
        let objects = places.into_iter().map(object).collect::<Option<_>>()?;
        Some(Self { head, objects, trailer: table[length..].trim_ascii_end() })
    }

    /// Those that may have to do with fields and files: no streams, and of the tags only what holds a link.
    pub(super) fn outline(&self) -> Self {
        let mut few = self.clone();
        few.objects.retain(|_, object| !is_stream(object) && !is_tag_of_text(object));
        few
    }

    /// With these in the place of those of the same number, and their trailer.
    pub(super) fn under(mut self, newer: Self) -> Self {
        self.objects.extend(newer.objects);
        Self { trailer: newer.trailer, ..self }
    }

    /// A PDF of these objects.
    pub(super) fn written(&self) -> Vec<u8> {
        let length: usize = self.objects.values().map(|it| it.len() + 20).sum();
        let mut bytes = Vec::with_capacity(self.head.len() + length + self.trailer.len() + 64);
        bytes.extend_from_slice(self.head);
        let mut places = BTreeMap::new();
        for (number, object) in &self.objects {
            places.insert(*number, bytes.len());
            bytes.extend_from_slice(object);
        }
        let start = bytes.len();
        bytes.extend_from_slice(table(&places).as_bytes());
        bytes.extend_from_slice(self.trailer);
        bytes.extend_from_slice(format!("\nstartxref\n{start}\n%%EOF").as_bytes());
        bytes
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Where each object stands, by a table of them.
fn places(table: &str) -> Option<BTreeMap<u32, usize>> {
    let mut words = table.split_ascii_whitespace();
    words.next().filter(|it| *it == "xref")?;
    let mut places = BTreeMap::new();
    while let Some(first) = words.next() {
        let first: u32 = first.parse().ok()?;
        let count: u32 = words.next()?.parse().ok()?;
        for number in first..first.checked_add(count)? {
            let (place, _, kind) = (words.next()?, words.next()?, words.next()?);
            if kind == "n" {
                places.insert(number, place.parse().ok()?);
            }
        }
    }
    Some(places)
}

/// The table of objects that stand there, each run of numbers under its first (ISO 32000-1, 7.5.4).
fn table(places: &BTreeMap<u32, usize>) -> String {
    let mut runs: Vec<(u32, Vec<String>)> = vec![(0, vec!["0000000000 65535 f \n".to_owned()])];
    for (number, place) in places {
        let entry = format!("{place:010} 00000 n \n");
        match runs.last_mut() {
            Some((first, run)) if u64::from(*first) + run.len() as u64 == u64::from(*number) => {
                run.push(entry);
            }
            _ => runs.push((*number, vec![entry])),
        }
    }
    let runs = runs.iter().map(|(first, run)| format!("{first} {}\n{}", run.len(), run.concat()));
    format!("xref\n{}", runs.collect::<String>())
}

/// What stands between `7 0 obj` and the end.
fn body(object: &[u8]) -> &[u8] {
    let start = object.windows(3).position(|it| it == b"obj").map_or(0, |it| it + 3);
    object[start..].trim_ascii()
}

fn is_stream(object: &[u8]) -> bool {
    let end = object.trim_ascii_end().strip_suffix(b"endobj");
    end.is_some_and(|it| it.trim_ascii_end().ends_with(b"endstream"))
}

/// By how the typesetter begins a tag: one that begins otherwise is opened.
fn is_tag_of_text(object: &[u8]) -> bool {
    let kind = body(object).strip_prefix(b"<</Type/StructElem/S/");
    kind.is_some_and(|it| !it.starts_with(b"Link"))
}

#[cfg(test)]
mod tests {
    use lopdf::Document;
    use lopdf::Object;
    use lopdf::Stream;
    use lopdf::dictionary;
    use lopdf::xref::XrefType;

    use super::Objects;

    /// A PDF with these objects; the numbers are theirs.
    fn pdf(objects: Vec<(u32, Object)>) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        document.max_id = objects.iter().map(|it| it.0).max().unwrap_or(0);
        document.objects.extend(objects.into_iter().map(|(number, it)| ((number, 0), it)));
        document.trailer.set("Root", Object::Reference((1, 0)));
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn dictionary(kind: &str) -> Object {
        dictionary! { "Type" => kind }.into()
    }

    fn numbers(objects: &Objects<'_>) -> Vec<u32> {
        objects.objects.keys().copied().collect()
    }

    #[test]
    fn a_pdf_is_written_as_it_was_read() {
        for numbers in [vec![1, 2, 3], vec![1, 4, 5, 9], vec![3, 7]] {
            let bytes = pdf(numbers.iter().map(|it| (*it, dictionary("Page"))).collect());
            let objects = Objects::of(&bytes).unwrap();
            assert_eq!(super::tests::numbers(&objects), numbers);
            assert_eq!(objects.written(), bytes);
        }
    }

    #[test]
    fn streams_and_tags_of_text_are_no_part_of_the_outline() {
        let raw = |number: u32, text: &str| format!("{number} 0 obj\n{text}\nendobj\n");
        let texts = [
            raw(1, "<</Type/Catalog>>"),
            raw(2, "<</Type/StructElem/S/P/K[1]>>"),
            raw(3, "<</Type/StructElem/S/Link/K[2]>>"),
            raw(4, "<</Length 3>>\nstream\nabc\nendstream"),
            raw(5, "<</S/P/Type/StructElem>>"),
        ];
        let objects = (1..).zip(texts.iter().map(String::as_bytes)).collect();
        let all = Objects { head: b"%PDF-1.7\n", objects, trailer: b"trailer\n<</Size 6>>" };
        assert_eq!(numbers(&all.outline()), [1, 3, 5]);
    }

    #[test]
    fn newer_objects_take_the_place_of_older_ones() {
        let stream = Stream::new(dictionary! {}, b"endobj xref trailer startxref".to_vec());
        let older = pdf(vec![(1, dictionary("Catalog")), (2, stream.into())]);
        let newer = pdf(vec![(1, dictionary("Changed")), (5, dictionary("Sig"))]);
        let (older, newer) = (Objects::of(&older).unwrap(), Objects::of(&newer).unwrap());
        let read = Document::load_mem(&older.under(newer).written()).unwrap();
        assert_eq!(read.objects.keys().map(|it| it.0).collect::<Vec<_>>(), [1, 2, 5]);
        assert_eq!(read.catalog().unwrap().get(b"Type").unwrap().as_name().unwrap(), b"Changed");
        assert_eq!(read.max_id, 5);
        assert!(read.get_object((2, 0)).unwrap().as_stream().is_ok());
    }

    #[test]
    fn what_is_no_pdf_has_no_objects() {
        for bytes in [
            &b""[..],
            b"startxref",
            b"startxref\n99\n%%EOF",
            b"xref\n0 4294967295\ntrailer\n<<>>\nstartxref\n0\n%%EOF",
            b"xref\n4294967295 9\ntrailer\n<<>>\nstartxref\n0\n%%EOF",
            b"xref\n0 1\n99999999999999999999 0 n\ntrailer\n<<>>\nstartxref\n0\n%%EOF",
            b"1 0 obj\nendobj\nxref\n1 1\n0000000999 00000 n \ntrailer\n<<>>\nstartxref\n15\n%%EOF",
        ] {
            assert!(Objects::of(bytes).is_none(), "{}", bytes.escape_ascii());
        }
    }
}
