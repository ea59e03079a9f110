//! From the model of the benchmarks to the document.

use adit_facts::Package;
use adit_facts::chain::{PartnerKind, Route};
use adit_model::chain::benchmarks::{
    AIMS, EntryModel, Gathered, Overall, Proxy, SINGLE_COUNTRY_AIM, STAGES, Share, ShareBasis, ensemble, failures,
    overall, proxies, write,
};
use adit_model::workings::{Worked, Workings};

use super::{
    BasesDocument, BenchmarkEnsemble, BenchmarkMaterial, BenchmarkWhy, BenchmarksAnswer, CountsDocument, MetDocument,
    OverallDocument, OverallWhy, ProxyDocument, RoadPoint, SharesDocument, SharesWhy, TargetsDocument, ThirdCountry,
};
use super::{by_proxy, notes, projects};
use crate::chain::FigureDocument;
use crate::chain::opened::{finite, with_query};
use crate::chain::question::{BENCHMARK_YEAR, BenchmarksQuestion, Definition};
use crate::question::write_years;
use crate::session::FORMAT;

/// Everything that an answer about the benchmarks is made of.
pub(crate) struct Asked<'a> {
    pub package: &'a Package,
    pub gathered: &'a Gathered,
    pub question: &'a BenchmarksQuestion,
    pub year: u16,
    pub query: String,
}

impl<'a> Asked<'a> {
    pub fn new(package: &'a Package, gathered: &'a Gathered, question: &'a BenchmarksQuestion) -> Self {
        let year = question.year.unwrap_or(BENCHMARK_YEAR);
        Self { package, gathered, question, year, query: question.id_query() }
    }

    pub fn without(&self) -> &'a [String] {
        &self.question.without
    }

    pub fn share(&self, entry: &EntryModel, stage: usize) -> Option<Share> {
        entry.share(stage, self.year, self.without())
    }

    /// Every number of the answer with what it was computed from.
    pub fn workings(&self) -> Workings {
        let mut workings = self.gathered.workings.clone();
        let mut years = vec![self.gathered.now];
        years.extend((self.year != self.gathered.now).then_some(self.year));
        for year in years {
            write(self.package, &self.gathered.entries, year, self.without(), &mut workings);
        }
        for entry in &self.gathered.entries {
            proxies(self.package, self.gathered, entry, &mut workings);
        }
        workings
    }
}

/// The answer.
pub(crate) fn answer(asked: &Asked<'_>) -> BenchmarksAnswer {
    let entries = &asked.gathered.entries;
    let drawn = asked.question.draws.map(|d| (d, ensemble(entries, asked.year, asked.without(), d.draws, d.seed)));
    let mut materials: Vec<BenchmarkMaterial> = entries.iter().map(|entry| material(asked, entry)).collect();
    if let Some((_, drawn)) = &drawn {
        for (material, of) in materials.iter_mut().zip(&drawn.probability) {
            material.probability = Some(shares(of.map(Some).map(Option::flatten)));
        }
    }
    let lost = failures(entries, asked.year, asked.without());
    BenchmarksAnswer {
        format: FORMAT,
        year: asked.year,
        now: asked.gathered.now,
        definition: asked.question.definition.id().to_owned(),
        targets: TargetsDocument {
            extraction: AIMS[0],
            processing: AIMS[1],
            recycling: AIMS[2],
            single_country: SINGLE_COUNTRY_AIM,
        },
        overall: match asked.question.definition {
            Definition::Act => {
                let found = overall(entries, asked.year, asked.without());
                OverallDocument { why: overall_why(asked, &found), ..all(&found, &materials) }
            }
            Definition::Proxy => all(&by_proxy::overall(&materials), &materials),
        },
        road: (asked.gathered.now.min(asked.year)..=asked.year).map(|year| road(asked, year)).collect(),
        projects: projects::projects(asked, &lost),
        ensemble: drawn.map(|(d, drawn)| BenchmarkEnsemble {
            draws: d.draws,
            seed: d.seed,
            p05: shares(drawn.by_tonnes.map(|p| p.map(|p| p[0]))),
            p50: shares(drawn.by_tonnes.map(|p| p.map(|p| p[1]))),
            p95: shares(drawn.by_tonnes.map(|p| p.map(|p| p[2]))),
            probability: shares(drawn.overall),
        }),
        to_look_up: asked.gathered.to_look_up.clone(),
        notes: notes::notes(asked),
        materials,
    }
}

