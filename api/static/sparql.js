// The query editor: runs the query without leaving the page and shows the result as a table.
"use strict";

const form = document.querySelector("form[data-sparql]");
const field = form.querySelector("textarea");
const result = document.querySelector("[data-result]");
const said = result.querySelector("[data-said]");
const place = result.querySelector("[data-table]");
const FORMS = "application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.8";

/** So many rows are drawn; all of them are in the file to save. */
const SHOWN = 500;
const FILES = {
  table: { CSV: "text/csv", TSV: "text/tab-separated-values", JSON: "application/sparql-results+json" },
  graph: { Turtle: "text/turtle", "JSON-LD": "application/ld+json", "N-Triples": "application/n-triples" },
};
const ENDINGS = { CSV: "csv", TSV: "tsv", JSON: "json", Turtle: "ttl", "JSON-LD": "jsonld", "N-Triples": "nt" };

function ask(query, accept) {
  const body = new URLSearchParams({ query });
  return fetch("/sparql", { method: "POST", headers: { Accept: accept }, body });
}

/** Offers the result of a query as files; each is asked for when it is wanted. */
function offer(query, kind) {
  const files = result.querySelector("[data-files]");
  files.hidden = false;
  const buttons = Object.entries(FILES[kind]).map(([name, media]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = name;
    button.addEventListener("click", () => save(query, media, `result.${ENDINGS[name]}`));
    return button;
  });
  files.querySelector("[data-buttons]").replaceChildren(...buttons);
}

async function save(query, media, name) {
  const answer = await ask(query, media);
  if (!answer.ok) {
    const problem = await answer.json();
    said.textContent = `${form.dataset.failed}: ${problem.detail || problem.title}`;
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function cell(binding) {
  const box = document.createElement("td");
  if (!binding) return box;
  if (binding.type === "uri" && /^https?:/u.test(binding.value)) {
    const link = document.createElement("a");
    const own = binding.value.startsWith(form.dataset.base);
    link.href = own ? `/id/${binding.value.slice(form.dataset.base.length)}` : binding.value;
    link.rel = "noreferrer";
    link.textContent = binding.value;
    box.append(link);
  } else {
    box.textContent = binding.value;
    if (binding["xml:lang"]) box.lang = binding["xml:lang"];
  }
  return box;
}

function table(answer) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const name of answer.head.vars) {
    const title = document.createElement("th");
    title.scope = "col";
    title.textContent = name;
    head.append(title);
  }
  const body = made.createTBody();
  for (const binding of answer.results.bindings.slice(0, SHOWN)) {
    body.insertRow().append(...answer.head.vars.map((name) => cell(binding[name])));
  }
  return made;
}

function text(words) {
  const made = document.createElement("pre");
  made.textContent = words;
  return made;
}

function show(answer, ms) {
  if ("boolean" in answer) {
    said.textContent = answer.boolean ? form.dataset.yes : form.dataset.no;
    return;
  }
  const rows = answer.results.bindings.length;
  said.textContent = rows ? form.dataset.took.replace("{n}", rows).replace("{ms}", ms) : form.dataset.empty;
  if (rows > SHOWN) said.textContent += ` ${form.dataset.first.replace("{n}", SHOWN)}`;
  if (rows) place.append(table(answer));
}

/** The address of the page leads back to the query, as far as addresses go. */
function share(query) {
  const address = new URL(window.location.href);
  address.searchParams.delete("example");
  address.searchParams.set("query", query);
  if (address.href.length < 4000) window.history.replaceState(null, "", address);
}

async function run() {
  result.hidden = false;
  place.replaceChildren();
  result.querySelector("[data-files]").hidden = true;
  said.textContent = form.dataset.running;
  const query = field.value;
  share(query);
  const begun = performance.now();
  try {
    const answer = await ask(query, FORMS);
    const type = answer.headers.get("Content-Type") || "";
    if (!answer.ok) {
      const problem = type.includes("json") ? await answer.json() : { detail: answer.statusText };
      said.textContent = `${form.dataset.failed}: ${problem.detail || problem.title}`;
    } else if (type.includes("json")) {
      const held = await answer.json();
      show(held, Math.round(performance.now() - begun));
      if (!("boolean" in held)) offer(query, "table");
    } else {
      said.textContent = "";
      offer(query, "graph");
      place.append(text(await answer.text()));
    }
  } catch (error) {
    said.textContent = `${form.dataset.failed}: ${error.message}`;
  }
}

for (const hint of document.querySelectorAll("[data-needs-script]")) hint.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
for (const link of document.querySelectorAll("[data-example]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = link.dataset.example;
    field.focus();
  });
}
