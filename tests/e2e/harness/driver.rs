//! The program that drives the browser.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::engine::Engine;
use super::webkit::Screen;
use super::{Setup, chromium, firefox, webkit};

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver on a free port, ended when it is dropped, with its browser.
pub struct Driver {
    process: Child,
    port: u16,
    // After the driver, which needs it to the end.
    screen: Option<Screen>,
}

impl Driver {
    /// Starts one. Somebody else may take the free port before the driver does: it ends then, and is started again.
    pub fn start(engine: Engine, setup: Setup) -> Self {
        const TRIES: usize = 5;
        let mut screen = (engine == Engine::WebKit).then(|| Screen::start(setup));
        for _ in 0..TRIES {
            let port = free_port();
            let mut command = match engine {
                Engine::Chromium => chromium::driver(port),
                Engine::Firefox => firefox::driver(port),
                Engine::WebKit => webkit::driver(port, screen.as_ref().expect("a screen")),
            };
            if let Some(zone) = setup.time_zone {
                command.env("TZ", zone);
            }
            let process = spawn(&command, Stdio::null());
            let mut driver = Self { process, port, screen };
            if driver.listens() {
                return driver;
            }
            screen = driver.screen.take();
        }
        panic!(
            "the driver of {engine:?} ended {TRIES} times before it listened: is it missing, or too old? 'make test' installs it"
        );
    }

    fn listens(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return true;
            }
            if self.process.try_wait().expect("the state of the driver").is_some() {
                return false;
            }
            sleep(Duration::from_millis(10));
        }
        panic!("the driver does not listen on port {} after {PATIENCE:?}", self.port);
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver has ended its browser together with the session. Not one that hangs: that would stay.
        let driver = self.process.id().to_string();
        _ = Command::new("pkill").args(["-KILL", "-P", &driver]).stderr(Stdio::null()).status();
        end(&mut self.process);
    }
}

/// Starts a program of `make test`, which ends together with the tests, however they end.
pub fn spawn(command: &Command, output: Stdio) -> Child {
    // The shell becomes the program. What it leaves behind, and no child of the program, waits until nobody holds this
    // process' end of the pipe any more.
    const AND_ITS_WATCHMAN: &str = r#"exec 3<&0 </dev/null
        ({ cat <&3; pkill -KILL -P $$; kill -KILL $$; } >/dev/null 2>&1 &)
        exec "$0" "$@" 3<&-"#;
    let mut shell = Command::new("sh");
    shell.args(["-c", AND_ITS_WATCHMAN]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.stdin(Stdio::piped()).stdout(output).stderr(Stdio::null());
    shell.spawn().unwrap_or_else(|error| panic!("no shell for {command:?}: {error}"))
}

/// Ends a program at once.
pub fn end(process: &mut Child) {
    _ = process.kill();
    _ = process.wait();
}

/// The value of an environment variable, or else the name that a program ordinarily has.
pub fn program(variable: &str, name: &str) -> String {
    std::env::var(variable).ok().filter(|value| !value.is_empty()).unwrap_or_else(|| name.into())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
