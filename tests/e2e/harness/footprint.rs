//! What the page keeps in memory.

use serde_json::json;

use super::Page;

/// What the page holds, by the browser's own count.
#[derive(Debug)]
pub struct Footprint {
    /// Bytes of JavaScript.
    pub heap: f64,
    /// Bytes of the WebAssembly.
    pub wasm: f64,
    /// Nodes, in the page or not.
    pub nodes: f64,
    /// Event listeners.
    pub listeners: f64,
}

impl Page {
    /// Walks through the years, selecting something in each now and then, by real clicks of the page's own controls.
    pub async fn walk_through_years(&self, changes: usize) {
        // In parts, because a driver gives a script half a minute.
        const PART: usize = 20;
        for part in (0..changes).step_by(PART) {
            self.run::<()>(&format!(
                "for (let step = {part}; step < {}; step++) {{
                   choose(step % 9 === 8 ? 'all' : 2014 + step % 4);
                   if (step % 5 === 4) $('ul.meetings .choice')?.click();
                   await frames(1);
                 }}
                 return null",
                changes.min(part + PART)
            ))
            .await;
        }
        // Of 2014 nothing is known that could stay selected.
        self.run::<()>("choose(2014); await frames(1); choose('all'); await frames(2); return null").await;
    }

    /// What is left after the browser has cleared away what nobody holds. A test that asks needs `devtools`.
    pub async fn footprint(&self) -> Footprint {
        self.devtools("Performance.enable", json!({})).await;
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
            self.calm().await;
        }
        let metric = self.metrics().await;
        let wasm = self.wasm_memory().await;
        Footprint {
            heap: metric("JSHeapUsedSize"),
            wasm,
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }

    /// The bytes that the WebAssembly has taken.
    pub async fn wasm_memory(&self) -> f64 {
        self.run("return window.wasmMemory.buffer.byteLength").await
    }
}
