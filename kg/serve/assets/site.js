"use strict";
// The search box with its suggestions, and the sentence that a fact beside it belongs to.
// Texts of newspapers reach the page as text nodes only, never as markup.
(() => {
  const input = document.querySelector(".find input"), hits = document.getElementById("hits");
  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  let found = [], at = -1, asked = 0;

  // the explorer takes what is found into its picture; elsewhere its page opens
  const pick = (hit) => {
    if (!window.kgExplorer) { location.href = hit.href; return; }
    show(false);
    input.value = "";
    window.kgExplorer.take(hit.id);
  };
  const show = (open) => {
    hits.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    hits.replaceChildren(...(found.length ? found.map((hit, i) => {
      const li = make("li", { id: `hit${i}` }, make("span", { className: `sign ${hit.type}` }), make("bdi", {}, hit.name));
      if (hit.via) li.append(make("bdi", { className: "via" }, hit.via));
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", String(i === at));
      li.addEventListener("mousedown", (event) => { event.preventDefault(); pick(hit); });
      return li;
    }) : [make("li", { className: "none", role: "option" }, input.dataset.none)]));
    if (at >= 0) input.setAttribute("aria-activedescendant", `hit${at}`); else input.removeAttribute("aria-activedescendant");
  };
  const look = async () => {
    const wanted = input.value.trim(), mine = ++asked;
    if (!wanted) { found = []; at = -1; show(false); return; }
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(wanted)}`);
      if (mine !== asked || !answer.ok) return;
      const got = await answer.json();
      const chosen = at >= 0 ? found[at].id : null;  // chosen among the last answers, while these were on their way
      found = got;
      at = found.findIndex((hit) => hit.id === chosen);
      show(true);
    } catch { show(false); }
  };
  let waiting = 0;
  input.addEventListener("input", () => { at = -1; clearTimeout(waiting); waiting = setTimeout(look, 90); });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); pick(found[at]); }
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % found.length;
      show(true);
    }
  });

  const passages = [...document.querySelectorAll(".passage")].map((element) => [Number(element.dataset.start), element]);
  const passageOf = (start) => passages.filter(([from]) => from <= start).reduce((a, b) => (!a || b[0] >= a[0] ? b : a), null);
  document.querySelectorAll(".beside li[data-at]").forEach((li) => {
    const mine = li.dataset.at === "" ? null : passageOf(Number(li.dataset.at));
    if (!mine) return;
    const light = (on) => mine[1].classList.toggle("lit", on);
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      li.addEventListener(event, () => light(on));
  });
})();
