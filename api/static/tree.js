// The tree of bodies: lists become a WAI-ARIA tree with keys, and the search box filters it live.
"use strict";

const FOLD = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", і: "и", ы: "и", i: "и", h: "х", һ: "х", ё: "е" };

function fold(words) {
  return words.toLocaleLowerCase("kk").replace(/[әғқңөұүіыihһё]/gu, (letter) => FOLD[letter]);
}

// An item is the row of an entry; the group of what stands under it follows the row.
const items = (tree) => [...tree.querySelectorAll("[role=treeitem]")];
const shown = (tree) => items(tree).filter((item) => item.getClientRects().length > 0);
const entry = (item) => item.parentElement;
const above = (item) => entry(item).parentElement.closest("[role=group]")?.previousElementSibling;
const expandable = (item) => item.hasAttribute("aria-expanded");
const isOpen = (item) => item.getAttribute("aria-expanded") === "true";

function setOpen(item, open) {
  if (expandable(item)) item.setAttribute("aria-expanded", String(open));
}

let serial = 0;

/** One list entry of the server's page made an item of the tree. */
function upgrade(one) {
  const details = one.querySelector(":scope > details");
  let row = one.querySelector(":scope > .row");
  if (details) {
    row = document.createElement("div");
    row.className = "row";
    row.append(...details.querySelector(":scope > summary").childNodes);
    const group = details.querySelector(":scope > ul");
    group.setAttribute("role", "group");
    group.id = `group-${(serial += 1)}`;
    row.setAttribute("aria-owns", group.id);
    row.setAttribute("aria-expanded", String(details.open));
    details.replaceWith(row, group);
  }
  one.setAttribute("role", "none");
  row.setAttribute("role", "treeitem");
  row.tabIndex = -1;
  const link = row.querySelector("a");
  if (link) link.tabIndex = -1;
}

function focus(tree, item) {
  if (!item) return;
  for (const other of items(tree)) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
}

function step(tree, item, by) {
  const all = shown(tree);
  focus(tree, all[all.indexOf(item) + by]);
}

function typed(tree, item, letter) {
  const all = shown(tree);
  const from = all.indexOf(item) + 1;
  const wanted = fold(letter);
  const begins = (one) => fold(one.querySelector("a, .group-name").textContent).startsWith(wanted);
  focus(tree, [...all.slice(from), ...all.slice(0, from)].find(begins));
}

const KEYS = {
  ArrowDown: (tree, item) => step(tree, item, 1),
  ArrowUp: (tree, item) => step(tree, item, -1),
  ArrowRight: (tree, item) => {
    if (isOpen(item)) step(tree, item, 1);
    else setOpen(item, true);
  },
  ArrowLeft: (tree, item) => {
    if (isOpen(item)) setOpen(item, false);
    else focus(tree, above(item));
  },
  Home: (tree) => focus(tree, shown(tree)[0]),
  End: (tree) => focus(tree, shown(tree).at(-1)),
  Enter: (tree, item) => {
    const link = item.querySelector("a");
    if (link) link.click();
    else setOpen(item, !isOpen(item));
  },
  " ": (tree, item) => setOpen(item, !isOpen(item)),
  "*": (tree, item) => {
    for (const sibling of entry(item).parentElement.children) setOpen(sibling.firstElementChild, true);
  },
};

function onKey(tree, event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const act = KEYS[event.key];
  if (act) act(tree, item);
  else if (event.key.length === 1) typed(tree, item, event.key);
  else return;
  event.preventDefault();
}

function onClick(tree, event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item || event.target.closest("a")) return;
  setOpen(item, !isOpen(item));
  focus(tree, item);
}

function plant(tree) {
  for (const one of tree.querySelectorAll("li")) upgrade(one);
  tree.setAttribute("role", "tree");
  items(tree)[0].tabIndex = 0;
  tree.addEventListener("keydown", (event) => onKey(tree, event));
  tree.addEventListener("click", (event) => onClick(tree, event));
}

function openButtons(trees) {
  for (const [name, open] of [["data-tree-open", true], ["data-tree-close", false]]) {
    for (const button of document.querySelectorAll(`[${name}]`)) {
      button.hidden = false;
      button.addEventListener("click", () => trees.flatMap(items).forEach((item) => setOpen(item, open)));
    }
  }
}

/** Shows only the bodies whose names hold every word, with what stands above them. */
function filter(tree, words) {
  let found = 0;
  for (const item of items(tree).reverse()) {
    const one = entry(item);
    const link = item.querySelector("a");
    const hit = words.length > 0 && link !== null && words.every((word) => fold(link.textContent).includes(word));
    const below = one.querySelector(":scope > ul > li:not([hidden])") !== null;
    one.classList.toggle("found", hit);
    one.hidden = words.length > 0 && !hit && !below;
    if (words.length > 0 && below) setOpen(item, true);
    found += hit ? 1 : 0;
  }
  return found;
}

function liveSearch(trees) {
  const form = document.querySelector("form[data-filter]");
  const box = form && form.querySelector("input[type=search]");
  if (!box || !trees.length) return;
  const said = form.querySelector("[data-filter-result]");
  const before = new Map(trees.flatMap(items).map((item) => [item, isOpen(item)]));
  const listen = () => {
    const words = fold(box.value).split(/\s+/u).filter(Boolean);
    const found = trees.reduce((sum, tree) => sum + filter(tree, words), 0);
    if (!words.length) for (const [item, open] of before) setOpen(item, open);
    const told = found ? form.dataset.filter.replace("{n}", found) : form.dataset.filterNone;
    said.textContent = words.length ? told : "";
  };
  box.addEventListener("input", listen);
  if (box.value) listen();
}

const trees = [...document.querySelectorAll("[data-tree]")].filter((tree) => tree.querySelector("li"));
trees.forEach(plant);
openButtons(trees);
liveSearch(trees);
