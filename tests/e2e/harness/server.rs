//! A static file server that remembers what it was asked, and can be told to misbehave.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::Response;
use futures_util::StreamExt;
use futures_util::stream::once;
use tokio::runtime::{Builder, Runtime};

/// A script that stands before all others in the page. It is there for every engine in the same way, other than what
/// drivers offer for this.
const WITNESS: &str = "witness.js";

/// What installs the service worker. Most tests are given nothing in its place: a worker would answer in the server's stead,
/// from the second page on.
const INSTALLER: &str = "offline.js";

/// What is answered instead of a file.
#[derive(Clone)]
pub enum Answer {
    /// Only a status.
    Status(u16),
    /// Other contents, with the content type of the name asked for.
    Contents(Vec<u8>),
    /// The file itself, after so many milliseconds.
    Late(u64),
    /// The file itself, and so many milliseconds between its two halves.
    Halves(u64),
}

impl From<&str> for Answer {
    fn from(contents: &str) -> Self {
        Self::Contents(contents.into())
    }
}

impl From<&serde_json::Value> for Answer {
    fn from(contents: &serde_json::Value) -> Self {
        Self::Contents(contents.to_string().into())
    }
}

/// Serves a folder under a path of a free port until it is dropped.
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    /// Of its own, so that connections end together with it; nothing while it is dead.
    runtime: Mutex<Option<Runtime>>,
}

struct Site {
    folder: Mutex<PathBuf>,
    /// Begins and ends with a slash.
    path: &'static str,
    replaced: Mutex<Vec<(String, Answer)>>,
    policy: Mutex<Option<String>>,
    is_shared: Mutex<bool>,
    has_worker: Mutex<bool>,
    log: Mutex<Vec<String>>,
    witness: Mutex<String>,
    /// All of them, and how many of them were taken.
    errors: Mutex<(Vec<String>, usize)>,
}

impl Server {
    pub fn start(folder: &Path, path: &'static str) -> Self {
        let index = folder.join("index.html");
        assert!(index.is_file(), "no built app: {} is missing; 'make build' makes it", index.display());
        let site = Arc::new(Site {
            folder: Mutex::new(folder.to_owned()),
            path,
            replaced: Mutex::new(vec![(INSTALLER.into(), "".into())]),
            policy: Mutex::default(),
            is_shared: Mutex::default(),
            has_worker: Mutex::default(),
            log: Mutex::default(),
            witness: Mutex::new(include_str!("witness.js").into()),
            errors: Mutex::default(),
        });
        let (address, runtime) = listen(SocketAddr::from(([127, 0, 0, 1], 0)), &site);
        Self { address, site, runtime: Mutex::new(Some(runtime)) }
    }

    /// Ends it, with all its connections.
    pub fn stop(&self) {
        if let Some(runtime) = self.runtime.lock().unwrap().take() {
            runtime.shutdown_background();
        }
    }

    /// Starts it again where it was.
    pub fn go_on(&self) {
        self.stop();
        *self.runtime.lock().unwrap() = Some(listen(self.address, &self.site).1);
    }

    /// From now on serves another folder.
    pub fn serve(&self, folder: &Path) {
        folder.clone_into(&mut self.site.folder.lock().unwrap());
    }

    /// From now on the app may install its service worker. Pages have no script of the tests then: it could not be had
    /// without a network.
    pub fn let_work_offline(&self) {
        self.mend(INSTALLER);
        *self.site.has_worker.lock().unwrap() = true;
    }

