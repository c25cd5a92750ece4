"use strict";
// The SPARQL editor over the endpoint of this site; it keeps nothing and asks nobody else.
(() => {
  const place = document.getElementById("yasgui"), examples = document.getElementById("examples");
  const endpoint = `${location.origin}/sparql`;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST", acceptHeaderSelect: "application/sparql-results+json", acceptHeaderGraph: "text/turtle" },
    persistenceId: null, copyEndpointOnNewTab: true, autofocus: false, endpointCatalogueOptions: { getData: () => [] },
    yasqe: { persistenceId: null, autocompleters: ["variables"], showQueryButton: true, value: place.dataset.start, createShareableLink: null },
    yasr: { persistenceId: null, prefixes: {} },
  });
  // the endpoint knows these prefixes by itself; they are written out so that the query runs anywhere
  const prefixes = Object.entries(JSON.parse(place.dataset.prefixes));
  const whole = (text) => {
    const used = prefixes.filter(([name]) => new RegExp(`(^|[^\\w:])${name}:`).test(text.replace(/<[^>]*>/g, "")) && !new RegExp(`PREFIX\\s+${name}:`, "i").test(text));
    return used.map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("") + text;
  };
  const set = (text) => editor.getTab().yasqe.setValue(whole(text));
  set(place.dataset.show || place.dataset.start);
  if (place.dataset.show) editor.getTab().yasqe.query();
  examples.addEventListener("change", () => { if (examples.value) set(examples.value); });
  window.kgEditor = editor; // for tests and for the curious
})();
