"""Runs ODYM's DynamicStockModel from a clone of its repository (it is not on PyPI under that name).

How its conventions map to adit's: it counts ages in positions, t - c, so a cohort has age 0 at the end of its own
period: adit's `inflow_at = "end"`, one-year steps. `start` and `middle`, and gamma lifetimes, it does not offer; there it
is given the table of survival ready-made (its own argument `sf`), from scipy.stats, and only its arithmetic of stocks is
tried. The age structure of an initial stock stands at the end of the last historic year, which is the start of adit's
first period; the youngest of it has age 0 then.
"""

import importlib.util
import pathlib
import subprocess

import numpy as np
import scipy.stats

_OFFERED = {
    "fixed": "Fixed",
    "normal": "Normal",
    "folded-normal": "FoldedNormal",
    "lognormal": "LogNormal",
    "weibull": "Weibull",
    "exponential": "Weibull",
}
_AGE_AT_END_OF_OWN_PERIOD = {"start": 1.0, "middle": 0.5, "end": 0.0}


def load(clone):
    """The module, from the file itself: the package around it wants spreadsheets that a stock model does not need."""
    path = pathlib.Path(clone) / "src/odym/dynamic_stock_model.py"
    spec = importlib.util.spec_from_file_location("odym_dynamic_stock_model", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commit(clone):
    return subprocess.run(
        ["git", "-C", str(clone), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()


def offers(kind, timing):
    """Whether ODYM makes this table of survival itself (and makes it right: its log-normal is not, see faults.py)."""
    return timing == "end" and kind in _OFFERED and kind != "lognormal"


def scipy_survival(kind, p, age):
    """scipy.stats' survival function at `age`; parameters may be arrays by cohort."""
    if kind == "fixed":
        return (age < np.asarray(p["years"])).astype(float)
    if kind == "normal":
        return scipy.stats.norm.sf(age, loc=p["mean"], scale=p["sd"])
    if kind == "folded-normal":
        return scipy.stats.foldnorm.sf(age, np.asarray(p["mean"]) / p["sd"], scale=p["sd"])
    if kind == "lognormal":
        spread = np.sqrt(np.log1p((np.asarray(p["sd"]) / p["mean"]) ** 2))
        return scipy.stats.lognorm.sf(age, s=spread, scale=np.asarray(p["mean"]) * np.exp(-0.5 * spread**2))
    if kind == "weibull":
        return scipy.stats.weibull_min.sf(age, c=p["shape"], scale=p["scale"])
    if kind == "exponential":
        return scipy.stats.expon.sf(age, scale=p["mean"])
    if kind == "gamma":
        return scipy.stats.gamma.sf(
            age, a=(np.asarray(p["mean"]) / p["sd"]) ** 2, scale=np.asarray(p["sd"]) ** 2 / p["mean"]
        )
    raise ValueError(kind)


def table(periods, kind, parameters, timing):
    """Survival by year and cohort, shape (years, cohorts), zero above the diagonal."""
    t, c = np.indices((periods, periods))
    age = np.where(t >= c, t - c + _AGE_AT_END_OF_OWN_PERIOD[timing], 0.0)
    by_cohort = {name: np.asarray(value, dtype=float) for name, value in parameters.items()}
    return np.where(t >= c, scipy_survival(kind, by_cohort, age), 0.0)


def model(module, years, kind, parameters, timing, **drivers):
    """A DynamicStockModel of ODYM, not yet computed. `drivers` are its own `i` and `s`."""
    t = np.asarray(years)
    drivers = {name: np.array(value, dtype=float) for name, value in drivers.items()}  # it writes into what it is given
    if not offers(kind, timing):
        given = table(len(t), kind, parameters, timing)
        return module.DynamicStockModel(t=t, lt={"Type": "given as a table"}, sf=given, **drivers)
    p = {name: np.atleast_1d(np.asarray(value, dtype=float)) for name, value in parameters.items()}
    if kind == "fixed":
        lt = {"Mean": p["years"]}
    elif kind == "weibull":
        lt = {"Shape": p["shape"], "Scale": p["scale"]}
    elif kind == "exponential":
        lt = {"Shape": np.array([1.0]), "Scale": p["mean"]}
    else:
        lt = {"Mean": p["mean"], "StdDev": p["sd"]}
    return module.DynamicStockModel(t=t, lt={"Type": _OFFERED[kind], **lt}, **drivers)


def run(module, years, kind, parameters, timing, direction, series, retire=False):
    made = model(module, years, kind, parameters, timing, **{"i" if direction == "inflow" else "s": series})
    if direction == "inflow":
        made.compute_s_c_inflow_driven()
        made.compute_o_c_from_s_c()
    else:
        made.compute_stock_driven_model(NegativeInflowCorrect=retire)
    return _totals(made, 0)


def run_with_initial_stock(module, kind, parameters, timing, direction, series, initial_stock, retire=False):
    """`initial_stock` by cohort, oldest first; the totals begin with the first year after it."""
    before = len(initial_stock)
    years = np.arange(before + len(series))
    if direction == "stock":
        made = model(module, years, kind, parameters, timing, s=[0.0] * before + list(series))
        made.compute_stock_driven_model_initialstock(np.array(initial_stock), before + 1, NegativeInflowCorrect=retire)
    else:  # its way back from a stock to the inflow that made it, then its inflow-driven model over all years
        history = model(module, years[:before], kind, parameters, timing).compute_i_from_s(np.array(initial_stock))
        made = model(module, years, kind, parameters, timing, i=list(history) + list(series))
        made.compute_s_c_inflow_driven()
        made.compute_o_c_from_s_c()
    return _totals(made, before)


def _totals(made, first):
    totals = {"inflow": made.i, "outflow": made.o_c.sum(axis=1), "stock": made.s_c.sum(axis=1)}
    return {name: values[first:].tolist() for name, values in totals.items()}
