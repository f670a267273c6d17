//! Where a detailed base map may be had from.

/// A server of map tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileSource {
    /// The address of a tile, with `{z}`, `{x}` and `{y}` in it.
    pub url: String,
    /// Whom a reader asks: the host of that address, with its port where it has one.
    pub host: String,
    /// Whose map it is.
    pub attribution: String,
    /// Where that is told at length.
    pub link: Option<String>,
    /// The closest zoom for which there are tiles.
    pub max_zoom: u32,
}

/// The host of a tile's address. Absent where it is no address of tiles: it must be one of `https`, or of this very
/// machine, for trying out, name its host plainly, and have a place for `{z}`, `{x}` and `{y}` each.
#[must_use]
pub fn tile_host(url: &str) -> Option<&str> {
    let (is_plain, rest) = match url.strip_prefix("https://") {
        Some(rest) => (false, rest),
        None => (true, url.strip_prefix("http://")?),
    };
    let (host, path) = rest.split_once('/')?;
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    let name = host.split(':').next().unwrap_or_default();
    let is_here = matches!(name, "localhost" | "127.0.0.1");
    let is_valid = !name.is_empty()
        && host.bytes().all(is_host)
        && (!is_plain || is_here)
        && ["{z}", "{x}", "{y}"].iter().all(|part| path.contains(part))
        && !path.contains(|c: char| c.is_whitespace() || c.is_control());
    is_valid.then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_tiles_names_its_host() {
        assert_eq!(tile_host("https://tile.example.org/{z}/{x}/{y}.png"), Some("tile.example.org"));
        assert_eq!(tile_host("https://a.example:8443/t?z={z}&x={x}&y={y}"), Some("a.example:8443"));
        assert_eq!(tile_host("http://127.0.0.1:4000/{z}/{x}/{y}"), Some("127.0.0.1:4000"));
    }

    #[test]
    fn anything_else_is_none() {
        for bad in [
            "",
            "tile.example.org/{z}/{x}/{y}.png",
            "http://tile.example.org/{z}/{x}/{y}.png",
            "http://localhost.example.org/{z}/{x}/{y}.png",
            "https://{s}.example.org/{z}/{x}/{y}.png",
            "https://me@tile.example.org/{z}/{x}/{y}.png",
            "https:///{z}/{x}/{y}.png",
            "https://tile.example.org/{z}/{x}.png",
            "https://tile.example.org/{z} {x}/{y}.png",
            "javascript:alert(1)//{z}/{x}/{y}",
        ] {
            assert_eq!(tile_host(bad), None, "{bad}");
        }
    }
}
