"""Runs flodym: one series, one lifetime, one direction. Nothing here computes a stock by itself.

How its conventions map to adit's: labels are the middles of years (2001 stands for 2000.5 .. 2001.5), adit's are their
ends; only differences count. `inflow_at` means the same three points. `n_pts_per_interval` above one spreads the inflow
over the year by Gauss-Lobatto points. Flows are yearly rates, adit's are amounts of the period.
"""

import warnings
from typing import ClassVar

import flodym as fd
import numpy as np
import scipy.stats
from flodym.lifetime_models import LifetimeArrayType, LifetimeModel


class GammaLifetime(LifetimeModel):
    """flodym has no gamma lifetime; this is its own way of adding one, over scipy's survival function."""

    mean: LifetimeArrayType | None = None
    std: LifetimeArrayType | None = None
    _prm_names: ClassVar[list[str]] = ["mean", "std"]
    _prm_names_to_scale: ClassVar[list[str]] = ["mean", "std"]

    def _survival_by_cohort(self, ages, i_c):
        mean, std = self._scaled_prms["mean"][i_c, ...], self._scaled_prms["std"][i_c, ...]
        return scipy.stats.gamma.sf(ages, a=(mean / std) ** 2, scale=std**2 / mean)


def _lifetime(kind, parameters):
    p = {
        name: np.asarray(value, dtype=float) if isinstance(value, list) else value for name, value in parameters.items()
    }
    if kind == "fixed":
        return fd.FixedLifetime, {"mean": p["years"]}
    if kind == "weibull":
        return fd.WeibullLifetime, {"weibull_shape": p["shape"], "weibull_scale": p["scale"]}
    if kind == "exponential":  # flodym names none: a Weibull of shape one is the same distribution
        return fd.WeibullLifetime, {"weibull_shape": 1.0, "weibull_scale": p["mean"]}
    named = {
        "normal": fd.NormalLifetime,
        "folded-normal": fd.FoldedNormalLifetime,
        "lognormal": fd.LogNormalLifetime,
        "gamma": GammaLifetime,
    }
    return named[kind], {"mean": p["mean"], "std": p["sd"]}


def model(labels, kind, parameters, timing, direction, series, **options):
    """The computed model of flodym. `options` go to its lifetime model (`n_pts_per_interval`, `lt_factor_by_year`)."""
    time = fd.Dimension(name="Time", letter="t", items=list(labels), dtype=int)
    dims = fd.DimensionSet(dim_list=[time])
    cls, p = _lifetime(kind, parameters)
    lifetime = cls(dims=dims, inflow_at=timing, **p, **options)
    driven = fd.InflowDrivenDSM if direction == "inflow" else fd.StockDrivenDSM
    made = driven(dims=dims, name="parity", lifetime_model=lifetime)
    getattr(made, direction).values[...] = series
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # division by zero is one of the faults that are recorded
        made.compute()
    return made


def run(years, kind, parameters, timing, direction, series, **options):
    made = model(years, kind, parameters, timing, direction, series, **options)
    return {name: getattr(made, name).values.tolist() for name in ("inflow", "outflow", "stock")}
