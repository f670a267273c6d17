//! What a year change costs: measurements, with no limit to pass. `make bench` runs them, in Chromium.

use serde_json::json;

use crate::harness::{DESKTOP, Engine, Page, browse};

const PERIODS: [&str; 5] = ["2014", "2015", "2016", "2017", "all"];
const ROUNDS: usize = 15;
const COLUMNS: [&str; 6] = ["script", "style", "layout", "other", "DOM", "Leaflet"];

/// Counts what is written to the page, and what Leaflet is told to write.
const COUNTERS: &str = "
    window.writes = { dom: 0, leaflet: 0 };
    new MutationObserver((changes) => { writes.dom += changes.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const wrap = (prototype, ...names) => names.forEach((name) => {
      const original = prototype[name];
      if (!original) throw Error(`Leaflet has no ${name}`);
      prototype[name] = function (...all) { writes.leaflet++; return original.apply(this, all); };
    });
    wrap(L.Map.prototype, 'addLayer', 'removeLayer', '_resetView', '_rawPanBy');
    wrap(L.Marker.prototype, 'setIcon', 'setLatLng', 'setZIndexOffset', 'setOpacity');
    wrap(L.Path.prototype, 'setStyle');
    wrap(L.Polyline.prototype, 'setLatLngs');
    return null;
";

/// Milliseconds and counts, in the order of the columns.
type Cost = [f64; COLUMNS.len()];

/// The cost of a change, and of the measuring itself.
async fn cost(page: &Page, change: &str) -> Cost {
    let before = page.metrics().await;
    let script =
        format!("writes.dom = writes.leaflet = 0; {change}; await frames(3); return [writes.dom, writes.leaflet]");
    let (dom, leaflet): (f64, f64) = page.run(&script).await;
    let after = page.metrics().await;
    let ms = |name: &str| (after(name) - before(name)) * 1e3;
    let (script, style, layout) = (ms("ScriptDuration"), ms("RecalcStyleDuration"), ms("LayoutDuration"));
    [script, style, layout, ms("TaskDuration") - script - style - layout, dom, leaflet]
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn print(name: &str, costs: &[Cost]) {
    let cells: String = (0..COLUMNS.len())
        .map(|column| {
            let median = median(costs.iter().map(|cost| cost[column]).collect());
            if column < 4 { format!("{median:>9.2}") } else { format!("{median:>9}") }
        })
        .collect();
    println!("{name:<14}{cells}");
}

#[test]
#[ignore = "a measurement: make bench"]
fn bench_a_year_change() {
    browse(Engine::Chromium, DESKTOP, async |page| {
        page.devtools("Performance.enable", json!({})).await;
        page.open("").await;
        page.run::<()>(COUNTERS).await;
        // Steps of 1, then of 2, ... through five periods in a ring: each change from one to another comes once.
        let count = PERIODS.len();
        let changes: Vec<(usize, usize)> = (1..count)
            .flat_map(|step| (0..count).map(move |turn| (turn * step % count, (turn + 1) * step % count)))
            .collect();
        let mut costs = vec![Vec::new(); changes.len()];
        let mut nothing = Vec::new();
        page.run::<()>(&format!("choose('{}'); await frames(3); return null", PERIODS[0])).await;
        // The first round warms up.
        for round in 0..=ROUNDS {
            for (change, costs) in changes.iter().zip(&mut costs) {
                let cost = cost(page, &format!("choose('{}')", PERIODS[change.1])).await;
                if round > 0 {
                    costs.push(cost);
                }
            }
            nothing.push(cost(page, "").await);
        }

        println!("\nA year change, medians of {ROUNDS} rounds; no motion. Milliseconds: script, style, layout,");
        println!("other (paint, compositing, the measuring). Counts: writes to the DOM, and to Leaflet.\n");
        println!(
            "{:<14}{}",
            "",
            COLUMNS
                .map(|column| format!("{column:>8}"))
                .join("")
                .replace("     DOM", "      DOM")
                .replace(" Leaflet", "  Leaflet")
        );
        for ((from, to), costs) in changes.iter().zip(&costs) {
            print(&format!("{} → {}", PERIODS[*from], PERIODS[*to]), costs);
        }
        print("no change", &nothing);
    });
}

#[test]
#[ignore = "a measurement: make bench"]
fn bench_memory_over_4000_year_changes() {
    browse(Engine::Chromium, DESKTOP, async |page| {
        page.open("").await;
        for round in 0..=8 {
            println!("after {:>4} changes: {:?}", round * 500, page.footprint().await);
            page.walk_through_years(500).await;
        }
    });
}
