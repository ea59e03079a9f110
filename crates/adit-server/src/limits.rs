//! How often something may be sent: for each round (or name, or code) first, for each address second. Addresses are kept in memory for one
//! window only, and never written down.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Counts in windows of fixed length.
#[derive(Debug)]
pub struct Limits {
    /// Most that may be sent to one round in a window.
    pub of_round: u32,
    /// Most that one address may send to one round in a window. A room of people in one network share an address.
    pub of_address: u32,
    /// Length of a window.
    pub window: Duration,
    counts: Mutex<HashMap<Window, (Instant, u32)>>,
}

/// A round, and one address or all of them.
type Window = (String, Option<IpAddr>);

/// Windows that are remembered before those that ended are forgotten.
const MANY: usize = 20_000;

impl Default for Limits {
    fn default() -> Self {
        Self::new(6_000, 240, Duration::from_mins(10))
    }
}

impl Limits {
    /// Limits for a round and for an address within it.
    pub fn new(of_round: u32, of_address: u32, window: Duration) -> Self {
        Self { of_round, of_address, window, counts: Mutex::default() }
    }

    /// Counts one more; how long to wait if that is too many.
    pub(crate) fn count(&self, round: &str, address: Option<IpAddr>, now: Instant) -> Result<(), Duration> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() > MANY {
            counts.retain(|_, (since, _)| now.duration_since(*since) < self.window);
        }
        let mut keys = vec![((round.to_owned(), None), self.of_round)];
        keys.extend(address.map(|address| ((round.to_owned(), Some(network(address))), self.of_address)));
        for (key, most) in keys {
            let (since, count) = counts.entry(key).or_insert((now, 0));
            if now.duration_since(*since) >= self.window {
                (*since, *count) = (now, 0);
            }
            if *count >= most {
                return Err(self.window.saturating_sub(now.duration_since(*since)));
            }
            *count += 1;
        }
        Ok(())
    }
}

/// One home or office has a whole /64 of IPv6: its addresses count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_stopped_and_others_are_not() {
        let limits = Limits::new(5, 2, Duration::from_mins(1));
        let (start, one, two) = (Instant::now(), "192.0.2.1".parse().ok(), "192.0.2.2".parse().ok());
        assert_eq!(limits.count("a", one, start), Ok(()));
        assert_eq!(limits.count("a", one, start), Ok(()));
        let later = start + Duration::from_secs(20);
        assert_eq!(limits.count("a", one, later), Err(Duration::from_secs(40)));
        assert_eq!(limits.count("b", one, later), Ok(()), "another round has its own count");
        assert_eq!(limits.count("a", two, later), Ok(()));
        assert_eq!(limits.count("a", one, start + Duration::from_secs(61)), Ok(()), "a new window");
    }

    #[test]
    fn a_round_is_protected_from_many_addresses() {
        let limits = Limits::new(3, 2, Duration::from_mins(1));
        let now = Instant::now();
        let sent = (1..=9).filter(|last| limits.count("a", format!("192.0.2.{last}").parse().ok(), now).is_ok());
        assert_eq!(sent.count(), 3);
    }

    #[test]
    fn a_network_of_the_sixth_version_is_one_address() {
        assert_eq!(network("2001:db8::1".parse().unwrap()), network("2001:db8::ffff:2".parse().unwrap()));
        assert_ne!(network("2001:db8::1".parse().unwrap()), network("2001:db8:0:1::1".parse().unwrap()));
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.1".parse::<IpAddr>().unwrap());
    }
}
