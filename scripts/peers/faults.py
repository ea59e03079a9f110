"""Where a peer is wrong: its value as it computes it, and the right one by a road that shares no code with either side.

The right values come from mpmath at 30 digits: lifetimes from the density by quadrature, stocks and flows from the
definition (what came in, times the part of it still there; outflow is what the balance leaves). Each fault says in words
what happens. The test in crates/adit-model/tests/outlook_parity.rs holds adit to `right` and asserts that `theirs` differs.
"""

import mpmath
import numpy as np

import peer_flodym
import peer_odym


def by_definition(bounds, amounts, survival, point):
    """Stock at the end of every period and outflow in it, from the amounts put in at `point` (0 start .. 1 end)."""
    entered = [mpmath.mpf(a) + point * (mpmath.mpf(b) - a) for a, b in zip(bounds, bounds[1:])]
    stock = [
        sum(x * survival(end - at) for x, at in zip(amounts, entered[: k + 1])) for k, end in enumerate(bounds[1:])
    ]
    outflow = [x - (now - before) for x, now, before in zip(amounts, stock, [mpmath.mpf(0)] + stock)]
    return {
        "inflow": [float(x) for x in amounts],
        "outflow": [float(x) for x in outflow],
        "stock": [float(x) for x in stock],
    }


def lognormal_by_quadrature(mean, sd):
    """Survival of the log-normal whose own mean and standard deviation are these: the two parameters are sought until
    the moments of the density, integrated, are what was asked for; survival is the integral of the density.
    No formula for the conversion is used."""

    # Integrals over y = ln(age): the density there is a normal curve, whose tails beyond 14 spreads are nothing.
    def integral(of, mu, sigma, low=None):
        density = lambda y: (
            of(mpmath.e**y) * mpmath.exp(-(((y - mu) / sigma) ** 2) / 2) / (sigma * mpmath.sqrt(2 * mpmath.pi))
        )
        first = mu - 14 * sigma if low is None else low
        ends = sorted({first, *(mu + k * sigma for k in range(-12, 17, 4) if mu + k * sigma > first)})
        return mpmath.quad(density, ends)

    def misses(mu, sigma):
        m1 = integral(lambda x: x, mu, sigma)
        m2 = integral(lambda x: x * x, mu, sigma)
        return [m1 - mean, mpmath.sqrt(m2 - m1 * m1) - sd]

    mu, sigma = mpmath.findroot(misses, (mpmath.log(mean) - 0.1, mpmath.mpf(sd) / mean), tol=1e-20)
    return lambda age: mpmath.mpf(1) if age <= 0 else integral(lambda x: 1, mu, sigma, mpmath.log(age))


def odym_lognormal(odym):
    """Mean and standard deviation of a log-normal."""
    mean, sd, years = 15, 5, 30
    p = {"mean": float(mean), "sd": float(sd)}
    dsm = odym.DynamicStockModel(
        t=np.arange(years),
        i=np.full(years, 10.0),
        lt={"Type": "LogNormal", "Mean": np.array([15.0]), "StdDev": np.array([5.0])},
    )
    dsm.compute_s_c_inflow_driven()
    dsm.compute_o_c_from_s_c()
    right = by_definition(list(range(years + 1)), [mpmath.mpf(10)] * years, lognormal_by_quadrature(mean, sd), 1)
    return {
        "id": "odym-lognormal",
        "says": "the variance of the logarithm is taken as ln(1 + mean²/sd²) where ln(1 + sd²/mean²) is meant; the mean stays, the standard deviation becomes mean²/sd (45 years instead of 5)",
        "kind": "lognormal",
        "parameters": p,
        "timing": "end",
        "first_year": 2001,
        "years": list(range(2001, 2001 + years)),
        "theirs": {
            "inflow": dsm.i.tolist(),
            "outflow": dsm.o_c.sum(axis=1).tolist(),
            "stock": dsm.s_c.sum(axis=1).tolist(),
        },
        "right": right,
    }