pub(super) fn shares(of: [Option<f64>; 3]) -> SharesDocument {
    SharesDocument { extraction: of[0], processing: of[1], recycling: of[2] }
}

fn material(asked: &Asked<'_>, entry: &EntryModel) -> BenchmarkMaterial {
    let words = asked.package.vocabulary();
    let known = words.material(entry.entry.material);
    let listing = known.strategic.as_ref();
    let shares_found: [Option<Share>; 3] = std::array::from_fn(|stage| asked.share(entry, stage));
    let proxies = proxies(asked.package, asked.gathered, entry, &mut Workings::default());
    let value = |stage: usize| match asked.question.definition {
        Definition::Act => shares_found[stage].map(|share| share.share.value),
        Definition::Proxy => proxy_of(&proxies, stage)
            .map(|proxy| proxy.figure.value())
            .or_else(|| if stage == 2 { shares_found[2].map(|share| share.share.value) } else { None }),
    };
    let by_proxy = asked.question.definition == Definition::Proxy;
    let low = |stage: usize| match proxy_of(&proxies, stage).filter(|_| by_proxy) {
        Some(proxy) => finite(proxy.figure.number.low()),
        None => shares_found[stage].filter(|_| !by_proxy || stage == 2).and_then(|share| finite(share.share.low())),
    };
    let high = |stage: usize| match proxy_of(&proxies, stage).filter(|_| by_proxy) {
        Some(proxy) => finite(proxy.figure.number.high()),
        None => shares_found[stage].filter(|_| !by_proxy || stage == 2).and_then(|share| finite(share.share.high())),
    };
    let met = |stage: usize| value(stage).map(|value| value >= AIMS[stage]);
    let certain = |stage: usize| {
        value(stage).map(|_| {
            low(stage).is_some_and(|low| low >= AIMS[stage]) || high(stage).is_some_and(|high| high < AIMS[stage])
        })
    };
    let why = |stage: usize| {
        let id = match proxy_of(&proxies, stage).filter(|_| by_proxy) {
            Some(proxy) => proxy.figure.id.clone(),
            None => format!("benchmark.{}/{}/{}", STAGES[stage].id(), entry.id, asked.year),
        };
        value(stage).map(|_| with_query(&id, &asked.query))
    };
    let consumption = entry.consumption_in(asked.year);
    let basis = |stage: usize| shares_found[stage].map_or("none", |share| share.basis.id()).to_owned();
    let now = std::array::from_fn(|stage| {
        entry.share(stage, asked.gathered.now, asked.without()).map(|share| share.share.value)
    });
    let third = third_countries(asked, entry, &proxies);
    let kept = (!third.is_empty()).then(|| third.iter().all(|country| country.share <= SINGLE_COUNTRY_AIM));
    let sure = |country: &ThirdCountry| {
        country.high.is_some_and(|high| high <= SINGLE_COUNTRY_AIM)
            || country.low.is_some_and(|low| low > SINGLE_COUNTRY_AIM)
    };
    let kept_certain = kept.map(|_| third.iter().all(sure));
    BenchmarkMaterial {
        id: entry.id.clone(),
        name: known.name.clone(),
        entry: listing.map_or_else(|| known.name.clone(), |listing| listing.entry.clone()),
        grade: listing.and_then(|listing| listing.grade.clone()),
        consumption_t: consumption.map(|number| number.value),
        consumption_route: entry.consumption.as_ref().map(|found| found.route.letter().to_owned()),
        consumption_says: consumption_says(entry),
        extraction: value(0),
        processing: value(1),
        recycling: value(2),
        recycling_basis: shares_found[2].map(|share| {
            if share.basis == ShareBasis::RecyclingRate { "eol-rir-proxy" } else { "capacity" }.to_owned()
        }),
        basis: weakest(&shares_found).to_owned(),
        bases: BasesDocument { extraction: basis(0), processing: basis(1), recycling: basis(2) },
        largest_third_country: third.iter().max_by(|a, b| a.share.total_cmp(&b.share)).cloned(),
        third_countries: third,
        low: SharesDocument { extraction: low(0), processing: low(1), recycling: low(2) },
        high: SharesDocument { extraction: high(0), processing: high(1), recycling: high(2) },
        now: shares(now),
        met: MetDocument { extraction: met(0), processing: met(1), recycling: met(2), single_country: kept },
        certain: MetDocument {
            extraction: certain(0),
            processing: certain(1),
            recycling: certain(2),
            single_country: kept_certain,
        },
        probability: None,
        proxies: proxies.iter().map(|proxy| proxy_document(asked, proxy)).collect(),
        missing: notes::missing(asked, entry, &shares_found),
        why: BenchmarkWhy {
            consumption: consumption
                .map(|_| with_query(&format!("benchmark.consumption/{}/{}", entry.id, asked.year), &asked.query)),
            extraction: why(0),
            processing: why(1),
            recycling: why(2),
        },
    }
}

