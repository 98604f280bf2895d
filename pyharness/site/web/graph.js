// The interactive graph: overview in bands of chapters, or the surroundings of one row.
//
// The page carries its data (#graph-data) and opens from disk. What is shown is one value, `view`,
// which is kept in the address, so that a view can be shared and the history works.

import dagre from "@dagrejs/dagre";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

const data = JSON.parse(document.getElementById("graph-data").textContent);
const { rows, edges, bands, chapters, states, card } = data;
const KINDS = ["declared", "statement", "proof"];
const LIMIT = 160;
const index = new Map(rows.map((row, i) => [row.id, i]));
const $ = (id) => document.getElementById(id);

// needs[i] and users[i]: [row, kinds as bits, why Lean goes without the edge].
const needs = rows.map(() => []);
const users = rows.map(() => []);
for (const [from, to, kinds, unused] of edges) {
  needs[from].push([to, kinds, unused]);
  users[to].push([from, kinds, unused]);
}

const fresh = () => ({
  focus: null, dir: "both", depth: 2, kinds: 7, chapters: null, states: null, colour: "verdict",
});
let view = fresh();

// The address ------------------------------------------------------------------------------------

function toAddress() {
  const parts = [];
  if (view.focus !== null) parts.push(["focus", rows[view.focus].id]);
  if (view.dir !== "both") parts.push(["dir", view.dir]);
  if (view.depth !== 2) parts.push(["depth", view.depth === Infinity ? "all" : view.depth]);
  if (view.kinds !== 7) parts.push(["edges", KINDS.filter((_, i) => view.kinds & (1 << i)).join(",") || "none"]);
  if (view.chapters) parts.push(["chapters", [...view.chapters].sort((a, b) => a - b).join(",") || "none"]);
  if (view.states) parts.push(["states", [...view.states].join(",") || "none"]);
  if (view.colour !== "verdict") parts.push(["colour", view.colour]);
  return "#" + parts.map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%2C/g, ",")}`).join("&");
}

function fromAddress() {
  const next = fresh();
  const given = new URLSearchParams(location.hash.slice(1));
  if (index.has(given.get("focus"))) next.focus = index.get(given.get("focus"));
  if (["needs", "users"].includes(given.get("dir"))) next.dir = given.get("dir");
  const depth = given.get("depth");
  if (depth === "all") next.depth = Infinity;
  else if (/^[1-9]$/.test(depth)) next.depth = Number(depth);
  if (given.has("edges")) {
    const names = given.get("edges").split(",");
    next.kinds = KINDS.reduce((bits, kind, i) => bits | (names.includes(kind) ? 1 << i : 0), 0);
  }
  if (given.has("chapters")) {
    next.chapters = new Set(given.get("chapters").split(",").map(Number).filter((c) => c in chapters));
  }
  if (given.has("states")) {
    next.states = new Set(given.get("states").split(",").filter((s) => s in states));
  }
  if (given.get("colour") === "axioms") next.colour = "axioms";
  return next;
}

function go(change, { replace = false } = {}) {
  view = { ...view, ...change };
  const address = toAddress();
  if (address !== (location.hash || "#")) {
    history[replace ? "replaceState" : "pushState"](null, "", address === "#" ? location.pathname + location.search : address);
  }
  draw();
}

// What is shown ----------------------------------------------------------------------------------

const passes = (i) =>
  (!view.chapters || view.chapters.has(rows[i].chapter)) && (!view.states || view.states.has(rows[i].state));

/** Rows around the focus with their distance: negative for what it needs. */
function surroundings() {
  const found = new Map([[view.focus, 0]]);
  let left = 0;
  const walk = (next, sign) => {
    let layer = [view.focus];
    for (let away = 1; away <= view.depth && layer.length; away++) {
      const following = [];
      for (const i of layer) {
        for (const [j, kinds] of next[i]) {
          if (!(kinds & view.kinds) || found.has(j) || !passes(j)) continue;
          if (found.size >= LIMIT) { left++; continue; }
          found.set(j, sign * away);
          following.push(j);
        }
      }
      layer = following;
    }
  };
  if (view.dir !== "users") walk(needs, -1);
  if (view.dir !== "needs") walk(users, 1);
  return { found, left };
}

// Drawing ----------------------------------------------------------------------------------------

const svg = select("#canvas");
const camera = svg.append("g");
const bandLayer = camera.append("g");
const edgeLayer = camera.append("g").attr("class", "edges");
const nodeLayer = camera.append("g");
let extent = { width: 1, height: 1 };
let shown = []; // rows on the canvas with their places

const zooming = zoom()
  .scaleExtent([0.04, 2.5])
  .filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || event.metaKey))
  .on("zoom", ({ transform }) => {
    camera.attr("transform", transform);
    svg.classed("far", transform.k < 0.42);
    svg.style("--far", Math.max(1, 0.8 / transform.k));
    moveFrame(transform);
  });
svg.call(zooming).on("dblclick.zoom", null);
// The wheel scrolls, as everywhere on the page; with Ctrl it zooms.
svg.on("wheel.scroll", (event) => {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const k = camera.node().transform.baseVal.consolidate()?.matrix.a ?? 1;
  const unit = event.deltaMode === 1 ? 30 : 1;
  const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
  svg.call(zooming.translateBy, (-dx * unit) / k, (-dy * unit) / k);
}, { passive: false });

const size = () => {
  const box = $("canvas").getBoundingClientRect();
  return [Math.max(box.width, 50), Math.max(box.height, 50)];
};

function fit(whole) {
  const [w, h] = size();
  const margin = 24;
  const across = (w - 2 * margin) / extent.width;
  const k = Math.min(whole ? Math.min(across, (h - 2 * margin) / extent.height) : Math.max(across, 0.55), 1.15);
  const x = Math.max((w - k * extent.width) / 2, w < 700 && !whole ? margin : -1e6);
  const y = whole ? (h - k * extent.height) / 2 : margin / 2;
  svg.call(zooming.transform, zoomIdentity.translate(x, y).scale(k));
}

function centre(i, scale) {
  const place = shown.find((item) => item.i === i);
  if (!place) return;
  const [w, h] = size();
  const k = scale ?? 0.9;
  const at = zoomIdentity.translate(w / 2 - k * (place.x + card.width / 2), h / 2 - k * (place.y + card.height / 2));
  svg.call(zooming.transform, at.scale(k));
}

function overview() {
  const offsets = new Map();
  let y = 0;
  const kept = [];
  for (const band of bands) {
    if (view.chapters && !view.chapters.has(band.chapter)) continue;
    offsets.set(band.chapter, y - band.top);
    kept.push({ ...band, top: y });
    y += band.height;
  }
  extent = { width: data.width, height: Math.max(y, 1) };
  shown = [];
  rows.forEach((row, i) => {
    if (passes(i)) shown.push({ i, x: row.x, y: row.y + offsets.get(row.chapter) });
  });
  const place = new Map(shown.map((item) => [item.i, item]));
  const lines = [];
  for (const [from, to, kinds] of edges) {
    if (kinds & view.kinds && place.has(from) && place.has(to)) {
      lines.push({ from, to, kinds: kinds & view.kinds, path: curve(place.get(to), place.get(from)) });
    }
  }
  paint(kept, lines);
}

/** A curve from the lower edge of a card to the upper edge of another one. */
function curve(need, user) {
  const down = user.y > need.y;
  const x1 = need.x + card.width / 2, y1 = need.y + (down ? card.height : 0);
  const x2 = user.x + card.width / 2, y2 = user.y + (down ? 0 : card.height);
  const bend = (down ? 1 : -1) * Math.min(Math.max(Math.abs(y2 - y1) / 2, 22), 90);
  return `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`;
}

function around() {
  const { found, left } = surroundings();
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 54, marginx: 20, marginy: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const i of found.keys()) graph.setNode(String(i), { width: card.width, height: card.height });
  const inside = edges.filter(([from, to, kinds]) => kinds & view.kinds && found.has(from) && found.has(to));
  for (const [from, to] of inside) graph.setEdge(String(to), String(from));
  dagre.layout(graph);
  shown = [...found.keys()].map((i) => {
    const { x, y } = graph.node(String(i));
    return { i, x: x - card.width / 2, y: y - card.height / 2, distance: found.get(i) };
  });
  extent = { width: graph.graph().width || 1, height: graph.graph().height || 1 };
  const lines = inside.map(([from, to, kinds]) => {
    const points = graph.edge(String(to), String(from)).points;
    return { from, to, kinds: kinds & view.kinds, path: smooth(points) };
  });
  paint([], lines);
  return left;
}

function smooth(points) {
  let path = `M${points[0].x},${points[0].y}`;
  for (let i = 1; i < points.length - 1; i++) {
    const mx = (points[i].x + points[i + 1].x) / 2, my = (points[i].y + points[i + 1].y) / 2;
    path += `Q${points[i].x},${points[i].y} ${mx},${my}`;
  }
  const last = points[points.length - 1];
  return path + `L${last.x},${last.y}`;
}

const strongest = (kinds) => (kinds & 2 ? "statement" : kinds & 4 ? "proof" : "declared");
const axiomClass = (row) =>
  !row.lean ? "axioms-unknown" : row.axioms.includes("Classical.choice") ? "axioms-classical"
    : row.axioms.length ? "axioms-constructive" : "axioms-none";
const colourClass = (row) => (view.colour === "axioms" ? axiomClass(row) : `state-${row.state}`);

function paint(kept, lines) {
  bandLayer.selectAll("g").data(kept, (band) => band.chapter).join((enter) => {
    const g = enter.append("g").attr("class", "band");
    g.append("rect");
    g.append("text");
    return g;
  }).each(function (band, n) {
    const g = select(this).classed("even", n % 2 === 0);
    g.select("rect").attr("x", -2000).attr("width", data.width + 4000).attr("y", band.top).attr("height", band.height);
    g.select("text").attr("x", 0).attr("y", band.top + 24).text(`${band.chapter}. ${band.topic}`);
  });
  edgeLayer.selectAll("path").data(lines, (line) => `${line.from}-${line.to}`).join("path")
    .attr("class", (line) => `edge ${strongest(line.kinds)}${view.focus === null && rows[line.from].chapter !== rows[line.to].chapter ? " long" : ""}`)
    .attr("marker-end", (line) => `url(#arrow-${strongest(line.kinds)})`)
    .attr("data-from", (line) => rows[line.from].id).attr("data-to", (line) => rows[line.to].id)
    .attr("d", (line) => line.path);
  nodeLayer.selectAll("a").data(shown, (item) => item.i).join((enter) => {
    const a = enter.append("a").attr("href", (item) => `#focus=${rows[item.i].id}`);
    a.append("title");
    a.append("rect").attr("class", "card").attr("width", card.width).attr("height", card.height).attr("rx", 6);
    a.append("rect").attr("class", "stripe").attr("width", 7).attr("height", card.height).attr("rx", 3);
    a.append("text").attr("class", "name").attr("x", 15).attr("y", 16);
    a.append("text").attr("class", "sign").attr("x", card.width - 9).attr("y", 16);
    a.append("text").attr("class", "words").attr("x", 15).attr("y", 31);
    a.append("text").attr("class", "words").attr("x", 15).attr("y", 45);
    return a;
  }).attr("transform", (item) => `translate(${item.x},${item.y})`)
    .attr("class", (item) => `node ${colourClass(rows[item.i])}${item.i === view.focus ? " focus" : ""}`)
    .attr("data-row", (item) => rows[item.i].id)
    .attr("aria-label", (item) => `${rows[item.i].name}: ${rows[item.i].title}. ${states[rows[item.i].state].meaning}`)
    .each(function (item) {
      const row = rows[item.i];
      const a = select(this);
      a.select("title").text(`${row.name}: ${row.title}\n${states[row.state].meaning}`);
      a.select(".name").text(view.focus === null || /\d/.test(row.name) ? row.name : `${row.name} · ch. ${row.chapter}`);
      a.select(".sign").text(states[row.state].sign);
      a.selectAll(".words").data(row.lines).text((line) => line);
    })
    .on("click", (event, item) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      if (item.i === view.focus) { if (page(item.i)) location.href = page(item.i); }
      else go({ focus: item.i });
    })
    .on("mouseenter focus", (_, item) => highlight(item.i))
    .on("mouseleave blur", () => highlight(null));
  overviewMap();
}

