"use strict";
// The explorer: click for facts, expand, filter by type; the address of the page always leads back to what is seen.
(() => {
  const byId = (id) => document.getElementById(id);
  const words = byId("explorer").dataset, panel = byId("panel"), status = byId("status");
  const english = words.lang === "en";
  const start = new URLSearchParams(location.search);
  const open = new Set(start.getAll("node")), off = new Set(start.getAll("hide")), gone = new Set(start.getAll("without"));
  let chosen = start.get("at");
  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const hidden = (node) => off.has(node.type) || gone.has(node.id);
  const view = kgGraph(byId("graph"), { onNode: (node) => choose(node ? node.id : null), chosen: () => chosen, hidden });

  const address = () => {
    const asked = new URLSearchParams();
    open.forEach((id) => asked.append("node", id));
    off.forEach((type) => asked.append("hide", type));
    gone.forEach((id) => asked.append("without", id));
    if (chosen) asked.set("at", chosen);
    return asked.toString() ? `/explore?${asked}` : "/explore";
  };
  const source = () => `/api/graph?${new URLSearchParams([...open].map((id) => ["node", id]))}`;
  const remember = () => {
    history.replaceState(null, "", address());
    byId("permalink").href = address();
    byId("save").href = source();
  };
  const legend = () => {
    const counts = new Map();
    view.data().nodes.forEach(({ type }) => counts.set(type, (counts.get(type) || 0) + 1));
    byId("legend").querySelectorAll("button").forEach((button) => {
      const n = counts.get(button.dataset.type) || 0;
      button.hidden = !n;
      button.querySelector(".n").textContent = String(n);
      button.setAttribute("aria-pressed", String(!off.has(button.dataset.type)));
    });
  };
  const redraw = () => { legend(); remember(); view.graph.nodeVisibility(view.graph.nodeVisibility()); };
  const load = async (fit) => {
    status.textContent = words.wait;
    try {
      const answer = await fetch(source());
      if (!answer.ok) throw new Error(answer.statusText);
      const fresh = await answer.json();
      view.set(fresh, fit);
      status.textContent = fresh.hidden ? words.hidden.replace("#", fresh.hidden) : "";
    } catch { status.textContent = words.failed; }
    redraw();
  };
  const expand = async (id) => { open.add(id); gone.delete(id); await load(true); };
  const take = async (id) => { await expand(id); await choose(id); };

  const fact = (told) => {
    const li = make("li", {}, told.other ? make("a", { href: told.href }, make("bdi", {}, told.text)) : make("bdi", {}, told.text));
    if (told.time) li.append(" ", make("span", { className: "when" }, told.time));
    const quote = told.quotes[0];
    if (quote) li.append(make("div", { className: "names" }, "“", make("bdi", {}, quote.text.slice(0, 120)), "” ", make("a", { href: `${quote.href}#here` }, `${quote.page}`)));
    return li;
  };
  const choose = async (id) => {
    chosen = id;
    redraw();
    const node = view.data().nodes.find((one) => one.id === id);
    panel.hidden = !node;
    if (!node) return;
    const button = (text, action) => make("button", { type: "button", onclick: action }, text);
    panel.replaceChildren(
      make("button", { type: "button", className: "close", ariaLabel: "×", onclick: () => choose(null) }, "×"),
      make("h2", {}, make("span", { className: `sign ${node.type}` }), make("bdi", {}, node.name)),
      make("p", { className: "names" }, `${node.links} ${words.links} · ${node.articles} ${words.articles}`),
      make("p", { className: "tools" }, ...(open.has(id) ? [] : [button(words.expand, () => expand(id))]),
        make("a", { href: node.href }, words.open), button(words.hide, () => { gone.add(id); open.delete(id); choose(null); })));
    try {
      const told = await (await fetch(`/api/entity?node=${encodeURIComponent(id)}`)).json();
      if (chosen !== id) return;
      for (const group of told.facts.filter(({ property }) => property !== "mentions" && property !== "mentions-of"))
        panel.append(make("h3", {}, english ? group.en : group.zh), make("ul", {}, ...group.facts.slice(0, 20).map(fact)));
    } catch { panel.append(make("p", {}, words.failed)); }
  };

  byId("legend").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const type = button.dataset.type;
    if (off.has(type)) off.delete(type); else off.add(type);
    redraw();
  });
  byId("closer").onclick = () => view.graph.zoom(view.graph.zoom() * 1.4, view.still ? 0 : 200);
  byId("farther").onclick = () => view.graph.zoom(view.graph.zoom() / 1.4, view.still ? 0 : 200);
  byId("whole").onclick = () => view.whole(300);
  byId("picture").onclick = () => byId("graph").querySelector("canvas").toBlob((blob) => {
    const a = make("a", { href: URL.createObjectURL(blob), download: "graph.png" });
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  });
  byId("graph").addEventListener("keydown", (event) => {
    const nodes = view.data().nodes.filter((node) => !hidden(node));
    if (event.key === "Escape") choose(null);
    else if (event.key === "Enter" && chosen) expand(chosen);
    else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && nodes.length) {
      const at = nodes.findIndex(({ id }) => id === chosen), step = event.key === "ArrowRight" ? 1 : -1;
      choose(nodes[(at + step + nodes.length) % nodes.length].id);
      event.preventDefault();
    }
  });
  load(true).then(() => { if (chosen) choose(chosen); });
  window.kgExplorer = { view, choose, expand, take, open }; // for tests and for the curious
})();
