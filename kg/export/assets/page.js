// What readers do: choose, expand, focus, filter, search, switch; the address of the page remembers it.
const find = byId("find"), hits = byId("hits"), since = byId("since"), until = byId("until");

const choose = (what, move) => {
  chosen = what;
  if (what && what.node !== undefined) {
    if (only && !only.has(what.node)) only = null;
    off.delete(info[what.node].type);
    add([what.node]);
  }
  panel.classList.toggle("idle", !what);
  show();
  panel.scrollTop = 0;
  if (what && what.node !== undefined) { net.selectNodes([what.node], false); if (move) look(what.node); }
  else if (what) net.selectEdges([what.edge]);
  else net.unselectAll();
};
const expand = (id) => {
  add(neighbours(id).sort(better).slice(0, 60), id);
  if (only) neighbours(id).forEach((other) => only.add(other));
  show();
};
const focusOn = (id) => {
  only = id === null ? null : new Set([id, ...near[id]].filter((one) => drawn.has(one)));
  show();
  fit(true);
};
const show = () => { paint(); legend(); tell(); remember(); };

// ── the legend is the filter
const legend = () => {
  const counts = new Map();
  drawn.forEach((id) => counts.set(info[id].type, (counts.get(info[id].type) || 0) + 1));
  const pressed = document.activeElement && document.activeElement.dataset.type;
  byId("legend").replaceChildren(...[...types.keys()].filter((type) => counts.has(type)).map((type) => {
    const { zh, en } = types.get(type);
    const chip = make("button", { type: "button" }, sign(type), both(zh, en), make("span", { className: "n" }, String(counts.get(type))));
    chip.setAttribute("aria-pressed", String(!off.has(type)));
    chip.dataset.type = type;
    chip.onclick = () => { off.has(type) ? off.delete(type) : off.add(type); show(); };
    return chip;
  }));
  if (pressed) byId("legend").querySelector(`[data-type=${pressed}]`)?.focus();
};

// ── the months that are open
const slide = () => {
  open.since = Math.min(+since.value, +until.value);
  open.until = Math.max(+since.value, +until.value);
  show();
};
const monthsTold = () => {
  since.value = open.since;
  until.value = open.until;
  byId("since-told").value = months[open.since];
  byId("until-told").value = months[open.until];
};
if (months.length > 1) {
  byId("time").hidden = false;
  since.max = until.max = months.length - 1;
  since.oninput = until.oninput = () => { slide(); byId("since-told").value = months[open.since]; byId("until-told").value = months[open.until]; };
}

