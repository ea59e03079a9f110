//! What no single table shows: circles of prerequisites, rules that contradict each other, projects that are not there.

use super::PortfolioFile;
use super::rule::Kind;
use crate::finding::Finding;
use crate::suggest;
use crate::toml_reader::Reader;

/// Looks at the file as a whole.
pub(super) fn judge(reader: &mut Reader, file: &PortfolioFile) {
    unknown(reader, file);
    circles(reader, file);
    contradictions(reader, file);
}

fn unknown(reader: &mut Reader, file: &PortfolioFile) {
    for project in &file.projects {
        for (id, at) in project.needs.iter().chain(&project.excludes) {
            if *id == project.id {
                let finding = Finding::error("portfolio.circular", format!("project {id} names itself"));
                reader.say_at(finding.hint("remove it"), *at);
            } else if !file.projects.iter().any(|other| other.id == *id) {
                let ids = file.projects.iter().map(|other| other.id.as_str());
                let hint = suggest::hint(id, ids, "add the project, or remove the name");
                let says = format!("project {}: there is no project {id} in the portfolio", project.id);
                reader.say_at(Finding::error("portfolio.unknown-id", says).hint(hint), *at);
            }
        }
    }
}

/// What each project needs, by places: from its own line and from rules.
fn needs(file: &PortfolioFile) -> Vec<Vec<usize>> {
    let place = |id: &String| file.projects.iter().position(|project| project.id == *id);
    let mut needs: Vec<Vec<usize>> = Vec::with_capacity(file.projects.len());
    for project in &file.projects {
        needs.push(project.needs.iter().filter_map(|(id, _)| place(id)).collect());
    }
    for rule in file.rules.iter().filter(|rule| rule.kind == Kind::Prerequisite) {
        for mine in rule.projects.iter().filter_map(place) {
            needs[mine].extend(rule.needs.iter().filter_map(place));
        }
    }
    needs
}

/// A circle of prerequisites is said once, at the first of its projects. (Depth first, without recursion.)
fn circles(reader: &mut Reader, file: &PortfolioFile) {
    let needs = needs(file);
    let mut done = vec![false; needs.len()];
    for from in 0..needs.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        let mut here = vec![(from, 0)];
        while let Some((at, next)) = here.pop() {
            path.truncate(path.iter().position(|(on, _)| *on == at).unwrap_or(path.len()));
            if done[at] {
                continue;
            }
            let Some(&to) = needs[at].get(next) else {
                done[at] = true;
                continue;
            };
            here.push((at, next + 1));
            path.push((at, next));
            if let Some(first) = path.iter().position(|(on, _)| *on == to) {
                let names: Vec<&str> = path[first..].iter().map(|(on, _)| file.projects[*on].id.as_str()).collect();
                if names.len() > 1 {
                    let says = format!("prerequisites run in a circle: {} needs {}", names.join(" needs "), names[0]);
                    let hint =
                        "projects that cannot be built without each other are one project, or one of them starts first";
                    reader.say_at(Finding::error("portfolio.circular", says).hint(hint), file.projects[to].at);
                    return;
                }
            } else {
                here.push((to, 0));
            }
        }
    }
}

/// Rules that no choice can meet together and that can be seen without solving anything.
fn contradictions(reader: &mut Reader, file: &PortfolioFile) {
    let hint = "remove one of the two, or loosen it";
    for (place, rule) in file.rules.iter().enumerate() {
        if let (Some(most), Some(least)) = (rule.at_most, rule.at_least)
            && least > most
        {
            let says = format!("rule {}: at least {least} and at most {most} cannot both hold", rule.kind.word());
            reader.say_at(Finding::error("portfolio.contradiction", says).hint("swap the two numbers"), rule.at);
        }
        for other in &file.rules[..place] {
            let both = |one: Kind, two: Kind| {
                (rule.kind == one && other.kind == two) || (rule.kind == two && other.kind == one)
            };
            if both(Kind::Include, Kind::Exclude) {
                for id in rule.projects.iter().filter(|id| other.projects.contains(id)) {
                    let says =
                        format!("{id} is included here and excluded in line {}, or the other way round", other.at.0);
                    reader.say_at(Finding::error("portfolio.contradiction", says).hint(hint), rule.at);
                }
            }
            let same = rule.kind == other.kind
                && rule.measure == other.measure
                && rule.year == other.year
                && rule.places == other.places
                && rule.materials == other.materials
                && rule.stages == other.stages
                && rule.projects == other.projects;
            let crossed = |one: &super::Rule, two: &super::Rule| {
                one.at_least.zip(two.at_most).is_some_and(|(least, most)| least > most)
            };
            if same && matches!(rule.kind, Kind::Limit | Kind::Count) && (crossed(rule, other) || crossed(other, rule))
            {
                let says = format!("contradicts the rule in line {}: no number meets both", other.at.0);
                reader.say_at(Finding::error("portfolio.contradiction", says).hint(hint), rule.at);
            }
        }
    }
    included(reader, file);
}

/// What must be chosen, against what cannot be chosen with it.
fn included(reader: &mut Reader, file: &PortfolioFile) {
    let chosen: Vec<&String> =
        file.rules.iter().filter(|rule| rule.kind == Kind::Include).flat_map(|rule| &rule.projects).collect();
    for project in file.projects.iter().filter(|project| chosen.contains(&&project.id)) {
        for (id, at) in project.excludes.iter().filter(|(id, _)| chosen.contains(&id)) {
            let says = format!("{} excludes {id}, and rules include both", project.id);
            let finding = Finding::error("portfolio.contradiction", says);
            reader.say_at(finding.hint("remove one of the two from the rules that include"), *at);
        }
    }
}
