//! How a command ends when it does not end well.

use std::io::Write;
use std::process::ExitCode;

use adit_answer::AnswerError;
use adit_facts::Finding;

/// Why a command stops.
#[derive(Debug)]
pub enum Stop {
    /// The check or the question failed: exit code 1.
    Failed(Vec<Finding>),
    /// The call was wrong: exit code 2.
    Wrong {
        /// What is wrong.
        says: String,
        /// How to mend it.
        hint: Option<String>,
    },
    /// Something else went wrong (a pipe, a port): exit code 1.
    Broken(anyhow::Error),
}

impl Stop {
    /// A wrong call.
    pub fn wrong(says: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Wrong { says: says.into(), hint: Some(hint.into()) }
    }

    /// Says it on standard error and gives the exit code.
    pub fn report(&self) -> ExitCode {
        let mut out = std::io::stderr().lock();
        // A closed standard error leaves only the exit code to say it.
        let (code, said) = match self {
            Self::Failed(findings) => (1, findings.iter().try_for_each(|finding| writeln!(out, "{finding}"))),
            Self::Wrong { says, hint: Some(hint) } => (2, writeln!(out, "error: {says}\n  hint: {hint}")),
            Self::Wrong { says, hint: None } => (2, writeln!(out, "error: {says}")),
            Self::Broken(error) if is_closed_pipe(error) => (0, Ok(())),
            Self::Broken(error) => (1, writeln!(out, "error: {error:#}")),
        };
        drop(said);
        ExitCode::from(code)
    }
}

/// `adit risk | head` closes the pipe early; that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}

impl From<AnswerError> for Stop {
    fn from(error: AnswerError) -> Self {
        if matches!(error, AnswerError::NotKnown { .. }) {
            return Self::Failed(vec![Finding::error(error.code(), error.to_string())]);
        }
        if let AnswerError::File(findings) = error {
            return Self::Failed(findings);
        }
        Self::Wrong { says: error.to_string(), hint: error.hint() }
    }
}

impl From<Finding> for Stop {
    fn from(finding: Finding) -> Self {
        Self::Failed(vec![finding])
    }
}

impl From<Vec<Finding>> for Stop {
    fn from(findings: Vec<Finding>) -> Self {
        Self::Failed(findings)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.into())
    }
}
