// The parts of Leaflet that the app uses: what is exported here are the members of the global `L`.
// scripts/leaflet.sh makes public/vendor/leaflet from it. A module imported for its effect adds to `Map`.

export {Evented} from "leaflet/src/core/Events.js";
export {Point} from "leaflet/src/geometry/Point.js";
export {Bounds} from "leaflet/src/geometry/Bounds.js";
export {LatLng} from "leaflet/src/geo/LatLng.js";
export {LatLngBounds} from "leaflet/src/geo/LatLngBounds.js";

export {Layer} from "leaflet/src/layer/Layer.js";
export {LayerGroup} from "leaflet/src/layer/LayerGroup.js";
export {Icon} from "leaflet/src/layer/marker/Icon.js";
export {DivIcon, divIcon} from "leaflet/src/layer/marker/DivIcon.js";
export {Marker} from "leaflet/src/layer/marker/Marker.js";
export {SVG, svg} from "leaflet/src/layer/vector/SVG.js";
import "leaflet/src/layer/vector/Renderer.getRenderer.js";
export {Path} from "leaflet/src/layer/vector/Path.js";
import {Polyline} from "leaflet/src/layer/vector/Polyline.js";
export {Polyline};
export {Polygon} from "leaflet/src/layer/vector/Polygon.js";

export {Map} from "leaflet/src/map/Map.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

export {version} from "leaflet/package.json";

// Leaflet moves each point of a line to a whole px, which leaves kinks in one that is long and smooth. A line that is not to be
// simplified (`smoothFactor: 0`) is drawn where it is.
const project = Polyline.prototype._projectLatlngs;
Polyline.include({
  _projectLatlngs(...what) {
    const map = this._map;
    if (!this.options.smoothFactor) {
      this._map = {latLngToLayerPoint: (place) => map.project(place).subtract(map.getPixelOrigin())};
    }
    project.apply(this, what);
    this._map = map;
  },
});