function highlight(i) {
  svg.classed("highlighting", i !== null);
  if (i === null) return;
  const near = new Set([i]);
  edgeLayer.selectAll("path").classed("near", (line) => {
    if (line.from !== i && line.to !== i) return false;
    near.add(line.from).add(line.to);
    return true;
  });
  nodeLayer.selectAll("a").classed("near", (item) => near.has(item.i));
}

const page = (i) => (rows[i].href === "#" ? null : rows[i].href);

// The map at the side ----------------------------------------------------------------------------

function overviewMap() {
  const map = select("#map");
  map.attr("viewBox", `0 0 ${extent.width} ${extent.height}`);
  map.selectAll("rect.dot").data(shown, (item) => item.i).join("rect")
    .attr("class", (item) => `dot ${colourClass(rows[item.i])}${item.i === view.focus ? " focus" : ""}`)
    .attr("x", (item) => item.x).attr("y", (item) => item.y)
    .attr("width", card.width).attr("height", card.height);
  if (map.select("rect.frame").empty()) map.append("rect").attr("class", "frame");
  map.select("rect.frame").raise();
}

function moveFrame({ x, y, k }) {
  const [w, h] = size();
  select("#map rect.frame").attr("x", -x / k).attr("y", -y / k).attr("width", w / k).attr("height", h / k);
}

