//! The command line of adit.
//!
//! Answers go to standard output, notes and progress to standard error. Exit code 0: fine; 1: the check or the question
//! failed; 2: the call was wrong.

use std::process::ExitCode;

use clap::Parser;

mod args;
mod ask;
mod commands;
mod open;
mod outcome;
mod print;
mod progress;
mod today;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let global = &cli.global;
    let outcome = match &cli.command {
        args::Command::Risk(risk) => commands::risk::run(global, risk),
        args::Command::Audit(audit) => commands::audit::run(global, audit),
        args::Command::Chain(chain) => commands::chain::run(global, chain),
        args::Command::Region(region) => commands::region::run(global, region),
        args::Command::Together(together) => commands::together::run(global, together),
        args::Command::Benchmarks(benchmarks) => commands::benchmarks::run(global, benchmarks),
        args::Command::Outlook(outlook) => commands::outlook::run(global, outlook),
        args::Command::Appraise(appraise) => commands::appraise::run(global, appraise),
        args::Command::Choose(choose) => commands::choose::run(global, choose),
        args::Command::Weigh(weigh) => commands::weigh::run(global, weigh),
        args::Command::Clock(clock) => commands::clock::run(global, clock),
        args::Command::Obligations(obligations) => commands::obligations::run(global, obligations),
        args::Command::Plan(plan) => commands::plan::run(global, plan),
        args::Command::Geopolrisk(geopolrisk) => commands::geopolrisk::run(global, geopolrisk),
        args::Command::Why(why) => commands::why::run(global, why),
        args::Command::Flip(flip) => commands::flip::run(global, flip),
        args::Command::Explain(explain) => commands::explain::run(global, explain),
        args::Command::Facts(facts) => commands::facts::run(global, facts),
        args::Command::Init(init) => commands::workspace::init(init),
        args::Command::Check(check) => commands::workspace::check(global, check),
        args::Command::Import(import) => commands::import::run(global, import),
        args::Command::Round(round) => commands::round::run(global, round),
        args::Command::People(people) => commands::people::run(global, people),
        args::Command::Voice(voice) => commands::voice::run(global, voice),
        args::Command::Db(db) => commands::db::run(global, db),
        args::Command::Serve(serve) => commands::serve::run(global, serve),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}
