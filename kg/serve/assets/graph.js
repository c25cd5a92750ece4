"use strict";
// A part of the graph on a canvas: nodes by the shape and colour of their type, links with their words.
// kgGraph(element, options) gives { data, set, focus, graph }; small graphs of entity pages start by themselves.
const kgGraph = (element, { onNode = () => {}, onLink = () => {}, chosen = () => null, hidden = () => false, cooldown = 4000 } = {}) => {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  const english = document.documentElement.lang === "en";
  const font = of("--sans"), still = navigator.webdriver || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const radius = (node) => 4 + Math.min(9, 1.6 * Math.sqrt(node.links));
  const corners = { Programme: [6, 0], Event: [4, 0], Person: [3, -0.25], Place: [3, 0.25], Policy: [4, 0.125], Article: [4, 0.125], Post: [4, 0.125] };
  const outline = (pen, { type, x, y }, r) => {
    pen.beginPath();
    if (type === "Award") for (let i = 0; i < 10; i++) spoke(pen, x, y, i / 10 - 0.25, i % 2 ? r * 0.48 : r * 1.15);
    else if (corners[type]) for (let i = 0; i < corners[type][0]; i++) spoke(pen, x, y, i / corners[type][0] + corners[type][1], r * 1.12);
    else pen.arc(x, y, r, 0, 7);
    pen.closePath();
  };
  const spoke = (pen, x, y, turn, r) => pen.lineTo(x + r * Math.cos(turn * 2 * Math.PI), y + r * Math.sin(turn * 2 * Math.PI));
  const short = (text) => (text.length > 12 ? `${text.slice(0, 11)}…` : text);
  const near = (link) => { const c = chosen(); return c && (link.source.id === c || link.target.id === c); };
  const drawn = (node, scale) => radius(node) / Math.min(1, Math.max(0.35, scale)) ** 0.7;
  // names where there is room for them, beneath, above or beside, those of the chosen and the best linked first
  const crossed = (box, taken, own) => taken.some((other) => other[4] !== own && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
  const names = (pen, scale) => {
    const size = Math.max(11 / scale, Math.min(14, 12 / scale)), tall = size * 1.15, gap = 2 / scale;
    pen.textAlign = "center"; pen.textBaseline = "top"; pen.lineJoin = "round";
    const first = (node) => (node.id === chosen() ? 1e9 : node.links);
    const seen = data.nodes.filter((one) => !hidden(one)).sort((a, b) => first(b) - first(a) || (a.id < b.id ? -1 : 1));
    const taken = seen.map((node) => { const r = drawn(node, scale) * 0.8; return [node.x - r, node.y - r, node.x + r, node.y + r, node.id]; });
    const low = graph.screen2GraphCoords(2, 2), high = graph.screen2GraphCoords(graph.width() - 2, graph.height() - 2);
    const within = (box) => box[0] > low.x && box[2] < high.x && box[1] > low.y && box[3] < high.y;
    for (const node of seen) {
      const here = chosen() === node.id, text = short(node.name), r = drawn(node, scale) + gap;
      pen.font = `${here ? "700 " : ""}${size}px ${font}`;
      const half = pen.measureText(text).width / 2;
      const places = [[node.x, node.y + r], [node.x, node.y - r - tall], [node.x + r + half + gap, node.y - tall / 2], [node.x - r - half - gap, node.y - tall / 2]];
      const boxes = places.map(([x, y]) => [x - half, y, x + half, y + tall]);
      const free = Math.max(boxes.findIndex((box) => within(box) && !crossed(box, taken, node.id)), here ? 0 : -1);
      if (free < 0) continue;
      taken.push(boxes[free]);
      pen.lineWidth = 3 / scale; pen.strokeStyle = of("--card"); pen.strokeText(text, ...places[free]);
      pen.fillStyle = of("--ink"); pen.fillText(text, ...places[free]);
    }
    pen.font = `${11 / scale}px ${font}`;
    for (const link of data.links.filter((one) => near(one) && !hidden(one.source) && !hidden(one.target))) {
      const words = english ? link.en : link.zh, half = pen.measureText(words).width / 2, high = 12 / scale;
      const x = (link.source.x + link.target.x) / 2, y = (link.source.y + link.target.y - high) / 2;
      const box = [x - half, y, x + half, y + high];
      if (crossed(box, taken, null)) continue;
      taken.push(box);
      pen.lineWidth = 4 / scale; pen.strokeStyle = of("--card"); pen.strokeText(words, x, y);
      pen.fillStyle = of("--red"); pen.fillText(words, x, y);
    }
  };
  let data = { nodes: [], links: [] };
  const graph = new ForceGraph(element)
    .nodeId("id").nodeLabel(() => "").linkLabel(() => "").backgroundColor(of("--card"))
    .nodeVisibility((node) => !hidden(node)).linkVisibility((link) => !hidden(link.source) && !hidden(link.target))
    .linkColor((link) => (near(link) ? of("--red") : of("--coast"))).linkWidth((link) => (near(link) ? 2 : 1))
    .linkDirectionalArrowLength(4).linkDirectionalArrowRelPos(1)
    .nodePointerAreaPaint((node, colour, pen) => { pen.fillStyle = colour; pen.beginPath(); pen.arc(node.x, node.y, radius(node) + 5, 0, 7); pen.fill(); })
    .nodeCanvasObject((node, pen, scale) => {
      const r = drawn(node, scale), here = chosen() === node.id;
      outline(pen, node, r);
      const colour = of(`--${node.type}`);
      pen.fillStyle = node.type === "Article" ? of("--card") : colour;
      pen.fill();
      pen.lineWidth = (here ? 3 : 1.5) / scale;
      pen.strokeStyle = here ? of("--red") : node.type === "Article" ? colour : of("--card");
      pen.stroke();
    })
    .onRenderFramePost((pen, scale) => names(pen, scale))
    .onNodeClick(onNode).onLinkClick(onLink).onBackgroundClick(() => onNode(null))
    .warmupTicks(still ? 200 : 60).cooldownTime(still ? 0 : cooldown).minZoom(0.08).maxZoom(6);
  graph.d3Force("charge").strength(-170).distanceMax(420);
  graph.d3Force("link").distance(72);
  let all = []; // a gentle pull to the middle keeps parts that no link joins in sight of each other
  const tall = Math.min(2, Math.max(0.5, element.clientHeight / (element.clientWidth || 1)));
  const pull = (alpha) => all.forEach((node) => { node.vx -= node.x * 0.06 * tall * alpha; node.vy -= node.y * (0.06 / tall) * alpha; });
  pull.initialize = (nodes) => { all = nodes; };
  graph.d3Force("pull", pull);
  const size = () => graph.width(element.clientWidth).height(element.clientHeight);
  new ResizeObserver(size).observe(element);
  size();
  const set = (fresh, fit = true) => {
    const old = new Map(data.nodes.map((node) => [node.id, node]));
    data = { nodes: fresh.nodes.map((node) => Object.assign(old.get(node.id) || {}, node)), links: fresh.links.map((link) => ({ ...link })) };
    graph.graphData(data);
    if (fit) { setTimeout(() => whole(0), 80); if (!still) graph.onEngineStop(() => { whole(400); graph.onEngineStop(() => {}); }); }
  };
  const whole = (time) => { if (data.nodes.length) graph.zoomToFit(still ? 0 : time, element.clientWidth > 600 ? 84 : 46, (node) => !hidden(node)); if (graph.zoom() > 2.2) graph.zoom(2.2); };
  return { graph, set, whole, data: () => data, still };
};

document.querySelectorAll(".graph.small").forEach(async (element) => {
  const view = kgGraph(element, { onNode: (node) => { if (node) location.href = node.href; }, chosen: () => element.dataset.start, cooldown: 2500 });
  view.graph.enableZoomInteraction(false);
  try { view.set(await (await fetch(element.dataset.src)).json()); } catch { element.hidden = true; }
});
