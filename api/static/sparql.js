// The query editor: runs the query without leaving the page and shows the result as a table.
"use strict";

const form = document.querySelector("form[data-sparql]");
const field = form.querySelector("textarea");
const result = document.querySelector("[data-result]");
const said = result.querySelector("[data-said]");
const place = result.querySelector("[data-table]");
const FORMS = "application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.8";

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
  for (const binding of answer.results.bindings) {
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
  if (rows) place.append(table(answer));
}

async function run() {
  result.hidden = false;
  place.replaceChildren();
  said.textContent = form.dataset.running;
  const begun = performance.now();
  try {
    const body = new URLSearchParams({ query: field.value });
    const answer = await fetch("/sparql", { method: "POST", headers: { Accept: FORMS }, body });
    const type = answer.headers.get("Content-Type") || "";
    if (!answer.ok) {
      const problem = type.includes("json") ? await answer.json() : { detail: answer.statusText };
      said.textContent = `${form.dataset.failed}: ${problem.detail || problem.title}`;
    } else if (type.includes("json")) {
      show(await answer.json(), Math.round(performance.now() - begun));
    } else {
      said.textContent = "";
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
