//! The answer in words.

use adit_facts::choose::weights_file::CriteriaTable;
use adit_figure::number::{self, Reading};
use adit_model::choose::weigh::Acceptability;
use adit_model::choose::weigh::protect::FEWEST;

use super::WeighAnswer;
use super::people::People;

/// Most pairs that are named in words; all are in the document.
const PAIRS: usize = 3;

fn percent(share: f64) -> String {
    // To whole percent: a share of a few dozen people has no more digits.
    number::number(&Reading::between(Some(share), Some(share - 0.03), Some(share + 0.03), "share"))
}

fn count(number: usize) -> String {
    number::number(&Reading::plain(Some(number as f64), "index"))
}

/// The answer, the most important first.
pub fn answer(answer: &WeighAnswer) -> Vec<String> {
    let mut says = Vec::new();
    says.extend(leader(answer));
    says.extend(friend(answer));
    says.extend(disagreement(answer));
    says.extend(by_group(answer));
    says.extend(shape(answer));
    says
}

fn leader(answer: &WeighAnswer) -> Option<String> {
    let shares = answer.shares.as_ref()?;
    let firsts: Vec<f64> = shares.iter().filter_map(|ranks| ranks.first().copied()).collect();
    let best = firsts.iter().copied().fold(0.0, f64::max);
    let at = firsts.iter().position(|&share| share == best)?;
    let of = match (answer.participants, answer.vectors) {
        (Some(people), Some(vectors)) if people != vectors => {
            format!("{} weight vectors of {} people", count(vectors), count(people))
        }
        (Some(people), _) => format!("{} people's weights", count(people)),
        (None, vectors) => format!("{} weight vectors", count(vectors.unwrap_or(0))),
    };
    let never: Vec<&str> = answer
        .alternatives
        .iter()
        .zip(&firsts)
        .filter(|(_, share)| **share == 0.0)
        .map(|(name, _)| name.as_str())
        .collect();
    let never = match never.as_slice() {
        [] => String::new(),
        [one] => format!(" Under none of them {one} does."),
        several if several.len() <= PAIRS => format!(" Under none of them {} do.", several.join(", ")),
        several => format!(" {} alternatives stand first under none of them.", several.len()),
    };
    Some(format!("{} stands first under {} of {of}.{never}", answer.alternatives[at], percent(best)))
}

fn friend(answer: &WeighAnswer) -> Option<String> {
    let standing = answer.standings.first()?;
    let half = answer.alternatives.len().div_ceil(2);
    Some(format!(
        "Nobody's enemy is {}: even in the group that likes it least ({}) {} of the weights have it among the first {half} of {}.",
        standing.alternative,
        standing.worst_group,
        percent(standing.worst),
        answer.alternatives.len()
    ))
}

fn disagreement(answer: &WeighAnswer) -> Vec<String> {
    let groups = answer.groups.iter().filter(|group| group.shown).count();
    if groups < 2 {
        return Vec::new();
    }
    let pairs = answer.agreement.len() + answer.disagreement.len();
    let all = answer.alternatives.len() * answer.alternatives.len().saturating_sub(1) / 2;
    let divided = match all - pairs {
        0 => String::new(),
        more => format!("; in {} a group is divided", count(more)),
    };
    let mut says = vec![format!(
        "The {groups} groups put {} of {} pairs of alternatives in the same order and {} in opposite ones{divided}.",
        count(answer.agreement.len()),
        count(all),
        count(answer.disagreement.len())
    )];
    for pair in answer.disagreement.iter().take(PAIRS) {
        let most = pair.shares.iter().max_by(|a, b| a.share.total_cmp(&b.share));
        let least = pair.shares.iter().min_by(|a, b| a.share.total_cmp(&b.share));
        let (Some(most), Some(least)) = (most, least) else { continue };
        let word =
            if pair.must_disagree { "They must disagree on" } else { "No shared ranking gives both their way on" };
        says.push(format!(
            "{word} {} and {}: {} of {} put {} first, {} of {} do.",
            pair.first,
            pair.second,
            percent(most.share),
            most.group,
            pair.first,
            percent(least.share),
            least.group
        ));
    }
    says
}

fn by_group(answer: &WeighAnswer) -> Option<String> {
    let named = |group: &super::WeighGroup| {
        let (first, share) = group.first.as_ref().zip(group.first_share)?;
        Some(format!("{}: {first} ({})", group.group, percent(share)))
    };
    let said: Vec<String> = answer.groups.iter().filter_map(named).collect();
    (!said.is_empty()).then(|| format!("First most often, by group: {}.", said.join("; ")))
}

fn shape(answer: &WeighAnswer) -> Option<String> {
    let linear = answer.sensitivity.first()?;
    let moved: Vec<String> = answer
        .sensitivity
        .iter()
        .filter(|shape| shape.first != linear.first)
        .map(|shape| format!("{} ({})", shape.first, shape.shape))
        .collect();
    let change = answer.sensitivity.iter().map(|shape| shape.largest_change).fold(0.0, f64::max);
    Some(if moved.is_empty() {
        format!(
            "The first place stands if scores are worth less and less, more and more, or only beyond a threshold; no share of \
             a rank moves by more than {}.",
            percent(change)
        )
    } else {
        format!("The first place hangs on the shape of value: with other shapes it is {}.", moved.join(", "))
    })
}

/// What is not shown.
pub fn withheld(people: &People, all: &Acceptability) -> Vec<String> {
    let mut says = Vec::new();
    if !people.shown.total {
        says.push(format!(
            "No counts are shown: the weights are of fewer than {FEWEST} people. (Without the columns participant and group \
             rows count as weight vectors that are nobody's in particular.)"
        ));
        return says;
    }
    let hidden: Vec<&str> = people.shown.withheld().map(|at| people.groups[at].name.as_str()).collect();
    if !hidden.is_empty() {
        says.push(format!(
            "Not shown: {}. A group of fewer than {FEWEST} people gets no statistics, and neither does the next smallest, so \
             that nothing can be subtracted from the total.",
            hidden.join(", ")
        ));
    }
    if people.count.is_some() && all.central_weights.iter().any(Option::is_some) {
        says.push(format!(
            "Nobody's own weights are shown. A central weight is the mean of those who rank an alternative first; it is shown \
             where they are at least {FEWEST} people, and never by group."
        ));
    }
    says
}

/// How to read the figures.
pub fn notes(people: &People, table: &CriteriaTable) -> Vec<String> {
    let mut notes = vec![
        "Counts are exact over the given weights, each brought to the sum 1; ties stand in the order of the criteria file. \
         SMAA-2: Lahdelma and Salminen (2001)."
            .to_owned(),
    ];
    if table.limits.is_none() {
        notes.push("The scores are taken as certain, so there are no confidence factors.".to_owned());
    }
    if people.groups.len() > 1 {
        notes.push(
            "Groups are compared, never averaged. The total counts every weight vector once, so large groups weigh more in it."
                .to_owned(),
        );
    }
    notes
}
