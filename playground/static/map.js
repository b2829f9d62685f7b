// The map: grids as areas, buildings and landmarks as points; drawn as SVG, with no tiles from anywhere.
import { h, svg } from "./dom.js";
import { inOurLanguage } from "./words.js";

const METRES_PER_DEGREE = 111_320;
const TONES = 7;
const NOWHERE = { latitude: 31.23, longitude: 121.47 };
const NAME_HALF_PIXELS = 42;
const HOUSE_PIXELS = 15;
const SMALLEST_SPAN = 60;
/** Metres that a map shows at least. */
const SAME_PLACE_METRES = 15;
/** So near to a building its name is the name of a place. */

/** Make a map ready to be drawn: everything in metres east and south of its middle. */
export function surveyed(collection) {
  const features = collection?.features ?? [];
  const points = features.flatMap((feature) => feature.geometry.coordinates.flat(Infinity));
  const longitudes = points.filter((_, index) => index % 2 === 0);
  const latitudes = points.filter((_, index) => index % 2 === 1);
  const middle = latitudes.length
    ? { latitude: centre(latitudes), longitude: centre(longitudes) }
    : NOWHERE;
  const survey = { middle, areas: [], points: [], toMetres: projection(middle) };
  for (const { geometry, properties } of features) {
    const named = { name: inOurLanguage(properties.name), title: inOurLanguage(properties.title ?? properties.name), kind: properties.kind ?? "", code: properties.code ?? "" };
    if (geometry.type === "Polygon") survey.areas.push({ ...named, ring: geometry.coordinates[0].map(survey.toMetres) });
    if (geometry.type === "Point") survey.points.push({ ...named, at: survey.toMetres(geometry.coordinates), place: geometry.coordinates });
  }
  return { ...survey, bounds: boundsOf(survey) };
}

const centre = (numbers) => (Math.min(...numbers) + Math.max(...numbers)) / 2;

function projection({ latitude, longitude }) {
  const east = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return ([lon, lat]) => [(lon - longitude) * east, (latitude - lat) * METRES_PER_DEGREE];
}

/** Turn metres back into a place on Earth. */
export function toPlace(survey, [x, y]) {
  const east = METRES_PER_DEGREE * Math.cos((survey.middle.latitude * Math.PI) / 180);
  return { latitude: survey.middle.latitude - y / METRES_PER_DEGREE, longitude: survey.middle.longitude + x / east };
}

/** Where a place is on the map, in metres. */
export const onMap = (survey, place) => survey.toMetres([place.longitude, place.latitude]);

function boundsOf({ areas, points }) {
  const all = [...areas.flatMap((area) => area.ring), ...points.map((point) => point.at)];
  if (!all.length) return { x: -400, y: -300, width: 800, height: 600 };
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(SMALLEST_SPAN, Math.max(...xs) - x), height: Math.max(SMALLEST_SPAN, Math.max(...ys) - y) };
}

/** Tell how far a place is from the map's edge, in metres; 0 on the map. */
export function metresAway(survey, place) {
  const [px, py] = onMap(survey, place);
  const { x, y, width, height } = survey.bounds;
  return Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));
}

/** The name of a place: the building or landmark there, else the grid around it; empty off the map. */
export function nameOfPlace(survey, place) {
  const [x, y] = onMap(survey, place);
  const near = survey.points
    .map((point) => ({ title: point.title, metres: Math.hypot(point.at[0] - x, point.at[1] - y) }))
    .filter(({ metres }) => metres <= SAME_PLACE_METRES)
    .sort((one, other) => one.metres - other.metres);
  return near[0]?.title ?? survey.areas.find(({ ring }) => isInside(ring, [x, y]))?.name ?? "";
}

/** Tell whether a ray to the east crosses the ring an odd number of times. */
function isInside(ring, [x, y]) {
  return ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length];
    const crosses = y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
    return crosses ? !inside : inside;
  }, false);
}

