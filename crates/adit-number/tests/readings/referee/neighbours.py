"""Prints neighbours.rs: for some doubles x the largest double not above exp(x), ln(x) and powers of x, by mpmath.

    pip install mpmath==1.4.1 && python3 neighbours.py > neighbours.rs && cargo fmt -p adit-number
"""

import math
import random
import struct

from mpmath import exp, log, mp, mpf, power

mp.prec = 400
chance = random.Random(241)


def bits(x):
    text = struct.pack(">d", x).hex()
    return "0x" + "_".join(text[i : i + 4] for i in range(0, 16, 4))


def not_above(exact):
    nearest = float(exact)
    return math.nextafter(nearest, -math.inf) if mpf(nearest) > exact else nearest


def table(name, says, numbers, function):
    print(f"/// {says}\npub const {name}: &[[u64; 2]] = &[")
    for x in numbers:
        print(f"    [{bits(x)}, {bits(not_above(function(mpf(x))))}],")
    print("];\n")


def some(count, low, high):
    return [chance.uniform(low, high) for _ in range(count)]


print("//! Bits of doubles x, and of the largest double not above f(x), written by neighbours.py.\n")
table("EXP", "e to the power of x.", [1.0, -1.0, 0.5, 2.0, 1e-10] + some(12, -1, 1) + some(12, -30, 30) + some(10, -700, 700), exp)
tens = [10**x for x in some(10, -20, 20)]
table("LN", "Natural logarithm.", [2.0, 10.0, 1 + 2**-40, 1 - 2**-40, 1e-300, 1e300] + some(12, 0, 2) + some(10, 0.9, 1.1) + tens, log)
bases = [0.5, 2.0, 10.0] + some(8, 0, 3) + [10**x for x in some(8, -6, 6)]
for name, exponent in [("POWER_1_7", 1.7), ("POWER_MINUS_0_4", -0.4), ("POWER_3", 3.0)]:
    table(name, f"x to the power of the double nearest to {exponent}.", bases, lambda x: power(x, mpf(exponent)))
