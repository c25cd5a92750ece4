// The network. Places were computed when the page was made; what is added later finds a free place near its own.
const FACE = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';
const MOST = 1200; // nodes on the canvas: more is neither quick nor clear
const nodes = new vis.DataSet(), edges = new vis.DataSet();
const drawn = new Set(), off = new Set();
let chosen = null; // {node} or {edge}
let only = null;   // the nodes in focus, null for all

const net = new vis.Network(byId("net"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  interaction: { hover: false, tooltipDelay: 1e9, selectConnectedEdges: false, keyboard: false },
  nodes: { borderWidth: 1.5, borderWidthSelected: 3, labelHighlightBold: false },
  edges: {
    smooth: false, width: 1.2, selectionWidth: 1, hoverWidth: 0.5, arrows: { to: { scaleFactor: 0.45 } },
  },
});

const draw = (ids) => {
  const fresh = ids.filter(({ id }) => !drawn.has(id));
  fresh.forEach(({ id }) => drawn.add(id));
  nodes.add(fresh.map(({ id, x, y }) => ({ id, x, y, shape: types.get(info[id].type).shape, size: info[id].size, hidden: true })));
  const lines = new Set(fresh.flatMap(({ id }) => [...near[id]].filter((other) => drawn.has(other)).map((other) => pairOf(id, other).id)));
  edges.add([...lines].map((id) => {
    const { from, to, aside, facts } = pairs.get(id);
    return { id, from, to, dashes: aside ? [2, 6] : false, arrows: data.predicates[facts[0].p][5] ? "" : "to", hidden: true };
  }));
  return fresh.length;
};

// a free place for a new node: along a spiral from the node it belongs to, or from the middle of the view
const boxOf = (id) => {
  const lines = info[id].lines.split("\n"), wide = Math.max(...lines.map((line) => [...line].length)) * 14;
  return [Math.max(wide, info[id].size * 2) + 16, info[id].size * 2 + lines.length * 18 + 14];
};
const add = (ids, beside) => {
  const wanted = ids.filter((id) => !drawn.has(id)).slice(0, Math.max(0, MOST - drawn.size));
  if (!wanted.length) return 0;
  const taken = [...drawn].map((id) => ({ ...net.getPosition(id), box: boxOf(id) }));
  const placed = wanted.map((id) => {
    const host = beside !== undefined && drawn.has(beside) ? beside : [...near[id]].filter((other) => drawn.has(other)).sort(better)[0];
    const at = host === undefined ? net.getViewPosition() : net.getPosition(host), box = boxOf(id);
    for (let i = 0; ; i++) {
      const reach = (host === undefined ? 0 : 90) + 9 * i, angle = i * 2.4;
      const x = Math.round(at.x + reach * Math.cos(angle)), y = Math.round(at.y + 0.8 * reach * Math.sin(angle));
      const free = taken.every((one) => Math.abs(one.x - x) >= (one.box[0] + box[0]) / 2 || Math.abs(one.y - y) >= (one.box[1] + box[1]) / 2);
      if (!free && i < 400) continue;
      taken.push({ x, y, box });
      return { id, x, y };
    }
  });
  return draw(placed);
};

// ── what is seen: types that are on, the focus, the months that are open
const live = (pair) => whole() || pair.facts.some(inTime);
const alive = (id) => whole() || (chosen && chosen.node === id) || about[id].some((fact) => inTime(fact) && !ASIDE.has(fact.p));
const seen = (id) => drawn.has(id) && !off.has(info[id].type) && (!only || only.has(id)) && alive(id);
const lit = () => {
  if (!chosen) return null;
  if (chosen.node !== undefined) return new Set([chosen.node, ...near[chosen.node]]);
  const { from, to } = pairs.get(chosen.edge);
  return new Set([from, to]);
};
let shown = new Set(), glow = null, order = [], bright = [];
const words = (pair) => [...new Set(pair.facts.map(({ p }) => data.predicates[p][english() ? 2 : 1]))].join(english() ? ", " : "·");
const before = new Map(); // how each was painted last: the network is told only what has changed
const renew = (set, looks) => set.update(looks.filter((look) => {
  const now = JSON.stringify(look), same = before.get(look.id) === now;
  before.set(look.id, now);
  return !same;
}));
const paint = () => {
  const t = theme();
  glow = lit();
  shown = new Set([...drawn].filter(seen));
  const first = (id) => (chosen && chosen.node === id ? 2 : glow && glow.has(id) ? 1 : 0);
  order = [...shown].sort((a, b) => first(b) - first(a) || better(a, b));
  renew(nodes, [...drawn].map((id) => {
    const { type } = info[id], colour = hue(type), faint = glow && !glow.has(id), paper = type === "Article";
    const look = { background: paper ? t.paper : colour, border: paper ? colour : t.paper };
    return { id, hidden: !shown.has(id), opacity: faint ? 0.2 : 1, color: { ...look, highlight: { background: look.background, border: paper ? t.red : t.ink } } };
  }));
  bright = [];
  renew(edges, edges.get().map(({ id, from, to }) => {
    const pair = pairs.get(id), hidden = !live(pair) || !shown.has(from) || !shown.has(to);
    const on = glow && (chosen.edge !== undefined ? chosen.edge === id : from === chosen.node || to === chosen.node);
    const opacity = on ? 1 : glow ? 0.18 : pair.aside ? 0.6 : 1;
    if (on && !hidden) bright.push(id);
    return { id, hidden, width: on ? 1.8 : 1.2, color: { color: on ? t.red : t.edge, highlight: t.red, opacity } };
  }));
  const kept = info.length - shown.size;
  byId("count").replaceChildren(both(`画出 ${shown.size} 个` + (kept ? `，其余 ${kept} 个可查找、展开` : ""), `${shown.size} drawn` + (kept ? `; ${kept} more by search and expansion` : "")));
};

