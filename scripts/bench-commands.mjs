// Times whole commands, from start to end of the process: node scripts/bench-commands.mjs BINARY [RUNS]
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const [binary, runs = "31"] = process.argv.slice(2);
const COMMANDS = ["risk --format json", "audit ec-2023 --format json", "risk --draws 10000 --format json", "flip lithium --format json", "risk lithium --add FI=0.25 --format json", "why risk.sr/magnesium --format json", "region ES41 --format json", "region FI1D --format json", "benchmarks --year 2030 --format json", "together --regions FI1D,ES43,CZ04,FRK1,DE71,DEB3,PT11 --material lithium --format json", "chain lithium --format json", "geopolrisk --format csv", "outlook eu-batteries --draws 1000 --material lithium --format json", "outlook eu-batteries --draws 1000 --format json"];

for (const command of COMMANDS) {
  const times = [];
  for (let run = 0; run < Number(runs); run += 1) {
    const from = process.hrtime.bigint();
    const { status, stderr } = spawnSync(resolve(binary), command.split(" "), { maxBuffer: 1 << 28 });
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
    if (status !== 0) throw new Error(`adit ${command}: exit code ${status}\n${stderr}`);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
  console.log(`${`adit ${command}`.padEnd(50)} median ${at(0.5).padStart(7)} ms   fastest ${at(0).padStart(7)} ms   slowest ${at(1).padStart(7)} ms`);
}
