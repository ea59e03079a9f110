"""Times flodym in its best form, and ODYM, and weighs them. Each task has a process, and so a peak memory, of its own.

    python scripts/peers/bench.py TASK      one of them, one line of JSON; scripts/peers.sh bench runs all beside adit's

Best form: all draws or series in one array beside time, the model built once; timed is what a new set of parameters
costs: setting them and `compute()`. ODYM does one series at a time in Python loops.
"""

import argparse
import json
import resource
import statistics
import sys
import time

import flodym as fd
import numpy as np

import peer_odym

GIB = 2**30
# A process may reserve this much and no more: the machine must live through a task that does not fit it.
LIMIT = 24 * GIB


def parameters(count):
    """Own Weibull parameters for each draw or series, as wide as in adit's bench: shapes 1.5 to 4.5, scales 5 to 30 years."""
    random = np.random.default_rng(7)
    return 1.5 + 3.0 * random.random(count), 5.0 + 25.0 * random.random(count)


def driver(years, count):
    """Inflows or stocks of 0 to 100, as in adit's bench: what they are costs nothing."""
    return 100.0 * np.random.default_rng(8).random((years, count))


def build(years, count, direction):
    dims = fd.DimensionSet(
        dim_list=[
            fd.Dimension(name="Time", letter="t", items=list(range(1951, 1951 + years)), dtype=int),
            fd.Dimension(name="Series", letter="s", items=list(range(count)), dtype=int),
        ]
    )
    shape, scale = (np.tile(p, (years, 1)) for p in parameters(count))
    lifetime = fd.WeibullLifetime(dims=dims, inflow_at="middle", weibull_shape=shape, weibull_scale=scale)
    driven = fd.InflowDrivenDSM if direction == "inflow" else fd.StockDrivenDSM
    model = driven(dims=dims, name="bench", lifetime_model=lifetime)
    getattr(model, direction).values[...] = driver(years, count)
    return model


def again(years, count, direction, repeats):
    """Median time of a new set of parameters on a model that is built."""
    model = build(years, count, direction)
    shape, scale = (np.tile(p, (years, 1)) for p in parameters(count))

    def once():
        started = time.perf_counter()
        model.lifetime_model.weibull_shape = shape
        model.lifetime_model.weibull_scale = scale
        model.compute()
        return time.perf_counter() - started

    once()
    return statistics.median(once() for _ in range(repeats))


def whole(years, count):
    """Everything in one array, built and computed."""
    started = time.perf_counter()
    build(years, count, "inflow").compute()
    return time.perf_counter() - started


def in_blocks(years, count, materials, block):
    """What somebody must write around it to fit: blocks of series, and the materials as a product of two matrices."""
    content = np.random.default_rng(1).random((block, materials)) / materials
    started = time.perf_counter()
    model, total = build(years, block, "inflow"), np.zeros((years, materials))
    for _ in range(count // block):
        model.lifetime_model.reset_cached_arrays()
        model.compute()
        total += model.outflow.values @ content
    assert np.isfinite(total).all()
    return time.perf_counter() - started


def odym(clone, years, count):
    module, i = peer_odym.load(clone), driver(years, 1)[:, 0]
    shapes, scales = parameters(count)
    started = time.perf_counter()
    for shape, scale in zip(shapes, scales):
        lifetime = {"shape": float(shape), "scale": float(scale)}
        peer_odym.run(module, range(years), "weibull", lifetime, "end", "inflow", i)
    return time.perf_counter() - started


TASKS = {
    "draws-inflow": lambda asked: again(100, 1000, "inflow", 9),
    "draws-stock": lambda asked: again(100, 1000, "stock", 9),
    "draws-odym": lambda asked: odym(asked.odym, 100, 1000),
    "series-inflow": lambda asked: again(80, 5000, "inflow", 5),
    "series-stock": lambda asked: again(80, 5000, "stock", 5),
    "materials": lambda asked: whole(80, 150_000 * 30),
    "materials-products-only": lambda asked: whole(80, 150_000),
    "materials-in-blocks": lambda asked: in_blocks(80, 150_000, 30, 5000),
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("task", choices=TASKS)
    arguments.add_argument("--odym", metavar="CLONE")
    asked = arguments.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    told = {"task": asked.task, "limit_gib": LIMIT / GIB}
    try:
        told["seconds"] = TASKS[asked.task](asked)
    except MemoryError as error:
        told["failed"] = str(error)
    print(json.dumps({**told, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    sys.exit(main())
