"""Runs flodym and ODYM over every kind of lifetime, timing of inflow and direction, and writes what they say.

    scripts/peers.sh parity            the environment is made, the fixture compared with what the peers say now
    scripts/peers.sh parity --write    and written again

By hand, in an environment with requirements.txt and a clone of https://github.com/IndEcol/ODYM:

    python scripts/peers/parity.py --odym CLONE [--write] crates/adit-model/tests/fixtures/outlook-parity.json

Nothing is installed and no code of theirs is copied: the fixture holds numbers, versions and the commit.
"""

import argparse
import json
import math
import platform
from importlib.metadata import version

import numpy as np

import faults
import inputs
import peer_flodym
import peer_odym
import survival

SAME = 1e-12  # another machine's libm may round the last digits apart


def case(peer, how, kind, timing, direction, series, totals, **more):
    """One run. The array that drives stands once under `inputs`; the two that the peer made of it stand here."""
    made = {name: values for name, values in totals.items() if name != direction}
    return {
        "peer": peer,
        "how": how,
        "kind": kind,
        "timing": timing,
        "direction": direction,
        "input": series,
        **more,
        **made,
    }


def plain_cases(odym, series):
    """Every kind, timing and direction in both peers, on one inflow and one stock."""
    for kind, parameters in inputs.LIFETIMES.items():
        for timing in inputs.TIMINGS:
            for direction in ("inflow", "stock"):
                name = {"inflow": "growing-inflow-40", "stock": "growing-stock-40"}[direction]
                years = range(2001, 2001 + len(series[name]))
                own = "own lifetime" if kind != "gamma" else "scipy's survival in its class"
                totals = peer_flodym.run(years, kind, parameters, timing, direction, series[name])
                yield case("flodym", own, kind, timing, direction, name, totals, parameters=parameters)
                own = "own lifetime" if peer_odym.offers(kind, timing) else "given scipy's table"
                totals = peer_odym.run(odym, years, kind, parameters, timing, direction, series[name])
                yield case("odym", own, kind, timing, direction, name, totals, parameters=parameters)


def long_cases(odym, series):
    """A hundred years, where differences have the time to add up."""
    for kind in ("weibull", "normal"):
        parameters = inputs.LIFETIMES[kind]
        for direction in ("inflow", "stock"):
            name = f"growing-{direction}-100"
            totals = peer_flodym.run(range(1951, 2051), kind, parameters, "middle", direction, series[name])
            yield case("flodym", "own lifetime", kind, "middle", direction, name, totals, parameters=parameters)
            totals = peer_odym.run(odym, range(1951, 2051), kind, parameters, "end", direction, series[name])
            yield case("odym", "own lifetime", kind, "end", direction, name, totals, parameters=parameters)


def lifetime_by_cohort_cases(odym, series):
    """Goods that last longer the later they were made."""
    parameters = {
        "mean": [round(10.0 + 0.15 * k, 6) for k in range(40)],
        "sd": [round(3.0 + 0.02 * k, 6) for k in range(40)],
    }
    for direction in ("inflow", "stock"):
        name = f"growing-{direction}-40"
        for kind in ("normal", "folded-normal"):
            totals = peer_flodym.run(range(2001, 2041), kind, parameters, "middle", direction, series[name])
            yield case(
                "flodym",
                "own lifetime",
                kind,
                "middle",
                direction,
                name,
                totals,
                parameters=parameters,
                what="lifetime by cohort",
            )
            totals = peer_odym.run(odym, range(2001, 2041), kind, parameters, "end", direction, series[name])
            yield case(
                "odym",
                "own lifetime",
                kind,
                "end",
                direction,
                name,
                totals,
                parameters=parameters,
                what="lifetime by cohort",
            )


def lifetime_by_year_cases(series):
    """flodym's `lt_factor_by_year`: from a year on everything in use lasts longer, whenever it was made."""
    factor = [1.0] * 15 + [round(1.0 + 0.01 * k, 6) for k in range(25)]
    for kind in ("weibull", "lognormal"):
        for direction in ("inflow", "stock"):
            name, parameters = f"growing-{direction}-40", inputs.LIFETIMES[kind]
            totals = peer_flodym.run(
                range(2001, 2041),
                kind,
                parameters,
                "middle",
                direction,
                series[name],
                lt_factor_by_year=np.array(factor),
            )
            yield case(
                "flodym",
                "own lifetime",
                kind,
                "middle",
                direction,
                name,
                totals,
                parameters=parameters,
                what="lifetime by year",
                factor_by_year=factor,
            )


def points_cases(series):
    """flodym's `n_pts_per_interval`: two points are the mean of start and end, three are Simpson's rule with the middle."""
    parameters = inputs.LIFETIMES["weibull"]
    for points in (2, 3):
        totals = peer_flodym.run(
            range(2001, 2041),
            "weibull",
            parameters,
            "middle",
            "inflow",
            series["growing-inflow-40"],
            n_pts_per_interval=points,
        )
        yield case(
            "flodym",
            "own lifetime",
            "weibull",
            "spread",
            "inflow",
            "growing-inflow-40",
            totals,
            parameters=parameters,
            what=f"{points} points",
            points=points,
        )