// ── names: always of a size that can be read, the weightiest first, none upon another; the words of lit lines too
const widths = new Map(); // at 13 pixels
const measure = (pen, text, unit) => {
  if (!widths.has(text)) widths.set(text, pen.measureText(text).width * unit);
  return widths.get(text);
};
const crossed = (box, taken, own) => taken.some((other) => other[4] !== own && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
const label = (pen) => {
  const scale = net.getScale(), t = theme(), middle = net.getViewPosition(), { clientWidth, clientHeight } = byId("net");
  const em = scale < 0.55 ? 11.5 : Math.min(17, 13 * Math.max(1, Math.sqrt(scale))), high = em * 1.3;
  const spots = order.map((id) => {
    const { x, y } = net.getPosition(id);
    return { id, x: (x - middle.x) * scale, y: (y - middle.y) * scale, r: info[id].size * scale };
  }).filter(({ x, y }) => Math.abs(x) < clientWidth / 2 + 20 && Math.abs(y) < clientHeight / 2 + 20);
  const taken = spots.map(({ id, x, y, r }) => [x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8, id]);
  const write = (lines, x, top, ink, halo) => lines.forEach((text, i) => {
    const at = [x / scale + middle.x, (top + i * high) / scale + middle.y];
    if (halo) { pen.strokeStyle = halo; pen.strokeText(text, ...at); }
    pen.fillStyle = ink;
    pen.fillText(text, ...at);
  });
  Object.assign(pen, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 4 / scale });
  for (const { id, x, y, r } of spots) {
    const node = info[id], lines = node.lines.split("\n"), best = chosen && chosen.node === id, faint = glow && !glow.has(id);
    pen.font = `${best ? "600 " : ""}${em / scale}px ${FACE}`;
    const wide = (Math.max(...lines.map((text) => measure(pen, text, (scale * 13) / em))) * em) / 13, tall = lines.length * high;
    const places = [[x, y + r + 3], [x, y - r - 3 - tall], [x + r + 5 + wide / 2, y - tall / 2], [x - r - 5 - wide / 2, y - tall / 2]];
    const boxes = places.map(([cx, top]) => [cx - wide / 2 - 2, top, cx + wide / 2 + 2, top + tall]);
    const within = (box) => Math.max(-box[0], box[2]) < clientWidth / 2 && Math.max(-box[1], box[3]) < clientHeight / 2;
    const free = Math.max(boxes.findIndex((box) => within(box) && !crossed(box, taken, id)), best ? 0 : -1);
    if (free < 0) continue;
    taken.push(boxes[free]);
    write(lines, ...places[free], faint ? fade(t.ink, 0.3) : node.type === "Article" ? t.word : t.ink, faint ? "" : fade(t.paper, 0.95));
  }
  const at = new Map(spots.map((spot) => [spot.id, spot]));
  pen.font = `${12 / scale}px ${FACE}`;
  for (const id of bright) {
    const { from, to } = pairs.get(id), one = at.get(from), other = at.get(to);
    if (!one || !other) continue;
    const text = words(pairs.get(id)), x = (one.x + other.x) / 2, y = (one.y + other.y) / 2 - 8, wide = measure(pen, text, scale * 13 / 12);
    const box = [x - wide / 2, y, x + wide / 2, y + 15];
    if (crossed(box, taken, -1)) continue;
    taken.push(box);
    write([text], x, y, t.red, t.paper);
  }
};
net.on("afterDrawing", label);

const SLOWLY = () => (still() ? false : { duration: 380, easingFunction: "easeInOutQuad" });
// names need a margin around the nodes
const fit = (animate) => {
  const from = { position: net.getViewPosition(), scale: net.getScale() };
  net.fit({ nodes: [...shown], maxZoomLevel: 1.4, animation: false });
  const to = { position: net.getViewPosition(), scale: net.getScale() * 0.93 };
  if (animate) net.moveTo(from);
  net.moveTo({ ...to, animation: animate && SLOWLY() });
};
// the middle of a view that shows no emptiness beyond the outermost nodes and their names
const inside = (middle, scale) => {
  const { clientWidth, clientHeight } = byId("net"), places = [...shown].map((id) => net.getPosition(id)), margin = 60 / scale;
  const kept = (axis, size) => {
    const all = places.map((place) => place[axis]), half = size / scale / 2;
    const low = Math.min(...all) - margin + half, high = Math.max(...all) + margin - half;
    return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, middle[axis]));
  };
  return { x: kept("x", clientWidth), y: kept("y", clientHeight) };
};
const look = (id) => net.focus(id, { scale: Math.max(net.getScale(), 0.9), animation: SLOWLY() });
