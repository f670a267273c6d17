// Leaflet's tile layers, which the app loads only when a reader has asked for a detailed map: added to the global `L`.
// scripts/leaflet.sh makes public/vendor/leaflet/tiles.js from it.

export {GridLayer} from "leaflet/src/layer/tile/GridLayer.js";
export {TileLayer} from "leaflet/src/layer/tile/TileLayer.js";
