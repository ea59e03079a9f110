//! A PostgreSQL of the test's own: Debian's programs, a folder and a port of their own, stopped and removed with the test.
//! Where PostgreSQL is missing the test fails: a record that was not tried on both databases was not tried.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

pub struct Server {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Server {
    pub fn start() -> Self {
        let programs = programs();
        let folder = std::env::temp_dir().join(format!("adit-pg-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        if is_root() {
            assert!(Command::new("chown").arg("postgres").arg(&folder).status().unwrap().success());
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Self { folder, programs, port };
        let data = server.data();
        server.run(&format!("initdb -D {data} -A trust -U postgres --no-sync"));
        server.start_again();
        server
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    /// Starts it, and waits until it answers.
    pub fn start_again(&self) {
        let (data, port) = (self.data(), self.port);
        let options = format!("-k {} -h 127.0.0.1 -p {port} -F -c max_connections=60", self.folder.display());
        self.run(&format!("pg_ctl -D {data} -o '{options}' -l {data}/log -w -t 120 start"));
    }

    /// Stops it at once, as a crash does.
    pub fn stop(&self) {
        self.run(&format!("pg_ctl -D {} -m immediate -w stop", self.data()));
    }

    /// An empty database, by its address.
    pub async fn database(&self, name: &str) -> String {
        let mut admin = PgConnection::connect(&self.address("postgres")).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut admin).await.unwrap();
        self.address(name)
    }

    fn address(&self, name: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    fn run(&self, command: &str) {
        let output = self.command(command);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// PostgreSQL does not run as root.
    fn command(&self, command: &str) -> Output {
        let command = format!("{}/{command}", self.programs.display());
        let mut shell = if is_root() { Command::new("su") } else { Command::new("sh") };
        if is_root() {
            shell.args(["postgres", "-s", "/bin/sh"]);
        }
        // The server outlives this command, so it must not hold its pipes.
        shell.args(["-c", &format!("{command} >/dev/null")]).current_dir("/").output().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.command(&format!("pg_ctl -D {}/data -m immediate -w stop", self.folder.display())));
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    String::from_utf8_lossy(&id.stdout).trim() == "0"
}

fn programs() -> PathBuf {
    let debian =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = debian.chain(std::env::split_paths(&path));
    all.filter(|folder| Path::join(folder, "initdb").exists())
        .max()
        .expect("PostgreSQL is needed for this test: apt-get install postgresql (scripts/setup.sh --tests does)")
}
