//! The emblem that `[cluster] emblem` names: a picture in the campaign's folder, which anybody may have put there.

use std::io::Cursor;

use image::ImageFormat;
use image::ImageReader;
use image::Limits;
use image::imageops::FilterType;

use crate::assets::folder::Folder;
use crate::assets::folder::Unread;
use crate::finding::failure::TomlFault;
use crate::model::emblem::Emblem;

/// Largest side that is drawn, in dots: 30 mm at 600 dots to an inch. A larger picture is made smaller.
const SIDE: u32 = 720;

/// Largest side of a file, in dots, and the memory that reading it may take, in bytes.
const LARGEST_SIDE: u32 = 12_000;
const MOST_MEMORY: u64 = 256 << 20;

/// An emblem, and the file that it is in.
#[derive(Debug)]
pub struct Read {
    /// The emblem.
    pub emblem: Emblem,
    /// Name and bytes of the file.
    pub file: (String, Vec<u8>),
}

/// Reads the emblem of a cluster.
///
/// # Errors
/// [`TomlFault::NoPicture`] if the file is not there, is none that can be read, or is no PNG or JPEG.
pub(super) fn read(folder: &Folder, file: &str, cluster: &str) -> Result<Read, TomlFault> {
    let fault = || TomlFault::NoPicture { file: file.to_owned() };
    let is_here = !file.is_empty() && !file.starts_with('.') && !file.contains(['/', '\\', ':']);
    if !is_here {
        return Err(TomlFault::ElsewhereFile { file: file.to_owned() });
    }
    let bytes = folder.beside(file).bytes.map_err(|why| match why {
        Unread::TooLarge => TomlFault::PictureTooLarge { file: file.to_owned() },
        Unread::NotAFile | Unread::Refused(_) => fault(),
    })?;
    let png = drawable(&bytes).ok_or_else(fault)?;
    let alternative = format!("Biểu trưng của {cluster}");
    let emblem = Emblem { file: file.to_owned(), png: png.into(), alternative };
    Ok(Read { emblem, file: (file.to_owned(), bytes) })
}

/// The picture as a PNG without anything that pictures carry beside their dots.
fn drawable(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return None;
    }
    let mut picture = reader.decode().ok()?;
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.resize(SIDE, SIDE, FilterType::Triangle);
    }
    let mut png = Cursor::new(Vec::new());
    let written = if picture.color().has_alpha() {
        picture.to_rgba8().write_to(&mut png, ImageFormat::Png)
    } else {
        picture.to_rgb8().write_to(&mut png, ImageFormat::Png)
    };
    written.ok().map(|()| png.into_inner())
}

#[cfg(test)]
mod tests {
    use image::DynamicImage;
    use image::Rgb;
    use image::RgbImage;

    use super::*;

    fn written(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_pixel(width, height, Rgb([200, 16, 46]));
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn size(png: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(png, ImageFormat::Png).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn pictures_become_pngs_of_a_size_that_is_printed() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            assert_eq!(size(&drawable(&written(40, 20, format)).unwrap()), (40, 20));
        }
        let large = written(2_000, 1_000, ImageFormat::Png);
        assert_eq!(size(&drawable(&large).unwrap()), (720, 360));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let whole = written(40, 20, ImageFormat::Png);
        assert_eq!(drawable(b""), None);
        assert_eq!(drawable(b"PK\x03\x04 a workbook"), None);
        assert_eq!(drawable(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
        assert_eq!(drawable(&whole[..whole.len() / 2]), None);
        // Says that it is a million dots wide.
        let mut bomb = whole;
        bomb[16..24].copy_from_slice(&[0, 15, 66, 64, 0, 15, 66, 64]);
        assert_eq!(drawable(&bomb), None);
    }
}
