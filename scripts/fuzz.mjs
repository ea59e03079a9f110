// Throws broken bytes at the doors for CSV and TOML, through the real binary: studies, fact tables, scenarios, manifests,
// locks, publishers' files. The binary must end by itself, with exit code 0, 1 or 2, without a panic, and write nothing.
//
//   node scripts/fuzz.mjs BINARY [SECONDS] [SEED]      what fails is kept under target/fuzz/
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [binary, seconds = "300", seed = "1"] = process.argv.slice(2);
const PATIENCE_MS = 20_000;

// A small generator with a seed (mulberry32), so that a run can be repeated.
let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const table = (name, lines) => readFileSync(join(root, "data", name), "utf8").split("\n").slice(0, lines).join("\n") + "\n";
const HEADER = "material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr\n";
const STUDY = `${HEADER}magnesium,processing,both,4.70,5.38,100,13,0.94,4.1\nlithium,extraction,gs,0.84,,81,0,0.94,0.8\ncopper,processing,eus,,1.1,N/A,55,0.7,0.2\n`;
const SCENARIO = 'format = 1\nname = "a"\n[[change]]\nfact = "eu-supply/ec-2023/lithium/processing/*/share"\nscale = 0.75\n[[change]]\nfact = "recycling/ec-2023/lithium/eol-rir"\nset = { value = 0.2, low = 0.1, high = 0.3 }\n';
const sourced = (text) => text.trimEnd().split("\n").map((line, at) => `${line},${at === 0 ? "source" : "own"}`).join("\n") + "\n";

// Where the broken file goes, what it is made from, and what is asked.
const DOORS = [
  { file: "study.csv", seed: STUDY, ask: ["audit", "study.csv"] },
  { file: "s.toml", seed: SCENARIO, ask: ["risk", "lithium", "--scenario", "s.toml"] },
  ...["cars", "copper-in-buildings"].map((name) => ({ file: "m.toml", seed: readFileSync(join(root, `examples/outlook/${name}.toml`), "utf8"), ask: ["outlook", "m.toml", "--draws", "8"] })),
  ...["late-report", "extension"].map((name) => ({ file: "c.toml", seed: readFileSync(join(root, `examples/clock/${name}.toml`), "utf8"), ask: ["clock", "c.toml", "--as-of", "2026-11-23", "--draws", "8"] })),
  ...["silent", "upper-valley"].map((name) => ({ file: "p.toml", seed: readFileSync(join(root, `examples/plans/${name}.toml`), "utf8"), ask: ["plan", "p.toml"] })),
  // What is sound is stopped at a database that there is not: nothing is written.
  ...["lithium-2026", "barranco-2026"].map((name) => ({ file: "r.toml", seed: readFileSync(join(root, `examples/rounds/${name}.toml`), "utf8"), ask: ["round", "open", "r.toml", "--db", "nowhere"] })),
  ...["02-concern", "06-promise", "08-consultation"].map((name) => ({ file: "v.toml", seed: readFileSync(join(root, `examples/records/barranco/${name}.toml`), "utf8"), ask: ["voice", "add", "barranco", "v.toml", "--db", "nowhere"] })),
  { file: "w/adit.toml", seed: null, ask: ["check", "--workspace", "w"] },
  { file: "w/adit.lock", seed: null, ask: ["check", "--workspace", "w"] },
  ...["recycling", "eu-supply", "end-uses", "governance", "materials", "countries", "law-lists", "substitution", "sources"].map((name) => ({
    file: `w/facts/${name}.csv`, seed: sourced(table(`${name}.csv`, 6)), ask: pick([["check", "--workspace", "w"], ["risk", "--workspace", "w"]]),
  })),
  { file: "annex.csv", seed: "Material,Country,Stage,Share,t\nLithium,Chile,E,44%,1\n", ask: ["import", "ec-annex", "annex.csv", "-o", "made"] },
  { file: "wgi.csv", seed: "code,countryname,year,indicator,estimate,stddev,nsource,pctrank\nFIN,Finland,2018,cc,2.2,0.1,9,99\n", ask: ["import", "wgi", "wgi.csv", "-o", "made"] },
];
const WORDS = ["", ",", '"', '""', "\n", "\r\n", "\0", "\ufeff", "1e999", "-1", "NaN", "inf", "101", "1e-320", "<", "<0.1", ">0", "%", "N/A", "=", "[[", "]]", "'''", "#", "9".repeat(400), "é", "\u202e", "../../etc/passwd", "lithium", "0x10", "true", "1979-05-27"];

function broken(seed) {
  let bytes = Buffer.from(seed);
  for (let n = 1 + below(4); n > 0; n -= 1) {
    const at = below(bytes.length + 1);
    const to = Math.min(bytes.length, at + below(12));
    const cut = (middle) => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(to)]);
    const lines = bytes.toString("latin1").split("\n");
    bytes = pick([
      () => cut(Buffer.from([below(256), below(256)])),
      () => cut(Buffer.from(pick(WORDS))),
      () => cut(Buffer.alloc(0)),
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes, bytes.subarray(at)]),
      () => { lines.splice(below(lines.length), 0, pick(lines)); return Buffer.from(lines.join("\n"), "latin1"); },
      () => { const line = below(lines.length), cells = lines[line].split(","); cells[below(cells.length)] = pick(WORDS); lines[line] = cells.join(","); return Buffer.from(lines.join("\n")); },
      () => cut(Buffer.alloc(1 << below(18), pick(["a", ",", "9", '"', "\n", "["]))),
    ])();
  }
  return bytes;
}

const folder = mkdtempSync(join(tmpdir(), "adit-fuzz-"));
const adit = (args) => spawnSync(resolve(binary), args, { cwd: folder, encoding: "utf8", timeout: PATIENCE_MS, maxBuffer: 1 << 28 });
const list = () => readdirSync(folder, { recursive: true }).sort().join("\n");
adit(["init", "w"]);
adit(["check", "--lock", "--workspace", "w"]);
for (const door of DOORS) door.seed ??= readFileSync(join(folder, door.file), "utf8");
cpSync(join(folder, "w"), join(folder, "clean"), { recursive: true });

const until = Date.now() + Number(seconds) * 1000;
let tries = 0;
let failures = 0;
while (Date.now() < until && failures < 20) {
  const door = pick(DOORS);
  const bytes = broken(door.seed);
  rmSync(join(folder, "w"), { recursive: true });
  cpSync(join(folder, "clean"), join(folder, "w"), { recursive: true });
  writeFileSync(join(folder, door.file), bytes);
  const before = list();
  const { status, signal, stderr } = adit(door.ask);
  tries += 1;
  const wrote = door.ask[0] === "import" && status === 0 ? false : list() !== before;
  if (![0, 1, 2].includes(status) || stderr.includes("panicked") || wrote) {
    failures += 1;
    const kept = join(root, "target/fuzz", `${seed}-${tries}`);
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, door.file.replaceAll("/", "_")), bytes);
    console.error(`adit ${door.ask.join(" ")}: ${signal ?? `exit code ${status}`}${wrote ? ", wrote something" : ""}; the file is in ${kept}\n${stderr.slice(0, 500)}`);
  }
  rmSync(join(folder, "made"), { recursive: true, force: true });
}
rmSync(folder, { recursive: true });
console.log(`seed ${seed}: ${tries - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