# Labels of flodym whose midpoints, its bounds of periods, are whole years: 2000, 2002, 2004, 2009, 2015, 2021.
_LABELS = [2001, 2003, 2005, 2013, 2017]
_BOUNDS = [2000, 2002, 2004, 2009, 2015, 2021]
_WEIBULL = {"shape": 2.0, "scale": 9.0}


def _weibull(age):
    return mpmath.exp(-((mpmath.mpf(age) / 9) ** 2))


def flodym_uneven_outflow():
    """Outflow when periods differ in length; flodym's rates are turned into amounts of the period."""
    rates, lengths = [10.0, 12.0, 11.0, 14.0, 15.0], np.diff(_BOUNDS)
    made = peer_flodym.model(_LABELS, "weibull", _WEIBULL, "middle", "inflow", rates)
    assert made._t.bounds.tolist() == _BOUNDS
    amounts = [mpmath.mpf(r) * int(length) for r, length in zip(rates, lengths)]
    theirs = {name: (getattr(made, name).values * lengths).tolist() for name in ("inflow", "outflow")}
    return {
        "id": "flodym-uneven-outflow",
        "says": "each cohort's yearly inflow, not its whole amount, is multiplied by the share that leaves in a later period, and the result is called a yearly rate; right only where both periods are of the same length",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "middle",
        "years": _BOUNDS[1:],
        "theirs": {**theirs, "stock": made.stock.values.tolist()},
        "right": by_definition(_BOUNDS, amounts, _weibull, mpmath.mpf("0.5")),
    }


def flodym_uneven_outflow_by_hand():
    """The same with numbers that a reader can follow: ten a year, all of which last three years."""
    made = peer_flodym.model(_LABELS, "fixed", {"years": 3.0}, "end", "inflow", [10.0] * 5)
    lengths = np.diff(_BOUNDS)
    amounts = [mpmath.mpf(10) * int(length) for length in lengths]
    return {
        "id": "flodym-uneven-outflow-by-hand",
        "says": "of 2005 to 2009 the inflow is 50 and the stock grows by 10, so 40 leave; it says 20 a year, 100 in five",
        "kind": "fixed",
        "parameters": {"years": 3.0},
        "timing": "end",
        "years": _BOUNDS[1:],
        "theirs": {
            "inflow": (made.inflow.values * lengths).tolist(),
            "outflow": (made.outflow.values * lengths).tolist(),
            "stock": made.stock.values.tolist(),
        },
        "right": by_definition(_BOUNDS, amounts, lambda age: mpmath.mpf(age < 3), 1),
    }


def flodym_uneven_cohorts():
    """Stock by cohort in the stock-driven direction, summed over cohorts, against the stock that was given."""
    stock = [20.0, 45.0, 90.0, 130.0, 150.0]
    made = peer_flodym.model(_LABELS, "weibull", _WEIBULL, "middle", "stock", stock)
    lengths = np.diff(_BOUNDS)
    bounds, amounts = _BOUNDS, []
    for k, end in enumerate(bounds[1:]):
        standing = sum(x * _weibull(end - (mpmath.mpf(a) + b) / 2) for x, a, b in zip(amounts, bounds, bounds[1:]))
        amounts.append((mpmath.mpf(stock[k]) - standing) / _weibull(mpmath.mpf(end - bounds[k]) / 2))
    return {
        "id": "flodym-uneven-cohorts",
        "says": "driven by a stock, the stock by cohort is filled with the yearly inflow instead of the period's; its sum over cohorts is then not the stock that was given (steps of any length but one year, even ones too)",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "middle",
        "years": _BOUNDS[1:],
        "theirs": {
            "stock": made.get_stock_by_cohort().sum(axis=1).tolist(),
            "inflow": (made.inflow.values * lengths).tolist(),
            "outflow": (made.outflow.values * lengths).tolist(),
        },
        "right": by_definition(bounds, amounts, _weibull, mpmath.mpf("0.5")),
    }


