// Words in two languages, colours in two themes, and elements whose text can never be markup.
const byId = (id) => document.getElementById(id);
const root = document.documentElement;

const make = (tag, props, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
};
// both languages stand in the page, the style sheet shows one: a switch of language loses nothing that is open
const both = (zh, en) => {
  const pair = document.createDocumentFragment();
  pair.append(make("span", { className: "t", lang: "zh-CN" }, zh), make("span", { className: "t", lang: "en" }, en));
  return pair;
};
const english = () => root.dataset.lang === "en";
const say = (zh, en) => (english() ? en : zh);
const called = []; // elements whose label or title changes with the language
const call = (element, zh, en, ...names) => { called.push([element, zh, en, names]); name(element, zh, en, names); return element; };
const name = (element, zh, en, names) => names.forEach((attribute) => element.setAttribute(attribute, say(zh, en)));

const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const HUES = {
  Organization: ["#2f6bb0", "#6fa8e8"], Programme: ["#c2402e", "#ec7a66"], Event: ["#7d55ad", "#b594e0"],
  Person: ["#3a8357", "#74c294"], Place: ["#1f8b93", "#5cc4cb"], Award: ["#b98508", "#eec153"],
  Policy: ["#8a6a48", "#c9a780"], Article: ["#8d8a82", "#9c988f"],
};
const hue = (type) => HUES[type][dark() ? 1 : 0];
const theme = () => (dark()
  ? { ink: "#ece8df", paper: "#17181b", edge: "#5b5c64", word: "#b5afa2", red: "#ef8279" }
  : { ink: "#23211d", paper: "#f8f5ee", edge: "#b8ad95", word: "#6d675c", red: "#b3302a" });
const fade = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, "0");
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// the sign of a type, as the network draws it
const sign = (type) => {
  const canvas = make("canvas", { width: 32, height: 32 }), pen = canvas.getContext("2d"), shape = types.get(type).shape;
  canvas.setAttribute("aria-hidden", "true");
  canvas.dataset.sign = type;
  const corners = { diamond: [4, 0], hexagon: [6, 0], triangle: [3, -0.25], triangleDown: [3, 0.25], square: [4, 0.125] };
  const [n, turn] = corners[shape] || [0, 0];
  const spoke = (part, reach) => [16 + reach * Math.cos(part * 2 * Math.PI), 16 + reach * Math.sin(part * 2 * Math.PI)];
  pen.fillStyle = pen.strokeStyle = hue(type);
  pen.beginPath();
  if (shape === "star") for (let i = 0; i < 10; i++) pen.lineTo(...spoke(i / 10 - 0.25, i % 2 ? 6 : 15));
  else if (n) for (let i = 0; i < n; i++) pen.lineTo(...spoke(i / n + turn, 14));
  else pen.arc(16, 16, 12, 0, 7);
  pen.closePath();
  if (type === "Article") { pen.lineWidth = 4; pen.stroke(); } else pen.fill();
  return canvas;
};
