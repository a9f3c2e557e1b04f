//! Each stage of a build by itself, over a committed campaign of ten provinces that scores: `cargo bench`.
//!
//! For comparing a change with what was before it, on one machine, one after the other. What a person would use
//! instead, memory, growth and whole processes are `benches/compare`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use divan::Bencher;
use divan::black_box;
use thidua::aggregate;
use thidua::assets::document_spec::Format;
use thidua::check;
use thidua::check::rules;
use thidua::check::rules::CompiledRule;
use thidua::compose::Composer;
use thidua::model::document::Document;
use thidua::pipeline::build;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Job;
use thidua::pipeline::plan::Wanted;
use thidua::pipeline::press::Press;
use thidua::read::workbook;
use thidua::read::workbook::InProcess;
use thidua::render::pdf::Engine;
use thidua::score;
use thidua::score::expressions::Expressions;

const CAMPAIGN: &str = "inputs/mien-trung-tay-nguyen-2024";

static GATHERED: LazyLock<Gathered> = LazyLock::new(|| {
    gather::gather(Path::new(CAMPAIGN), &InProcess, &mut |_| {}).expect("it is committed")
});
static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| build::engine(&GATHERED, &[]).expect("its layouts are committed"));

fn main() {
    divan::main();
}

/// The bytes of every workbook.
fn workbooks() -> Vec<Vec<u8>> {
    let sent = GATHERED.sent.iter();
    sent.map(|it| fs::read(Path::new(CAMPAIGN).join(&it.file)).expect("it is committed")).collect()
}

fn compiled() -> Vec<CompiledRule> {
    rules::compile(&GATHERED.declared.catalogue).unwrap_or_default()
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let workbooks = workbooks();
    bencher.bench(|| workbooks.iter().filter(|it| workbook::open(black_box(it)).is_ok()).count());
}

#[divan::bench]
fn aggregate(bencher: Bencher<'_, '_>) {
    let Gathered { declared, submissions, .. } = &*GATHERED;
    let pasts = GATHERED.pasts();
    let earlier = pasts.earlier();
    bencher.bench(|| {
        aggregate::aggregate(&declared.campaign, &declared.catalogue, submissions, &earlier)
    });
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let Gathered { declared, submissions, superseded, dataset, sent, .. } = &*GATHERED;
    let (rules, pasts) = (compiled(), GATHERED.pasts());
    let files: BTreeMap<String, String> =
        sent.iter().map(|it| (it.file.clone(), it.sha256.clone())).collect();
    let context = check::Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        look: &declared.look,
        rules: &rules,
        submissions,
        dataset,
        superseded,
        files: &files,
        earlier: &pasts.earlier(),
    };
    bencher.bench(|| check::run(black_box(context)));
}

#[divan::bench]
fn score(bencher: Bencher<'_, '_>) {
    let Gathered { declared, submissions, dataset, panel, findings, .. } = &*GATHERED;
    let Some(criteria) = &declared.criteria else { return };
    let expressions = Expressions::compile(criteria, &declared.catalogue).unwrap_or_default();
    let pasts = GATHERED.pasts();
    let context = score::Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        criteria,
        dataset,
        submissions,
        expressions: &expressions,
        panel,
        findings,
        last_year: pasts.earlier().last_year,
    };
    bencher.bench(|| score::score(black_box(context)));
}

/// Every planned paper of a format, composed.
fn papers(format: Format) -> Vec<(Job, Document)> {
    let composer = Composer::new(plan::material(&GATHERED, false));
    let planned = plan::plan(&GATHERED, &composer, Wanted::default(), false).expect("committed");
    let jobs = planned.jobs.into_iter().filter(|it| it.spec.format == format);
    let composed = |job: Job| {
        let document = composer.document(&job.name, &job.spec, job.owner).expect("committed");
        (job, document)
    };
    jobs.map(composed).collect()
}

#[divan::bench]
fn compose(bencher: Bencher<'_, '_>) {
    bencher.bench(|| papers(Format::Pdf).len());
}

#[divan::bench(sample_count = 10)]
fn pdf(bencher: Bencher<'_, '_>) {
    let (papers, press) = (papers(Format::Pdf), Press::new(&GATHERED, &ENGINE));
    bencher.bench(|| papers.iter().filter(|(job, it)| press.paper(job, it).is_ok()).count());
}

#[divan::bench(sample_count = 10)]
fn word(bencher: Bencher<'_, '_>) {
    let (papers, press) = (papers(Format::Pdf), Press::new(&GATHERED, &ENGINE));
    bencher
        .bench(|| papers.iter().filter(|(job, it)| press.copy("x.docx", job, it).is_ok()).count());
}

#[divan::bench]
fn excel(bencher: Bencher<'_, '_>) {
    let (papers, press) = (papers(Format::Xlsx), Press::new(&GATHERED, &ENGINE));
    bencher.bench(|| papers.iter().filter(|(job, it)| press.paper(job, it).is_ok()).count());
}
