"""Times flodym in its best form and weighs it. Each task runs in a process of its own, so that its peak memory is its own.

    scripts/peers.sh bench             beside adit's own, in one run, as the table of docs/src/benchmarks.md
    python scripts/peers/bench.py      flodym alone, one line of JSON a task

Best form: all draws or series in one array beside time, the model built once; timed is what a new set of parameters
costs: setting them and `compute()`. ODYM does one series at a time in Python loops and is timed on one series.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time

import flodym as fd
import numpy as np

GIB = 2**30
# The process may reserve this much and no more: the machine must live through a task that does not fit it.
LIMIT = 24 * GIB


def parameters(count):
    """Own Weibull parameters for each draw or series; the same spread as adit's bench."""
    k = np.arange(count)
    return 2.5 + 1.5 * ((k * 0.6180339887498949) % 1.0), 12.0 + 8.0 * ((k * 0.7548776662466927) % 1.0)


def build(years, count, direction, timing="middle"):
    dims = fd.DimensionSet(
        dim_list=[
            fd.Dimension(name="Time", letter="t", items=list(range(1951, 1951 + years)), dtype=int),
            fd.Dimension(name="Series", letter="s", items=list(range(count)), dtype=int),
        ]
    )
    shape, scale = parameters(count)
    lifetime = fd.WeibullLifetime(
        dims=dims, inflow_at=timing, weibull_shape=np.tile(shape, (years, 1)), weibull_scale=np.tile(scale, (years, 1))
    )
    model = (fd.InflowDrivenDSM if direction == "inflow" else fd.StockDrivenDSM)(
        dims=dims, name="bench", lifetime_model=lifetime
    )
    t = np.arange(years)
    series = 10.0 * 1.02**t if direction == "inflow" else 1000.0 / (1.0 + np.exp(-(t - 0.45 * years) / (0.16 * years)))
    getattr(model, direction).values[...] = series[:, np.newaxis]
    return model


def draws(years, count, direction, repeats):
    model = build(years, count, direction)
    shape, scale = parameters(count)
    shape, scale = np.tile(shape, (years, 1)), np.tile(scale, (years, 1))

    def once():
        started = time.perf_counter()
        model.lifetime_model.weibull_shape = shape
        model.lifetime_model.weibull_scale = scale
        model.compute()
        return time.perf_counter() - started

    once()
    return statistics.median(once() for _ in range(repeats))


def many(years, count, direction, materials):
    """One task over many series and materials as its arrays would hold it: series and materials beside time."""
    started = time.perf_counter()
    model = build(years, count * materials, direction)
    model.compute()
    return time.perf_counter() - started


def in_blocks(years, count, materials, block):
    """What somebody must write by hand around it: blocks of series, the materials as a product of two matrices."""
    content = np.random.default_rng(1).random((block, materials)) / materials
    started = time.perf_counter()
    total = np.zeros((years, materials))
    for _ in range(count // block):
        model = build(years, block, "inflow")
        model.compute()
        total += model.outflow.values @ content
    assert np.isfinite(total).all()
    return time.perf_counter() - started


TASKS = {
    "draws-1000x100-inflow": lambda: draws(100, 1000, "inflow", 9),
    "draws-1000x100-stock": lambda: draws(100, 1000, "stock", 9),
    "series-5000x80-inflow": lambda: draws(80, 5000, "inflow", 3),
    "series-5000x80-stock": lambda: draws(80, 5000, "stock", 3),
    "series-150000x80-products": lambda: many(80, 150_000, "inflow", 1),
    "series-150000x80x30": lambda: many(80, 150_000, "inflow", 30),
    "series-150000x80x30-blocks": lambda: in_blocks(80, 150_000, 30, 5000),
}


def one(name):
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {"task": name}
    try:
        told["seconds"] = TASKS[name]()
    except MemoryError as error:
        told["failed"] = f"MemoryError: {error}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({**told, "peak_mib": peak / 1024, "imports_mib": before / 1024}))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("task", nargs="*", choices=[*TASKS, []], help="all of them by default")
    arguments.add_argument("--here", action="store_true", help="in this process")
    asked = arguments.parse_args()
    for name in asked.task or TASKS:
        if asked.here:
            one(name)
        else:
            subprocess.run([sys.executable, __file__, "--here", name], check=True)


if __name__ == "__main__":
    main()
