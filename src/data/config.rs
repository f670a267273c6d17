//! The configuration: what an organiser sets beside the data.

use super::document::File;
use super::fault::{Fault, shorten};
use super::load::Reading;
use super::node::Node;
use super::problem::{FileName, Problem};
use crate::domain::{TileSource, tile_host};

/// What could be read of the configuration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Where a detailed base map may be had from: the first, and who stands in for it.
    pub tiles: Vec<TileSource>,
    /// All that is not valid.
    pub problems: Vec<Problem>,
}

/// Reads the configuration. It may be absent: then nothing is set.
#[must_use]
pub fn config(file: File<'_>) -> Config {
    if let File::Unavailable { .. } = file {
        return Config::default();
    }
    let mut reading = Reading::of(FileName::Config, file);
    reading.migrate();
    let tiles = reading.root().map(|root| root.list("tiles", tile_source)).unwrap_or_default();
    Config { tiles, problems: reading.into_problems() }
}

fn tile_source(node: &Node<'_>) -> Option<TileSource> {
    /// No server of tiles goes farther.
    const FARTHEST: u32 = 22;
    if !node.is_object() {
        return None;
    }
    let url = node.need("url", |url| {
        let text = url.text()?;
        let host = tile_host(text);
        if host.is_none() {
            url.report(Fault::TileUrl { found: shorten(text) });
        }
        Some((text.to_owned(), host?.to_owned()))
    });
    let max_zoom = node.need("maxZoom", |zoom| zoom.whole(1, FARTHEST));
    let attribution = node.need("attribution", |attribution| {
        if !attribution.is_object() {
            return None;
        }
        // Both are looked at, so that both are told of.
        let (text, url) = (attribution.need("text", Node::string), attribution.may("url", Node::url));
        Some((text?, url))
    });
    let ((url, host), (attribution, link)) = (url?, attribution?);
    Some(TileSource { url, host, attribution, link, max_zoom: max_zoom? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Whole;

    fn read(text: &str) -> Config {
        config(File::Bytes(text.as_bytes()))
    }

    #[test]
    fn the_shipped_configuration_sets_nothing() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/config.json");
        let bytes = std::fs::read(path).expect("the file");
        assert_eq!(config(File::Bytes(&bytes)), Config::default());
        assert_eq!(config(File::Unavailable { status: Some(404) }), Config::default());
    }

    #[test]
    fn sources_of_tiles_are_read_in_order() {
        let source = |host: &str| {
            format!(
                r#"{{"url":"https://{host}/{{z}}/{{x}}/{{y}}.png","maxZoom":18,
                    "attribution":{{"text":"© A","url":"https://a.org/"}}}}"#
            )
        };
        let found = read(&format!(r#"{{"version":1,"tiles":[{},{}]}}"#, source("a.org"), source("b.org")));
        assert_eq!(found.problems, []);
        let hosts: Vec<_> = found.tiles.iter().map(|tiles| tiles.host.as_str()).collect();
        assert_eq!(hosts, ["a.org", "b.org"]);
        assert_eq!((found.tiles[0].attribution.as_str(), found.tiles[0].max_zoom), ("© A", 18));
        assert_eq!(found.tiles[0].link.as_deref(), Some("https://a.org/"));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let found = read(
            "{\"version\":1,\"tiles\":[\n{\"url\":\"http://a.org/{z}/{x}/{y}\",\"maxZoom\":40,\n\"attribution\":{\"text\":\" \",\"url\":\"javascript:1\"}}]}",
        );
        assert_eq!(found.tiles, []);
        let places: Vec<_> =
            found.problems.iter().map(|problem| (problem.pointer.as_str(), problem.line.unwrap_or_default())).collect();
        let tiles = [
            ("/tiles/0/url", 2),
            ("/tiles/0/maxZoom", 2),
            ("/tiles/0/attribution/text", 3),
            ("/tiles/0/attribution/url", 3),
        ];
        assert_eq!(places, tiles);
        assert!(matches!(&found.problems[0].fault, Fault::TileUrl { found } if found == "http://a.org/{z}/{x}/{y}"));
        let unknown = read("{\"version\":7}");
        assert!(matches!(unknown.problems[0].fault, Fault::File(Whole::Version { .. })));
    }
}
