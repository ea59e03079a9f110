// Runs every `console` block of the documents in an empty folder with the real binary, and compares what it prints.
//
//   node scripts/console.mjs BINARY            a document that shows another output is an error
//   node scripts/console.mjs BINARY --write    write the present output into the documents
//
// A line `$ COMMAND` is run; the lines after it, up to the next `$` or the end of the block, are its output (standard
// error too). A line `…` stands for whatever is left out: before it the output must agree, after it nothing is compared.
// Blocks of one file share one folder, in order, so that a session can go on.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [binary, mode] = process.argv.slice(2);
if (binary === undefined) {
  console.error("usage: node scripts/console.mjs BINARY [--write]");
  process.exit(2);
}
const write = mode === "--write";
const CUT = "…";

const tools = mkdtempSync(join(tmpdir(), "adit-bin-"));
symlinkSync(resolve(binary), join(tools, "adit"));
const env = { ...process.env, PATH: `${tools}:${process.env.PATH}`, LC_ALL: "C.UTF-8", NO_COLOR: "1", COLUMNS: "80" };

/** Runs a command; answers with what it printed and the folder it ended in. */
function run(command, folder) {
  const mark = "\u0001";
  const { stdout } = spawnSync("bash", ["-c", `exec 2>&1; ${command}\nprintf '\\n${mark}%s' "$PWD"`], { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const at = stdout.lastIndexOf(`\n${mark}`);
  const printed = stdout.slice(0, at).split("\n").map((line) => line.trimEnd());
  while (printed.at(-1) === "") printed.pop();
  return { printed, folder: stdout.slice(at + 2) };
}

/** The lines of a block with the outputs of its commands as they are now. */
function replay(lines, session) {
  const fresh = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++];
    fresh.push(line);
    if (!line.startsWith("$ ")) continue;
    const shown = [];
    while (at < lines.length && !lines[at].startsWith("$ ")) shown.push(lines[at++]);
    const { printed, folder } = run(line.slice(2), session.folder);
    session.folder = folder;
    session.commands += 1;
    const cut = shown.indexOf(CUT);
    fresh.push(...(cut < 0 ? printed : [...printed.slice(0, Math.max(cut, 1)), CUT]));
  }
  return fresh;
}

const book = join(root, "docs/src");
const files = [join(root, "README.md"), ...readdirSync(book, { recursive: true }).filter((name) => name.endsWith(".md")).sort().map((name) => join(book, name))];
let commands = 0;
let stale = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (!text.includes("```console\n")) continue;
  const start = mkdtempSync(join(tmpdir(), "adit-session-"));
  const session = { folder: start, commands: 0 };
  const fresh = text.replace(/^```console\n([\s\S]*?)^```$/gm, (block, body) => {
    const lines = replay(body.replace(/\n$/, "").split("\n"), session);
    const now = `\`\`\`console\n${lines.join("\n")}\n\`\`\``;
    if (now !== block && !write) console.error(`${relative(root, file)} shows another output than:\n${now}\n`);
    return now;
  });
  rmSync(start, { recursive: true });
  commands += session.commands;
  if (fresh !== text) {
    stale += 1;
    if (write) writeFileSync(file, fresh);
  }
}
rmSync(tools, { recursive: true });
console.log(`${commands} commands of the documents were run${stale === 0 ? ", and print what the documents show" : `; ${stale} documents ${write ? "are written anew" : "are stale: make sessions"}`}`);
process.exitCode = stale === 0 || write ? 0 : 1;
