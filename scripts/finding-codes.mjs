// Writes the page of finding codes from the list in the code, which a test holds against the codes that are used.
//
//   node scripts/finding-codes.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const page = join(root, "docs/src/finding-codes.md");
const list = readFileSync(join(root, "crates/adit-facts/src/finding/codes.rs"), "utf8");
const FAMILIES = {
  file: "Files", csv: "Tables", value: "Values", name: "Names", id: "Ids", fact: "Facts", workspace: "Workspaces", manifest: "adit.toml", project: "Projects of a workspace", lock: "adit.lock",
  "model-file": "Model files", scenario: "Scenarios", question: "Questions", import: "Importers", trade: "Trade", balance: "Balances", study: "What is odd in a published study", package: "The built-in data",
};

const text = (literal) => JSON.parse(`"${literal}"`).replaceAll("|", "\\|");
const codes = [...list.matchAll(/^    code\("([^"]+)", "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\),$/gm)].map(([, code, means, mend]) => ({ code, means: text(means), mend: text(mend) }));
const families = [...new Set(codes.map(({ code }) => code.split(".")[0]))];
if (codes.length === 0) {
  console.error("no codes found in finding/codes.rs");
  process.exit(1);
}

const order = [...new Set([...Object.keys(FAMILIES), ...families])];
const sections = order.filter((family) => families.includes(family)).map((family) => {
  const rows = codes.filter(({ code }) => code.startsWith(`${family}.`)).map(({ code, means, mend }) => `| \`${code}\` | ${means} | ${mend} |`);
  return [`## ${FAMILIES[family] ?? family}`, "", "| code | what it means | what to do |", "| --- | --- | --- |", ...rows, ""].join("\n");
});
const now = readFileSync(page, "utf8");
const fresh = `${now.slice(0, now.indexOf("\n## ") + 1)}${sections.join("\n")}`;
if (fresh === now) {
  console.log(`${codes.length} finding codes are described`);
} else if (process.argv.includes("--check")) {
  console.error("docs/src/finding-codes.md is not what crates/adit-facts/src/finding/codes.rs says, run `make generate`");
  process.exitCode = 1;
} else {
  writeFileSync(page, fresh);
  console.log(`${codes.length} finding codes are written`);
}
