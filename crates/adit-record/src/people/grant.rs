//! Roles that an account holds, and where.

use crate::moment::Moment;
use crate::people::trail::{Trace, note};
use crate::people::{Act, Outcome, PeopleError, Place};
use crate::record::Record;
use crate::store::Step;
pub use crate::voice::Role;

/// Where a role is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// In one project.
    Project(String),
    /// In every project of a region, by its NUTS code; `FI1` holds `FI1D` with it.
    Region(String),
    /// Everywhere on this server.
    Everywhere,
}

impl Where {
    /// As it is stored: `project:ID`, `region:CODE` or `everywhere`.
    pub fn word(&self) -> String {
        match self {
            Self::Project(id) => format!("project:{id}"),
            Self::Region(code) => format!("region:{code}"),
            Self::Everywhere => "everywhere".to_owned(),
        }
    }

    /// From the stored form.
    pub fn read(word: &str) -> Option<Self> {
        match word.split_once(':') {
            Some(("project", id)) => Some(Self::Project(id.to_owned())),
            Some(("region", code)) => Some(Self::Region(code.to_owned())),
            None if word == "everywhere" => Some(Self::Everywhere),
            _ => None,
        }
    }

    /// Whether the place of an act lies in it.
    pub fn holds(&self, place: &Place) -> bool {
        match self {
            Self::Project(id) => place.project.as_ref() == Some(id),
            Self::Region(code) => place.region.as_ref().is_some_and(|region| region.starts_with(code.as_str())),
            Self::Everywhere => true,
        }
    }

    /// Whether one place may lie in both: a project may be in any region.
    fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Project(one), Self::Project(two)) => one == two,
            (Self::Region(one), Self::Region(two)) => one.starts_with(two.as_str()) || two.starts_with(one.as_str()),
            _ => true,
        }
    }
}

/// One role at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where.
    pub at: Where,
}

/// Who asks to do something, and what they hold. A reader has no account and no grants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grants {
    /// The number of the account, if somebody signed in.
    pub account: Option<i64>,
    /// What it holds.
    pub held: Vec<Grant>,
}

impl Grants {
    /// Whether a role is held at a place.
    pub fn holds(&self, role: Role, place: &Place) -> bool {
        self.account.is_some() && self.held.iter().any(|grant| grant.role == role && grant.at.holds(place))
    }
}

/// Whether a clerk would also speak for a company or an authority at the same place (rules of the record: author and
/// recorder).
fn clash(held: &[Grant], new: &Grant) -> bool {
    let speaks = |role| matches!(role, Role::Company | Role::Authority);
    held.iter().any(|grant| {
        let both = (grant.role == Role::Clerk && speaks(new.role)) || (new.role == Role::Clerk && speaks(grant.role));
        both && grant.at.meets(&new.at)
    })
}

const HELD: &str = "SELECT role, place FROM grants WHERE account = $1 ORDER BY role, place";
const ADD: &str = "INSERT INTO grants (account, role, place, since) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (account, role, place) DO NOTHING";
const TAKE: &str = "DELETE FROM grants WHERE account = $1 AND role = $2 AND place = $3";

/// What an account holds.
pub(super) async fn held(step: &mut Step, account: i64) -> Result<Vec<Grant>, PeopleError> {
    let mut held = Vec::new();
    for row in step.rows(HELD, &[account.into()]).await? {
        let (role, place): (String, String) = (row.get(0)?, row.get(1)?);
        let role = Role::ALL.into_iter().find(|known| known.word() == role).ok_or(PeopleError::Unreadable("a role"))?;
        held.push(Grant { role, at: Where::read(&place).ok_or(PeopleError::Unreadable("the place of a role"))? });
    }
    Ok(held)
}

/// Gives a role, unless it clashes with another.
pub(super) async fn give(step: &mut Step, account: i64, grant: &Grant, now: Moment) -> Result<(), PeopleError> {
    if clash(&held(step, account).await?, grant) {
        return Err(PeopleError::RolesClash);
    }
    let (role, place) = (grant.role.word(), grant.at.word());
    step.run(ADD, &[account.into(), role.into(), place.as_str().into(), now.seconds().into()]).await?;
    Ok(())
}

impl Record {
    /// Gives an account a role at a place; `by` is the account that does so, none at the command line.
    pub async fn give_role(
        &self,
        account: i64,
        grant: &Grant,
        by: Option<i64>,
        now: Moment,
    ) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        super::account::must_exist(&mut step, account).await?;
        give(&mut step, account, grant, now).await?;
        note(&mut step, &trace(by, grant, now)).await?;
        Ok(step.commit().await?)
    }

    /// Takes a role from an account; whether it had it.
    pub async fn take_role(
        &self,
        account: i64,
        grant: &Grant,
        by: Option<i64>,
        now: Moment,
    ) -> Result<bool, PeopleError> {
        let mut step = self.writing().await?;
        let (role, place) = (grant.role.word(), grant.at.word());
        let taken = step.run(TAKE, &[account.into(), role.into(), place.as_str().into()]).await?;
        note(&mut step, &trace(by, grant, now)).await?;
        step.commit().await?;
        Ok(taken > 0)
    }

    /// What an account holds.
    pub async fn grants(&self, account: i64) -> Result<Grants, PeopleError> {
        let mut step = self.reading().await?;
        Ok(Grants { account: Some(account), held: held(&mut step, account).await? })
    }
}

fn trace(by: Option<i64>, grant: &Grant, now: Moment) -> Trace {
    let project = if let Where::Project(id) = &grant.at { Some(id.clone()) } else { None };
    Trace { at: now, account: by, act: Act::GrantRoles.word(), project, entry: None, outcome: Outcome::Done }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(project: &str, region: &str) -> Place {
        Place { project: Some(project.to_owned()), region: Some(region.to_owned()) }
    }

    #[test]
    fn a_role_reaches_as_far_as_its_place() {
        let place = at("keliber", "FI1D");
        for (word, holds) in [
            ("everywhere", true),
            ("project:keliber", true),
            ("project:keli", false),
            ("region:FI1", true),
            ("region:FI1D5", false),
            ("region:SE", false),
        ] {
            let at = Where::read(word).unwrap();
            assert_eq!(at.word(), word);
            assert_eq!(at.holds(&place), holds, "{word}");
        }
        assert!(!Where::read("region:FI").unwrap().holds(&Place::default()));
        assert_eq!(Where::read("galaxy:1"), None);
    }

    #[test]
    fn a_clerk_speaks_for_nobody_where_they_are_clerk() {
        let grant = |role, word| Grant { role, at: Where::read(word).unwrap() };
        let clerk = [grant(Role::Clerk, "project:a")];
        assert!(clash(&clerk, &grant(Role::Company, "project:a")));
        assert!(clash(&clerk, &grant(Role::Authority, "everywhere")));
        assert!(clash(&clerk, &grant(Role::Authority, "region:FI")), "the project may be there");
        assert!(!clash(&clerk, &grant(Role::Company, "project:b")));
        assert!(!clash(&clerk, &grant(Role::Editor, "project:a")));
        assert!(clash(&[grant(Role::Company, "region:FI1")], &grant(Role::Clerk, "region:FI1D")));
    }
}
