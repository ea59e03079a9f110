//! `adit people`: accounts, roles, codes and the trail of acts, for the person who runs the server.

use std::io::{IsTerminal, Read};

use adit_answer::tables::{Cell, Column, PlainTable};
use adit_record::people::{Account, Grant, NewAccount, ON_PAPER, PeopleError, Role, Where};
use adit_record::{Moment, Record};
use anyhow::Context;
use serde_json::json;

use crate::args::{At, Format, Global, People, PeopleAdd, PeopleCommand, PeopleErase, PeopleExport, PeopleOne};
use crate::args::{PeopleLetter, PeopleList, PeopleRole, PeopleTrail};
use crate::commands::round::record;
use crate::outcome::Stop;
use crate::print;

mod codes;
mod password;

/// Runs one of the commands.
pub fn run(global: &Global, people: &People) -> Result<(), Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        match &people.command {
            PeopleCommand::Add(call) => add(global, call).await,
            PeopleCommand::List(call) => list(global, call).await,
            PeopleCommand::Grant(call) => grant(global, call).await,
            PeopleCommand::Revoke(call) => revoke(global, call).await,
            PeopleCommand::Disable(call) => disable(global, call).await,
            PeopleCommand::Export(call) => export(call).await,
            PeopleCommand::Erase(call) => erase(global, call).await,
            PeopleCommand::Codes(call) => codes::run(global, call).await,
            PeopleCommand::Letter(call) => letter(global, call).await,
            PeopleCommand::Trail(call) => trail(global, call).await,
        }
    })
}

async fn add(global: &Global, call: &PeopleAdd) -> Result<(), Stop> {
    let grants = match &call.role {
        Some(role) => vec![held(role, &call.at)?],
        None => Vec::new(),
    };
    let record = record(&call.db).await?;
    let password = password::read()?;
    let pseudonym = call.pseudonym.as_deref().unwrap_or(&call.name);
    let new = NewAccount { name: &call.name, password: &password, pseudonym, email: None, grants: &grants };
    let account = record.add_account(&new, None, Moment::now()).await?;
    if global.format == Format::Json {
        return print::json(&json!({"format": 1, "account": account.number, "pseudonym": account.pseudonym}));
    }
    print::text(&format!(
        "Account {} is made: it signs in as {} and speaks as {}.",
        account.number, call.name, pseudonym
    ))
}

async fn list(global: &Global, call: &PeopleList) -> Result<(), Stop> {
    let record = record(&call.db).await?;
    let mut rows = Vec::new();
    for account in record.accounts().await? {
        let held = record.grants(account.number).await?.held;
        let roles: Vec<String> =
            held.iter().map(|grant| format!("{} {}", grant.role.word(), grant.at.word())).collect();
        rows.push(vec![
            // Numbers of accounts are far below 2^53.
            Cell::plain(Some(account.number as f64)),
            Cell::text(account.name.unwrap_or_default()),
            Cell::text(account.pseudonym),
            Cell::text(roles.join(", ")),
            Cell::text(account.confirmed.word().to_owned()),
            Cell::text(account.created.day()),
            Cell::text(account.disabled.map(Moment::day).unwrap_or_default()),
        ]);
    }
    let columns = vec![
        Column::number("account", "Account", ""),
        Column::text("name", "Signs in as"),
        Column::text("pseudonym", "Speaks as"),
        Column::text("roles", "Roles"),
        Column::text("confirmed", "Confirmed by"),
        Column::text("created", "Since"),
        Column::text("disabled", "Disabled"),
    ];
    show(global, "accounts", "Accounts", columns, rows, "There is no account yet.")
}

async fn grant(global: &Global, call: &PeopleRole) -> Result<(), Stop> {
    let grant = held(&call.role, &call.at)?;
    let record = record(&call.db).await?;
    let account = found(&record, &call.name).await?;
    record.give_role(account.number, &grant, None, Moment::now()).await?;
    print::note(global.quiet, &format!("{} is {} of {} now.", call.name, grant.role.word(), grant.at.word()))
}

async fn revoke(global: &Global, call: &PeopleRole) -> Result<(), Stop> {
    let grant = held(&call.role, &call.at)?;
    let record = record(&call.db).await?;
    let account = found(&record, &call.name).await?;
    if record.take_role(account.number, &grant, None, Moment::now()).await? {
        return print::note(global.quiet, &format!("{} is {} of {} no more.", call.name, call.role, grant.at.word()));
    }
    let says = format!("{} does not hold the role {} of {}", call.name, call.role, grant.at.word());
    Err(Stop::wrong(says, "`adit people list` shows who holds what"))
}

async fn disable(global: &Global, call: &PeopleOne) -> Result<(), Stop> {
    let record = record(&call.db).await?;
    let account = found(&record, &call.name).await?;
    record.disable_account(account.number, None, Moment::now()).await?;
    print::note(global.quiet, &format!("Account {} is disabled, and its sessions have ended.", account.number))
}

async fn export(call: &PeopleExport) -> Result<(), Stop> {
    let record = record(&call.one.db).await?;
    let own = record.own_data(found(&record, &call.one.name).await?.number).await?;
    let Some(file) = &call.output else { return print::json(&own) };
    let text = serde_json::to_string_pretty(&own).map_err(anyhow::Error::from)?;
    std::fs::write(file, text + "\n").with_context(|| format!("cannot write {}", file.display()))?;
    Ok(())
}

