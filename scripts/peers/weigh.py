"""Acceptability beside numpy, both in one run: prints the table of docs/src/benchmarks.md.

    scripts/peers.sh weigh     builds adit's bench and calls this

numpy in its best form: utilities as one product of matrices, one stable sort of each row, counts by bincount, central
weights as a product; the vectors in two halves on two threads (sorting releases the lock), or in one where that is faster.
The counts of both halves are added. Same sizes as crates/adit-model/benches/smaa.rs; numbers evenly spread, as there.
"""

import argparse
import datetime
import os
import platform
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from table import machine, ours_of, seconds

ALTERNATIVES, CRITERIA, VECTORS, STAKEHOLDERS = 100, 12, 10_000, 1_000


def count(scores, weights):
    """Rank counts, and sums and numbers of the vectors that rank each alternative first."""
    order = np.argsort(-(weights @ scores.T), axis=1, kind="stable")
    places = order * ALTERNATIVES + np.arange(ALTERNATIVES)
    ranks = np.bincount(places.ravel(), minlength=ALTERNATIVES**2).reshape(ALTERNATIVES, ALTERNATIVES)
    first = np.zeros((len(weights), ALTERNATIVES))
    first[np.arange(len(weights)), order[:, 0]] = 1.0
    return ranks, first.T @ weights


def in_halves(pool, scores, weights):
    half = len(weights) // 2
    one = pool.submit(count, scores, weights[:half])
    ranks, sums = count(scores, weights[half:])
    more, other = one.result()
    return ranks + more, sums + other


def pairs(scores, weights):
    """Who stands before whom, alternative by alternative."""
    utility = weights @ scores.T
    return np.stack([(utility[:, i, None] > utility).sum(axis=0) for i in range(ALTERNATIVES)])


def median(work, repeats):
    def once():
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    once()
    return statistics.median(once() for _ in range(repeats))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--ours", required=True, metavar="BENCH", help="the built bench")
    asked = arguments.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count()
    random = np.random.default_rng(7)
    scores = random.random((ALTERNATIVES, CRITERIA))
    sets = [random.dirichlet(np.ones(CRITERIA), VECTORS) for _ in range(50)]
    with ThreadPoolExecutor(1) as pool, ThreadPoolExecutor(cores) as wide:
        one = min(median(lambda: count(scores, sets[0]), 15), median(lambda: in_halves(pool, scores, sets[0]), 15))
        with_pairs = one + median(lambda: pairs(scores, sets[0]), 5)
        many = median(
            lambda: list(wide.map(lambda at: count(scores, sets[at % len(sets)]), range(STAKEHOLDERS))), 1
        )
    rows = [
        ("one stakeholder, 10 000 weight vectors", "one_stakeholder", 0.002, one),
        ("the same with who stands before whom", "one_stakeholder_with_pairs", None, with_pairs),
        ("1 000 stakeholders of 10 000 weight vectors", "a_thousand_stakeholders", 1.5, many),
    ]
    print(f"| what | goal | adit, {cores} threads | one thread | numpy {np.__version__}, {cores} threads | times faster |")
    print("| --- | --- | --- | --- | --- | --- |")
    for title, name, goal, theirs in rows:
        fast, single = (ours_of(asked.ours, f"smaa::asked::{name}", name, threads)[0] for threads in (cores, 1))
        goal = seconds(goal) if goal else ""
        print(f"| {title} | {goal} | {seconds(fast)} | {seconds(single)} | {seconds(theirs)} | {theirs / fast:.1f} |")
    print(
        f"\n100 alternatives, 12 criteria. {machine()}, load {load:.2f} at the start, {datetime.date.today()}; "
        f"Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
