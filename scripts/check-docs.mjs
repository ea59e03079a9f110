// Every link inside the repository's Markdown must lead somewhere: file, heading, image. Every page of the book must
// stand in its summary, every table of the data package on the page about data, and every address of the API on its
// page. Makes no request to any host.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
// `starter` holds what `adit init` writes; its links are meant for a new workspace.
const skipped = new Set(["node_modules", "target", "dist", ".git", ".tools", "test-results", "corpus", "starter"]);
const problems = [];

function* markdown(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdown(path);
    else if (entry.name.endsWith(".md")) yield path;
  }
}

// Code is not prose: a link inside it is an example.
const withoutCode = (text) =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, "")).replace(/`[^`\n]*`/g, (code) => "`".repeat(code.length));

// The anchor that mdBook and code hosts give a heading: lower case, spaces to hyphens, other punctuation dropped.
const anchor = (heading) =>
  heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "").trim().toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");

const anchors = new Map();
function anchorsOf(path) {
  if (!anchors.has(path)) {
    const text = readFileSync(path, "utf8").replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
    anchors.set(path, new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((m) => anchor(m[1]))));
  }
  return anchors.get(path);
}

let links = 0;
for (const path of markdown(root)) {
  const text = withoutCode(readFileSync(path, "utf8"));
  for (const match of text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)|<img src="([^"]+)"/gm)) {
    const target = match[1] ?? match[2] ?? match[3];
    if (/^[a-z][a-z+.-]*:/i.test(target)) continue;
    links += 1;
    const line = text.slice(0, match.index).split("\n").length;
    const [file, fragment] = target.split("#");
    const to = file === "" ? path : join(dirname(path), decodeURI(file));
    if (!existsSync(to)) problems.push(`${relative(root, path)}:${line}: ${target} does not exist`);
    else if (fragment && to.endsWith(".md") && !anchorsOf(to).has(fragment))
      problems.push(`${relative(root, path)}:${line}: ${target}: no such heading`);
  }
}

const book = join(root, "docs/src");
const summary = readFileSync(join(book, "SUMMARY.md"), "utf8");
for (const path of markdown(book)) {
  const page = relative(book, path);
  if (page !== "SUMMARY.md" && !summary.includes(`(${page})`)) problems.push(`docs/src/SUMMARY.md: ${page} is not in it`);
}

const data = readFileSync(join(book, "data.md"), "utf8");
for (const { name } of JSON.parse(readFileSync(join(root, "data/datapackage.json"), "utf8")).resources)
  if (!data.includes(`\`${name}\``)) problems.push(`docs/src/data.md: the table ${name} is not described`);

const api = readFileSync(join(book, "api.md"), "utf8");
for (const path of Object.keys(JSON.parse(readFileSync(join(root, "docs/openapi.json"), "utf8")).paths))
  if (!api.includes(`\`${path.replace("/api/v1", "")}`)) problems.push(`docs/src/api.md: the address ${path} is not described`);

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${links} links lead somewhere` : `${problems.length} problems in the documents`);
process.exitCode = problems.length === 0 ? 0 : 1;