def flodym_balance_check():
    """Even steps of five years: the flows are right, its own check of the balance refuses them."""
    labels, rates = [2003, 2008, 2013, 2018], [10.0, 12.0, 11.0, 14.0]
    made = peer_flodym.model(labels, "weibull", _WEIBULL, "end", "inflow", rates)
    try:
        made.check_stock_balance()
        refused = None
    except RuntimeError as error:
        refused = str(error)
    bounds = made._t.bounds.tolist()
    assert [b % 5 for b in bounds] == [0.5] * 5, bounds
    amounts = [mpmath.mpf(r) * 5 for r in rates]
    return {
        "id": "flodym-balance-check",
        "says": "its check of the balance subtracts yearly flows from the stock change of a whole period; with steps of five years it raises an error over a right result",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "end",
        "years": [2005, 2010, 2015, 2020],
        "theirs": {
            "refused": refused,
            "outflow": (made.outflow.values * 5).tolist(),
            "stock": made.stock.values.tolist(),
        },
        "right": by_definition([2000, 2005, 2010, 2015, 2020], amounts, _weibull, 1),
    }


def flodym_nothing_survives():
    """A stock asked of goods that do not last to the end of their own period."""
    made = peer_flodym.model([2001, 2002, 2003], "fixed", {"years": 0.4}, "middle", "stock", [1.0, 2.0, 3.0])
    return {
        "id": "flodym-nothing-survives",
        "says": "the inflow is the stock divided by a survival of zero: infinity, then not-a-number in every later year and in the outflow, without an error",
        "kind": "fixed",
        "parameters": {"years": 0.4},
        "timing": "middle",
        "years": [2001, 2002, 2003],
        "theirs": {name: [str(x) for x in getattr(made, name).values] for name in ("inflow", "outflow")},
        "right": "an error: no inflow whatever can hold this stock",
    }


def flodym_negative_inflow():
    """A stock that falls faster than its goods leave."""
    stock = [100.0, 60.0, 58.0]
    made = peer_flodym.model([2001, 2002, 2003], "weibull", _WEIBULL, "end", "stock", stock)
    return {
        "id": "flodym-negative-inflow",
        "says": "a stock that falls faster than its goods leave gets a negative inflow, and negative outflow of that cohort later, without a word",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "end",
        "years": [2001, 2002, 2003],
        "stock": stock,
        "theirs": {name: getattr(made, name).values.tolist() for name in ("inflow", "outflow")},
        "right": "an error that names the year, or early retirement where it is asked for",
    }


def odym_nothing_survives(odym):
    """The same in ODYM, which is given the survival of zero as a table."""
    dsm = peer_odym.model(odym, range(3), "fixed", {"years": 0.4}, "middle", s=[1.0, 2.0, 3.0])
    dsm.compute_stock_driven_model()
    return {
        "id": "odym-nothing-survives",
        "says": "the inflow stays zero and the stock by cohort empty while the total still says 1, 2, 3; no error",
        "kind": "fixed",
        "parameters": {"years": 0.4},
        "timing": "middle",
        "years": [2001, 2002, 2003],
        "theirs": {"inflow": dsm.i.tolist(), "stock": dsm.s_c.sum(axis=1).tolist(), "stock_total": dsm.s.tolist()},
        "right": "an error: no inflow whatever can hold this stock",
    }


def odym_years_ignored(odym):
    """ODYM's time vector with steps that are not one year."""
    amounts = [20.0, 24.0, 55.0, 84.0, 90.0]
    dsm = odym.DynamicStockModel(
        t=np.array(_BOUNDS[1:]),
        i=np.array(amounts),
        lt={"Type": "Weibull", "Shape": np.array([2.0]), "Scale": np.array([9.0])},
    )
    dsm.compute_s_c_inflow_driven()
    dsm.compute_o_c_from_s_c()
    return {
        "id": "odym-years-ignored",
        "says": "ages are positions in the list: of the years 2002, 2004, 2009, 2015, 2021 only their number is used, so a lifetime of nine years is read as nine steps",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "end",
        "years": _BOUNDS[1:],
        "theirs": {
            "inflow": dsm.i.tolist(),
            "outflow": dsm.o_c.sum(axis=1).tolist(),
            "stock": dsm.s_c.sum(axis=1).tolist(),
        },
        "right": by_definition(_BOUNDS, [mpmath.mpf(x) for x in amounts], _weibull, 1),
    }


