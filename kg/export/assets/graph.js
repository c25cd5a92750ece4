"use strict";
// The page of one graph. All text comes from newspapers: it reaches the page as text nodes only, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const info = data.info.map(([name, type, aliases, iri]) => ({ name, type, aliases, iri }));
  const facts = data.facts.map(([s, p, o, text, time, quotes], id) => ({ id, s, p, o, text, time, quotes }));
  const types = new Map(data.types.map(([name, zh, en, shape]) => [name, { zh, en, shape }]));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colours = {
    Organization: ["#2f6bb0", "#6fa8e8"], Programme: ["#c2402e", "#ec7a66"], Event: ["#7d55ad", "#b594e0"],
    Person: ["#3a8357", "#74c294"], Place: ["#1f8b93", "#5cc4cb"], Award: ["#d09a12", "#eec153"],
    Policy: ["#8a6a48", "#c9a780"], Article: ["#8d8a82", "#9c988f"],
  };
  const theme = () => dark.matches
    ? { ink: "#e9e5dc", paper: "#17181b", edge: "#55565d", word: "#b5afa2", red: "#ec7a66", at: 1 }
    : { ink: "#2b2823", paper: "#f8f5ee", edge: "#b9b09c", word: "#7a7366", red: "#b3302a", at: 0 };
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel"), find = byId("find"), hits = byId("hits");
  const off = new Set();
  let chosen = null; // {node} or {edge}

  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  };
  const english = (text) => make("span", { lang: "en" }, text);

  // ── the network: positions were computed when the page was made, nothing moves by itself
  const font = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';
  const nodes = new vis.DataSet(data.network.nodes.map((node) => ({ ...node, group: undefined })));
  const edges = new vis.DataSet(data.network.edges.map((edge, id) => ({
    id, from: edge.from, to: edge.to, arrows: edge.arrows, words: edge.words, aside: edge.aside, dashes: edge.aside ? [2, 6] : false,
  })));
  const around = new Map(info.map((_, id) => [id, new Set()]));
  edges.forEach(({ from, to }) => { around.get(from).add(to); around.get(to).add(from); });
  const net = new vis.Network(byId("net"), { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: true, tooltipDelay: 1e9, hideEdgesOnDrag: false, selectConnectedEdges: false },
    nodes: { borderWidth: 2, borderWidthSelected: 4, font: { size: 14, face: font, strokeWidth: 4, vadjust: 1 } },
    edges: {
      smooth: { enabled: true, type: "continuous", roundness: 0.25 }, width: 1.3, hoverWidth: 0.8, selectionWidth: 1,
      arrows: { to: { scaleFactor: 0.45 } }, font: { size: 11, face: font, strokeWidth: 4, align: "middle" },
    },
  });

  const lit = () => {
    if (!chosen) return null;
    if (chosen.node !== undefined) return new Set([chosen.node, ...around.get(chosen.node)]);
    const { from, to } = edges.get(chosen.edge);
    return new Set([from, to]);
  };
  const isLit = (edge, seen) => !seen || (chosen.edge !== undefined ? edge.id === chosen.edge
    : edge.from === chosen.node || edge.to === chosen.node);
  const paint = () => {
    const t = theme(), seen = lit(), close = net.getScale() > 1.15;
    nodes.update(info.map(({ type }, id) => {
      const colour = colours[type][t.at], faint = seen && !seen.has(id);
      return {
        id, hidden: off.has(type), opacity: faint ? 0.18 : 1,
        color: { background: type === "Article" ? t.paper : colour, border: type === "Article" ? colour : t.paper,
          hover: { background: colour, border: t.ink }, highlight: { background: colour, border: t.ink } },
        font: { color: faint ? fade(t.ink, 0.22) : type === "Article" ? t.word : t.ink, strokeColor: faint ? fade(t.paper, 0) : t.paper },
      };
    }));
    edges.update(edges.map((edge) => {
      const on = isLit(edge, seen);
      return {
        id: edge.id, label: (seen && on) || (close && !seen && !edge.aside) ? edge.words : " ",
        color: { color: seen && on ? t.red : t.edge, hover: t.red, highlight: t.red, opacity: on ? (edge.aside ? 0.7 : 1) : 0.16 },
        width: seen && on ? 2 : 1.3, font: { color: seen && on ? t.red : t.word, strokeColor: t.paper },
      };
    }));
  };
  const fade = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, "0");

  // ── signs of the types, drawn as the network draws them
  const sign = (type) => {
    const canvas = make("canvas", { width: 32, height: 32 }), pen = canvas.getContext("2d");
    const corners = { diamond: [4, 0], hexagon: [6, 0], triangle: [3, -0.5], triangleDown: [3, 0.5], square: [4, 0.25] };
    const [n, turn] = corners[types.get(type).shape] || [0, 0];
    pen.fillStyle = pen.strokeStyle = colours[type][theme().at];
    pen.beginPath();
    if (types.get(type).shape === "star") for (let i = 0; i < 10; i++) pen.lineTo(...spoke(i / 10, i % 2 ? 6 : 14, -0.25));
    else if (n) for (let i = 0; i < n; i++) pen.lineTo(...spoke(i / n, type === "Article" ? 13 : 14, turn / 2));
    else pen.arc(16, 16, 12, 0, 7);
    pen.closePath();
    if (type === "Article") { pen.lineWidth = 4; pen.stroke(); } else pen.fill();
    return canvas;
  };
  const spoke = (part, reach, turn) => {
    const angle = (part + turn) * 2 * Math.PI;
    return [16 + reach * Math.cos(angle), 16 + reach * Math.sin(angle)];
  };
  const legend = () => {
    const counts = new Map();
    info.forEach(({ type }) => counts.set(type, (counts.get(type) || 0) + 1));
    byId("legend").replaceChildren(...[...types.keys()].filter((type) => counts.has(type)).map((type) => {
      const { zh, en } = types.get(type);
      const button = make("button", { type: "button", title: `${zh} ${en}` }, sign(type), zh, english(en), make("span", { className: "n" }, String(counts.get(type))));
      button.setAttribute("aria-pressed", String(!off.has(type)));
      button.dataset.type = type;
      button.onclick = () => { off.has(type) ? off.delete(type) : off.add(type); button.setAttribute("aria-pressed", String(!off.has(type))); paint(); };
      return button;
    }));
  };

  // ── the panel: facts in words, each with the sentence that says it
  const quote = ([article, text, before, after, rule, trigger]) => {
    const [title, page, date] = data.sources[article];
    const short = text.length < 60; // a few words alone say little: show their line around them
    const near = (words) => (short && words ? make("bdi", { className: "near" }, words) : "");
    return make("blockquote", {},
      near(before.split("\n").pop()), make("mark", {}, text), near(after.split("\n")[0]),
      make("footer", {}, "《", make("bdi", {}, title), "》", [page, date].filter(Boolean).join(" · "), " ",
        make("span", { className: "rule" }, trigger ? `${rule} ← ${trigger}` : rule)));
  };
  const go = (id) => make("button", { type: "button", className: "go", onclick: () => choose({ node: id }, true) }, info[id].name);
  const row = (fact, from, open) => {
    const other = fact.s === from ? fact.o : fact.s;
    const head = [other < 0 ? make("bdi", {}, fact.text) : go(other), fact.time ? make("span", { className: "when" }, fact.time) : ""];
    const summary = make("summary", {}, ...head);
    summary.dataset.n = fact.quotes.length > 1 ? ` ${fact.quotes.length}` : "";
    const details = make("details", { open }, summary, ...fact.quotes.map(quote));
    return make("li", {}, details);
  };
  const heading = (zh, en, n) => make("h3", {}, zh, english(en), n > 1 ? make("span", { className: "n" }, String(n)) : "");
  const top = (type, text) => make("div", { className: "top" }, type ? sign(type) : "", ...text,
    make("button", { type: "button", ariaLabel: "关闭 Close", title: "关闭 Close", onclick: () => choose(null) }, "×"));
  const group = (list, from) => {
    const groups = new Map();
    for (const fact of list) {
      const [rank, zh, en, backZh, backEn, symmetric] = data.predicates[fact.p];
      const out = fact.s === from || symmetric;
      const key = rank * 2 + (out ? 0 : 1);
      if (!groups.has(key)) groups.set(key, { zh: out ? zh : backZh, en: out ? en : backEn, list: [] });
      groups.get(key).list.push(fact);
    }
    return [...groups].sort(([a], [b]) => a - b).map(([, value]) => value);
  };
  const tellNode = (id) => {
    const { name, type, aliases } = info[id], { zh, en } = types.get(type);
    const mine = facts.filter((fact) => fact.s === id || fact.o === id);
    const groups = group(mine, id);
    panel.replaceChildren(
      top(type, [`${zh} `, english(en)]), make("h2", {}, name),
      aliases.length ? make("p", { className: "names" }, "又称 ", aliases.join("、")) : "",
      ...groups.flatMap(({ zh, en, list }, at) => [
        heading(zh, en, list.length),
        make("ul", { className: "facts" }, ...list.map((fact) => row(fact, id, at === 0 && list.length < 3))),
      ]));
  };
  const tellEdge = (id) => {
    const { from, to } = edges.get(id);
    const both = facts.filter((fact) => (fact.s === from && fact.o === to) || (fact.s === to && fact.o === from));
    panel.replaceChildren(
      top("", ["关系 ", english("Relation")]),
      ...both.flatMap((fact) => {
        const [, zh, en] = data.predicates[fact.p];
        return [
          make("h2", {}, go(fact.s), make("span", { className: "kind" }, ` ${zh} `), go(fact.o)),
          make("p", { className: "names" }, english(en), fact.time ? ` · ${fact.time}` : ""), ...fact.quotes.map(quote)];
      }));
  };
  const tellAll = () => {
    const degree = (id) => around.get(id).size;
    const best = info.map((_, id) => id).filter((id) => info[id].type !== "Article").sort((a, b) => degree(b) - degree(a) || a - b).slice(0, 12);
    panel.replaceChildren(
      make("h2", {}, "从这里看起"), make("p", { className: "lead" }, "点一个节点看它的事实，点一条线看写它的原句；查找框可按名称或简称直达。"),
      make("p", { className: "names" }, english("Click a node for its facts, a line for the sentence behind it.")),
      heading("关系最多", "Best linked", 0),
      make("ul", { className: "facts" }, ...best.map((id) => make("li", {}, make("div", { className: "plain" }, go(id), make("span", { className: "kind" }, types.get(info[id].type).zh))))),
      heading("文章", "Articles", 0),
      make("ul", { className: "facts" }, ...data.sources.map(([title, page, date, id]) => make("li", {},
        make("div", { className: "plain" }, id < 0 ? title : go(id), make("span", { className: "when" }, date))))));
  };

  const choose = (what, move) => {
    chosen = what;
    panel.classList.toggle("idle", !what);
    if (!what) { net.unselectAll(); tellAll(); }
    else if (what.node !== undefined) {
      off.delete(info[what.node].type); legend();
      net.selectNodes([what.node]); tellNode(what.node);
      if (move) net.focus(what.node, { scale: Math.max(net.getScale(), 0.9), animation: still() ? false : { duration: 420, easingFunction: "easeInOutQuad" } });
    } else { net.selectEdges([what.edge]); tellEdge(what.edge); }
    panel.scrollTop = 0;
    paint();
    requestAnimationFrame(() => net.redraw());
  };
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fit = (animate) => net.fit({ nodes: nodes.getIds().filter((id) => !off.has(info[id].type)), animation: animate && !still() ? { duration: 420, easingFunction: "easeInOutQuad" } : false });

  net.on("click", (event) => choose(event.nodes.length ? { node: event.nodes[0] } : event.edges.length ? { edge: event.edges[0] } : null));
  let near = false;
  net.on("zoom", () => { const now = net.getScale() > 1.15; if (now !== near) { near = now; paint(); } });
  byId("closer").onclick = () => net.moveTo({ scale: net.getScale() * 1.35, animation: false });
  byId("farther").onclick = () => net.moveTo({ scale: net.getScale() / 1.35, animation: false });
  byId("whole").onclick = () => fit(true);
  dark.addEventListener("change", () => { legend(); paint(); if (chosen && chosen.node !== undefined) tellNode(chosen.node); });

  // ── search by name and alias
  let found = [], at = -1;
  const look = () => {
    const want = find.value.trim().toLowerCase();
    found = !want ? [] : info.map(({ name, aliases }, id) => {
      const alias = aliases.find((text) => text.toLowerCase().includes(want));
      const where = name.toLowerCase().indexOf(want);
      return { id, via: where < 0 ? alias : "", rank: where === 0 ? 0 : where > 0 ? 1 : alias ? 2 : 9 };
    }).filter(({ rank }) => rank < 9).sort((a, b) => a.rank - b.rank || info[a.id].name.length - info[b.id].name.length || a.id - b.id).slice(0, 12);
    at = found.length ? 0 : -1;
    show(Boolean(want));
  };
  const show = (open) => {
    hits.hidden = !open;
    find.setAttribute("aria-expanded", String(open));
    hits.replaceChildren(...(found.length ? found.map(({ id, via }, i) => {
      const li = make("li", { id: `hit${i}`, role: "option", onmousedown: (event) => { event.preventDefault(); pick(i); } },
        make("span", {}, info[id].name), via ? make("span", { className: "via" }, via) : "", make("span", { className: "kind" }, types.get(info[id].type).zh));
      li.setAttribute("aria-selected", String(i === at));
      return li;
    }) : [make("li", { className: "none" }, "没有这个名称 ", english("nothing of this name"))]));
    if (at >= 0) find.setAttribute("aria-activedescendant", `hit${at}`); else find.removeAttribute("aria-activedescendant");
  };
  const pick = (i) => { if (!found[i]) return; find.value = info[found[i].id].name; show(false); choose({ node: found[i].id }, true); };
  find.addEventListener("input", look);
  find.addEventListener("focus", look);
  find.addEventListener("blur", () => show(false));
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") pick(at);
    else if (event.key === "Escape") { show(false); find.blur(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = found.length ? (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length : -1;
      show(found.length > 0);
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && document.activeElement !== find) choose(null); });

  legend();
  choose(null);
  fit(false);
  const best = info.map((_, id) => id).sort((a, b) => around.get(b).size - around.get(a).size || a - b)[0];
  if (best !== undefined && net.getScale() < 0.42) net.moveTo({ position: net.getPosition(best), scale: 0.62 }); // a phone: begin in the middle
  window.kg = { net, choose, info, facts }; // for tests and for the curious
})();