def initial_stock_cases(odym, series):
    """A stock that stands at the start, in both directions, and early retirement; only ODYM has them."""
    age0 = {"start": 1.0, "middle": 0.5, "end": 0.0}
    last = len(inputs.INITIAL_STOCK) - 1
    for kind, timing in [
        ("fixed", "end"),
        ("normal", "end"),
        ("folded-normal", "end"),
        ("gamma", "end"),
        *(("weibull", t) for t in inputs.TIMINGS),
    ]:
        parameters = inputs.LIFETIMES[kind]
        own = "own lifetime" if peer_odym.offers(kind, timing) else "given scipy's table"
        cohorts = [{"age": last - k + age0[timing], "value": v} for k, v in enumerate(inputs.INITIAL_STOCK) if v > 0.0]
        for direction, name, retire in (
            ("inflow", "growing-inflow-30", False),
            ("stock", "lifted-stock-30", False),
            ("stock", "falling-stock-30", True),
        ):
            totals = peer_odym.run_with_initial_stock(
                odym, kind, parameters, timing, direction, series[name], inputs.INITIAL_STOCK, retire
            )
            what = "initial stock, early retirement" if retire else "initial stock"
            yield case(
                "odym",
                own,
                kind,
                timing,
                direction,
                name,
                totals,
                parameters=parameters,
                what=what,
                initial_cohorts=cohorts,
                retire=retire,
            )
        if timing == "end":
            totals = peer_odym.run(
                odym, range(2001, 2031), kind, parameters, "end", "stock", series["falling-stock-30"], retire=True
            )
            yield case(
                "odym",
                own,
                kind,
                "end",
                "stock",
                "falling-stock-30",
                totals,
                parameters=parameters,
                what="early retirement",
                retire=True,
            )


def fixture(clone):
    odym = peer_odym.load(clone)
    series = {
        "growing-inflow-40": inputs.growing_inflow(40),
        "growing-stock-40": inputs.growing_stock(40),
        "growing-inflow-100": inputs.growing_inflow(100),
        "growing-stock-100": inputs.growing_stock(100),
        "growing-inflow-30": inputs.growing_inflow(30),
        "lifted-stock-30": [round(x + 60.0, 6) for x in inputs.growing_stock(30)],
        "falling-stock-30": inputs.falling_stock(30),
    }
    cases = [*plain_cases(odym, series), *long_cases(odym, series), *lifetime_by_cohort_cases(odym, series)]
    cases += [*lifetime_by_year_cases(series), *points_cases(series), *initial_stock_cases(odym, series)]
    grid, apart = survival.grid()
    assert apart < 1e-11, f"scipy.stats is {apart} from mpmath"
    return {
        "made_by": "scripts/peers/parity.py",
        "with": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("flodym", "numpy", "scipy", "mpmath")},
            "odym": f"https://github.com/IndEcol/ODYM at {peer_odym.commit(clone)}",
        },
        "inputs": series,
        "cases": cases,
        "faults": faults.all_of_them(odym),
        "survival": {"scipy_from_mpmath": apart, "grid": grid},
    }


def one_line_each(made):
    """JSON with one case a line: a difference is read by case."""
    parts = []
    for key, value in made.items():
        if isinstance(value, list):
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def differences(old, new, path=""):
    """Paths at which two fixtures differ by more than `SAME`; versions and the machine's own noise do not count."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new} - {"with", "scipy_from_mpmath"}):
            yield from differences(old.get(key), new.get(key), f"{path}/{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        if all(isinstance(x, (int, float)) for x in old + new):
            # What leaves is a difference of stocks and carries their noise; survival has none, far out in its tails too.
            noise = 0.0 if path.startswith("/survival") else max((abs(x) for x in old), default=0.0)
            for k, (a, b) in enumerate(zip(old, new)):
                if not math.isclose(a, b, rel_tol=SAME, abs_tol=SAME * noise):
                    yield f"{path}/{k}: {a} is now {b}"
        else:
            for k, (a, b) in enumerate(zip(old, new)):
                yield from differences(a, b, f"{path}/{k}")
    elif isinstance(old, float) and isinstance(new, float):
        yield from differences([old], [new], path)
    elif old != new:
        yield f"{path}: {old} is now {new}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("fixture")
    arguments.add_argument("--odym", required=True, metavar="CLONE")
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    made = fixture(asked.odym)
    cases, faulty, curves = made["cases"], made["faults"], made["survival"]["grid"]
    numbers = sum(len(case[name]) for case in cases for name in ("inflow", "outflow", "stock") if name in case)
    print(f"{len(cases)} runs of the peers, {numbers} values; {len(faulty)} faults; {len(curves)} survival functions")
    if asked.write:
        with open(asked.fixture, "w", encoding="utf-8") as file:
            file.write(one_line_each(made))
        print(f"written: {asked.fixture}")
        return 0
    with open(asked.fixture, encoding="utf-8") as file:
        committed = json.load(file)
    apart = list(differences(committed, made))
    print("\n".join(apart) if apart else "the committed fixture is what the peers say")
    return 1 if apart else 0


if __name__ == "__main__":
    raise SystemExit(main())