/// The largest third country of each stage: over consumption by the Act, in EU sourcing by the proxy.
fn third_countries(asked: &Asked<'_>, entry: &EntryModel, proxies: &[Proxy]) -> Vec<ThirdCountry> {
    let words = asked.package.vocabulary();
    let document = |country: adit_facts::Country, stage: String, figure: &Worked, of: String| ThirdCountry {
        country: words.country(country).id.clone(),
        country_name: words.country(country).name.clone(),
        stage,
        share: figure.value(),
        low: finite(figure.number.low()),
        high: finite(figure.number.high()),
        of,
        partner: partner(asked.package, country),
        why: Some(with_query(&figure.id, &asked.query)),
    };
    match asked.question.definition {
        Definition::Act => entry
            .largest_third_countries()
            .into_iter()
            .map(|one| {
                let of = format!("consumption, {}", one.year);
                document(one.country, one.stage.to_string(), &one.share, of)
            })
            .collect(),
        Definition::Proxy => proxies
            .iter()
            .filter_map(|proxy| {
                let of = "sourcing, 2016-2020".to_owned();
                Some(document(proxy.country?, proxy.stage.to_string(), &proxy.figure, of))
            })
            .collect(),
    }
}

/// In what sense a country is a partner of the Union, in words.
pub(crate) fn partner(package: &Package, country: adit_facts::Country) -> Option<String> {
    let found = package.partners().into_iter().find(|partner| partner.country == country)?;
    Some(match found.kind {
        PartnerKind::StrategicPartnership => format!("strategic partnership since {}", found.since),
        PartnerKind::Eea => "European Economic Area".to_owned(),
        PartnerKind::Overseas => "overseas country or territory of a member state".to_owned(),
    })
}

fn proxy_of(proxies: &[Proxy], stage: usize) -> Option<&Proxy> {
    proxies.iter().find(|proxy| proxy.measure == STAGES[stage].id())
}

fn proxy_document(asked: &Asked<'_>, proxy: &Proxy) -> ProxyDocument {
    let says = match proxy.country {
        Some(country) => format!(
            "share of {} in EU sourcing at {} (study of 2023, mean of 2016 to 2020)",
            asked.package.vocabulary().country(country).name,
            proxy.stage
        ),
        None => format!("output of the Union over its consumption, {}", asked.gathered.now),
    };
    ProxyDocument { measure: proxy.measure.to_owned(), says, figure: figure(&proxy.figure, &asked.query) }
}