select("#map").on("pointerdown pointermove", (event) => {
  if (event.type === "pointermove" && !event.buttons) return;
  const box = $("map").getBoundingClientRect();
  const y = ((event.clientY - box.top) / box.height) * extent.height;
  const x = ((event.clientX - box.left) / box.width) * extent.width;
  svg.call(zooming.translateTo, x, y);
});

// The panel --------------------------------------------------------------------------------------

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") node.addEventListener("click", value);
    else if (key === "html") node.innerHTML = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

function listing(heading, items) {
  if (!items.length) return element("p", { class: "soft" }, `${heading}: nothing.`);
  const list = element("ul", { class: "near" });
  for (const [j, kinds, unused] of items) {
    const names = KINDS.filter((_, n) => kinds & (1 << n));
    const link = element("a", {
      href: `#focus=${rows[j].id}`,
      onclick: (event) => { event.preventDefault(); go({ focus: j }); },
    });
    link.innerHTML = rows[j].html;
    list.append(element("li", {},
      element("span", { class: `sign state-${rows[j].state}`, title: states[rows[j].state].meaning }, states[rows[j].state].sign || "○"),
      element("span", {}, link, element("span", { class: "label" }, ` ${rows[j].name} · ${names.join(", ")}`,
        ...(unused ? [element("br"), "The formal proof takes another way: ", element("span", { html: unused })] : [])))));
  }
  return element("section", {}, element("h3", {}, `${heading} (${items.length})`), list);
}