    /// Whether it may have one.
    pub fn has_worker(&self) -> bool {
        *self.site.has_worker.lock().unwrap()
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.path)
    }

    /// From now on every page runs this before anything else.
    pub fn run_first(&self, script: &str) {
        self.site.witness.lock().unwrap().push_str(script);
    }

    /// From now on answers otherwise for the files that `pattern` names: a path with at most one `*`.
    pub fn replace(&self, pattern: &str, answer: impl Into<Answer>) {
        self.site.replaced.lock().unwrap().push((pattern.to_owned(), answer.into()));
    }

    /// From now on answers as ever for what `pattern` names.
    pub fn mend(&self, pattern: &str) {
        self.site.replaced.lock().unwrap().retain(|(other, _)| other != pattern);
    }

    /// From now on sends this Content Security Policy.
    pub fn set_policy(&self, policy: &str) {
        *self.site.policy.lock().unwrap() = Some(policy.to_owned());
    }

    /// From now on lets pages of any origin read its files, as `public/_headers` has it.
    pub fn share(&self) {
        *self.site.is_shared.lock().unwrap() = true;
    }

    /// The paths asked for so far.
    pub fn log(&self) -> Vec<String> {
        self.site.log.lock().unwrap().clone()
    }

    /// The errors that pages met since this was last asked.
    pub fn take_errors(&self) -> Vec<String> {
        let (errors, taken) = &mut *self.site.errors.lock().unwrap();
        errors[std::mem::replace(taken, errors.len())..].to_vec()
    }

    /// Whether a page's WebAssembly has ended by a trap at any time.
    pub fn has_seen_a_trap(&self) -> bool {
        self.site.errors.lock().unwrap().0.iter().any(|error| error.contains("RuntimeError: "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Serves a site at an address, or at a free port.
fn listen(address: SocketAddr, site: &Arc<Site>) -> (SocketAddr, Runtime) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let listener = std::net::TcpListener::bind(address).expect("the port is free");
    listener.set_nonblocking(true).expect("a listener");
    let address = listener.local_addr().expect("its number");
    let router = Router::new().fallback(answer).with_state(Arc::clone(site));
    runtime.spawn(async move {
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        axum::serve(listener, router).await.expect("a server that goes on");
    });
    (address, runtime)
}

async fn answer(State(site): State<Arc<Site>>, uri: Uri, body: String) -> Response {
    let name = uri.path().strip_prefix(site.path);
    // As every server does it.
    let name = name
        .map(|name| if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() });
    let name = name.as_deref();
    if name == Some(WITNESS) {
        return site.witness(body);
    }
    site.log.lock().unwrap().push(uri.path().to_owned());
    let instead = name.and_then(|name| site.instead(name));
    if let Some(Answer::Late(ms)) = instead {
        pause(ms).await;
    }
    let mut response = match name {
        Some(name) => site.file(name, instead.as_ref()),
        None => status(StatusCode::NOT_FOUND),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    if let Some(policy) = site.policy.lock().unwrap().as_deref() {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse().expect("a header's value"));
    }
    if *site.is_shared.lock().unwrap() {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    }
    match instead {
        Some(Answer::Halves(ms)) => in_halves(response, ms).await,
        _ => response,
    }
}

async fn pause(ms: u64) {
    tokio::time::sleep(std::time::Duration::from_millis(ms)).await;
}

/// As over a slow network: the browser shows what has come of a page while it waits for the rest.
async fn in_halves(response: Response, ms: u64) -> Response {
    let (head, body) = response.into_parts();
    let whole = axum::body::to_bytes(body, usize::MAX).await.expect("a file");
    let (first, second) = (whole.slice(..whole.len() / 2), whole.slice(whole.len() / 2..));
    let second = once(async move {
        pause(ms).await;
        second
    });
    let halves = once(async { first }).chain(second).map(Ok::<_, Infallible>);
    Response::from_parts(head, Body::from_stream(halves))
}

impl Site {
    /// Gives the script, or takes the error that it tells of.
    fn witness(&self, error: String) -> Response {
        if error.is_empty() {
            let script = self.witness.lock().unwrap().clone();
            return Response::builder()
                .header(header::CONTENT_TYPE, content_type(WITNESS))
                .header(header::CACHE_CONTROL, "no-store")
                .body(script.into())
                .expect("a response");
        }
        self.errors.lock().unwrap().0.push(error);
        status(StatusCode::NO_CONTENT)
    }

    /// What is answered instead of a file.
    fn instead(&self, name: &str) -> Option<Answer> {
        let replaced = self.replaced.lock().unwrap();
        replaced.iter().rev().find(|(pattern, _)| matches(pattern, name)).map(|(_, answer)| answer.clone())
    }

    fn file(&self, name: &str, instead: Option<&Answer>) -> Response {
        let contents = match instead {
            Some(&Answer::Status(code)) => return status(StatusCode::from_u16(code).expect("a status")),
            Some(Answer::Contents(contents)) => contents.clone(),
            // No dots: nothing above the folder.
            _ if name.split('/').any(|part| part == "..") => return status(StatusCode::NOT_FOUND),
            _ => match std::fs::read(self.folder.lock().unwrap().join(name)) {
                Ok(page) if name.ends_with("index.html") && !*self.has_worker.lock().unwrap() => {
                    with_witness(&page, self.path)
                }
                Ok(contents) => contents,
                Err(_) => return status(StatusCode::NOT_FOUND),
            },
        };
        Response::builder().header(header::CONTENT_TYPE, content_type(name)).body(contents.into()).expect("a response")
    }
}

/// The page with the script before its title, and so before all its own.
fn with_witness(page: &[u8], path: &str) -> Vec<u8> {
    let page = std::str::from_utf8(page).expect("a page in UTF-8");
    let (start, end) = page.split_once("<title>").expect("a page with a title");
    assert!(!start.contains("<script"), "the first script comes after the title");
    format!("{start}<script src={path}{WITNESS}></script><title>{end}").into()
}

fn status(code: StatusCode) -> Response {
    Response::builder().status(code).body(Body::empty()).expect("a response")
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => pattern == name,
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("geojson") => "application/geo+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