/// A number with its bounds and id.
pub(super) fn figure(worked: &adit_model::workings::Worked, query: &str) -> FigureDocument {
    FigureDocument {
        value: Some(worked.value()),
        low: finite(worked.number.low()),
        high: finite(worked.number.high()),
        why: Some(with_query(&worked.id, query)),
    }
}

fn weakest(shares: &[Option<Share>; 3]) -> &'static str {
    let has = |basis: &str| shares.iter().any(|share| share.map_or("none", |s| s.basis.id()) == basis);
    if has("output") {
        "output"
    } else if has("none") {
        "none"
    } else {
        "capacity"
    }
}

fn consumption_says(entry: &EntryModel) -> String {
    let Some(found) = &entry.consumption else {
        return "no published figure, no processed form in the trade facts, no production with import reliance"
            .to_owned();
    };
    let years = write_years(found.years);
    match found.route {
        Route::Published => format!("published for {years}, grown from there"),
        Route::ProductionAndTrade => format!("EU production and net imports of {years}, grown from there"),
        Route::ImportReliance => format!("EU production and import reliance of {years}, grown from there"),
    }
}

fn all(found: &[Overall; 3], materials: &[BenchmarkMaterial]) -> OverallDocument {
    let single = |wanted: Option<bool>| materials.iter().filter(|m| m.met.single_country == wanted).count();
    let counts = |of: fn(&Overall) -> usize, single_country: usize| CountsDocument {
        extraction: of(&found[0]),
        processing: of(&found[1]),
        recycling: of(&found[2]),
        single_country,
    };
    let certain = |m: &&BenchmarkMaterial| m.certain.single_country == Some(true);
    let certainly = materials.iter().filter(|m| m.met.single_country == Some(true)).filter(certain).count();
    let open = materials.iter().filter(|m| m.certain.single_country == Some(false)).count();
    OverallDocument {
        by_tonnes: shares(found.map(|of| of.by_tonnes.map(|share| share.value))),
        by_tonnes_aluminium_copper: found[1].aluminium_copper,
        median: shares(found.map(|of| of.median)),
        met: counts(|of| of.met, single(Some(true))),
        known: counts(|of| of.known, single(Some(true)) + single(Some(false))),
        certainly_met: counts(|of| of.certainly_met, certainly),
        open: counts(|of| of.open, open),
        why: OverallWhy::default(),
    }
}

fn overall_why(asked: &Asked<'_>, found: &[Overall; 3]) -> OverallWhy {
    let of = |kind: &str, known: fn(&Overall) -> bool| {
        let [extraction, processing, recycling] = std::array::from_fn(|at: usize| {
            let id = format!("benchmark.overall/{kind}/{}/{}", STAGES[at].id(), asked.year);
            known(&found[at]).then(|| with_query(&id, &asked.query))
        });
        SharesWhy { extraction, processing, recycling }
    };
    OverallWhy {
        by_tonnes: of("by-tonnes", |of| of.by_tonnes.is_some()),
        median: of("median", |of| of.median.is_some()),
    }
}

fn road(asked: &Asked<'_>, year: u16) -> RoadPoint {
    let found = overall(&asked.gathered.entries, year, asked.without());
    let counts = |of: fn(&Overall) -> usize| CountsDocument {
        extraction: of(&found[0]),
        processing: of(&found[1]),
        recycling: of(&found[2]),
        single_country: 0,
    };
    RoadPoint {
        year,
        by_tonnes: shares(found.map(|of| of.by_tonnes.map(|share| share.value))),
        low: shares(found.map(|of| of.by_tonnes.and_then(|share| finite(share.low())))),
        high: shares(found.map(|of| of.by_tonnes.and_then(|share| finite(share.high())))),
        median: shares(found.map(|of| of.median)),
        met: counts(|of| of.met),
        known: counts(|of| of.known),
    }
}
