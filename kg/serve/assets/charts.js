"use strict";
// Every chart draws the table that stands beneath it.
(() => {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || navigator.webdriver;
  const english = document.documentElement.lang === "en";
  const told = (n) => (english ? n.toLocaleString("en") : n >= 1e8 ? `${n / 1e8}亿` : n >= 1e4 ? `${n / 1e4}万` : String(n));
  document.querySelectorAll(".chart canvas").forEach((canvas) => {
    const figure = canvas.closest(".chart"), across = figure.dataset.kind.includes("across");
    const rows = [...figure.querySelectorAll("tbody tr")].map((row) => [row.cells[0].textContent, Number(row.cells[1].textContent)]);
    if (across) canvas.parentElement.style.height = `${Math.max(140, rows.length * 25 + 40)}px`;
    const values = { grid: { color: of("--line") }, ticks: { color: of("--soft"), precision: 0 }, beginAtZero: true };
    if (figure.dataset.kind.includes("log")) {
      const least = Math.min(...rows.map(([, n]) => n).filter((n) => n > 0));
      Object.assign(values, { type: "logarithmic", beginAtZero: false, min: 10 ** Math.max(0, Math.floor(Math.log10(least)) - 1) });
      values.ticks = { color: of("--soft"), maxRotation: 0, callback: (n) => (Number.isInteger(Math.log10(n)) ? told(n) : "") };
      values.grid = { color: (line) => (Number.isInteger(Math.log10(line.tick.value)) ? of("--line") : "transparent") };
    }
    const short = (text) => (text.length > 12 ? `${text.slice(0, 11)}…` : text);
    const names = { grid: { display: false }, ticks: { color: of("--ink"), autoSkip: !across, callback(index) { return short(this.getLabelForValue(index)); } } };
    new Chart(canvas, {
      type: "bar",
      data: { labels: rows.map(([name]) => name), datasets: [{ data: rows.map(([, n]) => n), backgroundColor: of(across ? "--Organization" : "--Programme"), borderRadius: 3, maxBarThickness: 26 }] },
      options: {
        indexAxis: across ? "y" : "x", maintainAspectRatio: false, animation: still ? false : { duration: 400 },
        scales: across ? { x: values, y: names } : { x: names, y: values },
        plugins: { legend: { display: false } }, font: { family: of("--sans") },
      },
    });
  });
})();