function panel(left) {
  const box = $("panel");
  box.replaceChildren();
  if (view.focus === null) {
    const open = shown.length;
    box.append(
      element("p", {}, `${open} of ${rows.length} statements. Needs stand above what rests on them.`),
      element("p", { class: "soft" }, "Choose a statement to see what it rests on and what rests on it; choose it again to open its page."),
      element("dl", { class: "keys" },
        ...[["/", "search"], ["Tab, Enter", "go to a statement, choose it"], ["arrows", "the next statement in that direction"],
          ["+ − 0", "zoom, show all"], ["Esc", "back to all"]].flatMap(([key, what]) =>
          [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)])));
    return;
  }
  const row = rows[view.focus];
  box.append(
    element("p", { class: "label" }, `${row.name} · chapter ${row.chapter}`),
    element("h2", { html: row.html }),
    element("p", {}, element("span", { class: `badge state-${row.state}` }, `${states[row.state].sign || "○"} ${row.state}`),
      element("span", { class: "label" }, ` ${states[row.state].meaning}`)),
    element("p", { class: "actions" }, ...(page(view.focus) ? [element("a", { class: "button", href: page(view.focus) }, "Open its page")] : []),
      element("button", { type: "button", onclick: () => go({ focus: null }) }, "All statements")));
  if (row.lean) {
    box.append(element("p", { class: "label" }, `${row.lean} Lean declaration${row.lean > 1 ? "s" : ""}; axioms: ${row.axioms.join(", ") || "none"}`));
  }
  if (left) box.append(element("p", { class: "warning" }, `Only ${LIMIT} statements are drawn; ${left} edges lead further.`));
  const by = (items) => items.filter(([, kinds]) => kinds & view.kinds);
  box.append(listing("Rests on", by(needs[view.focus])), listing("Used by", by(users[view.focus])));
}

// Search -----------------------------------------------------------------------------------------

const query = $("search");
const results = $("results");
let chosen = -1;
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const haystack = rows.map((row) => fold(`${row.name} ${row.id} ${row.title} ${row.declarations.join(" ")}`));