/** Draw the land: grids, houses, names that keep clear of them; `scale` is metres per pixel. */
export function land(survey, scale, pinAt, frame = null) {
  const taken = [...survey.points.map((point) => point.at), pinAt];
  const fits = (name) => !frame || (name.y > frame.top + 9 * scale && name.y < frame.bottom - 9 * scale);
  return [
    svg("g", { class: "areas" }, survey.areas.map((area, index) =>
      svg("polygon", { points: area.ring.map((point) => point.join(",")).join(" "), class: `area tone-${index % TONES}`, "stroke-width": 1.6 * scale }))),
    svg("g", { class: "points" }, survey.points.map((point) => dot(point, scale))),
    svg("g", { class: "names" }, survey.areas.map((area) => placed(area, scale, taken)).filter(fits).map((name) => areaName(name, scale)), survey.points.map((point) => pointName(point, scale))),
  ];
}

function dot(point, scale) {
  const [x, y] = point.at;
  const side = HOUSE_PIXELS * scale;
  return point.kind === "landmark"
    ? svg("circle", { class: "landmark", cx: x, cy: y, r: side * 0.4 })
    : svg("rect", { class: "house", x: x - side / 2, y: y - side / 2, width: side, height: side, rx: side * 0.22 });
}

function placed({ ring, name }, scale, taken) {
  const [x, middle] = middleOf(ring);
  const half = NAME_HALF_PIXELS * scale;
  const isFree = (y) => !taken.some(([px, py]) => Math.abs(px - x) < half && py - y > -11 * scale && py - y < 24 * scale);
  const y = [0, -1, 1, -2, 2, -3, 3].map((step) => middle + step * 9 * scale).find(isFree) ?? middle;
  return { name, x, y };
}

function areaName({ name, x, y }, scale) {
  return svg("text", { class: "area-name", x, y, "font-size": 12 * scale, "stroke-width": 3 * scale }, name);
}

function pointName({ at: [x, y], name, kind }, scale) {
  if (kind !== "landmark") return svg("text", { class: "number", x, y, "font-size": 9.5 * scale }, name);
  return svg("text", { class: "landmark-name", x, y: y - 9 * scale, "font-size": 9.5 * scale, "stroke-width": 2.4 * scale }, name);
}

function middleOf(ring) {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return area ? [x / (3 * area), y / (3 * area)] : ring[0];
}

/** Draw a pin whose point is at a place, with the name of the place below. */
export function pin([x, y], scale, name = "") {
  const group = svg("g", { class: "map-pin", transform: `translate(${x} ${y}) scale(${scale})` });
  group.append(
    svg("ellipse", { class: "pin-shadow", cx: 0, cy: 0, rx: 7, ry: 2.6 }),
    svg("path", { class: "pin-body", d: "M0 0C-2-6-11-12-11-21a11 11 0 0 1 22 0C11-12 2-6 0 0Z" }),
    svg("circle", { class: "pin-hole", cx: 0, cy: -21, r: 4 }),
    svg("text", { class: "pin-name", x: 0, y: 15, "font-size": 12, "stroke-width": 4 }, name),
  );
  return group;
}

/** Draw a small map around a place, for a bubble. */
export function miniMap(survey, place) {
  const [x, y] = onMap(survey, place);
  const [width, height, scale] = [264, 132, 1.15];
  const top = y - height * scale * 0.62;
  const box = `${x - (width * scale) / 2} ${top} ${width * scale} ${height * scale}`;
  const drawn = metresAway(survey, place) > 2000 ? wilderness([x, y], scale) : land(survey, scale, [x, y], { top, bottom: top + height * scale });
  return h("span", { class: "mini-map", "aria-hidden": "true" }, svg("svg", { viewBox: box, preserveAspectRatio: "xMidYMid slice" }, drawn, pin([x, y], scale, nameOfPlace(survey, place))));
}

/** Draw lines where nothing is known. */
export function wilderness([x, y], scale) {
  const lines = [];
  for (let step = -12; step <= 12; step += 1) {
    const at = step * 34 * scale;
    lines.push(svg("path", { class: "wild", d: `M${x + at} ${y - 400 * scale}v${800 * scale}M${x - 400 * scale} ${y + at}h${800 * scale}`, "stroke-width": scale }));
  }
  return lines;
}
