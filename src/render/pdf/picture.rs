//! Pages and charts as pictures.

use serde_json::Value;
use typst::foundations::Bytes;
use typst::utils::Scalar;
use typst_layout::Page;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::finding::failure::Failure;
use crate::model::chart::Chart;
use crate::model::look::Sheet;
use crate::render::pdf::Binding;
use crate::render::pdf::Engine;
use crate::render::pdf::compile;
use crate::render::pdf::world::Data;
use crate::render::pdf::world::MemoryWorld;

/// The file that draws a chart alone.
const ALONE: &str = "hinh.typ";

/// Dots to an inch of a chart in a Word file: as sharp as a printer prints.
const CHART_DPI: f64 = 220.0;

/// Points to an inch.
const INCH: f64 = 72.0;

/// How a page is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Picture {
    /// Dots, so many to an inch.
    Png {
        /// Dots to an inch.
        dpi: f64,
    },
    /// Shapes, sharp at any size.
    Svg,
}

impl Picture {
    /// Extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png { .. } => "png",
            Self::Svg => "svg",
        }
    }

    fn of(self, page: &Page) -> Vec<u8> {
        match self {
            Self::Png { dpi } => png(page, dpi),
            Self::Svg => typst_svg::svg(page, &SvgOptions::default()).into_bytes(),
        }
    }
}

/// Pages as pictures.
pub struct Pages {
    /// How many pages the paper has.
    pub pages: usize,
    /// The number of each page that was drawn, with its picture.
    pub pictures: Vec<(usize, Vec<u8>)>,
}

impl Engine {
    /// A chart as a PNG.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn chart(&self, chart: &Chart) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_value(chart).expect("charts are plain data");
        let family = self.fonts.covering(&chart.name, &json)?;
        let sheet = Sheet::default();
        let settings = serde_json::json!({
            "font": [family.name],
            "look": self.look.on(sheet),
            "growth": sheet.growth(),
        });
        let bytes = |json: Value| Bytes::new(json.to_string().into_bytes());
        let data = [("chart.json", json), ("settings.json", settings)];
        let data: Data = data.map(|(name, json)| (name.to_owned(), bytes(json))).into();
        let layouts = (&self.layouts, ALONE);
        let world = MemoryWorld::new(&self.library, self.fonts.store(), layouts, data);
        let paged = compile(&world, &chart.name)?;
        let shown = &paged.pages()[0];
        Ok(png(shown, CHART_DPI))
    }

    /// Pages of a paper as pictures: one, from 1, or all.
    ///
    /// # Errors
    /// As [`Engine::render`]; [`Failure::NoPage`] for a page beyond the last.
    pub fn pages(
        &self,
        binding: Binding<'_>,
        page: Option<usize>,
        picture: Picture,
    ) -> Result<Pages, Failure> {
        let paged = self.paged(binding)?;
        let all = paged.pages();
        if let Some(page) = page.filter(|it| !(1..=all.len()).contains(it)) {
            let document = binding.first().name.clone();
            return Err(Failure::NoPage { document, page, pages: all.len() });
        }
        let wanted = (1..).zip(all).filter(|(number, _)| page.is_none_or(|it| it == *number));
        let pictures = wanted.map(|(number, it)| (number, picture.of(it))).collect();
        Ok(Pages { pages: all.len(), pictures })
    }
}

fn png(page: &Page, dpi: f64) -> Vec<u8> {
    let options =
        RenderOptions { pixel_per_pt: Scalar::new(dpi / INCH), ..RenderOptions::default() };
    let pixels = typst_render::render(page, &options);
    pixels.encode_png().expect("a picture in memory can be encoded")
}