function search() {
  const words = fold(query.value).split(/\s+/).filter(Boolean);
  results.replaceChildren();
  chosen = -1;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
  results.hidden = true;
  if (!words.length) return;
  const score = (i) => words.reduce((sum, word) => {
    const at = haystack[i].indexOf(word);
    return at < 0 || sum < 0 ? -1 : sum + (at === 0 ? 3 : haystack[i][at - 1] === " " ? 2 : 1);
  }, 0);
  const hits = rows.map((_, i) => [score(i), i]).filter(([s]) => s >= 0).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  hits.slice(0, 12).forEach(([, i], n) => {
    const item = element("li", { role: "option", id: `result-${n}`, "aria-selected": "false", "data-row": rows[i].id },
      element("span", { class: "label" }, `${rows[i].name} · ch. ${rows[i].chapter} `), element("span", { html: rows[i].html }));
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(i); });
    item.row = i;
    results.append(item);
  });
  if (!hits.length) results.append(element("li", { class: "soft" }, "Nothing is called like that."));
  else if (hits.length > 12) results.append(element("li", { class: "soft" }, `and ${hits.length - 12} more`));
  results.hidden = false;
  query.setAttribute("aria-expanded", "true");
  mark(hits.length ? 0 : -1);
}

function mark(n) {
  const items = [...results.querySelectorAll("[role=option]")];
  if (!items.length) return;
  chosen = (n + items.length) % items.length;
  items.forEach((item, k) => item.setAttribute("aria-selected", String(k === chosen)));
  query.setAttribute("aria-activedescendant", items[chosen].id);
  items[chosen].scrollIntoView({ block: "nearest" });
}

function take(i) {
  query.value = "";
  search();
  // A filter must not hide what was searched for.
  go({ focus: i });
  nodeLayer.select(".focus").node()?.focus({ preventScroll: true });
}

query.addEventListener("input", search);
query.addEventListener("blur", () => { results.hidden = true; query.setAttribute("aria-expanded", "false"); });
query.addEventListener("keydown", (event) => {
  const items = results.querySelectorAll("[role=option]");
  if (event.key === "ArrowDown") mark(chosen + 1);
  else if (event.key === "ArrowUp") mark(chosen - 1);
  else if (event.key === "Enter" && chosen >= 0 && items.length) take(items[chosen].row);
  else if (event.key === "Escape") { query.value = ""; search(); query.blur(); }
  else return;
  event.preventDefault();
  event.stopPropagation();
});

// Keys -------------------------------------------------------------------------------------------

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !typing) query.focus();
  else if (event.key === "Escape") go({ focus: null });
  else if (typing) return;
  else if (event.key === "+" || event.key === "=") svg.call(zooming.scaleBy, 1.3);
  else if (event.key === "-") svg.call(zooming.scaleBy, 1 / 1.3);
  else if (event.key === "0") fit(true);
  else if (event.key.startsWith("Arrow")) {
    if (!step(event.key)) return;
  } else return;
  event.preventDefault();
});

function step(key) {
  const here = document.activeElement?.closest?.("a.node");
  const from = here ? shown.find((item) => rows[item.i].id === here.dataset.row) : shown.find((item) => item.i === view.focus) ?? shown[0];
  if (!from) return false;
  let best = null, least = Infinity;
  for (const item of shown) {
    const dx = item.x - from.x, dy = item.y - from.y;
    const [along, aside] = { ArrowUp: [-dy, dx], ArrowDown: [dy, dx], ArrowLeft: [-dx, dy], ArrowRight: [dx, dy] }[key];
    if (along <= 1) continue;
    const cost = along + 2 * Math.abs(aside);
    if (cost < least) { least = cost; best = item; }
  }
  const target = here ? best : from;
  if (!target) return true;
  nodeLayer.selectAll("a").filter((item) => item.i === target.i).node()?.focus({ preventScroll: true });
  reveal(target);
  return true;
}

/** Scroll so that a card is on the canvas. */
function reveal(item) {
  const matrix = camera.node().transform.baseVal.consolidate()?.matrix;
  if (!matrix) return;
  const [w, h] = size();
  const x = matrix.e + matrix.a * (item.x + card.width / 2), y = matrix.f + matrix.a * (item.y + card.height / 2);
  if (x < 60 || y < 40 || x > w - 60 || y > h - 40) centre(item.i, matrix.a);
}

