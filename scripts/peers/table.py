"""Runs both sides one task after the other, each in a process of its own, and prints the table of docs/src/benchmarks.md.

    scripts/peers.sh bench     builds adit's bench and calls this

adit's times are the medians that its bench (divan, crates/adit-model/benches/outlook.rs) prints; peak memory of either
side is the largest resident set of its process, as the kernel counts it.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
from importlib.metadata import version

# What is asked, the bench of adit, the task of bench.py, and the goal in seconds.
ROWS = [
    ("1 000 draws of a 100-year series, driven by inflow", "a_thousand_draws_of_100_years", "draws-inflow", 0.002),
    ("the same, driven by stock", "a_thousand_draws_of_100_years_by_stock", "draws-stock", 0.002),
    ("5 000 series of 80 years, driven by inflow", "five_thousand_series_of_80_years", "series-inflow", 0.015),
    ("the same, driven by stock", "five_thousand_series_of_80_years_by_stock", "series-stock", 0.015),
    ("150 000 series of 80 years, 30 materials", "series_150_000_of_80_years_and_30_materials", "materials", 0.5),
]
UNITS = {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0}


def peak_of(command, **environment):
    """What a command prints, and the largest resident set of its process in MiB."""
    read, write = os.pipe()
    child = subprocess.Popen(command, stdout=write, env={**os.environ, **environment})
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        printed = pipe.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command} failed with {child.returncode}:\n{printed}")
    return printed, usage.ru_maxrss / 1024


def ours(bench, name, threads):
    return ours_of(bench, f"outlook::asked::{name}", name, threads)


def ours_of(bench, path, name, threads):
    """Median time of one bench in seconds, and the peak memory of its process in MiB."""
    printed, peak = peak_of([bench, "--bench", "--exact", path], RAYON_NUM_THREADS=str(threads))
    for line in printed.splitlines():
        columns = [column.strip() for column in line.split("│")]
        if re.search(rf"(?<!\w){name}\s", line) and len(columns) >= 4:
            value, unit = columns[2].split()
            return float(value) * UNITS[unit], peak
    raise SystemExit(f"{bench} has no {name}:\n{printed}")


def theirs(task, clone):
    bench = pathlib.Path(__file__).with_name("bench.py")
    printed, _ = peak_of([sys.executable, str(bench), task, "--odym", clone])
    return json.loads(printed)


def seconds(value):
    if value >= 1:
        return f"{value:.3g} s"
    return f"{1e3 * value:.3g} ms" if value >= 1e-3 else f"{1e6 * value:.3g} µs"


def mebibytes(value):
    return f"{value / 1024:.2g} GiB" if value >= 1024 else f"{value:.0f} MiB"


def their_cells(told):
    if "failed" in told:
        table = re.search(r"([\d.]+) GiB", told["failed"])
        why = f", one table is {float(table[1]):.3g} GiB" if table else ""
        return f"does not fit {told['limit_gib']:.0f} GiB{why}", mebibytes(told["peak_mib"])
    return seconds(told["seconds"]), mebibytes(told["peak_mib"])


def machine():
    model = next(
        (x.split(":")[1].strip() for x in open("/proc/cpuinfo") if x.startswith("model name")), "unknown processor"
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--ours", required=True, metavar="BENCH", help="the built bench")
    arguments.add_argument("--odym", required=True, metavar="CLONE")
    asked = arguments.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count()

    def told(text):
        print(text, file=sys.stderr, flush=True)

    lines = [
        f"| what | goal | adit, {cores} threads | one thread | peak memory | flodym {version('flodym')} | peak memory | times faster |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for title, name, task, goal in ROWS:
        told(title)
        (fast, peak), (single, _) = ours(asked.ours, name, cores), ours(asked.ours, name, 1)
        peer = theirs(task, asked.odym)
        time, memory = their_cells(peer)
        times = f"{peer['seconds'] / fast:,.0f}".replace(",", " ") if "seconds" in peer else ""
        lines.append(
            f"| {title} | {seconds(goal)} | {seconds(fast)} | {seconds(single)} | {mebibytes(peak)} | {time} | {memory} | {times} |"
        )
        if task == "materials":
            for title, task in (
                ("the same, products only, no materials", "materials-products-only"),
                ("the same in 30 blocks of 5 000 series, written by hand", "materials-in-blocks"),
            ):
                told(title)
                peer = theirs(task, asked.odym)
                time, memory = their_cells(peer)
                times = f"{peer['seconds'] / fast:,.0f}".replace(",", " ") if "seconds" in peer else ""
                lines.append(f"| {title} | | | | | {time} | {memory} | {times} |")
    told("ODYM")
    one_by_one = theirs("draws-odym", asked.odym)
    print("\n".join(lines))
    print(
        f"\nODYM, one draw after the other: 1 000 draws of a 100-year series in {seconds(one_by_one['seconds'])}. "
        f"{machine()}, load {load:.2f} at the start, {datetime.date.today()}; Python {platform.python_version()}, "
        f"numpy {version('numpy')}, scipy {version('scipy')}; flodym and numpy use one thread here."
    )


if __name__ == "__main__":
    main()
