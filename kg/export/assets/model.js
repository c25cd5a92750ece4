// What the page knows: things, facts, and the pairs of things that facts join.
const data = JSON.parse(byId("data").textContent);
const info = data.info.map(([name, type, aliases, iri, initials, size, lines]) => ({ name, type, aliases, iri, initials, size, lines }));
const types = new Map(data.types.map(([name, zh, en, shape]) => [name, { zh, en, shape }]));
const numbers = new Map(info.map(({ iri }, id) => [iri, id]));
const ASIDE = new Set(["mentions", "publishedBy"]); // every article has them: they bring nothing nearer
const BYLINE = new Set([...ASIDE, "reportedBy", "photographedBy"]);

const facts = data.facts.map(([s, p, o, text, time, articles], id) => ({ id, s, p, o, text, time, articles }));
let told = null; // the quotes stand at the end of the page and are read when the first is asked for
const quotes = (fact) => { told = told || JSON.parse(byId("quotes").textContent); return told[fact.id]; };
const about = info.map(() => []); // the facts of each thing
const pairs = new Map();          // "3-7" -> {id, from, to, facts}
const near = info.map(() => new Set());
const weight = info.map(() => 0);
for (const fact of facts) {
  about[fact.s].push(fact);
  if (fact.o < 0 || fact.o === fact.s) continue;
  about[fact.o].push(fact);
  const back = `${fact.o}-${fact.s}`, id = pairs.has(back) ? back : `${fact.s}-${fact.o}`;
  if (!pairs.has(id)) pairs.set(id, { id, from: fact.s, to: fact.o, facts: [] });
  pairs.get(id).facts.push(fact);
  near[fact.s].add(fact.o);
  near[fact.o].add(fact.s);
  if (!BYLINE.has(fact.p)) { weight[fact.s] += 1; weight[fact.o] += 1; }
}
for (const pair of pairs.values()) pair.aside = pair.facts.every(({ p }) => BYLINE.has(p));
const pairOf = (one, other) => pairs.get(`${one}-${other}`) || pairs.get(`${other}-${one}`);
const better = (a, b) => weight[b] - weight[a] || near[b].size - near[a].size || a - b;
const ranked = info.map((_, id) => id).sort(better);

// what may be drawn next to a thing: what facts join it to, not every article that names it
const neighbours = (id) => [...near[id]].filter((other) => pairOf(id, other).facts.some(({ p }) => (info[id].type === "Article" ? p !== "publishedBy" : !ASIDE.has(p))));

// ── the time of printing: months from the first article to the last, and the window of them that is open
const months = [...new Set(data.sources.map(([, , date]) => date.slice(0, 7)).filter(Boolean))].sort();
const open = { since: 0, until: Math.max(0, months.length - 1) };
const whole = () => open.since === 0 && open.until === months.length - 1;
const monthOf = data.sources.map(([, , date]) => months.indexOf(date.slice(0, 7)));
const inTime = (fact) => whole() || fact.articles.some((article) => monthOf[article] >= open.since && monthOf[article] <= open.until);

// ── search by name, alias, or the initials of the pinyin
const folded = (text) => text.toLowerCase().replace(/[\s“”‘’"'《》「」·]/g, "");
const keys = info.map(({ name, aliases }) => [name, ...aliases].map(folded));
const search = (wanted, most) => {
  const key = folded(wanted);
  if (!key) return [];
  const letters = /^[a-z0-9]+$/.test(key), found = [];
  keys.forEach((names, id) => {
    let rank = 9, via = "";
    names.forEach((text, at) => {
      const where = text.indexOf(key), score = where < 0 ? 9 : (text === key ? 0 : where === 0 ? 1 : 3) + (at ? 1 : 0);
      if (score < rank) { rank = score; via = at ? info[id].aliases[at - 1] : ""; }
    });
    if (rank === 9 && letters && ` ${info[id].initials}`.includes(` ${key}`)) rank = 5;
    if (rank < 9) found.push({ id, via, rank: rank + (info[id].type === "Article" ? 2 : 0) });
  });
  return found.sort((a, b) => a.rank - b.rank || better(a.id, b.id)).slice(0, most);
};