nodeLayer.node().addEventListener("focusin", (event) => {
  const item = shown.find((one) => rows[one.i].id === event.target.closest("a")?.dataset.row);
  if (item) reveal(item);
});

// Controls ---------------------------------------------------------------------------------------

for (const input of document.querySelectorAll("[name=dir]")) {
  input.addEventListener("change", () => go({ dir: input.value }));
}
$("depth").addEventListener("change", () => go({ depth: $("depth").value === "all" ? Infinity : Number($("depth").value) }));
$("colour").addEventListener("change", () => go({ colour: $("colour").value }));
for (const input of document.querySelectorAll("[name=kind]")) {
  input.addEventListener("change", () => go({ kinds: view.kinds ^ (1 << KINDS.indexOf(input.value)) }));
}
function toggles(name, all, key, convert) {
  const inputs = [...document.querySelectorAll(`[name=${name}]`)];
  for (const input of inputs) {
    input.addEventListener("change", () => {
      const on = inputs.filter((other) => other.checked).map((other) => convert(other.value));
      go({ [key]: on.length === inputs.length ? null : new Set(on) });
    });
  }
}
toggles("chapter", chapters, "chapters", Number);
toggles("state", states, "states", String);
for (const button of document.querySelectorAll("[data-all]")) {
  button.addEventListener("click", () => go({ chapters: button.dataset.all === "yes" ? null : new Set() }));
}
for (const button of document.querySelectorAll("[data-only]")) {
  button.addEventListener("click", () => go({ chapters: new Set([Number(button.dataset.only)]) }));
}
$("zoom-in").addEventListener("click", () => svg.call(zooming.scaleBy, 1.3));
$("zoom-out").addEventListener("click", () => svg.call(zooming.scaleBy, 1 / 1.3));
$("zoom-all").addEventListener("click", () => fit(true));
$("reset").addEventListener("click", () => go(fresh()));

function showControls() {
  for (const input of document.querySelectorAll("[name=dir]")) input.checked = input.value === view.dir;
  for (const input of document.querySelectorAll("[name=kind]")) {
    input.checked = Boolean(view.kinds & (1 << KINDS.indexOf(input.value)));
  }
  for (const input of document.querySelectorAll("[name=chapter]")) {
    input.checked = !view.chapters || view.chapters.has(Number(input.value));
  }
  for (const input of document.querySelectorAll("[name=state]")) input.checked = !view.states || view.states.has(input.value);
  $("depth").value = view.depth === Infinity ? "all" : String(view.depth);
  $("colour").value = view.colour;
  $("around").disabled = view.focus === null;
  $("chapter-count").textContent = view.chapters ? `${view.chapters.size} of ${Object.keys(chapters).length}` : "all";
  document.body.classList.toggle("by-axioms", view.colour === "axioms");
  document.body.classList.toggle("focused", view.focus !== null);
}

// Everything -------------------------------------------------------------------------------------

let before = null;
function draw() {
  showControls();
  const left = view.focus === null ? (overview(), 0) : around();
  panel(left);
  $("status").textContent = view.focus === null ? `${shown.length} statements shown` : `${rows[view.focus].title}: ${shown.length - 1} statements around it`;
  const key = JSON.stringify([view.focus, view.dir, view.depth, view.chapters && [...view.chapters]]);
  if (key === before) return;
  const came = before === null ? null : JSON.parse(before)[0];
  before = key;
  if (view.focus !== null) {
    const [w, h] = size();
    if (Math.min(w / extent.width, h / extent.height) > 0.5) fit(true);
    else centre(view.focus, 0.8);
  } else if (came !== null) centre(came);
  else fit(false);
}

addEventListener("popstate", () => { view = fromAddress(); draw(); });
addEventListener("hashchange", () => {
  const next = fromAddress();
  if (toAddress() !== (location.hash || "#")) { view = next; draw(); }
});
new ResizeObserver(() => moveFrame({ x: 0, y: 0, k: 1, ...current() })).observe($("canvas"));
function current() {
  const matrix = camera.node().transform.baseVal.consolidate()?.matrix;
  return matrix ? { x: matrix.e, y: matrix.f, k: matrix.a } : {};
}

document.body.classList.add("interactive");
document.querySelector(".filters").open = innerWidth > 640;
view = fromAddress();
draw();
document.body.dataset.ready = "yes";