def odym_outflow_of_initial_stock(odym):
    """What leaves an initial stock that nothing is added to."""
    initial = [6.0, 8.0, 10.0]
    dsm = odym.DynamicStockModel(
        t=np.arange(8), lt={"Type": "Weibull", "Shape": np.array([2.0]), "Scale": np.array([9.0])}
    )
    dsm.compute_evolution_initialstock(np.array(initial), 3)
    dsm.compute_o_c_from_s_c()
    # At the moment at which the initial stock stands, position 3, its cohorts 0, 1, 2 have the ages 3, 2, 1.
    stock = [sum(mpmath.mpf(x) * _weibull(a + d) / _weibull(a) for x, a in zip(initial, (3, 2, 1))) for d in range(5)]
    return {
        "id": "odym-outflow-of-initial-stock",
        "says": "the method that ages an initial stock fills the outflow by cohort with zeros and the next method takes it for done: the stock falls and nothing flows out",
        "kind": "weibull",
        "parameters": _WEIBULL,
        "timing": "end",
        "years": [2001, 2002, 2003, 2004],
        "initial_cohorts": [{"age": 3.0, "value": 6.0}, {"age": 2.0, "value": 8.0}, {"age": 1.0, "value": 10.0}],
        "theirs": {
            "inflow": [0.0] * 4,
            "outflow": dsm.o_c.sum(axis=1)[4:].tolist(),
            "stock": dsm.s_c.sum(axis=1)[4:].tolist(),
        },
        "right": {
            "inflow": [0.0] * 4,
            "outflow": [float(a - b) for a, b in zip(stock, stock[1:])],
            "stock": [float(x) for x in stock[1:]],
        },
    }


def odym_lost_cohort(odym):
    """An initial cohort that is older than its lifetime allows."""
    lt = {"Type": "Fixed", "Mean": np.array([2.0])}
    dsm = odym.DynamicStockModel(t=np.arange(5), s=np.array([0.0, 0.0, 0.0, 20.0, 25.0]), lt=lt)
    dsm.compute_stock_driven_model_initialstock(np.array([5.0, 7.0, 9.0]), 4)
    return {
        "id": "odym-lost-cohort",
        "says": "an initial cohort whose survival is zero at its age is dropped: 21 are given, 16 stand, 5 are neither stock nor outflow of any later year; no error",
        "kind": "fixed",
        "parameters": {"years": 2.0},
        "timing": "end",
        "years": [2001, 2002],
        "stock": [20.0, 25.0],
        "initial_cohorts": [{"age": 2.0, "value": 5.0}, {"age": 1.0, "value": 7.0}, {"age": 0.0, "value": 9.0}],
        "theirs": {
            "given": 21.0,
            "standing": float(dsm.s_c.sum(axis=1)[2]),
            "outflow": dsm.o_c.sum(axis=1)[3:].tolist(),
        },
        "right": "an error naming the cohort, or its five units in the outflow",
    }


def all_of_them(odym):
    with mpmath.workdps(30):
        return [
            odym_lognormal(odym),
            odym_years_ignored(odym),
            odym_outflow_of_initial_stock(odym),
            odym_lost_cohort(odym),
            odym_nothing_survives(odym),
            flodym_uneven_outflow(),
            flodym_uneven_outflow_by_hand(),
            flodym_uneven_cohorts(),
            flodym_balance_check(),
            flodym_nothing_survives(),
            flodym_negative_inflow(),
        ]
