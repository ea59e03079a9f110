//! The plain value: `f64`.

use crate::{Real, Transcendental};

impl Real for f64 {
    type Truth = bool;

    fn exact(value: f64) -> Self {
        value
    }

    fn at_least(self, other: Self) -> bool {
        self >= other
    }

    fn choose(when: bool, yes: Self, no: Self) -> Self {
        if when { yes } else { no }
    }
}

impl Transcendental for f64 {
    fn exp(self) -> Self {
        libm::exp(self)
    }

    fn ln(self) -> Self {
        libm::log(self)
    }

    fn powf(self, power: f64) -> Self {
        libm::pow(self, power)
    }

    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }
}
