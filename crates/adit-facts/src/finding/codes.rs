//! Every code of a finding: what it means and how to mend it. Codes are added to, never renamed or used for anything
//! else; the page of finding codes in the book is made from this list.

/// A code of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// What it means.
    pub means: &'static str,
    /// How to mend it.
    pub mend: &'static str,
}

const fn code(code: &'static str, means: &'static str, mend: &'static str) -> Code {
    Code { code, means, mend }
}

/// All codes, in order, one a line.
#[rustfmt::skip]
pub const CODES: &[Code] = &[
    code("appraisal.format", "The appraisal file has a format that this adit does not read.", "Write format = 1."),
    code("appraisal.missing-key", "An appraisal file lacks a key that it must have, or it is blank.", "Write what the hint says."),
    code("appraisal.not-readable", "The appraisal file is not TOML that can be read.", "Correct the place that the finding points at."),
    code("appraisal.number", "A number of an appraisal file is not finite, below zero, or no year.", "Write a number in the range that the finding names."),
    code("appraisal.pair", "The value of an input does not lie between its own limits.", "Write low <= value <= high."),
    code("appraisal.too-large", "The file is larger than an appraisal can be.", "Check that it is the file that was meant."),
    code("appraisal.unknown-key", "An appraisal file has a key or an input that is not known.", "Write one that the hint names."),
    code("appraisal.unknown-word", "A word of an appraisal file is not one of those that its key has.", "Write one that the hint names."),
    code("appraisal.wrong-type", "A value of an appraisal file is of another type than its key.", "Write the type that the finding names."),
    code("balance.not-reconciled", "The balances of a chain cannot be met by any flows.", "Lower or raise the figure that the error names, or leave it free."),
    code("clock-file.blank", "A text in a clock file is blank.", "Fill it in, or remove the line."),
    code("clock-file.contradiction", "Two things that a clock file says cannot both be so, or a key does not belong to its event.", "Keep one of the two."),
    code("clock-file.country", "The country of a clock file is no code of two letters.", "Write the ISO code, as PT."),
    code("clock-file.date", "A date of a clock file is no day of the calendar, has a time of day, or lies far outside the years of the Act.", "Write year, month and day, as 2026-01-15."),
    code("clock-file.duplicate", "An event stands twice that happens once.", "Keep one of the two."),
    code("clock-file.format", "The clock file has a format that this adit does not read.", "Write format = 1."),
    code("clock-file.missing-key", "A table of a clock file lacks a key that it must have.", "Write the key that the finding names."),
    code("clock-file.no-country", "A warning: the clock file names no country, so no calendar of public holidays is known.", "Write country = and the ISO code."),
    code("clock-file.not-readable", "The clock file is not TOML that can be read.", "Correct the place that the finding points at."),
    code("clock-file.number", "A number of a clock file is not a small whole number.", "Write whole months or days."),
    code("clock-file.order", "Events of a clock file cannot have happened in this order.", "Check the dates that the finding names."),
    code("clock-file.reasons", "A warning: the file does not say whether an extension was given with reasons in writing.", "Write reasons = true, false or the reasons."),
    code("clock-file.status", "A warning: the status of a project contradicts its dates; the dates count.", "Correct the status, or the dates."),
    code("clock-file.too-large", "The file is larger than a clock can be.", "Check that it is the file that was meant."),
    code("clock-file.too-many-problems", "A clock file has more problems than are listed.", "Mend the first ones."),
    code("clock-file.unknown-key", "A table of a clock file has a key that is not known.", "Write one of the keys that the finding names."),
    code("clock-file.unknown-kind", "An event of a clock file has a kind that is not known.", "Write the kind that the finding suggests."),
    code("clock-file.unknown-word", "A word of a clock file is not one of those that its key has.", "Write one of the words that the finding names."),
    code("clock-file.unsorted", "A warning: the events of a clock file do not stand in the order of their days.", "Sort them, or check the date."),
    code("clock-file.wrong-type", "A value of a clock file is of another type than its key.", "Write what the finding asks for."),
    code("csv.blank-cell", "A cell that its row needs is blank.", "Fill it in; the hint says what belongs there."),
    code("csv.broken", "The file is not CSV that can be read.", "Look at the quotes around that line."),
    code("csv.duplicate-column", "The header names a column twice.", "Keep one of the two columns."),
    code("csv.duplicate-key", "Two rows have the same key.", "Keep one of the two rows."),
    code("csv.line-break", "A cell goes on over the end of its line, mostly because a quote is not closed.", "Close the quote; a table has one row on each line."),
    code("csv.long-line", "A line has more than a mebibyte: the file is of another kind.", "Check that it is the file that was meant."),
    code("csv.missing-column", "A column that the table needs is not in the header.", "Add it; the hint names the columns."),
    code("csv.too-many-problems", "The file has a thousand problems or more, and its rest was not read.", "Mend the first ones, or check that it is the file that was meant."),
    code("csv.unknown-column", "The header has a column that the table does not have.", "Correct its name or remove it; notes belong in a column `note`."),
    code("csv.wrong-width", "A row has more or fewer cells than the header.", "Put quotes around a cell that has a comma in it."),
    code("fact.no-source", "A row with a number does not say where the number comes from.", "Add a column `source`: an id of `adit facts sources`, or a few words."),
    code("fact.unknown", "A key names no fact.", "Write a key that `adit facts TABLE` lists; the nearest ones are named."),
    code("file.empty", "The file holds nothing.", "Write at least its header line, or remove it."),
    code("file.is-folder", "There is a folder where a file should be.", "Name the file itself, or move the files of the folder up."),
    code("file.not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8; the finding points at the first byte that is not."),
    code("file.outside", "A link leads out of the workspace.", "Copy the file into the workspace instead of linking to it."),
    code("file.too-large", "The file is larger than a table or a scenario can be.", "Check that it is the file that was meant."),
    code("file.unreadable", "The file or folder cannot be read.", "Check the path and the permissions."),
    code("file.unwritable", "The file cannot be written.", "Check the path, the permissions and the space left."),
    code("id.not-known", "The number that an id names is not known, because an input of it is missing.", "`adit risk` lists what is missing."),
    code("id.unknown", "An id names no number.", "Write an id that a table shows; the nearest ones are named."),
    code("import.broken-gzip", "A compressed file is cut or damaged: its own checksum does not fit.", "Fetch it again."),
    code("import.cut", "A publisher's file ends in the middle of a line or has no rows.", "Fetch it again; if it is whole, end its last line with a line break."),
    code("import.encoded-twice", "A note: a name was encoded twice in the file and was mended.", "Nothing to do; the mended name is taken."),
    code("import.geojson", "A file of boundaries is not readable GeoJSON, or a region in it is not whole: its code, name or boundary.", "Fetch it again; take GeoJSON in degrees (EPSG:4326), one level in each file."),
    code("import.incomplete", "A publisher's file lacks rows that its edition has.", "Fetch it again."),
    code("import.no-file", "No file was named to be imported.", "Name the publisher's files."),
    code("import.no-percent-sign", "A note: a share is printed without its percent sign and was read as percent.", "Nothing to do; the figure stands as it is."),
    code("import.not-text", "The file is a spreadsheet, an archive, UTF-16 or damaged, not CSV.", "Export the sheet as CSV in UTF-8, or fetch the file again."),
    code("import.other-vintage", "A note: a file has codes of regions that the tables do not know, mostly of level 3 in earlier vintages.", "Nothing to do; the figures of those codes were left out."),
    code("import.stage", "The name of a material fixes a stage, and the row says another one.", "Fetch the file again."),
    code("import.sum-differs", "A note: the countries of a table do not add to the total printed below them.", "Nothing to do; all figures stand as they are."),
    code("import.twice", "Two of the files named hold the same.", "Name one of the two."),
    code("import.unknown-file", "The header is that of none of the files that the importer reads.", "Name the publisher's own file; the hint says which columns were expected."),
    code("import.value-differs", "A note: a sector's value added is printed differently in different lines.", "Nothing to do; the value printed most often is taken."),
    code("import.which-supply", "World supply and EU sourcing have the same columns, and the file's name says neither.", "Keep the publisher's file name."),
    code("import.which-vintage", "A file of boundaries is of one vintage of the nomenclature, and its name does not say which.", "Keep the publisher's file name, which has the year in it."),
    code("import.withdrawn", "A note: the file no longer has sites that the base has.", "Nothing to do; the sites of the base stay."),
    code("lock.base", "A note: the built-in data are others than when the lock was written.", "Look at the results again, then write the lock again."),
    code("lock.file-added", "A note: a file is new since the lock was written.", "Write the lock again when the workspace is as it should be."),
    code("lock.file-changed", "A note: a file changed since the lock was written.", "Write the lock again when the workspace is as it should be."),
    code("lock.file-removed", "A note: a file is gone since the lock was written.", "Write the lock again when the workspace is as it should be."),
    code("lock.not-readable", "`adit.lock` is damaged or was edited.", "Delete it and write it again."),
    code("lock.version", "A note: the lock was written by another version of adit.", "Look at the results again, then write the lock again."),
    code("manifest.base-changed", "A warning: the workspace was made for other built-in data than those of this adit.", "Look at the results again, then write the hash that the hint names."),
    code("manifest.blank", "A key of `adit.toml` has nothing in its quotes.", "Fill it in."),
    code("manifest.edition", "`adit.toml` names an edition that there is not.", "Write one that the hint names."),
    code("manifest.format", "`adit.toml` has no format, or one that this adit does not read.", "Write format = 1."),
    code("manifest.missing-key", "`adit.toml` lacks a key that it needs.", "Add it."),
    code("manifest.not-readable", "`adit.toml` is not TOML that can be read.", "Correct the place that the finding points at."),
    code("manifest.region", "A region is not written as a NUTS code.", "Write codes such as FI1D or ES43."),
    code("manifest.unknown-key", "`adit.toml` has a key that adit does not know.", "Correct its name or remove it."),
    code("manifest.wrong-type", "A key of `adit.toml` holds a value of the wrong type.", "Write the type that the finding names."),
    code("model-file.blank", "A key of a model file has nothing in its quotes.", "Fill it in, or remove the line."),
    code("model-file.circle", "A composition contains itself.", "Take it out of what it contains."),
    code("model-file.contents-over", "The contents of a product, or the parts of something, add up to more than all of it. Of a product this is a warning, as contents may overlap.", "Lower them, or name the unit of amounts that are no shares: `material_unit`."),
    code("model-file.correlation", "A correlation is not one number from -1 to 1 between two different uncertain parameters, or the correlations contradict each other.", "Write `between` with two paths of `[uncertain]`, and a `rho` that the others allow."),
    code("model-file.distribution", "A distribution is not known, its parameters are impossible, or it lies where its parameter cannot be. A warning: part of it lies there, and is cut.", "Write the parameters that the hint names."),
    code("model-file.driver", "Two keys say the same thing in two ways, or one says nothing without another.", "Keep the one that is meant."),
    code("model-file.empty-list", "A list has nothing in it.", "Write what belongs there, or remove the line."),
    code("model-file.endless-loop", "What enters a loop of processes never leaves it.", "Let a share of one of its flows leave the loop."),
    code("model-file.format", "A model file has a format that this adit does not read.", "Write `format = 1`, or leave it out."),
    code("model-file.gap", "A file has no value for a year of the model.", "Add a row for every year of `[time]`."),
    code("model-file.layer", "Something contains what is of a layer above it.", "Components contain materials, materials contain elements: change `[layers]` or `[composition]`."),
    code("model-file.length", "A list has not one number for each year, or a point of years is not a pair.", "Write one number for each year, and points as `[year, value]`."),
    code("model-file.lifetime", "A lifetime is not known, or there are two of them.", "Write one of the kinds that the hint names."),
    code("model-file.missing-key", "A model file lacks a key that it needs.", "Add it; the hint says what belongs there."),
    code("model-file.negative-inflow", "A stock falls faster than its goods leave, so that it would need a negative inflow.", "Write `negative_inflow = \"retire\"` for early retirement, raise the stock, or shorten the lifetime."),
    code("model-file.no-initial-cohorts", "A warning: nothing is said of the age of the first stock, which therefore counts as new.", "Write `initial_cohorts` with the ages of what stood there."),
    code("model-file.not-a-share", "A yield, content or transfer coefficient is not within 0 to 1.", "Write fractions, not percent: 0.25, not 25."),
    code("model-file.not-readable", "A model file is not TOML that can be read.", "Correct the place that the finding points at."),
    code("model-file.not-run", "The model cannot be run as it stands; the finding says why, and in which year.", "Read what it says: it names what to change."),
    code("model-file.not-used", "A warning: a file has rows that no series of the model uses.", "Correct the name, or add the series."),
    code("model-file.number", "A number is not finite, or not in the range of its key.", "Write a number in the range that the finding names."),
    code("model-file.outside", "A file that a model file names is not in its folder.", "Put it beside the model file or below it."),
    code("model-file.route-shares", "The routes of one series take more than all of its outflow.", "Give each a `share`, at most 1 together."),
    code("model-file.shares-sum", "The shares of the flows out of a process do not add up to 1.", "Add the missing flow, or correct the shares."),
    code("model-file.survival", "A survival table rises, or begins with nothing.", "Write the part that is left at the age of 0, 1, 2, ... years, never rising."),
    code("model-file.too-large", "The model is larger than one run can be.", "Split it, or take fewer years; the hint names the limit."),
    code("model-file.too-many-problems", "A model file has more problems than are listed.", "Mend the first ones, or check that it is the file that was meant."),
    code("model-file.twice", "A name or path stands twice.", "Give each its own, or keep one."),
    code("model-file.unit", "A material is counted in different units in different series.", "Give the series the same `material_unit`."),
    code("model-file.unknown-key", "A model file has a key that adit does not know.", "Correct its name or remove it; the nearest ones are named."),
    code("model-file.unknown-name", "A name refers to a series, process, material or row that there is not.", "Write one that the hint names."),
    code("model-file.unknown-path", "A path of `[uncertain]` means no parameter of the model.", "Write a path that the hint names."),
    code("model-file.unknown-word", "A key holds a word that is none of those that it can have.", "Write one of the words that the hint names."),
    code("model-file.wrong-type", "A key of a model file holds a value of the wrong type.", "Write the type that the finding names."),
    code("model-file.years", "Years do not rise, are no whole numbers, or are not those of the model.", "Write whole years in rising order, each once."),
    code("name.unknown", "A material, country or code is not known.", "Write the id or name that the hint suggests."),
    code("name.unknown-document", "There is no document or table of that name.", "Write one that the hint names."),
    code("name.unknown-edition", "There is no edition of that name.", "Write one that the hint names."),
    code("name.unknown-material", "There is no material of that name.", "Write one that the hint names."),
    code("name.unknown-place", "There is no place of that name.", "Write an ISO code such as FI, or a country's name."),
    code("name.unknown-region", "There is no region of that code or name, or there are several.", "Write a NUTS code; the nearest ones are named."),
    code("package.broken", "The data built into this adit are broken.", "Report it; this is a fault of adit."),
    code("plan-file.blank", "A text in a plan file is blank.", "Fill it in, or remove the line."),
    code("plan-file.country", "The country of a plan file is no code of two letters.", "Write the ISO code, as PT."),
    code("plan-file.date", "A date of a plan file is no day of the calendar, or lies far outside the years of the Act.", "Write year, month and day, as 2026-09-01."),
    code("plan-file.format", "The plan file has a format that this adit does not read.", "Write format = 1."),
    code("plan-file.missing-key", "A table of a plan file lacks a key that it must have.", "Write the key that the finding names."),
    code("plan-file.not-readable", "The plan file is not TOML that can be read.", "Correct the place that the finding points at."),
    code("plan-file.region", "A region of a plan file is no NUTS code.", "Write the code of a region, as FI1D5."),
    code("plan-file.too-large", "The file is larger than a plan file can be.", "Check that it is the file that was meant."),
    code("plan-file.too-many-problems", "A plan file has more problems than are listed.", "Mend the first ones."),
    code("plan-file.unknown-key", "A table of a plan file has a key that is not known.", "Write one of the keys that the finding names."),
    code("plan-file.unknown-word", "A word of a plan file is not one of those that its key has.", "Write one of the words that the finding names."),
    code("plan-file.wrong-type", "A value of a plan file is of another type than its key.", "Write what the finding asks for."),
    code("portfolio.blank", "A text in a portfolio is blank.", "Fill it in, or remove the line."),
    code("portfolio.circular", "Projects of a portfolio need each other in a circle, or one names itself.", "Make them one project, or let one of them start first."),
    code("portfolio.contradiction", "Two rules of a portfolio cannot both be met, whatever is chosen.", "Remove one of the two, or loosen it."),
    code("portfolio.duplicate", "A project, instrument or flow stands in a portfolio twice.", "Keep one of the two."),
    code("portfolio.format", "The portfolio has a format that this adit does not read.", "Write format = 1."),
    code("portfolio.missing-key", "A table of a portfolio lacks a key that it must have.", "Write the key that the finding names."),
    code("portfolio.not-readable", "The portfolio is not TOML that can be read.", "Correct the place that the finding points at."),
    code("portfolio.number", "A number of a portfolio lies outside its range, such as a negative investment.", "Write a number in the range that the finding names."),
    code("portfolio.pair", "Two numbers of a portfolio are not in rising order.", "Write the smaller one first."),
    code("portfolio.too-large", "The file is larger than a portfolio can be.", "Check that it is the file that was meant."),
    code("portfolio.too-many-problems", "A portfolio has more problems than are listed.", "Mend the first ones."),
    code("portfolio.unknown-id", "A portfolio names a project, instrument, fund, material or place that there is not.", "Write one of the names that the finding suggests."),
    code("portfolio.unknown-key", "A table of a portfolio has a key that is not known.", "Write one of the keys that the finding names."),
    code("portfolio.unknown-word", "A word of a portfolio is not one of those that its key has.", "Write one of the words that the finding names."),
    code("portfolio.wrong-type", "A value of a portfolio is of another type than its key.", "Write what the finding asks for."),
    code("portfolio.years", "A year of a portfolio is none, or lies outside the plan.", "Write a year of the plan."),
    code("portfolio.zero-budget", "A warning: a fund of a portfolio has no money.", "Write what there is, in million euro."),
    code("project.blank", "A key of a project file has nothing in its quotes.", "Fill it in, or remove the line."),
    code("project.contained", "A warning: a project gives a figure and no contained tonnes, which are what the models count.", "Write `contained`, in tonnes a year of the reference form."),
    code("project.file-name", "The name of a project file is not an id.", "Name it with small letters, digits and hyphens: `keliber.toml`."),
    code("project.form", "A month, year or UNFC class is not written as such.", "Write it as the hint shows."),
    code("project.format", "A project file has no format, or one that this adit does not read.", "Write format = 1."),
    code("project.missing-key", "A project file lacks a key that another one needs.", "Add it."),
    code("project.needs", "A project names another one that there is not.", "Write the id of a project that `adit facts project-capacities` lists."),
    code("project.not-readable", "A project file is not TOML that can be read.", "Correct the place that the finding points at."),
    code("project.outside-region", "The coordinates of a site are outside the region that it names.", "Correct the coordinates or the region; the hint says what is near."),
    code("project.region", "The region of a site is not known, or is none of level 2.", "Write the code that the hint suggests."),
    code("project.region-read", "A note: a name, or a code of another level or year, was read as a region of level 2.", "Write that code, so that it is plain."),
    code("project.sea", "The coordinates of a site are in the sea.", "Correct them; latitude is north, longitude east."),
    code("project.twice", "Two places of a workspace give the same project, material and stage.", "Keep one of the two."),
    code("project.unknown-key", "A project file has a key that adit does not know.", "Correct its name or remove it."),
    code("project.wrong-type", "A key of a project file holds a value of the wrong type.", "Write the type that the finding names."),
    code("question.file", "A file of the question has errors.", "Mend the places that the findings name."),
    code("question.no-appraisal", "The project cannot be appraised as asked.", "Read what the error says: an input is unknown, or a value makes no sense."),
    code("question.no-game", "The game of regions cannot be played as asked.", "Read what the error says: regions must not lie in each other, and a figure must be known."),
    code("question.no-outlook", "The case of the Outlook cannot be answered as asked.", "Read what the error says: levers, values and years must be those of the case."),
    code("question.no-stage", "The material has no such stage.", "Ask about the other stage."),
    code("question.not-in-edition", "The material is not part of that edition.", "Ask about another edition."),
    code("question.not-solved", "The portfolio could not be solved.", "Read what the error says: more time, or other measures."),
    code("question.too-many-draws", "More draws are asked for than one answer computes.", "Ask for fewer."),
    code("question.too-much", "One request asks for more sets or draws than the server computes at once.", "Ask for fewer, or use the command line, which has no such limit."),
    code("question.unknown-word", "A word of the question is not one of those that its place allows.", "Write one that the hint names."),
    code("question.unreadable", "A part of the question cannot be read.", "Write it as the hint shows."),
    code("question.what-if", "A what-if makes no sense for that material.", "Read what the error says, and ask again."),
    code("question.what-if-needs-material", "A what-if needs a material.", "Name one, as in `adit risk lithium --add FI=0.25`."),
    code("round-file.wrong", "A file that describes a round of weighing is not as it must be.", "Look at that line; the hint says what belongs there."),
    code("round.damaged", "The record of a round does not hold: something in it was changed or cut.", "Compare with a backup and with heads that were published; do not use the result."),
    code("scenario.amount", "The amount of a change is not a number in the possible range, with low <= value <= high.", "Write shares, rates and import reliance as fractions: 0.25, not 25."),
    code("scenario.format", "The scenario has a format that this adit does not read.", "Write format = 1."),
    code("scenario.not-readable", "The scenario is not TOML that can be read, or has keys that scenarios do not have.", "Correct the place that the finding points at."),
    code("scenario.operation", "A change has none of set, add and scale, or more than one.", "Keep exactly one of them."),
    code("scenario.unknown-fact", "A change means no fact of the package.", "Write a key or pattern that `adit facts TABLE` lists."),
    code("study.import-reliance", "A warning: the import share of EU sourcing contradicts the published import reliance.", "Nothing to do; both stand as published."),
    code("study.shares-missing", "A warning: the published shares of a list sum to less than everything.", "Nothing to do; what is missing is in the bounds, never renormalised."),
    code("study.shares-over", "A warning: the published shares of a list sum to more than everything.", "Nothing to do; they stand as published."),
    code("study.use-repeated", "A warning: a use of a material is printed twice.", "Nothing to do; both lines stand as published."),
    code("study.uses-over", "A warning: the published uses of a material sum to more than everything.", "Nothing to do; they stand as published."),
    code("trade.no-country", "A note: flows of trade are left out, because their code of a country is of no country that adit has.", "Nothing to do; dissolved states and areas not specified have no row in `countries`."),
    code("trade.two-sources", "A file of trade names more than one source.", "Write the same source in every row of the file."),
    code("trade.unknown-code", "A flow is of a good that `trade-codes` does not describe.", "Add the good to `trade-codes.csv`, with the material it carries, or leave the flow out."),
    code("trade.year", "A year of trade is not one that can be.", "Write a year from 1995 on; a file of a workspace is called after its year."),
    code("value.impossible", "A cell is not a number of its column, or lies outside the possible range.", "Write the number as the hint shows."),
    code("value.unknown-word", "A cell holds a word that its column does not have.", "Write one of the words that the finding names."),
    code("voice-file.wrong", "A file with an entry for the record of a project is not as it must be.", "Look at that line or field; the hint says what belongs there."),
    code("voice.damaged", "The record of a project does not hold: something in it was changed, rewritten or cut.", "Compare with a backup and with heads that were published."),
    code("weights.all-zero", "A weight vector gives no criterion any weight.", "Give at least one criterion a weight, or remove the row."),
    code("weights.negative", "A weight is below 0.", "Write weights from 0 up; where less of a criterion is better, turn the criterion round."),
    code("weights.not-readable", "A workbook of criteria or weights cannot be read.", "Save it again as xlsx, or as CSV in UTF-8."),
    code("weights.repeated", "A warning: a participant's row stands twice with the same weights.", "Remove one of the two, if it was pasted twice."),
    code("weights.too-many", "There are more alternatives, criteria or weight vectors than are weighed at once.", "Keep those that are to be compared."),
    code("weights.two-groups", "A participant stands in two groups.", "Write the same group in each of the participant's rows."),
    code("workspace.no-folder", "The folder cannot be opened as a workspace.", "Name a folder with an `adit.toml`, or make one with `adit init DIR`."),
    code("workspace.not-empty", "A new workspace would be made in a folder that is not empty.", "Name a new folder."),
    code("workspace.not-read", "A warning: a file lies where only files of another kind are read.", "Save it as that kind, or keep it elsewhere."),
    code("workspace.override", "A note: a value of the workspace lies over one of the base.", "Nothing to do; both values are kept and named."),
    code("workspace.sector", "A warning: a use names a sector without value added, so that it adds nothing to economic importance.", "Correct the code, or add the sector in `value-added.csv`."),
    code("workspace.sum", "A warning: with the rows of the workspace, the shares of a list sum to more than everything.", "Lower the other shares of the list by rows of their own."),
    code("workspace.unknown-table", "A file in `facts/` has the name of no table.", "Rename it to the table that it belongs to."),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::CODES;

    #[test]
    fn codes_are_in_order_and_explained() {
        assert!(CODES.is_sorted_by(|a, b| a.code < b.code));
        for code in CODES {
            assert!(code.means.ends_with('.') && code.mend.ends_with('.'), "{}", code.code);
        }
    }

    /// Looks through the source text of all crates: a code that is used and not listed, or listed and not used, fails.
    #[test]
    fn the_list_holds_the_codes_that_are_used() {
        let mut used = BTreeSet::new();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap() {
            collect(&entry.unwrap().path().join("src"), &mut used);
        }
        let listed: BTreeSet<String> = CODES.iter().map(|code| code.code.to_owned()).collect();
        let missing: Vec<_> = used.difference(&listed).collect();
        assert!(missing.is_empty(), "not in finding/codes.rs: {missing:?}");
        let unused: Vec<_> = listed.difference(&used).collect();
        assert!(unused.is_empty(), "listed and not used anywhere: {unused:?}");
    }

    fn collect(path: &Path, used: &mut BTreeSet<String>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                collect(&entry.unwrap().path(), used);
            }
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("finding/codes.rs") {
            let text = fs::read_to_string(path).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap();
            let families: BTreeSet<&str> = CODES.iter().filter_map(|code| code.code.split('.').next()).collect();
            let literals = shipped.split('"');
            used.extend(literals.filter(|text| is_code(text, &families)).map(str::to_owned));
            for maker in ["Finding::error(", "Finding::warning(", "Finding::note("] {
                let after = shipped.split(maker).skip(1).map(str::trim_start);
                used.extend(after.filter_map(|rest| rest.strip_prefix('"')?.split('"').next()).map(str::to_owned));
            }
        }
    }

    /// `family.what-is-wrong`, of a family that there is.
    fn is_code(text: &str, families: &BTreeSet<&str>) -> bool {
        let shape = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
        };
        text.split_once('.').is_some_and(|(family, rest)| families.contains(family) && shape(rest))
    }
}
