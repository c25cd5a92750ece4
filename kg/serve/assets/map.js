"use strict";
// The list of places beside the map: type to filter it, point at a name to see its dot.
(() => {
  const filter = document.getElementById("filter"), items = [...document.querySelectorAll("#places li")];
  if (!filter) return;
  const dots = new Map([...document.querySelectorAll(".atlas a")].flatMap((a) => a.getAttribute("aria-label").split("、").map((name) => [name, a.querySelector("circle")])));
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim();
    items.forEach((li) => { li.hidden = !li.textContent.includes(wanted); });
  });
  items.forEach((li) => {
    const dot = dots.get(li.querySelector("bdi").textContent);
    if (!dot) return;
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      li.addEventListener(event, () => dot.classList.toggle("lit", on));
  });
  document.querySelector("#places .chosen")?.scrollIntoView({ block: "nearest" });
})();
