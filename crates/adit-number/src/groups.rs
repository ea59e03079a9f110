//! Which inputs hang together.

/// The inputs `0..inputs` in groups that links connect, also by way of others: every input in one group, groups and
/// members in rising order.
pub(crate) fn connected(inputs: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    // The leader of an input is the first member of its group.
    let mut leader: Vec<usize> = (0..inputs).collect();
    for (one, other) in links {
        let (one, other) = (leader[one], leader[other]);
        let (keep, leave) = (one.min(other), one.max(other));
        leader.iter_mut().filter(|led| **led == leave).for_each(|led| *led = keep);
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); inputs];
    for (input, leader) in leader.into_iter().enumerate() {
        groups[leader].push(input);
    }
    groups.retain(|group| !group.is_empty());
    groups
}
