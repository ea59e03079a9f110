"""Survival functions of scipy.stats on a grid of ages, tails included; each value held against mpmath at 40 digits."""

import mpmath

from peer_odym import scipy_survival

# For each kind a likely lifetime and an awkward one.
GRID = [
    ("fixed", {"years": 12.3}),
    ("normal", {"mean": 15.0, "sd": 4.5}),
    ("normal", {"mean": 3.0, "sd": 2.5}),
    ("folded-normal", {"mean": 9.0, "sd": 6.0}),
    ("folded-normal", {"mean": 0.5, "sd": 8.0}),
    ("lognormal", {"mean": 15.0, "sd": 6.0}),
    ("lognormal", {"mean": 40.0, "sd": 55.0}),
    ("weibull", {"shape": 2.8, "scale": 16.5}),
    ("weibull", {"shape": 0.7, "scale": 9.0}),
    ("weibull", {"shape": 9.0, "scale": 25.0}),
    ("gamma", {"mean": 14.0, "sd": 5.5}),
    ("gamma", {"mean": 6.0, "sd": 11.0}),
    ("gamma", {"mean": 60.0, "sd": 4.0}),
    ("exponential", {"mean": 11.0}),
]
AGES = [
    0.0,
    0.01,
    0.5,
    1.0,
    2.5,
    5.0,
    7.5,
    10.0,
    12.0,
    12.5,
    15.0,
    17.5,
    20.0,
    25.0,
    30.0,
    40.0,
    60.0,
    80.0,
    120.0,
    200.0,
]
SMALLEST = 1e-290  # below, a double has no full set of digits


def exact(kind, p, age):
    """The survival function by mpmath, from its definition."""
    x = mpmath.mpf(age)
    p = {name: mpmath.mpf(value) for name, value in p.items()}

    def beyond(z):
        return mpmath.erfc(z / mpmath.sqrt(2)) / 2

    if kind == "fixed":
        return mpmath.mpf(x < p["years"])
    if kind == "normal":
        return beyond((x - p["mean"]) / p["sd"])
    if kind == "folded-normal":
        return beyond((x - p["mean"]) / p["sd"]) + beyond((x + p["mean"]) / p["sd"])
    if kind == "lognormal":
        variance = mpmath.log(1 + (p["sd"] / p["mean"]) ** 2)
        return mpmath.mpf(1) if x == 0 else beyond((mpmath.log(x / p["mean"]) + variance / 2) / mpmath.sqrt(variance))
    if kind == "weibull":
        return mpmath.exp(-((x / p["scale"]) ** p["shape"]))
    if kind == "exponential":
        return mpmath.exp(-x / p["mean"])
    shape = (p["mean"] / p["sd"]) ** 2
    return mpmath.gammainc(shape, x * shape / p["mean"], mpmath.inf, regularized=True)


def grid():
    """The rows of the fixture, and the largest relative departure of scipy from mpmath."""
    rows, worst = [], mpmath.mpf(0)
    with mpmath.workdps(40):
        for kind, parameters in GRID:
            values = [float(scipy_survival(kind, parameters, age)) for age in AGES]
            for age, value in zip(AGES, values):
                truth = exact(kind, parameters, age)
                if truth > SMALLEST:
                    worst = max(worst, abs(value / truth - 1))
                elif value > 2 * SMALLEST:
                    raise AssertionError(f"{kind} {parameters} at {age}: scipy has {value}, mpmath {truth}")
            rows.append({"kind": kind, "parameters": parameters, "age": AGES, "survival": values})
    return rows, float(worst)
