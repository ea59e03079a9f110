"""Prints tables.rs: values of distributions by mpmath (50 digits) and SciPy, for tests/uncertainty.

    pip install scipy==1.17.1 mpmath==1.4.1 && python3 tables.py > tables.rs && cargo fmt -p adit-number
"""

from mpmath import betainc, findroot, mp, mpf
from scipy import special, stats

mp.dps = 50
SHAPES = [
    (0.01, 0.01), (0.05, 3), (0.5, 0.5), (0.5, 20), (1, 1), (1, 5), (2, 3), (3.4, 2.6), (5, 1), (1.000001, 4.999999),
    (10, 0.3), (50, 30), (300, 700), (1000, 1000), (0.3, 1000), (20, 100000), (100000, 0.5), (100000, 100000),
]
PARTS = [1e-10, 1e-4, 0.01, 0.3, 0.5, 0.7, 0.99, 0.9999]


def cdf(a, b, x):
    """From the nearer end, where the hypergeometric series is short."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x * (a + b) < a:
        return x**a * (1 - x) ** b / a / mp.beta(a, b) * mp.hyp2f1(a + b, 1, a + 1, x, maxterms=10**6)
    return 1 - x**a * (1 - x) ** b / b / mp.beta(a, b) * mp.hyp2f1(a + b, 1, b + 1, 1 - x, maxterms=10**6)


def quantile(a, b, p):
    """Bisection on the logarithm of the distance to the nearer end."""
    upper = cdf(a, b, mpf(1) / 2) < p
    if upper:
        return 1 - quantile_low(b, a, 1 - mpf(p))
    return quantile_low(a, b, mpf(p))


def quantile_low(a, b, p):
    low, high = mpf(-4000), mp.log(mpf(1) / 2)
    start = special.betaincinv(float(a), float(b), float(p))
    if start > 1e-300:
        low, high = mp.log(start) - mpf("1e-6"), min(high, mp.log(start) + mpf("1e-6"))
        if not (cdf(a, b, mp.exp(low)) < p <= cdf(a, b, mp.exp(high))):
            low, high = mpf(-4000), mp.log(mpf(1) / 2)
    for _ in range(90):
        middle = (low + high) / 2
        if cdf(a, b, mp.exp(middle)) < p:
            low = middle
        else:
            high = middle
        if high - low < mpf("1e-22"):
            break
    return mp.exp((low + high) / 2)


def table(name, says, rows):
    print(f"/// {says}\npub const {name}: &[[f64; {len(rows[0])}]] = &[")
    for row in rows:
        print("    [" + ", ".join(repr(float(x)) for x in row) + "],")
    print("];\n")


quantiles = []
for a, b in SHAPES:
    for p in PARTS:
        x = quantile(a, b, p)
        if x > mpf("1e-290"):
            quantiles.append((a, b, p, x))
values = []
for a, b, _, x in quantiles:
    near = float(x)
    if near < 1:
        values.append((a, b, near, cdf(a, b, near)))
print("//! Values of distributions, written by tables.py.\n")
table("BETA_QUANTILES", "Shape parameters, probability, quantile (mpmath).", quantiles)
table("BETA_VALUES", "Shape parameters, x, regularised incomplete beta function (mpmath).", values)

GRID = [0.001, 0.05, 0.25, 0.5, 0.8, 0.95, 0.999]
PERT = [(2.0, 3.0, 10.0), (0.0, 0.0, 1.0), (5.0, 9.0, 9.0)]
rows = []
for low, mode, high in PERT:
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    rows += [(low, mode, high, u, stats.beta(a, b, low, high - low).ppf(u)) for u in GRID]
table("PERT", "Low, mode, high, u, quantile (SciPy).", rows)
rows = [(l, m, h, u, stats.triang((m - l) / (h - l), l, h - l).ppf(u)) for l, m, h in PERT for u in GRID]
table("TRIANGULAR", "Low, mode, high, u, quantile (SciPy).", rows)
rows = []
for mean, sd in [(10.0, 2.0), (0.02, 0.05), (1e6, 1e5)]:
    sigma = mp.sqrt(mp.log(1 + (mpf(sd) / mpf(mean)) ** 2))
    mu = mp.log(mpf(mean)) - sigma**2 / 2
    rows += [(mean, sd, u, mp.exp(mu + sigma * mp.sqrt(2) * mp.erfinv(2 * mpf(u) - 1))) for u in GRID]
table("LOG_NORMAL", "Mean, standard deviation, u, quantile (mpmath).", rows)
CUTS = [(0.9, 0.1, 0.0, 1.0), (0.0, 1.0, 1.0, 2.0), (5.0, 2.0, -1.0, 4.0), (0.0, 1.0, 3.0, 5.0)]
rows = []
for mean, sd, low, high in CUTS:
    cut = stats.truncnorm((low - mean) / sd, (high - mean) / sd, mean, sd)
    rows += [(mean, sd, low, high, u, cut.ppf(u), cut.mean()) for u in GRID]
table("CUT_NORMAL", "Mean, standard deviation, limits, u, quantile, mean (SciPy, truncnorm).", rows)