async fn erase(global: &Global, call: &PeopleErase) -> Result<(), Stop> {
    let record = record(&call.one.db).await?;
    let account = found(&record, &call.one.name).await?;
    if !call.yes {
        let says = format!("account {} would be erased, which cannot be undone", account.number);
        return Err(Stop::wrong(says, "say --yes if it should be; `adit people export` keeps a copy of what is known"));
    }
    record.erase_account(account.number, None, Moment::now()).await?;
    print::note(global.quiet, &format!("Account {} is erased; the trail keeps its number.", account.number))
}

async fn letter(global: &Global, call: &PeopleLetter) -> Result<(), Stop> {
    let record = record(&call.one.db).await?;
    let account = found(&record, &call.one.name).await?;
    let Some(name) = &account.name else {
        let says = format!("account {} was entered with a code and signs in by no name", account.number);
        return Err(Stop::wrong(says, "give its holder another participation code"));
    };
    let now = Moment::now();
    let code = record.letter_on_paper(account.number, now).await?;
    let until = Moment::from_seconds(now.seconds() + ON_PAPER).in_words();
    let text = format!(
        "A new password\n\nSign-in name: {name}\nCode: {code}\n\nOpen /recover on the site of the record, type the code and choose a \
         password of at least 12\nletters. The code works once, until {until}. Whoever has it can use it.\n"
    );
    if let Some(file) = &call.output {
        std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
        return print::note(
            global.quiet,
            &format!("The letter is in {}; the code is shown only there.", file.display()),
        );
    }
    print::text(text.trim_end())
}

async fn trail(global: &Global, call: &PeopleTrail) -> Result<(), Stop> {
    let record = record(&call.db).await?;
    let acts = record.trail(None, call.project.as_deref(), call.account, i64::from(call.limit)).await?;
    let number = |value: Option<i64>| Cell::plain(value.map(|value| value as f64));
    let rows = acts.into_iter().map(|act| {
        vec![
            Cell::text(act.at.to_string()),
            number(act.account),
            Cell::text(act.act),
            Cell::text(act.project.unwrap_or_default()),
            number(act.entry),
            Cell::text(act.outcome),
        ]
    });
    let columns = vec![
        Column::text("at", "When"),
        Column::number("account", "Account", ""),
        Column::text("act", "Act"),
        Column::text("project", "Project"),
        Column::number("entry", "Entry", ""),
        Column::text("outcome", "Outcome"),
    ];
    show(global, "trail", "The trail of acts", columns, rows.collect(), "Nothing was done yet.")
}

fn show(
    global: &Global,
    name: &str,
    title: &str,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    none: &str,
) -> Result<(), Stop> {
    let table = PlainTable { name: name.to_owned(), title: title.to_owned(), columns, rows, notes: Vec::new() };
    match global.format {
        Format::Csv => print::text(&table.to_csv()),
        Format::Json => {
            let rows = table.lines().map(|line| {
                let named = table.columns.iter().zip(line).map(|(column, cell)| (column.id.clone(), cell.into()));
                serde_json::Value::Object(named.collect())
            });
            print::json(&json!({"format": 1, name: rows.collect::<Vec<_>>()}))
        }
        Format::Table if table.rows.is_empty() => print::text(none),
        Format::Table => print::table(&table),
    }
}

/// A role at a place, as the call names it.
fn held(role: &str, at: &At) -> Result<Grant, Stop> {
    let role = Role::read(role).ok_or_else(|| {
        let roles = Role::ALL.map(Role::word).join(", ");
        Stop::wrong(format!("\"{role}\" is no role"), format!("the roles are {roles}"))
    })?;
    let at = match (&at.project, &at.region, at.everywhere) {
        (Some(id), None, false) => Where::Project(id.clone()),
        (None, Some(code), false) => Where::Region(code.to_uppercase()),
        (None, None, true) => Where::Everywhere,
        _ => return Err(Stop::wrong("where is the role held?", "say --project ID, --region CODE or --everywhere")),
    };
    Ok(Grant { role, at })
}

/// The account of a sign-in name or a number.
async fn found(record: &Record, name: &str) -> Result<Account, Stop> {
    match name.parse::<i64>() {
        Ok(number) => Ok(record.account(number).await?),
        Err(_) => Ok(record.account_named(name).await?),
    }
}

impl From<PeopleError> for Stop {
    fn from(error: PeopleError) -> Self {
        let says = error.to_string();
        match error {
            PeopleError::Record(error) => error.into(),
            PeopleError::NoSuchAccount => Self::wrong(says, "`adit people list` shows the accounts"),
            PeopleError::NameTaken => Self::wrong(says, "choose another name"),
            PeopleError::PseudonymTaken => Self::wrong(says, "choose another with --pseudonym"),
            PeopleError::RolesClash => Self::wrong(says, "make a second account for the other role"),
            PeopleError::Name | PeopleError::Pseudonym | PeopleError::WeakPassword(_) => {
                Self::Wrong { says, hint: None }
            }
            other => Self::Broken(other.into()),
        }
    }
}

/// Standard input, whole; for what must not stand in a call.
fn piped() -> Result<Option<String>, Stop> {
    let mut input = std::io::stdin().lock();
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    Ok(Some(text))
}
