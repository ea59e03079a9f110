"""Lifetimes and series that both peers and adit are run on.

The series are closed formulas rounded to six decimals, so that the fixture can be made again on any machine. Inflows are
amounts a year, stocks stand at the end of the year, years are labelled by their end. The stocks rise fast enough that
no lifetime below asks for a negative inflow; `falling` is there to ask for one.
"""

from math import exp, pi, sin

# One lifetime of every kind, parameters named as in adit's model file. The odd fractions keep fixed lifetimes off the
# ages at which cohorts are looked at (half and whole years), where two programs may rightly round apart.
LIFETIMES = {
    "fixed": {"years": 12.3},
    "normal": {"mean": 15.0, "sd": 4.5},
    "folded-normal": {"mean": 9.0, "sd": 6.0},
    "lognormal": {"mean": 15.0, "sd": 6.0},
    "weibull": {"shape": 2.8, "scale": 16.5},
    "gamma": {"mean": 14.0, "sd": 5.5},
    "exponential": {"mean": 11.0},
}

TIMINGS = ["start", "middle", "end"]


def growing_inflow(years):
    """3 % growth with a cycle of seven years on top."""
    return [round(10.0 * 1.03**k * (1.0 + 0.25 * sin(2.0 * pi * k / 7.0)), 6) for k in range(years)]


def growing_stock(years):
    """A stock that saturates: the classic S-curve, with a small wave."""
    return [
        round(1000.0 / (1.0 + exp(-(k - 0.45 * years) / (0.16 * years))) * (1.0 + 0.004 * sin(k)), 6)
        for k in range(years)
    ]


def falling_stock(years):
    """Up for the first third, then down by 17 % a year for six years, level afterwards: needs early retirement."""
    up = years // 3
    top = 50.0 * up
    return [
        round(50.0 * (k + 1) if k < up else top * 0.83 ** min(k - up + 1, 6) * (1.0 + 0.01 * max(0, k - up - 6)), 6)
        for k in range(years)
    ]


# The stock standing at the start, oldest cohort first; the youngest is one that came in at the end of the year before.
INITIAL_STOCK = [3.0, 4.5, 0.0, 6.25, 7.0, 8.5, 10.0, 12.0]
