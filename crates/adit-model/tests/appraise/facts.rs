//! Every project of the facts is appraised, or refused with a list of what is unknown.

use adit_facts::Package;
use adit_model::choose::appraise::{AppraisalError, Asked, appraise, gather};
use adit_model::workings::Workings;

fn package() -> Package {
    Package::embedded().unwrap()
}

#[test]
fn projects_are_appraised_or_say_what_is_unknown() {
    let package = package();
    let mut appraised = 0;
    for project in package.projects() {
        match gather(&package, &Asked::project(&project.id), &mut Workings::default()) {
            Ok(plan) => {
                let appraisal = appraise(&plan).unwrap();
                assert!(appraisal.npv.is_finite(), "{}", project.id);
                assert!(
                    (appraisal.npv - appraisal.npv_nominal).abs() <= 1e-9 * (1.0 + appraisal.npv.abs()),
                    "{}",
                    project.id
                );
                appraised += 1;
            }
            Err(AppraisalError::Missing { missing, .. }) => {
                assert!(!missing.is_empty(), "{}", project.id);
            }
            Err(other) => panic!("{}: {other}", project.id),
        }
    }
    assert!(appraised >= 15, "{appraised} projects can be appraised");
}

#[test]
fn an_unknown_project_is_refused_with_the_nearest() {
    let refused = gather(&package(), &Asked::project("kelibre"), &mut Workings::default()).unwrap_err();
    assert!(refused.to_string().contains("keliber"), "{refused}");
}
