// The panel: facts in words, each with the sentence that says it.
const panel = byId("panel");

const quote = ([article, text, before, after, rule, trigger]) => {
  const [title, page, date] = data.sources[article];
  return make("blockquote", {},
    make("p", {}, make("span", { className: "near" }, before), make("mark", {}, text), make("span", { className: "near" }, after)),
    make("footer", {}, make("cite", {}, "《", make("bdi", {}, title), "》"), " ", make("span", {}, page.startsWith(date) ? page : `${page} · ${date}`), " ",
      make("span", { className: "rule" }, trigger ? `${rule} ← ${trigger}` : rule)));
};
const go = (id) => make("button", { type: "button", className: "go", onclick: () => choose({ node: id }, true) }, info[id].name);
const kind = (id) => make("span", { className: "kind" }, both(types.get(info[id].type).zh, types.get(info[id].type).en));
const row = (fact, from, unfolded) => {
  const other = fact.s === from ? fact.o : fact.s;
  const said = quotes(fact);
  const more = make("summary", {}, both("原句", "quote"), make("span", { className: "visually-hidden" }, ` ${other < 0 ? fact.text : info[other].name}`), said.length > 1 ? ` ${said.length}` : "");
  return make("li", {},
    make("p", { className: "fact" }, other < 0 ? make("bdi", {}, fact.text) : go(other), fact.time ? make("span", { className: "when" }, fact.time) : ""),
    make("details", { open: unfolded }, more, ...said.map(quote)));
};
const heading = (zh, en, n) => make("h3", {}, both(zh, en), n > 1 ? make("span", { className: "n" }, String(n)) : "");
const top = (type, text) => make("div", { className: "top" }, type ? sign(type) : "", text,
  make("button", { type: "button", className: "close", onclick: () => choose(null), ariaLabel: say("关闭", "Close"), title: say("关闭", "Close") }, "×"));
const button = (zh, en, act) => make("button", { type: "button", onclick: act }, both(zh, en));

const group = (list, from) => {
  const groups = new Map();
  for (const fact of list) {
    const [rank, zh, en, backZh, backEn, symmetric] = data.predicates[fact.p];
    const out = fact.s === from || symmetric, key = rank * 2 + (out ? 0 : 1);
    if (!groups.has(key)) groups.set(key, { zh: out ? zh : backZh, en: out ? en : backEn, list: [] });
    groups.get(key).list.push(fact);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, value]) => value);
};
const LONG = 40; // rows of a group at first; a province may be named in a thousand articles
const rows = (list, id, unfolded) => {
  const items = make("ul", { className: "facts" }, ...list.slice(0, LONG).map((fact) => row(fact, id, unfolded)));
  if (list.length > LONG) {
    const rest = make("li", {}, button(`其余 ${list.length - LONG} 条`, `${list.length - LONG} more`, () => rest.replaceWith(...list.slice(LONG).map((fact) => row(fact, id, false)))));
    items.append(rest);
  }
  return items;
};
const tools = (id) => {
  const more = neighbours(id).filter((other) => !drawn.has(other)).sort(better).slice(0, 60);
  const narrow = only !== null;
  return make("p", { className: "tools" },
    more.length ? button(`展开 ${more.length} 个邻居`, `Expand ${more.length}`, () => expand(id)) : "",
    near[id].size ? button(narrow ? "看全部" : "只看邻域", narrow ? "Show all" : "Focus", () => focusOn(narrow ? null : id)) : "");
};
const tellNode = (id) => {
  const { name, type, aliases } = info[id], { zh, en } = types.get(type);
  const mine = about[id].filter(inTime), rest = about[id].length - mine.length;
  panel.replaceChildren(
    top(type, both(zh, en)), make("h2", {}, name),
    aliases.length ? make("p", { className: "names" }, both("又称 ", "Also "), aliases.join("、")) : "",
    tools(id),
    ...group(mine, id).flatMap(({ zh, en, list }, at) => [heading(zh, en, list.length), rows(list, id, at === 0 && list.length < 3)]),
    rest ? make("p", { className: "names" }, both(`另有 ${rest} 条不在所选时段。`, `${rest} more outside the chosen time.`)) : "");
};
const tellEdge = (id) => {
  const list = pairs.get(id).facts.filter(inTime);
  panel.replaceChildren(top("", both("关系", "Relation")), ...list.flatMap((fact) => {
    const [, zh, en] = data.predicates[fact.p];
    return [
      make("h2", { className: "line" }, go(fact.s), make("span", { className: "kind" }, both(zh, en)), fact.o < 0 ? fact.text : go(fact.o)),
      fact.time ? make("p", { className: "names" }, fact.time) : "", ...quotes(fact).map(quote)];
  }));
};
const tellAll = () => {
  const best = ranked.filter((id) => info[id].type !== "Article" && weight[id]).slice(0, 12);
  const keys = [["/", "查找", "search"], ["← ↑ → ↓", "换一个节点", "another node"], ["Enter", "展开", "expand"], ["F", "只看邻域", "focus"], ["+ − 0", "缩放、全图", "zoom, fit"], ["Esc", "取消", "let go"]];
  panel.replaceChildren(
    make("h2", {}, both("从这里看起", "Where to begin")),
    make("p", { className: "lead" }, both("点一个节点看它的事实，点一条线看写它的原句。双击展开邻居。", "Click a node for its facts, a line for the sentences behind it; double-click to expand.")),
    heading("关系最多", "Best linked", 0),
    make("ul", { className: "plain" }, ...best.map((id) => make("li", {}, sign(info[id].type), go(id), kind(id)))),
    heading("文章", "Articles", data.sources.length),
    make("ul", { className: "plain" }, ...data.sources.map((source, at) => [source, at]).sort(([a], [b]) => b[2].localeCompare(a[2])).slice(0, LONG).map(([[title, , date, id]]) => make("li", {},
      id < 0 ? make("bdi", {}, title) : go(id), make("span", { className: "kind" }, date)))),
    data.sources.length > LONG ? make("p", { className: "names" }, both(`只列最新 ${LONG} 篇，其余用查找框。`, `The latest ${LONG}; search for the others.`)) : "",
    heading("键盘", "Keys", 0),
    make("dl", { className: "keys" }, ...keys.flatMap(([key, zh, en]) => [make("dt", {}, key), make("dd", {}, both(zh, en))])));
};
const tell = () => (!chosen ? tellAll() : chosen.node !== undefined ? tellNode(chosen.node) : tellEdge(chosen.edge));
