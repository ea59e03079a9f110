//! `adit people codes`: participation codes, on a sheet to cut up or in a table.

use adit_record::{Code, Moment};
use anyhow::Context;

use crate::args::{Global, PeopleCodes};
use crate::commands::round::record;
use crate::outcome::Stop;
use crate::print;

/// Most codes of one call.
const MOST: usize = 1_000;
/// Seconds for which codes are good unless the call says otherwise.
const GOOD_FOR: i64 = 30 * 24 * 60 * 60;

/// Makes the codes and writes them.
pub async fn run(global: &Global, call: &PeopleCodes) -> Result<(), Stop> {
    let now = Moment::now();
    let until = match &call.until {
        Some(day) => Moment::parse(day).map_err(|error| Stop::wrong(error.to_string(), "as 2026-12-24"))?,
        None => Moment::from_seconds(now.seconds() + GOOD_FOR),
    };
    if until <= now {
        return Err(Stop::wrong("the codes would be over already", "give --until a day that comes"));
    }
    if call.count == 0 || call.count > MOST {
        return Err(Stop::wrong(format!("{} codes are asked for", call.count), format!("ask for 1 to {MOST}")));
    }
    let kind =
        call.output.as_ref().map(|file| file.extension().and_then(|end| end.to_str()).unwrap_or("").to_lowercase());
    let sheet = match kind.as_deref() {
        Some("html") => true,
        Some("csv") | None => false,
        Some(_) => return Err(Stop::wrong("codes are written as .html or .csv", "as -o codes.html")),
    };
    let codes = record(&call.db).await?.make_codes(&call.project, call.count, until, None, now).await?;
    let text = if sheet { page(&call.project, &codes, until) } else { table(&call.project, &codes, until) };
    match &call.output {
        Some(file) => {
            std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
            let says = format!("{} codes for {} are in {}.", codes.len(), call.project, file.display());
            print::note(global.quiet, &says)?;
        }
        None => print::text(&text)?,
    }
    print::note(global.quiet, "They are shown only now: the database keeps their hashes.")
}

fn table(project: &str, codes: &[Code], until: Moment) -> String {
    let lines = codes.iter().map(|code| format!("{},{code},{}\n", quoted(project), until.day()));
    format!("project,code,until\n{}", lines.collect::<String>())
}

/// A cell of CSV; one that a spreadsheet would take for a formula is written as text.
fn quoted(cell: &str) -> String {
    let cell = if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

const STYLE: &str = "body{font:12pt/1.4 system-ui,sans-serif;margin:1cm}\
     ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:1fr 1fr}\
     li{border:1px dashed #777;padding:.6cm;break-inside:avoid}\
     b{display:block;font:600 16pt ui-monospace,monospace;letter-spacing:.04em;margin:.2cm 0}";

fn page(project: &str, codes: &[Code], until: Moment) -> String {
    let project = escaped(project);
    let day = until.in_words();
    let slip = |code: &Code| {
        format!(
            "<li>Take part in <i>{project}</i>, without a name. Open <i>/sign-in</i> on the project's site and type this code:\
             <b>{code}</b>It works once, until {day}. Whoever has it can use it.</li>\n"
        )
    };
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Participation codes: {project}</title>\
         <style>{STYLE}</style></head>\n<body><ul>\n{}</ul></body></html>\n",
        codes.iter().map(slip).collect::<String>()
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
