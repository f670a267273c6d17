//! What the organiser calls on the host.
//!
//!     pracownia render DIST [--site-url URL]    makes the pages that stand without scripts, in a folder that was built
//!     pracownia check DATA                      says what is wrong with the data files
//!     pracownia deflate <IN >OUT                compresses to raw DEFLATE (RFC 1951), as small as that can be
//!
//! Without `--site-url` there is nothing that must name its own address: no canonical links, pictures for social networks,
//! sitemap, feed or oEmbed.

mod card;
mod describe;
mod document;
mod feeds;
mod installed;
mod native;
mod page;
mod site;
mod structured;

use std::error::Error;
use std::io::{stdin, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;

/// What is to be done.
enum Command {
    Render { dist: PathBuf, site_url: Option<String> },
    Check { data: PathBuf },
    Deflate,
}

const USAGE: &str =
    "usage: pracownia render DIST [--site-url URL]\n       pracownia check DATA\n       pracownia deflate <IN >OUT";

fn main() -> ExitCode {
    let done = command().and_then(|command| match command {
        Command::Render { dist, site_url } => site::render(&dist, site_url.as_deref()).map(Some),
        Command::Check { data } => native::check(&data).map(Some),
        Command::Deflate => native::deflate(stdin().lock(), stdout().lock()).map(|()| None),
    });
    match done {
        Ok(told) => {
            if let Some(told) = told {
                println!("{told}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<Command, Box<dyn Error>> {
    let (mut words, mut site_url) = (Vec::new(), None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("site-url") => site_url = Some(arguments.value()?.string()?),
            Value(word) => words.push(word.string()?),
            _ => return Err(USAGE.into()),
        }
    }
    match (words.as_slice(), site_url) {
        ([render, dist], site_url) if render == "render" => {
            Ok(Command::Render { dist: dist.into(), site_url: site_url.map(native::site_url).transpose()? })
        }
        ([check, data], None) if check == "check" => Ok(Command::Check { data: data.into() }),
        ([deflate], None) if deflate == "deflate" => Ok(Command::Deflate),
        _ => Err(USAGE.into()),
    }
}
