//! The web app: everything is in the library.

fn main() {
    pracownia::app::start();
}