// ── search
let found = [], at = -1;
const suggest = () => { found = search(find.value, 12); at = found.length ? 0 : -1; list(find.value.trim() !== ""); };
const list = (opened) => {
  hits.hidden = !opened;
  find.setAttribute("aria-expanded", String(opened));
  hits.replaceChildren(...(found.length ? found.map(({ id, via }, i) => {
    const li = make("li", { id: `hit${i}`, role: "option", onmousedown: (event) => { event.preventDefault(); pick(i); } },
      sign(info[id].type), make("bdi", {}, info[id].name), via ? make("span", { className: "via" }, via) : "", kind(id));
    li.setAttribute("aria-selected", String(i === at));
    return li;
  }) : [make("li", { className: "none" }, both("没有这个名称。试试简称、全称，或拼音首字母，如 szgh。", "Nothing of this name. Try another form of it, or pinyin initials, like szgh."))]));
  if (at >= 0) { find.setAttribute("aria-activedescendant", `hit${at}`); byId(`hit${at}`).scrollIntoView({ block: "nearest" }); } else find.removeAttribute("aria-activedescendant");
};
const pick = (i) => { if (!found[i]) return; find.value = info[found[i].id].name; list(false); choose({ node: found[i].id }, true); };
find.addEventListener("input", suggest);
find.addEventListener("focus", suggest);
find.addEventListener("blur", () => list(false));
find.addEventListener("keydown", (event) => {
  if (event.key === "Enter") pick(at);
  else if (event.key === "Escape") { list(false); find.blur(); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    at = found.length ? (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length : -1;
    list(found.length > 0);
  }
});

// ── mouse, keys, buttons
net.on("click", (event) => choose(event.nodes.length ? { node: event.nodes[0] } : event.edges.length ? { edge: event.edges[0] } : null));
net.on("doubleClick", (event) => { if (event.nodes.length) expand(event.nodes[0]); });
const zoom = (by) => net.moveTo({ scale: net.getScale() * by });
const zooms = [["closer", "+", "放大", "Zoom in", () => zoom(1.35)], ["farther", "−", "缩小", "Zoom out", () => zoom(1 / 1.35)], ["whole", "⤢", "看全图", "Fit", () => fit(true)]];
document.querySelector(".zoom").append(...zooms.map(([id, sign, zh, en, onclick]) => call(make("button", { type: "button", id, onclick }, sign), zh, en, "aria-label", "title")));
const step = (dx, dy) => {
  if (!chosen || chosen.node === undefined) { if (order.length) choose({ node: order[0] }, true); return; }
  const here = net.getPosition(chosen.node);
  const ahead = order.filter((id) => id !== chosen.node).map((id) => {
    const there = net.getPosition(id), x = there.x - here.x, y = there.y - here.y, along = x * dx + y * dy;
    return { id, along, cost: along + 2 * Math.abs(x * dy) + 2 * Math.abs(y * dx) - (near[chosen.node].has(id) ? 120 : 0) };
  }).filter(({ along }) => along > 4).sort((a, b) => a.cost - b.cost);
  if (ahead.length) choose({ node: ahead[0].id }, true);
};
const KEYS = {
  ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
  Enter: () => chosen && chosen.node !== undefined && expand(chosen.node),
  f: () => focusOn(only || !chosen || chosen.node === undefined ? null : chosen.node),
  "+": () => zoom(1.35), "=": () => zoom(1.35), "-": () => zoom(1 / 1.35), 0: () => fit(true),
};
byId("net").addEventListener("keydown", (event) => {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
document.addEventListener("keydown", (event) => {
  if (document.activeElement.matches("input")) return;
  if (event.key === "Escape") { only = null; choose(null); }
  if (event.key === "/") { event.preventDefault(); find.focus(); }
});

// ── language and theme
const speak = () => {
  root.lang = english() ? "en" : "zh-CN";
  called.forEach(([element, zh, en, names]) => name(element, zh, en, names));
};
call(find, "查找实体", "Find an entity", "aria-label");
call(find, "查找名称、简称、拼音首字母", "Name or pinyin initials", "placeholder");
call(hits, "候选", "Suggestions", "aria-label");
call(byId("legend"), "图例与筛选", "Legend and filter", "aria-label");
call(byId("net"), "关系图：方向键换节点，Enter 展开；同样的内容在旁边的面板里", "Network: arrow keys move, Enter expands; the panel tells the same in words", "aria-label");
call(since, "最早见报月份", "First month", "aria-label");
call(until, "最晚见报月份", "Last month", "aria-label");
call(byId("theme"), "明暗", "Light or dark", "aria-label", "title").textContent = "◐";
byId("language").append(both("English", "中文"));
byId("theme").onclick = () => { root.dataset.theme = dark() ? "light" : "dark"; show(); };
byId("language").onclick = () => { root.dataset.lang = english() ? "zh" : "en"; speak(); show(); };
system.addEventListener("change", () => show());
// on paper everything is light, and every quote is told
let screen = "";
addEventListener("beforeprint", () => {
  screen = root.dataset.theme || "";
  root.dataset.theme = "light";
  paint();
  net.redraw();
  panel.querySelectorAll("details").forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => { if (screen) root.dataset.theme = screen; else delete root.dataset.theme; show(); });

// ── the address: what is chosen, hidden, open, and how it is shown
let restored = false, written = "";
const remember = () => {
  if (!restored) return;
  const told = new URLSearchParams();
  if (chosen && chosen.node !== undefined) told.set("node", info[chosen.node].iri);
  if (only && chosen && chosen.node !== undefined) told.set("focus", "1");
  if (off.size) told.set("hide", [...off].join(" "));
  if (!whole()) { told.set("since", months[open.since]); told.set("until", months[open.until]); }
  if (english()) told.set("lang", "en");
  if (root.dataset.theme) told.set("theme", root.dataset.theme);
  written = `#${told}`;
  if (written !== (location.hash || "#")) location.replace(written);
};
const restore = () => {
  const told = new URLSearchParams(location.hash.slice(1));
  if (told.get("lang") === "en") root.dataset.lang = "en";
  if (["light", "dark"].includes(told.get("theme"))) root.dataset.theme = told.get("theme");
  (told.get("hide") || "").split(" ").filter((type) => types.has(type)).forEach((type) => off.add(type));
  if (months.includes(told.get("since"))) open.since = months.indexOf(told.get("since"));
  if (months.includes(told.get("until"))) open.until = months.indexOf(told.get("until"));
  speak();
  monthsTold();
  const id = numbers.get(told.get("node"));
  choose(id === undefined ? null : { node: id });
  if (id !== undefined && told.get("focus")) focusOn(id);
  else if (id !== undefined) look(id);
  restored = true;
};

addEventListener("hashchange", () => { if ((location.hash || "#") !== written) location.reload(); });

net.canvas.frame.tabIndex = -1; // the frame around it is where the keyboard is
draw(data.network);
paint();
fit(false);
if (net.getScale() < 0.35 && order.length) net.moveTo({ position: inside(net.getPosition(order[0]), 0.5), scale: 0.5 }); // too much for one view: begin where most is told
// what the address names is told with its quotes, which are read last
if (document.readyState === "loading") addEventListener("DOMContentLoaded", restore); else restore();
window.kg = { net, inside, choose, info, facts, pairs, drawn, add, expand, search, order: () => order, shown: () => shown }; // for tests and for the curious
